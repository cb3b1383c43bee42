"""What a track of a draft has in common with the same track of the draft before it.

Segments of which both say the same to the letter are not read again. A message changes a few; of a draft
that was read after another one most of a track are the same objects, up to the first of them and again
behind the last.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from nemo_spec.timeline.segment import Segment

Read = Callable[[Any, int, str], Segment]
"""Reads a segment: as it is written, when (ms) the one before it ends, its place in the draft."""


@dataclass(frozen=True)
class ReadTrack:
    """The segments of the track at a place in a draft, as they are written and as they were read."""

    place: str = ""
    raws: Sequence[Any] = ()
    segments: Sequence[Segment] = ()

    def placed(self, numbers: range, place: str, first: int) -> Sequence[Segment]:
        """Some of the segments where the first of them has that number on the track at that place."""
        segments = self.segments[numbers.start : numbers.stop]
        if numbers.start == first and place == self.place:
            return segments
        return [one.placed(f"{place}.sg[{number}]") for number, one in enumerate(segments, first)]


NOTHING_READ = ReadTrack()


def read_by_runs(raws: Sequence[Any], place: str, before: ReadTrack, read: Read) -> ReadTrack:
    """The track of these segments, as they are written, at that place in a draft."""
    head = _alike(before.raws, raws)
    tail = _alike(before.raws[head:][::-1], raws[head:][::-1])
    rest, new = len(before.raws) - tail, raws[head : len(raws) - tail]
    known, found = _by_content(before, head, rest), [*before.placed(range(head), place, 0)]
    for number, raw in enumerate(new, head):
        same = known.get(_content(raw)) if known else None
        if same is not None:
            found += before.placed(range(same, same + 1), place, number)
        else:
            found.append(read(raw, found[-1].end.hi if found else 0, f"{place}.sg[{number}]"))
    found += before.placed(range(rest, len(before.raws)), place, len(found))
    return ReadTrack(place, raws, found)


def _alike(before: Sequence[Any], now: Sequence[Any]) -> int:
    """With how many of the same objects both begin."""
    pairs = enumerate(zip(before, now, strict=False))
    return next((n for n, (one, two) in pairs if one is not two), min(len(before), len(now)))


def _by_content(track: ReadTrack, first: int, end: int) -> dict[bytes | None, int]:
    """The numbers of some of its segments by what is written of them."""
    known = {_content(track.raws[number]): number for number in range(first, end)}
    known.pop(None, None)
    return known


_VERSION = 2
"""Of marshal's formats the one in which what is said of a segment does not depend on the others: it has no
references. It takes a third of the time of `repr`, and tells 1 from True and from 1.0."""


def _content(raw: Any) -> bytes | None:
    """All that is written of a segment; None where it is nested deeper than marshal goes."""
    try:
        return marshal.dumps(raw, _VERSION)
    except ValueError:
        return None
