"""What a clip on disk is. It is read in a child process with a time limit."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any

from nemo_spec.child_process import OutOfTime, child, output_of
from nemo_spec.media.clip import COVER_RATE, Clip, NotMedia, Sound
from nemo_spec.media.kept import answered

__all__ = [
    "Clip", "NotMedia", "Sound", "cover_sound", "listen", "measure", "measure_video", "take_frame",
    "take_sound",
]  # fmt: skip

LOOK_LIMIT = 60
"""Seconds for reading a file's headers and its last second, or all packets of one without a length."""
SOUND_LIMIT = 600
"""Seconds for decoding all of a file's sound, at some five hundred times its speed, or its frames."""
# It ends at once: to take the decoders apart takes a tenth of the time of a short clip.
COVER_LIMIT = 1800
"""Seconds for making a video of a sound, at some fifty times its speed at least."""
_FEW = 8
"""Clips that are looked at one by one."""
_MANY = 10_000
"""Clips of which is known what they are: a batch asks twice, before it begins and for each of them."""
_ahead: dict[object, dict[str, Any]] = {}
"""What was told ahead, by the version of the file."""
_CHILD = (
    "import json, os, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from nemo_spec.media.worker import main; main(sys.argv[2:]); "
    "sys.stdout.flush(); os._exit(0)"
)


def measure(path: Path) -> Clip:
    """Length, size and tracks. Raises NotMedia, also when the end of the file is missing."""
    return Clip(**_granted(_looked_at(path, _version(path))))


def look_ahead(paths: Sequence[Path]) -> None:
    """Look at many clips in one child, since starting it takes longer than the look; `measure` knows them
    then. What it does not tell, because one of them has ended it, `measure` asks for on its own."""
    versions = [_version(path) for path in paths]
    said = _child_tells(paths) if len(paths) >= _FEW else ()
    for version, line in zip(versions, said, strict=False):
        with suppress(ValueError):
            _ahead[version] = json.loads(line)


def measure_video(path: Path, *, is_proven: bool = False) -> Clip:
    """A finished video: an mp4 whose picture can be decoded from its start to its end.

    Decoding finds what the headers do not know of: data that was lost or written over. Only the key
    frames are decoded of a long video, and of one that is proven to be what was sent. Raises NotMedia.
    """
    frames = "key" if is_proven else "all"
    return Clip(**_granted(_child_says(path, SOUND_LIMIT, "video", frames)))


def write_chapters(path: Path, target: Path, chapters: Iterable[tuple[int, str]]) -> None:
    """Copy a finished video to `target`, with chapters: when each begins (ms), and its name. Raises
    NotMedia, also where they cannot be read back from the copy."""
    _granted(_child_says(path, SOUND_LIMIT, "chapters", str(target), json.dumps(list(chapters))))


def listen(path: Path, track: int | None = None, below: float | None = None) -> Sound:
    """The pauses in a sound track, by its number from 1 or else the default one: what is quieter than
    `below` (dB), where it is given. Raises NotMedia."""
    answer = _granted(_listened_to(path, track, below, _version(path)))
    return Sound(tuple((start, end) for start, end in answer["pauses"]), answer["heard_by"])


def take_frame(video: Path, at: int | str, kind: str, target: Path) -> Clip:
    """Write the frame that is shown at a time (ms, or `end`) to a new file, as `png` or `jpg`.

    Raises NotMedia."""
    return Clip(**_granted(_child_says(video, SOUND_LIMIT, "frame", str(at), kind, str(target))))


def take_sound(video: Path, kind: str, target: Path) -> Clip:
    """Write the sound of a video to a new file, as `mp3`, `wav` or `m4a`. Raises NotMedia."""
    return Clip(**_granted(_child_says(video, SOUND_LIMIT, "audio", kind, str(target))))


def cover_sound(sound: Path, cover: Path, size: tuple[int, int], length: int, target: Path) -> None:
    """Write a video of `length` ms to a new file: the sound, and the picture in that size (pixels).

    Raises NotMedia."""
    frames = length * COVER_RATE // 1000
    options = (str(cover), *map(str, size), str(frames), str(target))
    _granted(_child_says(sound, COVER_LIMIT, "cover", *options))


@lru_cache(_MANY)
def _looked_at(path: Path, version: object) -> dict[str, Any]:
    return _ahead.pop(version, None) or _kept(path, LOOK_LIMIT, "clip")


@lru_cache(1000)
def _listened_to(path: Path, track: int | None, below: float | None, _: object) -> dict[str, Any]:
    way = "voice" if below is None else str(below)
    return _kept(path, SOUND_LIMIT, "sound", str(track or 0), way)


def _version(path: Path) -> object:
    """What changes with the content of a file: many recipes on one clip measure it once, and an editor
    asks again with every key, also about what is no clip."""
    try:
        found = path.stat()
    except OSError:
        return object()
    changes = found.st_mtime_ns, found.st_ctime_ns, found.st_size
    return str(path.resolve()), found.st_dev, found.st_ino, *changes


def _kept(path: Path, limit: float, *question: str) -> dict[str, Any]:
    """What the child says now, or has said about this very file; a refusal is not kept."""
    try:
        return answered(path, question, lambda: _granted(_child_says(path, limit, *question)))
    except NotMedia as refusal:
        return {"refused": str(refusal), "cure": refusal.cure}


def _granted(answer: dict[str, Any]) -> dict[str, Any]:
    """The answer of the child. Raises NotMedia where it is a refusal."""
    if "refused" in answer:
        raise NotMedia(answer["refused"], answer["cure"])
    return answer


def _program() -> list[str]:
    # Neither the environment nor the current folder decides what the child imports.
    modules = json.dumps([*filter(None, sys.path)])
    return [sys.executable, "-I", "-S", "-c", _CHILD, modules]


def _child_tells(paths: Sequence[Path]) -> list[bytes]:
    """A line about each of the clips, as far as it comes."""
    lines = list[bytes]()
    command = [*_program(), "clips", *map(str, paths)]
    with suppress(OutOfTime, OSError), child(command, LOOK_LIMIT, subprocess.DEVNULL) as job:
        assert job.stdout
        lines += job.stdout
    return lines


def _child_says(path: Path, limit: float, question: str, *options: str) -> dict[str, Any]:
    try:
        ended = output_of([*_program(), question, str(path), *options], limit)
    except OutOfTime:
        return _no_answer(f"{path.name} takes more than {limit:g} s to read")
    if ended.code or not ended.output:
        return _no_answer(f"{path.name} cannot be read: the decoder broke off")
    said: dict[str, Any] = json.loads(ended.output)
    return said


def _no_answer(reason: str) -> dict[str, Any]:
    return {"refused": reason, "cure": "convert it to mp4"}
