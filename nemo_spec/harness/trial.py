"""One recipe, tried: applied, checked line by line, and held to the timeline kept beside it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from nemo_spec.compile import Program
from nemo_spec.harness import expected
from nemo_spec.harness.bench import Bench
from nemo_spec.harness.clips import STAND_IN_SECONDS, Given, given_in, make_stand_ins
from nemo_spec.harness.opened import Opened, open_recipe
from nemo_spec.nemo.errors import NemoError
from nemo_spec.report.record import Record
from nemo_spec.run.apply import Runner
from nemo_spec.run.journal import Journal
from nemo_spec.run.policy import Policy


@dataclass(frozen=True, slots=True)
class Trial:
    """What is tried. Clips and settings that are given win over those in the recipe's comments.

    Without `renders` the draft at the end is all that is asked for. `updates` writes down the timeline
    instead of comparing it. What is `part_of` another recipe is not tried by itself. Exports are
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


def carry_out(trial: Trial, bench: Bench) -> Record:
    """What came of it. Never raises for what is in a recipe, or for what a service does."""
    if trial.part_of:
        return Record(None, str(trial.path), skipped=f"a part of {trial.part_of}")
    opened, note = _opened(trial, bench.folder)
    record = Record(opened.planned, str(trial.path), trial.renders, note=note)
    record.problems = opened.diagnostics
    record.seed = trial.seed if bench.begin else None
    if not opened.is_good or opened.program is None:
        return record
    program = opened.program if trial.renders else replace(opened.program, renders=[])
    try:
        if bench.begin:
            bench.begin(trial.seed)
        _run(trial, program, bench, record)
    except NemoError as error:
        record.error = str(error)
    if bugs := bench.bugs():
        record.error = f"the mock itself failed: {bugs[0]}"
    if record.result == "met":
        _hold(trial, program, record)
    return record


def _opened(trial: Trial, folder: Path) -> tuple[Opened, str]:
    """The recipe with its clips, and a word about those that nobody has given."""
    given = _given(trial)
    settings = (*given.settings, *trial.settings)
    clips = trial.clips or given.clips
    opened = open_recipe(trial.path, clips, settings, measure_pauses=True)
    materials = opened.planned.plan.materials if opened.planned else ()
    missing = sum(not material.path for material in materials)
    if not missing:
        return opened, ""
    clips = (*clips, *make_stand_ins(folder, missing))
    opened = open_recipe(trial.path, clips, settings, measure_pauses=True)
    return opened, f"on a stand-in of {STAND_IN_SECONDS} s, since it names no clip"


def _given(trial: Trial) -> Given:
    try:
        return given_in(trial.path.read_text("utf-8"), trial.path)
    except (OSError, ValueError):
        return Given()  # opening it says what is wrong


def _run(trial: Trial, program: Program, bench: Bench, record: Record) -> None:
    """Raises NemoError."""
    policy = Policy(repairs=trial.repairs)
    with _outputs(program, trial.keeps, bench.folder) as outputs, Journal.in_memory() as journal:
        runner = Runner(
            bench.nemo, program, outputs, bench.clock, bench.home, bench.waits, policy, journal
        )
        for event in runner.run():
            record.take(event)


@contextmanager
def _outputs(program: Program, keeps: Path | None, room: Path) -> Iterator[dict[int, Path]]:
    """Where the exports go, for as long as it takes or for good."""
    folder = keeps or room
    outputs = {render.owner: folder / f"export-{render.owner}.mp4" for render in program.renders}
    try:
        yield outputs
    finally:
        for path in outputs.values() if keeps is None else ():
            path.unlink(missing_ok=True)


def _hold(trial: Trial, program: Program, record: Record) -> None:
    """Compare the draft with the timeline beside the recipe, or write that down."""
    path, timeline = expected.beside(trial.path), record.edited
    if timeline is None:
        return
    if trial.updates:
        try:
            if expected.update(path, timeline):
                record.note = f"{path.name} written"
        except OSError as error:
            record.error = f"cannot write {path}: {error.strerror}"
    elif path.is_file():
        record.expected = str(path)
        tolerance = max((step.tolerance for step in program.instructions), default=0)
        try:
            record.differences = expected.held_to(path, timeline, tolerance)
        except expected.Unreadable as error:
            record.error = f"{path}: {error}"
