"""What one edit does to a timeline.

A step holds its deltas, and timelines are folded from them when needed: carrying a whole timeline in
every step would make a long recipe quadratic. `apply` changes the timeline it is given.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Literal, Protocol

from nemo_spec.language.values import DAY
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
from nemo_spec.timeline.model import ANY_LENGTH, Interval, Role, Segment, Timeline, exactly

NEAR_MS = 250

TimeMap = Callable[[int], int]
"""Where a millisecond of the timeline lies after an edit; never decreasing."""


class Delta(Protocol):
    def apply(self, timeline: Timeline) -> None:
        """Change the timeline as the edit would."""


def fold(timeline: Timeline, deltas: Iterable[Delta]) -> Timeline:
    """The timeline after the deltas; the given one stays as it is."""
    after = timeline.copy()
    for delta in deltas:
        delta.apply(after)
    return after


# ---- The main track ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Assemble:
    """These pieces stand on the main track, one after another, each overlapping the next by `fade` ms."""

    pieces: tuple[Segment, ...]
    fade: int = 0

    def apply(self, timeline: Timeline) -> None:
        timeline.main, position = [], exactly(0)
        for index, piece in enumerate(self.pieces):
            if index and self.fade:
                position = _minus(position, self.fade)
                piece = piece.with_look(transition=self.fade, overlap=True)
            end = position.plus(piece.length)
            timeline.main.append(piece.moved(position, end))
            position = end
        timeline.length = position
        timeline.in_order = all(piece.length.lo >= self.fade for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Append:
    """One more piece at the end of the main track; what stands above does not stretch."""

    piece: Segment

    def apply(self, timeline: Timeline) -> None:
        end = timeline.length.plus(self.piece.length)
        timeline.main.append(self.piece.moved(timeline.length, end))
        timeline.length = end


@dataclass(frozen=True, slots=True)
class Cut:
    """The ranges (ms, in order, not overlapping) are gone and what follows closes up."""

    ranges: tuple[tuple[int, int], ...]

    def apply(self, timeline: Timeline) -> None:
        with fades_at_the_ends(timeline):
            if timeline.is_exact:
                parts = divided(timeline.main, [edge for cut in self.ranges for edge in cut])
                timeline.main = [part for part in parts if self._stays(part)]
            _retime(timeline, self.moved)

    def moved(self, time: int) -> int:
        return time - sum(
            max(0, min(time, end) - start) for start, end in self.ranges if start < time
        )

    def _stays(self, part: Segment) -> bool:
        return self.moved(part.end.lo) > self.moved(part.start.lo)


@dataclass(frozen=True, slots=True)
class Split:
    """One more piece on the main track, divided at a time in ms."""

    at: int

    def apply(self, timeline: Timeline) -> None:
        with fades_at_the_ends(timeline):
            divide(timeline, [self.at], "cut")


@dataclass(frozen=True, slots=True)
class Retime:
    """The range (ms) plays at `factor` thousandths of its speed: 1500 is 1.5x."""

    start: int
    end: int
    factor: int

    def apply(self, timeline: Timeline) -> None:
        with fades_at_the_ends(timeline):
            if timeline.is_exact:
                parts = divided(timeline.main, [self.start, self.end])
                timeline.main = [self._faster(part) for part in parts]
            _retime(timeline, self.moved)

    def moved(self, time: int) -> int:
        if time <= self.start:
            return time
        inside = min(time, self.end) - self.start
        return (
            self.start
            + (inside * 2000 + self.factor) // (2 * self.factor)
            + max(0, time - self.end)
        )

    def _faster(self, piece: Segment) -> Segment:
        inside = self.start <= piece.start.lo and piece.end.lo <= self.end
        if not inside or piece.loose or is_unmoved(piece):
            return piece
        speed = piece.look.get("speed", 1)
        if not isinstance(speed, int | float):
            return piece
        return piece.with_look(speed=round(speed * self.factor / 1000, 6))


@dataclass(frozen=True, slots=True)
class FreezeFrame:
    """The picture at a time (ms), or the last one, stands still for so long; what follows moves back."""

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

    def _hold(self, timeline: Timeline, at: int) -> None:
        pieces = divided(timeline.main, [at])
        timeline.in_order = timeline.in_order and all(
            piece.start.lo >= at for piece in pieces if piece.end.hi > at
        )
        before = [piece for piece in pieces if piece.end.hi <= at]
        after = [piece for piece in pieces if piece.end.hi > at]
        frozen = held((after or before[-1:])[0], exactly(at), self.duration)
        _retime(
            timeline,
            lambda time: time if time <= at else time + self.duration,
            lambda time: time if time < at else time + self.duration,
        )
        later = [_shift(piece, self.duration) for piece in after]
        timeline.main = mended([*before, frozen, *later])


@dataclass(frozen=True, slots=True)
class Reverse:
    """The main track plays backwards; what stands above it stays where it is."""

    def apply(self, timeline: Timeline) -> None:
        if timeline.is_exact:
            with fades_at_the_ends(timeline):
                timeline.main = turned(timeline.main, timeline.length.lo)


@dataclass(frozen=True, slots=True)
class RemoveUnknown:
    """Parts of the material that only the service knows are gone.

    `removed` is how many milliseconds, as an interval; None when nobody has measured it.
    """

    what: str
    removed: Interval | None = None

    def apply(self, timeline: Timeline) -> None:
        before = timeline.length
        lo, hi = self.removed or Interval(0, before.hi)
        timeline.length = Interval(max(0, before.lo - hi), max(0, before.hi - lo))
        most, longest = min(hi, before.hi), timeline.length.hi
        timeline.main = [
            replace(
                piece,
                start=_earlier(piece.start, most, longest),
                end=_earlier(piece.end, most, longest),
                loose=True,
            )
            for piece in timeline.main
        ]
        timeline.layers = [
            _trimmed(layer, timeline.length)
            if layer.role == "music"
            else layer.moved(_earlier(layer.start, most), _earlier(layer.end, most))
            for layer in timeline.layers
        ]


@dataclass(frozen=True, slots=True)
class SetProperties:
    """The main track between two times (ms) gets a look: colour, level, fades, geometry."""

    start: int
    end: int
    look: dict[str, object] = field(default_factory=dict)

    def apply(self, timeline: Timeline) -> None:
        whole = self.start == 0 and self.end >= timeline.length.hi
        with fades_at_the_ends(timeline):
            touched = slice(None)
            if timeline.is_exact and not whole:
                touched = divide(timeline, [self.start, self.end])
            timeline.main[touched] = [
                piece.with_look(**self.look) if whole or self._covers(piece) else piece
                for piece in timeline.main[touched]
            ]

    def _covers(self, piece: Segment) -> bool:
        return self.start <= piece.start.lo and piece.end.hi <= self.end


@dataclass(frozen=True, slots=True)
class RotateBy:
    """Every piece of the main track is turned further clockwise, by quarters."""

    degrees: int

    def apply(self, timeline: Timeline) -> None:
        timeline.main = [self._turned(piece) for piece in timeline.main]

    def _turned(self, piece: Segment) -> Segment:
        before = piece.look.get("rotate", 0)
        degrees = self.degrees + (before if isinstance(before, int | float) else 0)
        return piece.with_look(rotate=degrees % 360 or None)


@dataclass(frozen=True, slots=True)
class FadeVideo:
    """The video comes out of black (`fade_in`), or ends in it (`fade_out`), over so many ms."""

    key: Literal["fade_in", "fade_out"]
    duration: int

    def apply(self, timeline: Timeline) -> None:
        if timeline.main:
            index = 0 if self.key == "fade_in" else -1
            look = {self.key: clipped_fade(self.duration, timeline.length)}
            timeline.main[index] = timeline.main[index].with_look(**look)


@dataclass(frozen=True, slots=True)
class Transition:
    """A fade of so many ms on the cut that is nearest to a time (ms), and no further than
    NEAR_MS from it: the length of a clip is measured a few milliseconds differently elsewhere."""

    at: int
    duration: int

    def apply(self, timeline: Timeline) -> None:
        cuts = cuts_of(timeline.main)
        nearest = min(cuts, key=lambda index: abs(cuts[index] - self.at), default=None)
        if nearest is not None and abs(cuts[nearest] - self.at) <= NEAR_MS:
            piece = timeline.main[nearest]
            timeline.main[nearest] = piece.with_look(transition=self.duration)


# ---- Layers and canvas ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class AddLayer:
    """One more segment above the main track, clipped at its end."""

    layer: Segment

    def apply(self, timeline: Timeline) -> None:
        timeline.layers.append(_trimmed(self.layer, timeline.length))


@dataclass(frozen=True, slots=True)
class Lift:
    """A segment above the main track is gone, known by its place in the draft."""

    layer: Segment

    def apply(self, timeline: Timeline) -> None:
        timeline.layers = [one for one in timeline.layers if one.place != self.layer.place]


@dataclass(frozen=True, slots=True)
class AddUnknownLayers:
    """At least one segment of a kind, how many and where only the service knows."""

    role: Role
    owner: int | None = None

    def apply(self, timeline: Timeline) -> None:
        timeline.open_roles[self.role] = self.owner


@dataclass(frozen=True, slots=True)
class Canvas:
    """The frame that everything is seen in: width, height and how other shapes sit in it."""

    look: dict[str, object]

    def apply(self, timeline: Timeline) -> None:
        timeline.canvas.update(self.look)


@dataclass(frozen=True, slots=True)
class Unpredictable:
    """Anything may happen: durations and positions are unknown from here."""

    def apply(self, timeline: Timeline) -> None:
        timeline.unknown = True
        timeline.length = ANY_LENGTH


# ---- Time ----------------------------------------------------------------------------------------


def _retime(timeline: Timeline, moved: TimeMap, begun: TimeMap | None = None) -> None:
    """Everything at its new time; `begun` is for what begins there, where that differs."""
    timeline.length = _mapped(timeline.length, moved)
    timeline.main = mended(
        [
            piece.moved(_mapped(piece.start, moved), _mapped(piece.end, moved))
            for piece in timeline.main
        ]
    )
    layers = [
        _layer_moved(layer, moved, begun or moved, timeline.length) for layer in timeline.layers
    ]
    timeline.layers = [layer for layer in layers if layer.end.hi > layer.start.lo]


def _layer_moved(layer: Segment, moved: TimeMap, begun: TimeMap, length: Interval) -> Segment:
    if layer.role == "music":
        return _trimmed(layer, length)
    return layer.moved(_mapped(layer.start, begun), _mapped(layer.end, moved))


def _mapped(time: Interval, moved: TimeMap) -> Interval:
    return Interval(moved(time.lo), moved(time.hi))


def _trimmed(layer: Segment, length: Interval) -> Segment:
    earliest = max(layer.start.lo, min(layer.end.lo, length.lo))
    end = Interval(earliest, min(layer.end.hi, length.hi))
    return layer if end == layer.end else layer.moved(layer.start, end)


def _shift(piece: Segment, by: int) -> Segment:
    return piece.moved(piece.start.plus(exactly(by)), piece.end.plus(exactly(by)))


def _minus(time: Interval, milliseconds: int) -> Interval:
    return Interval(max(0, time.lo - milliseconds), max(0, time.hi - milliseconds))


def _earlier(time: Interval, most: int, longest: int = DAY) -> Interval:
    return Interval(max(0, time.lo - most), min(time.hi, longest))
