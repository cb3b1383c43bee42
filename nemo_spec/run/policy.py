"""How a recipe is carried out, as its user wants it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Per = Literal["line", "phase", "recipe"]
Unrequested = Literal["allow", "report", "remove"]


@dataclass(frozen=True, slots=True)
class Policy:
    """How a recipe is carried out. `repairs` are corrective instructions for one line; `limit` is what
    may be spent, in credits; `retry` sends again what is in doubt; `fresh` begins a new session;
    `draft` is the hash of the only draft that may be changed; `session` is to be worked on in place of
    that of the recipe, empty for the latter."""

    per: Per = "line"
    repairs: int = 1
    unrequested: Unrequested = "report"
    limit: float | None = None
    retry: bool = False
    fresh: bool = False
    draft: str | None = None
    session: str = ""
