"""What the agent cannot do all of: it does as much as it says, or says why not."""

from __future__ import annotations

import pytest
from support.agent_dialogue import Dialogue, claims
from support.agent_views import differences

from mock_server.agent import act
from mock_server.agent.execution.executor import REMEMBERED


@pytest.mark.parametrize(
    ("before", "message", "after"),
    [
        ("", "volume 500%", ""),
        ("", "音量调到500%", ""),
        ("", "make it ten times as loud from 5 to 8s", ""),
        ("music 'lo-fi' 0-60", "music at 300%", ""),
        ("music 'lo-fi' 0-60 vol=1.8", "music 50% louder", ""),
        ("", "add song.mp3 at 250%", ""),
        ("", "volume 200%", "talk 0-60 vol=2"),
    ],
)
def test_nothing_is_louder_than_the_loudest(before: str, message: str, after: str) -> None:
    dialogue = Dialogue.of(before)
    outcome = dialogue.say(message)
    assert differences(after or before, dialogue.draft) == []
    assert claims(outcome.reply) == outcome.changed == bool(after)


@pytest.mark.parametrize(
    ("before", "message"),
    [
        ("overlay 'logo.png' 0-60", "set the opacity of the logo to 500%"),
        ("overlay 'logo.png' 0-60", "把logo缩小到0%"),
        ("", "在10秒处加标题“你好”，显示-3秒"),
        ("title 'Hi' 0-3", "fade the title in over 60 seconds"),
        ("talk 0-60; b 0-20", "在两个片段之间加90秒的叠化转场"),
    ],
)
def test_what_no_value_can_be_is_not_made_of_it(before: str, message: str) -> None:
    outcome = Dialogue.of(before).say(message)
    assert not outcome.changed
    assert not claims(outcome.reply)


@pytest.mark.parametrize(
    "message",
    ["从第1.2.3秒剪起，剪掉最后3秒", "剪掉最后3秒，到第..秒为止", "配song.mp3，前1..2秒不要"],
)
def test_a_time_that_is_no_number_is_read_as_none(message: str) -> None:
    assert "我没有理解" in Dialogue.of("").say(message).reply


def test_everything_is_taken_back_only_if_everything_is_remembered() -> None:
    dialogue = Dialogue.of("")
    for _ in range(REMEMBERED - 1):
        dialogue.say("make the video a bit quieter")
    outcome = dialogue.say("undo everything")
    assert claims(outcome.reply)
    assert differences("", dialogue.draft) == []
    for _ in range(REMEMBERED + 1):
        dialogue.say("make the video a bit quieter")
    outcome = dialogue.say("undo everything")
    assert not outcome.changed
    assert not claims(outcome.reply)
    assert str(REMEMBERED) in outcome.reply


@pytest.mark.parametrize("number", range(1, 4))
def test_a_clip_is_meant_by_its_number_as_the_timeline_is_now(number: int) -> None:
    word = ("first", "second", "third")[number - 1]
    dialogue = Dialogue.of("talk 0-20; talk 20-40; talk 40-60")
    dialogue.say(f"mute the {word} clip")
    marks = [" vol=0" if i == number else "" for i in range(1, 4)]
    view = f"talk 0-20{marks[0]}; talk 20-40{marks[1]}; talk 40-60{marks[2]}"
    assert differences(view, dialogue.draft) == []
    assert not dialogue.say(f"mute the {word} clip").changed


@pytest.mark.parametrize(
    ("before", "message"),
    [
        ("talk 0-30; b 0-20", "mute the third clip"),
        ("music 'lo-fi' 0-60", "make the music louder in the second half"),
        ("", "cut the first half and mute the second half"),
        ("", 'title "Hi from 0 to 3s'),
    ],
)
def test_what_is_not_certain_is_left_alone(before: str, message: str) -> None:
    outcome = Dialogue.of(before).say(message)
    assert not outcome.changed
    assert not claims(outcome.reply)


