"""nemo-spec verify RECIPE [CLIP …] – check a draft against a recipe; nothing is sent or changed."""

from __future__ import annotations

import argparse
from pathlib import Path

from nemo_spec.api.drafts import Draft
from nemo_spec.api.outputs import refused_exports, refused_texts
from nemo_spec.api.results import Result
from nemo_spec.api.verify import known_of, verify_timeline
from nemo_spec.cli.draft_options import add_dialect_argument, add_explain_argument, print_explained
from nemo_spec.cli.drafts import (
    found_in,
    note_spelling,
    print_noted,
    print_spelling,
)
from nemo_spec.cli.exit_codes import NOT_MET, OK, REFUSED, UNKNOWN
from nemo_spec.cli.process import utf8_text
from nemo_spec.cli.recipe import add_recipe_arguments, print_diagnostics
from nemo_spec.cli.reports import Reports, add_report_argument
from nemo_spec.cli.service_options import note
from nemo_spec.compile import files_of
from nemo_spec.compile.loader import Opened, open_recipe
from nemo_spec.nemo.settings import Settings
from nemo_spec.report.console import TerminalReport
from nemo_spec.run.session.draft_dialect import load_dialect
from nemo_spec.run.session.environment import environment
from nemo_spec.timeline.model import Timeline
from nemo_spec.timeline.spelling import learn
from nemo_spec.timeline.uploads import together, uploads_of


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_recipe_arguments(parser)
    add_report_argument(parser)
    draft = parser.add_mutually_exclusive_group(required=True)
    draft.add_argument("--draft", metavar="FILE", help="the draft as JSON; - is stdin")
    draft.add_argument(
        "--session", metavar="ID", type=utf8_text, help="the current draft of this session"
    )
    add_dialect_argument(parser)
    add_explain_argument(parser)
    parser.add_argument(
        "--explain-draft", action="store_true",
        help="print how the draft is spelled, and note it in .nemo-spec/draft-dialect.json",
    )  # fmt: skip


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
    settings = environment()
    found = found_in(options.draft) if options.draft else _of_session(settings, options.session)
    dialect = load_dialect(opened.root, settings.api_url, options.draft_dialect, note)
    draft = found.read(known_of(opened, dialect))
    result = verify_timeline(opened, draft, (), found.draft)
    code = _show(reports, result)
    if options.explain:
        print_explained(result.record, reports.console)
    if options.explain_draft:
        _explain(opened, found, draft, settings.api_url, writes=result.met or result.doubted)
    return code


def _explain(opened: Opened, found: Draft, draft: Timeline, api_url: str, *, writes: bool) -> None:
    """Print how a draft is spelled; what is wrong in it teaches nothing."""
    assert opened.program is not None
    files = together(found.uploads, files_of(opened.program))
    expected = [one for one in opened.program.predicted.segments if one.start.is_exact]
    learned = learn(found.draft, draft, expected, files)
    print("\nhow this draft is spelled")
    print_spelling(learned)
    if writes:
        print_noted(note_spelling(opened.root, api_url, learned), api_url)
    else:
        print("not noted: the draft is not what the recipe says")


def _show(reports: Reports, result: Result) -> int:
    record = result.record
    assert record.planned is not None
    TerminalReport(record.planned, reports.console, delivers=False).replay(record)
    return reports.write(record, _code_of(result))


def _code_of(result: Result) -> int:
    return OK if result.met else UNKNOWN if result.unknown or result.doubted else NOT_MET


def _of_session(settings: Settings, session_id: str) -> Draft:
    """Raises NemoError."""
    from nemo_spec.cli.service_options import opened_service

    with opened_service(settings) as service:
        state = service.call(lambda: service.nemo.state(session_id))
    return Draft(state.draft, uploads_of(state.video_infos))
