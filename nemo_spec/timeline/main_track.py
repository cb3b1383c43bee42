"""The pieces of the main track: divided, turned round, held still, and the fades that lie on them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import pairwise

from nemo_spec.timeline.model import Interval, Segment, Timeline, exactly

_AT_THE_START = ("fade_in", "transition", "overlap")
"""Parts of a look that lie on the beginning of a piece, and go when it goes."""
_LINK = ("transition", "overlap", "cut")
"""How a piece follows the one before it."""


def divide(timeline: Timeline, edges: Sequence[int], mark: str = "") -> slice:
    """Divide the main track at the edges; returns where the pieces between and at the edges are.

    Only those pieces are looked at: a recipe may divide a track thousands of times.
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

    Where an edge falls into a fade that joins two pieces, the fade goes and the later one takes over
    at once. A `mark` is put on every part that a cut leads into.
    """
    settled, covered = list(pieces), set[int]()
    for index, (before, after) in enumerate(pairwise(pieces)):
        if any(after.start.hi < edge < before.end.lo for edge in edges):
            settled[index] = _parts(settled[index], [after.start.hi], "")[0]
            settled[index + 1] = after.with_look(transition=None, overlap=None)
            if before.start.lo >= after.start.hi:
                covered.add(index)  # an earlier cut has left nothing of it but its fade
    left = [piece for index, piece in enumerate(settled) if index not in covered]
    return [part for piece in left for part in _parts(piece, edges, mark)]


def mended(pieces: Sequence[Segment]) -> list[Segment]:
    """The pieces that are left after an edit of time: those without any length go, the first one
    follows none, and joined fades say how long they are now."""
    left = [piece for piece in pieces if piece.end != piece.start or not piece.start.is_exact]
    if not left:
        return []
    found = [left[0].with_look(transition=None, overlap=None)]
    for before, piece in pairwise(left):
        shared = before.end.lo - piece.start.lo
        if piece.look.get("overlap") and shared > 0:
            piece = piece.with_look(transition=shared)
        found.append(piece)
    return found


def cuts_of(pieces: Sequence[Segment]) -> dict[int, int]:
    """Where one piece follows another at once, in ms, by the index of the later one."""
    return {
        index: piece.start.lo
        for index, piece in enumerate(pieces)
        if index and piece.start.is_exact and not piece.look.get("overlap")
    }


def turned(pieces: Sequence[Segment], total: int) -> list[Segment]:
    """All pieces backwards, on a timeline of `total` ms; what lies on a cut stays on that cut."""
    links = [{key: piece.look.get(key) for key in _LINK} for piece in pieces]
    none = dict.fromkeys(_LINK)
    return [
        piece.moved(exactly(total - piece.end.lo), exactly(total - piece.start.lo)).with_look(
            **link, **_direction(piece), **_fades_swapped(piece)
        )
        for piece, link in zip(reversed(pieces), [none, *links[:0:-1]], strict=False)
    ]


def _direction(piece: Segment) -> dict[str, object]:
    if is_unmoved(piece):
        return {}
    return {"reverse": None if piece.look.get("reverse") else True}


def _fades_swapped(piece: Segment) -> dict[str, object]:
    return {"fade_in": piece.look.get("fade_out"), "fade_out": piece.look.get("fade_in")}


def is_unmoved(piece: Segment) -> bool:
    """Whether it shows one picture all the time, so that speed and direction are nothing to it."""
    return bool(piece.look.get("still") or piece.look.get("freeze"))


def held(beside: Segment, at: Interval, duration: int) -> Segment:
    """One frame of a piece, the one it shows at its nearer end to `at`, for so many ms."""
    gone = {"speed", "reverse", *_LINK}
    look = {key: value for key, value in beside.look.items() if key not in gone}
    end = at.plus(exactly(duration))
    if beside.look.get("still"):
        return replace(beside, start=at, end=end, look=look)
    source = _frame(beside, last=at.lo > beside.start.lo)
    return replace(beside, start=at, end=end, source=source, look=look | {"freeze": True})


def _frame(piece: Segment, *, last: bool) -> tuple[int, int] | None:
    if piece.source is None:
        return None
    frame = piece.source[last != bool(piece.look.get("reverse"))]
    return frame, frame


@contextmanager
def fades_at_the_ends(timeline: Timeline) -> Iterator[None]:
    """The fades from and to black lie on the video, whatever piece is first or last after an edit."""
    fade_in = _take(timeline, 0, "fade_in")
    fade_out = _take(timeline, -1, "fade_out")
    yield
    for index, key, value in ((0, "fade_in", fade_in), (-1, "fade_out", fade_out)):
        if timeline.main and value is not None:
            look = {key: clipped_fade(value, timeline.length)}
            timeline.main[index] = timeline.main[index].with_look(**look)


def clipped_fade(fade: object, length: Interval) -> object:
    """A fade of the video is not longer than the video."""
    return min(fade, length.hi) if isinstance(fade, int | float) else fade


def _take(timeline: Timeline, index: int, key: str) -> object:
    if not timeline.main:
        return None
    value = timeline.main[index].look.get(key)
    if value is None:
        return None
    timeline.main[index] = timeline.main[index].with_look(**{key: None})
    return value


def _parts(piece: Segment, edges: Sequence[int], mark: str) -> list[Segment]:
    inside = sorted({edge for edge in edges if piece.start.hi < edge < piece.end.lo})
    if not inside:
        return [piece]
    bounds = [piece.start, *map(exactly, inside), piece.end]
    return [_part(piece, start, end, mark) for start, end in pairwise(bounds)]


def _part(piece: Segment, start: Interval, end: Interval, mark: str) -> Segment:
    gone = set(_AT_THE_START) if start != piece.start else set()
    if end != piece.end:
        gone.add("fade_out")
    look = {key: value for key, value in piece.look.items() if key not in gone}
    if mark and start != piece.start:
        look[mark] = True
    source = _part_of_source(piece, start, end)
    return piece.remade(start, end, source, look)


def _part_of_source(piece: Segment, start: Interval, end: Interval) -> tuple[int, int] | None:
    if piece.source is None or not (piece.start.is_exact and piece.end.is_exact) or piece.loose:
        return None
    if is_unmoved(piece):
        return piece.source
    first, last = piece.source
    length = piece.end.lo - piece.start.lo
    before, upto = start.lo - piece.start.lo, end.lo - piece.start.lo
    if piece.look.get("reverse"):
        before, upto = length - upto, length - before
    at = [
        first + (2 * (last - first) * offset + length) // (2 * length) for offset in (before, upto)
    ]
    return at[0], at[1]
