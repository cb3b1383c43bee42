"""Speech that was cut away with the pauses and the fillers.

What is gone must lie inside pauses, or inside what the recipe cuts: where a later cut falls on the trimmed
video is known, and what was lost at any other place was lost by the trimming.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from nemo_spec.timeline.deltas import Append, Cut, Delta, FreezeFrame, RemoveUnknown, Retime
from nemo_spec.timeline.main_track import lasts
from nemo_spec.timeline.model import Segment, Timeline, gaps
from nemo_spec.timeline.time_map import Moments

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


Range = tuple[int, int]
"""From one millisecond to another."""


class Hole(NamedTuple):
    """A cut of the recipe, on the final video: at which ms (None is the end), how many ms of what was there
    are gone (None is any number), and by which of the deltas."""

    at: int | None
    length: int | None
    by: int = 0


class Allowance(NamedTuple):
    """How much speech may be gone: `part` ms at one place, `share` of all, and what is in the holes. No
    pause of the material may play for longer than `pause` ms; None is as long as it likes."""

    part: int
    share: float
    holes: tuple[Hole, ...] = ()
    pause: int | None = None


class Lost(NamedTuple):
    """A part of speech (ms of its file) that is in none of the pieces."""

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
    kept = {name: _Kept.of(pieces) for name, pieces in _by_name(actual.main).items()}
    yield from _pauses_left(expected, actual, kept, allowed.pause)
    lost = list(_lost_from(expected, actual, kept))
    spoken = sum(end - start for _, start, end in _spoken(expected, actual))
    worst = max(_beyond(lost, allowed, actual.length.lo), key=_length, default=None)
    if worst is None and sum(map(_length, lost)) > allowed.share * spoken and not allowed.holes:
        worst = max(lost, key=_length)
    if worst is not None:
        at = f"{worst.start / 1000:g} s of {worst.name}"
        yield f"{_length(worst) / 1000:g} s of speech at {at} are gone"


def _spoken(expected: Timeline, actual: Timeline) -> Iterator[tuple[str, int, int]]:
    """The stretches of speech (ms of their file) that the pieces hold, where they were measured."""
    for piece in expected.main:
        silent = actual.silences.get(piece.name)
        if silent is None or piece.source is None:
            continue
        for start, end in gaps(_reaching_into(silent, *piece.source), *piece.source):
            yield piece.name, start, end


def _lost_from(expected: Timeline, actual: Timeline, kept: Mapping[str, _Kept]) -> Iterator[Lost]:
    for name, start, end in _spoken(expected, actual):
        yield from kept.get(name, _NOTHING_KEPT).lost_of(name, start, end, actual)


def _by_name(pieces: Sequence[Segment]) -> dict[str, list[Segment]]:
    """The pieces that play some of a file."""
    found: dict[str, list[Segment]] = defaultdict(list)
    for piece in pieces:
        if piece.source:
            found[piece.name].append(piece)
    return found


class _Kept(NamedTuple):
    """What plays of one file: when its parts end and begin, by the time in the file (ms); and the `ranges`
    of the file that play, in order, those that touch as one."""

    ends: list[Range]
    begins: list[Range]
    ranges: list[Range]

    @staticmethod
    def of(pieces: Sequence[Segment]) -> _Kept:
        shown = [(*piece.source, piece) for piece in pieces if piece.source]
        return _Kept(
            sorted((last, _when(piece, last=True)) for _, last, piece in shown),
            sorted((first, _when(piece, last=False)) for first, _, piece in shown),
            _joined(sorted((first, last) for first, last, _ in shown)),
        )

    def near(self, start: int, end: int) -> Sequence[Range]:
        """The ranges that reach into a stretch of the file."""
        return _reaching_into(self.ranges, start, end)

    def lost_of(self, name: str, start: int, end: int, actual: Timeline) -> Iterator[Lost]:
        """What of a stretch of speech is in no piece; shifts of both its edges are measurement."""
        for first, last in gaps(self.near(start, end), start, end):
            before = bisect_right(self.ends, first + 1, key=lambda one: one[0])
            after = bisect_left(self.begins, last - 1, key=lambda one: one[0])
            beside = (*self.ends[:before][-1:], *self.begins[after : after + 1])
            times = tuple(time for _, time in beside)
            yield Lost(first, last, name, times or (0, actual.length.lo))


_NOTHING_KEPT = _Kept([], [], [])


def _reaching_into(ranges: Sequence[Range], start: int, end: int) -> Sequence[Range]:
    """Those of some ranges, in order and apart, that touch another one."""
    first = bisect_left(ranges, start, key=lambda one: one[1])
    return ranges[first : bisect_right(ranges, end, key=lambda one: one[0])]


def _when(piece: Segment, *, last: bool) -> int:
    """When (ms) a piece shows the first or the last of what it plays of its file."""
    return (piece.end if last != bool(piece.properties.get("reverse")) else piece.start).lo


def _joined(ranges: Sequence[Range]) -> list[Range]:
    found: list[Range] = []
    for start, end in ranges:
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], end)
        else:
            found.append((start, end))
    return found


def _pauses_left(
    expected: Timeline, actual: Timeline, kept: Mapping[str, _Kept], longest: int | None
) -> Iterator[str]:
    """The first pause of a piece that plays for longer than that (ms), though all such were to be cut."""
    for piece in expected.main if longest is not None else ():
        if piece.source is None or piece.name not in kept:
            continue
        for first, last in _reaching_into(actual.silences.get(piece.name, ()), *piece.source):
            if lasts(piece, (first, last)) <= (longest or 0):
                continue
            for one, other in kept[piece.name].near(first, last):
                played = lasts(piece, (max(first, one), min(last, other)))
                if played > (longest or 0):
                    at = f"{first / 1000:g} s of {piece.name}"
                    yield f"a pause of {played / 1000:.3g} s at {at} is still there"
                    return


def _length(lost: Lost) -> int:
    return lost.end - lost.start


def _beyond(lost: Sequence[Lost], allowed: Allowance, length: int) -> Iterator[Lost]:
    """What is lost outside of the holes, or does not fit into its hole."""
    used: dict[Hole, int] = defaultdict(int)
    placed = _Placed.on(allowed.holes, length)
    for one in lost:
        holes = placed.near(one)
        for hole in holes:
            used[hole] += _length(one)
        fits = any(h.length is None or used[h] <= h.length + 2 * _SPEECH_EDGE for h in holes)
        if _length(one) > allowed.part and not fits:
            yield one


class _Placed(NamedTuple):
    """Holes in the order in which they lie on the final video, and when (ms) that is."""

    times: list[int]
    holes: list[Hole]

    @staticmethod
    def on(holes: Iterable[Hole], length: int) -> _Placed:
        """On a video of that length (ms)."""
        placed = ((length if hole.at is None else min(hole.at, length), hole) for hole in holes)
        in_order = sorted(placed, key=lambda one: one[0])
        return _Placed([time for time, _ in in_order], [hole for _, hole in in_order])

    def near(self, lost: Lost) -> set[Hole]:
        """The holes where something lost would have been."""
        found = set[Hole]()
        for time in dict.fromkeys(lost.times):
            first = bisect_left(self.times, time - _NEAR)
            found.update(self.holes[first : bisect_right(self.times, time + _NEAR)])
        return found


def lost_parts(expected: Timeline, actual: Timeline) -> list[Lost]:
    """All of the speech of the expected pieces that is gone, allowed or not."""
    kept = {name: _Kept.of(pieces) for name, pieces in _by_name(actual.main).items()}
    return list(_lost_from(expected, actual, kept))


def needed(lost: Sequence[Lost], length: int, done: Iterable[Delta]) -> set[int]:
    """The indices of the cuts without which a stretch of speech would be lost that nothing else allows:
    what follows a cut lies later without it, so that no other hole gets any nearer. `length` (ms) is
    that of the video."""
    allowed = longest_lost(done)
    if allowed is None:
        return set()
    placed = _Placed.on(allowed.holes, length)
    near = (placed.near(one) for one in lost if _length(one) > allowed.part)
    return {hole.by for holes in near if len(holes) == 1 for hole in holes}


def are_allowed(lost: Sequence[Lost], length: int, done: Iterable[Delta]) -> bool:
    """Whether these deltas allow all that is lost of a video of that length (ms)."""
    allowed = longest_lost(done)
    return allowed is None or not any(_beyond(lost, allowed, length))


def longest_lost(done: Iterable[Delta]) -> Allowance | None:
    """What may be gone after some deltas: nothing but the edges with the pauses, a filler with the fillers,
    and what a later cut removes. None where it is not known where that is in the video."""
    part, share, speed = 2 * _SPEECH_EDGE, 1.0, 1.0
    trimmed, holes, pauses, moments = False, list[Hole](), list[int](), Moments()
    for number, delta in enumerate(done):
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
            pauses += [] if delta.longest is None else [delta.longest]
            continue
        if holes and not delta.maps_time and not isinstance(delta, RemoveUnknown):
            return None
        if holes and _moves_the_end(delta) and any(hole.at is None for hole in holes):
            return None
        for one in delta.maps if holes else ():
            moments.move(one.first, one.last, one.moved)
        made = _holes(delta, speed, number)
        if made is None:
            return None
        for hole in made:
            if hole.at is not None:
                moments.add(hole.at, len(holes))
            holes.append(hole)
        if isinstance(delta, Retime):
            speed = max(speed, delta.factor / 1000, delta.upto / 1000)
    for time, index in moments:
        holes[index] = Hole(time, *holes[index][1:])
    return Allowance(part, share, tuple(holes), min(pauses, default=None))


def _moves_the_end(delta: Delta) -> bool:
    return isinstance(delta, Append) or (isinstance(delta, FreezeFrame) and delta.at == "end")


def _holes(delta: Delta, speed: float, by: int) -> list[Hole] | None:
    """What a delta cuts out of the video, where it says so; None where nobody knows."""
    if isinstance(delta, Cut):
        return [
            Hole(delta.moved(start), round((end - start) * speed), by)
            for start, end in delta.ranges
        ]
    if isinstance(delta, RemoveUnknown):
        ends = delta.ends
        made = [
            Hole(at, None if length is None else round(length * speed), by) for at, length in ends
        ]
        return made or None
    return None if delta.removes_material else []
