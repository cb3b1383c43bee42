"""Where in the frame something is: a word, or the share of width and height at which its middle is."""

from __future__ import annotations

from mock_server.render.composition import Canvas, Layer
from mock_server.timeline.properties import clamped


def spot(layer: Layer) -> tuple[float, float] | None:
    """The middle of a layer as shares of the frame, where it has a point and not a word."""
    place = layer.data.get("pos")
    if not isinstance(place, dict):
        return None
    return clamped(place, "x", 0.5, 0, 1), clamped(place, "y", 0.5, 0, 1)


def middle(layer: Layer, width: float, height: float) -> tuple[float, float]:
    """The middle of a region of that size (shares of the frame), which a word puts at the edge."""
    found = spot(layer)
    if found is not None:
        return found
    word = layer.text("pos")
    x = width / 2 if "left" in word else 1 - width / 2 if "right" in word else 0.5
    y = height / 2 if "top" in word else 1 - height / 2 if "bottom" in word else 0.5
    return x, y


def corner(layer: Layer, usual: str, margin: float, canvas: Canvas) -> tuple[str, str]:
    """Where an overlay begins, for the filter: its middle at a point, or `margin` (0-1) from an edge."""
    if found := spot(layer):
        return f"round({found[0]}*W-w/2)", f"round({found[1]}*H-h/2)"
    pos = layer.text("pos") or usual
    far = round(margin * min(canvas.width, canvas.height))
    x = str(far) if "left" in pos else f"W-w-{far}" if "right" in pos else "(W-w)/2"
    y = str(far) if "top" in pos else f"H-h-{far}" if "bottom" in pos else "(H-h)/2"
    return x, y
