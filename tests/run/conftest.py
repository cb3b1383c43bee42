"""A mock that forgets its faults before each project, and projects of their own."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from support.cached_render import cached_render
from support.fault_world import EDIT, World, quicken

from mock_server import start
from mock_server.server import MockHandle
from nemo_spec.conformance.world import clip as make_clip


@pytest.fixture(scope="session")
def clip() -> bytes:
    """Two seconds with a tone."""
    return make_clip()


@pytest.fixture(scope="session")
def service() -> Iterator[MockHandle]:
    for ahead in ("mock_server.agent", "mock_server.render"):
        importlib.import_module(ahead)  # or the first edit takes as long as that
    with start(
        silent=0.0, credits=10_000, price_per_edit=EDIT, token_limit=1_000_000, render=cached_render
    ) as mock:
        yield mock
        assert mock.bugs == []


@pytest.fixture
def world(
    service: MockHandle,
    clip: bytes,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Callable[..., World]:
    numbers = count()
    quicken(monkeypatch, service)

    def make(**options: str) -> World:
        return World(service, tmp_path / str(next(numbers)), clip, monkeypatch, capsys, **options)

    return make
