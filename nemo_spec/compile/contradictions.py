"""Expectations that cannot be met, whatever the service does, as long as it does what is asked.

Only what is certain counts: intervals are taken at both ends, and after a `say` nothing is certain.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nemo_spec.compile.prediction import Prediction
from nemo_spec.compile.program import Program
from nemo_spec.timeline.model import Interval, Segment
from nemo_spec.timeline.properties import shown
from nemo_spec.timeline.summary import seconds
from nemo_spec.verbs.base import Problem
from nemo_spec.verbs.expect import (
    Expect,
    Expectation,
    ExpectDuration,
    ExpectNone,
    ExpectSegments,
    ExpectTracks,
    bounds,
)

_CURE = "change the edits, or what is expected"


def contradictions(program: Program) -> Iterator[tuple[int, Problem]]:
    """Problems of the program's `expect` statements with its own prediction, by index in the plan."""
    if program.predicted.unknown or not program.expectations:
        return
    predicted = Prediction(program.predicted)
    for index, expectation, tolerance in program.expectations:
        if not any(expectation.check(predicted.timeline)):
            found = _contradiction(expectation, predicted, tolerance)
            yield from ((index, problem) for problem in found)


def _contradiction(
    expectation: Expectation, predicted: Prediction, tolerance: int
) -> Iterator[Problem]:
    match expectation:
        case ExpectDuration():
            yield from _duration(expectation, predicted.timeline.length, tolerance)
        case ExpectTracks():
            yield from _tracks(expectation, predicted)
        case ExpectSegments():
            yield from _segments(expectation, predicted)
        case ExpectNone():
            yield from _none(expectation, predicted, tolerance)
        case Expect():
            yield from _some(expectation, predicted, tolerance)


def _duration(expectation: ExpectDuration, length: Interval, tolerance: int) -> Iterator[Problem]:
    least, most = expectation.bounds
    if most + tolerance < length.lo or least - tolerance > length.hi:
        yield Problem("E260", f"the video will last {seconds(length)} s", _CURE, "length")


def _tracks(expectation: ExpectTracks, predicted: Prediction) -> Iterator[Problem]:
    kinds = predicted.certain_kinds
    if bounds(expectation.comparison, expectation.count).hi < len(kinds):
        message = f"there will be at least {len(kinds)} tracks: {', '.join(kinds)}"
        yield Problem("E260", message, _CURE, "count")


def _segments(expectation: ExpectSegments, predicted: Prediction) -> Iterator[Problem]:
    count = predicted.fewest_pieces
    if bounds(expectation.comparison, expectation.count).hi < count:
        yield Problem("E260", f"there will be at least {count} segments", _CURE, "count")


def _none(expectation: ExpectNone, predicted: Prediction, tolerance: int) -> Iterator[Problem]:
    after = -1 if expectation.after is None else expectation.after + tolerance
    if segment := predicted.first_after(expectation.role, after):
        yield Problem("E260", f"{_shown(segment)} will be there", _CURE, "what")


def _some(expectation: Expect, predicted: Prediction, tolerance: int) -> Iterator[Problem]:
    tolerance = tolerance if expectation.within is None else expectation.within
    possible, certain = predicted.fitting(expectation, tolerance)
    if expectation.count is not None and expectation.count < len(certain):
        shown = ", ".join(_shown(segment) for segment in certain[:3])
        yield Problem("E260", f"there will be {len(certain)}: {shown}", _CURE, "count")
    elif expectation.role not in predicted.timeline.open_roles and len(possible) < _wanted(
        expectation
    ):
        yield _too_few(expectation, predicted.of_role(expectation.role), possible)


def _wanted(expectation: Expect) -> int:
    return 1 if expectation.count is None else expectation.count


def _too_few(
    expectation: Expect, of_kind: Sequence[Segment], possible: Sequence[Segment]
) -> Problem:
    if expectation.count is not None and possible:
        shown = ", ".join(_shown(segment) for segment in possible[:3])
        return Problem("E260", f"there will be only {len(possible)}: {shown}", _CURE, "count")
    if of_kind:
        shown = ", ".join(_shown(segment) for segment in of_kind[:3])
        return Problem("E260", f"there will be only {shown}", _CURE, "what")
    return Problem("E260", f"nothing in this recipe adds a {expectation.role}", _CURE, "what")


def _shown(segment: Segment) -> str:
    content = " ".join(f'"{text}"' for text in segment.texts) or segment.name
    place = f"from {seconds(segment.start)} s on"
    if segment.end.is_exact:
        place = f"at {seconds(segment.start)}-{seconds(segment.end)}s"
    volume = segment.properties.get("volume")
    level = f" with volume {shown('volume', volume)}" if volume is not None else ""
    return f"{segment.role} {content} ".replace("  ", " ") + place + level
