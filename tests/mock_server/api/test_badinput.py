"""Whatever is sent, the answer is a documented error: no 5xx but 501, no file where none belongs."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.mock_server import MP4, Client, act, probe, render
from support.waiting import PATIENCE

import mock_server
from mock_server.api.calls import API, CALLS
from mock_server.server import MockHandle
from mock_server.spec.openapi import describe

QUICK = settings(max_examples=60, deadline=None)
LONG = settings(max_examples=2500, deadline=None)
# These end the session that the others need, or hold them up on purpose.
LEFT_OUT = {"_reset", "_add_faults", "_advance", "_set"}
FUZZED = [call for call in CALLS if call.name not in LEFT_OUT]


@pytest.fixture(scope="module")
def busy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Client, MockHandle]]:
    folder = tmp_path_factory.mktemp("all") / "data"
    with (
        mock_server.start(
            data=folder, credits=10**9, act=act, render=render, probe=probe, token_limit=10**6
        ) as mock,
        Client(mock) as client,
    ):
        yield client.connect(), mock
        assert mock.bugs == []
        where = {path.relative_to(folder).parts[0] for path in folder.rglob("*") if path.is_file()}
        own = {"mock.lock", "mock.pid", "mock.mark", "uploads", "renders"}
        assert where <= {*own, "mock.sqlite3", "mock.sqlite3-wal", "mock.sqlite3-shm"}
        assert [path.name for path in folder.parent.iterdir()] == ["data"]


def judge(answer: httpx.Response, mock: MockHandle, sent: object) -> None:
    assert answer.status_code < 500 or answer.status_code == 501, (answer.text, sent)
    assert mock.bugs == [], sent
    kind = answer.headers.get("content-type", "")
    if answer.status_code >= 400 and "json" in kind and answer.content:
        body = answer.json()
        assert {"code", "detail", "error"} & set(body), body


def path_of(call: Any, client: Client, draw: Callable[[Any], Any]) -> str:
    """The call's path with the real session, or with something odd."""
    values = {
        "uid": "me",
        "sid": client.session,
        "pid": client.task,
        "rid": "render_1",
        "folder": "uploads",
        "name": "x.mp4",
    }
    odd = draw(st.booleans())
    filled = {
        name: quote(draw(st.text(min_size=1, max_size=30)), safe="") if odd else value
        for name, value in values.items()
    }
    return call.path.format(**filled)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=12,
)


def conforming(schema: dict[str, Any]) -> st.SearchStrategy[Any]:
    """Values of the OpenAPI description's schemas."""
    if "$ref" in schema:
        return conforming(DOCUMENT["components"]["schemas"][schema["$ref"].rpartition("/")[2]])
    if "const" in schema:
        return st.just(schema["const"])
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    kind = schema.get("type")
    if kind == "object" and schema.get("properties"):
        fields = {name: conforming(inner) for name, inner in schema["properties"].items()}
        needed = {name: fields[name] for name in schema.get("required", [])}
        return st.fixed_dictionaries(
            needed, optional={name: one for name, one in fields.items() if name not in needed}
        )
    low, high = schema.get("minimum"), schema.get("maximum")
    simple: dict[str, st.SearchStrategy[Any]] = {
        "object": st.dictionaries(st.sampled_from(["t", "d", "m", "x"]), json_values, max_size=4),
        "string": st.text(max_size=40),
        "integer": st.integers(low, high),
        "number": st.floats(low, high, allow_nan=False, allow_infinity=False),
        "boolean": st.booleans(),
    }
    if kind == "array":
        return st.lists(conforming(schema["items"]), max_size=3)
    return simple[str(kind)]


def with_session(value: Any, client: Client) -> Any:
    """The same body, but for the session that exists, so that it gets past the door."""
    if isinstance(value, dict):
        ids = {"session_id": client.session, "sessionId": client.session, "task_id": client.task}
        return {key: ids.get(key, with_session(inner, client)) for key, inner in value.items()}
    return value


def mutated(value: Any, draw: Callable[[Any], Any]) -> Any:
    """The value with one of its parts replaced, removed or added."""
    if not isinstance(value, dict) or not value or draw(st.integers(0, 3)) == 0:
        return draw(json_values)
    key = draw(st.sampled_from(sorted(value)))
    out = dict(value)
    what = draw(st.sampled_from(["inside", "remove", "add"]))
    if what == "inside":
        out[key] = mutated(value[key], draw)
    elif what == "remove":
        del out[key]
    else:
        out[draw(st.text(max_size=10))] = draw(json_values)
    return out


