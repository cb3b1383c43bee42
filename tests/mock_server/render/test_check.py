"""A render that is not what the draft asked for is no render, whatever ffmpeg's exit code says."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from support.render import ffmpeg

from mock_server.render import RenderError, encode
from mock_server.render.composition import Canvas, Clip, Composition

FRAMES = 20
ASKED = Composition(Canvas(160, 90, Fraction(10)), [Clip("black", 0, 2000)], [], [], [], [])


@pytest.fixture(scope="module")
def right(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two seconds as they were asked for, whose title reads like another picture."""
    path = tmp_path_factory.mktemp("check") / "part.mp4"
    title = "\n  Stream #0:9: Video: h264, 8x8, \n  Duration: 00:00:09.00,"
    ffmpeg("-f", "lavfi", "-i", "testsrc2=s=160x90:r=10:d=2", "-f", "lavfi", "-i", "sine=d=2",
           "-metadata", f"title={title}", "-movflags", "+faststart", str(path))  # fmt: skip
    return path


def test_what_was_asked_for_passes(right: Path) -> None:
    encode.check(right, ASKED, FRAMES)


@pytest.mark.parametrize(
    ("asked", "frames", "says"),
    [
        (ASKED, 18, "18 frames instead of 20"),
        (replace(ASKED, canvas=Canvas(160, 92, Fraction(10))), 20, "is 160x90"),
        (replace(ASKED, clips=[Clip("black", 0, 2200)]), 21, "lasts 2.00 s instead of 2.20 s"),
    ],
)
def test_what_is_otherwise_is_refused(
    right: Path, asked: Composition, frames: int, says: str
) -> None:
    with pytest.raises(RenderError, match=says):
        encode.check(right, asked, frames)


def test_a_track_that_is_missing_is_noticed(right: Path, tmp_path: Path) -> None:
    for track in "va":
        ffmpeg("-i", str(right), "-map", f"0:{track}", "-c", "copy", str(tmp_path / "one.mp4"))
        with pytest.raises(RenderError, match="lacks its picture or its sound"):
            encode.check(tmp_path / "one.mp4", ASKED, FRAMES)


def test_what_is_cut_off_or_written_over_is_damaged(right: Path, tmp_path: Path) -> None:
    whole, bad = right.read_bytes(), tmp_path / "bad.mp4"
    for content in (whole[:-500], b"x" * len(whole)):
        bad.write_bytes(content)
        with pytest.raises(RenderError, match="the render is damaged"):
            encode.check(bad, ASKED, FRAMES)
