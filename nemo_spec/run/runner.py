"""Run a program: session, uploads, instructions, checks, exports.

The reply is talk and the draft is truth: an instruction has succeeded when the draft says so, and is
never sent again while its outcome is unknown. What an earlier session already holds is not sent again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from nemo_spec.compile import Program
from nemo_spec.nemo.errors import SessionNotFound
from nemo_spec.run import events
from nemo_spec.run.budget import Budget
from nemo_spec.run.clock import Clock
from nemo_spec.run.exports.uploads import upload_all
from nemo_spec.run.messages.delivery import Delivery
from nemo_spec.run.messages.outcome import Outcome, unresolved
from nemo_spec.run.messages.recovery import Asked, resolve
from nemo_spec.run.policy import Policy
from nemo_spec.run.reconcile.reconciler import Reconciler
from nemo_spec.run.reconcile.shared_session import SharedSession
from nemo_spec.run.service import Service, Steps
from nemo_spec.run.session.claims import Claim, Claims, NoClaims
from nemo_spec.run.session.journal import Journal, Step, draft_hash
from nemo_spec.run.session.machine import Machine
from nemo_spec.run.session.turns import costs_of
from nemo_spec.run.session.workspace import sessions_of
from nemo_spec.run.timeouts import Timeouts
from nemo_spec.timeline.model import Timeline
from nemo_spec.verdict.chapters import verify_chapters
from nemo_spec.verdict.expectations import Drawn, verify_expectation
from nemo_spec.verdict.findings import Finding, any_failure, only_doubts

if TYPE_CHECKING:
    from nemo_spec.nemo.client import Nemo
    from nemo_spec.nemo.models import State

T = TypeVar("T")


def unverified(path: Path) -> Path:
    """`out/talk.unverified.mp4`: where a draft is delivered that cannot be read wholly."""
    return path.with_name(f"{path.stem}.unverified{path.suffix}")


def unasked(path: Path) -> Path:
    """`out/.talk-3s.png.video.mp4`: a video that is rendered only to make the file at `path` of it."""
    return path.with_name(f".{path.name[:100]}.video.mp4")


class DraftChanged(Exception):
    """The draft is not the one that the plan was made for. Nothing was sent."""

    def __str__(self) -> str:
        return "the draft has changed since this plan was saved – make the plan again"


@dataclass(slots=True)
class Runner:
    """One run of a program against a service.

    `outputs` are the files of the exports by the statement's index; `home` is where tokens are kept.
    `key` names the recipe with its clips in the journal, `number` names this run there. `claims` keep
    other processes out of its session; `machine` remembers the session beyond the project, and is None
    where nobody else can reach the service. `findings` and `timeline` grow while it runs.
    """

    nemo: Nemo
    program: Program
    outputs: Mapping[int, Path]
    clock: Clock
    home: Path
    timeouts: Timeouts
    policy: Policy = field(default_factory=Policy)
    journal: Journal = field(default_factory=Journal.in_memory)
    key: str = ""
    number: int = 0
    claims: Claims = field(default_factory=NoClaims)
    machine: Machine | None = None
    session_id: str = ""
    findings: list[Finding] = field(default_factory=list)
    timeline: Timeline = field(default_factory=Timeline)

    def run(self) -> Iterator[events.Event]:
        """Run the program.

        Raises NemoError when the service refuses or cannot be reached, JournalError and OSError when
        something cannot be written, DraftChanged before anything is sent.
        """
        state = yield from self._connect()
        if self.policy.draft not in (None, draft_hash(state.draft_json)):
            raise DraftChanged
        reconciler = self._reconciler()
        after = yield from self._edit(reconciler, state)
        if after is not None:
            yield from self._expect(reconciler)
        self.timeline = reconciler.timeline
        read = reconciler.state
        yield events.Edited(self.timeline, read.draft if read else {}, read)
        doubted = after is not None and only_doubts(self.findings)
        if after is not None and (not any_failure(self.findings) or self._delivers(doubted)):
            yield from self._export(reconciler, after, doubted)
            doubted = only_doubts(self.findings)
        met = after is not None and not any_failure(self.findings)
        budget = reconciler.delivery.budget
        cost = budget.spent if budget.known else None
        yield events.Finished(met, reconciler.unknown, cost, budget.at_most, doubted)

    def _delivers(self, doubted: bool) -> bool:
        return doubted and self.policy.deliver_doubted

    @property
    def _service(self) -> Service:
        return Service(self.nemo, self.clock, self.home, self.timeouts)

    def _call(self, call: Callable[[], T]) -> T:
        return self._service.call(call)

    def _state(self) -> State:
        return self._call(lambda: self.nemo.state(self.session_id))

    # -- the session --

    def _connect(self) -> Steps[State]:
        """Claim the session of this recipe with these clips, or a new one.

        Only the key is held while the session is looked up, and nothing while waiting for another run,
        so that no two runs wait for each other.
        """
        credits, gone = self._call(self.nemo.credits).available, list[str]()
        while True:
            for key in self._keys:
                self.claims.hold(key)
            known = [one for one in self._known() if one[0] not in gone]
            if not known:
                return (yield from self._begin(gone, credits))
            self.session_id, task = known[0]
            if not self.claims.take(Claim("session", self.session_id)):
                self._drop_keys()
                self.claims.wait(Claim("session", self.session_id))
                credits = self._call(self.nemo.credits).available
                continue
            try:
                state = self._state()
            except SessionNotFound:
                if self.policy.session:
                    raise
                gone.append(self.session_id)
                self.claims.drop(Claim("session", self.session_id))
                continue
            task = task or state.task_id
            self._bind(task, self.machine.record(self.session_id) if self.machine else None)
            yield events.Connected(self.session_id, credits, self.nemo.anonymous, task)
            return state

    def _known(self) -> list[tuple[str, str]]:
        """The sessions that may be resumed and their tasks, the preferred one first."""
        if self.policy.session:
            return [(self.policy.session, "")]
        own = [] if self.policy.fresh else sessions_of(self.journal, self.key)
        shared = sessions_of(self.journal, self.policy.together) if self.policy.together else []
        return [*own, *(one for one in shared if one[0] and one not in own)]

    @property
    def _keys(self) -> list[Claim]:
        """What is held while a session is looked up, always in this order."""
        return [Claim("key", key) for key in (self.key, self.policy.together) if key]

    def _drop_keys(self) -> None:
        for key in self._keys:
            self.claims.drop(key)

    def _begin(self, gone: Sequence[str], credits: float) -> Steps[State]:
        if gone:
            if self.policy.draft is not None:
                raise DraftChanged
            yield events.SessionLost(gone[0])
        plan = self.program.plan
        session = self._call(lambda: self.nemo.create_session(plan.recipe, plan.language))
        self.session_id = session.session_id
        self.claims.hold(Claim("session", self.session_id))
        self.journal.forget(self.session_id)
        record = self.machine.begin_record(self.session_id) if self.machine else None
        if together := self.policy.together:
            self.journal.bind(self.number, together, self.session_id, session.task_id)
        self._bind(session.task_id, record)
        yield events.Connected(session.session_id, credits, self.nemo.anonymous, session.task_id)
        return self._state()

    def _bind(self, task: str, record: Journal | None) -> None:
        """Make this the session of the recipe; `record` is what the machine knows of it."""
        if record is not None:
            self.journal.record_in(record, self.session_id)
        self.journal.bind(self.number, self.key, self.session_id, task)
        if self.machine is not None:
            self.machine.remember(self.key, self.session_id)
        self._drop_keys()

    def _others_active(self) -> bool:
        """Whether another run of ours may be charged at the same time."""
        ceiling = self.policy.ceiling
        shared = ceiling is not None and ceiling.shared
        return shared or self.claims.others_active(self.session_id)

    # -- the draft --

    def _reconciler(self) -> Reconciler:
        budget = Budget(
            self.policy.limit, len(self.program.instructions), ceiling=self.policy.ceiling
        )
        if self._shared:
            budget.learn(costs_of(self.journal, self.session_id))
        language = self.program.plan.language
        delivery = Delivery(
            self._service, self.journal, budget, self.number, self.session_id, language,
            self._others_active,
        )  # fmt: skip
        return Reconciler(delivery, self.program, self.policy, self.findings)

    def _edit(self, reconciler: Reconciler, state: State) -> Steps[State | None]:
        """Returns None where the run must stop."""
        shared = self._shared
        if shared and (left := shared.left(self.program, self.policy, state)):
            return (yield from shared.look_back(reconciler, left))
        yield from upload_all(
            self._service, self.journal, self.number, self.session_id, self.program, state
        )
        if shared and (yield from self._is_blocked(reconciler, shared)):
            return None
        current = yield from self._resolve_all(reconciler, state)
        if shared and current is not None:
            current = yield from shared.take_turn(reconciler, current)
        if current is not None:
            current = yield from reconciler.edit(current)
        if current is not None:
            current = yield from reconciler.look_again(current, self._state())
        if shared and current is not None:
            shared.leave(current)
        return current

    @property
    def _shared(self) -> SharedSession | None:
        """The session, where clips take turns in it."""
        if self.policy.session:
            return None
        found = SharedSession(self.journal, self.session_id, self.key)
        known = self.journal.session_of(self.policy.together) if self.policy.together else None
        is_together = known is not None and known[0] == self.session_id
        return found if is_together or found.is_shared else None

    def _is_blocked(self, reconciler: Reconciler, shared: SharedSession) -> Steps[bool]:
        """Whether another clip's message may still be carried out, so that nothing may be sent."""
        while step := shared.in_the_way():
            if not self.policy.retry:
                reconciler.unknown = True
                reason = (
                    f"what came of a message for {shared.holder} is not known – apply that first"
                )
                yield events.OutcomeUnknown(None, step.subject, reason)
                return True
            self.journal.complete(step.id, "given up")
        return False

    def _resolve_all(self, reconciler: Reconciler, state: State) -> Steps[State | None]:
        """The state once the outcome of every earlier message is known; None where it stays unknown."""
        asked = Asked(self.program, self.policy, self.journal, self.session_id, state.video_infos)
        while step := unresolved(self.journal, self.session_id):
            state, outcome = yield from resolve(self._service, asked, step, state)
            if outcome is Outcome.DONE:
                continue
            if not self.policy.retry:
                yield from self._stop(reconciler, step, state)
                return None
            is_altered = asked.is_altered_in(state.draft_json, step)
            after = state.draft_json if is_altered else None
            self.journal.complete(step.id, "done" if is_altered else "given up", after=after)
        return state

    def _stop(self, reconciler: Reconciler, step: Step, state: State) -> Iterator[events.Event]:
        reconciler.unknown = True
        has_changed = draft_hash(state.draft_json) != step.before
        reason = "the previous run ended before the draft changed"
        if has_changed:
            reason = "the draft has changed since, but does not show that this message changed it"
        owner = step.owners[0] if step.owners else None
        yield events.OutcomeUnknown(owner, step.subject, reason, self.number)
        if step.kind != "empty":
            yield from reconciler.look(state)

    def _expect(self, reconciler: Reconciler) -> Iterator[events.Event]:
        drawn = Drawn(reconciler.timeline)
        unrequested = [f for f in self.findings if f.status == "unrequested"]
        for owner, expectation, tolerance in self.program.expectations:
            finding = verify_expectation(owner, expectation, drawn, tolerance, unrequested)
            self.findings.append(finding)
            yield events.Checked((finding,))
        for finding in verify_chapters(self.program, reconciler.timeline):
            self.findings.append(finding)
            yield events.Checked((finding,))

    # -- exports --

    def _export(
        self, reconciler: Reconciler, state: State, doubted: bool
    ) -> Iterator[events.Event]:
        if not self.program.exports:
            return
        from nemo_spec.run.exports.exporter import Exporter
        from nemo_spec.run.exports.extracts import extract

        exporter = Exporter(self._service, self.journal, self.number, self.session_id)
        timeline, delivered = reconciler.timeline, list[Path | None]()
        outputs = {
            owner: unverified(path) if doubted else path for owner, path in self.outputs.items()
        }
        for render in self.program.videos:
            path = outputs[render.owner]
            if render in self.program.renders:
                finding = yield from self._found(exporter.export(render, state, timeline, path))
            else:
                path = unasked(path)
                finding = yield from exporter.export_unasked(render, state, timeline, path)
            delivered.append(None if finding.is_failure else path)
        for one in self.program.extracts:
            video = delivered[0] if delivered else None
            yield from self._found(extract(one, timeline, video, outputs[one.owner]))
        if not self.program.renders and delivered and delivered[0]:
            delivered[0].unlink(missing_ok=True)

    def _found(self, doing: Steps[Finding]) -> Steps[Finding]:
        """Take down what came of an export."""
        finding = yield from doing
        self.findings.append(finding)
        yield events.Checked((finding,))
        return finding
