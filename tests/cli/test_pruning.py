"""`runs --prune` makes room, and leads nobody to pay for a session twice."""

from __future__ import annotations

import re

import pytest
from support.apply_world import World


def test_a_forgotten_session_is_refused_and_continued_by_its_id(world: World):
    first = world.apply()
    assert first.code == 0, first
    sent = world.sent
    pruned = world.call("runs", "--prune", "0")
    assert (pruned.code, pruned.out.partition(";")[0]) == (0, "1 session forgotten")
    assert "met" in world.call("runs").out
    refused = world.apply()
    assert refused.code == 2, refused
    (session,) = re.findall(r"--session (\S+?)`", refused.err)
    again = world.apply("--session", session)
    assert (again.code, world.sent) == (0, sent), again
    assert world.apply().code == 0
    assert world.sent == sent


def test_recent_sessions_stay(world: World):
    assert world.apply().code == 0
    assert "0 sessions forgotten" in world.call("runs", "--prune", "1").out
    assert world.apply().code == 0


@pytest.mark.parametrize("days", ["-1", "x", "", "99999", "١"])
def test_days_are_a_number(world: World, days: str):
    refused = world.call("runs", f"--prune={days}")
    assert (refused.code, "such as 30" in refused.err) == (2, True)
