"""Which instructions were left out, or carried out twice, that a video is as it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from nemo_spec.compile import Instruct
from nemo_spec.timeline.deltas import fold
from nemo_spec.timeline.model import Timeline
from nemo_spec.verify.diagnosis.predict import Predicted, is_uncertain, predict, unlikeness
from nemo_spec.verify.differences import main_differences, within

_EFFORT = 20_000
"""So many instructions are folded at most to find out what was left out: seconds, not minutes."""


@dataclass(slots=True)
class OmissionSearch:
    """What the video would be without some instructions: each set of them is tried once."""

    on_video: Sequence[Instruct]
    actual: Timeline
    tried: dict[frozenset[int], tuple[int, Predicted]] = field(default_factory=dict)
    effort: int = 0

    def without(self, left_out: frozenset[int]) -> tuple[int, Predicted]:
        """How unlike the draft the video is (0: not at all), by the indices in `on_video`."""
        if left_out not in self.tried:
            steps = [step for index, step in enumerate(self.on_video) if index not in left_out]
            told = self._foretold(steps)
            self.tried[left_out] = (unlikeness(told, self.actual), told)
        return self.tried[left_out]

    def _foretold(self, steps: Sequence[Instruct]) -> Predicted:
        self.effort += len(steps)
        return predict(steps, self.actual)

    @property
    def exhausted(self) -> bool:
        return self.effort > _EFFORT

    def explanation(self) -> tuple[list[Instruct], Predicted]:
        """The instructions without which the video is as it is, or most nearly so: a few of them,
        or all from one on, where a run has broken off."""
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
        """Without those that the video is as right with, such as a cut that takes nothing away."""
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
        """After how many instructions the video may have been as it is, the last such first."""
        timeline, found = Timeline(quiet=self.actual.quiet), list[int]()
        for done, step in enumerate(self.on_video, 1):
            timeline = fold(timeline, step.on(timeline))
            if self._may_be(timeline, step.tolerance):
                found.append(done)
        return found[::-1]

    def _may_be(self, timeline: Timeline, tolerance: int) -> bool:
        if not within(self.actual.length, timeline.length, tolerance):
            return False
        return is_uncertain(timeline) or not any(main_differences(timeline, self.actual, tolerance))

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
        if not missing:
            return []
        gone = {id(step) for step in missing}
        could_not = _idle([step for step in self.on_video if id(step) not in gone])
        never = {id(step) for step in _idle(self.on_video)}
        return [step for step in could_not if id(step) not in never]

    def doubled(self) -> Instruct | None:
        """The one instruction that was carried out twice, if that is all that is wrong."""
        for index in reversed(range(len(self.on_video))):
            step = self.on_video[index]
            again = [*self.on_video[:index], step, *self.on_video[index:]]
            if self.exhausted:
                return None
            if not self._foretold(again).problems:
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
