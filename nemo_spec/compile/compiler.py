"""Statement by statement: check it against the timeline that those above leave, then let it act."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import gcd

from nemo_spec.compile.contradictions import contradictions
from nemo_spec.compile.program import (
    Extract,
    Instruction,
    Program,
    Render,
    Upload,
    effect_of,
    silences_of,
)
from nemo_spec.language.diagnostics import Diagnostic
from nemo_spec.language.gc_pause import gc_paused
from nemo_spec.recipe.order import order_problems
from nemo_spec.recipe.overlaps import Overlaps
from nemo_spec.recipe.plan import EditPlan, Origin
from nemo_spec.recipe.shifts import Shifts
from nemo_spec.timeline.model import Timeline
from nemo_spec.verbs.base import Edit, Problem, place
from nemo_spec.verbs.chapter import Chapter, Mark, in_order, moved
from nemo_spec.verbs.delivery import ExportCaptions
from nemo_spec.verbs.expect import Expectation, Tolerance
from nemo_spec.verbs.join import Join, Placing
from nemo_spec.verbs.material import Material, upload_name
from nemo_spec.verbs.project import AnyExport, Export, box, frame

DEFAULT_TOLERANCE = 100
"""Milliseconds by which times may be off where the recipe says nothing."""


def compile_plan(plan: EditPlan) -> Program:
    """The program of a plan. Problems are part of it; a program with errors is not to be run."""
    program = Program(plan, uploads=_uploads(plan))
    program.predicted.silences = silences_of(plan)
    with gc_paused():
        program.problems += order_problems(plan.statements)
        _predict(program, {index for index, problem in program.problems if problem.is_error})
        program.problems += [*_shapes(program), *_unheard(plan), *_uncaptioned(program)]
        program.problems += contradictions(program)
    return program


def _predict(program: Program, refused: set[int]) -> None:
    """What is refused does not act: what stands below is seen as if it were not there."""
    tolerance, long_since, placed = DEFAULT_TOLERANCE, None, False
    overlaps, shifts, chapters = Overlaps(), Shifts(), dict[int, Mark]()
    for index, statement in enumerate(program.plan.statements):
        if isinstance(statement, Edit | Chapter | AnyExport) and not placed:
            placed = True
            if not _are_placed(program.plan):
                _place_clips(program, tolerance)
        length = program.predicted.length
        problems = [
            problem._replace(since=long_since) for problem in statement.check(program.predicted)
        ]
        program.problems += [(index, problem) for problem in problems]
        if index in refused or any(problem.is_error for problem in problems):
            continue
        match statement:
            case Edit():
                step = _instruct(program, index, statement, tolerance)
                found = overlaps.note(step.deltas, length, statement.called)
                program.problems += [(index, problem) for problem in found]
                if shifted := shifts.note(statement, step.deltas, length):
                    program.problems.append((index, shifted))
                program.problems += _move(chapters, step)
                if program.predicted.length != length:
                    overlaps.follow(step.deltas, program.predicted)
            case Chapter():
                start = place(statement.at, program.predicted.length).lo
                chapters[index] = Mark(start, statement.name, index)
            case Tolerance():
                tolerance = statement.amount
            case Expectation():
                program.expectations.append((index, statement, tolerance))
            case Export():
                program.renders.append(Render(index, statement))
            case AnyExport():
                program.extracts.append(Extract(index, statement))
        if program.predicted.length != length:
            long_since = index
    if not placed:
        _place_clips(program, tolerance)
    program.chapters = in_order(chapters.values())
    program.renders = [one._replace(chapters=program.chapters) for one in program.renders]


def _are_placed(plan: EditPlan) -> bool:
    return any(isinstance(statement, Placing) for statement in plan.statements)


def _move(chapters: dict[int, Mark], step: Instruction) -> Iterator[tuple[int, Problem]]:
    """Move the chapters along with an edit; one of which nobody knows where it is then, is not written."""
    for owner, mark in list(chapters.items()):
        start = moved(mark.start, step.deltas)
        if start is None:
            del chapters[owner]
            message = f"how far `{step.edit.verb}` below moves this chapter is not known"
            yield owner, Problem("W213", message, f"write it below the `{step.edit.verb}`", "at")
        elif start != mark.start:
            chapters[owner] = mark._replace(start=start)


def _place_clips(program: Program, tolerance: int) -> None:
    """Without a `join` the clips stand in order on the video track."""
    materials = program.plan.materials
    if materials:
        names = tuple(material.name for material in materials)
        _instruct(program, None, Join.model_construct(clips=names, materials=materials), tolerance)


def _instruct(program: Program, owner: int | None, edit: Edit, tolerance: int) -> Instruction:
    deltas = effect_of(edit, owner, program.predicted)
    sentence = edit.instruct(program.plan.language)
    step = Instruction(owner, sentence, deltas, tolerance, edit)
    program.instructions.append(step)
    for delta in deltas:
        delta.apply(program.predicted)
    return step


def _uploads(plan: EditPlan) -> list[Upload]:
    paths = {material.name: material.path for material in plan.materials if material.path}
    for statement in plan.statements:
        for path in statement.files if isinstance(statement, Edit) else ():
            paths.setdefault(upload_name(path), path)
    covered = {material.name: material for material in plan.materials if material.cover}
    return [Upload(name, path, covered.get(name)) for name, path in paths.items()]


def canvas_shape(plan: EditPlan, predicted: Timeline) -> tuple[int, int] | None:
    """Width and height that give the canvas its shape; None when no clip has been measured."""
    ratio = predicted.canvas.get("ratio")
    if isinstance(ratio, str):
        width, _, height = ratio.partition(":")
        return int(width), int(height)
    first = next(iter(_in_order(plan)), None)
    return (first.width, first.height) if first and first.width and first.height else None


def frames_of(program: Program) -> dict[int, tuple[int, int]]:
    """The width and height that each render will have, by its statement, where its shape is known."""
    shape = canvas_shape(program.plan, program.predicted)
    sizes = {one.owner: frame(one.export.size, shape) for one in program.videos if shape}
    return {owner: size for owner, size in sizes.items() if size}


def _in_order(plan: EditPlan) -> tuple[Material, ...]:
    """The clips as they come on the video track."""
    joins = (statement for statement in plan.statements if isinstance(statement, Placing))
    return next((join.materials for join in joins), plan.materials)


def _shapes(program: Program) -> Iterator[tuple[int, Problem]]:
    """Exports of another shape than the canvas has."""
    shape = canvas_shape(program.plan, program.predicted)
    for render in program.renders:
        size = render.export.size
        if shape is None or box(size) > (1920, 1080) or frame(size, shape) is not None:
            continue
        short = min(int(side[:6]) for side in size.split("x"))
        cure = f"write `aspect {_ratio(size)}` above the export, or export `{short}p`"
        yield (
            render.owner,
            Problem("E250", f"the video has another shape than {size}", cure, "size"),
        )


def _unheard(plan: EditPlan) -> Iterator[tuple[int, Problem]]:
    """Pauses that are to be cut where there is nothing to hear."""
    clips = _in_order(plan)
    moving = [clip for clip in clips if not clip.still] or clips
    mute = list(dict.fromkeys(clip.name for clip in moving if clip.still or clip.is_mute))
    for index, statement in enumerate(plan.statements if mute else ()):
        if isinstance(statement, Edit) and statement.needs_silences:
            message = f"there is nothing to hear in {', '.join(mute[:3])}: no pauses are cut there"
            cure = "delete this line, or name a clip with speech"
            yield index, Problem("W244", message, cure)


def _uncaptioned(program: Program) -> Iterator[tuple[int, Problem]]:
    """Captions that are to be saved where there are none; a `say` may have made some."""
    may_be = any(
        statement.verb in ("caption", "captions", "say") for statement in program.plan.statements
    )
    for one in program.extracts:
        if isinstance(one.export, ExportCaptions) and not may_be:
            cure = "write `captions` or `caption` above it"
            yield one.owner, Problem("E250", "the video has no captions", cure)


def _ratio(size: str) -> str:
    width, height = (int(side[:6]) for side in size.split("x"))
    divisor = gcd(width, height) or 1
    return f"{width // divisor}:{height // divisor}"


def _line(origin: Origin, seen_from: Origin) -> str:
    """`line 4`, or `brand.edit:4` in another file."""
    if origin.span.source == seen_from.span.source:
        return f"line {origin.span.line}"
    return f"{origin.span.source.name}:{origin.span.line}"


def diagnostics_of(
    problems: Sequence[tuple[int, Problem]], origins: Sequence[Origin]
) -> list[Diagnostic]:
    """The problems of statements at the places where the recipe has them."""
    return [_diagnostic(problem, origins[index], origins) for index, problem in problems]


def _diagnostic(problem: Problem, origin: Origin, origins: Sequence[Origin]) -> Diagnostic:
    since = " here" if problem.since is None else f" after {_line(origins[problem.since], origin)}"
    message, cure = (text.replace("{since}", since) for text in (problem.message, problem.cure))
    return Diagnostic(problem.code, message, origin.of(problem.field), cure)
