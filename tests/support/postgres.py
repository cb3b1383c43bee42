"""A PostgreSQL server of the tests' own, killed and started again. Debian's package `postgresql` has it."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from contextlib import suppress
from pathlib import Path

_PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
_TOO_LONG = 30.0


def programs() -> Path:
    """Where initdb and postgres are. Raises AssertionError where PostgreSQL is not installed."""
    found = shutil.which("initdb")
    folders = [Path(found).parent] if found else _PROGRAMS
    assert folders, "PostgreSQL is not installed – run `make test-postgres`"
    return folders[0]


class Postgres:
    """It keeps its port and its data across kills."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="nemo-postgres-"))
        self._as_user: dict[str, str] = {}
        if os.getuid() == 0:  # the server refuses to run as root
            self._as_user = {"user": "postgres"}
            os.chown(self._folder, pwd.getpwnam("postgres").pw_uid, -1)
        self.port = _free_port()
        data = str(self._folder / "data")
        make = [str(programs() / "initdb"), "-D", data, "-A", "trust", "-U", "studio", "--no-sync"]
        subprocess.run(make, check=True, capture_output=True, cwd="/", **self._as_user)  # type: ignore[call-overload]
        self.start()

    @property
    def url(self) -> str:
        return f"postgresql://studio:a-secret@127.0.0.1:{self.port}/postgres"

    def start(self) -> None:
        """Start it, and wait until it answers."""
        began = time.monotonic()
        while time.monotonic() - began < _TOO_LONG:
            self._begin()
            while self._process.poll() is None and time.monotonic() - began < _TOO_LONG:
                if self._answers():
                    return
                time.sleep(0.05)
            time.sleep(0.2)  # processes of one that was killed are still there
        raise AssertionError((self._folder / "log").read_text())

    def kill(self) -> None:
        """Returns once nothing of it answers: its processes notice by themselves that it is gone."""
        others = self._others()
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()
        began = time.monotonic()
        while any(map(_runs, others)) and time.monotonic() - began < _TOO_LONG:
            time.sleep(0.01)

    def _others(self) -> list[int]:
        found = Path(f"/proc/{self._process.pid}/task").glob("*/children")
        return [int(one) for path in found for one in path.read_text().split()]

    def stop(self) -> None:
        """End it for good."""
        self._process.send_signal(signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(10)
        shutil.rmtree(self._folder, ignore_errors=True)

    def _begin(self) -> None:
        data, folder = str(self._folder / "data"), str(self._folder)
        options = {"port": self.port, "listen_addresses": "127.0.0.1"}
        options |= {"unix_socket_directories": folder, "fsync": "off"}
        flags = [word for name, value in options.items() for word in ("-c", f"{name}={value}")]
        with (self._folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                [str(programs() / "postgres"), "-D", data, *flags],
                stdout=log, stderr=log, cwd="/", **self._as_user,
            )  # type: ignore[call-overload]  # fmt: skip

    def _answers(self) -> bool:
        import psycopg

        try:
            psycopg.connect(self.url, connect_timeout=2).close()
        except psycopg.OperationalError:
            return False
        return True


def _runs(process: int) -> bool:
    try:
        return ") Z " not in Path(f"/proc/{process}/stat").read_text()
    except OSError:
        return False


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
