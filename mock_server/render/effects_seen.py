"""What is done to the picture below the overlays: zooms first, then blurs, which stay where they are."""

from __future__ import annotations

from mock_server.render.composition import Canvas, Composition, Layer
from mock_server.render.graph import Graph
from mock_server.render.places import middle

# Nobody is to be recognised in a region: an eighth of its height; a whole picture is blurred by less.
REGION_SIGMA, PICTURE_SIGMA = 1 / 8, 1 / 36


def shown(graph: Graph, label: str, video: Composition) -> str:
    """The picture with all effects, in order of time."""
    for name, effect in (("zoom", _zoomed), ("blur", _blurred)):
        for layer in video.effects:
            if layer.text("name") == name:
                label = effect(graph, label, layer, video.canvas)
    return label


def _frames(layer: Layer, canvas: Canvas) -> tuple[int, int]:
    return canvas.frame(layer.start), canvas.frame(layer.end)


def _within(layer: Layer, canvas: Canvas) -> str:
    """When, in frames of the output."""
    first, end = _frames(layer, canvas)
    return f"enable='between(n,{first},{end - 1})'"


def _zoomed(graph: Graph, under: str, layer: Layer, canvas: Canvas) -> str:
    """The part of the picture that is seen, stretched over the frame; it moves with the frame's number."""
    first, end = _frames(layer, canvas)
    start = layer.number("zoom", 1)
    stop = layer.number("zoom_to", start)
    share = f"1/({start}+{stop - start}*(in-1-{first})/{max(end - first, 1)})"
    left, top = (_edge(layer, axis, share) for axis in (0, 1))
    x = (f"W*{left}", f"W*({left}+{share})")
    y = (f"H*{top}", f"H*({top}+{share})")
    corners = ((x[0], y[0]), (x[1], y[0]), (x[0], y[1]), (x[1], y[1]))
    given = ":".join(f"x{i}='{one}':y{i}='{other}'" for i, (one, other) in enumerate(corners))
    moves = f"sense=source:interpolation=cubic:eval=frame:{_within(layer, canvas)}"
    return graph.chain(f"perspective={given}:{moves}", under)


def _edge(layer: Layer, axis: int, share: str) -> str:
    """Where the part begins, as a share of the frame; all of it lies in the picture."""
    at = middle(layer, 0, 0)[axis]
    return f"clip({at}-{share}/2,0,1-{share})"


def _blurred(graph: Graph, under: str, layer: Layer, canvas: Canvas) -> str:
    size = min(layer.number("scale", 1), 1)
    if size == 1:
        sigma = canvas.height * PICTURE_SIGMA
        return graph.chain(f"gblur=sigma={sigma:.1f}:steps=2:{_within(layer, canvas)}", under)
    x, y = middle(layer, size, size)
    left, right = _side(x, size, canvas.width)
    top, bottom = _side(y, size, canvas.height)
    sigma = max((bottom - top) * REGION_SIGMA, 2)
    below, region = graph.fork(under)
    (x0, wide), (y0, high) = _even(left, right), _even(top, bottom)
    blurred = f"crop={wide}:{high}:{x0}:{y0},gblur=sigma={sigma:.1f}:steps=2"
    if (wide, high) != (right - left, bottom - top):
        inside = f"{left - x0}:{top - y0}"
        blurred += (
            f",format=yuva444p,crop={right - left}:{bottom - top}:{inside}"
            f",pad={wide}:{high}:{inside}:black@0,format=yuva420p"
        )
    region = graph.chain(blurred, region)
    return graph.chain(f"overlay={x0}:{y0}:{_within(layer, canvas)},format=yuv420p", below, region)


def _side(middle_: float, size: float, whole: int) -> tuple[int, int]:
    """From which to which pixel a region reaches, within the frame."""
    edges = ((middle_ + side * size / 2) * whole for side in (-1, 1))
    first, last = (min(max(round(edge), 0), whole) for edge in edges)
    first = min(first, whole - 2)
    return first, max(last, first + 2)


def _even(first: int, last: int) -> tuple[int, int]:
    """Where the part begins that two pixels share a colour in, and how long it is; a frame is even."""
    start = first - first % 2
    return start, last + last % 2 - start
