"""Check the layers of one instruction, and those that no instruction asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from nemo_spec.compile import Instruct
from nemo_spec.timeline.matching.match import original_of
from nemo_spec.timeline.model import Segment, Timeline
from nemo_spec.timeline.summary import called, span
from nemo_spec.verdict.differences import layer_differences, unreadable
from nemo_spec.verdict.findings import Finding, about

Pairs = Sequence[tuple[Segment, Segment | None]]
"""Predicted layers, each with what was found for it."""


def first_problem(step: Instruct, pairs: Pairs) -> Finding | None:
    """The first thing that is wrong with the layers of an instruction."""
    for wanted, found in pairs:
        if found is None:
            return about(step, "missing", f"no {called(wanted)} in the draft")
        if unknown := unreadable(wanted, found):
            return about(step, "unreadable", f"cannot be read: {', '.join(unknown)}", found.place)
        if different := list(layer_differences(wanted, found, step.tolerance)):
            return about(step, "different", "; ".join(different), found.place)
    return None


def extra_layer(extra: Segment, known: Sequence[Segment]) -> Finding:
    """A second one of what a statement asks for, or what nobody asked for; without a sentence."""
    original = original_of(extra, known)
    if original and original.owner is not None:
        message = f"a second {called(extra)} at {span(extra)}"
        return Finding("duplicated", original.owner, message, extra.place)
    message = f"{called(extra)} at {span(extra)} was not asked for"
    return Finding("unrequested", None, message, extra.place)


def owned(pairs: Pairs) -> Iterator[Segment]:
    """The layers that were found, each given to the statement that asked for it."""
    for wanted, found in pairs:
        if found is not None:
            yield replace(found, owner=wanted.owner)


def of_open_roles(
    expected: Timeline, extra: Sequence[Segment]
) -> tuple[list[Segment], list[Segment]]:
    """The segments of which any number was asked for, given to their statement, and the others."""
    roles = expected.open_roles
    many = [replace(layer, owner=roles[layer.role]) for layer in extra if layer.role in roles]
    return many, [layer for layer in extra if layer.role not in roles]
