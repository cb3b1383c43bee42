"""The file of a journal: SQLite, opened only when it is ours and intact."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path

from nemo_spec.run.session.storage import (
    STATEMENTS,
    VERSION,
    Claim,
    JournalError,
    Writer,
    check_seals,
    undamaged,
)
from nemo_spec.safe_files import LinkFound, NotRegular, make_own_folder, open_own, refuse_link

_SQLITE = b"SQLite format 3\0"
_BESIDE = ("-journal", "-wal", "-shm")
_ROLLBACK = bytes.fromhex("d9d505f920a163d7")
"""How a rollback journal begins; it also ends so when it names the file of a larger change."""
_ROLLBACK_BYTES = 65_536
"""What is left of a rollback journal after a large change, such as that of `runs --prune`."""
_OURS = 0x6E656D6F
_MOVE = "move it away: nemo-spec then forgets its sessions, which stay at the service"
_UNLINK = "remove it, and check what else came with it: nemo-spec creates none"
_CURES = {
    "locked": "another program holds it: try again",
    "full": "make room, then run `nemo-spec resume`",
    "readonly": "make the folder writable",
    "unable to open": "make the folder writable",
    "disk I/O": "check the disk, then run `nemo-spec resume`",
}


_turn = threading.RLock()
"""One thread at a time: closing a file, as looking at it before it is opened does, drops the locks that
this process has on it, and so those that SQLite has taken for another thread (POSIX)."""


class Database:
    """Raises JournalError from every method: full disk, read-only, damaged."""

    def __init__(self, connection: sqlite3.Connection, path: Path | None) -> None:
        self.connection = connection
        self.path = path
        self._sound: set[sqlite3.Row] = set()
        """Rows that were read before, and their seals were right."""
        self._latest: dict[tuple[object, ...], tuple[object, list[sqlite3.Row]]] = {}
        """What each query gave last, and when: a run reads its steps several times."""
        try:
            self._prepare()
        except JournalError:
            connection.close()
            raise

    @classmethod
    def in_memory(cls) -> Database:
        return cls(sqlite3.connect(":memory:", isolation_level=None), None)

    @classmethod
    def open(cls, path: Path) -> Database:
        """Open the file; it and its folder are created where they are missing."""
        with _turn:
            return cls._open(path)

    @classmethod
    def _open(cls, path: Path) -> Database:
        try:
            make_own_folder(path.parent)
        except LinkFound as error:
            raise JournalError(f"{path.parent}: {error.strerror} – {_UNLINK}") from None
        except (FileExistsError, NotADirectoryError):
            raise JournalError(f"{path.parent} is not a folder – move it away") from None
        except OSError as error:
            cure = "run this where files can be written"
            raise JournalError(
                f"{path.parent} cannot be created: {error.strerror} – {cure}"
            ) from None
        _refuse_foreign(path)
        try:
            return cls(sqlite3.connect(path, isolation_level=None, timeout=10), path)
        except sqlite3.Error as error:
            raise JournalError(f"{path}: {error} – {_cure(error)}") from None

    def close(self) -> None:
        with suppress(sqlite3.Error):  # where another process is writing, it stays
            self.connection.execute("PRAGMA journal_mode = DELETE")
        self.connection.close()

    def __del__(self) -> None:
        """One in memory has no other end than that of its last user."""
        with suppress(sqlite3.Error):
            self.connection.close()

    def _prepare(self) -> None:
        self.connection.row_factory = sqlite3.Row
        # What was noted before it was sent must outlive a power cut. A commit that overwrites the head of
        # its rollback journal waits for the disk half as long as one that deletes it.
        self.rows("PRAGMA journal_mode = PERSIST")
        self.rows(f"PRAGMA journal_size_limit = {_ROLLBACK_BYTES}")
        self.rows("PRAGMA synchronous = EXTRA")
        if self._is_empty():
            self._begin()
        with self._explained():
            owner = self.connection.execute("PRAGMA application_id").fetchone()[0]
            version = self.connection.execute("PRAGMA user_version").fetchone()[0]
        if owner != _OURS:
            raise JournalError(f"{self.path} is not a journal of nemo-spec – {_MOVE}")
        if version != VERSION:
            cure = "use that version, or move the file away"
            raise JournalError(f"{self.path} was written by another nemo-spec – {cure}")
        if not self._is_sound():
            raise JournalError(f"{self.path} is damaged – {_MOVE}")

    def _is_empty(self) -> bool:
        owner = self.rows("PRAGMA application_id")[0][0]
        return not owner and not self.rows("SELECT count(*) FROM sqlite_master")[0][0]

    def _begin(self) -> None:
        with self.transaction() as db:
            if not self._is_empty():
                return  # another process has made it since
            for statement in STATEMENTS:
                db.execute(statement)
            db.execute(f"PRAGMA application_id = {_OURS}")
            db.execute(f"PRAGMA user_version = {VERSION}")

    def _is_sound(self) -> bool:
        """Whether the tables are ours and pass SQLite's integrity check."""
        tables = self.rows("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid")
        ours = [row[0] for row in tables] == STATEMENTS
        return ours and bool(self.rows("PRAGMA integrity_check(1)")[0][0] == "ok")

    def rows(self, query: str, *values: object) -> list[sqlite3.Row]:
        with _turn, self._explained():
            return self.connection.execute(query, values).fetchall()

    def sealed(self, query: str, *values: object) -> list[sqlite3.Row]:
        """Rows whose seals are right. They are not read again until something is written, here or by
        another process."""
        version = self.connection.total_changes, self.rows("PRAGMA data_version")[0][0]
        known, rows = self._latest.get((query, *values), (None, list[sqlite3.Row]()))
        if known != version:
            rows = self._checked(self.rows(query, *values))
            if not self.connection.in_transaction:  # what is read in one may be rolled back
                self._latest[query, *values] = version, rows
        return rows

    def _checked(self, rows: list[sqlite3.Row]) -> list[sqlite3.Row]:
        """Raises JournalError where a seal is broken."""
        new = [row for row in rows if row not in self._sound]
        with self.as_it_was_written():
            check_seals(new)
        self._sound.update(new)
        return rows

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        with _turn, self._explained():
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield self.connection
                self.connection.execute("COMMIT")
            except BaseException:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise

    def check_claimed(self, writer: Writer, claim: Claim) -> None:
        """A lock of this machine's is never lost."""

    def shrink(self) -> None:
        self.rows("VACUUM")

    def as_it_was_written(self) -> AbstractContextManager[None]:
        return undamaged(str(self.path), _MOVE)

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.DatabaseError as error:
            raise JournalError(f"{self.path}: {error} – {_cure(error)}") from None
        except UnicodeError:  # SQLite quotes a damaged schema
            raise JournalError(f"{self.path} is damaged – {_MOVE}") from None


