"""What a caller asks for: a recipe, its clips and values, and how to apply it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from nemo_spec.run.policy import Policy

if TYPE_CHECKING:
    from nemo_spec.run.session.journal import Run


class Request(NamedTuple):
    """What to apply and how. `saved` is the content of the saved plan in `plan_file`, `resumed` the
    earlier run that this one continues. `dialect_file` says how the service spells drafts; None for
    the project's own."""

    recipe: Path
    clips: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()
    output: Path | None = None
    policy: Policy = Policy()
    plan_file: Path | None = None
    saved: Mapping[str, Any] | None = None
    resumed: Run | None = None
    dialect_file: Path | None = None
