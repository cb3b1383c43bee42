"""Divide, reverse and freeze the segments of the main track, here called pieces."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import pairwise

from nemo_spec.timeline.model import Interval, Segment, Timeline, exactly
from nemo_spec.timeline.properties import (
    AT_THE_HEAD,
    AT_THE_TAIL,
    LINKS,
    NOT_COMPARED,
    PROPERTIES,
    keys_where,
    property_of,
    value_of,
)

_UNLINKED: dict[str, object] = dict.fromkeys(LINKS)
_OF_A_STILL = LINKS | keys_where(lambda row: row.of_motion)
"""What a held frame does not take over."""
_SWAPPED = {key: row.reversed_as for key, row in PROPERTIES.items() if row.reversed_as}
_HEADS = AT_THE_HEAD - LINKS
_ENDS = ((0, _HEADS), (-1, AT_THE_TAIL))
"""What lies at the ends of a video, with the index of the segment there."""
_AT_ENDS = AT_THE_HEAD | AT_THE_TAIL | NOT_COMPARED
_ROUNDING = 1
"""Milliseconds: times are rounded once for either side of a cut."""


def divide(timeline: Timeline, edges: Sequence[int], mark: str = "") -> slice:
    """Divide the main track at the edges (ms); returns where the pieces between and at the edges are.

    Looks only at those pieces: a recipe may divide a track thousands of times.
    """
    first, last = 0, len(timeline.main)
    if timeline.in_order:
        first = bisect_left(timeline.main, min(edges), key=lambda piece: piece.end.lo)
        last = bisect_right(timeline.main, max(edges), key=lambda piece: piece.start.hi)
    parts = divided(timeline.main[first:last], edges, mark)
    timeline.main[first:last] = parts
    return slice(first, first + len(parts))


def divided(pieces: Sequence[Segment], edges: Sequence[int], mark: str = "") -> list[Segment]:
    """The pieces with a cut at each of the edges (ms) that certainly lie inside one.

    An edge inside a fade that joins two pieces removes the fade: the later piece takes over at once.
    Every part behind a new cut gets the `mark`.
    """
    settled, covered = list(pieces), set[int]()
    for index, (before, after) in enumerate(pairwise(pieces)):
        if any(after.start.hi < edge < before.end.lo for edge in edges):
            settled[index] = _parts(settled[index], [after.start.hi], "")[0]
            settled[index + 1] = after.with_properties(**_UNLINKED)
            if before.start.lo >= after.start.hi:
                covered.add(index)  # an earlier cut has left nothing of it but its fade
    left = [piece for index, piece in enumerate(settled) if index not in covered]
    return [part for piece in left for part in _parts(piece, edges, mark)]


def mended(pieces: Sequence[Segment]) -> list[Segment]:
    """The pieces that an edit of time leaves: none of no length, the first one linked to nothing, and
    joined fades as long (ms) as their overlap."""
    left = [piece for piece in pieces if piece.end != piece.start or not piece.start.is_exact]
    if not left:
        return []
    found = [left[0].with_properties(**_UNLINKED)]
    for before, piece in pairwise(left):
        shared = before.end.lo - piece.start.lo
        if piece.properties.get("overlap") and shared > 0:
            piece = piece.with_properties(transition=shared)
        found.append(piece)
    return found


def merged(pieces: Sequence[Segment]) -> list[Segment]:
    """The pieces with neighbours joined that play one range of one source without a break."""
    joined: list[Segment] = []
    for piece in pieces:
        if joined and _continues(joined[-1], piece):
            last = joined.pop()
            source = (last.source[0], piece.source[1]) if last.source and piece.source else None
            tail = {key: piece.properties[key] for key in AT_THE_TAIL if key in piece.properties}
            properties = last.properties | tail
            piece = replace(
                piece, start=last.start, source=source, properties=properties, place=last.place
            )
        joined.append(piece)
    return joined


def _continues(one: Segment, other: Segment) -> bool:
    if (one.name, one.role) != (other.name, other.role) or not one.source or not other.source:
        return False
    if abs(one.source[1] - other.source[0]) > _ROUNDING:
        return False
    if _has(other.properties, AT_THE_HEAD - NOT_COMPARED) or _has(one.properties, AT_THE_TAIL):
        return False
    if one.properties.get("reverse") or one.properties.get("freeze"):
        return False
    keys = (one.properties.keys() | other.properties.keys()) - _AT_ENDS
    return all(value_of(one.properties, key) == value_of(other.properties, key) for key in keys)


def _has(properties: Mapping[str, object], keys: Iterable[str]) -> bool:
    """Whether one of the keys has a value that does something: a fade of 0 does nothing."""
    return any(properties.get(key) not in (None, property_of(key).neutral) for key in keys)


def cuts_of(pieces: Sequence[Segment]) -> dict[int, int]:
    """The times (ms) at which a piece follows another without overlap, by the index of the later one."""
    return {
        index: piece.start.lo
        for index, piece in enumerate(pieces)
        if index and piece.start.is_exact and not piece.properties.get("overlap")
    }


def has_cut(pieces: Sequence[Segment], at: int, tolerance: int) -> bool:
    """Whether a piece but the first one starts within `tolerance` ms of a time (ms)."""
    return any(abs(piece.start.lo - at) <= tolerance for piece in pieces[1:])


def turned(pieces: Sequence[Segment], total: int) -> list[Segment]:
    """All pieces reversed, on a timeline of `total` ms; what lies on a cut stays on that cut."""
    links = [{key: piece.properties.get(key) for key in LINKS} for piece in pieces]
    return [
        piece.moved(exactly(total - piece.end.lo), exactly(total - piece.start.lo)).with_properties(
            **link, **_reversed(piece.properties, is_unmoved(piece))
        )
        for piece, link in zip(reversed(pieces), [_UNLINKED, *links[:0:-1]], strict=False)
    ]


def _reversed(properties: Mapping[str, object], unmoved: bool) -> dict[str, object]:
    swapped = {other: properties.get(key) for key, other in _SWAPPED.items()}
    return swapped if unmoved else swapped | {"reverse": not properties.get("reverse") or None}


def is_unmoved(piece: Segment) -> bool:
    """Whether it shows one picture all the time, so that speed and direction mean nothing."""
    return bool(piece.properties.get("still") or piece.properties.get("freeze"))


def held(beside: Segment, at: Interval, duration: int) -> Segment:
    """One frame of a piece, the one it shows at its nearer end to `at`, for so many ms."""
    kept = {key: value for key, value in beside.properties.items() if key not in _OF_A_STILL}
    end = at.plus(exactly(duration))
    if beside.properties.get("still"):
        return replace(beside, start=at, end=end, properties=kept)
    source = _frame(beside, last=at.lo > beside.start.lo)
    return replace(beside, start=at, end=end, source=source, properties=kept | {"freeze": True})


def _frame(piece: Segment, *, last: bool) -> tuple[int, int] | None:
    if piece.source is None:
        return None
    frame = piece.source[last != bool(piece.properties.get("reverse"))]
    return frame, frame


@contextmanager
def fades_at_the_ends(timeline: Timeline) -> Iterator[None]:
    """The fades from and to black lie on the video, whatever segment is first or last after an edit."""
    fades = [(index, _take(timeline, index, keys)) for index, keys in _ENDS]
    yield
    for index, taken in fades:
        if timeline.main and taken:
            clipped = {key: clipped_fade(fade, timeline.length) for key, fade in taken.items()}
            timeline.main[index] = timeline.main[index].with_properties(**clipped)


def clipped_fade(fade: object, length: Interval) -> object:
    """A fade (ms) of the video, no longer than the video."""
    return min(fade, length.hi) if isinstance(fade, int | float) else fade


def _take(timeline: Timeline, index: int, keys: Iterable[str]) -> dict[str, object]:
    """Some properties of a segment of the main track, which is then without them."""
    properties = timeline.main[index].properties if timeline.main else {}
    taken = {key: properties[key] for key in keys if key in properties}
    if taken:
        timeline.main[index] = timeline.main[index].with_properties(**dict.fromkeys(taken))
    return taken


def _parts(piece: Segment, edges: Sequence[int], mark: str) -> list[Segment]:
    inside = sorted({edge for edge in edges if piece.start.hi < edge < piece.end.lo})
    if not inside:
        return [piece]
    bounds = [piece.start, *map(exactly, inside), piece.end]
    return [_part(piece, start, end, mark) for start, end in pairwise(bounds)]


def _part(piece: Segment, start: Interval, end: Interval, mark: str) -> Segment:
    gone = AT_THE_HEAD if start != piece.start else frozenset[str]()
    if end != piece.end:
        gone |= AT_THE_TAIL
    kept = {key: value for key, value in piece.properties.items() if key not in gone}
    if mark and start != piece.start:
        kept[mark] = True
    return piece.remade(start, end, _part_of_source(piece, start, end), kept)


def _part_of_source(piece: Segment, start: Interval, end: Interval) -> tuple[int, int] | None:
    if piece.source is None or not (piece.start.is_exact and piece.end.is_exact) or piece.uncertain:
        return None
    if is_unmoved(piece):
        return piece.source
    first, last = piece.source
    length = piece.end.lo - piece.start.lo
    before, upto = start.lo - piece.start.lo, end.lo - piece.start.lo
    if piece.properties.get("reverse"):
        before, upto = length - upto, length - before
    at = [
        first + (2 * (last - first) * offset + length) // (2 * length) for offset in (before, upto)
    ]
    return at[0], at[1]
