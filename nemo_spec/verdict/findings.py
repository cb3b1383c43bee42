"""What the draft says about the recipe, statement by statement."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from nemo_spec.compile import Instruction

Status = Literal["met", "missing", "different", "duplicated", "unrequested", "unreadable"]

_UNREAD = "cannot be read"


@dataclass(frozen=True, slots=True)
class Finding:
    """`owner` is the index of the statement in the plan, None where no statement is concerned.

    `place` is the segment of the draft, such as `t[2].sg[0]`; `instruction` what was sent. `at` is when it
    is best looked at, in ms of the timeline at the end; None until that is known, or without a video.
    """

    status: Status
    owner: int | None
    message: str
    place: str = ""
    instruction: str = ""
    at: int | None = field(default=None, compare=False)

    @property
    def is_failure(self) -> bool:
        """Whether the draft is not what the recipe says. Additions alone are only reported."""
        return self.status not in ("met", "unrequested")

    @property
    def is_doubt(self) -> bool:
        """Whether nothing is known to be wrong, but the draft cannot be read there."""
        return self.status == "unreadable" and _UNREAD in self.message


def about(step: Instruction, status: Status, message: str, place: str = "") -> Finding:
    """A finding about one instruction."""
    return Finding(status, step.owner, message, place, step.text)


def any_failure(findings: Iterable[Finding]) -> bool:
    """Whether the draft is not what the recipe says."""
    return any(finding.is_failure for finding in findings)


def cannot_read(what: Sequence[str]) -> str:
    """What of a draft cannot be read, the first three of it, each once."""
    return f"{_UNREAD}: {', '.join(list(dict.fromkeys(what))[:3])}"


def half_read(findings: Sequence[Finding], unread: Sequence[str]) -> list[Finding]:
    """The findings on a draft of which something is unread: what is missing from the rest may well be
    there."""
    if not unread:
        return list(findings)
    return [
        replace(finding, status="unreadable", message=f"{finding.message}; {cannot_read(unread)}")
        if finding.status == "missing"
        else finding
        for finding in findings
    ]


def only_doubts(findings: Iterable[Finding]) -> bool:
    """Whether nothing is known to be wrong, and something could not be read or told."""
    failures = [finding for finding in findings if finding.is_failure]
    return bool(failures) and all(finding.status == "unreadable" for finding in failures)
