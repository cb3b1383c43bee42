"""Two clips at once: each fills its half, and every edit acts on both."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from support.render import Render, Seen, clip, draft, ffmpeg, renderer

WIDE, HIGH = 640, 360


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A black clip, and a white one with a black box from 240 to 300 and from 160 to 200."""
    folder = tmp_path_factory.mktemp("halves")
    found = {}
    for name, drawn in (("black", ""), ("box", "negate,drawbox=240:160:60:40:black:fill,")):
        found[f"{name}.mp4"] = folder / f"{name}.mp4"
        ffmpeg("-f", "lavfi", "-i", f"color=black:s={WIDE}x{HIGH}:r=10:d=1,{drawn}format=yuv420p",
               "-c:v", "libx264", "-preset", "ultrafast", "-crf", "4",
               str(found[f"{name}.mp4"]))  # fmt: skip
    return found


def edges(line: bytes) -> list[int]:
    """Where a line of pixels changes between dark and bright."""
    return [i for i in range(1, len(line)) if (line[i - 1] < 126) != (line[i] < 126)]


@pytest.mark.parametrize(
    ("layout", "across", "down"),
    [
        ("left-right", [320, 320 + 240 - 160, 320 + 300 - 160], [160, 200]),
        ("top-bottom", [240, 300], [180, 180 + 160 - 90, 180 + 200 - 90]),
    ],
)
def test_each_picture_fills_its_half(
    files: dict[str, Path], tmp_path: Path, layout: str, across: list[int], down: list[int]
) -> None:
    pair = {"src": "black.mp4", "beside": "box.mp4", "layout": layout}
    base = {"role": "clip", "s": 0, "d": 500, "in": 0, "out": 500} | pair
    seen = renderer(files, tmp_path)(draft((0, [base]), width=WIDE, height=HIGH))
    x, y = (430, 180) if layout == "left-right" else (270, 270)
    row = seen.frames[2][y * WIDE : (y + 1) * WIDE]
    assert edges(row) == pytest.approx(across, abs=1)
    assert edges(seen.frames[2][x::WIDE]) == pytest.approx(down, abs=1)


def clocks(seen: Seen, frame: int) -> tuple[float, float]:
    """Which frame of the clock clip each half shows."""
    left, right = seen.pixel(frame, 0.25, 0.5), seen.pixel(frame, 0.75, 0.5)
    return (left - 30) / 3, (right - 30) / 3


@pytest.mark.parametrize(
    ("segments", "shown"),
    [
        ([clip(0, 500, 1000), clip(500, 500, 3000)], [*range(10, 15), *range(30, 35)]),
        ([clip(0, 500, 1000, speed=2)], range(10, 20, 2)),
        ([clip(0, 1000, 1000, reverse=True)], range(19, 9, -1)),
        ([clip(0, 500, 1000, freeze=True, out=1000)], [10] * 5),
    ],
)
def test_every_edit_acts_on_both(made: Render, segments: list[dict[str, Any]], shown: Any) -> None:
    pair = {"beside": "clock.mp4", "layout": "left-right"}
    seen = made(draft((0, [one | pair for one in segments])))
    for frame, wanted in enumerate(shown):
        assert clocks(seen, frame) == pytest.approx((wanted, wanted), abs=1)


def test_the_sound_is_that_of_the_first(made: Render) -> None:
    silent = made(draft((0, [clip(0, 1000, 0, src="mute.mp4", beside="grey.mp4")])))
    heard = made(draft((0, [clip(0, 1000, 0, src="grey.mp4", beside="mute.mp4")])))
    assert silent.loudness(0.2, 0.8) < -80 < -40 < heard.loudness(0.2, 0.8)
