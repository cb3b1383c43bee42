"""The cuts behind `trim pauses` that were surely done, because a level or look of a part of the video would
lie elsewhere without them: found without a prediction of the others for each.

What `volume 50% 2-4s` says is heard at another time after a cut in front of it than it would be without
the cut. Where the draft has none of it there, the cut was done.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from nemo_spec.compile import Instruction
from nemo_spec.language.values import DAY
from nemo_spec.timeline.deltas import Cut, SetProperties
from nemo_spec.timeline.model import Timeline, exactly
from nemo_spec.timeline.properties import ARRANGING, EDGES, NOT_COMPARED
from nemo_spec.verdict.diagnosis.parts_later import is_part, parts_later
from nemo_spec.verdict.diagnosis.predict import Predicted, tolerance_of, unread_properties
from nemo_spec.verdict.diagnosis.traceless_cuts import cuts_behind_pauses
from nemo_spec.verdict.differences import property_differences

_SLIVER = 2
"""Milliseconds in which a look cannot be seen."""


class _Part(NamedTuple):
    """What step number `number` sets, and from when to when (ms) it holds at the end."""

    number: int
    delta: SetProperties
    start: int
    end: int


class _Gone(NamedTuple):
    """A range (ms) that step number `number` cuts."""

    number: int
    first: int
    last: int


def told_by_parts(
    steps: Sequence[Instruction], befores: Sequence[Timeline], actual: Timeline
) -> Iterator[int]:
    """The numbers of the steps without which the draft would be wrong, as far as parts tell. `befores` are
    the timelines before each step."""
    if not actual.is_exact or not any(is_part(delta) for step in steps for delta in step.deltas):
        return
    cuts, predicted = cuts_behind_pauses(steps, befores, actual)
    parts = _parts(steps, cuts, predicted, actual) if cuts.stop + 1 == len(steps) else ()
    if not parts:
        return
    starts = [piece.start.lo for piece in actual.main]
    gone = [
        _Gone(number, *range_)
        for number, step in enumerate(steps)
        for delta in step.deltas
        if isinstance(delta, Cut)
        for range_ in reversed(delta.ranges)
    ]
    tolerance = max(tolerance_of(steps), _SLIVER)
    for number in cuts:
        before = [part for part in parts if part.number < number]
        if not before:
            continue
        latest = max(before, key=lambda part: part.end)
        start, end = _only_without(number, gone, latest, parts)
        if min(end, actual.length.lo) - start <= tolerance:
            continue
        piece = actual.main[bisect_right(starts, start) - 1]
        if piece.end.lo < end:
            continue
        wanted = piece.with_properties(**latest.delta.properties).owned_by(0)
        if any(property_differences(wanted, piece, tolerance)):
            yield number


def _parts(
    steps: Sequence[Instruction], cuts: range, predicted: Predicted, actual: Timeline
) -> list[_Part]:
    """The parts that are set; none where it is not plain how long each holds, and how it looks."""
    sets = [
        (number, delta)
        for number, step in enumerate(steps)
        for delta in step.deltas
        if isinstance(delta, SetProperties)
    ]
    later, unplaced = parts_later(steps, predicted.acted, actual.length.lo)
    dark = {*ARRANGING, *EDGES, *NOT_COMPARED, *unread_properties(actual)}
    is_plain = (
        not unplaced
        and len(later) == len(sets)
        and all(
            number >= cuts.start
            and is_part(delta)
            and delta.end < DAY
            and dark.isdisjoint(delta.sets)
            for number, delta in sets
        )
    )
    if not is_plain or not all(_is_fixed(steps[number]) for number, _ in sets):
        return []
    return [
        _Part(number, delta, one.start, one.end)
        for (number, delta), one in zip(sets, later, strict=True)
    ]


def _is_fixed(step: Instruction) -> bool:
    """Whether it does the same however long the video is."""
    return all(step.on(Timeline(length=exactly(length))) == step.deltas for length in (0, DAY))


def _only_without(
    cut: int, gone: Sequence[_Gone], part: _Part, parts: Sequence[_Part]
) -> tuple[int, int]:
    """From when to when (ms) a part, and surely no other one, would hold without one of the cuts behind it,
    and does not hold with it."""
    start, end, later = part.delta.start, part.delta.end, 0
    for number, first, last in gone[bisect_right(gone, part.number, key=lambda one: one.number) :]:
        if number == cut:
            later += last - first
            continue
        if start > first:
            start -= min(start, last) - first
        if end > first:
            end -= min(end, last) - first
    start = max(start, part.end)
    others = [one for one in parts if one is not part and one.start < end]
    start = max([start, *(one.end + later for one in others if one.number < cut)])
    until = (one.start for one in others if one.number > cut and one.end > start)
    return start, min([end, *until])
