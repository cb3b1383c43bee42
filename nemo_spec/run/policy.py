"""How the user wants a recipe to be applied."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from nemo_spec.run.budget import Ceiling
from nemo_spec.timeline.dialect import DOCUMENTED, Dialect

Per = Literal["line", "phase", "recipe"]
Unrequested = Literal["allow", "report", "remove"]


@dataclass(frozen=True, slots=True)
class Policy:
    """`repairs` is how many corrective instructions one line may take; `limit` is what may be spent, in
    credits; `retry` sends messages of unknown outcome again; `fresh` begins a new session; `draft` is
    the hash of the only draft that may be changed; `session` takes the place of the recipe's own, and
    is empty for the latter. `deliver_doubted` renders a draft that cannot be read wholly, under another
    name; `dialect` is what was learned of how the service spells drafts. `ceiling` is what this run may
    spend together with others. `together` is the key of a session that several clips share, one after
    another; empty for one of its own."""

    per: Per = "line"
    repairs: int = 1
    unrequested: Unrequested = "report"
    limit: float | None = None
    retry: bool = False
    fresh: bool = False
    draft: str | None = None
    session: str = ""
    deliver_doubted: bool = False
    dialect: Dialect = DOCUMENTED
    ceiling: Ceiling | None = None
    together: str = ""
