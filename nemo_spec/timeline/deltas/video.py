"""Changes to the main track."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from typing import Literal

from nemo_spec.timeline.deltas.base import Delta
from nemo_spec.timeline.deltas.retiming import earlier, retime, trimmed
from nemo_spec.timeline.main_track import (
    clipped_fade,
    cuts_of,
    divide,
    divided,
    fades_at_the_ends,
    held,
    is_unmoved,
    mended,
    turned,
)
from nemo_spec.timeline.model import Interval, Segment, Timeline, exactly
from nemo_spec.timeline.properties import same

NEAR_MS = 250
"""How far a transition may be from its cut: two probes differ by some frames about the end of a clip, and
more than a quarter of a second away people see another cut."""


@dataclass(frozen=True, slots=True)
class Assemble(Delta):
    """The main track is these segments in a row, each overlapping the next by `fade` ms."""

    maps_time = False
    sets = ("transition", "overlap", "still")
    moves_time = removes_material = True

    pieces: tuple[Segment, ...]
    fade: int = 0

    def apply(self, timeline: Timeline) -> None:
        timeline.main, position = [], exactly(0)
        for index, piece in enumerate(self.pieces):
            if index and self.fade:
                position = position.shifted(-self.fade)
                piece = piece.with_properties(transition=self.fade, overlap=True)
            end = position.plus(piece.length)
            timeline.main.append(piece.moved(position, end))
            position = end
        timeline.length = position
        timeline.in_order = all(piece.length.lo >= self.fade for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Append(Delta):
    """The main track gets one more segment at its end; layers do not stretch."""

    moves_time = True

    piece: Segment

    def apply(self, timeline: Timeline) -> None:
        end = timeline.length.plus(self.piece.length)
        timeline.main.append(self.piece.moved(timeline.length, end))
        timeline.length = end


@dataclass(frozen=True, slots=True)
class Cut(Delta):
    """The ranges (ms, in order, not overlapping) are gone and what follows closes up."""

    moves_time = removes_material = True

    ranges: tuple[tuple[int, int], ...]

    def apply(self, timeline: Timeline) -> None:
        with fades_at_the_ends(timeline):
            if timeline.is_exact:
                parts = divided(timeline.main, [edge for cut in self.ranges for edge in cut])
                timeline.main = [part for part in parts if self._stays(part)]
            retime(timeline, self.moved)

    def moved(self, time: int) -> int:
        return time - sum(min(time, end) - start for start, end in self.ranges if start < time)

    def _stays(self, part: Segment) -> bool:
        return self.moved(part.end.lo) > self.moved(part.start.lo)


@dataclass(frozen=True, slots=True)
class Split(Delta):
    """The main track is divided at a time (ms)."""

    at: int

    def apply(self, timeline: Timeline) -> None:
        with fades_at_the_ends(timeline):
            divide(timeline, [self.at], "cut")


@dataclass(frozen=True, slots=True)
class Retime(Delta):
    """The range (ms) plays at `factor` thousandths of its speed: 1500 is 1.5x."""

    moves_time = True
    shown_by = "speed"

    start: int
    end: int
    factor: int

    def apply(self, timeline: Timeline) -> None:
        with fades_at_the_ends(timeline):
            if timeline.is_exact:
                parts = divided(timeline.main, [self.start, self.end])
                timeline.main = [self._faster(part) for part in parts]
            retime(timeline, self.moved)

    def moved(self, time: int) -> int:
        if time <= self.start:
            return time
        inside = min(time, self.end) - self.start
        lasts = (inside * 2000 + self.factor) // (2 * self.factor)
        return self.start + lasts + max(0, time - self.end)

    def has_left(self, piece: Segment, tolerance: int) -> bool:
        speed = piece.properties.get("speed")
        return speed is not None and same("speed", self.factor / 1000, speed, tolerance)

    @property
    def trace(self) -> str:
        return f"{self.factor / 1000:g}x section"

    def _faster(self, piece: Segment) -> Segment:
        inside = self.start <= piece.start.lo and piece.end.lo <= self.end
        if not inside or piece.uncertain or is_unmoved(piece):
            return piece
        speed = piece.properties.get("speed", 1)
        if not isinstance(speed, int | float):
            return piece
        return piece.with_properties(speed=round(speed * self.factor / 1000, 6))


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
        with fades_at_the_ends(timeline):
            end = timeline.length
            if self.at == "end" or (end.is_exact and self.at >= end.lo):
                timeline.main.append(held(timeline.main[-1], end, self.duration))
                timeline.length = end.plus(exactly(self.duration))
            else:
                self._hold(timeline, self.at)

    def moved(self, time: int) -> int:
        """The held moment itself stays: what ends there is over before the frame."""
        return time if self.at == "end" or time <= self.at else time + self.duration

    def has_left(self, piece: Segment, tolerance: int) -> bool:
        is_frozen = bool(piece.properties.get("freeze"))
        return is_frozen and abs(piece.length.lo - self.duration) <= tolerance

    @property
    def trace(self) -> str:
        return f"{self.duration / 1000:g}s freeze frame"

    def _hold(self, timeline: Timeline, at: int) -> None:
        pieces, duration = divided(timeline.main, [at]), self.duration
        timeline.in_order = timeline.in_order and all(
            piece.start.lo >= at for piece in pieces if piece.end.hi > at
        )
        before = [piece for piece in pieces if piece.end.hi <= at]
        after = [piece for piece in pieces if piece.end.hi > at]
        frozen = held((after or before[-1:])[0], exactly(at), duration)
        retime(timeline, self.moved, lambda time: time if time < at else time + duration)
        later = [p.moved(p.start.shifted(duration), p.end.shifted(duration)) for p in after]
        timeline.main = mended([*before, frozen, *later])


@dataclass(frozen=True, slots=True)
class Reverse(Delta):
    """The main track plays backwards; layers stay where they are."""

    maps_time = False
    moves_time = True
    shown_by = "reverse"
    trace = "reversed section"

    def apply(self, timeline: Timeline) -> None:
        if timeline.is_exact:
            with fades_at_the_ends(timeline):
                timeline.main = turned(timeline.main, timeline.length.lo)


@dataclass(frozen=True, slots=True)
class RemoveUnknown(Delta):
    """Ranges that only the service knows are gone.

    `removed` is how much (ms), None when nobody has measured it. `ends` say of a cut where it was: at 0 or
    at the end (None), and how much (ms) of it, None for any length.
    """

    maps_time = False
    moves_time = True

    what: str
    removed: Interval | None = None
    ends: tuple[tuple[int | None, int | None], ...] = ()

    @property
    def is_vague(self) -> bool:
        return self.removed is None

    def apply(self, timeline: Timeline) -> None:
        before = timeline.length
        lo, hi = self.removed or Interval(0, before.hi)
        timeline.length = Interval(max(0, before.lo - hi), max(0, before.hi - lo))
        most, longest = min(hi, before.hi), timeline.length.hi
        timeline.main = [
            replace(
                piece,
                start=earlier(piece.start, most, longest),
                end=earlier(piece.end, most, longest),
                uncertain=True,
            )
            for piece in timeline.main
        ]
        timeline.in_order = False  # uncertain pieces may begin before one in front of them
        timeline.layers = [
            trimmed(layer, timeline.length)
            if layer.role == "music"
            else layer.moved(earlier(layer.start, most), earlier(layer.end, most))
            for layer in timeline.layers
        ]


@dataclass(frozen=True, slots=True)
class SetProperties(Delta):
    """The main track between two times (ms) gets other properties: colour, level, geometry."""

    repeatable = True

    start: int
    end: int
    properties: dict[str, object] = field(default_factory=dict)

    @property
    def sets(self) -> Collection[str]:
        return self.properties

    def apply(self, timeline: Timeline) -> None:
        whole = self.start == 0 and self.end >= timeline.length.hi
        with fades_at_the_ends(timeline):
            touched = slice(None)
            if timeline.is_exact and not whole:
                touched = divide(timeline, [self.start, self.end])
            timeline.main[touched] = [
                piece.with_properties(**self.properties) if whole or self._covers(piece) else piece
                for piece in timeline.main[touched]
            ]

    def _covers(self, piece: Segment) -> bool:
        return self.start <= piece.start.lo and piece.end.hi <= self.end


@dataclass(frozen=True, slots=True)
class RotateBy(Delta):
    """The picture is turned further clockwise, by quarters."""

    shown_by = "rotate"

    degrees: int

    def apply(self, timeline: Timeline) -> None:
        timeline.main = [self._turned(piece) for piece in timeline.main]

    def _turned(self, piece: Segment) -> Segment:
        before = piece.properties.get("rotate", 0)
        degrees = self.degrees + (before if isinstance(before, int | float) else 0)
        return piece.with_properties(rotate=degrees % 360 or None)


@dataclass(frozen=True, slots=True)
class FadeVideo(Delta):
    """The video fades in from black (`fade_in`), or out to black (`fade_out`), over so many ms."""

    repeatable = True

    key: Literal["fade_in", "fade_out"]
    duration: int

    @property
    def sets(self) -> Collection[str]:
        return (self.key,)

    def apply(self, timeline: Timeline) -> None:
        if timeline.main:
            index = 0 if self.key == "fade_in" else -1
            clipped = clipped_fade(self.duration, timeline.length)
            timeline.main[index] = timeline.main[index].with_properties(**{self.key: clipped})


@dataclass(frozen=True, slots=True)
class Transition(Delta):
    """A fade of `duration` ms on the cut nearest to a time (ms), at most NEAR_MS away."""

    shown_by = "transition"
    repeatable = True

    at: int
    duration: int

    def apply(self, timeline: Timeline) -> None:
        cuts = cuts_of(timeline.main)
        nearest = min(cuts, key=lambda index: abs(cuts[index] - self.at), default=None)
        if nearest is not None and abs(cuts[nearest] - self.at) <= NEAR_MS:
            piece = timeline.main[nearest]
            timeline.main[nearest] = piece.with_properties(transition=self.duration)
