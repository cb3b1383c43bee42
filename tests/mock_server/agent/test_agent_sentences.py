"""What people type, and the draft that it must lead to: `sentences/*.json`.

An entry is a list: the draft before, one or more messages, the draft after, both as in
`support.agent_views`. `=` stands for a last message that changes nothing and claims nothing.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support.agent_dialogue import Dialogue, claims, says_partly
from support.agent_views import differences

from mock_server.agent import context
from mock_server.media.probe import Pauses

FILES = sorted((Path(__file__).parent / "sentences").glob("*.json"))
ENTRIES = [
    pytest.param(before, messages, after, id=f"{file.stem}: {' / '.join(messages)}")
    for file in FILES
    for before, *messages, after in json.loads(file.read_text("utf-8"))
]


@pytest.mark.parametrize(("before", "messages", "after"), ENTRIES)
def test_sentence(
    before: str, messages: list[str], after: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(context.listening, "pauses", lambda *_, **__: Pauses([], -40.0))
    dialogue = Dialogue.of(before)
    for message in messages:
        outcome = dialogue.say(message)
    if after == "=":
        assert not outcome.changed
        assert not claims(outcome.reply)
    else:
        assert differences(after, dialogue.draft) == []
        assert outcome.changed
        assert claims(outcome.reply) != says_partly(outcome.reply)
        assert says_partly(outcome.reply) or not outcome.misunderstood
