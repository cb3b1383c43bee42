"""Deliver one message to the agent: note it, send it, watch it, note its outcome and its price."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from nemo_spec.compile import Instruction
from nemo_spec.nemo.errors import NemoError, OutOfCredits
from nemo_spec.run import events
from nemo_spec.run.budget import Budget
from nemo_spec.run.messages.outcome import STATES, Outcome, refusal
from nemo_spec.run.service import Service, Steps
from nemo_spec.run.session.journal import Journal, StepKind

if TYPE_CHECKING:
    from nemo_spec.nemo.models import State
    from nemo_spec.run.messages.conversation import Exchange, Reply


class SendResult(NamedTuple):
    """A message that went out, under the number `step` in the journal, what became of it, and what it cost
    in credits, None where that is unknown."""

    step: int
    state: State
    outcome: Outcome
    reply: Reply
    cost: float | None = None


@dataclass(slots=True)
class Delivery:
    """Sends the messages of one run. `others_active` tells whether another run of ours is at work,
    which may be charged at the same time."""

    service: Service
    journal: Journal
    budget: Budget
    run: int
    session: str
    language: str
    others_active: Callable[[], bool] = lambda: False

    def send(
        self, kind: StepKind, text: str, steps: Sequence[Instruction], before: State
    ) -> Steps[SendResult]:
        """Send a message once. Where its outcome is known, the caller notes it, with the lines that are met
        now: that is one wait for the disk less.

        Raises OutOfCredits, TokenInvalid, or another NemoError when it was certainly not taken on.
        """
        from nemo_spec.run.messages.conversation import await_change, listen

        owners = tuple(step.owner for step in steps)
        shared, available = self.others_active(), self._available()
        note = self.journal.begin(
            self.run,
            self.session,
            kind,
            text,
            self.service.clock.now(),
            owners=owners,
            before=before.draft_json,
        )
        try:
            reply = yield from listen(self.service, self.session, text, self.language)
        except NemoError:
            self._refused(note)
            raise
        found = yield from await_change(self.service, self.session, before, reply)
        if error := self._refusal(found):
            self._refused(note)
            raise error
        is_known = found.outcome is not Outcome.UNKNOWN
        shared = shared or self.others_active()
        cost = yield from self._charged(steps, available, shared=shared, settles=is_known)
        sent = SendResult(note, found.state, found.outcome, found.reply, cost)
        if not is_known:
            self.note(sent)
        return sent

    def note(
        self,
        sent: SendResult,
        met: Sequence[str] | None = None,
        seen: tuple[str, str] | None = None,
    ) -> None:
        """Note the outcome of a message; `met` and `seen` are those of `Journal.complete`. Raises
        JournalError."""
        after = None if sent.outcome is Outcome.UNKNOWN else sent.state.draft_json
        state = STATES[sent.outcome]
        self.journal.complete(sent.step, state, after=after, cost=sent.cost, met=met, seen=seen)

    def _refused(self, note: int) -> None:
        self.journal.complete(note, "refused")
        self.budget.settle(None)

    def _refusal(self, found: Exchange) -> NemoError | None:
        """The error of a message whose stream says that nothing was begun."""
        failed = found.reply.failed
        kind = refusal(found.reply.ended, failed)
        if failed is None or kind is None or found.outcome is Outcome.DONE:
            return None
        cure = self.service.nemo.more_credits if kind is OutOfCredits else None
        return kind(f"{kind.what} ({failed.message})", cure, int(failed.code))

    def _charged(
        self, steps: Sequence[Instruction], before: float | None, *, shared: bool, settles: bool
    ) -> Steps[float | None]:
        """The credits charged since the balance was `before`; what others on the account are charged
        between two of our messages is left out. `settles`: nothing more will be charged."""
        now = self._available()
        if settles and now is not None:
            self.budget.settle(now)
        if before is None or now is None:
            self.budget.charge_unknown(steps)
            return None
        cost = max(0, before - now)  # credits may have been bought meanwhile
        at_most = self.budget.charge(steps, cost, shared=shared)
        if cost:
            yield events.Charged(tuple(step.owner for step in steps), cost, at_most)
        return cost

    def _available(self) -> float | None:
        """The balance in credits, or None: a run does not fail because it is unknown."""
        try:
            return self.service.call(self.service.nemo.credits).available
        except NemoError:
            return None