@pytest.mark.parametrize(
    ("before", "message"),
    [
        ("", "Without muting anything cut the first ten seconds"),
        ("", "Cut the pause from 12 to 15, but not the one from 30 to 33"),
        ("", "Have the sound fade out during the last 3 seconds but not the picture"),
        ("", "Not the first ten but the second ten seconds should go"),
        ("", "I don't like the first five seconds, but leave the rest as it is"),
        ("", "前5秒非剪不可"),
        ("", "静音不加速"),
        ("", "只有前10秒不静音"),
        ("music 'lo-fi' 0-60", "我不想要音乐"),
        ("music 'lo-fi' 0-60", "剪掉前5秒，我不想要音乐"),
        ("", "前10秒不加速，后面加速两倍"),
        ("title 'A' 0-3; title 'B' 5-8", "第一个标题别动，其他的改成红色"),
        ("overlay 'logo.png' 0-60 pos=top-right", "logo不好看，去掉"),
        ("", "It shouldn't be so loud"),
        ("", "Don't play the first ten seconds"),
        ("", "The video doesn't have to be longer than 30 seconds"),
        ("title 'Hi' 0-3", "The title isn't red, it's blue"),
        ("title 'Hi' 0-3", "The title shouldn't go away so soon"),
        ("title 'Hi' 0-3", "Nobody needs that title"),
        ("music 'jazz' 0-60", "The music must never be louder than 30 percent"),
        ("music 'jazz' 0-60", "I don't like jazz, I'd prefer piano"),
        ("music 'jazz' 0-60", "I don't want to hear the music from 10 to 20"),
        ("overlay 'logo.png' 0-60 pos=top-right", "The logo should never be visible before 5"),
        ("overlay 'logo.png' 0-60 pos=top-right", "Don't keep the logo on screen after 20"),
        ("lower-third 'Ann' 2-6 sub='Chef'", "She isn't a chef but a baker"),
        ("music 'jazz' 0-60 vol=.3", "音乐是50%不是30%"),
        ("", "删标题不删音乐"),
        ("title 'A' 0-3", "标题别3秒就没，留到6秒"),
        ("music 'jazz' 0-60", "音乐别超过40%"),
        ("title 'A' 0-3; music 'jazz' 0-60", "音乐等标题没了再进"),
        ("", "音乐jazz别太早进，10秒再进"),
        ("", "别让前5秒出现"),
        ("", "把不好看的后10秒去掉"),
        ("title 'Hi' 0-3", "标题改成不要停"),
        ("", "别播最后5秒"),
        ("overlay 'logo.png' 0-60 pos=top-right", "logo放左上别放右上"),
    ],
)
def test_an_order_beside_a_denial_is_not_answered_by_leaving_it(before: str, message: str) -> None:
    outcome = Dialogue.of(before).say(message)
    assert outcome.changed or outcome.misunderstood


@pytest.mark.parametrize(
    ("before", "message"),
    [
        ("", "Don't cut anything before 10"),
        ("", "Don't touch the last ten seconds"),
        ("", "The first ten seconds must not be cut"),
        ("", "I don't want to cut anything"),
        ("", "I don't want any effects"),
        ("", "Don't add any music"),
        ("title 'Hi' 0-3", "I don't want the title changed"),
        ("title 'Hi' 0-3", "The title shouldn't be moved"),
        ("music 'jazz' 0-60", "The music shouldn't be any louder"),
    ],
)
def test_a_plain_prohibition_is_answered_by_leaving_it(before: str, message: str) -> None:
    outcome = Dialogue.of(before).say(message)
    assert not outcome.changed
    assert outcome.reply == "All right, I leave that as it is."


@pytest.mark.parametrize(
    "message", ["don't export yet", "please do not download it", "先不要导出", "别急着导出"]
)
def test_an_export_that_is_not_wanted_is_not_offered(message: str) -> None:
    reply = Dialogue.of("").say(message).reply
    assert "Export" not in reply
    assert "“导出”" not in reply


def test_a_vertical_of_a_square_is_one_of_the_clip() -> None:
    dialogue = Dialogue.of("")
    dialogue.say("make it square")
    dialogue.say("make it vertical")
    assert differences("canvas 9:16", dialogue.draft) == []


def test_a_clip_that_shares_time_with_another_is_left_alone() -> None:
    dialogue = Dialogue.of("")
    dialogue.say("append b.mp4 with a one second crossfade")
    assert not dialogue.say("mute the second clip").changed


@pytest.mark.parametrize("message", ["and 。", "and .", "，和", "then,", "并且。", "-", "再，"])
def test_a_message_of_links_alone_asks_for_nothing(message: str) -> None:
    dialogue = Dialogue.of("title 'Hi' 0-3")
    assert not claims(dialogue.say(message).reply)
    assert differences("title 'Hi' 0-3", dialogue.draft) == []


@pytest.mark.parametrize(
    ("before", "message"),
    [
        ("title 'The End' 10-13", "The End should come two seconds later and last four seconds"),
        ("music 'jazz' 0-60", "前10秒静音，音乐保持twenty five%不变"),
        ("music 'jazz' 0-60", "cut twentyfive to thirty seconds"),
    ],
)
def test_names_and_figures_of_every_spelling_are_answered(before: str, message: str) -> None:
    assert Dialogue.of(before).say(message).reply


def test_an_empty_main_track_has_no_last_clip() -> None:
    assert act("总长改成50秒，从b.mp4的尾巴上剪", {}, {}).reply
