"""Where moments of a video lie after an edit, and many of them moved through many edits."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterator
from itertools import chain
from typing import NamedTuple

from nemo_spec.timeline.segment import Interval

Moved = Callable[[int], int]
"""Where a millisecond of the timeline lies after an edit; never decreasing."""

_RUN = 32
"""Moments of a run, at most twice as many."""


class TimeMap(NamedTuple):
    """One edit of time: up to `first` (ms) nothing moves, and all from `last` on moves as far as that does.

    `begun` is where what begins then lies afterwards, `moved` where all else does.
    """

    first: int
    last: int
    moved: Moved
    begun: Moved

    @property
    def later(self) -> int:
        """How many ms later all from `last` on lies; negative is earlier."""
        return self.begun(self.last) - self.last

    def on(self, start: Interval, end: Interval) -> tuple[Interval, Interval]:
        """The start and the end of something afterwards."""
        begun, moved = self.begun, self.moved
        return Interval(begun(start.lo), begun(start.hi)), Interval(moved(end.lo), moved(end.hi))


class Moments:
    """Moments (ms) with a key each, in order of time: an edit looks at those that it touches, and the
    rest moves in runs."""

    __slots__ = ("_runs",)

    def __init__(self) -> None:
        self._runs: list[tuple[int, list[tuple[int, int]]]] = []

    def add(self, time: int, key: int) -> None:
        """One moment more."""
        runs = self._runs
        if not runs:
            runs.append((0, []))
        at = bisect_left(runs, time, hi=len(runs) - 1, key=lambda run: run[1][-1][0] + run[0])
        later, moments = runs[at]
        insort(moments, (time - later, key))
        if len(moments) > 2 * _RUN:
            runs[at : at + 1] = [(later, moments[:_RUN]), (later, moments[_RUN:])]

    def move(self, first: int, last: int, moved: Moved) -> None:
        """All up to `first` stays, all from `last` on moves as far as that."""
        by = moved(last) - last
        for at, (later, moments) in enumerate(self._runs):
            if moments[0][0] + later >= last:
                self._runs[at] = (later + by, moments)
            elif moments[-1][0] + later > first:
                times = ((time + later, key) for time, key in moments)
                self._runs[at] = (0, [
                    (time if time <= first else time + by if time >= last else moved(time), key)
                    for time, key in times
                ])  # fmt: skip

    def __iter__(self) -> Iterator[tuple[int, int]]:
        """Each time with its key."""
        return chain.from_iterable(
            [(time + later, key) for time, key in moments] for later, moments in self._runs
        )