DOCUMENT = describe("http://127.0.0.1:1")


def body_for(call: Any, client: Client, draw: Callable[[Any], Any]) -> bytes:
    """Random bytes, random JSON, JSON as described, or nearly so."""
    operation = DOCUMENT["paths"][call.path][call.method.lower()]
    content = operation.get("requestBody", {}).get("content", {})
    how = draw(st.sampled_from(["described", "nearly", "json", "bytes", "none"]))
    if how == "bytes":
        return draw(st.binary(max_size=200))
    if how == "none":
        return b""
    if how == "json" or "application/json" not in content:
        return json.dumps(draw(json_values)).encode()
    value = with_session(draw(conforming(content["application/json"]["schema"])), client)
    if how == "nearly":
        value = mutated(value, draw)
    return json.dumps(value, ensure_ascii=draw(st.booleans())).encode("utf-8", "surrogatepass")


HEADERS = st.dictionaries(
    st.sampled_from(
        ["Content-Type", "Range", "If-Range", "X-Client-Id", "Host", "Accept", "X-Skill-Source",
         "Authorization", "Expect-CT", "Cookie"]),
    st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=40),
    max_size=3,
)  # fmt: skip


def fuzz(busy: tuple[Client, MockHandle], data: st.DataObject) -> None:
    client, mock = busy
    call = data.draw(st.sampled_from(FUZZED))
    request = {
        "method": call.method,
        "url": path_of(call, client, data.draw),
        "content": body_for(call, client, data.draw),
        "headers": data.draw(HEADERS),
    }
    judge(client.request(**request), mock, request)


@QUICK
@given(st.data())
def test_any_call(busy: tuple[Client, MockHandle], data: st.DataObject) -> None:
    fuzz(busy, data)


@pytest.mark.slow
@pytest.mark.parametrize("_", range(4))
def test_any_call_ten_thousand_times(busy: tuple[Client, MockHandle], _: int) -> None:
    LONG(given(st.data())(lambda data: fuzz(busy, data)))()


@QUICK
@given(
    st.lists(st.tuples(st.text(max_size=60), st.binary(max_size=100)), max_size=3),
    st.sampled_from(["", ".mp4", "/a.mp4", "\0.mp4", ".wav"]),
)
def test_any_upload(
    busy: tuple[Client, MockHandle], files: list[tuple[str, bytes]], ending: str
) -> None:
    client, mock = busy
    named = [
        (name.encode("utf-8", "replace").decode() + ending, MP4 + data) for name, data in files
    ]
    judge(client.upload(*named), mock, named)


@QUICK
@given(st.binary(max_size=400), st.binary(max_size=60))
def test_any_form(busy: tuple[Client, MockHandle], body: bytes, boundary: bytes) -> None:
    client, mock = busy
    kind = b"multipart/form-data; boundary=" + bytes(one for one in boundary if 32 < one < 127)
    framed = b"--b\r\n" + body if b"x" in boundary else body
    path = f"/api/upload-video/nemo_agent/me/{client.session}"
    answer = client.post(path, content=framed, headers={"content-type": kind.decode()})
    judge(answer, mock, (kind, framed))


@QUICK
@given(st.sampled_from(["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD"]), st.text(max_size=60))
def test_any_path(busy: tuple[Client, MockHandle], method: str, path: str) -> None:
    client, mock = busy
    for spelled in (quote(path), quote(path, safe="/?%&=")):
        judge(client.request(method, f"/{spelled.lstrip('/')}"), mock, spelled)


@QUICK
@given(st.binary(max_size=300))
def test_any_bytes_on_the_socket(busy: tuple[Client, MockHandle], data: bytes) -> None:
    client, mock = busy
    url = httpx.URL(mock.url)
    for start in (b"", b"POST /run_sse HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n"):
        with socket.create_connection((url.host, url.port or 80), PATIENCE) as sock:
            sock.sendall(start + data)
            sock.shutdown(socket.SHUT_WR)
            sock.settimeout(PATIENCE)
            first = sock.recv(65536)
        assert not first.startswith(b"HTTP/1.1 5") or first.startswith(b"HTTP/1.1 501")
    assert client.get("/_mock/bugs").json() == {"bugs": []}


