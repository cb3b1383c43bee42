"""Runs and their price: frozen while one works, charged with the edit, released without one.

50 credits with the first edit of a session and 100 for each generated clip are documented; the
rest of the arithmetic (what is frozen, that a later edit is free) is assumed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from mock_server.api.errors import ApiError
from mock_server.state.accounts import Accounts
from mock_server.state.seeded_random import SeededRandom
from mock_server.state.sessions import Sessions
from mock_server.state.settings import Settings
from mock_server.state.store import Row, Store, compact


@dataclass(frozen=True)
class Run:
    """One instruction at work. `index` counts the instructions of its session from 0."""

    id: str
    session: str
    user: str
    text: str
    index: int


@dataclass(eq=False)
class Billing:
    """Opens, charges and ends runs. Prices are in credits."""

    store: Store
    random: SeededRandom
    settings: Settings
    accounts: Accounts
    sessions: Sessions

    def _price(self, session: str, generated: int, times: int = 1) -> int:
        config = self.settings.config
        each = config.price_per_edit + config.price_per_clip * generated
        first = 0 if self.sessions.was_edited(session) else config.price_per_session
        return each * times + first

    def begin(self, session: str, user: str, text: str, request: int) -> Run:
        """Open a run and freeze the price of a plain edit. Raises ApiError 2001 if it is short."""
        with self.store.tx():
            cost = self._price(session, 0)
            if cost > self.accounts.balance(user)["available"]:
                raise ApiError(2001)
            index = self.store.value("select count(*) from runs where session_id = ?", session)
            run = Run("run_" + self.random.hex("run", 16), session, user, text, index)
            self.store.run(
                "insert into runs values (?, ?, ?, ?, ?, ?, 0, 'running')",
                run.id,
                session,
                user,
                text,
                request,
                cost,
            )
            self.store.run("update requests set applied = 0, charged = 0 where n = ?", request)
            self.sessions.say(session, "user", text)
        return run

    def commit(
        self,
        run: Run,
        draft: dict[str, Any],
        generated: int,
        times: int = 1,
        earlier: Sequence[str] = (),
    ) -> None:
        """Store draft, charge and log at once. Raises ApiError 2001 when the price is too high.

        `earlier` are the drafts that the session can go back to from this one, each a line of JSON.
        """
        with self.store.tx():
            cost = self._price(run.session, generated, times)
            own = self.store.value("select frozen from runs where id = ?", run.id)
            if cost > self.accounts.balance(run.user)["available"] + own:
                raise ApiError(2001)
            edit = "update sessions set draft = ?, earlier = ?, edited = 1 where id = ?"
            kept = "\n".join(earlier) or "[]"
            self.store.run(edit, compact(draft), kept, run.session)
            charge = "update users set balance = balance - ? where id = ?"
            self.store.run(charge, cost, run.user)
            self.store.run("update runs set frozen = 0, cost = ? where id = ?", cost, run.id)
            self.store.run(
                "update requests set applied = applied + ?, charged = charged + ?"
                " where n = (select request from runs where id = ?)",
                times,
                cost,
                run.id,
            )

    def spent(self, user: str) -> int:
        """The credits that a user was charged so far."""
        return self.store.value("select coalesce(sum(cost), 0) from runs where user_id = ?", user)

    def charged(self, user: str, since: float, until: float) -> list[Row]:
        """The runs that cost something, newest first; times in epoch seconds."""
        return self.store.all(
            "select runs.*, sessions.task_id, requests.at from runs"
            " join sessions on sessions.id = runs.session_id"
            " join requests on requests.n = runs.request"
            " where runs.user_id = ? and cost > 0 and requests.at >= ? and requests.at < ?"
            " order by requests.n desc",
            *(user, since, until),
        )

    def postpone(self, run: Run) -> None:
        """Mark a run that is carried out after its stream has closed."""
        self.store.run("update runs set state = 'late' where id = ?", run.id)

    def postponed(self, run_id: str) -> Run:
        """A run that was postponed."""
        row = self.store.one("select * from runs where id = ?", run_id) or {}
        return Run(row["id"], row["session_id"], row["user_id"], row["text"], 0)

    def settle(self, run_id: str) -> None:
        """End a run and release what is still frozen for it."""
        self.store.run("update runs set state = 'ended', frozen = 0 where id = ?", run_id)

    def settle_all(self) -> None:
        """After a restart, end the runs that a killed mock left open."""
        self.store.run("update runs set state = 'ended', frozen = 0 where state = 'running'")
