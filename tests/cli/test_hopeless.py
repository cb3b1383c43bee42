"""A session that cannot become what its recipe says: plan says that nothing is sent, and apply does so."""

from __future__ import annotations

from support.apply_world import RECIPE, World


def test_what_is_planned_is_what_is_sent(world: World):
    world.apply()
    sent = len(world.sent)
    world.write(RECIPE.replace("keep 0-4s", "keep 2-9s") + 'title 3-4s "End"\n')
    planned = world.plan()
    assert planned.code == 0
    assert (
        "nothing to send: no instruction can fix this; it needs a new session" in planned.lines[-1]
    )
    assert "    send " not in planned.out
    assert "estimate" not in planned.out
    assert world.apply().code == 1
    assert len(world.sent) == sent
