"""Cuts, speed, reverse, freezes and joins: does each frame show, and sound like, its time?"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.render import Render, clip, draft, ffmpeg, look, renderer

cuts = st.lists(st.tuples(st.integers(0, 50), st.integers(2, 9)), min_size=1, max_size=8)


@given(cuts)
@settings(max_examples=6, deadline=None)
def test_cut_pieces_in_any_order_stay_in_step(made: Render, pieces: list[tuple[int, int]]) -> None:
    segments, wanted, at = [], [], 0
    for begin, frames in pieces:
        begin = min(begin, 60 - frames)
        segments.append(clip(at * 100, frames * 100, begin * 100))
        wanted += range(begin, begin + frames)
        at += frames
    seen = made(draft((0, segments)))
    assert [round(seen.picture_clock(i)) for i in range(len(seen.frames))] == wanted
    assert len(seen.samples) == pytest.approx(at * 4800, abs=2100)
    # Around a cut the tone of a frame is two tones: look at the frames inside the pieces.
    inside = [i for i in range(1, at - 1) if wanted[i - 1] + 1 == wanted[i] == wanted[i + 1] - 1]
    assert all(abs(seen.sound_clock(i) - wanted[i]) < 1 for i in inside)


def test_many_cuts_do_not_drift_at_a_rate_without_whole_samples(
    tmp_path: Path, footage: dict[str, Path]
) -> None:
    pieces = [clip(i * 130, 130, i * 190) for i in range(30)]
    out = renderer(footage, tmp_path)(draft((0, pieces)), fps=29.97)
    last = len(out.frames) - 3
    assert len(out.frames) == round(3.9 * 30 / 1.001)
    assert abs(out.picture_clock(last) - (29 * 190 + 50) / 100) < 1
    assert abs(out.sound_clock(last - 1, 29.97) - out.picture_clock(last)) < 1.2


def test_speed_shows_and_sounds_every_frame_at_its_time(made: Render) -> None:
    double = made(draft((0, [clip(0, 1000, 500, speed=2), clip(1000, 1000, 3000, speed=2)])))
    wanted = [5 + 2 * i for i in range(10)] + [30 + 2 * i for i in range(10)]
    assert all(abs(double.picture_clock(i) - w) <= 1 for i, w in enumerate(wanted))
    slow = made(draft((0, [clip(0, 4000, 2000, speed=0.25)])))
    assert all(abs(slow.picture_clock(i) - (20 + i / 4)) <= 1 for i in range(40))
    assert abs(slow.sound_clock(30) - 27.5) < 2


@pytest.mark.parametrize("memory", [96_000_000, 160 * 90 * 6])
def test_reverse_runs_backwards_in_pieces_of_any_size(
    made: Render, memory: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mock_server.render.backwards.MEMORY", memory)
    segments = [
        clip(0, 500, 0),
        clip(500, 1000, 1000, reverse=True),
        clip(1500, 500, 3000, reverse=True, speed=2),
    ]
    seen = made(draft((0, segments)))
    wanted = [*range(5), *range(19, 9, -1), 39, 37, 35, 33, 31]
    assert all(abs(seen.picture_clock(i) - w) <= 1 for i, w in enumerate(wanted))
    assert all(abs(seen.sound_clock(i) - wanted[i]) < 1.2 for i in range(6, 14))


def test_a_freeze_holds_its_frame_in_silence(made: Render) -> None:
    segments = [clip(0, 1000, 0), clip(1000, 1000, 1000, freeze=True), clip(2000, 1000, 1000)]
    seen = made(draft((0, segments)))
    assert {round(seen.picture_clock(i)) for i in range(10, 20)} == {10}
    assert seen.loudness(1.1, 1.9) < -60 < -15 < seen.loudness(2.1, 2.9)
    end = made(draft((0, [clip(0, 500, 6000, freeze=True)])))
    assert round(end.picture_clock(3)) == 59


def test_a_join_overlaps_and_a_transition_does_not(made: Render) -> None:
    overlap = {"type": "fade", "d": 1000, "overlap": True}
    seen = made(draft((0, [clip(0, 2000, 0), clip(1000, 2000, 4000, tr=overlap)])))
    assert len(seen.frames) == 30
    assert round(seen.picture_clock(9)) == 9
    assert 25 < seen.picture_clock(15) < 35
    assert round(seen.picture_clock(25)) == 55
    assert abs(seen.sound_clock(25) - 55) < 1
    at_cut = made(draft((0, [clip(0, 1000, 1000), clip(1000, 1000, 4000, tr={"d": 400})])))
    assert len(at_cut.frames) == 20
    assert [round(at_cut.picture_clock(i)) for i in (7, 12)] == [17, 42]
    assert 20 < at_cut.picture_clock(10) < 40
    assert [abs(at_cut.sound_clock(i) - w) < 1 for i, w in ((8, 18), (11, 41))] == [True, True]


def test_a_transition_takes_material_from_beyond_the_cut(made: Render) -> None:
    """Both sides move on while they fade, as an editor would do it."""
    cut = made(draft((0, [clip(0, 1000, 0), clip(1000, 1000, 1000, tr={"d": 600})])))
    assert [round(cut.picture_clock(i)) for i in range(20)] == list(range(20))


@pytest.mark.parametrize(("picture", "sound"), [("0", "0.5"), ("0.5", "0")])
@pytest.mark.parametrize("begin", [0, 10])
def test_picture_and_sound_may_start_at_different_times(
    tmp_path: Path, footage: dict[str, Path], picture: str, sound: str, begin: int
) -> None:
    late, clock = tmp_path / "late.mp4", str(footage["clock.mp4"])
    ffmpeg("-itsoffset", picture, "-i", clock, "-itsoffset", sound, "-i", clock, "-map", "0:v",
           "-map", "1:a", "-c", "copy", str(late))  # fmt: skip
    seen = renderer({"clock.mp4": late}, tmp_path)(draft((0, [clip(0, 2000, begin * 100)])))
    at = begin + 10
    assert round(seen.picture_clock(10)) == at - float(picture) * 10
    assert abs(seen.sound_clock(10) - (at - float(sound) * 10)) < 1.2


def test_a_variable_frame_rate_keeps_its_time(tmp_path: Path, footage: dict[str, Path]) -> None:
    jumpy = tmp_path / "jumpy.mkv"
    ffmpeg("-i", str(footage["clock.mp4"]), "-vf", "select='not(mod(n,3))'", "-fps_mode", "vfr",
           "-c:v", "libx264", "-preset", "ultrafast", "-crf", "4", "-c:a", "copy", str(jumpy))  # fmt: skip
    pieces = [clip(0, 1000, 0), clip(1000, 2000, 3000)]
    seen = renderer({"clock.mp4": jumpy}, tmp_path)(draft((0, pieces)))
    assert all(abs(seen.picture_clock(10 + i) - (30 + i)) < 3 for i in range(18))
    assert abs(seen.sound_clock(20) - 40) < 1


def test_output_is_an_ordinary_mp4(made: Render, tmp_path: Path) -> None:
    told: list[float] = []
    made(draft((0, [clip(0, 2000, 1000)])), width=320, height=180, fps=20, on_progress=told.append)
    listing = ffmpeg("-i", str(tmp_path / "out.mp4"), "-c", "copy", "-f", "framecrc", "-").decode()
    assert "h264" in listing
    assert "aac" in listing
    assert "320x180" in listing
    data = (tmp_path / "out.mp4").read_bytes()
    assert data.index(b"moov") < data.index(b"mdat"), "it plays while it loads"
    assert look(tmp_path / "out.mp4").frames[39]
    assert told == sorted(told)
    assert 0 <= told[0] <= told[-1] == 1
