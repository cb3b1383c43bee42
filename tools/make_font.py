"""Cut the two fonts of mock_server/assets/fonts from their free originals.

    pip install "fonttools[woff]"
    npm pack @fontsource/noto-emoji && tar xzf fontsource-noto-emoji-*.tgz
    python tools/make_font.py /usr/share/fonts/truetype/wqy/wqy-microhei.ttc package

- text: WenQuanYi Micro Hei (Debian's fonts-wqy-microhei; Apache-2.0, or GPL-3+ with font exception)
  cut to Latin, Greek, Cyrillic, GB2312, kana, punctuation and symbols;
- emoji: Noto Emoji, one colour (SIL OFL 1.1), single code points only.

They stay two files, since their licences do not mix, and get names of their own, so that no font
of the machine is taken for them.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont

ASSETS = Path(__file__).parent.parent / "mock_server/assets/fonts"
WEIGHT = 500
RANGES = (
    (0x0020, 0x024F), (0x02C6, 0x02DD), (0x0370, 0x03FF), (0x0400, 0x045F), (0x1E80, 0x1EF9),
    (0x2010, 0x2070), (0x2074, 0x209C), (0x20A0, 0x20BF), (0x2100, 0x218F), (0x2190, 0x21FF),
    (0x2200, 0x22FF), (0x2300, 0x23FF), (0x2460, 0x24FF), (0x2500, 0x25FF), (0x2600, 0x27BF),
    (0x3000, 0x30FF), (0x3200, 0x32FF), (0xFF00, 0xFFEF),
)  # fmt: skip


def gb2312() -> set[int]:
    """The code points of GB2312."""
    pairs = (bytes((a, b)) for a in range(0xA1, 0xF8) for b in range(0xA1, 0xFF))
    return {ord(c) for c in (p.decode("gb2312", "ignore") for p in pairs) if c}


def cut(font: TTFont, wanted: set[int]) -> TTFont:
    """Only the outlines and widths of the wanted code points."""
    options = Options()
    options.hinting = False
    options.layout_features = []
    options.notdef_outline = True
    options.glyph_names = False
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "vhea", "vmtx", "VORG", "DSIG", "kern"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    return font


def rename(font: TTFont, family: str) -> None:
    """Give the font its own name; what it says of copyright and licence stays."""
    table = font["name"]
    table.names = [n for n in table.names if n.nameID in (0, 7, 13, 14)]
    for number, text in ((1, family), (2, "Regular"), (3, family), (4, family),
                         (6, family.replace(" ", ""))):  # fmt: skip
        table.setName(text, number, 3, 1, 0x409)


def text_font(original: Path) -> TTFont:
    """The cut of WenQuanYi Micro Hei."""
    wanted = gb2312().union(*(range(a, b + 1) for a, b in RANGES))
    return cut(TTCollection(original).fonts[0], wanted)


def emoji_font(package: Path) -> TTFont:
    """The parts of Noto Emoji put together."""
    with tempfile.TemporaryDirectory() as folder:
        parts = []
        for i, woff in enumerate(sorted(package.glob(f"files/noto-emoji-*-{WEIGHT}-normal.woff2"))):
            font = TTFont(woff)
            points = {p for p in font.getBestCmap() if p > 0xA9}
            if points:
                font.flavor = None
                cut(font, points)
                parts.append(str(Path(folder) / f"{i}.ttf"))
                font.save(parts[-1])
        merged = Merger().merge(parts)
        merged.save(Path(folder) / "merged.ttf")
        whole = TTFont(Path(folder) / "merged.ttf", lazy=False)
        return cut(whole, set(whole.getBestCmap()))


if __name__ == "__main__":
    for font, family, file in (
        (text_font(Path(sys.argv[1])), "NemoSpec Text", "text.ttf"),
        (emoji_font(Path(sys.argv[2])), "NemoSpec Emoji", "emoji.ttf"),
    ):
        rename(font, family)
        font.save(ASSETS / file)
        print(file, (ASSETS / file).stat().st_size, len(font.getBestCmap()), "code points")
