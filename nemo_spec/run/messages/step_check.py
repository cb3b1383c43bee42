"""Check one instruction where it has acted: of the layers, only those that are not as they were before.

A recipe of thousands of captions is sent line by line. What two drafts have in common needs no pairing
and no comparing; where the rest is not just as predicted, all of it is looked at.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter
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
        if not _are_alike(common, new):
            findings, timeline = verify_step(
                step, replace(before, layers=others), replace(after, layers=new)
            )
            own = all(layer.owner == step.owner is not None for layer in timeline.layers)
            if own and all(finding.status == "met" for finding in findings):
                layers = [*common, *timeline.layers]
                return StepCheck(findings, replace(timeline, layers=layers), is_clean=True)
    return StepCheck(*verify_step(step, before, after))


def _are_alike(common: Sequence[Segment], new: Sequence[Segment]) -> bool:
    """Whether something is there twice of which one was there before: which of the two that is, all of the
    layers decide."""
    starts, keys = {layer.start.lo for layer in new}, set(map(_key, new))
    return any(layer.start.lo in starts and _key(layer) in keys for layer in common)


def _compared(
    owner: int | None, before: Sequence[Segment], after: Sequence[Segment]
) -> tuple[list[Segment], list[Segment], list[Segment]]:
    """The layers that both have, as they are in `after` with their owners, and the others of either:
    among them all that the statement itself has laid.

    What a draft says as the one before it did was read once, so that both share what was read.
    """
    there = {id(now.properties): now for now in after}
    if len(there) < len(after) or len({id(one.properties) for one in before}) < len(before):
        # some of them are said twice, to the letter
        return _by_key(owner, before, after)
    known, others = list[Segment](), list[Segment]()
    for layer in before:
        is_there = id(layer.properties) in there and (layer.owner != owner or owner is None)
        (known if is_there else others).append(layer)
    now = [there.pop(id(layer.properties)) for layer in known]
    is_read_anew = there and any(layer.owner != owner or owner is None for layer in others)
    if is_read_anew or list(map(_content, known)) != list(map(_content, now)):
        return _by_key(owner, before, after)  # perhaps it is there all the same
    common = [
        layer if layer.place == one.place else layer.placed(one.place)
        for layer, one in zip(known, now, strict=True)
    ]
    return common, others, list(there.values())


def _by_key(
    owner: int | None, before: Sequence[Segment], after: Sequence[Segment]
) -> tuple[list[Segment], list[Segment], list[Segment]]:
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
    if _content(layer) != _content(now):
        return None
    return layer if layer.place == now.place else layer.placed(now.place)


_content = attrgetter(
    "properties",
    "role",
    "start",
    "end",
    "name",
    "texts",
    "source",
    "unreadable",
    "unknown",
    "doubts",
)
"""All that is read from a draft, but the place."""
