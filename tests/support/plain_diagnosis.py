"""The diagnosis as it is meant: fold the whole recipe anew for every instruction that may be at fault.

It takes the square of a recipe's length and more, and is what the search that looks only where the video
differs is held against.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nemo_spec.compile import Instruction
from nemo_spec.timeline.model import Timeline
from nemo_spec.verdict.diagnosis.predict import acts_on_video, distance, predict

Indices = frozenset[int]


class PlainSearch:
    """Every set of instructions in turn, by index among those that act on the video."""

    def __init__(self, instructions: Sequence[Instruction], actual: Timeline) -> None:
        self.steps = [step for step in instructions if acts_on_video(step)]
        self.actual = actual

    def explains(self, steps: Sequence[Instruction]) -> bool:
        return not predict(steps, self.actual).problems

    def without(self, left_out: Indices) -> list[Instruction]:
        return [step for index, step in enumerate(self.steps) if index not in left_out]

    def explanation(self) -> Indices | None:
        """The instructions without which the video is as it is: all from one on, or one; or as many as
        it takes, each of which brings it nearer. None where there are no such."""
        best = next((some for some in self._simple() if self.explains(self.without(some))), None)
        if best is None:
            return self._nearer()
        for index in sorted(best) if self.actual.main else ():
            best = best - {index} if self.explains(self.without(best - {index})) else best
        return best

    def _simple(self) -> Iterator[Indices]:
        count = len(self.steps)
        if not self.actual.main:
            yield frozenset(range(count))
        yield frozenset()
        yield from (frozenset(range(done, count)) for done in reversed(range(1, count)))
        yield from (frozenset((index,)) for index in reversed(range(1, count)))

    def _nearer(self) -> Indices | None:
        best = frozenset[int]()
        while away := self._away(best):
            others = [best ^ {index} for index in range(1, len(self.steps))]
            nearest = min(others, key=self._away, default=best)
            if self._away(nearest) >= away:
                return None
            best = nearest
        return best

    def _away(self, left_out: Indices) -> int:
        return distance(predict(self.without(left_out), self.actual), self.actual)

    def doubled(self) -> list[int]:
        """The instructions of which each, carried out twice, explains the video."""
        again = (
            (i, [*self.steps[:i], *self.steps[i : i + 1], *self.steps[i:]])
            for i in range(len(self.steps))
        )
        return [index for index, steps in again if self.explains(steps)]
