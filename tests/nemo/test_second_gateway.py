"""The client of the second gateway: what it makes of every answer and every end of a conversation."""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import Callable, Iterator, Sequence

import pytest
from support.gateway import ACCEPTED, DONE, READY, Script, tell
from support.nemo import TOKEN
from support.paths import ROOT
from support.waiting import PATIENCE, until
from websockets.sync.server import ServerConnection

from nemo_spec.nemo import socket
from nemo_spec.nemo.errors import (
    NemoError,
    NotReady,
    Refused,
    SessionNotFound,
    StreamCut,
    TimedOut,
    TokenInvalid,
    UnexpectedAnswer,
    Unreachable,
)
from nemo_spec.nemo.events import (
    Asked,
    ChatEvent,
    Closed,
    Empty,
    Failed,
    Heartbeat,
    Idle,
    Question,
    TextDelta,
    ToolCall,
    ToolResult,
    Unknown,
)
from nemo_spec.nemo.second_gateway import SecondGateway
from nemo_spec.nemo.settings import Settings

Play = Callable[[Script, ServerConnection], None]


@pytest.fixture
def play() -> Iterator[Callable[[Play], Script]]:
    scripts: list[Script] = []

    def begin(how: Play) -> Script:
        scripts.append(Script(how))
        return scripts[-1]

    yield begin
    for script in scripts:
        script.stop()


def client(url: str, **how: float) -> SecondGateway:
    return SecondGateway(Settings(api_url=url, token=TOKEN, gateway="second"), **how)  # type: ignore[arg-type]


def heard(script: Script, text: str = "cut it") -> list[ChatEvent]:
    with client(script.url, idle_every=0.05) as nemo:
        return [one for one in nemo.chat("proj_1~5", text) if not isinstance(one, Heartbeat | Idle)]


def turn(*messages: object) -> Play:
    """A conversation that is ready, hears a message, and tells these."""

    def how(script: Script, line: ServerConnection) -> None:
        tell(line, READY)
        script.hear(line)
        tell(line, *messages)
        line.recv(timeout=PATIENCE)

    return how


def test_a_turn(play: Callable[[Play], Script]):
    script = play(
        turn(
            ACCEPTED,
            {"type": "thinking_start"},
            {"type": "thinking_chunk", "text": "hm"},
            {"type": "thinking_end"},
            {"type": "toolcall_start", "tool": "edit_multitrack"},
            {"type": "toolcall_end", "tool": "edit_multitrack"},
            {"type": "tool_start", "tool_name": "edit_multitrack", "args": {"a": 1}},
            {"type": "tool_end", "name": "edit_multitrack", "result": {"error": "no room"}},
            {"type": "chunk", "text": "All "},
            {"type": "chunk", "content": "done"},
            {"type": "text", "text": "All done."},
            DONE,
        )
    )
    assert heard(script) == [
        *[Empty()] * 3,
        ToolCall("edit_multitrack", {}),
        Empty(),
        ToolCall("edit_multitrack", {"a": 1}),
        ToolResult("edit_multitrack", {"error": "no room"}, "no room"),
        TextDelta("All ", partial=True),
        TextDelta("done", partial=True),
        TextDelta(".", whole="All done."),
        Empty(),
        Closed(True),
    ]
    assert script.messages == ["cut it"]
    assert script.paths == [f"/ws/chat?token={TOKEN}&session_id=5"]


@pytest.mark.parametrize(
    ("messages", "said"),
    [
        ([{"type": "chunk", "text": "a"}, DONE], ["a", ""]),
        ([{"type": "chunk", "text": "a"}, {"type": "text", "text": "b"}, DONE], ["a", "", "b"]),
        ([{"type": "text", "text": "a"}, {"type": "text", "text": "a"}, DONE], ["a", "a"]),
        ([{"type": "text"}, {"type": "chunk", "text": 5}, DONE], []),
        ([{"type": "text", "text": "\x1b[2Ja"}, DONE], ["a"]),
        ([{"type": "text", "text": f"x {TOKEN}"}, DONE], ["x ***"]),
    ],
)
def test_text_is_told_once(
    play: Callable[[Play], Script], messages: Sequence[object], said: Sequence[str]
):
    found = heard(play(turn(*messages)))
    assert [one.text for one in found if isinstance(one, TextDelta)] == said
    assert found[-1] == Closed(True)


