"""Where a journal is kept: what every kind of storage offers, the tables, and the seals of their rows.

Every row carries a checksum, its seal: a flipped bit is reported as damage, and never causes anything to
be sent again.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import Any, Literal, NamedTuple, Protocol

ClaimKind = Literal["session", "key", "run"]
"""A session by its id, a recipe with its clips by its key until it has a session, a run of a project."""

VERSION = 1
TABLES = """
CREATE TABLE runs (
    id INTEGER PRIMARY KEY, recipe TEXT NOT NULL, arguments TEXT NOT NULL, key TEXT NOT NULL,
    session TEXT NOT NULL DEFAULT '', began TEXT NOT NULL, ended TEXT, outcome TEXT, cost REAL,
    seal TEXT
);
CREATE TABLE sessions (
    key TEXT PRIMARY KEY, session TEXT NOT NULL, task TEXT NOT NULL, seal TEXT
);
CREATE TABLE steps (
    id INTEGER PRIMARY KEY, run INTEGER NOT NULL, session TEXT NOT NULL, kind TEXT NOT NULL,
    subject TEXT NOT NULL, owners TEXT NOT NULL, state TEXT NOT NULL, at TEXT NOT NULL,
    before TEXT, after TEXT, cost REAL, result TEXT, seal TEXT
);
CREATE TABLE drafts (hash TEXT PRIMARY KEY, content BLOB NOT NULL);
CREATE INDEX steps_of_session ON steps (session);
"""
STATEMENTS = [one.strip() for one in TABLES.split(";") if one.strip()]
_KEYS = {"runs": "id", "steps": "id", "sessions": "key"}


class JournalError(Exception):
    """The journal cannot be used. `str()` is one sentence: what is wrong, and the cure."""


class Claim(NamedTuple):
    """What is claimed, at one service."""

    kind: ClaimKind
    name: str


class Row(Protocol):
    """A row of a table: its values in order, and by the names of their columns."""

    def __getitem__(self, key: Any, /) -> Any: ...

    def __iter__(self) -> Iterator[Any]: ...

    def __hash__(self) -> int: ...


class Rows(Protocol):
    """The answer to a query."""

    def fetchone(self) -> Any: ...

    def fetchall(self) -> list[Any]: ...


class Writer(Protocol):
    """What a transaction writes with. Values stand in a query as `?`."""

    def execute(self, query: str, values: Sequence[Any] = ..., /) -> Rows: ...


class Storage(Protocol):
    """Raises JournalError from every method."""

    def rows(self, query: str, *values: object) -> Sequence[Row]: ...

    def sealed(self, query: str, *values: object) -> Sequence[Row]:
        """Rows whose seals are right."""
        ...

    def transaction(self) -> AbstractContextManager[Writer]:
        """All of it is kept, or nothing."""
        ...

    def as_it_was_written(self) -> AbstractContextManager[None]:
        """What cannot be read in here is damage."""
        ...

    def check_claimed(self, writer: Writer, claim: Claim) -> None:
        """Refuse, within a transaction, what another process has claimed since."""
        ...

    def shrink(self) -> None:
        """Give back the room of what was deleted."""
        ...

    def close(self) -> None: ...


def insert(db: Writer, table: str, row: Mapping[str, Any]) -> int:
    """Add a row, in place of one with the same key, and seal it; returns its number, 0 where its key is a
    text."""
    key, names = _KEYS[table], ", ".join(row)
    query = f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(row))})"
    if key in row:
        changes = ", ".join(f"{name} = excluded.{name}" for name in row)
        query += f" ON CONFLICT ({key}) DO UPDATE SET {changes}"
    (number,) = db.execute(f"{query} RETURNING {key}", [*row.values()]).fetchone()
    seal(db, table, number)
    return 0 if key in row else int(number)


def seal(db: Writer, table: str, key: Any) -> None:
    """Store the checksum of a row in the row."""
    column = _KEYS[table]
    row = db.execute(f"SELECT * FROM {table} WHERE {column} = ?", (key,)).fetchone()
    if row is not None:
        db.execute(f"UPDATE {table} SET seal = ? WHERE {column} = ?", (seal_of(row), key))


def check_seals(rows: Iterable[Row]) -> None:
    """Raises ValueError where a row is not as it was sealed."""
    if any(row["seal"] != seal_of(row) for row in rows):
        raise ValueError("a seal is broken")


@contextmanager
def undamaged(what: str, cure: str) -> Iterator[None]:
    """What cannot be read in here is damage. Raises JournalError."""
    try:
        yield
    except (ValueError, TypeError, IndexError, zlib.error):
        raise JournalError(f"{what} is damaged – {cure}") from None


def seal_of(row: Row) -> str:
    """The checksum of a row; its last column is the seal itself."""
    content = list(row)[:-1]
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()[:16]
