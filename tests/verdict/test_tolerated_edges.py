"""Where a difference begins: at a millisecond more, a percent more."""

from __future__ import annotations

from dataclasses import replace

import pytest

from nemo_spec.timeline.model import Interval, Segment, Timeline, exactly
from nemo_spec.verdict.differences import layer_differences, main_differences

TITLE = Segment("title", exactly(1000), exactly(3000), texts=("Hi",), owner=1)
MUSIC = Segment(
    "music", exactly(0), exactly(3000), name="lo-fi", owner=1, properties={"volume": 0.35}
)


def video(*pieces: tuple[int, int], **properties: object) -> Timeline:
    main = [
        Segment(
            "clip", exactly(a), exactly(b), name="a", source=(a, b), properties=dict(properties)
        )
        for a, b in pieces
    ]
    return Timeline(main=main, length=main[-1].end)


@pytest.mark.parametrize(("off", "found"), [(100, 0), (101, 1), (-100, 0), (-101, 1)])
def test_a_layer_may_be_off_by_the_tolerance(off: int, found: int):
    for moved in (
        replace(TITLE, start=exactly(1000 + off)),
        replace(TITLE, end=exactly(3000 + off)),
    ):
        assert len(list(layer_differences(TITLE, moved, 100))) == found
    wide = replace(TITLE, start=Interval(800, 1000), end=Interval(3000, 3200))
    start, end = (1000 + off, 3200 + off) if off > 0 else (800 + off, 3000 + off)
    for moved in (replace(TITLE, start=exactly(start)), replace(TITLE, end=exactly(end))):
        assert len(list(layer_differences(wide, moved, 100))) == found


@pytest.mark.parametrize(("level", "found"), [(0.36, 0), (0.34, 0), (0.365, 1), (0.335, 1)])
def test_a_level_may_be_off_by_one_percent(level: float, found: int):
    actual = replace(MUSIC, properties={"volume": level})
    assert len(list(layer_differences(MUSIC, actual, 5000))) == found


@pytest.mark.parametrize(("level", "found"), [(0.01, 1), (0.011, 0)])
def test_what_nobody_asked_to_be_silent_must_be_heard(level: float, found: int):
    wanted, actual = replace(MUSIC, properties={}), replace(MUSIC, properties={"volume": level})
    assert len(list(layer_differences(wanted, actual, 100))) == found


@pytest.mark.parametrize(("gap", "found"), [(0, []), (1, []), (2, ["a gap of 0.002 s at 2 s"])])
def test_a_gap_of_one_millisecond_is_rounding(gap: int, found: list[str]):
    actual = video((0, 2000), (2000, 4000))
    later = replace(actual.main[1], start=exactly(2000 + gap))
    actual.main[1] = later
    assert list(main_differences(video((0, 4000)), actual, 100)) == found


@pytest.mark.parametrize(("overlap", "found"), [(1, []), (2, ["video overlaps at 1.998 s"])])
def test_an_overlap_of_one_millisecond_is_rounding(overlap: int, found: list[str]):
    actual = video((0, 2000), (2000, 4000))
    actual.main[1] = replace(actual.main[1], start=exactly(2000 - overlap))
    assert list(main_differences(video((0, 4000)), actual, 100)) == found


@pytest.mark.parametrize(("off", "found"), [(100, 0), (101, 1)])
def test_the_video_may_be_off_by_the_tolerance(off: int, found: int):
    for length in (4000 - off, 4000 + off):
        assert len(list(main_differences(video((0, 4000)), video((0, length)), 100))) == found
