"""Two ways to tell a transition: the clips touch and it shows more of both, or one lies over the other.

Draft Protocol V3 has the first way alone. What is seen is the same where each clip of the second way is cut
in the middle of what both share, so that a draft of the first way may be told in either.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from nemo_spec.timeline.main_track import is_unmoved
from nemo_spec.timeline.model import Interval, Segment, Timeline


def laid_over(main: Sequence[Segment], is_joined: Callable[[Segment], bool]) -> list[Segment]:
    """Pieces that touch, those of them that are joined laid over the one before for their transition."""
    found = list(main)
    for at in range(1, len(found)):
        length = found[at].properties.get("transition")
        if is_joined(found[at]) and isinstance(length, int):
            head = length // 2
            found[at] = _longer(found[at], head, 0)
            found[at - 1] = _longer(found[at - 1], 0, length - head)
    return found


def told_as(expected: Timeline, draft: Timeline) -> Timeline:
    """The draft, with the transitions that may be told in either way told as the expected ones between the
    same clips are."""
    if not any(map(_is_either, draft.main)):
        return draft
    wanted: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for clips, piece in _links(expected.main):
        wanted[clips].append(bool(piece.properties.get("overlap")))
    joined = {
        id(piece)
        for clips, piece in _links(draft.main)
        if wanted[clips] and wanted[clips].pop(0) and _is_either(piece)
    }
    pieces = laid_over(draft.main, lambda piece: id(piece) in joined)
    told = zip(draft.main, pieces, strict=True)
    return replace(draft, main=[_decided(piece, id(old) in joined) for old, piece in told])


def _is_either(piece: Segment) -> bool:
    return "overlap" in piece.unreadable and "transition" in piece.properties


def _links(main: Sequence[Segment]) -> Iterator[tuple[tuple[str, str], Segment]]:
    """The pieces that a transition leads into, each with the two clips."""
    for before, after in pairwise(main):
        if "transition" in after.properties:
            yield (before.name, after.name), after


def _decided(piece: Segment, is_joined: bool) -> Segment:
    if not _is_either(piece):
        return piece
    unreadable = tuple(what for what in piece.unreadable if what != "overlap")
    properties = piece.properties | ({"overlap": True} if is_joined else {})
    return replace(piece, properties=properties, unreadable=unreadable)


def _longer(piece: Segment, head: int, tail: int) -> Segment:
    """A piece that begins and ends so many ms further out, in the video and in its file."""
    start = Interval(piece.start.lo - head, piece.start.hi - head)
    end = Interval(piece.end.lo + tail, piece.end.hi + tail)
    source = piece.source
    if source and not is_unmoved(piece):
        rate = (source[1] - source[0]) / max(1, piece.length.lo)
        first, last = (tail, head) if piece.properties.get("reverse") else (head, tail)
        source = source[0] - round(first * rate), source[1] + round(last * rate)
    return replace(piece, start=start, end=end, source=source)
