"""What is left to do in a session, and whether its recipe can still be reached: for plan and apply."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from nemo_spec.compile import Instruct, Program
from nemo_spec.run.messages.batching import Batch, batches
from nemo_spec.run.policy import Policy
from nemo_spec.run.reconcile.repair import planner_for
from nemo_spec.run.reconcile.status import SessionStatus, status_of
from nemo_spec.run.session.journal import Journal
from nemo_spec.verdict.findings import Finding

_CERTAIN = ("missing", "different", "duplicated")
"""Not met whatever else is repaired. Other failures may only be unreadable because of these."""


@dataclass(frozen=True, slots=True)
class WorkLeft:
    """`repairs` pairs each finding of the status with what to send about it, None where nothing helps;
    `unsent` are the batches to come after the `done` instructions."""

    status: SessionStatus
    repairs: Sequence[tuple[Finding, Instruct | None]]
    unsent: Sequence[Batch]
    done: int

    @property
    def kept(self) -> int:
        """How many instructions have their effect in the draft as it should be."""
        failed = {finding.owner for finding in self.status.findings if finding.is_failure}
        return max(0, self.done - len(failed))

    @property
    def rank(self) -> tuple[int, int]:
        """Failures that nothing helps, then messages to send: the less, the better."""
        sent = {id(step) for _, step in self.repairs if step is not None}
        return len(self._stuck), len(sent) + len(self.unsent)

    @property
    def _stuck(self) -> list[Finding]:
        return [one for one, step in self.repairs if one.is_failure and step is None]

    def next_repair(
        self, may_try: Callable[[Finding], bool] = lambda finding: True
    ) -> tuple[Instruct, list[Finding]] | None:
        """The next repair and all findings that it is about. None where none is left, and where it
        would be paid for in vain."""
        if any(finding.status in _CERTAIN for finding in self._stuck):
            return None
        tries = (step for finding, step in self.repairs if step and may_try(finding))
        step = next(tries, None)
        about = [finding for finding, other in self.repairs if other is step]
        return None if step is None else (step, about)

    def is_reachable(self, may_try: Callable[[Finding], bool] = lambda finding: True) -> bool:
        """Whether instructions can still make the draft what the recipe says."""
        return not self._stuck or self.next_repair(may_try) is not None


def work_left(
    program: Program, policy: Policy, journal: Journal, session: str, draft_json: bytes
) -> WorkLeft:
    """What is left to do in a session with this draft. Raises JournalError."""
    planner = planner_for(program, policy, journal, session)
    todo = batches(program.instructions, policy.per)

    def work(status: SessionStatus) -> WorkLeft:
        done = todo[status.done - 1].last if status.done else 0
        return WorkLeft(status, planner.repairs(status, done), todo[status.done :], done)

    return work(
        status_of(program, todo, journal, session, draft_json, lambda status: work(status).rank)
    )
