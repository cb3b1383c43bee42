"""Infer which ranges of the video an edit removed from the material that is left."""

from __future__ import annotations

from collections.abc import Sequence

from nemo_spec.timeline.main_track import is_unmoved, merged, times_of
from nemo_spec.timeline.model import Interval, Segment, gaps

_SLACK = 2
"""Milliseconds by which rounding may move an edge of a piece."""

Range = tuple[int, int]


def removed_ranges(before: Sequence[Segment], after: Sequence[Segment]) -> tuple[Range, ...] | None:
    """The ranges (ms) of the timeline before that are in none of the pieces after.

    None when what is there now is no cut of what was there: it has other material or another order, or
    nobody can read which part of its material a piece plays.
    """
    origins, index, since = merged(before), 0, 0
    kept: list[Range] = []
    for piece in after:
        place = None
        while index < len(origins) and place is None:
            place = _place_in(origins[index], piece, since)
            if place is None:
                index, since = index + 1, 0
        if place is None:
            return None
        kept.append(place)
        since = place[1]
    length = max((piece.end.hi for piece in before), default=0)
    return tuple((start, end) for start, end in gaps(kept, 0, length) if end - start > _SLACK)


def _place_in(origin: Segment, piece: Segment, since: int) -> Range | None:
    """Where a piece was before, if it is a part of that origin from `since` (ms) on."""
    kinds = [(one.name, one.role, is_unmoved(one)) for one in (origin, piece)]
    if kinds[0] != kinds[1]:
        return None
    if is_unmoved(origin):
        start, length = origin.start.lo, origin.length.lo
        fits = since <= start + _SLACK and piece.length.lo <= length + _SLACK
        return (start, start + piece.length.lo) if fits else None
    if not origin.source or not piece.source or origin.source[1] <= origin.source[0]:
        return None
    if not Interval(*piece.source).within(Interval(*origin.source), _SLACK):
        return None
    begin, end = times_of(origin, piece.source)
    found = round(begin), round(end)
    return found if found[0] >= since - _SLACK else None
