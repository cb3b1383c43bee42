"""Replies without a screen: the gestures go, the content stays word for word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.nemo import steady

from nemo_spec.nemo.reply_text import readable, suggests

REPLIES = [
    # Nothing but gestures
    ("Click the Export button to download your video.", "Ready to export."),
    ("To export your video, click the Export button in the top right.", "Ready to export."),
    ("The Export button is at the top right.", "Ready to export."),
    (
        "Press play to watch the result, then open the Export menu and choose MP4.",
        "Ready to export.",
    ),
    ("You can drag the clip to the timeline to rearrange it.", ""),
    ("Open the timeline to preview your edit.", ""),
    ("You can preview it in the timeline.", ""),
    ("Check your account page for billing details.", ""),
    ("请点击“导出”按钮。", "Ready to export."),
    ("打开账户页面查看余额。", ""),
    # Content with a gesture
    ('I trimmed the intro. Click the "Export" button when you\'re ready.', "I trimmed the intro."),
    ("Your title is ready, click Export to download it.", "Your title is ready."),
    ("I trimmed the pauses and you can click Export to download.", "I trimmed the pauses."),
    ("You can adjust the volume by dragging the slider.", "You can adjust the volume."),
    ("Your video is ready! Hit Export to save it to your device.", "Your video is ready!"),
    (
        "I've placed the logo in the top-right corner; drag it to reposition.",
        "I've placed the logo in the top-right corner.",
    ),
    (
        'Title "Click here, and drag it. Now" added. Click Export.',
        'Title "Click here, and drag it. Now" added.',
    ),
    ("1. Title added.\n2. Click Export.\n3. Music at 35%.", "1. Title added.\n3. Music at 35%."),
    ("Title added. If the pacing feels right, click Export.", "Title added."),
    ("标题已添加，请点击导出按钮下载视频。", "标题已添加。"),
    ("已剪掉前3秒。您可以在时间线面板中预览，或者拖拽片段调整顺序。", "已剪掉前3秒。"),
    ("可以通过拖动滑块调整音量。", "可以调整音量。"),
    ("音乐已设为35%，点击播放即可预览。", "音乐已设为35%。"),
    # Noise at the end
    (
        "I removed 3 pauses. I encountered a temporary issue. Please try again later.",
        "I removed 3 pauses.",
    ),
    ("Done! I encountered a temporary issue.", "Done!"),
    ("已完成剪辑。我遇到了一个临时问题，请稍后重试。", "已完成剪辑。"),
    (
        "I encountered a temporary issue. Please try again.",
        "I encountered a temporary issue. Please try again.",
    ),
    (
        "I fixed the temporary issue. The title is set.",
        "I fixed the temporary issue. The title is set.",
    ),
]

CONTENT = [
    "Added a click sound at 3s and a drop shadow to the title.",
    "Click sound added at 0:03. The beat drop hits at 1:30.",
    "Open House title is set from 0-3s.",
    'I\'ve added "Click here to subscribe" as a title at 0-3s.',
    "Here is the plan: 1. Drop the first 3 seconds 2. Add a title",
    "Done! 1. Cut the pauses (0.5s kept), 2. added music at 35%.",
    "If you want to change it, just tell me.",
    "Drag racing clip added to the end.",
    "Sure, I will trim the intro – done 🎬.",
    'Your project now has 3 tracks: video, BGM at 35%, and a title "Urban Dreams" (0-3s).',
    "The subscribe button is on screen from 3s to 5s.",
    "The video is 1:30 long; the music fades out over 2s, and the title ends at 3s.",
    "点击音效已添加到第3秒。",
    "我已添加标题“点击关注”，时长3秒。",
    "已在时间线上添加了标题。",
    "第一行\n第二行：背景音乐，音量35%。",
]


@pytest.mark.parametrize(("reply", "shown"), REPLIES)
def test_gestures_go(reply: str, shown: str) -> None:
    assert readable(reply) == shown


@steady
@given(st.lists(st.sampled_from(CONTENT), min_size=1, max_size=4), st.sampled_from([" ", "\n"]))
def test_content_is_left_alone(sentences: list[str], joint: str) -> None:
    text = joint.join(sentences)
    assert readable(text) == text
    assert suggests(text) == frozenset()


@steady
@given(
    st.lists(st.sampled_from([*CONTENT, *(r for r, _ in REPLIES)]), max_size=4).map("\n".join)
    | st.text(max_size=80)
)
def test_what_is_readable_stays_as_it_is(text: str) -> None:
    once = readable(text)
    assert readable(once) == once


@steady
@given(st.sampled_from([r for r, shown in REPLIES if shown in ("", "Ready to export.")]))
def test_a_gesture_beside_content_leaves_only_the_content(gesture: str) -> None:
    assert readable(f"Music added at 35%. {gesture}") == "Music added at 35%."


def test_a_lone_export_gesture_is_answered_in_the_language_of_the_session() -> None:
    assert readable("点击导出。", "zh-CN") == "可以导出了。"
    assert readable("点击导出。", "ja") == "Ready to export."


def test_a_temporary_issue_after_a_good_edit_is_noise() -> None:
    issue = "I encountered a temporary issue."
    assert readable(issue) == issue
    assert readable(issue, after_good=True) == ""
    assert readable("The file is broken.", after_good=True) == "The file is broken."


@pytest.mark.parametrize(
    ("reply", "commands"),
    [
        ("Done. Click the Export button.", {"export"}),
        ("点击导出按钮下载。", {"export"}),
        ("You can preview it in the timeline.", {"status"}),
        ("打开时间线查看。", {"status"}),
        ("Check your account page.", {"credits"}),
        ("Drag it to the left.", set()),
        ("I exported nothing.", set()),
    ],
)
def test_gestures_stand_for_commands(reply: str, commands: set[str]) -> None:
    assert suggests(reply) == commands


def test_replies_cannot_act_on_the_terminal() -> None:
    assert readable("\x1b[31mDone\x1b[0m\u202e.") == "Done."
