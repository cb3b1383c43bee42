"""Placeholders replace the values of a message, so that rules see only words.

A placeholder is a character for the kind, the index of the value, and a closing character, all
from a private range of Unicode that is removed from messages first. Rules write `<time>`,
`<text>`, …; alternatives are `<time|range>`, and `<:time>` matches without capturing.
"""

import re
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from mock_server.agent.values.lazily import Regex

_KINDS = (
    "text",
    "file",
    "time",
    "range",
    "percent",
    "factor",
    "level",
    "number",
    "ratio",
    "size",
    "angle",
    "color",
    "soundtrack",
    "spot",
    "sweep",
    "loudness",
)
_CODE = {kind: chr(0xE010 + position) for position, kind in enumerate(_KINDS)}
_CLOSE = "\ue000"
_ZERO = 0xE020
_DIGITS = f"[{chr(_ZERO)}-{chr(_ZERO + 9)}]+"
_TO_MARK = str.maketrans({str(digit): chr(_ZERO + digit) for digit in range(10)})
_FROM_MARK = str.maketrans({chr(_ZERO + digit): str(digit) for digit in range(10)})
HAN = Regex("[\u4e00-\u9fff]")  # a Chinese character
PRIVATE = Regex("[\ue000-\ue0ff]")
_SLOT = Regex(r"(?<!\?P)<(:?)([a-z]+(?:\|[a-z]+)*)>")
MARK = Regex(f"([\ue010-\ue01f])({_DIGITS}){_CLOSE}")

RANGE, FILE = _CODE["range"], _CODE["file"]
ANY = "".join(_CODE.values())
ANY_KIND = _KINDS


@dataclass
class Values:
    """Every value of one message, by index, with its kind; `by_layers` counts the times that are told
    by what is on the timeline."""

    items: list[Any] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    by_layers: int = 0

    def mark(self, kind: str, value: object, words: str = "") -> str:
        """Keep `value`, read from `words`, and return the mark that stands for it."""
        self.items.append(value)
        self.words.append(marked_words(words, self) if words else f"“{value}”")
        return f"{_CODE[kind]}{str(len(self.items) - 1).translate(_TO_MARK)}{_CLOSE}"


def names_a_value(text: str) -> bool:
    """Whether there is a mark in a text."""
    return bool(MARK.search(text))


def kind_of(code: str) -> str:
    """The kind of value that a mark's first character stands for."""
    return _KINDS[ord(code) - 0xE010]


def without_private(text: str) -> str:
    """`text` with no character that could be taken for a mark."""
    return PRIVATE.sub("\ufffd", text)


FLAGS = re.IGNORECASE | re.ASCII


@cache
def pattern(source: str, flags: int = FLAGS) -> Regex:
    """A case-blind regular expression in which `<kind>` matches a mark and captures its index."""
    return Regex(marked(source), flags)


def marked(source: str) -> str:
    """The regular expression that a pattern stands for."""
    return _SLOT.sub(_slot, source)


def _slot(match: re.Match[str]) -> str:
    codes = "".join(_CODE[kind] for kind in match[2].split("|"))
    return f"[{codes}]{_DIGITS}{_CLOSE}" if match[1] else f"[{codes}]({_DIGITS}){_CLOSE}"


def marks(text: str, *kinds: str) -> list[int]:
    """The indexes of the marks of these kinds (all when none is named), in order."""
    codes = "".join(_CODE[kind] for kind in kinds) or ANY
    return [index(match[2]) for match in MARK.finditer(text) if match[1] in codes]


def index(digits: str) -> int:
    """The index that a `<kind>` in a pattern captured."""
    return int(digits.translate(_FROM_MARK))


UNREADABLE = "qqx"
"""Stands for what has no certain meaning: no order holds this word."""


def marked_words(text: str, values: Values) -> str:
    """The text as it was written, more or less: each mark replaced by its words."""
    text = text.replace(UNREADABLE, "…")
    if _CLOSE not in text:
        return text
    return MARK.sub(lambda match: values.words[index(match[2])], text)
