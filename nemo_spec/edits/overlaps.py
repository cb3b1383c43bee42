"""Layers that get in each other's way: two titles at one place, two pieces of music at one time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from nemo_spec.edits.base import Problem
from nemo_spec.timeline.delta import Delta, Lay
from nemo_spec.timeline.model import Segment

_WATCHED = {
    "title": ("W214", "overlaps another title at the same place", "use `at`, or another range"),
    "lower-third": ("W214", "overlaps another lower-third", "use `at`, or another range"),
    "music": ("W215", "overlaps other music: both are heard", "give each its own range"),
}


@dataclass(slots=True)
class Overlaps:
    """The layers seen so far, by kind and place, ordered by start."""

    seen: dict[tuple[str, str], list[tuple[int, int]]] = field(default_factory=dict)

    def note(self, deltas: Iterable[Delta]) -> Iterator[Problem]:
        """Remember the layers that the deltas lay, and complain where one overlaps another."""
        for delta in deltas:
            if isinstance(delta, Lay) and delta.layer.role in _WATCHED:
                yield from self._note(delta.layer)

    def _note(self, layer: Segment) -> Iterator[Problem]:
        key = (layer.role, str(layer.look.get("position", "")) if layer.role != "music" else "")
        spans = self.seen.setdefault(key, [])
        span = (layer.start.hi, layer.end.lo)
        index = bisect_left(spans, span)
        beside = spans[max(0, index - 1) : index + 1]
        if any(start < span[1] and span[0] < end for start, end in beside):
            yield Problem(*_WATCHED[layer.role])
        spans.insert(index, span)
