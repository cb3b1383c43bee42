"""What stands above the main track, as edits change it: layers move when somebody looks at them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple, overload

from nemo_spec.timeline.segment import Interval, Segment
from nemo_spec.timeline.time_map import Moments, TimeMap


class _Edit(NamedTuple):
    """An edit of time, and how long the video is afterwards."""

    maps: tuple[TimeMap, ...]
    length: Interval


class Layers(Sequence[Segment]):
    """Layers and the edits of time since they were laid, in one list that is carried out on demand.

    Never changes: an edit returns another. Those that follow one another share the list.
    """

    __slots__ = ("_all", "_count", "_log", "_moves")

    def __init__(self, log: list[Segment | _Edit], count: int, moves: bool) -> None:
        self._log = log
        self._count = count
        self._moves = moves
        self._all: list[Segment] | None = None

    @classmethod
    def of(cls, layers: Sequence[Segment]) -> Layers:
        """These layers, as they stand."""
        return layers if isinstance(layers, Layers) else cls(list(layers), len(layers), False)

    def plus(self, layer: Segment) -> Layers:
        """One layer more, which no edit before this has moved."""
        return self._then(layer, self._moves)

    def moved(self, maps: tuple[TimeMap, ...], length: Interval) -> Layers:
        """The layers after an edit of time that leaves a video of that length; music keeps its start, and
        what has no length any more is gone."""
        return self._then(_Edit(maps, length), True)

    def _then(self, entry: Segment | _Edit, moves: bool) -> Layers:
        if self._count < len(self._log):  # another way was taken from here
            self._log = self._log[: self._count]
        self._log.append(entry)
        return Layers(self._log, self._count + 1, moves)

    def __len__(self) -> int:
        return len(self._layers())

    def __iter__(self) -> Iterator[Segment]:
        return iter(self._layers())

    @overload
    def __getitem__(self, index: int) -> Segment: ...
    @overload
    def __getitem__(self, index: slice) -> list[Segment]: ...
    def __getitem__(self, index: int | slice) -> Segment | list[Segment]:
        return self._layers()[index]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self._layers() == list(other)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return repr(self._layers())

    def _layers(self) -> list[Segment]:
        if self._all is None:
            log = self._log[: self._count]
            self._all = [*_carried_out(log)] if self._moves else [*_laid(log)]
            self._log, self._count, self._moves = [*self._all], len(self._all), False
        return self._all


def trimmed(layer: Segment, length: Interval) -> Segment:
    """The layer, over at the latest when the video is."""
    earliest = max(layer.start.lo, min(layer.end.lo, length.lo))
    end = Interval(earliest, min(layer.end.hi, length.hi))
    return layer if end == layer.end else layer.moved(layer.start, end)


def _laid(log: Sequence[Segment | _Edit]) -> Iterator[Segment]:
    return (entry for entry in log if isinstance(entry, Segment))


def _carried_out(log: Sequence[Segment | _Edit]) -> Iterator[Segment]:
    """The layers after all edits that follow them."""
    starts, ends = Moments(), Moments()
    for key, entry in enumerate(log):
        if isinstance(entry, _Edit):
            for first, last, moved, begun in entry.maps:
                starts.move(first, last, begun)
                ends.move(first, last, moved)
        elif entry.role != "music":
            for moments, time in ((starts, entry.start), (ends, entry.end)):
                moments.add(time.lo, 2 * key)
                moments.add(time.hi, 2 * key + 1)
    start, end = ({key: time for time, key in moments} for moments in (starts, ends))
    shortest = _shortest(log)
    for key, (entry, length) in enumerate(zip(log, shortest, strict=True)):
        if isinstance(entry, Segment):
            layer = entry
            if length is None:
                yield entry
                continue
            if entry.role == "music":
                layer = trimmed(entry, length)
            else:
                times = [Interval(t[2 * key], t[2 * key + 1]) for t in (start, end)]
                layer = entry.moved(*times)
            if layer.end.hi > layer.start.lo:
                yield layer


def _shortest(log: Sequence[Segment | _Edit]) -> list[Interval | None]:
    """The shortest that the video is after each entry; None where no edit follows."""
    lengths = (entry.length if isinstance(entry, _Edit) else None for entry in reversed(log))
    return list(accumulate(lengths, _shorter))[::-1]


def _shorter(one: Interval | None, other: Interval | None) -> Interval | None:
    if one is None or other is None:
        return one or other
    return Interval(min(one.lo, other.lo), min(one.hi, other.hi))
