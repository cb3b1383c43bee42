"""Titles, lower-thirds, captions and labels: position and style."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from mock_server.render.ass import PAGE, Face, Span, Tint, header, line, shape
from mock_server.render.colors import color, see_through
from mock_server.render.composition import Canvas, Composition, Layer
from mock_server.render.fonts import family_files, readable, typeface
from mock_server.render.graph import Graph
from mock_server.render.wrap import RIGHT_MARK, wrap
from mock_server.state import private_files
from mock_server.timeline.text_size import SIZES, narrowing

LINE = 1.22
FAMILY = re.compile(r"\\fn([^\\}]+)")
# What boxes behind texts are filled with; an outline and a shadow that were asked for, in page units.
BAR, OUTLINE, SHADOW = "10141c", 6, 8
# From the bottom of the page: lower-thirds stand above two lines of captions.
CAPTION_EDGE, LOWER_THIRD_EDGE = 76, 216
# Columns and rows of the nine positions, as libass numbers them on a keypad.
POSITIONS = {
    "bottom-left": 1, "bottom": 2, "bottom-right": 3, "left": 4, "center": 5, "right": 6,
    "top-left": 7, "top": 8, "top-right": 9,
}  # fmt: skip


def drawn(graph: Graph, label: str, video: Composition) -> str:
    """All texts over the picture."""
    events = list(_events(video))
    if not events:
        return label
    wide = _page_width(video.canvas)
    head = header(wide)
    private_files.write(graph.folder / "text.ass", (head + "\n".join(events) + "\n").encode())
    private_files.make_folder(graph.folder / "fonts")
    families = sorted(set(FAMILY.findall("\n".join(events))))
    for i, font in enumerate(file for family in families for file in family_files(family)):
        private_files.write(graph.folder / "fonts" / f"{i}{font.suffix}", font.read_bytes())
    return graph.chain("ass=text.ass:fontsdir=fonts,format=yuv420p", label)


def labelled(sound: Layer) -> bool:
    """Whether the sound is a placeholder that needs a label."""
    return sound.role == "voiceover" and sound.source is None


def _page_width(canvas: Canvas) -> int:
    return round(PAGE * canvas.width / canvas.height)


def _events(video: Composition) -> Iterator[str]:
    wide = _page_width(video.canvas)
    for clip in video.clips:
        if clip.kind == "card":
            yield from _card(clip.prompt, Span(clip.start, clip.end), wide)
    for layer in video.sounds:
        if labelled(layer):
            yield from _label("VOICE-OVER (placeholder)", _span(layer), wide)
    for layer in video.texts:
        make = {"lower-third": _lower_third, "caption": _caption}.get(layer.role, _title)
        yield from make(layer, wide)


def _span(layer: Layer) -> Span:
    fade_in, fade_out = map(round, layer.fades())
    return Span(layer.start, layer.end, fade_in, fade_out)


def _face(layer: Layer, default: Face, wide: int) -> Face:
    """The default face as the segment's size, colour and words of style change it."""
    words = f"{layer.text('style')} {layer.text('font')}".lower()
    size = layer.number("size", default.size * narrowing(wide))
    boxed = any(w in words for w in ("box", "background", "bar", "底"))
    face = replace(
        default,
        size=size,
        type=typeface(layer.text("text"), layer.text("font")),
        color=color(layer.text("color"), default.color),
        bold=default.bold or "bold" in words or "粗" in words,
        italic="italic" in words or "斜" in words,
        box=_tint(layer.text("background")) or (Tint(BAR, 0x58) if boxed else None),
    )
    return _edged(face, layer)


def _edged(face: Face, layer: Layer) -> Face:
    """The face with the outline and shadow that were asked for; in a box it has no others."""
    if face.box:
        face = replace(face, edge=0, shadow=0)
    if outline := _tint(layer.text("outline")):
        face = replace(
            face, edge=OUTLINE, edge_color=outline.color, edge_alpha=outline.alpha, blur=0
        )
    return replace(face, shadow=SHADOW, shadow_alpha=0x40) if layer.data.get("shadow") else face


def _tint(named: str) -> Tint | None:
    return Tint(color(named), see_through(named)) if named else None


