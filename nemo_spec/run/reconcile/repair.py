"""Choose a repair for each finding: a correction, a removal, or none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache, partial
from typing import NamedTuple

from nemo_spec.compile import Instruction, Program
from nemo_spec.run.messages.batching import batches
from nemo_spec.run.policy import Policy
from nemo_spec.run.reconcile.corrections import correction, removal
from nemo_spec.run.reconcile.provenance import as_one, quotes
from nemo_spec.run.reconcile.status import SessionStatus, messages_of
from nemo_spec.run.session.turns import Log
from nemo_spec.timeline.deltas import fold
from nemo_spec.timeline.model import Segment, Timeline
from nemo_spec.verbs.correction import Correction, can_go
from nemo_spec.verdict.findings import Finding


class RepairPlanner(NamedTuple):
    """`dropped` returns the messages of this session that the recipe no longer leads to, as one text;
    it is called only where the draft holds something unrequested."""

    program: Program
    policy: Policy
    dropped: Callable[[], str]

    def fix(
        self, finding: Finding, extra: Segment | None, wanted: Timeline, now: Timeline, done: int
    ) -> Instruction | None:
        """What to send about a finding, or None. `extra` is the segment that is unrequested or there
        twice, `done` counts the instructions that were carried out."""
        steps, language = self.program.instructions, self.program.plan.language
        if finding.status in ("duplicated", "unrequested"):
            owner = finding.owner if finding.status == "duplicated" else None
            there = extra and _still(extra, now)
            if not there or not (owner is not None or self._are_to_go([there], len(steps))):
                return None
            return removal([there], owner, _tolerance(self.program), language)
        if finding.status not in ("missing", "different"):
            return None
        number = next((n for n, step in enumerate(steps) if step.owner == finding.owner), done)
        if number >= done:
            return None
        return correction(steps[number], finding, wanted, now, steps[number + 1 : done], language)

    def repairs(self, found: SessionStatus, done: int) -> list[tuple[Finding, Instruction | None]]:
        """What to send about each finding of a session. One message removes everything unrequested."""
        layers = {layer.place: layer for layer in found.timeline.layers if layer.place}
        extras = [layers.get(finding.place) for finding in found.findings]
        going = self._are_to_go(
            [
                extra
                for finding, extra in zip(found.findings, extras, strict=True)
                if finding.status == "unrequested" and extra
            ],
            done,
        )
        places = {extra.place for extra in going}
        clearance = removal(going, None, _tolerance(self.program), self.program.plan.language)
        return [
            (finding, clearance if finding.place in places else None)
            if finding.status == "unrequested"
            else (finding, self._helpful(finding, extra, found, done))
            for finding, extra in zip(found.findings, extras, strict=True)
        ]

    def _helpful(
        self, finding: Finding, extra: Segment | None, found: SessionStatus, done: int
    ) -> Instruction | None:
        """A repair that is predicted not to make the video worse: an edit that comes late does not
        always do what it would have done in its place."""
        step = self.fix(finding, extra, found.wanted, found.timeline, done)
        deltas = () if step is None else step.on(found.timeline)
        if step is None or all(delta.on == "layers" for delta in deltas):
            return step
        after = fold(found.timeline, deltas)
        if not after.is_exact:
            return step
        from nemo_spec.verdict.final import verify_whole

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

    def _are_to_go(self, extras: Sequence[Segment], done: int) -> list[Segment]:
        """Those of what is unrequested that are to be removed: by the policy, or because a line that is no
        longer in the recipe asked for it, or because one that is still to be sent will ask for it
        again."""
        if not extras:
            return []
        to_come = as_one(step.text for step in self.program.instructions[done:])
        removes, dropped = self.policy.unrequested == "remove", self.dropped()
        return [
            extra
            for extra in extras
            if can_go(extra) and (removes or quotes(dropped, extra) or quotes(to_come, extra))
        ]


def _tolerance(program: Program) -> int:
    return program.instructions[0].tolerance if program.instructions else 0


def planner_for(program: Program, policy: Policy, journal: Log, session: str) -> RepairPlanner:
    """Chooses repairs in this session. Its methods raise JournalError."""
    return RepairPlanner(
        program, policy, cache(partial(_dropped, program, policy, journal, session))
    )


def _dropped(program: Program, policy: Policy, journal: Log, session: str) -> str:
    """The messages of a session that its recipe, which has changed since, does not lead to."""
    said = {batch.text for batch in batches(program.instructions, policy.per)}
    told = (step.subject for step in messages_of(journal, session))
    return as_one(subject for subject in told if subject not in said)


def segment_at(timeline: Timeline, place: str) -> Segment | None:
    """The layer at a place of the draft."""
    return next((layer for layer in timeline.layers if place and layer.place == place), None)


Repair = tuple[Instruction, list[Finding]]
"""What to send, and the findings that it is about."""


def still_there(repair: Repair, now: Timeline) -> Repair | None:
    """A repair with what it removes at its place in the draft as it is now; None where that has gone."""
    step, about = repair
    if not isinstance(step.edit, Correction) or not step.edit.gone:
        return repair
    left, found = list(now.layers), list[Segment]()
    for gone in step.edit.gone:
        same = next((n for n, layer in enumerate(left) if _is_same(layer, gone)), None)
        if same is None:
            return None
        found.append(left.pop(same))
    return step._replace(edit=step.edit.model_copy(update={"gone": tuple(found)})), about


def _is_same(one: Segment, other: Segment) -> bool:
    """Whether two segments are the same but for their place in the draft."""
    return one.start == other.start and replace(one, place="") == replace(other, place="")


def _still(extra: Segment, now: Timeline) -> Segment | None:
    """The segment in the draft as it is now, where it may have another place."""
    alike = [layer for layer in now.layers if _key(layer) == _key(extra)]
    return alike[-1] if alike else None


def _key(segment: Segment) -> tuple[object, ...]:
    return segment.role, segment.name, segment.texts, segment.start, segment.owner
