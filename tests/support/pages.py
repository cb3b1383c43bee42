"""Pages of the documentation: their recipes, their commands, and what they say is printed."""

from __future__ import annotations

import re
from typing import NamedTuple

_BLOCK = re.compile(r"^```(\w+)(?: title=\"(.+?)\")?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_ELIDED = "…"


class Block(NamedTuple):
    """A fenced block: its language, the file that it is to be written to, and its text."""

    language: str
    file: str
    text: str


def blocks(page: str) -> list[Block]:
    """The blocks of a page, in order."""
    return [Block(*match.groups("")) for match in _BLOCK.finditer(page)]


def commands(block: Block) -> list[tuple[str, str]]:
    """Each command of a console block with what it prints; a command goes on behind `\\`."""
    parts = re.split(r"(?m)^\$ ", block.text)[1:]
    return [(line, shown) for line, _, shown in (part.partition("\n") for part in parts)]


def shows(shown: str, printed: str) -> bool:
    """Whether a page shows what was printed: `…` alone stands for any lines, in a line for any text."""
    pattern = ""
    for line in shown.strip("\n").split("\n"):
        inside = re.escape(line).replace(_ELIDED, ".*")
        pattern += r"(?:.*\n)*?" if line == _ELIDED else inside + "\n"
    return re.fullmatch(pattern, re.sub(r"[ ]+\n", "\n", printed.strip("\n") + "\n")) is not None
