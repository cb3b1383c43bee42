"""A mock that is killed, at any moment: what it did is done and paid once, the rest is not."""

from __future__ import annotations

import asyncio
import json
import random
import re
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import httpx
import pytest
from support.mock_process import (
    CREDITS,
    EDIT,
    SESSION,
    Process,
    clip,
    gone,
    on_timeline,
    process,
)
from support.mock_server import MP4, Client, act, probe, render, start
from support.waiting import until

import mock_server
from mock_server.__main__ import main
from mock_server.config import MockConfig
from mock_server.mock import Mock
from mock_server.server import MockHandle
from mock_server.state.data_dir import DATABASE


def titles(draft: dict[str, Any]) -> list[str]:
    return [one["text"] for track in draft["t"] for one in track["sg"] if "text" in one]


# Every moment: what a kill leaves is what lies on the disk, so the disk is copied again and again.


def work(mock: MockHandle, client: Client) -> None:
    """Edits of all kinds, an upload of two files, a render, an edit that lands later."""
    client.connect()
    client.upload(("a.mp4", MP4), ("b.mp4", MP4 + b"b"))
    client.say("show A")
    client.say("what is this")
    mock.fault("applied_twice")
    client.say("show B")
    mock.fault("second_stage", reads=1)
    client.say("show C")
    client.draft()
    client.render()
    client.finish()
    mock.fault("lands_late")
    with suppress(httpx.TransportError):
        client.say("show D")
    client.draft()
    client.draft()


def moments(folder: Path, play: Callable[[MockHandle, Client], None]) -> list[Path]:
    """Copies of a mock's folder from before each statement that it gave to its database."""
    live, copies = folder / "live", []
    with start(data=live, price_per_edit=EDIT, credits=1000) as handle, Client(handle) as client:
        store = handle.mock.store

        def copied(original: Callable[..., int]) -> Callable[..., int]:
            def statement(*arguments: object) -> int:
                with store._lock:
                    copies.append(folder / f"{len(copies)}")
                    # A render, which holds no lock, renames its unfinished file meanwhile.
                    left_out = shutil.ignore_patterns("*-shm", "*.tmp")
                    shutil.copytree(live, copies[-1], ignore=left_out)
                    return original(*arguments)

            return statement

        store.run, store.insert = copied(store.run), copied(store.insert)
        play(handle, client)
    return [*copies, live]


def look(folder: Path) -> tuple[int, ...]:
    """Opens what a kill left, and holds draft, bill and log against each other."""
    config = MockConfig(data=folder, price_per_edit=EDIT, act=act, render=render, probe=probe)
    mock = Mock(config)
    try:
        asyncio.run(_resume(mock))
        log = mock.store.all("select * from requests where call = 'run_sse' and applied not null")
        applied, charged = (sum(one[key] for one in log) for key in ("applied", "charged"))
        assert charged == EDIT * applied + (SESSION if applied else 0)
        balance = mock.store.value("select balance from users")
        assert balance in (None, 0, 1000) if not applied else balance == 1000 - charged
        assert not mock.store.value("select sum(frozen) from runs")
        uploads = mock.store.value("select count(*) from uploads")
        assert uploads in (0, 2)
        assert len(list((folder / "uploads").iterdir())) == uploads
        session = mock.store.one("select * from sessions")
        draft = json.loads(session["draft"]) if session else {"t": []}
        shown = titles(draft)
        assert len(shown) == applied
        music = sum(track["tt"] == 1 for track in draft["t"])
        assert music == (applied >= 4), "what a third edit brings later comes with it, once"
        return applied, uploads
    finally:
        mock.close()


async def _resume(mock: Mock) -> None:
    mock.resume()
    for row in mock.store.all("select id from sessions"):
        for _ in range(4):
            await mock.delayed.land(row["id"])


def test_a_kill_at_every_statement(tmp_path: Path) -> None:
    seen = [look(one) for one in moments(tmp_path, work)]
    assert seen == sorted(seen, key=lambda one: one[0])
    assert {applied for applied, _ in seen} == {0, 1, 3, 4, 5}


# Random moments, with a process that is really killed.


def instruct(mock: Process, client: Client, started: threading.Event) -> None:
    """Says one instruction after another until the mock is gone."""
    started.set()
    with suppress(httpx.TransportError):
        while True:
            number = time.monotonic_ns()
            client.say(f'Add the title "T{number}" from 0 s to 1 s.')


def hold_against(mock: Process, client: Client, before: list[dict[str, Any]]) -> None:
    log = mock.log()
    told = [one for one in before if one["status"] is not None]
    assert [one for one in log if one["n"] in {each["n"] for each in told}] == told
    said = [one for one in log if one["call"] == "run_sse"]
    first = next((one for one in said if one["applied"]), None)
    for one in said:
        assert one["applied"] in (0, 1, None)
        assert (one["charged"] or 0) == EDIT * (one["applied"] or 0) + SESSION * (one is first)
    shown = titles(client.draft())
    wanted = [re.search(r"T\d+", one["instruction"])[0] for one in said if one["applied"]]
    assert sorted(shown) == sorted(wanted)
    charged = sum(one["charged"] or 0 for one in said)
    assert client.credits() == (CREDITS - charged, 0, CREDITS - charged)


