"""Whatever a draft holds: what is said of it is findings and lines, never an exception."""

from __future__ import annotations

import io
import json
from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from support.gallery import RECIPES, opened
from support.gallery_drafts import carried_out
from support.odd_drafts import odd_drafts, timeline_of
from support.timelines import MEDIA, Shelf

from nemo_spec.compile import Program, compile_plan
from nemo_spec.language.diagnostics import has_errors, visible
from nemo_spec.language.source import Source
from nemo_spec.recipe.plan import Planned, make_plan
from nemo_spec.report import github, junit
from nemo_spec.report import json as json_report
from nemo_spec.report.console import TerminalReport
from nemo_spec.report.difference import brief, differences, totals
from nemo_spec.report.record import Record
from nemo_spec.report.timeline import drawn
from nemo_spec.run import events
from nemo_spec.timeline.model import Timeline
from nemo_spec.timeline.summary import summary
from nemo_spec.verdict.final import verify_whole
from nemo_spec.verdict.findings import any_failure

SAYS = (
    'say "Make it nicer."',
    'title 0-2s "Intro"; say "Make it nicer."',
    'say "Make it nicer."; title 0-2s "Intro"; music "lo-fi"; expect no unrequested changes',
    'aspect 9:16; captions; cut first 1s; say "Shorter."; trim pauses; fade in 1s; expect duration 1-90s',
    'say "One."; trim pauses; say "Two."; title 1s-end "x"; expect tracks = 2; expect title "x"',
    'trim pauses; speed 2x; say "One."; speed 0.5x 1-2s; reverse; freeze 2s for 1s',
)
NO_VIDEO = json.dumps({"t": [{"tt": 7, "sg": [{"text": "Intro", "s": 0, "d": 2000}]}]})


@cache
def said(text: str) -> tuple[Planned, Program]:
    source = Source("said.edit", text.replace("; ", "\n"))
    library = Shelf(MEDIA)
    library.adopt(source, MEDIA)
    planned = make_plan(source, library, clips=["interview.mp4"], overrides={})
    assert not has_errors(planned.diagnostics), planned.diagnostics
    return planned, compile_plan(planned.plan)


@cache
def of_gallery(name: str) -> tuple[Planned, Program]:
    found = opened(name)
    assert found.planned is not None
    assert found.program is not None
    return found.planned, found.program


def program(name: str) -> tuple[Planned, Program]:
    return said(name) if name in SAYS else of_gallery(name)


@cache
def real_drafts() -> list[dict[str, Any]]:
    return [carried_out(name)[0] for name in RECIPES]


def judged(planned: Planned, program: Program, draft: Timeline) -> str:
    """All that `verify` prints and reports of a draft."""
    whole = verify_whole(program, draft)
    out = io.StringIO()
    report, record = TerminalReport(planned, out, delivers=False), Record(planned, "x.edit")
    met = not any_failure(whole.findings)
    checked = events.Checked(tuple(whole.findings))
    for event in (checked, events.Edited(draft, {}), events.Finished(met, False, None)):
        report.show(event)
        record.take(event)
    for module in (json_report, junit, github):
        module.report(record)
        module.report_all([record])
    return out.getvalue()


def nothing_breaks(name: str, text: str, other: str) -> None:
    planned, compiled = program(name)
    draft, before = timeline_of(text), timeline_of(other)
    printed = [judged(planned, compiled, draft), summary(draft), *drawn(draft, 80, color=True)]
    printed += [change.text for change in differences(before, draft, 100)]
    printed += [change.text for change in differences(compiled.predicted, draft, 0)]
    printed += [totals(differences(draft, compiled.predicted, 0)), *brief(before, draft)]
    for line in printed:
        visible(line).encode()


ODD = st.deferred(lambda: odd_drafts(real_drafts()))
CASES = (st.sampled_from([*RECIPES, *SAYS]), ODD, ODD)
QUIET = {"deadline": None, "suppress_health_check": list(HealthCheck)}


@pytest.mark.parametrize("name", SAYS)
@pytest.mark.parametrize("draft", ['{"t": []}', NO_VIDEO, "{}"])
def test_a_draft_without_video_beside_a_say(name: str, draft: str):
    nothing_breaks(name, draft, NO_VIDEO)


@settings(max_examples=100, derandomize=True, **QUIET)
@given(*CASES)
@example(SAYS[1], NO_VIDEO, "{}")
def test_no_draft_breaks_anything(name: str, text: str, other: str):
    nothing_breaks(name, text, other)


@pytest.mark.slow
@settings(max_examples=5000, **QUIET)
@given(*CASES)
def test_no_draft_breaks_anything_for_long(name: str, text: str, other: str):
    nothing_breaks(name, text, other)
