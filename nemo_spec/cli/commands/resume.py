"""nemo-spec resume [ID] – go on with a run that did not come to its end."""

from __future__ import annotations

import argparse
from pathlib import Path

from nemo_spec.api.saved_plan import Stale, request_of
from nemo_spec.cli.commands import apply
from nemo_spec.cli.draft_options import add_dialect_argument, add_explain_argument
from nemo_spec.cli.elsewhere import projects_elsewhere
from nemo_spec.cli.errors import CommandError
from nemo_spec.cli.exit_codes import OK
from nemo_spec.cli.reports import Reports, add_report_argument
from nemo_spec.language.diagnostics import visible
from nemo_spec.project_root import project_root
from nemo_spec.run.session.journal import Run
from nemo_spec.run.session.workspace import has_journal, journal_of

_OVER = {"met": "is complete", "cancelled": "was cancelled"}
"""Outcomes after which a run is resumed only when it is named."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "id", nargs="?", type=int, metavar="ID",
        help="the number of a run, see `nemo-spec runs` (default: the last one)",
    )  # fmt: skip
    parser.add_argument(
        "--retry", action="store_true",
        help="send an instruction whose outcome is unknown again, if the draft still does not show it",
    )  # fmt: skip
    add_dialect_argument(parser)
    add_explain_argument(parser)
    add_report_argument(parser)


def run(options: argparse.Namespace) -> int:
    root = project_root(Path())
    try:
        found = find_run(root, options.id)
    except OSError as error:
        raise CommandError(visible(str(error))) from None
    if found is None:
        which = "there is no run" if options.id is None else f"there is no run {options.id}"
        cure = f"see `nemo-spec runs`{projects_elsewhere()}"
        raise CommandError(f"{which} in this project – {cure}")
    if found.outcome in _OVER and options.id is None:
        print(f"run {found.id} {_OVER[found.outcome]}: there is nothing to resume")
        return OK
    try:
        request = request_of(found, root, retry=options.retry)
    except Stale as error:
        raise CommandError(f"{visible(str(error))}\nnothing was sent") from None
    if options.draft_dialect is not None:
        request = request._replace(dialect_file=options.draft_dialect)
    reports = Reports(options.report)
    reports.check()
    return apply.carry_out(request, reports, explains=options.explain)


def find_run(root: Path, number: int | None) -> Run | None:
    """A run of the project; without a number the last one. Raises JournalError, OSError."""
    if not has_journal(root):
        return None
    with journal_of(root) as journal:
        return next((one for one in journal.runs() if number in (None, one.id)), None)
