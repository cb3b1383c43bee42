"""A case on disk: a recipe, its files, and the command to run."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from nemo_spec.recipe.plan import EditPlan

CASES = Path(__file__).parents[1] / "cases"
FILES = CASES / "files"
UPDATE = f"pytest {CASES.relative_to(CASES.parents[1]).as_posix()} --update-goldens"
"""The command that writes every golden file and generated page anew, from the top of the project."""


def lay_out(recipe: Path | None, folder: Path) -> Path:
    """Set up a project folder: the shared files, and the recipe if there is one."""
    project = folder / "project"
    shutil.copytree(FILES, project)
    (project / ".nemo-spec").mkdir()
    if recipe is not None:
        shutil.copy(recipe, project / recipe.name)
    return project


def command_of(recipe: Path) -> str:
    """`check x.edit`, or the content of `x.command` beside the recipe."""
    written = recipe.with_suffix(".command")
    return written.read_text().strip() if written.is_file() else f"check {recipe.name}"


def without_defaults(plan: EditPlan) -> dict[str, Any]:
    """The plan as a golden file has it: a new option of a verb changes only the plans that use it.

    `plan --json` prints every key, so that a program that reads it need not know any default.
    """
    said = plan.model_dump(mode="json", exclude_defaults=True)
    verbs = [{"verb": statement.verb} for statement in plan.statements]
    statements = [
        verb | short for verb, short in zip(verbs, said.get("statements", []), strict=True)
    ]
    return plan.model_dump(mode="json") | said | {"statements": statements}


class Golden:
    """Compare a text with its golden file, or update the file."""

    def __init__(self, update: bool) -> None:
        self.update = update

    def check(self, path: Path, text: str) -> None:
        if self.update:
            path.write_text(text, encoding="utf-8")
            return
        known = path.read_text(encoding="utf-8") if path.is_file() else ""
        assert text == known, f"{path.name} is stale: {UPDATE}"
