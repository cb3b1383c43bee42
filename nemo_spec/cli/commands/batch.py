"""nemo-spec batch RECIPE TABLE | CLIP … – apply one recipe to many clips, several at a time."""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

from nemo_spec.api.request import Request
from nemo_spec.api.saved_plan import Stale
from nemo_spec.batches.batch import Batch, Plan, RowResult, Watch, run_batch
from nemo_spec.batches.cluster import Cluster, ClusterError
from nemo_spec.batches.prepared import prepare_rows
from nemo_spec.batches.summary import (
    HEADERS,
    PLAN_HEADERS,
    PLAN_WIDTHS,
    WIDTHS,
    Progress,
    outcome_of,
    plan_totals,
    planned,
    rows_of,
    totals,
)
from nemo_spec.batches.table import InvalidBatch, Row, read_rows
from nemo_spec.cli.commands.apply import add_policy_arguments
from nemo_spec.cli.dask_option import add_dask_argument, cluster_of, refused
from nemo_spec.cli.errors import CommandError
from nemo_spec.cli.exit_codes import INTERRUPTED, OF_RESULT, OK, REFUSED
from nemo_spec.cli.mock_options import add_offline_arguments
from nemo_spec.cli.process import leave_threads
from nemo_spec.cli.recipe import add_set_argument
from nemo_spec.cli.reports import Reports, add_report_argument
from nemo_spec.cli.service_options import note
from nemo_spec.language.diagnostics import visible
from nemo_spec.nemo.text import mask
from nemo_spec.recipe.library import overwritten
from nemo_spec.report.progress import ProgressLine
from nemo_spec.report.table import print_table
from nemo_spec.run import events
from nemo_spec.run.policy import Policy
from nemo_spec.run.session.storage import JournalError

EPILOG = """A table ends in .csv, .tsv or .jsonl. Its columns are `clip`, or `clip.NAME` for each clip that
the recipe names; `output`; and the names of `let`s (`let.NAME` where one is called clip or output). Paths
in it are relative to its folder. Every clip has a session of its own, or all share one. After an
interruption run the same command again: only what is missing is done."""
_MOST = 64


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = EPILOG
    parser.add_argument("recipe", type=Path, metavar="RECIPE", help="an .edit file")
    parser.add_argument(
        "sources", nargs="+", metavar="TABLE|CLIP", help="a table, or clips; globs are expanded"
    )
    add_set_argument(parser)
    parser.add_argument(
        "-n", type=_count, default=1, metavar="N", help="apply N at a time (default 1)"
    )
    parser.add_argument("-x", action="store_true", help="begin no clip after one that is not met")
    parser.add_argument(
        "--one-session", action="store_true",
        help="work on all clips in one session, one after another: it costs the edits of one",
    )  # fmt: skip
    parser.add_argument(
        "--plan", action="store_true", help="show what would be sent and cost; sends nothing"
    )
    parser.add_argument(
        "--retry", action="store_true",
        help="send instructions of unknown outcome again, where the draft still does not show them",
    )  # fmt: skip
    add_dask_argument(parser)
    add_policy_arguments(parser)
    add_offline_arguments(parser)
    add_report_argument(parser)


def run(options: argparse.Namespace) -> int:
    """Raises CommandError, NemoError."""
    reports = Reports(options.report).in_folders()
    if hit := overwritten(reports.files, map(Path, options.sources)):
        raise CommandError(visible(f"{next(iter(hit))}: the batch reads it – name another file"))
    reports.check()
    if reports.saves_draft:
        raise CommandError("--save-draft names one file for many runs – use `apply`")
    if not options.offline and (options.fault or options.credits is not None):
        raise CommandError(f"{'--fault' if options.fault else '--credits'} needs --offline")
    if options.dask is not None and options.one_session:
        raise CommandError(
            "a session takes one clip at a time – leave out --dask, or --one-session"
        )
    base = Request(options.recipe, settings=tuple(options.set), policy=_policy(options))
    shown = _Shown(reports.console)
    try:
        rows = read_rows(options.sources)
        if options.plan:
            return _show_plan(base, rows, options, shown)
        plan = Plan(
            base, rows, options.n, options.x, options.offline, options.credits, options.fault,
            reports.files, options.one_session,
        ).checked(shown.watch)  # fmt: skip
    except InvalidBatch as error:
        shown.clear()
        return _refuse(error)
    except (Stale, OSError) as error:
        raise CommandError(visible(str(error))) from None
    with cluster_of(options.dask, options.n) as cluster:
        return _carry_out(plan, reports, shown, cluster)


