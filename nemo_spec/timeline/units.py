"""In which unit a draft counts the times of its segments. Documented is that its own `d` counts in
milliseconds; of segments nothing is.

There are two witnesses: `d` beside the end of the video, and the durations of the uploads beside what is
said to play of them. Milliseconds are assumed unless one of them contradicts that. Another unit is used
where both agree on it; where they do not, no time can be read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from nemo_spec.timeline.segment import Interval

_SLACK = 100
"""Milliseconds that an end may be off, or one frame, as in a recipe."""
_RATES = (24, 25, 30, 50, 60)
"""Frames per second that a draft may count at, whatever it says of the canvas."""
_APART = 20
"""No two units are nearer to each other (a frame is 16 ms at least), and the fastest speed is 10x."""
_VAGUE = 2
"""A length between two of which one is so many times the other says nothing of a unit."""
_CLOSE = 0.01
"""A ratio of two lengths this near to that of two units comes from the units."""


class Played(NamedTuple):
    """A piece of the video in the draft's own unit: when it ends, how long it lasts, how fast it plays, and
    what it plays of a file that lasts so many `whole` ms (None where nobody knows)."""

    end: float
    length: float
    speed: float
    source: tuple[float, float] | None
    whole: int | None


class Unit(NamedTuple):
    """How many ms one unit is; None, and why, where the witnesses contradict each other."""

    ms: float | None
    why: str = ""


MILLISECONDS = Unit(1)


def unit_of(said: float | None, pieces: Sequence[Played], fps: float | None) -> Unit:
    """The unit of a draft that says it lasts `said` ms."""
    frames = _frames(fps)
    others = {"microseconds": 0.001, "seconds": 1000.0} | frames
    end = max((piece.end for piece in pieces), default=0)
    if not end:
        return MILLISECONDS
    if _are_apart(pieces):
        return Unit(None, "what plays of a file is counted in another unit than times")
    by_length = next((n for n, ms in others.items() if _agrees(said, end, ms)), "")
    by_files = next((n for n, ms in others.items() if _fills(pieces, ms)), "")
    if by_length and (not by_files or (by_length in frames and by_files in frames)):
        fits = _fits(pieces, others[by_length])  # a part may end with its file at another rate
        by_files = by_length if fits else ""
    if by_length and by_length == by_files:
        return Unit(others[by_length])
    if by_length:
        return Unit(None, f"the draft says that times are {by_length}, and no upload does")
    if by_files:
        return Unit(None, f"an upload says that times are {by_files}, and the draft does not")
    return MILLISECONDS


def _agrees(said: float | None, end: float, ms: float) -> bool:
    if said is None or said <= 0:
        return False
    return abs(end * ms - said) <= max(min(_SLACK, said / 10), ms)


def _fits(pieces: Sequence[Played], ms: float) -> bool:
    """Whether some piece is of a known file, and all lie in theirs."""
    known = [(p.source, p.whole) for p in pieces if p.source and p.whole]
    return bool(known) and all(source[1] * ms <= whole + max(_SLACK, ms) for source, whole in known)


def other_unit(length: int, expected: Interval, fps: float | None) -> str:
    """The unit that would explain why a draft lasts so many ms instead of the expected ones; nothing where
    none does, or where nothing has to be explained. The length was rounded to whole ms."""
    if expected.lo <= length <= expected.hi or expected.hi > _VAGUE * expected.lo:
        return ""
    units = {"microseconds": 0.001, "seconds": 1000.0} | _frames(fps)
    for name, ms in units.items():
        slack = max(1, length * _CLOSE) * ms
        if expected.lo - slack <= length * ms <= expected.hi + slack:
            return name
    return ""


def _frames(fps: float | None) -> dict[str, float]:
    """How many ms a frame is, as the draft says or at the usual rates."""
    own = {"frames": 1000 / fps} if fps else {}
    return own | {f"frames at {rate} fps": 1000 / rate for rate in _RATES if rate != fps}


def fills_in_frames(last: float, whole: int, fps: float | None) -> bool:
    """Whether a piece that ends so many units into its file of `whole` ms ends with it in frames."""
    return any(abs(last * ms - whole) <= ms for ms in _frames(fps).values())


def _fills(pieces: Sequence[Played], ms: float) -> bool:
    """Whether some piece would end with its file in this unit, and none after it."""
    known = list(_known(pieces))
    slack = max(_SLACK, ms)
    return any(abs(last * ms - whole) <= slack for last, whole in known) and all(
        last * ms <= whole + slack for last, whole in known
    )


def _known(pieces: Sequence[Played]) -> Iterator[tuple[float, int]]:
    for piece in pieces:
        if piece.whole:
            yield (piece.source[1] if piece.source else piece.length * piece.speed), piece.whole


def _are_apart(pieces: Sequence[Played]) -> bool:
    """Whether times and what plays of the files differ by more than any speed does."""
    moving = [p for p in pieces if p.source and p.source[1] > p.source[0] and p.length > 0]
    times = sum(piece.length * piece.speed for piece in moving)
    plays = sum(piece.source[1] - piece.source[0] for piece in moving if piece.source)
    return bool(moving) and not 1 / _APART < times / plays < _APART
