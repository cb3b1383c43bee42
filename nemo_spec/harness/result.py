"""A recipe that was applied in a test of its user's, and all that is known of it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nemo_spec.harness.case import Case, carry_out
from nemo_spec.harness.target import Target
from nemo_spec.report.cases import explained, first_wrong, headline
from nemo_spec.report.record import Record
from nemo_spec.run.events import Delivered
from nemo_spec.timeline.model import Timeline
from nemo_spec.verify.findings import Finding


@dataclass(frozen=True, slots=True, repr=False)
class Applied:
    """What came of a recipe. `requests` are those that the mock saw; of a server there are none."""

    record: Record
    requests: list[dict[str, Any]]

    @property
    def met(self) -> bool:
        """Every line is met, and the draft is the timeline beside the recipe, if there is one."""
        return self.record.result == "met"

    @property
    def findings(self) -> list[Finding]:
        return self.record.findings

    @property
    def timeline(self) -> Timeline:
        """What the draft held at the end; empty when there was none."""
        return self.record.edited or Timeline()

    @property
    def session_id(self) -> str:
        return self.record.session_id or ""

    @property
    def files(self) -> list[Delivered]:
        """The exports, as far as there were some."""
        return self.record.files

    @property
    def explained(self) -> str:
        """As `nemo-spec test` shows it."""
        head = headline(self.record, color=False)
        return head if self.met else f"{head}\n\n{explained(self.record, color=False)}"

    def __repr__(self) -> str:
        if self.met:
            return f"<{self.record.path}: met>"
        line, message = first_wrong(self.record)
        return f"<{self.record.path}:{line}: {message}>"


def apply(
    bench: Target,
    seed: int,
    folder: Path,
    recipe: str | os.PathLike[str],
    *clips: str | os.PathLike[str],
    settings: Mapping[str, object] | None = None,
    render: bool = False,
) -> Applied:
    """Try a recipe; its exports stay in `folder`."""
    given = tuple(f"{name}={value}" for name, value in (settings or {}).items())
    paths = tuple(str(Path(clip)) for clip in clips)
    trial = Case(Path(recipe), seed, paths, given, renders=render, keeps=folder)
    record = carry_out(trial, bench)
    return Applied(record, bench.requests())
