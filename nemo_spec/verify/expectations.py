"""The `expect` statements, on the final timeline."""

from __future__ import annotations

from collections.abc import Sequence

from nemo_spec.edits.base import stretch
from nemo_spec.edits.expect import (
    Expect,
    Expectation,
    ExpectDuration,
    ExpectNone,
    ExpectNothingElse,
    ExpectSegments,
    ExpectTracks,
    bounds,
)
from nemo_spec.timeline.model import Segment, Timeline
from nemo_spec.timeline.summary import seconds
from nemo_spec.verify.differences import within
from nemo_spec.verify.findings import Finding, Status, called, span


def verify_expectation(
    owner: int,
    expectation: Expectation,
    timeline: Timeline,
    tolerance: int,
    unrequested: Sequence[Finding],
) -> Finding:
    """The finding for one `expect`; `unrequested` are all findings of that kind so far."""
    status, message, place = _checked(expectation, timeline, tolerance, unrequested)
    return Finding(status, owner, message, place)


Result = tuple[Status, str, str]


def _checked(
    expectation: Expectation, timeline: Timeline, tolerance: int, unrequested: Sequence[Finding]
) -> Result:
    match expectation:
        case ExpectDuration():
            met = within(timeline.length, expectation.bounds, tolerance)
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
            return _none(expectation, timeline, tolerance)
        case Expect():
            return _some(expectation, timeline, tolerance)
    raise TypeError(f"no check for {type(expectation).__name__}")


def _result(met: bool, message: str, place: str = "") -> Result:
    return "met" if met else "different", message, place


def _counted(comparison: str, wanted: int, found: int, noun: str) -> Result:
    met = bounds(comparison, wanted).lo <= found <= bounds(comparison, wanted).hi
    return _result(met, f"{found} {noun}{'' if found == 1 else 's'}")


def _none(expectation: ExpectNone, timeline: Timeline, tolerance: int) -> Result:
    after = -1 if expectation.after is None else expectation.after + tolerance
    for segment in timeline.segments:
        if segment.role == expectation.role and segment.end.hi > after:
            return _result(False, f"{called(segment)} is at {span(segment)}", segment.place)
    return _result(True, "none")


def _some(expectation: Expect, timeline: Timeline, tolerance: int) -> Result:
    tolerance = tolerance if expectation.within is None else expectation.within
    of_kind = [segment for segment in timeline.segments if segment.role == expectation.role]
    fitting = [s for s in of_kind if _fits(expectation, s, timeline, tolerance)]
    if expectation.count is not None:
        return _result(len(fitting) == expectation.count, f"{len(fitting)} found")
    if fitting:
        return _result(True, span(fitting[0]), fitting[0].place)
    if not of_kind:
        return "missing", f"no {expectation.role} in the draft", ""
    shown = ", ".join(
        f"{called(segment)} at {span(segment)}{_level(segment)}" for segment in of_kind[:3]
    )
    return _result(False, f"there is only {shown}", of_kind[0].place)


def _level(segment: Segment) -> str:
    volume = segment.look.get("volume")
    if segment.kind == "audio" and isinstance(volume, int | float):
        return f" with volume {round(volume * 100)}%"
    return ""


def _fits(expectation: Expect, segment: Segment, timeline: Timeline, tolerance: int) -> bool:
    if expectation.text is not None and expectation.text not in (*segment.texts, segment.name):
        return False
    if expectation.range is not None:
        start, end = stretch(expectation.range, timeline.length)
        if not (within(segment.start, start, tolerance) and within(segment.end, end, tolerance)):
            return False
    if expectation.volume is not None:
        volume = segment.look.get("volume", 1)
        return isinstance(volume, int | float) and abs(volume * 100 - expectation.volume) <= 1
    return True
