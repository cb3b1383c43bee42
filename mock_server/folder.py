"""The folder of a mock: held by one mock at a time, and swept of what a killed one left."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
from contextlib import suppress
from pathlib import Path

from mock_server.store import Store

FOLDERS = ("uploads", "renders", "tmp")
DATABASE, LOCK, PID = "mock.sqlite3", "mock.lock", "mock.pid"


class Hold:
    """The claim on a data folder. The system drops it however the process ends, a kill included.

    Raises OSError when another mock works in the folder. It is a lock of SQLite's because that one
    exists on every system.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._lock = sqlite3.connect(
            folder / LOCK, timeout=0, isolation_level=None, check_same_thread=False
        )
        try:
            self._lock.execute("pragma journal_mode = memory")
            self._lock.execute("begin exclusive")
        except sqlite3.Error as error:
            self._lock.close()
            if "locked" in str(error):
                raise OSError(f"another mock {_who(folder)}works in {folder}") from None
            raise OSError(f"{folder} cannot be the folder of a mock: {error}") from None
        (folder / PID).write_text(f"{os.getpid()}\n", encoding="ascii")

    def release(self) -> None:
        self._lock.close()


def _who(folder: Path) -> str:
    with suppress(OSError, ValueError):
        return f"(process {int((folder / PID).read_text(encoding='ascii'))}) "
    return ""


def make(folder: Path) -> None:
    """The folders inside; half-received files go, but only where a mock has been before."""
    if (folder / DATABASE).exists():
        empty(folder / "tmp")
    for name in FOLDERS:
        (folder / name).mkdir(parents=True, exist_ok=True)


def sweep(folder: Path, store: Store) -> None:
    """Removes what a killed mock left: renders under way, and files it had not written down yet."""
    for path in (folder / "renders").glob(".*"):
        _stop(path)
        _remove(path)
    known = {row["file"] for row in store.all("select file from uploads")}
    for path in (folder / "uploads").iterdir():
        if path.name not in known:
            _remove(path)


def _stop(folder: Path) -> None:
    """Ends the ffmpeg that still renders in the folder of a mock that was killed.

    A number may belong to another process by now; only that ffmpeg works in this folder.
    """
    with suppress(OSError, ValueError):
        pid = int((folder / "ffmpeg.pid").read_text(encoding="ascii"))
        if Path(f"/proc/{pid}/cwd").readlink() == folder:
            os.kill(pid, signal.SIGKILL)


def empty(folder: Path) -> None:
    """Removes everything inside; a folder that is not there is empty."""
    if folder.is_dir():
        for path in folder.iterdir():
            _remove(path)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)
