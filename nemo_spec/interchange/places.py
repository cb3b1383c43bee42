"""Where an overlay lies in the frame, and how large a text is, where a draft leaves that open
(docs/draft.md)."""

from __future__ import annotations

from typing import NamedTuple

from nemo_spec.interchange.sequence import Cut, Item

_MARGIN = 0.04
"""Of the shorter side, between an overlay and the edge of the frame."""
_USUAL_SCALE, _USUAL_PLACE = 0.2, "top-right"
_PLACES = (
    "center", "top", "bottom", "left", "right", "top-left", "top-right", "bottom-left", "bottom-right",
)  # fmt: skip
_NEAR = 0.005
"""Of the frame: nobody sees that an overlay lies so far from where it was meant to."""
_TEXT_PLACES = {"title": "center", "lower-third": "bottom-left", "caption": "bottom"}
_SIZES = {"title": 112, "lower-third": 60, "caption": 54}
"""Points on a canvas that is 1080 high."""


class Box(NamedTuple):
    """Pixels of the frame, from its upper left corner."""

    left: float
    top: float
    width: float
    height: float

    def center(self, cut: Cut) -> tuple[float, float]:
        """Of its middle from that of the frame, in widths and heights of the frame."""
        x = (self.left + self.width / 2) / cut.width - 0.5
        y = (self.top + self.height / 2) / cut.height - 0.5
        return round(x, 6), round(y, 6)


def box_of(item: Item, cut: Cut) -> Box | None:
    """Where an overlay lies; None for what fills the frame."""
    if item.segment.role != "overlay" or item.media is None or not item.media.clip.has_picture:
        return None
    properties, clip = item.segment.properties, item.media.clip
    if properties.get("fills"):
        by = max(cut.width / clip.width, cut.height / clip.height)
        return _around(0.5, 0.5, clip.width * by, clip.height * by, cut)
    width = round(cut.width * item.number("scale", _USUAL_SCALE))
    height = round(width * clip.height / clip.width)
    if "x" in properties or "y" in properties:
        x, y = (item.number(key, 0.5) for key in ("x", "y"))
        return _around(x, y, width, height, cut)
    place = str(properties.get("position") or _USUAL_PLACE)
    return _in_corner(place, width, height, (cut.width, cut.height))


def _in_corner(place: str, width: float, height: float, frame: tuple[int, int]) -> Box:
    edge = round(_MARGIN * min(frame))
    room, high = frame[0] - width, frame[1] - height
    left = edge if "left" in place else room - edge if "right" in place else room / 2
    top = edge if "top" in place else high - edge if "bottom" in place else high / 2
    return Box(left, top, width, height)


def overlay_at(
    size: tuple[float, float], center: tuple[float, float], frame: tuple[int, int]
) -> dict[str, object]:
    """The properties of an overlay of that size in pixels, its middle off that of the frame by shares of
    it: what `box_of` makes a box of."""
    width, height = size
    x, y = center[0] + 0.5, center[1] + 0.5
    if abs(x - 0.5) + abs(y - 0.5) < _NEAR and width > frame[0] - 2 and height > frame[1] - 2:
        return {"fills": True}
    found: dict[str, object] = {"scale": round(width / frame[0], 3)}
    for place in _PLACES:
        box = _in_corner(place, width, height, frame)
        away = box.left + width / 2 - x * frame[0], box.top + height / 2 - y * frame[1]
        if max(map(abs, away)) < _NEAR * max(frame):
            return found | {"position": place}
    return found | {"x": round(x, 3), "y": round(y, 3)}


def _around(x: float, y: float, width: float, height: float, cut: Cut) -> Box:
    """With its middle there, in shares of the frame; it may reach beyond."""
    return Box(x * cut.width - width / 2, y * cut.height - height / 2, width, height)


def text_place(item: Item) -> str:
    """One of the nine places of a text."""
    return str(item.segment.properties.get("position") or _TEXT_PLACES[item.segment.role])


def size_of(item: Item, cut: Cut) -> float:
    """The height of a text in pixels of the frame."""
    points = item.segment.properties.get("size")
    usual = usual_size(item.segment.role, (cut.width, cut.height))
    return float(points if isinstance(points, int | float) else usual) * cut.height / 1080


def usual_size(role: str, frame: tuple[int, int]) -> float:
    """The points of a text of which nobody says how large it is."""
    return _SIZES[role] * _narrowing(*frame)


def _narrowing(width: int, height: int) -> float:
    shape = width / height * 9 / 16
    return 1.0 if shape >= 1 else 0.6 + 0.4 * shape
