"""Pauses after a refusal for the rate: all calls to a service wait, in every process of this machine.

The end of the latest pause stands in a small file in the config folder, for the other processes: a batch in
processes of its own, or several at a time. What cannot be read or written there holds nobody back.
"""

from __future__ import annotations

import threading
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from nemo_spec.run.clock import Clock
from nemo_spec.run.session.claims import ClaimError, config_folder, hashed, machine_folder
from nemo_spec.safe_files import read_own, write_own

LONGEST = 120.0
"""Seconds; a server that asks for more is not waited for."""
_SPACING = 1.0
"""Seconds between calls that were held back: all at once, they would be refused again (assumed)."""
_LIMIT = 100


@dataclass(slots=True)
class Pause:
    """Until when nobody calls a service, which has refused somebody for the rate. `heard` is the end of the
    latest pause that was noted, in seconds since 1970."""

    home: Path
    api_url: str
    until: float = 0
    heard: float = 0
    waiting: int = 0
    turn: threading.Lock = field(default_factory=threading.Lock)
    _file: Path = field(init=False)

    def __post_init__(self) -> None:
        self._file = config_folder(self.home, "pauses") / hashed(self.api_url)

    def begin(self, clock: Clock, seconds: float) -> None:
        with self.turn:
            self.until = max(self.until, clock.monotonic() + seconds)
            self.heard = max(self.heard, clock.now().timestamp() + seconds)
            self._note()

    def wait(self, clock: Clock) -> None:
        """Until it is over; of several, one after another."""
        with self.turn:
            self._hear(clock)
            left = self.until - clock.monotonic()
            if left <= 0:
                return
            left += self.waiting * _SPACING
            self.waiting += 1
        try:
            clock.sleep(left)
        finally:
            with self.turn:
                self.waiting -= 1

    def _hear(self, clock: Clock) -> None:
        """Take over a pause of another process, and stay behind that one."""
        noted = self._noted()
        left = noted - clock.now().timestamp()
        if noted > self.heard and 0 < left <= LONGEST:
            self.heard = noted
            self.until = max(self.until, clock.monotonic() + left + _SPACING)

    def _noted(self) -> float:
        with suppress(OSError, ValueError):
            return float(read_own(self._file, _LIMIT))
        return 0

    def _note(self) -> None:
        with suppress(OSError, ClaimError):
            machine_folder(self.home, "pauses")
            write_own(self._file, f"{self.heard:.3f}\n".encode())
