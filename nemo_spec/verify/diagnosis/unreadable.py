"""Attribute what cannot be read in a draft's video to the instructions that decide it."""

from __future__ import annotations

from collections.abc import Sequence

from nemo_spec.compile import Instruct
from nemo_spec.timeline.model import Timeline
from nemo_spec.verify.diagnosis.predict import unread_properties
from nemo_spec.verify.differences import unknown_properties
from nemo_spec.verify.findings import Finding
from nemo_spec.verify.picture import hidden_material, properties_of

_EVERYTHING = ("start", "duration", "track type", "name")
"""Without these nothing is known of a piece."""


def unread_by(
    on_video: Sequence[Instruct], predicted: Timeline, actual: Timeline
) -> dict[int, Finding]:
    """Findings by the id of their step, at those that decide what cannot be read."""
    unread = unread_properties(actual)
    unknown = unknown_properties(properties_of(predicted.main), actual.main)
    found = {what: [s for s in on_video if what in _decides(s)] for what in unread}
    found |= {
        what: [s for s in on_video if what.partition(" ")[0] in _decides(s)] for what in unknown
    }
    found |= {what: list(on_video) for what in hidden_material(predicted, actual)}
    for what in set(_EVERYTHING) & set(unread):
        found[what] = list(on_video)
    by_step: dict[int, list[str]] = {}
    for what, steps in found.items():
        for step in steps or on_video[:1]:
            by_step.setdefault(id(step), []).append(what)
    return {
        id(step): Finding(
            "unreadable",
            step.owner,
            f"cannot be read: {', '.join(by_step[id(step)][:3])}",
            "",
            step.sentence,
        )
        for step in on_video
        if id(step) in by_step
    }


def _decides(step: Instruct) -> set[str]:
    return {key for delta in step.deltas for key in delta.sets}
