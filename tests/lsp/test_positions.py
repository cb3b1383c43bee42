"""Where an editor and the grammar mean the same place."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from nemo_spec.language.source import Source, Span
from nemo_spec.lsp.positions import offset_of, position, range_of, whole

TEXTS = st.text(alphabet=' ab\t\r\n"é🎬公', max_size=30)


def utf_16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def in_editor(text: str, place: types.Position) -> str:
    """The text before a position, by what the protocol says of lines and units."""
    lines = re.findall(r"(?s)[^\r\n]*(?:\r\n|\r|\n|\Z)", text)
    line = lines[place.line].encode("utf-16-le")[: 2 * place.character]
    return "".join(lines[: place.line]) + line.decode("utf-16-le")


@given(TEXTS)
def test_a_position_is_one_of_the_protocol_and_leads_back(text: str):
    source = Source("here", text)
    for offset in range(len(source.text) + 1):
        place = position(source, offset, utf_16)
        line, column = source.locate(offset)
        before = "".join(f"{one}\n" for one in source.lines[:line]) + source.lines[line][:column]
        assert in_editor(text, place).replace("\r\n", "\n") == before
        assert offset_of(source, place, utf_16) == offset


@given(TEXTS)
def test_the_whole_ends_where_the_text_ends(text: str):
    assert in_editor(text, whole(Source("here", text), utf_16).end) == text


def test_a_lone_carriage_return_ends_a_line():
    source = Source("here", '# 🎬\r# b\r\n# "🎬" titel\n')
    start = source.text.index("titel")
    place = range_of(Span(source, start, start + 5), utf_16)
    assert (place.start, place.end) == (types.Position(2, 7), types.Position(2, 12))
