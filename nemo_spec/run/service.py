"""The service as a run sees it: a client, a clock, and the recovery that every call gets."""

from __future__ import annotations

from collections.abc import Callable, Generator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from nemo_spec.run import events
from nemo_spec.run.clock import Clock
from nemo_spec.run.session.auth import attempt
from nemo_spec.run.timeouts import Timeouts

if TYPE_CHECKING:
    from nemo_spec.nemo.client import Nemo

T = TypeVar("T")
Steps = Generator[events.Event, None, T]
"""Events on the way to a result."""


class Service(NamedTuple):
    """`home` is where tokens are kept."""

    nemo: Nemo
    clock: Clock
    home: Path
    timeouts: Timeouts

    def call(self, call: Callable[[], T], *, once: bool = False) -> T:
        """Make a call, with the documented recovery done once.

        Raises NemoError; for a call that must not be made twice (`once`), StrayRefusal where it may
        have been done.
        """
        return attempt(call, self.nemo, self.clock, self.home, once=once)
