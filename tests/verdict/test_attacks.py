"""Drafts made to look right: every check by itself is met, and the video is another."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest
from support.gallery_drafts import (
    Draft,
    acted,
    carried_out,
    every_step,
    program_of,
    reading,
    verified,
)

from nemo_spec.verdict.step import verify_later, verify_step

Attack = Callable[[Draft], None]


def segment(draft: Draft, role: str) -> dict[str, Any]:
    return next(s for track in draft["t"] for s in track["sg"] if s["role"] == role)


def track(draft: Draft, role: str) -> dict[str, Any]:
    return next(t for t in draft["t"] if any(s["role"] == role for s in t["sg"]))


def with_value(role: str, **values: object) -> Attack:
    def attack(draft: Draft) -> None:
        segment(draft, role).update(values)

    attack.__name__ = f"{role} {values}"
    return attack


def on_track(role: str, **values: object) -> Attack:
    def attack(draft: Draft) -> None:
        track(draft, role).update(values)

    attack.__name__ = f"track of {role} {values}"
    return attack


def ends_early(draft: Draft) -> None:
    draft["d"] = 1000


def squeezed(draft: Draft) -> None:
    """Twice the material in the same time, and not a word of a speed."""
    piece = draft["t"][0]["sg"][-1]
    piece["in"] -= piece["out"] - piece["in"]


def two_short_pieces_too_many(draft: Draft) -> None:
    """Too short for any tolerance to notice, and there all the same."""
    main = draft["t"][0]["sg"]
    extra = {"role": "clip", "d": 45, "in": 0, "out": 45, "src": "other.mp4"}
    for index in (0, 2):
        at = main[index]["s"]
        main.insert(index, {**extra, "id": f"x{index}", "s": at})
        main[index + 1]["s"] += 45
        main[index + 1]["d"] -= 45
        main[index + 1]["in"] += 45


TEASER = [
    with_value("title", opacity=0),
    with_value("title", hidden=True),
    with_value("title", visible=False),
    with_value("sound", vol=0),
    with_value("sound", muted=True),
    with_value("sound", speed=4),
    with_value("overlay", reverse=True),
    with_value("overlay", rotate=180),
    with_value("overlay", enabled=0),
    with_value("clip", hidden=True),
    on_track("music", muted=True),
    on_track("clip", visible=False),
    on_track("title", disabled=True),
    ends_early,
    squeezed,
    two_short_pieces_too_many,
]


@pytest.mark.parametrize("attack", TEASER, ids=lambda attack: attack.__name__)
def test_what_looks_right_and_is_not_is_found(attack: Attack):
    name = "product-teaser"
    correct = carried_out(name)[0]
    draft = copy.deepcopy(correct)
    attack(draft)
    assert draft != correct
    assert any(finding.is_failure for finding in verified(name, draft).findings)
    last, (before, _) = program_of(name).instructions[-1], every_step(name)[-2]
    for check, timeline in ((verify_step, before), (verify_later, every_step(name)[-1][0])):
        findings, _ = check(last, timeline, reading(name, draft))
        assert any(finding.is_failure for finding in findings)


def test_speech_that_went_with_the_pauses_is_missed_whatever_comes_after():
    """A scene is generated behind it, so that the trim is not the last that moved anything."""
    draft = copy.deepcopy(carried_out("b-roll")[0])
    main = draft["t"][0]["sg"]
    lost = 150
    main[1]["in"] += lost
    main[1]["d"] -= lost
    for piece in main[2:]:
        piece["s"] -= lost
    assert any(finding.is_failure for finding in verified("b-roll", draft).findings)


def test_nothing_is_met_by_an_instruction_that_was_never_sent():
    """The beginning of a recipe is not the whole of it, whichever instruction came last."""
    name = "product-teaser"
    draft: Draft = {}
    for step in program_of(name).instructions[:-1]:
        draft = acted(name, step.text, draft)
        assert any(finding.is_failure for finding in verified(name, draft).findings)
