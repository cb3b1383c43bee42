"""nemo-spec verify RECIPE [CLIP …] – check a draft against a recipe; nothing is sent or changed."""

from __future__ import annotations

import argparse
from pathlib import Path

from nemo_spec.api.outputs import refused_exports, refused_texts
from nemo_spec.api.results import Result
from nemo_spec.api.verify import verify_timeline
from nemo_spec.cli.drafts import draft_from
from nemo_spec.cli.exit_codes import NOT_MET, OK, REFUSED, UNKNOWN
from nemo_spec.cli.process import utf8_text
from nemo_spec.cli.recipe import add_recipe_arguments, print_diagnostics
from nemo_spec.cli.reports import Reports, add_report_argument
from nemo_spec.compile.loader import open_recipe
from nemo_spec.report.console import TerminalReport
from nemo_spec.timeline.draft import read_draft
from nemo_spec.timeline.model import Timeline
from nemo_spec.timeline.uploads import uploads_of


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_recipe_arguments(parser)
    add_report_argument(parser)
    draft = parser.add_mutually_exclusive_group(required=True)
    draft.add_argument("--draft", metavar="FILE", help="the draft as JSON; - is stdin")
    draft.add_argument(
        "--session", metavar="ID", type=utf8_text, help="the current draft of this session"
    )


def run(options: argparse.Namespace) -> int:
    reports = Reports(options.report)
    reports.check()
    opened = open_recipe(options.recipe, options.clips, options.set, measure_pauses=True)
    if options.draft and options.draft != "-":
        opened = opened.reading(Path(options.draft))
    refused = [*refused_exports(opened), *refused_texts(opened, reports.files)]
    print_diagnostics([*opened.diagnostics, *refused])
    if not opened.is_good or refused or opened.program is None:
        return REFUSED
    draft = draft_from(options.draft) if options.draft else _of_session(options.session)
    return _show(reports, verify_timeline(opened, draft))


def _show(reports: Reports, result: Result) -> int:
    record = result.record
    assert record.planned is not None
    TerminalReport(record.planned, reports.console, delivers=False).replay(record)
    return reports.write(record, _code_of(result))


def _code_of(result: Result) -> int:
    return OK if result.met else UNKNOWN if result.unknown or result.doubted else NOT_MET


def _of_session(session_id: str) -> Timeline:
    """Raises NemoError."""
    from nemo_spec.cli.service_options import opened_service
    from nemo_spec.run.session.environment import environment

    with opened_service(environment()) as service:
        state = service.call(lambda: service.nemo.state(session_id))
    return read_draft(state.draft, uploads_of(state.video_infos))
