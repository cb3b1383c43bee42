"""What came of a run, gathered from its events: what every report for a program is written from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from nemo_spec.edits.base import Statement
from nemo_spec.edits.plan import Planned
from nemo_spec.edits.project import Export
from nemo_spec.language.source import Span
from nemo_spec.run import events
from nemo_spec.timeline.summary import summary
from nemo_spec.verify.findings import Finding

SETTINGS = ("tolerance", "language", "clip")
"""Statements that ask for nothing by themselves."""

Result = Literal["met", "not met", "unknown", "failed"]


def is_checked(statement: Statement, *, delivers: bool = True) -> bool:
    """Whether a statement has a line in a report; without delivery exports have none."""
    return statement.verb not in SETTINGS and (delivers or not isinstance(statement, Export))


@dataclass(frozen=True, slots=True)
class Line:
    """One statement with everything that was found. `status` is that of its first failure, or `met`,
    `unknown`, `not reached`."""

    span: Span
    status: str
    findings: tuple[Finding, ...]

    @property
    def text(self) -> str:
        """The statement as the recipe writes it, on one line."""
        return " ".join(self.span.text.split())

    @property
    def failures(self) -> list[Finding]:
        return [finding for finding in self.findings if finding.is_failure]

    @property
    def place(self) -> dict[str, str | int]:
        """File, and lines and columns from 1; the end is the column behind the last character."""
        source = self.span.source
        (line, column), (end_line, end_column) = map(
            source.locate, (self.span.start, self.span.end)
        )
        return {
            "file": source.name,
            "line": line + 1,
            "column": column + 1,
            "end_line": end_line + 1,
            "end_column": end_column + 1,
        }


@dataclass(slots=True)
class Record:
    """Takes the events of one run; `error` is why it broke off, when it did."""

    planned: Planned
    path: str
    delivers: bool = True
    findings: list[Finding] = field(default_factory=list)
    unknown: list[events.OutcomeUnknown] = field(default_factory=list)
    files: list[events.Delivered] = field(default_factory=list)
    session_id: str | None = None
    timeline: str | None = None
    finished: events.Finished | None = None
    error: str | None = None

    def take(self, event: events.Event) -> None:
        match event:
            case events.Connected():
                self.session_id = event.session_id
            case events.Checked(findings):
                self.findings += findings
            case events.Edited(timeline):
                self.timeline = summary(timeline)
            case events.Delivered():
                self.files.append(event)
            case events.OutcomeUnknown():
                self.unknown.append(event)
            case events.Finished():
                self.finished = event

    @property
    def result(self) -> Result:
        if self.error is not None or self.finished is None:
            return "failed"
        if self.finished.unknown:
            return "unknown"
        return "met" if self.finished.met else "not met"

    @property
    def lines(self) -> Iterator[Line]:
        """Every statement that is checked, in the order of the plan."""
        for owner, statement in enumerate(self.planned.plan.statements):
            findings = tuple(finding for finding in self.findings if finding.owner == owner)
            if findings or is_checked(statement, delivers=self.delivers):
                yield Line(
                    self.planned.origins[owner].span, self._status(owner, findings), findings
                )

    @property
    def beside(self) -> list[Finding]:
        """What was found that belongs to no line, without what is as it should be."""
        return [f for f in self.findings if f.owner is None and f.status != "met"]

    def _status(self, owner: int, findings: tuple[Finding, ...]) -> str:
        if failed := next((finding.status for finding in findings if finding.is_failure), None):
            return failed
        if any(event.owner == owner for event in self.unknown):
            return "unknown"
        return "met" if findings else "not reached"
