"""Commands that only read leave no journal behind: no folder, no schema, nothing in the home folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.commands import Call

from mock_server.server import MockHandle
from nemo_spec.run.session.postgres import Server

COMMANDS = [
    ("plan", "a.edit", "clip.mp4"),
    ("plan", "a.edit", "clip.mp4", "--session", "12"),
    ("batch", "a.edit", "clip.mp4", "--plan"),
    ("runs",),
    ("runs", "--prune", "30"),
    ("resume",),
    ("cancel", "1"),
    ("status", "--session", "12"),
    ("check", "a.edit", "clip.mp4"),
]


@pytest.fixture
def recipe(project: Path, clip: Path) -> None:
    (project / "a.edit").write_text("cut 0-0.5s\n", "utf-8")


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_nothing_is_made(
    command: tuple[str, ...],
    call: Call,
    service: MockHandle,
    project: Path,
    home: Path,
    recipe: None,
):
    before = _files(project)
    assert "Traceback" not in call(*command).err
    assert _files(project) == before
    assert not [one for one in _files(home) if "nemo-spec" in one]


@pytest.mark.postgres
def test_no_schema_is_made(
    call: Call,
    service: MockHandle,
    recipe: None,
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
):
    url = request.getfixturevalue("postgres").url
    monkeypatch.setenv("NEMO_JOURNAL", url)
    monkeypatch.setenv("NEMO_PROJECT", str(tmp_path))
    before = _schemas(url)
    for command in COMMANDS:
        assert "Traceback" not in call(*command).err
        assert _schemas(url) == before, command
    assert call("apply", "a.edit", "clip.mp4").code == 0
    assert len(_schemas(url)) > len(before)
    assert "a.edit" in call("runs").out


def _files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


def _schemas(url: str) -> list[str]:
    server = Server(url)
    found = server.execute("SELECT nspname FROM pg_namespace ORDER BY 1").fetchall()
    server.close()
    return [name for (name,) in found if not name.startswith("pg_")]
