"""A timeline drawn to scale as a picture."""

from __future__ import annotations

from io import BytesIO

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
_STEPS = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600)
"""Seconds between two marks of the ruler."""


def timeline_png(timeline: Timeline) -> bytes:
    """The picture as PNG; one of an empty timeline says so."""
    tracks = by_track(timeline)
    total = max((one.end.hi for track in tracks for one in track), default=0)
    picture = Image.new("RGB", (_WIDTH, _HEAD + _ROW * max(1, len(tracks)) + 8), _GROUND)
    draw, font = ImageDraw.Draw(picture), ImageFont.load_default(15)
    if not total:
        draw.text((12, _HEAD), "nothing is on this timeline", _INK, font)
    else:
        _ruler(draw, font, total, picture.height)
    for number, track in enumerate(tracks):
        top = _HEAD + number * _ROW
        draw.text((12, top + 12), TRACK_NAMES[track[0].role], _INK, font)
        for segment in track:
            _segment(draw, font, segment, total, top)
    made = BytesIO()
    picture.save(made, "PNG")
    return made.getvalue()


def _x(ms: int, total: int) -> float:
    return _GUTTER + ms * (_WIDTH - _GUTTER - 12) / total


def _ruler(draw: ImageDraw.ImageDraw, font: ImageFont.FreeTypeFont | ImageFont.ImageFont,
           total: int, height: int) -> None:  # fmt: skip
    step = next((s for s in _STEPS if total / 1000 / s <= 16), total // 16_000 + 1)
    for second in range(0, total // 1000 + 1, step):
        x = _x(second * 1000, total)
        draw.line((x, _HEAD - 8, x, height), _LINE)
        text = f"{second // 60}:{second % 60:02}"
        fits = x + 3 + draw.textlength(text, font) < _WIDTH
        draw.text((x + 3 if fits else x - 3, 8), text, _INK, font, "la" if fits else "ra")


def _segment(draw: ImageDraw.ImageDraw, font: ImageFont.FreeTypeFont | ImageFont.ImageFont,
             segment: Segment, total: int, top: int) -> None:  # fmt: skip
    left = _x(segment.start.lo, total)
    right = max(left + 2, _x(segment.end.lo, total) - 1)
    box = (left, top + 4, right, top + _ROW - 4)
    draw.rectangle(box, _COLORS[segment.role])
    _fades(draw, segment, total, box)
    text = " ".join(mask(content_of(segment) or segment.role).split())
    while text and draw.textlength(text, font) > right - left - 10:
        text = text[: int(len(text) * 0.8)]
    draw.text((left + 6, top + 13), text, "#ffffff", font)


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
