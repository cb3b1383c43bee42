"""What other people's pictures look like once they are rendered."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import av
import pytest
from PIL import Image
from support.media_files import PAUSES, made
from support.render import Seen, draft, ffmpeg, renderer

STEP = 12
"""Pixels by which the rectangle of `moving.gif` is further right with each frame."""


def shown(path: Path, tmp_path: Path, *segments: dict[str, Any], **canvas: Any) -> Seen:
    """Render segments of one file, each of its own properties, as a clip of 2 s if there is none."""
    given = segments or ({"d": 300, "out": 300},)
    clips = [{"role": "clip", "s": 0, "src": "file", "in": 0} | one for one in given]
    size = {"width": 320, "height": 180, "fps": 10} | canvas
    return renderer({"file": path}, tmp_path)(draft((0, clips), **size))


def place(seen: Seen, frame: int) -> float:
    """Which frame of the animation is seen."""
    row = seen.frames[frame][90 * 320 : 91 * 320]
    return next(x for x, level in enumerate(row) if level > 100) / STEP


@pytest.mark.parametrize("name", ["moving.gif", "moving.webp"])
def test_an_animation_plays_is_cut_held_and_reversed(name: str, tmp_path: Path) -> None:
    seen = shown(
        made(name), tmp_path,
        {"d": 500, "out": 500},
        {"s": 500, "d": 500, "in": 1200, "out": 1700},
        {"s": 1000, "d": 500, "in": 900, "out": 900, "freeze": True},
        {"s": 1500, "d": 500, "in": 1000, "out": 1500, "reverse": True},
    )  # fmt: skip
    wanted = [*range(5), *range(12, 17), *[9] * 5, *range(14, 9, -1)]
    assert [round(place(seen, n)) for n in range(20)] == wanted


def test_an_animated_overlay_begins_again(footage: dict[str, Path], tmp_path: Path) -> None:
    base = {"role": "clip", "s": 0, "d": 4000, "src": "grey.mp4", "in": 0, "out": 4000}
    over = {"role": "overlay", "s": 0, "d": 4000, "src": "a.gif", "scale": 1.0, "pos": "top-left"}
    files = {"grey.mp4": footage["grey.mp4"], "a.gif": made("moving.gif")}
    seen = renderer(files, tmp_path)(draft((0, [base]), (0, [over])))
    assert seen.frames[5][45 * 160 : 46 * 160] != seen.frames[15][45 * 160 : 46 * 160]
    apart = zip(seen.frames[5], seen.frames[25], strict=True)
    assert max(abs(one - other) for one, other in apart) < 20


Turn = Callable[[bytes], bytes]
ROWS = range(0, 320 * 180, 320)


@pytest.mark.parametrize(
    ("name", "turned"),
    [
        ("flipped.mp4", lambda frame: b"".join(frame[y : y + 320][::-1] for y in ROWS)),
        ("turned-180.mp4", lambda frame: frame[::-1]),
        ("upside-down.mp4", lambda frame: b"".join(frame[y : y + 320] for y in reversed(ROWS))),
        ("turned-90.mp4", lambda frame: b"".join(frame[x::320][::-1] for x in range(320))),
        ("turned-270.mp4", lambda frame: b"".join(frame[x::320] for x in reversed(range(320)))),
    ],
)
def test_a_clip_is_turned_as_it_says(name: str, turned: Turn, tmp_path: Path) -> None:
    upright = "0" in name and "180" not in name
    size = {"width": 180, "height": 320} if upright else {}
    plain = shown(made("plain.mp4"), tmp_path, fps=30).frames[4]
    found = shown(made(name), tmp_path, fps=30, **size).frames[4]
    differences = [abs(a - b) for a, b in zip(turned(plain), found, strict=True)]
    assert sum(differences) / len(differences) < 6


def test_a_photo_is_turned_as_its_camera_was_held(tmp_path: Path) -> None:
    still = {"d": 300, "still": True}
    seen = shown(made("turned.jpg"), tmp_path, still, width=180, height=320)
    assert seen.pixel(0, 0.5, 0.1) > 150
    assert seen.pixel(0, 0.5, 0.5) < 50


@pytest.mark.parametrize("curve", ["smpte2084", "arib-std-b67"])
def test_hdr_becomes_ordinary_video(curve: str, tmp_path: Path) -> None:
    """White paper stays bright, and what is brighter than that is still told from it."""
    tags = f"setparams=color_trc={curve}:color_primaries=bt2020:colorspace=bt2020nc"
    steps = "geq=lum='64+trunc(X/80)*256':cb=512:cr=512"
    source = tmp_path / "hdr.mp4"
    ffmpeg("-f", "lavfi", "-i", f"color=black:s=320x180:r=10:d=1,format=yuv420p10le,{steps},{tags}",
           "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p10le", str(source))  # fmt: skip
    for extra in ({}, {"reverse": True}):
        seen = shown(source, tmp_path, {"d": 300, "out": 300, **extra})
        levels = [seen.pixel(1, x, 0.5) for x in (0.1, 0.4, 0.6, 0.9)]
        assert levels[0] < 20
        assert levels[2] > 110
        assert all(b - a > 10 for a, b in pairwise(levels))
        with av.open(str(tmp_path / "out.mp4")) as container:
            frame = next(container.decode(video=0))
        assert (frame.format.name, frame.color_trc, frame.colorspace) == ("yuv420p", 1, 1)


def test_what_is_transparent_has_black_below_it(tmp_path: Path) -> None:
    picture = Image.new("RGBA", (320, 180), (255, 255, 255, 0))
    picture.paste((255, 255, 255, 255), (0, 0, 160, 180))
    picture.save(tmp_path / "half.png")
    seen = shown(tmp_path / "half.png", tmp_path, {"d": 300, "still": True})
    assert seen.pixel(0, 0.2, 0.5) > 230
    assert seen.pixel(0, 0.8, 0.5) < 20


def test_an_odd_size_is_shown_whole(tmp_path: Path) -> None:
    picture = Image.new("RGB", (161, 91), "white")
    picture.paste((255, 0, 0), (2, 2, 159, 89))
    picture.save(tmp_path / "odd.png")
    seen = shown(tmp_path / "odd.png", tmp_path, {"d": 300, "still": True}, width=160, height=90)
    corners = [seen.pixel(0, x, y) for x in (0, 0.999) for y in (0, 0.999)]
    assert min(corners) > seen.pixel(0, 0.5, 0.5) + 60


@pytest.mark.parametrize("ending", ["mp4", "mkv"])
def test_a_picture_that_stops_early_is_held(
    ending: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its sound goes on for four seconds more: cut, held, and reversed in many pieces."""
    monkeypatch.setattr("mock_server.render.backwards.MEMORY", 160 * 90 * 10)
    source = tmp_path / f"short.{ending}"
    ffmpeg("-f", "lavfi", "-i", "color=black:s=160x90:r=10:d=2,geq=lum='30+3*N':cb=128:cr=128",
           "-i", str(made("voice.wav")), "-c:v", "libx264", "-preset", "ultrafast", "-crf", "4",
           "-pix_fmt", "yuv420p", "-c:a", "aac", str(source))  # fmt: skip
    seen = shown(
        source, tmp_path,
        {"d": 5900, "out": 5900},
        {"s": 5900, "d": 700, "in": 5000, "out": 5700},
        {"s": 6600, "d": 400, "in": 5500, "out": 5500, "freeze": True},
        {"s": 7000, "d": 6000, "in": 0, "out": 6000, "reverse": True},
        width=160, height=90,
    )  # fmt: skip
    wanted = [*range(20), *[19] * 90, *range(19, -1, -1)]
    assert [round(seen.picture_clock(n)) for n in range(130)] == wanted
    for start, end in PAUSES:
        for at, later in ((start, end), (13_000 - end, 13_000 - start)):
            assert seen.loudness(at / 1000 + 0.1, later / 1000 - 0.1) < -50
            assert seen.loudness(at / 1000 - 0.3, at / 1000 - 0.1) > -40
