"""What a draft says about a message whose outcome is unknown."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from support.timelines import carried_out, compiled

from nemo_spec.run.messages.recovery import Asked
from nemo_spec.run.policy import Policy
from nemo_spec.run.session.journal import Journal

RECIPE = 'color "warm" 50%\ntitle 0-2s "A"\nvolume 50%\n'
PLACED, COLOR, TITLE, VOLUME = range(4)
"""Instructions; each draft is known by the one that made it."""


@pytest.mark.parametrize(
    ("message", "before", "now", "is_in"),
    [
        (TITLE, COLOR, TITLE, True),
        (TITLE, COLOR, COLOR, False),  # nothing has changed
        (COLOR, PLACED, COLOR, True),
        (
            COLOR,
            COLOR,
            TITLE,
            False,
        ),  # it was there before, and somebody else has changed something
        (VOLUME, COLOR, TITLE, False),  # another change
    ],
)
def test_a_draft_shows_a_message_when_it_did_not_before(
    message: int, before: int, now: int, is_in: bool
) -> None:
    program = compiled(RECIPE, ("camera-a.mp4",))
    steps = carried_out(program)
    drafts = [json.dumps(one.draft).encode() for one in steps]
    sentence = steps[message].step.text
    with Journal.in_memory() as journal:
        now_ = datetime.now(UTC)
        run = journal.begin_run("x.edit", {}, "key", now_)
        journal.begin(run, "s", "instruct", sentence, now_, before=drafts[before])
        (sent,) = journal.steps("s")
        assert Asked(program, Policy(), journal, "s").is_in(drafts[now], sent) == is_in
