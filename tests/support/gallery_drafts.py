"""The recipes of specs/ and the drafts that the mock's agent makes of them in this process."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache
from typing import Any

from nemo_spec.compile import Instruction, Program, silences_of
from nemo_spec.timeline.draft import read_draft
from nemo_spec.timeline.model import Timeline
from nemo_spec.verdict.final import Whole, verify_whole
from nemo_spec.verdict.findings import Finding
from nemo_spec.verdict.step import verify_step
from support.drafted import drafted
from support.gallery import RECIPES, SPECS, program_of
from support.timelines import probed

__all__ = ["RECIPES", "SPECS", "program_of"]

Draft = dict[str, Any]
DONE_TO_NOTHING = "trim fillers"
"""The mock finds no fillers in the example footage, so this edit leaves no trace."""


@cache
def carried_out(name: str, left_out: frozenset[int] = frozenset()) -> tuple[Draft, frozenset[int]]:
    """The draft without some instructions, and which ones it lacks: also those that then changed
    nothing, such as a fade at a cut that was not made."""
    draft: Draft = {}
    without = set(left_out)
    for index, step in enumerate(program_of(name).instructions):
        if index in left_out:
            continue
        before = draft
        draft = acted(name, step.text, draft)
        if without and before == draft:
            without.add(index)
    return draft, frozenset(without)


def acted(name: str, sentence: str, draft: Draft) -> Draft:
    media = {upload.name: probed(upload.name) for upload in program_of(name).uploads}
    return drafted(sentence, draft, media)


def verified(name: str, draft: Draft) -> Whole:
    return verify_whole(program_of(name), read_draft(draft))


def about_edits(program: Program, findings: Sequence[Finding]) -> list[Finding]:
    """Findings that are not met and not about an `expect`."""
    expected = {owner for owner, _, _ in program.expectations}
    return [f for f in findings if f.status != "met" and f.owner not in expected]


def decidable(program: Program, indices: Collection[int]) -> list[int | None]:
    """The lines of these instructions, except those that leave no trace in a draft."""
    return [
        step.owner
        for index, step in enumerate(program.instructions)
        if index in indices and step.edit.verb != DONE_TO_NOTHING
    ]


def around_a_say(program: Program) -> list[Instruction]:
    return [step for step in program.instructions if step.is_unpredictable]


@cache
def every_step(name: str) -> list[tuple[Timeline, Draft]]:
    """The timeline before each step, as a run sees it, and the draft after it."""
    program, found = program_of(name), []
    timeline, draft = reading(name, {}), Draft()
    for step in program.instructions:
        draft = acted(name, step.text, draft)
        found.append((timeline, draft))
        timeline = verify_step(step, timeline, reading(name, draft))[1]
    return [*found, (timeline, draft)]


def reading(name: str, draft: Draft) -> Timeline:
    timeline = read_draft(draft)
    timeline.silences = silences_of(program_of(name).plan)
    return timeline
