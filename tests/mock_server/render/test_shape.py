"""Canvas, overlays, looks, stills and cards: what is where in the picture; and the copied picture."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from support.render import Render, clip, draft, ffmpeg, renderer

from mock_server.agent import act
from mock_server.media.worker import read
from mock_server.render import grades


def grey(**more: Any) -> dict[str, Any]:
    return {"role": "clip", "s": 0, "d": 500, "src": "mute.mp4", "in": 0, "out": 500} | more


@pytest.fixture
def halves(tmp_path: Path) -> Path:
    """A picture that is black on the left and white on the right."""
    path = tmp_path / "halves.mp4"
    ffmpeg("-f", "lavfi", "-i", "color=white:s=160x90:r=10:d=1,drawbox=w=80:h=90:c=black:t=fill",
           "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", str(path))  # fmt: skip
    return path


@pytest.mark.parametrize(
    ("fill", "edge"), [("fit", (10, 20)), ("fill", (120, 132)), ("blur", (70, 130))]
)
def test_how_a_wide_picture_sits_in_a_tall_canvas(
    made: Render, fill: str, edge: tuple[int, int]
) -> None:
    seen = made(draft((0, [grey()]), width=90, height=160, fill=fill))
    assert seen.pixel(2, 0.5, 0.5) == pytest.approx(126, abs=6)
    assert edge[0] <= seen.pixel(2, 0.5, 0.05) <= edge[1]


def test_blur_takes_its_edges_from_the_picture(made: Render) -> None:
    seen = made(draft((0, [clip(0, 500, 5000)]), width=90, height=160, fill="blur"))
    dark = made(draft((0, [clip(0, 500, 0)]), width=90, height=160, fill="blur"))
    assert seen.pixel(2, 0.5, 0.05) > dark.pixel(2, 0.5, 0.05) + 60


def test_rotation_and_crop(halves: Path, tmp_path: Path) -> None:
    go = renderer({"mute.mp4": halves}, tmp_path)
    turned = go(draft((0, [grey(rotate=90)]), width=90, height=160))
    assert turned.pixel(2, 0.5, 0.2) < 30 < 200 < turned.pixel(2, 0.5, 0.8)
    flipped = go(draft((0, [grey(rotate=180)])))
    assert flipped.pixel(2, 0.8, 0.5) < 30 < 200 < flipped.pixel(2, 0.2, 0.5)
    cropped = go(draft((0, [grey(crop=0.5)])))
    assert cropped.pixel(2, 0.45, 0.5) < 40 < 190 < cropped.pixel(2, 0.55, 0.5)


def test_a_turned_recording_is_upright(tmp_path: Path, footage: dict[str, Path]) -> None:
    turned = tmp_path / "turned.mp4"
    ffmpeg("-display_rotation", "90", "-i", str(footage["mute.mp4"]), "-c", "copy", str(turned))
    seen = renderer({"mute.mp4": turned}, tmp_path)(draft((0, [grey()]), width=90, height=160))
    assert seen.pixel(2, 0.5, 0.05) == pytest.approx(126, abs=6)


def test_an_overlay_is_seen_at_its_place_and_time(made: Render) -> None:
    logo = {"role": "overlay", "s": 200, "d": 200, "src": "white.png", "pos": "bottom-left"}
    seen = made(draft((0, [grey()]), (0, [logo | {"scale": 0.2, "opacity": 0.5}])))
    corner = [seen.pixel(i, 0.08, 0.85) for i in range(5)]
    assert corner[1] == corner[4] == pytest.approx(126, abs=5)
    assert corner[2] == pytest.approx((126 + 235) / 2, abs=8)
    assert seen.pixel(2, 0.9, 0.1) == pytest.approx(126, abs=5)


def test_a_moving_overlay_starts_at_its_own_beginning(made: Render) -> None:
    inset = {
        "role": "overlay",
        "s": 1000,
        "d": 1000,
        "src": "clock.mp4",
        "pos": "center",
        "scale": 0.5,
    }
    seen = made(draft((0, [grey(d=2000, out=2000)]), (0, [inset | {"in": 3000}])))
    shown = [(seen.pixel(i, 0.5, 0.5) - 30) / 3 for i in range(10, 20)]
    assert shown == pytest.approx(range(30, 40), abs=1)


def test_stills_cards_and_black(made: Render) -> None:
    segments = [
        {"role": "clip", "s": 0, "d": 500, "src": "white.png", "still": True},
        {"role": "generated", "s": 500, "d": 500, "prompt": "waves 海浪 🌊"},
        {"role": "clip", "s": 1500, "d": 500, "src": "hum.mp3", "in": 0, "out": 500},
    ]
    seen = made(draft((0, segments), width=320, height=180))
    assert len(seen.frames) == 20
    assert seen.pixel(2, 0.5, 0.5) > 225
    assert seen.pixel(2, 0.1, 0.5) < 25
    assert 40 < max(seen.frames[7]) > 150
    assert max(seen.frames[12]) < 25
    assert max(seen.frames[17]) < 25
    assert seen.loudness(1, 1.4) < -80 < -40 < seen.loudness(1.6, 1.9)


def test_sound_alone_gets_a_black_picture_of_its_length(made: Render) -> None:
    seen = made(draft((1, [{"role": "music", "s": 500, "d": 1500, "src": "hum.mp3"}])))
    assert len(seen.frames) == 20
    assert max(seen.frames[10]) < 25


def test_every_look_renders(made: Render) -> None:
    names = [words[0] for words, _ in grades.GRADES] + ["never heard of"]
    segments = [
        grey(s=i * 200, d=200, out=200, color={"name": name, "amount": 0.8})
        for i, name in enumerate(names)
    ]
    seen = made(draft((0, segments)))
    assert len(seen.frames) == 2 * len(names)
    assert grades.grade("warm", 0) == grades.grade("", 1) == []
    assert seen.brightness(2 * names.index("bright")) > 134
    assert seen.brightness(2 * names.index("dark")) < 116


def test_transitions_render(made: Render) -> None:
    assert grades.transition("never heard of") == "fade"
    for name in {*grades.TRANSITIONS} - {"cross", "push", "radial", "pixel", "flash", "zoom"}:
        pair = [clip(0, 400, 0), clip(400, 400, 3000, tr={"type": name, "d": 200})]
        assert len(made(draft((0, pair))).frames) == 8


def test_stabilize_keeps_the_frames(made: Render) -> None:
    seen = made(draft((0, [clip(0, 1000, 1000, stabilize=True)])))
    assert [round(seen.picture_clock(i)) for i in range(10)] == list(range(10, 20))


def packets(path: Path) -> bytes:
    return ffmpeg("-i", str(path), "-map", "0:v", "-c", "copy", "-f", "md5", "-")


def test_an_untouched_picture_is_copied(
    made: Render, footage: dict[str, Path], tmp_path: Path
) -> None:
    out, original = tmp_path / "out.mp4", packets(footage["clock.mp4"])
    split = [clip(0, 3000, 0), clip(3000, 3000, 3000)]
    music = (1, [{"role": "music", "s": 0, "d": 6000, "src": "hum.mp3", "vol": 0.5}])
    seen = made(draft((0, split), music))
    assert packets(out) == original
    assert seen.loudness(1, 5) > -40
    assert all(abs(seen.picture_clock(i) - i) < 1 for i in range(60))
    for changed in (
        draft((0, [clip(0, 5900, 0)]), music),
        draft((0, split), (7, [{"role": "title", "s": 0, "d": 100, "text": "x"}])),
        draft((0, [clip(0, 6000, 0, fade_in=100)])),
        draft((0, [clip(0, 6000, 0, crop=0.1)])),
        draft((0, split), width=80, height=44),
    ):
        made(changed)
        assert packets(out) != original


def test_colours_hold_when_sources_are_coded_differently(
    footage: dict[str, Path], tmp_path: Path
) -> None:
    """A small video and a picture of the same red are the same red in a large canvas."""
    red = ["-f", "lavfi", "-i", "color=red:s=160x90:r=10:d=1,format=yuv420p"]
    video, picture = tmp_path / "red.mp4", tmp_path / "red.png"
    ffmpeg(*red, "-c:v", "libx264", "-preset", "ultrafast", str(video))
    ffmpeg("-f", "lavfi", "-i", "color=red:s=160x90", "-frames:v", "1", str(picture))
    go = renderer({"red.mp4": video, "red.png": picture}, tmp_path)
    segments = [grey(src="red.mp4", d=200, out=200), grey(src="red.png", s=200, d=200, still=True)]
    for size in ((160, 90), (1280, 720)):
        seen = go(draft((0, segments)), width=size[0], height=size[1])
        assert seen.pixel(0, 0.5, 0.5) == pytest.approx(seen.pixel(3, 0.5, 0.5), abs=3)
    assert read(tmp_path / "out.mp4", "out.mp4").tracks.tagged, (
        "players would guess by the new height"
    )


@pytest.mark.parametrize("again", ["rotate by 90 degrees", "rotate 90° clockwise", "旋转90度"])
def test_a_second_rotation_adds_to_the_first(halves: Path, tmp_path: Path, again: str) -> None:
    media = {"mute.mp4": read(halves, "mute.mp4")}
    once = act("Rotate the video by 90 degrees", draft((0, [grey()])), media).draft
    twice = act(again, once, media).draft
    assert [one["t"][0]["sg"][0]["rotate"] for one in (once, twice)] == [90, 180]
    seen = renderer({"mute.mp4": halves}, tmp_path)(twice)
    assert seen.pixel(2, 0.8, 0.5) < 30 < 200 < seen.pixel(2, 0.2, 0.5)
    upright = act("rotate by 180 degrees", twice, media).draft
    assert "rotate" not in upright["t"][0]["sg"][0]
