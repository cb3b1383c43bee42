"""Layers that get in each other's way: two titles at one place, two pieces of music at one time."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from nemo_spec.timeline.deltas import AddLayer, Delta
from nemo_spec.timeline.model import Segment
from nemo_spec.timeline.summary import span
from nemo_spec.verbs.base import Problem

_WATCHED = {
    "title": ("W214", "overlaps another title at the same place", "use `at`, or another range"),
    "caption": ("W214", "overlaps another caption at the same place", "use `at`, or other times"),
    "lower-third": ("W214", "overlaps another lower-third", "use `at`, or another range"),
    "music": ("W215", "overlaps other music: both are heard", "give each its own range"),
}


def _of_many(over: Sequence[Segment], message: str) -> str:
    """The first of the layers of one edit that overlap others, and how many more do."""
    more = f" (and {len(over) - 1} more)" if len(over) > 1 else ""
    return f"the {over[0].role} at {span(over[0])}{more} {message}"


@dataclass(slots=True)
class Overlaps:
    """The time that layers cover, by kind and place, as spans in order that do not touch."""

    covered: dict[tuple[str, str], list[tuple[int, int]]] = field(default_factory=dict)

    def note(self, deltas: Iterable[Delta]) -> Iterator[Problem]:
        """Remember the layers that the deltas of one edit lay, and complain where some overlap others."""
        layers = [delta.layer for delta in deltas if isinstance(delta, AddLayer)]
        over = [layer for layer in layers if layer.role in _WATCHED and self._cover(layer)]
        if over:
            code, message, cure = _WATCHED[over[0].role]
            yield Problem(code, message if len(layers) == 1 else _of_many(over, message), cure)

    def moved(self, layers: Iterable[Segment]) -> None:
        """Begin again with the layers where they stand after an edit of time."""
        self.covered.clear()
        for layer in layers:
            if layer.role in _WATCHED:
                self._cover(layer)

    def _cover(self, layer: Segment) -> bool:
        """Add the time of a layer; whether some of it was certainly covered before."""
        key = (
            layer.role,
            str(layer.properties.get("position", "")) if layer.role != "music" else "",
        )
        spans = self.covered.setdefault(key, [])
        start, end = layer.start.hi, layer.end.lo
        if start >= end:
            return False
        first = bisect_right(spans, start, key=lambda span: span[1])
        last = bisect_left(spans, end, key=lambda span: span[0])
        if first == last:
            spans.insert(first, (start, end))
            return False
        spans[first:last] = [(min(start, spans[first][0]), max(end, spans[last - 1][1]))]
        return True
