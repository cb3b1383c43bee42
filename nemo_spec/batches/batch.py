"""Apply one recipe to many clips, several at a time, within one ceiling of credits."""

from __future__ import annotations

import os
import queue
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError, Executor, Future, ThreadPoolExecutor, wait
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path

from nemo_spec.api.apply import Faults, open_endpoint
from nemo_spec.api.arguments import FilePath, Values, paths_of, settings_of
from nemo_spec.api.request import Request
from nemo_spec.api.run import Endpoint
from nemo_spec.batches.board import Board, SharedBoard, served
from nemo_spec.batches.cluster import (
    Cluster,
    Needs,
    apply_there,
    is_lost,
    sizes_of,
    without_token,
)
from nemo_spec.batches.prepared import ONE_BY_ONE, prepare_rows, warnings
from nemo_spec.batches.table import InvalidBatch, Row, read_rows
from nemo_spec.batches.work import Done, Task, apply_row
from nemo_spec.project_root import project_root
from nemo_spec.report.record import Record, Result, worst
from nemo_spec.run.clock import Clock
from nemo_spec.run.events import Event
from nemo_spec.run.policy import Policy
from nemo_spec.run.session.auth import attempt, connect
from nemo_spec.run.session.tokens import Tell
from nemo_spec.run.session.workspace import (
    has_journal,
    journal_of,
    key_together,
    shared_journal,
)

OFFLINE_CREDITS = 1_000_000
"""What the account at the bundled mock holds: enough for any batch."""
_LOOK = 0.2
"""Seconds between two looks at what is done."""
_GRACE = 3.0
"""Seconds that runs at work have to end by themselves once the batch is interrupted."""


@dataclass(frozen=True, slots=True)
class RowResult:
    """A row and what came of it; a record that is `skipped` was not begun. `seconds` it took; `run` is the
    number by which it can be resumed, 0 where it has none."""

    label: str
    record: Record
    seconds: float = 0
    run: int = 0

    @property
    def outcome(self) -> Result:
        """`met` or what else; `skipped` where it was not begun."""
        return self.record.result

    def after(self, done: Done) -> RowResult:
        """The same once the row is through."""
        if done.record is None:
            return self
        return RowResult(self.label, done.record, done.seconds, done.run)


@dataclass(frozen=True, slots=True)
class Batch:
    """What came of all rows, in their order. `spent` is what the account was charged in `seconds`, in
    credits; None when its balance could not be read at the end."""

    rows: Sequence[RowResult]
    seconds: float = 0
    spent: float | None = None

    @property
    def met(self) -> bool:
        """Whether every line of every row is met."""
        return all(row.outcome == "met" for row in self.rows)

    @property
    def records(self) -> list[Record]:
        """Those of all rows; reports are written from them."""
        return [row.record for row in self.rows]

    @property
    def outcome(self) -> Result:
        """The worst of the rows; `not met` where one was not begun."""
        begun = worst(self.records)
        return "not met" if begun in ("met", "skipped") and not self.met else begun


@dataclass(frozen=True, slots=True)
class Watch:
    """Who hears of a batch: of an event by the index of its row, of a row that is through, of rows that
    are checked before it begins, and of what else a user should know."""

    event: Callable[[int, Event], object] = lambda index, event: None
    row: Callable[[int, RowResult], object] = lambda index, row: None
    checked: Callable[[int, int], object] = lambda done, count: None
    note: Tell = lambda text: None
    tick: Callable[[], object] = lambda: None


