"""Right drafts that count in other units: met where both witnesses agree, else in doubt, never wrong."""

from __future__ import annotations

import copy

import pytest
from support.foreign_damage.scene import Draft
from support.foreign_verdicts import NAMES, judged, scene_of

_TIMES = ("s", "d", "in", "out", "fade_in", "fade_out")
_SAMPLES = ("banner", "chinese-interview", "course-lesson", "pauses of two")
_PICTURES = ("slideshow", "three pictures")
"""No upload has a length, so that there is one witness only."""
_FACTORS = {"microseconds": 1000, "seconds": 0.001, "frames": 0.03}


def counted(draft: Draft, factor: float, *, times: bool = True, source: bool = True) -> Draft:
    """The draft with its times, or what plays of the files, in another unit."""
    draft = copy.deepcopy(draft)
    for segment in (segment for track in draft["t"] for segment in track["sg"]):
        for key in _TIMES:
            if key in segment and (source if key in ("in", "out") else times):
                value = segment[key] * factor
                segment[key] = round(value) if factor != _FACTORS["seconds"] else value
        if times and "tr" in segment:
            segment["tr"]["d"] *= factor
    return draft


def statuses(name: str, draft: Draft) -> set[str]:
    return {finding.status for finding in judged(name, draft)}


def check(name: str, unit: str) -> None:
    draft, factor = scene_of(name).draft, _FACTORS[unit]
    other = counted(draft, factor)
    assert statuses(name, other) == ({"unreadable"} if name in _PICTURES else set())
    assert statuses(name, other | {"d": draft["d"] * factor}) == {"unreadable"}
    assert statuses(name, {k: v for k, v in other.items() if k != "d"}) == {"unreadable"}
    assert statuses(name, counted(draft, factor, times=False)) <= {"unreadable"}
    assert statuses(name, counted(draft, factor, source=False)) <= {"unreadable"}


@pytest.mark.parametrize("unit", _FACTORS)
@pytest.mark.parametrize("name", _SAMPLES)
def test_no_unit_makes_a_draft_wrong(name: str, unit: str):
    check(name, unit)


@pytest.mark.slow
@pytest.mark.parametrize("unit", _FACTORS)
@pytest.mark.parametrize("name", NAMES)
def test_nor_any_recipe(name: str, unit: str):
    check(name, unit)
