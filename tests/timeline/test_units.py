"""In which unit a draft counts: both witnesses agree, or no time is read."""

from __future__ import annotations

import pytest

from nemo_spec.timeline.units import MILLISECONDS, Played, unit_of

FACTORS = {"microseconds": 0.001, "seconds": 1000.0, "frames": 1000 / 30}


def whole(ms: float, length: int = 14_477, known: int | None = 14_477) -> list[Played]:
    """A clip that plays from start to end, in a unit of so many ms."""
    time = length / ms
    return [Played(time, time, 1, (0, time), known)]


@pytest.mark.parametrize("ms", FACTORS.values())
def test_a_unit_that_both_say_is_used(ms: float):
    assert unit_of(14_477, whole(ms), 30).ms == ms


@pytest.mark.parametrize("ms", FACTORS.values())
def test_a_unit_that_one_says_is_none(ms: float):
    assert unit_of(None, whole(ms), 30).ms is None
    assert unit_of(14_477, whole(ms, known=None), 30).ms is None


@pytest.mark.parametrize("ms", [0.001, 1000])
def test_a_draft_whose_own_length_is_in_another_unit_cannot_be_read(ms: float):
    assert unit_of(14_477 / ms, whole(ms), 30).ms is None


@pytest.mark.parametrize("said", [None, 14_477, 20_000, 1_000])
def test_milliseconds_need_no_witness(said: int | None):
    assert unit_of(said, whole(1), 30) is MILLISECONDS
    assert unit_of(said, whole(1, known=None), 30) is MILLISECONDS


def test_a_part_of_a_file_has_to_lie_in_it():
    part = [Played(8, 8, 1, (2, 10), 14_477)]
    assert unit_of(8000, part, 30).ms == 1000
    beyond = [Played(8, 8, 1, (12, 20), 14_477)]
    assert unit_of(8000, beyond, 30).ms is None


def test_ranges_in_another_unit_than_times_cannot_be_read():
    assert unit_of(14_477, [Played(14_477, 14_477, 1, (0, 14.477), 14_477)], 30).ms is None


def test_an_empty_draft_counts_in_milliseconds():
    assert unit_of(None, [], None) is MILLISECONDS
