"""Edits that change what is left of the material and how long it lasts."""

from collections.abc import Callable, Iterator
from math import hypot
from typing import Literal

from nemo_spec.language.values import DAY, Range, Sweep, show_number
from nemo_spec.timeline.deltas import Cut as CutDelta
from nemo_spec.timeline.deltas import Delta, FreezeFrame, RemoveUnknown
from nemo_spec.timeline.deltas import Retime as StretchDelta
from nemo_spec.timeline.deltas import Reverse as ReverseDelta
from nemo_spec.timeline.deltas import Split as SplitDelta
from nemo_spec.timeline.model import Interval, Timeline, exactly
from nemo_spec.timeline.track import MainTrack
from nemo_spec.verbs import phrasing
from nemo_spec.verbs.base import (
    Edit,
    Problem,
    check_lasting,
    check_point,
    check_range,
    check_ranges,
    option,
    place,
    place_range,
    value,
)
from nemo_spec.verbs.overlays import check_blurs
from nemo_spec.verbs.value_types import At, Duration, Level, Speed, TimeRange

EDGE = 60
"""Milliseconds by which two measurements of one pause may differ: a frame at either side."""
_PER_PAUSE, _BASE = 50, 40
"""Milliseconds by which the figure of a pause, and of a whole clip, may be off on average: with the two,
the interval holds the truth of every clip of tests/media/test_spoken_pauses.py."""

_ROUNDING = 1
"""Milliseconds by which a service may round where a cut falls."""


class TrimPauses(Edit):
    """Shorten the pauses in the speech.

    Without `below`, the threshold is set between the clip's own background noise and its speech. `plan`
    finds the pauses by voice where the extra `nemo-spec[speech]` is installed, else by level, and says
    which.

    Afterwards: a video that is shorter or as long as before, in the same order, without gaps, and with
    every word still in it.
    """

    example = "trim pauses longer than 0.7s keep 0.2s"
    needs_silences = True
    group = "Cuts and time"
    moves_time = True
    verb: Literal["trim pauses"] = "trim pauses"
    longer_than: Duration = option("longer than", 600, "pauses shorter than this stay as they are")
    keep: Duration = option("keep", 200, "how much of a pause stays on either side of the cut")
    below: Level | None = option("below", None, "what counts as silence; without it, measured")

    def check(self, timeline: Timeline) -> Iterator[Problem]:
        if self.longer_than < 2 * self.keep:
            cure = "keep at most half of `longer than`"
            yield Problem("E212", "`keep` is more than half of the shortest pause", cure, "keep")

    def english(self) -> str:
        return (
            f"Cut every pause in the speech longer than {phrasing.seconds(self.longer_than)}, keeping "
            f"{phrasing.seconds(self.keep)} of silence at either side{self._threshold()}, and close "
            "the gaps."
        )

    def chinese(self) -> str:
        below = f"，静音阈值{show_number(self.below)}dB" if self.below is not None else ""
        return (
            f"剪掉语音中所有超过{phrasing.zh_seconds(self.longer_than)}的停顿，"
            f"两侧各保留{phrasing.zh_seconds(self.keep)}{below}，并合拢空隙。"
        )

    def effect(self, timeline: Timeline) -> tuple[Delta, ...]:
        removed = self.removed(timeline)
        edge = round(EDGE * _slowness(timeline))
        longest = None if removed is None else self.longer_than + 2 * edge
        return (RemoveUnknown("pauses", removed, longest=longest),)

    def forecast(self, timeline: Timeline) -> str:
        found = self.pauses(timeline)
        if found is None:
            return ""
        cut = [length for length in found if length >= self.longer_than]
        removed = sum(length - 2 * self.keep for length in cut)
        return f"cuts {len(cut)} pauses, {removed / 1000:.1f} s"

    def removed(self, timeline: Timeline) -> Interval | None:
        """Milliseconds that go, where the sound of all material has been measured."""
        found = self.pauses(timeline)
        if found is None:
            return None
        slow = _slowness(timeline)
        edge = EDGE * slow
        sure = [length for length in found if length >= self.longer_than + edge]
        removed = sum(length - 2 * self.keep for length in sure)
        unsure = [length for length in found if abs(length - self.longer_than) < edge]
        # whether one at the limit is cut says nothing of the next: their spreads add up as squares
        halves = [max(0, length - 2 * self.keep + edge) / 2 for length in unsure]
        spread = (_PER_PAUSE * len(sure) + (_BASE if found else 0)) * slow + hypot(*halves)
        middle = removed + sum(halves)
        return Interval(max(0, round(middle - spread)), round(middle + spread))

    def pauses(self, timeline: Timeline) -> list[int] | None:
        """Lengths in ms of the silences of the main track; None when not measured.

        A pause may run across a cut, so that neighbours are not looked at apart.
        """
        if self.below is not None or not timeline.is_exact:
            return None
        lengths: list[int] = []
        for piece in timeline.main:
            if piece.properties.get("still") or piece.properties.get("freeze"):
                continue
            quiet = timeline.silences.get(piece.name)
            if quiet is None or piece.source is None:
                return None
            rate = (piece.source[1] - piece.source[0]) / max(1, piece.length.lo)
            inside = (min(b, piece.source[1]) - max(a, piece.source[0]) for a, b in quiet)
            lengths += [round(length / rate) for length in inside if length > 0]
        return lengths

    def _threshold(self) -> str:
        if self.below is None:
            return ""
        return f", counting everything below {show_number(self.below)} dB as silence"


class TrimFillers(Edit):
    """Remove filler words ("um", "uh", …).

    Afterwards: a video that is shorter or as long as before, in the same order, without gaps.
    """

    example = "trim fillers"
    group = "Cuts and time"
    moves_time = True
    sentences = (
        "Remove all filler words such as um and uh from the speech, and close the gaps.",
        "删除语音中所有的语气词（如嗯、呃），并合拢空隙。",
    )
    verb: Literal["trim fillers"] = "trim fillers"

    def effect(self, timeline: Timeline) -> tuple[Delta, ...]:
        return (RemoveUnknown("fillers"),)


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
        elif isinstance(self.factor, Sweep) and _has_ramp(timeline, start.lo, over):
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
            return (RemoveUnknown("speed"),)
        first, last = (round(speed * 1000) for speed in self._ends)
        upto = last if first != last else 0
        return (StretchDelta(start.lo, min(end.hi, timeline.length.hi), first, upto),)


def _has_ramp(timeline: Timeline, start: int, end: int) -> bool:
    near = MainTrack.of(timeline.main).near(start, end)
    return any(
        "speed_to" in piece.properties and piece.start.lo < end and start < piece.end.lo
        for piece in near
    )


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


def _slowness(timeline: Timeline) -> float:
    """How many times as long a millisecond of the material lasts at most; so does an error in it."""
    played = ((p.length.lo, p.source[1] - p.source[0]) for p in timeline.main if p.source)
    return max([1.0, *(length / of_file for length, of_file in played if of_file > 0)])


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
