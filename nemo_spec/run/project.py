"""What a project remembers: `.nemo-spec/` beside the recipes, with one process in it at a time."""

from __future__ import annotations

import hashlib
import json
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from nemo_spec.compile import Program
from nemo_spec.project_root import FOLDER
from nemo_spec.run.database import JournalError
from nemo_spec.run.journal import Journal

_LOCK = "lock"


def journal_of(root: Path) -> Journal:
    """The journal of the project at `root`. Raises JournalError."""
    return Journal.open(root / FOLDER)


def has_journal(root: Path) -> bool:
    return Journal.path_in(root / FOLDER).is_file()


def key_of(
    api_url: str, recipe: Path, root: Path, program: Program, settings: Sequence[str]
) -> str:
    """What a session belongs to: a service, a recipe, the files by their content, the values of
    --set. Raises OSError when a file cannot be read."""
    files = [(upload.name, fingerprint(Path(upload.path))) for upload in program.uploads]
    place = os.path.relpath(recipe.resolve(), root)
    return _hash([api_url, Path(place).as_posix(), files, sorted(settings)])


def sessions_of(journal: Journal, key: str) -> list[tuple[str, str]]:
    """The sessions that a key may go on with and their tasks, the latest first, back to where a new one
    was asked for. To another account than that of the latest only an earlier one is known."""
    latest = journal.session_of(key)
    found = {} if latest is None else {latest[0]: latest[1]}
    for run in journal.runs() if found else ():
        if run.key == key and run.session:
            found.setdefault(run.session, "")
            if run.arguments.get("fresh"):
                break
    return list(found.items())


def text_of(program: Program) -> str:
    """A hash of everything that a recipe comes to: what is sent, expected and rendered."""
    return _hash(
        [
            [(step.owner, step.sentence, step.tolerance) for step in program.instructions],
            [(owner, repr(one), tolerance) for owner, one, tolerance in program.expectations],
            [(render.owner, render.export.model_dump()) for render in program.renders],
        ]
    )


def fingerprint(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def _hash(content: object) -> str:
    return hashlib.sha256(
        json.dumps(content, ensure_ascii=False).encode("utf-8", "surrogatepass")
    ).hexdigest()


@contextmanager
def alone_in(root: Path, on_wait: Callable[[str], None]) -> Iterator[None]:
    """Hold the project for this process; `on_wait` is told once who holds it meanwhile.

    Raises JournalError when the folder cannot be written to.
    """
    path = root / FOLDER / _LOCK
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("a+", encoding="utf-8")
    except (FileExistsError, NotADirectoryError):
        raise JournalError(f"{path.parent} is not a folder – move it away") from None
    except OSError as error:
        cure = "run this where files can be written"
        raise JournalError(f"{path} cannot be written: {error.strerror} – {cure}") from None
    with file:
        if not _taken(file):
            file.seek(0)
            on_wait(file.read(100).strip())
            while not _taken(file):
                time.sleep(0.1)
        file.truncate(0)
        file.write(f"process {os.getpid()}")
        file.flush()
        yield


def is_held(root: Path) -> bool:
    """Whether another process is at work in the project just now."""
    path = root / FOLDER / _LOCK
    if not path.is_file():
        return False
    with path.open("a+", encoding="utf-8") as file:
        return not _taken(file)


def _taken(file: IO[str]) -> bool:
    """Lock a file until it is closed, if nobody else has."""
    if sys.platform == "win32":
        import msvcrt

        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
    else:
        import fcntl

        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True
