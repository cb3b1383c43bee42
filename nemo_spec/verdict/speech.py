"""Speech that was cut away with the pauses and the fillers.

What is gone must lie inside pauses, or inside what the recipe cuts: where a later cut falls on the trimmed
video is known, and what was lost at any other place was lost by the trimming.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from nemo_spec.timeline.deltas import Append, Cut, Delta, FreezeFrame, RemoveUnknown, Retime
from nemo_spec.timeline.model import Segment, Timeline, gaps

_SPEECH_EDGE = 60
"""Milliseconds at either end of a stretch of speech about which two measurements may disagree: two
frames of picture at 30 fps."""
LONGEST_FILLER = 1200
"""Milliseconds. A longer gap in a stretch of speech was no filler word: those last under half a second, and
two may follow each other."""
_MOST_FILLERS = 1 / 3
"""Of all speech. Nobody says "um" in every third second."""
_NEAR = 200
"""Milliseconds between a cut of the recipe and where it falls in the draft: pauses are left a little
shorter or longer than asked."""


class Hole(NamedTuple):
    """A cut of the recipe, on the final video: at which ms (None is the end), and how many ms of what was
    there are gone (None is any number)."""

    at: int | None
    length: int | None


class Allowance(NamedTuple):
    """How much speech may be gone: `part` ms at one place, `share` of all, and what is in the holes."""

    part: int
    share: float
    holes: tuple[Hole, ...] = ()


class _Lost(NamedTuple):
    start: int
    end: int
    name: str
    times: tuple[int, ...]
    """Where (ms) in the video it would be."""


def lost_speech(expected: Timeline, actual: Timeline, allowed: Allowance | None) -> Iterator[str]:
    """The longest part of speech (all that was not measured as silent) that is in none of the pieces though
    nothing allows that. None allows everything."""
    if allowed is None:
        return
    spoken, lost = 0, list[_Lost]()
    for piece in expected.main:
        silent = actual.silences.get(piece.name)
        if silent is None or piece.source is None:
            continue
        kept = [p for p in actual.main if p.name == piece.name and p.source]
        for start, end in gaps(silent, *piece.source):
            spoken += end - start
            lost += _lost_of(piece.name, start, end, kept, actual)
    worst = max(_beyond(lost, allowed, actual.length.lo), key=_length, default=None)
    if worst is None and sum(map(_length, lost)) > allowed.share * spoken and not allowed.holes:
        worst = max(lost, key=_length)
    if worst is not None:
        at = f"{worst.start / 1000:g} s of {worst.name}"
        yield f"{_length(worst) / 1000:g} s of speech at {at} are gone"


def _length(lost: _Lost) -> int:
    return lost.end - lost.start


def _lost_of(
    name: str, start: int, end: int, kept: Sequence[Segment], actual: Timeline
) -> Iterator[_Lost]:
    """What of a stretch of speech is in no piece; shifts of both its edges are measurement."""
    ranges = [piece.source for piece in kept if piece.source]
    for first, last in gaps(ranges, start, end):
        before = [p.end.lo for p in kept if p.source and p.source[1] <= first + 1]
        after = [p.start.lo for p in kept if p.source and p.source[0] >= last - 1]
        times = (*before[-1:], *after[:1])
        yield _Lost(first, last, name, times or (0, actual.length.lo))


def _beyond(lost: Sequence[_Lost], allowed: Allowance, length: int) -> Iterator[_Lost]:
    """What is lost outside of the holes, or does not fit into its hole."""
    used: dict[Hole, int] = defaultdict(int)
    for one in lost:
        holes = [hole for hole in allowed.holes if _is_at(hole, one, length)]
        for hole in holes:
            used[hole] += _length(one)
        fits = any(h.length is None or used[h] <= h.length + 2 * _SPEECH_EDGE for h in holes)
        if _length(one) > allowed.part and not fits:
            yield one


def _is_at(hole: Hole, lost: _Lost, length: int) -> bool:
    at = length if hole.at is None else min(hole.at, length)
    return any(abs(time - at) <= _NEAR for time in lost.times)


def longest_lost(done: Iterable[Delta]) -> Allowance | None:
    """What may be gone after some deltas: nothing but the edges with the pauses, a filler with the fillers,
    and what a later cut removes. None where it is not known where that is in the video."""
    part, share, speed = 2 * _SPEECH_EDGE, 1.0, 1.0
    trimmed, holes = False, list[Hole]()
    for delta in done:
        if not trimmed and not isinstance(delta, RemoveUnknown):
            speed = (
                max(speed, delta.factor / 1000, delta.upto / 1000)
                if isinstance(delta, Retime)
                else speed
            )
            continue
        if isinstance(delta, RemoveUnknown) and delta.what in ("pauses", "fillers"):
            trimmed = True
            if delta.removed is None:
                part, share = LONGEST_FILLER, _MOST_FILLERS
            continue
        if holes and not delta.maps_time and not isinstance(delta, RemoveUnknown):
            return None
        if holes and _moves_the_end(delta) and any(hole.at is None for hole in holes):
            return None
        holes = [_moved(hole, delta) for hole in holes]
        made = _holes(delta, speed)
        if made is None:
            return None
        holes += made
        speed = (
            max(speed, delta.factor / 1000, delta.upto / 1000)
            if isinstance(delta, Retime)
            else speed
        )
    return Allowance(part, share, tuple(holes))


def _moves_the_end(delta: Delta) -> bool:
    return isinstance(delta, Append) or (isinstance(delta, FreezeFrame) and delta.at == "end")


def _moved(hole: Hole, delta: Delta) -> Hole:
    if hole.at is None or isinstance(delta, RemoveUnknown):
        return hole
    return hole._replace(at=delta.moved(hole.at))


def _holes(delta: Delta, speed: float) -> list[Hole] | None:
    """What a delta cuts out of the video, where it says so; None where nobody knows."""
    if isinstance(delta, Cut):
        return [
            Hole(delta.moved(start), round((end - start) * speed)) for start, end in delta.ranges
        ]
    if isinstance(delta, RemoveUnknown):
        ends = delta.ends
        made = [Hole(at, None if length is None else round(length * speed)) for at, length in ends]
        return made or None
    return None if delta.removes_material else []
