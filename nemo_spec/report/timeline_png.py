"""A timeline drawn to scale as a picture."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from nemo_spec.nemo.text import mask
from nemo_spec.timeline.model import Role, Segment, Timeline
from nemo_spec.timeline.summary import TRACK_NAMES, by_track, content_of

_WIDTH, _ROW, _GUTTER, _HEAD = 1600, 44, 150, 36
"""Pixels: the picture, a track, the room for names and for the ruler."""
_GROUND, _INK, _LINE = "#14171b", "#e8eaed", "#343a42"
_COLORS: dict[Role, str] = {
    "clip": "#1f5fa8", "generated": "#6b3fa0", "overlay": "#0e6f86", "effect": "#4a5568",
    "music": "#1d6f42", "voiceover": "#3d6b1a", "sound": "#0f6b63",
    "title": "#8a5a00", "lower-third": "#8f4a1b", "caption": "#7a5c1e",
}  # fmt: skip
_LETTERS = 15
"""Pixels."""
_LONGEST = 400
"""Characters that a segment as wide as the picture has room for."""
Pieces = Callable[[str], Iterable[tuple[Path, int, str]]]
"""A text in pieces of one font each: the file of the font, its number in that file, the piece."""
_MOST_TRACKS = 60
"""A picture that is higher helps nobody, and a hostile draft could ask for any height."""
_STEPS = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600)
"""Seconds between two marks of the ruler."""


def timeline_png(timeline: Timeline, pieces: Pieces) -> bytes:
    """The picture as PNG, its texts in the fonts that `pieces` finds; one of an empty timeline says so."""
    every = by_track(timeline)
    tracks, more = every[:_MOST_TRACKS], len(every) - _MOST_TRACKS
    total = max((one.end.hi for track in tracks for one in track), default=0)
    rows = max(1, len(tracks)) + (more > 0)
    picture = Image.new("RGB", (_WIDTH, _HEAD + _ROW * rows + 8), _GROUND)
    pen = _Pen(ImageDraw.Draw(picture), pieces)
    if not total:
        pen.write(12, _HEAD + 14, "nothing is on this timeline")
    else:
        _ruler(pen, total, picture.height)
    for number, track in enumerate(tracks):
        top = _HEAD + number * _ROW
        pen.write(12, top + 26, TRACK_NAMES[track[0].role])
        for segment in track:
            _segment(pen, segment, total, top)
    if more > 0:
        pen.write(12, picture.height - 22, f"and {more} more tracks")
    made = BytesIO()
    picture.save(made, "PNG")
    return made.getvalue()


@dataclass(frozen=True, slots=True)
class _Pen:
    """Draws on a picture, and writes in whatever fonts a text needs."""

    draw: ImageDraw.ImageDraw
    pieces: Pieces

    def width(self, text: str) -> float:
        """Pixels that a text takes."""
        return sum(_font(file, face).getlength(part) for file, face, part in self.pieces(text))

    def write(self, x: float, baseline: float, text: str, color: str = _INK) -> None:
        for file, face, part in self.pieces(text):
            font = _font(file, face)
            self.draw.text((x, baseline), part, color, font, "ls")
            x += font.getlength(part)


@cache
def _font(file: Path, face: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(file), _LETTERS, face)


def _x(ms: int, total: int) -> float:
    return _GUTTER + ms * (_WIDTH - _GUTTER - 12) / total


def _ruler(pen: _Pen, total: int, height: int) -> None:
    step = next((s for s in _STEPS if total / 1000 / s <= 16), total // 16_000 + 1)
    for second in range(0, total // 1000 + 1, step):
        x = _x(second * 1000, total)
        pen.draw.line((x, _HEAD - 8, x, height), _LINE)
        text = f"{second // 60}:{second % 60:02}"
        width = pen.width(text)
        pen.write(x + 3 if x + 3 + width < _WIDTH else x - 3 - width, 22, text)


def _segment(pen: _Pen, segment: Segment, total: int, top: int) -> None:
    left = _x(segment.start.lo, total)
    right = max(left + 2, _x(segment.end.lo, total) - 1)
    box = (left, top + 4, right, top + _ROW - 4)
    pen.draw.rectangle(box, _COLORS[segment.role])
    _fades(pen.draw, segment, total, box)
    text = " ".join(mask(content_of(segment) or segment.role).split())[:_LONGEST]
    while text and pen.width(text) > right - left - 10:
        text = text[: int(len(text) * 0.8)]
    pen.write(left + 6, top + 27, text, "#ffffff")


def _fades(draw: ImageDraw.ImageDraw, segment: Segment, total: int,
           box: tuple[float, float, float, float]) -> None:  # fmt: skip
    """A fade is the corner that it takes; a transition a bar over the cut."""
    left, top, right, bottom = box
    scale = (_WIDTH - _GUTTER - 12) / total
    into, out, link = (
        int(str(segment.properties.get(key, 0))) * scale
        for key in ("fade_in", "fade_out", "transition")
    )
    if into:
        draw.polygon([(left, top), (min(right, left + into), top), (left, bottom)], _GROUND)
    if out:
        draw.polygon([(right, top), (max(left, right - out), top), (right, bottom)], _GROUND)
    if link:
        draw.rectangle((left - link / 2, bottom - 5, left + link / 2, bottom), "#ffffff")
