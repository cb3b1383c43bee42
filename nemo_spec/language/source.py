"""Recipe text as it was written, and as the grammar reads it.

The grammar sees text without byte order mark, with `\\n` line ends and without the indentation that
all lines share. Every position in a message is one of the file as it was written.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import NamedTuple


class Source:
    """One recipe text.

    `name` is how messages call it; `original` is the text as written, `text` what the grammar reads;
    offsets are characters in `text`.
    """

    def __init__(self, name: str, original: str) -> None:
        self.name = name
        self.original = original
        self.lines = [
            line.removesuffix("\r") for line in original.removeprefix("\ufeff").split("\n")
        ]
        self.indent = _shared_indent(self.lines)
        self.text = "\n".join(line[self.indent :] for line in self.lines)

    def __repr__(self) -> str:
        return f"Source({self.name!r})"

    @cached_property
    def _starts(self) -> list[int]:
        starts, position = [], 0
        for line in self.lines:
            starts.append(position)
            position += max(len(line) - self.indent, 0) + 1
        return starts

    def locate(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 0, in the file as written."""
        line = bisect_right(self._starts, offset) - 1
        return line, min(offset - self._starts[line] + self.indent, len(self.lines[line]))

    def offset(self, line: int, column: int) -> int:
        """The offset of a line and column, both from 0; the nearest one where there is none."""
        line = min(max(line, 0), len(self.lines) - 1)
        column = min(max(column, self.indent), len(self.lines[line]))
        return self._starts[line] + max(column - self.indent, 0)


class Span(NamedTuple):
    """A range of a source: `start` and `end` are character offsets in `source.text`."""

    source: Source
    start: int
    end: int

    @property
    def line(self) -> int:
        """The line on which the span begins, from 1."""
        return self.source.locate(self.start)[0] + 1

    @property
    def text(self) -> str:
        return self.source.text[self.start : self.end]


def _shared_indent(lines: list[str]) -> int:
    shared: str | None = None
    for line in lines:
        content = line.lstrip(" \t")
        if not content:
            continue
        indent = line[: len(line) - len(content)]
        shared = indent if shared is None else _common_prefix(shared, indent)
        if not shared:
            return 0
    return len(shared or "")


def _common_prefix(one: str, other: str) -> str:
    for index, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return one[:index]
    return min(one, other, key=len)
