"""The data folder of a mock: locked by one mock at a time, cleaned of what a killed one left.

A mark file makes a folder a mock's. The mock removes only names that mocks give, and follows no
link.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import sqlite3
import tempfile
from contextlib import suppress
from pathlib import Path

from mock_server.state import private_files
from mock_server.state.store import Store, is_database

DATABASE, LOCK, PID, MARK = "mock.sqlite3", "mock.lock", "mock.pid", "mock.mark"
MARK_TEXT = b"The data of a nemo-spec mock, form 1.\n"
FILES = {
    *(DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm", f"{DATABASE}-journal"),
    *(LOCK, f"{LOCK}-journal", PID, MARK),
}
# The folders inside, and the names that mocks give in them.
FOLDERS = {
    "uploads": re.compile(r"[0-9a-f]{32}\.[0-9a-z]{2,5}"),
    "renders": re.compile(r"[0-9a-f]{32}\.[0-9a-z]{2,5}|\.render-\w+"),
    "tmp": re.compile(r"[0-9a-f]{24}-[0-9]+\.part"),
}


class DataDir:
    """The folder of one mock, temporary unless a path is given. Close it when done.

    Raises OSError when the path is another mock's, or not a mock's at all.
    """

    def __init__(self, path: Path | None) -> None:
        self._temporary = None
        if path:
            self.path = path.resolve()
        else:
            self._temporary = tempfile.TemporaryDirectory(prefix="nemo-mock-")
            self.path = Path(self._temporary.name).resolve()
            self.path.chmod(private_files.FOLDER)
        self.database = self.path / DATABASE if path else None
        self._lock = FolderLock(self.path)
        try:
            make(self.path)
            if self.database:
                private_files.keep_file(self.database)
        except BaseException:
            self._lock.release()
            raise

    def inside(self, name: str) -> Path:
        """The folder `uploads`, `renders` or `tmp`. Raises OSError when it has become a link."""
        return private_files.check_folder(self.path / name)

    def sweep(self, store: Store) -> None:
        """Remove what a killed mock left: unfinished renders, and files not in the database."""
        for path in _own(self.path, "renders"):
            if path.name.startswith("."):
                _stop(path)
                _remove(path)
        known = {row["file"] for row in store.all("select file from uploads")}
        for path in _own(self.path, "uploads"):
            if path.name not in known:
                _remove(path)

    def empty(self) -> None:
        """Remove all uploads and renders."""
        for name in FOLDERS:
            empty(self.path, name)

    def close(self) -> None:
        """Release the lock; a temporary folder is removed."""
        self._lock.release()
        if self._temporary is not None:
            self._temporary.cleanup()


class FolderLock:
    """The lock on a data folder. The system drops it however the process ends, a kill included.

    Raises OSError when the folder is not a mock's, or another mock uses it. SQLite does the
    locking because it can on every system.
    """

    def __init__(self, folder: Path) -> None:
        take(folder)
        private_files.keep_file(folder / LOCK)
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
        private_files.write(folder / PID, f"{os.getpid()}\n".encode("ascii"))

    def release(self) -> None:
        self._lock.close()


def _who(folder: Path) -> str:
    with suppress(OSError, ValueError):
        return f"(process {int(private_files.read(folder / PID, 20))}) "
    return ""


def take(folder: Path) -> None:
    """Claim a folder that a mock made, or a new or empty one.

    Raises OSError for any other, before changing anything in it, and for a link in place of one
    of the mock's own files.
    """
    if not folder.exists():
        folder.parent.mkdir(parents=True, exist_ok=True)
        private_files.make_folder(folder)
    others = {path.name for path in folder.iterdir()} - {MARK}
    _refuse_links(folder)
    mark = _mark(folder)
    if mark == MARK_TEXT:
        return
    # A kill may have left the mark empty.
    if mark or (others and not _is_of_before(folder, others)):
        raise OSError(
            f"{folder} is not empty, and no mock made it: its files might be lost; "
            "name a new or an empty folder"
        )
    private_files.write(folder / MARK, MARK_TEXT)


def _mark(folder: Path) -> bytes:
    with suppress(FileNotFoundError):
        return private_files.read(folder / MARK, len(MARK_TEXT) + 1)
    return b""


def _refuse_links(folder: Path) -> None:
    for name in FILES:
        private_files.check_file(folder / name)
    for name in FOLDERS:
        if os.path.lexists(folder / name):
            for path in private_files.check_folder(folder / name).iterdir():
                if private_files.is_link(path):
                    raise private_files.link_found(path)


def _is_of_before(folder: Path, names: set[str]) -> bool:
    """Whether an old version, which set no mark, made the folder and nothing else is in it."""
    if not {DATABASE, LOCK} <= names <= FILES | set(FOLDERS):
        return False
    for name in names & set(FOLDERS):
        if len(_own(folder, name)) < len(list((folder / name).iterdir())):
            return False
    return is_database(folder / DATABASE)


def make(folder: Path) -> None:
    """Create the folders inside, drop half-received files, make everything private."""
    for name in FOLDERS:
        private_files.make_folder(folder / name)
    for path in folder.iterdir():
        if path.name in FILES:
            private_files.keep_file(path)
    empty(folder, "tmp")


def empty(folder: Path, name: str) -> None:
    """Remove what mocks put into one of the folders inside. Raises OSError when it is a link."""
    for path in _own(folder, name):
        _remove(path)


def _own(folder: Path, name: str) -> list[Path]:
    inside = private_files.check_folder(folder / name)
    return [path for path in inside.iterdir() if FOLDERS[name].fullmatch(path.name)]


def _stop(folder: Path) -> None:
    """Kill the ffmpeg that a killed mock left rendering in the folder.

    Its process id may be somebody else's by now; only that ffmpeg works in this folder.
    """
    with suppress(OSError, ValueError):
        pid = int(private_files.read(private_files.check_folder(folder) / "ffmpeg.pid", 20))
        if Path(f"/proc/{pid}/cwd").readlink() == folder:
            os.kill(pid, signal.SIGKILL)


def _remove(path: Path) -> None:
    if path.is_dir() and not private_files.is_link(path):
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)
