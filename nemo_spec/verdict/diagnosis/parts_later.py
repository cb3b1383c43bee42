"""Levels and looks of parts of a video of which only the service knows the pieces: they are put where they
belong once the pieces are known, behind whatever has moved them since."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from nemo_spec.compile import Instruction
from nemo_spec.language.values import DAY
from nemo_spec.timeline.deltas import Append, Assemble, Delta, RemoveUnknown, SetProperties
from nemo_spec.timeline.model import Interval, Timeline, exactly

Done = tuple[Sequence[Delta], Interval, Interval]
"""Deltas, and the length of the video before and after them."""


def parts_later(
    steps: Sequence[Instruction], acted: Sequence[Done], length: int
) -> tuple[list[SetProperties], set[str]]:
    """What is to be carried out on the video of `length` ms at the end of these steps, in this order; and
    the keys of which nobody knows where they hold."""
    first = 1 + next((n for n, (done, *_) in enumerate(acted) if hides(done)), len(acted))
    sets, unplaced = list[SetProperties](), set[str]()
    befores = lengths_before(acted[first:], length)
    for step, (done, before, _), known in zip(steps[first:], acted[first:], befores, strict=False):
        span = before if known is None else exactly(known)
        for delta in done if known is None else _placed(step, done, known):
            if isinstance(delta, SetProperties):
                if known is None and _floats(step, span):
                    unplaced.update(delta.sets)
                elif sets or is_part(delta):
                    sets.append(delta)
            elif delta.moves_time:
                moved = [(one, _moved(one, delta, span)) for one in sets]
                sets = [new for _, new in moved if new]
                unplaced.update(key for old, new in moved if not new for key in old.sets)
    return sets, unplaced


def is_part(delta: Delta) -> bool:
    """Whether it sets properties of a part of the video only."""
    return isinstance(delta, SetProperties) and (delta.start > 0 or delta.end < DAY)


def hides(done: Sequence[Delta]) -> bool:
    """Whether it removes what only the service knows."""
    return any(isinstance(delta, RemoveUnknown) for delta in done)


def lengths_before(acted: Sequence[Done], length: int) -> list[int | None]:
    """How long (ms) the video was before each, as far as what came later says how much it took away."""
    found: list[int | None] = []
    known: int | None = length
    for _, before, after in reversed(acted):
        same = after.hi - before.hi == after.lo - before.lo
        known = known - after.lo + before.lo if known is not None and same else None
        found.append(known)
    return found[::-1]


def _placed(step: Instruction, done: Sequence[Delta], length: int) -> Sequence[Delta]:
    """What a step did to a video of which the length (ms) is known: `last 2s` is a place then."""
    if not hides(done) and not any(isinstance(delta, SetProperties) for delta in done):
        return done
    return step.on(Timeline(length=exactly(length)))


def _floats(step: Instruction, length: Interval) -> bool:
    """Whether where it acts depends on how long the video is."""
    shortest, longest = (list(_starts(step, exactly(n))) for n in length)
    return shortest != longest


def _starts(step: Instruction, length: Interval) -> Iterator[int]:
    for delta in step.on(Timeline(length=length)):
        if isinstance(delta, SetProperties):
            yield delta.start


def _moved(one: SetProperties, delta: Delta, length: Interval) -> SetProperties | None:
    if isinstance(delta, Append | Assemble) and one.end > length.lo:
        return None
    start, end = delta.moved(one.start), delta.moved(one.end)
    return None if start is None or end is None else replace(one, start=start, end=end)
