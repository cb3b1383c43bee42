"""Cuts behind `trim pauses` of a clip that nobody has listened to: what is found for all of them at once is
what a prediction without each of them finds."""

from __future__ import annotations

from random import Random

import pytest
from support.timelines import compiled

from nemo_spec.timeline.draft import read_draft
from nemo_spec.verdict.diagnosis import explain
from nemo_spec.verdict.diagnosis.traceless_cuts import traceless_cuts
from nemo_spec.verdict.final import Whole, verify_whole

LINES = (
    "cut 3-4s", "cut 1-2s, 5-5.5s", "cut 8-8.4s", "cut 0-1s", "cut 6s-end", "cut last 1s",
    "cut 2-2.2s", "keep 1-20s", "volume 80%", "volume 50% 2-4s", "speed 1.5x", "speed 2x 3-5s",
    'color "warm" 60%', "fade in 1s", "fade out 1s", "freeze 3s for 1s", "reverse", "split at 6s",
    'caption 1-2s "Yes."', "trim fillers", "mute 1-2s",
)  # fmt: skip
JOIN = "clip a\nclip b\njoin a, b"
WEIGHTS = (*([9] * 3), *([1] * 18))


def recipe(dice: Random) -> str:
    before = dice.choices(LINES, k=dice.choice([0, 0, 0, 1]))
    after = dice.choices(LINES, WEIGHTS, k=dice.randint(1, 8))
    join = dice.choice(["", "", "", JOIN, f"{JOIN} with fade 0.5s"])
    return "\n".join([join, *before, "trim pauses", *after, ""])


def draft(dice: Random) -> dict[str, object]:
    """A video of some parts of a file or two, as a rule in order."""
    pieces, at, played = list[dict[str, object]](), 0, 0
    for _ in range(dice.randint(1, 6)):
        played += dice.choice([0, 400, 800]) - dice.choice([0] * 12 + [5000])
        lasts = dice.choice([300, 1000, 4000, 9000])
        name = dice.choice(["interview.mp4"] * 9 + ["b.mp4"])
        start = max(0, played)
        pieces.append({"s": at, "d": lasts, "src": name, "in": start, "out": start + lasts})
        at, played = at + lasts + dice.choice([0] * 15 + [700]), start + lasts
        if dice.random() < 0.1:
            pieces[-1] |= dice.choice([{"vol": 0.8}, {"reverse": True}, {"speed": 1.5}])
    return {"d": at, "t": [{"tt": 0, "sg": pieces}]}


def found(program: object, there: dict[str, object]) -> tuple[object, ...]:
    whole: Whole = verify_whole(program, read_draft(there))  # type: ignore[arg-type]
    return whole.findings, whole.undecided, whole.timeline


def agree(seed: int, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether there was something to find at once."""
    dice = Random(seed)
    program = compiled(recipe(dice), dice.choice([(), (), ("interview.mp4",)]))
    numbers = list[int]()

    def noted(*arguments: object) -> range:
        numbers.extend(at_once := traceless_cuts(*arguments))  # type: ignore[arg-type]
        return at_once

    for there in (draft(dice) for _ in range(3)):
        with monkeypatch.context() as patch:
            patch.setattr(explain, "traceless_cuts", noted)
            at_once = found(program, there)
            patch.setattr(explain, "traceless_cuts", lambda *_: range(0))
            assert found(program, there) == at_once
    return bool(numbers)


def test_all_at_once_is_one_by_one(monkeypatch: pytest.MonkeyPatch):
    assert sum(agree(seed, monkeypatch) for seed in range(12)) > 5


@pytest.mark.slow
def test_all_at_once_is_one_by_one_for_many_recipes(monkeypatch: pytest.MonkeyPatch):
    assert sum(agree(seed, monkeypatch) for seed in range(12, 4000)) > 1000
