"""A draft that cannot be read wholly: a result of its own, which a dialect file settles."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from support.apply_world import RECIPE, World

from mock_server import draft_dialects
from nemo_spec.cli.exit_codes import NOT_MET, OK, UNKNOWN

Draft = dict[str, Any]
Spell = Callable[[dict[str, Any]], dict[str, Any]]


def speak(world: World, monkeypatch: pytest.MonkeyPatch, spell: Spell) -> None:
    """Let the service write one title in a way that nobody knows."""

    def spoken(draft: Draft, files: object) -> Draft:
        titles = [
            one for track in draft.get("t", ()) for one in track["sg"] if one.get("text") == "Later"
        ]
        for title in titles:
            changed = spell(title)
            title.clear()
            title.update(changed)
        return draft

    world.service.change(speak="words")
    monkeypatch.setitem(draft_dialects.DRAFT_DIALECTS, "words", spoken)  # type: ignore[arg-type]


def glowing(title: dict[str, Any]) -> dict[str, Any]:
    return title | {"glow": True}


@pytest.fixture
def doubted(world: World, monkeypatch: pytest.MonkeyPatch) -> World:
    speak(world, monkeypatch, glowing)
    return world


def dialect(world: World, project: Path, **content: object) -> Path:
    path = project / ".nemo-spec" / "draft-dialect.json"
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps({"api_url": world.service.url} | content))
    return path


def test_a_doubt_delivers_nothing_repairs_nothing_and_has_a_code_of_its_own(
    doubted: World, project: Path
):
    first = doubted.apply()
    assert first.code == UNKNOWN, first.out + first.err
    assert "cannot be read: glow" in first.out
    assert "Later" in first.out
    assert not list(project.glob("out/*"))
    sent = len(doubted.sent)
    assert not any("Remove" in message for message in doubted.sent)
    again = doubted.apply()
    assert (again.code, len(doubted.sent)) == (UNKNOWN, sent)


def test_it_is_delivered_under_another_name_where_that_is_asked_for(doubted: World, project: Path):
    found = doubted.apply("--deliver-doubted")
    assert found.code == UNKNOWN, found.out + found.err
    assert [path.name for path in project.glob("out/*")] == ["a-90p.unverified.mp4"]


def test_a_dialect_file_delivers_the_same_session_without_another_edit(
    doubted: World, project: Path
):
    assert doubted.apply().code == UNKNOWN
    sent = len(doubted.sent)
    dialect(doubted, project, bookkeeping=["glow"])
    again = doubted.apply()
    assert again.code == OK, again.out + again.err
    assert len(doubted.sent) == sent
    assert [path.name for path in project.glob("out/*")] == ["a-90p.mp4"]


def test_a_recipe_that_goes_on_after_a_doubt_sends_only_what_is_new(doubted: World):
    assert doubted.apply().code == UNKNOWN
    sent = len(doubted.sent)
    doubted.write(RECIPE + 'title 3-4s "End"\n')
    assert doubted.apply().code == UNKNOWN
    assert [message for message in doubted.sent[sent:] if '"End"' not in message] == []
    assert len(doubted.sent) == sent + 1


def test_plan_reads_the_draft_as_apply_does(doubted: World, project: Path):
    assert doubted.apply().code == UNKNOWN
    assert "cannot be read: glow" in doubted.plan().out
    dialect(doubted, project, bookkeeping=["glow"])
    assert "nothing to send" in doubted.plan().out


@pytest.mark.parametrize("name", ["paths", "capcut", "seconds", "v3"])
def test_plan_knows_the_files_of_a_session(world: World, name: str):
    world.service.change(speak=name)
    world.write('keep 0-4s\ntitle 0-2s "Intro"\n')
    assert world.apply().code == OK
    assert "nothing to send" in world.plan().out


def test_a_named_dialect_file_of_another_service_is_refused(doubted: World, project: Path):
    file = dialect(doubted, project, api_url="https://example.com", bookkeeping=["glow"])
    found = doubted.apply("--draft-dialect", str(file))
    assert found.code == 2
    assert "another service" in found.err
    assert doubted.sent == []
    assert doubted.apply().code == UNKNOWN, "the project's own is ignored"


def test_a_dialect_file_that_a_repository_brings_along_is_ignored(doubted: World, project: Path):
    file = dialect(doubted, project, bookkeeping=["glow"])
    for command in (["init", "-q"], ["add", "-f", str(file.relative_to(project))]):
        subprocess.run(["git", *command], cwd=project, check=True, capture_output=True)
    found = doubted.apply()
    assert found.code == UNKNOWN
    assert "tracked by git" in found.err


def test_no_dialect_file_moves_a_switch(
    world: World, project: Path, monkeypatch: pytest.MonkeyPatch
):
    speak(world, monkeypatch, lambda title: title | {"hide": True})
    dialect(world, project, bookkeeping=["hide"])
    found = world.apply("--repairs", "0")
    assert found.code == NOT_MET
    assert "it is switched off" in found.out


def test_verify_learns_a_spelling_and_apply_uses_it(
    world: World, project: Path, monkeypatch: pytest.MonkeyPatch
):
    speak(
        world, monkeypatch, lambda title: {"wann" if k == "s" else k: v for k, v in title.items()}
    )
    assert world.apply().code == UNKNOWN
    sent = len(world.sent)
    dialect(world, project, spelled={"start": "wann"})
    again = world.apply()
    assert again.code == OK, again.out + again.err
    assert len(world.sent) == sent


def test_explaining_a_draft_notes_the_key_that_nobody_knows(doubted: World, project: Path):
    assert doubted.apply().code == UNKNOWN
    state = json.loads((project / ".nemo-spec" / "session.json").read_text())
    identity = state["sessions"][0]["session_id"]
    found = doubted.call("verify", "a.edit", doubted.clip, "--session", identity, "--explain-draft")
    assert found.code == UNKNOWN, found.out + found.err
    assert "glow" in found.out
    assert doubted.apply().code == OK
