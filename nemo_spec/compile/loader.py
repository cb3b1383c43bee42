"""A recipe on its way: read, planned, compiled, with everything that is wrong about it."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from nemo_spec.compile import Program, compile_plan, diagnostics_of
from nemo_spec.language.diagnostics import Diagnostic, has_errors, in_order, is_utf8
from nemo_spec.language.source import Source
from nemo_spec.project_root import project_root
from nemo_spec.recipe.library import RECIPE_SUFFIX, DiskLibrary, with_silences
from nemo_spec.recipe.plan import Planned, make_plan
from nemo_spec.verbs.join import Placing
from nemo_spec.verbs.pauses import TrimPauses


class Opened(NamedTuple):
    """A recipe on its way: its plan and program, and everything that is wrong with them.

    `read` are the files that it was read from, and those that it names: none of them may be written.
    """

    path: Path
    root: Path
    planned: Planned | None
    program: Program | None
    diagnostics: list[Diagnostic]
    read: tuple[Path, ...] = ()

    @property
    def is_good(self) -> bool:
        """Whether it can be run: it may have warnings, but no errors."""
        return not has_errors(self.diagnostics)

    def reading(self, *paths: Path) -> Opened:
        """The same, where a command reads these files as well."""
        return self._replace(read=(*self.read, *paths))


def open_recipe(
    path: Path,
    clips: Sequence[str] = (),
    settings: Sequence[str] = (),
    *,
    measure_pauses: bool = False,
    source: Source | Diagnostic | None = None,
) -> Opened:
    """Plan and compile a recipe. Never raises for what is written in a file.

    `source` is what was read already from elsewhere; it counts as lying in the folder of `path`.
    """
    root = project_root(Path(os.path.realpath(path)).parent)
    library = DiskLibrary(root)
    overrides, wrong = _overrides(settings)
    if source is None:
        source = library.open_recipe(path)
    elif isinstance(source, Source):
        library.adopt(source, path.parent)
    if isinstance(source, Diagnostic):
        return Opened(path, root, None, None, [*wrong, _turned_round(source, path, clips)], (path,))
    planned = make_plan(source, library, clips=clips, overrides=overrides)
    levels = {s.below for s in planned.plan.statements if isinstance(s, TrimPauses)}
    if measure_pauses and len(levels) == 1:  # what two levels call silent is not the same
        planned = _with_measured_pauses(planned, levels.pop())
    program = compile_plan(planned.plan)
    found = [*wrong, *planned.diagnostics, *diagnostics_of(program.problems, planned.origins)]
    return Opened(path, root, planned, program, in_order(found), tuple(library.read))


def _turned_round(refused: Diagnostic, path: Path, clips: Sequence[str]) -> Diagnostic:
    """The complaint about a recipe that cannot be read; the cure is the order, where a clip is a recipe."""
    recipe = next((clip for clip in clips if clip.endswith(RECIPE_SUFFIX)), "")
    if not recipe or path.suffix == RECIPE_SUFFIX:
        return refused
    others = " ".join([str(path), *(clip for clip in clips if clip != recipe)])
    return refused._replace(cure=f"the recipe comes first: write `{recipe} {others}`")


def files_read(
    path: Path, clips: Sequence[str] = (), settings: Sequence[str] = ()
) -> tuple[Path, ...]:
    """The files that a recipe is read from and those that it names, without a look into clips."""
    library = DiskLibrary(project_root(Path(os.path.realpath(path)).parent), measured=False)
    source = library.open_recipe(path)
    if isinstance(source, Source):
        make_plan(source, library, clips=clips, overrides=_overrides(settings)[0])
    return (path, *library.read)


def outside(
    root: Path,
    path: Path,
    clips: Sequence[str] = (),
    settings: Sequence[str] = (),
    source: Source | None = None,
) -> list[Diagnostic]:
    """What a recipe names outside the folder `root`; nothing there is looked at.

    For a caller that may be led there by whoever wrote the recipe, before it is opened.
    """
    library = DiskLibrary(Path(os.path.realpath(root)), measured=False, confined=True)
    if source is not None:
        library.adopt(source, path.parent)
    found = source or library.open_recipe(path)
    if isinstance(found, Diagnostic):
        return []
    planned = make_plan(found, library, clips=clips, overrides=_overrides(settings)[0])
    return [one for one in planned.diagnostics if one.code == "E232"]


def _overrides(settings: Sequence[str]) -> tuple[Mapping[str, str], list[Diagnostic]]:
    overrides, wrong = {}, []
    for setting in settings:
        name, equals, value = setting.partition("=")
        if not equals or not name:
            message = f"--set {setting[:60]}: not a name and a value"
            wrong.append(Diagnostic("E205", message, None, "write --set NAME=VALUE"))
        elif not is_utf8(setting):
            message = f"--set {setting[:60]}: not UTF-8 text"
            wrong.append(Diagnostic("E205", message, None, "write it in UTF-8"))
        else:
            overrides[name] = value
    return overrides, wrong


def _with_measured_pauses(planned: Planned, below: float | None) -> Planned:
    plan = planned.plan
    materials = with_silences(plan.materials, below)
    by_name = {material.name: material for material in materials}
    statements = tuple(
        s.model_copy(update={"materials": tuple(by_name[m.name] for m in s.materials)})
        if isinstance(s, Placing)
        else s
        for s in plan.statements
    )
    update = {"materials": materials, "statements": statements}
    return planned._replace(plan=plan.model_copy(update=update))
