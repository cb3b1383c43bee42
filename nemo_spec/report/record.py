"""The record of a run, gathered from its events; every report is written from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_args

from nemo_spec.compile import Program
from nemo_spec.language.diagnostics import Diagnostic, has_errors
from nemo_spec.language.source import Span
from nemo_spec.nemo.text import mask
from nemo_spec.recipe.plan import Planned
from nemo_spec.run import events
from nemo_spec.timeline.model import Timeline
from nemo_spec.timeline.summary import summary
from nemo_spec.verbs.base import Statement
from nemo_spec.verbs.project import AnyExport
from nemo_spec.verdict.findings import Finding
from nemo_spec.verdict.moments import timed

if TYPE_CHECKING:
    from nemo_spec.nemo.models import State
    from nemo_spec.report.difference import DiffLine

SETTINGS = ("tolerance", "language", "clip", "cover")
"""Statements that ask for nothing by themselves."""

Result = Literal["met", "skipped", "doubted", "unknown", "refused", "failed", "not met"]
"""Of one run, from good to bad."""


def is_checked(statement: Statement, *, delivers: bool = True) -> bool:
    """Whether a statement has a line in a report; without delivery exports have none."""
    return statement.verb not in SETTINGS and (delivers or not isinstance(statement, AnyExport))


class Line(NamedTuple):
    """One statement, the index of which in the plan is `owner`, with everything that was found. `status` is
    that of its first failure, or `met`, `unknown`, `not reached`."""

    span: Span
    status: str
    findings: tuple[Finding, ...]
    owner: int

    @property
    def text(self) -> str:
        """The statement as the recipe writes it, on one line, without tokens."""
        return mask(" ".join(self.span.text.split()))

    @property
    def failures(self) -> list[Finding]:
        return [finding for finding in self.findings if finding.is_failure]

    @property
    def at(self) -> int | None:
        """When what matters most about it shows, in ms of the timeline at the end."""
        return next((finding.at for finding in (*self.failures, *self.findings)), None)

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
    """Collects the events of one run. Text from outside is kept without tokens.

    `program` is what its lines do. `error` is why it broke off, when it did; `problems` what is wrong
    with the recipe, `skipped` why nothing was tried, `note` what else is worth knowing. `differences` are
    those from the timeline that is kept in the file `expected`. `edited` is the draft at the end as read,
    `draft` as it came, `state` that of the session. `seed` is that of the mock, where it was one. `bill`
    is what each message cost, `corrections` those that were sent to put something right. `clips` are those
    that it was called with.
    """

    planned: Planned | None
    path: str
    delivers: bool = True
    program: Program | None = None
    findings: list[Finding] = field(default_factory=list)
    unknown: list[events.OutcomeUnknown] = field(default_factory=list)
    files: list[events.Delivered] = field(default_factory=list)
    session_id: str | None = None
    edited: Timeline | None = None
    draft: Mapping[str, Any] = field(default_factory=dict)
    state: State | None = None
    finished: events.Finished | None = None
    error: str | None = None
    problems: list[Diagnostic] = field(default_factory=list)
    skipped: str = ""
    note: str = ""
    expected: str | None = None
    differences: list[DiffLine] = field(default_factory=list)
    seed: int | None = None
    bill: list[events.Charged] = field(default_factory=list)
    corrections: list[events.Repairing] = field(default_factory=list)
    clips: tuple[str, ...] = ()

    def take(self, event: events.Event) -> None:
        match event:
            case events.Connected():
                self.session_id = event.session_id
            case events.Checked(findings):
                self.findings += self._timed([*map(_masked, findings)])
            case events.Charged():
                self.bill.append(event)
            case events.Repairing():
                text, reason = mask(event.text), mask(event.reason)
                self.corrections.append(event._replace(text=text, reason=reason))
            case events.Edited(timeline, draft, state):
                self.edited, self.draft, self.state = timeline, draft, state
                self.findings = self._timed(self.findings)
            case events.Delivered():
                self.files.append(event)
            case events.OutcomeUnknown():
                text, reason = mask(event.text), mask(event.reason)
                self.unknown.append(event._replace(text=text, reason=reason))
            case events.Finished():
                self.finished = event

    @property
    def result(self) -> Result:
        if self.skipped:
            return "skipped"
        if self.error is None and has_errors(self.problems):
            return "refused"
        if self.error is not None or self.finished is None:
            return "failed"
        if self.finished.unknown:
            return "unknown"
        if self.finished.doubted and not self.differences:
            return "doubted"
        return "met" if self.finished.met and not self.differences else "not met"

    @property
    def why_failed(self) -> str | None:
        return None if self.error is None else mask(self.error)

    @property
    def complaints(self) -> list[Diagnostic]:
        """The problems, without tokens."""
        return [p._replace(message=mask(p.message), cure=mask(p.cure)) for p in self.problems]

    @property
    def timeline(self) -> str | None:
        """The documented line about the draft at the end."""
        return None if self.edited is None else mask(summary(self.edited))

    @property
    def lines(self) -> Iterator[Line]:
        """Every statement that is checked, in the order of the plan."""
        if self.planned is None:
            return
        for owner, statement in enumerate(self.planned.plan.statements):
            findings = tuple(finding for finding in self.findings if finding.owner == owner)
            if findings or is_checked(statement, delivers=self.delivers):
                span = self.planned.origins[owner].span
                yield Line(span, self._status(owner, findings), findings, owner)

    def _timed(self, findings: list[Finding]) -> list[Finding]:
        """With their times, once there is a draft at the end."""
        if self.edited is None or self.program is None:
            return findings
        return timed(findings, self.program, self.edited)

    def number_of(self, owner: int | None) -> int | None:
        """The line of a statement in its file, from 1; None for placing the clips."""
        if owner is None or self.planned is None:
            return None
        return self.planned.origins[owner].span.line

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


def _masked(finding: Finding) -> Finding:
    return replace(finding, message=mask(finding.message), instruction=mask(finding.instruction))


def worst(records: Sequence[Record]) -> Result:
    """The result of several runs; `skipped` only when all were."""
    tried = [record.result for record in records if not record.skipped]
    return max(tried, key=get_args(Result).index, default="skipped")
