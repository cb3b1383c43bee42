"""A draft that is not what was asked for is never taken for one, and the right line is named."""

from __future__ import annotations

import copy
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from support.recipe_damage import (
    LAYER_DAMAGE,
    LAYERS,
    MAIN_DAMAGE,
    RECIPE,
    Damage,
    gone,
    jittered,
    shifted,
    something_else,
    twice,
)
from support.short_recipes import probed, program_of

from mock_server.agent import act
from nemo_spec.compile import Instruction
from nemo_spec.timeline.draft import read_draft
from nemo_spec.timeline.model import Timeline
from nemo_spec.verdict.findings import Finding
from nemo_spec.verdict.step import verify_step


@cache
def steps() -> tuple[tuple[Instruction, Timeline, str], ...]:
    """Every instruction of the recipe with the draft before it and, as JSON text, after it."""
    program = program_of(RECIPE)
    media = {upload.name: probed(upload.path) for upload in program.uploads}
    found, draft, timeline = [], {}, read_draft({})
    for step in program.instructions:
        outcome = act(step.text, draft, media)
        found.append((step, timeline, copy.deepcopy(outcome.draft)))
        findings, timeline = verify_step(step, timeline, read_draft(outcome.draft))
        assert [f for f in findings if f.status != "met"] == []
        draft = outcome.draft
    return tuple(found)


@pytest.mark.parametrize(
    ("role", "damage"), LAYER_DAMAGE, ids=[f"{r}-{d.__name__}" for r, d in LAYER_DAMAGE]
)
def test_a_damaged_layer_is_found_on_its_line(role: str, damage: Damage):
    owner = LAYERS[role]
    step, before, after = next(item for item in steps() if item[0].owner == owner)
    damaged = copy.deepcopy(after)
    damage(damaged, role)
    findings, _ = verify_step(step, before, read_draft(damaged))
    wrong = [finding for finding in findings if finding.status != "met"]
    assert wrong, damaged
    assert {finding.owner for finding in wrong} == {owner}
    if damage is not something_else:
        assert any(finding.is_failure for finding in wrong)


@pytest.mark.parametrize("role", LAYERS)
@pytest.mark.parametrize("damage", [gone, shifted, twice], ids=lambda d: d.__name__)
def test_what_a_later_instruction_breaks_is_found_on_the_earlier_line(role: str, damage: Damage):
    step, before, after = steps()[-1]
    damaged = copy.deepcopy(after)
    damage(damaged, role)
    findings, _ = verify_step(step, before, read_draft(damaged))
    assert {f.owner for f in findings if f.is_failure} == {LAYERS[role]}


@pytest.mark.parametrize("owner", [1, 2, 3, 4, 10, 11])
@pytest.mark.parametrize("damage", MAIN_DAMAGE, ids=lambda d: d.__name__)
def test_a_damaged_main_track_is_found(owner: int, damage: Callable[[list[dict[str, Any]]], None]):
    step, before, after = next(item for item in steps() if item[0].owner == owner)
    damaged = copy.deepcopy(after)
    damage(damaged["t"][0]["sg"])
    findings, _ = verify_step(step, before, read_draft(damaged))
    assert any(finding.is_failure and finding.owner == owner for finding in findings)


@pytest.mark.parametrize("owner", [0, 1, 2, 3, 10, 11, 12])
def test_an_edit_of_the_picture_that_was_not_done_is_missing(owner: int):
    step, before, _ = next(item for item in steps() if item[0].owner == owner)
    position = [item[0].owner for item in steps()].index(owner)
    undone = steps()[position - 1][2]
    findings, _ = verify_step(step, before, read_draft(undone))
    assert (findings[0].status, findings[0].owner) == ("missing", owner)


@pytest.mark.parametrize("number", range(1, 14))
def test_jitter_within_tolerance_and_other_spelling_are_no_finding(number: int):
    step, before, after = steps()[number]
    findings, _ = verify_step(step, before, read_draft(jittered(copy.deepcopy(after))))
    assert all(isinstance(finding, Finding) and finding.status == "met" for finding in findings)
