"""nemo-spec runs – what was applied in this project, and how it ended."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from nemo_spec.cli.elsewhere import projects_elsewhere
from nemo_spec.cli.exit_codes import OK, REFUSED
from nemo_spec.language.diagnostics import visible
from nemo_spec.project_root import project_root
from nemo_spec.report.columns import padded
from nemo_spec.report.console import credits_of
from nemo_spec.run.session.claims import is_claimed, run_claim
from nemo_spec.run.session.journal import Run
from nemo_spec.run.session.storage import JournalError
from nemo_spec.run.session.workspace import has_journal, journal_of

_SHOWN = 20


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--all", action="store_true", help=f"more than the last {_SHOWN}")


def run(options: argparse.Namespace) -> int:
    root = project_root(Path())
    if not has_journal(root):
        print(f"nothing was applied in this project yet{projects_elsewhere()}", file=sys.stderr)
        return OK
    try:
        with journal_of(root) as journal:
            found = journal.runs()
    except (JournalError, OSError) as error:
        print(f"error: {visible(str(error))}", file=sys.stderr)
        return REFUSED
    for one in found if options.all else found[:_SHOWN]:
        at_work = one.outcome is None and is_claimed(Path.home(), "", run_claim(root, one.id))
        print(_line(one, at_work=at_work))
    if len(found) > _SHOWN and not options.all:
        print(f"… and {len(found) - _SHOWN} more: --all")
    return OK


def outcome_of(run: Run, *, at_work: bool) -> str:
    """How a run ended; one that could not say so was cut short."""
    return run.outcome or ("at work" if at_work else "cut short")


def _line(run: Run, *, at_work: bool) -> str:
    began = run.began.astimezone().strftime("%Y-%m-%d %H:%M")
    cost = "" if run.cost is None else credits_of(run.cost, at_most=run.at_most)
    outcome = outcome_of(run, at_work=at_work)
    return f"{run.id:>4}  {began}  {padded(outcome, 11)}  {padded(cost, 12)}  {visible(run.recipe)}"
