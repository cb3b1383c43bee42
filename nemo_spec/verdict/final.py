"""Check a whole recipe against the final draft: every line, without the drafts in between."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from nemo_spec.compile import Instruct, Program, silences_of
from nemo_spec.timeline.deltas import AddLayer, AddUnknownLayers
from nemo_spec.timeline.matching.match import match
from nemo_spec.timeline.model import Segment, Timeline
from nemo_spec.timeline.summary import span
from nemo_spec.verbs.expect import ExpectNothingElse
from nemo_spec.verdict.diagnosis.explain import UNDECIDABLE, around_says, says, video_findings
from nemo_spec.verdict.diagnosis.predict import acts_on_video
from nemo_spec.verdict.expectations import verify_expectation
from nemo_spec.verdict.findings import Finding, about
from nemo_spec.verdict.layers import Pairs, extra_layer, first_problem, of_open_roles, owned
from nemo_spec.verdict.picture import canvas_problems


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


def verify_whole(program: Program, draft: Timeline) -> Whole:
    """What the last draft says about every instruction and every `expect`."""
    actual = replace(_with_names_of(program, draft), silences=silences_of(program.plan))
    steps, whole = program.instructions, Whole()
    said = any(map(says, steps))
    video = around_says(steps, actual) if said else video_findings(steps, actual)
    if video is None:
        expected = program.predicted
        _undecidable(program, whole)
    else:
        whole.findings, whole.undecided = video.findings, video.undecided
        expected = video.expected
    _canvas(steps, actual, whole)
    _layers(steps, expected, actual, whole)
    unrequested = [finding for finding in whole.findings if finding.status == "unrequested"]
    for owner, expectation, tolerance in program.expectations:
        if expected.unknown and isinstance(expectation, ExpectNothingElse):
            _undecided(whole, owner, f"what a `say` has changed {UNDECIDABLE}")
        else:
            whole.findings.append(
                verify_expectation(owner, expectation, actual, tolerance, unrequested)
            )
    if actual.unreadable:
        _half_read(whole, actual.unreadable)
    whole.findings.sort(key=lambda finding: -1 if finding.owner is None else finding.owner)
    return whole


def _half_read(whole: Whole, unread: Sequence[str]) -> None:
    """What is missing from the readable part of a draft may well be in the rest."""
    rest = f"cannot be read: {', '.join(unread[:3])}"
    whole.findings = [
        replace(finding, status="unreadable", message=f"{finding.message}; {rest}")
        if finding.status == "missing"
        else finding
        for finding in whole.findings
    ]
    whole.findings.append(Finding("unreadable", None, rest))


def _with_names_of(program: Program, draft: Timeline) -> Timeline:
    """Give the draft's unknown material, in order, the names of the clips that no file is bound to."""
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


def _undecidable(program: Program, whole: Whole) -> None:
    for step in program.instructions:
        if acts_on_video(step):
            _undecided(whole, step.owner, f"with a `say` this {UNDECIDABLE}", step.sentence)


# ---- Canvas and layers ---------------------------------------------------------------------------


def _canvas(steps: Sequence[Instruct], actual: Timeline, whole: Whole) -> None:
    on_canvas = [step for step in steps if any(delta.on == "canvas" for delta in step.deltas)]
    for step in on_canvas[:-1]:
        whole.findings.append(about(step, "met", "a later line decides"))
    for step in on_canvas[-1:]:
        problems = list(canvas_problems(step, actual))
        message = "; ".join(problems) or "{width}x{height}".format(**actual.canvas)
        whole.findings.append(about(step, "different" if problems else "met", message))


def _layers(steps: Sequence[Instruct], expected: Timeline, actual: Timeline, whole: Whole) -> None:
    matches = match(expected.layers, actual.layers)
    many, extra = of_open_roles(expected, matches.extra)
    layers = [*owned(matches.pairs), *many, *extra]
    whole.predicted, whole.timeline = expected, replace(actual, layers=layers)
    by_owner: dict[int | None, list[tuple[Segment, Segment | None]]] = defaultdict(list)
    for wanted, found in matches.pairs:
        by_owner[wanted.owner].append((wanted, found))
    for number, step in enumerate(steps):
        for delta in step.deltas:
            if isinstance(delta, AddUnknownLayers):
                whole.findings.append(_any_number(step, delta, many))
        if any(isinstance(delta, AddLayer) for delta in step.deltas):
            finding = _own(step, by_owner[step.owner])
            if finding.status != "met" and any(map(says, steps[number:])) and expected.unknown:
                _undecided(whole, step.owner, f"with a `say` this {UNDECIDABLE}", step.sentence)
            else:
                whole.findings.append(finding)
    if not expected.unknown:
        sentences: dict[int | None, str] = {
            step.owner: step.sentence for step in steps if step.owner is not None
        }
        beyond = (extra_layer(layer, expected.layers) for layer in extra)
        whole.findings += [replace(one, sentence=sentences.get(one.owner, "")) for one in beyond]


def _own(step: Instruct, pairs: Pairs) -> Finding:
    """One finding for all the layers of an instruction."""
    if problem := first_problem(step, pairs):
        return problem
    only = pairs[0][1] if len(pairs) == 1 else None
    message = span(only) if only else f"{len(pairs)} segments"
    return about(step, "met", message, only.place if only else "")


def _any_number(step: Instruct, delta: AddUnknownLayers, found: Sequence[Segment]) -> Finding:
    count = sum(layer.role == delta.role for layer in found)
    if count:
        return about(step, "met", f"{count} segments")
    return about(step, "missing", f"no {delta.role} in the draft")
