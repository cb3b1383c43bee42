"""Markers for an editor: what a recipe expects at a time, and its chapters."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from nemo_spec.compile import Program
from nemo_spec.interchange.sequence import Marker, in_frames
from nemo_spec.timeline.model import Timeline
from nemo_spec.verbs.base import Statement, place, place_range, written
from nemo_spec.verbs.expect import Expect


def markers_of(program: Program, timeline: Timeline, rate: Fraction) -> Iterator[Marker]:
    """In the order of the recipe. A chapter is whatever verb is called so, with its time and its text."""
    for statement in program.plan.statements:
        if isinstance(statement, Expect) and statement.range:
            start, end = place_range(statement.range, timeline.length)
            first = in_frames(start.lo, rate)
            yield Marker(first, max(0, in_frames(end.lo, rate) - first), written(statement))
        elif statement.verb == "chapter" and (found := _chapter(statement, timeline)):
            yield Marker(in_frames(found[0], rate), 0, found[1])


def _chapter(statement: Statement, timeline: Timeline) -> tuple[int, str] | None:
    """Its time in ms and its text."""
    fields = {name: getattr(statement, name) for name in type(statement).model_fields}
    texts = [value for key, value in fields.items() if isinstance(value, str) and key != "verb"]
    at = fields.get("at", fields.get("start"))
    if not texts or not (isinstance(at, int) or at == "end"):
        return None
    return place(at, timeline.length).lo, texts[0]
