"""Check a whole recipe against the final draft: every line, without the drafts in between."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from nemo_spec.compile import Instruction, Program, canvas_shape, silences_of
from nemo_spec.timeline.deltas import AddLayer, AddUnknownLayers
from nemo_spec.timeline.joins import told_as
from nemo_spec.timeline.matching.match import Matches, match
from nemo_spec.timeline.model import Segment, Timeline
from nemo_spec.timeline.summary import normal, span
from nemo_spec.timeline.units import other_unit
from nemo_spec.verbs.expect import ExpectNothingElse
from nemo_spec.verdict.chapters import verify_chapters
from nemo_spec.verdict.diagnosis.explain import UNDECIDABLE, around_says, video_findings
from nemo_spec.verdict.diagnosis.parts_later import hides
from nemo_spec.verdict.diagnosis.predict import acts_on_video
from nemo_spec.verdict.expectations import Drawn, verify_expectation
from nemo_spec.verdict.findings import Finding, about, cannot_read, half_read
from nemo_spec.verdict.layers import (
    Pairs,
    extra_layers,
    first_problem,
    may_be_gone,
    of_open_roles,
    open_pairs,
    owned,
)
from nemo_spec.verdict.picture import canvas_problems, has_shape, unusual_frame, video_doubts

_LARGEST = 1920
"""Pixels of the longer side of what the service renders (documented): a canvas need not be larger."""


@dataclass(slots=True)
class Whole:
    """The findings in the order of the plan.

    `undecided` are those that a draft alone cannot decide: they are unreadable, and nothing speaks
    against them. `predicted` is the timeline that the draft should be, `timeline` the draft with every
    known segment given to its statement.
    """

    findings: list[Finding] = field(default_factory=list)
    undecided: list[Finding] = field(default_factory=list)
    predicted: Timeline = field(default_factory=Timeline)
    timeline: Timeline = field(default_factory=Timeline)


def verify_whole(program: Program, draft: Timeline, written: Collection[str] = ()) -> Whole:
    """What the last draft says about every instruction and every `expect`. `written` are the places of
    layers that are known not to be of a line for any number of them."""
    named = told_as(program.predicted, _with_names_of(program, draft))
    actual = replace(named, silences=silences_of(program.plan))
    actual = _in_doubtful_units(program, actual)
    steps, whole = program.instructions, Whole()
    said = any(step.is_unpredictable for step in steps)
    hidden = bool(actual.unreadable) and not actual.main
    video = None
    if not hidden:
        video = around_says(steps, actual) if said else video_findings(steps, actual)
    if hidden:
        expected, unread = program.predicted, cannot_read(actual.unreadable)
        on_video = filter(acts_on_video, steps)
        whole.findings = [about(step, "unreadable", unread) for step in on_video]
    elif video is None:
        expected = program.predicted
        _undecidable(program, whole)
    else:
        whole.findings, whole.undecided = video.findings, video.undecided
        expected = video.expected
    _canvas(program, actual, whole)
    _doubtful_video(steps, actual, whole)
    _layers(steps, expected, actual, whole, written)
    unrequested = [finding for finding in whole.findings if finding.status == "unrequested"]
    drawn = Drawn(actual)
    for owner, expectation, tolerance in program.expectations:
        if expected.unknown and isinstance(expectation, ExpectNothingElse):
            _undecided(whole, owner, f"what a `say` has changed {UNDECIDABLE}")
        else:
            whole.findings.append(
                verify_expectation(owner, expectation, drawn, tolerance, unrequested)
            )
    chapters = verify_chapters(program, actual)
    whole.findings += _as_far_as_read(chapters, actual)
    if actual.unreadable:
        _half_read(whole, actual.unreadable)
    whole.findings.sort(key=lambda finding: -1 if finding.owner is None else finding.owner)
    return whole


def _in_doubtful_units(program: Program, actual: Timeline) -> Timeline:
    """A draft that is as long as expected in another unit: none of its times is known."""
    wanted, fps = program.predicted.length, actual.canvas.get("fps")
    rate = fps if isinstance(fps, int | float) else None
    unit = other_unit(actual.length.lo, wanted, rate)
    if not unit:
        return actual
    main, layers = (
        [replace(one, unreadable=(*one.unreadable, "start", "duration")) for one in segments]
        for segments in (actual.main, actual.layers)
    )
    unread = [*actual.unreadable, f"whether its times are {unit}"]
    return replace(actual, main=main, layers=layers, unreadable=unread)


def _as_far_as_read(findings: Iterable[Finding], actual: Timeline) -> Iterator[Finding]:
    """What is said of the length of a video; a doubt where that cannot be read."""
    unread = [w for piece in actual.main for w in piece.unreadable if w in ("start", "duration")]
    for one in findings:
        is_doubtful = unread and one.status != "met"
        yield replace(one, status="unreadable", message=cannot_read(unread)) if is_doubtful else one


def _half_read(whole: Whole, unread: Sequence[str]) -> None:
    whole.findings = half_read(whole.findings, unread)
    whole.findings.append(Finding("unreadable", None, cannot_read(unread)))


def _with_names_of(program: Program, draft: Timeline) -> Timeline:
    """Give the draft's unknown material, in order, the names of the clips that no file is bound to."""
    unbound = [material.name for material in program.plan.materials if not material.path]
    known = {material.name for material in program.plan.materials}
    others = dict.fromkeys(piece.name for piece in draft.main if piece.name not in known)
    names = dict(zip(others, unbound, strict=False))
    main = [replace(piece, name=names.get(piece.name, piece.name)) for piece in draft.main]
    return replace(draft, main=main)


