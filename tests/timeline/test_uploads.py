"""Which file a draft means, however it is addressed."""

from __future__ import annotations

import pytest

from nemo_spec.timeline.uploads import NO_UPLOADS, is_address, uploads_of

INFOS = [
    {"filename": "a b.mp4", "cdn_url": "https://cdn.example.com/u/9f2c.mp4", "duration": 14.5},
    {"filename": "logo.png", "cdn_url": "https://cdn.example.com/u/logo.png", "duration": None},
]
UPLOADS = uploads_of(INFOS)


@pytest.mark.parametrize(
    "spelled",
    [
        *(
            "a b.mp4",
            "/mnt/userdata/x/a b.mp4",
            "https://h.example/a%20b.mp4?v=2",
            "asset://a b.mp4",
        ),
        *("https://cdn.example.com/u/9f2c.mp4", "https://cdn.example.com/u/9f2c.mp4?v=1#t=3"),
        *("media/a b.mp4", "C:\\media\\a b.mp4"),
    ],
)
def test_a_file_is_known_by_its_last_part_or_by_its_address(spelled: str):
    assert UPLOADS.named(spelled) == "a b.mp4"


def test_an_address_of_nobody_is_no_name():
    assert UPLOADS.named("https://cdn.example.com/u/77aa.mp4") is None
    assert NO_UPLOADS.named("https://cdn.example.com/u/77aa.mp4") == "77aa.mp4"


@pytest.mark.parametrize("mood", ["lo-fi", "rock/pop", "24/7", "a.mp4"])
def test_a_mood_is_no_address(mood: str):
    assert not is_address(mood)
    assert UPLOADS.named(mood) == mood


def test_durations_are_seconds_there_and_ms_here():
    assert UPLOADS.duration("a b.mp4") == 14_500
    assert UPLOADS.duration("logo.png") is None
    assert UPLOADS.plays_whole("a b.mp4", 14_450)
    assert not UPLOADS.plays_whole("a b.mp4", 14_300)


@pytest.mark.parametrize("infos", [None, {}, [None, 3, {}], [{"filename": 3}], "x"])
def test_what_makes_no_sense_is_no_upload(infos: object):
    assert uploads_of(infos).files == ()
