"""What this machine remembers of sessions, in the config folder beside the journals of the projects.

A project may be copied, restored from a cache or deleted, while its session still holds what was paid
for. So every message of a session is noted here too, and the latest session of each recipe.
"""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import NamedTuple

from nemo_spec.run.session.claims import ClaimError, config_folder, hashed, machine_folder
from nemo_spec.run.session.journal import Journal
from nemo_spec.safe_files import make_own_folder, open_own, read_own, write_own

_LIMIT = 20_000


class Machine(NamedTuple):
    """`home` is the folder above `.config/nemovideo`, `root` the project."""

    home: Path
    api_url: str
    root: Path

    @property
    def knows_recipes(self) -> bool:
        """Whether any recipe was applied on this machine, in any project."""
        return self._folder("recipes").is_dir()

    def session_of(self, key: str) -> str:
        """The latest session of a recipe of this project, empty where none is known."""
        try:
            found = json.loads(read_own(self._mark(key), _LIMIT))
            session = found["session"]
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return ""
        return session if isinstance(session, str) else ""

    def remember(self, key: str, session: str) -> None:
        """Note that a recipe of this project has a session. Raises JournalError."""
        content = {"session": session, "root": str(self.root), "service": self.api_url}
        path = machine_folder(self.home, "recipes") / self._mark(key).name
        if self.session_of(key) == session:
            return
        try:
            write_own(path, json.dumps(content).encode())
        except OSError as error:
            raise ClaimError(_unwritable(path, error)) from None

    def record(self, session: str) -> Journal:
        """Open the record of all that this machine has sent in a session. Raises JournalError."""
        folder = machine_folder(self.home, "sessions") / hashed(self.api_url, session)
        path = Journal.path_in(folder)
        try:
            make_own_folder(folder)
            os.close(open_own(path, os.O_RDWR | os.O_CREAT))  # SQLite would let others read it
        except OSError as error:
            raise ClaimError(_unwritable(path, error)) from None
        return Journal.open(folder)

    def known_record(self, session: str) -> Journal | None:
        """The same, or None where there is no record. Raises JournalError."""
        folder = self._folder("sessions") / hashed(self.api_url, session)
        return Journal.open(folder) if Journal.path_in(folder).is_file() else None

    def begin_record(self, session: str) -> Journal:
        """Begin the record of a new session. A mock that was reset gives ids again: an older record of
        the same id is of another session."""
        shutil.rmtree(self._folder("sessions") / hashed(self.api_url, session), ignore_errors=True)
        return self.record(session)

    def _mark(self, key: str) -> Path:
        return (
            self._folder("recipes") / f"{hashed(self.api_url, str(self.root.resolve()), key)}.json"
        )

    def _folder(self, name: str) -> Path:
        return config_folder(self.home, name)


def _unwritable(path: Path, error: OSError) -> str:
    return f"{path} cannot be used: {error.strerror} – make it a writable file"
