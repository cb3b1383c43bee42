"""Time, as everything that waits sees it. Tests put a FakeClock in its place and never sleep."""

import time
from datetime import UTC, datetime, timedelta


class Clock:
    """The real one."""

    def now(self) -> datetime:
        """The moment, in UTC with its zone."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Seconds since some moment; never goes back."""
        return time.monotonic()

    def sleep(self, seconds: float) -> None:
        time.sleep(max(seconds, 0))


class FakeClock(Clock):
    """A clock that moves only when somebody sleeps; `slept` lists for how long, in seconds."""

    def __init__(self, start: datetime = datetime(2026, 1, 1, tzinfo=UTC)) -> None:
        self._start = start
        self._elapsed = 0.0
        self.slept: list[float] = []

    def now(self) -> datetime:
        return self._start + timedelta(seconds=self._elapsed)

    def monotonic(self) -> float:
        return self._elapsed

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.advance(seconds)

    def advance(self, seconds: float) -> None:
        """Let time pass without anybody sleeping."""
        self._elapsed += max(seconds, 0)
