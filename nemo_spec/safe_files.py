"""Opening files whose names come from outside, so that what lies there does no harm.

Files of ours – journals, locks, tokens, parts of downloads – are never opened through a symbolic
link: a cloned repository may hold one. Files that a user names are read only when they are regular
and no longer than expected: a pipe would hang, a device has no end.
"""

from __future__ import annotations

import errno
import os
import stat
import uuid
from io import BufferedReader
from pathlib import Path

PRIVATE = 0o600
PRIVATE_FOLDER = 0o700
_USUAL = 0o666
"""What the umask makes of it is what files of the user have."""
_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
_NO_WAIT = getattr(os, "O_NONBLOCK", 0)
_BINARY = getattr(os, "O_BINARY", 0)


class NotRegular(OSError):
    """Something that is no regular file. `strerror` says what it is."""


class TooLong(OSError):
    """A file that is longer than it may be. `strerror` says how long that is."""


class LinkFound(OSError):
    """A symbolic link where a file of ours belongs. `strerror` says so."""


def open_regular(path: Path) -> BufferedReader:
    """A file that the user named, for reading; links are followed.

    Raises NotRegular for a folder, pipe, socket or device, which is never waited for; OSError.
    """
    handle = os.open(path, os.O_RDONLY | _NO_WAIT | _BINARY | getattr(os, "O_CLOEXEC", 0))
    kind = kind_of(os.fstat(handle).st_mode)
    if kind != "file":
        os.close(handle)
        raise NotRegular(errno.EINVAL, f"it is a {kind}, not a file", str(path))
    return os.fdopen(handle, "rb")


def read_bounded(path: Path, limit: int) -> bytes:
    """All of a file that the user named. Raises NotRegular, TooLong beyond `limit` bytes, OSError."""
    with open_regular(path) as file:
        content = file.read(limit + 1)
    if len(content) > limit:
        raise TooLong(errno.EFBIG, f"it is larger than {limit / 1e6:.0f} MB", str(path))
    return content


def kind_of(mode: int) -> str:
    """`file`, or what else it is, by its `st_mode`."""
    kinds = {
        stat.S_IFREG: "file",
        stat.S_IFDIR: "folder",
        stat.S_IFIFO: "pipe",
        stat.S_IFSOCK: "socket",
        stat.S_IFLNK: "link",
    }
    return kinds.get(stat.S_IFMT(mode), "device")


def open_own(path: Path, flags: int, *, mode: int = PRIVATE) -> int:
    """A descriptor of a file of ours, by `os.open` flags; one that is made is 0600, or of `mode`.

    Raises LinkFound where a link stands, NotRegular where something else does, OSError.
    """
    refuse_link(path)
    try:
        handle = os.open(path, flags | _NO_FOLLOW | _NO_WAIT | _BINARY, mode)
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise _link(path) from None
        raise
    kind = kind_of(os.fstat(handle).st_mode)
    if kind != "file":
        os.close(handle)
        raise NotRegular(errno.EINVAL, f"it is a {kind}, not a file", str(path))
    return handle


def read_own(path: Path, limit: int) -> bytes:
    """All of a file of ours. Raises what `open_own` raises, and TooLong beyond `limit` bytes."""
    with os.fdopen(open_own(path, os.O_RDONLY), "rb") as file:
        content = file.read(limit + 1)
    if len(content) > limit:
        raise TooLong(errno.EFBIG, f"it is larger than {limit / 1e6:.0f} MB", str(path))
    return content


def write_own(path: Path, content: bytes, *, mode: int = PRIVATE) -> None:
    """Put a whole file in place, or leave what was there; a link there is replaced, not followed.

    Raises LinkFound where its folder is a link, OSError.
    """
    refuse_link(path.parent)
    temporary = path.with_name(f".{path.name[:100]}.{uuid.uuid4().hex}")
    try:
        handle = os.open(
            temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_FOLLOW | _BINARY, mode
        )
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def write_named(path: Path, content: bytes) -> None:
    """Write a file that the user named: all of it or nothing, and never through a link to a file.

    What is a pipe or a device is written to as it is, also by a link such as `/dev/stdout`. Raises
    what `refuse_named` raises, OSError.
    """
    refuse_named(path)
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        write_own(path.parent.resolve() / path.name, content, mode=_USUAL)
        return
    if stat.S_ISREG(mode):
        if not os.access(path, os.W_OK):  # a rename would not ask
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        place = path.parent.resolve() / path.name
        write_own(place, content, mode=stat.S_IMODE(mode) & 0o777)
        return
    handle = os.open(path, os.O_WRONLY | _NO_WAIT | _BINARY)
    if _NO_WAIT:
        os.set_blocking(handle, True)
    with os.fdopen(handle, "wb") as file:
        file.write(content)


def refuse_named(path: Path) -> None:
    """Raises LinkFound where a link to a file, or to nothing, stands in the place of a file that the
    user would have written; NotRegular for a folder; OSError where it cannot be looked at."""
    try:
        kind = kind_of(path.stat().st_mode)
    except FileNotFoundError:
        kind = "file"
    if kind == "folder":
        raise NotRegular(errno.EISDIR, "it is a folder, not a file", str(path))
    if kind == "file":
        refuse_link(path)


def make_own_folder(folder: Path) -> None:
    """A folder of ours, readable by its owner only; those above it are made as usual.

    Raises LinkFound where a link stands in its place, FileExistsError for a file, OSError.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    refuse_link(folder)
    folder.mkdir(PRIVATE_FOLDER, exist_ok=True)


def refuse_link(path: Path) -> None:
    """Raises LinkFound when `path` itself is a symbolic link (or, on Windows, a junction)."""
    is_junction = getattr(os.path, "isjunction", lambda path: False)  # Python 3.12
    if path.is_symlink() or is_junction(path):
        raise _link(path)


def _link(path: Path) -> LinkFound:
    return LinkFound(errno.ELOOP, "it is a symbolic link, which is never followed", str(path))
