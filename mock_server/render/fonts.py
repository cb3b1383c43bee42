"""The fonts that text is drawn in: those that come with the mock, then those of the machine.

`undrawable` and `face_taken` say beforehand what will not be drawn as it was asked for.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from mock_server.render.clusters import clusters, is_invisible
from mock_server.render.font_files import FontFile, fonts_in, machine_folders

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

FOLDER = Path(__file__).parent.parent / "assets" / "fonts"
# The cut fonts have names of their own, so that none of the machine is taken for them.
PREFIX = "NemoSpec "
LATIN, EMOJI, HAN = "Noto Sans", "Noto Emoji", "Noto Sans CJK "
# From here on the emoji font is asked first, so that hearts and stars match the faces; below it
# only for what is marked as an emoji.
EMOJI_FROM = "\u231a"
EMOJI_MARKS = ("\ufe0f", "\u20e3")
TEXT_MARK = "\ufe0e"
# Signs that take the room of a whole character where they stand in Chinese or Japanese.
FULL_WIDTH_AMONG_HAN = "‘’“”…—"
BOX = "□"
WIDE = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
KANA, HANGUL = (
    re.compile("[\u3041-\u30ff\u31f0-\u31ff]"),
    re.compile("[\u1100-\u11ff\u3131-\u318e\uac00-\ud7af]"),
)
IDEOGRAPH = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
# The character set that tells where a text without kana and Hangul was written.
WRITTEN = {"SC": "gb2312", "TC": "big5", "JP": "euc_jp"}
MEASURED_AT = 1000  # pixels; at this size rounding does not matter


@dataclass(frozen=True)
class Run:
    """Text in one font."""

    font: FontFile
    text: str


@dataclass(frozen=True)
class Typeface:
    """The fonts of one text in the order in which they are asked for a character.

    `han` has the full-width signs of a text in Chinese, Japanese or Korean.
    """

    order: tuple[FontFile, ...]
    han: FontFile | None

    def runs(self, line: str) -> Iterator[Run]:
        """A line cut into pieces of one font each; a character that no font has is a box."""
        now: Run | None = None
        for part in chain.from_iterable(map(self._parts, clusters(line))):
            font, text = self._drawn(part, now.font if now else self.order[0])
            if now and now.font is not font:
                yield now
                now = None
            now = Run(font, now.text + text if now else text)
        if now:
            yield now

    def width(self, line: str, bold: bool = False) -> float:
        """How wide a line is, in em."""
        return sum(_width(_weight(run.font, bold), run.text) for run in self.runs(line))

    def _parts(self, cluster: str) -> Sequence[str]:
        """The cluster, or its characters where no font has them all."""
        return cluster if len(cluster) > 1 and not self.font_of(cluster) else [cluster]

    def _drawn(self, part: str, current: FontFile) -> tuple[FontFile, str]:
        if found := self.font_of(part, current):
            return found, part
        box = self.font_of(BOX)
        assert box
        return box, BOX

    def font_of(self, cluster: str, current: FontFile | None = None) -> FontFile | None:
        """The first font that has all visible characters; signs and spaces stay in the current one."""
        needed = [c for c in cluster if not is_invisible(c)]
        for font in chain(self._first(cluster, current), self.order):
            if all(c in font for c in needed):
                return font
        return next((font for font in machine() if all(c in font for c in needed)), None)

    def _first(self, cluster: str, current: FontFile | None) -> Sequence[FontFile]:
        if _is_emoji(cluster):
            return (_named(EMOJI),)
        if self.han and cluster in FULL_WIDTH_AMONG_HAN:
            return (self.han,)
        sticks = current and not cluster.isalnum() and current.family != PREFIX + EMOJI
        return (current,) if sticks and current else ()


def typeface(text: str, font: str = "") -> Typeface:
    """The fonts for a text: the one that is asked for by name, if it is there, comes first."""
    han, asked = _named(HAN + _region(text)), _asked(font)
    others = [one for one in bundled() if not one.bold]
    order = [*([asked] if asked else []), _named(LATIN), han, _named(HAN + "SC"), *others]
    return Typeface(tuple(dict.fromkeys(order)), han if WIDE.search(text) and not asked else None)


def readable(text: str) -> str:
    """The text as it is drawn: composed, one kind of line end, without control characters."""
    text = re.sub("\r\n?|[\u0085\u2028\u2029\v\f]", "\n", text).replace("\t", " ")
    kept = (c for c in text if c == "\n" or unicodedata.category(c) not in ("Cc", "Cs"))
    return unicodedata.normalize("NFC", "".join(kept))


def undrawable(text: str, font: str = "") -> tuple[str, ...]:
    """The characters that no font has, each once; a box is drawn for them."""
    face = typeface(text, font)
    shown = (c for c in readable(text) if c != "\n" and not is_invisible(c))
    return tuple(c for c in dict.fromkeys(shown) if not face.font_of(c))


def face_taken(font: str) -> str:
    """The family that is taken where a font is asked for by that name; the same when it is there."""
    return font if _asked(font) else LATIN


def family_files(family: str) -> list[Path]:
    """The files of a family in all its weights."""
    return sorted({font.path for font in _family(family)})


@cache
def bundled() -> tuple[FontFile, ...]:
    """The fonts that come with the mock."""
    return tuple(fonts_in(FOLDER))


@cache
def machine() -> tuple[FontFile, ...]:
    """The fonts of this machine."""
    return tuple(fonts_in(*machine_folders()))


@cache
def _named(family: str) -> FontFile:
    return next(f for f in bundled() if f.family == PREFIX + family)


@cache
def _asked(name: str) -> FontFile | None:
    if not name.strip():
        return None
    wanted = name.strip().casefold()
    names = {wanted, (PREFIX + wanted).casefold()}
    return next((f for f in (*bundled(), *machine()) if f.family.casefold() in names), None)


def _weight(font: FontFile, bold: bool) -> FontFile:
    """The bold face of the family, if there is one: else libass thickens the usual one as wide."""
    return (
        next((f for f in _family(font.family) if f.bold and not f.italic), font) if bold else font
    )


@cache
def _family(name: str) -> list[FontFile]:
    known = bundled() if name.startswith(PREFIX) else machine()
    return [font for font in known if font.family == name]


def _region(text: str) -> str:
    """Whose forms of the ideographs are drawn: SC, TC, JP or KR."""
    if KANA.search(text):
        return "JP"
    if HANGUL.search(text):
        return "KR"
    written = "".join(IDEOGRAPH.findall(text))
    return next((r for r, codec in WRITTEN.items() if _encodes(written, codec)), "SC")


def _encodes(text: str, codec: str) -> bool:
    try:
        return bool(text.encode(codec)) or not text
    except UnicodeEncodeError:
        return False


def _is_emoji(cluster: str) -> bool:
    if TEXT_MARK in cluster:
        return False
    return cluster[0] >= EMOJI_FROM or any(mark in cluster for mark in EMOJI_MARKS)


@lru_cache(maxsize=4096)
def _width(font: FontFile, text: str) -> float:
    try:
        return _opened(font).getlength(text) / MEASURED_AT
    except OSError:  # a font of the machine that is damaged further in
        return len(text) / 2


@cache
def _opened(font: FontFile) -> FreeTypeFont:
    from PIL import ImageFont  # takes longer to import than all of a plan, which measures nothing

    return ImageFont.truetype(str(font.path), MEASURED_AT, index=font.face)
