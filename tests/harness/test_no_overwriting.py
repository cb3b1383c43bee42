"""What `nemo-spec test` writes is never what its recipes read."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from support.paths import ROOT
from support.recipes import recipe, written

from nemo_spec.api.results import Result
from nemo_spec.cli.main import main

ApplyRecipe = Callable[..., Result]

INTERVIEW = ROOT / "specs" / "media" / "interview.mp4"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    project = tmp_path / "project"
    project.mkdir()
    monkeypatch.chdir(project)
    written(project, good=recipe("Good"))
    return project


@pytest.mark.parametrize(
    ("name", "said"),
    [("good.edit", "a recipe is there already"), ("good.expected.json", "error[E255]")],
)
def test_a_report_over_what_is_read_is_refused(
    project: Path, name: str, said: str, capsys: pytest.CaptureFixture[str]
):
    path = project / "specs" / name
    path.touch()
    before = path.read_bytes()
    assert main(["test", "specs", "--report", f"json:specs/{name}"]) == 2
    assert said in capsys.readouterr().err
    assert path.read_bytes() == before


def test_an_expected_timeline_does_not_go_through_a_link(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    victim = tmp_path / "victim"
    victim.write_text("mine")
    (project / "specs" / "good.expected.json").symlink_to(victim)
    assert main(["test", "specs", "--update"]) == 3
    assert "symbolic link" in capsys.readouterr().out
    assert victim.read_text() == "mine"


@pytest.mark.parametrize("kind", ["pipe", "folder", "device", "dangling"])
def test_an_expected_timeline_that_is_no_file_is_no_pass(
    project: Path, kind: str, capsys: pytest.CaptureFixture[str]
):
    path = project / "specs" / "good.expected.json"
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    else:
        path.symlink_to("/dev/zero" if kind == "device" else "nothing")
    assert main(["test", "specs"]) == 3
    said = capsys.readouterr().out
    assert "No such file" in said if kind == "dangling" else f"it is a {kind}" in said


def test_a_version_of_an_expected_timeline_is_not_quoted(
    project: Path, capsys: pytest.CaptureFixture[str]
):
    (project / "specs" / "good.expected.json").write_text('{"version": "root:x:0:0"}')
    assert main(["test", "specs"]) == 3
    assert "root:x" not in capsys.readouterr().out


def test_a_recipe_may_go_on_with_what_another_has_exported(
    project: Path, apply_recipe: ApplyRecipe
):
    (project / "a.edit").write_text("keep 0-4s\nexport 90p mp4 10fps low\n")
    one = apply_recipe("a.edit", INTERVIEW, render=True)
    before = one.files[0].path.read_bytes()
    two = apply_recipe("a.edit", one.files[0].path, render=True)
    assert two.met, two.explained
    assert one.files[0].path.read_bytes() == before
    assert two.files[0].path != one.files[0].path
