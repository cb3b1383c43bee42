"""What was sent and what became of it: `.nemo-spec/journal.db`, or a database that machines share.

Everything that costs something or lasts is noted in one transaction before it goes out and in another
once its outcome is known. Between the two its outcome is unknown, whatever happens to this process, and
the next run asks the draft. The journal never holds a token.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

from nemo_spec.run.session.sqlite import Database
from nemo_spec.run.session.storage import Claim, JournalError, Row, Storage, Writer, insert, seal

_FILE = "journal.db"
_AT_MOST = "cost_at_most"

StepKind = Literal["upload", "instruct", "repair", "empty", "turn", "render"]
"""`empty` asks for an empty timeline; a `turn` is nothing that was sent, see `turns`."""
StepState = Literal["sent", "done", "unchanged", "unknown", "refused", "given up"]
"""Of `sent` and `unknown` ones the outcome is unknown: they may still be carried out."""


class Run(NamedTuple):
    """One call of `apply`. `outcome` is None while it lasts, or when it was cut short; `cost` is in
    credits. `at_most`: the cost may include what others were charged meanwhile."""

    id: int
    recipe: str
    arguments: dict[str, Any]
    key: str
    session: str
    began: datetime
    outcome: str | None
    cost: float | None
    at_most: bool = False


class Step(NamedTuple):
    """Something that was sent. `subject` is the sentence, the name of a file, or a render's id;
    `owners` are the statements by their index; `before` and `after` are hashes of drafts; `cost` is
    in credits; `result` holds what a render was asked for and what came of it."""

    id: int
    kind: StepKind
    subject: str
    owners: tuple[int | None, ...]
    state: StepState
    at: datetime
    before: str | None
    after: str | None
    cost: float | None
    result: dict[str, Any]


_COLUMNS = (
    "run", "session", "kind", "subject", "owners", "state", "at", "before", "after", "cost", "result",
)  # fmt: skip
_OPEN = ("sent", "unknown")
_UNUSED_DRAFTS = """
DELETE FROM drafts WHERE hash NOT IN (
    SELECT before FROM steps WHERE before IS NOT NULL
    UNION SELECT after FROM steps WHERE after IS NOT NULL
)
"""
_SURENESS: dict[str, int] = {
    "sent": 0, "unknown": 1, "given up": 2, "refused": 3, "unchanged": 4, "done": 5,
}  # fmt: skip
"""Of two journals, the one that knows more of the outcome of a step is right."""


def draft_hash(draft: bytes) -> str:
    """SHA-256, in hex."""
    return hashlib.sha256(draft).hexdigest()


class Journal:
    """Raises JournalError from every method: full disk, read-only, damaged."""

    def __init__(self, database: Storage) -> None:
        self._db = database
        self._record: Journal | None = None
        self._recorded: dict[int, int] = {}
        self._run = cache(_run)  # a run of the program reads what was noted several times
        self._step = cache(_step)

    @classmethod
    def in_memory(cls) -> Journal:
        """A journal that ends with the process, for a service that does so too."""
        return cls(Database.in_memory())

    @staticmethod
    def path_in(folder: Path) -> Path:
        return folder / _FILE

    @classmethod
    def open(cls, folder: Path) -> Journal:
        """The journal in a folder; both are created where they are missing."""
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
        """Note a new run; returns its number."""
        name, began = recipe.encode("utf-8", "replace").decode(), now.isoformat()
        row = {"recipe": name, "arguments": json.dumps(arguments), "key": key, "began": began}
        with self._db.transaction() as db:
            return insert(db, "runs", row)

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
        """Make this the session of that recipe with those clips."""
        with self._db.transaction() as db:
            self._db.check_claimed(db, Claim("key", key))
            db.execute("UPDATE runs SET session = ? WHERE id = ?", (session, run))
            seal(db, "runs", run)
            insert(db, "sessions", {"key": key, "session": session, "task": task})

    def session_of(self, key: str) -> tuple[str, str] | None:
        """The session of a recipe with its clips, and its task."""
        rows = self._db.sealed("SELECT * FROM sessions WHERE key = ?", key)
        return (rows[0]["session"], rows[0]["task"]) if rows else None

    def runs(self, key: str | None = None) -> list[Run]:
        """All runs, or those of a recipe with its clips, the latest first."""
        its, values = ("", ()) if key is None else ("WHERE key = ? ", (key,))
        rows = self._db.sealed(f"SELECT * FROM runs {its}ORDER BY id DESC", *values)
        with self._db.as_it_was_written():
            return [self._run(row) for row in rows]

    # -- steps --

    def begin(
        self,
        run: int,
        session: str,
        kind: StepKind,
        subject: str,
        now: datetime,
        *,
        owners: Sequence[int | None] = (),
        before: bytes | None = None,
        result: Mapping[str, Any] | None = None,
    ) -> int:
        """Note what is about to be sent, and the draft before it; returns the step's number."""
        row = {"run": run, "session": session, "kind": kind, "subject": subject, "state": "sent"}
        row |= {"owners": json.dumps(list(owners)), "at": now.isoformat()}
        with self._db.transaction() as db:
            self._db.check_claimed(db, Claim("session", session))
            row |= {"before": self._kept(db, before), "result": json.dumps(result or {})}
            step = insert(db, "steps", row)
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
        state: StepState,
        *,
        after: bytes | None = None,
        cost: float | None = None,
        result: Mapping[str, Any] | None = None,
        met: Sequence[str] | None = None,
        seen: tuple[str, str] | None = None,
    ) -> None:
        """Note the outcome of a step and its cost in credits; `met` are the sentences of the lines that
        are met now. `seen` is what was found of the only line, in words, and its place in the draft: where
        all was as it should be."""
        if met is not None:
            result = {"met": list(met)} | ({"seen": seen} if seen else {})
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
        """Everything that was sent in a session, ordered by time: what another journal knew may have
        come in late."""
        rows = self._rows(session)
        with self._db.as_it_was_written():
            return sorted(map(self._step, rows), key=lambda step: step.at)

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
        """Exchange all that is known of a session with another journal, and note everything there too
        from now on. It is closed with this one."""
        if self._record is not None and self._record is not other:
            self._record.close()
        self._record = other
        self.learn(other, session)
        other.learn(self, session)
        theirs = {_identity(row): row["id"] for row in other._rows(session)}
        self._recorded = {row["id"]: theirs[_identity(row)] for row in self._rows(session)}

    def learn(self, other: Journal, session: str) -> None:
        """Take over the steps of a session that another journal knows, and their outcomes."""
        theirs = other._rows(session)
        if not self._news(theirs, session):
            return
        with self._db.transaction() as db:
            for row, known in self._news(theirs, session):
                if known is None:
                    insert(db, "steps", {name: row[name] for name in _COLUMNS})
                else:
                    _update(db, row, known)
                for hash_ in (row["before"], row["after"]):
                    self._kept(db, None if hash_ is None else other.draft(hash_))

    def _news(self, theirs: Sequence[Row], session: str) -> list[tuple[Row, int | None]]:
        """The steps of which others know more, each with its number here, or None where it is new."""
        mine = {_identity(row): row for row in self._rows(session)}
        found: list[tuple[Row, int | None]] = []
        for row in theirs:
            known = mine.get(_identity(row))
            if known is None or _SURENESS[row["state"]] > _SURENESS[known["state"]]:
                found.append((row, None if known is None else int(known["id"])))
        return found

    def forget(self, session: str) -> None:
        """Detach what was sent in an earlier session of the same id: a mock that was reset gives ids
        again."""
        with self._db.transaction() as db:
            for row in self._rows(session):
                db.execute("UPDATE steps SET session = '' WHERE id = ?", (row["id"],))
                seal(db, "steps", row["id"])

    def prune(self, before: datetime) -> int:
        """Forget the sessions in which nothing has been done since, with their drafts; returns how many.

        One that has a message of unknown outcome stays. The runs stay in the list, without a session: what
        is noted beyond the journal then keeps a session from being paid for twice.
        """
        found = self._idle_since(before)
        with self._db.transaction() as db:
            for session in found:
                for table in ("sessions", "steps"):
                    db.execute(f"DELETE FROM {table} WHERE session = ?", (session,))
                runs = db.execute("SELECT id FROM runs WHERE session = ?", (session,)).fetchall()
                for (run,) in runs:
                    db.execute("UPDATE runs SET session = '' WHERE id = ?", (run,))
                    seal(db, "runs", run)
            if found:
                db.execute(_UNUSED_DRAFTS)
        if found:
            self._db.shrink()
        return len(found)

    def _idle_since(self, before: datetime) -> list[str]:
        latest: dict[str, datetime] = {}
        for run in self.runs():
            latest[run.session] = max(run.began, latest.get(run.session, run.began))
        old = [session for session, began in latest.items() if session and began < before]
        return [one for one in old if not any(s.state in _OPEN for s in self.steps(one))]

    def _rows(self, session: str) -> Sequence[Row]:
        return self._db.sealed("SELECT * FROM steps WHERE session = ? ORDER BY id", session)

    # -- the file --

    def _kept(self, db: Writer, draft: bytes | None) -> str | None:
        if draft is None:
            return None
        found, packed = _packed(draft)
        db.execute("INSERT INTO drafts VALUES (?, ?) ON CONFLICT DO NOTHING", (found, packed))
        return found


