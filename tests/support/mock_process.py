"""A mock in its own process, to be killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

from mock_server.media.ffmpeg import ffmpeg_exe
from support.mock_server import Client
from support.paths import ROOT
from support.waiting import PATIENCE

EDIT, SESSION, CREDITS = 7, 50, 100_000


class Process:
    """A mock in its own process; it keeps its port across kills."""

    def __init__(self, data: Path) -> None:
        self._data, self._port = data, 0
        self.start()

    def start(self) -> None:
        flags = ["--data", str(self._data), "--port", str(self._port), "--credits", str(CREDITS)]
        command = [sys.executable, "-m", "mock_server", *flags, "--silent", "0"]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)
        assert self._process.stdout
        self.url = self._process.stdout.readline().rpartition(" ")[2].strip()
        self._port = int(self.url.rpartition(":")[2])

    def kill(self) -> None:
        os.kill(self._process.pid, signal.SIGKILL)
        self._process.wait()
        assert self._process.stdout
        self._process.stdout.close()

    def get(self, path: str) -> Any:
        return httpx.get(self.url + path, timeout=PATIENCE).raise_for_status().json()

    def post(self, path: str, body: object) -> Any:
        return httpx.post(self.url + path, json=body, timeout=PATIENCE).raise_for_status().json()

    def log(self) -> list[dict[str, Any]]:
        return self.get("/_mock/requests")["requests"]


@contextmanager
def process(data: Path) -> Iterator[tuple[Process, Client]]:
    mock = Process(data)
    try:
        with Client(mock) as client:
            yield mock, client
    finally:
        mock.kill()


def clip(path: Path, seconds: int = 1, size: str = "64x36", rate: int = 10) -> bytes:
    source = ["-f", "lavfi", "-i", f"testsrc2=s={size}:r={rate}:d={seconds}"]
    form = ["-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", str(path)]
    subprocess.run([ffmpeg_exe(), "-v", "error", *source, *form], check=True)
    return path.read_bytes()


def on_timeline(seconds: int) -> dict[str, Any]:
    segment = {"id": "sg_1", "role": "clip", "s": 0, "d": seconds * 1000, "src": "a.mp4",
               "in": 0, "out": seconds * 1000}  # fmt: skip
    return {"m": {"width": 64, "height": 36, "fps": 10}, "d": seconds * 1000,
            "t": [{"id": "tr_1", "tt": 0, "name": "Video", "sg": [segment]}]}  # fmt: skip


def gone(pid: int) -> bool:
    """Whether a process has ended; a zombie counts as ended."""
    try:
        Path(f"/proc/{pid}/cwd").readlink()
    except OSError:
        return True
    return False
