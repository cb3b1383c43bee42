"""Reconcile a draft with a recipe: keep what is there, send what is missing, repair what is wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from nemo_spec.compile import Instruction, Program
from nemo_spec.run import events
from nemo_spec.run.messages.batching import Batch, batches, verify_batch
from nemo_spec.run.messages.delivery import Delivery, SendResult
from nemo_spec.run.messages.outcome import Outcome
from nemo_spec.run.messages.step_check import check_step
from nemo_spec.run.policy import Policy
from nemo_spec.run.reconcile.provenance import open_roles
from nemo_spec.run.reconcile.repair import planner_for, segment_at, still_there
from nemo_spec.run.reconcile.status import Drafts, seen
from nemo_spec.run.reconcile.work_left import WorkLeft, work_left
from nemo_spec.run.service import Steps
from nemo_spec.run.session.journal import StepKind
from nemo_spec.run.session.turns import Log
from nemo_spec.timeline.model import Timeline
from nemo_spec.verbs.correction import Emptying
from nemo_spec.verdict.findings import Finding
from nemo_spec.verdict.step import verify_later

if TYPE_CHECKING:
    from nemo_spec.nemo.events import Asked
    from nemo_spec.nemo.models import State
    from nemo_spec.run.messages.conversation import Reply


_NOT_EMPTIED = (
    "the timeline still holds what another clip left on it – try again, or begin with --fresh"
)


@dataclass(slots=True)
class Reconciler:
    """`findings` are about everything so far, `timeline` is the draft with each segment assigned to its
    statement. `unknown`: the outcome of the last message is."""

    delivery: Delivery
    program: Program
    policy: Policy
    findings: list[Finding] = field(default_factory=list)
    timeline: Timeline = field(default_factory=Timeline)
    unknown: bool = False
    state: State | None = None
    """What the timeline was read from."""
    log: Log = field(init=False)
    """What is known of the session, as far as it is about this clip."""
    drafts: Drafts = field(init=False)

    def __post_init__(self) -> None:
        self.log = self.delivery.journal
        self.drafts = Drafts(self.program, self.policy.dialect)

    def edit(self, state: State) -> Steps[State | None]:
        """Send what the draft does not hold. Returns None where the rest must not be sent."""
        todo = batches(self.program.instructions, self.policy.per)
        done, current = yield from self._catch_up(todo, state)
        for number, batch in enumerate(todo[done:], done + 1):
            if current is None or self._has_no_clips:
                break
            news = events.Sending(number, len(todo), batch.owners[0], batch.text)
            current = yield from self._send(batch, current, news)
        return current

    def _catch_up(self, todo: Sequence[Batch], state: State) -> Steps[tuple[int, State | None]]:
        """Repair what the draft holds already, and check all of it again, until nothing is left to try.
        Returns how many of the batches are done, and no state where the recipe cannot be reached:
        nothing more is paid for such a session."""
        tried: Counter[str] = Counter()

        def may_try(finding: Finding) -> bool:
            return tried[_about(finding)] < self._tries(finding)

        current: State | None = state
        work = self._work_left(state)
        if work.status.done:
            yield events.Resumed(work.kept, len(self.program.instructions))
        while current is not None and work.next_repair(may_try):
            current = yield from self._repair_all(work, current, may_try, tried)
            if current is not None:
                work = self._work_left(current)
        for finding in work.status.findings:
            repaired = not finding.is_failure and tried[_about(finding)]
            yield from self._report(_after_repair(finding) if repaired else finding)
        return work.status.done, current if work.is_reachable(may_try) else None

    def _repair_all(
        self,
        work: WorkLeft,
        state: State,
        may_try: Callable[[Finding], bool],
        tried: Counter[str],
    ) -> Steps[State | None]:
        """Send one repair after another, as long as each changes just what it asks for: a cut moves what
        lies above it, a `say` may do anything, what is there of a line for any number of layers may be
        others now, and what is taken away may be of a line that is yet to be sent. Then all has to be
        looked at again."""
        is_vague = any(step.is_unpredictable for step in self.program.instructions)
        opening = {step.owner for step in self.program.instructions if open_roles([step])}
        current, repair = state, work.next_repair(may_try)
        while repair:
            step, about = repair
            tried.update(map(_about, about))
            repaired = yield from self._repair(about[0], step, current)
            if repaired.state is None:
                return None
            current, work = repaired.state, work.without(about)
            may_be_theirs = work.unsent and any(map(_takes_away, about))
            is_unsure = is_vague or may_be_theirs or work.fails(opening)
            goes_on = repaired.is_clean and not is_unsure
            repair = work.next_repair(may_try) if goes_on else None
            repair = repair and still_there(repair, self.timeline)
        return current

    def _tries(self, finding: Finding) -> int:
        return self.policy.repairs if finding.is_failure else 1

    def look(self, state: State) -> Iterator[events.Event]:
        """Report what the draft holds, and send nothing."""
        yield from self._report(*self._work_left(state).status.findings)

    def look_back(self, state: State, log: Log) -> Iterator[events.Event]:
        """The same of a draft that the clip left in an earlier turn, of which `log` knows."""
        self.log = log
        yield from self.look(state)

    def empty(self, state: State, clip: str) -> Steps[State | None]:
        """Have the timeline emptied, which holds another clip; None where it is not empty then."""
        sentence = Emptying().instruct(self.program.plan.language)
        step = Instruction(None, sentence, (), 0, Emptying())
        tries = 1 + self.policy.repairs
        while not self._read(state).is_empty:
            if not tries:
                yield from self._report(Finding("different", None, _NOT_EMPTIED))
                return None
            sent = yield from self._say("empty", sentence, [step], state, events.Emptying(clip))
            if sent is None:
                return None
            self.delivery.note(sent)
            tries, state = 0 if sent.reply.asked else tries - 1, sent.state
        return state

    def look_again(self, state: State, latest: State) -> Steps[State | None]:
        """Find what the service did by itself after the last instruction, before it is rendered."""
        steps = self.program.instructions
        if not steps or latest.draft_json == state.draft_json:
            return latest
        wanted = self.timeline
        found, self.timeline = verify_later(steps[-1], wanted, self._read(latest))
        return (yield from self._conclude(found, wanted, len(steps), latest))

    @property
    def _has_no_clips(self) -> bool:
        """Without its clips no line of a recipe can be met. A doubt about them may be settled later."""
        return any(
            finding.is_failure and finding.owner is None and not finding.is_doubt
            for finding in self.findings
        )

    def _read(self, state: State) -> Timeline:
        self.state = state
        self.drafts.learn(state.video_infos)
        return self.drafts.parsed(state.draft)

    def _work_left(self, state: State) -> WorkLeft:
        self.state = state
        self.drafts.learn(state.video_infos)
        work = work_left(
            self.program,
            self.policy,
            self.log,
            self.delivery.session,
            state.draft_json,
            self.drafts,
        )
        self.timeline = work.status.timeline
        return work

    # -- one message --

    def _send(self, batch: Batch, before: State, news: events.Event) -> Steps[State | None]:
        sent = yield from self._say("instruct", batch.text, batch.steps, before, news)
        if sent is None:
            return None
        checked = verify_batch(self.program, batch, self.timeline, self._read(sent.state))
        self.timeline = checked.timeline
        self.delivery.note(sent, self._met(batch.steps, checked.findings), seen(checked.findings))
        found = _with_complaint(checked.findings, sent.reply)
        if sent.reply.asked:
            yield from self._report(*_with_question(found, sent.reply.asked))
            return None
        return (yield from self._conclude(found, checked.wanted, batch.last, sent.state))

    def _say(
        self,
        kind: StepKind,
        sentence: str,
        steps: Sequence[Instruction],
        before: State,
        news: events.Event,
    ) -> Steps[SendResult | None]:
        """None where it was not sent, or its outcome is unknown. `news` says that it goes out."""
        budget, owners = self.delivery.budget, tuple(step.owner for step in steps)
        if not budget.allows(steps):
            price = budget.price(steps)
            yield events.BudgetExceeded(*budget.standing, price, owners)
            return None
        yield news
        sent = yield from self.delivery.send(kind, sentence, steps, before)
        if sent.outcome is not Outcome.UNKNOWN:
            return sent
        self.unknown = True
        reason = sent.reply.ended.reason
        yield events.OutcomeUnknown(owners[0], sentence, reason, self.delivery.run)
        return None

    def _met(self, steps: Sequence[Instruction], findings: Sequence[Finding]) -> list[str]:
        """The sentences of the lines that are met, which is noted: a later draft alone may not show it."""
        failed = {finding.owner for finding in findings if finding.is_failure}
        return [self._sentence_of(step) for step in steps if step.owner not in failed]

    def _sentence_of(self, step: Instruction) -> str:
        """The sentence of the line that a step is about, also where the step repairs it."""
        return next(s.text for s in self.program.instructions if s.owner == step.owner)

    # -- what was found --

    def _conclude(
        self, found: Sequence[Finding], wanted: Timeline, done: int, state: State
    ) -> Steps[State | None]:
        """Repair what can be repaired, and report everything. `done` counts the instructions so far.
        Nothing is repaired in a draft that cannot be read: what is missing may well be there."""
        current: State | None = state
        planner = planner_for(
            self.program, self.policy, self.delivery.journal, self.delivery.session
        )
        in_doubt = any(finding.is_doubt for finding in found)
        extras = [segment_at(self.timeline, finding.place) for finding in found]
        for finding, extra in zip(found, extras, strict=True):
            final = finding
            for _ in range(self._tries(finding) if not in_doubt else 0):
                fix = planner.fix(final, extra, wanted, self.timeline, done)
                if fix is None or current is None:
                    break
                repaired = yield from self._repair(final, fix, current)
                final, current = repaired.finding, repaired.state
                yield from self._report(*repaired.beside)
            yield from self._report(final)
        return current

    def _report(self, *findings: Finding) -> Iterator[events.Event]:
        self.findings += findings
        allowed = self.policy.unrequested == "allow"
        shown = [one for one in findings if one.status != "unrequested" or not allowed]
        if shown:
            yield events.Checked(tuple(shown))

    def _repair(self, finding: Finding, fix: Instruction, before: State) -> Steps[Repaired]:
        """Send a repair and check again."""
        owner = None if finding.status == "unrequested" else finding.owner
        news = events.Repairing(owner, fix.text, finding.message)
        sent = yield from self._say("repair", fix.text, [fix], before, news)
        if sent is None:
            return Repaired(finding, None)
        found, self.timeline, is_clean = check_step(fix, self.timeline, self._read(sent.state))
        wrong = [one for one in found if one.is_failure and one.owner == fix.owner]
        beside = [one for one in found[1:] if one not in wrong]
        is_done = not (wrong or sent.reply.asked)
        lines = [fix] if fix.owner is not None else []
        self.delivery.note(sent, self._met(lines, found) if is_done else None)
        if sent.reply.asked:
            return Repaired(_with_question([*wrong, finding], sent.reply.asked)[0], None, beside)
        if wrong:
            return Repaired(wrong[0], sent.state, beside)
        return Repaired(_repaired(finding, found[0]), sent.state, beside, is_clean)


class Repaired(NamedTuple):
    """A finding as it is after a repair, and what else has changed. `state` is None where nothing was
    sent, or nobody knows what came of it. `is_clean`: the repair changed just what it asked for."""

    finding: Finding
    state: State | None
    beside: Sequence[Finding] = ()
    is_clean: bool = False


def _takes_away(finding: Finding) -> bool:
    """Whether a repair of this only removes something."""
    return finding.status in ("unrequested", "duplicated")


def _about(finding: Finding) -> str:
    """What repairs are counted for: a line, or something that is in no line."""
    return finding.message if finding.status == "unrequested" else str(finding.owner)


def _repaired(finding: Finding, now: Finding) -> Finding:
    if finding.status == "unrequested":
        return replace(now, owner=finding.owner, message=f"removed: {finding.message}")
    if finding.status == "duplicated":
        now = replace(now, message="the second one is removed")
    return _after_repair(now)


def _after_repair(finding: Finding) -> Finding:
    what = "and is still there" if finding.status == "unrequested" else "after a correction"
    return replace(finding, message=f"{finding.message}, {what}")


def _with_question(findings: Sequence[Finding], asked: Asked) -> list[Finding]:
    """The line that a question ends. Nothing more is sent: it would be taken for the answer."""
    first = next((one for one in findings if one.is_failure), findings[0])
    status = first.status if first.is_failure else "different"
    message = f"{first.message} – the service asks: {asked.in_words}"
    stopped = replace(first, status=status, message=message)
    return [stopped if one is first else one for one in findings]


def _with_complaint(findings: list[Finding], reply: Reply) -> list[Finding]:
    """Adds an error that the service reported to the line that is not met."""
    words = reply.failed and (reply.failed.message or reply.failed.code)
    if not words or not findings or not findings[0].is_failure:
        return findings
    message = f"{findings[0].message} – the service says: {words}"
    return [replace(findings[0], message=message), *findings[1:]]
