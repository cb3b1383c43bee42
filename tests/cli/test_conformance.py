"""The checks of a server: complete, harmless unless allowed, right about the mock, wrong about none."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from support.commands import Call

from mock_server import start
from mock_server.server import MockHandle
from mock_server.spec.facts import FACTS
from nemo_spec.conformance import World, check_all, checked_facts
from nemo_spec.conformance.facts import CHECKS, UNTESTABLE
from nemo_spec.conformance.world import clip
from nemo_spec.harness.bundled_mock import documented_facts
from nemo_spec.nemo.client import Nemo
from nemo_spec.nemo.raw_client import RawClient
from nemo_spec.nemo.settings import Settings


def statuses(out: str) -> dict[str, str]:
    return {one["fact"]: one["status"] for one in json.loads(out)["facts"]}


def test_every_documented_fact_is_checked_or_has_a_reason():
    documented = {fact.id for fact in FACTS if fact.status == "documented"}
    assert checked_facts() == documented == set(documented_facts())
    assert CHECKS.keys().isdisjoint(UNTESTABLE)
    assert len(CHECKS) > 40
    assert all(UNTESTABLE.values())


def test_the_bundled_mock_breaks_no_fact(call: Call):
    outcome = call("conformance")
    assert outcome.code == 0, outcome.out
    met, not_met, not_testable = (int(p.split()[0]) for p in outcome.lines[-1].split(", "))
    assert (not_met, met + not_testable) == (0, len(documented_facts()))
    assert met >= 37
    assert outcome.lines[0].startswith("✓ met          envelope")


def looked_at(mock: MockHandle, *facts: str) -> dict[str, str]:
    """The status of some facts about a mock, with leave to spend."""
    settings = Settings(api_url=mock.url, web_url=mock.url)
    with Nemo(settings) as nemo:
        token = nemo.anonymous_token(str(uuid4())).token
    probe = RawClient(settings, token)
    world = World(probe, spend=True, poll_every=0.02)
    found = {result.fact: result.status for result in check_all(world, facts)}
    probe.close()
    return found


@pytest.mark.parametrize(
    ("dialect", "render_dialect", "met", "other"),
    [
        ("flat", "v0", {"sse-flat", "render-bare"}, {"sse-adk", "sse-text", "render-v44"}),
        ("text", "v1.9", {"sse-text", "render-bare"}, {"sse-adk", "sse-flat", "render-v44"}),
        ("adk-stream", "v4.4", {"sse-adk", "sse-partial", "render-v44"}, {"sse-flat", "sse-text"}),
    ],
)
def test_each_dialect_is_recognised(
    dialect: str, render_dialect: str, met: set[str], other: set[str]
):
    with start(dialect=dialect, render_dialect=render_dialect, silent=0.0) as mock:
        found = looked_at(mock, *met, *other)
    assert found == dict.fromkeys(met, "met") | dict.fromkeys(other, "not testable")


def test_without_leave_to_spend_only_what_reads_is_sent(call: Call, service: MockHandle):
    outcome = call("conformance", "--server", service.url, "--format", "json")
    assert outcome.code == 0
    found = statuses(outcome.out)
    for name, check in CHECKS.items():
        assert found[name] == ("not testable" if check.spends else "met"), name
    done = [one for one in service.requests() if one["status"] in (200, None)]
    assert {one["call"] for one in done} <= {"anonymous_token", "credits"}
    assert service.mock.store.all("select * from sessions") == []
    assert service.mock.store.value("select sum(balance) from users") == 500


@pytest.mark.parametrize(
    ("fact", "fault"),
    [
        ("envelope", {"fault": "error", "code": 500, "call": "credits"}),
        ("attribution", {"fault": "error", "code": 409, "call": "render"}),
        ("anonymous-token", {"fault": "error", "code": 500, "call": "anonymous_token"}),
        ("client-id-missing", {"fault": "error", "code": 422, "call": "anonymous_token"}),
        ("one-token", {"fault": "error", "code": 400, "call": "anonymous_token", "skip": 1}),
        ("claim", {"fault": "error", "code": 404, "call": "claim_token"}),
        ("claim-page", {"fault": "error", "code": 404, "call": "claim_page"}),
        ("session-missing", {"fault": "error", "code": 404, "call": "state"}),
        ("session-missing-sse", {"fault": "error", "code": 500, "call": "run_sse"}),
        ("upload-types", {"fault": "error", "code": 4002, "call": "upload"}),
        ("upload-urls", {"fault": "error", "code": 500, "call": "upload", "skip": 1}),
        ("credits", {"fault": "error", "code": 500, "call": "credits"}),
        ("sse-twice", {"fault": "claimed_not_applied", "skip": 1}),
        ("draft-keys", {"fault": "claimed_not_applied"}),
        ("render-states", {"fault": "render_failed"}),
        ("render", {"fault": "error", "code": 409, "call": "render", "skip": 1}),
        ("output-url", {"fault": "output_unreachable"}),
        ("cancel", {"fault": "error", "code": 409, "call": "render_cancel"}),
    ],
)
def test_a_server_that_breaks_a_fact_is_found_out(fact: str, fault: dict[str, Any]):
    with start(silent=0.0, render=quick_render) as mock:
        assert looked_at(mock, fact) == {fact: "met"}
    with start(silent=0.0, render=quick_render) as mock:
        if fault.get("call") == "anonymous_token":
            fault = {**fault, "skip": fault.get("skip", 0) + 1}
        mock.fault(**{"name": fault["fault"], "times": -1, **without(fault, "fault")})
        assert looked_at(mock, fact) == {fact: "not met"}


def without(fields: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if key != name}


def quick_render(draft: Any, media: Any, out: Path, **options: Any) -> None:
    """The renderer itself has its own tests. One upright render is begun, to be cancelled: it is never over
    before."""
    while options.get("height") == 1920:
        options["on_progress"](0.5)
        time.sleep(0.005)
    out.write_bytes(clip())


@pytest.mark.parametrize(
    ("fact", "settings"),
    [
        ("anonymous-token", {"credits": 700}),
        ("price-session", {"price_per_session": 5}),
        ("price-clip", {"price_per_clip": 7, "credits": 300}),
    ],
)
def test_wrong_numbers_are_found_out(fact: str, settings: dict[str, Any]):
    with start(silent=0.0, **settings) as mock:
        assert looked_at(mock, fact) == {fact: "not met"}


class Odd(BaseHTTPRequestHandler):
    """Answers everything with the same body."""

    body = b""

    def do_GET(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        self.rfile.read(length)
        self.send_response(200)
        self.send_header("Content-Length", str(len(self.body)))
        self.end_headers()
        self.wfile.write(self.body)

    do_POST = do_GET

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def odd() -> Iterator[ThreadingHTTPServer]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Odd)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


TOKEN = {"token": "nmv_usr_x123456789", "user_id": 5, "available": 1, "expires_at": "2999"}


@pytest.mark.parametrize(
    "data",
    [
        TOKEN,
        {**TOKEN, "session_id": 12, "task_id": None, "files": 7, "state": None, "status": "done"},
        {
            **TOKEN,
            "session_id": "../..",
            "files": [[]],
            "state": {"draft": []},
            "status": "completed",
            "claim_token": 3,
            "output": {"url": "http://127.0.0.1:9/\x1b[2J"},
            "frozen": "x",
        },
        {**TOKEN, "files": [{"duration": "long"}], "state": {"draft": {"t": [{}]}}, "status": []},
    ],
)
def test_a_server_of_another_kind_is_told_so_and_breaks_nothing(
    call: Call, odd: ThreadingHTTPServer, monkeypatch: pytest.MonkeyPatch, data: dict[str, Any]
):
    monkeypatch.setattr(Odd, "body", json.dumps({"code": 0, "data": data}).encode())
    url = f"http://127.0.0.1:{odd.server_port}"
    outcome = call("conformance", "--server", url, "--spend")
    assert outcome.code == 1
    assert "\x1b" not in outcome.out
    assert outcome.lines[-1].split(", ")[1] != "0 not met"
    assert any(line.startswith("✗ not met      bearer") for line in outcome.lines)


@pytest.mark.parametrize(
    ("server", "code", "said"),
    [
        ("http://127.0.0.1:9", 3, "cannot be reached"),
        ("ftp://127.0.0.1", 2, "must be an http or https address"),
        ("nonsense", 2, "must be an http or https address"),
    ],
)
def test_a_server_that_is_none(call: Call, server: str, code: int, said: str):
    outcome = call("conformance", "--server", server)
    assert (outcome.code, said in outcome.err) == (code, True)


def test_the_token_of_the_service_goes_to_no_other_server(
    call: Call, service: MockHandle, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("NEMO_TOKEN", "nmv_usr_OfTheRealService")
    with start() as other:
        assert call("conformance", "--server", other.url).code == 0
        assert other.requests(call="anonymous_token") != []
    assert call("conformance", "--server", service.url).code == 3, "its own server refuses it"
