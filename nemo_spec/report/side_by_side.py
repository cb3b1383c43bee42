"""A finding explained: the segment as it should be beside the one that is there, and the keys it was read
from."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from nemo_spec.compile import compile_plan
from nemo_spec.nemo.text import clean_line
from nemo_spec.report.record import Record
from nemo_spec.timeline.draft import segments_of
from nemo_spec.timeline.model import Segment, Timeline
from nemo_spec.timeline.properties import label, shown
from nemo_spec.timeline.summary import called, span
from nemo_spec.timeline.switches import leaves
from nemo_spec.verdict.final import verify_whole
from nemo_spec.verdict.findings import Finding

_MOST = 5
"""Pieces of the video that are shown for a finding about all of it."""
_WIDTH = 30

Fields = Mapping[str, Any]


def explained_record(record: Record) -> Iterator[str]:
    """Lines for everything that was not met in a run; nothing where it broke off before the draft was
    read."""
    if record.planned is None or record.edited is None:
        return
    whole = verify_whole(compile_plan(record.planned.plan), record.edited)
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
            for wanted, found in _pairs(finding, expected, actual):
                yield from _rows(wanted, found)
                yield from _keys(found, raw)


def _pairs(
    finding: Finding, expected: Timeline, actual: Timeline
) -> Iterator[tuple[Segment | None, Segment | None]]:
    theirs = [one for one in expected.layers if one.owner == finding.owner is not None]
    there = [one for one in actual.layers if one.owner == finding.owner is not None]
    placed = [one for one in actual.segments if finding.place and one.place == finding.place]
    if not theirs and not placed:
        theirs, there = list(expected.main), list(actual.main)
    there = placed or there
    for number in range(min(_MOST, max(len(theirs), len(there)))):
        yield _at(theirs, number), _at(there, number)


def _at(segments: Sequence[Segment], number: int) -> Segment | None:
    return segments[number] if number < len(segments) else None


def _rows(wanted: Segment | None, found: Segment | None) -> Iterator[str]:
    one, other = (_told(segment) if segment else {} for segment in (wanted, found))
    yield f"  {'':<12} {'expected':<{_WIDTH}} draft"
    for key in dict.fromkeys([*one, *other]):
        mark = " " if one.get(key) == other.get(key) else "~"
        cells = [clean_line(side.get(key, "–"), 60) for side in (one, other)]
        yield f"{mark} {key:<12} {cells[0]:<{_WIDTH}} {cells[1]}"


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
