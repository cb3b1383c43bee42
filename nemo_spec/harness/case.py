"""Run one recipe as a test: apply it, check every line, compare it with its expected timeline."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from nemo_spec.compile import Program
from nemo_spec.compile.loader import Opened, files_read, open_recipe
from nemo_spec.harness import expected
from nemo_spec.harness.clips import STAND_IN_SECONDS, Arguments, arguments_in, make_stand_ins
from nemo_spec.harness.target import Target
from nemo_spec.language.parser import MAX_BYTES
from nemo_spec.nemo.errors import NemoError
from nemo_spec.recipe.library import overwritten
from nemo_spec.report.record import Record
from nemo_spec.run.policy import Policy
from nemo_spec.run.runner import Runner
from nemo_spec.run.session.journal import Journal
from nemo_spec.safe_files import read_bounded


@dataclass(frozen=True, slots=True)
class Case:
    """A test of one recipe. Given clips and settings override those in the recipe's comments.

    Without `renders` the draft at the end is all that is asked for. `updates` writes down the timeline
    instead of comparing it. A recipe that is `part_of` another one is skipped. Exports are
    removed, unless there is a folder that `keeps` them. A recipe should do without `repairs`.
    """

    path: Path
    seed: int = 0
    clips: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()
    renders: bool = False
    updates: bool = False
    repairs: int = 0
    part_of: str = ""
    keeps: Path | None = None


def run_case(case: Case, target: Target) -> Record:
    """Run the case. Never raises for what a recipe contains or for what a service does."""
    if case.part_of:
        return Record(None, str(case.path), skipped=f"used by {case.part_of}")
    opened, note = _opened(case, target.folder)
    record = Record(opened.planned, str(case.path), case.renders, opened.program, note=note)
    record.problems = opened.diagnostics
    record.seed = case.seed if target.begin else None
    if not opened.is_good or opened.program is None:
        return record
    program = opened.program if case.renders else opened.program.without_exports()
    try:
        if target.begin:
            target.begin(case.seed)
        _run(case, program, target, record, opened.read)
    except NemoError as error:
        record.error = str(error)
    if bugs := target.bugs():
        record.error = f"the mock itself failed: {bugs[0]}"
    if record.result == "met":
        _compare(case, opened, program, record)
    return record


def files_of(path: Path) -> tuple[Path, ...]:
    """All files that testing a recipe reads."""
    given = _arguments(Case(path))
    return (*files_read(path, given.clips, given.settings), expected.path_of(path))


def _opened(case: Case, folder: Path) -> tuple[Opened, str]:
    """The recipe with its clips, and a note about stand-ins."""
    given = _arguments(case)
    settings = (*given.settings, *case.settings)
    clips = case.clips or given.clips
    opened = open_recipe(case.path, clips, settings, measure_pauses=True)
    materials = opened.planned.plan.materials if opened.planned else ()
    missing = sum(not material.path for material in materials)
    if not missing:
        return opened, ""
    clips = (*clips, *make_stand_ins(folder, missing))
    opened = open_recipe(case.path, clips, settings, measure_pauses=True)
    return opened, f"on a {STAND_IN_SECONDS} s stand-in, since it names no clip"


def _arguments(case: Case) -> Arguments:
    try:
        return arguments_in(read_bounded(case.path, MAX_BYTES).decode("utf-8"), case.path)
    except (OSError, ValueError):
        return Arguments()  # opening it reports what is wrong


def _run(
    case: Case, program: Program, target: Target, record: Record, read: Sequence[Path]
) -> None:
    """Raises NemoError."""
    policy = Policy(repairs=case.repairs)
    room = _room(program, case.keeps or target.folder, read)
    with _outputs(program, case.keeps, room) as outputs, Journal.in_memory() as journal:
        runner = Runner(
            target.nemo, program, outputs, target.clock, target.home, target.waits, policy, journal
        )
        for event in runner.run():
            record.take(event)


def _room(program: Program, folder: Path, read: Sequence[Path]) -> Path:
    """The folder, or one in it where no export would be written over a file that the recipe reads:
    one recipe may use what another has exported."""
    number, room = 1, folder
    while overwritten(_exports_in(room, program).values(), read):
        number, room = number + 1, folder / f"exports-{number + 1}"
    room.mkdir(exist_ok=True)
    return room


def _exports_in(folder: Path, program: Program) -> dict[int, Path]:
    return {one.owner: folder / f"export-{one.owner}.{one.export.kind}" for one in program.exports}


@contextmanager
def _outputs(program: Program, keeps: Path | None, room: Path) -> Iterator[dict[int, Path]]:
    """Where the exports go, for as long as it takes or for good."""
    outputs = _exports_in(room, program)
    try:
        yield outputs
    finally:
        for path in outputs.values() if keeps is None else ():
            path.unlink(missing_ok=True)


def _compare(case: Case, opened: Opened, program: Program, record: Record) -> None:
    """Compare the draft with the expected timeline, or write that."""
    path, timeline = expected.path_of(case.path), record.edited
    if timeline is None:
        return
    if case.updates and overwritten([path], opened.read):
        record.error = f"cannot write {path}: the recipe reads it"
    elif case.updates:
        try:
            if expected.update(path, timeline):
                record.note = f"{path.name} written"
        except OSError as error:
            record.error = f"cannot write {path}: {error.strerror}"
    elif os.path.lexists(path):  # also what cannot be read, or the comparison would be left out
        record.expected = str(path)
        tolerance = max((step.tolerance for step in program.instructions), default=0)
        try:
            record.differences = expected.compare(path, timeline, tolerance)
        except expected.Unreadable as error:
            record.error = f"{path}: {error}"
