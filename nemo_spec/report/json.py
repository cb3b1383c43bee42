"""A run as JSON, for programs. What the keys mean is in docs/reports.md."""

from __future__ import annotations

import json

from nemo_spec.report.record import Line, Record
from nemo_spec.run.events import Delivered
from nemo_spec.verify.findings import Finding

VERSION = 1
"""Of the shape. It grows by new keys; a change of what is there raises the number."""


def report(record: Record) -> str:
    finished = record.finished
    content = {
        "version": VERSION,
        "recipe": record.path,
        "result": record.result,
        "error": record.error,
        "session": record.session_id,
        "credits": finished.cost if finished else None,
        "lines": [_line(line) for line in record.lines],
        "beside": [_finding(finding) for finding in record.beside],
        "unknown": [
            {"instruction": event.sentence, "reason": event.reason} for event in record.unknown
        ],
        "timeline": record.timeline,
        "files": [_file(file) for file in record.files],
    }
    return json.dumps(content, indent=2) + "\n"


def _line(line: Line) -> dict[str, object]:
    found = [_finding(finding) for finding in line.findings]
    return {**line.place, "text": line.text, "status": line.status, "findings": found}


def _finding(finding: Finding) -> dict[str, str | None]:
    return {
        "status": finding.status,
        "message": finding.message,
        "instruction": finding.sentence or None,
        "segment": finding.place or None,
    }


def _file(file: Delivered) -> dict[str, str | int]:
    return {
        "path": file.path.as_posix(),
        "bytes": file.size,
        "width": file.width,
        "height": file.height,
        "milliseconds": file.length,
    }
