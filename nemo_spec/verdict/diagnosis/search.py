"""Search for the instructions that were left out, or carried out twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from nemo_spec.compile import Instruct
from nemo_spec.timeline.deltas import fold
from nemo_spec.timeline.model import Timeline
from nemo_spec.verdict.diagnosis.predict import Predicted, distance, predict
from nemo_spec.verdict.differences import main_differences

_EFFORT = 20_000
"""Instructions that a search folds at most: seconds, not minutes."""


@dataclass(slots=True)
class OmissionSearch:
    """What the video would be without some instructions; tries each set of them once."""

    on_video: Sequence[Instruct]
    actual: Timeline
    tried: dict[frozenset[int], tuple[int, Predicted]] = field(default_factory=dict)
    effort: int = 0

    def without(self, left_out: frozenset[int]) -> tuple[int, Predicted]:
        """How far from the draft the video is (0: the same) without these indices of `on_video`."""
        if left_out not in self.tried:
            steps = [step for index, step in enumerate(self.on_video) if index not in left_out]
            predicted = self._predicted(steps)
            self.tried[left_out] = (distance(predicted, self.actual), predicted)
        return self.tried[left_out]

    def _predicted(self, steps: Sequence[Instruct]) -> Predicted:
        self.effort += len(steps)
        return predict(steps, self.actual)

    @property
    def exhausted(self) -> bool:
        """Whether the search has gone on long enough."""
        return self.effort > _EFFORT

    def explanation(self) -> tuple[list[Instruct], Predicted]:
        """The instructions without which the video is as it is, or nearest to it: a few of them, or
        all from one on, where a run has broken off."""
        for left_out in self._likely():
            if not self.without(left_out)[1].problems:
                best = self._fewest(left_out)
                break
            if self.exhausted:
                break
        else:
            best = self._nearer(min(self.tried, key=lambda one: self.tried[one][0]))
        best = min(self.tried, key=lambda one: self.tried[one][0]) if self.exhausted else best
        return [self.on_video[index] for index in sorted(best)], self.without(best)[1]

    def _fewest(self, best: frozenset[int]) -> frozenset[int]:
        """Drop those that make no difference, such as a cut that removes nothing."""
        for index in sorted(best) if self.actual.main else ():
            fewer = best - {index}
            if not self.exhausted and not self.without(fewer)[1].problems:
                best = fewer
        return best

    def _likely(self) -> Iterator[frozenset[int]]:
        count = len(self.on_video)
        if not self.actual.main:
            yield frozenset(range(count))
        yield frozenset()
        yield from (frozenset(range(done, count)) for done in self._broken_off())
        yield from (frozenset((index,)) for index in reversed(range(1, count)))

    def _broken_off(self) -> list[int]:
        """After how many instructions the video may have been as it is, latest first."""
        timeline, found = Timeline(silences=self.actual.silences), list[int]()
        for done, step in enumerate(self.on_video, 1):
            timeline = fold(timeline, step.on(timeline))
            if self._may_be(timeline, step.tolerance):
                found.append(done)
        return found[::-1]

    def _may_be(self, timeline: Timeline, tolerance: int) -> bool:
        if not self.actual.length.within(timeline.length, tolerance):
            return False
        return timeline.is_uncertain or not any(main_differences(timeline, self.actual, tolerance))

    def _nearer(self, best: frozenset[int]) -> frozenset[int]:
        """Hill climbing: one instruction more or less, as long as that brings the video nearer."""
        while self.without(best)[1].problems and not self.exhausted:
            others = [best ^ {index} for index in range(1, len(self.on_video))]
            nearest = min(others, key=lambda one: self.without(one)[0], default=best)
            if self.without(nearest)[0] >= self.without(best)[0]:
                break
            best = nearest
        return best

    def lost_with(self, missing: Sequence[Instruct]) -> list[Instruct]:
        """The instructions that do nothing without the missing ones: a fade at a cut that is not there."""
        if not missing:
            return []
        gone = {id(step) for step in missing}
        could_not = _idle([step for step in self.on_video if id(step) not in gone])
        never = {id(step) for step in _idle(self.on_video)}
        return [step for step in could_not if id(step) not in never]

    def doubled(self) -> Instruct | None:
        """The one instruction that was carried out twice, if that alone explains the video."""
        for index in reversed(range(len(self.on_video))):
            step = self.on_video[index]
            again = [*self.on_video[:index], step, *self.on_video[index:]]
            if self.exhausted:
                return None
            if not self._predicted(again).problems:
                return step
        return None


def _idle(steps: Sequence[Instruct]) -> list[Instruct]:
    """The steps that leave the timeline as they find it."""
    timeline, found = Timeline(), list[Instruct]()
    for step in steps:
        before, timeline = timeline, fold(timeline, step.on(timeline))
        if (before.main, before.length) == (timeline.main, timeline.length):
            found.append(step)
    return found
