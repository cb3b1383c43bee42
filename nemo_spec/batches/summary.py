"""A batch on a terminal: how far it is, what came of each row, what it would cost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from nemo_spec.api.apply import Prepared
from nemo_spec.api.plan import plan_opened
from nemo_spec.batches.batch import Batch, RowResult
from nemo_spec.batches.table import Row
from nemo_spec.report.cases import reason
from nemo_spec.report.console import credits_of
from nemo_spec.report.plan_diff import show_estimate
from nemo_spec.report.progress import duration
from nemo_spec.run import events
from nemo_spec.run.budget import Estimate
from nemo_spec.run.session.tokens import Tell

HEADERS = ("result", "clip", "files", "cost", "time", "")
WIDTHS = (9, 30, 24, 19, 8, 0)
"""Of the table of a batch; the last column says what is wrong."""


@dataclass(slots=True)
class Progress:
    """How far a batch of `count` rows is, `workers` at a time."""

    count: int
    workers: int
    _stages: dict[int, str] = field(default_factory=dict)
    _seconds: list[float] = field(default_factory=list)
    _ended: int = 0

    def hear(self, index: int, event: events.Event) -> None:
        """Take in what happens in a row."""
        match event:
            case events.Connected():
                self._stages[index] = "begun"
            case events.Emptying():
                self._stages[index] = "emptying the timeline"
            case events.Uploading(_, done, total):
                self._stages[index] = f"uploading {100 * done // max(total, 1)}%"
            case events.Sending(number, count):
                self._stages[index] = f"edit {number}/{count}"
            case events.Repairing():
                self._stages[index] = "correcting"
            case events.Rendering(_, progress):
                self._stages[index] = "rendering" + (
                    "" if progress is None else f" {progress:.0f}%"
                )
            case events.Downloading():
                self._stages[index] = "downloading"

    def end(self, index: int, result: RowResult) -> None:
        """A row is through."""
        self._stages.pop(index, None)
        self._ended += 1
        if result.outcome != "skipped":
            self._seconds.append(result.seconds)

    def __str__(self) -> str:
        """`3 of 40, 12 min 5 s left: edit 2/4, rendering 40%`."""
        stages = ", ".join(self._stages[index] for index in sorted(self._stages))
        left = f", {duration(self._left)} left" if self._seconds else ""
        return f"{self._ended} of {self.count}{left}" + (f": {stages}" if stages else "")

    @property
    def _left(self) -> float:
        """Seconds, if the rows to come take as long as those that are through."""
        mean = sum(self._seconds) / len(self._seconds)
        return mean * (self.count - self._ended) / min(self.workers, self.count)


def outcome_of(row: RowResult) -> str:
    """The result of a row in a word or two."""
    return "not begun" if row.outcome == "skipped" else row.outcome


def rows_of(batch: Batch) -> list[tuple[str, ...]]:
    """The table of a batch, in the order of its rows."""
    return [(outcome_of(row), row.label, *_facts(row), _reason(row)) for row in batch.rows]


def _facts(row: RowResult) -> tuple[str, str, str]:
    if row.outcome == "skipped":
        return "", "", ""
    finished = row.record.finished
    cost = finished.cost if finished else None
    at_most = bool(finished and finished.at_most)
    files = ", ".join(str(file.path) for file in row.record.files)
    return files, "" if cost is None else credits_of(cost, at_most=at_most), duration(row.seconds)


def _reason(row: RowResult) -> str:
    record = row.record
    if record.result == "unknown" and row.run and any(event.run for event in record.unknown):
        return f"{reason(record)} – `nemo-spec resume {row.run} --retry`"
    return reason(record)


def totals(batch: Batch) -> str:
    """`38 met, 2 not met, 1900 credits, 12 min 5 s`."""
    counts = Counter(map(outcome_of, batch.rows))
    parts = [f"{count} {outcome}" for outcome, count in counts.items()]
    spent = [] if batch.spent is None else [f"{batch.spent:g} credits"]
    return ", ".join([*parts, *spent, duration(batch.seconds)])


@dataclass(frozen=True, slots=True)
class RowPlan:
    """What a row would send, to which files, and what is expected of it; `estimate` is None where apply
    can do nothing."""

    label: str
    files: str
    instructions: int
    estimate: Estimate | None

    @property
    def cells(self) -> tuple[str, ...]:
        """The row in a table."""
        told = show_estimate(self.estimate) if self.estimate else "nothing can be done"
        return self.label, self.files, f"{self.instructions} to send", told


PLAN_HEADERS = ("clip", "files", "instructions", "estimate")
PLAN_WIDTHS = (30, 24, 12, 0)


def planned(rows: Sequence[Row], prepared: Sequence[Prepared], tell: Tell) -> Iterator[RowPlan]:
    """What applying each row would do; sessions of earlier runs are read and compared. Raises as
    `plan`."""
    for row, one in zip(rows, prepared, strict=True):
        plan = plan_opened(one.request, one.opened, one.diagnostics, tell)
        files = ", ".join(map(str, one.outputs.values()))
        yield RowPlan(row.label, files, len(plan.instructions), plan.estimate)


def plan_totals(
    rows: Sequence[RowPlan], workers: int, limit: float | None, *, one_session: bool = False
) -> str:
    """`40 clips, 2 at a time: about 2000 credits, 40 min to 2 h at the service`, and what the other way of
    working costs, where that is less or more."""
    known = [row.estimate for row in rows if row.estimate]
    at_once = min(workers, len(rows)) or 1
    low, high = (_seconds([one.seconds[end] for one in known], at_once) for end in (0, 1))
    each = sum(one.credits for one in known)
    sessions = [one.session for one in known if one.session]
    shared = each - sum(sessions[1:])
    whole = Estimate(shared if one_session else each, (low, high), all(one.known for one in known))
    clips = f"{len(rows)} clip{'s' * (len(rows) != 1)}"
    way = "in one session" if one_session else f"{at_once} at a time"
    text = f"{clips}, {way}: {show_estimate(whole)}"
    if shared < each:
        other = f"{each:g} in a session each" if one_session else f"{shared:g} with --one-session"
        text = f"{text}; about {other}"
    if limit is None or whole.credits <= limit:
        return text
    return f"{text}; --max-credits {limit:g} stops it before"


def _seconds(each: Sequence[int], at_once: int) -> int:
    """How long all of them take: no less than the longest one."""
    return max([sum(each) // at_once, *each])
