"""What a recipe is made from: clips, and the files that its edits bring along."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import Literal, NamedTuple, Protocol

from nemo_spec.language.diagnostics import Diagnostic
from nemo_spec.language.source import Source
from nemo_spec.timeline.model import ANY_LENGTH, Segment, exactly


@dataclass(frozen=True, slots=True)
class Material:
    """One clip. `name` is what the service calls it, `path` where it lies.

    `length` is in milliseconds, None when nobody has measured it; `width` and `height` are pixels, 0
    when unknown. `sounds` counts its sound tracks, None when unknown; `audio` is the one that is heard,
    from 1, None for the one that the file names. `quiet` are the silences of its sound in milliseconds,
    None when not measured; `heard_by` says how they were found: by `level`, by `voice`, or `nothing` was
    to be heard.
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

    @property
    def is_mute(self) -> bool:
        """Whether it is known that there is nothing to hear in a video."""
        return not self.still and (self.sounds == 0 or self.heard_by == "nothing")

    def piece(self) -> Segment:
        """The clip as it stands on the main track, from 0."""
        length = ANY_LENGTH if self.length is None else exactly(self.length)
        whole = None if self.length is None or self.still else (0, self.length)
        look: dict[str, object] = {"still": True} if self.still else {}
        return Segment("clip", exactly(0), length, name=self.name, source=whole, properties=look)


class Cue(NamedTuple):
    """One caption of a subtitle file; times in milliseconds."""

    start: int
    end: int
    text: str


class Library(Protocol):
    """The files that a recipe names. Paths are as written; relative ones lie beside `source`."""

    def recipe(self, path: str, source: Source) -> Source | Diagnostic:
        """Another recipe file."""

    def clip(self, path: str, source: Source | None) -> Material | Diagnostic:
        """A clip, measured where possible; `source` is None for a path of the command line."""

    def file(self, path: str, source: Source) -> PurePath | Diagnostic:
        """A file that an edit brings along, checked as an upload."""

    def cues(self, path: str, source: Source) -> tuple[Cue, ...] | Diagnostic:
        """The captions of a subtitle file."""
