"""Constraints on the final timeline, beyond what every edit already implies."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from nemo_spec.edits.base import Problem, Statement, option, value
from nemo_spec.edits.kinds import Comparison, Count, Duration, Kind, Length, Stretch, Text, Volume
from nemo_spec.language.values import Range
from nemo_spec.timeline.model import Interval, Role, Timeline

_WHAT = ("title", "lower-third", "caption", "music", "voiceover", "sound", "overlay", "generated")
What = Annotated[
    Literal[
        "title", "lower-third", "caption", "music", "voiceover", "sound", "overlay", "generated"
    ],
    Kind("a kind of segment", (), str, str, "KIND", _WHAT),
]


class Expectation(Statement):
    """A statement that changes nothing and is checked on the final draft."""


class ExpectDuration(Expectation):
    """The duration of the whole video: a time, a closed range, or a bound."""

    example: ClassVar[str] = "expect duration < 60s"
    verb: Literal["expect duration"] = "expect duration"
    comparison: Comparison = value("=")
    length: Length

    def check(self, timeline: Timeline) -> Iterator[Problem]:
        if isinstance(self.length, Range):
            if self.comparison != "=":
                cure = "write a time behind `<` or `>`"
                yield Problem("E106", "a range cannot be compared", cure, "length")
            elif self.length.end == "end" or self.length.start < 0:
                cure = "write two times, such as `9-11s`"
                yield Problem("E106", "a duration has no end to count from", cure, "length")
            elif self.length.end < self.length.start:
                cure = "put the smaller time first"
                yield Problem("E210", "the range ends before it begins", cure, "length")

    @property
    def bounds(self) -> Interval:
        """The durations that meet it, in milliseconds, both ends included."""
        if isinstance(self.length, Range):
            return Interval(self.length.start, int(self.length.end))
        return bounds(self.comparison, self.length)


class ExpectTracks(Expectation):
    """How many non-empty tracks the draft has, as in the Timeline line."""

    example: ClassVar[str] = "expect tracks 3"
    verb: Literal["expect tracks"] = "expect tracks"
    comparison: Comparison = value("=")
    count: Count


class ExpectSegments(Expectation):
    """How many segments the main video track has."""

    example: ClassVar[str] = "expect video segments > 1"
    verb: Literal["expect video segments"] = "expect video segments"
    comparison: Comparison = value("=")
    count: Count


class ExpectNothingElse(Expectation):
    """Nothing is in the draft that the recipe did not ask for."""

    example: ClassVar[str] = "expect no unrequested changes"
    verb: Literal["expect no unrequested changes"] = "expect no unrequested changes"


class ExpectNone(Expectation):
    """No such segment is there, or none is visible after a time."""

    example: ClassVar[str] = "expect no title after 3s"
    verb: Literal["expect no"] = "expect no"
    what: What
    after: Duration | None = option("after")

    @property
    def role(self) -> Role:
        return self.what


class Expect(Expectation):
    """Such a segment is there: with that text or name, range and volume; with a number, exactly so many."""

    example: ClassVar[str] = 'expect title "Intro" 0-3s within 100ms'
    verb: Literal["expect"] = "expect"
    count: Count | None = value()
    what: What
    text: Text | None = value()
    range: Stretch | None = value()
    within: Duration | None = option("within")
    volume: Volume | None = option("volume")

    def check(self, timeline: Timeline) -> Iterator[Problem]:
        range_ = self.range
        if range_ and range_.start >= 0 and range_.end != "end" and range_.end <= range_.start:
            cure = "put the smaller time first"
            yield Problem("E210", "the range ends before it begins", cure, "range")

    @property
    def role(self) -> Role:
        return self.what


def bounds(comparison: str, number: int) -> Interval:
    """The whole numbers that compare so, both ends included."""
    most = 10**12
    return {
        "=": Interval(number, number),
        "<": Interval(0, number - 1),
        "<=": Interval(0, number),
        ">": Interval(number + 1, most),
        ">=": Interval(number, most),
    }[comparison]
