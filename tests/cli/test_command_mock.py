"""The bundled mock in the foreground: every flag, one address, a clean end."""

from __future__ import annotations

import argparse
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from support.commands import Call

from mock_server.__main__ import add_arguments

FLAGS = (
    *(
        "--host",
        "--port",
        "--seed",
        "--dialect",
        "--render-dialect",
        "--speak",
        "--data",
        "--speed",
    ),
    *("--credits", "--token-limit", "--price-per-edit", "--silent", "--fault", "--allow-host"),
    *("--fetch-host", "--hourly-token-limit"),
)


def launch(*arguments: object) -> tuple[subprocess.Popen[str], str]:
    command = [sys.executable, "-m", "nemo_spec", "mock", *map(str, arguments)]
    env = {**os.environ, "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=env
    )
    assert process.stdout is not None
    first = process.stdout.readline()
    found = re.fullmatch(r"NemoVideo mock on (http://127\.0\.0\.1:\d+)\n", first)
    assert found, first
    return process, found[1]


def test_help_names_every_flag(call: Call):
    shown = call("mock", "--help").out
    assert [flag for flag in FLAGS if f"{flag} " not in shown] == []
    assert "NEMO_API_URL=" in shown
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    known = {option for action in parser._actions for option in action.option_strings}
    assert known - {"-h", "--help"} == set(FLAGS)


def end(process: subprocess.Popen[str]) -> None:
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, "")


def test_it_runs_until_it_is_interrupted_and_remembers(
    call: Call, tmp_path: Path, clip: Path, monkeypatch: pytest.MonkeyPatch
):
    process, url = launch("--data", tmp_path / "data", "--credits", 70)
    monkeypatch.setenv("NEMO_API_URL", url)
    assert call("upload", clip).code == 0
    assert call("credits").lines == ["70 credits available"]
    end(process)
    process, again = launch("--data", tmp_path / "data", "--port", url.rpartition(":")[2])
    assert again == url
    assert "file    clip.mp4  video, 2.0 s, 320x180" in call("status").lines
    end(process)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--speed", "-1"], "speed must not be negative"),
        (["--fault", "no_such"], "no_such"),
        (["--dialect", "morse"], "invalid choice"),
        (["--port", "x"], "invalid int value"),
        (["--no-such-flag"], "unrecognized arguments"),
    ],
)
def test_wrong_flags(call: Call, arguments: list[str], said: str):
    outcome = call("mock", *arguments)
    assert (outcome.code, said in outcome.err) == (2, True)


def test_a_port_that_is_taken(call: Call, service: object):
    port = str(getattr(service, "url", "")).rpartition(":")[2]
    outcome = call("mock", "--port", port)
    assert outcome.code == 2
    assert "in use" in outcome.err
