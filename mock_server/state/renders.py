"""Renders as the database knows them; `render.worker` carries them out."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from mock_server.api.errors import ApiError
from mock_server.state.clock import Clock
from mock_server.state.seeded_random import SeededRandom
from mock_server.state.store import Row, Store, compact


@dataclass(eq=False)
class Renders:
    """All renders, and what a caller may know of them."""

    store: Store
    clock: Clock
    random: SeededRandom

    def add(self, user: str, wanted: dict[str, Any], plan: dict[str, Any]) -> None:
        """Store a pending render. Raises ApiError 409 for a known id or a second at a time."""
        with self.store.tx():
            self._refuse_second(wanted["id"], wanted["sessionId"])
            self.store.run(
                "insert into renders values (?, ?, ?, ?, ?, 'pending', 0, null, ?, 0, 0, 0, ?, ?, 0)",
                wanted["id"],
                wanted["sessionId"],
                user,
                compact(wanted["draft"]),
                compact(wanted.get("output", {})),
                self.random.hex("render") + ".mp4",
                compact(plan),
                self.clock.now(),
            )

    def _refuse_second(self, render_id: str, session: str) -> None:
        if self.store.value("select 1 from renders where id = ?", render_id):
            raise ApiError(409, f"render id already exists: {render_id}")
        running = (
            "select 1 from renders where session_id = ? and status in ('pending', 'processing')"
        )
        if self.store.value(running, session):
            raise ApiError(409, "another render of this session is running")

    def find(self, render_id: str, user: str) -> Row:
        """A user's render. Raises ApiError 404."""
        found = "select * from renders where id = ? and user_id = ?"
        row = self.store.one(found, render_id, user)
        if row is None:
            raise ApiError(404, "no such render")
        return row

    def newest_first(self, session: str) -> list[Row]:
        """The renders of a session."""
        return self.store.all(
            "select * from renders where session_id = ? order by created desc, rowid desc", session
        )

    def count_poll(self, render_id: str) -> None:
        """One more poll; `render_slow` hides the end from the first few."""
        self.store.run("update renders set polls = polls + 1 where id = ?", render_id)

    def visible_status(self, row: Row) -> str:
        """The status as the caller may know it: a finished render can be held back."""
        plan = json.loads(row["plan"])
        early = self.clock.now() < plan["ready"] or row["polls"] < plan["polls"]
        if row["status"] in ("completed", "failed") and (early or plan["stuck"]):
            return "processing"
        return row["status"]
