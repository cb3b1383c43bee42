"""Check a recipe: everything that is wrong with it, without its clips and without the service."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from nemo_spec.api.outputs import refused_exports
from nemo_spec.api.request import FilePath, Values, settings_of
from nemo_spec.compile.loader import open_recipe
from nemo_spec.language.diagnostics import Diagnostic, has_errors, in_order
from nemo_spec.language.parser import source_of


@dataclass(frozen=True, slots=True)
class Checked:
    """What is wrong with a recipe. `statements` counts those that were understood."""

    path: Path
    diagnostics: list[Diagnostic]
    statements: int

    @property
    def ok(self) -> bool:
        """Whether there is no error; warnings do not count."""
        return not has_errors(self.diagnostics)


def check(recipe: FilePath, *, values: Values = (), text: bytes | None = None) -> Checked:
    """Everything that is wrong with a recipe. Never raises for what a file contains.

    With `text` nothing is read from `recipe`, which then only says in which folder the recipe would be;
    `-` stands for standard input.
    """
    path = Path(recipe)
    name = "<stdin>" if path == Path("-") else str(path)
    source = None if text is None else source_of(name, text)
    opened = open_recipe(path, (), settings_of(values), source=source)
    found = in_order([*opened.diagnostics, *refused_exports(opened)])
    return Checked(path, found, len(opened.planned.plan.statements) if opened.planned else 0)
