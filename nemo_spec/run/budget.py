"""Estimate what a message costs, and decide whether it may still be spent. All in credits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from nemo_spec.compile import Instruction, Program
from nemo_spec.language.values import DAY

SESSION = 50
"""The edits of a session cost about this much together (documented)."""
CLIP = 100
"""A generated clip costs about this much (documented)."""
EDIT_SECONDS = (10, 30)
CLIP_SECONDS = (100, 300)
RENDER_SECONDS = (30, 90)
"""The shortest and the longest time at the service (documented)."""
SHORT = 60
"""Seconds of footage for which the documented times are taken to hold (assumed: no length is named)."""
READING_RATE = (0.0, 0.5)
"""Seconds for each further second of footage, which the service hears and sees once (assumed)."""
RENDER_RATE = (0.07, 1.0)
"""Seconds for each further second of video: between what two cores need for 720p, measured with ffmpeg
at its fastest, and the time it plays (assumed)."""


class Ceiling(Protocol):
    """What several runs on one account may spend together, as one of them sees it. All in credits."""

    @property
    def shared(self) -> bool:
        """Whether other runs may be charged at the same time."""
        ...

    def reserve(self, price: float) -> bool:
        """Reserve the price of a message, until it is settled; False where it does not fit."""
        ...

    def settle(self, balance: float | None) -> None:
        """The message was charged, and so much is available now; None where it was refused. One that is
        never settled stays reserved: it may still be charged."""
        ...

    def standing(self) -> tuple[float, float]:
        """The limit, and what is spent or reserved."""
        ...


@dataclass(slots=True)
class Budget:
    """`limit` is what a run may spend, `lines` how many edits it has. Once an edit has been charged,
    the next ones are taken to cost as much as the dearest so far. `ceiling` is shared with other runs.

    `spent` is what was charged while messages of the run were at work. `at_most`: some of it may be
    what others were charged meanwhile. `known`: the balance could be read around every message.
    """

    limit: float | None
    lines: int
    spent: float = 0
    at_most: bool = False
    known: bool = True
    ceiling: Ceiling | None = None
    _edit: float | None = None
    _clip: float | None = None
    _edits: float = 0
    _again: float = 0

    def price(self, steps: Sequence[Instruction]) -> float:
        """The estimated cost of a message with these instructions, in credits."""
        clips = sum(step.edit.generates for step in steps)
        edit = SESSION / max(1, self.lines) if self._edit is None else self._edit
        clip = CLIP if self._clip is None else self._clip
        return clips * clip + (len(steps) - clips) * edit

    def allows(self, steps: Sequence[Instruction]) -> bool:
        """Whether a message with these instructions stays within the limit, and the ceiling, in which
        its price is reserved then."""
        price = self.price(steps)
        is_within = self.limit is None or self.spent + price <= self.limit
        return is_within and (self.ceiling is None or self.ceiling.reserve(price))

    def learn(self, costs: Sequence[float]) -> None:
        """Take in what the messages before this run have cost in its session, in credits. What the first of
        them has paid for, no later one pays for again."""
        if len(costs) > 1:
            self._edits, self._again = sum(costs), max(costs[1:])
            self._edit = self._again

    @property
    def standing(self) -> tuple[float, float]:
        """What may be spent, and what is spent or reserved."""
        return self.ceiling.standing() if self.ceiling else (self.limit or 0, self.spent)

    def settle(self, balance: float | None) -> None:
        """The message for which `allows` was asked is through; see `Ceiling`."""
        if self.ceiling is not None:
            self.ceiling.settle(balance)

    def charge(self, steps: Sequence[Instruction], cost: float, *, shared: bool) -> bool:
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

    def charge_unknown(self, steps: Sequence[Instruction]) -> None:
        """Note a message around which the balance could not be read: it counts with its price."""
        self.spent += self.price(steps)
        self.known = False

    def _most(self, steps: Sequence[Instruction]) -> float:
        """The most that a message can cost, by the documentation and by messages like it."""
        clips = sum(step.edit.generates for step in steps)
        edits = max(SESSION - self._edits, self._again) if len(steps) > clips else 0
        return clips * CLIP + edits


class Estimate(NamedTuple):
    """The expected cost in credits, and the least and most time at the service in seconds. `known`: the
    length of all footage is. `session` are the credits that others in the same session do not pay again."""

    credits: float
    seconds: tuple[int, int]
    known: bool = True
    session: float = 0


def estimate(program: Program, steps: Sequence[Instruction]) -> Estimate:
    """The expected cost of these messages and the program's renders.

    Credits are the documented figures, which know no lengths; renders are free (documented). Times are
    the documented ones too, and longer for long footage by a rate that is assumed.
    """
    clips = sum(step.edit.generates for step in steps)
    edits = len(steps) - clips
    footage, known = _footage(program)
    video = _video(program, footage)
    low, high = (
        edits * EDIT_SECONDS[end]
        + clips * CLIP_SECONDS[end]
        + bool(edits) * _more(footage, READING_RATE[end])
        + len(program.videos) * (RENDER_SECONDS[end] + _more(video[end], RENDER_RATE[end]))
        for end in (0, 1)
    )
    session = SESSION if edits else 0
    return Estimate(clips * CLIP + session, (low, high), known, session)


def _more(length: int, rate: float) -> int:
    """Seconds beyond the documented ones for a length in milliseconds."""
    return round(max(0, length / 1000 - SHORT) * rate)


def _footage(program: Program) -> tuple[int, bool]:
    """How long all clips together are, in ms, and whether all of them have been measured."""
    lengths = [material.length for material in program.plan.materials]
    return sum(filter(None, lengths)), None not in lengths


def _video(program: Program, footage: int) -> tuple[int, int]:
    """The least and most length of the video, in ms; what nobody knows is as long as the footage."""
    low, high = program.predicted.length
    return low, high if high < DAY else footage
