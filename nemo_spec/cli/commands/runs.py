"""nemo-spec runs – what was applied in this project, and how it ended."""

from __future__ import annotations

import argparse
import sys
from datetime import timedelta
from pathlib import Path

from nemo_spec.cli.elsewhere import projects_elsewhere
from nemo_spec.cli.errors import CommandError
from nemo_spec.cli.exit_codes import OK
from nemo_spec.language.diagnostics import visible
from nemo_spec.project_root import project_root
from nemo_spec.report.console import credits_of
from nemo_spec.report.table import print_table
from nemo_spec.run.clock import Clock
from nemo_spec.run.session.claims import Claims
from nemo_spec.run.session.journal import Journal, Run
from nemo_spec.run.session.workspace import claims_of, has_journal, journal_of, run_claim

_SHOWN = 20


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--all", action="store_true", help=f"list all runs, not just the last {_SHOWN}"
    )
    parser.add_argument(
        "--prune", type=_days, metavar="DAYS",
        help="forget sessions in which nothing was done for so many days, and their drafts",
    )  # fmt: skip


def run(options: argparse.Namespace) -> int:
    root = project_root(Path())
    if not has_journal(root):
        print(
            f"no recipe has been applied in this project yet{projects_elsewhere()}", file=sys.stderr
        )
        return OK
    try:
        with (
            claims_of(Path.home(), "", root, print) as claims,
            journal_of(root, claims) as journal,
        ):
            if options.prune is not None:
                return _prune(journal, options.prune)
            found = journal.runs()
            shown = found if options.all else found[:_SHOWN]
            rows = [_row(one, root, claims) for one in shown]
    except OSError as error:
        raise CommandError(visible(str(error))) from None
    print_table(sys.stdout, ("run", "began", "outcome", "cost", "recipe"), (4, 16, 11, 12, 0),
                rows)  # fmt: skip
    if len(found) > _SHOWN and not options.all:
        print(f"… and {len(found) - _SHOWN} more: --all")
    return OK


def _prune(journal: Journal, days: int) -> int:
    count = journal.prune(Clock().now() - timedelta(days=days))
    sessions = f"{count} session{'s' * (count != 1)}"
    print(f"{sessions} forgotten; `apply --session ID` still continues one of them")
    return OK


def _days(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 0 < len(text) < 5):
        raise argparse.ArgumentTypeError("write a number of days such as 30")
    return int(text)


def outcome_of(run: Run, *, at_work: bool) -> str:
    """How a run ended; one that could not say so was cut short."""
    return run.outcome or ("at work" if at_work else "cut short")


def _row(run: Run, root: Path, claims: Claims) -> tuple[str, ...]:
    began = run.began.astimezone().strftime("%Y-%m-%d %H:%M")
    cost = "" if run.cost is None else credits_of(run.cost, at_most=run.at_most)
    at_work = run.outcome is None and claims.is_claimed(run_claim(root, run.id))
    return f"{run.id:>4}", began, outcome_of(run, at_work=at_work), cost, run.recipe
