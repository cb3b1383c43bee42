"""Many conversations at once: no error, and a bounded memory."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlencode

import httpx
import pytest
from support.gateway import say, until
from support.paths import ROOT
from websockets.sync.client import connect

CONNECTIONS, SESSIONS = 300, 2000
MEGABYTES = 150


def peak(pid: int) -> float:
    """The most memory that a process has held, in megabytes."""
    found = re.search(r"VmHWM:\s+(\d+) kB", Path(f"/proc/{pid}/status").read_text("utf-8"))
    assert found
    return int(found[1]) / 1024


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_300_connections_and_2000_sessions(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "mock_server",
        "--data",
        str(tmp_path / "data"),
        "--silent",
        "0",
    ]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as mock:
        assert mock.stdout
        url = mock.stdout.readline().rpartition(" ")[2].strip()
        try:
            token = httpx.post(f"{url}/_mock/tokens", json={"credits": 10**9}).json()["token"]
            with httpx.Client(base_url=url, headers={"Authorization": f"Bearer {token}"}) as client:
                made = [session_of(client) for _ in range(SESSIONS)]
            shares = [made[number::CONNECTIONS] for number in range(CONNECTIONS)]
            ready = threading.Barrier(CONNECTIONS)
            with ThreadPoolExecutor(CONNECTIONS) as pool:
                edits = sum(pool.map(lambda share: converse(url, token, share, ready), shares))
            assert edits == SESSIONS
            assert httpx.get(f"{url}/_mock/bugs").json() == {"bugs": []}
            assert peak(mock.pid) < MEGABYTES
        finally:
            mock.terminate()


def session_of(client: httpx.Client) -> str:
    made = client.post("/projects", json={"create_session": True}).json()["data"]
    return str(made["session"]["session_id"])


def converse(url: str, token: str, sessions: list[str], ready: threading.Barrier) -> int:
    """Edit each session over a connection of its own; all hold their first one open together."""
    done = 0
    for number, session in enumerate(sessions):
        query = urlencode({"token": token, "session_id": session})
        with connect(
            f"ws{url.removeprefix('http')}/ws/chat?{query}", proxy=None, open_timeout=120
        ) as line:
            until(line, "session_ready")
            if number == 0:
                ready.wait(300)
            wish = f'Generate a clip of 2 seconds: "number {session}".'
            assert json.dumps(say(line, wish)[-1]) == '{"type": "done"}'
            done += 1
    return done
