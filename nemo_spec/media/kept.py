"""What was read of clips before, in the user's cache folder: a clip that is planned again and again is
decoded once. Every failure costs time only."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from nemo_spec.safe_files import make_own_folder, read_own, write_own

Answer = dict[str, Any]

_MOST = 500
"""Answers that are kept; beyond, the oldest half goes."""
_LARGEST = 2_000_000
_SETTLED_S = 2.0
"""A file that was written later than so long ago may be written again without another time."""


def answered(path: Path, question: tuple[str, ...], ask: Callable[[], Answer]) -> Answer:
    """The answer for the file as it is now. Raises what `ask` raises, and nothing else."""
    try:
        place = cache_folder() / f"{_label(path, question)}.json"
    except (OSError, ValueError):
        return ask()
    with suppress(OSError, ValueError):
        return _read(place)
    answer = ask()
    with suppress(OSError, ValueError):
        if _label(path, question) == place.stem:  # it is still the file that was read
            _keep(place, answer)
    return answer


def cache_folder() -> Path:
    """Where this system keeps what can be made again, for this user."""
    home = Path(os.path.expanduser("~"))  # noqa: PTH111 – Path.home raises where there is none
    if sys.platform == "darwin":
        above = home / "Library" / "Caches"
    elif sys.platform == "win32":
        above = Path(os.environ.get("LOCALAPPDATA") or home)
    else:
        above = Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache")
    return above / "nemo-spec"


def _label(path: Path, question: tuple[str, ...]) -> str:
    """A file by what changes with its content, and the code that reads it. Raises OSError, and ValueError
    for a file that was written just now."""
    found = path.stat()
    if time.time() - max(found.st_mtime, found.st_ctime) < _SETTLED_S:
        raise ValueError(f"{path} may not be finished")
    version = (
        found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns
    )  # fmt: skip
    return sha256(json.dumps([version, path.name, question, _readers()]).encode()).hexdigest()


def _readers() -> list[tuple[str, int, int]]:
    """The code of this folder, by what changes with it."""
    files = sorted(Path(__file__).parent.glob("*.py"))
    return [(file.name, file.stat().st_size, file.stat().st_mtime_ns) for file in files]


def _read(place: Path) -> Answer:
    """Raises OSError, and ValueError for what was not written here."""
    seal, _, content = read_own(place, _LARGEST).partition(b"\n")
    if seal != _seal(place, content):
        raise ValueError(f"{place} is damaged")
    answer: Answer = json.loads(content)
    return answer


def _keep(place: Path, answer: Answer) -> None:
    make_own_folder(place.parent)
    kept = sorted(place.parent.glob("*.json"), key=lambda one: one.lstat().st_mtime)
    for old in kept[: len(kept) // 2] if len(kept) >= _MOST else ():
        old.unlink(missing_ok=True)
    content = json.dumps(answer).encode()
    write_own(place, _seal(place, content) + b"\n" + content)


def _seal(place: Path, content: bytes) -> bytes:
    return sha256(place.stem.encode() + content).hexdigest().encode()
