"""Tested recipes on a terminal: a line each, and what is wrong."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from nemo_spec.language.diagnostics import rendered, visible
from nemo_spec.nemo.text import mask
from nemo_spec.report.columns import padded
from nemo_spec.report.console import TerminalReport
from nemo_spec.report.record import Record, Result

_MARKS: dict[Result, tuple[str, str]] = {
    "met": ("✓", "32"),
    "skipped": ("–", "2"),
    "unknown": ("?", "33"),
    "doubted": ("?", "33"),
}
_WRONG = "✗", "31"
"""Mark and colour by result; every other one is a failure."""

_NAME = 40
"""Columns for the name of a recipe."""


class Rate(NamedTuple):
    """A statement on `line`, met in `met` of `runs` runs."""

    line: int
    text: str
    met: int
    runs: int


def rates(records: Sequence[Record]) -> Iterator[Rate]:
    """How often every line of a recipe was met, in their order."""
    for same in zip(*(record.lines for record in records), strict=False):
        met = sum(line.status == "met" for line in same)
        yield Rate(same[0].span.line, same[0].text, met, len(records))


def shown(records: Sequence[Record], *, color: bool) -> Iterator[str]:
    """The runs of one recipe: what is wrong with the only one, or the rates of several."""
    last = records[-1]
    if len(records) == 1 or last.result == "refused":
        yield headline(last, color=color)
        if last.result not in ("met", "skipped"):
            yield f"\n{explained(last, color=color)}\n"
        return
    met = sum(record.result == "met" for record in records)
    mark = _mark("met" if met == len(records) else "not met", color)
    yield f"{mark} {padded(visible(last.path), _NAME)}  {met} of {len(records)} runs met"
    for rate in rates(records):
        yield f"    line {rate.line}: {rate.met} of {rate.runs}  {visible(rate.text)}"
    for reason in dict.fromkeys(r.why_failed for r in records if r.why_failed is not None):
        yield f"    error: {visible(reason)}"


def headline(record: Record, *, color: bool) -> str:
    """`✓ specs/intro.edit   5 of 5 lines met`."""
    notes = [note for note in (_came(record), record.note) if note]
    name = padded(visible(record.path), _NAME)
    return f"{_mark(record.result, color)} {name}  {visible(', '.join(notes))}".rstrip()


def _mark(result: Result, color: bool) -> str:
    mark, shade = _MARKS.get(result, _WRONG)
    return f"\x1b[{shade}m{mark}\x1b[0m" if color else mark


def _came(record: Record) -> str:
    if record.skipped:
        return f"skipped: {record.skipped}"
    if record.result in ("refused", "failed"):
        return record.result
    lines = list(record.lines)
    met = sum(line.status == "met" for line in lines)
    more = f", {len(record.differences)} differences" if record.differences else ""
    return f"{met} of {len(lines)} lines met{more}"


def explained(record: Record, *, color: bool) -> str:
    """Everything about a run that was not met: the lines, the findings, the timeline."""
    out = _Text(color)
    if record.result == "refused" or record.planned is None:
        print(*rendered(record.problems), sep="\n", file=out)
    else:
        TerminalReport(record.planned, out, delivers=record.delivers).replay(record)
    if record.why_failed is not None:
        print(f"\nerror: {visible(record.why_failed)}", file=out)
    if record.differences:
        print(f"\nthis differs from {visible(str(record.expected))}:", file=out)
        for change in record.differences:
            print(f"  {change.sign} {visible(change.text)}", file=out)
    return mask(out.getvalue()).strip("\n")


def first_wrong(record: Record) -> tuple[int, str]:
    """The first wrong line of the recipe, 1 if it is none of them, and why in one sentence."""
    line, message = _first_wrong(record)
    return line or 1, message


def reason(record: Record) -> str:
    """Why a recipe is not met, in one sentence that begins with the line, if it is one; empty where it is
    met, or was not begun."""
    if record.result in ("met", "skipped"):
        return ""
    line, message = _first_wrong(record)
    return record.note or record.why_failed or (f"line {line}: {message}" if line else message)


def _first_wrong(record: Record) -> tuple[int | None, str]:
    for problem in record.problems:
        if record.result == "refused" and problem.severity == "error":
            return problem.span and problem.span.line, mask(problem.message)
    for line in record.lines:
        if line.failures:
            return line.span.line, f"{line.status}: {line.failures[0].message}"
        if line.status == "unknown":
            return line.span.line, "the outcome is unknown"
    if record.why_failed is not None:
        return None, record.why_failed
    if record.differences:
        change = record.differences[0]
        return None, mask(f"differs from {record.expected}: {change.sign} {change.text}")
    reasons = [finding.message for finding in record.beside] or [
        one.reason for one in record.unknown
    ]
    return None, next(iter(reasons), record.result)


def totals(records: Sequence[Record], seconds: float) -> str:
    """`17 met, 1 not met, 1 skipped in 4.2 s`."""
    counts = Counter(record.result for record in records)
    order: tuple[Result, ...] = (
        "met",
        "not met",
        "doubted",
        "unknown",
        "failed",
        "refused",
        "skipped",
    )
    told = [f"{counts[result]} {result}" for result in order if counts[result]]
    return f"{', '.join(told)} in {seconds:.1f} s"


class _Text(io.StringIO):
    """A text that is formatted as for a terminal, or as for a pipe."""

    def __init__(self, color: bool) -> None:
        super().__init__()
        self._color = color

    def isatty(self) -> bool:
        return self._color
