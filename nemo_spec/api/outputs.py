"""Where exports go, decided and tested before anything is sent."""

from __future__ import annotations

import os
import re
import uuid
from collections.abc import Iterable
from pathlib import Path

from nemo_spec.compile import Program
from nemo_spec.compile.loader import Opened
from nemo_spec.language.diagnostics import Diagnostic
from nemo_spec.language.source import Span
from nemo_spec.project_root import FOLDER
from nemo_spec.recipe.library import RECIPE_SUFFIX, overwritten, place_of
from nemo_spec.recipe.order import export_key
from nemo_spec.safe_files import kind_of, open_regular, refuse_named
from nemo_spec.verbs.project import AnyExport


def find_outputs(opened: Opened, output: Path | None) -> tuple[dict[int, Path], list[Diagnostic]]:
    """The file of each export by the statement's index, and why one cannot be written.

    Without `-o` an export lies below the project's folder.
    """
    program = opened.program
    if program is None or not opened.is_good:
        return {}, []
    if output is not None and len(program.exports) != 1:
        message = f"-o names one file, but the recipe has {len(program.exports)} exports"
        return {}, [Diagnostic("E253", message, None, 'write `to "…"` behind each export')]
    if refused := refused_exports(opened, output) or _of_another_kind(program, output):
        return {}, refused
    outputs = {}
    for one in program.exports:
        path = output or opened.root / _written(program, one.export)
        if reason := not_writable(path, one.export.kind):
            cure = "name another file, in a folder that can be written to"
            refused.append(Diagnostic("E254", f"cannot write {path}: {reason}", None, cure))
        outputs[one.owner] = output or Path(os.path.relpath(path))
    return outputs, refused


def _of_another_kind(program: Program, output: Path | None) -> list[Diagnostic]:
    """The complaint about `-o` for a file of another kind than the one export makes."""
    if output is None or _reserved(output):
        return []
    kind = program.exports[0].export.kind
    if output.suffix.lower() in ("", f".{kind}"):
        return []
    message, cure = f"-o {output.name}: the export makes {kind}", f"write `-o {output.stem}.{kind}`"
    return [Diagnostic("E250", message, None, cure)]


def refused_exports(opened: Opened, output: Path | None = None) -> list[Diagnostic]:
    """The exports that would be written over a file that the recipe reads, over one another, or,
    without `-o`, outside the project's folder."""
    program, planned = opened.program, opened.planned
    if program is None or planned is None:
        return []
    paths = [output or opened.root / _written(program, one.export) for one in program.exports]
    read = overwritten(paths, opened.read)
    found: list[Diagnostic] = []
    places: dict[str, str] = {}
    for one, path in zip(program.exports, paths, strict=True):
        origin = planned.origins[one.owner]
        span = None if output else origin.of("path")
        place, key = place_of(path), export_key(one.export)
        if path in read:
            found.append(over_what_is_read(path, read[path], span))
        elif output is None and not Path(os.path.realpath(path)).is_relative_to(opened.root):
            cure = f"exports must be inside {opened.root.name}/; use -o for another place"
            found.append(Diagnostic("E252", "this file is outside the project", span, cure))
        elif place in places and places[place] != key:  # the same key is the recipe's own mistake
            cure = 'name one with `to "…"`'
            found.append(Diagnostic("E251", "two exports go to the same file", origin.span, cure))
        places.setdefault(place, key)
    return found


def refused_texts(
    opened: Opened, paths: Iterable[Path], outputs: Iterable[Path] = ()
) -> list[Diagnostic]:
    """What speaks against writing plans or reports there: the recipe reads it, or exports to it."""
    paths = list(paths)
    read, exported = overwritten(paths, opened.read), overwritten(paths, outputs)
    found = [over_what_is_read(path, other) for path, other in read.items()]
    for path in exported:
        message = f"an export goes to {_shown(path)}"
        found.append(Diagnostic("E255", message, None, "name another file"))
    return found


def over_what_is_read(path: Path, read: Path, span: Span | None = None) -> Diagnostic:
    """The complaint about a file that is read and would be written."""
    shown, name = _shown(path), _shown(read)
    message = (
        f"the recipe reads {shown}"
        if shown == name
        else f"{shown} is {name}, which the recipe reads"
    )
    return Diagnostic("E255", f"{message}: it would be overwritten", span, "name another file")


