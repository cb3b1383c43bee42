"""Transitions in the decoded picture: which way they go, and at which frame they are how far."""

from __future__ import annotations

from typing import Any

import pytest
from support.render import Render, Seen, clip, draft

DARK, BRIGHT = 30, 207
"""Brightness of the clock clip at its start and its end."""


def changed(made: Render, kind: str, **link: Any) -> Seen:
    """A dark second, then a bright one; a transition of a second at 1 s."""
    tr = {"type": kind, "d": 1000} | link
    bright = clip(1000, 1000, 5900, freeze=True, tr=tr)
    return made(draft((0, [clip(0, 1000, 0, freeze=True), bright])))


def is_new(seen: Seen, frame: int, x: float) -> bool:
    return seen.pixel(frame, x, 0.5) > (DARK + BRIGHT) / 2


@pytest.mark.parametrize("way", ["left", "right"])
@pytest.mark.parametrize("kind", ["wipe", "slide"])
def test_the_edge_crosses_the_frame_in_its_direction(made: Render, kind: str, way: str) -> None:
    seen = changed(made, f"{kind}-{way}")
    for frame in range(20):
        done = min(max((frame - 5) / 10, 0), 1)
        share = sum(is_new(seen, frame, (i + 0.5) / 40) for i in range(40)) / 40
        assert share == pytest.approx(done, abs=0.1), frame
    assert is_new(seen, 10, 0.8) == (way == "left")
    assert is_new(seen, 10, 0.2) == (way == "right")


@pytest.mark.parametrize(("kind", "level"), [("dip-black", 16), ("dip-white", 235)])
def test_a_dip_is_one_colour_in_its_middle(made: Render, kind: str, level: int) -> None:
    seen = changed(made, kind)
    assert seen.brightness(10) == pytest.approx(level, abs=4)
    assert [round(seen.brightness(frame)) for frame in (3, 17)] == [DARK, BRIGHT]


@pytest.mark.parametrize("kind", ["wipe-left", "slide-left"])
def test_only_a_slide_moves_the_picture(made: Render, kind: str) -> None:
    """A narrow white picture in the middle of the frame comes in."""
    white = {"role": "clip", "s": 1000, "d": 1000, "src": "white.png", "still": True}
    white["tr"] = {"type": kind, "d": 1000}
    seen = made(draft((0, [clip(0, 1000, 0, freeze=True), white])))
    assert is_new(seen, 11, 0.55) == (kind == "wipe-left")
    assert is_new(seen, 11, 0.88) == (kind == "slide-left")


def test_a_joined_transition_shares_its_time(made: Render) -> None:
    link = {"type": "wipe-right", "d": 1000, "overlap": True}
    seen = made(
        draft((0, [clip(0, 2000, 0, freeze=True), clip(1000, 2000, 5900, freeze=True, tr=link)]))
    )
    assert len(seen.frames) == 30
    assert [is_new(seen, 15, x) for x in (0.2, 0.8)] == [True, False]
