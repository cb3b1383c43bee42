"""What is measured of a clip: its size as it is shown, and where its sound is silent."""

from __future__ import annotations

import json
import wave
from array import array
from math import pi, sin
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.paths import INTERVIEW
from support.reading import sound_of
from support.video import ffmpeg

from mock_server.media.silences import pauses
from mock_server.media.worker import read
from nemo_spec.media import probe
from nemo_spec.media.probe import NotMedia, listen, measure

RATE = 8_000
"""The rate at which levels are taken: resampling would blur edges."""
FRAME = 20
"""Milliseconds: levels are taken over this long, so an edge may be off by one frame."""


def recording(path: Path, parts: list[tuple[bool, int]]) -> Path:
    """A wav file of tone and silence in turns, each for so many milliseconds."""
    samples = array("h")
    for sounds, lasts in parts:
        count = lasts * RATE // 1000
        level = 12_000 if sounds else 4
        samples.extend(int(level * sin(2 * pi * 440 * n / RATE)) for n in range(count))
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, RATE, 0, "NONE", ""))
        file.writeframes(samples.tobytes())
    return path


def found_in(parts: list[tuple[bool, int]]) -> list[tuple[int, int]]:
    with TemporaryDirectory() as folder:
        return list(sound_of(recording(Path(folder) / "a.wav", parts)).pauses)


LASTS = st.integers(15, 60).map(lambda frames: frames * FRAME)


@settings(max_examples=12, deadline=None)
@given(st.lists(st.tuples(LASTS, LASTS), min_size=2, max_size=5))
def test_every_silence_is_found_where_it_is(turns: list[tuple[int, int]]) -> None:
    parts = [part for loud, quiet in turns for part in ((True, loud), (False, quiet))]
    expected, at = [], 0
    for sounds, lasts in parts:
        if not sounds:
            expected.append((at, at + lasts))
        at += lasts
    found = found_in(parts)
    assert len(found) == len(expected)
    for one, other in zip(found, expected, strict=True):
        assert one == pytest.approx(other, abs=FRAME)


@pytest.mark.parametrize(("noise", "pieces"), [(20, 1), (40, 1), (60, 2), (100, 2)])
def test_a_click_shorter_than_60_ms_does_not_end_a_silence(noise: int, pieces: int) -> None:
    parts = [(True, 600), (False, 400), (True, noise), (False, 400), (True, 600)]
    assert len(found_in(parts)) == pieces


@pytest.mark.parametrize(("lasts", "count"), [(180, 0), (200, 1), (220, 1)])
def test_a_silence_lasts_at_least_200_ms(lasts: int, count: int) -> None:
    assert len(found_in([(True, 600), (False, lasts), (True, 600)])) == count


def test_an_even_sound_has_no_silences() -> None:
    assert found_in([(True, 2000)]) == []


def test_the_words_of_the_interview_are_told_from_its_pauses() -> None:
    """Its pauses were put there; the quiet ends of words are no part of them."""
    said = json.loads(INTERVIEW.with_suffix(".pauses.json").read_text("utf-8"))["pauses"]
    for way, near in (("level", 60), ("voice", 120)):
        sound = sound_of(INTERVIEW, way=way)
        found = [span for span in sound.pauses if span[1] - span[0] >= 400]
        assert (sound.heard_by, len(found)) == (way, len(said))
        for one, other in zip(found, said, strict=True):
            assert one == pytest.approx(other, abs=near)


def test_the_service_would_hear_the_same() -> None:
    """The mock listens with code of its own; both hear the interview's pauses alike."""
    theirs = pauses(read(INTERVIEW, INTERVIEW.name), longer_than_ms=600).ranges
    ours = [one for one in sound_of(INTERVIEW).pauses if one[1] - one[0] >= 600 - FRAME]
    assert len(ours) == len(theirs)
    for one, other in zip(ours, theirs, strict=True):
        assert one == pytest.approx(other, abs=5 * FRAME)


@pytest.mark.parametrize("below", [-30.0, -38.0, -60.0])
def test_a_level_that_is_named_decides_on_both_sides(below: float) -> None:
    theirs = pauses(read(INTERVIEW, INTERVIEW.name), longer_than_ms=600, below_db=below).ranges
    ours = [one for one in listen(INTERVIEW, below=below).pauses if one[1] - one[0] >= 600]
    assert len(ours) == len(theirs) > 5
    for one, other in zip(ours, theirs, strict=True):
        assert one == pytest.approx(other, abs=5 * FRAME)


@pytest.mark.parametrize(("turn", "size"), [(90, (48, 96)), (-90, (48, 96)), (180, (96, 48))])
def test_a_turned_clip_is_as_large_as_it_is_shown(
    turn: int, size: tuple[int, int], tmp_path: Path
) -> None:
    flat, turned = tmp_path / "flat.mp4", tmp_path / "turned.mp4"
    ffmpeg("-f", "lavfi", "-i", "testsrc2=s=96x48:r=10:d=1", "-pix_fmt", "yuv420p", flat)
    ffmpeg("-display_rotation", turn, "-i", flat, "-c", "copy", turned)
    clip = measure(turned)
    assert (clip.width, clip.height) == size
    assert clip.length == 1000


def test_a_clip_without_its_end_is_no_media(tmp_path: Path) -> None:
    content = INTERVIEW.read_bytes()
    cut = tmp_path / "cut.mp4"
    cut.write_bytes(content[: len(content) * 2 // 3])
    with pytest.raises(NotMedia):
        measure(cut)


def test_many_clips_in_one_child(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """They are known then, whatever stands among them; where it ends, each has one of its own."""
    content, whole, asked = INTERVIEW.read_bytes(), measure(INTERVIEW), list[str]()
    clips = [tmp_path / f"{number}.mp4" for number in range(9)]
    for number, path in enumerate(clips):
        path.write_bytes(content if number % 2 else b"no video")
    monkeypatch.setattr(
        probe, "_child_says", lambda path, *_: asked.append(path.name) or whole._asdict()
    )
    probe.look_ahead(clips)
    assert [measure(path) for path in clips[1::2]] == [whole] * 4
    with pytest.raises(NotMedia, match=r"0\.mp4"):
        measure(clips[0])
    assert asked == []
    told = [json.dumps(whole._replace(length=7)._asdict()).encode(), b'{"le']
    monkeypatch.setattr(probe, "_child_tells", lambda paths: told)
    for path in clips:
        path.write_bytes(content + b"longer")
    probe.look_ahead(clips)
    assert [measure(path).length for path in clips[:3]] == [7, whole.length, whole.length]
    assert asked == ["1.mp4", "2.mp4"]
