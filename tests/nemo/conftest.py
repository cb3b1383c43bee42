"""Fixtures of the client's tests."""

from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from support.nemo import API, TOKEN, RawServer

from nemo_spec.nemo.client import Nemo
from nemo_spec.nemo.settings import Settings

Handler = Callable[[httpx.Request], httpx.Response]


@pytest.fixture
def settings() -> Settings:
    return Settings(api_url=API, web_url="https://web.test", token=TOKEN, version="9.9")


@pytest.fixture
def answering(settings: Settings) -> Iterator[Callable[[Handler], Nemo]]:
    """A client whose requests are answered by a function."""
    made: list[Nemo] = []

    def make(handler: Handler) -> Nemo:
        made.append(Nemo(settings, transport=httpx.MockTransport(handler)))
        return made[-1]

    yield make
    for nemo in made:
        nemo.close()


@pytest.fixture
def raw() -> Iterator[RawServer]:
    server = RawServer()
    yield server
    server.close()


@pytest.fixture
def local(raw: RawServer) -> Iterator[Nemo]:
    """A client of the raw server that reports silence every 20 ms."""
    with Nemo(Settings(api_url=raw.url, token=TOKEN), idle_every=0.02) as nemo:
        yield nemo


@pytest.fixture
def clip(tmp_path: Path) -> Path:
    path = tmp_path / "clip.mp4"
    path.write_bytes(b"\0\0\0\x20ftypisom" + bytes(range(256)) * 800)
    return path
