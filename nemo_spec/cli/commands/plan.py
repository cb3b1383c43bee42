"""nemo-spec plan RECIPE [CLIP …] – what would be sent and what is expected; sends nothing.

Where the recipe was applied before, its session is read and held against the recipe.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from nemo_spec.cli.exit_codes import FAILED, OK, REFUSED
from nemo_spec.cli.outputs import not_replaceable, refused_exports, refused_texts
from nemo_spec.cli.process import print_json, utf8_text
from nemo_spec.cli.recipe import Opened, add_recipe_arguments, open_recipe, print_diagnostics
from nemo_spec.cli.saved_plan import Changed, check_known
from nemo_spec.compile import Program
from nemo_spec.language.diagnostics import visible
from nemo_spec.nemo.errors import NemoError, SessionNotFound
from nemo_spec.recipe.plan import Planned
from nemo_spec.report.plan import show_plan
from nemo_spec.report.plan_diff import show_drift, show_estimate
from nemo_spec.run.budget import estimate
from nemo_spec.run.policy import Policy
from nemo_spec.run.reconcile.plan_diff import Drift, drift
from nemo_spec.run.session.journal import Journal, draft_hash
from nemo_spec.run.session.last_session import has_sessions
from nemo_spec.run.session.machine import Machine
from nemo_spec.run.session.storage import JournalError
from nemo_spec.run.session.workspace import has_journal, journal_of, key_of, sessions_of

if TYPE_CHECKING:
    from nemo_spec.run.service import Service


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_recipe_arguments(parser)
    parser.add_argument("--json", action="store_true", help="print the plan as JSON")
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar="FILE",
        help="save the plan, for `nemo-spec apply FILE`",
    )
    choice = parser.add_mutually_exclusive_group()
    choice.add_argument(
        "--fresh", action="store_true", help="plan for a new session, without asking the service"
    )
    choice.add_argument("--session", metavar="ID", type=utf8_text, help="plan for this session")
    parser.add_argument(
        "--unrequested",
        choices=("allow", "report", "remove"),
        default="report",
        help="what is to be done about what nobody asked for (report)",
    )


def run(options: argparse.Namespace) -> int:
    if options.output and options.session:
        print("error: a plan for a session that is named cannot be saved", file=sys.stderr)
        return REFUSED
    if options.output and (reason := not_replaceable(options.output)):
        print(f"error: cannot write {visible(str(options.output))}: {reason}", file=sys.stderr)
        return REFUSED
    opened = open_recipe(options.recipe, options.clips, options.set, measure_pauses=True)
    refused = refused_exports(opened)
    refused += refused_texts(opened, [options.output] if options.output else [])
    print_diagnostics([*opened.diagnostics, *refused])
    if not opened.is_good or refused or not opened.planned or not opened.program:
        return REFUSED
    if options.json:
        plan = opened.planned.plan.model_dump(mode="json")
        print_json(json.dumps(plan, indent=2, ensure_ascii=False))
        return OK
    try:
        there = _there(options, opened, opened.program)
        _show(opened.planned, opened.program, there)
        if options.output:
            _save(options, opened, opened.program, there)
    except (Changed, JournalError, OSError) as error:
        print(f"error: {visible(str(error))}", file=sys.stderr)
        return REFUSED
    except NemoError as error:
        cure = "`--fresh` plans for a new session without asking"
        print(f"error: {error}; {cure}", file=sys.stderr)
        return FAILED
    return OK


@dataclass(frozen=True, slots=True)
class _There:
    """A session from before, and how it is unlike the recipe."""

    session: str
    draft: str
    drift: Drift


def _there(options: argparse.Namespace, opened: Opened, program: Program) -> _There | None:
    """None where there is no session yet. Raises Changed, JournalError, NemoError, OSError."""
    if options.session is None and (options.fresh or not _may_be_known(opened.root)):
        return None
    from nemo_spec.cli.service_options import environment, open_service

    settings = environment()
    machine = Machine(Path.home(), settings.api_url, opened.root)
    kept = journal_of(opened.root) if has_journal(opened.root) else Journal.in_memory()
    with kept as journal:
        known = [options.session]
        if options.session is None:
            key = key_of(settings.api_url, opened.path, opened.root, program, options.set)
            check_known(options, journal, machine, key)
            known = [session for session, _ in sessions_of(journal, key)]
        if not known:
            return None
        with open_service(settings) as service:
            found = _first_state(service, known)
        if found is None and options.session:
            raise SessionNotFound
        if found is None:
            print(f"session      {visible(known[0])} is gone: a new one begins")
            return None
        session, draft = found
        if (record := machine.known_record(session)) is not None:
            with record:
                journal.learn(record, session)
        policy = Policy(unrequested=options.unrequested)
        unlike = drift(program, policy, journal, session, draft)
        return _There(session, draft_hash(draft), unlike)


def _may_be_known(root: Path) -> bool:
    """Whether a recipe of this project may have been applied before."""
    return has_journal(root) or has_sessions(root) or Machine(Path.home(), "", root).knows_recipes


def _first_state(service: Service, sessions: Sequence[str]) -> tuple[str, bytes] | None:
    """The first of these sessions that the service knows, with its draft. Raises NemoError."""
    for session in sessions:
        with suppress(SessionNotFound):
            return session, service.call(partial(service.nemo.state, session)).draft_json
    return None


def _show(planned: Planned, program: Program, there: _There | None) -> None:
    if there is None:
        lines = show_plan(planned, program)
    else:
        lines = show_drift(planned, there.drift, there.session)
    for line in lines:
        print(line)
    steps = program.instructions if there is None else there.drift.steps
    if steps:
        print(f"estimate: {show_estimate(estimate(steps, len(program.renders)))}")


def _save(
    options: argparse.Namespace, opened: Opened, program: Program, there: _There | None
) -> None:
    from nemo_spec.cli.saved_plan import save_plan
    from nemo_spec.cli.service_options import environment

    key = key_of(environment().api_url, opened.path, opened.root, program, options.set)
    session = ""
    if has_journal(opened.root):
        with journal_of(opened.root) as journal:
            session, _ = journal.session_of(key) or ("", "")
    save_plan(options, program, key, session, there.draft if there else "")
    print(f"saved        {visible(str(options.output))}")
