"""Every case with problems says exactly this, at exactly this place."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from support.golden_cases import CASES, Golden, command_of, lay_out

from nemo_spec.cli.main import main
from nemo_spec.language.codes import CODES

EXAMPLES = {name: CASES / name / "example.edit" for name in CODES}
RECIPES = sorted({*CASES.glob("[EW]*/*.edit"), *EXAMPLES.values()})


def ids(recipe: Path) -> str:
    return f"{recipe.parent.name}/{recipe.stem}"


@pytest.fixture(autouse=True)
def _examples_from_the_table(golden: Golden) -> None:
    if golden.update:
        write_examples()


def write_examples() -> None:
    """The recipes of the table of codes, as files."""
    for name, recipe in EXAMPLES.items():
        code = CODES[name]
        recipe.parent.mkdir(exist_ok=True)
        if not recipe.is_file() or recipe.read_text(encoding="utf-8") != code.example:
            recipe.write_text(code.example, encoding="utf-8")
        if command_of(recipe) != code.command:
            recipe.with_suffix(".command").write_text(code.command + "\n")


@pytest.mark.parametrize("recipe", RECIPES, ids=ids)
def test_a_case_says_this(
    recipe: Path,
    tmp_path: Path,
    golden: Golden,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(lay_out(recipe, tmp_path))
    code = main(shlex.split(command_of(recipe)))
    said = capsys.readouterr().err
    golden.check(recipe.with_suffix(".err"), said)
    assert re.search(rf"^(error|warning)\[{recipe.parent.name}\]: ", said, re.MULTILINE)
    assert code == (2 if "error[" in said else 0)


@pytest.mark.parametrize("name", CODES)
def test_the_example_of_the_table_is_the_case(name: str) -> None:
    assert EXAMPLES[name].read_text(encoding="utf-8") == CODES[name].example
    assert command_of(EXAMPLES[name]) == CODES[name].command
