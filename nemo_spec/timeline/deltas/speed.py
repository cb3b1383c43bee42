"""Changes of how fast the main track plays, and in which direction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

from nemo_spec.timeline.deltas.base import Delta
from nemo_spec.timeline.deltas.retiming import (
    fades_at_the_ends,
    retime,
    retime_layers,
    retimed,
)
from nemo_spec.timeline.main_track import (
    divided,
    held,
    is_unmoved,
    mended,
    turned,
)
from nemo_spec.timeline.model import Segment, Timeline, exactly
from nemo_spec.timeline.properties import same
from nemo_spec.timeline.ramps import played_at, speed_at, speeds, speeds_of
from nemo_spec.timeline.time_map import TimeMap
from nemo_spec.timeline.track import MainTrack


@dataclass(frozen=True, slots=True)
class Retime(Delta):
    """The range (ms) plays at `factor` thousandths of its speed: 1500 is 1.5x. With `upto` the speed goes
    evenly from one to the other, over the time that results."""

    moves_time = True
    shown_by = "speed"
    sets = ("speed", "speed_to")

    start: int
    end: int
    factor: int
    upto: int = 0

    def apply(self, timeline: Timeline) -> None:
        change = self._divided if timeline.is_exact else self._moved
        (only,) = self.maps
        retime(
            timeline,
            [only],
            lambda track: track.edited(only.first, only.last, change, only.later),
        )

    @property
    def maps(self) -> Sequence[TimeMap]:
        return [TimeMap(self.start, max(self.start + 1, self.end), self.moved, self.moved)]

    def moved(self, time: int) -> int:
        if time <= self.start:
            return time
        inside = min(time, self.end) - self.start
        return self.start + self._lasts(inside) + max(0, time - self.end)

    def _lasts(self, inside: int) -> int:
        both = self.factor + (self.upto or self.factor)
        if not self.upto or inside == self.end - self.start:
            return (inside * 4000 + both) // (2 * both)
        first, last = self._ends
        return int(played_at(first, last, self.end - self.start, inside) + 0.5)

    @property
    def _ends(self) -> tuple[float, float]:
        return self.factor / 1000, (self.upto or self.factor) / 1000

    def has_left(self, piece: Segment, tolerance: int) -> bool:
        first, last = speeds_of(piece.properties)
        if self.upto:  # of a ramp that was cut, parts are left
            slowest, fastest = sorted(self._ends)
            is_alike = (first < last) == (self.factor < self.upto) and first != last
            return is_alike and slowest <= min(first, last) and max(first, last) <= fastest
        found = self._ends == (1, 1) or (first, last) != (1, 1)
        return found and all(
            map(partial(same, "speed", tolerance=tolerance), self._ends, (first, last))
        )

    @property
    def trace(self) -> str:
        upto = f"-{self.upto / 1000:g}" if self.upto else ""
        return f"{self.factor / 1000:g}{upto}x section"

    def _divided(self, pieces: list[Segment], is_first: bool) -> list[Segment]:
        parts = divided(pieces, [self.start, self.end])
        return self._moved([self._faster(part) for part in parts], is_first)

    def _moved(self, pieces: list[Segment], is_first: bool) -> list[Segment]:
        return retimed(pieces, self.moved, is_first)

    def _faster(self, piece: Segment) -> Segment:
        inside = self.start <= piece.start.lo and piece.end.lo <= self.end
        if not inside or piece.uncertain or is_unmoved(piece):
            return piece
        first, last = speeds_of(piece.properties)
        begins, ends = self._speed(piece.start.lo), self._speed(piece.end.lo)
        return piece.with_properties(**speeds(first * begins, last * ends))

    def _speed(self, time: int) -> float:
        first, last = self._ends
        return speed_at(first, last, max(1, self.end - self.start), time - self.start)


@dataclass(frozen=True, slots=True)
class FreezeFrame(Delta):
    """The frame at a time (ms), or the last one, is held for `duration` ms; what follows moves back."""

    moves_time = True
    shown_by = "freeze"

    at: int | Literal["end"]
    duration: int

    def apply(self, timeline: Timeline) -> None:
        if not timeline.main:
            return
        with fades_at_the_ends(timeline) as track:
            end = timeline.length
            if self.at == "end" or (end.is_exact and self.at >= end.lo):
                timeline.main = track.plus(held(track[-1], end, self.duration))
                timeline.length = end.plus(exactly(self.duration))
            else:
                timeline.main = track.edited(self.at, self.at, self._held, self.duration)
                retime_layers(timeline, self.maps)

    @property
    def maps(self) -> Sequence[TimeMap]:
        """What ends at that moment is over before the frame, what begins then follows it."""
        if self.at == "end":
            return ()
        return [TimeMap(self.at - 1, self.at + 1, self.moved, self._begun)]

    def moved(self, time: int) -> int:
        """The held moment itself stays: what ends there is over before the frame."""
        return time if self.at == "end" or time <= self.at else time + self.duration

    def has_left(self, piece: Segment, tolerance: int) -> bool:
        is_frozen = bool(piece.properties.get("freeze"))
        return is_frozen and abs(piece.length.lo - self.duration) <= tolerance

    @property
    def trace(self) -> str:
        return f"{self.duration / 1000:g}s freeze frame"

    def _begun(self, time: int) -> int:
        return time if self.at == "end" or time < self.at else time + self.duration

    def _held(self, pieces: list[Segment], is_first: bool) -> list[Segment]:
        at, duration = int(self.at), self.duration
        parts = divided(pieces, [at])
        before = [piece for piece in parts if piece.end.hi <= at]
        after = [piece for piece in parts if piece.end.hi > at]
        frozen = held((after or before[-1:])[0], exactly(at), duration)
        later = [p.moved(p.start.shifted(duration), p.end.shifted(duration)) for p in after]
        return mended([*before, frozen, *later], is_first)


@dataclass(frozen=True, slots=True)
class Reverse(Delta):
    """The main track plays backwards; layers stay where they are."""

    maps_time = False
    moves_time = True
    shown_by = "reverse"
    trace = "reversed section"

    def apply(self, timeline: Timeline) -> None:
        if timeline.is_exact:
            with fades_at_the_ends(timeline) as track:
                timeline.main = MainTrack.of(turned(track, timeline.length.lo))
