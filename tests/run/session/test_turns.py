"""Whose turn it is in a session that several clips share."""

from __future__ import annotations

from datetime import UTC, datetime

from nemo_spec.run.session.journal import Step, StepKind, StepState
from nemo_spec.run.session.turns import latest, turns


def step(kind: StepKind, subject: str, state: StepState = "done", after: str | None = None) -> Step:
    at = datetime(2026, 1, 1, tzinfo=UTC)
    return Step(1, kind, subject, (), state, at, None, after, None, {"clip": f"{subject}.mp4"})


def test_a_turn_lasts_until_the_timeline_may_be_empty():
    sent = [step("turn", "a", after="left"), step("instruct", "Cut.")]
    assert [turn.key for turn in turns(sent)] == ["", "a"]
    for state, holder in (
        ("sent", ""), ("unknown", ""), ("given up", ""), ("done", ""), ("unchanged", "a"), ("refused", "a"),
    ):  # fmt: skip
        assert turns([*sent, step("empty", "Remove.", state)])[-1].key == holder
    later = [*sent, step("empty", "Remove."), step("turn", "b", "sent"), step("instruct", "Add.")]
    assert turns(later)[-1].key == ""
    found = latest([*later, step("turn", "b")], "a")
    assert found is not None
    assert (found.clip, found.left, [one.subject for one in found.steps]) == (
        "a.mp4", "left", ["Cut."],
    )  # fmt: skip
