"""Files as other people have them: the mock reads each as the table says, by its own code."""

from __future__ import annotations

from fractions import Fraction

import pytest
from support.media_files import FILES, REFUSED, Spans, made

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
