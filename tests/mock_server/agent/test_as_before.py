"""Messages that say only what is to be otherwise than in the one before, or of what the same holds."""

from __future__ import annotations

from itertools import permutations

import pytest
from support.agent_dialogue import Dialogue, claims

from mock_server.agent.execution.memory import is_alike

DRAFT = "title 'Hi' 0-3; title 'Bye' 50-53; music 'song.mp3' 0-60; overlay 'logo.png' 0-60"
TWO = "talk 0-40; b 0-20"
OTHERWISE = [
    (DRAFT, "make the first title {}", ("red", "yellow", "blue"), ("no, {}", "sorry, {}")),
    (DRAFT, "move the logo {}", ("top left", "bottom right"), ("wait, {}", "make it {}")),
    (DRAFT, "set the music to {}", ("30%", "45%"), ("no, {}", "I meant {}")),
    (DRAFT, "fade the music out over {}", ("2 seconds", "4 seconds"), ("make it {}", "no, {}")),
    ("", "cut the first {}", ("10 seconds", "8 seconds"), ("too much, {}", "sorry, {}")),
    ("", "mute from {}", ("10 to 20", "12 to 22"), ("no, {}", "I meant {}")),
    ("", "rotate it by {}", ("90 degrees", "180 degrees"), ("no, {}",)),
    ("", "put b.mp4 {}", ("at the end", "at the beginning"), ("no, {}",)),
    ("", "title 'One' from 5 to 8, {}", ("red", "white"), ("no, {}", "{} instead")),
    (TWO, "{} crossfade between the two clips", ("one second", "two seconds"), ("make it {}",)),
    (DRAFT, "第一个标题改成{}", ("红色", "黄色", "蓝色"), ("不对，{}", "还是{}吧", "改成{}")),
    (DRAFT, "logo移到{}", ("左上角", "右下角"), ("错了，{}", "说错了，是{}")),
    (DRAFT, "音乐淡出{}", ("2秒", "4秒"), ("改成{}", "不对，{}")),
    ("", "剪掉前{}", ("6秒", "3秒"), ("剪多了，{}就好", "不对，{}")),
    ("", "{}静音", ("10到20秒", "12到22秒"), ("不对，{}",)),
]
SAME = [
    (DRAFT, "make {} red", ("the first title", "the second title"), ("same for {}", "{} too")),
    (DRAFT, "move {} 2 seconds later", ("'Hi'", "'Bye'"), ("the same for {}",)),
    ("", "mute from {} seconds", ("5 to 8", "20 to 25"), ("same for {}",)),
    (TWO, "make {} black and white", ("the first clip", "the second clip"), ("{} too",)),
    (DRAFT, "{}改成红色", ("第一个标题", "第二个标题"), ("{}也一样", "{}也是")),
    (TWO, "{}调成暖色", ("第一段", "第二段"), ("{}也一样",)),
]


def after(view: str, *messages: str) -> Dialogue:
    """The conversation behind some messages, of which each was claimed."""
    dialogue = Dialogue.of(view)
    for message in messages:
        outcome = dialogue.say(message)
        assert outcome.changed, f"{message}: {outcome.reply}"
        assert claims(outcome.reply), f"{message}: {outcome.reply}"
    return dialogue


@pytest.mark.parametrize(("view", "order", "values", "leads"), OTHERWISE, ids=lambda one: str(one))
def test_what_is_otherwise_is_as_if_it_had_been_said_so(
    view: str, order: str, values: tuple[str, ...], leads: tuple[str, ...]
) -> None:
    for first, then in permutations(values, 2):
        wanted = after(view, order.format(then)).draft
        for lead in leads:
            found = after(view, order.format(first), lead.format(then)).draft
            assert is_alike(found, wanted), f"{order.format(first)} / {lead.format(then)}"


@pytest.mark.parametrize(("view", "order", "things", "leads"), SAME, ids=lambda one: str(one))
def test_the_same_of_another_is_as_if_both_had_been_said(
    view: str, order: str, things: tuple[str, str], leads: tuple[str, ...]
) -> None:
    for first, other in permutations(things):
        wanted = after(view, order.format(first), order.format(other)).draft
        for lead in leads:
            found = after(view, order.format(first), lead.format(other)).draft
            assert is_alike(found, wanted), f"{order.format(first)} / {lead.format(other)}"


@pytest.mark.parametrize(
    ("view", "messages"),
    [
        ("", ("title 'One' at 10 s for 2 s", "sorry, 12 seconds")),  # then, or so long?
        ("", ("cut from 5 to 8", "20 to 25")),  # there as well, or there instead?
        (DRAFT, ("make the first title red", "the music too")),
        (DRAFT, ("make the first title red and the second yellow", "no, blue")),
        ("", ("在10秒处加标题“一”，显示2秒", "说错了，应该是12秒")),
        (DRAFT, ("第一个标题改成红色", "音乐也一样")),
    ],
)
def test_what_is_not_certain_is_left_alone(view: str, messages: tuple[str, ...]) -> None:
    dialogue = Dialogue.of(view)
    *before, last = messages
    for message in before:
        assert dialogue.say(message).changed
    was = dialogue.draft
    assert not claims(dialogue.say(last).reply)
    assert dialogue.draft == was
