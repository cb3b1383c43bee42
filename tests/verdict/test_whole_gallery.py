"""Every recipe of the gallery held against what becomes of it, whole or in part."""

from __future__ import annotations

import random

import pytest
from support.gallery_drafts import (
    DONE_TO_NOTHING,
    RECIPES,
    about_edits,
    around_a_say,
    carried_out,
    decidable,
    program_of,
    verified,
)

from nemo_spec.verdict.findings import Finding

every_recipe = pytest.mark.parametrize("name", RECIPES)
WITHOUT_A_SAY = [name for name in RECIPES if not around_a_say(program_of(name))]


def not_done(name: str, left_out: frozenset[int]) -> tuple[list[Finding], list[int | None]]:
    """What is found in the draft without some instructions, and the lines that it is without: those
    that no draft can tell of are in neither."""
    program = program_of(name)
    draft, without = carried_out(name, left_out)
    whole, everything = verified(name, draft), range(len(program.instructions))
    found = [f for f in about_edits(program, whole.findings) if f not in whole.undecided]
    told = decidable(program, everything)
    return [f for f in found if f.owner in told], decidable(program, without)


@every_recipe
def test_a_recipe_that_was_carried_out_is_met(name: str):
    program, whole = program_of(name), verified(name, carried_out(name)[0])
    assert [f for f in whole.findings if f not in whole.undecided and f.status != "met"] == []
    owners = {step.owner for step in program.instructions}
    assert {finding.owner for finding in whole.findings} >= owners
    if not around_a_say(program):
        verbs = [program.plan.statements[f.owner or 0].verb for f in whole.undecided]
        assert set(verbs) <= {DONE_TO_NOTHING}


@every_recipe
def test_what_is_missing_after_a_run_broke_off_is_all_that_comes_later(name: str):
    program = program_of(name)
    steps = program.instructions
    for count in range(len(steps)):
        found, missing = not_done(name, frozenset(range(count, len(steps))))
        assert {finding.status for finding in found} <= {"missing", "different"}
        if around_a_say(program) and count > steps.index(around_a_say(program)[0]):
            missing = [owner for owner in missing if owner in {f.owner for f in found}]
        assert [finding.owner for finding in found] == missing, count


@pytest.mark.parametrize("name", WITHOUT_A_SAY)
def test_the_one_line_that_was_left_out_is_found(name: str):
    for index in range(1, len(program_of(name).instructions)):
        found, missing = not_done(name, frozenset((index,)))
        assert {finding.status for finding in found} <= {"missing", "different"}
        assert [finding.owner for finding in found] == missing, index


@pytest.mark.parametrize("name", WITHOUT_A_SAY)
def test_and_so_are_several(name: str):
    count, chance = len(program_of(name).instructions), random.Random(name)
    for _ in range(8):
        some = frozenset(chance.sample(range(1, count), chance.randint(2, max(2, count - 2))))
        found, missing = not_done(name, some)
        assert [finding.owner for finding in found] == missing, sorted(some)


def test_what_comes_after_a_say_is_decided_without_it():
    found, _ = not_done("boomerang", frozenset((3,)))
    assert [(finding.status, finding.owner) for finding in found] == [("missing", 5)]


def test_of_a_say_that_has_changed_nothing_nobody_knows():
    found, _ = not_done("boomerang", frozenset((2,)))
    assert found == []
    whole = verified("boomerang", carried_out("boomerang", frozenset((2,)))[0])
    assert [finding.owner for finding in whole.undecided] == [4]


def test_where_more_is_missing_a_say_that_has_changed_nothing_is_so_too():
    found, _ = not_done("boomerang", frozenset((2, 3)))
    assert [(f.status, f.owner) for f in found] == [("missing", 4), ("missing", 5)]
