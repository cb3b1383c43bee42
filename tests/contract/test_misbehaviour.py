"""Everything that the service can do wrong with an edit: what is found, on which line, and how it ends."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from support.commands import Outcome
from support.paths import ROOT

from mock_server import start
from mock_server.faults.table import EDIT, FAULTS
from mock_server.server import MockHandle
from nemo_spec.cli.exit_codes import NOT_MET, OK, UNKNOWN
from nemo_spec.harness.bundled_mock import fault as as_parameters

Run = Callable[..., Outcome]
Write = Callable[..., Path]
Found = dict[int, set[str]]
Applied = Callable[[str, str], tuple[Outcome, Found]]

CLIP = ROOT / "specs" / "media" / "product.mp4"

RECIPE = """\
keep 1-4s, 5-9s
color "warm" 40%
title 0-2s "Intro" at top
music "lo-fi" volume 35%
caption 2-3s "We begin."
"""
KEEP, COLOR, TITLE, MUSIC, CAPTION = 1, 2, 3, 4, 5
BESIDE = 0
"""The place of findings that belong to no line."""

TABLE: list[tuple[str, dict[int, str], int]] = [
    ("claimed_not_applied:match=Keep", {KEEP: "missing"}, NOT_MET),
    ("claimed_not_applied:match=warm", {COLOR: "missing"}, NOT_MET),
    ("claimed_not_applied:match=Intro", {TITLE: "missing"}, NOT_MET),
    ("claimed_not_applied:match=lo-fi", {MUSIC: "missing"}, NOT_MET),
    ("claimed_not_applied:match=We begin", {CAPTION: "missing"}, NOT_MET),
    ("partially_applied:match=Keep", {KEEP: "different"}, NOT_MET),
    ("partially_applied:match=Intro", {TITLE: "different"}, NOT_MET),
    ("partially_applied:match=lo-fi", {MUSIC: "different"}, NOT_MET),
    ("partially_applied:match=Intro,without=title", {TITLE: "missing"}, NOT_MET),
    ("partially_applied:match=lo-fi,without=music", {MUSIC: "missing"}, NOT_MET),
    ("altered:match=Intro,what=text", {TITLE: "different"}, NOT_MET),
    ("altered:match=Intro,what=time", {TITLE: "different"}, NOT_MET),
    ("altered:match=lo-fi,what=level", {MUSIC: "different"}, NOT_MET),
    ("altered:match=lo-fi,what=time", {MUSIC: "different"}, NOT_MET),
    ("applied_twice:match=Intro", {TITLE: "duplicated"}, NOT_MET),
    ("applied_twice:match=lo-fi", {MUSIC: "duplicated"}, NOT_MET),
    ("applied_twice:match=We begin", {CAPTION: "duplicated"}, NOT_MET),
    ("applied_twice:match=Keep", {KEEP: "different"}, NOT_MET),
    ("applied_twice:match=warm", {}, OK),
    ("second_stage:match=Intro,kind=bgm", {TITLE: "unrequested"}, OK),
    ("second_stage:match=warm,kind=title", {COLOR: "unrequested"}, OK),
    ("second_stage:match=We begin,kind=effect", {CAPTION: "unrequested"}, OK),
    ("tool_error:match=Intro", {TITLE: "missing"}, NOT_MET),
    ("tool_error:match=Keep", {KEEP: "missing"}, NOT_MET),
    ("silent:match=Intro", {}, OK),
    ("temporary_issue:match=Intro", {}, OK),
    ("drop_after_edit:match=Intro", {}, OK),
    ("stream_error:match=Intro,applied=true", {}, OK),
    ("slow_edit:match=Intro,seconds=0.1", {}, OK),
    ("slow_reply:match=Intro,seconds=0.1", {}, OK),
    ("needs_role", {}, OK),
    ("drop_stream:match=Intro", {TITLE: "unknown"}, UNKNOWN),
    ("stream_error:match=Intro", {TITLE: "missing"}, NOT_MET),
]
"""The fault, as `--fault` has it, what is found by line, and the exit code."""
ELSEWHERE = {"stall", "lands_late"}
"""What is a matter of waiting, and of no finding: tests/run."""


def found(report: dict[str, Any]) -> Found:
    """What is not met, by line."""
    statuses = {
        line["line"]: {one["status"] for one in line["findings"]} - {"met"} or {line["status"]}
        for line in report["lines"]
    }
    statuses[BESIDE] = {one["status"] for one in report["beside"]}
    nothing = {"met", "not reached"}
    return {line: each - nothing for line, each in statuses.items() if each - nothing}


@pytest.fixture(scope="module")
def mock() -> Iterator[MockHandle]:
    with start(silent=0.0) as handle:
        yield handle
        assert handle.bugs == []


@pytest.fixture
def applied(
    nemo_spec: Run,
    recipe: Write,
    mock: MockHandle,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Applied:
    """Apply a recipe over a socket to a service with one fault: the outcome, and what is found."""
    monkeypatch.setenv("NEMO_API_URL", mock.url)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    report = tmp_path / "report.json"

    def run(text: str, fault: str) -> tuple[Outcome, Found]:
        mock.begin_anew(1, [as_parameters(fault)])
        arguments = ("--repairs=0", f"--report=json:{report}")
        outcome = nemo_spec("apply", recipe(text), CLIP, *arguments)
        return outcome, found(json.loads(report.read_text("utf-8")))

    return run


@pytest.mark.parametrize(("fault", "wrong", "code"), TABLE, ids=[row[0] for row in TABLE])
def test_what_the_service_does_wrong_is_found_on_its_line(
    applied: Applied, fault: str, wrong: dict[int, str], code: int
):
    outcome, seen = applied(RECIPE, fault)
    assert seen == {line: {status} for line, status in wrong.items()}, outcome
    assert outcome.code == code, outcome


@pytest.mark.parametrize("kind", ["bgm", "title", "effect"])
def test_what_nobody_asked_for_fails_where_nothing_else_is_expected(applied: Applied, kind: str):
    fault = f"second_stage:match=Intro,kind={kind}"
    outcome, seen = applied(RECIPE + "expect no unrequested changes\n", fault)
    assert seen == {TITLE: {"unrequested"}, 6: {"different"}}
    assert outcome.code == NOT_MET


def test_the_table_has_every_way_to_get_an_edit_wrong():
    edits = {name for name, fault in FAULTS.items() if fault.calls == EDIT}
    assert {row[0].partition(":")[0] for row in TABLE} | ELSEWHERE == edits
