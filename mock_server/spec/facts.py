"""Facts about the service, and what the mock does about each."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

SKILL, NONE = "skill document", "no source"


@dataclass(frozen=True)
class Fact:
    """One row of facts.toml."""

    id: str
    text: str
    how: str
    endpoint: str = ""
    source: str = SKILL

    @property
    def status(self) -> Literal["documented", "assumed"]:
        """`assumed` when no source speaks of it."""
        return "assumed" if self.source == NONE else "documented"


def _load() -> tuple[Fact, ...]:
    text = Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")
    return tuple(Fact(**row) for row in tomllib.loads(text)["fact"])


FACTS = _load()
