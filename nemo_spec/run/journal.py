"""What was sent and what became of it: `.nemo-spec/journal.db`.

Everything that costs something or lasts is written down in one transaction before it goes out and in
another once its outcome is known. Between the two it is in doubt, whatever happens to this process,
and the next run asks the draft. No token is ever in it.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

_FILE = "journal.db"

Kind = Literal["upload", "instruct", "repair", "render"]
State = Literal["sent", "done", "unchanged", "unknown", "refused", "given up"]
"""`sent` and `unknown` are in doubt: what was sent may still be carried out."""

_SQLITE = b"SQLite format 3\0"
_OURS = 0x6E656D6F
_VERSION = 1
_TABLES = """
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
_STATEMENTS = [one.strip() for one in _TABLES.split(";") if one.strip()]


class JournalError(Exception):
    """The journal cannot be used. `str()` is one sentence: what is wrong, and the cure."""


@dataclass(frozen=True, slots=True)
class Run:
    """One call of `apply`. `outcome` is None while it lasts, or when it was cut short."""

    id: int
    recipe: str
    arguments: dict[str, Any]
    key: str
    session: str
    began: datetime
    outcome: str | None
    cost: float | None


@dataclass(frozen=True, slots=True)
class Step:
    """Something that was sent. `subject` is the sentence, the name of a file, or a render's id;
    `owners` are the statements by their index; `before` and `after` are hashes of drafts; `cost` is
    in credits; `result` holds what a render was asked for and what came of it."""

    id: int
    kind: Kind
    subject: str
    owners: tuple[int | None, ...]
    state: State
    at: datetime
    before: str | None
    after: str | None
    cost: float | None
    result: dict[str, Any]

    @property
    def in_doubt(self) -> bool:
        return self.state in ("sent", "unknown")


def draft_hash(draft: bytes) -> str:
    return hashlib.sha256(draft).hexdigest()


