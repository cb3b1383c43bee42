"""A segment of a track, and the times it is made of.

Times are integer milliseconds. A time that depends on the material (how many pauses a clip has) is an
interval; in a timeline that was read from a draft every interval is a single value.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from nemo_spec.language.values import DAY

Role = Literal[
    "clip", "generated", "overlay", "effect", "music", "voiceover", "sound", "title", "lower-third",
    "caption",
]  # fmt: skip
Kind = Literal["video", "audio", "text"]

KINDS: dict[Role, Kind] = {
    "clip": "video",
    "generated": "video",
    "overlay": "video",
    "effect": "video",
    "music": "audio",
    "voiceover": "audio",
    "sound": "audio",
    "title": "text",
    "lower-third": "text",
    "caption": "text",
}


class Interval(NamedTuple):
    """Any time from `lo` to `hi` milliseconds, both included."""

    lo: int
    hi: int

    @property
    def is_exact(self) -> bool:
        return self.lo == self.hi

    def within(self, wider: Interval, tolerance: int) -> bool:
        """Whether all of it lies in `wider`, give or take `tolerance` ms at either end, included."""
        return wider.lo - tolerance <= self.lo and self.hi <= wider.hi + tolerance

    def is_near(self, other: Interval, tolerance: int) -> bool:
        """Whether both are the same within `tolerance` ms; an exact time may lie anywhere in a
        predicted range."""
        if self.is_exact != other.is_exact:
            exact, wide = (self, other) if self.is_exact else (other, self)
            return exact.within(wide, tolerance)
        return abs(self.lo - other.lo) <= tolerance and abs(self.hi - other.hi) <= tolerance

    def shifted(self, by: int) -> Interval:
        """`by` ms later; negative is earlier, at most to 0."""
        return Interval(max(0, self.lo + by), max(0, self.hi + by))

    def plus(self, other: Interval) -> Interval:
        """The sum of two uncertain durations, in ms."""
        return Interval(self.lo + other.lo, self.hi + other.hi)


def exactly(milliseconds: int) -> Interval:
    """The interval that holds one time only."""
    return Interval(milliseconds, milliseconds)


NOTHING = Interval(0, 0)
ANY_LENGTH = Interval(0, DAY)
"""The length of material that nobody has measured."""


def gaps(ranges: Iterable[tuple[int, int]], start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of `start` to `end` (ms) that no range covers."""
    for first, last in [*sorted(ranges), (end, end)]:
        if start < min(first, end):
            yield start, min(first, end)
        start = max(start, last)


@dataclass(frozen=True, slots=True)
class Segment:
    """One segment of a track.

    `name` is the material: a file name, or the mood of music. `texts` are shown or spoken. `source`
    is the part of the material that plays, in ms. `properties` hold the rest (volume 0–2, position,
    fades in ms, …), one key for each row of `timeline/properties.py`. The service may have shortened
    and split `uncertain` material anywhere. `owner` is the statement of the plan that asked for the
    segment; `place` is its path in the draft, such as `t[2].sg[0]`. `unreadable` names the values of
    the draft that make no sense; `unknown` its unknown keys, each with the kind of its value; `doubts`
    those of them, or of its track, that may change what is seen or heard.
    """

    role: Role
    start: Interval
    end: Interval
    name: str = ""
    texts: tuple[str, ...] = ()
    source: tuple[int, int] | None = None
    properties: dict[str, object] = field(default_factory=dict)
    uncertain: bool = False
    owner: int | None = None
    place: str = ""
    unreadable: tuple[str, ...] = ()
    unknown: tuple[tuple[str, str], ...] = ()
    doubts: tuple[str, ...] = ()

    @property
    def kind(self) -> Kind:
        return KINDS[self.role]

    @property
    def length(self) -> Interval:
        """How long the segment lasts, in ms."""
        lo = max(0, self.end.lo - self.start.lo)
        return Interval(min(lo, self.end.hi - self.start.hi), max(lo, self.end.hi - self.start.hi))

    def moved(self, start: Interval, end: Interval) -> Segment:
        """The same segment at another time."""
        return self.remade(start, end, self.source, self.properties)

    def owned_by(self, owner: int | None) -> Segment:
        """The same segment, asked for by a statement of the plan."""
        return Segment(
            self.role, self.start, self.end, self.name, self.texts, self.source, self.properties,
            self.uncertain, owner, self.place, self.unreadable, self.unknown, self.doubts,
        )  # fmt: skip

    def placed(self, place: str) -> Segment:
        """The same segment at another place in the draft."""
        return Segment(
            self.role, self.start, self.end, self.name, self.texts, self.source, self.properties,
            self.uncertain, self.owner, place, self.unreadable, self.unknown, self.doubts,
        )  # fmt: skip

    def with_properties(self, **changed: object) -> Segment:
        """The segment with some properties changed; None removes one."""
        merged = self.properties | changed
        kept = {key: value for key, value in merged.items() if value is not None}
        return self.remade(self.start, self.end, self.source, kept)

    def remade(
        self,
        start: Interval,
        end: Interval,
        source: tuple[int, int] | None,
        properties: dict[str, object],
    ) -> Segment:
        """The same segment with other times or properties, in half the time of `replace`: nearly every
        edit calls this."""
        return Segment(
            self.role, start, end, self.name, self.texts, source, properties,
            self.uncertain, self.owner, self.place, self.unreadable,
        )  # fmt: skip
