"""Who is answered: programs of this machine and the mock's own pages, for every call there is."""

from __future__ import annotations

import socket
from typing import Any

import httpx
import pytest
from support.mock_server import Client, start

import mock_server
from mock_server.api.calls import CALLS
from mock_server.api.gate import refusal
from mock_server.config import MockConfig
from mock_server.server import MockHandle

LINK = {"sec-fetch-mode": "navigate", "sec-fetch-dest": "document"}


def raw(mock: MockHandle, target: str, *headers: str, version: str = "1.1") -> str:
    """The first line and the body of what comes back for exactly these header lines."""
    url = httpx.URL(mock.url)
    head = "".join(f"{line}\r\n" for line in (*headers, "Connection: close"))
    with socket.create_connection((url.host, url.port or 80), 5) as sock:
        sock.sendall(f"GET {target} HTTP/{version}\r\n{head}\r\n".encode("latin-1"))
        answer = b""
        while more := sock.recv(65536):
            answer += more
    return answer.decode()


def port(mock: MockHandle) -> int:
    return httpx.URL(mock.url).port or 80


@pytest.mark.parametrize("call", CALLS, ids=lambda one: one.name)
@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Origin": "https://evil.example"},
        {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "image"},
    ],
    ids=lambda one: next(iter(one)),
)
def test_no_call_answers_a_stranger(
    mock: MockHandle, client: Client, call: Any, headers: dict[str, str]
) -> None:
    before, draft = len(mock.requests()), client.draft()
    path = call.path.format(
        uid="me", sid=client.session, pid=client.task, rid="r", folder="uploads", name="x"
    )
    answer = client.request(call.method, path, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (403, 403)
    assert (len(mock.requests()), client.draft()) == (before + 1, draft), "nothing happened"


def test_unknown_paths_and_methods_are_behind_the_gate_too(client: Client) -> None:
    for method, path in (("GET", "/nothing"), ("DELETE", "/run_sse"), ("OPTIONS", "/_mock/reset")):
        assert client.request(method, path, headers={"Host": "evil.example"}).status_code == 403


FOREIGN = [
    "evil.example",
    "evil.example:{port}",
    "127.0.0.1.evil.example",
    "127.0.0.1.evil.example:{port}",
    "localhost.evil.example",
    "evil.localhost",
    "evillocalhost",
    "user@127.0.0.1",
    "127.0.0.1@evil.example",
    "user:pass@localhost:{port}",
    "127.0.0.1.",
    "127.1",
    "2130706433",
    "0x7f.0.0.1",
    "0177.0.0.1",
    "128.0.0.1",
    "0.0.0.0",
    "192.168.1.7",
    "[::2]",
    "[::1",
    "::1",
    "[::ffff:8.8.8.8]",
    "[127.0.0.1.evil.example]",
    "localhost:x",
    "localhost:80:80",
    "localhost/",
    "localhost, evil.example",
    "localhost evil.example",
    "localhost..",
    ".",
    "",
    "\xb2",
    "localhost\xe9",
]


@pytest.mark.parametrize("host", FOREIGN)
def test_a_foreign_host(mock: MockHandle, host: str) -> None:
    answer = raw(mock, "/_mock/settings", f"Host: {host.format(port=port(mock))}")
    assert answer.startswith(("HTTP/1.1 403 ", "HTTP/1.1 400 ")), "400: not even HTTP"
    assert '"credits"' not in answer
    if answer.startswith("HTTP/1.1 403 "):
        assert "--allow-host" in answer


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "127.0.0.1:{port}", "127.0.0.1:1", "127.0.0.1:", "127.9.9.9", "localhost",
     "LOCALHOST:{port}", "LocalHost.", "localhost.:{port}", "[::1]", "[::1]:{port}",
     "[0:0:0:0:0:0:0:1]", "[::ffff:127.0.0.1]:{port}", "[::FFFF:7f00:1]"],
)  # fmt: skip
def test_a_name_of_this_machine(mock: MockHandle, host: str) -> None:
    answer = raw(mock, "/_mock/settings", f"Host: {host.format(port=port(mock))}")
    assert answer.startswith("HTTP/1.1 200 "), answer


def test_one_host_header_and_no_other_number(mock: MockHandle) -> None:
    assert raw(mock, "/_mock/settings", version="1.0").startswith("HTTP/1.1 403 ")
    for lines in ((), ("Host: localhost", "Host: evil.example"), ("Host: localhost",) * 2):
        assert raw(mock, "/_mock/settings", *lines).startswith(("HTTP/1.1 403 ", "HTTP/1.1 400 "))
    scope = {"path": "/", "headers": [(b"host", b"localhost")] * 2}
    assert "2 Host headers" in refusal(scope, MockConfig())


def test_targets_that_are_whole_urls(mock: MockHandle) -> None:
    """RFC 9112 (3.2.2): the host of the URL counts, whatever the Host header says."""
    for host in ("localhost", "LocalHost:1", "127.0.0.1"):
        answer = raw(mock, f"http://{host}/_mock/settings?a=b", "Host: evil.example")
        assert answer.startswith("HTTP/1.1 200 ")
    for host in ("evil.example", "evil.example:80", "user@localhost", ""):
        answer = raw(mock, f"http://{host}/_mock/settings", "Host: localhost")
        assert answer.startswith("HTTP/1.1 403 ")
    assert "send the path only" in raw(mock, "*", "Host: localhost")


