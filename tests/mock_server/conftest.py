from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.mock_server import Client, start
from support.render import make_footage

from mock_server.server import MockHandle


@pytest.fixture
def mock() -> Iterator[MockHandle]:
    with start() as handle:
        yield handle


@pytest.fixture
def client(mock: MockHandle) -> Iterator[Client]:
    with Client(mock) as found:
        yield found.connect()


@pytest.fixture(scope="session")
def footage(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Tiny clips by name, see `make_footage`."""
    return make_footage(tmp_path_factory.mktemp("footage"))
