"""Find names of uploaded files that a message mentions without quotes."""

import re
from functools import partial

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import ANY, Values

_VIDEOS = ("mp4", "mov", "avi", "webm", "mkv")
PICTURES = ("jpg", "jpeg", "png", "gif", "webp")
SOUNDS = ("mp3", "wav", "m4a", "aac")
EXTENSIONS = (*_VIDEOS, *PICTURES)
_ALL = "|".join((*EXTENSIONS, *SOUNDS))
_WORD = Regex(rf"(?<![\w.-])[\w-][\w.-]{{0,120}}\.(?:{_ALL})\b", re.IGNORECASE | re.ASCII)


# What a word like "talk" is when it names no clip: "while I talk", "talk about it", "b-roll".
_NO_NAME = r"(?:i|we|you|they|people|who|[a-z]+n't|a) +"
_NO_NAME_BEHIND = r"(?! +(?:about|to me|roll)\b)"


def take_files(text: str, values: Values, names: tuple[str, ...]) -> str:
    """`text` with a `<file>` mark for each known name, and for words that look like a file name.

    A name without a dot is how one of several clips is called for short.
    """
    for short in (one for one in names if "." not in one):
        full = next((one for one in names if one.rpartition(".")[0] == short), None)
        known = Regex(
            rf"\b({_NO_NAME})?(?:(?:the|my|our) +)?(?<![\w.'/-]){re.escape(short)}(?:[ -](?:clip|video))?"
            rf"(?![\w/-]|\.[a-z0-9]|'(?!s\b)){_NO_NAME_BEHIND}",
            re.I | re.ASCII,
        )
        if full is not None:
            text = known.sub(partial(_unless_no_name, values, full), text)
    for name in sorted(names, key=len, reverse=True):
        if "." in name and not any(code in name for code in ANY):
            known = Regex(rf"(?<![\w.-]){re.escape(name)}(?![\w-])", re.I | re.ASCII)
            text = known.sub(partial(_mark, values, name), text)
    return _WORD.sub(lambda match: values.mark("file", match[0]), text)


def _mark(values: Values, name: str, _: re.Match[str]) -> str:
    return values.mark("file", name)


def _unless_no_name(values: Values, name: str, match: re.Match[str]) -> str:
    return match[0] if match[1] else values.mark("file", name, match[0])


def is_picture(name: str) -> bool:
    """Whether `name` ends like a picture."""
    return name.lower().rpartition(".")[2] in PICTURES


def is_sound(name: str) -> bool:
    """Whether `name` ends like a sound file."""
    return name.lower().rpartition(".")[2] in SOUNDS
