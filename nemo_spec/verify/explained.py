"""The main track at the end of a recipe, without the drafts in between: what was done, and what not.

Where the video is not as foreseen, it is asked which instructions would explain it: those that were
left out, or one that was carried out twice. What a draft alone cannot tell is never called met.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from nemo_spec.compile import Instruct
from nemo_spec.timeline.delta import Loosen, Unpredictable, fold
from nemo_spec.timeline.model import Timeline
from nemo_spec.timeline.summary import seconds
from nemo_spec.verify.blamed import blamed, only_looks
from nemo_spec.verify.differences import layer_differences
from nemo_spec.verify.findings import Finding, Status
from nemo_spec.verify.foretold import (
    IN_TIME,
    Foretold,
    acts_on_video,
    depends,
    foretold,
    unlikeness,
)
from nemo_spec.verify.matching import match
from nemo_spec.verify.slices import unlike
from nemo_spec.verify.unread import unread_by

UNTOLD = "cannot be told from a draft alone"

_EFFORT = 20_000
"""So many steps are folded at most to find out what was left out."""


@dataclass(frozen=True, slots=True)
class Explained:
    """Findings about the instructions on the video, those of them that a draft alone cannot decide,
    and the timeline by which the rest is judged."""

    findings: list[Finding]
    undecided: list[Finding]
    expected: Timeline


def video_findings(steps: Sequence[Instruct], actual: Timeline) -> Explained:
    """What the draft's video says about every instruction on it; nothing unpredictable is among them."""
    trials = _Trials(steps, [step for step in steps if acts_on_video(step)], actual)
    explained = _read(trials)
    unread = unread_by(trials.on_video, trials.without(frozenset())[1].timeline, actual)
    if not unread:
        return explained
    findings = [
        unread.get(id(s), f) for s, f in zip(trials.on_video, explained.findings, strict=True)
    ]
    undecided = [finding for finding in explained.undecided if finding in findings]
    return Explained(findings, undecided, explained.expected)


def _read(trials: _Trials) -> Explained:
    steps, actual = trials.steps, trials.actual
    missing, told = trials.explanation()
    again = _doubled(trials) if told.problems else None
    if again:
        step, told = again
        message = f"the video is as if this had been done twice, {seconds(actual.length)} s"
        return _explained(trials, {id(step): _finding("duplicated", step, message)}, told)
    if told.problems:
        if not only_looks(told, actual):
            missing, told = [], trials.without(frozenset())[1]
        left = [step for step in steps if step not in missing]
        return _explained(trials, blamed(left, told, actual) | _missing(missing, actual), told)
    missing += trials.lost_with(missing)
    doubtful = list(_in_doubt([step for step in steps if step not in missing], actual))
    message = f"whether this was done {UNTOLD}"
    doubts = {id(step): _finding("unreadable", step, message) for step in doubtful}
    explained = _explained(trials, doubts | _missing(missing, actual), told)
    return replace(explained, undecided=list(doubts.values()))


def around_says(steps: Sequence[Instruct], actual: Timeline) -> Explained | None:
    """Where anything may have been said: the draft is what it was before, or what it would be without.

    None: something was done, and what a draft alone cannot tell.
    """
    on_video = [step for step in steps if acts_on_video(step)]
    said = [index for index, step in enumerate(on_video) if says(step)]
    for left_out in (said, *(range(first, len(on_video)) for first in range(said[0], -1, -1))):
        missing = [on_video[index] for index in left_out]
        first = steps.index(missing[0])
        told = foretold([step for step in steps if step not in missing], actual)
        if not told.problems and _has_nothing_else(told.timeline, actual, steps[:first]):
            trials = _Trials(steps, on_video, actual)
            return _explained(trials, _missing(missing, actual), told)
    return None


def says(step: Instruct) -> bool:
    """Whether it may do anything at all."""
    return any(isinstance(delta, Unpredictable) for delta in step.deltas)


def _has_nothing_else(expected: Timeline, actual: Timeline, done: Sequence[Instruct]) -> bool:
    """Whether every layer is as foreseen, and those of these steps are there."""
    matches, owners = match(expected.layers, actual.layers), {step.owner for step in done}
    return not matches.extra and all(
        wanted.owner not in owners
        if found is None
        else not any(layer_differences(wanted, found, max(s.tolerance for s in done)))
        for wanted, found in matches.pairs
    )


def _explained(trials: _Trials, wrong: Mapping[int, Finding], told: Foretold) -> Explained:
    findings = [
        wrong.get(id(step)) or _finding("met", step, "as foreseen") for step in trials.on_video
    ]
    return Explained(findings, [], told.timeline)


def _missing(steps: Sequence[Instruct], actual: Timeline) -> dict[int, Finding]:
    message = f"the video is as without this, {seconds(actual.length)} s"
    return {id(step): _finding("missing", step, message) for step in steps}


