"""The one model of a timeline: what a draft holds, and what a recipe predicts it to hold.

Times are integer milliseconds. A time that depends on the material (how many pauses a clip has) is an
interval; in a timeline that was read from a draft every interval is a single value.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
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


@dataclass(slots=True)
class Timeline:
    """The main video track in order, everything that stands above it, and the canvas.

    `length` (ms) is that of the main track. `tracks` counts the non-empty tracks of a draft; it is 0
    in a prediction, since the service packs them as it likes. `unknown` is set once nothing more can
    be predicted (after `say`). Of the kinds in `open_roles` there may be any number of segments; each
    maps to the statement that asked for them. `silences` are the measured silent ranges (ms) of each
    material by its name. `in_order` promises that no segment of the main track begins or ends before
    the previous one does; a draft may hold anything. `unreadable` names the parts of a draft that
    cannot be read, `said` is the length (ms) that the draft itself claims.
    """

    main: list[Segment] = field(default_factory=list)
    layers: list[Segment] = field(default_factory=list)
    length: Interval = NOTHING
    canvas: dict[str, object] = field(default_factory=dict)
    tracks: int = 0
    unknown: bool = False
    open_roles: dict[Role, int | None] = field(default_factory=dict)
    silences: dict[str, tuple[tuple[int, int], ...]] = field(default_factory=dict)
    in_order: bool = field(default=False, compare=False)
    unreadable: list[str] = field(default_factory=list)
    said: int | None = None

    def copy(self) -> Timeline:
        """A timeline that deltas may change without changing this one."""
        return replace(
            self,
            main=list(self.main),
            layers=list(self.layers),
            canvas=dict(self.canvas),
            open_roles=dict(self.open_roles),
        )

    @property
    def segments(self) -> list[Segment]:
        return [*self.main, *self.layers]

    @property
    def is_exact(self) -> bool:
        """Whether it is known how long the video is."""
        return self.length.is_exact and not self.unknown

    @property
    def is_uncertain(self) -> bool:
        """Whether only the service knows what the video is made of."""
        return not self.is_exact or any(piece.uncertain for piece in self.main)

    @property
    def frame(self) -> str:
        """`1280x720`, a predicted ratio such as `9:16`, or nothing."""
        width, height = self.canvas.get("width"), self.canvas.get("height")
        return f"{width}x{height}" if width and height else str(self.canvas.get("ratio", ""))
