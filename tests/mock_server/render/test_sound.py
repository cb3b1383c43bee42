"""Levels, music, ducking, effects and placeholders, by ear: loudness of the decoded sound."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
from support.render import Render, draft

from mock_server.media.probe import ffmpeg_exe
from mock_server.render import effects, music


def base(**more: Any) -> dict[str, Any]:
    """Four seconds of a hum on the main track."""
    return {"role": "clip", "s": 0, "d": 4000, "src": "grey.mp4", "in": 0, "out": 4000} | more


def layer(role: str = "music", start: int = 0, duration: int = 4000, **more: Any) -> dict[str, Any]:
    return {"role": role, "s": start, "d": duration} | more


def test_levels_and_mute(made: Render) -> None:
    plain = made(draft((0, [base()]))).loudness(1, 3)
    assert made(draft((0, [base(vol=0.5)]))).loudness(1, 3) == pytest.approx(plain - 6, abs=0.4)
    assert made(draft((0, [base(vol=2)]))).loudness(1, 3) == pytest.approx(plain + 6, abs=0.4)
    assert made(draft((0, [base(vol=0)]))).loudness(0, 4) < -90


def test_a_level_holds_for_its_segment_only(made: Render) -> None:
    halves = [base(d=2000, out=2000), base(s=2000, d=2000, vol=0.25) | {"in": 2000}]
    seen = made(draft((0, halves)))
    assert seen.loudness(0.2, 1.9) - seen.loudness(2.1, 3.9) == pytest.approx(12, abs=0.5)


def test_music_is_mixed_in_at_its_level_and_place(made: Render) -> None:
    quiet = base(vol=0)
    full, less = (
        made(draft((0, [quiet]), (1, [layer(name="lo-fi", vol=v)]))).loudness(0, 4)
        for v in (1, 0.25)
    )
    assert full - less == pytest.approx(12, abs=1)
    assert -26 < full < -12
    song = layer(start=2000, duration=9000, name="upbeat", fade_out=1000)
    seen = made(draft((0, [quiet]), (1, [song])))
    assert seen.loudness(3.9, 4) < seen.loudness(2.1, 2.9) - 12, "faded where the picture ends"
    assert seen.loudness(0, 1.9) < -80 < -40 < seen.loudness(2.1, 4)
    assert len(seen.frames) == 40


def test_music_from_a_file_is_repeated_and_faded(made: Render) -> None:
    long = base(d=6000, speed=0.5, out=3000, vol=0)
    song = layer(duration=6000, src="hum.mp3", fade_in=1000, fade_out=2000)
    seen = made(draft((0, [long]), (1, [song])))
    steps = [seen.loudness(t, t + 0.3) for t in (0, 0.5, 1.5, 3.5, 4.6, 5.6)]
    assert steps[0] < steps[1] < steps[2] == pytest.approx(steps[3], abs=1)
    assert steps[3] > steps[4] > steps[5]


def test_music_from_a_file_may_begin_later(made: Render) -> None:
    song = layer(src="clock.mp4", start=500, duration=2000) | {"in": 3000}
    seen = made(draft((0, [base(vol=0)]), (1, [song])))
    assert [seen.sound_clock(frame) for frame in (8, 15)] == pytest.approx([33, 40], abs=0.5)


def test_ducked_music_gives_way_to_the_voice(made: Render) -> None:
    halves = [base(d=2000, out=2000, vol=0), base(s=2000, d=2000) | {"in": 2000}]
    tone = layer(src="clock.mp4", duck=True)
    seen, free = (made(draft((0, halves), (1, [tone | {"duck": d}]))) for d in (True, False))
    voice = made(draft((0, halves))).loudness(2.6, 3.9)
    assert voice == pytest.approx(-21, abs=0.5), "a mono source keeps its level"
    assert seen.loudness(0.5, 1.9) == pytest.approx(free.loudness(0.5, 1.9), abs=0.5)
    assert seen.loudness(2.6, 3.9) < free.loudness(2.6, 3.9) - 6
    assert seen.loudness(2.6, 3.9) < voice + 4


def test_fades_are_of_picture_and_sound(made: Render) -> None:
    seen = made(draft((0, [base(fade_in=1000, fade_out=1000)])))
    assert [seen.brightness(i) < 100 for i in (2, 15, 37)] == [True, False, True]
    loud = [seen.loudness(t, t + 0.2) for t in (0.1, 1.5, 3.7)]
    assert loud[0] < loud[1] - 6 > loud[2] - 6
    assert loud[2] < loud[1] - 6


def test_normalize_lifts_a_quiet_source_and_denoise_keeps_the_length(made: Render) -> None:
    quiet = made(draft((0, [base(normalize=True)]))).loudness(1, 3)
    assert quiet == pytest.approx(-16, abs=3)
    assert len(made(draft((0, [base(denoise=True)]))).samples) == pytest.approx(192000, abs=2100)


def test_placeholders_for_a_voice_are_heard_and_labelled(made: Render) -> None:
    quiet = base(vol=0)
    voice = layer("voiceover", 1000, 2000, text="Hello there, my friend", voice="warm")
    seen = made(draft((0, [quiet]), (1, [voice]), width=640, height=360))
    assert seen.loudness(0, 0.9) < -80 < -45 < seen.loudness(1, 3) < -15
    assert seen.frames[20] != seen.frames[5]
    darkest = [min(seen.frames[i][20 * 640 + 400 : 20 * 640 + 640]) for i in (20, 5)]
    assert darkest[0] < 80 < darkest[1]


def test_effects_are_heard_where_they_stand(made: Render) -> None:
    quiet = base(vol=0)
    for name in ("whoosh", "ding", "something new"):
        seen = made(draft((0, [quiet]), (1, [layer("sound", 1500, 1000, name=name)])))
        assert seen.loudness(0, 1.4) < -70 < -45 < seen.loudness(1.5, 2.2)
        starts = next(i for i, value in enumerate(seen.samples) if abs(value) > 200)
        assert starts / 48000 == pytest.approx(1.5, abs=0.1 if name == "whoosh" else 0.02)


def test_a_bleep_lasts_as_long_as_its_segment(made: Render) -> None:
    parts = [base(d=1000, out=1000), base(s=1000, d=1500, vol=0) | {"in": 1000, "out": 2500}]
    parts.append(base(s=2500, d=1500) | {"in": 2500})
    seen = made(draft((0, parts), (1, [layer("sound", 1000, 1500, name="bleep")])))
    assert seen.tone(1.1, 2.4) == pytest.approx(1000, abs=3)
    assert seen.loudness(1.05, 1.1) == pytest.approx(seen.loudness(2.4, 2.45), abs=0.1)
    assert [round(seen.tone(*part), -1) for part in ((0.1, 0.9), (2.6, 3.9))] == [300, 300]


def test_music_depends_on_its_name_only() -> None:
    known = [m.words[0] for m in music.MOODS]
    loops = {name: music.loop(name) for name in [known[1], "granite"]}
    assert len({samples.tobytes() for samples in loops.values()}) == len(loops)
    assert music.loop("granite") == loops["granite"]
    samples = loops[known[1]]
    assert max(samples) * music.gain(samples) < 1.2
    seam = abs(samples[0] - samples[-1])
    assert seam < 0.2 * max(samples)
    assert all(len(getattr(m, part)) == 16 for m in music.MOODS
               for part in ("kick", "snare", "hat", "bass", "melody", "keys"))  # fmt: skip


def test_effects_do_not_clip() -> None:
    for words, _ in effects.EFFECTS:
        sound = effects.effect(words[0])
        assert 0.2 < max(sound) < 1.1
        assert abs(sound[-1]) < 0.1


def integrated(file: Path) -> float:
    """The loudness (LUFS) that ffmpeg's ebur128 measures."""
    command = [ffmpeg_exe(), "-hide_banner", "-nostats", "-i", str(file), "-vn"]
    command += ["-af", "ebur128=framelog=quiet", "-f", "null", "-"]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stderr
    return float(re.findall(r"I:\s+(-?[0-9.]+) LUFS", told)[-1])


@pytest.mark.parametrize("target", [-31, -14, -8.5])
def test_normalized_sound_is_as_loud_as_it_says(
    made: Render, tmp_path: Path, target: float
) -> None:
    """Two parts of one clip, one of them reversed, and a third of another."""
    one = {"normalize": True, "loudness": target}
    other = {"role": "clip", "src": "clock.mp4", "s": 4000, "d": 2000, "in": 0, "out": 2000}
    halves = [base(d=2000, out=2000), base(s=2000, d=2000, reverse=True) | {"in": 2000}, other]
    made(draft((0, [half | one for half in halves])))
    assert integrated(tmp_path / "out.mp4") == pytest.approx(target, abs=0.5)


@pytest.mark.parametrize("decibels", [-60, -26.5, -12, 3, 6])
def test_a_level_in_decibels_is_exact(made: Render, decibels: float) -> None:
    plain = made(draft((0, [base()]))).loudness(1, 3)
    heard = made(draft((0, [base(vol=round(10 ** (decibels / 20), 6))]))).loudness(1, 3)
    assert heard - plain == pytest.approx(decibels, abs=0.1 if decibels > -30 else 1)
