"""Renders: sizes, states, cancelling, ranges."""

from __future__ import annotations

import json
import threading
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.mock_server import Client, render, start
from support.waiting import PATIENCE

from mock_server.api.errors import ApiError
from mock_server.render.worker import frame
from mock_server.server import MockHandle

RENDER = "/api/render/proxy/lambda"
TITLE = {"s": 0, "d": 1000, "text": "x"}


@pytest.mark.parametrize(
    ("canvas", "output", "size"),
    [
        ((1920, 1080), {}, (1920, 1080)),
        ((640, 360), {}, (640, 360)),
        ((3840, 2160), {}, (1920, 1080)),
        ((2160, 3840), {}, (1080, 1920)),
        ((1081, 1921), {}, (1080, 1920)),
        ((641, 361), {}, (640, 360)),
        ((640, 360), {"resolution": "1080p"}, (1920, 1080)),
        ((360, 640), {"resolution": "1080p"}, (1080, 1920)),
        ((500, 500), {"resolution": "1080p"}, (1080, 1080)),
        ((640, 480), {"resolution": "720p"}, (960, 720)),
        ((1920, 800), {"resolution": "720p"}, (1280, 534)),
        ((640, 360), {"resolution": "1080x1920"}, (1080, 1920)),
        ((640, 360), {"resolution": "720x720"}, (720, 720)),
    ],
)
def test_sizes(canvas: tuple[int, int], output: dict[str, Any], size: tuple[int, int]) -> None:
    draft = {"m": {"width": canvas[0], "height": canvas[1]}}
    found = frame(draft, output)
    assert (found["width"], found["height"]) == size


@pytest.mark.parametrize("asked", ["4k", "2160p", "1920x1200", "2000x1000", "p", "0x0", "1080", ""])
def test_sizes_that_are_refused(asked: str) -> None:
    with pytest.raises(ApiError):
        frame({}, {"resolution": asked})


@given(st.integers(16, 16384), st.integers(16, 16384), st.sampled_from(["1080p", "720p", None]))
def test_sizes_are_even_and_within_bounds(wide: int, high: int, asked: str | None) -> None:
    output = {} if asked is None else {"resolution": asked}
    found = frame({"m": {"width": wide, "height": high}}, output)
    width, height = found["width"], found["height"]
    assert width % 2 == height % 2 == 0
    assert max(width, height) <= 1920
    assert 16 <= min(width, height) <= 1080


@pytest.mark.parametrize(
    ("output", "quality"),
    [
        ({}, "high"),
        ({"quality": "low"}, "low"),
        ({"crf": 18}, "high"),
        ({"crf": 23}, "medium"),
        ({"crf": 40}, "low"),
    ],
)
def test_quality(output: dict[str, Any], quality: str) -> None:
    assert frame({}, output)["quality"] == quality


BAD = [
    {"draft": {}},
    {"draft": {"t": []}},
    {"draft": {"t": [{"tt": 0, "sg": []}]}},
    {"draft": {"t": 5}},
    {"draft": {"t": [{"tt": 0, "sg": [5]}]}},
    {"draft": {"d": 1e12, "t": [{"tt": 0, "sg": [TITLE]}]}},
    {"draft": {"t": [{"tt": 0, "sg": [{"s": 0, "d": "1"}]}]}},
    {"draft": {"m": [], "t": [{"tt": 0, "sg": [TITLE]}]}},
    {"draft": {"m": {"width": "x"}, "t": [{"tt": 0, "sg": [TITLE]}]}},
    {"output": {"format": "mov"}},
    {"output": {"codec": "hevc"}},
    {"output": {"fps": 0}},
    {"output": {"quality": "best"}},
    {"id": ""},
    {"id": "a/b"},
    {"id": "x" * 300},
    {"id": "ü"},
    {"sessionId": 5},
]


@pytest.mark.parametrize("change", BAD, ids=str)
def test_bad_render_requests_are_422(client: Client, change: dict[str, Any]) -> None:
    client.say("show A")
    body = {"id": "r", "sessionId": client.session, "draft": client.draft(), **change}
    answer = client.post(RENDER, json=body)
    assert (answer.status_code, answer.json()["success"]) == (422, False)
    assert answer.json()["error"]


def test_an_id_is_used_once(client: Client) -> None:
    client.say("show A")
    assert client.render("r").status_code == 200
    client.finish("r")
    assert client.render("r").status_code == 409
    assert client.render("r2").status_code == 200


def test_unknown_renders(client: Client) -> None:
    for answer in (
        client.poll("nope"),
        client.post(f"{RENDER}/nope/cancel"),
        client.get("/api/render/proxy/nope/download"),
    ):
        assert (answer.status_code, answer.json()["success"]) == (404, False)


def test_the_log_says_whether_the_draft_was_unchanged(mock: MockHandle, client: Client) -> None:
    client.say("show A")
    client.render("r1")
    client.finish("r1")
    draft = {**client.draft(), "d": 2000}
    client.post(RENDER, json={"id": "r2", "sessionId": client.session, "draft": draft})
    found = [one["detail"]["draft_unchanged"] for one in mock.requests(call="render")]
    assert found == [True, False]


