"""Layers are said to overlap only where they certainly do."""

from __future__ import annotations

import pytest

from nemo_spec.recipe.overlaps import Overlaps
from nemo_spec.timeline.deltas import AddLayer
from nemo_spec.timeline.model import Interval, Segment


def title(start: tuple[int, int], end: tuple[int, int]) -> AddLayer:
    return AddLayer(Segment("title", Interval(*start), Interval(*end), texts=("Hi",)))


@pytest.mark.parametrize(
    ("start", "end", "overlaps"),
    [
        ((2999, 2999), (5000, 5000), True),
        ((3000, 3000), (5000, 5000), False),
        ((2500, 3000), (5000, 5000), False),  # it may begin after the first one
        ((2500, 2999), (5000, 5000), True),
        ((2500, 2900), (2800, 9000), False),  # it may be over before it begins
        ((0, 0), (1000, 1000), False),
        ((0, 0), (1000, 9000), False),  # it may end before the first one begins
        ((0, 0), (1001, 9000), True),
    ],
)
def test_a_layer_overlaps_the_certain_time_of_another(
    start: tuple[int, int], end: tuple[int, int], overlaps: bool
):
    known = Overlaps()
    assert list(known.note([title((900, 1000), (3000, 3400))])) == []
    problems = list(known.note([title(start, end)]))
    assert [problem.code for problem in problems] == ["W214"] * overlaps
