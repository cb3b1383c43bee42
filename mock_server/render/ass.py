"""Lines and shapes of an ASS subtitle file.

The page is always 1080 units high, so that sizes suit any output height. Text from outside is
written only into that file, with its special characters escaped.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from mock_server.render.fonts import Typeface, typeface

PAGE = 1080
JOINERS = "\u200d\ufe0f\u20e3"
SCRIPT_MARK = "\u180e"  # the vowel separator of Mongolian
# How long a lower-third takes to open when it is given no fades.
WIPE_MS = 320
HEADER = """[Script Info]
ScriptType: v4.00+
PlayResX: {wide}
PlayResY: {high}
WrapStyle: 2
ScaledBorderAndShadow: yes
YCbCr Matrix: None

[V4+ Styles]
Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, \
Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, \
Alignment, MarginL, MarginR, MarginV, Encoding
Style: Default,sans,60,&H00FFFFFF,&H00FFFFFF,&H00000000,&H00000000,\
0,0,0,0,100,100,0,0,1,0,0,5,0,0,0,-1

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
"""


class Tint(NamedTuple):
    """A colour `rrggbb`, and how much shows through it: 0 to 255."""

    color: str
    alpha: int = 0


@dataclass(frozen=True)
class Face:
    """How text looks: size in page units, colour `rrggbb`, edge, its blur and the shadow in page units.

    `box` is what the box behind it is filled with.
    """

    size: float
    type: Typeface = field(default_factory=lambda: typeface(""))
    color: str = "ffffff"
    bold: bool = False
    italic: bool = False
    edge: float = 0
    edge_alpha: int = 0x50
    edge_color: str = "000000"
    blur: float = 2
    shadow: float = 0
    shadow_alpha: int = 0x90
    box: Tint | None = None

    def width(self, row: str) -> float:
        """How wide a line of text is, in page units."""
        return self.type.width(row, self.bold) * self.size


@dataclass(frozen=True)
class Span:
    """When something is shown, and its fades (ms)."""

    start: int
    end: int
    fade_in: int = 0
    fade_out: int = 0
    wipe: tuple[int, int] | None = None

    def tags(self) -> str:
        """The fade as libass reads it; or a wipe between two columns, quick and slowing down."""
        if self.fade_in or self.fade_out:
            return f"\\fad({self.fade_in},{self.fade_out})"
        if self.wipe is None or self.end - self.start < 4 * WIPE_MS:
            return ""
        left, right = self.wipe
        opened = f"\\clip({left},0,{right},{PAGE})"
        return f"\\clip({left},0,{left + 12},{PAGE})\\t(0,{WIPE_MS},0.5,{opened})"


def header(wide: int) -> str:
    """The beginning of the file, for a page of that width."""
    return HEADER.format(wide=wide, high=PAGE)


def line(span: Span, face: Face, text: str, x: float, y: float, align: int) -> str:
    """One line; x is its left, middle or right by `align` 4, 5 or 6, y its middle."""
    head = (
        f"{{\\an{align}\\pos({x:.1f},{y:.1f})\\b{int(face.bold)}\\i{int(face.italic)}"
        f"\\1c{bgr(face.color)}\\3c{bgr(face.edge_color)}\\4c&H000000&"
        f"\\3a&H{face.edge_alpha:02X}&\\4a&H{face.shadow_alpha:02X}&"
        f"\\bord{face.edge * face.size / 112 if face.edge < 4 else face.edge:.1f}"
        f"\\shad{face.shadow:.1f}\\blur{min(face.edge, face.blur):.1f}{span.tags()}}}"
    )
    parts = (
        f"{{\\fn{r.font.family}\\fs{face.size * r.font.line:.1f}}}{harmless(whole(r.text))}"
        for r in face.type.runs(text)
    )
    return event(1, span, head + "".join(parts))


def shape(span: Span, x: float, y: float, wide: float, high: float, tint: str, alpha: int) -> str:
    path = f"m 0 0 l {wide:.0f} 0 {wide:.0f} {high:.0f} 0 {high:.0f}"
    return event(
        0,
        span,
        f"{{\\an7\\pos({x:.1f},{y:.1f})\\bord0\\shad0\\1c{bgr(tint)}\\1a&H{alpha:02X}&"
        f"{span.tags()}\\p1}}{path}{{\\p0}}",
    )


def event(layer: int, span: Span, text: str) -> str:
    return f"Dialogue: {layer},{clock(span.start)},{clock(span.end)},Default,,0,0,0,,{text}"


def harmless(text: str) -> str:
    """Escape text: a zero-width word joiner keeps a backslash from escaping."""
    plain = re.sub(r"[\x00-\x1f]", "", text).replace("\\", "\\\u2060")
    plain = plain.replace("{", "\\{").replace("}", "\\}")
    return re.sub(r"^ | $", "\\\\h", plain)


def whole(text: str) -> str:
    """Joined emoji, kept whole: libass parts them from their joiners where no letter gives a script.

    The mark is invisible and of a script, one whose letters are not shaped by their neighbours alone.
    """
    joined = any(sign in text for sign in JOINERS) and not any(map(str.isalpha, text))
    return SCRIPT_MARK + text if joined else text


def clock(ms: int) -> str:
    hundredths = round(ms / 10)
    seconds, rest = divmod(hundredths, 100)
    return f"{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}.{rest:02d}"


def bgr(rrggbb: str) -> str:
    return f"&H{rrggbb[4:6]}{rrggbb[2:4]}{rrggbb[0:2]}&".upper()
