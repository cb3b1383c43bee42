"""Cuts behind `trim pauses` that a level of a part tells of: what is found for all of them at once is what
a prediction without each of them finds."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

import pytest
from support.timelines import carried_out, compiled, reading

from nemo_spec.compile import Instruction
from nemo_spec.timeline.model import Timeline
from nemo_spec.verdict.diagnosis import explain
from nemo_spec.verdict.diagnosis.predict import Predicted, predict
from nemo_spec.verdict.diagnosis.telling_parts import told_by_parts
from nemo_spec.verdict.final import Whole, verify_whole

CLIP = ("podcast.mp4",)
SECONDS = 15
"""Of the clip, about."""
LOOKS = ("volume 50%", "volume 80%", "mute", 'color "warm" 40%')
ODD = (
    "volume 90%",
    "volume 50% last 2s",
    "speed 2x 3-5s",
    "mute 2s-end",
    "fade out 1s",
    "cut 0-1s",
)


def recipe(dice: Random) -> list[str]:
    """Cuts and levels of parts in any order; now and then something else among them."""
    lines = list[str]()
    for _ in range(dice.randint(3, 9)):
        start = dice.randrange(2, 8 * SECONDS) / 10
        lasts = dice.choice([0.05, 0.1, 0.2, 0.5, 1, 2])
        look = dice.choice(["cut", "cut", "cut", *LOOKS])
        line = f"{look} {start:g}-{start + lasts:g}s"
        lines.append(line if dice.random() < 0.98 else dice.choice(ODD))
    return [*lines, dice.choice(["cut 0.5-0.9s", "cut 5-5.4s"])]


def found(program: object, there: object) -> tuple[object, ...]:
    whole: Whole = verify_whole(program, there)  # type: ignore[arg-type]
    return whole.findings, whole.undecided, whole.timeline


def agree(seed: int, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether parts told of something."""
    dice = Random(seed)
    lines = recipe(dice)
    done = [line for line in lines if dice.random() < 0.98]
    there = reading(carried_out(compiled("\n".join(done), CLIP))[-1].draft, {})
    program = compiled("\n".join(["trim pauses", *lines]), CLIP)
    numbers = list[int]()

    def noted(*arguments: object) -> list[int]:
        numbers.extend(told := list(told_by_parts(*arguments)))  # type: ignore[arg-type]
        return told

    with monkeypatch.context() as patch:
        patch.setattr(explain, "told_by_parts", noted)
        at_once = found(program, there)
        patch.setattr(explain, "told_by_parts", lambda *_: ())
        assert found(program, there) == at_once, lines
    return bool(numbers)


def test_what_parts_tell_is_what_a_prediction_without_each_finds(monkeypatch: pytest.MonkeyPatch):
    assert sum(agree(seed, monkeypatch) for seed in range(12)) > 1


@pytest.mark.slow
def test_what_parts_tell_is_so_for_many_recipes(monkeypatch: pytest.MonkeyPatch):
    assert sum(agree(seed, monkeypatch) for seed in range(12, 1500)) > 200


def test_of_many_cuts_each_is_not_predicted_for_itself(monkeypatch: pytest.MonkeyPatch):
    predicted = list[int]()

    def counted(steps: Sequence[Instruction], actual: Timeline) -> Predicted:
        predicted.append(len(steps))
        return predict(steps, actual)

    monkeypatch.setattr(explain, "predict", counted)
    lines = [f"volume 50% {n / 2:g}-{n / 2 + 0.2:g}s" for n in range(1, 21)]
    lines += [f"cut {n / 2 - 0.25:g}-{n / 2 - 0.05:g}s" for n in range(20, 0, -1)]
    there = reading(carried_out(compiled("\n".join(lines), CLIP))[-1].draft, {})
    found(compiled("\n".join(["trim pauses", *lines]), CLIP), there)
    assert len(predicted) < 8
