"""Check one instruction where it has acted: of the layers, only those that are not as they were before.

A recipe of thousands of captions is sent line by line. What two drafts have in common needs no pairing
and no comparing; where the rest is not just as predicted, all of it is looked at.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from nemo_spec.compile import Instruction
from nemo_spec.timeline.deltas import AddLayer, Lift
from nemo_spec.timeline.model import Segment, Timeline
from nemo_spec.verdict.findings import Finding
from nemo_spec.verdict.step import verify_step


class StepCheck(NamedTuple):
    """The findings, the first one about the instruction itself, and the draft with every known segment
    given to its statement. `is_clean`: the draft is as predicted in everything, and only the
    layers have changed."""

    findings: list[Finding]
    timeline: Timeline
    is_clean: bool = False


def check_step(step: Instruction, before: Timeline, after: Timeline) -> StepCheck:
    """What the draft says about an instruction, and what else has changed."""
    deltas = step.on(before)
    if deltas and all(isinstance(delta, AddLayer | Lift) for delta in deltas):
        common, others, new = _compared(step.owner, before.layers, after.layers)
        findings, timeline = verify_step(
            step, replace(before, layers=others), replace(after, layers=new)
        )
        own = all(layer.owner == step.owner is not None for layer in timeline.layers)
        if own and all(finding.status == "met" for finding in findings):
            layers = [*common, *timeline.layers]
            return StepCheck(findings, replace(timeline, layers=layers), is_clean=True)
    return StepCheck(*verify_step(step, before, after))


def _compared(
    owner: int | None, before: Sequence[Segment], after: Sequence[Segment]
) -> tuple[list[Segment], list[Segment], list[Segment]]:
    """The layers that both have, as they are in `after` with their owners, and the others of either:
    among them all that the statement itself has laid."""
    there = defaultdict[tuple[object, ...], list[Segment]](list)
    for layer in reversed(after):
        there[_key(layer)].append(layer)
    common, others = list[Segment](), list[Segment]()
    for layer in before:
        alike = there[_key(layer)] if layer.owner is None or layer.owner != owner else None
        if alike and (now := _as_it_is(layer, alike[-1])):
            alike.pop()
            common.append(now)
        else:
            others.append(layer)
    left = {id(layer) for layers in there.values() for layer in layers}
    return common, others, [layer for layer in after if id(layer) in left]


def _key(layer: Segment) -> tuple[object, ...]:
    return layer.start.lo, layer.end.lo, layer.texts, layer.name


def _as_it_is(layer: Segment, now: Segment) -> Segment | None:
    """The layer at its place in the draft now; None where that has another one."""
    if not _is_same(layer, now):
        return None
    return layer if layer.place == now.place else replace(layer, place=now.place)


def _is_same(one: Segment, other: Segment) -> bool:
    """Whether two of one key are the same in all that is read from a draft, but for their place."""
    return (
        one.properties == other.properties
        and (one.role, one.start, one.end) == (other.role, other.start, other.end)
        and (one.source, one.unreadable, one.unknown, one.doubts)
        == (other.source, other.unreadable, other.unknown, other.doubts)
    )
