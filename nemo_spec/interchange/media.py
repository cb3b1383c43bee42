"""The local files of a timeline: where they are now, be it elsewhere than when they were uploaded."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from nemo_spec.interchange.sequence import Media
from nemo_spec.media.clip import Clip, NotMedia
from nemo_spec.media.probe import measure
from nemo_spec.timeline.model import Timeline

_SLACK = 100
"""Milliseconds by which two probes differ about the end of a file."""
_MOST = 100_000
"""Files below a folder that are looked at: a home folder holds more than anyone has clips."""


@dataclass(slots=True)
class Located:
    """`found` are the files by their names in the draft, `problems` what speaks against one that was named
    or relinked."""

    found: dict[str, Media] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Places:
    """Where files may be: those that are `known` by name, then below `folders`. `lengths` in ms, where the
    service told."""

    known: Mapping[str, Path]
    folders: tuple[Path, ...] = ()
    lengths: Mapping[str, int] = field(default_factory=dict)


def names_of(timeline: Timeline) -> list[str]:
    """The files that a timeline may play, each once; moods of music and names of sounds among them."""
    segments = [one for one in timeline.segments if one.kind != "text"]
    names = [str(name) for one in segments for name in (one.name, one.properties.get("beside"))
             if name]  # fmt: skip
    return list(dict.fromkeys(names))


def locate(timeline: Timeline, places: Places, output: Path) -> Located:
    """The files of a timeline, named as seen from `output`. Never raises."""
    located = Located()
    below = dict[str, list[Path]]()
    for folder in places.folders:
        for path in _files_below(folder):
            below.setdefault(path.name, []).append(path)
    for name in names_of(timeline):
        candidates = [places.known[name]] if name in places.known else []
        candidates = [path for path in candidates if path.is_file()] or below.get(name, [])
        _take(name, candidates, places, output, located)
        if name not in located.found and name in places.known and not candidates:
            located.problems.append(f"{name}: it is no longer at {places.known[name]}")
    return located


def _take(
    name: str, candidates: list[Path], places: Places, output: Path, located: Located
) -> None:
    measured, reasons = list[tuple[Path, Clip]](), list[str]()
    for path in dict.fromkeys(one.resolve() for one in candidates):
        try:
            measured.append((path, measure(path)))
        except NotMedia as error:
            reasons.append(str(error))
    length = places.lengths.get(name)
    fitting = [one for one in measured if _fits(one[1], length)]
    if measured and not fitting:
        reasons.append(f"{name}: {measured[0][0]} is not as long as the upload")
    if len(fitting) > 1:
        reasons.append(
            f"{name}: {len(fitting)} files of that name and length, such as {fitting[1][0]}"
        )
    if len(fitting) == 1:
        path, clip = fitting[0]
        located.found[name] = Media(name, path, address_of(path, output), clip)
    else:
        located.problems += reasons


def _fits(clip: Clip, length: int | None) -> bool:
    return length is None or not clip.length or abs(clip.length - length) <= _SLACK


def address_of(path: Path, output: Path) -> str:
    """Relative to the output's folder where it lies below it, else absolute."""
    folder, path = output.parent.resolve(), path.resolve()
    return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else path.as_posix()


def _files_below(folder: Path) -> Iterator[Path]:
    """Regular files, without following links to folders."""
    seen = 0
    for place, _, names in os.walk(folder):
        for name in sorted(names):
            seen += 1
            if seen > _MOST:
                return
            yield Path(place, name)


def by_name(paths: Iterable[tuple[str, str]]) -> dict[str, Path]:
    """Uploads as files by their names at the service."""
    return {name: Path(path) for name, path in paths if path}
