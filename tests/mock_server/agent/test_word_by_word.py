"""The reader that takes a message only where it knows every word of it."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from support.agent_dialogue import Dialogue, claims
from support.agent_views import MEDIA, differences
from support.sentence_sets import EVERY, entries

from mock_server.agent.execution import attempts, context
from mock_server.agent.execution.executor import attempt
from mock_server.agent.reading.understood import Reading
from mock_server.agent.word_by_word import read_word_by_word
from mock_server.agent.word_by_word.message_parts import lexicon, tidied
from mock_server.agent.word_by_word.orders import orders_of
from mock_server.agent.word_by_word.parts import Part
from mock_server.agent.word_by_word.things import Draft, named_things
from mock_server.media.probe import Pauses

FILES = sorted((Path(__file__).parent / "sentences").glob("*.json"))
DRAFT = (
    "title 'Hi' 0-3; title 'Bye' 50-53; caption 'Yo' 10-14; "
    "music 'song.mp3' 0-60; overlay 'logo.png' 0-60"
)
CLAUSES = (
    "make the second title yellow at the top",
    "remove the caption",
    "set the music to 30%",
    "fade the music out over 3 seconds",
    "move the caption 2 seconds later",
    "black and white from 10 to 20 seconds",
    "把第二个标题改成黄色放到顶部",
    "删掉字幕",
    "音乐调到30%",
    "音乐淡出3秒",
    "字幕推迟2秒",
    "10到20秒黑白",
)


def reading(message: str, dialogue: Dialogue) -> Reading | None:
    there = attempts.there_in(dialogue.draft, dialogue.earlier)
    return read_word_by_word(message, tuple(MEDIA), there, follows=bool(dialogue.earlier))


def parts_of(clause: str, draft: Draft) -> list[Part]:
    parts = lexicon(clause).parts(tidied(clause))
    assert parts
    found = named_things(parts, (), draft)
    assert found
    return found


@pytest.mark.parametrize("clause", CLAUSES)
def test_a_clause_asks_for_the_same_in_any_order(clause: str) -> None:
    draft = Draft(attempts.there_in(Dialogue.of(DRAFT).draft))
    parts = parts_of(clause, draft)
    asked = orders_of(parts, draft)
    assert asked
    chance = random.Random(1)
    for _ in range(20):
        turned = [one for one in chance.sample(parts, len(parts)) if one.kind != "to"]
        assert orders_of(turned, draft) == asked


@pytest.mark.parametrize("clause", CLAUSES)
def test_one_word_that_is_not_known_leaves_all_alone(clause: str) -> None:
    dialogue = Dialogue.of(DRAFT)
    assert reading(clause, dialogue)
    unknown = "毽子" if clause[0] > "z" else "frobnicate"
    for message in (f"{clause} {unknown}", f"{unknown} {clause}"):
        assert reading(message, dialogue) is None


@pytest.mark.parametrize(
    "message",
    [
        "title red, caption yellow, from 10 to 20",  # which of them?
        "insert b.mp4 at 20s, muted",
        "from 10 to 20 mute it and put logo.png top right",
        "cut the first 5 seconds and mute from 10 to 20",  # of the video as it was?
        "make the title red",  # which title?
        "set the music to 20% and to 80%",
        "mute the music and leave it as it is",
        "cut from 8 to 12 and keep the caption",  # a part of which goes
        "10到20秒静音，logo放左上",
        "剪掉前5秒，10到20秒黑白",
        "音乐调到20%，音乐不变",
        "前5秒加速2倍，其余静音",  # of the video as it was?
        "标题描边改成红色",
        "10到20秒和音乐删掉",
        "视频从第6秒开始，静音",
    ],
)
def test_what_is_not_certain_is_left_alone(message: str) -> None:
    assert reading(message, Dialogue.of(DRAFT)) is None


@pytest.mark.parametrize(
    ("said", "read"),
    [("slow it down", "slow it down to 0.5x"), ("静音", "音量调到50%")],
)
def test_where_the_two_readers_differ_nothing_is_done(
    said: str, read: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = "title 'Hi' 0-3"
    other = reading(read, Dialogue.of(draft))
    assert Dialogue.of(draft).say(said).changed
    monkeypatch.setattr(attempts, "read_word_by_word", lambda *_, **__: other)
    dialogue = Dialogue.of(draft)
    outcome = dialogue.say(said)
    assert not outcome.changed
    assert not claims(outcome.reply)
    assert differences(draft, dialogue.draft) == []


@EVERY
def test_what_it_reads_by_itself_is_right(every: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the sentences with a draft that is right, read alone and looked at once more, one of a hundred
    that it takes may be taken for another: those that lean on what was not done before."""
    monkeypatch.setattr(context.listening, "pauses", lambda *_, **__: Pauses([], -40.0))
    right, wrong = 0, []
    for before, *messages, after in (entry for file in FILES for entry in entries(file, 3 * every)):
        dialogue = Dialogue.of(before)
        for message in messages[:-1]:
            dialogue.say(message)
        found = reading(messages[-1], dialogue)
        if found is None or after == "=":
            continue
        outcome = attempt(messages[-1], dialogue.draft, MEDIA, dialogue.earlier, reading=found)
        if not outcome.changed:
            continue
        if outcome.refused or differences(after, outcome.draft) == []:
            right += 1
        else:
            wrong.append(f"{' / '.join(messages)} -> not {after}: {outcome.reply}")
    assert right > 400
    assert len(wrong) < right / 100, "\n".join(wrong)
