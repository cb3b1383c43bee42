"""Claims hold between processes, end with theirs, and leave nothing behind that claims anything."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from support.paths import ROOT

from nemo_spec.run.session.claims import (
    Claim,
    ClaimError,
    LocalClaims,
)
from nemo_spec.run.session.workspace import run_claim

URL = "https://service.example"
SESSION = Claim("session", "5650887661998742085")

HOLDING = f"""
import sys
from pathlib import Path
from nemo_spec.run.session.claims import Claim, LocalClaims
home, kind, name = sys.argv[1:]
claims = LocalClaims(Path(home), {URL!r}, Path("/elsewhere"), print)
claims.hold(Claim(kind, name))
print("held", flush=True)
sys.stdin.read()
"""

COUNTING = f"""
import sys
from pathlib import Path
from nemo_spec.run.session.claims import Claim, LocalClaims
home, counter = map(Path, sys.argv[1:])
for _ in range(40):
    with LocalClaims(home, {URL!r}, Path("/elsewhere"), lambda holder: None) as claims:
        while not claims.take(Claim("session", "1")):
            pass
        counter.write_text(str(int(counter.read_text()) + 1))
"""


def start(program: str, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", program, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": ROOT},
    )


@contextmanager
def held(home: Path, claim: Claim = SESSION) -> Iterator[subprocess.Popen[str]]:
    """A claim of another process."""
    with start(HOLDING, str(home), *claim) as process:
        assert process.stdout
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def claims(
    home: Path, on_wait: Callable[[str], None] = lambda holder: None, url: str = URL
) -> LocalClaims:
    return LocalClaims(home, url, Path("/here"), on_wait)


def files(home: Path) -> list[Path]:
    return list((home / ".config" / "nemovideo" / "nemo-spec" / "claims").iterdir())


def test_a_claim_keeps_others_out_until_its_process_is_killed(tmp_path: Path):
    with claims(tmp_path) as mine, held(tmp_path) as other:
        assert not mine.take(SESSION)
        assert claims(tmp_path).is_claimed(SESSION)
        assert mine.take(Claim("session", "2"))
        os.kill(other.pid, signal.SIGKILL)
        other.wait()
        assert mine.take(SESSION)
        assert mine.take(SESSION)


def test_who_waits_is_told_for_whom(tmp_path: Path):
    said: list[str] = []
    with held(tmp_path) as other:

        def end(holder: str) -> None:
            said.append(holder)
            other.kill()

        with claims(tmp_path, end) as mine:
            mine.hold(SESSION)
    expected = f"process {other.pid} in /elsewhere is working on session {SESSION.name}"
    assert said == [expected]


def test_nothing_is_left_once_it_is_dropped(tmp_path: Path):
    with claims(tmp_path) as mine:
        mine.hold(SESSION)
        mine.hold(run_claim(tmp_path, 1))
        assert len(files(tmp_path)) == 2
        mine.drop(SESSION)
        assert len(files(tmp_path)) == 1
    assert files(tmp_path) == []


def test_a_claim_is_one_of_its_service(tmp_path: Path):
    with claims(tmp_path) as mine, claims(tmp_path, url="https://other.example") as other:
        assert mine.take(SESSION)
        assert other.take(SESSION)


def test_no_process_gets_a_claim_that_another_has(tmp_path: Path):
    counter = tmp_path / "counter"
    counter.write_text("0")
    processes = [start(COUNTING, str(tmp_path), str(counter)) for _ in range(4)]
    for process in processes:
        process.communicate()
        assert process.returncode == 0
    assert counter.read_text() == "160"


def test_another_session_at_work_is_seen(tmp_path: Path):
    assert not claims(tmp_path).others_active("1")
    with claims(tmp_path) as mine:
        mine.hold(Claim("session", "1"))
        mine.hold(Claim("key", "k"))
        assert not claims(tmp_path).others_active("1")
        assert claims(tmp_path).others_active("2")
        assert not claims(tmp_path, url="https://other.example").others_active("2")
        with held(tmp_path) as other:
            assert claims(tmp_path).others_active("1")
            other.kill()
            other.wait()
            assert not claims(tmp_path).others_active("1")
        assert len(files(tmp_path)) == 2, "what a killed process left is removed"


@pytest.mark.parametrize("name", ["../../../token.json", "a/b", "x" * 5000, "\0", "", "ü\n"])
def test_a_name_from_outside_is_no_path(name: str, tmp_path: Path):
    with claims(tmp_path) as mine:
        mine.hold(Claim("session", name))
        (file,) = files(tmp_path)
        if os.name == "posix":
            assert file.stat().st_mode & 0o777 == 0o600
            assert file.parent.stat().st_mode & 0o777 == 0o700


def test_a_claim_is_not_taken_through_a_link(tmp_path: Path):
    with claims(tmp_path) as mine:
        mine.hold(SESSION)
        (file,) = files(tmp_path)
        mine.drop(SESSION)
        target = tmp_path / "target"
        target.write_text("mine")
        file.symlink_to(target)
        with pytest.raises(ClaimError, match="symbolic link"):
            mine.take(SESSION)
    assert target.read_text() == "mine"


@pytest.mark.parametrize("place", [".config", ".config/nemovideo/nemo-spec"])
def test_a_config_folder_that_cannot_be_used_is_said_with_the_cure(place: str, tmp_path: Path):
    (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / place).write_text("a file")
    with claims(tmp_path) as mine, pytest.raises(ClaimError, match=r"cannot be used.*set HOME"):
        mine.take(SESSION)
    assert not claims(tmp_path).others_active("1")
