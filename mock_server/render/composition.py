"""What the renderer renders: a typed draft, clipped to its length."""

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
    """The output picture: even sides, frames per second, how other shapes fit into it."""

    width: int
    height: int
    fps: Fraction
    fill: str = "fit"
    background: str = "black"

    def frame(self, ms: float) -> int:
        """The frame that begins nearest to that time."""
        return int(Fraction(ms) * self.fps / 1000 + Fraction(1, 2))


@dataclass(frozen=True)
class PictureProperties:
    """Properties of a segment's picture."""

    rotate: int = 0
    crop: float = 0.0
    sides: tuple[float, float, float, float] = (0, 0, 0, 0)
    """What is cropped besides at the left, right, top and bottom, as shares."""
    color: str = ""
    amount: float = 1.0
    stabilize: bool = False
    beside: Media | None = None
    """What plays in the other half of the frame, the same part of it."""
    layout: str = "left-right"


@dataclass(frozen=True)
class SoundProperties:
    """Properties of a segment's sound; `loudness` (LUFS) is reached by `gain` (dB), which is measured."""

    vol: float = 1.0
    denoise: bool = False
    normalize: bool = False
    loudness: float | None = None
    gain: float = 0.0


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
    speed_to: float | None = None
    reverse: bool = False
    frozen: bool = False
    fade_in: int = 0
    fade_out: int = 0
    join: Join | None = None
    picture: PictureProperties = PictureProperties()
    level: SoundProperties = SoundProperties()
    prompt: str = ""

    @property
    def end(self) -> int:
        return self.start + self.duration

    @property
    def mean_speed(self) -> float:
        """How fast it plays over all of it; `speed_to` is the speed at the end of a ramp."""
        return self.speed if self.speed_to is None else (self.speed + self.speed_to) / 2


@dataclass(frozen=True)
class Layer:
    """Anything above the main track; `data` is the draft's segment."""

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
class Composition:
    """Everything to render."""

    canvas: Canvas
    clips: list[Clip]
    effects: list[Layer]
    overlays: list[Layer]
    sounds: list[Layer]
    texts: list[Layer]

    @property
    def duration(self) -> int:
        return self.clips[-1].end

    @property
    def frames(self) -> int:
        return self.canvas.frame(self.duration)
