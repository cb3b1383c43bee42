"""Marks for players and descriptions, which the service knows nothing of."""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from nemo_spec.timeline.deltas import Delta, Reverse
from nemo_spec.timeline.model import Timeline
from nemo_spec.verbs.base import Problem, Statement, check_point, value
from nemo_spec.verbs.text import check_text
from nemo_spec.verbs.value_types import At, Text


class Chapter(Statement):
    """Begin a chapter.

    It is not sent. It moves with the picture when a later line cuts, and is written into every exported
    mp4, where players show it; `plan` and `apply` print all of them as the list that goes under a video.

    Afterwards: a chapter of that name in the delivered file, from there to the next one.
    """

    example = 'chapter 1:30 "Questions"'
    group = "Delivery"
    synonyms = ("marker", "bookmark")
    verb: Literal["chapter"] = "chapter"
    at: At = value(..., "when it begins")
    name: Text = value(..., "what it is called", sample='"name"')

    def check(self, timeline: Timeline) -> Iterator[Problem]:
        if self.at == "end" or (timeline.length.is_exact and self.at == timeline.length.lo):
            cure = "name a time inside the video"
            yield Problem("E211", "there is no video after this time", cure, "at")
        yield from check_point(self.at, timeline, "at")
        yield from check_text(self.name, "name")


class Mark(NamedTuple):
    """A chapter on the final timeline: when it begins (ms), its name, and its statement in the plan."""

    start: int
    name: str
    owner: int


def moved(start: int, deltas: Iterable[Delta]) -> int | None:
    """Where a chapter (ms) begins after an edit; None where only the service knows."""
    for delta in deltas:
        if delta.unpredictable or (delta.moves_time and not delta.maps_time):
            if isinstance(delta, Reverse):
                continue  # what stands above the video stays where it is
            return None
        for one in delta.maps if delta.moves_time else ():
            start = one.begun(start)
    return start


def in_order(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """By their time; of several at one moment the last one counts."""
    return tuple(sorted({mark.start: mark for mark in marks}.values()))


def listed(marks: Iterable[Mark]) -> Iterator[str]:
    """`1:30 Questions`, as descriptions of videos have it."""
    for mark in marks:
        yield f"{clock(mark.start)} {' '.join(mark.name.split())}"


def clock(start: int) -> str:
    """A time (ms) in whole seconds: `1:30`, `1:02:03`."""
    minutes, seconds = divmod(start // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
