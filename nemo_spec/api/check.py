"""Check a recipe: everything that is wrong with it, without its clips and without the service."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from nemo_spec.api.arguments import FilePath, Values, settings_of
from nemo_spec.api.outputs import refused_exports
from nemo_spec.compile import frames_of
from nemo_spec.compile.loader import Opened, open_recipe
from nemo_spec.language.diagnostics import Diagnostic, has_errors, in_order
from nemo_spec.language.parser import source_of


class Checked(NamedTuple):
    """What is wrong with a recipe. `statements` counts those that were understood; `frames` are what
    is rendered, where the shape of the video is known: line, width and height in pixels."""

    path: Path
    diagnostics: list[Diagnostic]
    statements: int
    frames: tuple[tuple[int, int, int], ...] = ()

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
    planned, frames = opened.planned, _frames(opened)
    return Checked(path, found, len(planned.plan.statements) if planned else 0, frames)


def _frames(opened: Opened) -> tuple[tuple[int, int, int], ...]:
    if opened.program is None or opened.planned is None:
        return ()
    origins = opened.planned.origins
    sizes = frames_of(opened.program).items()
    return tuple((origins[owner].span.line, *size) for owner, size in sizes)
