"""What is typed goes to the one place where it belongs, and what changed is read from the draft."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from support.commands import Call

from mock_server.agent import Outcome
from mock_server.server import MockHandle

TITLE = 'add a title "Hello" at 0-1s'


@pytest.fixture
def session(call: Call, clip: Path) -> None:
    """A session with a clip on the timeline."""
    assert call("upload", clip).code == 0
    assert call("chat", "keep the first 1500ms").code == 0


def said(service: MockHandle) -> list[str]:
    """The instructions that travelled over the conversation."""
    return [str(one["instruction"]) for one in service.requests(call="run_sse")]


def seen(service: MockHandle, *calls: str) -> list[str]:
    return [one["call"] for one in service.requests() if one["call"] in calls]


@pytest.mark.usefixtures("session")
@pytest.mark.parametrize(
    ("message", "endpoint", "shown"),
    [
        ("credits", "credits", "450 credits available"),
        ("how many credits are left?", "credits", "450 credits available"),
        ("积分", "credits", "450 credits available"),
        ("余额还有多少", "credits", "450 credits available"),
        ("status", "state", "ready for export"),
        ("show tracks", "state", "Timeline (1 track): 1. Video: clip (0-1.5s)"),
        ("状态", "state", "ready for export"),
        ("export", "render", "out/project.mp4  320x180, 1.5 s"),
        ("导出", "render", "out/project.mp4  320x180, 1.5 s"),
        ("send me the video", "render", "out/project.mp4  320x180, 1.5 s"),
        ("upload clip.mp4", "upload", "clip.mp4  video, 2.0 s, 320x180"),
        ("clip.mp4", "upload", "clip.mp4  video, 2.0 s, 320x180"),
        ("上传clip.mp4", "upload", "clip.mp4  video, 2.0 s, 320x180"),
    ],
)
def test_what_has_a_call_of_its_own_never_travels_over_the_conversation(
    call: Call, service: MockHandle, message: str, endpoint: str, shown: str
):
    before = said(service), len(seen(service, endpoint))
    outcome = call("chat", message)
    assert outcome.code == 0, outcome.err
    assert shown in outcome.out
    assert said(service) == before[0]
    assert len(seen(service, endpoint)) > before[1]


@pytest.mark.usefixtures("session")
@pytest.mark.parametrize(
    "message",
    [
        TITLE,
        "balance the audio",
        "how long is the video?",
        "加一个标题“你好”",
        "add a download icon",
    ],
)
def test_everything_else_does_exactly_once(call: Call, service: MockHandle, message: str):
    before = len(said(service))
    assert call("chat", message).code == 0
    assert said(service)[before:] == [message]
    assert seen(service, "render", "upload") == ["upload"]


@pytest.mark.usefixtures("session")
@pytest.mark.parametrize(
    ("message", "edit"),
    [(f"{TITLE} and export it", TITLE), ("加一个标题“你好”，然后导出", "加一个标题“你好”")],
)
def test_an_edit_that_ends_in_an_export_is_both(
    call: Call, service: MockHandle, message: str, edit: str
):
    outcome = call("chat", message)
    assert outcome.code == 0
    assert said(service)[-1] == edit
    assert "out/project.mp4" in outcome.lines[-1]
    assert seen(service, "render") == ["render"]


@pytest.mark.usefixtures("session")
@pytest.mark.parametrize(
    ("message", "shown"),
    [
        ("export in 144p", "256x144"),
        ("导出为160x90", "160x90"),
        (f"{TITLE} and export it in 144p", "256x144"),
    ],
)
def test_an_export_has_the_size_that_was_said(call: Call, message: str, shown: str):
    outcome = call("chat", message)
    assert outcome.code == 0, outcome.err
    assert f"out/project.mp4  {shown}, 1.5 s" in outcome.out


@pytest.mark.usefixtures("session")
@pytest.mark.parametrize(
    ("message", "why"),
    [
        ("export in 4k", "cannot export at 4k"),
        ("导出4K", "cannot export at 4K"),
        ("export it as a webm", "an export is MP4, not webm"),
        (f"{TITLE} and export it as mov", "an export is MP4, not mov"),
    ],
)
def test_what_no_export_can_be_is_refused_before_anything_is_done(
    call: Call, service: MockHandle, message: str, why: str
):
    before = said(service)
    outcome = call("chat", message)
    assert (outcome.code, said(service)) == (2, before)
    assert why in outcome.err
    assert not seen(service, "render")


@pytest.mark.usefixtures("session")
def test_no_export_after_an_edit_that_failed(call: Call, service: MockHandle):
    service.fault("stream_error", message="no luck")
    outcome = call("chat", f"{TITLE} and export it")
    assert (outcome.code, outcome.err) == (3, "error: no luck\n")
    assert seen(service, "render") == []


@pytest.mark.usefixtures("session")
@pytest.mark.parametrize("form", ["no_content", "after_tool", "empty_parts", "no_parts"])
def test_an_edit_without_a_word_is_told_from_the_draft(call: Call, service: MockHandle, form: str):
    service.fault("silent", form=form)
    outcome = call("chat", TITLE)
    assert outcome.code == 0
    assert outcome.lines == [
        '  + title "Hello" at 0-1s',
        'Timeline (2 tracks): 1. Video: clip (0-1.5s) 2. Title: "Hello" (0-1s)',
    ]


@pytest.mark.usefixtures("session")
def test_a_claim_without_a_change_is_not_believed(call: Call, service: MockHandle):
    service.fault("claimed_not_applied")
    outcome = call("chat", TITLE)
    assert outcome.lines[-1] == "The timeline has not changed."
    assert "+ " not in "".join(outcome.lines[-2:])


@pytest.mark.usefixtures("session")
def test_a_temporary_issue_after_a_good_edit_is_not_mentioned(call: Call, service: MockHandle):
    service.fault("temporary_issue")
    service.fault("silent")
    assert "issue" not in call("chat", TITLE).out


@pytest.mark.usefixtures("session")
def test_gestures_are_carried_out_or_dropped(call: Call, service: MockHandle):
    """The mock's agent speaks as if there were a screen."""
    gestures = re.compile("[Cc]lick|[Dd]rag|点击|拖拽")
    messages = (TITLE, "加一个标题“你好”", "add music", "add a fade in of 500ms", "加音乐")
    shown = "".join(call("chat", message).out for message in messages)
    told = "".join(row["text"] for row in service.mock.store.all("select text from messages"))
    assert len(gestures.findall(told)) >= 3
    assert gestures.findall(shown) == []
    assert seen(service, "render") == []


