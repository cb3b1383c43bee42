"""Every call that the vendor's published documents make, as one table: document, call, what comes back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import httpx
import pytest
from support.mock_server import MP4, Client, said, start
from support.waiting import until

from mock_server.server import MockHandle

DRAFT = {
    "m": {"width": 640, "height": 360},
    "d": 1000,
    "t": [{"tt": 7, "sg": [{"s": 0, "d": 1000}]}],
}


@dataclass
class Place:
    """What the paths and bodies of the table are filled with."""

    mock: MockHandle
    client: Client
    user: str
    token: str
    claim: str
    ids: Iterator[int] = field(default_factory=lambda: iter(range(100)))

    def fill(self, value: Any) -> Any:
        if isinstance(value, dict):
            return {key: self.fill(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [self.fill(inner) for inner in value]
        if not isinstance(value, str):
            return value
        names = {"SID": self.client.session, "UID": self.user, "PID": self.client.task}
        names |= {"TOKEN": self.token, "CLAIM": self.claim, "NEW": f"new_{next(self.ids)}"}
        for name, text in names.items():
            value = value.replace(f"<{name}>", text)
        return value


class Row(NamedTuple):
    source: str
    call: str
    body: Any = None
    wanted: tuple[str, ...] = ()
    how: dict[str, Any] | None = None


def message(**fields: Any) -> dict[str, Any]:
    parts = [{"text": "how are you"}]
    new = {"role": "user", "parts": parts}
    return {"app_name": "nemo_agent", "session_id": "<SID>", "new_message": new, **fields}


def render(**fields: Any) -> dict[str, Any]:
    return {"id": "<NEW>", "sessionId": "<SID>", "draft": DRAFT, **fields}


MP4_OUT = {"format": "mp4", "quality": "high"}
CLI_OUT = {"format": "mp4", "codec": "h264", "crf": 23}
RENDERS, SERVICES = "/api/render/proxy", "/services/v1/render-proxy"
STATE, TASKS = "/api/state/nemo_agent", "/api/tasks/me/with-session/nemo_agent"
UPLOADS, FILE = "/api/upload-video/nemo_agent", {"files": [("files", ("a.mp4", MP4))]}
CLIENT = "/api/auth/anonymous-token"

PUBLISHED = [
    Row("1.x", f"POST {CLIENT}", None, ("token", "user_id", "credits", "expires_at"),
        {"headers": {"X-Client-Id": "3f0c1c50-0000-4000-8000-000000000001"}}),
    Row("1.9", f"POST {CLIENT}", None, ("token",),
        {"headers": {"X-Client-Id": "client-1750000000-8f3a"}}),
    Row("0.x", f"POST {CLIENT}", None, ("token",), {"headers": {"X-Client-Id": "x" * 64}}),
    Row("4.4", "POST /api/auth/claim-token", {"task_id": "<PID>", "session_id": "<SID>"},
        ("claim_token", "expires_in")),
    Row("1.x", f"POST {TASKS}", {"task_name": "project", "language": "zh-CN"},
        ("task_id", "session_id", "user_id")),
    Row("many", f"POST {TASKS}", {"task_name": "project"}, ("task_id", "session_id")),
    Row("1.x", f"GET {STATE}/me/<SID>/latest", None, ("state", "session_id", "task_id")),
    Row("0.x-4.6", f"GET {STATE}/<UID>/<SID>/latest", None, ("state",)),
    Row("1.x", "POST /run_sse", message(user_id="me")),
    Row("0.x-4.6", "POST /run_sse", message(user_id="<UID>")),
    Row("1.x", "POST /run_sse", message()),
    Row("1.x", f"POST {UPLOADS}/me/<SID>", None, ("files", "session_state_applied"), FILE),
    Row("0.x-4.6", f"POST {UPLOADS}/<UID>/<SID>", None, ("files",), FILE),
    Row("1.x", "GET /api/credits/balance/simple", None, ("available", "frozen", "total")),
    Row("1.x", f"POST {RENDERS}/lambda", render(output=MP4_OUT), ("id", "status")),
    Row("4.4", f"POST {RENDERS}/lambda", render(), ("id", "status", "progress")),
    Row("0.1.5", f"POST {RENDERS}/lambda", render(projectId="<PID>", output=MP4_OUT), ("id",)),
    Row("first", f"POST {RENDERS}/draft", render(output=MP4_OUT), ("status",)),
    Row("first", f"POST {RENDERS}/draft", {"sessionId": "<SID>", "draft": DRAFT}, ("id", "status")),
    Row("1.x", f"GET {RENDERS}/lambda/done", None, ("status", "progress")),
    Row("4.4", f"GET {RENDERS}/lambda/done", None, ("createdAt", "completedAt", "outputUrl")),
    Row("first", f"GET {RENDERS}/done", None, ("status",)),
    Row("4.4", f"GET {RENDERS}/done/download"),
    Row("RFC 9110", f"HEAD {RENDERS}/done/download"),
    Row("RFC 9110", "OPTIONS /run_sse"),
    Row("RFC 9110", "GET /api/credits/balance/simple", None, ("available",),
        {"headers": {"Range": "bytes=0-1"}}),
    Row("CLI", "POST /auth/verify", {"token": "<TOKEN>"}, ("user_id", "balance")),
    Row("CLI", "POST /projects", {"create_session": True}, ("project_id", "user_id", "session")),
    Row("CLI", "POST /projects", {"create_session": True, "name": "n"}, ("project_id", "session")),
    Row("CLI", "GET /projects", None, ("projects",)),
    Row("CLI", "GET /projects/<PID>", None, ("project_id", "name", "created_at", "updated_at")),
    Row("CLI", "GET /projects/<PID>/sessions", None, ("sessions",)),
    Row("CLI", "GET /api/v1/state/frontend/<PID>", None, ("project", "version", "projectName")),
    Row("CLI", "POST /files/upload", None, ("file_id", "filename", "url"),
        {"files": {"file": ("a.mp4", MP4)}, "data": {"session_id": "<SID>"}}),
    Row("CLI", f"POST {SERVICES}/lambda", render(output=CLI_OUT), ("render_id", "status")),
    Row("CLI", f"POST {SERVICES}/lambda", render(projectId="<PID>", output=CLI_OUT), ("render_id",)),
    Row("CLI", f"GET {SERVICES}/lambda/done", None, ("status", "progress", "outputUrl")),
    Row("CLI", f"GET {SERVICES}/done/download"),
    Row("CLI", f"GET {SERVICES}/<PID>/download", None, ("output",)),
    Row("CLI", "GET /billing/balance", None, ("available", "frozen", "total_granted", "total_consumed")),
    Row("CLI", "GET /billing/usage/conversations?page_no=1&page_size=10"
        "&start_date=2020-01-01&end_date=2090-01-01", None,
        ("items", "total", "total_pages", "has_next")),
    Row("CLI", "POST /api/auth/exchange-claim-token", {"claim_token": "<CLAIM>"}, ("project_id",)),
]  # fmt: skip


@pytest.fixture(scope="module")
def place() -> Iterator[Place]:
    with start(credits=10**6, token_limit=100) as mock, Client(mock) as client:
        client.connect()
        client.say("show A")
        client.render("done")
        client.finish("done")
        session = {"task_id": client.task, "session_id": client.session}
        claim = client.post("/api/auth/claim-token", json=session).json()["data"]["claim_token"]
        token = client.headers["Authorization"].removeprefix("Bearer ")
        user = mock.mock.accounts.holder(token)
        yield Place(mock, client, user["id"], token, claim)


def free(mock: MockHandle) -> None:
    """One render at a time in a session: wait for the one before."""
    running = "select 1 from renders where status in ('pending', 'processing')"
    until(lambda: mock.mock.store.value(running) is None)


@pytest.mark.parametrize("row", PUBLISHED, ids=lambda row: f"{row.source} {row.call[:60]}")
def test_a_published_call_works(place: Place, row: Row) -> None:
    method, _, path = place.fill(row.call).partition(" ")
    if method == "POST" and "render" in path:
        free(place.mock)
    how = {
        key: place.fill(value) if key == "data" else value for key, value in (row.how or {}).items()
    }
    answer = place.client.request(method, path, json=place.fill(row.body), **how)
    assert answer.status_code in (200, 204), answer.text
    if row.wanted:
        body = answer.json()
        assert body.get("code", 0) == 0
        assert set(row.wanted) <= body["data"].keys()
    if (method, path) == ("POST", "/run_sse"):
        assert said(answer.text) == "What shall I show?"
    if method == "OPTIONS":
        assert answer.headers["allow"] == "OPTIONS, POST"


def test_the_first_skill_reads_task_id() -> None:
    with start(render_dialect="v0") as mock, Client(mock) as client:
        client.connect().say("show A")
        body = {"id": "r", "sessionId": client.session, "draft": client.draft()}
        assert client.post(f"{RENDERS}/draft", json=body).json()["taskId"] == "r"
        client.finish("r")
        assert client.get(f"{RENDERS}/r").json()["output"]["url"].startswith(mock.url)


def test_another_user_is_nobody(client: Client) -> None:
    assert client.get(f"{STATE}/anon_other/{client.session}/latest").json()["code"] == 1002
    answer = client.post("/run_sse", json=client.message("show A") | {"user_id": "anon_other"})
    assert answer.status_code == 404
    upload = client.post(
        f"{UPLOADS}/anon_other/{client.session}", files=[("files", ("a.mp4", MP4))]
    )
    assert upload.json()["code"] == 1002


def test_tokens_by_the_hour() -> None:
    with start(hourly_token_limit=2, token_limit=4) as mock:

        def ask(number: int) -> int:
            with Client(mock, number) as client:
                return client.anonymous().status_code

        assert [ask(number) for number in range(3)] == [200, 200, 429]
        mock.advance(3601)
        assert [ask(number) for number in (3, 4, 5)] == [200, 200, 429]
        mock.advance(3601)
        assert ask(6) == 429, "four in seven days"


def test_a_token_that_lasts() -> None:
    with start(token_expires=False) as mock, Client(mock) as client:
        assert "expires_at" not in client.anonymous().json()["data"]
    with start() as mock, Client(mock) as client:
        client.connect()
        mock.change(token_expires=False)
        mock.advance(8 * 86400)
        assert client.state().json()["code"] == 1001
        client.connect()
        mock.advance(800 * 86400)
        assert client.state().json()["code"] == 0


def test_output_on_another_host(client: Client, mock: MockHandle) -> None:
    client.say("show A")
    mock.change(output_base=mock.url.replace("127.0.0.1", "localhost"))
    client.render()
    url = client.finish()["outputUrl"]
    assert url.startswith("http://localhost:")
    assert httpx.get(url).status_code == 200


def test_the_times_of_a_render_are_milliseconds(client: Client, mock: MockHandle) -> None:
    client.say("show A")
    before = mock.mock.clock.now() * 1000
    client.render()
    done = client.finish()
    assert (
        before - 1 <= done["createdAt"] <= done["completedAt"] <= mock.mock.clock.now() * 1000 + 1
    )


@pytest.mark.parametrize(
    ("url", "fine"),
    [
        ("https://clips.test/a.mp4", True),
        ("https://CLIPS.test:8443/a.mp4?x=1", True),
        ("http://clips.test/a.mp4", False),
        ("https://clips.test.evil/a.mp4", False),
        ("https://evil/clips.test/a.mp4", False),
        ("https://clips.test@evil/a.mp4", False),
        ("ftp://clips.test/a.mp4", False),
    ],
)
def test_https_uploads_come_from_hosts_that_are_allowed(
    url: str, fine: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    fetch: Callable[..., Any] = lambda url, path, limit: asked.append(url) or _kept(path)  # noqa: E731
    monkeypatch.setattr("mock_server.media.fetch.fetch", fetch)
    with start(fetch_hosts=["clips.test"]) as mock, Client(mock) as client:
        client.connect()
        body = {"urls": [url], "source_type": "url"}
        answer = client.post(f"{UPLOADS}/me/{client.session}", json=body)
        assert (answer.json().get("code") == 0) is fine
        assert asked == ([url] if fine else [])
        assert fine or "--fetch-host" in answer.text
        assert "fetch_hosts" not in client.get("/_mock/settings").json()


def _kept(path: Any) -> Any:
    from mock_server.state.uploads import Part

    part = Part("a.mp4", path)
    part.write(MP4)
    part.finish()
    return part


def test_options_say_what_a_path_allows(client: Client) -> None:
    allow = {
        "/projects": "GET, HEAD, OPTIONS, POST",
        "/run_sse": "OPTIONS, POST",
        f"{STATE}/me/1/latest": "GET, HEAD, OPTIONS",
    }
    for path, methods in allow.items():
        answer = client.options(path)
        assert (answer.status_code, answer.headers["allow"]) == (204, methods)
    assert client.options("/coffee").status_code == 501
