"""A mock that comes back knows what it knew, and its draft and its bill agree."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from support.mock_server import MP4, Client, render, start
from support.paths import ROOT
from support.waiting import PATIENCE

from mock_server.server import MockHandle

STARTER = """
import sys
sys.path[:0] = sys.argv[1:3]
import mock_server.server as server
from support import mock_server as mock_support
from mock_server.config import MockConfig
server.run_forever(MockConfig(
    data=server.Path(sys.argv[3]), silent=0, act=mock_support.act, render=mock_support.render,
    probe=mock_support.probe, faults=sys.argv[4:]))
""".replace("server.Path", "__import__('pathlib').Path")


@contextmanager
def process(data: Path, *faults: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """A mock in a process of its own, to be killed; with the stand-ins."""
    arguments = [sys.executable, "-c", STARTER, str(ROOT), str(ROOT / "tests"), str(data)]
    running = subprocess.Popen([*arguments, *faults], stdout=subprocess.PIPE, text=True)
    assert running.stdout is not None
    try:
        yield running.stdout.readline().rpartition(" ")[2].strip(), running
    finally:
        running.kill()
        running.wait()
        running.stdout.close()


class At:
    """As much of a handle as the client needs."""

    def __init__(self, url: str) -> None:
        self.url = url


def again(mock: MockHandle, client: Client) -> None:
    """Points the client at another mock."""
    client.base_url = httpx.URL(mock.url)


def test_a_restart_keeps_everything(tmp_path: Path) -> None:
    with start(data=tmp_path, seed=3) as mock, Client(mock) as client:
        client.connect().upload(("a.mp4", MP4))
        client.say("show Intro")
        client.render()
        url = client.finish()["outputUrl"]
        video = client.get(url).content
        mock.advance(3600)
        claim = client.post(
            "/api/auth/claim-token", json={"task_id": client.task, "session_id": client.session}
        ).json()["data"]["claim_token"]
        before = client.state().content
        known = mock.requests()
        now = mock.mock.clock.now()
        mock.stop()
        with start(data=tmp_path, seed=3):
            pass
        with start(data=tmp_path, seed=3) as other:
            again(other, client)
            old, new = (httpx.URL(one.url).netloc for one in (mock, other))
            assert client.state().content == before.replace(old, new)
            assert client.credits() == (50, 0, 50)
            assert client.poll().json()["data"]["status"] == "completed"
            assert client.get(httpx.URL(url).path).content == video
            assert other.requests()[: len(known)] == known
            assert other.mock.clock.now() >= now
            page = client.get("/workspace/claim", params={"ct": claim})
            assert (page.status_code, "show Intro" in page.text) == (200, True)
            assert client.render("render_1").status_code == 409
            fresh = client.open()
            client.say("show More")
            assert client.titles() == ["More"]
            assert fresh not in before.decode()


def test_a_render_that_was_interrupted_begins_again(tmp_path: Path) -> None:
    entered, opened = threading.Event(), threading.Event()

    def slow(draft: Any, media: Any, out: Path, **how: Any) -> None:
        entered.set()
        while not opened.wait(0.005):
            how["on_progress"](0.3)

    with start(data=tmp_path, render=slow) as mock, Client(mock) as client:
        client.connect().say("show Intro")
        client.render()
        assert entered.wait(PATIENCE)
        mock.stop()
        with start(data=tmp_path, render=render) as other:
            again(other, client)
            assert client.finish()["status"] == "completed"
            assert client.get("/api/render/proxy/render_1/download").status_code == 200


@pytest.mark.parametrize(
    ("fault", "titles", "credits"),
    [("stall", [], (100, 0, 100)), ("slow_reply:seconds=600", ["A"], (50, 0, 50))],
)
def test_killed_in_the_middle_of_an_edit(
    tmp_path: Path, fault: str, titles: list[str], credits: tuple[int, int, int]
) -> None:
    """Before the edit nothing is done nor charged, after it both are, once."""
    with (
        process(tmp_path, fault) as (url, running),
        Client(At(url)) as client,
    ):
        client.connect()
        with client.stream("POST", "/run_sse", json=client.message("show A")) as answer:
            stream = answer.iter_lines()
            for line in stream:
                if "functionResponse" in line or (fault == "stall" and line):
                    break
            os.kill(running.pid, signal.SIGKILL)
            running.wait()
            with pytest.raises(httpx.TransportError):
                list(stream)
        with start(data=tmp_path) as mock:
            again(mock, client)
            assert client.titles() == titles
            assert client.credits() == credits
            (run,) = mock.requests(call="run_sse")
            assert (run["applied"], run["charged"]) == (len(titles), 100 - credits[2])


def test_a_late_edit_survives_the_kill(tmp_path: Path) -> None:
    with (
        process(tmp_path, "lands_late:seconds=60") as (url, running),
        Client(At(url)) as client,
    ):
        client.connect()
        with pytest.raises(httpx.TransportError):
            client.say("show A")
        running.kill()
        running.wait()
        with start(data=tmp_path) as mock:
            again(mock, client)
            assert client.credits() == (50, 50, 100)
            mock.advance(61)
            assert [client.titles() for _ in range(2)] == [[], ["A"]]
            assert client.credits() == (50, 0, 50)


def test_interrupting_ends_the_process(tmp_path: Path) -> None:
    with process(tmp_path) as (url, running):
        assert httpx.get(f"{url}/_mock").status_code == 200
        running.send_signal(signal.SIGINT)
        assert running.wait(PATIENCE) in (0, -signal.SIGINT, 130)


def test_leftovers_are_swept(tmp_path: Path) -> None:
    with start(data=tmp_path) as mock, Client(mock) as client:
        client.connect().upload(("a.mp4", MP4))
    (kept,) = (tmp_path / "uploads").iterdir()
    left = [tmp_path / "tmp" / f"{'0' * 24}-0.part", tmp_path / "uploads" / f"{'0' * 32}.mp4"]
    left.append(tmp_path / "renders" / ".render-x" / "part.mp4")
    left[-1].parent.mkdir()
    for path in left:
        path.write_bytes(b"x")
    with start(data=tmp_path) as other:
        httpx.get(f"{other.url}/_mock")
        assert [path for path in left if path.exists()] == []
        assert not left[-1].parent.exists()
        assert kept.exists()


def test_the_database_holds_what_the_log_says(tmp_path: Path) -> None:
    with start(data=tmp_path) as mock, Client(mock) as client:
        client.connect().say("show A")
    with closing(sqlite3.connect(tmp_path / "mock.sqlite3")) as db, db:
        assert db.execute("select applied, charged from requests where applied").fetchall() == [
            (1, 50)
        ]
    db.close()
