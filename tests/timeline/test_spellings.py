"""However a draft may plausibly spell what is not documented, one adapter reads it – or says so."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from nemo_spec.timeline.draft import read_draft
from nemo_spec.timeline.draft_fields import SPELLINGS
from nemo_spec.timeline.model import Segment, exactly
from nemo_spec.verdict.differences import unreadable

TITLE = {"role": "title", "s": 1000, "d": 2000, "text": "Intro", "sub": "Part 1"}
MUSIC = {"role": "music", "s": 0, "d": 3000, "name": "lo-fi", "vol": 0.35}
CLIP = {"role": "clip", "s": 0, "d": 3000, "src": "a.mp4", "in": 500, "out": 3500, "vol": 0.5}
WRITTEN = {"start": "s", "duration": "d", "volume": "vol", "text": "text", "sub": "sub"} | {
    "in": "in",
    "out": "out",
    "role": "role",
}
"""How docs/draft.md spells it."""


def draft(**changed: dict[str, Any]) -> dict[str, Any]:
    segments = {"clip": CLIP, "music": MUSIC, "title": TITLE} | changed
    types = {"clip": 0, "music": 1, "title": 7}
    return {"t": [{"tt": types[role], "sg": [segment]} for role, segment in segments.items()]}


def spelled(segment: dict[str, Any], key: str, spelling: str) -> dict[str, Any]:
    """The segment with one of its values under another key, or in a group."""
    found = copy.deepcopy(segment)
    value, (*groups, last) = found.pop(key), spelling.split(".")
    inner = found
    for group in groups:
        inner = inner.setdefault(group, {})
    inner[last] = value
    return found


def read(changed: dict[str, Any]) -> list[Segment]:
    return read_draft(draft(**changed)).segments


def places(segments: list[Segment]) -> list[Segment]:
    assert [segment.unreadable for segment in segments] == [()] * 3
    return segments


AS_DOCUMENTED = places(read({}))
SEGMENTS = {"clip": CLIP, "music": MUSIC, "title": TITLE}
TABLE = [
    (role, key, spelling)
    for what, key in WRITTEN.items()
    for spelling in SPELLINGS[what]
    for role, segment in SEGMENTS.items()
    if key in segment
]
NAMES = [(r, k, n) for r, k in (("clip", "src"), ("music", "name")) for n in SPELLINGS["name"]]


@pytest.mark.parametrize(("role", "key", "spelling"), TABLE + NAMES)
def test_every_spelling_is_read_as_the_documented_one(role: str, key: str, spelling: str):
    found = read({role: spelled(SEGMENTS[role], key, spelling)})
    assert places(found) == AS_DOCUMENTED


def test_an_end_is_as_good_as_a_duration():
    title = spelled(TITLE | {"d": 3000}, "d", "end")
    assert places(read({"title": title})) == AS_DOCUMENTED


def test_the_length_of_the_material_is_as_good_as_its_end():
    clip = spelled(CLIP | {"out": 3000}, "out", "source_duration")
    assert places(read({"clip": clip})) == AS_DOCUMENTED


@pytest.mark.parametrize("level", [0.35, 35, 35.0])
def test_a_level_may_be_a_percentage(level: float):
    assert places(read({"music": MUSIC | {"vol": level}})) == AS_DOCUMENTED


UNREADABLE = [
    ("start", TITLE, "s", "wann"),
    ("duration", TITLE, "d", "wie_lange"),
    ("text", TITLE, "text", "was"),
    ("volume (perhaps laut)", MUSIC, "vol", "laut"),
    ("volume (perhaps ton.laut)", MUSIC, "vol", "ton.laut"),
    ("name", MUSIC, "name", "titel"),
]


@pytest.mark.parametrize(("what", "segment", "key", "spelling"), UNREADABLE)
def test_an_unknown_spelling_cannot_be_read(
    what: str, segment: dict[str, Any], key: str, spelling: str
):
    role = segment["role"]
    wanted = next(found for found in AS_DOCUMENTED if found.role == role)
    found = next(s for s in read({role: spelled(segment, key, spelling)}) if s.role == role)
    assert unreadable(wanted, found) == [what]


@pytest.mark.parametrize("value", ["1000", [1000], -1, True, 1e300, float("nan")])
@pytest.mark.parametrize(("what", "key"), [("start", "s"), ("duration", "d"), ("volume", "vol")])
def test_a_value_that_makes_no_sense_cannot_be_read(what: str, key: str, value: object):
    music = next(s for s in read({"music": MUSIC | {key: value}}) if s.kind == "audio")
    assert what in music.unreadable


@pytest.mark.parametrize("key", ["s", "d", "vol"])
def test_spellings_that_contradict_each_other_cannot_be_read(key: str):
    what = {"s": "start", "d": "duration", "vol": "volume"}[key]
    other = SPELLINGS[what][2]
    assert read({"music": MUSIC | {other: MUSIC[key]}})[1].unreadable == ()
    assert read({"music": MUSIC | {other: 1.5}})[1].unreadable == (what,)


def test_a_main_track_without_starts_is_read_in_order_unless_they_may_have_another_name():
    pieces = [{"d": 3000, "src": "a.mp4"}, {"d": 2000, "src": "b.mp4"}]
    main = read_draft({"t": [{"tt": 0, "sg": pieces}]}).main
    assert [(piece.start, piece.unreadable) for piece in main] == [
        (exactly(0), ()),
        (exactly(3000), ()),
    ]
    named = [piece | {"wann": 7} for piece in pieces]
    main = read_draft({"t": [{"tt": 0, "sg": named}]}).main
    assert [piece.unreadable for piece in main] == [("start",), ("start",)]


@pytest.mark.parametrize(
    ("odd", "unread"),
    [
        ({"t": {}}, ["the tracks"]),
        ({"tracks": [{"tt": 0, "sg": [CLIP]}]}, ["whether tracks are tracks"]),
        ({"t": [{"tt": 0, "segments": [CLIP]}]}, ["the segments of track t[0]"]),
        ({"t": [{"tt": 0, "sg": {"0": CLIP}}]}, ["track t[0]"]),
        ({"t": [[CLIP]]}, ["track t[0]"]),
        ({}, []),
        ({"t": []}, []),
        ({"t": None, "m": {}}, []),
        ({"t": [{"tt": 0, "sg": []}, {"tt": 1}]}, []),
    ],
)
def test_tracks_that_cannot_be_read_are_named(odd: dict[str, Any], unread: list[str]):
    assert read_draft(odd).unreadable == unread


@pytest.mark.parametrize("number", [2, "8", None, True, 7.5])
def test_on_a_track_of_an_unknown_type_segments_are_what_they_say(number: object):
    (title,) = read_draft({"t": [{"tt": number, "sg": [TITLE]}]}).segments
    assert (title.role, title.texts) == ("title", ("Intro", "Part 1"))
    assert title.unreadable == ("track type",)


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        (["Edits you", "can check"], "Edits you\ncan check"),
        (["Edits you ", "can check"], "Edits you can check"),
        ([{"text": "Edits "}, {"content": "you"}], "Edits you"),
        ([{"text": "第一"}, {"text": "次"}], "第一次"),
        (["Intro", 3], None),
        ([{"texte": "Intro"}], None),
        ([], None),
    ],
)
def test_a_text_in_parts_is_one_text(parts: object, text: str | None):
    title = next(s for s in read({"title": TITLE | {"text": parts}}) if s.kind == "text")
    assert title.texts[:-1] == ((text,) if text else ())
    assert title.unreadable == (() if text else ("text",))


def test_in_is_no_time_on_the_timeline_where_there_is_another_one():
    clip = {"timeline_start": 500, "durationMs": 6000, "in": 0, "m": {"out": 6000}, "src": "a.mp4"}
    (piece,) = read_draft({"t": [{"tt": 0, "sg": [clip]}]}).main
    assert (piece.start.lo, piece.end.lo, piece.source) == (500, 6500, (0, 6000))
