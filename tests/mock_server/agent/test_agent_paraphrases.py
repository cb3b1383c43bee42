"""What an edit says, and how people say the same: synonyms and another order lead to the same draft.

A paraphrase that is not understood may be refused; it is never done in another way.
"""

from __future__ import annotations

import json
from pathlib import Path

from support.agent_dialogue import Dialogue
from support.agent_views import Item, shown
from support.sentence_sets import EVERY

from mock_server.agent import read

GROUPS = json.loads(Path(__file__).with_name("paraphrases.json").read_text("utf-8"))
ENOUGH = 0.95


def result(sentence: str) -> tuple[list[str], bool]:
    """What a sentence leaves of the draft, and whether anything changed."""
    dialogue = Dialogue.of("")
    outcome = dialogue.say(sentence)
    return sorted(map(_sorted, shown(dialogue.draft))), outcome.changed


def _sorted(item: Item) -> str:
    return str(Item(item.name, item.span, dict(sorted(item.values.items()))))


@EVERY
def test_paraphrases_lead_to_the_same_draft(every: int) -> None:
    refused, total = [], 0
    for said, *others in GROUPS[::every]:
        wanted, changed = result(said)
        assert changed, said
        for other in others:
            total += 1
            found, changed = result(other)
            assert found == wanted or not changed, other
            refused += [] if changed else [other]
    assert total >= 100
    assert len(refused) <= (1 - ENOUGH) * total, refused


# What is cut out of the speech depends on what is heard: these are compared by what they ask for.
OF_THE_SPEECH = json.loads(Path(__file__).with_name("of_the_speech.json").read_text("utf-8"))


def test_paraphrases_ask_for_the_same() -> None:
    for said, *others in OF_THE_SPEECH:
        wanted = read(said, ("talk.mp4", "b.mp4"))
        assert wanted.operations, said
        assert not wanted.misunderstood, said
        for other in others:
            found = read(other, ("talk.mp4", "b.mp4"))
            assert found.operations == wanted.operations, other
            assert not found.misunderstood, other
