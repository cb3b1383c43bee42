"""A whole recipe and the draft at the end: every line, without the drafts in between."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from nemo_spec.compile import Instruct, Program, silences_of
from nemo_spec.timeline.deltas import AddLayer, AddUnknownLayers, Canvas
from nemo_spec.timeline.model import Segment, Timeline
from nemo_spec.verbs.expect import ExpectNothingElse
from nemo_spec.verify.diagnosis.explain import UNTOLD, around_says, says, video_findings
from nemo_spec.verify.diagnosis.predict import acts_on_video
from nemo_spec.verify.differences import layer_differences, unreadable
from nemo_spec.verify.expectations import verify_expectation
from nemo_spec.verify.findings import Finding, Status, called, span
from nemo_spec.verify.matching.match import match, original_of
from nemo_spec.verify.picture import canvas_problems


@dataclass(slots=True)
class Whole:
    """The findings in the order of the plan. `undecided` are those that a draft alone cannot decide:
    they are unreadable, and nothing speaks against them. `wanted` is the timeline that the draft
    should be, `timeline` the draft with every known segment given to its statement."""

    findings: list[Finding] = field(default_factory=list)
    undecided: list[Finding] = field(default_factory=list)
    wanted: Timeline = field(default_factory=Timeline)
    timeline: Timeline = field(default_factory=Timeline)


def verify_whole(program: Program, draft: Timeline) -> Whole:
    """What the last draft says about every instruction and every `expect`."""
    actual = replace(_with_names_of(program, draft), quiet=silences_of(program.plan))
    steps, whole = program.instructions, Whole()
    said = any(map(says, steps))
    video = around_says(steps, actual) if said else video_findings(steps, actual)
    if video is None:
        expected = program.predicted
        _untold(program, whole)
    else:
        whole.findings, whole.undecided = video.findings, video.undecided
        expected = video.expected
    _canvas(steps, actual, whole)
    _layers(steps, expected, actual, whole)
    unrequested = [finding for finding in whole.findings if finding.status == "unrequested"]
    for owner, expectation, tolerance in program.expectations:
        if expected.unknown and isinstance(expectation, ExpectNothingElse):
            _undecided(whole, owner, f"what a `say` has changed {UNTOLD}")
        else:
            whole.findings.append(
                verify_expectation(owner, expectation, actual, tolerance, unrequested)
            )
    if actual.unreadable:
        _half_read(whole, actual.unreadable)
    whole.findings.sort(key=lambda finding: -1 if finding.owner is None else finding.owner)
    return whole


def _half_read(whole: Whole, unread: Sequence[str]) -> None:
    """What is not in the part of a draft that can be read may well be in the rest."""
    rest = f"cannot be read: {', '.join(unread[:3])}"
    whole.findings = [
        replace(finding, status="unreadable", message=f"{finding.message}; {rest}")
        if finding.status == "missing"
        else finding
        for finding in whole.findings
    ]
    whole.findings.append(Finding("unreadable", None, rest))


def _with_names_of(program: Program, draft: Timeline) -> Timeline:
    """Clips that are bound to no file have the names, in order, of the draft's other material."""
    unbound = [material.name for material in program.plan.materials if not material.path]
    known = {material.name for material in program.plan.materials}
    others = dict.fromkeys(piece.name for piece in draft.main if piece.name not in known)
    names = dict(zip(others, unbound, strict=False))
    main = [replace(piece, name=names.get(piece.name, piece.name)) for piece in draft.main]
    return replace(draft, main=main)


def _undecided(whole: Whole, owner: int | None, message: str, sentence: str = "") -> None:
    finding = Finding("unreadable", owner, message, "", sentence)
    whole.findings.append(finding)
    whole.undecided.append(finding)


def _untold(program: Program, whole: Whole) -> None:
    for step in program.instructions:
        if acts_on_video(step):
            _undecided(whole, step.owner, f"with a `say` this {UNTOLD}", step.sentence)


