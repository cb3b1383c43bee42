"""Changes to the main track."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from nemo_spec.timeline.deltas.base import Delta
from nemo_spec.timeline.deltas.retiming import (
    earlier,
    fades_at_the_ends,
    retime,
    retimed,
)
from nemo_spec.timeline.layers import trimmed
from nemo_spec.timeline.main_track import (
    clipped_fade,
    cuts_of,
    divided,
)
from nemo_spec.timeline.model import Interval, Segment, Timeline, exactly
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
class RemoveUnknown(Delta):
    """Ranges that only the service knows are gone.

    `removed` is how much (ms), None when nobody has measured it; `left` how long the video is afterwards,
    where that is known instead: longer, too, where its end plays slower. `ends` say of a cut where it was:
    at 0 or at the end (None), and how much (ms) of it, None for any length. No pause of the speech lasts
    longer than `longest` ms afterwards.
    """

    maps_time = False
    moves_time = True

    what: str
    removed: Interval | None = None
    ends: tuple[tuple[int | None, int | None], ...] = ()
    left: Interval | None = None
    longest: int | None = None

    @property
    def sets(self) -> Collection[str]:
        return ("speed", "speed_to") if self.what == "speed" else ()

    @property
    def is_vague(self) -> bool:
        return self.removed is None

    def apply(self, timeline: Timeline) -> None:
        before = timeline.length
        lo, hi = self.removed or Interval(0, before.hi - (self.left.lo if self.left else 0))
        timeline.length = self.left or Interval(max(0, before.lo - hi), max(0, before.hi - lo))
        most, longest = min(max(0, hi), before.hi), timeline.length.hi
        later = max(0, longest - before.hi)
        timeline.main = MainTrack.of(
            [
                replace(
                    piece,
                    start=earlier(piece.start, most, longest, later),
                    end=earlier(piece.end, most, longest, later),
                    uncertain=True,
                )
                for piece in timeline.main
            ]
        )
        timeline.layers = [
            trimmed(layer, timeline.length)
            if layer.role == "music"
            else layer.moved(
                earlier(layer.start, most, later=later), earlier(layer.end, most, later=later)
            )
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
    sets = ("transition", "transition_kind")
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
