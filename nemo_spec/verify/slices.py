"""Two videos laid over one another: in which stretches they are unlike, and in what.

A recipe's video and a draft's may be cut in different places and still be the same; here they are
compared moment by moment.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from nemo_spec.timeline.main_track import is_unmoved
from nemo_spec.timeline.model import Segment
from nemo_spec.verify.differences import NEUTRAL, same, value_shown

MATERIAL = "material"
"""The key under which it is noted that something else is shown."""

_EDGES = ("fade_in", "fade_out", "transition", "overlap", "cut")
"""What lies on the beginning or the end of a piece, and not on every moment of it."""


class Part(NamedTuple):
    """From `start` to `end` (ms; the same at an edge) the videos differ in one key."""

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
        values = (value_shown(self.key, value) for value in (self.found, self.wanted))
        return f"{self.key.replace('_', ' ')} {' instead of '.join(values)} {place}s"


def diff_main_tracks(
    wanted: Sequence[Segment], found: Sequence[Segment], tolerance: int
) -> list[Part]:
    """Where and in what two videos differ, both with exact times, in the order of time.

    A stretch that is not longer than the tolerance (ms) is one of two cuts that are the same.
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
    one, other = 0, 0
    for start, end in pairwise(edges):
        one, other = _shown(wanted, one, start), _shown(found, other, start)
        yield start, end, _at(wanted, one, start), _at(found, other, start)


def _shown(pieces: Sequence[Segment], index: int, at: int) -> int:
    """The last piece that has begun by then; of two that share a time it is the later one."""
    while index + 1 < len(pieces) and pieces[index + 1].start.lo <= at:
        index += 1
    return index


def _at(pieces: Sequence[Segment], index: int, at: int) -> Segment | None:
    if index < len(pieces) and pieces[index].start.lo <= at < pieces[index].end.lo:
        return pieces[index]
    return None


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
        shown = (
            f"{_named(piece)} from {_moment(piece, start) or 0:.0f} ms" for piece in (found, wanted)
        )
        yield Part(MATERIAL, start, end, *shown)
    for key in sorted((wanted.look.keys() | found.look.keys()) - set(_EDGES)):
        values = found.look.get(key, NEUTRAL.get(key)), wanted.look.get(key, NEUTRAL.get(key))
        if key not in found.unreadable and not same(key, values[1], values[0], tolerance):
            yield Part(key, start, end, *values)


def _named(piece: Segment | None) -> str:
    if piece is None:
        return "nothing"
    return piece.name or piece.role


def _is_other_moment(wanted: Segment, found: Segment, at: int, tolerance: int) -> bool:
    moments = _moment(wanted, at), _moment(found, at)
    if moments[0] is None or moments[1] is None or is_unmoved(wanted) != is_unmoved(found):
        return False
    if wanted.look.get("reverse") != found.look.get("reverse"):
        return False
    return abs(moments[0] - moments[1]) > tolerance


def _moment(piece: Segment, at: int) -> float | None:
    """Which millisecond of its material a piece shows then."""
    if piece.source is None:
        return None
    first, last = piece.source
    share = (at - piece.start.lo) / max(1, piece.length.lo)
    if piece.look.get("reverse"):
        share = 1 - share
    return first + (last - first) * share


# ---- What lies on cuts and on both ends ----------------------------------------------------------


def _at_the_edges(
    wanted: Sequence[Segment], found: Sequence[Segment], tolerance: int
) -> Iterator[Part]:
    left = list(_edges(found))
    for key, at, value in _edges(wanted):
        near = [edge for edge in left if edge[0] == key and abs(edge[1] - at) <= tolerance]
        if near:
            left.remove(near[0])
        if key == "cut":
            if not any(abs(piece.start.lo - at) <= tolerance for piece in found[1:]):
                yield Part(key, at, at, None, value)
        elif not near or not same(key, value, near[0][2], tolerance):
            yield Part(key, at, at, near[0][2] if near else NEUTRAL.get(key), value)
    yield from (Part(key, at, at, value, NEUTRAL.get(key)) for key, at, value in left)


def _edges(pieces: Sequence[Segment]) -> Iterator[tuple[str, int, object]]:
    for piece in pieces:
        for key in _EDGES:
            value = piece.look.get(key, NEUTRAL.get(key))
            if value != NEUTRAL.get(key) and key not in piece.unreadable:
                yield key, piece.end.lo if key == "fade_out" else piece.start.lo, value
