"""Never twice: whether a message was carried out, was not, or whether nobody can tell.

The reply is talk and the draft is truth. Only a message that is known not to be done is sent again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from itertools import accumulate
from typing import TYPE_CHECKING, TypeVar

from nemo_spec.nemo.errors import BY_CODE, NemoError, OutOfCredits, TokenInvalid
from nemo_spec.run import events
from nemo_spec.run.service import Service, Steps
from nemo_spec.run.session.journal import Journal, Step, StepState
from nemo_spec.run.timeouts import Timeouts

if TYPE_CHECKING:
    from nemo_spec.nemo.events import Closed, Failed

S = TypeVar("S")


class Outcome(Enum):
    """What became of a message."""

    DONE = "done"
    NOT_DONE = "not done"
    UNKNOWN = "unknown"


STATES: Mapping[Outcome, StepState] = {
    Outcome.DONE: "done",
    Outcome.NOT_DONE: "unchanged",
    Outcome.UNKNOWN: "unknown",
}
"""How the journal notes the outcome of a message that was answered."""

_OUTCOMES: Mapping[StepState, Outcome] = {
    "sent": Outcome.UNKNOWN,  # the run ended before it could note more
    "unknown": Outcome.UNKNOWN,
    "done": Outcome.DONE,
    "unchanged": Outcome.NOT_DONE,
    "refused": Outcome.NOT_DONE,
    "given up": Outcome.NOT_DONE,
}


_MESSAGES = ("instruct", "repair", "empty")


def recorded(step: Step) -> Outcome:
    """The outcome as the journal has it."""
    return _OUTCOMES[step.state]


def observed(before: bytes, after: bytes | None, ended: Closed, failed: Failed | None) -> Outcome:
    """The outcome by the drafts around a message, the end of its stream and the last error in it.

    `after` is None where the draft cannot be read.
    """
    if after is not None and after != before:
        return Outcome.DONE
    if refusal(ended, failed):
        return Outcome.NOT_DONE
    return Outcome.NOT_DONE if ended.clean and after is not None else Outcome.UNKNOWN


def refusal(ended: Closed, failed: Failed | None) -> type[NemoError] | None:
    """The kind of error by which a stream says that nothing was begun."""
    kind = BY_CODE.get(int(failed.code)) if failed and failed.code.isdecimal() else None
    if kind is OutOfCredits or (kind is TokenInvalid and ended.clean):
        return kind
    return None


def unresolved(journal: Journal, session: str) -> Step | None:
    """The latest message of a session whose outcome is unknown. Raises JournalError."""
    sent = [step for step in journal.steps(session) if step.kind in _MESSAGES]
    return next((one for one in reversed(sent) if recorded(one) is Outcome.UNKNOWN), None)


def pauses_after(timeouts: Timeouts, ended: Closed) -> Sequence[float]:
    """The pauses in seconds before each further look at an unchanged draft (documented)."""
    return timeouts.unchanged_after_end if ended.clean else timeouts.unchanged_after_drop


def pauses_left(pauses: Sequence[float], passed: float) -> list[float]:
    """Those of the pauses that are not over yet, `passed` seconds after a message went out."""
    ends = accumulate(pauses)
    return [pause for pause, end in zip(pauses, ends, strict=True) if passed <= end]


def watch(
    service: Service,
    state: S,
    read: Callable[[], S],
    decide: Callable[[S], Outcome],
    pauses: Sequence[float],
    unclear: str = "the draft is unchanged",
) -> Steps[tuple[S, Outcome]]:
    """Read the state again after each pause, in seconds, until it shows that a message was carried
    out; `unclear` is the reason for waiting where it does not."""
    for pause in pauses:
        if decide(state) is Outcome.DONE:
            break
        yield events.Waiting(pause, "the draft could not be read" if state is None else unclear)
        service.clock.sleep(pause)
        state = read()
    return state, decide(state)
