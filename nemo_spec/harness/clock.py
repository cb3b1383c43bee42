"""A clock that does not wait."""

from __future__ import annotations

from collections.abc import Callable

from nemo_spec.run.clock import Clock

_REAL = 1.0
"""Shorter pauses wait for something that really takes time, such as a render."""


class QuickClock(Clock):
    """Lets pauses of a second and more pass at once, here and, through `advance`, at the mock."""

    def __init__(self, advance: Callable[[float], None]) -> None:
        self._advance = advance
        self._skipped = 0.0

    def monotonic(self) -> float:
        return super().monotonic() + self._skipped

    def sleep(self, seconds: float) -> None:
        if seconds < _REAL:
            super().sleep(seconds)
            return
        self._skipped += seconds
        self._advance(seconds)
