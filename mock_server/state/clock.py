"""The mock's own clock: the machine's time plus whatever a test has added to it."""

from __future__ import annotations

import time
from datetime import UTC, datetime

from mock_server.state.store import Store

DAY = 86_400.0
WEEK = 7 * DAY
LATEST = datetime(9000, 1, 1, tzinfo=UTC).timestamp()


class Clock:
    """Seconds since 1970; `advance` moves it forward and a restart keeps the difference."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._offset = float(store.meta("clock_offset") or 0)

    def now(self) -> float:
        return time.time() + self._offset

    def advance(self, seconds: float) -> float:
        """Moves the clock by `seconds` (never back, never past the year 9000)."""
        ahead = min(max(seconds, 0.0), LATEST - self.now())
        self._offset += max(ahead, 0.0)
        self._store.set_meta("clock_offset", repr(self._offset))
        return self.now()

    def reset(self) -> None:
        self._offset = 0.0
        self._store.set_meta("clock_offset", "0")


def iso(seconds: float) -> str:
    """UTC time with a trailing Z, as the service writes it."""
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
