"""Fades as keyframes. Those of the main track are counted over the video, so that one may run over several
short clips."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from nemo_spec.interchange.sequence import Cut, Item, Track


class Key(NamedTuple):
    """How much is left (0–1) at a frame counted from the beginning of the item."""

    at: int
    left: float


class _Ramp(NamedTuple):
    """From nothing at frame `dark` to all at frame `light`; before or behind it."""

    dark: int
    light: int

    def left(self, frame: int) -> float:
        way = (frame - self.dark) / (self.light - self.dark)
        return min(1.0, max(0.0, way))


def fades_of(track: Track, item: Item, cut: Cut) -> list[Key]:
    """The keyframes of an item; none where it does not fade."""
    ramps = [ramp for ramp in _ramps(track, item, cut) if _touches(ramp, item)]
    if not ramps:
        return []
    edges = {item.start, item.end, *(edge for ramp in ramps for edge in ramp)}
    frames = sorted(edge for edge in edges if item.start <= edge <= item.end)
    return [Key(at - item.start, min(ramp.left(at) for ramp in ramps)) for at in frames]


def _touches(ramp: _Ramp, item: Item) -> bool:
    return min(ramp) < item.end and max(ramp) > item.start


def _ramps(track: Track, item: Item, cut: Cut) -> Iterator[_Ramp]:
    carriers: Sequence[Item] = track.items if track.role == "clip" else [item]
    for one in carriers:
        if into := cut.frame(one.time("fade_in")):
            yield _Ramp(one.start, one.start + into)
        if out := cut.frame(one.time("fade_out")):
            yield _Ramp(one.end, one.end - out)
