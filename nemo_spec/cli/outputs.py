"""Where exports go, decided and tried before anything is sent."""

from __future__ import annotations

import os
import uuid
from pathlib import Path

from nemo_spec.cli.recipe import Opened
from nemo_spec.compile import Program
from nemo_spec.edits.order import export_key
from nemo_spec.edits.project import Export
from nemo_spec.language.diagnostics import Diagnostic


def find_outputs(opened: Opened, output: Path | None) -> tuple[dict[int, Path], list[Diagnostic]]:
    """The file of each export by the statement's index, and what speaks against it.

    Without `-o` an export lies below the project's folder.
    """
    program = opened.program
    if program is None or not opened.is_good:
        return {}, []
    if output is not None and len(program.renders) != 1:
        message = f"-o names one file, and the recipe has {len(program.renders)} exports"
        return {}, [Diagnostic("E253", message, None, 'write `to "…"` behind each export')]
    refused = outside_project(opened) if output is None else []
    if refused:
        return {}, refused
    outputs = {}
    for render in program.renders:
        path = output or opened.root / _written(program, render.export)
        if reason := not_writable(path):
            cure = "name a file in a folder that can be written to"
            refused.append(Diagnostic("E254", f"cannot write {path}: {reason}", None, cure))
        outputs[render.owner] = output or Path(os.path.relpath(path))
    return outputs, refused


def outside_project(opened: Opened) -> list[Diagnostic]:
    """The exports that the recipe puts outside the project's folder."""
    program, planned = opened.program, opened.planned
    if program is None or planned is None:
        return []
    cure = f"exports lie below {opened.root.name}/; use -o for another place"
    return [
        Diagnostic("E252", "this file lies outside the project", origin.of("path"), cure)
        for render in program.renders
        if (origin := planned.origins[render.owner])
        and not (opened.root / _written(program, render.export))
        .resolve()
        .is_relative_to(opened.root)
    ]


def missing_clips(opened: Opened) -> list[Diagnostic]:
    """A complaint about clips that have no file."""
    materials = opened.program.plan.materials if opened.program else ()
    names = ", ".join(f"`{material.name}`" for material in materials if not material.path)
    if not names:
        return []
    cure = f"write nemo-spec apply {opened.path} CLIP"
    return [Diagnostic("E240", f"no file for clip {names}", None, cure)]


def _written(program: Program, export: Export) -> Path:
    if export.path is not None:
        return Path(export.path)
    return Path("out") / f"{program.plan.recipe}{export_key(export)}.mp4"


def not_writable(path: Path) -> str:
    """Why the file cannot be made; makes its folder, and leaves nothing else behind."""
    probe = path.with_name(f".{path.name}.{uuid.uuid4().hex}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir():
            return "it is a folder"
        probe.touch()
        probe.unlink()
    except OSError as error:
        return error.strerror or "no reason given"
    return ""