_QUICKLY = 1
"""A level of zlib's: of a draft it leaves a tenth more than the usual one, in half the time."""


@lru_cache(maxsize=2)
def _packed(draft: bytes) -> tuple[str, bytes]:
    """A draft as it is stored, under its hash. The draft after a message is the one before the next, and
    two journals note both."""
    return draft_hash(draft), zlib.compress(draft, _QUICKLY)


def _identity(row: Row) -> tuple[object, ...]:
    """What makes a step the same in several journals: a number belongs to one journal only."""
    return row["kind"], row["subject"], row["at"]


def _update(db: Writer, row: Row, number: int) -> None:
    query = "UPDATE steps SET state = ?, after = ?, cost = ?, result = ? WHERE id = ?"
    db.execute(query, (row["state"], row["after"], row["cost"], row["result"], number))
    seal(db, "steps", number)


def _run(row: Row) -> Run:
    arguments = json.loads(row["arguments"])
    at_most = bool(arguments.pop(_AT_MOST, False))
    kept = {name: row[name] for name in ("id", "recipe", "key", "session", "outcome", "cost")}
    began = datetime.fromisoformat(row["began"])
    return Run(**kept, arguments=arguments, began=began, at_most=at_most)


def _step(row: Row) -> Step:
    names = ("id", "kind", "subject", "state", "before", "after", "cost")
    owners, result = tuple(json.loads(row["owners"])), json.loads(row["result"] or "{}")
    at = datetime.fromisoformat(row["at"])
    return Step(**{name: row[name] for name in names}, owners=owners, at=at, result=result)
