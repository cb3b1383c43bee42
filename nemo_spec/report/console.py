"""A run on a terminal: progress, then one line per statement."""

from __future__ import annotations

import shutil
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

from nemo_spec.language.diagnostics import excerpt, visible
from nemo_spec.nemo.text import mask
from nemo_spec.recipe.plan import Planned
from nemo_spec.report.color import is_colored, is_live
from nemo_spec.report.columns import fitted, padded
from nemo_spec.report.progress import ProgressLine
from nemo_spec.report.record import Record, is_checked
from nemo_spec.run import events
from nemo_spec.timeline.summary import summary
from nemo_spec.verbs.base import Statement
from nemo_spec.verbs.project import AnyExport
from nemo_spec.verdict.findings import Finding, any_failure

_IN_DOUBT = "nothing is known to be wrong, but parts of the draft cannot be read: see docs/draft.md"
_MARKS = {"met": "✓", "unrequested": "+", "unreadable": "?", "": "–"}
_COLORS = {"met": "32", "unrequested": "33", "unreadable": "33", "": "2"}
_WRONG = "✗", "31"
"""Mark and colour by status; every other status is a failure."""

_STATEMENT = 40
"""Columns for a statement, in front of what was found."""


@dataclass(slots=True)
class TerminalReport:
    """Prints events as they come. On a terminal progress stays on one line and marks are coloured.

    Without `delivers` nothing is to be exported, and exports have no line. `where` is appended to a
    command that must be run in another folder: ` in FOLDER`.
    """

    planned: Planned
    out: TextIO = field(default_factory=lambda: sys.stdout)
    delivers: bool = True
    where: str = ""
    findings: list[Finding] = field(default_factory=list)
    files: list[events.Delivered] = field(default_factory=list)
    _progress: ProgressLine = field(init=False)
    _timeline: str = ""
    _unknown_owners: list[int | None] = field(default_factory=list)
    _went_on: bool = False
    _width: int = 3
    _bill: list[events.Charged] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._progress = ProgressLine(self.out)

    def show(self, event: events.Event) -> None:
        """Print one event."""
        match event:
            case events.Connected(session, credits, anonymous, _):
                account = "free account" if anonymous else "your account"
                self._line(f"connected    session {_safe(session)}, {account}, {credits:g} credits")
            case events.SessionLost(session):
                self._line(f"session      {_safe(session)} no longer exists: starting a new one")
            case events.LeftBehind(clip):
                self._line(
                    f"session      holds {_safe(clip)} now: this one had its turn, nothing is sent"
                )
            case events.Emptying(clip):
                self._line(f"session      holds {_safe(clip)} now: it is emptied for this one")
            case events.Resumed(done, count):
                self._went_on = True
                self._line(f"resuming     {done} of {count} instructions are already in the draft")
            case events.Uploading(name, done, total):
                self._transfer("uploading", "uploaded", name, done, total)
            case events.Sending(number, count, owner, _):
                self._update(f"editing      {number}/{count}  {self.line_of(owner)}")
            case events.Repairing(owner, _, reason):
                line = "" if owner is None else f"{self.line_of(owner)}: "
                self._line(f"correcting   {line}{_safe(reason)}")
            case events.Charged():
                self._bill.append(event)
            case events.BudgetExceeded():
                self._too_dear(event)
            case events.ReplyReceived(text):
                self._line(f"             {_first_line(text)}")
            case events.StillWorking(seconds):
                self._line(f"             still working, {seconds / 60:.0f} min …")
            case events.Waiting(seconds, reason):
                self._update(f"             {_safe(reason)}: reading it again in {seconds:g} s")
            case events.Checked(findings):
                self._check(findings)
            case events.Edited(timeline):
                self._timeline = summary(timeline)
            case events.Rendering(name, progress):
                self._progress.percent(f"rendering    {_safe(name)}", progress)
            case events.Downloading(name, done, total):
                self._transfer("downloading", "downloaded", name, done, total)
            case events.Delivered():
                self.files.append(event)
            case events.OutcomeUnknown():
                self._unknown(event)
            case events.Finished():
                self._finish(event)

    def replay(self, record: Record) -> None:
        """Show a run that is over: what was found, the timeline, how it ended."""
        if record.session_id and record.unknown:
            print(f"session {visible(record.session_id)}", file=self.out)
        happened: list[events.Event] = [
            *record.unknown,
            events.Checked(tuple(record.findings)),
            *record.files,
        ]
        for event in happened:
            self.show(event)
        if record.edited:
            self.show(events.Edited(record.edited, record.draft))
        if record.finished:
            self.show(record.finished)
        else:
            self.broke_off()

    def line_of(self, owner: int | None) -> str:
        """The statement as the recipe writes it, on one line."""
        if owner is None:
            return "place the clips"
        return _safe(" ".join(self.planned.origins[owner].span.text.split()))

    # -- lines --

    def _line(self, text: str) -> None:
        self._clear()
        print(text, file=self.out, flush=True)

    def _update(self, text: str) -> None:
        """A line that the next one replaces on a terminal; elsewhere it is printed once."""
        if is_live(self.out):
            self._progress.say(text)
        else:
            print(text, file=self.out, flush=True)

    def _clear(self) -> None:
        self._progress.clear()

    def _transfer(self, doing: str, done_word: str, name: str, done: int, total: int) -> None:
        self._progress.transfer(f"{doing:<12} {_safe(name)}", done, total)
        if total and done >= total:
            self._line(f"{done_word:<12} {_safe(name)}, {total / 1e6:.1f} MB")

    # -- findings --

    def _check(self, findings: Sequence[Finding]) -> None:
        self.findings += findings
        self._clear()

    def broke_off(self) -> None:
        """Print how far a run got before an error ended it."""
        self._clear()
        if self.findings:
            self._table()

    def _table(self) -> None:
        print(f"\n{_safe(self.planned.plan.recipe)}", file=self.out)
        for line in self._lines():
            print(line, file=self.out)

    def _finish(self, event: events.Finished) -> None:
        self._clear()
        out = self.out
        self._table()
        for finding in self.findings:
            if finding.is_failure and finding.owner is not None:
                print("\n" + self._explained(finding), file=out)
        print(f"\n{_safe(self._timeline)}", file=out)
        for file in self.files:
            print(f"{_safe(str(file.path))}  {file.measured}", file=out)
        for chapter in next((file.chapters for file in self.files if file.chapters), ()):
            print(f"chapter      {_safe(chapter)}", file=out)
        print(self._totals(event), file=out)
        if self._went_on and not (event.met or event.unknown or event.doubted):
            print("what no instruction can undo needs a new session: --fresh", file=out)
        if event.doubted:
            print(_IN_DOUBT, file=out)

    def _lines(self) -> Iterator[str]:
        """One line for every statement in the order of the recipe, more where more was found."""
        owners = range(len(self.planned.origins))
        self._width = max([3, *(len(self._number(owner)) for owner in owners)])
        by_owner: dict[int | None, list[Finding]] = defaultdict(list)
        for finding in self.findings:
            by_owner[finding.owner].append(finding)
        for finding in by_owner[None]:
            paid = self._paid(None) if finding.status == "met" else ""
            if finding.status != "met" or paid:
                yield self._row(finding.status, None, finding.message + paid)
        for owner, statement in enumerate(self.planned.plan.statements):
            for number, finding in enumerate(by_owner[owner]):
                paid = "" if number else self._paid(owner)
                yield self._row(finding.status, owner, finding.message + paid)
            if self._is_checked(statement) and not by_owner[owner]:
                yield self._row(*self._without_finding(owner, statement))

    def _without_finding(self, owner: int, statement: Statement) -> tuple[str, int, str]:
        if owner in self._unknown_owners:
            return "unreadable", owner, "the outcome is unknown"
        if isinstance(statement, AnyExport) and any_failure(self.findings):
            return "", owner, "not made, because another line is not met"
        return "", owner, "not reached"

    def _paid(self, owner: int | None) -> str:
        """What the messages about a line have cost, where they were about it alone."""
        bill = [charged for charged in self._bill if charged.owners == (owner,)]
        cost = sum(charged.credits for charged in bill)
        at_most = any(charged.at_most for charged in bill)
        return f", {credits_of(cost, at_most=at_most)}" if cost else ""

    def _row(self, status: str, owner: int | None, message: str) -> str:
        mark = self._colored(_MARKS.get(status, _WRONG[0]), _COLORS.get(status, _WRONG[1]))
        number = self._number(owner)
        statement = "not in the recipe" if status == "unrequested" else self.line_of(owner)
        if self.out.isatty():
            statement = fitted(statement, max(_STATEMENT, self._columns // 2 - 10))
        return (
            f"  {mark} {number:>{self._width}}  {padded(statement, _STATEMENT)}  {_safe(message)}"
        )

    def _number(self, owner: int | None) -> str:
        """The line, with its file where that is another one than the recipe's own."""
        if owner is None:
            return ""
        span = self.planned.origins[owner].span
        own = Path(span.source.name).stem == self.planned.plan.recipe
        return str(span.line) if own else f"{_safe(span.source.name)}:{span.line}"

    @property
    def _columns(self) -> int:
        return shutil.get_terminal_size().columns

    def _explained(self, finding: Finding) -> str:
        assert finding.owner is not None
        head = self._colored(finding.status, _COLORS.get(finding.status, _WRONG[1]))
        lines = [f"{head}: {_safe(finding.message)}"]
        lines.append(mask(excerpt(self.planned.origins[finding.owner].span)))
        if finding.instruction:
            lines.append(f"  sent: {_safe(finding.instruction)}")
        if finding.place:
            lines.append(f"  draft: {_safe(finding.place)}")
        return "\n".join(lines)

    def _totals(self, event: events.Finished) -> str:
        wanted = {f.owner for f in self.findings if f.owner is not None}
        failed = {f.owner for f in self.findings if f.is_failure}
        cost = "" if event.cost is None else f", {credits_of(event.cost, at_most=event.at_most)}"
        head = f"{len(wanted - failed)} of {self._expected_count()} lines met{cost}"
        if event.met or not self.delivers:
            return head
        return f"{head}: nothing was delivered" if not self.files else head

    def _expected_count(self) -> int:
        return sum(map(self._is_checked, self.planned.plan.statements))

    def _is_checked(self, statement: Statement) -> bool:
        return is_checked(statement, delivers=self.delivers)

    def _unknown(self, event: events.OutcomeUnknown) -> None:
        self._unknown_owners.append(event.owner)
        reason = event.reason.partition(" (")[0]
        self._line(f"unknown      {self.line_of(event.owner)}: {_safe(reason)}")
        lines = ["it may still be carried out; it was not sent again"]
        if event.run:
            retry = f"`nemo-spec resume {event.run} --retry`{self.where}"
            lines += [
                "running this again looks for it in the draft, and does not send it either",
                f"{retry} sends it if the draft still lacks it;",
                "should the service carry out both, it is done and may be charged twice",
            ]
        for line in lines:
            self._line(f"{'':13}{line}")

    def _too_dear(self, event: events.BudgetExceeded) -> None:
        lines = ", ".join(self.line_of(owner) for owner in event.owners)
        self._line(f"stopped      before {lines}")
        self._line(
            f"             it may cost {event.price:g} credits; {event.spent:g} of {event.limit:g} "
            "are spent"
        )

    def _colored(self, text: str, color: str) -> str:
        return f"\x1b[{color}m{text}\x1b[0m" if is_colored(self.out) else text


def credits_of(amount: float, *, at_most: bool = False) -> str:
    """`1 credit`, `12.5 credits`, `at most 50 credits`."""
    return f"{'at most ' if at_most else ''}{amount:g} credit{'' if amount == 1 else 's'}"


def _safe(text: str) -> str:
    """Text from outside: it cannot drive the terminal, and holds no token."""
    return visible(mask(text))


def _first_line(text: str) -> str:
    line = _safe(" ".join(text.split()))
    return line if len(line) <= 100 else f"{line[:99]}…"
