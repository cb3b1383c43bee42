"""Runs as JUnit XML: every recipe is a suite, every line of it a case."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from nemo_spec.language.diagnostics import render
from nemo_spec.nemo.text import mask
from nemo_spec.report.record import Line, Record
from nemo_spec.verdict.findings import Finding

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML document can hold, not even escaped."""
_COUNTS = {"failures": "failure", "errors": "error", "skipped": "skipped"}


def report(record: Record) -> str:
    """One run."""
    return report_all([record])


def report_all(records: Sequence[Record]) -> str:
    """Several runs, each in a suite of its own."""
    whole = Element("testsuites", name="nemo-spec")
    whole.extend(map(_suite, records))
    if len({suite.get("name") for suite in whole}) < len(whole):
        for suite, record in zip(whole, records, strict=True):
            suite.set("name", " ".join([str(suite.get("name")), *map(mask, record.clips)]))
    whole.attrib |= _counts(whole)
    indent(whole)
    text = _NOT_IN_XML.sub("\ufffd", tostring(whole, "unicode"))
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'


def _suite(record: Record) -> Element:
    seed = "" if record.seed is None else f" (seed {record.seed})"
    suite = Element("testsuite", name=record.path + seed)
    if record.skipped:
        SubElement(_new_case(suite, record, "the recipe"), "skipped", message=record.skipped)
    for problem in record.complaints:
        if problem.severity == "error":
            where = f"{problem.span.line}: " if problem.span else ""
            case = _new_case(suite, record, f"{where}{problem.code}")
            _told(case, "error", problem.code, problem.message, mask(render(problem)))
    for line in record.lines:
        _case(suite, record, line)
    for finding in record.beside:
        case = _new_case(suite, record, "the draft")
        if finding.is_failure:
            _told(case, "failure", finding.status, finding.message, _details(finding))
    if record.expected:
        case = _new_case(suite, record, record.expected)
        if record.differences:
            texts = [f"{change.sign} {change.text}" for change in record.differences]
            _told(case, "failure", "different", "; ".join(texts), "\n".join(texts))
    if record.why_failed is not None:
        _told(_new_case(suite, record, "the run"), "error", "failed", record.why_failed, "")
    suite.attrib |= _counts(suite)
    return suite


def _counts(element: Element) -> dict[str, str]:
    cases = list(element.iter("testcase"))
    counts = {"tests": str(len(cases))}
    for name, tag in _COUNTS.items():
        counts[name] = str(sum(case.find(tag) is not None for case in cases))
    return counts


def _case(suite: Element, record: Record, line: Line) -> None:
    case = _new_case(suite, record, f"{line.place['line']}: {line.text}")
    case.attrib |= {"file": str(line.place["file"]), "line": str(line.place["line"])}
    if line.failures:
        messages = "; ".join(finding.message for finding in line.failures)
        details = "\n".join(map(_details, line.failures))
        _told(case, "failure", line.status, messages, f"{line.text}\n{details}")
    elif line.status == "unknown":
        reasons = [event.reason for event in record.unknown]
        message = f"the outcome is unknown: {'; '.join(reasons)}"
        _told(case, "error", "unknown", message, line.text)
    elif line.status == "not reached":
        SubElement(case, "skipped", message="not reached")


def _new_case(suite: Element, record: Record, name: str) -> Element:
    return SubElement(suite, "testcase", classname=record.path, name=name)


def _told(case: Element, tag: str, kind: str, message: str, details: str) -> None:
    SubElement(case, tag, type=kind, message=message).text = details


def _details(finding: Finding) -> str:
    lines = [f"{finding.status}: {finding.message}"]
    if finding.instruction:
        lines.append(f"sent: {finding.instruction}")
    if finding.place:
        lines.append(f"draft: {finding.place}")
    return "\n".join(lines)
