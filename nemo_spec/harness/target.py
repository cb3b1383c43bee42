"""A service that recipes are tested on, one after the other, with one client for all of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nemo_spec.run.clock import Clock
from nemo_spec.run.timeouts import Timeouts

if TYPE_CHECKING:
    from nemo_spec.nemo.client import Nemo


@dataclass(frozen=True, slots=True)
class Target:
    """`home` is where tokens are kept, `folder` where exports and stand-ins go.

    `requests` are those that a mock has seen, `bugs` failures of the mock itself. `begin` is called
    with the seed before each recipe, and the bundled mock forgets everything; None without a mock.
    """

    nemo: Nemo
    clock: Clock
    home: Path
    waits: Timeouts
    folder: Path
    requests: Callable[[], list[dict[str, Any]]] = list
    bugs: Callable[[], list[str]] = list
    begin: Callable[[int], None] | None = None
