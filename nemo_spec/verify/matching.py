"""Which segment of the draft is which expected one: by what it is, then by where it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import product
from typing import NamedTuple

from nemo_spec.timeline.model import Interval, Segment
from nemo_spec.verify.findings import normal

_TOO_FAR = 4.0
_SCANNED = 40
"""Leftovers of more than so many on either side are paired in order instead of compared pairwise."""


class Matches(NamedTuple):
    """Expected segments with what was found for them, and what was found beyond."""

    pairs: list[tuple[Segment, Segment | None]]
    extra: list[Segment]


def match(expected: Sequence[Segment], actual: Sequence[Segment]) -> Matches:
    """Pair segments of one identity first, then those that differ least."""
    by_identity: dict[tuple[str, str, tuple[str, ...]], list[Segment]] = defaultdict(list)
    for segment in actual:
        by_identity[_identity(segment)].append(segment)
    found: dict[int, Segment] = {}
    wanted_by_identity: dict[tuple[str, str, tuple[str, ...]], list[int]] = defaultdict(list)
    for index, segment in enumerate(expected):
        wanted_by_identity[_identity(segment)].append(index)
    for identity, indices in wanted_by_identity.items():
        _pair(expected, indices, by_identity[identity], found)
    left = [index for index in range(len(expected)) if index not in found]
    taken = {id(segment) for segment in found.values()}
    _pair(expected, left, [s for s in actual if id(s) not in taken], found)
    taken = {id(segment) for segment in found.values()}
    pairs = [(segment, found.get(index)) for index, segment in enumerate(expected)]
    return Matches(pairs, [segment for segment in actual if id(segment) not in taken])


def original_of(extra: Segment, known: Sequence[Segment]) -> Segment | None:
    """Of the segments of the same identity the nearest in time; None for something of its own."""
    same = [segment for segment in known if _identity(segment) == _identity(extra)]
    return min(same, key=lambda one: _off(one.start, extra.start), default=None)


def _pair(
    expected: Sequence[Segment],
    indices: Sequence[int],
    candidates: Sequence[Segment],
    found: dict[int, Segment],
) -> None:
    """Give each index the cheapest candidate that is left."""
    if len(indices) > _SCANNED or len(candidates) > _SCANNED:
        in_order = sorted(indices, key=lambda index: expected[index].start)
        for index, segment in zip(in_order, sorted(candidates, key=_start), strict=False):
            if distance(expected[index], segment) < _TOO_FAR:
                found[index] = segment
        return
    costs = sorted(
        (distance(expected[index], segment), index, number)
        for index, (number, segment) in product(indices, enumerate(candidates))
    )
    used: set[int] = set()
    for cost, index, number in costs:
        if cost < _TOO_FAR and index not in found and number not in used:
            found[index] = candidates[number]
            used.add(number)


def distance(expected: Segment, actual: Segment) -> float:
    """How unlike two segments are: 0 for the same, above 4 for different things."""
    cost = min(2.0, (_off(expected.start, actual.start) + _off(expected.end, actual.end)) / 4000)
    content = _content(expected), _content(actual)
    if expected.kind != actual.kind:
        return cost + (1.5 if content[0] and content[0] == content[1] else _TOO_FAR)
    if content[0] != content[1]:
        cost += 1 + 2 * (1 - SequenceMatcher(None, content[0][:200], content[1][:200]).ratio())
    if expected.role != actual.role:
        cost += 1.5 if content[0] == content[1] else _TOO_FAR
    return cost


def _identity(segment: Segment) -> tuple[str, str, tuple[str, ...]]:
    return segment.role, segment.name, normal(segment.texts)


def _content(segment: Segment) -> str:
    return "\n".join(normal(segment.texts)) or segment.name


def _off(expected: Interval, actual: Interval) -> int:
    return max(0, expected.lo - actual.lo, actual.lo - expected.hi)


def _start(segment: Segment) -> Interval:
    return segment.start
