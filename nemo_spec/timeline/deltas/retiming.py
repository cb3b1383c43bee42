"""Move what stands on a timeline to its new time."""

from __future__ import annotations

from collections.abc import Callable

from nemo_spec.language.values import DAY
from nemo_spec.timeline.main_track import mended
from nemo_spec.timeline.model import Interval, Segment, Timeline

TimeMap = Callable[[int], int]
"""Where a millisecond of the timeline lies after an edit; never decreasing."""


def retime(timeline: Timeline, moved: TimeMap, begun: TimeMap | None = None) -> None:
    """Move everything to its new time; `begun` maps the starts of layers, where that differs."""
    timeline.length = _mapped(timeline.length, moved)
    timeline.main = mended(
        [p.moved(_mapped(p.start, moved), _mapped(p.end, moved)) for p in timeline.main]
    )
    begun, length = begun or moved, timeline.length
    layers = [_layer_moved(layer, moved, begun, length) for layer in timeline.layers]
    timeline.layers = [layer for layer in layers if layer.end.hi > layer.start.lo]


def _layer_moved(layer: Segment, moved: TimeMap, begun: TimeMap, length: Interval) -> Segment:
    if layer.role == "music":
        return trimmed(layer, length)
    return layer.moved(_mapped(layer.start, begun), _mapped(layer.end, moved))


def _mapped(time: Interval, moved: TimeMap) -> Interval:
    return Interval(moved(time.lo), moved(time.hi))


def trimmed(layer: Segment, length: Interval) -> Segment:
    """The layer, over at the latest when the video is."""
    earliest = max(layer.start.lo, min(layer.end.lo, length.lo))
    end = Interval(earliest, min(layer.end.hi, length.hi))
    return layer if end == layer.end else layer.moved(layer.start, end)


def earlier(time: Interval, most: int, longest: int = DAY) -> Interval:
    """Up to `most` ms earlier, at the latest at `longest` ms."""
    return Interval(max(0, time.lo - most), min(time.hi, longest))