def _shown(path: Path) -> str:
    return os.path.relpath(path)


def missing_clips(opened: Opened) -> list[Diagnostic]:
    """A complaint about clips that have no file."""
    materials = opened.program.plan.materials if opened.program else ()
    names = ", ".join(f"`{material.name}`" for material in materials if not material.path)
    if not names:
        return []
    cure = f"run `nemo-spec apply {opened.path} CLIP`"
    return [Diagnostic("E240", f"no file for clip {names}", None, cure)]


def _written(program: Program, export: AnyExport) -> Path:
    if export.path is not None:
        return Path(export.path)
    return Path("out") / f"{program.plan.recipe}{export_key(export)}"


def not_replaceable(path: Path, kind: str, *, recipes_too: bool = False) -> str:
    """Why a plan, a report or a picture cannot be written there, or nothing. Makes no file and no folder.

    What a person has made is not replaced by a slip of the command line: a recipe, unless `recipes_too`,
    and what is no file of this `kind`.
    """
    try:
        if reason := _reserved(path):
            return reason
        refuse_named(path)
        if path.suffix.lower() == RECIPE_SUFFIX and path.exists() and not recipes_too:
            return "a recipe is there already – use another name"
        if not path.parent.is_dir():
            return "not a file in an existing folder"
        return _of_others(path, kind)
    except (OSError, ValueError) as error:
        return getattr(error, "strerror", None) or "not a file name"


_BEGINS = {
    **dict.fromkeys(("mp4", "m4a"), rb"(?s).{4}ftyp"),
    **dict.fromkeys(
        ("xml", "mlt", "kdenlive", "fcpxml"), rb"<\?xml[^>]*>\s*<!-- written by nemo-spec -->"
    ),
    **dict.fromkeys(("otio", "draft"), rb"\s*\{"),
    "png": rb"\x89PNG",
    "jpg": rb"\xff\xd8\xff",
    "wav": rb"RIFF",
    "mp3": rb"ID3|\xff[\xe0-\xff]",
    "plan": rb'\{\s*"format": "nemo-spec plan"',
    "json": rb'\{\s*"version": \d+,\s*"(recipe|result)"',
    "junit": rb'<\?xml[^>]*>\s*<testsuites name="nemo-spec"',
    "html": rb'(?s)<!DOCTYPE html>.*name="generator" content="nemo-spec"',
}
"""How the files of a kind begin; those of any other kind are text."""
_BEGINNING = 1000
_NOT_OURS = "what is there was not written by nemo-spec – use another name"


def _of_others(path: Path, kind: str) -> str:
    """Why what is there cannot be what an earlier run has made, or nothing. Raises OSError.

    A project that an editor has saved over a timeline of ours is the work of whoever edited it.
    """
    if not path.is_file():
        return ""
    with open_regular(path) as file:
        head = file.read(_BEGINNING)
    begins = _BEGINS.get(kind)
    is_alike = b"\0" not in head if begins is None else re.match(begins, head)
    return "" if is_alike or not head else _NOT_OURS


def _reserved(path: Path) -> str:
    """Whose folder it is that nothing of the user goes to, or nothing. Some file systems do not tell case
    apart."""
    folders = {part.lower() for part in (*Path(os.path.realpath(path.parent)).parts, path.name)}
    if FOLDER in folders:
        return "this folder is reserved for nemo-spec"
    return "this folder is git's own" if ".git" in folders else ""


def not_writable(path: Path, kind: str) -> str:
    """Why a file of this kind cannot be made; makes its folder, and leaves nothing else behind."""
    if reason := _reserved(path):
        return reason
    probe = path.with_name(f".{path.name}.{uuid.uuid4().hex}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and (found := kind_of(path.stat().st_mode)) != "file":
            return f"it is a {found}"
        probe.touch(exist_ok=False)
        probe.unlink()
        return _of_others(path, kind)
    except (OSError, ValueError) as error:
        return getattr(error, "strerror", None) or "no reason given"
