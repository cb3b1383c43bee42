"""What a reply claims, the draft has, and nothing else has changed."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from support.agent_dialogue import Dialogue, claims
from support.agent_messages import MUSIC, TEMPLATES, TITLE, Message, messages
from support.agent_views import differences

BEFORE = f"{MUSIC}; {TITLE}"
_ADDED = re.compile(
    r"(?:Added the .*?|已添加\w*?)“(.*?)”[,，] ?([\d.]+)–([\d.]+) ?[s秒]", re.DOTALL
)
_REMOVED = re.compile(r"(?:Removed the .*?|已删除\w*?)“(.*?)”", re.DOTALL)
_NOW = re.compile(r"(?:now |long, |长)([\d.]+) ?[s秒](?: long\.| now\.|。)")


def judge(message: Message) -> None:
    """Raises AssertionError when a reply says more, or less, than the draft shows."""
    dialogue = Dialogue.of(BEFORE)
    before = dialogue.draft
    outcome = dialogue.say(message.text)
    if not outcome.changed:
        assert dialogue.draft == before
        assert not claims(outcome.reply)
        return
    assert differences(message.after, dialogue.draft) == [], outcome.reply
    assert claims(outcome.reply) != bool(outcome.misunderstood)
    _bears_out(outcome.reply, before, dialogue.draft)


def _bears_out(reply: str, before: dict[str, Any], after: dict[str, Any]) -> None:
    """The sentences of a reply, held against the two drafts."""
    old, new = _layers(before), _layers(after)
    said = {(name, float(start), float(end)) for name, start, end in _ADDED.findall(reply)}
    assert said == {value for ident, value in new.items() if ident not in old}
    assert set(_REMOVED.findall(reply)) == {old[ident][0] for ident in old if ident not in new}
    assert all(float(now) * 1_000 == after["d"] for now in _NOW.findall(reply))


def _segments(draft: dict[str, Any]) -> list[dict[str, Any]]:
    return [one for track in draft["t"][1:] for one in track["sg"]]


def _layers(draft: dict[str, Any]) -> dict[str, tuple[str, float, float]]:
    return {
        one["id"]: (_name(one), one["s"] / 1_000, (one["s"] + one["d"]) / 1_000)
        for one in _segments(draft)
        if one["role"] != "caption"  # these are only counted
    }


def _name(one: dict[str, Any]) -> str:
    return str(next(one[key] for key in ("text", "name", "src") if key in one))


@settings(deadline=None, max_examples=200)
@given(messages())
def test_a_reply_claims_what_the_draft_has(message: Message) -> None:
    judge(message)


@pytest.mark.slow
@settings(deadline=None, max_examples=5_000)
@given(messages())
def test_many_replies_claim_what_the_draft_has(message: Message) -> None:
    judge(message)


@pytest.mark.parametrize("order", [template[0] for template in TEMPLATES])
def test_every_order_is_understood(order: str) -> None:
    values = {"a": 5, "b": 8, "p": 40, "t": "Hi", "c": "red", "s": "top"}
    assert Dialogue.of(BEFORE).say(order.format(**values)).changed