# ---- Canvas and layers ---------------------------------------------------------------------------


def _canvas(steps: Sequence[Instruct], actual: Timeline, whole: Whole) -> None:
    on_canvas = [step for step in steps if any(isinstance(d, Canvas) for d in step.deltas)]
    for step in on_canvas[:-1]:
        message = "a later line decides"
        whole.findings.append(Finding("met", step.owner, message, "", step.sentence))
    for step in on_canvas[-1:]:
        problems = list(canvas_problems(step, actual))
        message = "; ".join(problems) or "{width}x{height}".format(**actual.canvas)
        status: Status = "different" if problems else "met"
        whole.findings.append(Finding(status, step.owner, message, "", step.sentence))


def _layers(steps: Sequence[Instruct], expected: Timeline, actual: Timeline, whole: Whole) -> None:
    matches = match(expected.layers, actual.layers)
    owned = [replace(found, owner=wanted.owner) for wanted, found in matches.pairs if found]
    owned += [replace(layer, owner=expected.open_roles.get(layer.role)) for layer in matches.extra]
    whole.wanted, whole.timeline = expected, replace(actual, layers=owned)
    by_owner: dict[int | None, list[tuple[Segment, Segment | None]]] = defaultdict(list)
    for wanted, found in matches.pairs:
        by_owner[wanted.owner].append((wanted, found))
    many = [layer for layer in matches.extra if layer.role in expected.open_roles]
    for number, step in enumerate(steps):
        for delta in step.deltas:
            if isinstance(delta, AddUnknownLayers):
                whole.findings.append(_any_number(step, delta, many))
        if any(isinstance(delta, AddLayer) for delta in step.deltas):
            finding = _own(step, by_owner[step.owner])
            if finding.status != "met" and any(map(says, steps[number:])) and expected.unknown:
                _undecided(whole, step.owner, f"with a `say` this {UNTOLD}", step.sentence)
            else:
                whole.findings.append(finding)
    if not expected.unknown:
        sentences = {step.owner: step.sentence for step in steps}
        extra = [layer for layer in matches.extra if layer.role not in expected.open_roles]
        whole.findings += [_extra(layer, expected, sentences) for layer in extra]


def _own(step: Instruct, pairs: Sequence[tuple[Segment, Segment | None]]) -> Finding:
    """One finding for all that an instruction has laid: the first thing that is wrong with it."""
    for wanted, found in pairs:
        if found is None:
            message = f"no {called(wanted)} in the draft"
            return Finding("missing", step.owner, message, "", step.sentence)
        if unknown := unreadable(wanted, found):
            message = f"cannot be read: {', '.join(unknown)}"
            return Finding("unreadable", step.owner, message, found.place, step.sentence)
        if different := list(layer_differences(wanted, found, step.tolerance)):
            message = "; ".join(different)
            return Finding("different", step.owner, message, found.place, step.sentence)
    only = pairs[0][1] if len(pairs) == 1 else None
    message = span(only) if only else f"{len(pairs)} segments"
    return Finding("met", step.owner, message, only.place if only else "", step.sentence)


def _any_number(step: Instruct, delta: AddUnknownLayers, found: Sequence[Segment]) -> Finding:
    count = sum(layer.role == delta.role for layer in found)
    if count:
        return Finding("met", step.owner, f"{count} segments", "", step.sentence)
    return Finding("missing", step.owner, f"no {delta.role} in the draft", "", step.sentence)


def _extra(layer: Segment, expected: Timeline, sentences: dict[int | None, str]) -> Finding:
    original = original_of(layer, expected.layers)
    if original:
        message = f"{called(layer)} is there twice, again at {span(layer)}"
        sentence = sentences.get(original.owner, "")
        return Finding("duplicated", original.owner, message, layer.place, sentence)
    message = f"{called(layer)} at {span(layer)} was not asked for"
    return Finding("unrequested", None, message, layer.place)
