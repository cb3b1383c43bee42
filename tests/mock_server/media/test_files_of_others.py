"""Files as other people have them: the mock reads each as the table says, by its own code."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from support.media_files import FILES, PAUSES, REFUSED, Spans, made
from support.render import ffmpeg

from mock_server.media.media import Media, MediaError
from mock_server.media.probe import pauses, probe
from mock_server.media.worker import read

NEAR = 40
"""Milliseconds: two levels, or a packet of sound."""
ACCEPTED_BY_CONTENT = ("matroska.mp4", "photo.mp4")
"""Renamed, but whole: an upload of them is refused for its name."""


def found(name: str) -> Media:
    return read(made(name), name)


@pytest.mark.parametrize("name", FILES)
def test_length_size_rate_and_tracks(name: str) -> None:
    facts, media = FILES[name].facts, found(name)
    assert media.duration_ms == pytest.approx(facts.length, abs=NEAR)
    assert (media.width, media.height) == (facts.size or (0, 0))
    assert media.fps == pytest.approx(float(Fraction(facts.rate or 0)))
    assert (media.has_audio, media.moves) == (facts.sound, facts.moves)
    assert media.kind == ("audio" if facts.size is None else "video" if media.has_audio or
                          name.endswith(("mp4", "mkv")) else "image")  # fmt: skip
    assert media.tracks.hdr == facts.hdr
    assert len(media.tracks.sounds) == (len(facts.pauses_of) or facts.sound)


def check_pauses(media: Media, expected: Spans) -> None:
    heard = pauses(media, longer_than_ms=200).ranges
    assert len(heard) == len(expected)
    for one, right in zip(heard, expected, strict=True):
        assert one == pytest.approx(right, abs=NEAR)


@pytest.mark.parametrize("name", FILES)
def test_pauses_lie_on_the_clock_of_the_container(name: str) -> None:
    check_pauses(found(name), FILES[name].facts.pauses or ())


@pytest.mark.parametrize("name", [name for name, file in FILES.items() if file.facts.pauses_of])
def test_another_sound_track_is_heard_by_its_number(name: str) -> None:
    for track, expected in FILES[name].facts.pauses_of:
        check_pauses(found(name).hearing(track), expected)


@pytest.mark.parametrize("name", [name for name in REFUSED if name not in ACCEPTED_BY_CONTENT])
def test_what_cannot_be_used_is_refused(name: str) -> None:
    with pytest.raises(MediaError, match=name):
        probe(made(name))


def test_a_sound_that_begins_before_the_clip_does(tmp_path: Path) -> None:
    """A commentary of its own time: what of it lies before the picture and its sound is not heard."""
    path = tmp_path / "commented.mkv"
    ffmpeg("-itsoffset", "1", "-i", str(made("plain.mp4")), "-i", str(made("other.wav")),
           "-itsoffset", "1", "-i", str(made("voice.wav")), "-map", "0:v", "-map", "1:a", "-map", "2:a",
           "-c:v", "copy", "-c:a", "pcm_s16le", "-disposition:a:0", "0", "-disposition:a:1", "default",
           str(path))  # fmt: skip
    media = read(path, path.name)
    assert (media.duration_ms, media.tracks.zero) == (pytest.approx(6000, abs=NEAR), 1.0)
    check_pauses(media, PAUSES)
    check_pauses(media.hearing(1), ((0, 500), (1500, 2500), (5000, 6000)))
