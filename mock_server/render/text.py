"""Titles, lower-thirds, captions and labels as an ASS file, which ffmpeg's libass draws.

The page is always 1080 units high, so that sizes hold at any height of the output. Text that comes
from outside is only ever written into that file, with its special signs made harmless.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace

from mock_server.render.colors import color
from mock_server.render.fonts import FOLDER, fonts, readable, runs, width
from mock_server.render.graph import Graph
from mock_server.render.score import Canvas, Layer, Score
from mock_server.render.wrap import wrap

PAGE = 1080
LINE = 1.22
# From the bottom of the page: lower-thirds stand above two lines of captions.
CAPTION_EDGE, LOWER_THIRD_EDGE = 76, 216
# How long a lower-third takes to open when it is given no fades.
WIPE_MS = 320
# Columns and rows of the nine positions, as libass numbers them on a keypad.
POSITIONS = {
    "bottom-left": 1, "bottom": 2, "bottom-right": 3, "left": 4, "center": 5, "right": 6,
    "top-left": 7, "top": 8, "top-right": 9,
}  # fmt: skip
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
Style: Default,{family},60,&H00FFFFFF,&H00FFFFFF,&H00000000,&H00000000,\
0,0,0,0,100,100,0,0,1,0,0,5,0,0,0,1

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
"""


@dataclass(frozen=True)
class Face:
    """How text looks: size in page units, colour `rrggbb`, edge and shadow in page units."""

    size: float
    color: str = "ffffff"
    bold: bool = False
    italic: bool = False
    edge: float = 0
    edge_alpha: int = 0x50
    shadow: float = 0
    boxed: bool = False


@dataclass(frozen=True)
class Span:
    """When something is shown (ms), and how it comes and goes."""

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


def drawn(graph: Graph, label: str, score: Score) -> str:
    """All texts over the picture."""
    events = list(_events(score))
    if not events:
        return label
    wide = _page_width(score.canvas)
    head = HEADER.format(wide=wide, high=PAGE, family=fonts()[0].family)
    (graph.folder / "text.ass").write_text(head + "\n".join(events) + "\n", encoding="utf-8")
    shutil.copytree(FOLDER, graph.folder / "fonts", dirs_exist_ok=True)
    return graph.chain("ass=text.ass:fontsdir=fonts,format=yuv420p", label)


def labelled(sound: Layer) -> bool:
    """Whether the sound is a placeholder that the picture has to name."""
    return sound.role == "voiceover" and sound.source is None


def _page_width(canvas: Canvas) -> int:
    return round(PAGE * canvas.width / canvas.height)


def _events(score: Score) -> Iterator[str]:
    wide = _page_width(score.canvas)
    for clip in score.clips:
        if clip.kind == "card":
            yield from _card(clip.prompt, Span(clip.start, clip.end), wide)
    for layer in score.sounds:
        if labelled(layer):
            yield from _label("VOICE-OVER (placeholder)", _span(layer), wide)
    for layer in score.texts:
        make = {"lower-third": _lower_third, "caption": _caption}.get(layer.role, _title)
        yield from make(layer, wide)


def _span(layer: Layer) -> Span:
    fades = [round(layer.number(k, 0, 0, layer.duration)) for k in ("fade_in", "fade_out")]
    return Span(layer.start, layer.end, *fades)


def _face(layer: Layer, default: Face, wide: int) -> Face:
    """The default face as the segment's size, colour and words of style change it."""
    words = f"{layer.text('style')} {layer.text('font')}".lower()
    size = layer.number("size", default.size * min(1.0, 0.6 + 0.4 * wide / 1920), 8, 600)
    return replace(
        default,
        size=size,
        color=color(layer.text("color"), default.color),
        bold=default.bold or "bold" in words or "粗" in words,
        italic="italic" in words or "斜" in words,
        boxed=any(w in words for w in ("box", "background", "bar", "底")),
    )


def _title(layer: Layer, wide: int) -> Iterator[str]:
    face = _face(layer, Face(112, bold=True, edge=3, shadow=4), wide)
    yield from _block(layer, face, wide, at=layer.text("pos") or "center", share=0.86, lines=5)


def _caption(layer: Layer, wide: int) -> Iterator[str]:
    face = _face(layer, Face(54, edge=4, edge_alpha=0x18, shadow=1.5), wide)
    yield from _block(layer, face, wide, at=layer.text("pos") or "bottom", share=0.82, lines=3)


def _block(
    layer: Layer, face: Face, wide: int, *, at: str, share: float, lines: int
) -> Iterator[str]:
    """Text in lines at one of the nine positions."""
    text = readable(layer.text("text"))
    if not text.strip():
        return
    if "upper" in layer.text("style").lower() or "caps" in layer.text("style").lower():
        text = text.upper()
    rows, face = _fitted(text, face, wide * share, lines)
    place = POSITIONS.get(at, 5)
    widest = max(width(row) for row in rows) * face.size
    high = len(rows) * face.size * LINE
    left, top = _corner(place, widest, high, wide, side=0.06 * min(wide, PAGE), edge=CAPTION_EDGE)
    if face.boxed:
        face = replace(face, edge=0, shadow=0)
        pad = face.size * 0.35
        yield _shape(_span(layer), left - pad, top - pad * 0.6, widest + 2 * pad, high + pad * 1.2,
                     "10141c", 0x58)  # fmt: skip
    column = (place - 1) % 3
    x = left + widest * column / 2
    for i, row in enumerate(rows):
        y = top + (i + 0.5) * face.size * LINE
        yield _line(_span(layer), face, row, x, y, 4 + column)


