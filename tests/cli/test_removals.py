"""What nobody asked for is removed with one message, and what stays is said."""

from __future__ import annotations

from support.apply_world import World

from mock_server.server import MockHandle


def test_what_cannot_be_removed_is_not_asked_for_again_and_again(world: World, service: MockHandle):
    world.apply()
    for start, text in enumerate(("Sale", "Now", "Here")):
        world.say(f'Add a title that reads "{text}" from {start} to {start + 1} seconds.')
    service.fault("claimed_not_applied", match="Remove", times=9)
    applied = world.apply("--unrequested=remove")
    assert len(world.sent) == world.before + 1
    assert "correcting   title" in applied.out
    assert applied.out.count("not asked for, and is still there") == 3


def test_what_was_not_asked_for_belongs_to_no_line(world: World):
    world.apply()
    world.say('Add a title that reads "Sale" from 1 to 2 seconds.')
    shown = world.plan().out
    assert '  -      not in the recipe                         title "Sale"' in shown


def test_what_stays_holds_nothing_up(world: World, service: MockHandle):
    service.fault("second_stage", kind="title")
    service.fault("claimed_not_applied", match="Remove", times=9)
    applied = world.apply("--unrequested=remove")
    assert applied.code == 0
    assert len(world.sent) == 6
