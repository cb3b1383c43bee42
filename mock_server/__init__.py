"""A mock of the NemoVideo service that understands instructions and renders real videos.

`start()` runs one for the length of a `with` block; `python -m mock_server` runs one for longer.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mock_server.server import MockHandle

__all__ = ["start"]


@contextmanager
def start(**options: Any) -> Iterator[MockHandle]:
    """Run a mock on a free loopback port; the handle has `.url`, `.requests()`, `.fault()`, `.stop()`.

    Options are the fields of `MockConfig`. Raises OSError when the port or the data folder is not
    available, ValueError for a wrong option.
    """
    from mock_server.config import MockConfig
    from mock_server.server import launch

    handle = launch(MockConfig(**options))
    try:
        yield handle
    finally:
        handle.stop()