def kill_again_and_again(tmp_path: Path, rounds: int, seed: int) -> None:
    luck = random.Random(seed)
    with process(tmp_path / "data") as (mock, client):
        client.connect().upload(("a.mp4", clip(tmp_path / "a.mp4")))
        client.put(f"/_mock/drafts/{client.session}", json=on_timeline(1)).raise_for_status()
        mock.post("/_mock/settings", {"price_per_edit": EDIT})
        for turn in range(rounds):
            started = threading.Event()
            talk = threading.Thread(target=instruct, args=(mock, client, started))
            talk.start()
            started.wait()
            time.sleep(luck.uniform(0.01, 0.25))
            if turn == 0:  # a slow machine may not come to it otherwise
                until(lambda: any(one["applied"] for one in mock.log()))
            before = mock.log() if luck.random() < 0.5 else []
            mock.kill()
            talk.join()
            mock.start()
            hold_against(mock, client, before)
        assert any(one["applied"] for one in mock.log())


def test_a_kill_at_random_moments(tmp_path: Path) -> None:
    kill_again_and_again(tmp_path, 3, 1)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2, 5))
def test_forty_kills_at_random_moments(tmp_path: Path, seed: int) -> None:
    kill_again_and_again(tmp_path, 40, seed)


# Renders, faults, settings, the folder.


@pytest.mark.skipif(not Path("/proc/self/cwd").exists(), reason="looks at processes in /proc")
def test_a_render_goes_on_after_a_kill_and_its_old_ffmpeg_does_not(tmp_path: Path) -> None:
    seconds, data = 12, tmp_path / "data"
    with process(data) as (mock, client):
        client.connect().upload(("a.mp4", clip(tmp_path / "a.mp4", seconds, "640x360", 30)))
        draft = on_timeline(seconds)
        draft["m"] = {"width": 640, "height": 360, "fps": 30}
        draft["t"][0]["sg"][0]["rotate"] = 180
        client.put(f"/_mock/drafts/{client.session}", json=draft).raise_for_status()
        assert client.render().status_code == 200
        (file,) = until(lambda: list(data.glob("renders/.render-*/ffmpeg.pid")))
        pid = int(until(file.read_text))
        assert not gone(pid)
        mock.kill()
        until(lambda: gone(pid))
        mock.start()
        assert client.poll().json()["data"]["status"] in ("pending", "processing")
        until(lambda: client.poll().json()["data"]["status"] == "completed")
        assert client.get("/api/render/proxy/render_1/download").status_code == 200
        assert [path.suffix for path in (data / "renders").iterdir()] == [".mp4"]
        assert client.render().status_code == 409


@pytest.mark.skipif(not Path("/proc/self/cwd").exists(), reason="looks at processes in /proc")
def test_an_ffmpeg_that_nobody_ended_is_ended_by_the_next_start(tmp_path: Path) -> None:
    with start(data=tmp_path):
        pass
    left, other = tmp_path / "renders" / ".render-x", tmp_path / "other"
    for folder, is_ended in ((left, True), (other, False)):
        left.mkdir()
        other.mkdir(exist_ok=True)
        with subprocess.Popen([sys.executable, "-c", "input()"], cwd=folder, stdin=-1) as process:
            (left / "ffmpeg.pid").write_text(str(process.pid))
            with start(data=tmp_path) as mock:
                httpx.get(f"{mock.url}/_mock").raise_for_status()
            assert (process.poll() is not None) == is_ended
        assert not left.exists()


def test_faults_and_settings_wait_for_the_next_start(tmp_path: Path) -> None:
    settings = {"price_per_edit": EDIT, "silent": 0.25, "dialect": "flat"}
    faults = [
        {"fault": "error", "code": 429, "call": "credits", "times": 3, "skip": 1},
        {"fault": "drop_after_edit", "match": "Outro", "how": "reset", "session": "7"},
        {"fault": "delay", "seconds": 0, "times": -1, "rate": 0.5},
    ]
    with process(tmp_path) as (mock, client):
        client.connect()
        mock.post("/_mock/settings", settings)
        mock.post("/_mock/faults", faults)
        assert [client.get("/api/credits/balance/simple").status_code for _ in "ab"] == [200, 429]
        kept, waiting = mock.get("/_mock/settings"), mock.get("/_mock/faults")["faults"]
        assert [one["times"] for one in waiting] == [2, 1, -1]
        for _ in range(2):
            mock.kill()
            mock.start()
            assert mock.get("/_mock/settings") == {**kept, **settings}
            assert mock.get("/_mock/faults")["faults"] == waiting
        answers = [client.get("/api/credits/balance/simple").status_code for _ in "abc"]
        assert answers == [429, 429, 200]
        httpx.delete(f"{mock.url}/_mock/faults")
        mock.kill()
        mock.start()
        assert mock.get("/_mock/faults")["faults"] == []


def test_flags_of_faults_hold_for_each_start_and_settings_outlive_a_reset(tmp_path: Path) -> None:
    for _ in range(2):
        with start(data=tmp_path, faults=["delay:seconds=0"]) as mock:
            assert [one["fault"] for one in mock.mock.faults.to_json()] == ["delay"]
    with start(data=tmp_path) as mock:
        mock.change(price_per_edit=3)
        httpx.post(f"{mock.url}/_mock/reset").raise_for_status()
        assert mock.mock.config.price_per_edit == 3
    with start(data=tmp_path) as mock:
        assert mock.mock.config.price_per_edit == 3


def test_two_mocks_do_not_share_a_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with process(tmp_path) as (mock, _):
        with pytest.raises(OSError, match="another mock"), mock_server.start(data=tmp_path):
            pass
        assert main(["--data", str(tmp_path)]) == 2
        said = capsys.readouterr().err
        assert re.search(rf"another mock \(process \d+\) works in {tmp_path}\n", said)
        assert mock.get("/_mock/bugs") == {"bugs": []}
    assert (tmp_path / DATABASE).exists()
    with start(data=tmp_path):
        pass
