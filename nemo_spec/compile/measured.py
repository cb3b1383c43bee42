"""A recipe's timeline with the pauses cut where they were heard here, not where the service hears them."""

from __future__ import annotations

from nemo_spec.compile.program import Instruction, Program, silences_of
from nemo_spec.timeline.deltas import Delta
from nemo_spec.timeline.model import Timeline
from nemo_spec.verbs.pauses import TrimPauses


class NotMeasured(Exception):
    """Only the service knows what an edit leaves; `str()` is its verb."""


def as_measured(program: Program) -> tuple[Timeline, bool]:
    """The timeline that a program leads to with every time in it exact, and whether pauses were cut for
    that. Raises NotMeasured."""
    timeline, has_cut = Timeline(silences=silences_of(program.plan)), False
    for step in program.instructions:
        cut = step.edit.cut(timeline) if isinstance(step.edit, TrimPauses) else None
        has_cut = has_cut or bool(cut and cut.ranges)
        for delta in _deltas(step, timeline, cut):
            delta.apply(timeline)
        if timeline.is_uncertain:
            raise NotMeasured(step.edit.verb)
    return timeline, has_cut


def _deltas(step: Instruction, timeline: Timeline, cut: Delta | None) -> tuple[Delta, ...]:
    return step.on(timeline) if cut is None else (cut,)
