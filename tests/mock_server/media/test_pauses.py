"""Pauses found in the sample interview, compared with the ones that were put into it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from support.paths import ROOT
from support.render import ffmpeg

from mock_server.media.probe import Pauses, pauses
from mock_server.media.worker import read

MEDIA = ROOT / "specs/media"
INTERVIEW = MEDIA / "interview.mp4"
TRUTH = [tuple(p) for p in json.loads((MEDIA / "interview.pauses.json").read_text())["pauses"]]
KEPT = 200


def test_the_interview_is_what_its_tests_need() -> None:
    facts = read(INTERVIEW, "interview.mp4")
    assert (facts.width, facts.height, facts.has_audio) == (640, 360, True)
    assert 30_000 <= facts.duration_ms <= 45_000
    assert facts.size <= 3_000_000
    assert sum(500 <= b - a <= 3000 for a, b in TRUTH) >= 6


@pytest.mark.parametrize("noise_db", [None, -45, -38])
def test_pauses_are_found_without_touching_speech(tmp_path: Path, noise_db: int | None) -> None:
    source = INTERVIEW
    if noise_db:
        source = tmp_path / "noisy.wav"
        noise = f"anoisesrc=r=48000:d=41:seed=3:a={10 ** (noise_db / 20) * 3**0.5}"
        ffmpeg("-i", str(INTERVIEW), "-f", "lavfi", "-i", noise, "-filter_complex",
               "[0:a][1]amix=normalize=0:duration=first", str(source))  # fmt: skip
    found = found_in(source)
    long = [p for p in TRUTH if p[1] - p[0] >= 600]
    assert len(found.ranges) == len(long)
    for (start, end), (true_start, true_end) in zip(found.ranges, long, strict=True):
        assert start + KEPT >= true_start
        assert end - KEPT <= true_end
        assert (end - start) == pytest.approx(true_end - true_start, abs=180)
    assert found.threshold_db is not None
    assert -50 <= found.threshold_db <= -26


def test_the_minimum_and_the_level_can_be_given() -> None:
    long = found_in(INTERVIEW, longer_than_ms=2000)
    assert [b - a >= 1980 for a, b in long.ranges] == [True, True]
    assert found_in(INTERVIEW, below_db=-90).ranges == []
    everything = found_in(INTERVIEW, below_db=0.0)
    assert everything.threshold_db == 0
    assert everything.ranges[0][0] == 0
    assert everything.ranges[0][1] == pytest.approx(40764, abs=40)


def found_in(path: Path, **how: Any) -> Pauses:
    return pauses(read(path, path.name), **how)


def tones(path: Path, *parts: tuple[float, float]) -> Path:
    """Seconds of a tone and of near silence, one after the other; level in dB."""
    inputs = [a for level, seconds in parts for a in
              ("-f", "lavfi", "-i", f"sine=f=300:r=48000:d={seconds},volume={level + 18}dB")]  # fmt: skip
    joined = "".join(f"[{i}]" for i in range(len(parts)))
    ffmpeg(*inputs, "-filter_complex", f"{joined}concat=n={len(parts)}:v=0:a=1", str(path))
    return path


def test_a_pause_has_to_be_as_long_as_asked(tmp_path: Path) -> None:
    parts = [(-20, 2), (-65, 0.59), (-20, 2), (-65, 0.55), (-20, 2), (-65, 0.9), (-20, 1)]
    found = found_in(tones(tmp_path / "a.wav", *parts)).ranges
    assert [round((b - a) / 100) for a, b in found] == [6, 9]


def test_a_click_does_not_end_a_pause_and_a_word_does(tmp_path: Path) -> None:
    parts = [(-20, 3), (-65, 0.5), (-20, 0.04), (-65, 0.5), (-20, 2), (-65, 0.4), (-20, 0.2),
             (-65, 0.4), (-20, 2)]  # fmt: skip
    found = found_in(tones(tmp_path / "a.wav", *parts)).ranges
    assert [round((b - a) / 100) for a, b in found] == [10]


def test_nothing_to_find(tmp_path: Path, footage: dict[str, Path]) -> None:
    even = tones(tmp_path / "even.wav", (-20, 2), (-26, 2), (-20, 2))
    for path in (even, footage["mute.mp4"], footage["white.png"]):
        assert found_in(path) == Pauses([], None)


def test_late_sound_counts_as_a_pause_in_source_time(
    tmp_path: Path, footage: dict[str, Path]
) -> None:
    sound = tones(tmp_path / "a.wav", (-20, 1), (-65, 1), (-20, 1))
    late = tmp_path / "late.mp4"
    ffmpeg("-i", str(footage["mute.mp4"]), "-itsoffset", "0.7", "-i", str(sound), "-map", "0:v",
           "-map", "1:a", "-c:v", "copy", "-c:a", "aac", str(late))  # fmt: skip
    found = found_in(late).ranges
    assert found == [pytest.approx(p, abs=60) for p in ((0, 700), (1700, 2700))]
