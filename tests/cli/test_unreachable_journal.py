"""A shared journal that cannot be reached: said once, without its password, before anything is sent."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from support.commands import Call

from mock_server.server import MockHandle
from nemo_spec.run.session.journal import Journal

PASSWORD = "a-secret"
RECIPE_AND_CLIP = ("a.edit", "clip.mp4")
COMMANDS = [
    ("apply", *RECIPE_AND_CLIP),
    ("plan", *RECIPE_AND_CLIP),
    ("batch", *RECIPE_AND_CLIP),
    ("batch", *RECIPE_AND_CLIP, "--one-session"),
    ("batch", *RECIPE_AND_CLIP, "--one-session", "--fresh"),
    ("runs",),
    ("runs", "--prune", "30"),
    ("resume",),
    ("cancel", "1"),
]


@pytest.fixture
def recipe(project: Path, clip: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / "a.edit").write_text("cut 0-0.5s\n", "utf-8")
    monkeypatch.setenv("NEMO_JOURNAL", f"postgresql://studio:{PASSWORD}@127.0.0.1:1/journal")


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_nothing_is_sent_without_the_journal(
    command: tuple[str, ...], call: Call, service: MockHandle, recipe: None
):
    ended = call(*command)
    assert ended.code == 2, ended
    assert ended.err.startswith("error: the journal at 127.0.0.1:1/journal: "), ended
    assert "run the same command again: nothing is lost" in ended.err
    assert PASSWORD not in ended.out + ended.err
    assert service.requests() == []


@pytest.mark.parametrize("command", [COMMANDS[0], COMMANDS[2], ("runs",)], ids=" ".join)
def test_without_psycopg_the_extra_is_named(
    command: tuple[str, ...],
    call: Call,
    service: MockHandle,
    recipe: None,
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setitem(sys.modules, "psycopg", None)
    ended = call(*command)
    assert ended.code == 2, ended
    assert "pip install 'nemo-spec[postgres]'" in ended.err
    assert service.requests() == []


def test_a_run_offline_needs_no_journal(call: Call, recipe: None):
    assert call("apply", *RECIPE_AND_CLIP, "--offline").code == 0
    assert call("batch", *RECIPE_AND_CLIP, "--offline").code == 0


def test_a_newer_journal_is_said_once_before_anything_is_sent(
    call: Call,
    service: MockHandle,
    project: Path,
    recipe: None,
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.delenv("NEMO_JOURNAL")
    with Journal.open(project / ".nemo-spec") as journal:
        journal._db.rows("PRAGMA user_version = 99")
    (project / "b.mp4").write_bytes((project / "clip.mp4").read_bytes())
    ended = call("batch", *RECIPE_AND_CLIP, "b.mp4")
    assert ended.code == 2, ended
    assert ended.err.count("was written by another nemo-spec – use that version") == 1
    assert service.requests() == []
