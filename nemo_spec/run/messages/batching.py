"""Batch lines of a recipe into messages, and check each line of a batch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from nemo_spec.compile import Instruction, Program
from nemo_spec.run.messages.step_check import check_step
from nemo_spec.run.policy import Per
from nemo_spec.timeline.deltas import fold
from nemo_spec.timeline.model import Segment, Timeline
from nemo_spec.verdict.findings import Finding


class Batch(NamedTuple):
    """Instructions that are sent together; `first` counts those before them."""

    first: int
    steps: tuple[Instruction, ...]

    @property
    def text(self) -> str:
        """One instruction as it is, several as a numbered list."""
        if len(self.steps) == 1:
            return self.steps[0].text
        return "\n".join(f"{number}. {step.text}" for number, step in enumerate(self.steps, 1))

    @property
    def owners(self) -> tuple[int | None, ...]:
        return tuple(step.owner for step in self.steps)

    @property
    def last(self) -> int:
        """How many instructions have been sent with this one."""
        return self.first + len(self.steps)


def batches(instructions: Sequence[Instruction], per: Per) -> list[Batch]:
    """`phase` joins neighbours of one kind of work: cuts, texts, picture, sound."""
    numbered = groupby(enumerate(instructions), lambda pair: _group(pair[0], pair[1], per))
    groups = [[step for _, step in steps] for _, steps in numbered]
    found, first = [], 0
    for group in groups:
        found.append(Batch(first, tuple(group)))
        first += len(group)
    return found


def _group(index: int, step: Instruction, per: Per) -> tuple[object, ...]:
    if per == "line" or step.edit.alone:
        return (index,)
    return ("all",) if per == "recipe" else (step.edit.group,)


class BatchCheck(NamedTuple):
    """`timeline` is the draft with every segment given to its statement, `wanted` what it should be."""

    findings: list[Finding]
    timeline: Timeline
    wanted: Timeline


def verify_batch(program: Program, batch: Batch, before: Timeline, after: Timeline) -> BatchCheck:
    """What the draft says about every line of a batch, and what else has changed."""
    if len(batch.steps) == 1:
        step = batch.steps[0]
        checked = check_step(step, before, after)
        return BatchCheck(checked.findings, checked.timeline, fold(before, step.on(before)))
    from nemo_spec.verdict.final import verify_whole

    whole = verify_whole(program.up_to(batch.last), after)
    known = {_identity(layer) for layer in before.layers if layer.owner is None}
    places = {layer.place for layer in after.layers if _identity(layer) in known}
    found = [
        _believed(finding) if finding in whole.undecided else finding
        for finding in whole.findings
        if finding.owner in batch.owners
        or finding.is_failure
        or (finding.status == "unrequested" and finding.place not in places)
    ]
    return BatchCheck(found, whole.timeline, whole.predicted)


def _believed(finding: Finding) -> Finding:
    """What may have changed nothing at all, such as the removal of fillers, is met when nothing speaks
    against it, as it is when it is sent alone."""
    return replace(finding, status="met", message="nothing speaks against it")


def _identity(segment: Segment) -> tuple[object, ...]:
    return segment.role, segment.name, segment.texts
