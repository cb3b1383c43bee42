"""A finding explained: the segment as it should be beside the one that is there, and the keys it was read
from."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, zip_longest
from typing import Any, NamedTuple

from nemo_spec.nemo.text import clean_line
from nemo_spec.report.record import Line, Record
from nemo_spec.timeline.draft import segments_of
from nemo_spec.timeline.model import Segment, Timeline
from nemo_spec.timeline.properties import label, shown
from nemo_spec.timeline.summary import called, seconds, span
from nemo_spec.timeline.switches import leaves
from nemo_spec.verdict.final import verify_whole
from nemo_spec.verdict.findings import Finding

_MOST = 5
"""Pieces of the video that are shown for a finding about all of it."""
_WIDTH = 30

Fields = Mapping[str, Any]


class Fact(NamedTuple):
    """Something about a segment, as it should be and as the draft has it; empty where there is none."""

    key: str
    expected: str
    found: str


def explained_record(record: Record) -> Iterator[str]:
    """Lines for everything that was not met in a run; nothing where it broke off before the draft was
    read."""
    if record.program is None or record.edited is None:
        return
    whole = verify_whole(record.program, record.edited)
    yield from explained(record.findings, whole.predicted, whole.timeline, record.draft)


def explained(
    findings: Sequence[Finding], expected: Timeline, actual: Timeline, draft: Fields
) -> Iterator[str]:
    """Lines for every finding that is not met; `expected` and `actual` have the segments with their
    statements, `draft` is what `actual` was read from."""
    raw = {place: fields for place, _, fields in segments_of(draft)}
    for finding in findings:
        if finding.is_failure:
            yield ""
            yield clean_line(f"{finding.status}: {finding.message}", 300)
            pairs = list(_pairs(finding, expected, actual))
            for wanted, found in pairs or list(_pieces(expected, actual)):
                yield from _rows(wanted, found)
                yield from _keys(found, raw)


def facts_of(line: Line, expected: Timeline, actual: Timeline) -> Iterator[Fact]:
    """What a line should have led to and what is there: its layers, or the piece of the video that plays
    then, and how long that is."""
    finding = next(iter((*line.failures, *line.findings)), None)
    pairs = list(_pairs(finding, expected, actual)) if finding else []
    for wanted, found in pairs:
        yield from _facts(wanted, found)
    if finding and not pairs:
        lengths = (f"{seconds(one.length)}s" for one in (expected, actual))
        yield Fact("video", *lengths)
        yield from _facts(_playing(expected, line.at), _playing(actual, line.at))


def _playing(timeline: Timeline, at: int | None) -> Segment | None:
    return next((p for p in timeline.main if at is not None and p.start.lo <= at < p.end.lo), None)


def _pairs(
    finding: Finding, expected: Timeline, actual: Timeline
) -> Iterator[tuple[Segment | None, Segment | None]]:
    """The layers that a finding is about; none where it is about the video."""
    if made := _looked_for(finding, actual):
        yield from _side_by_side(
            [one for one in expected.layers if one.owner == made.owner], [made]
        )
        return
    theirs = [one for one in expected.layers if one.owner == finding.owner is not None]
    there = [one for one in actual.layers if one.owner == finding.owner is not None]
    placed = [
        one
        for one in actual.segments
        if finding.place and one.place == finding.place and one.owner in (finding.owner, None)
    ]  # places are those of the draft then: another segment may have come there since
    if theirs or placed:
        yield from _side_by_side(theirs, placed or there)


def _looked_for(finding: Finding, actual: Timeline) -> Segment | None:
    """The layer that an `expect` has found, of whatever line it is: nothing was sent for it."""
    is_expected = finding.owner is not None and not finding.instruction
    layers = (one for one in actual.layers if one.place == finding.place and one.owner is not None)
    return next(layers, None) if is_expected and finding.place else None


def _pieces(
    expected: Timeline, actual: Timeline
) -> Iterator[tuple[Segment | None, Segment | None]]:
    return _side_by_side(list(expected.main), list(actual.main))


def _side_by_side(
    theirs: Sequence[Segment], there: Sequence[Segment]
) -> Iterator[tuple[Segment | None, Segment | None]]:
    return islice(zip_longest(theirs, there), _MOST)


def _rows(wanted: Segment | None, found: Segment | None) -> Iterator[str]:
    yield f"  {'':<12} {'expected':<{_WIDTH}} draft"
    for fact in _facts(wanted, found):
        mark = " " if fact.expected == fact.found else "~"
        cells = [clean_line(side or "–", 60) for side in fact[1:]]
        yield f"{mark} {fact.key:<12} {cells[0]:<{_WIDTH}} {cells[1]}"


def _facts(wanted: Segment | None, found: Segment | None) -> Iterator[Fact]:
    one, other = (_told(segment) if segment else {} for segment in (wanted, found))
    for key in dict.fromkeys([*one, *other]):
        yield Fact(key, one.get(key, ""), other.get(key, ""))


def _told(segment: Segment) -> dict[str, str]:
    found = {"what": called(segment), "at": span(segment)}
    if segment.source:
        found["plays"] = f"{segment.source[0] / 1000:g}-{segment.source[1] / 1000:g}s"
    return found | {label(key): shown(key, value) for key, value in segment.properties.items()}


def _keys(found: Segment | None, raw: Mapping[str, Fields]) -> Iterator[str]:
    """What was read, as it is written; what could not be read is named."""
    if found is None:
        return
    values = leaves(raw.get(found.place, {}), frozenset())
    written = ", ".join(
        f"{'.'.join(path)}={json.dumps(v, ensure_ascii=False)}" for path, v in values
    )
    yield f"  {found.place}: {clean_line(written, 600)}"
    unread = [*found.unreadable, *found.doubts]
    if unread:
        yield f"  cannot be read: {clean_line(', '.join(unread), 300)}"
