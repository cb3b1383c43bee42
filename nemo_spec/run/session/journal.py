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
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

from nemo_spec.run.session.storage import Database, JournalError, seal

_FILE = "journal.db"
_AT_MOST = "cost_at_most"

Kind = Literal["upload", "instruct", "repair", "render"]
State = Literal["sent", "done", "unchanged", "unknown", "refused", "given up"]
"""Of `sent` and `unknown` ones the outcome is unknown: they may still be carried out."""


@dataclass(frozen=True, slots=True)
class Run:
    """One call of `apply`. `outcome` is None while it lasts, or when it was cut short. `at_most`: the
    cost may hold what others were charged meanwhile."""

    id: int
    recipe: str
    arguments: dict[str, Any]
    key: str
    session: str
    began: datetime
    outcome: str | None
    cost: float | None
    at_most: bool = False


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


_COLUMNS = (
    "run", "session", "kind", "subject", "owners", "state", "at", "before", "after", "cost", "result",
)  # fmt: skip
_SURENESS: dict[str, int] = {
    "sent": 0, "unknown": 1, "given up": 2, "refused": 3, "unchanged": 4, "done": 5,
}  # fmt: skip
"""Of two journals that one is right which knows more of what became of a step."""


def draft_hash(draft: bytes) -> str:
    return hashlib.sha256(draft).hexdigest()


class Journal:
    """Raises JournalError from every method: full disk, read-only, damaged."""

    def __init__(self, database: Database) -> None:
        self._db = database
        self._record: Journal | None = None
        self._recorded: dict[int, int] = {}

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
        if self._record is not None:
            self._record.close()

    def __enter__(self) -> Journal:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # -- runs and sessions --

    def begin_run(self, recipe: str, arguments: Mapping[str, Any], key: str, now: datetime) -> int:
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

    def finish_run(
        self, run: int, outcome: str, cost: float | None, now: datetime, *, at_most: bool = False
    ) -> None:
        """Note how a run ended and what it cost, in credits."""
        with self._db.transaction() as db:
            if at_most:  # has no column of its own: a table that is changed is no journal of ours
                (kept,) = db.execute("SELECT arguments FROM runs WHERE id = ?", (run,)).fetchone()
                marked = json.dumps({**json.loads(kept), _AT_MOST: True})
                db.execute("UPDATE runs SET arguments = ? WHERE id = ?", (marked, run))
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

    def begin(
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
        step = int(cursor.lastrowid or 0)
        if self._record is not None:
            try:
                self._recorded[step] = self._record.begin(
                    run, session, kind, subject, now, owners=owners, before=before, result=result
                )
            except JournalError:
                with suppress(JournalError):
                    self.complete(step, "refused")  # it is not sent
                raise
        return step

    def complete(
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
        if self._record is not None and step in self._recorded:
            self._record.complete(
                self._recorded[step], state, after=after, cost=cost, result=result
            )

    def steps(self, session: str) -> list[Step]:
        """Everything that was sent in a session, in order of when it was: what another journal knew may
        have come in late."""
        rows = self._rows(session)
        with self._db.as_it_was_written():
            return sorted((_step(row) for row in rows), key=lambda step: step.at)

    def draft(self, hash_: str) -> bytes:
        """A draft as it came, byte for byte."""
        rows = self._db.rows("SELECT content FROM drafts WHERE hash = ?", hash_)
        with self._db.as_it_was_written():
            content = zlib.decompress(rows[0]["content"])
            if draft_hash(content) != hash_:
                raise ValueError
        return content

    # -- what other journals know of a session --

    def record_in(self, other: Journal, session: str) -> None:
        """Tell each other all about a session, and from now on note everything there too. It is closed
        with this one. What is under way there is under way here, whoever has sent it."""
        self._record = other
        self.learn(other, session)
        other.learn(self, session)
        theirs = {_identity(row): row["id"] for row in other._rows(session)}
        self._recorded = {row["id"]: theirs[_identity(row)] for row in self._rows(session)}

    def learn(self, other: Journal, session: str) -> None:
        """Take over the steps that another journal knows of, and their outcomes."""
        theirs = other._rows(session)
        if not self._news(theirs, session):
            return
        with self._db.transaction() as db:
            for row, known in self._news(theirs, session):
                number = _copied(db, row) if known is None else _updated(db, row, known)
                seal(db, "steps", number)
                for hash_ in (row["before"], row["after"]):
                    self._kept(db, None if hash_ is None else other.draft(hash_))

    def _news(
        self, theirs: Sequence[sqlite3.Row], session: str
    ) -> list[tuple[sqlite3.Row, int | None]]:
        """The steps of which others know more, each with its number here, None where it is new."""
        mine = {_identity(row): row for row in self._rows(session)}
        found: list[tuple[sqlite3.Row, int | None]] = []
        for row in theirs:
            known = mine.get(_identity(row))
            if known is None or _SURENESS[row["state"]] > _SURENESS[known["state"]]:
                found.append((row, None if known is None else int(known["id"])))
        return found

    def forget(self, session: str) -> None:
        """What was sent in an earlier session of this id, at a service that has begun to count anew as a
        mock does, was not sent in this one."""
        with self._db.transaction() as db:
            for row in self._rows(session):
                db.execute("UPDATE steps SET session = '' WHERE id = ?", (row["id"],))
                seal(db, "steps", row["id"])

    def _rows(self, session: str) -> list[sqlite3.Row]:
        return self._db.sealed("SELECT * FROM steps WHERE session = ? ORDER BY id", session)

    # -- the file --

    def _kept(self, db: sqlite3.Connection, draft: bytes | None) -> str | None:
        if draft is None:
            return None
        found = draft_hash(draft)
        db.execute("INSERT OR IGNORE INTO drafts VALUES (?, ?)", (found, zlib.compress(draft)))
        return found


def _identity(row: sqlite3.Row) -> tuple[object, ...]:
    """What makes a step the same in several journals: numbers are those of one journal only."""
    return row["kind"], row["subject"], row["at"]


def _copied(db: sqlite3.Connection, row: sqlite3.Row) -> int:
    marks = ", ".join("?" * len(_COLUMNS))
    query = f"INSERT INTO steps ({', '.join(_COLUMNS)}) VALUES ({marks})"
    return int(db.execute(query, [row[name] for name in _COLUMNS]).lastrowid or 0)


def _updated(db: sqlite3.Connection, row: sqlite3.Row, number: int) -> int:
    query = "UPDATE steps SET state = ?, after = ?, cost = ?, result = ? WHERE id = ?"
    db.execute(query, (row["state"], row["after"], row["cost"], row["result"], number))
    return number


def _run(row: sqlite3.Row) -> Run:
    arguments = json.loads(row["arguments"])
    at_most = bool(arguments.pop(_AT_MOST, False))
    return Run(
        row["id"],
        row["recipe"],
        arguments,
        row["key"],
        row["session"],
        datetime.fromisoformat(row["began"]),
        row["outcome"],
        row["cost"],
        at_most,
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
