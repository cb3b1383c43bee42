"""Speech that was cut away with the pauses and the fillers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from nemo_spec.timeline.deltas import Delta, RemoveUnknown
from nemo_spec.timeline.model import Timeline

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
        for start, end in _loud(piece.source, silent):
            lost = _uncovered(start, end, kept)
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


def _loud(source: tuple[int, int], silent: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    position = source[0]
    for start, end in [*silent, (source[1], source[1])]:
        if start > position and position < source[1]:
            yield position, min(start, source[1])
        position = max(position, end)


def _uncovered(start: int, end: int, kept: Sequence[tuple[int, int]]) -> int:
    position, missing = start, 0
    for first, last in sorted(kept):
        if last <= position or first >= end:
            continue
        missing += max(0, first - position)
        position = max(position, last)
    return missing + max(0, end - position)
