"""Edits that add up, and edits at the very edge of a rule: predicted and done alike."""

from __future__ import annotations

from contextlib import nullcontext

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.timelines import carried_out, compiled, refused

from mock_server.timeline import picture as mock_picture
from mock_server.timeline import tracks as mock_timeline
from nemo_spec.timeline.deltas import Transition
from nemo_spec.timeline.draft import read_draft

CLIP = ("camera-a.mp4",)
NEAR = 250
"""Milliseconds: a transition this close to a cut is a transition at that cut."""


def is_met(text: str) -> bool:
    """Whether a recipe is accepted and every step is understood and met."""
    program = compiled(text, CLIP)
    assert refused(program) == []
    done = carried_out(program)
    return all(
        not one.misunderstood and {f.status for f in one.findings} == {"met"} for one in done
    )


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from((90, 180, 270)), min_size=1, max_size=5))
def test_rotations_add_up(turns: list[int]) -> None:
    text = "\n".join(f"rotate {degrees}" for degrees in turns)
    assert is_met(text)
    last = carried_out(compiled(text, CLIP))[-1]
    turned = [segment.get("rotate", 0) for segment in last.draft["t"][0]["sg"]]
    assert turned == [sum(turns) % 360]


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(("speed 2x", "speed 0.5x", "reverse", "volume 50%")), max_size=5))
def test_edits_of_the_whole_video_add_up(edits: list[str]) -> None:
    assert is_met("\n".join(edits))


@pytest.mark.parametrize("off", [0, 1, NEAR - 1, NEAR, NEAR + 1, NEAR + 50, 350])
@pytest.mark.parametrize("side", [1, -1])
def test_both_sides_mean_the_same_cut(off: int, side: int) -> None:
    """Only the service knows exactly where a cut is after `trim`; a time near it still means that cut."""
    draft = carried_out(compiled("split at 5s", CLIP))[-1].draft
    at, predicted, done = 5000 + side * off, read_draft(draft), mock_timeline.Timeline.of(draft)
    Transition(at, 400).apply(predicted)
    fits = off <= NEAR
    assert ("transition" in predicted.main[1].properties) == fits
    with nullcontext() if fits else pytest.raises(mock_timeline.CannotEdit):
        mock_picture.transition(done, 400, at)
