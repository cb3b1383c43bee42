"""A run as JUnit XML: the recipe is a suite, every line of it a case."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from nemo_spec.report.record import Line, Record
from nemo_spec.verify.findings import Finding

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def report(record: Record) -> str:
    suite = Element("testsuite", name=_clean(record.path))
    for line in record.lines:
        _case(suite, record, line)
    for finding in record.beside:
        case = _new_case(suite, record, "the draft")
        if finding.is_failure:
            _told(case, "failure", finding.status, finding.message, _details(finding))
    if record.error is not None:
        _told(_new_case(suite, record, "the run"), "error", "failed", record.error, "")
    counts = {"tests": len(suite)} | {
        f"{kind}s" if kind != "skipped" else kind: len(suite.findall(f"testcase/{kind}"))
        for kind in ("failure", "error", "skipped")
    }
    suite.attrib |= {name: str(count) for name, count in counts.items()}
    whole = Element("testsuites", suite.attrib | {"name": "nemo-spec"})
    whole.append(suite)
    indent(whole)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(whole, "unicode")}\n'


def _case(suite: Element, record: Record, line: Line) -> None:
    case = _new_case(suite, record, f"{line.place['line']}: {line.text}")
    case.attrib |= {"file": _clean(str(line.place["file"])), "line": str(line.place["line"])}
    if line.failures:
        messages = "; ".join(finding.message for finding in line.failures)
        details = "\n".join(map(_details, line.failures))
        _told(case, "failure", line.status, messages, f"{line.text}\n{details}")
    elif line.status == "unknown":
        reasons = [event.reason for event in record.unknown]
        message = f"nobody knows whether this was carried out: {'; '.join(reasons)}"
        _told(case, "error", "unknown", message, line.text)
    elif line.status == "not reached":
        SubElement(case, "skipped", message="not reached")


def _new_case(suite: Element, record: Record, name: str) -> Element:
    return SubElement(suite, "testcase", classname=_clean(record.path), name=_clean(name))


def _told(case: Element, tag: str, kind: str, message: str, details: str) -> None:
    SubElement(case, tag, type=kind, message=_clean(message)).text = _clean(details)


def _details(finding: Finding) -> str:
    lines = [f"{finding.status}: {finding.message}"]
    if finding.sentence:
        lines.append(f"sent: {finding.sentence}")
    if finding.place:
        lines.append(f"draft: {finding.place}")
    return "\n".join(lines)


def _clean(text: str) -> str:
    """Without the characters that XML cannot hold."""
    return _NOT_IN_XML.sub("\ufffd", text)
