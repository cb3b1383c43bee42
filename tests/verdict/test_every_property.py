"""A whole draft with one property that is not as asked: `verify` finds it, and names the line."""

from __future__ import annotations

import copy
from functools import cache
from typing import Any

import pytest
from support.timelines import Draft, carried_out, compiled

from nemo_spec.compile import Program
from nemo_spec.timeline.draft import read_draft
from nemo_spec.verdict.final import verify_whole
from nemo_spec.verdict.findings import Finding

LINES = (
    "crop top 10%",
    "crop left 12.5%",
    'aspect 16:9 fit background "#102030"',
    "normalize -18LUFS",
    "split at 5s",
    "transition wipe-left 0.5s at 5s",
    "speed 1-3x 8-10s",
    "volume -33.5dB 2-3s",
    "bleep 3.5-4s",
    "zoom 100-130% 1-4s at 40%,25%",
    "blur 2-3s at 60%,70% size 20%",
    'overlay 1-3s "camera-b.mp4" at 30%,80% size 30% skip 2s volume -24dB',
    'overlay 5-6s "logo.png" fill',
    'title 0-2s "A" background "#102030" outline "#ffcc00" shadow',
    'caption 2-3s "B" background "#000000" outline "#ff0000" shadow',
    'music from "theme.mp3" 0-6s skip 1.5s volume -40dB',
    "chapter 5s 'Two'",
)
Change = dict[str, object]
"""New values by key; None takes one away."""
GONE: Change = {"role": None}
DAMAGE: tuple[tuple[str, str, Change], ...] = (
    ("crop top", "sg_1", {"crop_top": 0.15}),
    ("crop top", "sg_1", {"crop_top": None}),
    ("crop left", "sg_6", {"crop_left": None, "crop_right": 0.125}),
    ("aspect", "m", {"background": "#102031"}),
    ("aspect", "m", {"background": None}),
    ("aspect", "m", {"fill": "fill"}),
    ("normalize", "sg_6", {"normalize": None}),
    ("normalize", "sg_6", {"loudness": -16}),
    ("transition", "sg_4", {"tr": {"type": "wipe-right", "d": 500}}),
    ("transition", "sg_4", {"tr": {"type": "fade", "d": 500}}),
    ("transition", "sg_4", {"tr": {"type": "wipe-left", "d": 900}}),
    ("transition", "sg_4", {"tr": None}),
    ("speed", "sg_5", {"speed_to": 2.0}),
    ("speed", "sg_5", {"speed": 3.0, "speed_to": 1.0}),
    ("speed", "sg_5", {"speed": 2.0, "speed_to": None}),
    ("volume", "sg_7", {"vol": 0.0238}),  # -32.5 dB
    ("volume", "sg_7", {"vol": None}),
    ("bleep", "sg_9", {"vol": 1.0}),
    ("bleep", "sound", GONE),
    ("bleep", "sound", {"name": "beep"}),
    ("bleep", "sound", {"s": 3000}),
    ("bleep", "sound", {"vol": 0.0}),
    ("zoom", "zoom", GONE),
    ("zoom", "zoom", {"zoom": 1.1}),
    ("zoom", "zoom", {"zoom_to": 1.5}),
    ("zoom", "zoom", {"pos": {"x": 0.4, "y": 0.5}}),
    ("blur", "blur", {"scale": 0.1}),
    ("blur", "blur", {"pos": {"x": 0.4, "y": 0.7}}),
    ("blur", "blur", {"d": 500}),
    ("overlay 1-3s", "camera-b.mp4", {"in": 0}),
    ("overlay 1-3s", "camera-b.mp4", {"sound": 0.075}),  # -22.5 dB
    ("overlay 1-3s", "camera-b.mp4", {"sound": None}),
    ("overlay 1-3s", "camera-b.mp4", {"scale": 0.5}),
    ("overlay 1-3s", "camera-b.mp4", {"fill": True}),
    ("overlay 5-6s", "logo.png", {"fill": None}),
    ("title", "title", {"background": "#102040"}),
    ("title", "title", {"background": None}),
    ("title", "title", {"outline": "#000000"}),
    ("title", "title", {"shadow": None}),
    ("caption", "caption", {"background": None}),
    ("caption", "caption", {"outline": None}),
    ("caption", "caption", {"shadow": False}),
    ("music", "music", {"in": 0}),
    ("music", "music", {"vol": 0.0112}),  # -39 dB
    ("music", "music", {"vol": 1.0}),
)


@cache
def carried() -> tuple[Program, Draft]:
    program = compiled("\n".join(LINES), ("camera-a.mp4",))
    return program, carried_out(program)[-1].draft


def found_in(draft: Draft) -> list[Finding]:
    return [f for f in verify_whole(carried()[0], read_draft(draft)).findings if f.status != "met"]


def part_of(draft: Draft, name: str) -> tuple[list[Draft], Draft]:
    """The canvas, or the segment of that id, name, file or role, with what it stands in."""
    tracks: list[list[Draft]] = [track["sg"] for track in draft["t"]]
    segments = [(track, one) for track in tracks for one in track]
    keys = ("id", "name", "src", "role")
    return next(
        ((track, one) for track, one in segments if name in map(one.get, keys)), ([], draft["m"])
    )


def test_a_right_draft_is_met() -> None:
    assert found_in(carried()[1]) == []


@pytest.mark.parametrize(("line", "name", "change"), DAMAGE, ids=str)
def test_damage_is_found_on_its_line(line: str, name: str, change: Change) -> None:
    draft: dict[str, Any] = copy.deepcopy(carried()[1])
    track, part = part_of(draft, name)
    if change is GONE:
        track.remove(part)
    part.update(change)
    for key in [key for key, value in part.items() if value is None]:
        del part[key]
    wrong = [one for one in found_in(draft) if one.is_failure]
    owners = {one.owner for one in wrong}
    asked = {index for index, text in enumerate(LINES) if text.startswith(line)}
    assert owners & asked, wrong


def test_a_chapter_behind_the_end_is_found() -> None:
    draft: dict[str, Any] = copy.deepcopy(carried()[1])
    draft["t"][0]["sg"] = draft["t"][0]["sg"][:4]
    assert len(LINES) - 1 in {one.owner for one in found_in(draft)}
