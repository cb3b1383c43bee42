"""The instructions on the video of which a draft cannot tell, as it is spelled in no way that is known."""

from __future__ import annotations

from collections.abc import Sequence

from nemo_spec.compile import Instruct
from nemo_spec.timeline.deltas import (
    Assemble,
    FadeVideo,
    FreezeFrame,
    Retime,
    Reverse,
    RotateBy,
    SetProperties,
    Transition,
)
from nemo_spec.timeline.model import Timeline
from nemo_spec.verify.diagnosis.predict import unread_looks
from nemo_spec.verify.differences import unknown_looks
from nemo_spec.verify.findings import Finding
from nemo_spec.verify.picture import hidden_material, look_of

_LOOKS: dict[type, tuple[str, ...]] = {
    RotateBy: ("rotate",),
    Transition: ("transition",),
    Assemble: ("transition", "overlap", "still"),
    Retime: ("speed",),
    FreezeFrame: ("freeze",),
    Reverse: ("reverse",),
}
"""What of a look an instruction decides, beside those that say it themselves."""
_EVERYTHING = ("start", "duration", "track type", "name")
"""Without these nothing is known of a piece."""


def unread_by(
    on_video: Sequence[Instruct], foreseen: Timeline, actual: Timeline
) -> dict[int, Finding]:
    """Findings by the id of their step, at those that decide what cannot be read."""
    unread = unread_looks(actual)
    unknown = unknown_looks(look_of(foreseen.main), actual.main)
    found = {what: [s for s in on_video if what in _decides(s)] for what in unread}
    found |= {
        what: [s for s in on_video if what.partition(" ")[0] in _decides(s)] for what in unknown
    }
    found |= {what: list(on_video) for what in hidden_material(foreseen, actual)}
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
    found: set[str] = set()
    for delta in step.deltas:
        found.update(_LOOKS.get(type(delta), ()))
        if isinstance(delta, SetProperties):
            found.update(delta.look)
        if isinstance(delta, FadeVideo):
            found.add(delta.key)
    return found
