"""Places of a recipe in the units of the editor: UTF-8, UTF-16 or characters, as it asked for."""

from __future__ import annotations

from collections.abc import Callable

from lsprotocol import types

from nemo_spec.language.source import Source, Span

Width = Callable[[str], int]
"""How many of the editor's units a text takes."""


def position(source: Source, offset: int, width: Width) -> types.Position:
    """The editor's position of an offset in characters of `source.text`."""
    line, column = source.locate(offset)
    return types.Position(line, width(source.lines[line][:column]))


def range_of(span: Span, width: Width) -> types.Range:
    """The editor's range of a span."""
    start, end = (position(span.source, offset, width) for offset in (span.start, span.end))
    return types.Range(start, end)


def whole(source: Source, width: Width) -> types.Range:
    """All of a text."""
    last = source.lines[-1]
    return types.Range(types.Position(0, 0), types.Position(len(source.lines) - 1, width(last)))


def offset_of(source: Source, place: types.Position, width: Width) -> int:
    """The offset of a position of the editor; the nearest one where there is none."""
    line = min(place.line, len(source.lines) - 1)
    content, column, units = source.lines[line], 0, 0
    while column < len(content) and units < place.character:
        units += width(content[column])
        column += 1
    return source.offset(line, column)
