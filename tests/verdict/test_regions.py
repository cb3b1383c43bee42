"""Zooms, blurs and overlays in a draft: every damage to what a line asks for is found on that line."""

from __future__ import annotations

import copy
from functools import cache
from typing import Any

import pytest
from support.timelines import Carried, carried_out, compiled

Layer = dict[str, Any]
RECIPE = """\
zoom 100-130% 1-4s at 40%,25%
blur 2-3s at 60%,70% size 20%
overlay 1-3s "camera-a.mp4" at 30%,80% size 30% skip 2s volume 60%
"""
FILLED = 'zoom 120%\nblur 2-3s\noverlay 1-3s "screencast.mp4" fill\n'
WRONG: dict[str, dict[str, object]] = {
    "zoom": {"zoom": 1.1, "zoom_to": None, "pos": {"x": 0.5, "y": 0.25}, "name": "blur", "d": 2500},
    "blur": {"scale": 0.1, "pos": "center", "name": "zoom", "s": 2200, "hidden": True},
    "overlay": {
        "in": None, "sound": None, "scale": 1.0, "pos": {"x": 0.3, "y": 0.5}, "src": "logo.png",
        "fill": True,
    },
}  # fmt: skip
WRONG_FILLED: dict[str, dict[str, object]] = {
    "zoom": {"zoom": None, "zoom_to": 1.5, "pos": "top-left"},
    "blur": {"scale": 0.2},
    "overlay": {"fill": None, "in": 3000},
}


@cache
def steps(recipe: str) -> dict[str, Carried]:
    """The step of each verb."""
    program = compiled(recipe, ("camera-a.mp4",))
    return {one.step.edit.verb: one for one in carried_out(program) if one.step.edit is not None}


def layer_of(draft: dict[str, Any], verb: str) -> tuple[list[Layer], Layer]:
    """The track of what a verb lays over the picture, and the segment itself."""
    role = "overlay" if verb == "overlay" else "effect"
    return next(
        (track["sg"], one)
        for track in draft["t"]
        for one in track["sg"]
        if one["role"] == role and one.get("name", "overlay") == verb
    )


def statuses(done: Carried, draft: dict[str, Any]) -> set[str]:
    return {finding.status for finding in done.again(draft)}


@pytest.mark.parametrize("recipe", [RECIPE, FILLED])
@pytest.mark.parametrize("verb", WRONG)
def test_what_was_asked_for_is_met(recipe: str, verb: str) -> None:
    done = steps(recipe)[verb]
    assert statuses(done, done.draft) == {"met"}


@pytest.mark.parametrize(
    ("recipe", "verb", "key", "value"),
    [
        (recipe, verb, key, value)
        for recipe, wrong in ((RECIPE, WRONG), (FILLED, WRONG_FILLED))
        for verb, changes in wrong.items()
        for key, value in changes.items()
    ],
)
def test_every_damage_is_found(recipe: str, verb: str, key: str, value: object) -> None:
    done = steps(recipe)[verb]
    draft = copy.deepcopy(done.draft)
    _, layer = layer_of(draft, verb)
    assert layer.get(key) != value
    changed = {**layer, key: value}
    layer.clear()
    layer.update({name: content for name, content in changed.items() if content is not None})
    own = next(one for one in done.again(draft) if one.owner == done.step.owner)
    assert own.status in ("different", "missing", "unreadable")


@pytest.mark.parametrize("verb", WRONG)
def test_one_that_is_gone_and_one_too_many_are_found(verb: str) -> None:
    done = steps(RECIPE)[verb]
    gone, twice = copy.deepcopy(done.draft), copy.deepcopy(done.draft)
    track, layer = layer_of(gone, verb)
    track.remove(layer)
    assert "missing" in statuses(done, gone)
    track, layer = layer_of(twice, verb)
    track.append(layer | {"id": "again", "s": 6000})
    assert statuses(done, twice) & {"duplicated", "unrequested"}


@pytest.mark.parametrize(
    ("key", "value"),
    [("beside", "camera-a.mp4"), ("beside", None), ("layout", "top-bottom"), ("d", 3000)],
)
def test_damage_to_a_split_screen_is_found(key: str, value: object) -> None:
    program = compiled(
        "clip a\nclip b\nsplit-screen a, b\nmute 1-2s\n", ("camera-a.mp4", "camera-b.mp4")
    )
    for done in carried_out(program):
        assert statuses(done, done.draft) == {"met"}
        draft = copy.deepcopy(done.draft)
        for piece in draft["t"][0]["sg"]:
            piece.pop(key)
            piece.update({} if value is None else {key: value})
        assert statuses(done, draft) != {"met"}
