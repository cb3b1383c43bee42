"""Which segment of the draft is which expected one: by what it is, then by where it is.

Segments of one identity – role, material, texts – are paired first, at the least total cost; then the
rest, by how alike they are. So one segment more is one finding, wherever it stands.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from nemo_spec.timeline.matching.assignment import assignment
from nemo_spec.timeline.model import Interval, Segment
from nemo_spec.timeline.summary import normal

_MS_PER_POINT = 4000
"""Two seconds off at either end weigh as much as another text: captions are about that long."""
_AWAY = 2.0
"""Far away is far away: ten seconds are no better a match than ten minutes."""
_OTHER_CONTENT = 1.0
_NOTHING_ALIKE = 2.0
"""On top of it, times how unlike the texts are: 3 in all in the same place is a text written anew."""
_OTHER_ROLE = 1.5
"""A title where a caption should be is the same text on another track, though not far from its place."""
_TOO_FAR = 3.2
"""Above this, two segments are different things: a new text in place is below, one elsewhere above."""
_PER_PROPERTY, _ALL_PROPERTIES = 0.01, 0.5
"""Properties decide only between segments at about the same time: one weighs as much as 40 ms."""
_READ = 200
"""Characters of a text that are compared: SequenceMatcher takes the square of the length."""
_NEAREST = 8
"""So many before and after a segment are candidates for it, where there are more than _ALL."""
_ALL = 40
"""Up to here every pair is a candidate: 1600 costs take a few milliseconds."""
_UNIT = 1_000_000
"""Costs are counted in whole millionths, so that sums are exact."""
_SURE = 2 * (_AWAY + _OTHER_CONTENT) - _TOO_FAR
"""Of two that have only each other within reach: to part them gains at most this. Whatever else either
could be is far away and of other content, or nothing."""

Cost = Callable[[Segment, Segment], float]
Identity = tuple[str, str, tuple[str, ...]]


class Matches(NamedTuple):
    """Expected segments with what was found for them, and what else was found."""

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


class Originals:
    """Segments by what they are, to find the one that another segment repeats."""

    def __init__(self, known: Sequence[Segment]) -> None:
        self.same: dict[Identity, list[Segment]] = defaultdict(list)
        for segment in known:
            self.same[_identity(segment)].append(segment)
        for segments in self.same.values():
            if len(segments) > _ALL:
                segments.sort(key=lambda segment: segment.start.lo)

    def of(self, extra: Segment) -> Segment | None:
        """The nearest in time of the same identity; None for something of its own."""
        same = self.same.get(_identity(extra), [])
        if len(same) > _ALL:
            at = bisect_left(same, extra.start.lo, key=lambda segment: segment.start.lo)
            same = same[max(0, at - _NEAREST) : at + _NEAREST]
        return min(same, key=lambda one: _off(one.start, extra.start), default=None)


def _pair(
    expected: Sequence[Segment],
    indices: Sequence[int],
    actual: Sequence[Segment],
    numbers: Sequence[int],
    cost: Cost,
    found: dict[int, int],
) -> None:
    """Give each index a candidate, at the least cost for all of them together.

    Of many, only those near in time are candidates; whoever gets none tries again with what is left.
    """
    rows, columns = _not_at_once(expected, indices, actual, numbers, found)
    while rows and columns:
        choices = list(_choices(expected, rows, actual, columns))
        if cost is distance:
            choices = _without_the_far(expected, rows, actual, choices)
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
    """Pair all that are just as expected, which nothing beats; returns what is left."""
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
    return (
        expected.start.is_exact
        and expected.end.is_exact
        and not _properties_apart(expected, actual)
    )


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


def _without_the_far(
    expected: Sequence[Segment],
    rows: Sequence[int],
    actual: Sequence[Segment],
    choices: Sequence[Sequence[int]],
) -> list[Sequence[int]]:
    """The same choices; of those that surely get the only one within their reach, just that one."""
    wanted = {row: _content(expected[row]) for row in rows}
    there = {number: _content(actual[number]) for nearby in choices for number in nearby}
    reach = [
        [
            number
            for number in nearby
            if there[number] == wanted[row] or _is_within_reach(expected[row], actual[number])
        ]
        for row, nearby in zip(rows, choices, strict=True)
    ]
    takers = Counter(number for numbers in reach for number in numbers)
    return [
        near
        if len(near) == takers[near[0] if near else -1] == 1
        and distance(expected[row], actual[near[0]]) < _SURE
        else nearby
        for row, near, nearby in zip(rows, reach, choices, strict=True)
    ]


def _is_within_reach(expected: Segment, actual: Segment) -> bool:
    return _time_off(expected, actual) < _AWAY * _MS_PER_POINT


# ---- Distance ----------------------------------------------------------------


def distance(expected: Segment, actual: Segment) -> float:
    """How unlike two segments are, in points: 0 for the same, above _TOO_FAR for different things."""
    cost = _apart(expected, actual)
    content = _content(expected), _content(actual)
    if expected.kind != actual.kind:
        return cost + (_OTHER_ROLE if content[0] and content[0] == content[1] else _TOO_FAR)
    if content[0] != content[1]:
        unlike = 1 - _likeness(*content) if "text" not in actual.unreadable else 0
        cost += _OTHER_CONTENT + _NOTHING_ALIKE * unlike
    if expected.role != actual.role:
        cost += _OTHER_ROLE if content[0] == content[1] else _TOO_FAR
    return cost


def _apart(expected: Segment, actual: Segment) -> float:
    """How far apart two segments of one identity are in time, and a little in their properties."""
    off = _time_off(expected, actual)
    return min(_AWAY, off / _MS_PER_POINT) + _properties_apart(expected, actual)


def _time_off(expected: Segment, actual: Segment) -> int:
    return _off(expected.start, actual.start) + _off(expected.end, actual.end)


def _properties_apart(expected: Segment, actual: Segment) -> float:
    different = sum(
        actual.properties.get(key) != value for key, value in expected.properties.items()
    )
    return min(_ALL_PROPERTIES, different * _PER_PROPERTY)


def _likeness(one: str, other: str) -> float:
    from difflib import SequenceMatcher

    return SequenceMatcher(None, one[:_READ], other[:_READ]).ratio()


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
