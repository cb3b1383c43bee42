"""nemo-spec cancel [ID] – end a run for good: what it renders is cancelled, its edits stay."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import NoReturn

from nemo_spec.api.saved_plan import Stale, check_service
from nemo_spec.cli.commands.resume import find_run
from nemo_spec.cli.elsewhere import projects_elsewhere
from nemo_spec.cli.errors import CommandError
from nemo_spec.cli.exit_codes import OK
from nemo_spec.cli.service_options import opened_service
from nemo_spec.language.diagnostics import visible
from nemo_spec.nemo.errors import Refused, UnexpectedAnswer
from nemo_spec.project_root import project_root
from nemo_spec.run.clock import Clock
from nemo_spec.run.messages.outcome import Outcome, recorded
from nemo_spec.run.session.claims import Claim, Claims
from nemo_spec.run.session.environment import environment
from nemo_spec.run.session.journal import Journal, Run
from nemo_spec.run.session.machine import Machine
from nemo_spec.run.session.workspace import claims_of, journal_of, run_claim


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "id", nargs="?", type=int, metavar="ID",
        help="the number of a run, see `nemo-spec runs` (default: the last one)",
    )  # fmt: skip


def run(options: argparse.Namespace) -> int:
    root = project_root(Path())
    try:
        found = find_run(root, options.id)
        if found is None or found.outcome == "met":
            reason = "there is no such run" if found is None else f"run {found.id} is complete"
            other = "" if found else projects_elsewhere()
            raise CommandError(f"{reason} – see `nemo-spec runs`{other}")
        service = found.arguments.get("service") or environment().api_url
        with (
            claims_of(Path.home(), service, root, _refuse) as claims,
            journal_of(root, claims) as journal,
        ):
            _hold(claims, found, root)
            if found.session:
                machine = Machine(Path.home(), service, root)
                journal.record_in(machine.record(found.session), found.session)
            cancelled = _cancel_renders(journal, found)
            journal.finish_run(found.id, "cancelled", found.cost, Clock().now())
    except OSError as error:
        raise CommandError(visible(str(error))) from None
    what = f", {cancelled} render{'' if cancelled == 1 else 's'} with it" if cancelled else ""
    print(f"run {found.id} is cancelled{what}; its edits stay in the session")
    return OK


def _hold(claims: Claims, run: Run, root: Path) -> None:
    """Raises Stale when the run, or another in its session, is at work."""
    claims.hold(run_claim(root, run.id))
    if run.session:
        claims.hold(Claim("session", run.session))


def _refuse(holder: str) -> NoReturn:
    raise Stale(f"{holder}: stop it with Ctrl-C first")


def _cancel_renders(journal: Journal, run: Run) -> int:
    """Returns how many renders were still to come. Raises NemoError, Stale."""
    waiting = [
        step
        for step in (journal.steps(run.session) if run.session else [])
        if step.kind == "render" and recorded(step) is Outcome.UNKNOWN
    ]
    if not waiting:
        return 0
    settings = environment()
    check_service(run, settings.api_url)
    cancelled = 0
    with opened_service(settings) as service:
        for step in waiting:
            try:
                service.nemo.cancel_render(step.subject)
                cancelled += 1
            except (Refused, UnexpectedAnswer):
                pass  # it is over, or was never begun
            journal.complete(step.id, "given up")
    return cancelled
