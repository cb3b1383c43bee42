"""The chapters of a recipe, beside the video that there is: the service knows nothing of them."""

from __future__ import annotations

from collections.abc import Iterator

from nemo_spec.compile import Program
from nemo_spec.timeline.model import Timeline
from nemo_spec.verbs.chapter import Chapter, clock
from nemo_spec.verdict.findings import Finding


def verify_chapters(program: Program, video: Timeline) -> Iterator[Finding]:
    """What becomes of each chapter; those that are written are read back when a file is delivered."""
    marks = {mark.owner: mark for mark in program.chapters}
    for owner, statement in enumerate(program.plan.statements):
        if not isinstance(statement, Chapter):
            continue
        mark = marks.get(owner)
        if mark is None:
            why = "it is not written: a line below moves it onto another, or nobody knows how far"
            yield Finding("different", owner, why)
        elif mark.start >= video.length.hi:
            yield Finding("different", owner, f"the video ends before {clock(mark.start)}")
        else:
            yield Finding("met", owner, f"at {clock(mark.start)}")
