"""Sessions: their drafts, conversations and claim tokens."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from typing import Any
from weakref import WeakValueDictionary

from mock_server.api.errors import ApiError
from mock_server.state.clock import WEEK, Clock
from mock_server.state.seeded_random import SeededRandom
from mock_server.state.store import Row, Store, compact

_ROW = "id, task_id, user_id, name, language, draft, edited, created"
"""Of a session; the drafts to go back to, and what is stored behind them, only who asks for them."""


class Sessions:
    """Sessions: their drafts, conversations and claim tokens."""

    def __init__(self, store: Store, clock: Clock, random: SeededRandom) -> None:
        self._store, self._clock, self._random = store, clock, random
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    def create(self, user: str, name: str, language: str) -> dict[str, str]:
        """A new session with an empty draft, as `task_id`, `session_id` and `user_id`."""
        task, session = "task_" + self._random.hex("task", 16), self._random.number("session")
        self._store.run(
            "insert into sessions (id, task_id, user_id, name, language, draft, created)"
            " values (?, ?, ?, ?, ?, ?, ?)",
            session,
            task,
            user,
            name,
            language,
            compact({"m": {"title": name}, "d": 0, "t": []}),
            self._clock.now(),
        )
        return {"task_id": task, "session_id": session, "user_id": user}

    def lock(self, session: str) -> asyncio.Lock:
        """The lock that lets one instruction at a time work on a session."""
        found = self._locks.get(session)
        if found is None:
            found = self._locks[session] = asyncio.Lock()
        return found

    def owned(self, session: str, user: str) -> Row:
        """A user's session. Raises ApiError 1002, also for somebody else's."""
        row = self.get(session)
        if row["user_id"] != user:
            raise ApiError(1002)
        return row

    def get(self, session: str) -> Row:
        """The session. Raises ApiError 1002 when there is none."""
        row = self._store.one(f"select {_ROW} from sessions where id = ?", session)
        if row is None:
            raise ApiError(1002)
        return row

    def of_project(self, project: str, user: str) -> Row:
        """The session of a user's project. Raises ApiError 1002."""
        row = self._store.one(
            f"select {_ROW} from sessions where task_id = ? and user_id = ?", project, user
        )
        if row is None:
            raise ApiError(1002, "project not found")
        return row

    def of_user(self, user: str) -> list[Row]:
        """A user's sessions, newest first."""
        return self._store.all(
            f"select {_ROW} from sessions where user_id = ? order by rowid desc limit 1000", user
        )

    def ask(self, session: str, text: str) -> None:
        """Keep the instruction that a question was asked about; "" once it is answered."""
        self._store.run("update sessions set asked = ? where id = ?", text, session)

    def asked(self, session: str) -> str:
        """The instruction that waits for an answer, or ""."""
        return str(self._only("asked", session))

    def last_said(self, session: str) -> float | None:
        """When the last message came, in epoch seconds."""
        return self._store.value("select max(at) from messages where session_id = ?", session)

    def draft(self, session: str) -> dict[str, Any]:
        """The session's draft. Raises ApiError 1002 when there is no such session."""
        return json.loads(self._only("draft", session))

    def earlier(self, session: str) -> list[str]:
        """The drafts that "undo" can go back to, as JSON, the newest last. Raises ApiError 1002."""
        kept: str = self._only("earlier", session)
        if kept.startswith("["):  # as they once were kept, and none
            return [compact(draft) for draft in json.loads(kept)]
        return kept.split("\n")

    def remember(self, session: str, earlier: Sequence[str]) -> None:
        """Keep these drafts instead; the draft itself stays as it is."""
        kept = "\n".join(earlier) or "[]"
        self._store.run("update sessions set earlier = ? where id = ?", kept, session)

    def was_edited(self, session: str) -> bool:
        """Whether an instruction has changed the draft. Raises ApiError 1002."""
        return bool(self._only("edited", session))

    def _only(self, column: str, session: str) -> Any:
        """One column: drafts are long. Raises ApiError 1002."""
        found = self._store.value(f"select {column} from sessions where id = ?", session)
        if found is None:
            raise ApiError(1002)
        return found

    def replace_draft(self, session: str, draft: dict[str, Any]) -> None:
        """Store another draft. Raises ApiError 1002 when there is no such session."""
        text = compact(draft)
        if not self._store.run("update sessions set draft = ? where id = ?", text, session):
            raise ApiError(1002)

    def say(self, session: str, role: str, text: str) -> None:
        """Add to the conversation; role is `user` or `agent`."""
        self._store.run(
            "insert into messages (session_id, role, text, at) values (?, ?, ?, ?)",
            session,
            role,
            text,
            self._clock.now(),
        )

    def conversation(self, session: str, limit: int) -> list[Row]:
        """The last `limit` messages, newest first."""
        return self._store.all(
            "select role, text from messages where session_id = ? order by n desc limit ?",
            session,
            limit,
        )

    def issue_claim(self, session: str) -> str:
        """A token that opens the claim page of a session for a week."""
        token = "clm_" + self._random.hex("claim", 40)
        expires = self._clock.now() + WEEK
        self._store.run("insert into claims values (?, ?, ?)", token, session, expires)
        return token

    def claimed(self, token: str) -> str | None:
        """The id of the session that a claim token opens; None when it has expired."""
        found = "select session_id from claims where token = ? and expires > ?"
        return self._store.value(found, token, self._clock.now())
