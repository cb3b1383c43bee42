"""Waits of tests: for a condition, and never so long that a slow machine decides."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

PATIENCE = 60
"""Seconds until a test that waits has failed: what it waits for comes in a moment, or never."""
PROCESSOR = 20.0
"""Processor seconds that no test needs, only what never ends: another process at work costs none."""

T = TypeVar("T")


def until(
    true: Callable[[], T | None], what: str = "the condition", seconds: float = PATIENCE
) -> T:
    """Poll until `true` returns something truthy, and return that. Raises AssertionError after so many
    seconds."""
    began = time.monotonic()
    while time.monotonic() - began < seconds:
        if found := true():
            return found
        time.sleep(0.005)
    raise AssertionError(f"{what} was waited for in vain")
