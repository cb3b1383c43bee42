"""The table of properties: complete, used where it says, and obeyed by edits and renders."""

from __future__ import annotations

import re
from typing import Any

import pytest
from support.agent_world import UPLOADS
from support.paths import ROOT

from mock_server.agent import act
from mock_server.claim_page.timeline import detail, label
from mock_server.timeline.properties import BY_KEY, NAMES, PROPERTIES, ROLES, is_neutral, number
from mock_server.timeline.tracks import TRACKS, Timeline

RENDER = ROOT / "mock_server" / "render"
MESSAGES = (
    "Place a.mp4 and b.mp4",
    "Add the title “Intro” from 0 s to 3 s at the top, bold style, yellow, size 60, fade in 1 s",
    "Add a lower-third “Ada” “CTO” from 1 s to 4 s",
    "Add lo-fi music at 30 % volume, ducked under speech, fade out over 2 s",
    "Add a voice-over saying “Hello” in the “Ada” voice at 2 s",
    "Speed up from 2 s to 4 s by 2x",
    "Reverse from 5 s to 6 s",
    "Freeze the frame at 7 s for 2 s",
    "Crop the video by 10%",
    "Rotate the video by 90 degrees",
    "Apply a warm color grade",
    "Set the volume of the video to 50%",
)


def edited() -> dict[str, Any]:
    draft: dict[str, Any] = {"m": {}, "d": 0, "t": []}
    for message in MESSAGES:
        outcome = act(message, draft, UPLOADS)
        assert outcome.changed, outcome.reply
        draft = outcome.draft
    return draft


def test_every_key_that_an_edit_writes_is_a_row_for_that_role():
    seen = set()
    for track in edited()["t"]:
        for segment in track["sg"]:
            for key in segment:
                assert segment["role"] in BY_KEY[key].roles, (key, segment["role"])
                assert not is_neutral(key, segment[key]), (key, segment)
                seen.add(key)
    assert {"rotate", "crop", "vol", "speed", "reverse", "freeze", "duck", "sub", "voice"} <= seen


def test_every_role_has_a_track_or_is_on_the_main_one():
    assert set(ROLES) == set(TRACKS) | {"clip", "generated"}
    assert {role for row in PROPERTIES for role in row.roles} == set(ROLES)


@pytest.mark.parametrize("row", PROPERTIES, ids=lambda row: row.key)
def test_the_modules_that_render_a_property_name_it(row: Any):
    for module in row.rendered_by:
        source = (RENDER / f"{module}.py").read_text("utf-8")
        assert re.search(rf"""["']{row.key}["']""", source), (row.key, module)


@pytest.mark.parametrize("key", ["vol", "opacity", "speed"])
def test_a_renderer_reads_the_neutral_value_when_a_key_is_missing(key: str):
    row = BY_KEY[key]
    assert number({}, key) == row.neutral == 1
    assert number({key: row.high + 1}, key) == row.high
    assert number({key: row.low - 1}, key) == row.low
    assert number({key: True}, key) == number({key: "2"}, key) == 1


def test_a_new_segment_leaves_neutral_values_out():
    neutral = {row.key: row.neutral for row in PROPERTIES if row.neutral is not None}
    assert set(Timeline().segment("clip", 0, 5, **neutral)) == {"id", "role", "s", "d"}


def test_mirrors_are_mutual():
    mirrored = {row.key: row.mirror for row in PROPERTIES if row.mirror}
    assert mirrored == {"fade_in": "fade_out", "fade_out": "fade_in"}


def test_the_claim_page_names_and_describes_by_the_table():
    everything = {"text": "T", "name": "N", "src": "S", "prompt": "P", "sub": "U"}
    for key in NAMES:
        assert label(everything) == everything.pop(key)
    assert label({"role": "clip"}) == "clip"
    shown = detail({"in": 0, "out": 1500, "speed": 2, "vol": 0.5, "sub": "CTO", "rotate": 90})
    assert sorted(shown.split(" · ")) == ["0–1.5 s", "2×", "50 %", "CTO"]
