"""What the video of a draft must be after some instructions, the drafts in between not being known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from nemo_spec.compile import Instruct
from nemo_spec.timeline.deltas import (
    AddLayer,
    AddUnknownLayers,
    Append,
    Assemble,
    Canvas,
    Cut,
    Delta,
    FreezeFrame,
    RemoveUnknown,
    Retime,
    Reverse,
    fold,
)
from nemo_spec.timeline.model import Segment, Timeline
from nemo_spec.verify.differences import (
    contradictions,
    longest_lost,
    lost_speech,
    main_differences,
    same,
)
from nemo_spec.verify.slices import MATERIAL, Part, diff_main_tracks

IN_TIME = (Assemble, Append, Cut, Retime, FreezeFrame, Reverse, RemoveUnknown)
"""Deltas after which moments of the video are not where they were."""

_ABOVE = (AddLayer, AddUnknownLayers, Canvas)

_KEY_OF: dict[type, str] = {Retime: "speed", FreezeFrame: "freeze", Reverse: "reverse"}
"""Where a draft shows that it was done, also where nobody can foresee at what time."""

_STRUCTURE = ("transition", "overlap", "reverse", "freeze")
_AT_THE_START = ("fade_in", "transition", "overlap", "cut")
_AT_THE_END = ("fade_out",)

_UNSETTLED = 10_000_000
_EDGE = 500
"""What a fade or a cut that is not there weighs, in milliseconds."""
_MATERIAL_WEIGHT = 8
"""Something else is shown: that weighs more than its level or its colour."""


@dataclass(frozen=True, slots=True)
class Predicted:
    """A timeline that some instructions lead to, and how the video of the draft is unlike it.

    `is_adopted`: its pieces were taken from the draft, as only the service knows them."""

    timeline: Timeline
    problems: list[str] = field(default_factory=list)
    is_adopted: bool = False


def acts_on_video(step: Instruct) -> bool:
    """Whether an instruction does anything to the main track."""
    return any(not isinstance(delta, _ABOVE) for delta in step.deltas)


def predict(steps: Sequence[Instruct], actual: Timeline) -> Predicted:
    """Every step folded. Once nothing moves any more, what only the service knows is taken from the
    draft, so that what is done to the picture from there on is exact."""
    timeline, unsure, done = Timeline(quiet=actual.quiet), list[Delta](), list[Delta]()
    adopted = False
    settled, tolerance = _last_in_time(steps), _tolerance(steps)
    for number, step in enumerate(steps):
        deltas = step.on(timeline)
        if is_uncertain(timeline):
            unsure += [
                delta for delta in deltas if isinstance(delta, (Retime, FreezeFrame, Reverse))
            ]
        timeline = fold(timeline, deltas)
        done += deltas
        if number != settled or not is_uncertain(timeline):
            continue
        problems = [
            *main_differences(_plain(timeline), _plain(actual), tolerance),
            *lost_speech(timeline, actual, longest_lost(done)),
            *_not_seen(unsure, actual, tolerance),
        ]
        if problems:
            return Predicted(_rest(timeline, steps[number + 1 :]), problems)
        kept = [_KEY_OF[type(delta)] for delta in unsure]
        timeline.main = [_adopted(piece, timeline.main, actual.main, kept) for piece in actual.main]
        timeline.length, adopted = actual.length, True
    unread = unread_looks(actual)
    wanted, found = _without_looks(timeline, unread), _without_looks(actual, unread)
    problems = [*main_differences(wanted, found, tolerance), *contradictions(actual, tolerance)]
    problems = problems or list(_lost_cuts(timeline, actual, tolerance))
    return Predicted(timeline, problems, adopted)


def _rest(timeline: Timeline, steps: Sequence[Instruct]) -> Timeline:
    for step in steps:
        timeline = fold(timeline, step.on(timeline))
    return timeline


def unread_looks(actual: Timeline) -> list[str]:
    """What of the picture and its sound cannot be read somewhere in the video."""
    return sorted({what for piece in actual.main for what in piece.unreadable})


def _without_looks(timeline: Timeline, keys: Sequence[str]) -> Timeline:
    if not keys:
        return timeline
    nothing = dict.fromkeys(keys)
    return replace(timeline, main=[piece.with_look(**nothing) for piece in timeline.main])


def _last_in_time(steps: Sequence[Instruct]) -> int:
    moving = (n for n, s in enumerate(steps) if any(isinstance(d, IN_TIME) for d in s.deltas))
    return max(moving, default=-1)


def _tolerance(steps: Sequence[Instruct]) -> int:
    return max((step.tolerance for step in steps if acts_on_video(step)), default=0)


def is_uncertain(timeline: Timeline) -> bool:
    """Whether only the service knows what the video is made of."""
    return not timeline.is_exact or any(piece.loose for piece in timeline.main)


def _plain(timeline: Timeline) -> Timeline:
    """Without what a later line may yet change: levels, colours, fades."""
    main = [
        replace(piece, look={key: piece.look[key] for key in _STRUCTURE if key in piece.look})
        for piece in timeline.main
    ]
    return replace(timeline, main=main)


def _not_seen(unsure: Sequence[Delta], actual: Timeline, tolerance: int) -> Iterator[str]:
    """What was to be done somewhere in the video, nobody knows where exactly, and is nowhere."""
    for delta in unsure:
        pieces = [piece for piece in actual.main if piece.look.get(_KEY_OF[type(delta)])]
        if isinstance(delta, Retime):
            speeds = [piece.look["speed"] for piece in pieces]
            if not any(same("speed", delta.factor / 1000, speed, 0) for speed in speeds):
                yield f"nothing plays at {delta.factor / 1000:g}x"
        elif isinstance(delta, FreezeFrame):
            if not any(abs(piece.length.lo - delta.duration) <= tolerance for piece in pieces):
                yield f"no picture stands still for {delta.duration / 1000:g} s"
        elif not pieces:
            yield "nothing plays backwards"


def _adopted(
    piece: Segment, foreseen: Sequence[Segment], actual: Sequence[Segment], kept: Sequence[str]
) -> Segment:
    """A piece of the draft, where only the service knows the pieces, with the look it has to have."""
    origin = next((one for one in foreseen if _shows(one, piece)), None)
    if origin is None:
        return piece
    parts = [other for other in actual if _shows(origin, other)]
    edges = (_AT_THE_START if piece is not parts[0] else ()) + (
        _AT_THE_END if piece is not parts[-1] else ()
    )
    look = {key: value for key, value in origin.look.items() if key not in edges}
    look |= {key: piece.look[key] for key in kept if key in piece.look}
    return replace(piece, look=look, owner=origin.owner)


def _shows(foreseen: Segment, piece: Segment) -> bool:
    if foreseen.name != piece.name or foreseen.role != piece.role:
        return False
    if not foreseen.source or not piece.source:
        return True
    middle = sum(piece.source) / 2
    return foreseen.source[0] <= middle <= foreseen.source[1]


def _lost_cuts(expected: Timeline, actual: Timeline, tolerance: int) -> Iterator[str]:
    starts = [piece.start.lo for piece in actual.main[1:]]
    for piece in expected.main:
        at = piece.start.lo
        if piece.look.get("cut") and not any(abs(start - at) <= tolerance for start in starts):
            yield f"no cut at {at / 1000:g} s"


def unlikeness(told: Predicted, actual: Timeline) -> int:
    """How far the draft's video is from a foretold one, in milliseconds for each thing that differs;
    0 for none."""
    if not told.problems:
        return 0
    expected = told.timeline
    off = max(0, expected.length.lo - actual.length.lo, actual.length.lo - expected.length.hi)
    if is_uncertain(expected):
        return 1 + off + _UNSETTLED * len(told.problems)
    parts = diff_main_tracks(expected.main, actual.main, 1)
    return 1 + off + sum(map(_weight, parts))


def _weight(part: Part) -> int:
    moves = part.key in (MATERIAL, "reverse", "freeze")
    return max(_EDGE, part.end - part.start) * (_MATERIAL_WEIGHT if moves else 1)
