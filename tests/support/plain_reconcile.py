"""The plain way to bring a session to its recipe, which `run/reconcile` must not differ from.

Every beginning of the recipe is verified, each draft of the journal is read anew, each instruction is
checked against all of it, and after each repair everything is looked at again. It is what the shortcuts are
measured by.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from nemo_spec.compile import Instruction
from nemo_spec.nemo.models import State
from nemo_spec.run.messages import batching
from nemo_spec.run.messages.batching import batches
from nemo_spec.run.messages.step_check import StepCheck
from nemo_spec.run.reconcile import reconciler, status
from nemo_spec.run.reconcile.reconciler import Reconciler
from nemo_spec.run.reconcile.repair import planner_for
from nemo_spec.run.reconcile.status import Drafts, Look, SessionStatus
from nemo_spec.run.reconcile.work_left import WorkLeft
from nemo_spec.run.service import Steps
from nemo_spec.timeline.model import Timeline
from nemo_spec.verdict.findings import Finding
from nemo_spec.verdict.step import verify_step


@contextmanager
def plainly() -> Iterator[None]:
    """Runs that begin in here take no shortcut."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("nemo_spec.run.runner.Reconciler", PlainReconciler)
        patch.setattr(reconciler, "check_step", _checked)
        patch.setattr(batching, "check_step", _checked)
        patch.setattr(status, "_MANY", sys.maxsize)
        yield


def _checked(step: Instruction, before: Timeline, after: Timeline) -> StepCheck:
    return StepCheck(*verify_step(step, before, after))


class PlainReconciler(Reconciler):
    """Looks at everything after each repair."""

    def _read(self, state: State) -> Timeline:
        return Drafts(self.program).read(state.draft_json)

    def _work_left(self, state: State) -> WorkLeft:
        work = _least_work(self, state.draft_json)
        self.timeline = work.status.timeline
        return work

    def _repair_all(
        self,
        work: WorkLeft,
        state: State,
        may_try: Callable[[Finding], bool],
        tried: Counter[str],
    ) -> Steps[State | None]:
        repair = work.next_repair(may_try)
        assert repair is not None
        step, about = repair
        tried.update(map(reconciler._about, about))
        return (yield from self._repair(about[0], step, state)).state


def _least_work(run: Reconciler, draft: bytes) -> WorkLeft:
    program, journal, session = run.program, run.delivery.journal, run.delivery.session
    todo = batches(program.instructions, run.policy.per)
    look = Look(program, todo, journal, session, draft, Drafts(program))

    def work(status: SessionStatus) -> WorkLeft:
        planner = planner_for(program, run.policy, journal, session)
        done = todo[status.done - 1].last if status.done else 0
        return WorkLeft(status, planner.repairs(status, done), todo[status.done :], done)

    replayed = look.replayed
    is_good = replayed is not None and replayed.is_good
    if replayed is not None and is_good and look.has_seen:
        return work(replayed)
    counts = [0] if look.is_empty else range(len(todo), 0, -1)
    seen = [look.compared(done) for done in counts]
    if replayed is not None and is_good:
        seen.insert(0, replayed)
    best = min(seen, key=lambda status: work(status).rank)
    return work(best if best.is_good or replayed is None else replayed)
