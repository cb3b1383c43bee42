"""Expectations that cannot be met, whatever the service does, as long as it does what is asked.

Only what is certain counts: intervals are taken at both ends, and after a `say` nothing is certain.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from nemo_spec.compile.program import Program
from nemo_spec.edits.base import Problem, stretch
from nemo_spec.edits.expect import (
    Expect,
    Expectation,
    ExpectDuration,
    ExpectNone,
    ExpectSegments,
    ExpectTracks,
    bounds,
)
from nemo_spec.timeline.model import Interval, Role, Segment, Timeline
from nemo_spec.timeline.summary import seconds

_CURE = "change the edits, or what is expected"


def contradictions(program: Program) -> Iterator[tuple[int, Problem]]:
    """Problems of the program's `expect` statements with its own foresight, by index in the plan."""
    timeline = program.foreseen
    if timeline.unknown:
        return
    open_ended = frozenset(timeline.open_roles)
    for index, expectation, tolerance in program.expectations:
        if not any(expectation.check(timeline)):
            found = _contradiction(expectation, timeline, tolerance, open_ended)
            yield from ((index, problem) for problem in found)


def _contradiction(
    expectation: Expectation, timeline: Timeline, tolerance: int, open_ended: frozenset[Role]
) -> Iterator[Problem]:
    match expectation:
        case ExpectDuration():
            yield from _duration(expectation, timeline.length, tolerance)
        case ExpectTracks():
            yield from _tracks(expectation, timeline)
        case ExpectSegments():
            yield from _segments(expectation, timeline)
        case ExpectNone():
            yield from _none(expectation, timeline, tolerance)
        case Expect():
            yield from _some(expectation, timeline, tolerance, open_ended)


def _duration(expectation: ExpectDuration, length: Interval, tolerance: int) -> Iterator[Problem]:
    least, most = expectation.bounds
    if most + tolerance < length.lo or least - tolerance > length.hi:
        yield Problem("E260", f"the video will last {seconds(length)} s", _CURE, "length")


def _tracks(expectation: ExpectTracks, timeline: Timeline) -> Iterator[Problem]:
    kinds = {segment.kind for segment in timeline.segments if _is_certain(segment)}
    if bounds(expectation.comparison, expectation.count).hi < len(kinds):
        message = f"there will be at least {len(kinds)} tracks: {', '.join(sorted(kinds))}"
        yield Problem("E260", message, _CURE, "count")


def _segments(expectation: ExpectSegments, timeline: Timeline) -> Iterator[Problem]:
    if not timeline.is_exact or any(piece.loose for piece in timeline.main):
        return
    count = 1 + sum(_is_cut(one, other) for one, other in pairwise(timeline.main))
    if timeline.main and bounds(expectation.comparison, expectation.count).hi < count:
        yield Problem("E260", f"there will be at least {count} segments", _CURE, "count")


def _is_cut(one: Segment, other: Segment) -> bool:
    """Whether the second piece is surely another segment, and not the first one going on."""
    goes_on = one.source and other.source and one.source[1] == other.source[0]
    return bool(other.look.get("cut")) or not goes_on or one.look != other.look


def _none(expectation: ExpectNone, timeline: Timeline, tolerance: int) -> Iterator[Problem]:
    after = -1 if expectation.after is None else expectation.after + tolerance
    for segment in timeline.segments:
        if segment.role == expectation.role and _is_certain(segment) and segment.end.lo > after:
            yield Problem("E260", f"{_shown(segment)} will be there", _CURE, "what")
            return


def _some(
    expectation: Expect, timeline: Timeline, tolerance: int, open_ended: frozenset[Role]
) -> Iterator[Problem]:
    tolerance = tolerance if expectation.within is None else expectation.within
    of_kind = [segment for segment in timeline.segments if segment.role == expectation.role]
    possible = [s for s in of_kind if _may_fit(expectation, s, timeline, tolerance)]
    certain = [s for s in possible if _must_fit(expectation, s, timeline, tolerance)]
    if expectation.count is not None and expectation.count < len(certain):
        shown = ", ".join(_shown(segment) for segment in certain[:3])
        yield Problem("E260", f"there will be {len(certain)}: {shown}", _CURE, "count")
    elif expectation.role not in open_ended and len(possible) < _wanted(expectation):
        yield _too_few(expectation, of_kind, possible)


def _wanted(expectation: Expect) -> int:
    return 1 if expectation.count is None else expectation.count


def _too_few(expectation: Expect, of_kind: list[Segment], possible: list[Segment]) -> Problem:
    if expectation.count is not None and possible:
        shown = ", ".join(_shown(segment) for segment in possible[:3])
        return Problem("E260", f"there will be only {len(possible)}: {shown}", _CURE, "count")
    if of_kind:
        shown = ", ".join(_shown(segment) for segment in of_kind[:3])
        return Problem("E260", f"there will be only {shown}", _CURE, "what")
    return Problem("E260", f"nothing in this recipe makes a {expectation.role}", _CURE, "what")


def _may_fit(expectation: Expect, segment: Segment, timeline: Timeline, tolerance: int) -> bool:
    if expectation.text is not None and expectation.text not in (*segment.texts, segment.name):
        return False
    if expectation.range is not None:
        start, end = stretch(expectation.range, timeline.length)
        if not (_meets(segment.start, start, tolerance) and _meets(segment.end, end, tolerance)):
            return False
    volume = segment.look.get("volume")
    if expectation.volume is not None and isinstance(volume, int | float):
        return abs(volume * 100 - expectation.volume) <= 1
    return True


def _must_fit(expectation: Expect, segment: Segment, timeline: Timeline, tolerance: int) -> bool:
    if not _is_certain(segment) or (
        expectation.volume is not None and "volume" not in segment.look
    ):
        return False
    if expectation.range is None:
        return True
    start, end = stretch(expectation.range, timeline.length)
    return _lies_in(segment.start, start, tolerance) and _lies_in(segment.end, end, tolerance)


def _meets(one: Interval, other: Interval, tolerance: int) -> bool:
    return one.lo - tolerance <= other.hi and other.lo <= one.hi + tolerance


def _lies_in(one: Interval, other: Interval, tolerance: int) -> bool:
    return other.lo - tolerance <= one.lo and one.hi <= other.hi + tolerance


def _is_certain(segment: Segment) -> bool:
    """Whether it is surely there: no pause that goes can have taken it along whole."""
    if segment.role in ("music", "voiceover", "sound"):
        return segment.end.lo >= segment.start.hi
    return segment.end.lo > segment.start.hi


def _shown(segment: Segment) -> str:
    content = " ".join(f'"{text}"' for text in segment.texts) or segment.name
    place = f"from {seconds(segment.start)} s on"
    if segment.end.is_exact:
        place = f"at {seconds(segment.start)}-{seconds(segment.end)}s"
    volume = segment.look.get("volume")
    level = f" with volume {round(volume * 100)}%" if isinstance(volume, int | float) else ""
    return f"{segment.role} {content} ".replace("  ", " ") + place + level
