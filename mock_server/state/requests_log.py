"""The request log: each request, what it changed and what it cost. It never holds a token."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from mock_server.state.clock import Clock
from mock_server.state.store import Store, compact

TOKEN = re.compile(r"(nmv_usr_|clm_)\w+")
COLUMNS = "n, at, method, path, call, session, user, instruction, applied, charged, status, detail"


def redact(text: str | None) -> str | None:
    """Cut tokens down to their prefix, so that a leak stays visible."""
    return None if text is None else TOKEN.sub(r"\1…", text)


class Entry:
    """One line of the log; it is stored as soon as the request arrives."""

    def __init__(self, store: Store, number: int) -> None:
        self._store = store
        self.number = number
        self.user: str | None = None
        self.session: str | None = None
        self.instruction: str | None = None
        self.detail: dict[str, Any] = {}

    def identify(self) -> None:
        """Store who asks for what, before anything is done."""
        self._store.run(
            "update requests set user = ?, session = ?, instruction = ?, detail = ? where n = ?",
            self.user,
            redact(self.session),
            redact(self.instruction),
            compact(self.detail),
            self.number,
        )

    def finish(self, status: int) -> None:
        """Store the HTTP status and the details."""
        self._store.run(
            "update requests set user = ?, session = ?, instruction = ?, status = ?, detail = ?"
            " where n = ?",
            self.user,
            redact(self.session),
            redact(self.instruction),
            status,
            compact(self.detail),
            self.number,
        )


@dataclass(eq=False)
class RequestLog:
    """All requests that this mock has received."""

    store: Store
    clock: Clock

    def begin(self, method: str, path: str, call: str) -> Entry:
        """Store a request that has just arrived."""
        number = self.store.insert(
            "insert into requests (at, method, path, call) values (?, ?, ?, ?)",
            self.clock.now(),
            method[:20],
            redact(path[:500]),
            call,
        )
        return Entry(self.store, number)

    def edits_of(self, session: str) -> int:
        """How often instructions have changed the draft of a session."""
        changed = "select coalesce(sum(applied), 0) from requests where session = ?"
        return self.store.value(changed, session)

    def entries(self, session: str | None = None, call: str | None = None) -> list[dict[str, Any]]:
        """The calls of the API, oldest first. `applied` counts how often the draft changed.

        `charged` is the price in credits; a `status` of None belongs to a request that is under
        way, or was when the mock was killed.
        """
        rows = self.store.all(
            f"select {COLUMNS} from requests where (? is null or session = ?)"
            " and (? is null or call = ?) and substr(call, 1, 1) <> '_' order by n",
            *(session, session),
            *(call, call),
        )
        return [{**row, "detail": json.loads(row["detail"])} for row in rows]