@pytest.mark.parametrize(
    "odd", ["x", "[]", "7", "{}", '{"type":5}', '{"type":"news"}', '{"a":' * 2000, "\ud800".encode(
        "utf-8", "replace").decode(), '{"type":"ask_question"}',
        '{"type":"ask_question","questions":[{"options":[]}]}', '{"type":"ask_question","questions":7}'],
)  # fmt: skip
def test_a_message_of_the_wrong_shape_is_passed_over(play: Callable[[Play], Script], odd: str):
    script = play(turn(odd, DONE))
    found = heard(script)
    assert isinstance(found[0], Unknown | Empty)
    assert found[-1] == Closed(True)
    assert script.messages == ["cut it"]


def test_a_question_ends_the_turn(play: Callable[[Play], Script]):
    asked = {
        "type": "ask_question",
        "title": "Before\x1b[1m I go on",
        "questions": [
            {"id": "q", "prompt": "Which?", "options": [{"id": "l", "label": "left"}, {"id": "r"}],
             "allow_multiple": True},
            {"id": "p", "prompt": "Why?"},
        ],
    }  # fmt: skip
    found = heard(play(turn(ACCEPTED, asked)))
    wanted = Asked(
        "Before I go on", [Question("Which?", ["left", "r"], True), Question("Why?", [])]
    )
    assert found == [wanted, Closed(True)]
    assert wanted.in_words == "Before I go on: Which? (left / r) Why?"


def test_an_error_ends_the_turn(play: Callable[[Play], Script]):
    for error, code in (({"error": "no"}, ""), ({"error": "no", "code": 2001}, "2001")):
        found = heard(play(turn({"type": "error", **error})))
        assert found == [Failed(code, "no"), Closed(True)]


def closing(code: int) -> Callable[[ServerConnection], None]:
    return lambda line: line.close(code, "overloaded")


def cut(line: ServerConnection) -> None:
    line.socket.shutdown(2)


ENDS = [pytest.param(closing(1000), id="1000"), pytest.param(closing(1011), id="1011"),
        pytest.param(closing(4001), id="4001"), pytest.param(cut, id="cut")]  # fmt: skip


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("before", [(), ({"type": "warming_up"},)], ids=["at once", "warming up"])
def test_closed_before_the_message_it_raises(
    play: Callable[[Play], Script],
    end: Callable[[ServerConnection], None],
    before: Sequence[object],
):
    def how(script: Script, line: ServerConnection) -> None:
        tell(line, *before)
        end(line)

    script = play(how)
    with pytest.raises((StreamCut, TokenInvalid)) as raised:
        heard(script)
    assert TOKEN not in str(raised.value)
    assert script.messages == []
    assert len(script.paths) == 1


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize(
    "before",
    [(), (ACCEPTED,), (ACCEPTED, {"type": "tool_start", "tool": "t"}),
     (ACCEPTED, {"type": "tool_end", "tool": "t"}), (ACCEPTED, {"type": "chunk", "text": "a"})],
    ids=["sent", "accepted", "at work", "edited", "talking"],
)  # fmt: skip
def test_closed_after_the_message_nobody_knows(
    play: Callable[[Play], Script],
    end: Callable[[ServerConnection], None],
    before: Sequence[object],
):
    def how(script: Script, line: ServerConnection) -> None:
        tell(line, READY)
        script.hear(line)
        tell(line, *before)
        end(line)

    script = play(how)
    last = heard(script)[-1]
    assert isinstance(last, Closed)
    assert not last.clean
    assert "the connection closed before the agent was done" in last.reason
    assert script.messages == ["cut it"], "never a second time"
    assert len(script.paths) == 1


@pytest.mark.parametrize("large", [b"\0\1", json.dumps({"type": "text", "text": "x" * (10 << 20)})])
def test_binary_and_long_messages(play: Callable[[Play], Script], large: str | bytes):
    script = play(turn(ACCEPTED, large))
    last = heard(script)[-1]
    assert isinstance(last, Closed)
    assert not last.clean
    assert script.messages == ["cut it"]


def test_close_codes_and_errors_before_it_is_ready(play: Callable[[Play], Script]):
    cases: list[tuple[object, type[NemoError]]] = [
        (4001, TokenInvalid),
        (4002, SessionNotFound),
        ({"type": "error", "error": "session not found", "code": 1002}, SessionNotFound),
        ({"type": "error", "error": "no such session"}, SessionNotFound),
        ({"type": "error", "error": "closed for today"}, Refused),
        ({"type": "error", "error": "gone", "code": 1011}, TokenInvalid),
    ]
    for what, wanted in cases:

        def how(script: Script, line: ServerConnection, what: object = what) -> None:
            line.close(what) if isinstance(what, int) else tell(line, what)

        with pytest.raises(wanted):
            heard(play(how))


