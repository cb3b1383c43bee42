"""nemo-spec apply RECIPE [CLIP …] – bring a session to what a recipe says; check, render, deliver."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from nemo_spec.cli.bundled_mock import add_offline_arguments, bundled_service
from nemo_spec.cli.command_run import CommandRun, RunRecord, Target
from nemo_spec.cli.exit_codes import FAILED, REFUSED
from nemo_spec.cli.outputs import find_outputs, missing_clips, refused_texts
from nemo_spec.cli.recipe import Opened, add_recipe_arguments, open_recipe, print_diagnostics
from nemo_spec.cli.reports import (
    add_report_argument,
    console_stream,
    paths_of,
    refuse_reports,
    write_reports,
)
from nemo_spec.cli.saved_plan import (
    Changed,
    arguments_of,
    check_known,
    check_resumed,
    check_saved,
    with_saved_plan,
)
from nemo_spec.cli.service_options import environment, where_is
from nemo_spec.compile import Program
from nemo_spec.language.diagnostics import visible
from nemo_spec.nemo.errors import BadSetting
from nemo_spec.report.console import TerminalReport
from nemo_spec.report.record import Record
from nemo_spec.run.clock import Clock
from nemo_spec.run.policy import Policy
from nemo_spec.run.session.claims import Claim, LocalClaims, run_claim
from nemo_spec.run.session.journal import Journal
from nemo_spec.run.session.machine import Machine
from nemo_spec.run.session.storage import JournalError
from nemo_spec.run.session.workspace import journal_of, key_of
from nemo_spec.run.timeouts import EMBEDDED, timeouts_for


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_recipe_arguments(parser)
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="where the export goes")
    add_policy_arguments(parser)
    parser.add_argument("--session", type=_session, metavar="ID", help="go on with this session")
    add_offline_arguments(parser)
    add_report_argument(parser)
    parser.epilog = (
        "What the session of this recipe and these clips holds already is not sent again, so that "
        "this may be run twice, and after an interruption. RECIPE may be a plan that `nemo-spec "
        "plan -o FILE` has saved."
    )


def add_policy_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--fresh", action="store_true", help="begin a new session")
    parser.add_argument(
        "--repairs",
        type=_count,
        default=1,
        metavar="N",
        help="corrective instructions for a line that is not met (1)",
    )
    parser.add_argument(
        "--unrequested",
        choices=("allow", "report", "remove"),
        default="report",
        help="what to do about what nobody asked for (report)",
    )
    parser.add_argument(
        "--max-credits",
        type=_credits,
        metavar="N",
        help="stop before a message that would take the run beyond so many credits",
    )
    parser.add_argument(
        "--per",
        choices=("line", "phase", "recipe"),
        default="line",
        help="what goes into one message: a line, neighbours of one kind, or everything (line)",
    )


def run(options: argparse.Namespace) -> int:
    if options.fault and not options.offline:
        print("error: --fault needs --offline", file=sys.stderr)
        return REFUSED
    if options.session and (options.fresh or options.offline):
        other = "--fresh" if options.fresh else "--offline"
        print(f"error: --session and {other} exclude each other – leave one out", file=sys.stderr)
        return REFUSED
    if refuse_reports(options.report):
        return REFUSED
    try:
        options = with_saved_plan(options)
    except Changed as error:
        return _refuse(error)
    opened = open_recipe(options.recipe, options.clips, options.set, measure_pauses=True)
    if plan_file := getattr(options, "plan_file", None):
        opened = opened.reading(plan_file)
    outputs, refused = find_outputs(opened, options.output)
    refused += missing_clips(opened)
    refused += refused_texts(opened, paths_of(options.report), outputs.values())
    print_diagnostics([*opened.diagnostics, *refused])
    if not opened.is_good or refused or opened.planned is None or opened.program is None:
        print("nothing was sent", file=sys.stderr)
        return REFUSED
    people = console_stream(options.report)
    report = TerminalReport(opened.planned, people, where=where_is(opened.root))
    record = Record(opened.planned, str(options.recipe))
    with ExitStack() as stack:
        try:
            place = stack.enter_context(_place(options))
            kept = stack.enter_context(_kept(options, opened, opened.program, place))
        except (Changed, JournalError, OSError, BadSetting) as error:
            return _refuse(error)
        carrying = CommandRun(report, record, place, kept)
        code = carrying.carry_out(opened.program, outputs, _policy(options))
    return code if write_reports(options.report, record) else FAILED


def _refuse(error: Exception) -> int:
    print(f"error: {visible(str(error))}\nnothing was sent", file=sys.stderr)
    return REFUSED


@contextmanager
def _place(options: argparse.Namespace) -> Iterator[Target]:
    """The service of the environment, or the bundled mock for as long as the command takes."""
    if options.offline:
        print(
            "offline      the bundled mock stands in for the service",
            file=console_stream(options.report),
        )
        with bundled_service(options.fault) as (settings, home):
            yield Target(settings, home, EMBEDDED)
    else:
        settings = environment()
        yield Target(settings, Path.home(), timeouts_for(settings.api_url))


@contextmanager
def _kept(
    options: argparse.Namespace, opened: Opened, program: Program, place: Target
) -> Iterator[RunRecord]:
    """The project's journal, and the claim of this process on the recipe. Raises JournalError, OSError,
    Changed.

    The bundled mock is gone with the command, and so is what was done in it.
    """
    if options.offline:
        with Journal.in_memory() as journal:
            yield RunRecord(journal, "", 0, None)
        return
    people = console_stream(options.report)
    service, root = place.settings.api_url, opened.root

    def wait(holder: str) -> None:
        print(f"waiting      {visible(holder)}", file=people, flush=True)

    key = key_of(service, opened.path, root, program, options.set)
    check_resumed(options, key, service)
    machine = Machine(place.home, service, root)
    with LocalClaims(place.home, service, root, wait) as claims, journal_of(root) as journal:
        claims.hold(Claim("key", key))
        check_known(options, journal, machine, key)
        session, _ = journal.session_of(key) or ("", "")
        check_saved(options, program, key, session)
        arguments = arguments_of(options, root, service)
        number = journal.begin(str(options.recipe), arguments, key, Clock().now())
        claims.hold(run_claim(root, number))
        yield RunRecord(journal, key, number, root, claims, machine)


def _policy(options: argparse.Namespace) -> Policy:
    return Policy(
        per=options.per,
        repairs=options.repairs,
        unrequested=options.unrequested,
        limit=options.max_credits,
        retry=getattr(options, "retry", False),
        fresh=options.fresh,
        draft=getattr(options, "draft", None),
        session=options.session or "",
    )


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 4):
        raise argparse.ArgumentTypeError("write a number such as 1")
    return int(text)


def _session(text: str) -> str:
    if not text.strip():
        raise argparse.ArgumentTypeError("write the id of a session")
    return text.strip()


def _credits(text: str) -> float:
    if not re.fullmatch(r"\d{1,9}(\.\d{1,3})?", text, re.ASCII):
        raise argparse.ArgumentTypeError("write a number of credits such as 50")
    return float(text)
