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
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

from nemo_spec.run.database import Database, seal

_FILE = "journal.db"

Kind = Literal["upload", "instruct", "repair", "render"]
State = Literal["sent", "done", "unchanged", "unknown", "refused", "given up"]
"""`sent` and `unknown` are in doubt: what was sent may still be carried out."""


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

    def __init__(self, database: Database) -> None:
        self._db = database

    @classmethod
    def in_memory(cls) -> Journal:
        """A journal that is gone with the process, for a service that is gone with it too."""
        return cls(Database.in_memory())

    @staticmethod
    def path_in(folder: Path) -> Path:
        return folder / _FILE

    @classmethod
    def open(cls, folder: Path) -> Journal:
        """The journal in a folder, which is made."""
        return cls(Database.open(cls.path_in(folder)))

    def close(self) -> None:
        self._db.close()

    def __enter__(self) -> Journal:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # -- runs and sessions --

    def begin(self, recipe: str, arguments: Mapping[str, Any], key: str, now: datetime) -> int:
        """A new run; returns its number."""
        with self._db.transaction() as db:
            cursor = db.execute(
                "INSERT INTO runs (recipe, arguments, key, began) VALUES (?, ?, ?, ?)",
                (
                    recipe.encode("utf-8", "replace").decode(),
                    json.dumps(arguments),
                    key,
                    now.isoformat(),
                ),
            )
            seal(db, "runs", cursor.lastrowid)
        return int(cursor.lastrowid or 0)

    def finish(self, run: int, outcome: str, cost: float | None, now: datetime) -> None:
        with self._db.transaction() as db:
            db.execute(
                "UPDATE runs SET outcome = ?, cost = ?, ended = ? WHERE id = ?",
                (outcome, cost, now.isoformat(), run),
            )
            seal(db, "runs", run)

    def bind(self, run: int, key: str, session: str, task: str) -> None:
        """From now on this is the session of that recipe with those clips."""
        with self._db.transaction() as db:
            db.execute("UPDATE runs SET session = ? WHERE id = ?", (session, run))
            cursor = db.execute(
                "INSERT OR REPLACE INTO sessions (key, session, task) VALUES (?, ?, ?)",
                (key, session, task),
            )
            seal(db, "runs", run)
            seal(db, "sessions", cursor.lastrowid)

    def session_of(self, key: str) -> tuple[str, str] | None:
        """The session and its task."""
        rows = self._db.sealed("SELECT * FROM sessions WHERE key = ?", key)
        return (rows[0]["session"], rows[0]["task"]) if rows else None

    def runs(self) -> list[Run]:
        """All runs, the latest first."""
        rows = self._db.sealed("SELECT * FROM runs ORDER BY id DESC")
        with self._db.as_it_was_written():
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
        with self._db.transaction() as db:
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
            seal(db, "steps", cursor.lastrowid)
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
        with self._db.transaction() as db:
            db.execute(
                "UPDATE steps SET state = ?, after = coalesce(?, after), cost = coalesce(?, cost),"
                " result = coalesce(?, result) WHERE id = ?",
                (state, self._kept(db, after), cost, json.dumps(result) if result else None, step),
            )
            seal(db, "steps", step)

    def steps(self, session: str) -> list[Step]:
        """Everything that was sent in a session, in order."""
        rows = self._db.sealed("SELECT * FROM steps WHERE session = ? ORDER BY id", session)
        with self._db.as_it_was_written():
            return [_step(row) for row in rows]

    def draft(self, hash_: str) -> bytes:
        """A draft as it came, byte for byte."""
        rows = self._db.rows("SELECT content FROM drafts WHERE hash = ?", hash_)
        with self._db.as_it_was_written():
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
