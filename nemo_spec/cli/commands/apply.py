"""nemo-spec apply RECIPE [CLIP …] – bring a session to what a recipe says; check, render, deliver."""

from __future__ import annotations

import argparse
import re
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TextIO

from nemo_spec.api.apply import Faults, Prepared, open_endpoint, prepare
from nemo_spec.api.request import Request
from nemo_spec.api.saved_plan import Stale, with_saved_plan
from nemo_spec.cli.command_run import CommandRun
from nemo_spec.cli.draft_options import add_dialect_argument, add_explain_argument, print_explained
from nemo_spec.cli.errors import CommandError
from nemo_spec.cli.exit_codes import REFUSED
from nemo_spec.cli.mock_options import add_offline_arguments
from nemo_spec.cli.recipe import add_recipe_arguments, print_diagnostics
from nemo_spec.cli.reports import Reports, add_report_argument
from nemo_spec.cli.service_options import note, where_is
from nemo_spec.cli.watch import add_watch_argument, watch
from nemo_spec.compile.loader import files_read
from nemo_spec.language.diagnostics import visible
from nemo_spec.nemo.errors import BadSetting
from nemo_spec.report.console import TerminalReport
from nemo_spec.run.policy import Policy
from nemo_spec.run.session.storage import JournalError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_recipe_arguments(parser)
    parser.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="write the export to this file"
    )
    add_policy_arguments(parser)
    parser.add_argument(
        "--deliver-doubted",
        action="store_true",
        help="deliver a draft that cannot be read wholly as NAME.unverified.mp4 (exit code 4)",
    )
    add_dialect_argument(parser)
    add_explain_argument(parser)
    parser.add_argument("--session", type=_session, metavar="ID", help="continue in this session")
    add_offline_arguments(parser)
    add_watch_argument(parser, "; needs --offline")
    add_report_argument(parser)
    parser.epilog = (
        "Instructions that are already in the draft are not sent again, so it is safe to run this twice "
        "or after an interruption. RECIPE may be a plan saved by `nemo-spec plan -o FILE`."
    )


def add_policy_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--fresh", action="store_true", help="start a new session")
    parser.add_argument(
        "--repairs", type=_count, default=1, metavar="N",
        help="corrective instructions per line that is not met (default 1)",
    )  # fmt: skip
    parser.add_argument(
        "--unrequested", choices=("allow", "report", "remove"), default="report",
        help="what to do with unrequested changes (default report)",
    )  # fmt: skip
    parser.add_argument(
        "--max-credits", type=credits_argument, metavar="N",
        help="stop before a message that might take the run over N credits",
    )  # fmt: skip
    parser.add_argument(
        "--per", choices=("line", "phase", "recipe"), default="line",
        help="what one message holds: a line, adjacent lines of one kind, or everything (default line)",
    )  # fmt: skip


def run(options: argparse.Namespace) -> int:
    if not options.offline and (options.fault or options.credits is not None):
        raise CommandError(f"{'--fault' if options.fault else '--credits'} needs --offline")
    if options.session and (options.fresh or options.offline):
        other = "--fresh" if options.fresh else "--offline"
        raise CommandError(f"--session and {other} exclude each other – leave one out")
    if options.watch and not options.offline:
        raise CommandError("--watch needs --offline: every change would cost credits")
    if options.watch:
        return watch(lambda: _apply(options), lambda: _read(options))
    return _apply(options)


def _read(options: argparse.Namespace) -> tuple[Path, ...]:
    return files_read(options.recipe, options.clips, options.set)


def _apply(options: argparse.Namespace) -> int:
    reports = Reports(options.report)
    reports.check()
    try:
        request = with_saved_plan(_request(options))
    except Stale as error:
        raise _refuse(error) from None
    return carry_out(
        request, reports, offline=options.offline, faults=options.fault, credits=options.credits,
        explains=options.explain,
    )  # fmt: skip


def carry_out(
    request: Request,
    reports: Reports,
    *,
    offline: bool = False,
    faults: Faults = (),
    credits: int | None = None,
    explains: bool = False,
) -> int:
    """Apply what was asked for, show it, write the reports; returns the exit code."""
    prepared = prepare(request, reports.files, offline=offline)
    print_diagnostics(prepared.diagnostics)
    if not prepared.is_good:
        print("nothing was sent", file=sys.stderr)
        return REFUSED
    out = reports.console

    def wait(holder: str) -> None:
        print(f"waiting      {visible(holder)}", file=out, flush=True)

    if offline:
        print("offline      the bundled mock stands in for the service", file=out)
    with ExitStack() as stack:
        try:
            endpoint = stack.enter_context(open_endpoint(offline, faults, credits))
            run = stack.enter_context(prepared.begin(endpoint, note, wait, keeps=not offline))
        except (Stale, JournalError, OSError, BadSetting) as error:
            raise _refuse(error) from None
        code = CommandRun(run, _terminal_report(prepared, out)).carry_out()
    if explains:
        print_explained(run.record, out)
    return reports.write(run.record, code)


def _terminal_report(prepared: Prepared, out: TextIO) -> TerminalReport:
    opened = prepared.opened
    assert opened.planned is not None
    return TerminalReport(opened.planned, out, where=where_is(opened.root))


def _refuse(error: Exception) -> CommandError:
    return CommandError(f"{visible(str(error))}\nnothing was sent")


def _request(options: argparse.Namespace) -> Request:
    policy = Policy(
        per=options.per,
        repairs=options.repairs,
        unrequested=options.unrequested,
        limit=options.max_credits,
        fresh=options.fresh,
        session=options.session or "",
        deliver_doubted=options.deliver_doubted,
    )
    clips, values = tuple(options.clips), tuple(options.set)
    named = options.draft_dialect
    return Request(options.recipe, clips, values, options.output, policy, dialect_file=named)


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 4):
        raise argparse.ArgumentTypeError("write a number such as 1")
    return int(text)


def _session(text: str) -> str:
    if not text.strip():
        raise argparse.ArgumentTypeError("give the id of a session")
    return text.strip()


def credits_argument(text: str) -> float:
    """A number of credits. Raises ArgumentTypeError for anything else."""
    if not re.fullmatch(r"\d{1,9}(\.\d{1,3})?", text, re.ASCII):
        raise argparse.ArgumentTypeError("write a number of credits such as 50")
    return float(text)
