"""A project folder, a home folder, and a mock in the place of the service."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.apply_world import World
from support.cached_render import cached_render
from support.commands import Call, Outcome, Terminal, run_command
from support.paths import INTERVIEW

from mock_server import start
from mock_server.server import MockHandle
from nemo_spec.conformance.world import clip as make_clip

VARIABLES = (
    *("NEMO_API_URL", "NEMO_WEB_URL", "NEMO_TOKEN", "NEMO_CLIENT_ID", "SKILL_SOURCE"),
    *("NEMO_ALLOW_HTTP", "NEMO_GATEWAY"),
)


@pytest.fixture
def service() -> Iterator[MockHandle]:
    with start(silent=0.0, credits=500, render=cached_render) as mock:
        yield mock
        assert mock.bugs == []


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    folder.mkdir()
    return folder


@pytest.fixture
def call(
    service: MockHandle,
    home: Path,
    project: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Call:
    """Run a command in the project folder; `typed` is what comes from standard input; with
    None that is a terminal."""
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("NEMO_API_URL", service.url)
    monkeypatch.chdir(project)

    def run(*arguments: object, typed: str | None = "") -> Outcome:
        monkeypatch.setattr(sys, "stdin", Terminal() if typed is None else io.StringIO(typed))
        return run_command(arguments, capsys)

    return run


@pytest.fixture(scope="session")
def clip_bytes() -> bytes:
    return make_clip()


@pytest.fixture
def clip(project: Path, clip_bytes: bytes) -> Path:
    """Two seconds with a tone."""
    path = project / "clip.mp4"
    path.write_bytes(clip_bytes)
    return path


@pytest.fixture
def world(call: Call, service: MockHandle, project: Path) -> World:
    clip = project / "clip.mp4"
    clip.write_bytes(INTERVIEW.read_bytes())
    return World(call, service, project, clip)
