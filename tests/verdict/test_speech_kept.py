"""What is left after `trim pauses` and a later cut: all of the speech, and none of the pauses."""

from __future__ import annotations

import copy

import pytest
from support.foreign_damage import KINDS
from support.foreign_damage.scene import damaged
from support.foreign_verdicts import judge, judged, scene_of


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("pauses, keep", "speech: a pause kept, speech lost"),
        ("pauses, keep last", "speech: the start lost"),
        ("pauses, keep last", "source range lost"),
    ],
)
def test_what_was_lost_beside_a_later_cut_is_found(name: str, kind: str):
    one = damaged(KINDS[kind], scene_of(name), 0)
    assert one is not None
    seen = judge(name, one)
    assert seen.outcome == ("doubted" if KINDS[kind].doubtful else "found"), seen.findings
    assert seen.on_the_line, seen


def test_keep_last_leaves_just_that_much():
    draft = copy.deepcopy(scene_of("pauses, keep last").draft)
    first, *later = draft["t"][0]["sg"]
    first |= {"d": first["d"] - 800, "in": first["in"] + 800}
    for piece in later:
        piece["s"] -= 800
    draft["d"] -= 800
    found = {one.status for one in judged("pauses, keep last", draft)}
    assert "different" in found
    assert found <= {"different", "unreadable"}
