"""The draft as the renderer reads it: typed, clipped to its length, tolerant of unknown keys."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, Literal

from mock_server.media.probe import Media
from mock_server.timeline.properties import number

Kind = Literal["footage", "still", "card", "black"]


@dataclass(frozen=True)
class Canvas:
    """The picture that is made: even sides, frames per second, how other shapes sit in it."""

    width: int
    height: int
    fps: Fraction
    fill: str = "fit"

    def frame(self, ms: float) -> int:
        """The frame that begins nearest to that time."""
        return int(Fraction(ms) * self.fps / 1000 + Fraction(1, 2))


@dataclass(frozen=True)
class Look:
    """What is done to the picture of a segment."""

    rotate: int = 0
    crop: float = 0.0
    color: str = ""
    amount: float = 1.0
    stabilize: bool = False


@dataclass(frozen=True)
class Level:
    """What is done to the sound of a segment."""

    vol: float = 1.0
    denoise: bool = False
    normalize: bool = False


@dataclass(frozen=True)
class Join:
    """How the segment begins out of the one before it."""

    kind: str
    duration: int
    overlap: bool


@dataclass(frozen=True)
class Clip:
    """A segment of the main track; times in ms, `source` is None for cards and black."""

    kind: Kind
    start: int
    duration: int
    source: Media | None = None
    begin: float = 0
    speed: float = 1.0
    reverse: bool = False
    frozen: bool = False
    fade_in: int = 0
    fade_out: int = 0
    join: Join | None = None
    look: Look = Look()
    level: Level = Level()
    prompt: str = ""

    @property
    def end(self) -> int:
        return self.start + self.duration


@dataclass(frozen=True)
class Layer:
    """Anything that lies over the main track; `data` is the segment as the draft holds it."""

    role: str
    start: int
    duration: int
    data: Mapping[str, Any] = field(compare=False)
    source: Media | None = None

    @property
    def end(self) -> int:
        return self.start + self.duration

    def text(self, key: str) -> str:
        """A text value, empty when it is absent."""
        return str(self.data.get(key) or "")

    def number(self, key: str, default: float | None = None) -> float:
        """A number within the bounds of the table of properties."""
        return number(self.data, key, default)

    def fades(self) -> tuple[float, float]:
        """How long it fades in and out, ms; at most as long as it lasts."""
        return min(self.number("fade_in"), self.duration), min(
            self.number("fade_out"), self.duration
        )


@dataclass(frozen=True)
class Score:
    """All that is to be rendered."""

    canvas: Canvas
    clips: list[Clip]
    overlays: list[Layer]
    sounds: list[Layer]
    texts: list[Layer]

    @property
    def duration(self) -> int:
        return self.clips[-1].end

    @property
    def frames(self) -> int:
        return self.canvas.frame(self.duration)
