"""nemo-spec apply RECIPE [CLIP …] – edit, check, render, deliver."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from nemo_spec import cli
from nemo_spec.cli.offline import add_offline_arguments, bundled_service
from nemo_spec.cli.online import environment
from nemo_spec.cli.outputs import find_outputs, missing_clips
from nemo_spec.cli.recipe import add_recipe_arguments, open_recipe, print_diagnostics
from nemo_spec.cli.reports import (
    add_report_argument,
    refuse_reports,
    stream_for_people,
    write_reports,
)
from nemo_spec.nemo.errors import NemoError, SessionNotFound
from nemo_spec.nemo.settings import Settings
from nemo_spec.report.record import Record
from nemo_spec.report.terminal import TerminalReport
from nemo_spec.run.apply import Runner
from nemo_spec.run.clock import Clock
from nemo_spec.run.connect import connect
from nemo_spec.run.events import Connected, Finished
from nemo_spec.run.sessions import Remembered, project_folder, remember
from nemo_spec.run.waits import EMBEDDED, Waits, waits_for


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_recipe_arguments(parser)
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="where the export goes")
    add_offline_arguments(parser)
    add_report_argument(parser)


def run(options: argparse.Namespace) -> int:
    if options.fault and not options.offline:
        print("error: --fault needs --offline", file=sys.stderr)
        return cli.REFUSED
    if refuse_reports(options.report):
        return cli.REFUSED
    opened = open_recipe(options.recipe, options.clips, options.set, measure_pauses=True)
    outputs, refused = find_outputs(opened, options.output)
    refused += missing_clips(opened)
    print_diagnostics([*opened.diagnostics, *refused])
    if not opened.is_good or refused or opened.planned is None or opened.program is None:
        print("nothing was sent", file=sys.stderr)
        return cli.REFUSED
    report = TerminalReport(opened.planned, stream_for_people(options.report))
    record = Record(opened.planned, str(options.recipe))
    met, unknown = False, False
    try:
        with _service(options) as (settings, home, waits):
            clock = Clock()
            with connect(settings, clock, home) as nemo:
                for event in Runner(nemo, opened.program, outputs, clock, home, waits).run():
                    report.show(event)
                    record.take(event)
                    if isinstance(event, Connected) and not options.offline:
                        _remember(event, settings)
                    if isinstance(event, Finished):
                        met, unknown = event.met, event.unknown
    except KeyboardInterrupt:
        report.broke_off()
        print("\nwhat was sent last may still be carried out", file=sys.stderr)
        raise
    except NemoError as error:
        if isinstance(error, SessionNotFound):
            error.cure = "run this once more: it begins a new session"
        report.broke_off()
        print(f"\nerror: {error}", file=sys.stderr)
        record.error = str(error)
    if not write_reports(options.report, record) or record.error is not None:
        return cli.FAILED
    return cli.UNKNOWN if unknown else cli.OK if met else cli.NOT_MET


def _remember(event: Connected, settings: Settings) -> None:
    """`status`, `open` and `chat` go on with this session, where the folder can be written to."""
    session = Remembered(event.session_id, event.task_id, settings.api_url)
    with suppress(OSError):
        remember(project_folder(Path.cwd()), session)


@contextmanager
def _service(options: argparse.Namespace) -> Iterator[tuple[Settings, Path, Waits]]:
    """The service of the environment, or the bundled mock for as long as the command takes."""
    if options.offline:
        print(
            "offline      the bundled mock stands in for the service",
            file=stream_for_people(options.report),
        )
        with bundled_service(options.fault) as (settings, home):
            yield settings, home, EMBEDDED
    else:
        settings = environment()
        yield settings, Path.home(), waits_for(settings.api_url)
