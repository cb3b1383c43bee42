"""What of which local file plays at a time of the timeline."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from nemo_spec.report.record import Record
from nemo_spec.timeline.main_track import moment_at
from nemo_spec.timeline.model import Timeline


class Shown(NamedTuple):
    """A frame of a local file, by its time in ms."""

    path: Path
    ms: float


def source_at(timeline: Timeline, files: dict[str, Path], ms: int) -> Shown | None:
    """What plays at a time of the timeline, by its own map; None where that is no local file."""
    for piece in timeline.main:
        if piece.start.lo <= ms < piece.end.lo and piece.name in files:
            first, last = piece.source or (0, 0)
            at = moment_at(piece, ms) or 0
            return Shown(files[piece.name], max(0.0, min(at, max(first, last - 40))))
    return None


def files_of(record: Record) -> dict[str, Path]:
    """The local files of a recipe by their names on the timeline."""
    plan = record.planned.plan if record.planned else None
    return {m.name: Path(m.path) for m in plan.materials if m.path} if plan else {}
