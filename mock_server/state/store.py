"""The mock's SQLite database.

One connection behind a lock: statements take microseconds, so handlers call it from the event
loop. `tx()` makes several statements one, so that draft and bill agree even after a kill.
"""

from __future__ import annotations

import json
import re
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

SCHEMA = """
create table if not exists meta (key text primary key, value text not null);
create table if not exists counters (kind text primary key, n integer not null);
create table if not exists users (
  id text primary key, client_id text unique, anonymous integer not null, balance integer not null);
create table if not exists tokens (
  token text primary key, user_id text not null, scopes text not null, address text not null,
  issued real not null, expires real not null);
create table if not exists claims (
  token text primary key, session_id text not null, expires real not null);
create table if not exists sessions (
  id text primary key, task_id text not null, user_id text not null, name text not null,
  language text not null, draft text not null, edited integer not null default 0,
  created real not null, earlier text not null default '[]', asked text not null default '');
create table if not exists uploads (
  id text primary key, session_id text not null, name text not null, kind text not null,
  file text not null, duration_ms integer not null, width integer not null,
  height integer not null, fps real not null, has_audio integer not null, size integer not null,
  hash text not null, tracks text not null default '{}', unique (session_id, name));
create table if not exists messages (
  n integer primary key, session_id text not null, role text not null, text text not null,
  at real not null);
create table if not exists runs (
  id text primary key, session_id text not null, user_id text not null, text text not null,
  request integer not null, frozen integer not null, cost integer not null default 0,
  state text not null);
create table if not exists pending (
  n integer primary key, session_id text not null, kind text not null, run text,
  due real not null, reads integer not null);
create table if not exists renders (
  id text primary key, session_id text not null, user_id text not null, draft text not null,
  output text not null, status text not null, progress real not null, error text,
  file text not null, size integer not null default 0, duration_ms integer not null default 0,
  polls integer not null default 0, plan text not null, created real not null,
  completed real not null default 0);
create table if not exists requests (
  n integer primary key, at real not null, method text not null, path text not null,
  call text not null, session text, user text, instruction text, applied integer,
  charged integer, status integer, detail text not null default '{}');
create index if not exists messages_by_session on messages (session_id);
create index if not exists runs_by_user on runs (user_id, state);
create index if not exists runs_by_session on runs (session_id);
create index if not exists runs_with_frozen on runs (user_id, frozen) where state <> 'ended';
create index if not exists pending_by_session on pending (session_id);
create index if not exists renders_by_session on renders (session_id, status);
create index if not exists tokens_by_user on tokens (user_id);
"""
ADDED_LATER = {
    "uploads": {"tracks": "text not null default '{}'"},
    "sessions": {"earlier": "text not null default '[]'", "asked": "text not null default ''"},
    "renders": {"completed": "real not null default 0"},
}
TABLES = re.findall(r"create table if not exists (\w+)", SCHEMA)

LOG_PAGES = 4_000
"""Of the log beside the database, 16 MB, before it is carried over: a call of the agent writes twenty
pages, mostly the same ones."""

Row = dict[str, Any]


_COMPACT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def compact(value: object) -> str:
    """JSON without spaces, other scripts unescaped: as drafts are stored and sent."""
    return _COMPACT.encode(value)


def is_database(path: Path) -> bool:
    """Whether a file is a mock's database: it has the tables of one, and no others.

    Writes nothing: without a log beside the file, `immutable` keeps SQLite from creating one.
    """
    has_log = path.with_name(f"{path.name}-wal").exists()
    uri = f"{path.as_uri()}?{'mode=ro' if has_log else 'immutable=1'}"
    with suppress(sqlite3.Error), closing(sqlite3.connect(uri, uri=True)) as db:
        rows = db.execute("select name from sqlite_master where type = 'table'").fetchall()
        return {name for (name,) in rows} == set(TABLES)
    return False


class Store:
    """The database; `path` None keeps it in memory. Raises OSError for a foreign file."""

    def __init__(self, path: Path | None) -> None:
        self._lock = threading.RLock()
        self._depth = 0
        name = str(path) if path else ":memory:"
        self._db = sqlite3.connect(name, isolation_level=None, check_same_thread=False)
        self._db.row_factory = sqlite3.Row
        try:
            self._db.execute("pragma journal_mode = wal")
            self._db.execute("pragma synchronous = normal")
            self._db.execute(f"pragma wal_autocheckpoint = {LOG_PAGES}")
            self._db.executescript(SCHEMA)
            self._add_columns()
        except sqlite3.DatabaseError as error:
            self._db.close()
            raise OSError(f"{name} is not the database of a mock: {error}") from None

    def _add_columns(self) -> None:
        """Add the columns that an older database lacks."""
        for table, columns in ADDED_LATER.items():
            present = {row["name"] for row in self.all(f"pragma table_info({table})")}
            for name, declared in columns.items():
                if name not in present:
                    self.run(f"alter table {table} add column {name} {declared}")

    @contextmanager
    def tx(self) -> Iterator[None]:
        """All statements inside happen or none; nests."""
        with self._lock:
            if self._depth == 0:
                self._db.execute("begin immediate")
            self._depth += 1
            try:
                yield
            except BaseException:
                self._depth -= 1
                if self._depth == 0:
                    self._db.execute("rollback")
                raise
            self._depth -= 1
            if self._depth == 0:
                self._db.execute("commit")

    def run(self, sql: str, *values: object) -> int:
        """Executes one statement and returns how many rows it changed."""
        with self._lock:
            return self._db.execute(sql, values).rowcount

    def insert(self, sql: str, *values: object) -> int:
        """Executes an insert and returns the row number."""
        with self._lock:
            return int(self._db.execute(sql, values).lastrowid or 0)

    def one(self, sql: str, *values: object) -> Row | None:
        with self._lock:
            row = self._db.execute(sql, values).fetchone()
        return dict(row) if row is not None else None

    def all(self, sql: str, *values: object) -> list[Row]:
        with self._lock:
            return [dict(row) for row in self._db.execute(sql, values).fetchall()]

    def value(self, sql: str, *values: object) -> Any:
        with self._lock:
            row = self._db.execute(sql, values).fetchone()
        return row[0] if row is not None else None

    def meta(self, key: str) -> str | None:
        return self.value("select value from meta where key = ?", key)

    def set_meta(self, key: str, value: str) -> None:
        self.run("insert or replace into meta values (?, ?)", key, value)

    def next(self, kind: str) -> int:
        """A number that is never given twice, not even after a restart."""
        with self.tx():
            self.run(
                "insert into counters values (?, 1) on conflict (kind) do update set n = n + 1",
                kind,
            )
            return int(self.value("select n from counters where kind = ?", kind))

    def clear(self) -> None:
        with self.tx():
            for table in TABLES:
                self.run(f"delete from {table}")

    def close(self) -> None:
        with self._lock:
            self._db.close()
