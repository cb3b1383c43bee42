"""When a line of a recipe, and what was found about it, shows on the timeline that there is at the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nemo_spec.compile import Program, silences_of
from nemo_spec.language.values import Range
from nemo_spec.timeline.deltas import Delta, Reverse
from nemo_spec.timeline.model import Interval, Segment, Timeline
from nemo_spec.timeline.time_map import Moments
from nemo_spec.verbs.base import Edit, Statement, place, places_of
from nemo_spec.verbs.picture import FadeOut, VideoFade
from nemo_spec.verdict.findings import Finding

_INSIDE = 300
"""Milliseconds after its beginning at which a segment has faded in, as a rule."""


def timed(findings: Sequence[Finding], program: Program, timeline: Timeline) -> list[Finding]:
    """The findings, each with the time at which it is best looked at; `timeline` is the one at the end."""
    times = Times(program, timeline)
    return [replace(finding, at=times.of(finding.owner, finding.place)) for finding in findings]


class Times:
    """The times of all lines of a recipe on the timeline at the end."""

    def __init__(self, program: Program, timeline: Timeline) -> None:
        self._length = timeline.length.lo
        self._named = named_times(program, timeline)
        self._placed = {one.place: one for one in timeline.segments if one.place}
        self._late = {n for n, one in enumerate(program.plan.statements) if _is_late(one)}
        self._laid: dict[int | None, Segment] = {}
        for layer in timeline.layers:
            self._laid.setdefault(layer.owner, layer)

    def of(self, owner: int | None, place: str = "") -> int | None:
        """Milliseconds at which a statement shows, or the segment at a place of the draft; None where
        there is no video.

        In this order: the segment, one that the line has asked for, the time that the line names, the
        middle of the video.
        """
        if not self._length:
            return None
        segment = self._placed.get(place)
        if segment is None or (owner not in self._late and segment.owner not in (owner, None)):
            segment = self._laid.get(owner) if owner is not None else None
        found = self._inside(segment) if segment else self._named.get(owner, self._length // 2)
        return max(0, min(found, self._length - 1))

    def _inside(self, segment: Segment) -> int:
        length = segment.end.lo - segment.start.lo
        return segment.start.lo + min(_INSIDE, length // 2)


def named_times(program: Program, timeline: Timeline) -> dict[int | None, int]:
    """The first time (ms) that each statement names, where the edits below it have moved it.

    What is expected is named as it is at the end. Over edits of which only the service knows how far they
    move things, times stay.
    """
    steps = {step.owner: step for step in program.instructions}
    now, moments, found = Timeline(), Moments(), dict[int | None, int]()
    now.silences = silences_of(program.plan)
    for delta in steps[None].deltas if None in steps else ():
        delta.apply(now)
    for owner, statement in enumerate(program.plan.statements):
        if isinstance(statement, VideoFade):
            found[owner] = _middle(statement, timeline.length)
        elif (named := _named(statement, timeline if _is_late(statement) else now)) is not None:
            if _is_late(statement):
                found[owner] = named
            else:
                moments.add(named, owner)
        for delta in steps[owner].deltas if owner in steps else ():
            moments = _after(moments, delta, now.length)
            delta.apply(now)
    return found | {key: time for time, key in moments}


def _is_late(statement: Statement) -> bool:
    """Whether it speaks of the timeline at the end, whatever stands below it."""
    return not isinstance(statement, Edit) and statement.verb != "chapter"


def _named(statement: Statement, timeline: Timeline) -> int | None:
    for slot in places_of(type(statement)):
        value = getattr(statement, slot.field)
        first = value[0] if isinstance(value, tuple) and value else value
        point = first.start if isinstance(first, Range) else first
        if isinstance(point, int) or point == "end":
            return place(point, timeline.length).lo
    return None


def _middle(fade: VideoFade, length: Interval) -> int:
    half = min(fade.duration, length.lo) // 2
    return length.lo - half if isinstance(fade, FadeOut) else half


def _after(moments: Moments, delta: Delta, length: Interval) -> Moments:
    if isinstance(delta, Reverse) and length.is_exact:
        turned = Moments()
        for time, key in moments:
            turned.add(max(0, length.lo - time), key)
        return turned
    for one in delta.maps if delta.moves_time else ():
        moments.move(one.first, one.last, one.moved)
    return moments
