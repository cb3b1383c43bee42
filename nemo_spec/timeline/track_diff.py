"""Interval-by-interval diff of two main tracks.

A recipe's video and a draft's may be cut in different places and still be the same, so they are
compared moment by moment.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from nemo_spec.timeline.main_track import cut_starts, has_cut, is_unmoved, moment_at
from nemo_spec.timeline.model import Segment
from nemo_spec.timeline.properties import (
    AT_THE_TAIL,
    EDGES,
    label,
    property_changes,
    property_of,
    same,
    shown,
    value_of,
)

MATERIAL = "material"
"""The key of a part in which other material plays."""


class Part(NamedTuple):
    """From `start` to `end` (ms; both the same at an edge) the videos differ in one key."""

    key: str
    start: int
    end: int
    found: object
    wanted: object

    def __str__(self) -> str:
        place = f"at {self.start / 1000:g}"
        if self.end > self.start:
            place += f"-{self.end / 1000:g}"
        if self.key == MATERIAL:
            return f"{self.found} instead of {self.wanted} {place}s"
        values = (shown(self.key, value) for value in (self.found, self.wanted))
        return f"{label(self.key)} {' instead of '.join(values)} {place}s"


def diff_main_tracks(
    wanted: Sequence[Segment], found: Sequence[Segment], tolerance: int
) -> list[Part]:
    """Where and in what two videos with exact times differ, by time.

    An interval of at most `tolerance` ms lies between two cuts that are the same.
    """
    parts, last = list[Part](), dict[str, int]()
    for start, end, one, other in _slices(wanted, found):
        if end - start <= tolerance:
            continue
        for part in _differing(start, end, one, other, tolerance):
            before = parts[last[part.key]] if part.key in last else None
            if before and start - before.end <= tolerance and before[3:] == part[3:]:
                parts[last[part.key]] = before._replace(end=end)
            else:
                last[part.key] = len(parts)
                parts.append(part)
    return sorted([*parts, *_at_the_edges(wanted, found, tolerance)], key=lambda part: part.start)


def _slices(
    wanted: Sequence[Segment], found: Sequence[Segment]
) -> Iterator[tuple[int, int, Segment | None, Segment | None]]:
    edges = sorted({e for piece in (*wanted, *found) for e in (piece.start.lo, piece.end.lo)})
    one, other = ([piece.start.lo for piece in pieces] for pieces in (wanted, found))
    for start, end in pairwise(edges):
        yield start, end, _playing(wanted, one, start), _playing(found, other, start)


def _playing(pieces: Sequence[Segment], starts: Sequence[int], at: int) -> Segment | None:
    """The piece that has begun last by then; of two at once the later one plays."""
    index = bisect_right(starts, at) - 1
    return pieces[index] if index >= 0 and at < pieces[index].end.lo else None


def _differing(
    start: int, end: int, wanted: Segment | None, found: Segment | None, tolerance: int
) -> Iterator[Part]:
    if wanted is None and found is None:
        return
    if wanted is None or found is None:
        yield Part(MATERIAL, start, end, _named(found), _named(wanted))
        return
    if (wanted.name, wanted.role) != (found.name, found.role):
        yield Part(MATERIAL, start, end, _named(found), _named(wanted))
    elif _is_other_moment(wanted, found, start, tolerance):
        both = (found, wanted)
        named = (f"{_named(piece)} from {moment_at(piece, start) or 0:.0f} ms" for piece in both)
        yield Part(MATERIAL, start, end, *named)
    without = EDGES.union(found.unreadable)
    for change in property_changes(wanted.properties, found.properties, tolerance, without):
        yield Part(change.key, start, end, change.after, change.before)


def _named(piece: Segment | None) -> str:
    if piece is None:
        return "nothing"
    return piece.name or piece.role


def _is_other_moment(wanted: Segment, found: Segment, at: int, tolerance: int) -> bool:
    moments = moment_at(wanted, at), moment_at(found, at)
    if moments[0] is None or moments[1] is None or is_unmoved(wanted) != is_unmoved(found):
        return False
    if wanted.properties.get("reverse") != found.properties.get("reverse"):
        return False
    return abs(moments[0] - moments[1]) > tolerance


# ---- At cuts and ends ----------------------------------------------------------


def _at_the_edges(
    wanted: Sequence[Segment], found: Sequence[Segment], tolerance: int
) -> Iterator[Part]:
    left, cuts = _Edges(found), cut_starts(found)
    for key, at, value in _edges(wanted):
        near = left.taken(key, at, tolerance)
        if not property_of(key).compared:
            if not has_cut(cuts, at, tolerance):
                yield Part(key, at, at, None, value)
        elif not near or not same(key, value, near[1], tolerance):
            yield Part(key, at, at, near[1] if near else property_of(key).neutral, value)
    for key, at, value in left:
        yield Part(key, at, at, value, property_of(key).neutral)


class _Edges:
    """What lies at the cuts and ends of a track, to be taken one by one."""

    def __init__(self, pieces: Sequence[Segment]) -> None:
        self.by_key: dict[str, list[tuple[int, int, object]]] = defaultdict(list)
        for order, (key, at, value) in enumerate(_edges(pieces)):
            insort(self.by_key[key], (at, order, value), key=itemgetter(0, 1))

    def taken(self, key: str, at: int, tolerance: int) -> tuple[int, object] | None:
        """Time and value of the first one within `tolerance` ms, which is then no longer there."""
        edges = self.by_key[key]
        first = bisect_left(edges, at - tolerance, key=itemgetter(0))
        last = bisect_right(edges, at + tolerance, key=itemgetter(0))
        index = min(range(first, last), key=lambda index: edges[index][1], default=None)
        if index is None:
            return None
        time, _, value = edges.pop(index)
        return time, value

    def __iter__(self) -> Iterator[tuple[str, int, object]]:
        """Those that are left, in the order of the track."""
        left = ((o, key, at, value) for key, edges in self.by_key.items() for at, o, value in edges)
        yield from (edge[1:] for edge in sorted(left, key=itemgetter(0)))


def _edges(pieces: Sequence[Segment]) -> Iterator[tuple[str, int, object]]:
    for piece in pieces:
        for key in sorted(piece.properties.keys() & EDGES - set(piece.unreadable)):
            value = value_of(piece.properties, key)
            if value != property_of(key).neutral:
                yield key, piece.end.lo if key in AT_THE_TAIL else piece.start.lo, value
