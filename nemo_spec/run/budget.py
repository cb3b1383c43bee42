"""Estimate what a message costs, and decide whether it may still be spent. All in credits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nemo_spec.compile import Instruct

SESSION = 50
"""The edits of a session cost about this much together (documented)."""
CLIP = 100
"""A generated clip costs about this much (documented)."""
EDIT_SECONDS = (10, 30)
CLIP_SECONDS = (100, 300)
RENDER_SECONDS = (30, 90)
"""The shortest and the longest time at the service (documented)."""


@dataclass(slots=True)
class Budget:
    """`limit` is what a run may spend, `lines` how many edits it has. Once an edit has been charged,
    the next ones are taken to cost as much as the dearest so far.

    `spent` is what was charged while messages of the run were at work. `at_most`: some of it may be
    what others were charged meanwhile. `known`: the balance could be read around every message.
    """

    limit: float | None
    lines: int
    spent: float = 0
    at_most: bool = False
    known: bool = True
    _edit: float | None = None
    _clip: float | None = None
    _edits: float = 0
    _again: float = 0

    def price(self, steps: Sequence[Instruct]) -> float:
        """The estimated cost of a message with these instructions, in credits."""
        clips = sum(step.edit.generates for step in steps)
        edit = SESSION / max(1, self.lines) if self._edit is None else self._edit
        clip = CLIP if self._clip is None else self._clip
        return clips * clip + (len(steps) - clips) * edit

    def allows(self, steps: Sequence[Instruct]) -> bool:
        """Whether a message with these instructions stays within the limit."""
        return self.limit is None or self.spent + self.price(steps) <= self.limit

    def charge(self, steps: Sequence[Instruct], cost: float, *, shared: bool) -> bool:
        """Note what was charged during a message; returns whether that is only the most that it has
        cost. `shared`: another run of ours was at work on the account."""
        own = min(cost, self._most(steps))
        at_most = cost > own or (shared and cost > 0)
        self.spent += cost
        self.at_most |= at_most
        # Rather stop too early than spend too much: of a limit what others may have cost is taken off.
        each = (own if shared else cost) / max(1, len(steps))
        if any(step.edit.generates for step in steps):
            self._clip = max(self._clip or 0, each)
        elif cost or self._edit is None:
            if not at_most:
                self._again = max(self._again, own if self._edits else 0)
                self._edits += own
            self._edit = max(self._edit or 0, each)
        return at_most

    def charge_unknown(self, steps: Sequence[Instruct]) -> None:
        """Note a message around which the balance could not be read: it counts with its price."""
        self.spent += self.price(steps)
        self.known = False

    def _most(self, steps: Sequence[Instruct]) -> float:
        """The most that a message can cost, by the documentation and by messages like it."""
        clips = sum(step.edit.generates for step in steps)
        edits = max(SESSION - self._edits, self._again) if len(steps) > clips else 0
        return clips * CLIP + edits


@dataclass(frozen=True, slots=True)
class Estimate:
    """The expected cost in credits and the least and most time in seconds."""

    credits: float
    seconds: tuple[int, int]


def estimate(steps: Sequence[Instruct], renders: int) -> Estimate:
    """The expected cost of messages and renders, by the documented figures."""
    clips = sum(step.edit.generates for step in steps)
    edits = len(steps) - clips
    seconds = tuple(
        edits * EDIT_SECONDS[end] + clips * CLIP_SECONDS[end] + renders * RENDER_SECONDS[end]
        for end in (0, 1)
    )
    return Estimate(clips * CLIP + (SESSION if edits else 0), (seconds[0], seconds[1]))
