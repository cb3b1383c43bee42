"""What is measured of a file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Spans = tuple[tuple[int, int], ...]
"""Ranges in milliseconds, in order."""

HeardBy = Literal["level", "voice", "nothing"]
"""How pauses were found: by the level of the sound, by voice, or not at all: there is nothing to hear."""


class NotMedia(Exception):
    """The file cannot be used; the message says what it is. `cure` says what to do about it."""

    def __init__(self, message: str, cure: str = "name a video or a picture") -> None:
        super().__init__(message)
        self.cure = cure


@dataclass(frozen=True, slots=True)
class Clip:
    """A measured file. Times are milliseconds from its first picture or sound.

    `length` is 0 for a picture that does not move. `width` and `height` are pixels as shown: turned,
    and square. `sounds` counts its sound tracks. `rate` is the nearest standard frame rate, such as
    `30000/1001`, empty for a still. `hdr` is `pq`, `hlg` or empty.
    """

    length: int
    width: int
    height: int
    sounds: int = 0
    rate: str = ""
    hdr: str = ""

    @property
    def has_picture(self) -> bool:
        return self.width > 0

    @property
    def has_sound(self) -> bool:
        return self.sounds > 0


@dataclass(frozen=True, slots=True)
class Sound:
    """What one sound track says: when nobody speaks, and how that was found."""

    pauses: Spans = field(default=())
    heard_by: HeardBy = "nothing"