def _refuse_foreign(path: Path) -> None:
    """Raises JournalError for a file that SQLite must not open, or that is no database.

    SQLite follows links, takes the files beside it for its own, and takes a short file of another kind
    for an empty one.
    """
    for file in (path, *(path.with_name(path.name + suffix) for suffix in _BESIDE)):
        try:
            refuse_link(file)
        except LinkFound as error:
            raise JournalError(f"{file}: {error.strerror} – {_UNLINK}") from None
    try:
        # Made here, so that it is readable by its owner only; SQLite gives its own the same mode.
        with os.fdopen(open_own(path, os.O_RDWR | os.O_CREAT), "rb") as content:
            is_ours = content.read(len(_SQLITE)) in (_SQLITE, b"")
    except NotRegular as error:
        raise JournalError(f"{path}: {error.strerror} – {_MOVE}") from None
    except OSError:
        return  # opening it as a database tells why not
    if not is_ours:
        raise JournalError(f"{path} is not a journal of nemo-spec – {_MOVE}")
    if _names_another_file(path.with_name(path.name + "-journal")):
        raise JournalError(f"{path}-journal is not one of nemo-spec – move it away")


def _names_another_file(rollback: Path) -> bool:
    """Whether a rollback journal belongs to a change of several databases. Ours never does; SQLite would
    delete the file that it names, which may be any file."""
    try:
        with os.fdopen(open_own(rollback, os.O_RDONLY), "rb") as file:
            file.seek(-len(_ROLLBACK), os.SEEK_END)
            return file.read() == _ROLLBACK
    except NotRegular:
        return True
    except OSError:
        return False


def _cure(error: sqlite3.Error) -> str:
    return next((cure for word, cure in _CURES.items() if word in str(error)), _MOVE)
