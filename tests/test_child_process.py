"""A child process ends in time, with the block that reads from it, and with us."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from support.waiting import PATIENCE, until

from nemo_spec.child_process import OutOfTime, child, output_of
from nemo_spec.media import probe
from nemo_spec.media.ffmpeg import ffmpeg

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals, and a shell")

ENDLESS = ["-v", "quiet", "-f", "lavfi", "-i", "aevalsrc=0:s=8000", "-f", "s16le", "pipe:1"]
SILENT = ["-v", "quiet", "-re", "-f", "lavfi", "-i", "aevalsrc=0:s=8000", "-f", "null", "-"]


def is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().split(")")[1].split()[0] != "Z"
    except OSError:  # also in the middle of reading
        return False


def test_what_a_program_says_is_read():
    said = output_of(["/bin/sh", "-c", "echo out; echo err >&2; cat; exit 3"], 20)
    assert said == (3, b"out\n", b"err\n")


def test_one_that_does_not_end_is_killed():
    began = time.monotonic()
    with pytest.raises(OutOfTime):
        output_of([ffmpeg(), *SILENT], 0.3)
    assert time.monotonic() - began < PATIENCE


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_one_that_is_not_read_to_its_end_is_killed():
    with child(["/bin/sh", "-c", "echo $$; exec sleep 100"], 60, subprocess.DEVNULL) as job:
        assert job.stdout
        pid = int(job.stdout.readline())
        assert is_alive(pid)
    assert not is_alive(pid)


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
@pytest.mark.parametrize("command", [["sleep", "100"], None], ids=["sleep", "ffmpeg"])
def test_one_dies_with_a_client_that_is_killed(command: list[str] | None, tmp_path: Path):
    command = command or [ffmpeg(), "-nostdin", *SILENT]
    program = f"""
import subprocess
from nemo_spec.child_process import child
with child(["/bin/sh", "-c", 'echo $$; exec "$@"', "sh", *{command!r}], 60, -3) as job:
    print(int(job.stdout.readline()), flush=True)
    job.stdout.read()
"""
    client = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE)
    assert client.stdout
    with client.stdout:
        pid = int(client.stdout.readline())
        assert is_alive(pid)
        client.send_signal(signal.SIGKILL)
        client.wait()
    until(lambda: not is_alive(pid))


def test_a_file_that_takes_too_long_is_said_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    (tmp_path / "x.mp4").write_bytes(b"x")
    monkeypatch.setattr(probe, "_CHILD", "import time; time.sleep(100)")
    monkeypatch.setattr(probe, "LOOK_LIMIT", 0.2)
    with pytest.raises(probe.NotMedia, match=r"more than 0\.2 s"):
        probe.measure(tmp_path / "x.mp4")


def test_a_decoder_that_crashes_ends_nothing_else(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    (tmp_path / "x.mp4").write_bytes(b"x")
    monkeypatch.setattr(probe, "_CHILD", "import os; os.abort()")
    with pytest.raises(probe.NotMedia, match="the decoder broke off"):
        probe.measure(tmp_path / "x.mp4")
