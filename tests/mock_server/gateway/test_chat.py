"""The conversation of the second gateway: its messages, its ends, and what is never done twice."""

from __future__ import annotations

import json
import threading
import time
from contextlib import suppress
from typing import Any

import httpx
import pytest
from support import waiting
from support.gateway import dial, say, talk, token_of, until
from support.mock_server import Client, act, start
from support.waiting import PATIENCE
from websockets.exceptions import ConnectionClosed, InvalidMessage, InvalidStatus
from websockets.sync.client import connect

from mock_server.gateway.prompts import as_instruction
from mock_server.server import MockHandle


def close_code(error: ConnectionClosed) -> int | None:
    return error.rcvd.code if error.rcvd else None


def test_a_turn(mock: MockHandle, client: Client) -> None:
    with talk(mock, client) as line:
        kinds = [one["type"] for one in say(line, "show Intro")]
    assert kinds[0] == "message_accepted"
    work = ["toolcall_start", "toolcall_end", "tool_start", "tool_end"]
    assert [kind for kind in kinds if kind.startswith("tool")] == work
    assert kinds[-5:] == ["chunk", "chunk", "chunk", "text", "done"]
    assert client.titles() == ["Intro"]
    run = mock.requests(client.session, "ws_message")
    assert [(one["instruction"], one["applied"], one["charged"]) for one in run] == [
        ("show Intro", 1, 50)
    ]


def test_chunks_are_the_text(mock: MockHandle, client: Client) -> None:
    with talk(mock, client) as line:
        found = say(line, "show Ünïcode 你好")
    chunks = "".join(one["text"] for one in found if one["type"] == "chunk")
    assert [chunks] == [one["text"] for one in found if one["type"] == "text"]


def test_it_warms_up_first(mock: MockHandle, client: Client) -> None:
    with dial(mock, token=token_of(client), session_id=client.session) as line:
        kinds = [one["type"] for one in until(line, "session_ready")]
        assert kinds == ["warming_up", "status", "session_ready"]
        line.send('{"type":"ping"}')
        assert json.loads(line.recv(timeout=PATIENCE)) == {"type": "pong"}


@pytest.mark.parametrize(
    ("query", "code"),
    [({"session_id": "1"}, 4001), ({"token": "nmv_usr_no", "session_id": "1"}, 4001), ({}, 4001)],
)
def test_a_bad_token_closes_with_4001(mock: MockHandle, query: dict[str, str], code: int) -> None:
    with dial(mock, **query) as line, pytest.raises(ConnectionClosed) as closed:
        line.recv(timeout=PATIENCE)
    assert close_code(closed.value) == code


def test_an_expired_token_closes_with_4001(mock: MockHandle, client: Client) -> None:
    mock.advance(8 * 86400)
    query = {"token": token_of(client), "session_id": client.session}
    with dial(mock, **query) as line, pytest.raises(ConnectionClosed) as closed:
        line.recv(timeout=PATIENCE)
    assert close_code(closed.value) == 4001
    assert client.get("/billing/balance").json()["code"] == 1011
    assert (
        client.get("/billing/balance", headers={"Authorization": "Bearer x"}).json()["code"] == 1010
    )


def test_without_a_session_4002(mock: MockHandle, client: Client) -> None:
    with dial(mock, token=token_of(client)) as line, pytest.raises(ConnectionClosed) as closed:
        line.recv(timeout=PATIENCE)
    assert close_code(closed.value) == 4002


def test_an_unknown_session_is_told(mock: MockHandle, client: Client) -> None:
    with dial(mock, token=token_of(client), session_id="7") as line:
        assert json.loads(line.recv(timeout=PATIENCE))["code"] == 1002
        with pytest.raises(ConnectionClosed):
            line.recv(timeout=PATIENCE)


def test_a_handshake_that_fails(mock: MockHandle, client: Client) -> None:
    mock.fault("error", code=503, status=503, message="starting", call="ws_open")
    query = {"token": token_of(client), "session_id": client.session}
    with pytest.raises(InvalidStatus) as refused, dial(mock, **query):
        pass
    assert refused.value.response.status_code == 503
    assert b"starting" in refused.value.response.body


@pytest.mark.parametrize("how", ["cut", "reset"])
def test_a_handshake_without_an_answer(mock: MockHandle, client: Client, how: str) -> None:
    mock.fault("disconnect", call="ws_open", how=how)
    query = {"token": token_of(client), "session_id": client.session}
    with pytest.raises((OSError, EOFError, InvalidMessage)), dial(mock, **query):
        pass
    with talk(mock, client) as line:
        assert say(line, "show A")[-1]["type"] == "done"


