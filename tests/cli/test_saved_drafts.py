"""A draft as a file: written by the commands that see one, read by those that look at one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support.commands import Call

from mock_server.server import MockHandle

RECIPE = 'title 0-1s "Hi"\nmusic "lo-fi" volume 35%\n'


@pytest.fixture
def recipe(project: Path) -> Path:
    path = project / "cut.edit"
    path.write_text(RECIPE, "utf-8")
    return path


@pytest.fixture
def saved(call: Call, project: Path, recipe: Path, clip: Path) -> Path:
    outcome = call("apply", recipe, clip, "--save-draft", "draft.json")
    assert outcome.code == 0, outcome.err
    return project / "draft.json"


def test_a_saved_draft_is_met_by_its_recipe(call: Call, recipe: Path, clip: Path, saved: Path):
    assert call("verify", recipe, clip, "--draft", saved).code == 0
    assert call("diff", saved, "--draft", saved).lines == ["no difference"]
    recipe.write_text(RECIPE.replace("Hi", "Ho"), "utf-8")
    assert call("verify", recipe, clip, "--draft", saved).code == 1


def test_the_draft_is_kept_letter_by_letter(call: Call, saved: Path):
    assert call("status", "--save-draft", "other.json").code == 0
    assert json.loads(saved.read_text("utf-8")) == json.loads(Path("other.json").read_text("utf-8"))
    assert "nmv_usr_" not in saved.read_text("utf-8")


def test_neither_a_draft_nor_a_picture_is_written_over_a_clip(call: Call, saved: Path, clip: Path):
    before = clip.read_bytes()
    outcome = call("status", "--save-draft", clip)
    assert (outcome.code, "was not written by nemo-spec" in outcome.err) == (2, True)
    outcome = call("show", saved, "--png", clip)
    assert (outcome.code, "ends in .png" in outcome.err) == (2, True)
    assert clip.read_bytes() == before


def test_a_resumed_run_saves_its_draft(call: Call, saved: Path):
    outcome = call("resume", 1, "--save-draft", "again.json")
    assert outcome.code == 0, outcome.err
    assert Path("again.json").read_bytes() == saved.read_bytes()


def test_a_timeline_is_data_for_other_programs(call: Call, saved: Path):
    shown = json.loads(call("show", "--draft", saved, "--format", "json").out)
    told = json.loads(call("status", "--format", "json").out)
    assert shown["timeline"] == told["timeline"]
    assert (told["ready"], told["files"][0]["filename"]) == (True, "clip.mp4")
    assert [one["texts"] for one in shown["timeline"]["segments"] if one["texts"]] == [["Hi"]]


@pytest.mark.parametrize("name", ["cut.edit", "clip.mp4", "folder", "missing/draft.json"])
def test_a_draft_is_written_over_nothing_that_matters(
    call: Call, service: MockHandle, project: Path, recipe: Path, clip: Path, name: str
):
    (project / "folder").mkdir()
    before = clip.read_bytes()
    assert call("apply", recipe, clip, "--save-draft", name).code == 2
    assert service.requests() == []
    assert (recipe.read_text("utf-8"), clip.read_bytes()) == (RECIPE, before)


def test_one_file_holds_one_draft(call: Call, project: Path, recipe: Path):
    (project / "other.edit").write_text(RECIPE, "utf-8")
    outcome = call("test", project, "--save-draft", "draft.json")
    assert (outcome.code, "name one recipe" in outcome.err) == (2, True)
