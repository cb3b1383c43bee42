"""What comes of a recipe, as a program reads it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from nemo_spec.language.diagnostics import Diagnostic, rendered
from nemo_spec.report.cases import explained, first_wrong, headline
from nemo_spec.report.record import Record
from nemo_spec.run.events import Delivered
from nemo_spec.timeline.model import Timeline
from nemo_spec.verdict.findings import Finding


class InvalidRecipe(Exception):
    """A recipe, or a file that it needs, is wrong; nothing was sent. `diagnostics` say where and why."""

    def __init__(self, diagnostics: Sequence[Diagnostic]) -> None:
        super().__init__("\n".join(rendered(diagnostics)))
        self.diagnostics = list(diagnostics)


@dataclass(frozen=True, slots=True, repr=False)
class Result:
    """What came of a recipe. `record` holds everything that reports are written from, `diagnostics` what
    is wrong or doubtful in the recipe itself; `requests` are those that a mock saw, if it was one."""

    record: Record
    diagnostics: Sequence[Diagnostic] = ()
    requests: Sequence[dict[str, Any]] = ()

    @property
    def met(self) -> bool:
        """Whether every line is met."""
        return self.record.result == "met"

    @property
    def unknown(self) -> bool:
        """Whether the outcome of an instruction is unknown, or a draft alone cannot tell."""
        return self.record.result == "unknown"

    @property
    def doubted(self) -> bool:
        """Whether nothing is known to be wrong, but the draft cannot be read wholly."""
        return self.record.result == "doubted"

    @property
    def findings(self) -> list[Finding]:
        """What was found, line by line."""
        return self.record.findings

    @property
    def timeline(self) -> Timeline:
        """The draft at the end, in milliseconds; empty when there was none."""
        return self.record.edited or Timeline()

    @property
    def draft(self) -> Mapping[str, Any]:
        """The same as the service sent it; empty when there was none."""
        return self.record.draft

    @property
    def session_id(self) -> str:
        """The session at the service; empty when none was opened."""
        return self.record.session_id or ""

    @property
    def files(self) -> list[Delivered]:
        """The exports that were delivered: size in bytes and pixels, length in milliseconds."""
        return self.record.files

    @property
    def cost(self) -> float | None:
        """What the messages cost, in credits; None when the balance could not be read."""
        return self.record.finished.cost if self.record.finished else None

    @property
    def explained(self) -> str:
        """The same as text, as `nemo-spec test` prints it."""
        head = headline(self.record, color=False)
        return head if self.met else f"{head}\n\n{explained(self.record, color=False)}"

    def __repr__(self) -> str:
        if self.met:
            return f"<{self.record.path}: met>"
        line, message = first_wrong(self.record)
        return f"<{self.record.path}:{line}: {message}>"
