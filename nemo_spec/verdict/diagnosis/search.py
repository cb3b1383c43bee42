"""Search for the instructions that were left out, or carried out twice.

Only those are tried that act where the video is not as predicted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from nemo_spec.compile import Instruction
from nemo_spec.timeline.deltas import RemoveUnknown, fold
from nemo_spec.timeline.model import Segment, Timeline
from nemo_spec.timeline.properties import property_of
from nemo_spec.timeline.track_diff import MATERIAL, Part, diff_main_tracks
from nemo_spec.verdict.diagnosis.predict import (
    Predicted,
    Snapshot,
    distance,
    predict,
    tolerance_of,
    weight,
)
from nemo_spec.verdict.diagnosis.suspects import Turn, suspects, telling_parts
from nemo_spec.verdict.differences import impossible

_EFFORT = 10_000
"""What a search may do at most, in instructions folded and segments compared: a tenth of a second."""
_TIMES = 6
"""And so many times what the prediction of the whole recipe takes."""

Indices = frozenset[int]
WHOLE: Indices = frozenset()
"""No instruction is left out."""


@dataclass(slots=True)
class OmissionSearch:
    """What the video would be without some instructions; tries each set of them once."""

    on_video: Sequence[Instruction]
    actual: Timeline
    tried: dict[Indices, Predicted] = field(default_factory=dict)
    distances: dict[Indices, int] = field(default_factory=dict)
    snapshots: list[Snapshot] = field(default_factory=list)
    effort: int = 0
    allowed: int = _EFFORT

    # ---- The video without some instructions -----------------------------------------------------

    def without(self, left_out: Indices) -> Predicted:
        """The video without these indices of `on_video`."""
        if left_out not in self.tried:
            steps = [step for index, step in enumerate(self.on_video) if index not in left_out]
            since = self._since(min(left_out)) if left_out else None
            self.tried[left_out] = self._predicted(steps, since)
        return self.tried[left_out]

    def distance(self, left_out: Indices) -> int:
        """How far from the draft the video is without these; 0 for the same."""
        if left_out not in self.distances:
            self.distances[left_out] = distance(self.without(left_out), self.actual)
        return self.distances[left_out]

    def explains(self, left_out: Indices) -> bool:
        """Whether the video is as it is without these."""
        return not self.without(left_out).problems

    def steps(self, indices: Indices) -> list[Instruction]:
        """The instructions with these indices, in their order."""
        return [self.on_video[index] for index in sorted(indices)]

    def _since(self, index: int) -> Snapshot | None:
        """The last snapshot in front of an instruction."""
        self.without(WHOLE)
        return next((one for one in reversed(self.snapshots) if one.number <= index), None)

    def _predicted(self, steps: Sequence[Instruction], since: Snapshot | None) -> Predicted:
        first = not self.effort
        predicted = predict(steps, self.actual, since, self.snapshots if first else None)
        work = len(predicted.acted) + len(predicted.timeline.main) + len(self.actual.main)
        self.effort += work
        if first:
            self.allowed = _EFFORT + _TIMES * work
        return predicted

    @property
    def exhausted(self) -> bool:
        """Whether the search has gone on long enough."""
        return self.effort > self.allowed

    # ---- Who acts where it differs ---------------------------------------------------------------

    def parts(self, left_out: Indices) -> list[Part] | None:
        """Where the video differs; None where nobody can say."""
        predicted, actual = self.without(left_out), self.actual
        if predicted.timeline.is_uncertain:
            return None
        tolerance = tolerance_of(self.on_video)
        parts = telling_parts(predicted.timeline, actual, tolerance)
        return parts or (
            None if set(predicted.problems) - set(impossible(actual, tolerance)) else []
        )

    def acting(self, part: Part, left_out: Indices, again: bool = False) -> Iterator[int]:
        """The instructions that act on a part of the video, or would `again`, last one first."""
        end, slack = self.actual.length.hi, tolerance_of(self.on_video)
        return suspects(part, self._turns(left_out), end, slack, again)

    def sets(self, index: int, key: str) -> bool:
        """Whether an instruction decides that key wherever it acts."""
        return any(key in delta.sets for delta in self.on_video[index].deltas)

    def _turns(self, left_out: Indices) -> Iterator[Turn]:
        """What each instruction did, last one first."""
        acted, last = self.without(WHOLE).acted, reversed(self.without(left_out).acted)
        for index in reversed(range(len(self.on_video))):
            is_out = index in left_out
            did = acted[index] if is_out else next(last, acted[index])
            yield Turn(index, self.on_video[index], did, is_out)

    def _all(self) -> list[int]:
        return list(reversed(range(1, len(self.on_video))))

    # ---- What was left out -----------------------------------------------------------------------

    def explanation(self) -> tuple[Indices, Predicted]:
        """The instructions without which the video is as it is, or nearest to it: a few of them, or
        all from one on, where a run has broken off."""
        likely = takewhile(lambda _: not self.exhausted, self._likely())
        found = next(filter(self.explains, likely), None)
        best = self._nearer() if found is None else self._fewest(found)
        return best, self.without(best)

    def _fewest(self, best: Indices) -> Indices:
        """Drop those that make no difference, such as a cut that removes nothing."""
        for index in self._unseen(best) if self.actual.main else ():
            fewer = best - {index}
            if not self.exhausted and self.explains(fewer):
                best = fewer
        return best

    def _unseen(self, left_out: Indices) -> Iterator[int]:
        """Those of which nothing would be seen, were they carried out after all."""
        if len(left_out) < 2:
            return
        since = self._since(min(left_out)) or Snapshot(0, Timeline(silences=self.actual.silences))
        timeline, tolerance = since.timeline, tolerance_of(self.on_video)
        for index in range(since.number, len(self.on_video)):
            after = fold(timeline, self.on_video[index].on(timeline))
            if index not in left_out:
                timeline = after
            elif after.is_uncertain or not _is_seen(timeline, after, tolerance):
                yield index

    def _likely(self) -> Iterator[Indices]:
        if not self.actual.main:
            yield frozenset(range(len(self.on_video)))
        yield WHOLE
        yield from self._broken_off()
        yield from (frozenset((index,)) for index in self._alone())

    def _broken_off(self) -> Iterator[Indices]:
        """All from one on, where the video was as long then as it is now."""
        everything = range(len(self.on_video))
        for first, count in self._as_long():
            while count >= first:
                left_out = frozenset(everything[count:])
                yield left_out
                parts = self.parts(left_out)
                if not parts or parts[-1].key == MATERIAL:
                    break
                count = min(next(self._setting(part, left_out), 0) for part in parts)

    def _setting(self, part: Part, left_out: Indices) -> Iterator[int]:
        """The instructions that set a part of the video and move nothing, last one first."""
        for index in self.acting(part, left_out):
            if index not in left_out and not self._moves_time(index):
                yield index

    def _moves_time(self, index: int) -> bool:
        return any(delta.moves_time for delta in self.on_video[index].deltas)

    def _as_long(self) -> Iterator[tuple[int, int]]:
        """After how many instructions at least and at most the video is as long as it is, latest first;
        in between nothing moves time."""
        last: int | None = None
        acted = self.without(WHOLE).acted
        for count in reversed(range(1, len(acted) + 1)):
            did, step = acted[count - 1], self.on_video[count - 1]
            if not self.actual.length.within(did.after, step.tolerance):
                continue
            last = count if last is None else last
            if count == 1 or any(delta.moves_time for delta in did.deltas):
                yield count, last
                last = None

    def _alone(self, again: bool = False) -> list[int]:
        """Those that may have caused all of it, be it done `again`, last one first."""
        parts = self.parts(WHOLE)
        if parts is None:
            return self._all()
        acting = [list(self.acting(part, WHOLE, again)) for part in parts]
        found = acting[-1] if acting else []
        return [index for index in found if index and all(index in some for some in acting)]

    def _nearer(self) -> Indices:
        """Hill climbing: some instructions more or less, as long as that brings the video nearer."""
        best = WHOLE
        while not self.explains(best) and not self.exhausted:
            parts = self.parts(best)
            if parts and parts[-1].key != MATERIAL:
                nearer = self._better_looking(best, parts)
            else:
                tried = (
                    self._all()
                    if parts is None
                    else {i for p in parts for i in self.acting(p, best)}
                )
                others = (best ^ {index} for index in sorted(tried) if index)
                worth = takewhile(lambda _: not self.exhausted, others)
                nearer = min(worth, key=self.distance, default=best)
            if self.distance(nearer) >= self.distance(best):
                break
            best = nearer
        return best

    def _better_looking(self, best: Indices, parts: Sequence[Part]) -> Indices:
        """Without those of which each, by itself, brings the parts that it sets nearer."""
        acting = [list(self._setting(part, best)) for part in parts]
        for depth in range(max(map(len, acting), default=0)):
            before, after = Counter[int](), Counter[int]()
            for part, indices in zip(parts, acting, strict=True):
                before.update(dict.fromkeys(indices[depth : depth + 1], weight(part)))
            others = best.symmetric_difference(before)  # all at once: they act in different places
            for part in self.parts(others) or ():
                after.update(dict.fromkeys(self.acting(part, others), weight(part)))
            if worth := {index for index in before if after[index] < before[index]}:
                return best.symmetric_difference(worth)
        return best

    def lost_with(self, missing: Indices) -> Indices:
        """The instructions that do nothing without the missing ones: a fade at a cut that is not there."""
        if not missing:
            return WHOLE
        could_not = self._idle(missing, min(missing))
        return could_not - self._idle(WHOLE, min(missing)) if could_not else WHOLE

    def _idle(self, left_out: Indices, first: int) -> Indices:
        """The instructions from one on that leave the timeline as they find it, without those."""
        since = self._since(first) or Snapshot(0, Timeline())
        timeline, found = since.timeline, set[int]()
        for index in range(since.number, len(self.on_video)):
            if index in left_out:
                continue
            before, timeline = timeline, fold(timeline, self.on_video[index].on(timeline))
            if before.length == timeline.length and before.main == timeline.main:
                found.add(index)
        return frozenset(found)

    # ---- What was done twice ---------------------------------------------------------------------

    def doubled(self) -> Instruction | None:
        """The one instruction that was carried out twice, if that alone explains the video."""
        for index in takewhile(lambda _: not self.exhausted, self._alone(again=True)):
            step = self.on_video[index]
            if any(isinstance(delta, RemoveUnknown) for delta in step.deltas):
                continue  # whatever is missing, a second time might have removed it
            again = [*self.on_video[:index], step, *self.on_video[index:]]
            if not self._predicted(again, self._since(index)).problems:
                return step
        return None


def _is_seen(before: Timeline, after: Timeline, tolerance: int) -> bool:
    """Whether one instruction has made a difference to the video; a mere cut may be there anyway."""
    if not after.length.is_near(before.length, tolerance):
        return True
    first, last = _common(before.main, after.main), _common(before.main[::-1], after.main[::-1])
    one, other = (main[first : max(first, len(main) - last)] for main in (before.main, after.main))
    parts = diff_main_tracks(other, one, tolerance)
    return any(part.key == MATERIAL or property_of(part.key).compared for part in parts)


def _common(one: Sequence[Segment], other: Sequence[Segment]) -> int:
    """How many segments both begin with; an edit leaves alone what it does not touch."""
    same = takewhile(lambda pair: pair[0] is pair[1], zip(one, other, strict=False))
    return sum(1 for _ in same)
