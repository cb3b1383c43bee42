"""What a track of a draft has in common with the same track of the draft before it.

Segments of which both say the same to the letter are not read again. A message changes a few: most of a
track is as it was up to the first of them, and again behind the last.
"""

from __future__ import annotations

import marshal
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Any

from nemo_spec.timeline.segment import Segment

Read = Callable[[Any, int, str], Segment]
"""Reads a segment: as it is written, when (ms) the one before it ends, its place in the draft."""


@dataclass(frozen=True)
class ReadTrack:
    """The segments of the track at a place in a draft; `said` is what the draft says of them, one behind
    the other, in so many bytes each."""

    place: str = ""
    said: bytes = b""
    sizes: Sequence[int] = ()
    segments: Sequence[Segment] = ()

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *accumulate(self.sizes)]

    def begins(self, said: bytes) -> int:
        """With how many of its segments a track begins of which so much is said."""
        ends = range(1, len(self.sizes) + 1)
        return bisect_left(ends, True, key=lambda n: not said.startswith(self._said_of(0, n)))

    def ends(self, said: bytes, most: int) -> int:
        """With how many of its last segments, at most so many, what is said there ends."""
        counts, count = range(1, most + 1), len(self.sizes)
        return bisect_left(
            counts, True, key=lambda n: not said.endswith(self._said_of(count - n, count))
        )

    def fills(self, said: bytes, head: int, new: Sequence[bytes], tail: int) -> bool:
        """Whether so many of its first segments, the new ones and so many of its last are all there is."""
        kept = self._starts[head] + self._starts[-1] - self._starts[len(self.sizes) - tail]
        return kept + sum(map(len, new)) == len(said)

    def between(self, first: int, last: int) -> dict[bytes, int]:
        """The numbers of the segments from one up to another, by what is said of them."""
        return {self._said_of(number, number + 1): number for number in range(first, last)}

    def _said_of(self, first: int, end: int) -> bytes:
        return self.said[self._starts[first] : self._starts[end]]

    def placed(self, numbers: range, place: str, first: int) -> Sequence[Segment]:
        """Some of the segments where the first of them has that number on the track at that place."""
        segments = self.segments[numbers.start : numbers.stop]
        if numbers.start == first and place == self.place:
            return segments
        return [one.placed(f"{place}.sg[{number}]") for number, one in enumerate(segments, first)]


NOTHING_READ = ReadTrack()


def read_by_runs(raws: Sequence[Any], place: str, before: ReadTrack, read: Read) -> ReadTrack:
    """The track of these segments, as they are written, at that place in a draft."""
    try:
        said = _said(raws)
    except ValueError:  # nested deeper than marshal goes
        return ReadTrack(place, segments=_each(raws, place, read))
    head = before.begins(said)
    tail = before.ends(said, min(len(before.sizes), len(raws)) - head)
    new = list(map(_bytes_of, raws[head : len(raws) - tail]))
    if not before.fills(said, head, new, tail):  # the last of them only ends like the one before
        tail, new = 0, list(map(_bytes_of, raws[head:]))
    rest = len(before.sizes) - tail
    known, found = before.between(head, rest), [*before.placed(range(head), place, 0)]
    for number, content in enumerate(new, head):
        if content in known:
            same = known[content]
            found += before.placed(range(same, same + 1), place, number)
        else:
            position = found[-1].end.hi if found else 0
            found.append(read(raws[number], position, f"{place}.sg[{number}]"))
    found += before.placed(range(rest, len(before.sizes)), place, len(found))
    sizes = [*before.sizes[:head], *map(len, new), *before.sizes[rest:]]
    return ReadTrack(place, said, sizes, found)


_VERSION = 2
"""Of marshal's formats the one in which what is said of a segment does not depend on the others: it has no
references. It takes a third of the time of `repr`, and tells 1 from True and from 1.0."""
_HEAD = len(marshal.dumps([], _VERSION))


def _said(raws: Sequence[Any]) -> bytes:
    return marshal.dumps(list(raws), _VERSION)[_HEAD:]


def _bytes_of(raw: Any) -> bytes:
    return marshal.dumps(raw, _VERSION)


def _each(raws: Sequence[Any], place: str, read: Read) -> list[Segment]:
    found = list[Segment]()
    for number, raw in enumerate(raws):
        found.append(read(raw, found[-1].end.hi if found else 0, f"{place}.sg[{number}]"))
    return found
