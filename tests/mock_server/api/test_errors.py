"""Documented validation, one row per rule."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
from support.mock_server import ATTRIBUTION, MP4, Client, start

from mock_server.api.calls import API
from mock_server.api.errors import CODES
from mock_server.server import MockHandle
from mock_server.state.clock import WEEK

RENDER = "/api/render/proxy/lambda"
DRAFT = {"m": {}, "d": 1000, "t": [{"tt": 7, "sg": [{"s": 0, "d": 1000, "text": "x"}]}]}


def code(answer: httpx.Response) -> int:
    return answer.json()["code"]


TOKEN_CALLS = [one for one in API if one.token]


@pytest.mark.parametrize("call", TOKEN_CALLS, ids=lambda one: one.name)
@pytest.mark.parametrize("token", [None, "", "Bearer", "Bearer nope", "Basic abc", "Bearer clm_x"])
def test_without_a_good_token_1001(mock: MockHandle, call: Any, token: str | None) -> None:
    path = call.path.format(uid="me", sid="1", rid="2", pid="3")
    headers = {} if token is None else {"Authorization": token}
    answer = httpx.request(call.method, mock.url + path, headers=headers, json={"a": 1})
    assert (answer.status_code, code(answer)) == (401, 1001)


@pytest.mark.parametrize(
    "good", ["x", "client-1718000000-4711", "6F2C1C50-0000-4000-8000-00000000000A", "~" * 64]
)
def test_any_stable_string_is_a_client_id(mock: MockHandle, client: Client, good: str) -> None:
    client.client_id = good
    assert client.anonymous().json()["data"]["user_id"].startswith("anon_")
    assert code(client.anonymous()) == 429, "it is the same client again"
    other = client.post(
        "/api/auth/anonymous-token", headers={"X-Client-Id": (good.swapcase() + "2")[-64:]}
    )
    assert (other.status_code, code(other)) == (200, 0)


def test_a_uuid_is_the_same_client_in_either_case(client: Client) -> None:
    client.client_id = "6F2C1C50-0000-4000-8000-00000000000A"
    assert code(client.anonymous()) == 0
    client.client_id = client.client_id.lower()
    assert code(client.anonymous()) == 429


@pytest.mark.parametrize("bad", ["", "x" * 65, "a b", "a\tb", "é".encode(), b"a\x7f"])
def test_client_id(client: Client, bad: str | bytes) -> None:
    answer = client.post("/api/auth/anonymous-token", headers={"X-Client-Id": bad})
    assert (answer.status_code, code(answer)) == (400, 400)


def test_one_token_per_client_in_seven_days(mock: MockHandle, client: Client) -> None:
    assert code(client.anonymous()) == 429
    mock.advance(WEEK - 60)
    assert code(client.anonymous()) == 429
    assert client.state().status_code == 200
    mock.advance(61)
    assert code(client.state()) == 1001
    fresh = client.anonymous().json()["data"]
    client.headers["Authorization"] = f"Bearer {fresh['token']}"
    assert client.state().status_code == 200, "the sessions of the client are still there"


def test_ten_tokens_per_address() -> None:
    with start(token_limit=3) as mock:
        clients = [Client(mock, number) for number in range(5)]
        assert [one.anonymous().status_code for one in clients] == [200, 200, 200, 429, 429]
        mock.advance(WEEK + 1)
        assert clients[4].anonymous().status_code == 200
        for one in clients:
            one.close()


def test_unknown_session(client: Client) -> None:
    client.session = "999"
    assert code(client.state()) == 1002
    assert code(client.upload(("a.mp4", MP4))) == 1002
    assert (
        code(client.post("/api/auth/claim-token", json={"task_id": "", "session_id": ""})) == 1002
    )
    run = client.say("show x")
    assert (run.status_code, run.json()) == (404, {"detail": "Session not found: 999"})
    body = {"id": "r", "sessionId": "999", "draft": DRAFT}
    assert client.post(RENDER, json=body).json() == {
        "success": False,
        "error": "session not found",
        "code": 1002,
    }
    client.post("/_mock/settings", json={"dialect": "flat", "render_dialect": "v1.9"})
    assert code(client.say("show x")) == 1002
    assert client.post(RENDER, json=body).json() == {"error": "session not found", "code": 1002}


@pytest.mark.parametrize("missing", ATTRIBUTION)
def test_export_needs_attribution(client: Client, missing: str) -> None:
    client.say("show Intro")
    client.headers.pop(missing)
    answer = client.render()
    assert (answer.status_code, code(answer)) == (402, 402)
    assert missing in answer.json()["error"]
    assert client.state().status_code == 200


@pytest.mark.parametrize(
    ("scopes", "allowed"),
    [
        (["*"], {"create_session", "credits", "render"}),
        (["read", "write", "render"], {"create_session", "credits", "render"}),
        (["read", "write"], {"create_session", "credits"}),
        (["read"], {"credits"}),
        (["write"], {"create_session"}),
        ([], set()),
    ],
)
def test_scopes(client: Client, scopes: list[str], allowed: set[str]) -> None:
    client.say("show Intro")
    user = client.get("/_mock/requests").json()["requests"][0]["user"]
    draft = client.draft()
    token = client.post("/_mock/tokens", json={"scopes": scopes}).json()
    assert token["user_id"] != user
    client.headers["Authorization"] = f"Bearer {token['token']}"
    body = {"task_name": "p", "language": "en"}
    created = client.post("/api/tasks/me/with-session/nemo_agent", json=body)
    balance = client.get("/api/credits/balance/simple")
    sid = created.json()["data"]["session_id"] if created.status_code == 200 else client.session
    rendered = client.post(RENDER, json={"id": "r", "sessionId": sid, "draft": draft})
    statuses = {
        "create_session": created.status_code,
        "credits": balance.status_code,
        "render": rendered.status_code,
    }
    assert {name for name, status in statuses.items() if status == 200} == allowed
    refused = {statuses[name] for name in statuses.keys() - allowed}
    assert refused <= {402, 403}
    assert ("render" in allowed) or statuses["render"] == 402


UNKNOWN = [
    ("/api/tasks/me/with-session/nemo_agent", {"task_name": "p", "language": "en", "x": 1}, "x"),
    ("/run_sse", {"appName": "nemo_agent"}, "appName"),
    ("/api/auth/claim-token", {"task_id": "", "session_id": "", "extra": 1}, "extra"),
    (RENDER, {"id": "1", "session_id": "", "draft": {}}, "session_id"),
    (RENDER, {"id": "1", "sessionId": "", "draft": {}, "output": {"bitrate": 1}}, "bitrate"),
    ("/api/upload-video/nemo_agent/me/SID", {"urls": [], "source_type": "url", "y": 1}, "y"),
    ("/api/render/proxy/lambda/r/cancel", {"why": 1}, "why"),
    ("/_mock/settings", {"tempo": 1}, "tempo"),
    ("/_mock/faults", {"fault": "gremlin"}, "gremlin"),
    ("/_mock/faults", {"fault": "silent", "after": 1}, "after"),
]


@pytest.mark.parametrize(("path", "body", "named"), UNKNOWN)
def test_unknown_fields_are_501_naming_them(
    client: Client, path: str, body: dict[str, Any], named: str
) -> None:
    answer = client.post(path.replace("SID", client.session), json=body)
    assert (answer.status_code, code(answer)) == (501, 501)
    assert f"`{named}`" in answer.json()["message"]


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/"),
        ("GET", "/run_sse"),
        ("DELETE", "/api/credits/balance/simple"),
        ("GET", "/api/state/nemo_agent/me/1/latest/"),
        ("POST", "/api/render/proxy/lambda/1/pause"),
        ("OPTIONS", "/coffee"),
        ("BREW", "/coffee"),
    ],
)
def test_unknown_endpoints_are_501_naming_them(client: Client, method: str, path: str) -> None:
    answer = client.request(method, path)
    assert (answer.status_code, code(answer)) == (501, 501)
    assert answer.json()["message"] == f"unknown endpoint {method} {path}"


def test_unknown_form_field(client: Client) -> None:
    path = f"/api/upload-video/nemo_agent/me/{client.session}"
    answer = client.post(path, files=[("video", ("a.mp4", MP4))])
    assert (answer.status_code, answer.json()["message"]) == (
        501,
        "unknown field `video` in the form; known: files",
    )


BAD_RUNS = [
    (b"{", "list"),
    (b"[]", "list"),
    (b"\xff\xfe", "list"),
    (b'{"a":NaN}', "list"),
    (b'{"app_name":"nemo_agent"}', "list"),
    (b"[" * 100_000, "list"),
    (b'{"app_name":"nemo_agent","user_id":"me","session_id":1,"new_message":{"parts":[]}}', "list"),
]


@pytest.mark.parametrize(("body", "kind"), BAD_RUNS)
def test_bad_run_bodies_have_a_detail(client: Client, body: bytes, kind: str) -> None:
    answer = client.post("/run_sse", content=body)
    assert answer.status_code == 422
    assert type(answer.json()["detail"]).__name__ == kind
    assert {"loc", "msg", "type"} <= set(answer.json()["detail"][0])


def test_too_large_a_body(client: Client) -> None:
    answer = client.post("/api/auth/claim-token", content=b'"' + b"x" * (5 << 20) + b'"')
    assert (answer.status_code, code(answer)) == (413, 413)


def test_every_code_is_answered_on_request(mock: MockHandle, client: Client) -> None:
    for number, (status, message) in CODES.items():
        mock.fault("error", code=number, call="credits")
        answer = client.get("/api/credits/balance/simple")
        assert (answer.status_code, code(answer)) == (status, number)
        assert answer.json()["message"] == message
        if number in (1001, 1010, 1011):
            assert code(client.state()) == 1001, "the token is dead"
            fresh = client.anonymous().json()["data"]["token"]
            client.headers["Authorization"] = f"Bearer {fresh}"
    assert client.get("/api/credits/balance/simple").json()["code"] == 0


@pytest.mark.parametrize("call", API, ids=lambda one: one.name)
def test_an_error_at_any_call(mock: MockHandle, client: Client, call: Any) -> None:
    client.say("show Intro")
    client.render()
    client.finish()
    bodies = {
        "claim_token": {"task_id": client.task, "session_id": client.session},
        "create_session": {"task_name": "p", "language": "en"},
        "run_sse": client.message("show More"),
        "render": {"id": "r2", "sessionId": client.session, "draft": DRAFT},
        "render_draft": {"sessionId": client.session, "draft": DRAFT},
    }
    mock.fault("error", code=5555, status=503, message="down", call=call.name)
    path = call.path.format(
        uid="me", sid=client.session, pid=client.task, rid="render_1", folder="renders", name="x"
    )
    answer = client.request(
        call.method, path, json=bodies.get(call.name), headers={"X-Client-Id": client.client_id}
    )
    assert answer.status_code == 503
    assert "down" in answer.text
    assert "5555" in answer.text


def test_the_control_calls_check_what_they_get(client: Client) -> None:
    assert code(client.post("/_mock/settings", json={"silent": 2})) == 422
    assert code(client.post("/_mock/settings", json={"dialect": "latin"})) == 422
    assert code(client.post("/_mock/clock", json={"advance": -1})) == 422
    assert code(client.post("/_mock/faults", json={"fault": "silent", "call": "state"})) == 422
    assert code(client.post("/_mock/faults", json={"fault": "silent", "match": "("})) == 422
    assert code(client.post("/_mock/accounts", json={"user_id": "x", "credits": 1})) == 404
    assert code(client.put(f"/_mock/drafts/{client.session}", json={"t": 5})) == 422
    assert client.put(f"/_mock/drafts/{client.session}", json=DRAFT).status_code == 200
    assert client.draft() == DRAFT
