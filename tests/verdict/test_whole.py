"""A whole recipe against the draft at the end: right ones are met, damage is found on its line."""

from __future__ import annotations

import copy
from functools import cache
from typing import Any

import pytest
from support.recipe_damage import (
    LAYER_DAMAGE,
    LAYERS,
    MAIN_DAMAGE,
    RECIPE,
    Damage,
    jittered,
    other_kind,
    something_else,
)
from support.short_recipes import RECIPES, Draft, carried_out, program_of

from nemo_spec.compile import Program
from nemo_spec.timeline.draft import read_draft
from nemo_spec.verdict.final import Whole, verify_whole
from nemo_spec.verdict.findings import Finding

UNDECIDED = [recipe for recipe in RECIPES if "say" in recipe]


def verified(program: Program, draft: Draft) -> Whole:
    return verify_whole(program, read_draft(draft))


def failures(findings: list[Finding]) -> list[tuple[str, int | None]]:
    return [(finding.status, finding.owner) for finding in findings if finding.is_failure]


@pytest.mark.parametrize("recipe", [recipe for recipe in RECIPES if recipe not in UNDECIDED])
def test_a_recipe_that_was_carried_out_is_met(recipe: str):
    program = program_of(recipe, RECIPES[recipe])
    whole = verified(program, carried_out(program))
    assert [finding for finding in whole.findings if finding.status != "met"] == whole.undecided
    assert bool(whole.undecided) == (recipe == "trim fillers"), "without any, nothing is seen of it"
    owners = {step.owner for step in program.instructions}
    assert {finding.owner for finding in whole.findings} == owners


@pytest.mark.parametrize("recipe", UNDECIDED)
def test_what_anything_may_have_become_of_is_undecided(recipe: str):
    program = program_of(recipe, RECIPES[recipe])
    whole = verified(program, carried_out(program))
    assert whole.undecided
    assert [f for f in whole.findings if f.is_failure] == whole.undecided


ALL_IN_ONE = (
    RECIPE + "expect duration 15-17s\nexpect title 'Intro' 1-3s\nexpect no caption after 7s\n"
)


@cache
def all_in_one() -> tuple[Program, Draft]:
    program = program_of(ALL_IN_ONE)
    return program, carried_out(program)


EDITS = range(13)


def test_everything_is_met_with_its_place_and_its_instruction():
    program, draft = all_in_one()
    whole = verified(program, draft)
    assert [f for f in whole.findings if f.status != "met"] == []
    assert [f.owner for f in whole.findings] == [None, *EDITS, 13, 14, 15]
    title = next(finding for finding in whole.findings if finding.owner == LAYERS["title"])
    assert (title.message, title.place) == ("1-3s", "t[4].sg[0]")
    assert title.instruction.startswith('Add a title that reads "Intro"')


@pytest.mark.parametrize("owner", EDITS)
def test_an_edit_that_was_not_done_is_found_on_its_line_and_nowhere_else(owner: int):
    program, _ = all_in_one()
    findings = verified(program, carried_out(program, without=owner)).findings
    edits = [finding for finding in findings if finding.owner in EDITS]
    assert failures(edits) == [("different" if owner == 12 else "missing", owner)]


@pytest.mark.parametrize("owner", [0, 2, *LAYERS.values()])
def test_an_edit_that_was_done_twice_is_found_on_its_line(owner: int):
    program, draft = all_in_one()
    twice = carried_out(program, twice=owner)
    if twice == draft:
        pytest.skip("the second time changes nothing")
    found = failures(verified(program, twice).findings)
    assert found[0][1] == owner, found


@pytest.mark.parametrize(
    ("role", "damage"), LAYER_DAMAGE, ids=[f"{r}-{d.__name__}" for r, d in LAYER_DAMAGE]
)
def test_a_damaged_layer_is_found(role: str, damage: Damage):
    program, draft = all_in_one()
    damaged = copy.deepcopy(draft)
    damage(damaged, role)
    findings = verified(program, damaged).findings
    wrong = [f for f in findings if f.status != "met" and f.owner not in (13, 14, 15)]
    owner = None if damage is something_else else LAYERS[role]
    assert owner in {finding.owner for finding in wrong}
    if damage is not something_else:
        assert any(finding.is_failure for finding in wrong)
    if damage is not other_kind:
        assert len(wrong) == 1, wrong


@pytest.mark.parametrize("damage", MAIN_DAMAGE, ids=lambda damage: damage.__name__)
def test_a_damaged_video_is_found(damage: Any):
    program, draft = all_in_one()
    damaged = copy.deepcopy(draft)
    damage(damaged["t"][0]["sg"])
    found = verified(program, damaged).findings
    assert [f for f in found if f.is_failure and f.owner not in LAYERS.values()]


def test_jitter_and_other_spelling_are_no_finding():
    program, draft = all_in_one()
    whole = verified(program, jittered(copy.deepcopy(draft)))
    assert [finding for finding in whole.findings if finding.status != "met"] == []


LOOSE = (
    'trim pauses\nspeed 1.5x 5-8s\ncolor "warm"\ntitle 0-3s "Intro"\nfade out 1s\nvolume 50% 2-4s'
)


@pytest.mark.parametrize("owner", range(6))
def test_where_the_service_knows_the_pieces_a_missing_edit_is_found_too(owner: int):
    program = program_of(LOOSE)
    assert failures(verified(program, carried_out(program)).findings) == []
    found = failures(verified(program, carried_out(program, without=owner)).findings)
    statuses = {status for status, line in found if line == owner}
    assert statuses & {"missing", "different", "unreadable"}, found


def test_what_lay_in_a_removed_pause_is_a_doubt_and_what_cannot_have_is_missing():
    titles = [f'title {start / 2}-{start / 2 + 0.3}s "{start}"' for start in range(6, 60)]
    program = program_of("; ".join([*titles, 'title 1s-end "long"', "trim pauses"]))
    draft = carried_out(program)
    whole = verified(program, draft)
    removed = [one.owner for one in whole.undecided]
    assert removed, "no title lay in a pause: this shows nothing"
    assert failures(whole.findings) == [("unreadable", owner) for owner in removed]
    long = len(titles)
    gone = failures(verified(program, carried_out(program, without=long)).findings)
    assert ("missing", long) in gone
    unnamed = failures(verified(program, carried_out(program, without=0)).findings)
    assert ("unreadable", 0) in unnamed


def test_without_a_removed_pause_after_it_a_missing_layer_is_missing():
    program = program_of('trim pauses; title 6-6.3s "short"')
    whole = verified(program, carried_out(program, without=1))
    assert failures(whole.findings) == [("missing", 1)]


def test_a_clip_without_a_file_is_the_one_of_the_draft():
    done = program_of('title 0-3s "Intro"; mute')
    program = program_of('title 0-3s "Intro"; mute', ())
    assert failures(verified(program, carried_out(done)).findings) == []
    assert failures(verified(program, carried_out(done, without=0)).findings) == [("missing", 0)]
    assert failures(verified(program, carried_out(done, without=1)).findings) == [("missing", 1)]


def test_an_empty_draft_meets_nothing():
    program, _ = all_in_one()
    whole = verified(program, {})
    assert {finding.owner for finding in whole.findings if finding.is_failure} >= set(EDITS)
