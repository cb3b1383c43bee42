"""What a message will probably cost, and whether that may still be spent. All in credits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nemo_spec.compile import Instruct
from nemo_spec.edits.picture import Generate

SESSION = 50
"""What the edits of a session cost together, about (documented)."""
CLIP = 100
"""What a generated clip costs, about (documented)."""
EDIT_SECONDS = (10, 30)
CLIP_SECONDS = (100, 300)
RENDER_SECONDS = (30, 90)
"""How long things take at the service (documented)."""


@dataclass(slots=True)
class Budget:
    """`limit` is what a run may spend, `lines` how many edits it has. Once an edit has been charged,
    the next ones are taken to cost as much as the dearest so far."""

    limit: float | None
    lines: int
    spent: float = 0
    _edit: float | None = None
    _clip: float | None = None

    def price(self, steps: Sequence[Instruct]) -> float:
        """What a message of these instructions will probably cost."""
        clips = sum(isinstance(step.edit, Generate) for step in steps)
        edit = SESSION / max(1, self.lines) if self._edit is None else self._edit
        clip = CLIP if self._clip is None else self._clip
        return clips * clip + (len(steps) - clips) * edit

    def allows(self, steps: Sequence[Instruct]) -> bool:
        return self.limit is None or self.spent + self.price(steps) <= self.limit

    def charge(self, steps: Sequence[Instruct], cost: float) -> None:
        """Note what a message has cost."""
        self.spent += cost
        each = cost / max(1, len(steps))
        if any(isinstance(step.edit, Generate) for step in steps):
            self._clip = max(self._clip or 0, each)
        elif cost or self._edit is None:
            self._edit = max(self._edit or 0, each)


@dataclass(frozen=True, slots=True)
class Estimate:
    """What is to be expected of messages that are still to be sent, and of renders."""

    credits: float
    seconds: tuple[int, int]


def estimate(steps: Sequence[Instruct], renders: int) -> Estimate:
    """By the documented figures."""
    clips = sum(isinstance(step.edit, Generate) for step in steps)
    edits = len(steps) - clips
    seconds = tuple(
        edits * EDIT_SECONDS[end] + clips * CLIP_SECONDS[end] + renders * RENDER_SECONDS[end]
        for end in (0, 1)
    )
    return Estimate(clips * CLIP + (SESSION if edits else 0), (seconds[0], seconds[1]))
