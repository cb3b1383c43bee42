"""Two pictures in one frame, each filling its half."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from mock_server.media.probe import Media
from mock_server.render.blocks import Block, cut
from mock_server.render.composition import Canvas
from mock_server.render.graph import Graph
from mock_server.render.picture import even, footage_picture, still_picture


def still_halves(graph: Graph, block: Block, beside: Media, canvas: Canvas) -> str:
    """One frame of each, held."""
    one, other = _halves(block, canvas)
    shown = still_picture(graph, block, one)
    return _stacked(graph, block, shown, still_picture(graph, playing(block, beside), other))


def footage_halves(graph: Graph, shown: int, block: Block, beside: Media, canvas: Canvas) -> str:
    """The frames of a block out of an opened input, beside the same part of another file."""
    one, other = _halves(block, canvas)
    second = playing(block, beside)
    taken = cut(second, canvas)
    lasts = (taken.end - taken.begin) / 1000 + 1
    source = graph.file(beside, "-t", f"{lasts:.6f}", begin=taken.begin / 1000)
    label = footage_picture(graph, shown, block, cut(block, canvas), one)
    return _stacked(graph, block, label, footage_picture(graph, source, second, taken, other))


def playing(block: Block, media: Media) -> Block:
    """The block as if its clips were of another file."""
    return replace(block, clips=tuple(replace(clip, source=media) for clip in block.clips))


def _halves(block: Block, canvas: Canvas) -> tuple[Canvas, Canvas]:
    side = "height" if block.first.picture.layout == "top-bottom" else "width"
    whole = getattr(canvas, side)
    half = even(whole / 2)
    return _sized(canvas, side, half), _sized(canvas, side, whole - half)


def _sized(canvas: Canvas, side: str, pixels: int) -> Canvas:
    changes: dict[str, Any] = {"fill": "fill", side: pixels}
    return replace(canvas, **changes)


def _stacked(graph: Graph, block: Block, one: str, other: str) -> str:
    stack = "vstack" if block.first.picture.layout == "top-bottom" else "hstack"
    return graph.chain(f"{stack}=inputs=2,setsar=1,format=yuv420p", one, other)
