"""Runs as annotations of GitHub Actions: workflow commands, one on a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nemo_spec.language.diagnostics import Diagnostic, visible
from nemo_spec.report.record import Line, Record
from nemo_spec.verdict.findings import Finding

_KEYS = {
    "file": "file",
    "line": "line",
    "column": "col",
    "end_line": "endLine",
    "end_column": "endColumn",
}


def report(record: Record) -> str:
    """One run, one annotation on a line."""
    return "".join(f"{annotation}\n" for annotation in _annotations(record))


def report_all(records: Sequence[Record]) -> str:
    """Every annotation once, however often a recipe was run."""
    return "".join(dict.fromkeys(f"{one}\n" for record in records for one in _annotations(record)))


def _annotations(record: Record) -> Iterator[str]:
    for problem in record.complaints:
        yield _problem(record, problem)
    for line in record.lines:
        for finding in line.findings:
            if finding.status != "met":
                yield _annotation(finding, _place(line))
        if line.status == "unknown":
            message = "the outcome is unknown; it was not sent again"
            yield _command("error", _place(line) | {"title": "unknown"}, message)
    for finding in record.beside:
        yield _annotation(finding, {"file": record.path})
    for change in record.differences:
        place: dict[str, str | int] = {"file": record.expected or record.path}
        shown = f"{change.sign} {change.text}"
        yield _command("error", place | {"title": "different"}, shown)
    if record.why_failed is not None:
        yield _command("error", {"file": record.path, "title": "failed"}, record.why_failed)


def _problem(record: Record, problem: Diagnostic) -> str:
    place: dict[str, str | int] = {"file": record.path}
    if problem.span is not None:
        place = {"file": problem.span.source.name, "line": problem.span.line}
    cure = f"\n{problem.cure}" if problem.cure else ""
    return _command(problem.severity, place | {"title": problem.code}, problem.message + cure)


def _annotation(finding: Finding, place: dict[str, str | int]) -> str:
    level = "error" if finding.is_failure else "warning"
    sent = f"\nsent: {finding.instruction}" if finding.instruction else ""
    return _command(level, place | {"title": finding.status}, finding.message + sent)


def _place(line: Line) -> dict[str, str | int]:
    """GitHub marks columns only within one line, and its last column is inside the mark."""
    place = dict(line.place)
    if place["line"] != place["end_line"]:
        del place["column"], place["end_column"]
    else:
        place["end_column"] = max(int(place["column"]), int(place["end_column"]) - 1)
    return {_KEYS[key]: value for key, value in place.items()}


def _command(level: str, properties: dict[str, str | int], message: str) -> str:
    shown = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{level} {shown}::{_escaped(message)}"


def _escaped(text: str) -> str:
    """What the runner unescapes; other line separators would not end the command."""
    return visible(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
