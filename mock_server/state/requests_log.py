"""The request log: what was asked, what it did, what it cost. Tokens never get in."""

from __future__ import annotations

import json
import re
from typing import Any

from mock_server.mock import Mock, compact

TOKEN = re.compile(r"(nmv_usr_|clm_)\w+")
COLUMNS = "n, at, method, path, call, session, user, instruction, applied, charged, status, detail"


def redact(text: str | None) -> str | None:
    """The text without what follows the first letters of a token: that one leaked stays visible."""
    return None if text is None else TOKEN.sub(r"\1…", text)


class Entry:
    """One line of the log; it is in the database from the moment the request came."""

    def __init__(self, mock: Mock, method: str, path: str, call: str) -> None:
        self._store = mock.store
        self.number = mock.store.insert(
            "insert into requests (at, method, path, call) values (?, ?, ?, ?)",
            mock.clock.now(),
            method[:20],
            redact(path[:500]),
            call,
        )
        self.user: str | None = None
        self.session: str | None = None
        self.instruction: str | None = None
        self.detail: dict[str, Any] = {}

    def identify(self) -> None:
        """Writes down who asks and what, before anything is done."""
        self._store.run(
            "update requests set user = ?, session = ?, instruction = ?, detail = ? where n = ?",
            self.user,
            redact(self.session),
            redact(self.instruction),
            compact(self.detail),
            self.number,
        )

    def finish(self, status: int) -> None:
        self._store.run(
            "update requests set user = ?, session = ?, status = ?, detail = ? where n = ?",
            self.user,
            redact(self.session),
            status,
            compact(self.detail),
            self.number,
        )


def entries(
    mock: Mock, session: str | None = None, call: str | None = None
) -> list[dict[str, Any]]:
    """The log, oldest first. `applied` counts how often an instruction changed the draft.

    `charged` is what it cost; a `status` of None belongs to a request that is under way, or was
    when the mock was killed.
    """
    rows = mock.store.all(
        f"select {COLUMNS} from requests where (? is null or session = ?)"
        " and (? is null or call = ?) order by n",
        *(session, session),
        *(call, call),
    )
    return [{**row, "detail": json.loads(row["detail"])} for row in rows]
