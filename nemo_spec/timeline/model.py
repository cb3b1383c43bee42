"""The one model of a timeline: what a draft holds, and what a recipe expects it to hold.

Times are integer milliseconds. A place that depends on the material (how many pauses a clip has) is
an interval; in a timeline that was read from a draft every interval is a single value.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple

from nemo_spec.language.values import DAY

Role = Literal[
    "clip", "generated", "overlay", "music", "voiceover", "sound", "title", "lower-third", "caption"
]
Kind = Literal["video", "audio", "text"]

KINDS: dict[Role, Kind] = {
    "clip": "video",
    "generated": "video",
    "overlay": "video",
    "music": "audio",
    "voiceover": "audio",
    "sound": "audio",
    "title": "text",
    "lower-third": "text",
    "caption": "text",
}


class Interval(NamedTuple):
    """From `lo` to `hi` milliseconds, both possible."""

    lo: int
    hi: int

    @property
    def is_exact(self) -> bool:
        return self.lo == self.hi

    def plus(self, other: Interval) -> Interval:
        return Interval(self.lo + other.lo, self.hi + other.hi)


def exactly(milliseconds: int) -> Interval:
    return Interval(milliseconds, milliseconds)


NOTHING = Interval(0, 0)
ANY_LENGTH = Interval(0, DAY)
"""The length of material that nobody has measured."""


@dataclass(frozen=True, slots=True)
class Segment:
    """One segment of a track.

    `name` is the material: a file name, or the mood of music. `texts` are shown or spoken. `source`
    is the stretch of the material, in milliseconds. `look` holds what else is known (volume 0–2,
    position, fades in ms, …) under the keys of `timeline/draft.py`. `loose` material may have been
    shortened and split where only the service knows. `owner` is the statement of the plan that asked
    for the segment; `place` is where it stands in the draft, such as `t[2].sg[0]`. `unreadable` is
    what the draft says in a way that makes no sense; `unknown` are keys of the draft that nobody knows,
    each with the kind of its value.
    """

    role: Role
    start: Interval
    end: Interval
    name: str = ""
    texts: tuple[str, ...] = ()
    source: tuple[int, int] | None = None
    look: dict[str, object] = field(default_factory=dict)
    loose: bool = False
    owner: int | None = None
    place: str = ""
    unreadable: tuple[str, ...] = ()
    unknown: tuple[tuple[str, str], ...] = ()

    @property
    def kind(self) -> Kind:
        return KINDS[self.role]

    @property
    def length(self) -> Interval:
        """Milliseconds that the segment lasts."""
        lo = max(0, self.end.lo - self.start.lo)
        return Interval(min(lo, self.end.hi - self.start.hi), max(lo, self.end.hi - self.start.hi))

    def moved(self, start: Interval, end: Interval) -> Segment:
        return self.remade(start, end, self.source, self.look)

    def with_look(self, **look: object) -> Segment:
        """The segment with some of its look changed; a value of None takes the key away."""
        merged = {key: value for key, value in (self.look | look).items() if value is not None}
        return self.remade(self.start, self.end, self.source, merged)

    def remade(
        self,
        start: Interval,
        end: Interval,
        source: tuple[int, int] | None,
        look: dict[str, object],
    ) -> Segment:
        """The same segment somewhere else, or with another look: what nearly every edit makes, and
        `replace` takes twice as long for."""
        return Segment(
            self.role, start, end, self.name, self.texts, source, look,
            self.loose, self.owner, self.place, self.unreadable,
        )  # fmt: skip


@dataclass(slots=True)
class Timeline:
    """The main video track in order, everything that stands above it, and the canvas.

    `length` is that of the main track. `tracks` counts the non-empty tracks of a draft and is 0 in a
    predicted timeline, where packing is the service's choice. `unknown` is set once nothing more can
    be predicted (after `say`). `open_roles` are kinds of segment of which any number may be there,
    with the statement that asked for them. `quiet` are the measured silent stretches of the material
    by its name, in milliseconds. `in_order` says that no piece of the main track begins or ends before
    the one in front of it does; a draft may hold anything. `unreadable` are the parts of a draft of
    which nothing is known.
    """

    main: list[Segment] = field(default_factory=list)
    layers: list[Segment] = field(default_factory=list)
    length: Interval = NOTHING
    canvas: dict[str, object] = field(default_factory=dict)
    tracks: int = 0
    unknown: bool = False
    open_roles: dict[Role, int | None] = field(default_factory=dict)
    quiet: dict[str, tuple[tuple[int, int], ...]] = field(default_factory=dict)
    in_order: bool = field(default=False, compare=False)
    unreadable: list[str] = field(default_factory=list)
    said: int | None = None

    def copy(self) -> Timeline:
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
        return self.length.is_exact and not self.unknown