def _carry_out(plan: Plan, reports: Reports, shown: _Shown, cluster: Cluster | None) -> int:
    shown.progress = Progress(len(plan.rows), cluster.threads if cluster else plan.workers)
    try:
        batch = run_batch(plan, shown.watch, cluster=cluster)
    except KeyboardInterrupt as stop:
        shown.clear()
        again = "run the same command again: it does only what is missing"
        print(f"\ninterrupted: {again}", file=sys.stderr)
        return leave_threads(128 + getattr(stop, "number", INTERRUPTED - 128))
    except (JournalError, ClusterError) as error:
        raise refused(error) from None
    shown.clear()
    _print(batch, shown.out, goes_on=not plan.offline)
    return reports.write(batch.records, OF_RESULT[batch.outcome])


def _print(batch: Batch, out: TextIO, *, goes_on: bool) -> None:
    print(file=out)
    rows = [tuple(mask(cell) for cell in row) for row in rows_of(batch)]
    print_table(out, HEADERS, WIDTHS, rows)
    print(f"\n{totals(batch)}", file=out)
    if goes_on and not batch.met:
        print("run the same command again: it does only what is missing", file=out)


def _show_plan(base: Request, rows: list[Row], options: argparse.Namespace, shown: _Shown) -> int:
    prepared = prepare_rows(
        base, rows, on_row=shown.check, workers=options.n, offline=options.offline,
        one_session=options.one_session,
    )  # fmt: skip
    shown.clear()
    found = list(planned(rows, prepared, note))
    print_table(shown.out, PLAN_HEADERS, PLAN_WIDTHS, [row.cells for row in found])
    told = plan_totals(found, options.n, options.max_credits, one_session=options.one_session)
    print(f"\n{told}", file=shown.out)
    return OK


def _refuse(error: InvalidBatch) -> int:
    for problem in error.problems:
        first, *others = map(visible, problem.split("\n"))
        kind = "" if "error[E" in first else "error: "  # a diagnostic says so itself
        print("\n".join([f"{kind}{first}", *others]), file=sys.stderr)
    print("nothing was sent", file=sys.stderr)
    return REFUSED


@dataclass(slots=True)
class _Shown:
    """The batch on a terminal: a line for every row that is through, and one that changes."""

    out: TextIO
    progress: Progress | None = None
    _line: ProgressLine = field(init=False)

    def __post_init__(self) -> None:
        self._line = ProgressLine(self.out)

    @property
    def watch(self) -> Watch:
        """What tells of a batch calls this."""
        return Watch(self._event, self._row, self.check, self._note, self._tick)

    def check(self, done: int, count: int) -> None:
        self._line.say(f"checked {done} of {count}")

    def clear(self) -> None:
        self._line.clear()

    def _note(self, text: str) -> None:
        self._line.clear()
        note(text)

    def _event(self, index: int, event: events.Event) -> None:
        if self.progress:
            self.progress.hear(index, event)

    def _row(self, index: int, row: RowResult) -> None:
        if self.progress:
            self.progress.end(index, row)
        self._line.clear()
        print(f"{outcome_of(row):<10} {visible(mask(row.label))}", file=self.out, flush=True)

    def _tick(self) -> None:
        self._line.say(str(self.progress))


def _policy(options: argparse.Namespace) -> Policy:
    return Policy(
        per=options.per,
        repairs=options.repairs,
        unrequested=options.unrequested,
        limit=options.max_credits,
        retry=options.retry,
        fresh=options.fresh,
    )


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 4 and 0 < int(text) <= _MOST):
        raise argparse.ArgumentTypeError(f"write a number from 1 to {_MOST}")
    return int(text)
