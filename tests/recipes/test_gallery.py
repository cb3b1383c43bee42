"""Every recipe of specs/ is right, in form, and becomes the video that it predicts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from support.gallery import (
    RECIPES,
    SHARED,
    Applied,
    command_of,
    decoded,
    opened,
    path_of,
    preview,
    program_of,
    together,
)

from nemo_spec.cli.exit_codes import OK
from nemo_spec.cli.main import main
from nemo_spec.compile import Program, compile_plan
from nemo_spec.language.parser import parse
from nemo_spec.language.source import Source
from nemo_spec.recipe.plan import EditPlan
from nemo_spec.verbs.base import VERBS
from nemo_spec.verbs.project import AnyExport

SETTINGS = ("clip", "cover", "language", "tolerance")
SLACK_MS = 250

every_recipe = pytest.mark.parametrize("name", RECIPES)


@pytest.mark.parametrize("name", [*RECIPES, *SHARED])
def test_a_recipe_is_clean_and_in_form(name: str, capsys: pytest.CaptureFixture[str]):
    assert main(["check", str(path_of(name))]) == OK
    assert "warning" not in capsys.readouterr().err
    assert main(["fmt", "--check", str(path_of(name))]) == OK


@every_recipe
def test_a_plan_is_what_its_json_says(name: str):
    assert opened(name).diagnostics == []
    plan = program_of(name).plan
    again = EditPlan.model_validate_json(plan.model_dump_json())
    assert again == plan
    assert compile_plan(again) == program_of(name)


@pytest.mark.parametrize(
    "name",
    [pytest.param(n, marks=pytest.mark.slow if n not in together() else ()) for n in RECIPES],
)
def test_a_recipe_becomes_the_video_that_it_predicts(
    name: str, carry_out: Callable[[Program, Path], Applied], tmp_path: Path
):
    program = preview(program_of(name))
    applied = carry_out(program, tmp_path)
    assert applied.shortcomings == []
    assert lines_with_findings(applied) >= lines_to_meet(program)

    length, predicted = applied.runner.timeline.length.lo, program.predicted.length
    assert predicted.lo - SLACK_MS <= length <= predicted.hi + SLACK_MS
    (file,) = applied.files.values()
    streams = decoded(file.path)
    assert streams.picture == pytest.approx(length, abs=SLACK_MS)
    assert streams.sound == pytest.approx(length, abs=SLACK_MS)


@pytest.mark.slow
@every_recipe
def test_every_export_of_a_recipe_is_made(
    name: str, carry_out: Callable[[Program, Path], Applied], tmp_path: Path
):
    applied = carry_out(program_of(name), tmp_path)
    assert applied.shortcomings == []
    assert len(applied.files) == len(program_of(name).exports) > 0
    length = applied.runner.timeline.length.lo
    for render in program_of(name).renders:
        file = applied.files[render.owner]
        assert decoded(file.path).picture == pytest.approx(length, abs=SLACK_MS)


def lines_to_meet(program: Program) -> set[int]:
    """The statements that ask for something; of several exports only the first is left here."""
    asking = {i for i, s in enumerate(program.plan.statements) if s.verb not in SETTINGS}
    exports = {i for i, s in enumerate(program.plan.statements) if isinstance(s, AnyExport)}
    return asking - exports | {program.renders[0].owner}


def lines_with_findings(applied: Applied) -> set[int]:
    return {f.owner for f in applied.runner.findings if f.owner is not None}


def test_the_gallery_shows_every_verb():
    shown = set[str]()
    for name in RECIPES:
        shown |= {statement.verb for statement in program_of(name).plan.statements}
        source = Source(name, path_of(name).read_text("utf-8"))
        shown |= {str(written.tokens[0]) for written in parse(source).statements}
    assert set(VERBS) - shown == set()


def test_the_readme_lists_every_recipe_with_its_command():
    readme = path_of("brand").with_name("README.md").read_text("utf-8")
    for name in RECIPES:
        command = command_of(name)
        given = " ".join([f"specs/{name}.edit", *command.clips])
        assert f"[`{name}.edit`]({name}.edit)" in readme
        assert f"nemo-spec apply {given} --offline" in readme
    for name in SHARED:
        assert f"[`{name}.edit`]({name}.edit)" in readme
