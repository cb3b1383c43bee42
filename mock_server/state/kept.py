"""What can be made again, kept in the user's cache folder. Every failure costs time only."""

from __future__ import annotations

import hashlib
import os
import secrets
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from mock_server.state import private_files

LARGEST = 10_000_000
MOST = 500
"""Files that are kept; beyond, the oldest half goes."""


def kept(name: str, code: Iterable[Path], make: Callable[[], bytes]) -> bytes:
    """What `make` gave before under that name, as long as the files of `code` are the same, else what
    it gives now. Raises what `make` raises, which is not kept."""
    path, version = cache_folder() / name, _version(code)
    with suppress(OSError, ValueError):
        return _read(path, version)
    made = make()
    with suppress(OSError):
        _keep(path, _seal(version, made) + made)
    return made


def cache_folder() -> Path:
    """Where this system keeps what can be made again, for this user."""
    home = Path(os.path.expanduser("~"))  # noqa: PTH111 – Path.home raises where there is none
    if sys.platform == "darwin":
        above = home / "Library" / "Caches"
    elif sys.platform == "win32":
        above = Path(os.environ.get("LOCALAPPDATA") or home)
    else:
        above = Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache")
    return above / "nemo-spec-mock"


def _version(code: Iterable[Path]) -> bytes:
    return hashlib.sha256(b"".join(path.read_bytes() for path in code)).digest()


def _read(path: Path, version: bytes) -> bytes:
    """Raises OSError, and ValueError for what this program has not written."""
    seal, content = (held := private_files.read(path, LARGEST))[:32], held[32:]
    if seal != _seal(version, content):
        raise ValueError(f"{path} is damaged, or of another version")
    return content


def _keep(path: Path, sealed: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    private_files.make_folder(path.parent)
    _make_room(path.parent)
    part = path.with_name(f"{secrets.token_hex(8)}.part")
    try:
        private_files.write(part, sealed)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _make_room(folder: Path) -> None:
    held = sorted(folder.iterdir(), key=lambda one: one.lstat().st_mtime)
    for old in held[: len(held) // 2] if len(held) >= MOST else ():
        old.unlink(missing_ok=True)


def _seal(version: bytes, content: bytes) -> bytes:
    return hashlib.sha256(version + content).digest()
