"""Recover a message whose outcome is unknown, because the run ended too early.

A draft that has changed is not enough: somebody else may have changed it, such as a copy of the project
on another machine. It must show what the message asked for, and must not have shown it before.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from nemo_spec.compile import Instruction, Program
from nemo_spec.run.messages.batching import Batch, batches
from nemo_spec.run.messages.outcome import STATES, Outcome, pauses_left, watch
from nemo_spec.run.policy import Per, Policy
from nemo_spec.run.reconcile.status import Drafts, is_vague
from nemo_spec.run.reconcile.work_left import work_left
from nemo_spec.run.service import Service, Steps
from nemo_spec.run.session.journal import Journal, Step, draft_hash
from nemo_spec.timeline.deltas import fold
from nemo_spec.timeline.model import Timeline
from nemo_spec.verdict.step import verify_step

if TYPE_CHECKING:
    from nemo_spec.nemo.models import State

_PER: tuple[Per, ...] = ("line", "phase", "recipe")


def resolve(
    service: Service, asked: Asked, step: Step, state: State
) -> Steps[tuple[State, Outcome]]:
    """Wait until the draft shows that a message was carried out, and note its outcome in the journal.
    The outcome is DONE or UNKNOWN.

    Pauses that are over since the message went out are not waited for again. Raises NemoError,
    JournalError.
    """

    def read() -> State:
        return service.call(lambda: service.nemo.state(asked.session))

    def decide(state: State) -> Outcome:
        return Outcome.DONE if asked.is_in(state.draft_json, step) else Outcome.UNKNOWN

    passed = (service.clock.now() - step.at).total_seconds()
    pauses = pauses_left(service.timeouts.unchanged_after_drop, passed)
    unclear = "the outcome of the last instruction is unknown"
    state, outcome = yield from watch(service, state, read, decide, pauses, unclear)
    after = state.draft_json if outcome is Outcome.DONE else None
    asked.journal.complete(step.id, STATES[outcome], after=after)
    return state, outcome


class Asked(NamedTuple):
    """What the messages of a recipe ask for, each on the draft that it was sent for. `infos` are the
    `video_infos` of the session's state."""

    program: Program
    policy: Policy
    journal: Journal
    session: str
    infos: object = ()

    def is_in(self, draft: bytes, sent: Step) -> bool:
        """Whether a draft can only be what it is because a message was carried out; False where the
        draft does not tell. Raises JournalError."""
        if sent.before is None or draft_hash(draft) == sent.before:
            return False
        before = self.journal.draft(sent.before)
        then, now = self._read(before, draft)
        if sent.kind == "empty":
            return now.is_empty
        batch = self._batch(sent.subject)
        if batch is not None and len(batch.steps) > 1:
            return self._has_all(batch, now) and not self._has_all(batch, then)
        if batch is not None:
            return _shows(batch.steps[0], then, now)
        return any(
            _shows(step, timeline, now) for step, timeline in self._repairs(before, sent.subject)
        )

    def is_altered_in(self, draft: bytes, sent: Step) -> bool:
        """Whether all that has changed since a message went out is what it asked for, but is not as asked.
        Sent again, the same would be there twice; it can be put right. Raises JournalError."""
        batch = self._batch(sent.subject)
        if sent.before is None or batch is None or len(batch.steps) > 1:
            return False
        then, now = self._read(self.journal.draft(sent.before), draft)
        own, *others = verify_step(batch.steps[0], then, now)[0]
        return own.status == "different" and not others

    def _read(self, *drafts: bytes) -> tuple[Timeline, ...]:
        reader = Drafts(self.program, self.policy.dialect)
        reader.learn(self.infos)
        return tuple(map(reader.read, drafts))

    def _batch(self, text: str) -> Batch | None:
        instructions = self.program.instructions
        found = (one for per in _PER for one in batches(instructions, per))
        return next((one for one in found if one.text == text), None)

    def _has_all(self, batch: Batch, draft: Timeline) -> bool:
        """Whether each line of a batch is met for sure."""
        from nemo_spec.verdict.final import verify_whole

        whole = verify_whole(self.program.up_to(batch.last), draft)
        own = [finding for finding in whole.findings if finding.owner in batch.owners]
        told = {finding.owner for finding in own}
        sure = all(one.status == "met" and one not in whole.undecided for one in own)
        vague = any(is_vague(delta) for step in batch.steps for delta in step.deltas)
        return sure and not vague and told == set(batch.owners)

    def _repairs(self, before: bytes, text: str) -> Iterator[tuple[Instruction, Timeline]]:
        """The repairs that have this text for that draft."""
        work = work_left(self.program, self.policy, self.journal, self.session, before)
        for _, step in work.repairs:
            if step is not None and step.text == text:
                yield step, work.status.timeline


def _shows(step: Instruction, then: Timeline, now: Timeline) -> bool:
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


def _lacks(step: Instruction, then: Timeline, draft: Timeline) -> Iterator[tuple[str, str]]:
    for finding in verify_step(step, then, draft)[0]:
        if finding.status != "met":
            yield finding.status, finding.message