class Journal:
    """Raises JournalError from every method: full disk, read-only, damaged."""

    def __init__(self, database: sqlite3.Connection, path: Path | None) -> None:
        self._db = database
        self._path = path

    @classmethod
    def in_memory(cls) -> Journal:
        """A journal that is gone with the process, for a service that is gone with it too."""
        journal = cls(sqlite3.connect(":memory:", isolation_level=None), None)
        journal._prepare()
        return journal

    @staticmethod
    def path_in(folder: Path) -> Path:
        return folder / _FILE

    @classmethod
    def open(cls, folder: Path) -> Journal:
        """The journal in a folder, which is made."""
        path = cls.path_in(folder)
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            cure = "run this where files can be written"
            raise JournalError(f"{folder} cannot be made: {error.strerror} – {cure}") from None
        if not _may_be_ours(path):
            raise JournalError(f"{path} is not a journal of nemo-spec – {_MOVE}")
        try:
            database = sqlite3.connect(path, isolation_level=None, timeout=10)
        except sqlite3.Error as error:
            raise JournalError(f"{path}: {error} – {_cure(error)}") from None
        journal = cls(database, path)
        try:
            journal._prepare()
        except JournalError:
            journal.close()
            raise
        return journal

    def close(self) -> None:
        self._db.close()

    def __enter__(self) -> Journal:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # -- runs and sessions --

    def begin(self, recipe: str, arguments: Mapping[str, Any], key: str, now: datetime) -> int:
        """A new run; returns its number."""
        with self._transaction() as db:
            cursor = db.execute(
                "INSERT INTO runs (recipe, arguments, key, began) VALUES (?, ?, ?, ?)",
                (recipe, json.dumps(arguments), key, now.isoformat()),
            )
            _seal(db, "runs", cursor.lastrowid)
        return int(cursor.lastrowid or 0)

    def finish(self, run: int, outcome: str, cost: float | None, now: datetime) -> None:
        with self._transaction() as db:
            db.execute(
                "UPDATE runs SET outcome = ?, cost = ?, ended = ? WHERE id = ?",
                (outcome, cost, now.isoformat(), run),
            )
            _seal(db, "runs", run)

    def bind(self, run: int, key: str, session: str, task: str) -> None:
        """From now on this is the session of that recipe with those clips."""
        with self._transaction() as db:
            db.execute("UPDATE runs SET session = ? WHERE id = ?", (session, run))
            cursor = db.execute(
                "INSERT OR REPLACE INTO sessions (key, session, task) VALUES (?, ?, ?)",
                (key, session, task),
            )
            _seal(db, "runs", run)
            _seal(db, "sessions", cursor.lastrowid)

    def session_of(self, key: str) -> tuple[str, str] | None:
        """The session and its task."""
        rows = self._sealed("SELECT * FROM sessions WHERE key = ?", key)
        return (rows[0]["session"], rows[0]["task"]) if rows else None

    def runs(self) -> list[Run]:
        """All runs, the latest first."""
        rows = self._sealed("SELECT * FROM runs ORDER BY id DESC")
        with self._as_it_was_written():
            return [_run(row) for row in rows]

    # -- steps --

    def intend(
        self,
        run: int,
        session: str,
        kind: Kind,
        subject: str,
        now: datetime,
        *,
        owners: Sequence[int | None] = (),
        before: bytes | None = None,
        result: Mapping[str, Any] | None = None,
    ) -> int:
        """Note what is about to be sent, with the draft as it stands; returns the step's number."""
        with self._transaction() as db:
            cursor = db.execute(
                "INSERT INTO steps (run, session, kind, subject, owners, state, at, before, result)"
                " VALUES (?, ?, ?, ?, ?, 'sent', ?, ?, ?)",
                (
                    run,
                    session,
                    kind,
                    subject,
                    json.dumps(list(owners)),
                    now.isoformat(),
                    self._kept(db, before),
                    json.dumps(result or {}),
                ),
            )
            _seal(db, "steps", cursor.lastrowid)
        return int(cursor.lastrowid or 0)

    def settle(
        self,
        step: int,
        state: State,
        *,
        after: bytes | None = None,
        cost: float | None = None,
        result: Mapping[str, Any] | None = None,
        met: Sequence[str] | None = None,
    ) -> None:
        """Note what became of it; `met` are the sentences whose lines it has met."""
        result = result if met is None else {"met": list(met)}
        with self._transaction() as db:
            db.execute(
                "UPDATE steps SET state = ?, after = coalesce(?, after), cost = coalesce(?, cost),"
                " result = coalesce(?, result) WHERE id = ?",
                (state, self._kept(db, after), cost, json.dumps(result) if result else None, step),
            )
            _seal(db, "steps", step)

    def steps(self, session: str) -> list[Step]:
        """Everything that was sent in a session, in order."""
        rows = self._sealed("SELECT * FROM steps WHERE session = ? ORDER BY id", session)
        with self._as_it_was_written():
            return [_step(row) for row in rows]

    def draft(self, hash_: str) -> bytes:
        """A draft as it came, byte for byte."""
        rows = self._rows("SELECT content FROM drafts WHERE hash = ?", hash_)
        if not rows:
            raise JournalError(f"{self._path} is damaged: a draft is missing – {_MOVE}")
        with self._as_it_was_written():
            content = zlib.decompress(rows[0]["content"])
            if draft_hash(content) != hash_:
                raise ValueError
        return content

    # -- the file --

    def _kept(self, db: sqlite3.Connection, draft: bytes | None) -> str | None:
        if draft is None:
            return None
        found = draft_hash(draft)
        db.execute("INSERT OR IGNORE INTO drafts VALUES (?, ?)", (found, zlib.compress(draft)))
        return found

    def _prepare(self) -> None:
        with self._explained():
            self._db.row_factory = sqlite3.Row
            self._db.execute("PRAGMA synchronous = FULL")
            owner = self._db.execute("PRAGMA application_id").fetchone()[0]
            version = self._db.execute("PRAGMA user_version").fetchone()[0]
            tables = self._db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if not owner and not tables:
            with self._transaction() as db:
                for statement in _STATEMENTS:
                    db.execute(statement)
                db.execute(f"PRAGMA application_id = {_OURS}")
                db.execute(f"PRAGMA user_version = {_VERSION}")
        elif owner != _OURS:
            raise JournalError(f"{self._path} is not a journal of nemo-spec – {_MOVE}")
        elif version != _VERSION:
            cure = "use that version, or move the file away"
            raise JournalError(f"{self._path} was written by another nemo-spec – {cure}")
        elif not self._is_sound():
            raise JournalError(f"{self._path} is damaged – {_MOVE}")

    def _is_sound(self) -> bool:
        """Whether its tables are ours, and what lies in them can be found."""
        tables = self._rows("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid")
        ours = [row[0] for row in tables] == _STATEMENTS
        return ours and bool(self._rows("PRAGMA integrity_check(1)")[0][0] == "ok")

    def _rows(self, query: str, *values: object) -> list[sqlite3.Row]:
        with self._explained():
            return self._db.execute(query, values).fetchall()

    def _sealed(self, query: str, *values: object) -> list[sqlite3.Row]:
        """Rows that are as they were written."""
        rows = self._rows(query, *values)
        with self._as_it_was_written():
            if any(row["seal"] != _seal_of(row) for row in rows):
                raise ValueError
        return rows

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with self._explained():
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise

    @contextmanager
    def _as_it_was_written(self) -> Iterator[None]:
        try:
            yield
        except (ValueError, TypeError, IndexError, zlib.error):
            raise JournalError(f"{self._path} is damaged – {_MOVE}") from None

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.DatabaseError as error:
            raise JournalError(f"{self._path}: {error} – {_cure(error)}") from None
        except UnicodeError:  # SQLite quotes a damaged schema
            raise JournalError(f"{self._path} is damaged – {_MOVE}") from None


