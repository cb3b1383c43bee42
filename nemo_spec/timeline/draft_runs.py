"""What a track of a draft has in common with the same track of the draft before it.

Runs of segments of which both say the same to the letter are not read again.
"""

from __future__ import annotations

import marshal
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise
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

    @cached_property
    def _where(self) -> dict[bytes, int]:
        """The number of the first segment of which just this is said."""
        contents = (self.said[start:end] for start, end in pairwise(self._starts))
        return {content: -number for number, content in enumerate(reversed(list(contents)), 1)}

    def run(self, said: bytes, at: int, content: bytes, near: int) -> range:
        """The numbers of the segments of which the same is said there, one after another; they begin with
        `content`, at or behind the number `near` as a rule."""
        beside = (n for n in (near, near + 1) if self._is_at(n, n + 1, said, at))
        first = next(beside, None)
        if first is None:
            if content not in self._where:
                return range(0)
            first = len(self.sizes) + self._where[content]
        ends = range(first + 1, len(self.sizes) + 1)
        end = first + bisect_left(ends, True, key=lambda n: not self._is_at(first, n, said, at))
        return range(first, end)

    def _is_at(self, first: int, end: int, said: bytes, at: int) -> bool:
        if end > len(self.sizes):
            return False
        return said.startswith(self.said[self._starts[first] : self._starts[end]], at)

    def placed(self, run: range, place: str, first: int) -> Sequence[Segment]:
        """The segments of a run where the first of them has that number on the track at that place."""
        segments = self.segments[run.start : run.stop]
        if run.start == first and place == self.place:
            return segments
        return [one.placed(f"{place}.sg[{number}]") for number, one in enumerate(segments, first)]


NOTHING_READ = ReadTrack()


def read_by_runs(raws: Sequence[Any], place: str, before: ReadTrack, read: Read) -> ReadTrack:
    """The track of these segments, as they are written, at that place in a draft."""
    try:
        said, found, sizes, near = _said(raws), list[Segment](), list[int](), 0
    except ValueError:  # nested deeper than marshal goes
        return ReadTrack(place, segments=_each(raws, place, read))
    at = 0
    while len(found) < len(raws):
        number, content = len(found), marshal.dumps(raws[len(found)], _VERSION)
        run = before.run(said, at, content, near)
        if run:
            found += before.placed(run, place, number)
            sizes += before.sizes[run.start : run.stop]
            at, near = at + sum(before.sizes[run.start : run.stop]), run.stop
        else:
            position = found[-1].end.hi if found else 0
            found.append(read(raws[number], position, f"{place}.sg[{number}]"))
            sizes.append(len(content))
            at += len(content)
    return ReadTrack(place, said, sizes, found)


_VERSION = 2
"""Of marshal's formats the one in which what is said of a segment does not depend on the others: it has no
references. It takes a third of the time of `repr`, and tells 1 from True and from 1.0."""
_HEAD = len(marshal.dumps([], _VERSION))


def _said(raws: Sequence[Any]) -> bytes:
    return marshal.dumps(list(raws), _VERSION)[_HEAD:]


def _each(raws: Sequence[Any], place: str, read: Read) -> list[Segment]:
    found = list[Segment]()
    for number, raw in enumerate(raws):
        found.append(read(raw, found[-1].end.hi if found else 0, f"{place}.sg[{number}]"))
    return found
