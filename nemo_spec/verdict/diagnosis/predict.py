"""Predict the video of a draft after some instructions, without the drafts in between."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace

from nemo_spec.compile import Instruct
from nemo_spec.timeline.deltas import Delta, fold
from nemo_spec.timeline.main_track import has_cut
from nemo_spec.timeline.model import Segment, Timeline
from nemo_spec.timeline.properties import ARRANGING, AT_THE_HEAD, AT_THE_TAIL, LINKS
from nemo_spec.timeline.track_diff import MATERIAL, Part, diff_main_tracks
from nemo_spec.verdict.differences import contradictions, main_differences
from nemo_spec.verdict.speech import longest_lost, lost_speech

_UNSETTLED = 10_000_000
"""What a problem weighs while the pieces are unknown: more than three hours of wrong video, so that a
prediction with fewer such problems is always nearer."""
_EDGE = 500
"""What a missing fade or cut weighs, in milliseconds: it has no length of its own."""
_MATERIAL_WEIGHT = 8
"""Other material weighs more than another level or colour of it, even of several at once."""


@dataclass(frozen=True, slots=True)
class Predicted:
    """The timeline after some instructions, and the problems of the draft's video with it."""

    timeline: Timeline
    problems: list[str] = field(default_factory=list)


def acts_on_video(step: Instruct) -> bool:
    """Whether an instruction does anything to the main track."""
    return any(delta.on == "video" for delta in step.deltas)


def predict(steps: Sequence[Instruct], actual: Timeline) -> Predicted:
    """Fold every step. After the last one that moves time, take what only the service knows from the
    draft, so that later changes to the picture are exact."""
    timeline, unsure, done = Timeline(silences=actual.silences), list[Delta](), list[Delta]()
    settled, tolerance = _last_in_time(steps), tolerance_of(steps)
    for number, step in enumerate(steps):
        deltas = step.on(timeline)
        if timeline.is_uncertain:
            unsure += [delta for delta in deltas if delta.trace]
        timeline = fold(timeline, deltas)
        done += deltas
        if number != settled or not timeline.is_uncertain:
            continue
        problems = [
            *main_differences(_settled(timeline), _settled(actual), tolerance),
            *lost_speech(timeline, actual, longest_lost(done)),
            *_not_seen(unsure, actual, tolerance),
        ]
        if problems:
            return Predicted(_rest(timeline, steps[number + 1 :]), problems)
        kept = {delta.shown_by for delta in unsure}
        timeline.main = [_adopted(piece, timeline.main, actual.main, kept) for piece in actual.main]
        timeline.length = actual.length
    unread = unread_properties(actual)
    wanted, found = (
        _with_only(one, lambda key: key not in unread) if unread else one
        for one in (timeline, actual)
    )
    problems = [*main_differences(wanted, found, tolerance), *contradictions(actual, tolerance)]
    problems = problems or list(_lost_cuts(timeline, actual, tolerance))
    return Predicted(timeline, problems)


def _rest(timeline: Timeline, steps: Sequence[Instruct]) -> Timeline:
    for step in steps:
        timeline = fold(timeline, step.on(timeline))
    return timeline


def unread_properties(actual: Timeline) -> list[str]:
    """What of the picture and its sound cannot be read somewhere in the video."""
    return sorted({what for piece in actual.main for what in piece.unreadable})


def _last_in_time(steps: Sequence[Instruct]) -> int:
    moving = (n for n, s in enumerate(steps) if any(d.moves_time for d in s.deltas))
    return max(moving, default=-1)


def tolerance_of(steps: Sequence[Instruct]) -> int:
    """The largest tolerance (ms) of the instructions on the video."""
    return max((step.tolerance for step in steps if acts_on_video(step)), default=0)


def _with_only(timeline: Timeline, keeps: Callable[[str], bool]) -> Timeline:
    """The timeline with only some properties of its main track."""
    kept = [{k: v for k, v in p.properties.items() if keeps(k)} for p in timeline.main]
    main = zip(timeline.main, kept, strict=True)
    return replace(timeline, main=[p.remade(p.start, p.end, p.source, some) for p, some in main])


def _settled(timeline: Timeline) -> Timeline:
    """Without what a later line may yet change: levels, colours, fades."""
    return _with_only(timeline, ARRANGING.__contains__)


def _not_seen(unsure: Sequence[Delta], actual: Timeline, tolerance: int) -> Iterator[str]:
    """What should be somewhere in the video, nobody knows where exactly, and is nowhere."""
    for delta in unsure:
        if not any(delta.has_left(piece, tolerance) for piece in actual.main):
            yield f"no {delta.trace}"


def _adopted(
    piece: Segment, predicted: Sequence[Segment], actual: Sequence[Segment], kept: Collection[str]
) -> Segment:
    """A piece of the draft with the properties that it should have; `kept` are as they are there."""
    origin = next((one for one in predicted if _shows(one, piece)), None)
    if origin is None:
        return piece
    parts = [other for other in actual if _shows(origin, other)]
    inside = AT_THE_HEAD if piece is not parts[0] else frozenset[str]()
    if piece is not parts[-1]:
        inside |= AT_THE_TAIL
    properties = {key: value for key, value in origin.properties.items() if key not in inside}
    properties |= {key: piece.properties[key] for key in kept if key in piece.properties}
    return replace(piece, properties=properties, owner=origin.owner)


def _shows(origin: Segment, piece: Segment) -> bool:
    if origin.name != piece.name or origin.role != piece.role:
        return False
    if not origin.source or not piece.source:
        return True
    middle = sum(piece.source) / 2
    return origin.source[0] <= middle <= origin.source[1]


def _lost_cuts(expected: Timeline, actual: Timeline, tolerance: int) -> Iterator[str]:
    for piece in expected.main:
        if piece.properties.get("cut") and not has_cut(actual.main, piece.start.lo, tolerance):
            yield f"no cut at {piece.start.lo / 1000:g} s"


def distance(predicted: Predicted, actual: Timeline) -> int:
    """How far the draft's video is from a predicted one, in weighted milliseconds; 0 for the same."""
    if not predicted.problems:
        return 0
    expected = predicted.timeline
    off = max(0, expected.length.lo - actual.length.lo, actual.length.lo - expected.length.hi)
    if expected.is_uncertain:
        return 1 + off + _UNSETTLED * len(predicted.problems)
    parts = diff_main_tracks(expected.main, actual.main, 1)
    return 1 + off + sum(map(_weight, parts))


def _weight(part: Part) -> int:
    is_other = part.key == MATERIAL or part.key in ARRANGING - LINKS
    return max(_EDGE, part.end - part.start) * (_MATERIAL_WEIGHT if is_other else 1)
