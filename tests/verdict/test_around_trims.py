"""What stands around a `trim pauses`: right drafts are met, by the step and as a whole, wrong ones not."""

from __future__ import annotations

import copy
from functools import cache

import pytest
from support.timelines import Carried, carried_out, compiled, refused

from nemo_spec.compile import Program
from nemo_spec.timeline.draft import read_draft
from nemo_spec.verdict.final import verify_whole

RECIPES = (
    "speed 0.5-1x first 3.7s\ntrim pauses",
    "speed 0.5-2x first 9s\nreverse\ntrim pauses\nsplit at 2s",
    "speed 0.5-2x first 9s\ntrim pauses\nfreeze 3.217s for 2.1s",
    "speed 0.5-2x first 9s\ntrim pauses\nspeed 1.1x first 3.5s",
    "speed 2x first 9s\ntrim pauses\nfreeze 3.217s for 2.1s",
    "mute first 9s\ntrim pauses\nfreeze 3.217s for 2.1s",
    "freeze end for 1.5s\ntrim pauses\nfade out 1s",
    'generate 1.3s "C"\ntrim pauses\ngenerate 3.7s "C"',
    "trim pauses\nspeed 2x last 1.9s",
    "trim pauses\nspeed 0.5x last 1.9s",
    "trim pauses\nspeed 1-3x last 1.9s",
    "trim pauses\nspeed 1-3x 6s-end",
)


@cache
def trimmed(recipe: str) -> tuple[Program, list[Carried]]:
    program = compiled(recipe, ("podcast.mp4",), listen=True)
    assert refused(program) == []
    return program, carried_out(program)


@pytest.mark.parametrize("recipe", RECIPES)
def test_a_right_draft_is_met(recipe: str) -> None:
    program, done = trimmed(recipe)
    steps = [finding for one in done for finding in one.findings]
    whole = verify_whole(program, read_draft(done[-1].draft)).findings
    assert [(one.owner, one.message) for one in (*steps, *whole) if one.status != "met"] == []


@pytest.mark.parametrize(("recipe", "key", "wrong"), [
    (RECIPES[0], "speed_to", 0.9),
    (RECIPES[0], "speed", 0.8),
    (RECIPES[4], "speed", 1.5),
    (RECIPES[5], "vol", 0.5),
])  # fmt: skip
def test_a_wrong_piece_is_found(recipe: str, key: str, wrong: float) -> None:
    program, done = trimmed(recipe)
    draft = copy.deepcopy(done[-1].draft)
    piece = next(one for one in draft["t"][0]["sg"] if key in one)
    piece[key] = wrong
    assert any(one.is_failure for one in verify_whole(program, read_draft(draft)).findings)


def test_the_pauses_of_a_ramp_are_as_long_as_they_play() -> None:
    """The first pause plays at half speed, and no average of the ramp is as slow."""
    program, done = trimmed("speed 0.5-2x first 9s\ntrim pauses")
    (trim,) = program.instructions[-1].deltas
    removed = done[-1].before.length.lo - read_draft(done[-1].draft).length.lo
    assert trim.removed.lo <= removed <= trim.removed.hi


def test_a_slower_end_of_a_video_of_unknown_length_makes_it_longer() -> None:
    program, done = trimmed("trim pauses\nspeed 0.5x last 1.9s")
    before, after = done[-1].before.length.lo, program.predicted.length
    assert after.lo <= before + 1900 <= after.hi


def test_a_ramp_over_all_of_a_video_that_holds_one_is_refused() -> None:
    program = compiled("speed 1-2x first 5s\ntrim fillers\nspeed 0.5-1x", ("podcast.mp4",))
    assert refused(program) == [2]


@pytest.mark.parametrize("language", ["en", "zh-CN"])
@pytest.mark.parametrize("edit", [
    "cut 1-3s, 2-4s, 2-4s",
    "keep 6-9s, 1-3s, 2-4s",
    "mute 1-3s, 2-4s, 2-4s",
    "mute 1-2s, 3-4s",
    "bleep 1-3s, 2-4s, 5-6s",
])  # fmt: skip
def test_a_list_of_ranges_is_one_edit_whatever_it_names_twice(edit: str, language: str) -> None:
    text = f'language {language}\nspeed 0.5-2x 0-9s\ntitle 5-6s "A"\n{edit}'
    for one in carried_out(compiled(text, ("podcast.mp4",))):
        assert [f.message for f in one.findings if f.status != "met"] == [], one.step.text
