"""EditPlan → Program: the steps that are carried out, each with its effect as deltas.

Compiling foresees: every statement is checked against the timeline that the statements above it
leave, by the same deltas that a run is checked against later.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from nemo_spec.edits.base import Edit, Problem
from nemo_spec.edits.cuts import Join
from nemo_spec.edits.expect import Expectation
from nemo_spec.edits.order import order_problems
from nemo_spec.edits.overlaps import Overlaps
from nemo_spec.edits.plan import EditPlan, Origin
from nemo_spec.edits.project import Export, Tolerance, frame
from nemo_spec.language.diagnostics import Diagnostic
from nemo_spec.timeline.delta import Delta, Lay
from nemo_spec.timeline.model import Timeline

DEFAULT_TOLERANCE = 100
"""Milliseconds by which times may be off where the recipe says nothing."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that the session needs: `path` on disk, `name` at the service."""

    name: str
    path: str


@dataclass(frozen=True, slots=True)
class Instruct:
    """One instruction, and what it does to the timeline.

    `owner` is the index of the statement in the plan, None for placing the clips of the command
    line. `tolerance` is in milliseconds. `changes` is false for an edit whose effect may be nothing.
    """

    owner: int | None
    sentence: str
    deltas: tuple[Delta, ...]
    tolerance: int
    edit: Edit


@dataclass(frozen=True, slots=True)
class Render:
    """One export. `size` is as written; the frame follows from the canvas of the draft."""

    owner: int
    export: Export


Step = Upload | Instruct | Render


@dataclass(slots=True)
class Program:
    """The steps in order, the expectations with their tolerance, and the timeline foreseen."""

    plan: EditPlan
    uploads: list[Upload] = field(default_factory=list)
    instructions: list[Instruct] = field(default_factory=list)
    expectations: list[tuple[int, Expectation, int]] = field(default_factory=list)
    renders: list[Render] = field(default_factory=list)
    foreseen: Timeline = field(default_factory=Timeline)
    problems: list[tuple[int, Problem]] = field(default_factory=list)

    @property
    def steps(self) -> Iterator[Step]:
        yield from self.uploads
        yield from self.instructions
        yield from self.renders


def compile_plan(plan: EditPlan) -> Program:
    """The program of a plan. Problems are part of it; a program with errors is not to be run."""
    program = Program(plan, uploads=_uploads(plan))
    program.foreseen.quiet = quiet_of(plan)
    program.problems += order_problems(plan.statements)
    tolerance, long_since = DEFAULT_TOLERANCE, None
    overlaps = Overlaps()
    placed = False
    for index, statement in enumerate(plan.statements):
        if isinstance(statement, Tolerance):
            tolerance = statement.amount
        if isinstance(statement, Edit) and not placed:
            placed = True
            if not isinstance(statement, Join):
                _place_clips(program, tolerance)
        before = program.foreseen.length
        for problem in statement.check(program.foreseen):
            program.problems.append((index, _since(problem, long_since)))
        if isinstance(statement, Edit):
            step = _instruct(program, index, statement, tolerance)
            program.problems += [
                (index, problem) for problem in overlaps.note(step.deltas, program.foreseen)
            ]
        elif isinstance(statement, Expectation):
            program.expectations.append((index, statement, tolerance))
        elif isinstance(statement, Export):
            program.renders.append(Render(index, statement))
        if program.foreseen.length != before:
            long_since = index
    if not placed:
        _place_clips(program, tolerance)
    program.problems += list(_shapes(program))
    return program


def quiet_of(plan: EditPlan) -> dict[str, tuple[tuple[int, int], ...]]:
    """The measured silent stretches by the name of the material."""
    return {m.name: m.quiet for m in plan.materials if m.quiet is not None}


def _place_clips(program: Program, tolerance: int) -> None:
    """Without a `join` the clips stand in order on the video track."""
    materials = program.plan.materials
    if materials:
        names = tuple(material.name for material in materials)
        _instruct(program, None, Join(clips=names, materials=materials), tolerance)


def _instruct(program: Program, owner: int | None, edit: Edit, tolerance: int) -> Instruct:
    deltas = tuple(_owned(delta, owner) for delta in edit.effect(program.foreseen))
    sentence = edit.instruct(program.plan.language)
    step = Instruct(owner, sentence, deltas, tolerance, edit)
    program.instructions.append(step)
    for delta in deltas:
        delta.apply(program.foreseen)
    return step


def _owned(delta: Delta, owner: int | None) -> Delta:
    return Lay(replace(delta.layer, owner=owner)) if isinstance(delta, Lay) else delta


def _uploads(plan: EditPlan) -> list[Upload]:
    paths = {material.name: material.path for material in plan.materials if material.path}
    for statement in plan.statements:
        for path in statement.files if isinstance(statement, Edit) else ():
            paths.setdefault(path.replace("\\", "/").rpartition("/")[2], path)
    return [Upload(name, path) for name, path in paths.items()]


def _since(problem: Problem, index: int | None) -> Problem:
    """`here` becomes the line that last changed the duration, once lines are known."""
    return problem


def canvas_shape(plan: EditPlan, foreseen: Timeline) -> tuple[int, int] | None:
    """Width and height that give the canvas its shape; None when no clip has been measured."""
    ratio = foreseen.canvas.get("ratio")
    if isinstance(ratio, str):
        width, _, height = ratio.partition(":")
        return int(width), int(height)
    first = plan.materials[0] if plan.materials else None
    return (first.width, first.height) if first and first.width and first.height else None


def _shapes(program: Program) -> Iterator[tuple[int, Problem]]:
    shape = canvas_shape(program.plan, program.foreseen)
    for render in program.renders:
        if shape and frame(render.export.size, shape) is None:
            width, height = render.export.size.split("x")
            cure = f"write `aspect` above the export, or `{min(int(width), int(height))}p`"
            message = f"the video has another shape than {render.export.size}"
            yield render.owner, Problem("E250", message, cure, "size")


def diagnostics_of(
    problems: Sequence[tuple[int, Problem]], origins: Sequence[Origin]
) -> list[Diagnostic]:
    """The problems of statements at the places where the recipe has them."""
    return [
        Diagnostic(problem.code, problem.message, origins[index].of(problem.field), problem.cure)
        for index, problem in problems
    ]
