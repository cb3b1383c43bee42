"""A value that a clause names and that is nowhere in the deed: the clause is left alone."""

from __future__ import annotations

import pytest
from support.agent_dialogue import Dialogue, claims

FORGOTTEN = (
    "split at 40s on clip 7",
    "chop it in half at 30s 3",
    "caption 'A' 0-2s 'B' 2-4s 3",
    "slow motion from 40s to 44s, a quarter of the title",
    "split at 10s 20%",
)


@pytest.mark.parametrize("message", FORGOTTEN)
def test_what_is_forgotten_is_not_done(message: str) -> None:
    outcome = Dialogue.of("title 'A' 0-3").say(message)
    assert not outcome.changed
    assert not claims(outcome.reply)