def _fitted(text: str, face: Face, room: float, most: int) -> tuple[list[str], Face]:
    """The lines, in a smaller size when there would be too many of them."""
    while True:
        rows = wrap(text, max(room / face.size, 1.5))
        if len(rows) <= most or face.size <= 28:
            return rows, face
        face = replace(face, size=face.size * 0.88)


def _corner(
    place: int, wide: float, high: float, page: float, side: float, edge: float
) -> tuple[float, float]:
    """Left and top of a box of that size at one of the nine positions."""
    column, row = (place - 1) % 3, (place - 1) // 3
    left = (side, (page - wide) / 2, page - side - wide)[column]
    top = (PAGE - edge - high, (PAGE - high) / 2, edge)[row]
    return left, top


def _lower_third(layer: Layer, wide: int) -> Iterator[str]:
    """A dark bar with an accent at its edge, the name large and the role below it."""
    name = _face(layer, Face(60, bold=True), wide)
    role = replace(name, size=name.size * 0.64, bold=False, color="d7dde6")
    pad, room = name.size * 0.55, wide * 0.8
    names, name = _fitted(readable(layer.text("text")), name, room, 2)
    roles, role = _fitted(readable(layer.text("sub")), role, room, 2)
    rows = [(name, row) for row in names if row] + [(role, row) for row in roles if row]
    if not rows:
        return
    widest = max(width(row) * face.size * (1.03 if face.bold else 1) for face, row in rows)
    high = sum(face.size * LINE for face, _ in rows) + pad * 0.9
    place = POSITIONS.get(layer.text("pos") or "bottom-left", 1)
    left, top = _corner(
        place, widest + 2 * pad, high, wide, side=0.06 * min(wide, PAGE), edge=LOWER_THIRD_EDGE
    )
    span = replace(_span(layer), wipe=(int(left), int(left + widest + 2 * pad) + 1))
    yield _shape(span, left, top, widest + 2 * pad, high, "10141c", 0x3C)
    yield _shape(span, left, top, max(pad * 0.22, 4), high, "f2a33a", 0)
    y = top + pad * 0.45
    for face, row in rows:
        y += face.size * LINE
        yield _line(span, face, row, left + pad, y - face.size * LINE / 2, 4)


def _label(text: str, span: Span, wide: int) -> Iterator[str]:
    """A small tag at the top right, for what is only a placeholder."""
    face = Face(26, bold=True, color="ffe2ae")
    long, high = width(text) * face.size * 1.04 + 32, 44
    left = wide - 40 - long
    yield _shape(span, left, 40, long, high, "10141c", 0x40)
    yield _line(span, face, text, left + 16, 40 + high / 2, 4)


def _card(prompt: str, span: Span, wide: int) -> Iterator[str]:
    """What a generated clip was asked to show, in place of the clip."""
    label = Face(34, bold=True, color="ffe2ae")
    rows, face = _fitted(readable(prompt), Face(62, edge=0, shadow=2), wide * 0.78, 5)
    high = len(rows) * face.size * LINE
    top = (PAGE - high) / 2 + 30
    yield _line(span, label, "GENERATED (placeholder)", wide / 2, top - 62, 5)
    yield _shape(span, wide / 2 - 60, top - 26, 120, 3, "ffe2ae", 0x60)
    for i, row in enumerate(rows):
        yield _line(span, face, row, wide / 2, top + (i + 0.5) * face.size * LINE, 5)


def _line(span: Span, face: Face, text: str, x: float, y: float, align: int) -> str:
    """One line; x is its left, middle or right by `align` 4, 5 or 6, y its middle."""
    head = (
        f"{{\\an{align}\\pos({x:.1f},{y:.1f})\\b{int(face.bold)}\\i{int(face.italic)}"
        f"\\1c{_bgr(face.color)}\\3c&H000000&\\4c&H000000&\\3a&H{face.edge_alpha:02X}&\\4a&H90&"
        f"\\bord{face.edge * face.size / 112 if face.edge < 4 else face.edge:.1f}"
        f"\\shad{face.shadow:.1f}\\blur{min(face.edge, 2):.1f}{span.tags()}}}"
    )
    parts = (
        f"{{\\fn{r.font.family}\\fs{face.size * r.font.line:.1f}}}{_harmless(r.text)}"
        for r in runs(text)
    )
    return _event(1, span, head + "".join(parts))


def _shape(span: Span, x: float, y: float, wide: float, high: float, tint: str, alpha: int) -> str:
    path = f"m 0 0 l {wide:.0f} 0 {wide:.0f} {high:.0f} 0 {high:.0f}"
    return _event(
        0,
        span,
        f"{{\\an7\\pos({x:.1f},{y:.1f})\\bord0\\shad0\\1c{_bgr(tint)}\\1a&H{alpha:02X}&"
        f"{span.tags()}\\p1}}{path}{{\\p0}}",
    )


def _event(layer: int, span: Span, text: str) -> str:
    return f"Dialogue: {layer},{_clock(span.start)},{_clock(span.end)},Default,,0,0,0,,{text}"


def _harmless(text: str) -> str:
    """Text without commands: a word joiner (no width) keeps a backslash from escaping."""
    plain = re.sub(r"[\x00-\x1f]", "", text).replace("\\", "\\\u2060")
    plain = plain.replace("{", "\\{").replace("}", "\\}")
    return re.sub(r"^ | $", "\\\\h", plain)


def _clock(ms: int) -> str:
    hundredths = round(ms / 10)
    seconds, rest = divmod(hundredths, 100)
    return f"{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}.{rest:02d}"


def _bgr(rrggbb: str) -> str:
    return f"&H{rrggbb[4:6]}{rrggbb[2:4]}{rrggbb[0:2]}&".upper()
