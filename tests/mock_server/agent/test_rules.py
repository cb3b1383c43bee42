"""What is not tried because its words are missing would not have fitted."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.agent_dialogue import Dialogue

from mock_server.agent.clauses import sentences
from mock_server.agent.execution import context
from mock_server.agent.frames import table as frames
from mock_server.agent.frames.slots import Slots
from mock_server.agent.operations import Operation
from mock_server.agent.values.placeholders import pattern
from mock_server.agent.values.rules import Rules, folded, needed, plainly
from mock_server.media.probe import Pauses

HERE = Path(__file__).parent
EVERY = 300  # sentences; all of them take half an hour

SAMPLES = {
    r"\b(?:cut|trim) (?:the )?end": "Please CUT the End",
    r"[ ,]*(?:red|blue)(?: please)?\Z": "make it, Blue",
    r"(?:at|on) <time>": "at \ue012\ue020\ue000",
    r"(?<=keep )[a-z]+ (?:it|them)": "keep all THEM",
    r"标题(?:里|上)?有[错打]字": "标题有错字",
    r"(?:colou?r)?s?": "",
    r"(?!not )x{2,3}y": "xxy",
    r"kiss": "KiSS",
    r"[^a]b": "cb",
    r"(a|bc)\1d": "aad",
}


@pytest.mark.parametrize(("source", "text"), SAMPLES.items())
def test_what_matches_has_the_words_that_are_needed(source: str, text: str) -> None:
    assert pattern(source).search(text)
    for words in needed(source):
        assert any(word in folded(text) for word in words)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (r"\b(?:cut|trim) it", {("cut", "trim"), (" it",)}),
        (r"make (?:it )?[ab]", {("make ",), ("a", "b")}),
        (r"(?:now|[^x])ever", {("ever",)}),
        (r"x*y?", set()),
    ],
)
def test_words_that_are_needed(source: str, words: set[tuple[str, ...]]) -> None:
    assert set(needed(source)) == words


def test_rules_are_applied_in_order_also_to_what_they_say() -> None:
    rules = Rules([("c", "d"), ("a", "b"), ("b", "c"), ("c+", r"<\g<0>>")])
    assert rules.apply("a c", plainly) == "<c> d"


def _sentences() -> Iterator[list[str]]:
    for file in sorted(HERE.glob("*/*.json")):
        yield from json.loads(file.read_text("utf-8"))


def _say_all(every: int) -> None:
    for number, (before, *messages, _) in enumerate(_sentences()):
        if number % every == 0:
            dialogue = Dialogue.of(before)
            for message in messages:
                dialogue.say(message)


def _compare(monkeypatch: pytest.MonkeyPatch, every: int) -> None:
    """Say sentences, with frames and rules that were passed over tried all the same."""

    def read(slots: Slots) -> tuple[Operation, ...]:
        kinds = slots.places.keys()
        for frame in frames.FRAMES:
            assert frame.may_fit(kinds) or not frame.read(slots), (frame, slots.tokens)
        return frames.read_clause(slots)

    def fitting(rules: Rules[str], seen: str, start: int) -> list[int]:
        found = chosen(rules, seen, start)
        for number in {*range(start, len(rules._rules))} - {*found}:
            # What is folded may differ from the text in nothing but case.
            assert not rules._rules[number].pattern.search(seen), rules._rules[number].source
        return found

    chosen = Rules._fitting
    monkeypatch.setattr(context.listening, "pauses", lambda *_, **__: Pauses([], -40.0))
    monkeypatch.setattr(sentences, "read_clause", read)
    monkeypatch.setattr(Rules, "_fitting", fitting)
    _say_all(every)


def test_what_is_passed_over_would_not_have_fitted(monkeypatch: pytest.MonkeyPatch) -> None:
    _compare(monkeypatch, EVERY)


@pytest.mark.slow
def test_what_is_passed_over_would_never_have_fitted(monkeypatch: pytest.MonkeyPatch) -> None:
    _compare(monkeypatch, 1)
