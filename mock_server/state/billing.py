"""Runs and what they cost: frozen while one works, charged with the edit, free without one.

50 with the first edit of a session and 100 for each generated clip are documented; the rest of
the arithmetic (what is frozen, that a later edit is free) is assumed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from mock_server.api.errors import ApiError
from mock_server.api.handlers.auth import balance
from mock_server.mock import Mock, compact


@dataclass(frozen=True)
class Run:
    """One instruction at work. `index` counts the instructions of its session from 0."""

    id: str
    session: str
    user: str
    text: str
    index: int


def price(mock: Mock, session: str, generated: int, times: int = 1) -> int:
    """What an edit would cost now."""
    edited = mock.store.value("select edited from sessions where id = ?", session)
    each = mock.config.price_per_edit + mock.config.price_per_clip * generated
    return each * times + (0 if edited else mock.config.price_per_session)


def begin(mock: Mock, session: str, user: str, text: str, request: int) -> Run:
    """Opens a run and freezes the price of a plain edit. Raises ApiError 2001 when it is short."""
    with mock.store.tx():
        cost = price(mock, session, 0)
        if cost > balance(mock, user)["available"]:
            raise ApiError(2001)
        count = "select count(*) from runs where session_id = ?"
        index = mock.store.value(count, session)
        run = Run("run_" + mock.chance.hex("run", 16), session, user, text, index)
        mock.store.run(
            "insert into runs values (?, ?, ?, ?, ?, ?, 0, 'running')",
            run.id,
            session,
            user,
            text,
            request,
            cost,
        )
        mock.store.run("update requests set applied = 0, charged = 0 where n = ?", request)
        say(mock, session, "user", text)
    return run


def commit(mock: Mock, run: Run, draft: dict[str, Any], generated: int, times: int = 1) -> None:
    """Makes the edit: draft, charge and log at once. Raises ApiError 2001 when it is too dear."""
    with mock.store.tx():
        cost = price(mock, run.session, generated, times)
        own = mock.store.value("select frozen from runs where id = ?", run.id)
        if cost > balance(mock, run.user)["available"] + own:
            raise ApiError(2001)
        mock.store.run(
            "update sessions set draft = ?, edited = 1 where id = ?", compact(draft), run.session
        )
        mock.store.run("update users set balance = balance - ? where id = ?", cost, run.user)
        mock.store.run("update runs set frozen = 0, cost = ? where id = ?", cost, run.id)
        mock.store.run(
            "update requests set applied = applied + ?, charged = charged + ?"
            " where n = (select request from runs where id = ?)",
            times,
            cost,
            run.id,
        )


def settle(mock: Mock, run_id: str) -> None:
    """Ends a run: what is still frozen for it is free again."""
    mock.store.run("update runs set state = 'ended', frozen = 0 where id = ?", run_id)


def settle_all(mock: Mock) -> None:
    """After a restart: runs that a killed mock left open end where they stood."""
    mock.store.run("update runs set state = 'ended', frozen = 0 where state = 'running'")


def say(mock: Mock, session: str, role: str, text: str) -> None:
    """Adds to the conversation; role is `user` or `agent`."""
    mock.store.run(
        "insert into messages (session_id, role, text, at) values (?, ?, ?, ?)",
        session,
        role,
        text,
        mock.clock.now(),
    )
