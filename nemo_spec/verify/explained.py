"""The main track at the end of a recipe, without the drafts in between.

Where the video is not as foreseen, it is asked which one instruction would explain it: one that was
left out, or one that was carried out twice. What a draft alone cannot tell is never called met.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import NamedTuple

from nemo_spec.compile import Instruct
from nemo_spec.timeline.delta import (
    Append,
    Arrange,
    Canvas,
    Cut,
    Delta,
    Hold,
    Lay,
    LayMany,
    Loosen,
    Reverse,
    Stretch,
    fold,
)
from nemo_spec.timeline.model import Segment, Timeline
from nemo_spec.timeline.summary import seconds
from nemo_spec.verify.differences import main_differences, same
from nemo_spec.verify.findings import Finding, Status

UNTOLD = "cannot be told from a draft alone"

_ABOVE = (Lay, LayMany, Canvas)
_IN_TIME = (Arrange, Append, Cut, Stretch, Hold, Reverse, Loosen)
"""Deltas after which moments of the video are not where they were."""

_KEY_OF: dict[type, str] = {Stretch: "speed", Hold: "freeze", Reverse: "reverse"}
"""Where a draft shows that it was done, also where nobody can foresee at what time."""

_STRUCTURE = ("transition", "overlap", "reverse", "freeze")
_AT_THE_START = ("fade_in", "transition", "overlap", "cut")
_AT_THE_END = ("fade_out",)

_ASKED = 40
"""Of so many instructions, the last ones, it is asked what the draft would be without them."""


class _Foretold(NamedTuple):
    """A timeline that some instructions lead to, and how the video of the draft is unlike it."""

    timeline: Timeline
    problems: list[str]


def acts_on_video(step: Instruct) -> bool:
    """Whether an instruction does anything to the main track."""
    return any(not isinstance(delta, _ABOVE) for delta in step.deltas)


def video_findings(
    steps: Sequence[Instruct], actual: Timeline
) -> tuple[list[Finding], list[Finding], Timeline]:
    """Findings about all instructions on the video, those of them that a draft alone cannot decide,
    and the timeline by which the rest is judged."""
    on_video = [step for step in steps if acts_on_video(step)]
    unread = sorted({what for piece in actual.main for what in piece.unreadable})
    foretold, undecided = _foretold(steps, actual), list[Finding]()
    wrong: dict[int, Finding] = {}
    if unread:
        message = f"cannot be read: {', '.join(unread)}"
        wrong = {id(step): _finding("unreadable", step, message) for step in on_video}
    elif not foretold.problems:
        message = f"whether this was done {UNTOLD}"
        wrong = {id(s): _finding("unreadable", s, message) for s in _in_doubt(steps, actual)}
        undecided = list(wrong.values())
    elif explained := _explained(steps, on_video, actual):
        guilty, status, foretold = explained
        reason = "as if this had been done twice" if status == "duplicated" else "as without this"
        message = f"the video is {reason}, {seconds(actual.length)} s"
        wrong = {id(guilty): _finding(status, guilty, message)}
    else:
        wrong = _blamed(steps, on_video, foretold, actual)
    findings = [wrong.get(id(step)) or _finding("met", step, "as foreseen") for step in on_video]
    return findings, undecided, foretold.timeline


def _finding(status: Status, step: Instruct, message: str) -> Finding:
    return Finding(status, step.owner, message, "", step.sentence)


# ---- What is foreseen ----------------------------------------------------------------------------


def _foretold(steps: Sequence[Instruct], actual: Timeline) -> _Foretold:
    """Every step folded. Once nothing moves any more, what only the service knows is taken from the
    draft, so that what is done to the picture from there on is exact."""
    timeline, unsure = Timeline(quiet=actual.quiet), list[Delta]()
    settled, tolerance = _last_in_time(steps), _tolerance(steps)
    for number, step in enumerate(steps):
        deltas = step.on(timeline)
        if _depends(timeline):
            unsure += [delta for delta in deltas if isinstance(delta, (Stretch, Hold, Reverse))]
        timeline = fold(timeline, deltas)
        if number != settled or not _depends(timeline):
            continue
        measured = any(isinstance(delta, Loosen) for delta in deltas)
        seen = _plain(actual if measured else replace(actual, quiet={}))
        problems = [
            *main_differences(_plain(timeline), seen, tolerance),
            *_not_seen(unsure, actual, tolerance),
        ]
        if problems:
            return _Foretold(_rest(timeline, steps[number + 1 :]), problems)
        kept = [_KEY_OF[type(delta)] for delta in unsure]
        timeline.main = [_adopted(piece, timeline.main, actual.main, kept) for piece in actual.main]
        timeline.length = actual.length
    problems = list(main_differences(timeline, actual, tolerance))
    return _Foretold(timeline, problems or list(_lost_cuts(timeline, actual, tolerance)))


def _rest(timeline: Timeline, steps: Sequence[Instruct]) -> Timeline:
    for step in steps:
        timeline = fold(timeline, step.on(timeline))
    return timeline


def _last_in_time(steps: Sequence[Instruct]) -> int:
    moving = (n for n, s in enumerate(steps) if any(isinstance(d, _IN_TIME) for d in s.deltas))
    return max(moving, default=-1)


def _tolerance(steps: Sequence[Instruct]) -> int:
    return max((step.tolerance for step in steps if acts_on_video(step)), default=0)


def _depends(timeline: Timeline) -> bool:
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
        if isinstance(delta, Stretch):
            speeds = [piece.look["speed"] for piece in pieces]
            if not any(same("speed", delta.factor / 1000, speed, 0) for speed in speeds):
                yield f"nothing plays at {delta.factor / 1000:g}x"
        elif isinstance(delta, Hold):
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


# ---- Which instruction it is ---------------------------------------------------------------------


def _in_doubt(steps: Sequence[Instruct], actual: Timeline) -> Iterator[Instruct]:
    """The steps of which nobody knows how much they do, when the draft were as right without."""
    timeline = Timeline(quiet=actual.quiet)
    for step in steps:
        unmeasured = any(isinstance(d, Loosen) and d.removed is None for d in step.deltas)
        moving = any(isinstance(delta, _IN_TIME) for delta in step.deltas)
        unsure = unmeasured or (moving and timeline.main and _depends(timeline))
        timeline = fold(timeline, step.deltas)
        if unsure and not _foretold(_without(step, steps), actual).problems:
            yield step


def _without(step: Instruct, steps: Sequence[Instruct]) -> list[Instruct]:
    return [other for other in steps if other is not step]


def _explained(
    steps: Sequence[Instruct], on_video: Sequence[Instruct], actual: Timeline
) -> tuple[Instruct, Status, _Foretold] | None:
    """The one instruction that was left out or repeated, if that is all that is wrong."""
    asked = on_video[1:][-_ASKED:]
    for step in asked:
        without = _foretold(_without(step, steps), actual)
        if not without.problems:
            return step, "missing", without
    for step in asked:
        twice = chain.from_iterable([s, s] if s is step else [s] for s in steps)
        again = _foretold(list(twice), actual)
        if not again.problems:
            return step, "duplicated", again
    return None


def _blamed(
    steps: Sequence[Instruct],
    on_video: Sequence[Instruct],
    foretold: _Foretold,
    actual: Timeline,
) -> dict[int, Finding]:
    """Each problem at the last instruction that has a part in it; doubt at the others that have,
    and at those that nothing would be seen of."""
    involved: list[tuple[Instruct, list[str]]] = []
    unseen: list[tuple[Instruct, list[str]]] = [(step, []) for step in on_video[:-_ASKED]]
    for step in on_video[-_ASKED:]:
        without = _foretold(_without(step, steps), actual).problems
        theirs = [text for text in foretold.problems if text not in without]
        if theirs:
            involved.append((step, theirs))
        elif all(text in foretold.problems for text in without):
            unseen.append((step, []))
    left, found = list(foretold.problems), dict[int, Finding]()
    involved = involved or [(step, left) for step in on_video[-1:]]
    for step, theirs in [*unseen, *reversed(involved)]:
        mine = [text for text in theirs if text in left]
        left = [text for text in left if text not in mine]
        message = "; ".join(mine[:3]) or "cannot be told while the video is another"
        found[id(step)] = _finding("different" if mine else "unreadable", step, message)
    return found
