"""Cut the fonts of mock_server/assets/fonts from their free originals, all under the SIL OFL 1.1.

    apt-get install fonts-noto-core fonts-noto-cjk        # Debian 12
    npm pack @expo-google-fonts/noto-emoji && tar xzf expo-google-fonts-noto-emoji-*.tgz
    pip install fonttools
    python tools/make_fonts.py /usr/share/fonts package/500Medium/NotoEmoji_500Medium.ttf

Kept are the tables that shaping needs (GSUB, GPOS, GDEF), dropped hints and vertical setting. All fonts
get the height of a line of Noto Sans, so that scripts on one line share a baseline, and names of
their own, so that no font of the machine is taken for them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont

FOLDER = Path(__file__).parent.parent / "mock_server/assets/fonts"
PREFIX = "NemoSpec "
ASCENT, DESCENT = 1.069, 0.293  # of Noto Sans, in em
# Scripts that people write today; those of scholars alone are left to the fonts of the machine.
SCRIPTS = (
    "Adlam", "Arabic", "Armenian", "Balinese", "Bengali", "CanadianAboriginal", "Chakma", "Cham",
    "Cherokee", "Coptic", "Devanagari", "Ethiopic", "Georgian", "Gujarati", "Gurmukhi",
    "HanifiRohingya", "Hebrew", "Javanese", "Kannada", "KayahLi", "Khmer", "Lao", "Lepcha", "Limbu",
    "Lisu", "Malayalam", "Mandaic", "Math", "MeeteiMayek", "Miao", "Mongolian", "Myanmar", "NKo",
    "NewTaiLue", "OlChiki", "Oriya", "Osage", "Runic", "Saurashtra", "Sinhala", "SoraSompeng",
    "Sundanese", "SylotiNagri", "Symbols", "Symbols2", "Syriac", "TaiLe", "TaiTham", "TaiViet",
    "Tamil", "Telugu", "Thaana", "Thai", "Tifinagh", "Vai", "Wancho", "WarangCiti", "Yi",
)  # fmt: skip
HAN = ((0x2E80, 0x2FFF), (0x3400, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF))
ENCLOSED_AND_BOXES = (0x2460, 0x259F)
SIGNS = ((0x2010, 0x2027), (0x3000, 0x303F), (0x3200, 0x33FF), (0xFE30, 0xFE6F), (0xFF00, 0xFFEF))
KANA = ((0x3040, 0x30FF), (0x31F0, 0x31FF), (0x1B000, 0x1B16F))
BOPOMOFO = ((0x3100, 0x312F), (0x31A0, 0x31BF))
HANGUL = ((0x1100, 0x11FF), (0x3130, 0x318F), (0xA960, 0xA97F), (0xAC00, 0xD7FF))
MAIN_HAN = (0x4E00, 0x9FFF)
BIG5_LEVEL_1 = range(0xA1, 0xC7)  # the first bytes of its 5401 frequent characters
LETTERS = (0x0000, 0x1FFF)


def spread(*ranges: tuple[int, int]) -> set[int]:
    """The code points of ranges, ends included."""
    return {point for first, last in ranges for point in range(first, last + 1)}


def charset(codec: str, first: Iterable[int] = range(0xA1, 0xFF), before: bytes = b"") -> set[int]:
    """The code points of a set of two bytes each."""
    pairs = (before + bytes((a, b)) for a in first for b in range(0x40, 0xFF))
    return {ord(c) for pair in pairs for c in pair.decode(codec, "ignore")}


def known_ideographs() -> set[int]:
    """Those of Unicode's main block, and what Japan and Hong Kong use beyond it."""
    hong_kong = charset("big5hkscs", range(0x87, 0xFF))
    japan = charset("euc_jis_2004") | charset("euc_jis_2004", before=b"\x8f")
    return spread(MAIN_HAN) | (hong_kong | japan) & spread(*HAN)


