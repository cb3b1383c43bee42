"""A message that was certainly not taken on is noted as refused, and nothing asks about it later."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from support.fault_world import World

from nemo_spec.run.session.journal import Journal
from nemo_spec.run.session.last_session import FOLDER


def states(world: World) -> list[str]:
    """How every message of the recipe's session ended, oldest first."""
    with Journal.open(world.work / FOLDER) as journal:
        return [step.state for step in journal.steps(world.session()) if step.kind == "instruct"]


@pytest.mark.parametrize("skip", [0, 1, 2])
@pytest.mark.parametrize("code", [2001, 402])
def test_a_message_without_credits_is_refused(
    code: int, skip: int, world: Callable[..., World]
) -> None:
    project = world()
    project.misbehave({"fault": "error", "call": "run_sse", "code": code, "skip": skip})
    assert project.apply().code != 0
    assert states(project) == ["done"] * skip + ["refused"]
    resumed = project.call("resume")
    assert resumed.code == 0
    left = len(project.program().instructions) - skip
    assert states(project)[skip:] == ["refused", *["done"] * left]
    assert "it is not known" not in resumed.out