def _finding(status: Status, step: Instruct, message: str) -> Finding:
    return Finding(status, step.owner, message, "", step.sentence)


def _in_doubt(steps: Sequence[Instruct], actual: Timeline) -> Iterator[Instruct]:
    """The steps of which nobody knows how much they do, when the draft were as right without."""
    timeline = Timeline(quiet=actual.quiet)
    for step in steps:
        unmeasured = any(isinstance(d, Loosen) and d.removed is None for d in step.deltas)
        moving = any(isinstance(delta, IN_TIME) for delta in step.deltas)
        unsure = unmeasured or (moving and timeline.main and depends(timeline))
        timeline = fold(timeline, step.deltas)
        if unsure and not foretold(_without(step, steps), actual).problems:
            yield step


def _without(step: Instruct, steps: Sequence[Instruct]) -> list[Instruct]:
    return [other for other in steps if other is not step]


# ---- Which instructions were left out ------------------------------------------------------------


@dataclass(slots=True)
class _Trials:
    """What the video would be without some instructions: each set of them is tried once."""

    steps: Sequence[Instruct]
    on_video: Sequence[Instruct]
    actual: Timeline
    tried: dict[frozenset[int], tuple[int, Foretold]] = field(default_factory=dict)
    effort: int = 0

    def without(self, left_out: frozenset[int]) -> tuple[int, Foretold]:
        """How unlike the draft the video is (0: not at all), by the indices in `on_video`."""
        if left_out not in self.tried:
            gone = {id(self.on_video[index]) for index in left_out}
            told = foretold([s for s in self.steps if id(s) not in gone], self.actual)
            self.effort += len(self.steps)
            self.tried[left_out] = (unlikeness(told, self.actual), told)
        return self.tried[left_out]

    @property
    def exhausted(self) -> bool:
        return self.effort > _EFFORT

    def explanation(self) -> tuple[list[Instruct], Foretold]:
        """The instructions without which the video is as it is, or most nearly so: a few of them,
        or all from one on, where a run has broken off."""
        best = frozenset[int]()
        for left_out in self._likely():
            if not self.without(left_out)[1].problems:
                best = left_out
                break
            if self.exhausted:
                break
        else:
            best = self._nearer(min(self.tried, key=lambda one: self.tried[one][0]))
        best = self._fewest(best)
        return [self.on_video[index] for index in sorted(best)], self.without(best)[1]

    def _fewest(self, best: frozenset[int]) -> frozenset[int]:
        """Without those that the video is as right with, such as a cut that takes nothing away."""
        for index in sorted(best) if self.actual.main else ():
            fewer = best - {index}
            if not self.without(best)[1].problems and not self.without(fewer)[1].problems:
                best = fewer
        return best

    def _likely(self) -> Iterator[frozenset[int]]:
        count = len(self.on_video)
        if not self.actual.main:
            yield frozenset(range(count))
        yield frozenset()
        yield from (frozenset((index,)) for index in reversed(range(1, count)))
        yield from (frozenset(range(first, count)) for first in reversed(range(1, count - 1)))

    def _nearer(self, best: frozenset[int]) -> frozenset[int]:
        """One instruction more or less, as long as that makes the video more like the draft's."""
        while self.without(best)[1].problems and not self.exhausted:
            others = [best ^ {index} for index in range(1, len(self.on_video))]
            nearest = min(others, key=lambda one: self.without(one)[0], default=best)
            if self.without(nearest)[0] >= self.without(best)[0]:
                break
            best = nearest
        return best

    def lost_with(self, missing: Sequence[Instruct]) -> list[Instruct]:
        """The instructions that could not do anything without the missing ones: a fade at a cut that
        is not there. With them, they would have."""
        gone = frozenset(i for i, step in enumerate(self.on_video) if step in missing)
        others = [index for index in range(1, len(self.on_video)) if gone and index not in gone]
        return [
            self.on_video[index]
            for index in others
            if not self.exhausted
            and not self._does_something(index, gone)
            and self._does_something(index, frozenset())
        ]

    def _does_something(self, index: int, gone: frozenset[int]) -> bool:
        """Whether an instruction has an effect when the others do, without those that are gone."""
        done, without = (self.without(one)[1] for one in (gone, gone | {index}))
        if done.is_adopted or depends(done.timeline):
            return True
        return done.timeline.length != without.timeline.length or bool(
            unlike(done.timeline.main, without.timeline.main, 0)
        )


def _doubled(trials: _Trials) -> tuple[Instruct, Foretold] | None:
    """The one instruction that was carried out twice, if that is all that is wrong."""
    for step in reversed(trials.on_video):
        if trials.exhausted:
            break
        twice = chain.from_iterable([s, s] if s is step else [s] for s in trials.steps)
        again = foretold(list(twice), trials.actual)
        trials.effort += len(trials.steps)
        if not again.problems:
            return step, again
    return None
