"""Clips for a recipe that names none: those of the command in its comments, or a stand-in.

Recipes are kept with the command that applies them, as in `# nemo-spec apply specs/a.edit talk.mp4`.
"""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from nemo_spec.child_process import output_of
from nemo_spec.media.ffmpeg import ffmpeg

_COMMAND = re.compile(r"^\s*#\s*(?:\$\s*)?nemo-spec\s+(?:apply|test|plan)\s+(.+)$", re.MULTILINE)
_WITH_VALUE = ("--set", "-o", "--output", "--fault", "--credits", "--report")
STAND_IN_SECONDS = 60
_LONGEST = 120
"""Seconds. Making a stand-in takes one or two."""


@dataclass(frozen=True, slots=True)
class Arguments:
    """The arguments of a command after the recipe: paths of clips, and `NAME=VALUE` of --set."""

    clips: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()


def arguments_in(text: str, path: Path) -> Arguments:
    """The arguments of the first command in the comments that names this recipe."""
    for match in _COMMAND.finditer(text):
        try:
            words = shlex.split(match[1])
        except ValueError:
            continue
        names, settings = _sorted(words)
        if names and PurePath(names[0]).name == path.name:
            folder = _started_in(path, PurePath(names[0]))
            return Arguments(tuple(os.path.relpath(folder / name) for name in names[1:]), settings)
    return Arguments()


def _sorted(words: list[str]) -> tuple[list[str], tuple[str, ...]]:
    """Names of files, and settings; other flags do not matter for a test."""
    names: list[str] = []
    settings: list[str] = []
    rest: Iterator[str] = iter(words)
    for word in rest:
        if word in _WITH_VALUE:
            value = next(rest, "")
            settings += [value] if word == "--set" else []
        elif word.startswith("--set="):
            settings.append(word.removeprefix("--set="))
        elif not word.startswith("-"):
            names.append(word)
    return names, tuple(settings)


def _started_in(path: Path, written: PurePath) -> Path:
    """The folder in which the command finds the recipe: `a` when `a/specs/x.edit` is `specs/x.edit`."""
    place = path.resolve()
    if ".." not in written.parts and place.parts[-len(written.parts) :] == written.parts:
        return Path(*place.parts[: -len(written.parts)])
    return place.parent


def make_stand_ins(folder: Path, count: int) -> tuple[str, ...]:
    """One-minute clips that any edit works on: a moving picture, a tone with pauses."""
    return tuple(
        str(_stand_in(folder / f"stand-in-{number}.mp4")) for number in range(1, count + 1)
    )


def _stand_in(path: Path) -> Path:
    if not path.exists():
        tone = "if(lt(mod(t\\,5)\\,4)\\,0.3*sin(2764.6*t)\\,0)"
        sources = (f"testsrc=size=320x180:rate=5:duration={STAND_IN_SECONDS}",
                   f"aevalsrc={tone}:s=16000:d={STAND_IN_SECONDS}")  # fmt: skip
        inputs = [word for source in sources for word in ("-f", "lavfi", "-i", source)]
        command = [ffmpeg(), "-v", "error", "-nostdin", *inputs, "-pix_fmt", "yuv420p"]
        output_of([*command, "-preset", "ultrafast", str(path)], _LONGEST)
    return path
