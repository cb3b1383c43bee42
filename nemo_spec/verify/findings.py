"""What the draft says about the recipe, statement by statement."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal
from unicodedata import normalize

from nemo_spec.timeline.model import Segment
from nemo_spec.timeline.summary import seconds

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


def any_failure(findings: Iterable[Finding]) -> bool:
    return any(finding.is_failure for finding in findings)


def normal(texts: Sequence[str]) -> tuple[str, ...]:
    """Texts that look the same are the same: Unicode knows two ways to write é."""
    return tuple(normalize("NFC", text) for text in texts)


def span(segment: Segment) -> str:
    """`0-3s`."""
    return f"{seconds(segment.start)}-{seconds(segment.end)}s"


def called(segment: Segment) -> str:
    """`title "Intro"`, `music lo-fi`."""
    content = " ".join(f'"{text}"' for text in segment.texts) or segment.name
    return f"{segment.role} {content}".strip()
