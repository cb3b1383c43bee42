"""The whole way: real sockets, real files, the program as a person calls it."""

from __future__ import annotations

import subprocess
from array import array
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import imageio_ffmpeg
import pytest
from support.paths import ROOT

from nemo_spec.cli.main import main

INTERVIEW = ROOT / "specs" / "media" / "interview.mp4"


@dataclass(frozen=True)
class Outcome:
    code: int
    out: str
    err: str


@pytest.fixture
def nemo_spec(capsys: pytest.CaptureFixture[str]) -> Callable[..., Outcome]:
    """Run a command in this process."""

    def run(*arguments: object) -> Outcome:
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as stop:
            code = int(stop.code or 0)
        captured = capsys.readouterr()
        return Outcome(code, captured.out, captured.err)

    return run


@pytest.fixture
def recipe(tmp_path: Path) -> Callable[..., Path]:
    """Write a recipe into an empty project."""

    def write(text: str, name: str = "work.edit") -> Path:
        path = tmp_path / name
        path.write_text(text, "utf-8")
        return path

    return write


def ffmpeg(*arguments: object) -> bytes:
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-nostdin", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, check=True).stdout


def frame_at(video: Path, second: float, size: str = "64x36") -> bytes:
    """One frame as grey bytes."""
    filters = f"scale={size.replace('x', ':')},format=gray"
    return ffmpeg("-ss", second, "-i", video, "-frames:v", 1, "-vf", filters, "-f", "rawvideo", "-")


def loudness(video: Path, start: float, length: float) -> float:
    """Root mean square of the sound, 0–32768."""
    raw = ffmpeg("-ss", start, "-t", length, "-i", video, "-vn", "-ac", 1, "-f", "s16le", "-")
    samples = array("h", raw)
    return (sum(sample * sample for sample in samples) / max(1, len(samples))) ** 0.5
