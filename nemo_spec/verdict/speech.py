"""Speech that was cut away with the pauses and the fillers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nemo_spec.timeline.deltas import Delta, RemoveUnknown
from nemo_spec.timeline.model import Timeline, gaps

_SPEECH_EDGE = 60
"""Milliseconds at either end of a stretch of speech about which two measurements may disagree: two
frames of picture at 30 fps."""
LONGEST_FILLER = 2000
"""Milliseconds. A longer gap in a stretch of speech was no filler word: those last under a second, and
two may follow each other."""


def lost_speech(expected: Timeline, actual: Timeline, most: int | None) -> Iterator[str]:
    """The first stretch of speech (all that was not measured as silent) of which more than `most` ms are
    in none of the pieces. None allows everything."""
    for piece in expected.main if most is not None else ():
        silent = actual.silences.get(piece.name)
        if silent is None or piece.source is None:
            continue
        kept = [p.source for p in actual.main if p.name == piece.name and p.source]
        for start, end in gaps(silent, *piece.source):
            lost = sum(last - first for first, last in gaps(kept, start, end))
            if lost > (most or 0):
                yield f"{lost / 1000:g} s of speech at {start / 1000:g} s of {piece.name} are gone"
                return


def longest_lost(done: Iterable[Delta]) -> int | None:
    """How much (ms) of a stretch of speech may be gone: nothing but the edges with its pauses, a filler
    with its fillers. None where later cuts cannot be told from those of the service."""
    most = 2 * _SPEECH_EDGE
    trimmed = False
    for delta in done:
        if trimmed and delta.removes_material:
            return None
        if isinstance(delta, RemoveUnknown):
            trimmed = True
            if delta.what not in ("pauses", "fillers"):
                return None
            if delta.removed is None:
                most = LONGEST_FILLER
    return most
