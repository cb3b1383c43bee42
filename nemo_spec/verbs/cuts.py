"""Edits that leave only a part of the material, or divide it."""

from collections.abc import Callable, Iterator
from typing import Literal

from nemo_spec.language.values import DAY, Range
from nemo_spec.timeline.deltas import Cut as CutDelta
from nemo_spec.timeline.deltas import Delta, RemoveUnknown
from nemo_spec.timeline.deltas import Split as SplitDelta
from nemo_spec.timeline.model import Interval, Timeline, exactly
from nemo_spec.timeline.track import MainTrack
from nemo_spec.verbs import phrasing
from nemo_spec.verbs.base import (
    Edit,
    Problem,
    check_point,
    check_ranges,
    option,
    place,
    place_range,
    value,
)
from nemo_spec.verbs.value_types import At, TimeRange

_ROUNDING = 1
"""Milliseconds by which a service may round where a cut falls."""


class Cut(Edit):
    """Remove parts of the video.

    What follows closes up. All ranges are times on the timeline before the cut. Texts, overlays and
    sounds that are already above the video shift with the picture; music keeps its start and ends
    earlier.

    Afterwards: the ranges are removed, and the rest is unchanged.
    """

    example = "cut 0-3s, 12-14.5s"
    group = "Cuts and time"
    synonyms = ("delete", "remove", "ripple")
    moves_time = True
    verb: Literal["cut"] = "cut"
    ranges: tuple[TimeRange, ...] = value(..., "what is removed")

    def check(self, timeline: Timeline) -> Iterator[Problem]:
        yield from check_ranges(self.ranges, timeline, "ranges")
        if timeline.is_exact and _merged(self.ranges, timeline.length) == [(0, timeline.length.lo)]:
            yield Problem("E213", "this removes the whole video", "leave a part of it", "ranges")

    def english(self) -> str:
        return f"Cut out {phrasing.ranges(self.ranges)} of the timeline and close the gap."

    def chinese(self) -> str:
        return f"剪掉时间线上{phrasing.zh_ranges(self.ranges)}的部分，并合拢空隙。"

    def effect(self, timeline: Timeline) -> tuple[Delta, ...]:
        gone = _merged(self.ranges, timeline.length)
        return _cut(gone, self.ranges, timeline, self._left, tuple(self._ends()))

    def _left(self, length: int) -> int:
        return length - _total(self.ranges, length)

    def _ends(self) -> Iterator[tuple[int | None, int | None]]:
        """Where it cuts, on the video that is left; `last 2s` at its end."""
        before = 0
        for range_ in sorted(self.ranges, key=lambda one: one.start):
            if range_.start < 0:
                yield None, -range_.start
            elif range_.end == "end":
                yield None, None
            else:
                yield range_.start - before, range_.end - range_.start
                before += range_.end - range_.start


class Keep(Edit):
    """Keep only these parts of the video.

    All ranges are times on the timeline before the edit; the parts stay in order.

    Afterwards: the ranges, one after another, and nothing else.
    """

    example = "keep 5-20s"
    group = "Cuts and time"
    moves_time = True
    verb: Literal["keep"] = "keep"
    ranges: tuple[TimeRange, ...] = value(..., "what is kept")

    def check(self, timeline: Timeline) -> Iterator[Problem]:
        yield from check_ranges(self.ranges, timeline, "ranges")

    def english(self) -> str:
        return f"Keep only {phrasing.ranges(self.ranges)} of the timeline and cut everything else."

    def chinese(self) -> str:
        return f"只保留时间线上{phrasing.zh_ranges(self.ranges)}的部分。"

    def effect(self, timeline: Timeline) -> tuple[Delta, ...]:
        kept = _merged(self.ranges, timeline.length)
        edges = [0, *(edge for range_ in kept for edge in range_), max(DAY, timeline.length.hi)]
        gaps = [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if a < b]
        last = len(self.ranges) == 1  # `keep last 5s`: all before it goes
        return _cut(gaps, self.ranges, timeline, self._left, ((0, None),) if last else ())

    def _left(self, length: int) -> int:
        return _total(self.ranges, length)


class Split(Edit):
    """Make a cut without removing anything.

    Use it before `transition`, or to edit two parts separately.

    Afterwards: one more video segment, and the same duration.
    """

    example = "split at 12s"
    group = "Cuts and time"
    synonyms = ("razor",)
    verb: Literal["split"] = "split"
    at: At = option("at", about="where the cut is", required=True)

    def check(self, timeline: Timeline) -> Iterator[Problem]:
        yield from check_point(self.at, timeline, "at")
        if self.at in (0, "end") or (timeline.is_exact and self.at == timeline.length.lo):
            yield Problem(
                "E211", "nothing to split at the edge", "name a time inside the video", "at"
            )
        elif self.at != "end" and timeline.is_exact and _is_cut_at(timeline, self.at):
            cure = "delete this line, or name another time"
            yield Problem("E211", "there is already a cut at this time", cure, "at")

    def english(self) -> str:
        return f"Split the video {phrasing.at(self.at)} without removing anything."

    def chinese(self) -> str:
        return f"在{phrasing.zh_at(self.at)}分割视频，不删除任何内容。"

    def effect(self, timeline: Timeline) -> tuple[Delta, ...]:
        return (SplitDelta(place(self.at, timeline.length).lo),)


def _merged(ranges: tuple[Range, ...], length: Interval) -> list[tuple[int, int]]:
    """The ranges in order, touching ones as one, in ms of the timeline; `end` is its latest end."""
    spans = []
    for range_ in ranges:
        start, end = place_range(range_, length)
        spans.append((start.hi, min(end.hi, length.hi)))
    merged: list[tuple[int, int]] = []
    for first, last in sorted(spans):
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], last))
        elif first < last:
            merged.append((first, last))
    return merged


def _total(ranges: tuple[Range, ...], length: int) -> int:
    """How much (ms) of a video of that length lies in the ranges."""
    return sum(end - start for start, end in _merged(ranges, exactly(length)))


def _cut(
    gone: list[tuple[int, int]],
    asked: tuple[Range, ...],
    timeline: Timeline,
    left: Callable[[int], int],
    ends: tuple[tuple[int | None, int | None], ...],
) -> tuple[Delta, ...]:
    """`left` says how much is left (ms) of a video of some length."""
    floating = any(range_.start < 0 for range_ in asked)
    if not floating or timeline.is_exact:
        return (CutDelta(tuple(gone)),)
    least, most = map(left, timeline.length)
    # to the millisecond: what is left, but not which parts of the material that is
    length = Interval(max(0, least - _ROUNDING), most + _ROUNDING)
    return (RemoveUnknown("cut", ends=ends, left=length),)


def _is_cut_at(timeline: Timeline, time: int) -> bool:
    """Whether a piece of the main track begins at that time."""
    return any(piece.start.lo == time for piece in MainTrack.of(timeline.main).near(time, time))
