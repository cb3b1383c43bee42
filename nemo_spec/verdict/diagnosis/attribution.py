"""Attribute a difference to the instruction that caused it, where no omission explains it."""

from __future__ import annotations

from collections.abc import Sequence

from nemo_spec.compile import Instruct
from nemo_spec.compile.compiler import DEFAULT_TOLERANCE
from nemo_spec.timeline.model import Timeline
from nemo_spec.timeline.track_diff import MATERIAL, Part, diff_main_tracks
from nemo_spec.verdict.diagnosis.predict import Predicted, acts_on_video, predict, tolerance_of
from nemo_spec.verdict.findings import Finding, about

_ASKED = 40
"""Only for the last so many instructions is the video without them predicted: seconds at most."""


def attribute_differences(
    steps: Sequence[Instruct], predicted: Predicted, actual: Timeline
) -> dict[int, Finding]:
    """Findings by the id of their step."""
    on_video = [step for step in steps if acts_on_video(step)]
    if not on_video:
        return {}
    if only_properties(predicted, actual):
        parts = diff_main_tracks(predicted.timeline.main, actual.main, tolerance_of(on_video))
        return _by_key(steps, on_video, predicted, parts)
    return _by_omission(steps, on_video, predicted, actual)


def only_properties(predicted: Predicted, actual: Timeline) -> bool:
    """Whether everything plays when it should, perhaps in another colour or at another level."""
    if predicted.timeline.is_uncertain:
        return False
    parts = diff_main_tracks(predicted.timeline.main, actual.main, DEFAULT_TOLERANCE)
    return bool(parts) and all(part.key != MATERIAL for part in parts)


# ---- A level, a colour, a fade -------------------------------------------------------------------


def _by_key(
    steps: Sequence[Instruct],
    on_video: Sequence[Instruct],
    predicted: Predicted,
    parts: Sequence[Part],
) -> dict[int, Finding]:
    """Each difference at the last instruction that decides that part of the video, or else at the one
    that placed the clips."""
    marks = {id(step): _marks(step, steps, predicted) for step in on_video[1:][-_ASKED:]}
    guilty: dict[int, list[str]] = {}
    for part in parts:
        step = next(
            (s for s in reversed(on_video) if any(_meet(part, m) for m in marks.get(id(s), ()))),
            on_video[0],
        )
        guilty.setdefault(id(step), []).append(str(part))
    by_id = {id(step): step for step in on_video}
    return {
        key: about(by_id[key], "different", "; ".join(texts[:3])) for key, texts in guilty.items()
    }


def _marks(step: Instruct, steps: Sequence[Instruct], predicted: Predicted) -> list[Part]:
    """What one instruction alone makes of the predicted video."""
    without = predict([other for other in steps if other is not step], predicted.timeline).timeline
    return diff_main_tracks(predicted.timeline.main, without.main, 0)


def _meet(part: Part, mark: Part) -> bool:
    return part.key == mark.key and part.start <= mark.end and mark.start <= part.end


# ---- What plays when ---------------------------------------------------------------------


def _by_omission(
    steps: Sequence[Instruct], on_video: Sequence[Instruct], predicted: Predicted, actual: Timeline
) -> dict[int, Finding]:
    """Each problem at the last instruction that takes part in it; doubt at the others that do, and at
    those that would leave no trace."""
    involved: list[tuple[Instruct, list[str]]] = []
    unseen: list[tuple[Instruct, list[str]]] = [(step, []) for step in on_video[:-_ASKED]]
    for step in on_video[-_ASKED:]:
        without = predict([other for other in steps if other is not step], actual).problems
        theirs = [text for text in predicted.problems if text not in without]
        if theirs:
            involved.append((step, theirs))
        elif all(text in predicted.problems for text in without):
            unseen.append((step, []))
    left, found = list(predicted.problems), dict[int, Finding]()
    involved = involved or [(step, left) for step in on_video[-1:]]
    for step, theirs in [*unseen, *reversed(involved)]:
        mine = [text for text in theirs if text in left]
        left = [text for text in left if text not in mine]
        message = "; ".join(mine[:3]) or "cannot be checked while the video differs"
        found[id(step)] = about(step, "different" if mine else "unreadable", message)
    return found