class Gate:
    """A renderer that waits until it is let on."""

    def __init__(self) -> None:
        self.started, self.open, self.stopped = (threading.Event() for _ in range(3))
        self.count = 0

    def __call__(self, draft: Any, media: Any, out: Path, **how: Any) -> None:
        self.count += 1
        self.started.set()
        try:
            while not self.open.wait(0.005):
                how["on_progress"](0.4)
        except Exception:
            self.stopped.set()
            raise
        render(draft, media, out, **how)


def test_one_render_at_a_time_per_session() -> None:
    gate = Gate()
    with start(render=gate) as mock, Client(mock) as client:
        client.connect().say("show A")
        assert client.render("r1").status_code == 200
        assert gate.started.wait(PATIENCE)
        assert client.poll("r1").json()["data"]["status"] == "processing"
        refused = client.render("r2")
        assert (refused.status_code, "another render" in refused.text) == (409, True)
        other = client.session
        client.open()
        client.say("show B")
        assert client.render("r3").status_code == 200
        client.session = other
        gate.open.set()
        assert client.finish("r1")["status"] == "completed"
        assert client.render("r4").status_code == 200
        client.finish("r3")
        client.finish("r4")


def test_cancel() -> None:
    gate = Gate()
    with start(render=gate) as mock, Client(mock) as client:
        client.connect().say("show A")
        client.render("r1")
        assert gate.started.wait(PATIENCE)
        assert client.post(f"{RENDER}/r1/cancel").json()["data"]["status"] == "cancelled"
        assert client.finish("r1")["status"] == "cancelled"
        stopped = gate.stopped.wait(PATIENCE)
        gate.open.set()
        assert stopped, "its thread is free again"
        assert client.post(f"{RENDER}/r1/cancel").status_code == 409
        gate.open.set()
        assert client.render("r2").status_code == 200, "the session is free again"
        assert client.finish("r2")["status"] == "completed"
        assert client.post(f"{RENDER}/r2/cancel").status_code == 409


def test_a_renderer_that_fails_is_a_failed_render() -> None:
    def fail(*_: Any, **__: Any) -> None:
        raise RuntimeError("clip.mp4 was not uploaded")

    with start(render=fail) as mock, Client(mock) as client:
        client.connect().say("show A")
        client.render("r")
        assert client.finish("r")["error"] == "clip.mp4 was not uploaded"


def test_progress_only_grows_and_ends_at_a_hundred(mock: MockHandle, client: Client) -> None:
    client.say("show A")
    assert client.render().json()["data"] == {"id": "render_1", "status": "pending", "progress": 5}
    assert client.finish()["progress"] == 100


RANGES = [
    ("bytes=0-9", 206, slice(0, 10)),
    ("bytes=10-", 206, slice(10, None)),
    ("bytes=-5", 206, slice(-5, None)),
    ("bytes=0-999999999", 206, slice(0, None)),
    ("bytes=999999999-", 416, None),
    ("bytes=9-2", 200, slice(None)),
    ("pages=1-2", 200, slice(None)),
    ("bytes=x", 200, slice(None)),
    ("bytes=", 200, slice(None)),
    ("bytes=0-1,x", 200, slice(None)),
    ("BYTES=0-1", 206, slice(0, 2)),
]


def test_ranges(client: Client) -> None:
    client.say("show A")
    client.render()
    url = client.finish()["outputUrl"]
    whole = client.get(url)
    assert int(whole.headers["content-length"]) == len(whole.content)
    assert whole.headers["accept-ranges"] == "bytes"
    assert json.loads(whole.content[: whole.content.index(b"]") + 1]) == [1920, 1080, "high"]
    for asked, status, part in RANGES:
        answer = client.get(url, headers={"Range": asked})
        assert answer.status_code == status, asked
        assert part is None or answer.content == whole.content[part]
    twice = client.get(url, headers=[("Range", "bytes=0-1"), ("Range", "bytes=2-3")])
    assert (twice.status_code, twice.content) == (200, whole.content)
    assert client.head(url, headers={"Range": "bytes=0-1"}).status_code == 200
    stale = client.get(url, headers={"Range": "bytes=0-9", "If-Range": '"old"'})
    assert (stale.status_code, stale.content) == (200, whole.content)
    assert client.head(url).headers["content-length"] == whole.headers["content-length"]


def test_the_digest_of_a_file_is_said_where_it_is_asked_for(client: Client) -> None:
    client.say("show A")
    client.render()
    url = client.finish()["outputUrl"]
    whole = client.get(url)
    assert "repr-digest" not in whole.headers
    right = f"sha-256=:{b64encode(sha256(whole.content).digest()).decode()}:"
    for wanted in ("sha-256=10", "sha-512=3, sha-256 = 1", "sha-256=1,unixsum=0"):
        for more in ({}, {"Range": "bytes=5-9"}):
            said = client.get(url, headers={"Want-Repr-Digest": wanted, **more}).headers
            assert said["repr-digest"] == right, wanted
    for wanted in ("sha-256=0", "sha-512=10", "x-sha-256=1", ""):
        assert "repr-digest" not in client.get(url, headers={"Want-Repr-Digest": wanted}).headers


def test_with_a_speed_the_result_comes_when_its_time_has_come() -> None:
    with start(speed=1) as mock, Client(mock) as client:
        client.connect()
        mock.change(speed=0)
        client.say("show A")
        mock.change(speed=1)
        client.render()
        assert client.poll().json()["data"]["status"] in ("pending", "processing")
        mock.advance(91)
        assert client.finish()["status"] == "completed"
