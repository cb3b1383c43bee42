"""The rule for keys that nobody documents: read, ignored, or the segment cannot be read. Never guessed."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from nemo_spec.timeline.dialect import Dialect
from nemo_spec.timeline.draft import read_draft
from nemo_spec.timeline.model import Segment

CLIP = {"role": "clip", "s": 0, "d": 3000, "src": "a.mp4", "in": 500, "out": 3500}
TITLE = {"role": "title", "s": 1000, "d": 2000, "text": "Intro"}
MUSIC = {"role": "music", "s": 0, "d": 3000, "name": "lo-fi", "vol": 0.35}
DRAFT = {
    "d": 3000,
    "t": [{"tt": 0, "sg": [CLIP]}, {"tt": 7, "sg": [TITLE]}, {"tt": 1, "sg": [MUSIC]}],
}
HOLDERS = ("clip", "title", "music")


def nested(path: str, value: object) -> dict[str, Any]:
    found: Any = value
    for key in reversed(path.split(".")):
        found = {key: found}
    return dict(found)


def read(
    path: str,
    value: object,
    *,
    on: str = "title",
    track: bool = False,
    dialect: Dialect | None = None,
) -> Segment:
    """The segment that has, or whose track has, a value at a path."""
    draft: dict[str, Any] = copy.deepcopy(DRAFT)
    holder = draft["t"][HOLDERS.index(on)]
    (holder if track else holder["sg"][0]).update(nested(path, value))
    timeline = read_draft(draft, dialect=dialect or Dialect())
    return next(one for one in timeline.segments if one.role == on)


OFF = [
    *(("hide", True), ("is_hidden", 1), ("isHidden", "true"), ("visible", "false"), ("visible", 0)),
    *(("enable", False), ("clip.visible", False), ("disabled", "TRUE"), ("deleted", 1)),
]


@pytest.mark.parametrize("on", HOLDERS)
@pytest.mark.parametrize("track", [False, True])
@pytest.mark.parametrize(("path", "value"), OFF)
def test_a_known_switch_is_read_wherever_it_stands(path: str, value: object, track: bool, on: str):
    assert read(path, value, on=on, track=track).properties.get("hidden") is True


@pytest.mark.parametrize(("path", "value"), [("hide", False), ("visible", "true"), ("mute", 0)])
def test_a_switch_that_is_on_changes_nothing(path: str, value: object):
    found = read(path, value)
    assert (found.properties, found.doubts) == ({}, ())


@pytest.mark.parametrize("path", ["hide", "visible", "mute", "alpha"])
@pytest.mark.parametrize("value", ["perhaps", 7.5e3, [1], -1])
def test_another_value_of_a_switch_is_never_guessed(path: str, value: object):
    assert read(path, value).doubts == (path,)


@pytest.mark.parametrize(
    ("path", "value", "track"),
    [("mute", True, False), ("audible", "false", False), ("mute", 1, True), ("attribute", 1, True)],
)
def test_what_is_muted_has_no_sound(path: str, value: object, track: bool):
    assert read(path, value, on="music", track=track).properties["volume"] == 0
    assert "volume" not in read(path, value, on="title", track=track).properties


def test_levels_of_a_track_are_those_of_its_segments():
    assert read("vol", 0.5, on="music", track=True).properties["volume"] == 0.175
    assert read("alpha", 0, track=True).properties["opacity"] == 0
    assert read("clip.alpha", 0.25).properties["opacity"] == 0.25


def test_two_levels_that_differ_contradict_each_other():
    assert read("clip", {"alpha": 0.5, "opacity": 0.25}).doubts == ("opacity",)
    assert read("clip", {"alpha": 0.5, "opacity": 1}).properties["opacity"] == 0.5


def test_the_switch_of_a_shadow_is_none_of_the_whole():
    assert read("shadow.enabled", False).properties == {}
    assert read("shadow.enabled", False).doubts == ("shadow.enabled",)


@pytest.mark.parametrize(
    "path",
    ["id", "clip_id", "zIndex", "render_index", "sort_order", "createdAt", "updated", "version"],
)
def test_bookkeeping_goes_by_its_name(path: str):
    assert read(path, 7).doubts == ()


@pytest.mark.parametrize("path", ["glow", "border", "audio.mix.gain2", "video_speed2"])
@pytest.mark.parametrize("value", [True, 7, 0.5])
def test_any_other_flag_or_number_cannot_be_read(path: str, value: object):
    assert read(path, value).doubts == (path,)
    assert read(path, "words").doubts == ()
    assert read(path, value, track=True).doubts == (f"{path} of its track",)


def test_what_all_have_alike_says_nothing_about_one():
    draft: dict[str, Any] = copy.deepcopy(DRAFT)
    pieces = [track["sg"][0] for track in draft["t"]]
    for piece in pieces:
        piece["glow"] = 1
    assert all(one.doubts == () for one in read_draft(draft).segments)
    pieces[1]["glow"] = True
    assert all(one.doubts == ("glow",) for one in read_draft(draft).segments)


def test_two_alike_are_too_few():
    draft: dict[str, Any] = copy.deepcopy(DRAFT)
    del draft["t"][2]
    for track in draft["t"]:
        track["sg"][0]["glow"] = 1
    assert all(one.doubts == ("glow",) for one in read_draft(draft).segments)


def test_a_dialect_moves_a_key_to_the_bookkeeping():
    assert read("glow", 7, dialect=Dialect(bookkeeping=frozenset(["glow"]))).doubts == ()


def test_texts_and_ends_that_contradict_each_other_cannot_be_read():
    assert "text" in read("content", "Outro").unreadable
    assert "text" not in read("content", "Intro").unreadable
    assert "duration" in read("end", 4000).unreadable
    assert "duration" not in read("end", 3000).unreadable
