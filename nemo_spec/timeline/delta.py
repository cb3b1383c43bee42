"""What one edit does to a timeline.

A step holds its deltas, and timelines are folded from them when needed: carrying a whole timeline in
every step would make a long recipe quadratic. `apply` changes the timeline it is given.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Literal, Protocol

from nemo_spec.language.values import DAY
from nemo_spec.timeline.model import ANY_LENGTH, Interval, Role, Segment, Timeline, exactly

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
class Arrange:
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
        if timeline.is_exact:
            timeline.main = [kept for piece in timeline.main for kept in self._kept(piece)]
        _retime(timeline, self.moved)

    def moved(self, time: int) -> int:
        return time - sum(
            max(0, min(time, end) - start) for start, end in self.ranges if start < time
        )

    def _kept(self, piece: Segment) -> list[Segment]:
        start, end = piece.start.lo, piece.end.lo
        edges = [edge for cut in self.ranges for edge in cut if start < edge < end]
        parts = _split(piece, edges)
        return [part for part in parts if self.moved(part.end.lo) > self.moved(part.start.lo)]


@dataclass(frozen=True, slots=True)
class Split:
    """One more piece on the main track, divided at a time in ms."""

    at: int

    def apply(self, timeline: Timeline) -> None:
        timeline.main = [
            part for piece in timeline.main for part in _split(piece, [self.at], "cut")
        ]


@dataclass(frozen=True, slots=True)
class Stretch:
    """The range (ms) plays at `factor` thousandths of its speed: 1500 is 1.5x."""

    start: int
    end: int
    factor: int

    def apply(self, timeline: Timeline) -> None:
        if timeline.is_exact:
            inside = [
                part for piece in timeline.main for part in _split(piece, [self.start, self.end])
            ]
            timeline.main = [self._faster(piece) for piece in inside]
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
        overlap = piece.look.get("transition")
        if piece.look.get("overlap") and isinstance(overlap, int):
            shared = self.moved(piece.start.lo + overlap) - self.moved(piece.start.lo)
            piece = piece.with_look(transition=shared)
        if not inside or piece.loose or piece.look.get("still") or piece.look.get("freeze"):
            return piece
        speed = float(str(piece.look.get("speed", 1))) * self.factor / 1000
        return piece.with_look(speed=round(speed, 6))


@dataclass(frozen=True, slots=True)
class Hold:
    """The picture at a time (ms), or the last one, stands still for so long; what follows moves back."""

    at: int | Literal["end"]
    duration: int

    def apply(self, timeline: Timeline) -> None:
        if not timeline.main:
            return
        end = timeline.length
        if self.at == "end" or (end.is_exact and self.at >= end.lo):
            timeline.main.append(self._frozen(timeline.main[-1], end))
            timeline.length = end.plus(exactly(self.duration))
            return
        at = self.at
        pieces = [part for piece in timeline.main for part in _split(piece, [at])]
        before = [piece for piece in pieces if piece.end.hi <= at]
        after = [piece for piece in pieces if piece.end.hi > at]
        frozen = self._frozen((after or before[-1:])[0], exactly(at))
        _retime(timeline, lambda time: time if time <= at else time + self.duration)
        timeline.main = [*before, frozen, *[_shift(piece, self.duration) for piece in after]]

    def _frozen(self, beside: Segment, start: Interval) -> Segment:
        look = {"freeze": True} | {
            k: v for k, v in beside.look.items() if k not in ("speed", "reverse")
        }
        end = start.plus(exactly(self.duration))
        return replace(beside, start=start, end=end, source=None, look=look)


@dataclass(frozen=True, slots=True)
class Reverse:
    """The main track plays backwards; what stands above it stays where it is."""

    def apply(self, timeline: Timeline) -> None:
        if not timeline.is_exact:
            return
        total = timeline.length.lo
        timeline.main = [
            piece.moved(exactly(total - piece.end.lo), exactly(total - piece.start.lo)).with_look(
                reverse=None if piece.look.get("reverse") else True
            )
            for piece in reversed(timeline.main)
        ]


@dataclass(frozen=True, slots=True)
class Loosen:
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
class Mark:
    """The main track between two times (ms) gets a look: colour, level, fades, geometry."""

    start: int
    end: int
    look: dict[str, object] = field(default_factory=dict)

    def apply(self, timeline: Timeline) -> None:
        whole = self.start == 0 and self.end >= timeline.length.hi
        if whole or not timeline.is_exact:
            pieces = timeline.main
        else:
            pieces = [
                part for piece in timeline.main for part in _split(piece, [self.start, self.end])
            ]
        timeline.main = [
            piece.with_look(**self.look) if whole or self._covers(piece) else piece
            for piece in pieces
        ]

    def _covers(self, piece: Segment) -> bool:
        return self.start <= piece.start.lo and piece.end.hi <= self.end


@dataclass(frozen=True, slots=True)
class MarkEdge:
    """The first or last piece of the main track, or the one that begins at a cut, gets a look."""

    at: int | str
    look: dict[str, object]

    def apply(self, timeline: Timeline) -> None:
        for index, piece in enumerate(timeline.main):
            first = self.at == "start" and index == 0
            last = self.at == "end" and index == len(timeline.main) - 1
            if first or last or piece.start == (self.at, self.at):
                timeline.main[index] = piece.with_look(**self.look)


# ---- Layers and canvas ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Lay:
    """One more segment above the main track, clipped at its end."""

    layer: Segment

    def apply(self, timeline: Timeline) -> None:
        timeline.layers.append(_trimmed(self.layer, timeline.length))


@dataclass(frozen=True, slots=True)
class LayMany:
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


def _retime(timeline: Timeline, moved: TimeMap) -> None:
    timeline.length = _mapped(timeline.length, moved)
    timeline.main = [
        piece.moved(_mapped(piece.start, moved), _mapped(piece.end, moved))
        for piece in timeline.main
    ]
    layers = [_layer_moved(layer, moved, timeline.length) for layer in timeline.layers]
    timeline.layers = [layer for layer in layers if layer.end.hi > layer.start.lo]


def _layer_moved(layer: Segment, moved: TimeMap, length: Interval) -> Segment:
    if layer.role == "music":
        return _trimmed(layer, length)
    return layer.moved(_mapped(layer.start, moved), _mapped(layer.end, moved))


def _mapped(time: Interval, moved: TimeMap) -> Interval:
    return Interval(moved(time.lo), moved(time.hi))


def _trimmed(layer: Segment, length: Interval) -> Segment:
    earliest = max(layer.start.lo, min(layer.end.lo, length.lo))
    end = Interval(earliest, min(layer.end.hi, length.hi))
    return layer if end == layer.end else layer.moved(layer.start, end)


def _split(piece: Segment, edges: list[int], mark: str = "") -> list[Segment]:
    """The piece divided at those of the edges that certainly lie inside it."""
    inside = sorted({edge for edge in edges if piece.start.hi < edge < piece.end.lo})
    if not inside:
        return [piece]
    bounds = [piece.start, *map(exactly, inside), piece.end]
    return [
        replace(
            piece,
            start=a,
            end=b,
            source=_part_of_source(piece, a, b),
            look=_part_of_look(piece, a, b, mark),
        )
        for a, b in pairwise(bounds)
    ]


def _part_of_look(piece: Segment, start: Interval, end: Interval, mark: str) -> dict[str, object]:
    gone = {"fade_in", "transition", "overlap"} if start != piece.start else set()
    if end != piece.end:
        gone.add("fade_out")
    look = {key: value for key, value in piece.look.items() if key not in gone}
    return look | ({mark: True} if mark and start != piece.start else {})


def _part_of_source(piece: Segment, start: Interval, end: Interval) -> tuple[int, int] | None:
    if piece.source is None or not (piece.start.is_exact and piece.end.is_exact) or piece.loose:
        return None
    if piece.look.get("freeze") or piece.look.get("still"):
        return piece.source
    first, last = piece.source
    length = piece.end.lo - piece.start.lo
    before, upto = start.lo - piece.start.lo, end.lo - piece.start.lo
    if piece.look.get("reverse"):
        before, upto = length - upto, length - before
    at = [
        first + (2 * (last - first) * offset + length) // (2 * length) for offset in (before, upto)
    ]
    return at[0], at[1]


def _shift(piece: Segment, by: int) -> Segment:
    return piece.moved(piece.start.plus(exactly(by)), piece.end.plus(exactly(by)))


def _minus(time: Interval, milliseconds: int) -> Interval:
    return Interval(max(0, time.lo - milliseconds), max(0, time.hi - milliseconds))


def _earlier(time: Interval, most: int, longest: int = DAY) -> Interval:
    return Interval(max(0, time.lo - most), min(time.hi, longest))