@pytest.mark.parametrize(
    "origin",
    ["https://evil.example", "null", "", "http://localhost:{other}", "http://127.0.0.1",
     "http://localhost:{port}", "http://127.0.0.1:{port}.evil.example", "file://", "127.0.0.1:{port}",
     "ftp://127.0.0.1:{port}", "http://user@127.0.0.1:{port}", "moz-extension://0"],
)  # fmt: skip
def test_a_foreign_origin(mock: MockHandle, client: Client, origin: str) -> None:
    """Another port, and another name of this machine, is another site."""
    own = port(mock)
    headers = {"Origin": origin.format(port=own, other=own + 1)}
    answer = client.post("/_mock/settings", json={"credits": 10**6}, headers=headers)
    assert (answer.status_code, mock.mock.config.credits) == (403, 100)


def test_the_own_origin(mock: MockHandle, client: Client) -> None:
    for origin in (mock.url, mock.url.upper()):
        answer = client.post("/_mock/settings", json={"silent": 0}, headers={"Origin": origin})
        assert answer.status_code == 200
    plain = {"Origin": "http://localhost", "Host": "localhost:80"}
    assert client.get("/_mock", headers=plain).status_code == 200


@pytest.mark.parametrize("site", ["cross-site", "same-site", "CROSS-SITE", "", "odd"])
def test_pages_of_other_sites(mock: MockHandle, client: Client, site: str) -> None:
    headers = {"Sec-Fetch-Site": site}
    assert client.post("/_mock/reset", headers=headers).status_code == 403
    assert client.get("/_mock/requests", headers={**headers, **LINK}).status_code == 403
    assert client.state().status_code == 200


def test_what_a_person_opens_in_a_browser(mock: MockHandle, client: Client) -> None:
    body = {"task_id": client.task, "session_id": client.session}
    token = client.post("/api/auth/claim-token", json=body).json()["data"]["claim_token"]
    page = f"/workspace/claim?ct={token}"
    for site in ("none", "same-origin"):
        for path in (page, "/_mock", "/_mock/requests"):
            assert client.get(path, headers={"Sec-Fetch-Site": site, **LINK}).status_code == 200
    linked = {"Sec-Fetch-Site": "cross-site", **LINK}
    assert client.get(page, headers=linked).status_code == 200
    for other in ({"sec-fetch-dest": "iframe"}, {"sec-fetch-mode": "cors"}, {"Origin": "null"}):
        assert client.get(page, headers={**linked, **other}).status_code == 403
    client.say("show A")
    client.render()
    video = client.finish()["outputUrl"]
    player = {"Sec-Fetch-Site": "same-origin", "sec-fetch-dest": "video", "Range": "bytes=0-9"}
    assert client.get(video, headers=player).status_code == 206
    assert client.get(video, headers=linked).status_code == 200
    assert client.get(video, headers={**player, "Sec-Fetch-Site": "cross-site"}).status_code == 403


def test_a_large_body_of_a_stranger_is_answered(client: Client) -> None:
    answer = client.post("/run_sse", content=b"x" * (8 << 20), headers={"Host": "evil.example"})
    assert answer.status_code == 403


def test_names_that_were_allowed() -> None:
    with start(allow_hosts=["nemo-mock", "Mock.Internal", "10.1.2.3", "[fd00::1]"]) as mock:
        for host in ("nemo-mock", "NEMO-mock:8080", "mock.internal.", "10.1.2.3:1", "[fd00::1]:1"):
            answer = httpx.get(f"{mock.url}/_mock/openapi.json", headers={"Host": host})
            assert answer.json()["servers"] == [{"url": f"http://{host}"}]
        for host in ("nemo-mock.evil.example", "other", "10.1.2.4"):
            assert httpx.get(f"{mock.url}/_mock", headers={"Host": host}).status_code == 403
        origin = {"Host": "nemo-mock", "Origin": "http://nemo-mock"}
        assert httpx.get(f"{mock.url}/_mock", headers=origin).status_code == 200
        assert "allow_hosts" not in httpx.get(f"{mock.url}/_mock/settings").json()


@pytest.mark.parametrize(
    "name",
    ["", ".", "*", "http://mock", "mock:80", "a b", "mock/", "a,b", "-a", "[", "é", "1.2.3:4"],
)
def test_names_that_are_none(name: str) -> None:
    with pytest.raises(ValueError, match="allow-host"), mock_server.start(allow_hosts=[name]):
        pass


def test_the_address_it_was_bound_to_and_the_one_it_was_reached_at() -> None:
    with start(host="0.0.0.0") as mock:
        url = f"http://127.0.0.1:{port(mock)}/_mock"
        assert httpx.get(url, headers={"Host": f"0.0.0.0:{port(mock)}"}).status_code == 200
        assert httpx.get(url, headers={"Host": "192.168.1.7"}).status_code == 403
    scope = {"path": "/", "headers": [(b"host", b"192.168.1.7:81")], "server": ("192.168.1.7", 80)}
    assert refusal(scope, MockConfig()) == ""
    mapped = {**scope, "server": ("::ffff:192.168.1.7", 80)}
    assert refusal(mapped, MockConfig()) == ""
    assert refusal({**scope, "server": ("192.168.1.8", 80)}, MockConfig())
    assert refusal({**scope, "server": None}, MockConfig(host=""))