def _title(layer: Layer, wide: int) -> Iterator[str]:
    face = _face(layer, Face(SIZES["title"], bold=True, edge=3, shadow=4), wide)
    yield from _block(layer, face, wide, at=layer.text("pos") or "center", share=0.86, lines=5)


def _caption(layer: Layer, wide: int) -> Iterator[str]:
    face = _face(layer, Face(SIZES["caption"], edge=4, edge_alpha=0x18, shadow=1.5), wide)
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
    widest = max(map(face.width, rows))
    high = len(rows) * face.size * LINE
    left, top = _corner(place, widest, high, wide, side=0.06 * min(wide, PAGE), edge=CAPTION_EDGE)
    if face.box:
        pad = face.size * 0.35
        yield shape(_span(layer), left - pad, top - pad * 0.6, widest + 2 * pad, high + pad * 1.2,
                     *face.box)  # fmt: skip
    column = (place - 1) % 3
    x = left + widest * column / 2
    for i, row in enumerate(rows):
        y = top + (i + 0.5) * face.size * LINE
        yield line(_span(layer), face, row, x, y, 4 + column)


def _fitted(text: str, face: Face, room: float, most: int) -> tuple[list[str], Face]:
    """The lines, in a smaller size when there would be too many of them."""
    kind, bold = face.type, face.bold
    width = cache(lambda piece: kind.width(piece, bold))
    while True:
        rows = wrap(text, max(room / face.size, 1.5), width)
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
    name = _face(layer, Face(SIZES["lower-third"], bold=True), wide)
    below = typeface(layer.text("sub"), layer.text("font"))
    role = replace(name, size=name.size * 0.64, type=below, bold=False, color="d7dde6")
    pad, room = name.size * 0.55, wide * 0.8
    names, name = _fitted(readable(layer.text("text")), name, room, 2)
    roles, role = _fitted(readable(layer.text("sub")), role, room, 2)
    rows = [(name, row) for row in names if row] + [(role, row) for row in roles if row]
    if not rows:
        return
    widest = max(face.width(row) for face, row in rows)
    high = sum(face.size * LINE for face, _ in rows) + pad * 0.9
    place = POSITIONS.get(layer.text("pos") or "bottom-left", 1)
    left, top = _corner(
        place, widest + 2 * pad, high, wide, side=0.06 * min(wide, PAGE), edge=LOWER_THIRD_EDGE
    )
    span = replace(_span(layer), wipe=(int(left), int(left + widest + 2 * pad) + 1))
    bar = _tint(layer.text("background")) or Tint(BAR, 0x3C)
    yield shape(span, left, top, widest + 2 * pad, high, *bar)
    yield shape(span, left, top, max(pad * 0.22, 4), high, "f2a33a", 0)
    y = top + pad * 0.45
    for face, row in rows:
        y += face.size * LINE
        to_the_left = row.startswith(RIGHT_MARK)
        x, align = (left + pad + widest, 6) if to_the_left else (left + pad, 4)
        yield line(span, face, row, x, y - face.size * LINE / 2, align)


def _label(text: str, span: Span, wide: int) -> Iterator[str]:
    """A small tag at the top right, for what is only a placeholder."""
    face = Face(26, bold=True, color="ffe2ae")
    long, high = face.width(text) + 32, 44
    left = wide - 40 - long
    yield shape(span, left, 40, long, high, BAR, 0x40)
    yield line(span, face, text, left + 16, 40 + high / 2, 4)


def _card(prompt: str, span: Span, wide: int) -> Iterator[str]:
    """The prompt of a generated clip, in place of the clip."""
    label = Face(34, bold=True, color="ffe2ae")
    words = Face(62, typeface(prompt), edge=0, shadow=2)
    rows, face = _fitted(readable(prompt), words, wide * 0.78, 5)
    high = len(rows) * face.size * LINE
    top = (PAGE - high) / 2 + 30
    yield line(span, label, "GENERATED (placeholder)", wide / 2, top - 62, 5)
    yield shape(span, wide / 2 - 60, top - 26, 120, 3, "ffe2ae", 0x60)
    for i, row in enumerate(rows):
        yield line(span, face, row, wide / 2, top + (i + 0.5) * face.size * LINE, 5)
