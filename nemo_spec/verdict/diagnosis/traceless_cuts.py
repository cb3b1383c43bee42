"""The cuts behind `trim pauses` that leave no trace, found for all of them at once.

Where nobody has listened to the clip, the video may be of any length after the pauses went. A draft is then
as right without any one of the cuts that follow; to predict the others for each would take the square of
the recipe's length.
"""

from __future__ import annotations

from collections.abc import Sequence

from nemo_spec.compile import Instruction
from nemo_spec.timeline.deltas import Cut, SetProperties
from nemo_spec.timeline.model import Timeline
from nemo_spec.verdict.diagnosis.parts_later import is_part
from nemo_spec.verdict.diagnosis.predict import last_in_time, predict


def traceless_cuts(
    steps: Sequence[Instruction], befores: Sequence[Timeline], actual: Timeline
) -> range:
    """The numbers of steps that only cut, of which the draft is as right without any one; the last step
    that moves time is none of them. `befores` are the timelines before each step."""
    last = last_in_time(steps)
    first = 1 + max(
        (n for n in range(last + 1) if not _only_cuts(steps[n], befores[n])), default=-1
    )
    if first >= last or actual.silences or not _may_be_of_any_length(befores[first]):
        return range(0)
    predicted = predict(steps, actual)
    acted = zip(steps, predicted.acted, strict=True)
    is_as_planned = all(step.deltas == tuple(one.deltas) for step, one in acted)
    has_parts = any(is_part(delta) for step in steps[: last + 1] for delta in step.deltas)
    is_right = is_as_planned and not has_parts and not predicted.problems
    return range(first, last) if is_right else range(0)


def _only_cuts(step: Instruction, before: Timeline) -> bool:
    """Whether all it does to the video is to cut inside of it, or to give all of it another look."""
    return all(
        _is_inside(delta, before) if isinstance(delta, Cut) else isinstance(delta, SetProperties)
        for delta in step.deltas
        if delta.on == "video"
    )


def _is_inside(cut: Cut, before: Timeline) -> bool:
    """Whether it takes away neither the beginning nor the latest end of the video."""
    ranges = cut.ranges
    return not ranges or (ranges[0][0] > 0 and ranges[-1][1] < before.length.hi)


def _may_be_of_any_length(timeline: Timeline) -> bool:
    """Whether each piece may begin at once and have no length: no cut that leaves the beginning alone makes
    more of that known, or takes a piece away for sure."""
    return timeline.length.lo == 0 < len(timeline.main) and all(
        piece.uncertain and piece.start.lo == 0 < piece.end.hi for piece in timeline.main
    )
