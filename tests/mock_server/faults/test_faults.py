"""Every fault of the table does what the table says."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from support.gateway import dial, say, talk, token_of
from support.mock_server import MP4, Client, events, said, start
from support.waiting import PATIENCE, until
from websockets.exceptions import ConnectionClosed

from mock_server.api.errors import ApiError
from mock_server.faults.injector import read_flag
from mock_server.faults.table import FAULTS
from mock_server.server import MockHandle

Check = Callable[[MockHandle, Client], None]
TESTED: dict[str, Check] = {}


def about(name: str) -> Callable[[Check], Check]:
    def keep(check: Check) -> Check:
        assert name not in TESTED
        TESTED[name] = check
        return check

    return keep


def cut(client: Client, text: str) -> tuple[str, str]:
    """What came of a stream that ends too early, and how it ended."""
    body = b""
    try:
        with client.stream("POST", "/run_sse", json=client.message(text)) as answer:
            for chunk in answer.iter_raw():
                body += chunk
    except httpx.TransportError as error:
        return body.decode(), type(error).__name__
    return body.decode(), "end"


@about("error")
def _error(mock: MockHandle, client: Client) -> None:
    mock.fault("error", code=429, call="state", times=2)
    assert [client.state().status_code for _ in range(3)] == [429, 429, 200]
    assert mock.requests(call="state")[0]["detail"] == {"faults": ["error"]}


@about("delay")
def _delay(mock: MockHandle, client: Client) -> None:
    mock.fault("delay", seconds=0.2)
    began = time.monotonic()
    client.state()
    assert time.monotonic() - began >= 0.2


@about("disconnect")
def _disconnect(mock: MockHandle, client: Client) -> None:
    for how, seen in (("cut", httpx.RemoteProtocolError), ("reset", httpx.ReadError)):
        mock.fault("disconnect", call="state", how=how)
        with pytest.raises(seen):
            client.state()
    assert client.state().status_code == 200


@about("silent")
def _silent(mock: MockHandle, client: Client) -> None:
    last = {
        "no_content": lambda one: one["errorCode"] == "MODEL_RETURNED_NO_CONTENT",
        "after_tool": lambda one: one["actions"]["skipSummarization"],
        "empty_parts": lambda one: one["content"]["parts"] == [],
        "no_parts": lambda one: "content" not in one,
    }
    for number, (form, fits) in enumerate(last.items(), 1):
        mock.fault("silent", form=form)
        body = client.say(f"show T{number}").text
        assert said(body) in ("", "Working out which segments to change.")
        assert fits(events(body)[-1])
        assert len(client.titles()) == number
    mock.change(dialect="flat")
    mock.fault("silent")
    kinds = [one["type"] for one in events(client.say("show X").text) if "type" in one]
    assert [kind for kind in kinds if kind != "heartbeat"] == ["tool_call", "tool_result"]


@about("drop_stream")
def _drop_stream(mock: MockHandle, client: Client) -> None:
    mock.change(dialect="flat", keepalives=0)
    for how, ended in (("cut", "RemoteProtocolError"), ("reset", "ReadError"), ("end", "end")):
        for after in range(4):
            client.open()
            mock.mock.store.run("update users set balance = 100")
            mock.fault("drop_stream", after=after, how=how)
            body, end = cut(client, "show A")
            assert end == ended, (how, after)
            assert len(events(body)) <= after if how == "reset" else len(events(body)) == after
            assert client.titles() == (["A"] if after >= 2 else []), (how, after)
            assert client.credits()[1] == 0


def test_keepalives_do_not_count_as_events(mock: MockHandle, client: Client) -> None:
    mock.change(dialect="flat", keepalives=4)
    mock.fault("drop_stream", after=1)
    body, _ = cut(client, "show A")
    assert body.count("tool_call") == 1
    assert "tool_result" not in body


@about("drop_after_edit")
def _drop_after_edit(mock: MockHandle, client: Client) -> None:
    mock.change(dialect="flat", keepalives=0)
    mock.fault("drop_after_edit")
    body, end = cut(client, "show A")
    assert (len(events(body)), end) == (1, "RemoteProtocolError")
    assert client.titles() == ["A"]
    assert client.credits() == (50, 0, 50)


@about("lands_late")
def _lands_late(mock: MockHandle, client: Client) -> None:
    mock.fault("lands_late", reads=2, seconds=60)
    assert cut(client, "show A")[1] == "RemoteProtocolError"
    assert client.credits() == (50, 50, 100)
    assert [client.titles() for _ in range(3)] == [[], [], []]
    mock.advance(61)
    assert client.titles() == ["A"]
    assert client.credits() == (50, 0, 50)
    assert [one["applied"] for one in mock.requests(call="run_sse")] == [1]


@about("claimed_not_applied")
def _claimed_not_applied(mock: MockHandle, client: Client) -> None:
    mock.fault("claimed_not_applied", match="intro")
    assert said(client.say("show Other").text).endswith("Done: Other.")
    body = client.say("show INTRO").text
    assert said(body).endswith("Done: INTRO.")
    assert any("functionResponse" in str(one) for one in events(body))
    assert client.titles() == ["Other"]
    assert [one["applied"] for one in mock.requests(call="run_sse")] == [1, 0]


@about("partially_applied")
def _partially_applied(mock: MockHandle, client: Client) -> None:
    mock.fault("partially_applied")
    client.say("show A, B, C, D")
    assert client.titles() == ["A", "B"]
    mock.fault("partially_applied", without="title")
    client.say("show E")
    assert client.titles() == ["A", "B"]


@about("altered")
def _altered(mock: MockHandle, client: Client) -> None:
    mock.fault("altered")
    client.say("show A")
    assert client.titles() == ["A (draft)"]
    mock.fault("altered", what="time")
    client.say("show B")
    assert client.draft()["t"][1]["sg"][0]["s"] == 1500


@about("applied_twice")
def _applied_twice(mock: MockHandle, client: Client) -> None:
    mock.fault("applied_twice")
    client.say("show A")
    assert client.titles() == ["A", "A"]
    assert [one["applied"] for one in mock.requests(call="run_sse")] == [2]


@about("second_stage")
def _second_stage(mock: MockHandle, client: Client) -> None:
    mock.fault("second_stage", reads=1)
    client.say("show A")
    assert [len(client.draft()["t"]) for _ in range(3)] == [1, 2, 2]
    assert client.draft()["t"][1]["sg"][0]["role"] == "music"
    for kind in ("title", "effect"):
        mock.fault("second_stage", kind=kind, seconds=30)
        client.say("show B")
        before = len(client.draft()["t"])
        mock.advance(31)
        assert len(client.draft()["t"]) == before + 1


@about("tool_error")
def _tool_error(mock: MockHandle, client: Client) -> None:
    mock.fault("tool_error")
    body = client.say("show A").text
    responses = [one for one in events(body) if "functionResponse" in str(one)]
    assert "error" in responses[0]["content"]["parts"][0]["functionResponse"]["response"]
    assert "failed" in said(body)
    assert client.titles() == []


@about("stream_error")
def _stream_error(mock: MockHandle, client: Client) -> None:
    for number, (applied, form) in enumerate([(False, "both"), (True, "event"), (True, "line")]):
        mock.fault("stream_error", applied=applied, form=form, message="ü")
        last = events(client.say(f"show T{number}").text)[-1]
        assert ("errorCode" in last) == (form == "event")
        assert ("error" in last) == (form != "event")
    assert client.titles() == ["T1", "T2"]
    mock.fault("stream_error", form="unescaped")
    assert '"quota"\n\ndata: {' in client.say("show A").text


@about("temporary_issue")
def _temporary_issue(mock: MockHandle, client: Client) -> None:
    mock.fault("temporary_issue")
    body = client.say("show A").text
    assert "temporary issue" in str(events(body)[-1])
    assert client.titles() == ["A"]


@about("stall")
def _stall(mock: MockHandle, client: Client) -> None:
    mock.fault("stall", seconds=1, every=0.005)
    body = client.say("show A").text
    beats = [body.count(": keep-alive"), body.count("data:\n"), body.count("heartbeat")]
    assert sum(beats) > 3
    assert min(beats) > 0
    assert client.titles() == ["A"]
    mock.fault("stall")
    with client.stream("POST", "/run_sse", json=client.message("show B")):
        pass
    assert client.titles() == ["A"]


@about("slow_edit")
def _slow_edit(mock: MockHandle, client: Client) -> None:
    mock.fault("slow_edit", seconds=0.2)
    began = time.monotonic()
    client.say("show A")
    assert time.monotonic() - began >= 0.2


@about("slow_reply")
def _slow_reply(mock: MockHandle, client: Client) -> None:
    """A client that leaves after the tool was executed: the edit stays and is paid for."""
    mock.change(keepalives=0)
    mock.fault("slow_reply", seconds=60)
    with client.stream("POST", "/run_sse", json=client.message("show A")) as answer:
        for line in answer.iter_lines():
            if "functionResponse" in line:
                break
    assert client.titles() == ["A"]
    until(lambda: client.credits() == (50, 0, 50))
    assert client.say("show B").status_code == 200


@about("needs_role")
def _needs_role(mock: MockHandle, client: Client) -> None:
    mock.fault("needs_role", times=2)
    body = client.message("show A")
    del body["new_message"]["role"]
    client.post("/run_sse", json=body)
    assert client.titles() == []
    client.say("show B")
    assert client.titles() == ["B"]


@about("never_ready")
def _never_ready(mock: MockHandle, client: Client) -> None:
    query = {"token": token_of(client), "session_id": client.session}
    mock.fault("never_ready", how="end")
    with dial(mock, **query) as line:
        assert "warming_up" in line.recv(timeout=PATIENCE)
        with pytest.raises(ConnectionClosed):
            line.recv(timeout=PATIENCE)
    mock.fault("never_ready")
    with dial(mock, **query) as line:
        line.recv(timeout=PATIENCE)
        with pytest.raises(TimeoutError):
            line.recv(timeout=0.1)


@about("ask_question")
def _ask_question(mock: MockHandle, client: Client) -> None:
    mock.fault("ask_question")
    with talk(mock, client) as line:
        asked = say(line, "show A")[-1]
        assert (asked["type"], client.titles()) == ("ask_question", [])
        assert say(line, "Yes, do it")[-1]["type"] == "done"
    assert client.titles() == ["A"]


@about("render_failed")
def _render_failed(mock: MockHandle, client: Client) -> None:
    client.say("show A")
    mock.fault("render_failed", message="no GPU")
    client.render("r1")
    found = client.finish("r1")
    times = found.pop("createdAt"), found.pop("completedAt")
    assert times == tuple(sorted(times))
    assert found == {"id": "r1", "status": "failed", "progress": 5, "error": "no GPU"}
    client.render("r2")
    assert client.finish("r2")["status"] == "completed"


@about("render_slow")
def _render_slow(mock: MockHandle, client: Client) -> None:
    client.say("show A")
    mock.fault("render_slow", seconds=60, polls=2)
    client.render()
    until(lambda: mock.mock.store.value("select status from renders") == "completed")
    assert [status(client) for _ in range(3)] == ["processing"] * 3
    assert client.get("/api/render/proxy/render_1/download").status_code == 409
    mock.advance(61)
    assert status(client) == "completed"


@about("render_stuck")
def _render_stuck(mock: MockHandle, client: Client) -> None:
    client.say("show A")
    mock.fault("render_stuck")
    client.render()
    until(lambda: mock.mock.store.value("select status from renders") == "completed")
    mock.advance(1e6)
    assert mock.mock.store.value("select count(*) from tokens where expires < 1") == 0
    fresh = client.anonymous().json()["data"]["token"]
    client.headers["Authorization"] = f"Bearer {fresh}"
    assert status(client) == "processing"


@about("duplicate_render")
def _duplicate_render(mock: MockHandle, client: Client) -> None:
    client.say("show A")
    mock.fault("duplicate_render")
    assert [client.render(name).status_code for name in ("r1", "r2")] == [409, 200]


@about("output_unreachable")
def _output_unreachable(mock: MockHandle, client: Client) -> None:
    client.say("show A")
    client.render()
    url = client.finish()["outputUrl"]
    mock.fault("output_unreachable")
    assert [client.get(url).status_code for _ in range(2)] == [404, 200]
    mock.fault("output_unreachable")
    assert client.get("/api/render/proxy/render_1/download").status_code == 200


@about("download_cut")
def _download_cut(mock: MockHandle, client: Client) -> None:
    client.say("show A")
    client.render()
    url = client.finish()["outputUrl"]
    whole = client.get(url).content
    for how, seen in (("cut", httpx.RemoteProtocolError), ("reset", httpx.ReadError)):
        mock.fault("download_cut", after=700, how=how, call="file")
        got: list[bytes] = []
        with pytest.raises(seen), client.stream("GET", url) as answer:
            got.extend(answer.iter_raw())
        assert b"".join(got) in (b"", whole[:700])
    rest = client.get(url, headers={"Range": "bytes=700-", "If-Range": answer.headers["etag"]})
    assert (rest.status_code, whole[:700] + rest.content) == (206, whole)


@about("upload_not_applied")
def _upload_not_applied(mock: MockHandle, client: Client) -> None:
    mock.fault("upload_not_applied")
    seen = [client.upload(("a.mp4", MP4)).json()["data"]["session_state_applied"] for _ in "ab"]
    assert seen == [False, True]


def status(client: Client) -> str:
    return client.poll().json()["data"]["status"]


def test_every_fault_of_the_table_is_tested() -> None:
    assert set(TESTED) == set(FAULTS)


@pytest.mark.parametrize("name", FAULTS)
def test_fault(name: str, mock: MockHandle, client: Client) -> None:
    TESTED[name](mock, client)


def test_skip_times_rate_session(mock: MockHandle, client: Client) -> None:
    mock.fault("error", code=429, call="state", skip=1, times=2)
    assert [client.state().status_code for _ in range(5)] == [200, 429, 429, 200, 200]
    mock.fault("error", code=429, call="state", session="7")
    assert client.state().status_code == 200
    mock.fault("error", code=429, call="credits", times=-1, rate=0.5)
    answers = [client.get("/api/credits/balance/simple").status_code for _ in range(100)]
    assert 25 < answers.count(429) < 75
    assert client.delete("/_mock/faults").json() == {"faults": []}
    assert client.get("/api/credits/balance/simple").status_code == 200


def test_faults_can_be_posted_as_a_list(client: Client) -> None:
    wanted = [{"fault": "silent", "times": 3}, {"fault": "error", "code": 402, "call": "render"}]
    found = client.post("/_mock/faults", json=wanted).json()["faults"]
    assert [(one["fault"], one["times"]) for one in found] == [("silent", 3), ("error", 1)]
    assert client.post("/_mock/faults", json=[wanted[0], {"fault": "x"}]).status_code == 501
    assert len(client.get("/_mock/faults").json()["faults"]) == 2


def test_two_faults_on_one_occasion(mock: MockHandle, client: Client) -> None:
    mock.fault("applied_twice")
    mock.fault("silent")
    assert (
        said(client.say("show A").text).removeprefix("Working out which segments to change.") == ""
    )
    assert client.titles() == ["A", "A"]


@pytest.mark.parametrize(
    ("text", "spec"),
    [
        ("silent", {"fault": "silent"}),
        ("error:code=429,call=state,times=2", {
            "fault": "error", "code": 429, "call": "state", "times": 2}),
        ("drop_stream:after=1,how=reset", {"fault": "drop_stream", "after": 1, "how": "reset"}),
        ("stream_error:applied=true", {"fault": "stream_error", "applied": True}),
        ("claimed_not_applied:match=a=b", {"fault": "claimed_not_applied", "match": "a=b"}),
        ("second_stage:seconds=1.5", {"fault": "second_stage", "seconds": 1.5}),
    ],
)  # fmt: skip
def test_flags(text: str, spec: dict[str, Any]) -> None:
    assert read_flag(text) == spec


@pytest.mark.parametrize(
    "text",
    ["", "nope", "error:code=429,call=nope", "silent:x=1", "error", "error:code=x", "stall:every"],
)
def test_wrong_flags(text: str) -> None:
    with pytest.raises(ApiError):
        read_flag(text)


def test_thirty_percent_are_silent_by_default_and_always_the_same_ones() -> None:
    runs = []
    for _ in range(2):
        options = {"silent": 0.3, "keepalives": 0, "dialect": "flat", "price_per_session": 0}
        with start(**options) as mock, Client(mock) as client:
            client.connect()
            bodies = [client.say(f"show T{number}").text for number in range(60)]
        runs.append(["Done" in body for body in bodies])
    assert runs[0] == runs[1]
    assert 8 <= runs[0].count(False) <= 28


def test_a_second_instruction_waits_for_the_first(mock: MockHandle, client: Client) -> None:
    mock.fault("slow_edit", seconds=0.3)
    with (
        Client(mock) as other,
        client.stream("POST", "/run_sse", json=client.message("show A")) as first,
    ):
        other.headers, other.session = client.headers, client.session
        stream = first.iter_bytes()
        next(stream)
        other.say("show B")
        assert b"Done: A." in b"".join(stream)
    assert client.titles() == ["A", "B"]
