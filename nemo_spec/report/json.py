"""Runs as JSON, for programs. What the keys mean is in docs/reports.md."""

from __future__ import annotations

import json
from collections.abc import Sequence

from nemo_spec.nemo.text import mask
from nemo_spec.report.problems import problems
from nemo_spec.report.record import Line, Record, worst
from nemo_spec.run.events import Delivered
from nemo_spec.verdict.findings import Finding

VERSION = 1
"""Of the shape. It grows by new keys; a change of what is there raises the number."""


def report(record: Record) -> str:
    """One run."""
    return json.dumps({"version": VERSION, **_run(record)}, indent=2) + "\n"


def report_all(records: Sequence[Record]) -> str:
    """Several runs in one object."""
    runs = [_run(record) for record in records]
    content = {"version": VERSION, "result": worst(records), "recipes": runs}
    return json.dumps(content, indent=2) + "\n"


def _run(record: Record) -> dict[str, object]:
    finished = record.finished
    return {
        "recipe": record.path,
        "clips": [mask(clip) for clip in record.clips],
        "result": record.result,
        "error": record.why_failed,
        "problems": problems(record.path, record.complaints),
        "skipped": record.skipped or None,
        "note": record.note or None,
        "seed": record.seed,
        "session": None if record.session_id is None else mask(record.session_id),
        "credits": finished.cost if finished else None,
        "credits_at_most": bool(finished and finished.at_most),
        "bill": [
            {
                "lines": [record.number_of(owner) for owner in event.owners],
                "credits": event.credits,
                "at_most": event.at_most,
            }
            for event in record.bill
        ],
        "corrections": [
            {
                "line": record.number_of(event.owner),
                "instruction": event.text,
                "reason": event.reason,
            }
            for event in record.corrections
        ],
        "lines": [_line(line) for line in record.lines],
        "beside": [_finding(finding) for finding in record.beside],
        "expected": record.expected,
        "differences": [{"sign": one.sign, "text": one.text} for one in record.differences],
        "unknown": [
            {"instruction": event.text, "reason": event.reason} for event in record.unknown
        ],
        "timeline": record.timeline,
        "files": [_file(file) for file in record.files],
    }


def _line(line: Line) -> dict[str, object]:
    found = [_finding(finding) for finding in line.findings]
    return {**line.place, "text": line.text, "status": line.status, "findings": found}


def _finding(finding: Finding) -> dict[str, str | int | None]:
    return {
        "status": finding.status,
        "message": finding.message,
        "instruction": finding.instruction or None,
        "segment": finding.place or None,
        "at": finding.at,
    }


def _file(file: Delivered) -> dict[str, str | int]:
    return {
        "path": file.path.as_posix(),
        "bytes": file.size,
        "width": file.width,
        "height": file.height,
        "milliseconds": file.length,
    }
