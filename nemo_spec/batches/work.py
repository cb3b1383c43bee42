"""One row of a batch, applied: what an executor is given to do."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from pathlib import Path

from nemo_spec.api.apply import carry_out, prepare
from nemo_spec.api.request import Request
from nemo_spec.api.run import Endpoint
from nemo_spec.api.saved_plan import Stale
from nemo_spec.batches.board import Board, Interrupted, RowCeiling
from nemo_spec.nemo.errors import NemoError
from nemo_spec.nemo.text import conceal
from nemo_spec.report.record import Record
from nemo_spec.run.events import BudgetExceeded, Event
from nemo_spec.run.session.storage import JournalError


@dataclass(frozen=True, slots=True)
class Task:
    """A row to apply. `shared`: others are at work at the same time; `keeps`: in the project's journal,
    or that in the folder `where`, which the bundled mock does not outlive; `stops`: no row begins after it
    unless it is met."""

    index: int
    request: Request
    endpoint: Endpoint
    shared: bool
    keeps: bool
    stops: bool = False
    where: Path | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a row. `record` is None where it was not begun; `seconds` it took; `run` is its number
    in the journal, 0 where it has none."""

    record: Record | None = None
    seconds: float = 0
    run: int = 0


def apply_row(task: Task, board: Board) -> Done:
    """Apply a row, unless the batch is over. Raises nothing that a recipe or a service can cause."""
    if not board.begin(task.index):
        return Done()
    if token := task.endpoint.settings.token:
        conceal(token)  # in another process nobody has yet
    began = time.monotonic()
    ceiling = RowCeiling(board, task.index, task.shared)
    request = task.request._replace(policy=replace(task.request.policy, ceiling=ceiling))
    prepared = prepare(request)
    record = Record(
        prepared.opened.planned, str(request.recipe), problems=prepared.diagnostics,
        clips=request.clips,
    )  # fmt: skip
    number = 0
    if prepared.is_good:
        try:
            with prepared.begin(
                task.endpoint, _unheard, _unheard, keeps=task.keeps, where=task.where
            ) as run:
                record, number = run.record, run.kept.number
                carry_out(run, lambda event: _tell(board, task.index, event, record))
        except Interrupted:
            record.error = "interrupted"
        except (Stale, NemoError, JournalError, OSError, EOFError) as error:
            record.error = str(error)
    if task.stops and record.result != "met":
        board.end()
    return Done(record, time.monotonic() - began, number)


def _tell(board: Board, index: int, event: Event, record: Record) -> None:
    """Raises Interrupted where the batch is."""
    if isinstance(event, BudgetExceeded):
        record.note = (
            f"the next message may cost {event.price:g} credits, beyond the ceiling of "
            f"{event.limit:g}: {event.spent:g} are spent or reserved"
        )
    if not board.tell(index, event):
        raise Interrupted


def _unheard(text: str) -> None:
    """What only the first of many runs would say, or that two rows share a session."""