def test_an_agent_that_never_becomes_ready(
    play: Callable[[Play], Script], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(socket, "READY_SECONDS", 0.2)
    script = play(lambda script, line: line.recv(timeout=PATIENCE) and None)
    with pytest.raises(TimedOut, match="does not become ready"):
        heard(script)
    assert script.messages == []


def test_silence_gives_control_back_and_pings(
    play: Callable[[Play], Script], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(socket, "PING_SECONDS", 0.01)
    got, silent = list[str](), threading.Event()

    def how(script: Script, line: ServerConnection) -> None:
        tell(line, READY)
        script.hear(line)
        assert silent.wait(PATIENCE)
        got.append(str(line.recv(timeout=PATIENCE)))
        tell(line, {"type": "pong"}, DONE)
        line.recv(timeout=PATIENCE)

    with client(play(how).url, idle_every=0.05) as nemo:
        for event in nemo.chat("proj_1~5", "x"):
            if isinstance(event, Idle):
                silent.set()
    assert silent.is_set()
    assert set(got) == {'{"type":"ping"}'}


def test_abandoning_closes(play: Callable[[Play], Script]):
    ended: list[bool] = []

    def how(script: Script, line: ServerConnection) -> None:
        tell(line, READY)
        script.hear(line)
        try:
            line.recv(timeout=PATIENCE)
        finally:
            ended.append(True)

    script = play(how)
    with client(script.url, idle_every=0.01) as nemo:
        stream = nemo.chat("proj_1~5", "x")
        until(lambda: isinstance(next(stream), Idle) and script.messages)
        stream.close()  # type: ignore[attr-defined]
    until(lambda: ended)
    assert script.messages == ["x"]


def respond(
    status: int, body: object, headers: dict[str, str] | None = None
) -> Callable[..., object]:
    def how(line: ServerConnection, _: object) -> object:
        answer = line.respond(status, body if isinstance(body, str) else json.dumps(body))
        for name, value in (headers or {}).items():
            answer.headers[name] = value
        return answer

    return how


@pytest.mark.parametrize(
    ("status", "body", "wanted"),
    [
        (401, {"code": 1010, "message": "no"}, TokenInvalid),
        (401, "", TokenInvalid),
        (404, {"code": 1002, "message": "no"}, SessionNotFound),
        (503, "<html>", NotReady),
        (500, "<html>", UnexpectedAnswer),
        (200, "hello", UnexpectedAnswer),
        (302, "", UnexpectedAnswer),
        (403, {"code": 403, "message": f"see {TOKEN}"}, NemoError),
    ],
)
def test_a_handshake_that_is_refused(status: int, body: object, wanted: type[NemoError]):
    elsewhere: list[str] = []
    other = Script(lambda script, line: elsewhere.append("reached"))
    where = {"Location": other.url.replace("http", "ws") + "/ws/chat"} if status == 302 else {}
    script = Script(lambda script, line: None, process_request=respond(status, body, where))
    with client(script.url) as nemo, pytest.raises(wanted) as raised:
        list(nemo.chat("proj_1~5", "x"))
    assert TOKEN not in str(raised.value)
    assert elsewhere == []
    script.stop()
    other.stop()


def test_nobody_there():
    with client("http://127.0.0.1:9") as nemo, pytest.raises(Unreachable) as raised:
        list(nemo.chat("proj_1~5", "x"))
    assert "token" not in str(raised.value)


def test_the_token_is_in_no_log(play: Callable[[Play], Script], caplog: pytest.LogCaptureFixture):
    caplog.set_level(logging.DEBUG)
    heard(play(turn(ACCEPTED, DONE)))
    mine = [record for record in caplog.records if record.name == "websockets.client"]
    assert any("/ws/chat" in record.getMessage() for record in mine), "the library still logs"
    assert not any(TOKEN in record.getMessage() for record in mine)


def test_only_the_conversation_has_the_token_in_its_address():
    """A grep: one place in the source puts it there."""
    places = [
        path.name
        for path in (ROOT / "nemo_spec").rglob("*.py")
        if '"token":' in path.read_text("utf-8") and "urlencode" in path.read_text("utf-8")
    ]
    assert places == ["second_gateway.py"]
