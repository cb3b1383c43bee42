"""Recipes without errors: their plan, their instructions in both languages, what is predicted."""

from __future__ import annotations

import json
import shlex
from pathlib import Path

import pytest
from support.golden_cases import CASES, Golden, command_of, lay_out, without_defaults

from nemo_spec.compile import Instruction
from nemo_spec.compile.loader import Opened, open_recipe
from nemo_spec.recipe.plan import EditPlan
from nemo_spec.timeline.deltas import fold
from nemo_spec.timeline.model import Timeline
from nemo_spec.timeline.summary import summary

RECIPES = sorted((CASES / "ok").glob("*.edit"))


@pytest.fixture(params=RECIPES, ids=lambda recipe: recipe.stem)
def opened(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[Path, Opened]:
    recipe: Path = request.param
    monkeypatch.chdir(lay_out(recipe, tmp_path))
    words = shlex.split(command_of(recipe))
    settings = [words[i + 1] for i, word in enumerate(words) if word == "--set"]
    return recipe, open_recipe(Path(recipe.name), (), settings)


def test_nothing_is_wrong(opened: tuple[Path, Opened]) -> None:
    assert [diagnostic.message for diagnostic in opened[1].diagnostics] == []


def test_the_plan_is_this(opened: tuple[Path, Opened], golden: Golden) -> None:
    recipe, found = opened
    assert found.planned
    plan = found.planned.plan
    written = json.dumps(without_defaults(plan), indent=2, ensure_ascii=False)
    golden.check(recipe.with_suffix(".plan.json"), written + "\n")
    assert EditPlan.model_validate_json(written) == plan
    assert EditPlan.model_validate_json(plan.model_dump_json()) == plan


def test_the_steps_are_these(opened: tuple[Path, Opened], golden: Golden) -> None:
    recipe, found = opened
    made = json.dumps(steps_of(found), indent=2, ensure_ascii=False)
    golden.check(recipe.with_suffix(".steps.json"), made + "\n")


def steps_of(opened: Opened) -> dict[str, object]:
    """What is sent, in both languages, and what is expected and predicted."""
    assert opened.planned
    assert opened.program
    program, origins = opened.program, opened.planned.origins
    timeline, sent = Timeline(), []
    for step in program.instructions:
        timeline = fold(timeline, step.deltas)
        line = origins[step.owner].span.line if step.owner is not None else None
        sent.append({"line": line, **sentences(step), "predicted": summary(timeline)})
    return {
        "uploads": [upload.name for upload in program.uploads],
        "sent": sent,
        "checks": [
            {"text": " ".join(origins[owner].span.text.split()), "tolerance": tolerance}
            for owner, _, tolerance in program.expectations
        ],
        "renders": [origins[render.owner].span.text for render in program.renders],
        "predicted": summary(program.predicted),
    }


def sentences(step: Instruction) -> dict[str, str]:
    return {language: step.edit.instruct(language) for language in ("en", "zh-CN", "ja")}