def test_a_body_of_a_thousand_megabytes_in_constant_memory(
    busy: tuple[Client, MockHandle],
) -> None:
    """Declared as long as that; 40 MB of it are sent before the answer is read."""
    client, mock = busy

    def chunks() -> Iterator[bytes]:
        for _ in range(40):
            yield b"x" * (1 << 20)

    for call in API:
        if call.method == "POST":
            path = call.path.format(uid="me", sid=client.session, rid="r", pid=client.task)
            judge(client.post(path, content=chunks()), mock, call.name)


def test_deeply_nested_drafts(busy: tuple[Client, MockHandle]) -> None:
    client, mock = busy
    for depth in (50, 500, 900, 990, 5000):
        deep = '{"a":' * depth + "1" + "}" * depth
        body = f'{{"id":"n{depth}","sessionId":"{client.session}","draft":{deep}}}'
        judge(client.post("/api/render/proxy/lambda", content=body), mock, depth)
        judge(client.put(f"/_mock/drafts/{client.session}", content=deep), mock, depth)
        judge(client.state(), mock, depth)
    client.put(f"/_mock/drafts/{client.session}", json={})


def test_hostile_numbers_and_texts(busy: tuple[Client, MockHandle]) -> None:
    client, mock = busy
    for text in (
        "9" * 5000,
        "1e999",
        "-0",
        '"\\ud800"',
        '"\\u0000"',
        "NaN",
        "true",
        '"🎬"',
        "1" + "0" * 400,
    ):
        for body in (
            f'{{"task_name":{text},"language":"en"}}',
            f'{{"task_name":"p","language":{text}}}',
            f'{{"user_id":"x","credits":{text}}}',
            f'{{"urls":[{text}],"source_type":"url"}}',
            f'{{"id":"h","sessionId":"{client.session}","draft":{{"d":{text},"t":[]}}}}',
        ):
            for path in (
                "/api/tasks/me/with-session/nemo_agent", "/_mock/accounts",
                f"/api/upload-video/nemo_agent/me/{client.session}", "/api/render/proxy/lambda",
            ):  # fmt: skip
                kind = {"content-type": "application/json"}
                judge(client.post(path, content=body, headers=kind), mock, (path, body))


def test_a_client_that_leaves_in_the_middle(busy: tuple[Client, MockHandle]) -> None:
    client, mock = busy
    url = httpx.URL(mock.url)
    head = (
        f"POST /api/upload-video/nemo_agent/me/{client.session} HTTP/1.1\r\nHost: localhost\r\n"
        f"Authorization: {client.headers['authorization']}\r\nContent-Length: 100000\r\n"
        "Content-Type: multipart/form-data; boundary=b\r\n\r\n--b\r\nContent-Disposition: "
        'form-data; name="files"; filename="a.mp4"\r\n\r\n'
    )
    for _ in range(20):
        with socket.create_connection((url.host, url.port or 80), PATIENCE) as sock:
            sock.sendall(head.encode() + MP4)
    client.upload(("after.mp4", MP4))
    for _ in range(200):
        if not list((mock.mock.data.path / "tmp").iterdir()):
            break
        client.state()
    assert list((mock.mock.data.path / "tmp").iterdir()) == []


def test_a_client_that_is_too_slow(
    busy: tuple[Client, MockHandle], monkeypatch: pytest.MonkeyPatch
) -> None:
    _, mock = busy
    monkeypatch.setattr("mock_server.api.request.IDLE_SECONDS", 0.1)
    url = httpx.URL(mock.url)
    with socket.create_connection((url.host, url.port or 80), PATIENCE) as sock:
        sock.sendall(
            b"POST /api/auth/anonymous-token HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\n{"
        )
        answer = b""
        while b"}" not in answer and (more := sock.recv(65536)):
            answer += more
    assert answer.startswith(b"HTTP/1.1 408")
    assert b'"code":408' in answer


def test_a_damaged_request_leaves_no_trace_of_tokens(tmp_path: Path) -> None:
    with mock_server.start(data=tmp_path, act=act, render=render, probe=probe) as mock:
        with Client(mock) as client:
            client.connect()
            token = client.headers["authorization"].split()[1]
            client.get(f"/{token}")
            client.get(f"/api/render/proxy/lambda/{token}")
            client.say(f"show {token}")
        log = json.dumps(mock.requests())
        assert token not in log
        assert log.count("nmv_usr_…") == 3 or log.count("nmv_usr_\\u2026") == 3
