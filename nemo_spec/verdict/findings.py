"""What the draft says about the recipe, statement by statement."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from nemo_spec.compile import Instruct

Status = Literal["met", "missing", "different", "duplicated", "unrequested", "unreadable"]


@dataclass(frozen=True, slots=True)
class Finding:
    """`owner` is the index of the statement in the plan, None where no statement is concerned.

    `place` is the segment of the draft, such as `t[2].sg[0]`; `sentence` the instruction that was
    sent.
    """

    status: Status
    owner: int | None
    message: str
    place: str = ""
    sentence: str = ""

    @property
    def is_failure(self) -> bool:
        """Whether the draft is not what the recipe says. Additions alone are only reported."""
        return self.status not in ("met", "unrequested")


def about(step: Instruct, status: Status, message: str, place: str = "") -> Finding:
    """A finding about one instruction."""
    return Finding(status, step.owner, message, place, step.sentence)


def any_failure(findings: Iterable[Finding]) -> bool:
    """Whether the draft is not what the recipe says."""
    return any(finding.is_failure for finding in findings)
