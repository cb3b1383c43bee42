"""Every damage to every draft of the gallery is found, on the right line; what is the same is not."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import islice

import pytest
from support.damages import ON_VIDEO, Mutant, mutants
from support.equivalents import the_same
from support.gallery_drafts import (
    RECIPES,
    about_edits,
    around_a_say,
    carried_out,
    every_step,
    program_of,
    reading,
    verified,
)

from nemo_spec.verdict.findings import Finding
from nemo_spec.verdict.step import verify_later, verify_step

IN_DEFAULT = 500
IN_LONG = 10_000

STATUS = {
    "removed": {"missing"},
    "duplicated": {"duplicated"},
    "inserted": {"unrequested"},
    "wrong_track_type": {"different", "unreadable"},
    "text_changed": {"different", "unreadable"},
}
"""What some kinds are called; of the others, what stands above the video is different."""


def seen_as(mutant: Mutant, findings: Collection[Finding]) -> list[str]:
    """How the findings are not what the damage is."""
    told = (mutant.kind, [(f.status, f.owner, f.message) for f in findings])
    owners = {finding.owner for finding in findings}
    if not findings:
        return [f"{told} is not found"]
    if not owners & mutant.right or owners - mutant.right - mutant.too:
        return [f"{told} is not on {mutant.right}"]
    if mutant.kind != "inserted" and not any(finding.is_failure for finding in findings):
        return [f"{told} is no failure"]
    return []


def told_apart(mutant: Mutant, findings: Collection[Finding]) -> list[str]:
    above = mutant.kind not in {damage.__name__ for damage in ON_VIDEO}
    wanted = STATUS.get(mutant.kind, {"different"})
    if above and {finding.status for finding in findings} - wanted:
        return [f"{mutant.kind} is {[(f.status, f.owner, f.message) for f in findings]}"]
    return []


def not_seen_whole(name: str, seed: int) -> Iterator[list[str]]:
    program = program_of(name)
    if around_a_say(program):
        return
    for mutant in mutants(name, carried_out(name)[0], program.instructions, seed):
        whole = verified(name, mutant.draft)
        found = [f for f in about_edits(program, whole.findings) if f not in whole.undecided]
        yield [
            f"{name}, {seed}: {text}" for text in seen_as(mutant, found) + told_apart(mutant, found)
        ]


def not_seen_by_steps(name: str, seed: int) -> Iterator[list[str]]:
    """In the draft that a step leaves, and in the one that is there some time after the last.

    What a `say` does nobody predicts: right after one there is no such thing as damage.
    """
    steps = program_of(name).instructions
    number = seed % (len(steps) + 1)
    if number < len(steps) and steps[number].is_unpredictable:
        return
    step, (before, after) = steps[min(number, len(steps) - 1)], every_step(name)[number]
    check = verify_later if number == len(steps) else verify_step
    for mutant in mutants(name, after, steps[: number + 1], seed):
        findings, _ = check(step, before, reading(name, mutant.draft))
        wrong = [finding for finding in findings if finding.status != "met"]
        mine = Mutant(mutant.kind, mutant.draft, mutant.right | {step.owner}, mutant.too)
        yield [f"{name}, {number}, {seed}: {text}" for text in seen_as(mine, wrong)]


def all_mutants(count: int) -> Iterator[list[str]]:
    """Round by round through the recipes, so that any number of them is spread over all."""
    for seed in range(count):
        for name in RECIPES:
            yield from not_seen_whole(name, seed)
            yield from not_seen_by_steps(name, seed)


def survivors(count: int) -> list[str]:
    tried = list(islice(all_mutants(count), count))
    assert len(tried) == count
    return [text for texts in tried for text in texts]


def test_every_damage_is_found_on_its_line():
    assert survivors(IN_DEFAULT) == []


@pytest.mark.slow
def test_ten_thousand_damages_are_found_on_their_lines():
    assert survivors(IN_LONG) == []


# ---- What is no damage ---------------------------------------------------------------------------


def all_equivalents() -> Iterator[list[str]]:
    for seed in range(IN_LONG):
        for name in RECIPES:
            program, correct = program_of(name), carried_out(name)[0]
            last, (before, _) = program.instructions[-1], every_step(name)[-2]
            undecided = verified(name, correct).undecided
            for kind, draft in the_same(correct, f"{name} {seed}"):
                whole, later = verified(name, draft), reading(name, draft)
                found = [f for f in whole.findings if f not in undecided]
                found += verify_step(last, before, later)[0]
                found += verify_later(last, every_step(name)[-1][0], later)[0]
                yield [
                    f"{name}, {seed}: {kind}: {f.status} {f.owner} {f.message}"
                    for f in found
                    if f.status != "met"
                ]


def findings_of_nothing(count: int) -> list[str]:
    return [text for texts in islice(all_equivalents(), count) for text in texts]


def test_what_is_the_same_is_no_finding():
    assert findings_of_nothing(IN_DEFAULT) == []


@pytest.mark.slow
def test_what_is_the_same_is_no_finding_ten_thousand_times():
    assert findings_of_nothing(IN_LONG) == []
