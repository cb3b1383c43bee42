"""Divide, reverse and freeze the segments of the main track, here called pieces."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

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
from nemo_spec.timeline.ramps import share_of_time, share_played, speed_at, speeds, speeds_of
from nemo_spec.timeline.segment import Interval, Segment, exactly

_UNLINKED: dict[str, object] = dict.fromkeys(LINKS)
OF_A_STILL = LINKS | keys_where(lambda row: row.of_motion)
"""What a held frame does not take over."""
_SWAPPED = {key: row.reversed_as for key, row in PROPERTIES.items() if row.reversed_as}
HEADS = AT_THE_HEAD - LINKS
"""What lies at the beginning of a video, and not at a cut."""
_AT_ENDS = AT_THE_HEAD | AT_THE_TAIL | NOT_COMPARED
_ROUNDING = 1
"""Milliseconds: times are rounded once for either side of a cut."""


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


def mended(pieces: Sequence[Segment], is_first: bool = True) -> list[Segment]:
    """The pieces that an edit of time leaves: none of no length, the first one linked to nothing where it
    is the first of the video, and joined fades as long (ms) as their overlap."""
    left = [piece for piece in pieces if piece.end != piece.start or not piece.start.is_exact]
    if not left:
        return []
    found = [left[0].with_properties(**_UNLINKED) if is_first else left[0]]
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
    if (one.name, one.role) != (other.name, other.role) or not _plays_on(one, other):
        return False
    if _has(other.properties, AT_THE_HEAD - NOT_COMPARED) or _has(one.properties, AT_THE_TAIL):
        return False
    if any(one.properties.get(key) for key in ("reverse", "freeze", "speed_to")):
        return False
    keys = (one.properties.keys() | other.properties.keys()) - _AT_ENDS
    return all(value_of(one.properties, key) == value_of(other.properties, key) for key in keys)


def _plays_on(one: Segment, other: Segment) -> bool:
    if one.properties.get("still") and other.properties.get("still"):
        return True
    if not one.source or not other.source:
        return False
    return abs(one.source[1] - other.source[0]) <= _ROUNDING


def _has(properties: Mapping[str, object], keys: Iterable[str]) -> bool:
    """Whether one of the keys has a value that does something: a fade of 0 does nothing."""
    return any(properties.get(key) not in (None, property_of(key).neutral) for key in keys)


def cuts_of(pieces: Iterable[Segment]) -> Iterator[tuple[int, int]]:
    """The indices of the pieces that follow another without overlap, with the time (ms) of that."""
    for index, piece in enumerate(pieces):
        if index and piece.start.is_exact and not piece.properties.get("overlap"):
            yield index, piece.start.lo


def cut_starts(pieces: Sequence[Segment]) -> list[int]:
    """When (ms) the pieces but the first one start, in order of time."""
    return sorted(piece.start.lo for piece in pieces[1:])


def has_cut(starts: Sequence[int], at: int, tolerance: int) -> bool:
    """Whether one of the `cut_starts` is within `tolerance` ms of a time (ms)."""
    index = bisect_left(starts, at - tolerance)
    return index < len(starts) and starts[index] <= at + tolerance


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
    first, last = speeds_of(properties)
    if first != last:
        swapped |= speeds(last, first)
    return swapped if unmoved else swapped | {"reverse": not properties.get("reverse") or None}


def is_unmoved(piece: Segment) -> bool:
    """Whether it shows one picture all the time, so that speed and direction mean nothing."""
    return bool(piece.properties.get("still") or piece.properties.get("freeze"))


def moment_at(piece: Segment, at: int) -> float | None:
    """The moment (ms) of its file that a piece plays at a time (ms); None where nobody knows."""
    if piece.source is None:
        return None
    first, last = piece.source
    share = (at - piece.start.lo) / max(1, piece.length.lo)
    share = share_played(*speeds_of(piece.properties), share)
    return first + (last - first) * (1 - share if piece.properties.get("reverse") else share)


def times_of(piece: Segment, part: tuple[int, int]) -> tuple[float, float]:
    """From when to when (ms) a piece plays a part (ms) of its file, as far as that lies in it."""
    begins, ends = _shares_of_time(piece, part)
    return piece.start.lo + begins * piece.length.lo, piece.start.lo + ends * piece.length.lo


def lasts(piece: Segment, part: tuple[int, int]) -> float:
    """How long (ms) that is, wherever the piece itself may be."""
    first, last = piece.source or part
    begins, ends = _shares_of_time(piece, part)
    return (ends - begins) * 2 * (last - first) / sum(speeds_of(piece.properties))


def speeds_over(piece: Segment, part: tuple[int, int]) -> dict[str, object]:
    """How fast a piece plays at both ends of a part (ms) of its file, as properties."""
    ramp = speeds_of(piece.properties)
    begins, ends = (speed_at(*ramp, 1, share) for share in _shares_of_file(piece, part))
    return speeds(begins, ends)


def _shares_of_time(piece: Segment, part: tuple[int, int]) -> tuple[float, float]:
    ramp = speeds_of(piece.properties)
    begins, ends = (share_of_time(*ramp, share) for share in _shares_of_file(piece, part))
    return begins, ends


def _shares_of_file(piece: Segment, part: tuple[int, int]) -> tuple[float, float]:
    """How much (0–1) of what it plays a piece has played where a part (ms) of its file begins and ends."""
    first, last = piece.source or part
    begins, ends = (min(max(0, (moment - first) / max(1, last - first)), 1) for moment in part)
    return (1 - ends, 1 - begins) if piece.properties.get("reverse") else (begins, ends)


def held(beside: Segment, at: Interval, duration: int) -> Segment:
    """One frame of a piece, the one it shows at its nearer end to `at`, for so many ms."""
    kept = {key: value for key, value in beside.properties.items() if key not in OF_A_STILL}
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


def clipped_fade(fade: object, length: Interval) -> object:
    """A fade (ms) of the video, no longer than the video."""
    return min(fade, length.hi) if isinstance(fade, int | float) else fade


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
    kept |= _part_of_ramp(piece, start, end)
    return piece.remade(start, end, _part_of_source(piece, start, end), kept)


def _part_of_ramp(piece: Segment, start: Interval, end: Interval) -> dict[str, object]:
    first, last = speeds_of(piece.properties)
    if first == last or not (start.is_exact and end.is_exact and piece.length.is_exact):
        return {}
    steepness = (last - first) / piece.length.lo
    begins, ends = (first + steepness * (time.lo - piece.start.lo) for time in (start, end))
    return speeds(begins, ends)


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
    ramp = speeds_of(piece.properties)
    if ramp[0] != ramp[1]:
        begins, ends = ramp[::-1] if piece.properties.get("reverse") else ramp
        shares = (share_played(begins, ends, offset / length) for offset in (before, upto))
        begin, over = (first + round((last - first) * share) for share in shares)
        return begin, over
    at = [
        first + (2 * (last - first) * offset + length) // (2 * length) for offset in (before, upto)
    ]
    return at[0], at[1]
