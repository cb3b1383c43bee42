"""Fades as keyframes. Those of the main track are counted over the video, so that one may run over several
short clips."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil, floor
from typing import NamedTuple

from nemo_spec.interchange.sequence import Cut, Item, Track


class Key(NamedTuple):
    """How much is left (0–1) at a frame counted from the beginning of the item."""

    at: int
    left: float


class _Ramp(NamedTuple):
    """From nothing at frame `dark` to all at `light`, before or behind it, which may lie between frames."""

    dark: int
    light: float

    def left(self, frame: int) -> float:
        way = (frame - self.dark) / (self.light - self.dark)
        return min(1.0, max(0.0, way))


def fades_of(track: Track, item: Item, cut: Cut) -> list[Key]:
    """The keyframes of an item; none where it does not fade."""
    ramps = [ramp for ramp in _ramps(track, item, cut) if _touches(ramp, item)]
    if not ramps:
        return []
    edges = {item.start, item.end}
    for ramp in ramps:
        edges |= {ramp.dark, floor(ramp.light), ceil(ramp.light)}
    frames = sorted(edge for edge in edges if item.start <= edge <= item.end)
    return [Key(at - item.start, min(ramp.left(at) for ramp in ramps)) for at in frames]


def _touches(ramp: _Ramp, item: Item) -> bool:
    return min(ramp) < item.end and max(ramp) > item.start


def _ramps(track: Track, item: Item, cut: Cut) -> Iterator[_Ramp]:
    carriers: Sequence[Item] = track.items if track.role == "clip" else [item]
    for one in carriers:
        if into := one.time("fade_in"):
            yield _Ramp(one.start, one.start + float(into * cut.rate / 1000))
        if out := one.time("fade_out"):
            yield _Ramp(one.end, one.end - float(out * cut.rate / 1000))
