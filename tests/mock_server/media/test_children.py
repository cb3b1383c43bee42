"""Child processes: each has a time limit, and dies with the process that started it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from support.mock_process import clip, gone
from support.mock_server import MP4
from support.paths import ROOT
from support.waiting import until

from mock_server.media import children, probe, silences
from mock_server.media.children import TooSlow, started
from mock_server.media.probe import Media, MediaError
from mock_server.render import encode
from mock_server.render.errors import RenderError

PROC = pytest.mark.skipif(not Path("/proc/self/cwd").exists(), reason="looks at /proc")
SLEEP = [sys.executable, "-S", "-c", "import time; print('up', flush=True); time.sleep(600)"]


def test_a_child_has_ended_when_its_block_has() -> None:
    with pytest.raises(KeyError), started(SLEEP, 60, stdout=subprocess.PIPE) as process:
        raise KeyError
    assert process.poll() is not None


def test_a_child_that_takes_too_long() -> None:
    began = time.monotonic()
    with pytest.raises(TooSlow, match=r"after 0\.2 s"), started(SLEEP, 0.2) as process:
        process.wait()
    assert time.monotonic() - began < 30
    with started([sys.executable, "-c", ""], 30) as process:
        process.wait()
    assert process.returncode == 0


def unseen_clip(folder: Path) -> Path:
    """Of a content that no one has asked for before: answers are kept by it."""
    clip(file := folder / "a.mp4")
    file.write_bytes(file.read_bytes() + os.urandom(8))
    return file


@pytest.fixture
def stuck(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A decoder that never ends, and a limit that is soon over; a clip."""
    file = unseen_clip(tmp_path)
    program = tmp_path / "stuck"
    program.write_text("#!/bin/sh\nexec sleep 600\n")
    program.chmod(0o700)
    for module in (silences, encode):
        monkeypatch.setattr(module, "ffmpeg_exe", lambda: str(program))
    monkeypatch.setattr(probe, "CHILD", "import time; time.sleep(600)")
    monkeypatch.setattr(probe, "PROBE_SECONDS", 0.2)
    monkeypatch.setattr(silences, "SOUND_SECONDS", 0.2)
    monkeypatch.setattr(encode, "LEAST_SECONDS", 0.2)
    return file


@pytest.mark.skipif(sys.platform == "win32", reason="a script in the place of a program")
def test_no_decoder_is_waited_for_without_end(stuck: Path) -> None:
    with pytest.raises(MediaError, match="ended after"):
        probe.probe(stuck)
    with pytest.raises(TooSlow):
        silences.pauses(Media("a.mp4", stuck, "video", 1000, 64, 36, 25.0, True, 1))
    with pytest.raises(RenderError, match="too long"):
        encode.run([], stuck.parent, 0.001, None)


def test_a_file_that_crashes_its_decoder_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = unseen_clip(tmp_path)
    monkeypatch.setattr(probe, "CHILD", "import os; os._exit(139)")
    with pytest.raises(MediaError, match=r"a\.mp4 cannot be read"):
        probe.probe(file)


PARENT = f"""
import signal, subprocess, sys, time
for one in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
    signal.signal(one, signal.SIG_DFL)
from mock_server.media.children import started
with started({SLEEP!r}, 600, stdout=subprocess.PIPE) as process:
    process.stdout.readline()
    print(process.pid, flush=True)
    time.sleep(600)
"""


@PROC
@pytest.mark.parametrize("how", ["KILL", "TERM", "INT", "HUP"])
def test_a_child_dies_with_its_parent(how: str) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", PARENT], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        cwd=ROOT, start_new_session=True,
    ) as parent:  # fmt: skip
        assert parent.stdout
        pid = int(parent.stdout.readline())
        assert not gone(pid)
        os.kill(parent.pid, getattr(signal, f"SIG{how}"))
        until(lambda: gone(pid))


@PROC
def test_it_dies_also_when_the_whole_group_is_signalled_or_the_child_is_stopped() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", PARENT], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        cwd=ROOT, start_new_session=True,
    ) as parent:  # fmt: skip
        assert parent.stdout
        pid = int(parent.stdout.readline())
        os.kill(pid, signal.SIGSTOP)
        os.killpg(parent.pid, signal.SIGHUP)
        os.kill(parent.pid, signal.SIGKILL)
        until(lambda: gone(pid))


@PROC
def test_a_guard_that_was_killed_is_replaced() -> None:
    with started(SLEEP, 60, stdout=subprocess.PIPE) as first:
        guard: Any = children._guard._process
        guard.kill()
        guard.wait()
        with started(SLEEP, 60, stdout=subprocess.PIPE):
            fresh = children._guard._process
            assert fresh is not None
            assert fresh.pid != guard.pid
            children._guard.end()
            until(lambda: gone(first.pid))


def test_a_guard_ends_with_its_process() -> None:
    code = (
        "from mock_server.media import children\n"
        "with children.started([__import__('sys').executable, '-c', ''], 60): pass\n"
        "print(children._guard._process.pid)"
    )
    command = [sys.executable, "-W", "error", "-X", "dev", "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stderr == ""
    with pytest.raises(ProcessLookupError):
        os.kill(int(done.stdout), 0)


FORKING = f"""
import os, signal, subprocess, time
from mock_server.media.children import started
with started({SLEEP!r}, 600, stdout=subprocess.PIPE) as process:
    process.stdout.readline()
    fork = os.fork()
    if not fork:
        with started({SLEEP!r}, 600, stdout=subprocess.PIPE) as second:
            print(process.pid, os.getpid(), second.pid, flush=True)
            time.sleep(600)
    time.sleep(600)
"""


@PROC
def test_a_fork_has_a_guard_of_its_own() -> None:
    with subprocess.Popen(
        [sys.executable, "-W", "ignore", "-c", FORKING], stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as parent:
        assert parent.stdout
        first, fork, second = map(int, parent.stdout.readline().split())
        parent.kill()
        until(lambda: gone(first))
        assert not gone(second), "the fork, and what it started, lives on"
        os.kill(fork, signal.SIGKILL)
        until(lambda: gone(second))


def test_what_is_no_media_is_still_no_media(tmp_path: Path) -> None:
    (tmp_path / "a.mp4").write_bytes(MP4)
    with pytest.raises(MediaError):
        probe.probe(tmp_path / "a.mp4")
