from __future__ import annotations

from collections.abc import Iterator

import pytest
from support.mock_server import Client, start

from mock_server.server import MockHandle


@pytest.fixture
def mock() -> Iterator[MockHandle]:
    with start() as handle:
        yield handle


@pytest.fixture
def client(mock: MockHandle) -> Iterator[Client]:
    with Client(mock) as found:
        yield found.connect()