def _seal(db: sqlite3.Connection, table: str, number: int | None) -> None:
    """Note a hash of a row in it: a flipped bit must not make anything be sent again."""
    row = db.execute(f"SELECT * FROM {table} WHERE rowid = ?", (number,)).fetchone()
    if row is not None:
        db.execute(f"UPDATE {table} SET seal = ? WHERE rowid = ?", (_seal_of(row), number))


def _seal_of(row: sqlite3.Row) -> str:
    content = [one for name, one in zip(row.keys(), row, strict=True) if name != "seal"]
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()[:16]


_MOVE = "move it away: what it tells of sessions is lost then, the sessions are not"
_CURES = {
    "locked": "another program holds it: try again",
    "full": "make room, then run `nemo-spec resume`",
    "readonly": "make the folder writable",
    "unable to open": "make the folder writable",
    "disk I/O": "look after the disk, then run `nemo-spec resume`",
}


def _may_be_ours(path: Path) -> bool:
    """Whether it is a database or nothing yet: SQLite takes a short file of another kind for empty."""
    try:
        with path.open("rb") as file:
            return file.read(len(_SQLITE)) in (_SQLITE, b"")
    except OSError:
        return True  # opening it as a database tells why not


def _cure(error: sqlite3.Error) -> str:
    return next((cure for word, cure in _CURES.items() if word in str(error)), _MOVE)


def _run(row: sqlite3.Row) -> Run:
    return Run(
        row["id"],
        row["recipe"],
        json.loads(row["arguments"]),
        row["key"],
        row["session"],
        datetime.fromisoformat(row["began"]),
        row["outcome"],
        row["cost"],
    )


def _step(row: sqlite3.Row) -> Step:
    return Step(
        row["id"],
        row["kind"],
        row["subject"],
        tuple(json.loads(row["owners"])),
        row["state"],
        datetime.fromisoformat(row["at"]),
        row["before"],
        row["after"],
        row["cost"],
        json.loads(row["result"] or "{}"),
    )
