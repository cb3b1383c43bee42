"""In which order the clips of the main track stand: what the lines of `sentences/` do not tell."""

from __future__ import annotations

import pytest
from support.agent_dialogue import Dialogue
from support.agent_views import shown

CUT = "talk 0-30; talk 40-60"
TWO = "talk 0-30; b 0-20"
THREE = "talk 0-10; b 0-20; talk 40-60"
MESSAGES = [
    ("", "insert b.mp4 at 0:30", "talk 0-30, b 0-20, talk 30-60"),
    ("", "insert b.mp4 at 0:00", "b 0-20, talk 0-60"),
    ("", "insert b.mp4 at 60s", "talk 0-60, b 0-20"),
    ("", "start with b.mp4, then the rest", "b 0-20, talk 0-60"),
    ("", "insert logo.png for 4 seconds before the video starts", "logo, talk 0-60"),
    (CUT, "insert b.mp4 at 30s", "talk 0-30, b 0-20, talk 40-60"),
    (CUT, "insert b.mp4 at 10s", "talk 0-10, b 0-20, talk 10-30, talk 40-60"),
    (CUT, "insert b.mp4 between the two clips", "talk 0-30, b 0-20, talk 40-60"),
    (CUT, "insert b.mp4 after the second clip", "talk 0-30, talk 40-60, b 0-20"),
    (CUT, "在第一段前面插入b.mp4", "b 0-20, talk 0-30, talk 40-60"),
    ("", "视频开始之前放logo.png 4秒", "logo, talk 0-60"),
    (TWO, "let the second clip come first", "b 0-20, talk 0-30"),
    (TWO, "swap them", "b 0-20, talk 0-30"),
    (TWO, "b.mp4 first", "b 0-20, talk 0-30"),
    (TWO, "put b.mp4 before talk.mp4", "b 0-20, talk 0-30"),
    (TWO, "the shorter clip first", "b 0-20, talk 0-30"),
    (TWO, "put the first clip last", "b 0-20, talk 0-30"),
    (TWO, "把后面那段挪到前面", "b 0-20, talk 0-30"),
    (TWO, "第二段放第一段前面", "b 0-20, talk 0-30"),
    (TWO, "先放第二段", "b 0-20, talk 0-30"),
    (THREE, "swap the first and the last clip", "talk 40-60, b 0-20, talk 0-10"),
    (THREE, "put the last clip before the second clip", "talk 0-10, talk 40-60, b 0-20"),
    (THREE, "put the first clip after the second clip", "b 0-20, talk 0-10, talk 40-60"),
    (THREE, "move the third clip in front of the first clip", "talk 40-60, talk 0-10, b 0-20"),
    (THREE, "put b.mp4 after the third clip", "talk 0-10, talk 40-60, b 0-20"),
    (THREE, "第一段和第三段对调", "talk 40-60, b 0-20, talk 0-10"),
]


@pytest.mark.parametrize(("before", "message", "after"), MESSAGES)
def test_order(before: str, message: str, after: str) -> None:
    dialogue = Dialogue.of(before)
    dialogue.say(message)
    main = [one for one in shown(dialogue.draft) if one.name in ("talk", "b", "logo")]
    assert ", ".join(f"{one.name} {one.span}".strip() for one in main) == after
