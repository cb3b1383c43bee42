"""A saved plan is carried out as it was saved, once, or not at all."""

from __future__ import annotations

import json
from pathlib import Path

from support.apply_world import RECIPE, World

from mock_server.server import MockHandle


def test_what_it_removes_is_removed(world: World):
    world.apply()
    world.say('Add a title that reads "Sale" from 1 to 2 seconds.')
    assert "1 instruction" in world.plan("--unrequested=remove", "-o", "a.plan").out
    assert world.call("apply", "a.plan").code == 0
    assert "Sale" in world.sent[-1]
    assert len(world.sent) == world.before + 1


def test_one_for_a_new_session_is_carried_out_once(world: World):
    world.apply()
    sent = len(world.sent)
    world.plan("--fresh", "-o", "a.plan")
    done = world.call("apply", "a.plan")
    assert done.code == 0, done.err
    assert len(world.sent) == 2 * sent
    assert world.call("apply", "a.plan").code == 2
    assert len(world.sent) == 2 * sent


def test_a_refused_one_leaves_the_session_as_it_was(world: World):
    world.apply()
    world.write(RECIPE + 'title 3-4s "End"\n')
    world.plan("-o", "a.plan")
    assert world.call("apply", "a.plan", "--fresh").code == 2
    assert ": 5 instructions done" in world.plan().out


def test_a_session_of_another_account_is_not_replaced(world: World, service: MockHandle):
    world.apply()
    world.plan("-o", "a.plan")
    service.fault("error", code=1002, call="state")
    assert world.call("apply", "a.plan").code == 2
    assert "nothing to send" in world.plan().out


def test_one_for_a_session_that_is_named_is_not_saved(world: World, project: Path):
    world.apply()
    named = world.plan("--session", "5650887661998742085", "-o", "a.plan")
    assert named.code == 2
    assert not (project / "a.plan").exists()


def test_a_damaged_one_is_refused(world: World, project: Path):
    world.plan("-o", "a.plan")
    saved = json.loads((project / "a.plan").read_text())
    for key in saved.keys() - {"format"}:
        for damaged in (_without(saved, key), *(saved | {key: wrong} for wrong in (5, [5], {}))):
            (project / "a.plan").write_text(json.dumps(damaged))
            refused = world.call("apply", "a.plan")
            assert refused.code == 2, damaged
            assert "nothing was sent" in refused.err
    assert world.requests("create_session") == []


def _without(saved: dict[str, object], key: str) -> dict[str, object]:
    return {name: content for name, content in saved.items() if name != key}


def test_a_session_that_is_gone_is_planned_and_begun_anew(world: World, service: MockHandle):
    world.apply()
    sent = len(world.sent)
    service.fault("error", code=1002, call="state")
    planned = world.plan("-o", "a.plan")
    assert planned.code == 0, planned.err
    assert "no longer exists: apply starts a new one" in planned.out
    service.fault("error", code=1002, call="state")
    assert world.call("apply", "a.plan").code == 0
    assert len(world.sent) == 2 * sent
