"""Choose a repair for each finding: a correction, a removal, or none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from nemo_spec.compile import Instruct, Program
from nemo_spec.run.messages.batching import batches
from nemo_spec.run.policy import Policy
from nemo_spec.run.reconcile.corrections import remedy, removal
from nemo_spec.run.reconcile.status import SessionStatus
from nemo_spec.run.session.journal import Journal
from nemo_spec.timeline.deltas import fold
from nemo_spec.timeline.model import Segment, Timeline
from nemo_spec.verbs.cures import can_go
from nemo_spec.verbs.phrasing import quoted
from nemo_spec.verdict.final import verify_whole
from nemo_spec.verdict.findings import Finding


@dataclass(frozen=True, slots=True)
class RepairPlanner:
    """`dropped` returns the messages of this session that the recipe no longer leads to; it is called
    only where the draft holds something unrequested."""

    program: Program
    policy: Policy
    dropped: Callable[[], Sequence[str]]

    def fix(
        self, finding: Finding, extra: Segment | None, wanted: Timeline, now: Timeline, done: int
    ) -> Instruct | None:
        """What to send about a finding, or None. `extra` is the segment that is unrequested or there
        twice, `done` counts the instructions that were carried out."""
        steps, language = self.program.instructions, self.program.plan.language
        if finding.status in ("duplicated", "unrequested"):
            owner = finding.owner if finding.status == "duplicated" else None
            there = extra and _still(extra, now)
            if not there or not (owner is not None or self._is_to_go(there, len(steps))):
                return None
            return removal([there], owner, _tolerance(self.program), language)
        number = next((n for n, step in enumerate(steps) if step.owner == finding.owner), done)
        if number >= done:
            return None
        return remedy(steps[number], finding, wanted, now, steps[number + 1 : done], language)

    def repairs(self, found: SessionStatus, done: int) -> list[tuple[Finding, Instruct | None]]:
        """What to send about each finding of a session. One message removes everything unrequested."""
        extras = [segment_at(found.timeline, finding.place) for finding in found.findings]
        going = [
            extra
            for finding, extra in zip(found.findings, extras, strict=True)
            if finding.status == "unrequested" and extra and self._is_to_go(extra, done)
        ]
        clearance = removal(going, None, _tolerance(self.program), self.program.plan.language)
        return [
            (finding, clearance if extra in going else None)
            if finding.status == "unrequested"
            else (finding, self._helpful(finding, extra, found, done))
            for finding, extra in zip(found.findings, extras, strict=True)
        ]

    def _helpful(
        self, finding: Finding, extra: Segment | None, found: SessionStatus, done: int
    ) -> Instruct | None:
        """A repair that is predicted not to make the video worse: an edit that comes late does not
        always do what it would have done in its place."""
        step = self.fix(finding, extra, found.wanted, found.timeline, done)
        deltas = () if step is None else step.on(found.timeline)
        if step is None or all(delta.on == "layers" for delta in deltas):
            return step
        after = fold(found.timeline, deltas)
        if not after.is_exact:
            return step
        predicted = verify_whole(self.program.up_to(done), after).findings
        return step if self._wrong(predicted) < self._wrong(found.findings) else None

    def _wrong(self, findings: Sequence[Finding]) -> int:
        """How many lines about the video itself are not met."""
        above = {
            step.owner
            for step in self.program.instructions
            if all(delta.on == "layers" for delta in step.deltas)
        }
        return sum(finding.is_failure and finding.owner not in above for finding in findings)

    def _is_to_go(self, extra: Segment, done: int) -> bool:
        """Whether to remove something unrequested: by the policy, or because a line that is no longer
        in the recipe asked for it, or because one that is still to be sent will ask for it again."""
        content = quoted((*extra.texts, extra.name)[0])
        to_come = [step.sentence for step in self.program.instructions[done:]]
        told = any(content in sentence for sentence in [*self.dropped(), *to_come])
        return (told or self.policy.unrequested == "remove") and can_go(extra)


def _tolerance(program: Program) -> int:
    return program.instructions[0].tolerance if program.instructions else 0


def planner_for(program: Program, policy: Policy, journal: Journal, session: str) -> RepairPlanner:
    """Chooses repairs in this session. Its methods raise JournalError."""
    return RepairPlanner(program, policy, partial(_dropped, program, policy, journal, session))


def _dropped(program: Program, policy: Policy, journal: Journal, session: str) -> list[str]:
    """The messages of a session that its recipe, which has changed since, does not lead to."""
    said = {batch.sentence for batch in batches(program.instructions, policy.per)}
    steps = journal.steps(session)
    told = (step.subject for step in steps if step.kind in ("instruct", "repair"))
    return [subject for subject in told if subject not in said]


def segment_at(timeline: Timeline, place: str) -> Segment | None:
    """The layer at a place of the draft."""
    return next((layer for layer in timeline.layers if place and layer.place == place), None)


def _still(extra: Segment, now: Timeline) -> Segment | None:
    """The segment in the draft as it is now, where it may have another place."""
    alike = [layer for layer in now.layers if _key(layer) == _key(extra)]
    return alike[-1] if alike else None


def _key(segment: Segment) -> tuple[object, ...]:
    return segment.role, segment.name, segment.texts, segment.start, segment.owner
