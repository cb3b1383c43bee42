"""The main track at the end of a recipe, without the drafts in between: what was done, and what not.

Where the video is not as foreseen, it is asked which instructions would explain it: those that were
left out, or one that was carried out twice. What a draft alone cannot tell is never called met.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from nemo_spec.compile import Instruct
from nemo_spec.compile.compiler import DEFAULT_TOLERANCE
from nemo_spec.timeline.deltas import RemoveUnknown, Unpredictable, fold
from nemo_spec.timeline.model import Timeline
from nemo_spec.timeline.summary import seconds
from nemo_spec.verify.diagnosis.attribution import attribute_differences, only_looks
from nemo_spec.verify.diagnosis.predict import IN_TIME, acts_on_video, is_uncertain, predict
from nemo_spec.verify.diagnosis.search import OmissionSearch
from nemo_spec.verify.diagnosis.unreadable import unread_by
from nemo_spec.verify.differences import layer_differences
from nemo_spec.verify.findings import Finding, Status
from nemo_spec.verify.matching.match import match

UNTOLD = "cannot be told from a draft alone"

_DOUBT = f"whether this was done {UNTOLD}"


@dataclass(frozen=True, slots=True)
class Explained:
    """Findings about the instructions on the video, those of them that a draft alone cannot decide,
    and the timeline by which the rest is judged."""

    findings: list[Finding]
    undecided: list[Finding]
    expected: Timeline


def video_findings(steps: Sequence[Instruct], actual: Timeline) -> Explained:
    """What the draft's video says about every instruction on it; nothing unpredictable is among them."""
    on_video = [step for step in steps if acts_on_video(step)]
    trials = OmissionSearch(on_video, actual)
    found = _read(trials)
    found |= unread_by(on_video, trials.without(frozenset())[1].timeline, actual)
    missing = {id(step) for step in on_video if _is(found, step, "missing")}
    twice = {id(step) for step in on_video if _is(found, step, "duplicated")}
    done = chain.from_iterable(
        [step, step] if id(step) in twice else [step] for step in steps if id(step) not in missing
    )
    findings = [found.get(id(step)) or _finding("met", step, "as foreseen") for step in on_video]
    undecided = [one for one in findings if one.message == _DOUBT]
    return Explained(findings, undecided, predict(list(done), actual).timeline)


def _is(found: Mapping[int, Finding], step: Instruct, status: Status) -> bool:
    return id(step) in found and found[id(step)].status == status


def _read(trials: OmissionSearch) -> dict[int, Finding]:
    """The findings that are not met, by the id of their step."""
    actual = trials.actual
    missing, told = trials.explanation()
    again = trials.doubled() if told.problems else None
    if again:
        message = f"the video is as if this had been done twice, {seconds(actual.length)} s"
        return {id(again): _finding("duplicated", again, message)}
    if told.problems:
        if not only_looks(told, actual):
            missing, told = [], trials.without(frozenset())[1]
        return attribute_differences(_without(missing, trials.on_video), told, actual) | _missing(
            missing, actual
        )
    missing += trials.lost_with(missing)
    doubtful = _in_doubt(_without(missing, trials.on_video), actual)
    doubts = {id(step): _finding("unreadable", step, _DOUBT) for step in doubtful}
    return doubts | _missing(missing, actual)


def around_says(steps: Sequence[Instruct], actual: Timeline) -> Explained | None:
    """Where anything may have been said: the draft is what it was before, or what it would be without.

    With everything else in place, perhaps nothing was to be seen of it. None: something was done, and
    what a draft alone cannot tell.
    """
    on_video = [step for step in steps if acts_on_video(step)]
    said = [index for index, step in enumerate(on_video) if says(step)]
    for left_out in (said, *(range(first, len(on_video)) for first in range(said[0], -1, -1))):
        missing = [on_video[index] for index in left_out]
        first = steps.index(missing[0])
        told = predict(_without(missing, steps), actual)
        if not told.problems and _has_nothing_else(told.timeline, actual, steps[:first]):
            found = _missing(missing, actual)
            if left_out is said and _has_nothing_else(told.timeline, actual, steps):
                found = {id(step): _finding("unreadable", step, _DOUBT) for step in missing}
            findings = [found.get(id(s)) or _finding("met", s, "as foreseen") for s in on_video]
            undecided = [one for one in findings if one.message == _DOUBT]
            return Explained(findings, undecided, told.timeline)
    return None


def says(step: Instruct) -> bool:
    """Whether it may do anything at all."""
    return any(isinstance(delta, Unpredictable) for delta in step.deltas)


def _has_nothing_else(expected: Timeline, actual: Timeline, done: Sequence[Instruct]) -> bool:
    """Whether every layer is as foreseen, and those of these steps are there."""
    matches, owners = match(expected.layers, actual.layers), {step.owner for step in done}
    tolerance = max((step.tolerance for step in done), default=DEFAULT_TOLERANCE)
    return not matches.extra and all(
        wanted.owner not in owners
        if found is None
        else not any(layer_differences(wanted, found, tolerance))
        for wanted, found in matches.pairs
    )


def _missing(steps: Sequence[Instruct], actual: Timeline) -> dict[int, Finding]:
    message = f"the video is as without this, {seconds(actual.length)} s"
    return {id(step): _finding("missing", step, message) for step in steps}


def _finding(status: Status, step: Instruct, message: str) -> Finding:
    return Finding(status, step.owner, message, "", step.sentence)


def _in_doubt(steps: Sequence[Instruct], actual: Timeline) -> Iterator[Instruct]:
    """The steps of which nobody knows how much they do, when the draft were as right without."""
    timeline = Timeline(quiet=actual.quiet)
    for step in steps:
        unmeasured = any(isinstance(d, RemoveUnknown) and d.removed is None for d in step.deltas)
        moving = any(isinstance(delta, IN_TIME) for delta in step.deltas)
        unsure = unmeasured or (moving and timeline.main and is_uncertain(timeline))
        timeline = fold(timeline, step.deltas)
        if unsure and not predict(_without([step], steps), actual).problems:
            yield step


def _without(gone: Sequence[Instruct], steps: Sequence[Instruct]) -> list[Instruct]:
    """The steps that are not among those, which may be equal to others."""
    ids = {id(step) for step in gone}
    return [step for step in steps if id(step) not in ids]
