"""A child process ends in time, with the block that reads from it, and with us."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from nemo_spec.child_process import OutOfTime, child, output_of
from nemo_spec.media import probe

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals, and a shell")

ENDLESS = ["-v", "quiet", "-f", "lavfi", "-i", "aevalsrc=0:s=8000", "-f", "s16le", "pipe:1"]
SILENT = ["-v", "quiet", "-re", "-f", "lavfi", "-i", "aevalsrc=0:s=8000", "-f", "null", "-"]


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return Path(f"/proc/{pid}/stat").read_text().split(")")[1].split()[0] != "Z"


def soon_gone(pid: int) -> bool:
    deadline = time.monotonic() + 10
    while is_alive(pid) and time.monotonic() < deadline:
        time.sleep(0.02)
    return not is_alive(pid)


def test_what_a_program_says_is_read():
    said = output_of(["/bin/sh", "-c", "echo out; echo err >&2; cat; exit 3"], 20)
    assert said == (3, b"out\n", b"err\n")


def test_one_that_does_not_end_is_killed():
    began = time.monotonic()
    with pytest.raises(OutOfTime):
        output_of([probe.ffmpeg(), *SILENT], 0.3)
    assert time.monotonic() - began < 10


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
    command = command or [probe.ffmpeg(), "-nostdin", *SILENT]
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
    assert soon_gone(pid)


def test_sound_that_is_given_up_leaves_no_process(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    clip = tmp_path / "long.wav"
    subprocess.run(
        [probe.ffmpeg(), "-v", "error", "-f", "lavfi", "-i", "anoisesrc=d=600:r=8000", str(clip)],
        check=True,
    )
    jobs: list[subprocess.Popen[bytes]] = []

    class Known(subprocess.Popen):
        def __init__(self, *arguments: object, **options: object) -> None:
            super().__init__(*arguments, **options)
            jobs.append(self)

    monkeypatch.setattr(subprocess, "Popen", Known)
    sound = probe._sound(clip)
    next(sound)
    sound.close()
    assert [job.poll() is not None for job in jobs] == [True]


def test_a_file_that_takes_too_long_is_said_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    slow = tmp_path / "ffmpeg"
    slow.write_text("#!/bin/sh\nexec sleep 100\n")
    slow.chmod(0o755)
    (tmp_path / "x.mp4").write_bytes(b"x")
    monkeypatch.setattr(probe, "ffmpeg", lambda: str(slow))
    monkeypatch.setattr(probe, "LOOK_LIMIT", 0.2)
    with pytest.raises(probe.NotMedia, match=r"more than 0\.2 s"):
        probe.measure(tmp_path / "x.mp4")
