"""A message of which nobody knows what became of it, because the run ended too early: the draft decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nemo_spec.run import events
from nemo_spec.run.journal import Journal, Step, draft_hash
from nemo_spec.run.service import Doing, Service

if TYPE_CHECKING:
    from nemo_spec.nemo import State


def in_doubt(journal: Journal, session: str) -> Step | None:
    """The last message of a session, if it is in doubt."""
    told = [step for step in journal.steps(session) if step.kind in ("instruct", "repair")]
    return told[-1] if told and told[-1].in_doubt else None


def decided(
    service: Service, journal: Journal, session: str, doubt: Step, state: State
) -> Doing[State | None]:
    """The state once the draft has changed; None when it has not, after the documented waits.

    What has passed of them since the message went out is not waited for again.
    """
    passed = (service.clock.now() - doubt.at).total_seconds()
    for pause in (*service.waits.unchanged_after_drop, None):
        if draft_hash(state.draft_json) != doubt.before:
            journal.settle(doubt.id, "done", after=state.draft_json)
            return state
        if pause is None:
            break
        if passed > pause:
            passed -= pause
            continue
        yield events.Waiting(pause, "it is not known what became of the last instruction")
        service.clock.sleep(pause)
        state = service.call(lambda: service.nemo.state(session))
    journal.settle(doubt.id, "unknown")
    return None
