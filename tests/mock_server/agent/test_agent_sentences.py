"""What people type, and the draft that it must lead to: `sentences/*.json`.

An entry is a list: the draft before, one or more messages, the draft after, both as in
`support.agent_views`. `=` stands for a last message that changes nothing and claims nothing.
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

FILES = sorted((Path(__file__).parent / "sentences").glob("*.json"))


def is_right(after: str, dialogue: Dialogue, outcome: Outcome) -> bool:
    """Whether the draft is as expected, and the reply says so."""
    if after == "=":
        return not outcome.changed and not claims(outcome.reply)
    partly = says_partly(outcome.reply)
    told = claims(outcome.reply) != partly and (partly or not outcome.misunderstood)
    return told and outcome.changed and differences(after, dialogue.draft) == []


@EVERY
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_sentences(file: Path, every: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(context.listening, "pauses", lambda *_, **__: Pauses([], -40.0))
    wrong = []
    for before, *messages, after in entries(file, every):
        dialogue = Dialogue.of(before)
        outcome = [dialogue.say(message) for message in messages][-1]
        if not is_right(after, dialogue, outcome):
            wrong.append(f"{' / '.join(messages)} -> not {after}: {outcome.reply}")
    assert not wrong, "\n".join(wrong)
