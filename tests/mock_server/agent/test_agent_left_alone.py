"""What people type and the agent does not understand, with the draft that it should lead to.

`left_alone/*.json`, entries as in `sentences`: either all of it is right, or some reply of the
dialogue says that something was not done.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from support.agent_dialogue import Dialogue, claims, says_partly
from support.agent_views import differences
from support.sentence_sets import EVERY, entries

from mock_server.agent import Outcome
from mock_server.agent.execution import context
from mock_server.media.probe import Pauses

FILES = sorted((Path(__file__).parent / "left_alone").glob("*.json"))


def says_that_it_lacks(outcome: Outcome) -> bool:
    """Whether a reply does not claim that all of a message was done."""
    return not claims(outcome.reply) or says_partly(outcome.reply) or not outcome.changed


@EVERY
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_left_alone(file: Path, every: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(context.listening, "pauses", lambda *_, **__: Pauses([], -40.0))
    wrong = []
    for before, *messages, after in entries(file, every):
        dialogue = Dialogue.of(before)
        outcomes = [dialogue.say(message) for message in messages]
        if not any(map(says_that_it_lacks, outcomes)) and differences(after, dialogue.draft):
            wrong.append(f"{' / '.join(messages)} -> {outcomes[-1].reply}")
    assert not wrong, "\n".join(wrong)
