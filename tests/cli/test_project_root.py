"""Recipes and commands on a session find the same project, wherever they are called."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.apply_world import EXPORT, RECIPE, World
from support.commands import Call

from nemo_spec.project_root import project_root, projects_below


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A current folder without any mark above it, and a home folder elsewhere."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / "here" / "a" / "b").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "here")
    return tmp_path / "here"


def test_the_nearest_mark_above_is_the_project(here: Path):
    below = here / "a" / "b"
    (here / ".git").mkdir()
    assert project_root(below) == here
    (here / "a" / ".nemo-spec").touch()
    assert project_root(below) == here, "a file is no mark"
    (here / "a" / ".git").write_text("gitdir: ../../.git/worktrees/a\n")
    assert project_root(below) == here / "a", "a work tree is one"
    (below / ".nemo-spec").mkdir()
    assert project_root(below) == below


def test_without_a_mark_the_current_folder_is_the_project(
    here: Path, monkeypatch: pytest.MonkeyPatch
):
    below = here / "a" / "b"
    assert project_root(below) == project_root(Path()) == here
    assert project_root(Path("a/b")) == here
    monkeypatch.chdir(below)
    assert project_root(here / "a") == here / "a", "not below the current folder"
    (here / "linked").symlink_to(here / "a")
    monkeypatch.chdir(here / "linked")
    assert project_root(below) == here / "a"


def test_a_home_folder_takes_in_only_what_lies_directly_in_it(
    here: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("HOME", str(here))
    below = here / "a" / "b"
    for mark in (".git", ".nemo-spec"):
        (here / mark).mkdir()
        assert project_root(below) == below, "also from the home folder"
        assert project_root(here) == project_root(Path()) == here
        monkeypatch.chdir(below)
        assert project_root(Path()) == below
        monkeypatch.chdir(here)
    (here / "a" / ".git").mkdir()
    assert project_root(below) == here / "a"


def test_the_top_of_the_file_system_takes_in_nothing(monkeypatch: pytest.MonkeyPatch, here: Path):
    monkeypatch.chdir(here.anchor)
    assert project_root(here) == here


def test_projects_are_found_two_levels_below(here: Path):
    for place in ("z", "a/b", "a/b/c"):
        (here / place / ".nemo-spec" / "deep").mkdir(parents=True)
    (here / "link").symlink_to(here / "z")
    assert projects_below(Path()) == [Path("a/b"), Path("z")]
    assert projects_below(here / "nothing") == []


@pytest.fixture
def specs(world: World) -> Path:
    """The recipe in a folder below the current one."""
    (world.path.parent / "specs").mkdir()
    world.path = world.path.parent / "specs" / "a.edit"
    world.write(RECIPE)
    return world.path.parent


@pytest.mark.parametrize("git", [False, True])
def test_what_was_applied_below_is_known_here_and_there(
    world: World, specs: Path, git: bool, monkeypatch: pytest.MonkeyPatch
):
    if git:
        (specs.parent / ".git").mkdir()
    applied = world.call("apply", "specs/a.edit", world.clip)
    assert applied.code == 0, applied
    assert (specs.parent / ".nemo-spec").is_dir()
    assert "\nout/a-90p.mp4" in applied.out
    for folder in (specs.parent, specs):
        monkeypatch.chdir(folder)
        assert "Intro" in world.call("status").out
        assert "claim?ct=" in world.call("open").out
        assert world.call("chat", "what is on the timeline?").code == 0
        assert "specs/a.edit" in world.call("runs").out
        assert "there is nothing to resume" in world.call("resume").out
    sent = len(world.sent)
    assert world.call("apply", "a.edit", world.clip).code == 0
    assert len(world.sent) == sent, "the same project, the same session"


def test_a_project_of_an_earlier_version_stays_one_and_is_named(
    world: World, specs: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(specs)
    assert world.call("apply", "a.edit", world.clip).code == 0
    sent = len(world.sent)
    monkeypatch.chdir(specs.parent)
    for command in ("status", "open", "export", "resume", "runs", "cancel"):
        assert "there is a project in specs: run this there" in world.call(command).err, command
    assert world.call("apply", "specs/a.edit", world.clip).code == 0
    assert len(world.sent) == sent
    assert not (specs.parent / ".nemo-spec").exists()


def test_chat_in_a_repository_belongs_to_it(
    call: Call, project: Path, monkeypatch: pytest.MonkeyPatch
):
    (project / ".git").mkdir()
    (project / "sub").mkdir()
    monkeypatch.chdir(project / "sub")
    assert call("chat", "hello").code == 0
    assert (project / ".nemo-spec" / "session.json").is_file()
    assert not (project / "sub" / ".nemo-spec").exists()


def test_used_recipes_may_lie_anywhere_below_the_current_folder(call: Call, project: Path):
    (project / "shared.edit").write_text('let x = "1"\n')
    (project / "specs").mkdir()
    (project / "specs" / "a.edit").write_text(f'use "../shared.edit"\ntitle 0-1s "{{x}}"\n{EXPORT}')
    assert call("check", "specs/a.edit").code == 0
    (project / ".git").mkdir()
    assert call("check", "specs/a.edit").code == 0
    (project / "specs" / ".git").mkdir()
    assert "E232" in call("check", "specs/a.edit").err
