"""Markers for an editor: what a recipe expects at a time, and its chapters."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from nemo_spec.compile import Program
from nemo_spec.interchange.sequence import Marker, in_frames
from nemo_spec.timeline.model import Timeline
from nemo_spec.verbs.base import place_range, written
from nemo_spec.verbs.expect import Expect


def markers_of(program: Program, timeline: Timeline, rate: Fraction) -> Iterator[Marker]:
    """In the order of the recipe: chapters where later edits have moved them."""
    chapters = {mark.owner: mark for mark in program.chapters}
    for owner, statement in enumerate(program.plan.statements):
        if isinstance(statement, Expect) and statement.range:
            start, end = place_range(statement.range, timeline.length)
            first = in_frames(start.lo, rate)
            yield Marker(first, max(0, in_frames(end.lo, rate) - first), written(statement))
        elif mark := chapters.get(owner):
            yield Marker(in_frames(mark.start, rate), 0, mark.name)
