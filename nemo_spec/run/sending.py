"""One message to the agent, written down before it goes out and once its outcome is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nemo_spec.compile import Instruct
from nemo_spec.nemo.errors import NemoError, OutOfCredits
from nemo_spec.run import events
from nemo_spec.run.budget import Budget
from nemo_spec.run.conversation import Told, listen, watch
from nemo_spec.run.journal import Journal, Kind
from nemo_spec.run.journal import State as JournalState
from nemo_spec.run.service import Doing, Service

if TYPE_CHECKING:
    from nemo_spec.nemo import State


@dataclass(frozen=True, slots=True)
class Sent:
    """A message that went out. Not `known`: it may still be carried out, or never will. `step` is its
    number in the journal."""

    step: int
    state: State
    changed: bool
    known: bool
    told: Told


@dataclass(slots=True)
class Sender:
    """`credits` are those that were available when they were last looked at."""

    service: Service
    journal: Journal
    budget: Budget
    run: int
    session: str
    language: str
    credits: float

    def send(
        self, kind: Kind, sentence: str, steps: Sequence[Instruct], before: State
    ) -> Doing[Sent]:
        """Send once and listen; then the draft decides.

        Raises OutOfCredits, or another NemoError when the message was certainly not taken on.
        """
        owners = tuple(step.owner for step in steps)
        note = self.journal.intend(
            self.run,
            self.session,
            kind,
            sentence,
            self.service.clock.now(),
            owners=owners,
            before=before.draft_json,
        )
        try:
            told = yield from listen(self.service, self.session, sentence, self.language)
        except NemoError:
            self.journal.settle(note, "refused")
            raise
        outcome = yield from watch(self.service, self.session, before, told)
        changed = outcome.state.draft_json != before.draft_json
        failed = outcome.told.failed
        if not changed and failed and failed.code == str(OutOfCredits.documented_code):
            self.journal.settle(note, "refused")
            raise OutOfCredits(f"out of credits ({failed.message})", self.service.nemo.more_credits)
        if not outcome.known:
            self.journal.settle(note, "unknown")
        else:
            cost = yield from self._charged(steps)
            how: JournalState = "done" if changed else "unchanged"
            self.journal.settle(note, how, after=outcome.state.draft_json, cost=cost)
        return Sent(note, outcome.state, changed, outcome.known, outcome.told)

    def _charged(self, steps: Sequence[Instruct]) -> Doing[float | None]:
        """Not to know what it cost is no reason to fail."""
        try:
            now = self.service.call(self.service.nemo.credits).available
        except NemoError:
            return None
        cost, self.credits = (
            max(0, self.credits - now),
            now,
        )  # credits may have been bought meanwhile
        self.budget.charge(steps, cost)
        if cost:
            yield events.Charged(tuple(step.owner for step in steps), cost)
        return cost