@pytest.mark.usefixtures("session")
def test_a_button_for_the_balance_shows_the_balance(call: Call, service: MockHandle):
    service.change(act=lambda text, draft, media: outcome_saying("Open the account page.", draft))
    assert "450 credits available" in call("chat", "hello").lines
    service.change(act=lambda text, draft, media: outcome_saying("Click Export.", draft))
    offered = call("chat", "hello")
    assert offered.lines == ["Ready to export."]
    assert offered.err == "To get the video: nemo-spec export\n"


def outcome_saying(reply: str, draft: dict[str, Any]) -> Outcome:
    return Outcome(draft=draft, reply=reply, changed=False, calls=[], generated=0, misunderstood=[])


@pytest.mark.usefixtures("session")
def test_an_outcome_that_nobody_knows_is_not_sent_again(call: Call, service: MockHandle):
    service.fault("drop_stream")
    before = len(said(service))
    outcome = call("chat", TITLE)
    assert outcome.code == 4
    assert "it may still be carried out; it was not sent again" in outcome.err
    assert len(said(service)) == before + 1


@pytest.mark.usefixtures("session")
def test_an_edit_that_lands_although_the_stream_broke_is_found(call: Call, service: MockHandle):
    service.fault("drop_after_edit")
    outcome = call("chat", TITLE)
    assert outcome.code == 0
    assert '  + title "Hello" at 0-1s' in outcome.lines


def test_without_credits_the_way_to_more_is_named(call: Call, service: MockHandle, clip: Path):
    call("upload", clip)
    service.mock.store.run("update users set balance = 0")
    outcome = call("chat", TITLE)
    assert outcome.code == 3
    assert f"register for more at {service.url}/register?bind=anon_" in outcome.err
    service.mock.store.run("update users set balance = 60")
    outcome = call("chat", 'generate a clip of 2 seconds "a city"')
    assert outcome.code == 3
    assert f"register for more at {service.url}/register?bind=anon_" in outcome.err


def test_a_prompt_goes_on_after_a_mistake_and_ends_with_a_goodbye(
    call: Call, service: MockHandle, clip: Path
):
    lines = [
        "credits",
        "",
        "upload nothing.mp4",
        "upload",
        "clip.mp4",
        "how long is it?",
        "exit",
        TITLE,
    ]
    outcome = call("chat", typed="\n".join(lines))
    assert outcome.code == 2
    assert "nothing.mp4 does not exist" in outcome.err
    assert "which file? Write, for example, upload clip.mp4" in outcome.err
    assert "500 credits available" in outcome.out
    assert said(service) == ["how long is it?"]
    assert len(seen(service, "create_session")) == 1


def test_asking_for_credits_begins_no_session(call: Call, service: MockHandle, project: Path):
    assert call("chat", "credits").code == 0
    assert seen(service, "create_session") == []
    assert not (project / ".nemo-spec").exists()


@pytest.mark.parametrize(("message", "language"), [("加一个标题“你好”", "zh-CN"), (TITLE, "en")])
def test_a_session_has_the_language_of_its_first_message(
    call: Call, service: MockHandle, message: str, language: str
):
    call("chat", message)
    assert service.mock.store.value("select language from sessions") == language


@pytest.mark.parametrize("message", ["", "  ", "\n"])
def test_an_empty_message_is_refused(call: Call, service: MockHandle, message: str):
    outcome = call("chat", message)
    assert (outcome.code, outcome.err) == (2, "error: the message is empty\n")
    assert service.requests() == []


def test_half_a_character_is_no_reason_to_stop(call: Call, service: MockHandle, clip: Path):
    call("upload", clip)
    assert call("chat", "hello \udcff there").code == 0
    assert said(service) == ["hello ? there"]


@pytest.mark.usefixtures("session")
def test_a_reply_cannot_drive_the_terminal(call: Call):
    outcome = call("chat", 'add a title "\x1b[2J\x1b]0;evil\x07\u202eabc" at 0-1s')
    assert outcome.code == 0
    for character in ("\x1b", "\x07", "\u202e"):
        assert character not in outcome.out + outcome.err
