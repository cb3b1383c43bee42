"""Levels of a part of the video, after `trim pauses` and before a later cut: only the draft tells which
pieces have them, and `last 2s` is counted from an end that nobody knew."""

from __future__ import annotations

from typing import Any

import pytest
from support.timelines import carried_out, compiled, reading

from nemo_spec.verdict.final import verify_whole
from nemo_spec.verdict.findings import Finding


def found(text: str, *without: str) -> list[Finding]:
    """What is wrong with the draft that the mock makes of a recipe, some keys of its video taken away."""
    program = compiled(text, ("podcast.mp4",), listen=True)
    draft: dict[str, Any] = carried_out(program)[-1].draft
    for piece in draft["t"][0]["sg"]:
        for key in without:
            piece.pop(key, None)
    decided = verify_whole(program, reading(draft, {})).findings
    return [one for one in decided if one.status not in ("met", "unreadable")]


@pytest.mark.parametrize(
    "text",
    [
        "trim pauses\nvolume 50% 5-6s\ncut 2-3s",
        'trim pauses\nmute 5-6s\ncut 2-3s\ncolor "warm" 40%',
        "trim pauses\nvolume 50% 5-6s\nvolume 80%\ncut 2-3s",
        "trim pauses\nvolume 50% 8-9s\nspeed 2x 3-5s\nmute 1-2s\nfreeze 4s for 1s",
        "trim pauses\nmute last 2s\ncut 2-3s",
        "trim pauses\nmute last 2s\nspeed 2x\ncut 2-3s",
        "trim pauses\nvolume 50% 5-6s\nreverse",
        "trim fillers\nmute last 2s\ncut last 3s",
        "trim fillers\nvolume 50% 5s-end\ncut 2-3s",
        'trim fillers\nvolume 50% 5-6s\ngenerate 4s "a street"',
        "speed 0.3x 0s-end\ntrim pauses longer than 1s keep 0.1s",
    ],
)
def test_the_right_draft_is_met(text: str):
    assert found(text) == []


@pytest.mark.parametrize("range_", ["5-6s", "last 2s"])
def test_a_level_that_is_not_there_is_missed(range_: str):
    (only,) = found(f"trim pauses\nvolume 50% {range_}\ncut 2-3s", "vol")
    assert (only.status, only.owner) == ("missing", 1)
