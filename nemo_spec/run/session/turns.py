"""Turns: several clips share one session, one after another.

A session's edits cost about as much however many there are (documented), so that a batch may upload all
its clips into one session and work on them in turn. What makes that safe:

- **A turn is a step in the journal**, of kind `turn`, whose subject is the key of its recipe with its clip.
  It is noted only after the draft was seen empty, and lasts until the timeline is emptied for another one.
  So whose turn it is stands in the journal, and a run that was interrupted goes on in its own turn as in a
  session of its own: what it has sent are the messages since its turn began.
- **The message that empties the timeline** (kind `empty`) is sent like any other: noted before, never
  twice, its price reserved. It ends the turn before it even while nobody knows whether it was carried out.
  It was, once the draft is empty; nothing else counts.
- **While the outcome of another clip's message is unknown nothing is sent**: it might still be carried out
  in this clip's timeline. The run of that clip looks what came of it.
- **A clip leaves its draft behind**, which its turn notes before it is rendered. A run whose clip had its
  turn compares that draft with the recipe. Where nothing is missing, nothing is sent: files that are gone
  are rendered from that very draft, in whoever's turn. Else the clip takes a new turn, from an empty
  timeline; what that throws away is at most another clip's unfinished work, which takes a new turn as well.

Only one run at a time works in a session, since each claims it. The order of the clips is that in which
their runs take it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from nemo_spec.run.session.journal import Step

_KEPT = ("unchanged", "refused")
"""How a message that should have emptied the timeline ends if the timeline is as it was."""


class Log(Protocol):
    """What can be read of a session."""

    def steps(self, session: str) -> list[Step]:
        """Everything that was sent in it, ordered by time. Raises JournalError."""
        ...

    def draft(self, hash_: str) -> bytes:
        """A draft of it as it came. Raises JournalError."""
        ...


@dataclass(slots=True)
class Turn:
    """A clip's time in a session. `key` is that of its recipe; `clip` is what it is called, for users;
    `step` is the number of the step that began it. `left` is the hash of the draft that it left, None while
    it has not come so far. `steps` were sent in it."""

    key: str = ""
    clip: str = ""
    step: int = 0
    left: str | None = None
    steps: list[Step] = field(default_factory=list)


def turns(steps: Iterable[Step]) -> list[Turn]:
    """The turns of a session, the current one last. One without a key is nobody's: that of a session before
    the first of them, or of a timeline that was emptied."""
    found = [Turn()]
    for step in steps:
        if step.kind == "turn" and step.state == "done":
            found.append(Turn(step.subject, str(step.result.get("clip", "")), step.id, step.after))
        elif step.kind == "empty" and step.state not in _KEPT:
            found.append(Turn())
        else:
            found[-1].steps.append(step)
    return found


def are_taken(steps: Sequence[Step]) -> bool:
    """Whether clips take turns in a session."""
    return any(step.kind in ("turn", "empty") for step in steps)


def latest(steps: Iterable[Step], key: str) -> Turn | None:
    """The last turn of a clip."""
    return next((turn for turn in reversed(turns(steps)) if turn.key == key), None)


class TurnLog(NamedTuple):
    """A session as if a clip's last turn had not ended."""

    whole: Log
    key: str

    def steps(self, session: str) -> list[Step]:
        turn = latest(self.whole.steps(session), self.key)
        return turn.steps if turn else []

    def draft(self, hash_: str) -> bytes:
        return self.whole.draft(hash_)


def costs_of(log: Log, session: str) -> list[float]:
    """What the messages of a session have cost, in credits, as far as that is known."""
    return [step.cost for step in log.steps(session) if step.cost is not None]
