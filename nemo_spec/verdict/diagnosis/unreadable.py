"""Attribute what cannot be read in a draft's video to the instructions that decide it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nemo_spec.compile import Instruction
from nemo_spec.timeline.deltas import Assemble
from nemo_spec.timeline.model import Segment, Timeline
from nemo_spec.verdict.diagnosis.predict import unread_properties
from nemo_spec.verdict.differences import unknown_properties
from nemo_spec.verdict.findings import Finding, about
from nemo_spec.verdict.picture import hidden_material, properties_of

_EVERYTHING = ("start", "duration", "track type", "name")
"""Without these nothing is known of a piece."""


def unread_by(
    on_video: Sequence[Instruction], predicted: Timeline, actual: Timeline
) -> dict[int, Finding]:
    """Findings by the id of their step, at those that decide what cannot be read."""
    hidden = list(dict.fromkeys(hidden_material(_placed(on_video), actual)))
    unknown = unknown_properties(properties_of(predicted.main), actual.main)
    by_step: dict[int, list[str]] = {}
    for what in (*unread_properties(actual), *unknown, *hidden):
        key = what.partition(" (")[0]
        deciding = [step for step in on_video if key in _decides(step)] or on_video[:1]
        for step in on_video if what in (*_EVERYTHING, *hidden) else deciding:
            by_step.setdefault(id(step), []).append(what)
    return {
        id(step): about(step, "unreadable", f"cannot be read: {', '.join(by_step[id(step)][:3])}")
        for step in on_video
        if id(step) in by_step
    }


def _placed(on_video: Sequence[Instruction]) -> Iterator[Segment]:
    """The clips as they were placed: a prediction may have taken its pieces from the draft."""
    for step in on_video:
        for delta in step.deltas:
            yield from delta.pieces if isinstance(delta, Assemble) else ()


def _decides(step: Instruction) -> set[str]:
    return {key for delta in step.deltas for key in delta.sets}
