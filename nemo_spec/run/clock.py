"""Time, as everything that waits sees it."""

import time
from collections.abc import Callable
from datetime import UTC, datetime

_REAL_PAUSE = 1.0
"""Seconds. Shorter pauses wait for something that really takes time, such as a render."""


class Clock:
    """The system clock."""

    def now(self) -> datetime:
        """The current time, timezone-aware in UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Seconds since an arbitrary moment; never goes back."""
        return time.monotonic()

    def sleep(self, seconds: float) -> None:
        """Wait; a negative number of seconds is none."""
        time.sleep(max(seconds, 0))


class FastForwardClock(Clock):
    """Skips pauses of a second or more, here and, through `advance`, at the bundled mock."""

    def __init__(self, advance: Callable[[float], None]) -> None:
        self._advance = advance
        self._skipped = 0.0

    def monotonic(self) -> float:
        return super().monotonic() + self._skipped

    def sleep(self, seconds: float) -> None:
        if seconds < _REAL_PAUSE:
            super().sleep(seconds)
            return
        self._skipped += seconds
        self._advance(seconds)
