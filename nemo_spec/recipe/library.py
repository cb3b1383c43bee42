"""The files that a recipe names, on disk: recipes, clips, pictures, sounds, subtitles."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path, PurePath
from unicodedata import normalize

from nemo_spec.language.diagnostics import Diagnostic
from nemo_spec.language.parser import read_source
from nemo_spec.language.source import Source
from nemo_spec.media.clip import Clip as MediaFile
from nemo_spec.media.cues import Subtitles
from nemo_spec.project_root import project_root
from nemo_spec.safe_files import NotRegular, TooLong, kind_of, read_bounded
from nemo_spec.verbs.material import Material, upload_name

BESIDE = "this file's folder"
RECIPE_SUFFIX = ".edit"
_PICTURES = {".jpg", ".png", ".webp"}


def refused_link(recipe: Path) -> Diagnostic | None:
    """The complaint about a recipe that is a link out of its project, or to what is called no recipe:
    what lies there would be quoted in messages."""
    try:
        if not recipe.is_symlink():
            return None
    except (OSError, ValueError):
        return None  # reading it says why
    root, place = project_root(recipe.parent), _real(recipe)
    if place.is_relative_to(root) and place.suffix == recipe.suffix:
        return None
    cure = "name the file itself, or copy it into the project"
    return Diagnostic("E101", f"{recipe} is a link that leads out of its project", cure=cure)


def overwritten(written: Iterable[Path], read: Iterable[Path]) -> dict[Path, Path]:
    """Which files that are to be written are among those that are read, by whatever name, link or
    hard link; with the one that is read. Also where the parts of a download would lie on one."""
    by_identity: dict[object, Path] = {}
    hidden: list[Path] = []
    for path in read:
        for identity in _identities(path):
            by_identity.setdefault(identity, path)
        if path.name.startswith("."):
            hidden.append(path)
    found = {}
    for path in written:
        known = (by_identity.get(identity) for identity in _identities(path))
        part = (other for other in hidden if _is_part_of(other, path))
        if hit := next(filter(None, (*known, *part)), None):
            found[path] = hit
    return found


def place_of(path: Path) -> str:
    """Where a file lies that may not be there yet, the same for all spellings of its name."""
    place = str(_real(path.parent) / path.name)
    if sys.platform in ("win32", "darwin"):  # their file systems do not tell case apart
        return normalize("NFC", place).casefold()
    return place


def _identities(path: Path) -> list[object]:
    """The place of a file, and what hard links to it have in common."""
    try:
        place = place_of(path)
        status = path.stat()
    except OSError:
        return [place]
    except ValueError:  # no file name at all
        return []
    return [place, (status.st_dev, status.st_ino)]


def _is_part_of(hidden: Path, export: Path) -> bool:
    """Whether a file is called as what a download leaves beside the export while it lasts."""
    is_named_so = hidden.name.startswith(f".{export.name}.")
    return is_named_so and _real(hidden.parent) == _real(export.parent)


def _real(path: Path) -> Path:
    """Without links. Unlike `resolve` it does not raise for links in a circle."""
    return Path(os.path.realpath(path))


@dataclass(slots=True)
class DiskLibrary:
    """Files beside a recipe. With `measured` false clips are not opened, only looked up; with `confined`
    nothing outside `root` is even looked up.

    `read` are all files that were found in the name of a recipe, and the recipe.
    """

    root: Path
    measured: bool = True
    confined: bool = False
    read: list[Path] = field(default_factory=list)
    _folders: dict[Source, Path] = field(default_factory=dict)

    def open_recipe(self, path: Path) -> Source | Diagnostic:
        """The recipe that a command names."""
        source = refused_link(path) or read_source(path)
        if isinstance(source, Source):
            self.read.append(path)
            self._folders[source] = _real(path).parent
        return source

    def adopt(self, source: Source, folder: Path) -> None:
        """A recipe that came from elsewhere (standard input) and counts as lying in `folder`."""
        self._folders[source] = _real(folder)

    def recipe(self, path: str, source: Source) -> Source | Diagnostic:
        place = self._beside(path, source)
        if isinstance(place, Diagnostic):
            return place
        if not _real(place).is_relative_to(self.root):
            cure = f"keep used files below {self.root.name}/"
            return Diagnostic("E232", f"{path} lies outside the project", cure=cure)
        if not _exists(place):
            return _missing(place, path)
        if _real(place).suffix != RECIPE_SUFFIX:
            cure = f"let the name of a used recipe end in `{RECIPE_SUFFIX}`"
            return Diagnostic("E101", f"{path} is not called a recipe", cure=cure)
        found = read_source(place, os.path.relpath(_real(place)))
        if isinstance(found, Source):
            self.read.append(place)
            self._folders[found] = _real(place).parent
        return found

    def clip(self, path: str, source: Source | None) -> Material | Diagnostic:
        place = self._given(path) if source is None else self._beside(path, source)
        if isinstance(place, Diagnostic):
            return place
        start = BESIDE if source else "the current folder"
        refused = _refused(place, path, start)
        if refused:
            return refused
        self.read.append(place)
        still = place.suffix.lower() in _PICTURES or place.suffix.lower() == ".jpeg"
        material = Material(upload_name(str(place)), str(place), still=still)
        return self._measure(material, place)

    def file(self, path: str, source: Source) -> Path | Diagnostic:
        place = self._beside(path, source)
        if isinstance(place, Diagnostic):
            return place
        if refused := _refused(place, path):
            return refused
        self.read.append(place)
        return place

    def look(self, place: PurePath) -> MediaFile | Diagnostic | None:
        from nemo_spec.media.probe import NotMedia, measure

        try:
            return measure(Path(place)) if self.measured else None
        except NotMedia as error:
            return Diagnostic("E243", str(error), cure=error.cure)

    def subtitles(
        self, path: str, source: Source, encoding: str | None = None
    ) -> Subtitles | Diagnostic:
        from nemo_spec.media.subtitles import MAX_BYTES, NotSubtitles, read_subtitles

        place = self._beside(path, source)
        if isinstance(place, Diagnostic):
            return place
        try:
            content = read_bounded(place, MAX_BYTES)
        except (NotRegular, TooLong) as error:
            cure = "name a subtitle file"
            return Diagnostic("E234", f"cannot read {path}: {error.strerror}", cure=cure)
        except (OSError, ValueError):
            return _missing(place, path)
        self.read.append(place)
        try:
            return read_subtitles(content, encoding)
        except NotSubtitles as error:
            return Diagnostic("E234", f"cannot read {path}: {error}", cure=error.cure)

    def _beside(self, path: str, source: Source) -> Path | Diagnostic:
        if "\0" in path or not path.strip():
            return Diagnostic("E231", "not a file name", cure="write the path of a file")
        folder = self._folders.get(source, Path())
        place = folder / os.path.expanduser(path)  # noqa: PTH111 (does not raise for ~nobody)
        if outside := self._outside(place, path):
            return outside
        return Path(os.path.relpath(place)) if not Path(path).is_absolute() else place

    def _given(self, path: str) -> Path | Diagnostic:
        """A clip of the command line."""
        return self._outside(Path(path), path) or Path(path)

    def _outside(self, place: Path, written: str) -> Diagnostic | None:
        if not self.confined or _real(place).is_relative_to(self.root):
            return None
        cure = f"keep the files of a recipe below {self.root.name}/"
        return Diagnostic("E232", f"{written} lies outside the project", cure=cure)

    def _measure(self, material: Material, place: Path) -> Material | Diagnostic:
        clip = self.look(place)
        if not isinstance(clip, MediaFile):
            return clip or material
        return replace(
            material,
            still=not clip.length,
            length=clip.length or None,
            width=clip.width,
            height=clip.height,
            sounds=clip.sounds if clip.has_picture else min(clip.sounds, 1),
            is_sound=not clip.has_picture,
            remarks=tuple(clip.remarks),
        )


def with_silences(
    materials: tuple[Material, ...], below: float | None = None
) -> tuple[Material, ...]:
    """The clips with their silences measured, for predicting what `trim pauses` removes: what is `below`
    a level (dB), or what the clip itself tells from its speech.

    One without a length was refused, and may be a pipe.
    """
    return tuple(
        material if material.still or material.length is None else _listened_to(material, below)
        for material in materials
    )


def _listened_to(material: Material, below: float | None) -> Material:
    """Without silences where it takes too long: then what is removed is bounded and not predicted."""
    from nemo_spec.media.probe import NotMedia, listen

    try:
        sound = listen(Path(material.path), material.audio, below)
    except NotMedia:
        return material
    return replace(material, quiet=sound.pauses, heard_by=sound.heard_by)


def _refused(place: Path, written: str, start: str = BESIDE) -> Diagnostic | None:
    from nemo_spec.nemo.errors import NemoError
    from nemo_spec.nemo.files import check_upload

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
        kind = kind_of(place.stat().st_mode)
        if kind != "file":
            return Diagnostic("E243", f"{written} is a {kind}, not a file", cure="name a file")
    except (OSError, ValueError):
        pass
    try:
        beside = [other.name for other in islice(place.parent.iterdir(), 1000)]
    except OSError:
        cure = f"there is no such folder: paths start at {start}"
        return Diagnostic("E231", f"no file {written}", cure=cure)
    near = _near(place.name[:100], beside)
    folder = written.removesuffix(place.name) if written.endswith(place.name) else ""
    cure = f"did you mean `{folder}{near}`?" if near else f"paths start at {start}"
    return Diagnostic("E231", f"no file {written}", cure=cure)


def _near(name: str, beside: Sequence[str]) -> str:
    """The name that was probably meant: a like ending alone says nothing."""
    from difflib import get_close_matches

    stem = PurePath(name).stem.casefold()
    likely = get_close_matches(name, beside, 3, 0.7)
    alike = (one for one in likely if get_close_matches(stem, [PurePath(one).stem.casefold()]))
    return next(alike, "")
