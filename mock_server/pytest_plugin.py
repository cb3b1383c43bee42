"""pytest fixture `nemo_mock`: a mock of the service on a free loopback port, new for each test."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

import mock_server

if TYPE_CHECKING:
    from mock_server.server import MockHandle


@pytest.fixture
def nemo_mock() -> Iterator[MockHandle]:
    """A running mock with seed 0; `.url`, `.fault(name, …)`, `.requests()`, `.change(…)`."""
    with mock_server.start() as handle:
        yield handle
