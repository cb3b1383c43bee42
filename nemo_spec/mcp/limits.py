"""What an agent is held to: the folder of the project, and what may be spent."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from nemo_spec.compile.loader import outside
from nemo_spec.language.diagnostics import rendered
from nemo_spec.language.source import Source


class Refused(Exception):
    """A question that is not answered; the text says why, and tells nothing of what lies outside."""


@dataclass(frozen=True, slots=True)
class Folder:
    """The project that the agent works in. `root` is its real path."""

    root: Path

    def path(self, written: str, *suffixes: str) -> Path:
        """A file of the project by its path from `root`. Raises Refused for one outside, also by way of
        links, for a hidden one, and for one whose name ends in something else."""
        if not written.strip() or "\0" in written:
            raise Refused("not a file name: write the path of a file of the project")
        place = Path(os.path.realpath(self.root / written))
        if not place.is_relative_to(self.root):
            raise Refused(f"{written} lies outside the project")
        if any(part.startswith(".") for part in place.relative_to(self.root).parts):
            raise Refused(f"{written} is hidden: it is not the agent's")
        if suffixes and place.suffix.lower() not in suffixes:
            raise Refused(f"{written}: name a file that ends in {' or '.join(suffixes)}")
        return self.root / written

    def recipe(self, written: str) -> Path:
        """A recipe of the project. Raises Refused."""
        return self.path(written, ".edit")

    def clips(self, written: Sequence[str]) -> list[str]:
        """Clips of the project. Raises Refused."""
        return [str(self.path(one)) for one in written]

    def hold(
        self,
        recipe: Path,
        clips: Sequence[str],
        settings: Sequence[str],
        source: Source | None = None,
    ) -> None:
        """Raises Refused for a recipe that names files outside the project."""
        if found := outside(self.root, recipe, clips, settings, source):
            raise Refused("\n".join(rendered(found)))


@dataclass(slots=True)
class Allowance:
    """What the agent may still spend, in credits, over all its runs; None: it may not spend at all, and
    works offline. Only whoever starts the server sets it."""

    left: float | None
    _lock: Lock = field(default_factory=Lock)

    @property
    def is_offline(self) -> bool:
        return self.left is None

    @contextmanager
    def run(self) -> Iterator[Spending]:
        """One run at a time. While it goes on nothing is left for another; of what it does not tell
        afterwards that it has cost, everything counts as spent."""
        with self._lock:
            spending = Spending(self.left)
            if self.left is not None:
                self.left = 0
            try:
                yield spending
            finally:
                if spending.limit is not None and spending.cost is not None:
                    self.left = max(0, spending.limit - max(0, spending.cost))


@dataclass(slots=True)
class Spending:
    """One run: what it may spend, and what it has cost; None where nobody knows."""

    limit: float | None
    cost: float | None = None
