"""Speed that changes evenly: each frame shows, and sounds like, its moment of the source."""

from __future__ import annotations

import pytest
from support.render import Render, clip, draft


def moment(first: float, last: float, seconds: float, at: float) -> float:
    """Which second of the source plays `at` seconds into a ramp of so many seconds."""
    return first * at + (last - first) * at * at / (2 * seconds)


@pytest.mark.parametrize(("first", "last"), [(1, 3), (3, 1), (0.5, 1), (1, 0.25)])
def test_a_ramp_shows_and_sounds_every_moment_at_its_time(
    made: Render, first: float, last: float
) -> None:
    ramp = clip(0, 2000, 1000, speed=first, speed_to=last)
    ramp["out"] = 1000 + round(1000 * (first + last))
    seen = made(draft((0, [ramp])))
    assert len(seen.frames) == 20
    for frame in range(20):
        shown = 10 + 10 * moment(first, last, 2, frame / 10)
        faster = max(first, last, 1)  # a frame of the output is so many of the clip
        assert seen.picture_clock(frame) == pytest.approx(shown, abs=faster), frame
    for frame in (3, 10, 16):
        heard = 10 + 10 * moment(first, last, 2, (frame + 0.5) / 10) - 0.5
        assert seen.sound_clock(frame) == pytest.approx(heard, abs=1 + faster / 2), frame


def test_a_ramp_backwards_begins_at_its_end(made: Render) -> None:
    """The clip before it keeps its speed, and what follows begins when it should."""
    ramp = clip(1000, 2000, 1000, speed=1, speed_to=2, reverse=True) | {"out": 4000}
    seen = made(draft((0, [clip(0, 1000, 0), ramp, clip(3000, 1000, 5000)])))
    assert [round(seen.picture_clock(frame)) for frame in (5, 35)] == [5, 55]
    for frame in (0, 5, 12, 19):
        shown = 39 - 10 * moment(1, 2, 2, frame / 10)
        assert seen.picture_clock(10 + frame) == pytest.approx(shown, abs=2)
