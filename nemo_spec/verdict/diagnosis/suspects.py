"""Which instructions act where the video is not as predicted: no others can be the reason.

A moment of the final video is followed back through the instructions, last one first, to where it was
when each of them acted.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from nemo_spec.compile import Instruction
from nemo_spec.language.values import DAY
from nemo_spec.timeline.deltas import (
    Append,
    Assemble,
    Cut,
    Delta,
    FadeVideo,
    FreezeFrame,
    Retime,
    Reverse,
    SetProperties,
    Split,
    Transition,
)
from nemo_spec.timeline.deltas.video import NEAR_MS
from nemo_spec.timeline.main_track import is_unmoved
from nemo_spec.timeline.model import Segment, Timeline, exactly
from nemo_spec.timeline.properties import EDGES
from nemo_spec.timeline.track_diff import MATERIAL, Part, diff_main_tracks
from nemo_spec.verdict.diagnosis.predict import Acted

Span = tuple[int, int]
"""From one millisecond to another, both included."""

_ANYWHERE = (0, 10 * DAY)
"""No video is as long: at a tenth of its speed, a day would be."""

_MOVING = {MATERIAL, "speed_to", *(one.shown_by for one in (Retime, FreezeFrame, Reverse))}
"""What tells that an instruction that moves time was done otherwise."""


class Turn(NamedTuple):
    """An instruction by its index, and what it does; one that was left out is only where it would act."""

    number: int
    step: Instruction
    acted: Acted
    left_out: bool


def telling_parts(predicted: Timeline, actual: Timeline, tolerance: int) -> list[Part]:
    """Where the videos differ (times in ms). Where something else plays, only where that begins, under
    the key MATERIAL: behind it everything may have moved."""
    found = (diff_main_tracks(predicted.main, actual.main, off) for off in (tolerance, 1))
    parts = next(filter(None, found), [])
    if not _moved(parts):
        return parts
    moment = next(part.start for part in parts if part.key in _MOVING)
    return [parts[0]._replace(key=MATERIAL, start=_since(predicted.main, moment), end=moment)]


def _since(pieces: Sequence[Segment], moment: int) -> int:
    """Since when the picture before a moment (ms) has stood still: which of it is longer, nobody sees."""
    index = bisect_left(pieces, moment, key=lambda piece: piece.start.lo) - 1
    while index >= 0 and is_unmoved(pieces[index]):
        moment, index = pieces[index].start.lo, index - 1
    return moment


def _moved(parts: Sequence[Part]) -> bool:
    return any(part.key in _MOVING and part.key != "speed" for part in parts)


def suspects(
    part: Part, turns: Iterable[Turn], end: int, slack: int, again: bool = False
) -> Iterator[int]:
    """The instructions that act there, last one first, or that would `again` were they carried out twice.

    `turns` come in that order. The draft's video ends at `end` ms; edges may be off by `slack` ms.
    What counts from the end acts elsewhere once anything before it has made the video longer or shorter.
    """
    span, anything = _span(part, slack), False
    for turn in turns:
        acted, moves = turn.acted, any(delta.moves_time for delta in turn.acted.deltas)
        here = _acts_again(turn, part.key, span) if again else _acts(acted, part.key, span)
        if here or (anything and moves):
            yield turn.number
        if part.key == MATERIAL and moves and not anything:
            anything = _depends_on_the_length(turn, span, acted.after.lo - end)
        for delta in () if turn.left_out else reversed(acted.deltas):
            if _decides_all(delta, part.key, span):
                return
            span, (_, end) = (_before(delta, one, acted.before.lo) for one in (span, (end, end)))


def _acts(acted: Acted, key: str, span: Span) -> bool:
    length = acted.before.lo
    return any(
        _touches(delta, key) and _meets(_before(delta, span, length), delta, length)
        for delta in acted.deltas
    )


def _acts_again(turn: Turn, key: str, span: Span) -> bool:
    length = turn.acted.after
    return any(
        _touches(delta, key) and not delta.repeatable and _meets(span, delta, length.lo)
        for delta in turn.step.on(Timeline(length=length))
    )


def _depends_on_the_length(turn: Turn, span: Span, off: int) -> bool:
    """Whether it would have acted there (ms) in a video that is shorter by `off` ms at its end."""
    acted = turn.acted
    if any(isinstance(delta, Reverse) for delta in acted.deltas):
        return True
    if not _acts(acted, MATERIAL, (span[0] + off, span[1] + off)):
        return False
    longer = Timeline(length=exactly(acted.before.lo + _ANYWHERE[1]))
    return tuple(turn.step.on(longer)) != tuple(acted.deltas)


def _span(part: Part, slack: int) -> Span:
    """A colour or a level is decided in the middle of its part, the rest where it begins."""
    if part.key == MATERIAL or part.key in EDGES:
        return max(0, part.start - slack), part.end + slack
    middle = (part.start + part.end) // 2
    return middle, middle


def _touches(delta: Delta, key: str) -> bool:
    """Whether it may change that key anywhere."""
    if key in delta.sets:
        return True
    if delta.moves_time:
        return key == MATERIAL or key in EDGES
    return isinstance(delta, Split) and key in EDGES


def _meets(span: Span, delta: Delta, length: int) -> bool:
    return any(start <= span[1] and span[0] <= end for start, end in _places(delta, length))


def _places(delta: Delta, length: int) -> Sequence[Span]:
    """Where it acts, in the time of the video before it, which lasts `length` ms."""
    match delta:
        case Cut():
            return delta.ranges
        case Retime() | SetProperties():
            return ((delta.start, delta.end),)
        case Split() | Transition():
            return ((delta.at - NEAR_MS, delta.at + NEAR_MS),)
        case FreezeFrame() if delta.at != "end" and delta.at < length:
            return ((delta.at, delta.at + delta.duration),)
        case FreezeFrame() | Append():
            return ((length, _ANYWHERE[1]),)
    return (_ANYWHERE,)


def _decides_all(delta: Delta, key: str, span: Span) -> bool:
    """Whether nothing above it makes a difference to that any more."""
    if isinstance(delta, SetProperties):
        return key in delta.sets and delta.start <= span[0] and span[1] <= delta.end
    return isinstance(delta, Assemble) or (isinstance(delta, FadeVideo) and key in delta.sets)


def _before(delta: Delta, span: Span, length: int) -> Span:
    """All the moments that a delta moves into a span; `length` (ms) is that of the video before it."""
    if isinstance(delta, Reverse):
        return max(0, length - span[1]), max(0, length - span[0])
    if not delta.maps_time:
        return _ANYWHERE
    start, end = _origin(delta, span[0], late=False), _origin(delta, span[1], late=True)
    return min(start, end), max(start, end)


def _origin(delta: Delta, time: int, *, late: bool) -> int:
    """The first moment, or the last one, that a delta moves to a time (ms): `moved` the other way."""
    match delta:
        case Cut():
            for start, end in delta.ranges:
                time += end - start if start < time or (late and start == time) else 0
        case Retime() if time > (end := delta.moved(delta.end)):
            time += delta.end - end
        case Retime() if time >= delta.start:
            # `moved` rounds to whole milliseconds: half of one is much of a video that is sped up.
            inside = (2 * (time - delta.start) + (1 if late else -1)) * delta.factor // 2000 + late
            time = min(delta.end, delta.start + max(0, inside))
        case FreezeFrame() if delta.at != "end" and time > delta.at:
            time = max(delta.at, time - delta.duration)
    return time
