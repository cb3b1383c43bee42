"""Constraints on the final timeline, beyond what every edit already implies."""

from collections.abc import Iterator
from typing import Annotated, Literal

from nemo_spec.language.values import Range
from nemo_spec.timeline.model import Interval, Role, Timeline
from nemo_spec.verbs.base import Problem, Statement, backwards, option, value
from nemo_spec.verbs.value_types import (
    Comparison,
    Count,
    Duration,
    Length,
    Text,
    TimeRange,
    Volume,
    words_kind,
)

_Word = Literal[
    "title", "lower-third", "caption", "music", "voiceover", "sound", "overlay", "generated"
]  # fmt: skip
What = Annotated[_Word, words_kind("a kind of segment", _Word, "KIND")]


class Expectation(Statement):
    """A statement that changes nothing and is checked on the final draft."""

    group = "Checks"


class ExpectDuration(Expectation):
    """Check how long the whole video is.

    A range is closed: `9-11s` is met by 9 s and by 11 s.
    """

    example = "expect duration < 60s"
    verb: Literal["expect duration"] = "expect duration"
    comparison: Comparison = value("=", "how it compares")
    length: Length = value(..., "a time, or a range behind no comparison")

    def check(self, timeline: Timeline) -> Iterator[Problem]:
        if isinstance(self.length, Range):
            if self.comparison != "=":
                cure = "write a time behind `<` or `>`"
                yield Problem("E106", "a range cannot be compared", cure, "length")
            elif self.length.end == "end" or self.length.start < 0:
                cure = "write two times, such as `9-11s`"
                yield Problem("E106", "a duration has no end to count from", cure, "length")
            elif self.length.end < self.length.start:
                yield backwards(self.length, "length")

    @property
    def bounds(self) -> Interval:
        """The durations that meet it, in milliseconds, both ends included."""
        if isinstance(self.length, Range):
            return Interval(self.length.start, int(self.length.end))
        return bounds(self.comparison, self.length)


class Expect(Expectation):
    """Check that something is there.

    With a number, exactly that many are there. Sound that is neither an effect nor a voice-over counts as
    music; a lower third is no title.
    """

    example = 'expect title "Intro" 0-3s within 100ms'
    synonyms = ("assert", "check")
    verb: Literal["expect"] = "expect"
    count: Count | None = value(None, "exactly how many; without it, at least one")
    what: What = value(..., "what is there")
    text: Text | None = value(None, "its text, or its name")
    range: TimeRange | None = value(None, "when it is shown or heard")
    within: Duration | None = option(
        "within", None, "how far off it may be; without it, the tolerance"
    )
    volume: Volume | None = option("volume", None, "how loud it is")

    def check(self, timeline: Timeline) -> Iterator[Problem]:
        range_ = self.range
        if range_ and range_.start >= 0 and range_.end != "end" and range_.end <= range_.start:
            yield backwards(range_, "range")

    @property
    def role(self) -> Role:
        return self.what


class ExpectNone(Expectation):
    """Check that nothing of a kind is there."""

    example = "expect no title after 3s"
    verb: Literal["expect no"] = "expect no"
    what: What = value(..., "what is not there")
    after: Duration | None = option("after", None, "from when on; without it, at any time")

    @property
    def role(self) -> Role:
        return self.what


class ExpectSegments(Expectation):
    """Check how many segments the video track has."""

    example = "expect video segments > 1"
    verb: Literal["expect video segments"] = "expect video segments"
    comparison: Comparison = value("=", "how it compares")
    count: Count = value(..., "how many")


class ExpectTracks(Expectation):
    """Check how many tracks the draft has.

    Tracks that are not empty are counted, as in the service's Timeline line. How many there are is
    the service's choice, so that no edit implies it.
    """

    example = "expect tracks 3"
    verb: Literal["expect tracks"] = "expect tracks"
    comparison: Comparison = value("=", "how it compares")
    count: Count = value(..., "how many")


class ExpectNothingElse(Expectation):
    """Check that nothing is there that nobody asked for."""

    example = "expect no unrequested changes"
    verb: Literal["expect no unrequested changes"] = "expect no unrequested changes"


class Tolerance(Statement):
    """Set how far off times may be in the checks below.

    Without it, 100 ms, or one frame where that is longer.
    """

    example = "tolerance 150ms"
    group = "Checks"
    verb: Literal["tolerance"] = "tolerance"
    amount: Duration = value(..., "how far off they may be")


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
