"""Places of a recipe in the units of the editor: UTF-8, UTF-16 or characters, as it asked for.

A lone carriage return ends a line of the protocol; in the grammar it is a character like others.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from lsprotocol import types

from nemo_spec.language.source import Source, Span

Width = Callable[[str], int]
"""How many of the editor's units a text takes."""


class _Line(NamedTuple):
    """A line of the editor: where in the source it begins, line and column from 0, and its text."""

    number: int
    column: int
    text: str


@lru_cache(64)
def _lines(source: Source) -> list[_Line]:
    found = []
    for number, line in enumerate(source.lines):
        column = 0
        for part in line.split("\r"):
            found.append(_Line(number, column, part))
            column += len(part) + 1
    if source.original.endswith("\r"):
        found.append(_Line(number, column, ""))
    return found


def position(source: Source, offset: int, width: Width) -> types.Position:
    """The editor's position of an offset in characters of `source.text`."""
    lines, place = _lines(source), source.locate(offset)
    index = bisect_right(lines, place, key=lambda line: (line.number, line.column)) - 1
    line = lines[index]
    return types.Position(index, width(line.text[: place[1] - line.column]))


def range_of(span: Span, width: Width) -> types.Range:
    """The editor's range of a span."""
    start, end = (position(span.source, offset, width) for offset in (span.start, span.end))
    return types.Range(start, end)


def whole(source: Source, width: Width) -> types.Range:
    """All of a text."""
    lines = _lines(source)
    return types.Range(types.Position(0, 0), types.Position(len(lines) - 1, width(lines[-1].text)))


def offset_of(source: Source, place: types.Position, width: Width) -> int:
    """The offset of a position of the editor; the nearest one where there is none."""
    lines = _lines(source)
    line = lines[min(place.line, len(lines) - 1)]
    column, units = 0, 0
    while column < len(line.text) and units < place.character:
        units += width(line.text[column])
        column += 1
    return source.offset(line.number, line.column + column)
