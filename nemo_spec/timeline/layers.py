"""What stands above the main track, as edits change it: layers move when somebody looks at them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple, Self, overload

from nemo_spec.timeline.segment import Interval, Segment
from nemo_spec.timeline.time_map import Moments, TimeMap


class _Edit(NamedTuple):
    """An edit of time, and how long the video is afterwards."""

    maps: tuple[TimeMap, ...]
    length: Interval


Log = Sequence[Segment | _Edit]


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

    def plus(self, layer: Segment) -> Self:
        """One layer more, which no edit before this has moved."""
        return self._then(layer, self._moves)

    def moved(self, maps: tuple[TimeMap, ...], length: Interval) -> Self:
        """The layers after an edit of time that leaves a video of that length; music keeps its start, and
        what has no length any more is gone."""
        return self._then(_Edit(maps, length), True)

    def _then(self, entry: Segment | _Edit, moves: bool) -> Self:
        if self._count < len(self._log):  # another way was taken from here
            self._log = self._log[: self._count]
        self._log.append(entry)
        return type(self)(self._log, self._count + 1, moves)

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
            self._all = [*self._carried_out(log)] if self._moves else [*_laid(log)]
            self._log, self._count, self._moves = [*self._all], len(self._all), False
        return self._all

    def _carried_out(self, log: Log) -> Iterable[Segment]:
        return _carried_out(log)


def trimmed(layer: Segment, length: Interval) -> Segment:
    """The layer, over at the latest when the video is."""
    if layer.start.lo <= layer.end.lo and layer.end.hi <= length.lo:  # as nearly all are
        return layer
    earliest = max(layer.start.lo, min(layer.end.lo, length.lo))
    end = Interval(earliest, min(layer.end.hi, length.hi))
    return layer if end == layer.end else layer.moved(layer.start, end)


def _laid(log: Log) -> Iterator[Segment]:
    return (entry for entry in log if isinstance(entry, Segment))


def _carried_out(log: Log) -> Iterator[Segment]:
    """The layers after all edits that follow them."""
    shortest = _shortest(log)
    for key, layer, start, end in moved(log):
        length = shortest[key]
        if length is None:
            yield layer
            continue
        now = trimmed(layer, length) if layer.role == "music" else layer.moved(start, end)
        if now.end.hi > now.start.lo:
            yield now


def moved(log: Log) -> Iterator[tuple[int, Segment, Interval, Interval]]:
    """The segments by their place in the list, as they were, and from when to when they last after all
    edits that follow them."""
    starts, ends = Moments(), Moments()
    still = max((key for key, entry in enumerate(log) if isinstance(entry, _Edit)), default=0)
    for key, entry in enumerate(log[: still + 1]):
        if isinstance(entry, Segment):
            for moments, time in ((starts, entry.start), (ends, entry.end)):
                moments.add(time.lo, 2 * key)
                moments.add(time.hi, 2 * key + 1)
        else:
            for first, last, over, begun in entry.maps:
                starts.move(first, last, begun)
                ends.move(first, last, over)
    start, end = ({key: time for time, key in moments} for moments in (starts, ends))
    for key, entry in enumerate(log):
        if isinstance(entry, Segment):
            lo, hi = 2 * key, 2 * key + 1
            if key > still:  # no edit follows
                yield key, entry, entry.start, entry.end
            else:
                yield key, entry, Interval(start[lo], start[hi]), Interval(end[lo], end[hi])


def _shortest(log: Log) -> list[Interval | None]:
    """The shortest that the video is after each entry; None where no edit follows."""
    lengths = (entry.length if isinstance(entry, _Edit) else None for entry in reversed(log))
    return list(accumulate(lengths, _shorter))[::-1]


def _shorter(one: Interval | None, other: Interval | None) -> Interval | None:
    if one is None or other is None:
        return one or other
    return Interval(min(one.lo, other.lo), min(one.hi, other.hi))
