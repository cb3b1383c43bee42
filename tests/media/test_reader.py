"""Every file of the table is read as it really is."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path

import pytest
from support.media_files import FILES, REFUSED, made
from support.reading import clip_of, read_here, sound_of

from nemo_spec.media import probe
from nemo_spec.media.clip import NotMedia, Spans
from nemo_spec.media.probe import listen, measure
from nemo_spec.nemo.errors import NemoError
from nemo_spec.nemo.files import check_upload

NEAR = 40
"""Milliseconds: two levels, or a packet of sound."""


@pytest.mark.parametrize("name", FILES)
def test_length_size_and_tracks(name: str) -> None:
    facts, clip = FILES[name].facts, clip_of(made(name))
    assert clip.length == pytest.approx(facts.length, abs=NEAR)
    assert (clip.width, clip.height) == (facts.size or (0, 0))
    assert (clip.has_picture, clip.has_sound) == (facts.size is not None, facts.sound)
    assert (clip.rate, clip.hdr) == (facts.rate, facts.hdr)
    assert clip.sounds == len(facts.pauses_of) or not facts.pauses_of


def check_pauses(name: str, track: int | None, expected: Spans | None) -> None:
    sound = sound_of(made(name), track)
    assert len(sound.pauses) == len(expected or ())
    for found, right in zip(sound.pauses, expected or (), strict=True):
        assert found == pytest.approx(right, abs=NEAR)
    assert (sound.heard_by == "nothing") == (not expected)


@pytest.mark.parametrize("name", FILES)
def test_pauses_lie_on_the_clock_of_the_container(name: str) -> None:
    check_pauses(name, None, FILES[name].facts.pauses)


@pytest.mark.parametrize("name", [name for name, file in FILES.items() if file.facts.pauses_of])
def test_another_sound_track_can_be_chosen(name: str) -> None:
    for track, pauses in FILES[name].facts.pauses_of:
        check_pauses(name, track, pauses)


WHAT_IT_IS = {
    "half.mp4": "half.mp4 is cut off",
    "half-indexed.mp4": "half-indexed.mp4 is cut off",
    "half.mkv": "half.mkv is cut off",
    "half.jpg": "half.jpg is a damaged picture",
    "matroska.mp4": "it looks like a Matroska",
    "photo.mp4": "it looks like a png file",
    "empty.mp4": "empty.mp4 is empty",
    "encrypted.mp4": "encrypted.mp4 is encrypted",
    "recipe.mp4": "recipe.mp4 is text",
    "noise.mp4": "holds no picture or sound",
    "header.mp4": "header.mp4 is cut off",
    "folder.mp4": "is a folder",
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_used_is_said_with_a_cure(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(probe, "_child_says", read_here)
    if name in ("matroska.mp4", "photo.mp4"):
        with pytest.raises(NemoError, match=WHAT_IT_IS[name]) as refused:
            check_upload(made(name))
    else:
        with pytest.raises(NotMedia, match=WHAT_IT_IS[name]) as refused:
            measure(made(name))
    assert refused.value.cure


def test_a_file_is_read_in_a_process_of_its_own() -> None:
    clip = measure(made("late-1500.mkv"))
    assert (clip.length, clip.width, clip.height) == pytest.approx((6000, 320, 180), abs=NEAR)
    assert listen(made("late-1500.mkv")).pauses[0] == pytest.approx((0, 1500), abs=NEAR)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes")
def test_what_is_no_regular_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.mp4")
    with socket.socket(socket.AF_UNIX) as unix:
        unix.bind(str(tmp_path / "socket.mp4"))
        for name in ("pipe.mp4", "socket.mp4"):
            with pytest.raises(NotMedia, match="cannot be read"):
                measure(tmp_path / name)


def test_the_current_folder_decides_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A project that was cloned may hold an `av.py`."""
    (tmp_path / "av.py").write_text("raise SystemExit(7)")
    (tmp_path / "json.py").write_text("raise SystemExit(7)")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.path", ["", *sys.path])
    assert measure(made("plain.mp4")).length == 6000
