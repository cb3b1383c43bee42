"""What is measured of a file."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Literal, NamedTuple

Spans = tuple[tuple[int, int], ...]
"""Ranges in milliseconds, in order."""

FAR_FROM_STANDARD = 0.004
"""Of its frame rate: the average of a short clip counts its last frame wrongly."""

COVER_RATE = 25
"""Frames per second of a video that is made of a sound and a picture."""

HeardBy = Literal["level", "voice", "nothing"]
"""How pauses were found: by the level of the sound, by voice, or not at all: there is nothing to hear."""


class NotMedia(Exception):
    """The file cannot be used; the message says what it is. `cure` says what to do about it."""

    def __init__(self, message: str, cure: str = "name a video or a picture") -> None:
        super().__init__(message)
        self.cure = cure


class Clip(NamedTuple):
    """A measured file. Times are milliseconds from its first picture or sound.

    `length` is 0 for a picture that does not move. `width` and `height` are pixels as shown: turned,
    and square. `sounds` counts its sound tracks. `rate` is the nearest standard frame rate, such as
    `30000/1001`, empty for a still, and `average` the frames per second that a video
    has. `hdr` is `pq`, `hlg` or empty. `channels` are those of the sound that is heard.
    """

    length: int
    width: int
    height: int
    sounds: int = 0
    rate: str = ""
    hdr: str = ""
    average: float = 0
    channels: int = 0

    @property
    def remarks(self) -> Iterator[str]:
        """What a finished video cannot show of it as it is, for the plan."""
        if self.hdr:
            yield f"its picture is HDR ({self.hdr.upper()}); offline it is drawn in SDR"
        rate = float(Fraction(self.rate or 0))
        if self.average and abs(self.average - rate) > rate * FAR_FROM_STANDARD:
            yield (
                f"it has {self.average:.4g} frames a second on average; "
                f"the nearest standard rate is {rate:.4g}"
            )

    @property
    def has_picture(self) -> bool:
        return self.width > 0

    @property
    def has_sound(self) -> bool:
        return self.sounds > 0


class Sound(NamedTuple):
    """What one sound track says: when nobody speaks, and how that was found."""

    pauses: Spans = ()
    heard_by: HeardBy = "nothing"


def cover_size(width: int, height: int) -> tuple[int, int]:
    """The pixels of a video with a picture of that size: both even, in 1920x1080 or its turn."""
    long, short = max(width, height), min(width, height)
    scale = min(1, 1920 / long, 1080 / short)
    return max(2, round(width * scale / 2) * 2), max(2, round(height * scale / 2) * 2)


def covered_length(length: int) -> int:
    """Milliseconds of a video that is made of a sound of that length: whole frames."""
    frame = 1000 // COVER_RATE
    return -(-length // frame) * frame