@dataclass(frozen=True, slots=True)
class Plan:
    """What a batch is asked to do. `base` is what all rows share; the limit of its policy is that of the
    whole batch. `stops`: no row begins after one that is not met. `one_session`: the rows share a session,
    one after another. `read` are the files of all rows, `written` the folders of their exports."""

    base: Request
    rows: Sequence[Row]
    workers: int = 1
    stops: bool = False
    offline: bool = False
    credits: int | None = None
    faults: Faults = ()
    also_written: Sequence[Path] = ()
    one_session: bool = False
    requests: Sequence[Request] = field(default_factory=list)
    read: Sequence[Path] = ()
    written: Sequence[Path] = ()

    def checked(self, watch: Watch) -> Plan:
        """The same with a request for each row. Raises InvalidBatch."""
        prepared = prepare_rows(
            self.base, self.rows, self.also_written, watch.checked,
            workers=self.workers, offline=self.offline, one_session=self.one_session,
        )  # fmt: skip
        for warning in warnings(self.rows, prepared):
            watch.note(warning)
        read = dict.fromkeys(path for one in prepared for path in one.opened.read)
        written = dict.fromkeys(path.parent for one in prepared for path in one.outputs.values())
        requests = [one.request for one in prepared]
        return replace(self, requests=requests, read=[*read], written=[*written])


def batch(
    recipe: FilePath,
    *sources: FilePath,
    values: Values = (),
    policy: Policy | None = None,
    workers: int = 1,
    executor: Executor | None = None,
    stop_on_failure: bool = False,
    offline: bool = False,
    credits: int | None = None,
    one_session: bool = False,
    on_event: Callable[[int, Event], object] = lambda index, event: None,
    on_row: Callable[[int, RowResult], object] = lambda index, row: None,
    on_note: Tell = lambda text: None,
) -> Batch:
    """Apply a recipe to many clips, each in a session of its own, `workers` of them at a time; with
    `one_session` all in one session, one after another, which costs the edits of one.

    `sources` are clips, globs, or one table (.csv, .tsv, .jsonl). The limit of the `policy`, in credits,
    is that of the whole batch. `executor` takes the place of threads; one of processes must run on this
    machine. `on_event` and `on_row` are called in this thread with the index of the row, from 0.

    Raises InvalidBatch, with everything that is wrong, before anything is sent; BadSetting and NemoError
    when the service cannot be reached at all. What goes wrong with one row is in its result. Calling it
    again does what is missing; so it does after Ctrl-C.
    """
    base = Request(Path(recipe), settings=settings_of(values), policy=policy or Policy())
    plan = Plan(
        base, read_rows(paths_of(sources)), workers, stop_on_failure, offline, credits,
        one_session=one_session,
    )  # fmt: skip
    if one_session and executor is not None:
        raise InvalidBatch([ONE_BY_ONE])
    watch = Watch(on_event, on_row, note=on_note)
    return run_batch(plan.checked(watch), watch, executor)


def run_batch(
    plan: Plan, watch: Watch, executor: Executor | None = None, cluster: Cluster | None = None
) -> Batch:
    """Carry out a plan that was checked, in threads, or by an executor, or a cluster.

    Raises ClusterError, BadSetting, NemoError, JournalError where the journal cannot be used, and
    KeyboardInterrupt once the rows at work have had three seconds to end.
    """
    began = time.monotonic()
    credits = OFFLINE_CREDITS if plan.credits is None else plan.credits
    if not plan.offline and (shared_journal() or has_journal(_root(plan))):
        journal_of(_root(plan)).close()  # once, before every row would say that it cannot be used
    with open_endpoint(plan.offline, plan.faults, credits) as endpoint:
        board = SharedBoard(plan.base.policy.limit, _balance(endpoint, watch.note))
        one_by_one = executor is None and cluster is None and plan.workers == 1
        tasks = _tasks(plan, endpoint, shared=not one_by_one)
        with _begun(plan, tasks, board, executor, cluster) as futures:
            rows = _followed(plan, futures, board, watch)
        return Batch(rows, time.monotonic() - began, board.spent)


@contextmanager
def _begun(
    plan: Plan,
    tasks: Sequence[Task],
    board: SharedBoard,
    executor: Executor | None,
    cluster: Cluster | None,
) -> Iterator[dict[Future[Done], int]]:
    """What will come of each row, by its index."""
    if cluster is None:
        with _pool(plan, board, executor) as (pool, there):
            yield {pool.submit(apply_row, task, there): task.index for task in tasks}
        return
    with served(board, cluster.host) as there:
        cluster.check(_needs(plan), there)
        pool, folder, bare = cluster.executor, Path().absolute(), map(without_token, tasks)
        yield {pool.submit(apply_there, task, folder, there): task.index for task in bare}


