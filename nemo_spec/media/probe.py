"""What a clip on disk is. It is read in a child process with a time limit."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

from nemo_spec.child_process import OutOfTime, output_of
from nemo_spec.media.clip import Clip, NotMedia, Sound

__all__ = ["Clip", "NotMedia", "Sound", "listen", "measure", "measure_video"]

LOOK_LIMIT = 60
"""Seconds for reading a file's headers and its last second, or all packets of one without a length."""
SOUND_LIMIT = 600
"""Seconds for decoding all of a file's sound, at some five hundred times its speed, or its frames."""
_CHILD = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from nemo_spec.media.worker import main; main(sys.argv[2:])"
)


def measure(path: Path) -> Clip:
    """Length, size and tracks. Raises NotMedia, also when the end of the file is missing."""
    return _measured(path, _version(path))


def measure_video(path: Path) -> Clip:
    """A finished video: an mp4 whose picture can be decoded from its start to its end.

    Decoding finds what the headers do not know of: data that was lost or written over. Of a long video
    only the key frames are decoded. Raises NotMedia.
    """
    return Clip(**_asked(path, SOUND_LIMIT, "video"))


def write_chapters(path: Path, target: Path, chapters: Iterable[tuple[int, str]]) -> None:
    """Copy a finished video to `target`, with chapters: when each begins (ms), and its name. Raises
    NotMedia, also where they cannot be read back from the copy."""
    _asked(path, SOUND_LIMIT, "chapters", str(target), json.dumps(list(chapters)))


def listen(path: Path, track: int | None = None) -> Sound:
    """The pauses in a sound track, by its number from 1 or else the default one. Raises NotMedia."""
    return _heard(path, track, _version(path))


@lru_cache(128)
def _measured(path: Path, _: object) -> Clip:
    return Clip(**_asked(path, LOOK_LIMIT, "clip"))


@lru_cache(128)
def _heard(path: Path, track: int | None, _: object) -> Sound:
    answer = _asked(path, SOUND_LIMIT, "sound", str(track or 0), "voice")
    return Sound(tuple((start, end) for start, end in answer["pauses"]), answer["heard_by"])


def _version(path: Path) -> object:
    """What changes with the content of a file: many recipes on one clip measure it once."""
    try:
        found = path.stat()
    except OSError:
        return object()
    return str(path.resolve()), found.st_mtime_ns, found.st_size, found.st_ino


def _asked(path: Path, limit: float, question: str, *options: str) -> dict[str, Any]:
    """What the child answers. Raises NotMedia: its refusal, or that it did not come to an end."""
    answer = _child_says(path, limit, question, *options)
    if "refused" in answer:
        raise NotMedia(answer["refused"], answer["cure"])
    return answer


def _child_says(path: Path, limit: float, question: str, *options: str) -> dict[str, Any]:
    # Neither the environment nor the current folder decides what the child imports.
    modules = json.dumps([*filter(None, sys.path)])
    program = [sys.executable, "-I", "-S", "-c", _CHILD, modules]
    try:
        ended = output_of([*program, question, str(path), *options], limit)
    except OutOfTime:
        return _no_answer(f"{path.name} takes more than {limit:g} s to read")
    if ended.code or not ended.output:
        return _no_answer(f"{path.name} cannot be read: the decoder broke off")
    said: dict[str, Any] = json.loads(ended.output)
    return said


def _no_answer(reason: str) -> dict[str, Any]:
    return {"refused": reason, "cure": "convert it to mp4"}
