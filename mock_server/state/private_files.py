"""The mock's own files: readable by their owner only, and never opened through a link.

Each file gets its mode, because the umask belongs to the whole process: a mock may run in a
thread of somebody's tests.
"""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path

FILE, FOLDER = 0o600, 0o700
CHILD_UMASK = 0o077
_FLAGS = (
    getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_NONBLOCK", 0)
)


class Foreign(OSError):
    """Something else is in place of a file or folder of the mock. `strerror` says what."""

    def __str__(self) -> str:
        return f"{self.filename}: {self.strerror}"


def is_link(path: Path) -> bool:
    """Whether `path` itself is a symbolic link (or, on Windows, a junction)."""
    is_junction = getattr(os.path, "isjunction", lambda path: False)  # Python 3.12
    return path.is_symlink() or is_junction(path)


def link_found(path: Path) -> Foreign:
    """The error for a link."""
    return Foreign(errno.ELOOP, "it is a symbolic link, which is never followed", str(path))


def check_folder(path: Path) -> Path:
    """The path itself. Raises Foreign for a link or anything but a folder, OSError."""
    if is_link(path):
        raise link_found(path)
    if not stat.S_ISDIR(path.lstat().st_mode):
        raise Foreign(errno.ENOTDIR, "it is not a folder", str(path))
    return path


def check_file(path: Path) -> None:
    """Raises Foreign for a link or anything but a regular file; nothing may be there yet."""
    if is_link(path):
        raise link_found(path)
    with suppress(FileNotFoundError):
        if not stat.S_ISREG(path.lstat().st_mode):
            raise Foreign(errno.EINVAL, "it is not a regular file", str(path))


def is_file(path: Path) -> bool:
    """Whether a regular file is there, and no link to one."""
    return not is_link(path) and path.is_file()


def make_folder(path: Path) -> None:
    """Create a folder, or restrict an existing one, to mode 0700. Raises Foreign, OSError."""
    with suppress(FileExistsError):
        path.mkdir(FOLDER)
    check_folder(path).chmod(FOLDER)


def keep_file(path: Path) -> None:
    """Create a regular file, or restrict an existing one, to mode 0600. Raises Foreign, OSError.

    An existing one is not opened: closing it would drop the locks that SQLite holds on it.
    """
    check_file(path)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _FLAGS, FILE)
    except FileExistsError:
        path.chmod(FILE)
        return
    try:
        _restrict(handle, path)
    finally:
        os.close(handle)


def write(path: Path, content: bytes) -> None:
    """Write a new file; replaces an old one, or a link. Raises OSError."""
    path.unlink(missing_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _FLAGS, FILE)
    with os.fdopen(handle, "wb") as file:
        _restrict(file.fileno(), path)
        file.write(content)


def read(path: Path, limit: int) -> bytes:
    """The first `limit` bytes of a regular file. Raises Foreign, OSError."""
    check_file(path)
    with os.fdopen(os.open(path, os.O_RDONLY | _FLAGS), "rb") as file:
        return file.read(limit)


def _restrict(handle: int, path: Path) -> None:
    if hasattr(os, "fchmod"):
        os.fchmod(handle, FILE)
    else:
        path.chmod(FILE)
