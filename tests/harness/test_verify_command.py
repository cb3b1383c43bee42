"""`verify` shows every line of the recipe, and its exit code says what the draft is worth."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from support.short_recipes import MEDIA, TALK, carried_out, program_of

from mock_server import start
from nemo_spec.cli.main import main

RECIPE = """\
title 0-3s "Intro"
music "lo-fi" volume 35%

expect title "Intro" 0-3s
export 720p mp4
"""
CLIP = str(MEDIA / TALK[0])


@pytest.fixture
def recipe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "intro.edit"
    path.write_text(RECIPE, "utf-8")
    return path


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.json"
    path.write_text(json.dumps({"data": {"draft": carried_out(program_of(RECIPE))}}), "utf-8")
    return path


def test_a_draft_that_is_what_the_recipe_says(
    recipe: Path, draft: Path, capsys: pytest.CaptureFixture[str]
):
    assert main(["verify", str(recipe), CLIP, "--draft", str(draft)]) == 0
    lines = capsys.readouterr().out.strip().splitlines()
    assert [line.split()[:2] for line in lines[1:4]] == [["✓", "1"], ["✓", "2"], ["✓", "4"]]
    assert lines[-2].startswith("Timeline (3 tracks)")
    assert lines[-1] == "3 of 3 lines met"


def test_without_its_clip_it_is_held_against_the_one_that_is_there(recipe: Path, draft: Path):
    assert main(["verify", str(recipe), "--draft", str(draft)]) == 0


def test_what_is_missing_is_shown_with_its_line_its_instruction_and_its_place(
    recipe: Path, draft: Path, capsys: pytest.CaptureFixture[str]
):
    found = json.loads(draft.read_text("utf-8"))
    music = next(track for track in found["data"]["draft"]["t"] if track["tt"] == 1)
    music["sg"][0]["vol"] = 0.8
    text = next(track for track in found["data"]["draft"]["t"] if track["tt"] == 7)
    text["sg"][0]["text"] = "Outro and more"
    draft.write_text(json.dumps(found), "utf-8")
    assert main(["verify", str(recipe), CLIP, "--draft", str(draft)]) == 1
    out = capsys.readouterr().out
    assert "different: volume 80% instead of 35%\n  --> intro.edit:2:1" in out.replace(
        str(recipe.parent) + "/", ""
    )
    assert '  sent: Add "lo-fi" background music' in out
    assert "  draft: t[" in out
    assert out.endswith("0 of 3 lines met\n")


def test_something_more_is_reported_and_no_failure(
    recipe: Path, draft: Path, capsys: pytest.CaptureFixture[str]
):
    found = json.loads(draft.read_text("utf-8"))
    whoosh = {"role": "sound", "s": 1000, "d": 500, "name": "whoosh"}
    found["data"]["draft"]["t"].append({"tt": 1, "sg": [whoosh]})
    draft.write_text(json.dumps(found), "utf-8")
    assert main(["verify", str(recipe), CLIP, "--draft", str(draft)]) == 0
    assert "sound whoosh at 1-1.5s was not asked for" in capsys.readouterr().out
    recipe.write_text(f"{RECIPE}expect no unrequested changes\n", "utf-8")
    moved = RECIPE.replace("export", "expect no unrequested changes\nexport")
    recipe.write_text(moved, "utf-8")
    assert main(["verify", str(recipe), CLIP, "--draft", str(draft)]) == 1


def test_what_a_draft_cannot_tell_has_its_own_exit_code(recipe: Path, draft: Path):
    recipe.write_text(f'say "Make it nicer."\n{RECIPE}', "utf-8")
    assert main(["verify", str(recipe), CLIP, "--draft", str(draft)]) == 4


def test_standard_input(recipe: Path, draft: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO(draft.read_text("utf-8")))
    assert main(["verify", str(recipe), CLIP, "--draft", "-"]) == 0


@pytest.mark.parametrize("arguments", [[], ["--draft", "a", "--session", "b"], ["--draft", "none"]])
def test_one_draft_is_needed(recipe: Path, arguments: list[str]):
    try:
        code: Any = main(["verify", str(recipe), *arguments])
    except SystemExit as stop:
        code = stop.code
    assert code == 2


def test_the_draft_of_a_session(
    recipe: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    for name in ("NEMO_TOKEN", "NEMO_WEB_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(recipe.parent))
    with start(silent=0.0) as mock:
        monkeypatch.setenv("NEMO_API_URL", mock.url)
        assert main(["upload", CLIP]) == 0
        session = json.loads((recipe.parent / ".nemo-spec/session.json").read_text("utf-8"))
        session_id = session["sessions"][0]["session_id"]
        assert main(["verify", str(recipe), CLIP, "--session", session_id]) == 1
        assert "missing" in capsys.readouterr().out
        assert main(["verify", str(recipe), CLIP, "--session", "1"]) == 3
