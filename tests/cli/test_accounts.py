"""A recipe that is applied with one account and with another: each goes on with its own session."""

from __future__ import annotations

import pytest
from support.apply_world import World

OTHER = "11111111-1111-4111-8111-111111111111"


def test_each_account_goes_on_with_its_own_session(world: World, monkeypatch: pytest.MonkeyPatch):
    world.apply()
    monkeypatch.setenv("NEMO_CLIENT_ID", OTHER)
    assert "no longer exists: starting a new one" in world.apply().out
    sent = len(world.sent)
    monkeypatch.delenv("NEMO_CLIENT_ID")
    assert "nothing to send" in world.plan().out
    assert world.apply().code == 0
    monkeypatch.setenv("NEMO_CLIENT_ID", OTHER)
    assert world.apply().code == 0
    assert len(world.sent) == sent


def test_what_was_given_up_for_a_fresh_session_is_not_gone_back_to(
    world: World, monkeypatch: pytest.MonkeyPatch
):
    world.apply()
    monkeypatch.setenv("NEMO_CLIENT_ID", OTHER)
    world.apply("--fresh")
    monkeypatch.delenv("NEMO_CLIENT_ID")
    assert "no longer exists: starting a new one" in world.apply().out
