"""Check the layers of one instruction, and those that no instruction asked for."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from nemo_spec.compile import Instruction
from nemo_spec.timeline.deltas import AddUnknownLayers, Delta
from nemo_spec.timeline.matching.match import Originals
from nemo_spec.timeline.model import Segment, Timeline
from nemo_spec.timeline.summary import called, span
from nemo_spec.verdict.differences import doubts, layer_differences, unreadable
from nemo_spec.verdict.findings import Finding, about, cannot_read

Pairs = Sequence[tuple[Segment, Segment | None]]
"""Predicted layers, each with what was found for it."""


def first_problem(step: Instruction, pairs: Pairs) -> Finding | None:
    """The first thing that is wrong with the layers of an instruction."""
    for wanted, found in pairs:
        if found is None:
            return about(step, "missing", f"no {called(wanted)} in the draft")
        if unknown := unreadable(wanted, found):
            return about(step, "unreadable", cannot_read(unknown), found.place)
        if different := list(layer_differences(wanted, found, step.tolerance)):
            return about(step, "different", "; ".join(different), found.place)
        if doubtful := doubts(wanted, found):
            return about(step, "unreadable", cannot_read(doubtful), found.place)
    return None


def may_be_gone(wanted: Segment, tolerance: int) -> bool:
    """Whether all of a segment may have gone with the pieces of the video that were removed under it.
    `tolerance` in ms."""
    return wanted.end.lo - wanted.start.hi <= tolerance


def extra_layers(extra: Sequence[Segment], known: Sequence[Segment]) -> Iterator[Finding]:
    """For each, in the order of time, a finding without a sentence: a second one of what a statement asks
    for, or what nobody asked for."""
    originals = Originals(known if extra else ())
    for segment in sorted(extra, key=lambda one: (one.start.lo, one.end.lo)):
        original = originals.of(segment)
        if original and original.owner is not None:
            message = f"a second {called(segment)} at {span(segment)}"
            yield Finding("duplicated", original.owner, message, segment.place)
        else:
            message = f"{called(segment)} at {span(segment)} was not asked for"
            yield Finding("unrequested", None, message, segment.place)


def owned(pairs: Pairs) -> Iterator[Segment]:
    """The layers that were found, each given to the statement that asked for it."""
    for wanted, found in pairs:
        if found is not None:
            yield replace(found, owner=wanted.owner)


def open_pairs(deltas: Sequence[Delta], found: Sequence[Segment]) -> Pairs:
    """Segments of which any number was asked for, each with how the deltas would have it look."""
    looks = {d.role: d.properties for d in deltas if isinstance(d, AddUnknownLayers)}
    return [(one.with_properties(**looks.get(one.role, {})), one) for one in found]


def of_open_roles(
    expected: Timeline, extra: Sequence[Segment], written: Collection[str] = ()
) -> tuple[list[Segment], list[Segment]]:
    """The segments of which any number was asked for, given to their statement, and the others; among
    them those at the places that are `written` by another line."""
    roles = expected.open_roles
    many, others = list[Segment](), list[Segment]()
    for layer in extra:
        if layer.role in roles and layer.place not in written:
            many.append(replace(layer, owner=roles[layer.role]))
        else:
            others.append(layer)
    return many, others
