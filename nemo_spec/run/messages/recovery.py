"""A message of which nobody knows what became of it, because the run ended too early: the draft decides.

That the draft has changed is not enough: somebody else may have changed it, such as a copy of the
project on another machine. It must show what the message asked for, and must not have shown it before.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from nemo_spec.compile import Instruct, Program
from nemo_spec.run import events
from nemo_spec.run.messages.batching import Batch, batches
from nemo_spec.run.policy import Per, Policy
from nemo_spec.run.reconcile.repair import RepairPlanner, no_longer_said
from nemo_spec.run.reconcile.status import is_vague, read, status_of
from nemo_spec.run.service import Service, Steps
from nemo_spec.run.session.journal import Journal, Step, draft_hash
from nemo_spec.timeline.deltas import fold
from nemo_spec.timeline.model import Timeline
from nemo_spec.verify.final import verify_whole
from nemo_spec.verify.step import verify_step

if TYPE_CHECKING:
    from nemo_spec.nemo import State

_PER: tuple[Per, ...] = ("line", "phase", "recipe")


def in_doubt(journal: Journal, session: str) -> Step | None:
    """The latest message of a session that is in doubt."""
    told = (step for step in journal.steps(session) if step.kind in ("instruct", "repair"))
    return next((step for step in reversed(list(told)) if step.in_doubt), None)


def resolve(service: Service, asked: Asked, doubt: Step, state: State) -> Steps[tuple[State, bool]]:
    """The state once the draft shows that a message was carried out, and True; else the latest after
    the documented waits, and False.

    What has passed of them since the message went out is not waited for again.
    """
    passed = (service.clock.now() - doubt.at).total_seconds()
    for pause in (*service.waits.unchanged_after_drop, None):
        if asked.is_in(state.draft_json, doubt):
            asked.journal.settle(doubt.id, "done", after=state.draft_json)
            return state, True
        if pause is None:
            break
        if passed > pause:
            passed -= pause
            continue
        yield events.Waiting(pause, "it is not known what became of the last instruction")
        service.clock.sleep(pause)
        state = service.call(lambda: service.nemo.state(asked.session))
    asked.journal.settle(doubt.id, "unknown")
    return state, False


@dataclass(frozen=True, slots=True)
class Asked:
    """What the messages of a recipe ask for, each on the draft that it was sent for."""

    program: Program
    policy: Policy
    journal: Journal
    session: str

    def is_in(self, draft: bytes, doubt: Step) -> bool:
        """Whether a draft can only be what it is because a message was carried out; False where that
        cannot be told. Raises JournalError."""
        if doubt.before is None or draft_hash(draft) == doubt.before:
            return False
        before = self.journal.draft(doubt.before)
        then, now = read(self.program, before), read(self.program, draft)
        batch = self._batch(doubt.subject)
        if batch is not None and len(batch.steps) > 1:
            return self._has_all(batch, now) and not self._has_all(batch, then)
        if batch is not None:
            return _shows(batch.steps[0], then, now)
        return any(
            _shows(step, timeline, now) for step, timeline in self._repairs(before, doubt.subject)
        )

    def _batch(self, sentence: str) -> Batch | None:
        instructions = self.program.instructions
        found = (one for per in _PER for one in batches(instructions, per))
        return next((one for one in found if one.sentence == sentence), None)

    def _has_all(self, batch: Batch, draft: Timeline) -> bool:
        """Whether each line of a batch is met for sure."""
        whole = verify_whole(self.program.up_to(batch.last), draft)
        own = [finding for finding in whole.findings if finding.owner in batch.owners]
        told = {finding.owner for finding in own}
        sure = all(one.status == "met" and one not in whole.undecided for one in own)
        vague = any(is_vague(delta) for step in batch.steps for delta in step.deltas)
        return sure and not vague and told == set(batch.owners)

    def _repairs(self, before: bytes, sentence: str) -> Iterator[tuple[Instruct, Timeline]]:
        """What a correction of these words must have been, said about that draft."""
        todo = batches(self.program.instructions, self.policy.per)
        dropped = partial(no_longer_said, self.program, self.policy, self.journal, self.session)
        mender = RepairPlanner(self.program, self.policy, dropped)
        found = status_of(self.program, todo, self.journal, self.session, before, mender.work_left)
        for _, step in mender.fixes(found):
            if step is not None and step.sentence == sentence:
                yield step, found.timeline


def _shows(step: Instruct, then: Timeline, now: Timeline) -> bool:
    """Whether what a step asks for is there now, and was not then. Where only the service knows what it
    does, a change shows that only when nothing else has changed, and not at all when it may be any."""
    deltas = step.on(then)
    if fold(then, deltas).unknown:
        return False
    own, *others = verify_step(step, then, now)[0]
    if own.status != "met" or (others and any(map(is_vague, deltas))):
        return False
    lacked = set(_lacks(step, then, then))
    return bool(lacked) and not lacked & set(_lacks(step, then, now))


def _lacks(step: Instruct, then: Timeline, draft: Timeline) -> Iterator[tuple[str, str]]:
    for finding in verify_step(step, then, draft)[0]:
        if finding.status != "met":
            yield finding.status, finding.message
