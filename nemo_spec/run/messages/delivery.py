"""One message to the agent, written down before it goes out and once its outcome is known."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nemo_spec.compile import Instruct
from nemo_spec.nemo.errors import BY_CODE, NemoError, OutOfCredits, TokenInvalid
from nemo_spec.run import events
from nemo_spec.run.budget import Budget
from nemo_spec.run.messages.conversation import Outcome, Reply, listen, watch
from nemo_spec.run.service import Service, Steps
from nemo_spec.run.session.journal import Journal, Kind
from nemo_spec.run.session.journal import State as JournalState

if TYPE_CHECKING:
    from nemo_spec.nemo import State


@dataclass(frozen=True, slots=True)
class SendResult:
    """A message that went out. Not `known`: it may still be carried out, or never will. `step` is its
    number in the journal."""

    step: int
    state: State
    changed: bool
    known: bool
    told: Reply


@dataclass(slots=True)
class Delivery:
    """`others_active` tells whether another run of ours is at work: what is charged meanwhile may be
    for that one."""

    service: Service
    journal: Journal
    budget: Budget
    run: int
    session: str
    language: str
    others_active: Callable[[], bool] = lambda: False

    def send(
        self, kind: Kind, sentence: str, steps: Sequence[Instruct], before: State
    ) -> Steps[SendResult]:
        """Send once and listen; then the draft decides.

        Raises OutOfCredits, TokenInvalid, or another NemoError when the message was certainly not taken
        on.
        """
        owners = tuple(step.owner for step in steps)
        shared, available = self.others_active(), self._available()
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
        if not changed and (refusal := self._refusal(outcome)):
            self.journal.settle(note, "refused")
            raise refusal
        cost = yield from self._charged(steps, available, shared=shared or self.others_active())
        if not outcome.known:
            self.journal.settle(note, "unknown", cost=cost)
        else:
            how: JournalState = "done" if changed else "unchanged"
            self.journal.settle(note, how, after=outcome.state.draft_json, cost=cost)
        return SendResult(note, outcome.state, changed, outcome.known, outcome.told)

    def _refusal(self, outcome: Outcome) -> NemoError | None:
        """The error of a stream that says that nothing was begun."""
        failed = outcome.told.failed
        kind = BY_CODE.get(int(failed.code)) if failed and failed.code.isdecimal() else None
        if failed is None or kind not in (OutOfCredits, TokenInvalid):
            return None
        if kind is TokenInvalid and not outcome.known:
            return None
        cure = self.service.nemo.more_credits if kind is OutOfCredits else None
        return kind(f"{kind.what} ({failed.message})", cure, int(failed.code))

    def _charged(
        self, steps: Sequence[Instruct], before: float | None, *, shared: bool
    ) -> Steps[float | None]:
        """What was charged since the balance was `before`: other work on the account between two of
        our messages is not ours."""
        now = self._available()
        if before is None or now is None:
            self.budget.charge_unknown(steps)
            return None
        cost = max(0, before - now)  # credits may have been bought meanwhile
        at_most = self.budget.charge(steps, cost, shared=shared)
        if cost:
            yield events.Charged(tuple(step.owner for step in steps), cost, at_most)
        return cost

    def _available(self) -> float | None:
        """The balance. Not to know it is no reason to fail."""
        try:
            return self.service.call(self.service.nemo.credits).available
        except NemoError:
            return None
