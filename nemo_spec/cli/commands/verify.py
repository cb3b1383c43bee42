"""nemo-spec verify RECIPE [CLIP …] – a draft held against a recipe; nothing is sent or changed."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from nemo_spec.cli.drafts import NoDraft, open_draft
from nemo_spec.cli.exit_codes import FAILED, NOT_MET, OK, REFUSED, UNKNOWN
from nemo_spec.cli.outputs import refused_exports, refused_texts
from nemo_spec.cli.process import utf8_text
from nemo_spec.cli.recipe import add_recipe_arguments, open_recipe, print_diagnostics
from nemo_spec.cli.reports import (
    add_report_argument,
    console_stream,
    paths_of,
    refuse_reports,
    write_reports,
)
from nemo_spec.compile import Program
from nemo_spec.language.diagnostics import visible
from nemo_spec.nemo.errors import NemoError
from nemo_spec.recipe.plan import Planned
from nemo_spec.report.console import TerminalReport
from nemo_spec.report.record import Record
from nemo_spec.run import events
from nemo_spec.timeline.draft import read_draft
from nemo_spec.timeline.model import Timeline
from nemo_spec.verify.final import verify_whole
from nemo_spec.verify.findings import any_failure


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_recipe_arguments(parser)
    add_report_argument(parser)
    draft = parser.add_mutually_exclusive_group(required=True)
    draft.add_argument("--draft", metavar="FILE", help="the draft as JSON; - is stdin")
    draft.add_argument(
        "--session", metavar="ID", type=utf8_text, help="the draft of this session, as it is now"
    )


def run(options: argparse.Namespace) -> int:
    if refuse_reports(options.report):
        return REFUSED
    opened = open_recipe(options.recipe, options.clips, options.set, measure_pauses=True)
    if options.draft and options.draft != "-":
        opened = opened.reading(Path(options.draft))
    refused = refused_exports(opened)
    refused += refused_texts(opened, paths_of(options.report))
    print_diagnostics([*opened.diagnostics, *refused])
    if not opened.is_good or refused or opened.planned is None or opened.program is None:
        return REFUSED
    try:
        draft = open_draft(options.draft) if options.draft else _of_session(options.session)
    except NoDraft as error:
        print(f"error: {visible(str(error))}", file=sys.stderr)
        return REFUSED
    except NemoError as error:
        print(f"error: {error}", file=sys.stderr)
        return FAILED
    return _judge(options, opened.planned, opened.program, draft)


def _judge(options: argparse.Namespace, planned: Planned, program: Program, draft: Timeline) -> int:
    whole = verify_whole(program, draft)
    met = not any_failure(whole.findings)
    decided = [finding for finding in whole.findings if finding not in whole.undecided]
    unknown = not met and not any_failure(decided)
    report = TerminalReport(planned, console_stream(options.report), delivers=False)
    record = Record(planned, str(options.recipe), delivers=False)
    happened = (
        events.Checked(tuple(whole.findings)),
        events.Edited(draft),
        events.Finished(met, unknown, None),
    )
    for event in happened:
        report.show(event)
        record.take(event)
    if not write_reports(options.report, record):
        return FAILED
    return OK if met else UNKNOWN if unknown else NOT_MET


def _of_session(session_id: str) -> Timeline:
    """Raises NemoError."""
    from nemo_spec.cli.service_options import environment, open_service

    with open_service(environment()) as service:
        state = service.call(lambda: service.nemo.state(session_id))
    return read_draft(state.draft)
