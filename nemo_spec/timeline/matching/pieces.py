"""Which piece of one main track is which of another: by the material that they show."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product

from nemo_spec.timeline.matching.match import match
from nemo_spec.timeline.model import Segment

_CELL = 1000
"""Milliseconds of material. Only pieces that share a cell are compared, so that a track of thousands
of pieces takes no time that grows with their square."""


def pair_pieces(old: Sequence[Segment], new: Sequence[Segment]) -> dict[int, int]:
    """The index of the new piece for that of the old one.

    Pieces of one material go by the range of it that they share most, the rest by what is alike.
    """
    ranked = []
    for (i, one), (j, other) in _candidates(old, new):
        shared = _shared(one, other)
        if shared > 0:
            ranked.append((-shared, abs(one.start.lo - other.start.lo), i, j))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, i, j in sorted(ranked):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    left = [i for i, piece in enumerate(old) if i not in pairs and not piece.source]
    free = {id(p): j for j, p in enumerate(new) if j not in taken and not p.source}
    matches = match([old[i] for i in left], [new[j] for j in free.values()])
    for i, (_, alike) in zip(left, matches.pairs, strict=True):
        if alike is not None:
            pairs[i] = free[id(alike)]
    return pairs


def _candidates(
    old: Sequence[Segment], new: Sequence[Segment]
) -> Iterator[tuple[tuple[int, Segment], tuple[int, Segment]]]:
    """Pairs of pieces that may show the same range of one material."""
    cells: dict[tuple[str, int], list[tuple[int, Segment]]] = defaultdict(list)
    for item in enumerate(new):
        for cell in _cells(item[1]):
            cells[item[1].name, cell].append(item)
    for item in enumerate(old):
        near = {j: piece for cell in _cells(item[1]) for j, piece in cells[item[1].name, cell]}
        yield from product([item], near.items())


def _cells(piece: Segment) -> range:
    first, last = piece.source or (1, 0)
    return range(first // _CELL, last // _CELL + 1) if first <= last else range(0)


def _shared(one: Segment, other: Segment) -> float:
    """How much of the material that either shows is shown by both, 0–1; the same frame is 1."""
    if not one.source or not other.source or one.role != other.role:
        return 0
    if one.source == other.source:
        return 1
    both = min(one.source[1], other.source[1]) - max(one.source[0], other.source[0])
    either = max(one.source[1], other.source[1]) - min(one.source[0], other.source[0])
    return max(0, both) / max(1, either)


def in_order(positions: list[int]) -> set[int]:
    """The longest rising subsequence: what has kept its place among the others."""
    best: list[list[int]] = []
    for position in positions:
        length = next((n for n, row in enumerate(best) if row[-1] > position), len(best))
        row = [*(best[length - 1] if length else []), position]
        best[length : length + 1] = [row]
    return set(best[-1]) if best else set()
