"""The predicted timeline, as expectations ask for it: by kind, by text, by time.

A recipe may hold thousands of expectations and tens of thousands of segments. Each expectation looks
at the few segments that it may be about; the answer is the same as if it had looked at all.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate, pairwise
from typing import NamedTuple

from nemo_spec.language.values import level_of
from nemo_spec.timeline.model import Interval, Role, Segment, Timeline
from nemo_spec.timeline.properties import same
from nemo_spec.timeline.summary import normal
from nemo_spec.verbs.base import place_range
from nemo_spec.verbs.expect import Expect


class Fitting(NamedTuple):
    """The segments that may be the ones that are expected, and those that surely are."""

    possible: list[Segment]
    certain: list[Segment]


class Prediction:
    """A timeline that does not change any more, with its segments in lists by kind and by text."""

    def __init__(self, timeline: Timeline) -> None:
        self.timeline = timeline
        self._by_role: defaultdict[Role, list[Segment]] = defaultdict(list)
        self._by_text: defaultdict[tuple[Role, str], list[Segment]] = defaultdict(list)
        self._starts: dict[Role, _Starts] = {}
        self._ends: dict[Role, _Ends] = {}
        self._fitting: dict[tuple[object, ...], Fitting] = {}
        for segment in timeline.segments:
            self._by_role[segment.role].append(segment)
            for text in {*normal((*segment.texts, segment.name))}:
                self._by_text[segment.role, text].append(segment)

    def of_role(self, role: Role) -> Sequence[Segment]:
        """All segments of a kind, in order."""
        return self._by_role.get(role, ())

    def fitting(self, expectation: Expect, tolerance: int) -> Fitting:
        """The segments that an expectation is about; how many are wanted makes no difference."""
        wanted = (
            expectation.role, expectation.text, expectation.range, expectation.volume, tolerance
        )  # fmt: skip
        if wanted not in self._fitting:
            length, text = self.timeline.length, expectation.text
            possible = [
                segment
                for segment in self.candidates(expectation, tolerance)
                if (text is None or text in (*segment.texts, segment.name))
                and _may_fit(expectation, segment, length, tolerance)
            ]
            certain = [s for s in possible if _must_fit(expectation, s, length, tolerance)]
            self._fitting[wanted] = Fitting(possible, certain)
        return self._fitting[wanted]

    def candidates(self, expectation: Expect, tolerance: int) -> Sequence[Segment]:
        """The segments with a text that looks like the expected one, or those that begin about when it is
        expected."""
        role = expectation.role
        if expectation.text is not None:
            return self._by_text.get((role, normal((expectation.text,))[0]), ())
        if expectation.range is None:
            return self.of_role(role)
        if role not in self._starts:
            self._starts[role] = _Starts.of(self.of_role(role))
        start, _ = place_range(expectation.range, self.timeline.length)
        return self._starts[role].between(start.lo - tolerance, start.hi + tolerance)

    def first_after(self, role: Role, time: int) -> Segment | None:
        """The first segment of a kind that is surely there and surely ends after a time (ms)."""
        if role not in self._ends:
            self._ends[role] = _Ends.of(self.of_role(role))
        return self._ends[role].first_after(time)

    @cached_property
    def certain_kinds(self) -> list[str]:
        """The kinds of track that will surely be there."""
        return sorted({segment.kind for segment in self.timeline.segments if is_certain(segment)})

    @cached_property
    def fewest_pieces(self) -> int:
        """How many segments the video track has at least; 0 when nobody can tell."""
        main = self.timeline.main
        if not main or self.timeline.is_uncertain:
            return 0
        return 1 + sum(_is_cut(one, other) for one, other in pairwise(main))


class _Starts(NamedTuple):
    """Segments by when they begin; `widest` is the largest uncertainty of that in ms."""

    ordered: list[tuple[int, int, Segment]]
    widest: int

    @classmethod
    def of(cls, segments: Sequence[Segment]) -> _Starts:
        ordered = [(segment.start.lo, index, segment) for index, segment in enumerate(segments)]
        ordered.sort(key=lambda item: item[:2])
        widest = max((segment.start.hi - segment.start.lo for segment in segments), default=0)
        return cls(ordered, widest)

    def between(self, earliest: int, latest: int) -> list[Segment]:
        """Those that may begin between two times (ms), in their old order."""
        first = bisect_left(self.ordered, earliest - self.widest, key=lambda item: item[0])
        last = bisect_right(self.ordered, latest, key=lambda item: item[0])
        near = sorted(self.ordered[first:last], key=lambda item: item[1])
        return [segment for _, _, segment in near]


class _Ends(NamedTuple):
    """Segments that are surely there; `latest` is the latest end (ms) of each and those before it."""

    certain: list[Segment]
    latest: list[int]

    @classmethod
    def of(cls, segments: Sequence[Segment]) -> _Ends:
        certain = [segment for segment in segments if is_certain(segment)]
        return cls(certain, list(accumulate((segment.end.lo for segment in certain), max)))

    def first_after(self, time: int) -> Segment | None:
        index = bisect_right(self.latest, time)
        return self.certain[index] if index < len(self.certain) else None


def is_certain(segment: Segment) -> bool:
    """Whether it is surely there: no pause that goes can have taken it along whole."""
    if segment.role in ("music", "voiceover", "sound"):
        return segment.end.lo >= segment.start.hi
    return segment.end.lo > segment.start.hi


def _is_cut(one: Segment, other: Segment) -> bool:
    """Whether the second piece is surely another segment, and not the first one going on."""
    goes_on = one.source and other.source and one.source[1] == other.source[0]
    return bool(other.properties.get("cut")) or not goes_on or one.properties != other.properties


def _may_fit(expectation: Expect, segment: Segment, length: Interval, tolerance: int) -> bool:
    if expectation.range is not None:
        start, end = place_range(expectation.range, length)
        if not (_meets(segment.start, start, tolerance) and _meets(segment.end, end, tolerance)):
            return False
    volume = segment.properties.get("volume")
    if expectation.volume is not None and isinstance(volume, int | float):
        return same("volume", volume, level_of(expectation.volume), 0)
    return True


def _must_fit(expectation: Expect, segment: Segment, length: Interval, tolerance: int) -> bool:
    if not is_certain(segment) or (
        expectation.volume is not None and "volume" not in segment.properties
    ):
        return False
    if expectation.range is None:
        return True
    start, end = place_range(expectation.range, length)
    return segment.start.within(start, tolerance) and segment.end.within(end, tolerance)


def _meets(one: Interval, other: Interval, tolerance: int) -> bool:
    return one.lo - tolerance <= other.hi and other.lo <= one.hi + tolerance