def cut(font: TTFont, wanted: Iterable[int], features: list[str]) -> TTFont:
    """Only what draws the wanted code points."""
    options = Options()
    options.hinting = False
    options.notdef_outline = True
    options.glyph_names = False
    options.name_IDs = ["*"]
    options.layout_features = features
    options.drop_tables += ["vhea", "vmtx", "VORG", "BASE", "STAT", "kern", "MATH", "gasp"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    return font


def finish(font: TTFont, family: str, style: str = "Regular") -> TTFont:
    """A name of its own and the common height; what it says of copyright and licence stays."""
    table = font["name"]
    table.names = [n for n in table.names if n.nameID in (0, 7, 13, 14)]
    family, full = PREFIX + family, f"{PREFIX}{family} {style}"
    for number, text in ((1, family), (2, style), (3, full), (4, full),
                         (6, full.replace(" ", ""))):  # fmt: skip
        table.setName(text, number, 3, 1, 0x409)
    em = font["head"].unitsPerEm
    ascent, descent = round(ASCENT * em), round(DESCENT * em)
    font["OS/2"].usWinAscent, font["OS/2"].usWinDescent = ascent, descent
    font["hhea"].ascent, font["hhea"].descent, font["hhea"].lineGap = ascent, -descent, 0
    return font


def latin(fonts: Path) -> Iterator[tuple[str, TTFont]]:
    """Latin, Greek and Cyrillic, the one family in two weights."""
    for style in ("Regular", "Bold"):
        file = f"NotoSans-{style}.ttf"
        font = opened(fonts / "truetype/noto" / file)
        features = ["ccmp", "locl", "kern", "mark", "mkmk", "liga", "rlig", "frac"]
        yield file, finish(cut(font, font.getBestCmap(), features), "Noto Sans", style)


def scripts(fonts: Path) -> Iterator[tuple[str, TTFont]]:
    """One family for each script, bold where there is a bold; Tibetan has no sans."""
    for name in (*(f"Sans{script}" for script in SCRIPTS), "SerifTibetan"):
        for style in ("Regular", "Bold"):
            file = f"Noto{name}-{style}.ttf"
            if not (fonts / "truetype/noto" / file).exists():
                continue
            font = opened(fonts / "truetype/noto" / file)
            family = opened(fonts / f"truetype/noto/Noto{name}-Regular.ttf")["name"]
            wanted = set(font.getBestCmap())
            if name == "SansMath":
                wanted -= spread(LETTERS)
            yield file, finish(cut(font, wanted, ["*"]), family.getBestFamilyName(), style)


def han(fonts: Path) -> Iterator[tuple[str, TTFont]]:
    """Chinese, Japanese and Korean: every ideograph in one form, frequent ones in that of each region.

    Bold is cut to the frequent ones: the usual weight stands in for the rest.
    """
    ideographs, signs, zhuyin = spread(*HAN), spread(*SIGNS), spread(*BOPOMOFO)
    simplified = charset("gb2312") & ideographs | signs | zhuyin | spread(ENCLOSED_AND_BOXES)
    traditional = charset("big5", BIG5_LEVEL_1) & ideographs | signs | zhuyin
    japanese = charset("euc_jp") & ideographs | signs | spread(*KANA)
    hangul = spread(*HANGUL)
    for face, region, regular, bold in (
        (2, "SC", known_ideographs() | simplified, simplified),
        (3, "TC", traditional, traditional),
        (0, "JP", japanese, japanese),
        (1, "KR", hangul | signs, charset("euc_kr") & hangul | signs),
    ):
        for style, wanted in (("Regular", regular), ("Bold", bold)):
            file = fonts / f"opentype/noto/NotoSansCJK-{style}.ttc"
            font = TTCollection(file, recalcTimestamp=False).fonts[face]
            features = ["ccmp", "ljmo", "vjmo", "tjmo", "mark", "mkmk"]
            cut_font = cut(font, wanted, features)
            yield (
                f"NotoSansCJK{region}-{style}.otf",
                finish(cut_font, f"Noto Sans CJK {region}", style),
            )


def emoji(file: Path) -> Iterator[tuple[str, TTFont]]:
    """One-colour emoji with their joined forms and flags."""
    font = opened(file)
    yield "NotoEmoji-Regular.ttf", finish(cut(font, font.getBestCmap(), ["*"]), "Noto Emoji")


def opened(file: Path) -> TTFont:
    """A font that keeps its date, so that the same original gives the same cut."""
    return TTFont(file, recalcTimestamp=False)


def main(fonts: Path, emoji_file: Path) -> None:
    for group in (latin(fonts), scripts(fonts), han(fonts), emoji(emoji_file)):
        for file, font in group:
            font.save(FOLDER / file)
            size = (FOLDER / file).stat().st_size
            print(f"{file:44}{size:9} bytes {len(font.getBestCmap()):6} code points", flush=True)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
