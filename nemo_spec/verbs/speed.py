"""Edits of how fast the video plays, and in which direction."""

from collections.abc import Iterator
from typing import Literal

from nemo_spec.language.values import Sweep, show_number
from nemo_spec.timeline.deltas import Delta, FreezeFrame, RemoveUnknown
from nemo_spec.timeline.deltas import Retime as StretchDelta
from nemo_spec.timeline.deltas import Reverse as ReverseDelta
from nemo_spec.timeline.model import Interval, Timeline, exactly
from nemo_spec.timeline.track import MainTrack
from nemo_spec.verbs import phrasing
from nemo_spec.verbs.base import (
    Edit,
    Problem,
    check_lasting,
    check_point,
    check_range,
    option,
    place,
    place_range,
    value,
)
from nemo_spec.verbs.overlays import check_blurs
from nemo_spec.verbs.value_types import At, Duration, Speed, TimeRange

_ROUNDING = 1
"""Milliseconds by which a service may round how long a part lasts."""


class ChangeSpeed(Edit):
    """Play the video, or a part of it, faster or slower.

    `1-3x` is a ramp: the speed goes evenly from one to the other over the time that results, twice the
    length divided by the sum of both. Its sound follows and keeps its pitch. Ramps are not documented by
    the service.

    Afterwards: a duration that is scaled exactly: `2x` halves it, and so does `1-3x`.
    """

    example = "speed 1.5x 10-20s"
    group = "Cuts and time"
    synonyms = ("retime", "slowmo")
    moves_time = True
    verb: Literal["speed"] = "speed"
    factor: Speed = value(..., "how fast")
    range: TimeRange | None = value(None, "which part; without it, the whole video")

    def check(self, timeline: Timeline) -> Iterator[Problem]:
        yield from check_range(self.range, timeline, "range")
        start, end = place_range(self.range, timeline.length)
        over = min(end.hi, timeline.length.hi)
        lasts = 2 * (over - start.lo) / sum(self._ends)
        if timeline.is_exact and 0 < lasts < 0.5:
            yield Problem("E213", "this leaves less than a millisecond", "play it slower", "range")
        elif isinstance(self.factor, Sweep) and _has_ramp(timeline, start.lo, end.hi):
            cure = "name a range without it, or write both as one"
            yield Problem("E107", "the speed changes evenly here already", cure, "factor")

    @property
    def _ends(self) -> tuple[float, float]:
        if isinstance(self.factor, Sweep):
            return self.factor.start, self.factor.end
        return self.factor, self.factor

    def english(self) -> str:
        where = f" {phrasing.over(self.range)}" if self.range else ""
        what = f"Play the {'part' if where else 'whole video'}{where}"
        first, last = map(show_number, self._ends)
        if isinstance(self.factor, Sweep):
            return f"{what} with a linear speed ramp from {first}x to {last}x."
        return f"{what} at {first}x speed."

    def chinese(self) -> str:
        where = f"{phrasing.zh_over(self.range)}的部分" if self.range else "整个视频"
        first, last = map(show_number, self._ends)
        if isinstance(self.factor, Sweep):
            return f"将{where}以{first}倍到{last}倍的线性变速播放。"
        return f"将{where}以{first}倍速播放。"

    def effect(self, timeline: Timeline) -> tuple[Delta, ...]:
        start, end = place_range(self.range, timeline.length)
        if not start.is_exact:
            shortest, longest = map(self._left, timeline.length)
            left = Interval(max(0, shortest - _ROUNDING), longest + _ROUNDING)
            return (RemoveUnknown("speed", left=left),)
        return (self._stretch(start.lo, min(end.hi, timeline.length.hi)),)

    def _left(self, length: int) -> int:
        """How long (ms) a video of that length is afterwards."""
        start, _ = place_range(self.range, exactly(length))
        return self._stretch(start.lo, length).moved(length)

    def _stretch(self, start: int, end: int) -> StretchDelta:
        first, last = (round(speed * 1000) for speed in self._ends)
        return StretchDelta(start, end, first, last if first != last else 0)


def _has_ramp(timeline: Timeline, start: int, end: int) -> bool:
    """Whether a part of the video (ms) certainly holds some of a ramp; all of it holds every one."""
    is_whole = start == 0 and end >= timeline.length.hi
    near = timeline.main if is_whole else MainTrack.of(timeline.main).near(start, end)
    ramps = (piece for piece in near if "speed_to" in piece.properties)
    return any(is_whole or (one.start.lo < end and start < one.end.lo) for one in ramps)


class Reverse(Edit):
    """Play the whole video backwards.

    Afterwards: the same duration.
    """

    example = "reverse"
    group = "Cuts and time"
    synonyms = ("backwards",)
    sentences = ("Play the whole video backwards.", "将整个视频倒放。")
    verb: Literal["reverse"] = "reverse"

    def check(self, timeline: Timeline) -> Iterator[Problem]:
        yield from check_blurs(timeline)

    def effect(self, timeline: Timeline) -> tuple[Delta, ...]:
        return (ReverseDelta(),)


class Freeze(Edit):
    """Hold one frame for a while.

    Then the video goes on.

    Afterwards: a video that is longer by exactly that time.
    """

    example = "freeze 5s for 2s"
    group = "Cuts and time"
    synonyms = ("pause", "hold")
    moves_time = True
    verb: Literal["freeze"] = "freeze"
    at: At = value(..., "which frame")
    duration: Duration = option("for", about="how long it is held", required=True)

    def check(self, timeline: Timeline) -> Iterator[Problem]:
        yield from check_point(self.at, timeline, "at")
        yield from check_lasting(self.duration)

    def english(self) -> str:
        if self.at == "end":
            return f"Freeze the last frame for {phrasing.seconds(self.duration)}."
        return (
            f"Freeze the frame {phrasing.at(self.at)} for {phrasing.seconds(self.duration)}, then go on "
            "with the video."
        )

    def chinese(self) -> str:
        if self.at == "end":
            return f"将最后一帧定格{phrasing.zh_seconds(self.duration)}。"
        return f"在{phrasing.zh_at(self.at)}定格画面{phrasing.zh_seconds(self.duration)}。"

    def effect(self, timeline: Timeline) -> tuple[Delta, ...]:
        at: int | Literal["end"] = (
            self.at if self.at == "end" else place(self.at, timeline.length).lo
        )
        return (FreezeFrame(at, self.duration),)
