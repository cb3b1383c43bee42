"""Which instructions share a message."""

from __future__ import annotations

import pytest

from nemo_spec.compile import Instruction
from nemo_spec.language.values import Range
from nemo_spec.run.messages.batching import batches
from nemo_spec.run.policy import Per
from nemo_spec.verbs.base import VERBS, Edit
from nemo_spec.verbs.cuts import Cut
from nemo_spec.verbs.join import Join
from nemo_spec.verbs.picture import Generate, Rotate
from nemo_spec.verbs.project import Say
from nemo_spec.verbs.sound import Denoise, Normalize
from nemo_spec.verbs.speed import Reverse
from nemo_spec.verbs.text import Captions, Title

EDITS: list[Edit] = [
    Join(clips=("a",)), Cut(ranges=(Range(0, 1000),)), Reverse(), Title(range=Range(0, 1000), text="Hi"),
    Captions(), Rotate(degrees=90), Say(message="Blur it."), Say(message="Again."), Denoise(), Normalize(),
    Generate(duration=1000, prompt="a city"), Reverse(),
]  # fmt: skip


@pytest.mark.parametrize(
    ("per", "sizes"),
    [
        ("line", [1] * 12),
        ("phase", [3, 2, 1, 1, 1, 2, 1, 1]),
        ("recipe", [6, 1, 1, 2, 1, 1]),
    ],
)
def test_neighbours_of_one_group_share_a_message(per: Per, sizes: list[int]) -> None:
    steps = [Instruction(index, edit.english(), (), 100, edit) for index, edit in enumerate(EDITS)]
    found = batches(steps, per)
    assert [len(batch.steps) for batch in found] == sizes
    assert [step for batch in found for step in batch.steps] == steps
    assert [batch.first for batch in found] == [sum(sizes[:i]) for i in range(len(sizes))]


def test_what_is_sent_alone() -> None:
    assert {verb for verb, cls in VERBS.items() if getattr(cls, "alone", False)} == {
        "say",
        "generate",
    }
