"""What is known of a file once it has been read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

Kind = Literal["video", "audio", "image"]


class MediaError(ValueError):
    """The file has no usable stream; the message is one sentence."""


@dataclass(frozen=True)
class Sound:
    """A sound track: its stream as ffmpeg names it, and how many channels it has."""

    stream: str = "a:0"
    channels: int = 2


@dataclass(frozen=True)
class Tracks:
    """How the picture and the sound of a file are opened and shown.

    `picture` is its stream as ffmpeg names it, `default` the index of the sound to hear. `zero` is
    how long (s) after ffmpeg's own zero the first picture or sound comes: times in a `Media` count
    from there. The picture is held for its last `held_ms`, while the sound goes on. `average` is the
    measured frame rate where it is not the one that the clip plays at, else 0. `hdr` is `pq`, `hlg`
    or empty, `alpha` says that something may shine through, `copyable` that the picture can go into
    an mp4 as it is, `tagged` that the file names its colour matrix.
    """

    picture: str = "V:0"
    sounds: tuple[Sound, ...] = (Sound(),)
    default: int = 0
    zero: float = 0.0
    held_ms: int = 0
    average: float = 0.0
    hdr: str = ""
    alpha: bool = False
    copyable: bool = False
    tagged: bool = False

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> Tracks:
        """The tracks from the JSON of `dataclasses.asdict`."""
        sounds = tuple(Sound(**one) for one in values.get("sounds", ({},)))
        return cls(**{**values, "sounds": sounds})


@dataclass(frozen=True)
class Media:
    """One usable file. Width and height are as shown: turned and with square pixels.

    `duration_ms` is 0 for what does not move, and counts from the first picture or sound; `fps` is
    the nearest standard rate, 0 for what does not move, `size` is in bytes. `track` is the sound
    track that was chosen, from 1; None is the file's own.
    """

    name: str
    path: Path
    kind: Kind
    duration_ms: int
    width: int
    height: int
    fps: float
    has_audio: bool
    size: int
    tracks: Tracks = Tracks()
    track: int | None = None

    @property
    def moves(self) -> bool:
        """Whether its picture changes: a video, or an animated GIF or WebP."""
        return self.kind == "video" or (self.kind == "image" and self.duration_ms > 0)

    @property
    def picture_ms(self) -> int:
        """How long its picture goes on."""
        return self.duration_ms - self.tracks.held_ms

    @property
    def seeks(self) -> bool:
        """Whether reading may begin in the middle; an animated picture is read from its start."""
        return self.kind != "image"

    @property
    def sound(self) -> Sound:
        """The sound track that is heard."""
        sounds = self.tracks.sounds or (Sound(),)
        return sounds[self.tracks.default if self.track is None else self.track - 1]

    def hearing(self, track: Any) -> Media:
        """The same file with a sound track by its number from 1; its own one for any other value."""
        known = isinstance(track, int) and 1 <= track <= len(self.tracks.sounds)
        return replace(self, track=track if known else None)