def _needs(plan: Plan) -> Needs:
    return Needs(
        sizes_of(plan.read),
        [str(folder.absolute()) for folder in plan.written],
        str(plan.base.recipe.absolute()),
        keeps=not plan.offline,
        offline=plan.offline,
    )


@contextmanager
def _pool(
    plan: Plan, board: SharedBoard, executor: Executor | None
) -> Iterator[tuple[Executor, Board]]:
    """Threads that share the board, or what the caller has, which may be other processes."""
    if executor is None:
        pool = ThreadPoolExecutor(min(plan.workers, len(plan.rows)) or 1, "batch")
        try:
            yield pool, board
        finally:
            pool.shutdown(wait=False, cancel_futures=True)
        return
    in_threads = isinstance(executor, ThreadPoolExecutor)
    there: AbstractContextManager[Board] = nullcontext(board) if in_threads else served(board)
    with there as shared:
        yield executor, shared


def _tasks(plan: Plan, endpoint: Endpoint, *, shared: bool) -> list[Task]:
    """What is to be done for each row; the limit is that of all together."""
    policy = replace(plan.base.policy, limit=None, together=_together(plan, endpoint))
    keeps = not plan.offline or plan.one_session
    where = endpoint.home if plan.offline and plan.one_session else None
    return [
        Task(index, request._replace(policy=policy), endpoint, shared, keeps, plan.stops, where)
        for index, request in enumerate(plan.requests)
    ]


def _together(plan: Plan, endpoint: Endpoint) -> str:
    """The key of the session that the rows share; with `--fresh` it has none yet. Raises JournalError."""
    if not plan.one_session:
        return ""
    root = _root(plan)
    key = key_together(endpoint.settings.api_url, plan.base.recipe, root)
    if plan.base.policy.fresh and not plan.offline:
        with journal_of(root) as journal:
            journal.bind(0, key, "", "")
    return key


def _root(plan: Plan) -> Path:
    return project_root(Path(os.path.realpath(plan.base.recipe)).parent)


def _followed(
    plan: Plan, futures: dict[Future[Done], int], board: SharedBoard, watch: Watch
) -> list[RowResult]:
    results = [
        _not_begun(row, request) for row, request in zip(plan.rows, plan.requests, strict=True)
    ]
    try:
        for index, done in _through(plan, futures, board, watch):
            results[index] = found = results[index].after(done)
            watch.row(index, found)
    except BaseException:
        board.interrupt()
        for future in futures:
            future.cancel()
        wait(futures, _GRACE)
        raise
    return results


def _through(
    plan: Plan, futures: dict[Future[Done], int], board: SharedBoard, watch: Watch
) -> Iterator[tuple[int, Done]]:
    """The rows as they end; what happens meanwhile is passed on."""
    pending = set(futures)
    while pending:
        ended, pending = wait(pending, _LOOK, return_when="FIRST_COMPLETED")
        _pass_on(board, watch)
        watch.tick()
        for future in sorted(ended, key=futures.__getitem__):
            yield futures[future], _result(future, str(plan.base.recipe))


def _pass_on(board: SharedBoard, watch: Watch) -> None:
    while True:
        try:
            watch.event(*board.news.get_nowait())
        except queue.Empty:
            return


def _not_begun(row: Row, request: Request) -> RowResult:
    record = Record(None, str(request.recipe), skipped="not begun", clips=request.clips)
    return RowResult(row.label, record)


def _result(future: Future[Done], recipe: str) -> Done:
    try:
        return future.result()
    except (Exception, CancelledError) as error:
        if not is_lost(error):
            raise
        lost = "its worker was killed or ran out of memory – the same command again goes on"
        return Done(Record(None, recipe, error=lost))


def _balance(endpoint: Endpoint, tell: Tell) -> float:
    """The account's credits, once it has a token: workers must not ask for one each. Raises NemoError."""
    clock = Clock()
    with connect(endpoint.settings, clock, endpoint.home, tell=tell) as nemo:
        return attempt(nemo.credits, nemo, clock, endpoint.home).available
