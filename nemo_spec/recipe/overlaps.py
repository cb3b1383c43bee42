"""Layers that get in each other's way: two titles at one place, two pieces of music at one time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from nemo_spec.timeline.deltas import AddLayer, Delta
from nemo_spec.timeline.model import Interval, Segment, Timeline, exactly
from nemo_spec.timeline.summary import span
from nemo_spec.timeline.time_map import TimeMap
from nemo_spec.timeline.track import MainTrack
from nemo_spec.verbs.base import Problem

_WATCHED = {
    "title": ("W214", "overlaps another title at the same place", "use `at`, or another range"),
    "caption": ("W214", "overlaps another caption at the same place", "use `at`, or other times"),
    "lower-third": ("W214", "overlaps another lower-third", "use `at`, or another range"),
    "music": ("W215", "overlaps other music: both are heard", "give each its own range"),
}


def _of_many(first: str, more: int, message: str) -> str:
    """The first of the layers of one edit that overlap others, and how many more do."""
    return f"{first} (and {more} more) {message}" if more else f"{first} {message}"


@dataclass(slots=True)
class Overlaps:
    """The time that layers cover, by kind and place: segments in order that do not overlap.

    `settled` is what was covered after the last edit of time, `laid` are the layers since then, each with
    the length of the video that it was laid over.
    """

    covered: dict[tuple[str, str], MainTrack] = field(default_factory=dict)
    settled: dict[tuple[str, str], MainTrack] = field(default_factory=dict)
    laid: list[tuple[AddLayer, Interval]] = field(default_factory=list)

    def note(
        self, deltas: Iterable[Delta], length: Interval, called: Callable[[int], str] = lambda _: ""
    ) -> Iterator[Problem]:
        """Remember the layers that the deltas of one edit lay over a video of that length (ms), and
        complain where some overlap others. `called` says what its layers are by their number."""
        added = [delta for delta in deltas if isinstance(delta, AddLayer)]
        watched = [delta for delta in added if delta.layer.role in _WATCHED]
        self.laid += [(delta, length) for delta in watched]
        over = [at for at, delta in enumerate(watched) if self._cover(delta.layer)]
        if over:
            layer = watched[over[0]].layer
            code, message, cure = _WATCHED[layer.role]
            first = called(over[0]) or (
                f"the {layer.role} at {span(layer)}" if len(added) > 1 else ""
            )
            yield Problem(code, _of_many(first, len(over) - 1, message).strip(), cure)

    def follow(self, deltas: Iterable[Delta], after: Timeline) -> None:
        """Move what is covered as the deltas have moved it to the timeline after them."""
        self.covered = dict(self.settled)
        self._lay(delta.laid(length) for delta, length in self.laid)
        for delta in deltas:
            if delta.moves_time and delta.maps_time:
                self._move(delta, after.length.lo)
            elif delta.moves_time:
                self.covered.clear()
                self._lay(after.layers)
        self.settled, self.laid = dict(self.covered), []

    def _lay(self, layers: Iterable[Segment]) -> None:
        for layer in layers:
            if layer.role in _WATCHED:
                self._cover(layer)

    def _move(self, delta: Delta, length: int) -> None:
        trim = TimeMap(length, length, lambda time: min(time, length), lambda time: time)
        for key, track in self.covered.items():
            if key[0] == "music":
                end = track[-1].end.hi if track else 0
                maps: Sequence[TimeMap] = [trim._replace(last=end)] if end > length else []
            else:
                maps = delta.maps
            for one in maps:
                track = track.edited(one.first, one.last, partial(_moved, one), one.later)
            self.covered[key] = track

    def _cover(self, layer: Segment) -> bool:
        """Add the time of a layer; whether some of it was certainly covered before."""
        key = (
            layer.role,
            str(layer.properties.get("position", "")) if layer.role != "music" else "",
        )
        start, end = layer.start.hi, layer.end.lo
        if start >= end:
            return False
        track = self.covered.get(key) or MainTrack.of([])
        if not track or track[-1].end.hi <= start:  # as recipes are mostly written
            self.covered[key] = track.plus(Segment(layer.role, exactly(start), exactly(end)))
            return False
        shared = [
            one for one in track.near(start, end) if one.start.lo < end and start < one.end.lo
        ]
        first, last = (shared[0].start.lo, shared[-1].end.lo) if shared else (start, end)
        taken = Segment(layer.role, exactly(min(first, start)), exactly(max(last, end)))
        self.covered[key] = track.edited(start, end, lambda spans, _: _joined(spans, taken))
        return bool(shared)


def _joined(spans: list[Segment], span: Segment) -> list[Segment]:
    """The spans with another one, which takes in those that it overlaps."""
    before = [one for one in spans if one.end.lo <= span.start.lo]
    return [*before, span, *(one for one in spans if one.start.lo >= span.end.lo)]


def _moved(one: TimeMap, spans: list[Segment], _: bool) -> list[Segment]:
    """The spans at their new times; none of no length are left."""
    found = (span.moved(*one.on(span.start, span.end)) for span in spans)
    return [span for span in found if span.start.lo < span.end.lo]
