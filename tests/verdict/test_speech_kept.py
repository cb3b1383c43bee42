"""What is left after `trim pauses` and a later cut: all of the speech, and none of the pauses."""

from __future__ import annotations

import copy

import pytest
from support.foreign_damage import KINDS
from support.foreign_damage.scene import damaged
from support.foreign_verdicts import judge, judged, scene_of
from support.timelines import carried_out, compiled, reading

from nemo_spec.verdict.diagnosis import explain
from nemo_spec.verdict.final import verify_whole


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


IN_PAUSES = (
    "trim pauses\ncut 15.9-16.3s\ncut 12.5-12.9s\ncut 10.1-10.5s\ncut 6.2-6.6s\ncut 3.2-3.6s\ncut 0.1-0.5s",
    "trim pauses\ncut 15.4-15.8s\ncut 12-12.4s\ncut 9.1-9.5s\ncut 6.8-7.2s\ncut 4.5-4.9s\ncut 0.2-0.6s",
)
"""Each has cuts that fall into a pause: no speech is lost without them."""


@pytest.mark.parametrize("text", IN_PAUSES)
@pytest.mark.parametrize("gone", [None, 3])
def test_a_cut_that_the_later_ones_prove_is_found_as_by_leaving_it_out(
    text: str, gone: int | None, monkeypatch: pytest.MonkeyPatch
):
    program = compiled(text, ("podcast.mp4",), listen=True)
    sent = "\n".join(line for index, line in enumerate(text.split("\n")) if index != gone)
    draft = carried_out(compiled(sent, ("podcast.mp4",), listen=True))[-1].draft
    tried, predict = [], explain.predict
    monkeypatch.setattr(explain, "predict", lambda *given: tried.append(1) or predict(*given))
    found = verify_whole(program, reading(draft, {})).findings
    proven = len(tried)
    monkeypatch.setattr(explain, "are_allowed", lambda *_: True)
    assert found == verify_whole(program, reading(draft, {})).findings
    assert len(tried) - proven > proven
