"""The two fonts that come with the mock: which characters they hold, and how wide those are."""

from __future__ import annotations

import re
import struct
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "assets" / "fonts"
# Marks that change the look of the emoji before them, and have no glyph of their own:
# joiners, variation selectors, keycaps, skin tones, tags.
INVISIBLE = {0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0x20E3, 0xAD}
INVISIBLE_RANGES = ((0xFE00, 0xFE0F), (0x1F3FB, 0x1F3FF), (0xE0000, 0xE01EF), (0x202A, 0x202E))
# From here on the emoji font is asked first, so that hearts and stars match the faces.
EMOJI_FROM = 0x231A
# What ordinary typing writes with these has a picture in the emoji font, but is not meant as one.
SUBSTITUTES = {"‐": "-", "‑": "-", "−": "-", "\t": " ", "\u00a0": " ", "\u2028": "\n"}
# The text font draws these as wide as a Chinese character. Where there is none, they are made narrow.
NARROW = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "…": "..."})
WIDE_SCRIPT = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]")


@dataclass(frozen=True)
class Font:
    """One font file: family name, glyph widths by code point in em, and the height of a line."""

    family: str
    widths: dict[int, float]
    line: float


@dataclass(frozen=True)
class Run:
    """Text in one font."""

    font: Font
    text: str


@cache
def fonts() -> tuple[Font, Font]:
    """The text font and the emoji font."""
    return _read("text.ttf", "NemoSpec Text"), _read("emoji.ttf", "NemoSpec Emoji")


def readable(text: str) -> str:
    """The text with every character that has no glyph replaced: by a plainer form, else `?`.

    Quotation marks and dots take the room that they have in the script around them.
    """
    text = text if WIDE_SCRIPT.search(text) else text.translate(NARROW)
    shown = "".join(_shown(c) for c in unicodedata.normalize("NFC", text.replace("\r\n", "\n")))
    return shown.replace("\r", "\n")


def runs(text: str) -> Iterator[Run]:
    """A line cut into pieces of one font each."""
    font, start = None, 0
    for i, character in enumerate(text):
        other = _font_of(ord(character)) or fonts()[0]
        if font is not None and other is not font:
            yield Run(font, text[start:i])
            start = i
        font = other
    if font is not None:
        yield Run(font, text[start:])


def width(text: str) -> float:
    """How wide a line is, in em."""
    return sum((_font_of(ord(c)) or fonts()[0]).widths.get(ord(c), 0.5) for c in text)


def _font_of(point: int) -> Font | None:
    text, emoji = fonts()
    order = (emoji, text) if point >= EMOJI_FROM else (text, emoji)
    return next((font for font in order if point in font.widths), None)


def _shown(character: str) -> str:
    point = ord(character)
    if point in INVISIBLE or any(a <= point <= b for a, b in INVISIBLE_RANGES):
        return ""
    if character == "\n" or _font_of(point):
        return character
    plain = SUBSTITUTES.get(character) or unicodedata.normalize("NFKD", character)
    kept = "".join(c for c in plain if c == "\n" or _font_of(ord(c)))
    if kept:
        return kept
    return "" if unicodedata.category(character)[0] in "CM" else "?"


def _read(file: str, family: str) -> Font:
    data = (FOLDER / file).read_bytes()
    tables = {}
    for i in range(struct.unpack_from(">H", data, 4)[0]):
        tag, _, offset, _ = struct.unpack_from(">4sIII", data, 12 + 16 * i)
        tables[tag] = offset
    em = struct.unpack_from(">H", data, tables[b"head"] + 18)[0]
    measured = struct.unpack_from(">H", data, tables[b"hhea"] + 34)[0]
    ascent, descent = struct.unpack_from(">HH", data, tables[b"OS/2"] + 74)
    advances = [
        struct.unpack_from(">H", data, tables[b"hmtx"] + 4 * glyph)[0] for glyph in range(measured)
    ]
    widths = {
        point: advances[min(glyph, measured - 1)] / em
        for point, glyph in _glyphs(data, tables[b"cmap"])
        if glyph
    }
    return Font(family, widths, (ascent + descent) / em)


def _glyphs(data: bytes, cmap: int) -> Iterator[tuple[int, int]]:
    """Code points and their glyphs, of the tables in format 4 and 12."""
    for i in range(struct.unpack_from(">H", data, cmap + 2)[0]):
        at = cmap + struct.unpack_from(">I", data, cmap + 8 + 8 * i)[0]
        kind = struct.unpack_from(">H", data, at)[0]
        if kind == 4:
            yield from _format_4(data, at)
        elif kind == 12:
            for group in range(struct.unpack_from(">I", data, at + 12)[0]):
                first, last, glyph = struct.unpack_from(">III", data, at + 16 + 12 * group)
                yield from ((p, glyph + p - first) for p in range(first, last + 1))


def _format_4(data: bytes, at: int) -> Iterator[tuple[int, int]]:
    count = struct.unpack_from(">H", data, at + 6)[0] // 2
    ends, starts = at + 14, at + 16 + 2 * count
    for i in range(count):
        end, start, shift, offset = (
            struct.unpack_from(">H", data, base + 2 * i)[0]
            for base in (ends, starts, starts + 2 * count, starts + 4 * count)
        )
        here = starts + 4 * count + 2 * i
        for point in range(start, min(end, 0xFFFE) + 1):
            glyph = point
            if offset:
                glyph = struct.unpack_from(">H", data, here + offset + 2 * (point - start))[0]
            yield point, (glyph + shift) % 65536 if glyph or not offset else 0
