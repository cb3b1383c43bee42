"""The files that a recipe names, on disk: recipes, clips, pictures, sounds, subtitles."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from itertools import islice
from pathlib import Path

from nemo_spec.edits.material import Cue, Material
from nemo_spec.language.diagnostics import Diagnostic
from nemo_spec.language.parser import read_source
from nemo_spec.language.source import Source
from nemo_spec.nemo.errors import NemoError
from nemo_spec.nemo.files import check_upload

BESIDE = "this file's folder"
_PICTURES = {".jpg", ".png", ".webp"}


@dataclass(slots=True)
class DiskLibrary:
    """Files beside a recipe. With `measured` false clips are not opened, only looked up."""

    root: Path
    measured: bool = True
    _folders: dict[Source, Path] = field(default_factory=dict)

    def open_recipe(self, path: Path) -> Source | Diagnostic:
        """The recipe that a command names."""
        source = read_source(path)
        if isinstance(source, Source):
            self._folders[source] = path.resolve().parent
        return source

    def adopt(self, source: Source, folder: Path) -> None:
        """A recipe that came from elsewhere (standard input) and counts as lying in `folder`."""
        self._folders[source] = folder.resolve()

    def recipe(self, path: str, source: Source) -> Source | Diagnostic:
        place = self._beside(path, source)
        if isinstance(place, Diagnostic):
            return place
        if not place.resolve().is_relative_to(self.root):
            cure = f"keep used files below {self.root.name}/"
            return Diagnostic("E232", f"{path} lies outside the project", cure=cure)
        if not _exists(place):
            return _missing(place, path)
        found = read_source(place, os.path.relpath(place.resolve()))
        if isinstance(found, Source):
            self._folders[found] = place.resolve().parent
        return found

    def clip(self, path: str, source: Source | None) -> Material | Diagnostic:
        place = Path(path) if source is None else self._beside(path, source)
        if isinstance(place, Diagnostic):
            return place
        start = BESIDE if source else "the current folder"
        refused = _refused(place, path, start)
        if refused:
            return refused
        still = place.suffix.lower() in _PICTURES or place.suffix.lower() == ".jpeg"
        material = Material(place.name, str(place), still=still)
        return self._measure(material, place) if self.measured else material

    def file(self, path: str, source: Source) -> Path | Diagnostic:
        place = self._beside(path, source)
        if isinstance(place, Diagnostic):
            return place
        return _refused(place, path) or place

    def cues(self, path: str, source: Source) -> tuple[Cue, ...] | Diagnostic:
        place = self._beside(path, source)
        if isinstance(place, Diagnostic):
            return place
        try:
            text = place.read_bytes().decode("utf-8-sig")
        except OSError:
            return _missing(place, path)
        except UnicodeDecodeError:
            return Diagnostic("E234", f"{path} is not UTF-8 text", cure=_SRT_CURE)
        return read_srt(text, path)

    def _beside(self, path: str, source: Source) -> Path | Diagnostic:
        if "\0" in path or not path.strip():
            return Diagnostic("E231", "not a file name", cure="write the path of a file")
        folder = self._folders.get(source, Path())
        place = folder / os.path.expanduser(path)  # noqa: PTH111 (does not raise for ~nobody)
        return Path(os.path.relpath(place)) if not Path(path).is_absolute() else place

    def _measure(self, material: Material, place: Path) -> Material | Diagnostic:
        from nemo_spec.media import NotMedia, measure

        try:
            clip = measure(place)
        except NotMedia as error:
            return Diagnostic("E243", str(error), cure="name a video or a picture")
        if not clip.has_picture:
            cure = f'write `music from "{material.name}"` for sound'
            return Diagnostic("E243", f"{material.name} has no picture", cure=cure)
        length = None if material.still else clip.length
        return replace(material, length=length, width=clip.width, height=clip.height)


def with_quiet(materials: tuple[Material, ...]) -> tuple[Material, ...]:
    """The clips with their silent stretches measured, for predicting what `trim pauses` removes."""
    from nemo_spec.media import silences

    return tuple(
        material
        if material.still or not material.path
        else replace(material, quiet=silences(Path(material.path)))
        for material in materials
    )


def _refused(place: Path, written: str, start: str = BESIDE) -> Diagnostic | None:
    if not _exists(place):
        return _missing(place, written, start)
    try:
        check_upload(place)
    except NemoError as error:
        return Diagnostic("E243", error.message, cure=error.cure)
    return None


def _exists(place: Path) -> bool:
    try:
        return place.is_file()
    except OSError:
        return False


def _missing(place: Path, written: str, start: str = BESIDE) -> Diagnostic:
    """No such file; the cure names the one beside it that was probably meant."""
    try:
        beside = [other.name for other in islice(place.parent.iterdir(), 1000)]
    except OSError:
        cure = f"there is no such folder: paths start at {start}"
        return Diagnostic("E231", f"no file {written}", cure=cure)
    near = next(iter(get_close_matches(place.name[:100], beside, 1, 0.7)), "")
    cure = f"did you mean `{near}`?" if near else f"paths start at {start}"
    return Diagnostic("E231", f"no file {written}", cure=cure)


# ---- Subtitles -----------------------------------------------------------------------------------

_CUE_TIME = re.compile(
    r"\s*(\d+):(\d\d):(\d\d)[,.](\d{1,3})\s*-->\s*(\d+):(\d\d):(\d\d)[,.](\d{1,3}).*"
)


def read_srt(text: str, name: str) -> tuple[Cue, ...] | Diagnostic:
    """The cues of an .srt file in order; markup such as `<i>` is left out of their text."""
    cues: list[Cue] = []
    for block in re.split(r"\n[ \t]*\n+", text.replace("\r\n", "\n").strip()):
        lines = block.split("\n")
        times = next((i for i, line in enumerate(lines[:2]) if _CUE_TIME.fullmatch(line)), None)
        if times is None:
            shown = lines[0][:40]
            message = f"{name} is not an .srt file: `{shown}` has no times"
            return Diagnostic("E234", message, cure=_SRT_CURE)
        match = _CUE_TIME.fullmatch(lines[times])
        assert match is not None
        start, end = _cue_ms(match.groups()[:4]), _cue_ms(match.groups()[4:])
        words = re.sub(r"</?[A-Za-z][^>]*>|\{\\[^}]*\}", "", "\n".join(lines[times + 1 :])).strip()
        if end <= start:
            message = f"{name}: a cue ends before it begins: `{words[:40]}`"
            return Diagnostic("E234", message, cure="correct its times")
        if words:
            cues.append(Cue(start, end, words))
    return tuple(cues) or Diagnostic("E234", f"{name} holds no cues", cure=_SRT_CURE)


_SRT_CURE = "export the subtitles as .srt in UTF-8"


def _cue_ms(parts: tuple[str | None, ...]) -> int:
    hours, minutes, seconds, fraction = (part or "0" for part in parts)
    return ((int(hours) * 60 + int(minutes)) * 60 + int(seconds)) * 1000 + int(
        fraction.ljust(3, "0")
    )
