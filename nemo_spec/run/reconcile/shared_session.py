"""Take a turn in a session that several clips share; see `nemo_spec.run.session.turns`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from nemo_spec.compile import Program
from nemo_spec.run import events
from nemo_spec.run.messages.outcome import unresolved
from nemo_spec.run.policy import Policy
from nemo_spec.run.reconcile.reconciler import Reconciler
from nemo_spec.run.reconcile.status import Drafts
from nemo_spec.run.reconcile.work_left import work_left
from nemo_spec.run.service import Steps
from nemo_spec.run.session.journal import Journal, Step
from nemo_spec.run.session.turns import Log, TurnLog, are_taken, latest, turns

if TYPE_CHECKING:
    from nemo_spec.nemo.models import State


class Seen(NamedTuple):
    """What a recipe is compared with: a state, and what was sent for it. What a clip left behind is seen as
    if its session still held it."""

    state: State
    log: Log


class SharedSession(NamedTuple):
    """A session as one clip sees it; `key` is that of its recipe. Every method raises JournalError."""

    journal: Journal
    session: str
    key: str

    @property
    def _steps(self) -> list[Step]:
        return self.journal.steps(self.session)

    @property
    def is_shared(self) -> bool:
        return are_taken(self._steps)

    @property
    def is_mine(self) -> bool:
        """Whether it is the turn of this clip."""
        return turns(self._steps)[-1].key == self.key

    @property
    def holder(self) -> str:
        """The clip whose turn it is."""
        return turns(self._steps)[-1].clip or "another clip"

    def in_the_way(self) -> Step | None:
        """A message of another clip that may still be carried out."""
        step = unresolved(self.journal, self.session)
        return None if step is None or step.kind == "empty" or self.is_mine else step

    def left(self, program: Program, policy: Policy, state: State) -> Seen | None:
        """What this clip left behind; None where something is missing from it, or nothing was left."""
        turn = latest(self._steps, self.key)
        if self.is_mine or turn is None or turn.left is None:
            return None
        log = TurnLog(self.journal, self.key)
        content = log.draft(turn.left)
        update = {"draft": json.loads(content), "draft_json": content}
        found = Seen(state.model_copy(update=update), log)
        return found if self._has_all(program, policy, found) else None

    def _has_all(self, program: Program, policy: Policy, left: Seen) -> bool:
        drafts = Drafts(program, policy.dialect)
        drafts.learn(left.state.video_infos)
        work = work_left(program, policy, left.log, self.session, left.state.draft_json, drafts)
        is_sent = work.done == len(program.instructions)
        return is_sent and work.status.is_good and not any(step for _, step in work.repairs)

    def look_back(self, reconciler: Reconciler, left: Seen) -> Steps[State]:
        """Report what this clip left behind, and send nothing."""
        yield events.LeftBehind(self.holder)
        yield from reconciler.look_back(*left)
        return left.state

    def take_turn(self, reconciler: Reconciler, state: State) -> Steps[State | None]:
        """The state at the beginning of the clip's turn; None where the timeline cannot be emptied."""
        if self.is_mine:
            return state
        empty = yield from reconciler.empty(state, self.holder)
        if empty is not None:
            self._note_turn(reconciler, empty)
        return empty

    def _note_turn(self, reconciler: Reconciler, empty: State) -> None:
        delivery = reconciler.delivery
        clips = ", ".join(clip.name for clip in reconciler.program.plan.materials)
        turn = self.journal.begin(
            delivery.run, self.session, "turn", self.key, delivery.service.clock.now(),
            before=empty.draft_json, result={"clip": clips},
        )  # fmt: skip
        self.journal.complete(turn, "done")

    def leave(self, state: State) -> None:
        """Note the draft as the clip leaves it."""
        if self.is_mine:
            turn = turns(self._steps)[-1].step
            self.journal.complete(turn, "done", after=state.draft_json)
