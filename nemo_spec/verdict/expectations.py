"""The `expect` statements, on the final timeline."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from nemo_spec.compile.prediction import Prediction
from nemo_spec.language.values import level_of
from nemo_spec.timeline.model import Role, Segment, Timeline
from nemo_spec.timeline.properties import same, value_of
from nemo_spec.timeline.summary import called, level, normal, seconds, span
from nemo_spec.verbs.base import place_range
from nemo_spec.verbs.expect import (
    Expect,
    Expectation,
    ExpectDuration,
    ExpectNone,
    ExpectNothingElse,
    ExpectSegments,
    ExpectTracks,
    bounds,
)
from nemo_spec.verdict.findings import Finding, Status


class Drawn(Prediction):
    """The timeline of a draft, as expectations ask for it."""

    def __init__(self, timeline: Timeline) -> None:
        super().__init__(timeline)
        self.half_read = [segment for segment in timeline.segments if segment.unreadable]
        self._latest: dict[Role, list[int]] = {}

    def first_visible(self, role: Role, after: int) -> Segment | None:
        """The first segment of a kind that ends after a time (ms)."""
        segments = self.of_role(role)
        if role not in self._latest:
            self._latest[role] = list(accumulate((one.end.hi for one in segments), max))
        index = bisect_right(self._latest[role], after)
        return segments[index] if index < len(segments) else None


_FOOTAGE = ("clip", "generated")
"""Only the material of a piece tells which of them it is."""


def verify_expectation(
    owner: int,
    expectation: Expectation,
    drawn: Drawn,
    tolerance: int,
    unrequested: Sequence[Finding],
) -> Finding:
    """The finding for one `expect`; `tolerance` in ms, `unrequested` all findings of that kind so far."""
    status, message, place = _checked(expectation, drawn, tolerance, unrequested)
    unread = list(_unread(expectation, drawn))
    if unread and not (status == "met" and _is_there(expectation)):
        return Finding("unreadable", owner, f"cannot be read: {', '.join(unread[:3])}")
    return Finding(status, owner, message, place)


def _is_there(expectation: Expectation) -> bool:
    """Whether one segment is enough to meet it, whatever the others are."""
    return isinstance(expectation, Expect) and expectation.count is None


def _unread(expectation: Expectation, drawn: Drawn) -> Iterator[str]:
    """What of the draft cannot be read and might be what the expectation is about."""
    yield from drawn.timeline.unreadable
    segments: Sequence[Segment] = ()
    match expectation:
        case ExpectDuration() if drawn.half_read:
            segments = drawn.timeline.main
        case ExpectNone() | Expect():
            role = expectation.role
            segments = [s for s in drawn.half_read if _may_be(role, s)]
    needed = _needed(expectation)
    yield from (f"{what} of {s.place}" for s in segments for what in s.unreadable if what in needed)


def _may_be(role: str, segment: Segment) -> bool:
    """Whether a segment of which something is unread may be one of that role."""
    footage = role in _FOOTAGE and segment.role in _FOOTAGE
    return segment.role == role or footage or "track type" in segment.unreadable


def _needed(expectation: Expectation) -> set[str]:
    needed = {"track type"}
    if isinstance(expectation, Expect | ExpectNone) and expectation.role in _FOOTAGE:
        needed |= {"name"}
    if isinstance(expectation, Expect):
        needed |= {"text", "name"} if expectation.text is not None else set()
        needed |= {"start", "duration"} if expectation.range is not None else set()
        return needed | ({"volume"} if expectation.volume is not None else set())
    if isinstance(expectation, ExpectNone) and expectation.after is None:
        return needed
    return needed | {"start", "duration"}


Result = tuple[Status, str, str]


def _checked(
    expectation: Expectation, drawn: Drawn, tolerance: int, unrequested: Sequence[Finding]
) -> Result:
    timeline = drawn.timeline
    match expectation:
        case ExpectDuration():
            met = timeline.length.within(expectation.bounds, tolerance)
            return _result(met, f"{seconds(timeline.length)} s")
        case ExpectTracks():
            return _counted(expectation.comparison, expectation.count, timeline.tracks, "track")
        case ExpectSegments():
            count = len(timeline.main)
            return _counted(expectation.comparison, expectation.count, count, "video segment")
        case ExpectNothingElse():
            messages = [finding.message for finding in unrequested]
            return _result(not messages, messages[0] if messages else "nothing else has changed")
        case ExpectNone():
            return _none(expectation, drawn, tolerance)
        case Expect():
            return _some(expectation, drawn, tolerance)
    raise TypeError(f"no check for {type(expectation).__name__}")


def _result(met: bool, message: str, place: str = "") -> Result:
    return "met" if met else "different", message, place


def _counted(comparison: str, wanted: int, found: int, noun: str) -> Result:
    met = bounds(comparison, wanted).lo <= found <= bounds(comparison, wanted).hi
    return _result(met, f"{found} {noun}{'' if found == 1 else 's'}")


def _none(expectation: ExpectNone, drawn: Drawn, tolerance: int) -> Result:
    after = -1 if expectation.after is None else expectation.after + tolerance
    if segment := drawn.first_visible(expectation.role, after):
        return _result(False, f"{called(segment)} is at {span(segment)}", segment.place)
    return _result(True, "none")


def _some(expectation: Expect, drawn: Drawn, tolerance: int) -> Result:
    tolerance = tolerance if expectation.within is None else expectation.within
    of_kind, candidates = drawn.of_role(expectation.role), drawn.candidates(expectation, tolerance)
    fitting = [s for s in candidates if _fits(expectation, s, drawn.timeline, tolerance)]
    if expectation.count is not None:
        first = fitting[0].place if fitting else ""
        return _result(len(fitting) == expectation.count, f"{len(fitting)} found", first)
    if fitting:
        return _result(True, span(fitting[0]), fitting[0].place)
    if not of_kind:
        return "missing", f"no {expectation.role} in the draft", ""
    shown = ", ".join(
        f"{called(segment)} at {span(segment)}{_level(segment)}" for segment in of_kind[:3]
    )
    return _result(False, f"there is only {shown}", of_kind[0].place)


def _level(segment: Segment) -> str:
    told = level(segment) if segment.kind == "audio" else ""
    return told and f" with volume {told}"


def _fits(expectation: Expect, segment: Segment, timeline: Timeline, tolerance: int) -> bool:
    if any(what in segment.unreadable for what in _needed(expectation)):
        return False
    if expectation.text is not None and normal([expectation.text])[0] not in normal(
        [*segment.texts, segment.name]
    ):
        return False
    if expectation.range is not None:
        start, end = place_range(expectation.range, timeline.length)
        if not (segment.start.within(start, tolerance) and segment.end.within(end, tolerance)):
            return False
    if expectation.volume is not None:
        volume = value_of(segment.properties, "volume")
        return same("volume", level_of(expectation.volume), volume, tolerance)
    return True
