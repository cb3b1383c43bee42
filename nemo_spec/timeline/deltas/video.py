"""Changes to the main track."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Literal

from nemo_spec.timeline.deltas.base import Delta
from nemo_spec.timeline.deltas.retiming import (
    earlier,
    fades_at_the_ends,
    retime,
    retime_layers,
    retimed,
)
from nemo_spec.timeline.layers import trimmed
from nemo_spec.timeline.main_track import (
    clipped_fade,
    cuts_of,
    divided,
    held,
    is_unmoved,
    mended,
    turned,
)
from nemo_spec.timeline.model import Interval, Segment, Timeline, exactly
from nemo_spec.timeline.properties import same
from nemo_spec.timeline.ramps import played_at, speed_at, speeds, speeds_of
from nemo_spec.timeline.time_map import TimeMap
from nemo_spec.timeline.track import MainTrack

NEAR_MS = 250
"""How far a transition may be from its cut: two probes differ by some frames about the end of a clip, and
more than a quarter of a second away people see another cut."""


@dataclass(frozen=True, slots=True)
class Assemble(Delta):
    """The main track is these segments in a row, each overlapping the next by `fade` ms in a transition
    of that kind."""

    maps_time = False
    sets = ("transition", "transition_kind", "overlap", "still")
    moves_time = removes_material = True

    pieces: tuple[Segment, ...]
    fade: int = 0
    kind: str = "fade"

    def apply(self, timeline: Timeline) -> None:
        main, position = list[Segment](), exactly(0)
        for index, piece in enumerate(self.pieces):
            if index and self.fade:
                position = position.shifted(-self.fade)
                piece = piece.with_properties(
                    transition=self.fade, transition_kind=_named(self.kind), overlap=True
                )
            end = position.plus(piece.length)
            main.append(piece.moved(position, end))
            position = end
        timeline.main, timeline.length = MainTrack.of(main), position


@dataclass(frozen=True, slots=True)
class Append(Delta):
    """The main track gets one more segment at its end; layers do not stretch."""

    moves_time = True

    piece: Segment

    def apply(self, timeline: Timeline) -> None:
        end = timeline.length.plus(self.piece.length)
        piece = self.piece.moved(timeline.length, end)
        timeline.main = MainTrack.of(timeline.main).plus(piece)
        timeline.length = end


@dataclass(frozen=True, slots=True)
class Cut(Delta):
    """The ranges (ms, in order, not overlapping) are gone and what follows closes up."""

    moves_time = removes_material = True

    ranges: tuple[tuple[int, int], ...]

    def apply(self, timeline: Timeline) -> None:
        is_exact = timeline.is_exact
        retime(timeline, self.maps, lambda track: self._gone(track, is_exact))

    def _gone(self, track: MainTrack, is_exact: bool) -> MainTrack:
        for cut in reversed(self._apart(track)):
            change = cut._divided if is_exact else cut._moved
            track = track.edited(cut.ranges[0][0], cut.ranges[-1][1], change, cut.later)
        return track

    @property
    def maps(self) -> Sequence[TimeMap]:
        cuts = [Cut((range_,)) for range_ in reversed(self.ranges)]
        return [TimeMap(*cut.ranges[0], cut.moved, cut.moved) for cut in cuts]

    @property
    def later(self) -> int:
        """How many ms later all behind the ranges is; that is, how much earlier."""
        return -sum(end - start for start, end in self.ranges)

    def moved(self, time: int) -> int:
        return time - sum(min(time, end) - start for start, end in self.ranges if start < time)

    def _apart(self, track: MainTrack) -> list[Cut]:
        """Cuts of which no two touch the same piece, in order: each piece is divided once."""
        groups: list[tuple[tuple[int, int], ...]] = []
        for range_ in self.ranges:
            is_apart = not groups or not track.reaches(groups[-1][-1][1], range_[0])
            groups[len(groups) if is_apart else -1 :] = [
                (range_,) if is_apart else (*groups[-1], range_)
            ]
        return [Cut(ranges) for ranges in groups]

    def _divided(self, pieces: list[Segment], is_first: bool) -> list[Segment]:
        parts = divided(pieces, [edge for cut in self.ranges for edge in cut])
        return self._moved([part for part in parts if self._stays(part)], is_first)

    def _moved(self, pieces: list[Segment], is_first: bool) -> list[Segment]:
        return retimed(pieces, self.moved, is_first)

    def _stays(self, part: Segment) -> bool:
        return self.moved(part.end.lo) > self.moved(part.start.lo)


@dataclass(frozen=True, slots=True)
class Split(Delta):
    """The main track is divided at a time (ms)."""

    at: int

    def apply(self, timeline: Timeline) -> None:
        at = self.at
        with fades_at_the_ends(timeline) as track:
            timeline.main = track.edited(at, at, lambda pieces, _: divided(pieces, [at], "cut"))


@dataclass(frozen=True, slots=True)
class Retime(Delta):
    """The range (ms) plays at `factor` thousandths of its speed: 1500 is 1.5x. With `upto` the speed goes
    evenly from one to the other, over the time that results."""

    moves_time = True
    shown_by = "speed"

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


@dataclass(frozen=True, slots=True)
class RemoveUnknown(Delta):
    """Ranges that only the service knows are gone.

    `removed` is how much (ms), None when nobody has measured it; `left` how long the video is afterwards,
    where that is known instead. `ends` say of a cut where it was: at 0 or at the end (None), and how much
    (ms) of it, None for any length. No pause of the speech is longer than `longest` ms afterwards.
    """

    maps_time = False
    moves_time = True

    what: str
    removed: Interval | None = None
    ends: tuple[tuple[int | None, int | None], ...] = ()
    left: Interval | None = None
    longest: int | None = None

    @property
    def is_vague(self) -> bool:
        return self.removed is None

    def apply(self, timeline: Timeline) -> None:
        before = timeline.length
        lo, hi = self.removed or Interval(0, before.hi - (self.left.lo if self.left else 0))
        timeline.length = self.left or Interval(max(0, before.lo - hi), max(0, before.hi - lo))
        most, longest = min(hi, before.hi), timeline.length.hi
        timeline.main = MainTrack.of(
            [
                replace(
                    piece,
                    start=earlier(piece.start, most, longest),
                    end=earlier(piece.end, most, longest),
                    uncertain=True,
                )
                for piece in timeline.main
            ]
        )
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
        with fades_at_the_ends(timeline) as track:
            if whole:
                timeline.main = track.looking(self.properties)
            else:
                change = self._divided if timeline.is_exact else self._changed
                timeline.main = track.edited(self.start, self.end, change)

    def _divided(self, pieces: list[Segment], is_first: bool) -> list[Segment]:
        return self._changed(divided(pieces, [self.start, self.end]), is_first)

    def _changed(self, pieces: list[Segment], _: bool) -> list[Segment]:
        return [self._with(piece) if self._covers(piece) else piece for piece in pieces]

    def _with(self, piece: Segment) -> Segment:
        return piece.with_properties(**self.properties)

    def _covers(self, piece: Segment) -> bool:
        return self.start <= piece.start.lo and piece.end.hi <= self.end


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
            track = MainTrack.of(timeline.main)
            timeline.main = track.put(index, track[index].with_properties(**{self.key: clipped}))


@dataclass(frozen=True, slots=True)
class Transition(Delta):
    """A transition of `duration` ms on the cut nearest to a time (ms), at most NEAR_MS away."""

    shown_by = "transition"
    repeatable = True

    at: int
    duration: int
    kind: str = "fade"

    def apply(self, timeline: Timeline) -> None:
        track = MainTrack.of(timeline.main)
        timeline.main = track.edited(self.at - NEAR_MS, self.at + NEAR_MS, self._linked)

    def _linked(self, pieces: list[Segment], _: bool) -> list[Segment]:
        cuts = dict(cuts_of(pieces))
        nearest = min(cuts, key=lambda index: abs(cuts[index] - self.at), default=None)
        if nearest is None or abs(cuts[nearest] - self.at) > NEAR_MS:
            return pieces
        linked = pieces[nearest].with_properties(
            transition=self.duration, transition_kind=_named(self.kind)
        )
        return [*pieces[:nearest], linked, *pieces[nearest + 1 :]]


def _named(kind: str) -> str | None:
    """The property `transition_kind`, which is not there for a fade."""
    return None if kind == "fade" else kind
