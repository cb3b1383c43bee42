"""Changes to a draft after the stream has closed: late edits, second-stage additions."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from mock_server.api.errors import ApiError
from mock_server.faults.draft_faults import add_unasked
from mock_server.state.billing import Billing, Run
from mock_server.state.clock import Clock
from mock_server.state.sessions import Sessions
from mock_server.state.store import Row, Store
from mock_server.state.uploads import Uploads

Act = Callable[..., Awaitable[Any]]


@dataclass(eq=False)
class DelayedEdits:
    """Edits that wait for a time on the mock's clock, or for reads of the state."""

    store: Store
    clock: Clock
    sessions: Sessions
    uploads: Uploads
    billing: Billing
    act: Act

    def postpone(
        self,
        session: str,
        kind: str,
        params: dict[str, Any],
        run: str | None = None,
        reads: int = 0,
    ) -> None:
        """Put an edit off for `seconds` on the mock's clock and `reads` reads of the state."""
        self.store.run(
            "insert into pending (session_id, kind, run, due, reads) values (?, ?, ?, ?, ?)",
            session,
            kind,
            run,
            self.clock.now() + params.get("seconds", 0.0),
            params.get("reads", reads),
        )

    async def land(self, session: str, *, read: bool = True) -> None:
        """Make the edits that are due. `read` counts this as a read of the state."""
        lock = self.sessions.lock(session)
        waiting = "select * from pending where session_id = ? order by n"
        for row in self.store.all(waiting, session):
            if row["reads"] > 0:
                fewer = "update pending set reads = reads - ? where n = ?"
                self.store.run(fewer, int(read), row["n"])
            elif row["due"] <= self.clock.now() and not lock.locked():
                async with lock:
                    await self._make(session, row)

    async def _make(self, session: str, row: Row) -> None:
        """Once: the transaction that changes the draft also deletes the row."""
        if not self.store.value("select 1 from pending where n = ?", row["n"]):
            return
        draft = self.sessions.draft(session)
        if row["kind"] == "instruction":
            await self._make_instruction(session, row, draft)
            return
        changed = add_unasked(draft, row["kind"])
        with self.store.tx():
            self._delete(row)
            self.sessions.replace_draft(session, changed)

    async def _make_instruction(self, session: str, row: Row, draft: dict[str, Any]) -> None:
        run = self.billing.postponed(row["run"])
        outcome = None
        try:
            media = self.uploads.media(session)
            earlier = self.sessions.earlier(session)
            outcome = await self.act(run.text, draft, media, earlier)
        finally:
            self._end(run, row, outcome)

    def _end(self, run: Run, row: Row, outcome: Any) -> None:
        with self.store.tx():
            self._delete(row)
            try:
                if outcome is not None and outcome.changed:
                    self.billing.commit(
                        run, outcome.draft, outcome.generated, 1, getattr(outcome, "earlier", ())
                    )
            except ApiError:
                self.sessions.say(run.session, "agent", "There are not enough credits for that.")
            self.billing.settle(run.id)

    def _delete(self, row: Row) -> None:
        self.store.run("delete from pending where n = ?", row["n"])