def _undecided(whole: Whole, owner: int | None, message: str, instruction: str = "") -> None:
    finding = Finding("unreadable", owner, message, "", instruction)
    whole.findings.append(finding)
    whole.undecided.append(finding)


def _undecidable(program: Program, whole: Whole) -> None:
    for step in program.instructions:
        if acts_on_video(step):
            _undecided(whole, step.owner, f"with a `say` this {UNDECIDABLE}", step.text)


# ---- Canvas and layers ---------------------------------------------------------------------------


def _canvas(program: Program, actual: Timeline, whole: Whole) -> None:
    steps = program.instructions
    on_canvas = [step for step in steps if any(delta.on == "canvas" for delta in step.deltas)]
    for step in on_canvas[:-1]:
        whole.findings.append(about(step, "met", "a later line decides"))
    for step in on_canvas[-1:]:
        problems = list(canvas_problems(step, actual))
        message = "; ".join(problems) or "{width}x{height}".format(**actual.canvas)
        whole.findings.append(about(step, "different" if problems else "met", message))
    if not on_canvas and not any(step.is_unpredictable for step in steps):
        whole.findings += _canvas_changed(program, actual)


def _canvas_changed(program: Program, actual: Timeline) -> Iterator[Finding]:
    """A canvas that no line asks for: as a rule it has the shape of the first clip, but which one the
    project was begun with, a draft does not tell."""
    shape, frame = canvas_shape(program.plan, Timeline()), actual.frame
    if shape is None or not actual.main or not frame:
        return
    is_small = int(frame.partition("x")[0]) < min(shape[0], _LARGEST * shape[0] // max(shape))
    if not has_shape(actual, *shape) or is_small:
        first = f"the first clip is {shape[0]}x{shape[1]}"
        message = f"whether the canvas is meant to be {frame}: {first}"
        yield Finding("unreadable", None, message)
    if (unusual := unusual_frame(actual)) and _is_fitted(program, actual):
        yield Finding("unreadable", None, f"whether {unusual} are meant")


def _is_fitted(program: Program, actual: Timeline) -> bool:
    """Whether some clip has another shape than the canvas, so that it is seen how it is fitted in."""
    shapes = [(one.width, one.height) for one in program.plan.materials]
    return any(wide and high and not has_shape(actual, wide, high) for wide, high in shapes)


def _doubtful_video(steps: Sequence[Instruction], actual: Timeline, whole: Whole) -> None:
    """Keys that nobody knows on the video, named once, at the line that placed it. What is decided about
    the video needs no doubt."""
    keys = video_doubts(Timeline(), actual)
    first = next((step for step in steps if acts_on_video(step)), None)
    if not keys or any(one.is_failure and one not in whole.undecided for one in whole.findings):
        return
    message, owner = cannot_read(keys), first.owner if first else None
    met = next((one for one in whole.findings if one.owner == owner), None)
    whole.findings = [one for one in whole.findings if one is not met or one.is_failure]
    whole.findings.append(Finding("unreadable", owner, message, "", met.instruction if met else ""))


def _layers(
    steps: Sequence[Instruction],
    expected: Timeline,
    actual: Timeline,
    whole: Whole,
    written: Collection[str],
) -> None:
    matches = match(expected.layers, actual.layers)
    many, extra = of_open_roles(expected, matches.extra, {*written, *_said_twice(matches)})
    layers = [*owned(matches.pairs), *many, *extra]
    whole.predicted, whole.timeline = expected, replace(actual, layers=layers)
    by_owner: dict[int | None, list[tuple[Segment, Segment | None]]] = defaultdict(list)
    for wanted, found in matches.pairs:
        by_owner[wanted.owner].append((wanted, found))
    last, slack = _last_removal(steps)
    for number, step in enumerate(steps):
        for delta in step.deltas:
            if isinstance(delta, AddUnknownLayers):
                whole.findings.append(_any_number(step, delta, many))
        if any(isinstance(delta, AddLayer) for delta in step.deltas):
            pairs = by_owner[step.owner]
            sure = [
                (wanted, found)
                for wanted, found in pairs
                if found or number > last or not may_be_gone(wanted, slack)
            ]
            finding = _own(step, sure)
            if len(sure) < len(pairs) and finding.status == "met":
                _undecided(
                    whole, step.owner, f"whether it was removed later {UNDECIDABLE}", step.text
                )
            elif (
                finding.status != "met"
                and expected.unknown
                and any(step.is_unpredictable for step in steps[number:])
            ):
                _undecided(whole, step.owner, f"with a `say` this {UNDECIDABLE}", step.text)
            else:
                whole.findings.append(finding)
    if not expected.unknown:
        texts: dict[int | None, str] = {
            step.owner: step.text for step in steps if step.owner is not None
        }
        beyond = extra_layers(extra, expected.layers)
        whole.findings += [replace(one, instruction=texts.get(one.owner, "")) for one in beyond]


def _said_twice(matches: Matches) -> set[str]:
    """Places of the layers that say in the same moment what a line has laid: nothing is heard to the
    millisecond where somebody wrote it."""
    laid = {
        _words(found)
        for wanted, found in matches.pairs
        if found and normal(found.texts) == normal(wanted.texts)
    }
    return {layer.place for layer in matches.extra if _words(layer) in laid}


def _words(layer: Segment) -> tuple[object, ...]:
    return layer.role, layer.texts, layer.start, layer.end


def _last_removal(steps: Sequence[Instruction]) -> tuple[int, int]:
    """Which step is the last one that removes what only the service knows, -1 for none; and the tolerance
    (ms) of all of them."""
    removing = [number for number, step in enumerate(steps) if hides(step.deltas)]
    slack = max((steps[number].tolerance for number in removing), default=0)
    return max(removing, default=-1), slack


def _own(step: Instruction, pairs: Pairs) -> Finding:
    """One finding for all the layers of an instruction."""
    if problem := first_problem(step, pairs):
        return problem
    only = pairs[0][1] if len(pairs) == 1 else None
    message = span(only) if only else f"{len(pairs)} segments"
    return about(step, "met", message, only.place if only else "")


def _any_number(step: Instruction, delta: AddUnknownLayers, found: Sequence[Segment]) -> Finding:
    of_kind = [layer for layer in found if layer.role == delta.role]
    if problem := first_problem(step, open_pairs([delta], of_kind)):
        return problem
    if of_kind:
        return about(step, "met", f"{len(of_kind)} segments")
    return about(step, "missing", f"no {delta.role} in the draft")
