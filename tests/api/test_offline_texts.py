"""What the bundled mock cannot draw as it is typed is said before anything is sent."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from support.paths import INTERVIEW

import nemo_spec
from nemo_spec.api.apply import prepare
from nemo_spec.api.request import Request
from nemo_spec.cli.main import main
from nemo_spec.language.diagnostics import Diagnostic

RECIPE = """\
clip logo "logo.png" for 5s
title 0-1s "Hello \\u{378}\\u{379}\\u{378}"
title 1-2s "Hello" font "No Such Font"
lower-third 2-3s "Ada" "\\u{E000}" font "No Such Font"
captions from "talk.srt"
generate 2s "a \\u{37F}\\u{378} sea"
caption 3-4s "“Grüße” नमस्ते 你好 🇩🇪" font "noto sans"
voiceover 3-4s "\\u{378}"
"""


@pytest.fixture
def recipe(tmp_path: Path) -> Path:
    (tmp_path / "talk.srt").write_text("1\n00:00:00,000 --> 00:00:01,000\nnot \u0380\n", "utf-8")
    shutil.copy(INTERVIEW.with_name("logo.png"), tmp_path)
    path = tmp_path / "a.edit"
    path.write_text(RECIPE, "utf-8")
    return path


def shown(diagnostics: Sequence[Diagnostic]) -> list[tuple[str, int, str]]:
    return [(one.code, one.span.line, one.message) for one in diagnostics if one.span]


EXPECTED = [
    ("W290", 2, "no font here has U+0378, U+0379"),
    ("W291", 3, "there is no font `No Such Font` here"),
    ("W290", 4, "no font here has U+E000"),
    ("W290", 5, "no font here has U+0380"),
    ("W290", 6, "no font here has U+0378"),
]


def test_a_plan_for_offline_says_it(recipe: Path) -> None:
    assert shown(nemo_spec.plan(recipe, offline=True).diagnostics) == EXPECTED
    assert shown(nemo_spec.plan(recipe).diagnostics) == []


def test_a_run_offline_says_it(recipe: Path) -> None:
    assert shown(prepare(Request(recipe), offline=True).diagnostics) == EXPECTED
    assert prepare(Request(recipe)).diagnostics == []


def test_the_commands_say_it(recipe: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["plan", "--offline", str(recipe)]) == 0
    said = capsys.readouterr()
    assert said.err.count("warning[W29") == len(EXPECTED)
    assert "offline `Noto Sans` is drawn instead" in said.err
    recipe.write_text(RECIPE.partition("\n")[2], "utf-8")
    assert main(["apply", "--offline", str(recipe)]) == 2
    refused = capsys.readouterr()
    assert refused.err.count("warning[W29") == len(EXPECTED)
    assert "no file for clip" in refused.err


def test_a_plan_offline_asks_no_service(recipe: Path) -> None:
    with pytest.raises(SystemExit):
        main(["plan", "--offline", "--session", "1", str(recipe)])


def test_a_report_of_a_run_has_it(tmp_path: Path) -> None:
    recipe = tmp_path / "a.edit"
    recipe.write_text('clip logo "logo.png" for 5s\ntitle 0-1s "\\u{378}"\n', "utf-8")
    shutil.copy(INTERVIEW.with_name("logo.png"), tmp_path)
    result = nemo_spec.apply(recipe, offline=True)
    assert result.met
    assert [one.code for one in result.record.problems] == ["W290"]
