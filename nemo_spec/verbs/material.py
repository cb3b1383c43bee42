"""What a recipe is made from: clips, and the files that its edits bring along."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Literal, Protocol
from unicodedata import category, normalize
from zlib import crc32

from nemo_spec.language.diagnostics import Diagnostic
from nemo_spec.language.source import Source
from nemo_spec.media.clip import Clip as MediaFile
from nemo_spec.media.clip import cover_size, covered_length
from nemo_spec.media.cues import Subtitles
from nemo_spec.timeline.model import ANY_LENGTH, Segment, exactly


@dataclass(frozen=True, slots=True)
class Material:
    """One clip. `name` is what the service calls it, `path` where it lies.

    `length` is in milliseconds, None when nobody has measured it; `width` and `height` are pixels, 0
    when unknown. `sounds` counts its sound tracks, None when unknown; `audio` is the one that is heard,
    from 1, None for the one that the file names. `quiet` are the silences of its sound in milliseconds,
    None when not measured; `heard_by` says how they were found: by `level`, by `voice`, or `nothing` was
    to be heard. `remarks` are for the plan.
    `is_sound`: it has no picture. Where there is a `cover`, the path of a picture, a video of that picture
    and the sound at `path` is made and uploaded, of which the sizes and the length are then told.
    """

    name: str
    path: str
    length: int | None = None
    still: bool = False
    width: int = 0
    height: int = 0
    sounds: int | None = None
    audio: int | None = None
    quiet: tuple[tuple[int, int], ...] | None = None
    heard_by: Literal["", "level", "voice", "nothing"] = ""
    remarks: tuple[str, ...] = ()
    is_sound: bool = False
    cover: str = ""

    def covered(self, cover: Material) -> Material:
        """The video that is made of this sound and a picture."""
        width, height = cover_size(cover.width, cover.height)
        return replace(
            self,
            name=upload_name(str(PurePath(self.path).with_suffix(".mp4"))),
            length=None if self.length is None else covered_length(self.length),
            width=width,
            height=height,
            remarks=(
                *self.remarks,
                f"sent as a video of this sound and {PurePath(cover.path).name}",
            ),
            is_sound=False,
            cover=cover.path,
        )

    @property
    def is_mute(self) -> bool:
        """Whether it is known that there is nothing to hear in a video."""
        return not self.still and (self.sounds == 0 or self.heard_by == "nothing")

    def piece(self) -> Segment:
        """The clip as it stands on the main track, from 0."""
        length = ANY_LENGTH if self.length is None else exactly(self.length)
        whole = None if self.length is None or self.still else (0, self.length)
        look: dict[str, object] = {"still": True} if self.still else {}
        look |= {"audio_track": self.audio} if self.audio else {}
        return Segment("clip", exactly(0), length, name=self.name, source=whole, properties=look)


PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".webp")
SOUNDS = (".mp3", ".wav", ".m4a", ".aac", ".flac", ".ogg", ".aif", ".aiff")
VIDEOS = (".mp4", ".mov", ".avi", ".webm", ".mkv")
"""How the names of files end, also of some that the service does not take."""


def is_named_like(name: str, endings: tuple[str, ...]) -> bool:
    """Whether a text is the name of a file of that kind."""
    stem, dot, ending = name.strip().lower().rpartition(".")
    return bool(stem) and dot + ending in endings


_LONGEST_NAME = 200
"""Characters. Names on disk have up to 255 bytes, of which a service may cut some (assumed)."""


def upload_name(path: str) -> str:
    """What the service calls an uploaded file: its name without folders.

    A form has no way to bring quotes, backslashes and control characters across that all servers read
    alike, and a service may compose accents, drop invisible characters or cut a long name. Where the
    name is of that kind a plain one is made of it, with a checksum, so that no two become one.
    """
    name = PurePath(path).name
    plain = "".join("_" if _is_odd(c) else c for c in normalize("NFC", name)).strip()
    stem, _, extension = plain.rpartition(".")
    if plain == name and len(name) <= _LONGEST_NAME and (stem.strip(". ") or not extension):
        return name
    mark = crc32(name.encode("utf-8", "surrogatepass"))
    return f"{stem.strip('. _')[: _LONGEST_NAME // 2] or 'file'}-{mark:08x}.{extension[:20]}"


def _is_odd(character: str) -> bool:
    return character in '"\\' or category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp")


class Library(Protocol):
    """The files that a recipe names. Paths are as written; relative ones lie beside `source`."""

    def recipe(self, path: str, source: Source) -> Source | Diagnostic:
        """Another recipe file."""

    def clip(self, path: str, source: Source | None) -> Material | Diagnostic:
        """A clip, measured where possible; `source` is None for a path of the command line."""

    def file(self, path: str, source: Source) -> PurePath | Diagnostic:
        """A file that an edit brings along, checked as an upload."""

    def look(self, place: PurePath) -> MediaFile | Diagnostic | None:
        """What a file that was found is; None where files are not opened."""

    def subtitles(
        self, path: str, source: Source, encoding: str | None = None
    ) -> Subtitles | Diagnostic:
        """The captions of a subtitle file; without an encoding it is UTF-8."""
