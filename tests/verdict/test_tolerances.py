"""How far a draft may be off: to the last millisecond and to the last tenth of a percent."""

from __future__ import annotations

import copy
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from support.timelines import Carried, carried_out, compiled

Draft = dict[str, Any]
TOLERANCE = 100
"""Milliseconds, unless a recipe says otherwise (documented)."""
RECIPE = f"""\
tolerance {TOLERANCE}ms
split at 5s
title 2-4s "A" fade in 0.5s
overlay 1-3s "logo.png" at top-left size 20% opacity 50%
music "lo-fi" volume 40% fade out 1s
"""


@cache
def steps() -> dict[str, Carried]:
    """The step of each verb."""
    program = compiled(RECIPE, ("camera-a.mp4",))
    return {one.step.edit.verb: one for one in carried_out(program) if one.step.edit is not None}


def is_met(verb: str, change: Callable[[Draft], None]) -> bool:
    """Whether the step of a verb is met by its draft with one change."""
    done = steps()[verb]
    draft = copy.deepcopy(done.draft)
    change(draft)
    return all(finding.status == "met" for finding in done.again(draft))


def segment_of(draft: Draft, role: str) -> dict[str, Any]:
    return next(one for track in draft["t"] for one in track["sg"] if one["role"] == role)


def by(role: str, **offsets: float) -> Callable[[Draft], None]:
    def change(draft: Draft) -> None:
        segment = segment_of(draft, role)
        for key, offset in offsets.items():
            segment[key] = round(segment[key] + offset, 4)

    return change


@pytest.mark.parametrize("side", [1, -1])
@pytest.mark.parametrize(("off", "met"), [(TOLERANCE, True), (TOLERANCE + 1, False)])
def test_times_are_off_by_the_tolerance_at_most(off: int, met: bool, side: int) -> None:
    assert is_met("title", by("title", s=side * off)) == met
    assert is_met("title", by("title", d=side * off)) == met
    assert is_met("title", by("title", fade_in=side * off)) == met
    assert is_met("music", by("music", fade_out=side * off)) == met


@pytest.mark.parametrize("side", [1, -1])
@pytest.mark.parametrize(("off", "met"), [(0.009, True), (0.011, False), (0.02, False)])
def test_levels_and_sizes_are_off_by_one_percent_at_most(off: float, met: bool, side: int) -> None:
    assert is_met("music", by("music", vol=side * off)) == met
    assert is_met("overlay", by("overlay", scale=side * off)) == met
    assert is_met("overlay", by("overlay", opacity=side * off)) == met


@pytest.mark.parametrize(
    ("off", "met"), [(1, True), (2, False), (20, False), (-1, True), (-2, False)]
)
def test_the_video_has_gaps_and_overlaps_of_a_millisecond_at_most(off: int, met: bool) -> None:
    """A gap is black, however short: the tolerance of times does not cover it."""

    def change(draft: Draft) -> None:
        draft["t"][0]["sg"][1]["s"] += off

    assert is_met("split", change) == met
