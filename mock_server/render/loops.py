"""Loops of music, kept in the user's cache folder: to make one takes half as long as a short render."""

from __future__ import annotations

import hashlib
import os
import secrets
import sys
from array import array
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from mock_server.render import music, tones
from mock_server.render.tones import Samples
from mock_server.state import private_files

LARGEST = 10_000_000


@lru_cache(maxsize=6)
def loop(name: str) -> tuple[Samples[float], float]:
    """What `music.loop` and `music.gain` give for that name. A folder that cannot be used costs time
    only."""
    made = _of_known(name) if music.is_known(name) else music.loop(name)
    return made, music.gain(made)


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


def _of_known(name: str) -> Samples[float]:
    """A loop of one of the moods, of which there are few: variations would fill the folder."""
    label = hashlib.sha256(repr(music.mood(name)).encode()).hexdigest()[:16]
    path = cache_folder() / f"{label}.loop"
    with suppress(OSError, ValueError):
        return _read(path)
    made = music.loop(name)
    with suppress(OSError):
        _keep(path, made)
    return made


def _read(path: Path) -> Samples[float]:
    """Raises OSError, and ValueError for what this program has not written."""
    seal, content = (held := private_files.read(path, LARGEST))[:32], held[32:]
    if seal != _seal(content):
        raise ValueError(f"{path} is damaged, or of another version")
    return array("f", content)


def _keep(path: Path, made: Samples[float]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    private_files.make_folder(path.parent)
    content, part = made.tobytes(), path.with_name(f"{secrets.token_hex(8)}.part")
    try:
        private_files.write(part, _seal(content) + content)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _seal(content: bytes) -> bytes:
    """It changes with the sound, and with the code that makes it."""
    sealed = hashlib.sha256(content)
    for module in (music, tones):
        sealed.update(Path(str(module.__file__)).read_bytes())
    return sealed.digest()
