"""Where an overlay lies in the frame, and how large a text is, where a draft leaves that open
(docs/draft.md)."""

from __future__ import annotations

from typing import NamedTuple

from nemo_spec.interchange.sequence import Cut, Item

_MARGIN = 0.04
"""Of the shorter side, between an overlay and the edge of the frame."""
_USUAL_SCALE, _USUAL_PLACE = 0.2, "top-right"
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
    scale = properties.get("scale", _USUAL_SCALE)
    width = round(cut.width * float(scale))  # type: ignore[arg-type]
    height = round(width * clip.height / clip.width)
    edge = round(_MARGIN * min(cut.width, cut.height))
    place = str(properties.get("position") or _USUAL_PLACE)
    room, high = cut.width - width, cut.height - height
    left = edge if "left" in place else room - edge if "right" in place else room / 2
    top = edge if "top" in place else high - edge if "bottom" in place else high / 2
    return Box(left, top, width, height)


def text_place(item: Item) -> str:
    """One of the nine places of a text."""
    return str(item.segment.properties.get("position") or _TEXT_PLACES[item.segment.role])


def size_of(item: Item, cut: Cut) -> float:
    """The height of a text in pixels of the frame."""
    points = item.segment.properties.get("size")
    usual = _SIZES[item.segment.role] * _narrowing(cut)
    return float(points if isinstance(points, int | float) else usual) * cut.height / 1080


def _narrowing(cut: Cut) -> float:
    shape = cut.width / cut.height * 9 / 16
    return 1.0 if shape >= 1 else 0.6 + 0.4 * shape
