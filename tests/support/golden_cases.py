"""A case on disk: a recipe, its files, and the command to run."""

from __future__ import annotations

import shutil
from pathlib import Path

CASES = Path(__file__).parents[1] / "cases"
FILES = CASES / "files"


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


class Golden:
    """Compare a text with its golden file, or update the file."""

    def __init__(self, update: bool) -> None:
        self.update = update

    def check(self, path: Path, text: str) -> None:
        if self.update:
            path.write_text(text, encoding="utf-8")
            return
        known = path.read_text(encoding="utf-8") if path.is_file() else ""
        assert text == known, f"{path.name} is stale: pytest {path.parent} --update-goldens"