def test_a_late_handshake(mock: MockHandle, client: Client) -> None:
    mock.fault("delay", call="ws_open", seconds=0.1)
    began = time.monotonic()
    with talk(mock, client):
        assert time.monotonic() - began > 0.1


def test_a_read_only_token_may_not_talk(mock: MockHandle, client: Client) -> None:
    accounts = mock.mock.accounts
    user = accounts.holder(token_of(client))["id"]
    query = {"token": accounts.issue(user, ("read",)), "session_id": client.session}
    with pytest.raises(InvalidStatus) as refused, dial(mock, **query):
        pass
    assert refused.value.response.status_code == 403


def test_two_connections_wait_for_each_other(mock: MockHandle, client: Client) -> None:
    mock.fault("slow_edit", seconds=0.1)
    with talk(mock, client) as one, talk(mock, client) as other:
        one.send('{"type":"message","content":"show A"}')
        until(one, "message_accepted")
        assert say(other, "show B")[-1]["type"] == "done"
        until(one, "done")
    assert sorted(client.titles()) == ["A", "B"]


def test_strangers_stay_out(mock: MockHandle, client: Client) -> None:
    url = f"ws{mock.url.removeprefix('http')}"
    where = f"{url}/ws/chat?token={token_of(client)}&session_id={client.session}"
    for headers in ({"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}):
        with (
            pytest.raises(InvalidStatus) as refused,
            connect(where, proxy=None, additional_headers=headers),
        ):
            pass
        assert refused.value.response.status_code == 403
    with pytest.raises(InvalidStatus) as unknown, connect(f"{url}/ws/coffee", proxy=None):
        pass
    assert unknown.value.response.status_code == 501


def test_the_log_keeps_no_token(mock: MockHandle, client: Client) -> None:
    with talk(mock, client) as line:
        say(line, f"show {token_of(client)}")
    with dial(mock, token="nmv_usr_secret1"):
        pass
    log = client.get("/_mock/requests").text
    assert "ws_open" in log
    assert token_of(client) not in log
    assert "secret1" not in log


@pytest.mark.parametrize(
    "sent",
    ["x", "[]", "{}", '{"type":"dance"}', '{"type":"message"}', '{"type":"message","content":7}',
     '{"type":"message","content":" "}'],
)  # fmt: skip
def test_a_message_of_the_wrong_shape(mock: MockHandle, client: Client, sent: str) -> None:
    with talk(mock, client) as line:
        line.send(sent)
        assert json.loads(line.recv(timeout=PATIENCE))["type"] == "error"
        assert say(line, "show A")[-1]["type"] == "done"
    assert client.titles() == ["A"]


@pytest.mark.parametrize(("sent", "codes"), [(b"\0\1", [1003]), ("x" * (5 << 20), [1009, None])])
def test_binary_and_long_messages_end_it(
    mock: MockHandle, client: Client, sent: bytes | str, codes: list[int | None]
) -> None:
    with talk(mock, client) as line:
        with suppress(ConnectionClosed):  # what is not read any more may be reset
            line.send(sent)
        with pytest.raises(ConnectionClosed) as closed:
            line.recv(timeout=PATIENCE)
    assert close_code(closed.value) in codes
    assert client.titles() == []


def test_a_second_message_at_work_is_not_begun() -> None:
    refused = threading.Event()

    def at_work(*asked: Any) -> Any:
        assert refused.wait(PATIENCE)
        return act(*asked)

    with start(act=at_work) as mock, Client(mock) as client:
        client.connect()
        with talk(mock, client) as line:
            line.send('{"type":"message","content":"show A"}')
            until(line, "message_accepted")
            line.send('{"type":"message","content":"show B"}')
            assert until(line, "error")[-1]["code"] == 409
            refused.set()
            until(line, "done")
        assert client.titles() == ["A"]
        assert len(mock.requests(client.session, "ws_message")) == 1


def test_abort_and_leaving_end_the_run(mock: MockHandle, client: Client) -> None:
    mock.fault("slow_edit", seconds=30, times=2)
    with talk(mock, client) as line:
        line.send('{"type":"message","content":"show A"}')
        until(line, "message_accepted")
        line.send('{"type":"abort"}')
        assert until(line, "done")[-1]["aborted"] is True
        line.send('{"type":"message","content":"show B"}')
        until(line, "message_accepted")
    waiting.until(lambda: client.credits()[1] == 0)
    assert (client.titles(), client.credits()) == ([], (100, 0, 100))


def test_out_of_credits(client: Client, mock: MockHandle) -> None:
    mock.mock.accounts.set_balance(mock.mock.accounts.holder(token_of(client))["id"], 10)
    with talk(mock, client) as line:
        (only,) = say(line, "show A")
    assert (only["type"], only["code"]) == ("error", 2001)


def test_a_question_is_answered_over_another_connection(mock: MockHandle, client: Client) -> None:
    mock.fault("ask_question", title="One moment", times=2)
    with talk(mock, client) as line:
        asked = say(line, "show A")[-1]
    assert (asked["title"], client.titles()) == ("One moment", [])
    with talk(mock, client) as line:
        assert say(line, "1. Shall I?: Yes, do it")[-1]["type"] == "ask_question"
    with talk(mock, client) as line:
        say(line, "1. Shall I?: Yes, do it")
    assert client.titles() == ["A"]
    with talk(mock, client) as line:
        say(line, "yes, show B")
    assert client.credits() == (50, 0, 50)


@pytest.mark.parametrize(
    ("fault", "titles"),
    [
        ({"name": "drop_after_edit"}, ["A"]),
        ({"name": "drop_after_edit", "how": "reset"}, ["A"]),
        ({"name": "drop_after_edit", "how": "end"}, ["A"]),
        ({"name": "drop_stream"}, []),
        ({"name": "drop_stream", "after": 1}, []),
        ({"name": "drop_stream", "after": 3}, ["A"]),
        ({"name": "disconnect", "call": "ws_message"}, []),
        ({"name": "disconnect", "call": "ws_message", "how": "reset"}, []),
        ({"name": "lands_late", "reads": 0}, ["A"]),
        ({"name": "stream_error", "form": "unescaped", "applied": True}, ["A"]),
    ],
)
def test_faults_that_end_the_connection(
    mock: MockHandle, client: Client, fault: dict[str, str], titles: list[str]
) -> None:
    mock.fault(**fault)
    with talk(mock, client) as line, pytest.raises((ConnectionClosed, ValueError)):
        say(line, "show A")
    waiting.until(lambda: client.titles() == titles)
    assert len(mock.requests(client.session, "ws_message")) == 1


@pytest.mark.parametrize(
    ("fault", "titles", "ends"),
    [
        ({"name": "silent"}, ["A"], "done"),
        ({"name": "claimed_not_applied"}, [], "done"),
        ({"name": "applied_twice"}, ["A", "A"], "done"),
        ({"name": "tool_error"}, [], "done"),
        ({"name": "stream_error"}, [], "error"),
        ({"name": "stream_error", "applied": True}, ["A"], "error"),
        ({"name": "temporary_issue"}, ["A"], "done"),
        ({"name": "stall", "seconds": 0.1, "every": 0.05}, ["A"], "done"),
        ({"name": "slow_reply", "seconds": 0.05}, ["A"], "done"),
        ({"name": "error", "code": 429, "call": "run_sse"}, [], "error"),
        ({"name": "delay", "seconds": 0.05, "call": "ws_message"}, ["A"], "done"),
    ],
)
def test_faults_that_do_not(
    mock: MockHandle, client: Client, fault: dict[str, str], titles: list[str], ends: str
) -> None:
    mock.fault(**fault)
    with talk(mock, client) as line:
        assert say(line, "show A")[-1]["type"] == ends
    assert client.titles() == titles


@pytest.mark.parametrize(
    ("sent", "read"),
    [
        ("Coffee. Duration: 5 seconds", 'Generate a clip of 5 seconds: "Coffee".'),
        (
            'A "fine" day. Warm. Duration: 10 seconds. Aspect ratio: 9:16',
            "Generate a clip of 10 seconds: \"A 'fine' day. Warm\".\nChange the aspect ratio to 9:16.",
        ),
        ("add a title", "add a title"),
        ("Duration: 5 seconds", "Duration: 5 seconds"),
    ],
)
def test_what_create_sends_is_an_instruction(sent: str, read: str) -> None:
    assert as_instruction(sent) == read


def test_a_restart_keeps_the_question(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("kept") / "data"
    with start(data=folder) as mock, Client(mock) as client:
        client.connect()
        mock.fault("ask_question")
        with talk(mock, client) as line:
            say(line, "show A")
        headers, session = client.headers, client.session
    with start(data=folder) as mock, Client(mock) as client:
        client.headers, client.session = httpx.Headers(headers), session
        with talk(mock, client) as line:
            say(line, "Yes")
        assert client.titles() == ["A"]
