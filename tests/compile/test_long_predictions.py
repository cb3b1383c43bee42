"""Predictions, verdicts and corrections of random recipes are those of the plain fold."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.plain_fold import plainly
from support.random_recipes import compiled, recipe, right_draft

from nemo_spec.compile import Program
from nemo_spec.run.reconcile.corrections import correction
from nemo_spec.timeline.deltas import Delta
from nemo_spec.timeline.model import Timeline
from nemo_spec.verbs.base import Problem
from nemo_spec.verdict.final import verify_whole
from nemo_spec.verdict.findings import Finding


class Outcome(NamedTuple):
    deltas: list[tuple[Delta, ...]]
    problems: list[tuple[int, Problem]]
    predicted: Timeline
    findings: list[Finding]
    corrections: list[str | None]


def outcome(text: str, lacks: int) -> Outcome:
    """What becomes of a recipe: another draft is without a layer of every fifty."""
    program = compiled(text)
    draft = right_draft(program)
    findings = verify_whole(program, draft).findings
    draft.layers = [one for index, one in enumerate(draft.layers) if index % 50 != lacks]
    return Outcome(
        [step.deltas for step in program.instructions],
        program.problems,
        program.predicted,
        findings,
        corrections(program, draft),
    )


def corrections(program: Program, draft: Timeline) -> list[str | None]:
    whole = verify_whole(program, draft)
    by_owner = {step.owner: index for index, step in enumerate(program.instructions)}
    found = []
    for finding in whole.findings:
        if finding.is_failure and finding.owner in by_owner:
            index = by_owner[finding.owner]
            step, since = program.instructions[index], program.instructions[index + 1 :]
            again = correction(step, finding, whole.predicted, whole.timeline, since, "en")
            found.append(again and again.text)
    return found


def compare(text: str, lacks: int) -> Outcome:
    found = outcome(text, lacks)
    with plainly():
        plain = outcome(text, lacks)
    for one, other in zip(found, plain, strict=True):
        assert one == other
    return found


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 10**6), st.integers(1, 30), st.integers(0, 5))
def test_short_recipes(seed: int, lines: int, lacks: int):
    compare(recipe(seed, lines), lacks)


def predictions(text: str) -> tuple[Timeline, list[tuple[int, Problem]]]:
    program = compiled(text)
    return program.predicted, program.problems


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10**6), st.integers(1, 60))
def test_short_recipes_of_which_nobody_knows_the_pauses(seed: int, lines: int):
    text = recipe(seed, lines, trims=True)
    with plainly():
        plain = predictions(text)
    assert predictions(text) == plain


@pytest.mark.slow
@pytest.mark.parametrize("lines", [300, 1000, 3000])
def test_long_recipes(lines: int):
    found = compare(recipe(lines, lines), 7)
    assert {finding.status for finding in found.findings} == {"met"}
    assert [one for one in found.corrections if one]


@pytest.mark.slow
def test_long_recipes_of_which_nobody_knows_the_pauses():
    text = recipe(1, 1000, trims=True)
    with plainly():
        plain = predictions(text)
    assert predictions(text) == plain
