"""A draft that is not what was asked for is never taken for one, and the right line is named."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import pytest
from contract.test_understanding import probed, program_of

from mock_server.agent import act
from nemo_spec.compile import Instruct
from nemo_spec.timeline.draft import read_draft
from nemo_spec.timeline.model import Timeline
from nemo_spec.verify.findings import Finding
from nemo_spec.verify.step import verify_step

RECIPE = """\
keep 2-20s
split at 9s
speed 2x 12-14s
volume 50% 3-4s
title 1-3s "Intro" at top fade in 0.5s
lower-third 4-8s "Ada" "Mathematician"
music "lo-fi" 0-10s volume 35% fade out 2s duck
overlay 2-5s "logo.png" at top-right size 15% opacity 50%
caption 5-6s "We begin."
sound "whoosh" at 3s
color "warm" 60%
fade out 1s
aspect 9:16 blur
"""

Draft = dict[str, Any]
Damage = Callable[[Draft, str], None]
"""Damages the segment of a role in place."""


@cache
def steps() -> tuple[tuple[Instruct, Timeline, str], ...]:
    """Every instruction of the recipe with the draft before it and, as JSON text, after it."""
    program = program_of(RECIPE)
    media = {upload.name: probed(upload.path) for upload in program.uploads}
    found, draft, timeline = [], {}, read_draft({})
    for step in program.instructions:
        outcome = act(step.sentence, draft, media)
        found.append((step, timeline, copy.deepcopy(outcome.draft)))
        findings, timeline = verify_step(step, timeline, read_draft(outcome.draft))
        assert [f for f in findings if f.status != "met"] == []
        draft = outcome.draft
    return tuple(found)


def segments(draft: Draft, role: str) -> Iterator[dict[str, Any]]:
    for track in draft["t"]:
        yield from (segment for segment in track["sg"] if segment["role"] == role)


def first(draft: Draft, role: str) -> dict[str, Any]:
    return next(segments(draft, role))


def gone(draft: Draft, role: str) -> None:
    for track in draft["t"]:
        track["sg"] = [segment for segment in track["sg"] if segment["role"] != role]


def shifted(draft: Draft, role: str) -> None:
    first(draft, role)["s"] += 400


def longer(draft: Draft, role: str) -> None:
    first(draft, role)["d"] += 400


def twice(draft: Draft, role: str) -> None:
    for track in draft["t"]:
        for segment in list(track["sg"]):
            if segment["role"] == role:
                track["sg"].append({**segment, "id": "again"})


def key_changed(key: str, value: Any) -> Damage:
    def damage(draft: Draft, role: str) -> None:
        segment = first(draft, role)
        assert segment[key] != value
        segment[key] = value

    damage.__name__ = f"{key} changed"
    return damage


def key_gone(key: str) -> Damage:
    def damage(draft: Draft, role: str) -> None:
        del first(draft, role)[key]

    damage.__name__ = f"{key} gone"
    return damage


def other_kind(draft: Draft, role: str) -> None:
    kinds = {"title": "caption", "lower-third": "title", "caption": "title", "music": "sound"}
    first(draft, role)["role"] = kinds.get(role, "music" if role == "sound" else "clip")


def something_else(draft: Draft, role: str) -> None:
    segment = {"id": "new", "role": "music", "s": 0, "d": 3000, "name": "epic"}
    draft["t"].append({"id": "tr_new", "tt": 1, "name": "BGM", "sg": [segment]})


LAYERS = {"title": 4, "lower-third": 5, "music": 6, "overlay": 7, "caption": 8, "sound": 9}
"""Role → index of the statement that asks for it."""


KEYS = {
    "title": ("text", "pos", "fade_in", "s", "d"),
    "lower-third": ("text", "sub", "s", "d"),
    "music": ("name", "vol", "fade_out", "duck", "s", "d"),
    "overlay": ("src", "pos", "scale", "opacity", "s", "d"),
    "caption": ("text", "s", "d"),
    "sound": ("name", "s", "d"),
}
"""What a segment of the recipe says about itself, by the keys of the draft."""

OTHER_VALUES = {"vol": 0.9, "scale": 0.9, "opacity": 0.9, "fade_in": 900, "fade_out": 900}

LAYER_DAMAGE: list[tuple[str, Damage]] = [
    *((role, damage) for role in LAYERS for damage in (gone, shifted, twice, something_else)),
    *((role, other_kind) for role in LAYERS if role != "overlay"),
    *((role, longer) for role in LAYERS if role != "sound"),  # as long as the service likes
    *((role, key_gone(key)) for role, keys in KEYS.items() for key in keys),
    *(
        (role, key_changed(key, OTHER_VALUES.get(key, "Other")))
        for role, keys in KEYS.items()
        for key in keys
        if key not in ("s", "d", "duck")
    ),
]


@pytest.mark.parametrize(
    ("role", "damage"), LAYER_DAMAGE, ids=[f"{r}-{d.__name__}" for r, d in LAYER_DAMAGE]
)
def test_a_damaged_layer_is_found_on_its_line(role: str, damage: Damage):
    owner = LAYERS[role]
    step, before, after = next(item for item in steps() if item[0].owner == owner)
    damaged = copy.deepcopy(after)
    damage(damaged, role)
    findings, _ = verify_step(step, before, read_draft(damaged))
    wrong = [finding for finding in findings if finding.status != "met"]
    assert wrong, damaged
    assert {finding.owner for finding in wrong} == {owner}
    if damage is not something_else:
        assert any(finding.is_failure for finding in wrong)


@pytest.mark.parametrize("role", LAYERS)
@pytest.mark.parametrize("damage", [gone, shifted, twice], ids=lambda d: d.__name__)
def test_what_a_later_instruction_breaks_is_found_on_the_earlier_line(role: str, damage: Damage):
    step, before, after = steps()[-1]
    damaged = copy.deepcopy(after)
    damage(damaged, role)
    findings, _ = verify_step(step, before, read_draft(damaged))
    assert {f.owner for f in findings if f.is_failure} == {LAYERS[role]}


def piece_gone(main: list[dict[str, Any]]) -> None:
    del main[1]


def pieces_swapped(main: list[dict[str, Any]]) -> None:
    main[0], main[1] = main[1], main[0]
    main[0]["s"], main[1]["s"] = 0, main[0]["d"]


def material_shifted(main: list[dict[str, Any]]) -> None:
    main[0]["in"] += 500
    main[0]["out"] += 500


def other_material(main: list[dict[str, Any]]) -> None:
    main[0]["src"] = "another.mp4"


def slower(main: list[dict[str, Any]]) -> None:
    main[-1]["d"] += 500


def a_gap(main: list[dict[str, Any]]) -> None:
    for piece in main[1:]:
        piece["s"] += 300


def backwards(main: list[dict[str, Any]]) -> None:
    main[0]["reverse"] = True


def quieter(main: list[dict[str, Any]]) -> None:
    main[0]["vol"] = 0.2


MAIN_DAMAGE = [
    piece_gone,
    pieces_swapped,
    material_shifted,
    other_material,
    slower,
    a_gap,
    backwards,
    quieter,
]


@pytest.mark.parametrize("owner", [1, 2, 3, 4, 10, 11])
@pytest.mark.parametrize("damage", MAIN_DAMAGE, ids=lambda d: d.__name__)
def test_a_damaged_main_track_is_found(owner: int, damage: Callable[[list[dict[str, Any]]], None]):
    step, before, after = next(item for item in steps() if item[0].owner == owner)
    damaged = copy.deepcopy(after)
    damage(damaged["t"][0]["sg"])
    findings, _ = verify_step(step, before, read_draft(damaged))
    assert any(finding.is_failure and finding.owner == owner for finding in findings)


@pytest.mark.parametrize("owner", [0, 1, 2, 3, 10, 11, 12])
def test_an_edit_of_the_picture_that_was_not_done_is_missing(owner: int):
    step, before, _ = next(item for item in steps() if item[0].owner == owner)
    position = [item[0].owner for item in steps()].index(owner)
    undone = steps()[position - 1][2]
    findings, _ = verify_step(step, before, read_draft(undone))
    assert (findings[0].status, findings[0].owner) == ("missing", owner)


def jittered(draft: Draft) -> Draft:
    for role in LAYERS:
        for segment in segments(draft, role):
            segment["s"] += 40 if segment["s"] else 0
            segment["d"] -= 30
            segment["unknown_field"] = {"of": "the service"}
    draft["t"] = [dict(reversed(list(track.items()))) for track in draft["t"]]
    return draft


@pytest.mark.parametrize("number", range(1, 14))
def test_jitter_within_tolerance_and_other_spelling_are_no_finding(number: int):
    step, before, after = steps()[number]
    findings, _ = verify_step(step, before, read_draft(jittered(copy.deepcopy(after))))
    assert all(isinstance(finding, Finding) and finding.status == "met" for finding in findings)
