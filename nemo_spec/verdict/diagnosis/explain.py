"""Explain the main track at the end of a recipe, without the drafts in between.

A video that is not as predicted is explained by the instructions that were left out, or by one that was
carried out twice. What a draft alone cannot tell is never called met.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from nemo_spec.compile import Instruction
from nemo_spec.compile.compiler import DEFAULT_TOLERANCE
from nemo_spec.timeline.deltas import Cut, Delta, fold
from nemo_spec.timeline.matching.match import match
from nemo_spec.timeline.model import Timeline
from nemo_spec.timeline.summary import seconds
from nemo_spec.verdict.diagnosis.attribution import attribute_differences, only_properties
from nemo_spec.verdict.diagnosis.predict import Acted, acts_on_video, predict, tolerance_of
from nemo_spec.verdict.diagnosis.search import WHOLE, OmissionSearch
from nemo_spec.verdict.diagnosis.traceless_cuts import traceless_cuts
from nemo_spec.verdict.diagnosis.unreadable import unread_by
from nemo_spec.verdict.differences import layer_differences
from nemo_spec.verdict.findings import Finding, about
from nemo_spec.verdict.speech import are_allowed, lost_parts, needed

UNDECIDABLE = "cannot be told from a draft alone"

_DOUBT = f"whether this was done {UNDECIDABLE}"


class Explained(NamedTuple):
    """Findings about the instructions on the video, those of them that a draft alone cannot decide,
    and the timeline by which the rest is judged."""

    findings: list[Finding]
    undecided: list[Finding]
    expected: Timeline


def video_findings(steps: Sequence[Instruction], actual: Timeline) -> Explained:
    """What the draft's video says about every instruction on it, none of them unpredictable."""
    on_video = [step for step in steps if acts_on_video(step)]
    search = OmissionSearch(on_video, actual)
    found = _read(search)
    found |= unread_by(on_video, search.without(WHOLE).timeline, actual)
    missing = {key for key, finding in found.items() if finding.status == "missing"}
    twice = {key for key, finding in found.items() if finding.status == "duplicated"}
    done = chain.from_iterable(
        [step, step] if id(step) in twice else [step] for step in steps if id(step) not in missing
    )
    return _explained(on_video, found, predict(list(done), actual).timeline)


def _explained(
    on_video: Sequence[Instruction], found: Mapping[int, Finding], expected: Timeline
) -> Explained:
    findings = [found.get(id(step)) or about(step, "met", "as predicted") for step in on_video]
    return Explained(findings, [one for one in findings if one.message == _DOUBT], expected)


def _read(search: OmissionSearch) -> dict[int, Finding]:
    """The findings that are not met, by the id of their step."""
    actual = search.actual
    left_out, predicted = search.explanation()
    again = search.doubled() if predicted.problems else None
    if again:
        message = f"the edit was applied twice ({seconds(actual.length)} s)"
        return {id(again): about(again, "duplicated", message)}
    if predicted.problems and not only_properties(predicted, actual):
        left_out = WHOLE
    if predicted.problems:
        return attribute_differences(search, left_out) | _missing(search.steps(left_out), actual)
    missing = search.steps(left_out | search.lost_with(left_out))
    doubtful = _in_doubt(_without(missing, search.on_video), actual)
    doubts = {id(step): about(step, "unreadable", _DOUBT) for step in doubtful}
    return doubts | _missing(missing, actual)


def around_says(steps: Sequence[Instruction], actual: Timeline) -> Explained | None:
    """Explain a video with a `say` in it: as if nothing was done from there on, or from earlier on.

    With everything else in place, perhaps the `say` left no trace. None when something was done, and
    what a draft alone cannot tell.
    """
    on_video = [step for step in steps if acts_on_video(step)]
    said = [index for index, step in enumerate(on_video) if step.is_unpredictable]
    acted = predict(steps[: steps.index(on_video[said[0]])], actual).acted
    for left_out in (said, *(range(first, len(on_video)) for first in range(said[0], -1, -1))):
        missing = [on_video[index] for index in left_out]
        first = steps.index(missing[0])
        if left_out is not said and first and not _as_long(acted[first - 1], actual, steps):
            continue
        predicted = predict(_without(missing, steps), actual)
        if not predicted.problems and _has_nothing_else(predicted.timeline, actual, steps[:first]):
            found = _missing(missing, actual)
            if left_out is said and _has_nothing_else(predicted.timeline, actual, steps):
                found = {id(step): about(step, "unreadable", _DOUBT) for step in missing}
            return _explained(on_video, found, predicted.timeline)
    return None


def _as_long(acted: Acted, actual: Timeline, steps: Sequence[Instruction]) -> bool:
    """Whether the video was as long after an instruction as it is."""
    return actual.length.within(acted.after, tolerance_of(steps))


def _has_nothing_else(expected: Timeline, actual: Timeline, done: Sequence[Instruction]) -> bool:
    """Whether every layer is as predicted, and those of these steps are there."""
    matches, owners = match(expected.layers, actual.layers), {step.owner for step in done}
    tolerance = max((step.tolerance for step in done), default=DEFAULT_TOLERANCE)
    return not matches.extra and all(
        wanted.owner not in owners
        if found is None
        else not any(layer_differences(wanted, found, tolerance))
        for wanted, found in matches.pairs
    )


def _missing(steps: Sequence[Instruction], actual: Timeline) -> dict[int, Finding]:
    message = f"the edit was not applied ({seconds(actual.length)} s)"
    return {id(step): about(step, "missing", message) for step in steps}


def _in_doubt(steps: Sequence[Instruction], actual: Timeline) -> Iterator[Instruction]:
    """The steps of unknown effect that the draft would be as right without."""
    timeline, unsure, settled = Timeline(silences=actual.silences), list[int](), 0
    befores = list[Timeline]()
    for number, step in enumerate(steps):
        if not all(_acts_alike(delta, timeline) for delta in step.deltas):
            settled = number + 1
        vague = any(delta.is_vague for delta in step.deltas)
        moving = any(delta.moves_time for delta in step.deltas)
        if vague or (moving and timeline.main and timeline.is_uncertain):
            unsure.append(number)
        befores.append(timeline)
        timeline = fold(timeline, step.deltas)
    if not unsure:
        return
    makers = [number for number, step in enumerate(steps) for _ in step.deltas]
    done = [delta for step in steps for delta in step.deltas]
    lost, length = lost_parts(timeline, actual), actual.length.lo
    sure = {makers[index] for index in needed(lost, length, done)}
    traceless = traceless_cuts(steps, befores, actual)
    for number in unsure:
        if number in traceless:
            yield steps[number]
        if number in traceless or number in sure:
            continue
        others = _without([steps[number]], steps)
        deltas = chain.from_iterable(one.deltas for one in others)
        if number >= settled and not are_allowed(lost, length, deltas):
            continue  # as a prediction of the others would find, for a tenth of what it costs
        if not predict(others, actual).problems:
            yield steps[number]


def _acts_alike(delta: Delta, timeline: Timeline) -> bool:
    """Whether it does the same to a longer timeline: a cut up to the end does not."""
    if isinstance(delta, Cut) and delta.ranges:
        return delta.ranges[-1][1] < timeline.length.hi
    return not delta.moves_time


def _without(gone: Sequence[Instruction], steps: Sequence[Instruction]) -> list[Instruction]:
    """The steps that are not among those, by identity: equal lines may be repeated."""
    ids = {id(step) for step in gone}
    return [step for step in steps if id(step) not in ids]
