"""When a line of a recipe shows on the timeline, and what of which file plays then."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from nemo_spec.language.values import Range
from nemo_spec.report.record import Line, Record
from nemo_spec.timeline.model import Segment, Timeline
from nemo_spec.verbs.base import Statement
from nemo_spec.verbs.picture import FadeOut, VideoFade

_INSIDE = 300
"""Milliseconds after its beginning at which a segment has faded in, as a rule."""


class Shown(NamedTuple):
    """A frame of a local file, by its time in ms."""

    path: Path
    ms: float


def moment_of(record: Record, owner: int, line: Line) -> int | None:
    """Milliseconds on the timeline at which a line is best looked at; None without a timeline.

    In this order: the segment that a finding is about, one that the line has asked for, the times that the
    line itself names, the middle of the video.
    """
    timeline = record.edited
    if timeline is None or not timeline.length.lo:
        return None
    places = {finding.place for finding in line.findings if finding.place}
    segments = timeline.segments
    about = [one for one in segments if one.place in places]
    about = about or [one for one in timeline.layers if one.owner == owner]
    if about:
        return _inside(about[0], timeline)
    assert record.planned is not None
    named = _named_time(record.planned.plan.statements[owner], timeline.length.lo)
    return timeline.length.lo // 2 if named is None else min(named, timeline.length.lo - 1)


def _inside(segment: Segment, timeline: Timeline) -> int:
    start, end = segment.start.lo, segment.end.lo
    return min(start + min(_INSIDE, (end - start) // 2), max(0, timeline.length.lo - 1))


def _named_time(statement: Statement, length: int) -> int | None:
    """The first time that a statement names; of a fade the middle."""
    if isinstance(statement, VideoFade):
        half = min(statement.duration, length) // 2
        return length - half if isinstance(statement, FadeOut) else half
    for name in type(statement).model_fields:
        value = getattr(statement, name)
        first = (
            value[0]
            if isinstance(value, tuple) and value and isinstance(value[0], Range)
            else value
        )
        if isinstance(first, Range):
            return max(0, first.start)
        if name == "at" and isinstance(value, int):
            return value
    return None


def source_at(timeline: Timeline, files: dict[str, Path], ms: int) -> Shown | None:
    """What plays at a time of the timeline, by its own map; None where that is no local file."""
    for piece in timeline.main:
        if piece.start.lo <= ms < piece.end.lo and piece.name in files:
            first, last = piece.source or (0, 0)
            into = (ms - piece.start.lo) * float(str(piece.properties.get("speed", 1)))
            at = last - into if piece.properties.get("reverse") else first + into
            return Shown(files[piece.name], max(0.0, min(at, max(first, last - 40))))
    return None


def files_of(record: Record) -> dict[str, Path]:
    """The local files of a recipe by their names on the timeline."""
    plan = record.planned.plan if record.planned else None
    return {m.name: Path(m.path) for m in plan.materials if m.path} if plan else {}
