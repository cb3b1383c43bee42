"""The child process in which media is read: a file that hangs or crashes a decoder ends nothing else.

Arguments: what is asked, the path of the file, options of the question. Its answer is JSON. Of many clips
only the headers are read in one child; where one of them ends it, the others are asked for anew.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Mapping
from io import BufferedReader
from pathlib import Path
from typing import Any

from nemo_spec.media.clip import Clip, NotMedia, Sound
from nemo_spec.safe_files import open_regular


def main(arguments: list[str]) -> None:
    """Answer one question about one file on standard output; `clips` about many, a line for each."""
    if arguments[0] != "clips":
        json.dump(answer(*arguments), sys.stdout)
        return
    for path in arguments[1:]:
        print(json.dumps(answer("clip", path)), flush=True)


def answer(question: str, path: str, *options: str) -> dict[str, Any]:
    """What is known of a file, or `refused` with the reason and a `cure`."""
    place = Path(path)
    try:
        with open_regular(place) as file:
            return QUESTIONS[question](file, place.name, *options)._asdict()
    except NotMedia as refusal:
        return {"refused": str(refusal), "cure": refusal.cure}
    except OSError as error:
        reason = f"{place.name} cannot be read: {error.strerror}"
        return {"refused": reason, "cure": "name a video or a picture"}


def is_picture(head: bytes) -> bool:
    """Whether a file with these first bytes is a picture."""
    return bool(_PICTURE.match(head))


def _clip(file: BufferedReader, name: str) -> Clip:
    if is_picture(file.peek(16)[:16]):
        from nemo_spec.media.pictures import read_picture

        return read_picture(file, name)
    from nemo_spec.media.reader import opened, read_clip

    with opened(file, name) as container:
        return read_clip(container, name)


def _video(file: BufferedReader, name: str, frames: str) -> Clip:
    from nemo_spec.media.finished import read_finished

    return read_finished(file, name, all_frames=frames == "all")


def _chapters(file: BufferedReader, name: str, target: str, told: str) -> Clip:
    from nemo_spec.media.chapters import with_chapters

    return with_chapters(file, name, target, told)


def _sound(file: BufferedReader, name: str, track: str, way: str) -> Sound:
    if is_picture(file.peek(16)[:16]):
        return Sound()
    from nemo_spec.media.sound import listen

    below = None if way in ("voice", "level") else float(way)
    return listen(file, name, int(track) or None, by_voice=way == "voice", below=below)


def _frame(file: BufferedReader, name: str, at: str, kind: str, target: str) -> Clip:
    from nemo_spec.media.extracts import take_frame

    return take_frame(file, name, at, kind, target)


def _audio(file: BufferedReader, name: str, kind: str, target: str) -> Clip:
    from nemo_spec.media.extracts import take_sound

    return take_sound(file, name, kind, target)


def _covered(file: BufferedReader, name: str, *options: str) -> Clip:
    from nemo_spec.media.covered import cover_sound

    return cover_sound(file, name, *options)


_PICTURE = re.compile(rb"\x89PNG\r\n\x1a\n|\xff\xd8\xff|GIF8[79]a|RIFF....WEBP", re.DOTALL)
QUESTIONS: Mapping[str, Callable[..., Clip | Sound]] = {
    "clip": _clip,
    "video": _video,
    "sound": _sound,
    "frame": _frame,
    "audio": _audio,
    "cover": _covered,
    "chapters": _chapters,
}
