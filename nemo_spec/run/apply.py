"""A program, carried out: session, uploads, instructions, checks, exports.

The reply is talk and the draft is truth: an instruction has succeeded when the draft says so, and is
never sent a second time while nobody knows what became of the first. What a session from before holds
already is not sent again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from nemo_spec.compile import Program
from nemo_spec.nemo.errors import SessionNotFound
from nemo_spec.run import events
from nemo_spec.run.budget import Budget
from nemo_spec.run.clock import Clock
from nemo_spec.run.doubt import decided, in_doubt
from nemo_spec.run.editing import Editor
from nemo_spec.run.exports import Exporter
from nemo_spec.run.journal import Journal, draft_hash
from nemo_spec.run.policy import Policy
from nemo_spec.run.project import sessions_of
from nemo_spec.run.sending import Sender
from nemo_spec.run.service import Doing, Service
from nemo_spec.run.uploads import upload_all
from nemo_spec.run.waits import Waits
from nemo_spec.timeline.model import Timeline
from nemo_spec.verify.expectations import verify_expectation
from nemo_spec.verify.findings import Finding, any_failure

if TYPE_CHECKING:
    from nemo_spec.nemo import Nemo, State

T = TypeVar("T")


class DraftChanged(Exception):
    """The draft is not the one that a plan was made for. Nothing was sent."""

    def __str__(self) -> str:
        return "the draft has changed since this plan was saved – make the plan again"


@dataclass(slots=True)
class Runner:
    """One run of a program against a service.

    `outputs` are the files of the exports by the statement's index; `home` is where tokens are kept.
    `key` names the recipe with its clips in the journal, `number` is that of this run there.
    `others_active` tells whether another run of ours is at work. `findings` and `timeline` grow as it
    goes on.
    """

    nemo: Nemo
    program: Program
    outputs: Mapping[int, Path]
    clock: Clock
    home: Path
    waits: Waits
    policy: Policy = field(default_factory=Policy)
    journal: Journal = field(default_factory=Journal.in_memory)
    key: str = ""
    number: int = 0
    others_active: Callable[[], bool] = lambda: False
    session_id: str = ""
    findings: list[Finding] = field(default_factory=list)
    timeline: Timeline = field(default_factory=Timeline)

    def run(self) -> Iterator[events.Event]:
        """Carry the program out.

        Raises NemoError when the service refuses or cannot be reached, JournalError and OSError when
        something cannot be written down, DraftChanged before anything is sent.
        """
        credits = self._call(self.nemo.credits).available
        state = yield from self._connect(credits)
        if self.policy.draft not in (None, draft_hash(state.draft_json)):
            raise DraftChanged
        yield from upload_all(
            self._service, self.journal, self.number, self.session_id, self.program, state
        )
        editor = self._editor()
        after = yield from self._edit(editor, state)
        if after is not None:
            yield from self._expect(editor)
        self.timeline = editor.timeline
        yield events.Edited(self.timeline)
        if after is not None and not any_failure(self.findings):
            yield from self._export(editor, after)
        met = after is not None and not any_failure(self.findings)
        budget = editor.sender.budget
        cost = budget.spent if budget.known else None
        yield events.Finished(met, editor.unknown, cost, budget.at_most)

    @property
    def _service(self) -> Service:
        return Service(self.nemo, self.clock, self.home, self.waits)

    def _call(self, call: Callable[[], T]) -> T:
        return self._service.call(call)

    def _state(self) -> State:
        return self._call(lambda: self.nemo.state(self.session_id))

    # -- the session --

    def _connect(self, credits: float) -> Doing[State]:
        """The session of this recipe with these clips, or a new one."""
        known = [] if self.policy.fresh else sessions_of(self.journal, self.key)
        for self.session_id, task in known:
            try:
                state = self._state()
            except SessionNotFound:
                continue
            task = task or state.task_id
            self.journal.bind(self.number, self.key, self.session_id, task)
            yield events.Connected(self.session_id, credits, self.nemo.anonymous, task)
            return state
        if known:
            if self.policy.draft is not None:
                raise DraftChanged
            yield events.Gone(known[0][0])
        plan = self.program.plan
        session = self._call(lambda: self.nemo.create_session(plan.recipe, plan.language))
        self.session_id = session.session_id
        self.journal.bind(self.number, self.key, session.session_id, session.task_id)
        yield events.Connected(session.session_id, credits, self.nemo.anonymous, session.task_id)
        return self._state()

    # -- the draft --

    def _editor(self) -> Editor:
        budget = Budget(self.policy.limit, len(self.program.instructions))
        language = self.program.plan.language
        sender = Sender(
            self._service, self.journal, budget, self.number, self.session_id, language,
            self.others_active,
        )  # fmt: skip
        return Editor(sender, self.program, self.policy, self.findings)

    def _edit(self, editor: Editor, state: State) -> Doing[State | None]:
        """Returns None where the rest must not be done."""
        current = yield from self._without_doubt(editor, state)
        if current is not None:
            current = yield from editor.edit(current)
        if current is not None:
            current = yield from editor.look_again(current, self._state())
        return current

    def _without_doubt(self, editor: Editor, state: State) -> Doing[State | None]:
        """The state, once it is known what became of the last message of an earlier run."""
        doubt = in_doubt(self.journal, self.session_id)
        if doubt is None:
            return state
        known = yield from decided(self._service, self.journal, self.session_id, doubt, state)
        if known is None and self.policy.retry:
            self.journal.settle(doubt.id, "given up")
            return state
        if known is None:
            editor.unknown = True
            reason = "the run before this one ended before the draft had changed"
            owner = doubt.owners[0] if doubt.owners else None
            yield events.OutcomeUnknown(owner, doubt.subject, reason, self.number)
            yield from editor.look(state)
        return known

    def _expect(self, editor: Editor) -> Iterator[events.Event]:
        for owner, expectation, tolerance in self.program.expectations:
            unrequested = [f for f in self.findings if f.status == "unrequested"]
            finding = verify_expectation(
                owner, expectation, editor.timeline, tolerance, unrequested
            )
            self.findings.append(finding)
            yield events.Checked((finding,))

    # -- exports --

    def _export(self, editor: Editor, state: State) -> Iterator[events.Event]:
        exporter = Exporter(self._service, self.journal, self.number, self.session_id)
        for render in self.program.renders:
            path = self.outputs[render.owner]
            finding = yield from exporter.export(render, state, editor.timeline, path)
            self.findings.append(finding)
            yield events.Checked((finding,))
