"""Which segment of the draft is which expected one: by what it is, then by where it is.

Segments of one identity – kind, material, texts – are given to each other first, at the least cost in
all; then what is left, by how alike it is. So one segment more is one finding, wherever it stands.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from nemo_spec.timeline.model import Interval, Segment
from nemo_spec.verify.findings import normal
from nemo_spec.verify.matching.assignment import assignment

_TOO_FAR = 3.2
_NEAREST = 8
"""So many before and after a segment come into question for it, where there are more than _ALL."""
_ALL = 40
_UNIT = 1_000_000
"""Costs are counted in whole millionths, so that sums are exact."""

Cost = Callable[[Segment, Segment], float]
Identity = tuple[str, str, tuple[str, ...]]


class Matches(NamedTuple):
    """Expected segments with what was found for them, and what was found beyond."""

    pairs: list[tuple[Segment, Segment | None]]
    extra: list[Segment]


def match(expected: Sequence[Segment], actual: Sequence[Segment]) -> Matches:
    """Pair segments of one identity first, then those that differ least."""
    found: dict[int, int] = {}
    wanted_as, there_as = _by_identity(expected), _by_identity(actual)
    for identity, indices in wanted_as.items():
        if identity in there_as:
            _pair(expected, indices, actual, there_as[identity], _apart, found)
    left = [index for index in range(len(expected)) if index not in found]
    taken = set(found.values())
    rest = [number for number in range(len(actual)) if number not in taken]
    _pair(expected, left, actual, rest, distance, found)
    taken = set(found.values())
    pairs = [
        (segment, actual[found[index]] if index in found else None)
        for index, segment in enumerate(expected)
    ]
    return Matches(pairs, [one for number, one in enumerate(actual) if number not in taken])


def original_of(extra: Segment, known: Sequence[Segment]) -> Segment | None:
    """Of the segments of the same identity the nearest in time; None for something of its own."""
    same = [segment for segment in known if _identity(segment) == _identity(extra)]
    return min(same, key=lambda one: _off(one.start, extra.start), default=None)


def _pair(
    expected: Sequence[Segment],
    indices: Sequence[int],
    actual: Sequence[Segment],
    numbers: Sequence[int],
    cost: Cost,
    found: dict[int, int],
) -> None:
    """Give each index the candidate that is the cheapest for all of them together.

    Of many, only those near in time come into question; who goes without then looks again at what
    is left.
    """
    rows, columns = _not_at_once(expected, indices, actual, numbers, found)
    while rows and columns:
        choices = _choices(expected, rows, actual, columns)
        costs = [
            {number: round(cost(expected[row], actual[number]) * _UNIT) for number in nearby}
            for row, nearby in zip(rows, choices, strict=True)
        ]
        given = assignment(costs, round(_TOO_FAR * _UNIT))
        pairs = {row: one for row, one in zip(rows, given, strict=True) if one is not None}
        found.update(pairs)
        rows, taken = [row for row in rows if row not in pairs], set(pairs.values())
        columns = [number for number in columns if number not in taken]
        if not pairs or max(len(costs), len(columns) + len(taken)) <= _ALL:
            return


def _not_at_once(
    expected: Sequence[Segment],
    indices: Sequence[int],
    actual: Sequence[Segment],
    numbers: Sequence[int],
    found: dict[int, int],
) -> tuple[list[int], list[int]]:
    """What is left when all that are just as expected have been paired: no other way is cheaper."""
    waiting: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for number in reversed(numbers):
        waiting[_just(actual[number])].append(number)
    rows, taken = [], set[int]()
    for index in indices:
        same = waiting.get(_just(expected[index]))
        if same and _is_as_expected(expected[index], actual[same[-1]]):
            found[index] = same.pop()
            taken.add(found[index])
        else:
            rows.append(index)
    return rows, [number for number in numbers if number not in taken]


def _just(segment: Segment) -> tuple[object, ...]:
    return (*_identity(segment), segment.start, segment.end)


def _is_as_expected(expected: Segment, actual: Segment) -> bool:
    return expected.start.is_exact and expected.end.is_exact and not _looks_apart(expected, actual)


def _choices(
    expected: Sequence[Segment],
    rows: Sequence[int],
    actual: Sequence[Segment],
    columns: Sequence[int],
) -> Iterator[Sequence[int]]:
    if max(len(rows), len(columns)) <= _ALL:
        yield from (columns for _ in rows)
        return
    in_order = sorted(columns, key=lambda number: actual[number].start.lo)
    starts = [actual[number].start.lo for number in in_order]
    for row in rows:
        at = bisect_left(starts, expected[row].start.lo)
        yield in_order[max(0, at - _NEAREST) : at + _NEAREST]


# ---- How unlike two segments are -----------------------------------------------------------------


def distance(expected: Segment, actual: Segment) -> float:
    """How unlike two segments are: 0 for the same, above _TOO_FAR for different things."""
    cost = _apart(expected, actual)
    content = _content(expected), _content(actual)
    if expected.kind != actual.kind:
        return cost + (1.5 if content[0] and content[0] == content[1] else _TOO_FAR)
    if content[0] != content[1]:
        cost += 1 + (2 * (1 - _likeness(*content)) if "text" not in actual.unreadable else 0)
    if expected.role != actual.role:
        cost += 1.5 if content[0] == content[1] else _TOO_FAR
    return cost


def _apart(expected: Segment, actual: Segment) -> float:
    """How far two segments of one identity are from each other in time, and a little in their look."""
    off = _off(expected.start, actual.start) + _off(expected.end, actual.end)
    return min(2.0, off / 4000) + _looks_apart(expected, actual)


def _looks_apart(expected: Segment, actual: Segment) -> float:
    different = sum(actual.look.get(key) != value for key, value in expected.look.items())
    return min(0.5, different / 100)


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one[:200], other[:200]).ratio()


def _by_identity(segments: Sequence[Segment]) -> dict[Identity, list[int]]:
    found: dict[Identity, list[int]] = defaultdict(list)
    for number, segment in enumerate(segments):
        found[_identity(segment)].append(number)
    return found


def _identity(segment: Segment) -> Identity:
    return segment.role, segment.name, normal(segment.texts)


def _content(segment: Segment) -> str:
    return "\n".join(normal(segment.texts)) or segment.name


def _off(expected: Interval, actual: Interval) -> int:
    return max(0, expected.lo - actual.lo, actual.lo - expected.hi)
