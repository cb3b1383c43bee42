"""What happens to a draft after the stream has closed: late edits, second-stage additions."""

from __future__ import annotations

import asyncio
import json
from typing import Any

from mock_server.api.errors import ApiError
from mock_server.faults.draft_faults import add_unasked
from mock_server.mock import Mock, compact
from mock_server.state import billing


def plan(
    mock: Mock,
    session: str,
    kind: str,
    params: dict[str, Any],
    run: str | None = None,
    reads: int = 0,
) -> None:
    """Puts something off: for `seconds` on the mock's clock and `reads` reads of the state."""
    mock.store.run(
        "insert into pending (session_id, kind, run, due, reads) values (?, ?, ?, ?, ?)",
        session,
        kind,
        run,
        mock.clock.now() + params.get("seconds", 0.0),
        params.get("reads", reads),
    )


async def land(mock: Mock, session: str, *, read: bool = True) -> None:
    """Carries out what is due. `read` counts this as a read of the state."""
    for row in mock.store.all("select * from pending where session_id = ? order by n", session):
        if row["reads"] > 0:
            mock.store.run("update pending set reads = reads - ? where n = ?", int(read), row["n"])
        elif row["due"] <= mock.clock.now() and not mock.lock(session).locked():
            async with mock.lock(session):
                await _carry_out(mock, session, row)


async def _carry_out(mock: Mock, session: str, row: dict[str, Any]) -> None:
    """Once: it is struck off in the transaction that changes the draft."""
    if not mock.store.value("select 1 from pending where n = ?", row["n"]):
        return
    draft = json.loads(mock.store.value("select draft from sessions where id = ?", session))
    if row["kind"] == "instruction":
        await _carry_out_instruction(mock, session, row, draft)
        return
    changed = compact(add_unasked(draft, row["kind"]))
    with mock.store.tx():
        mock.store.run("delete from pending where n = ?", row["n"])
        mock.store.run("update sessions set draft = ? where id = ?", changed, session)


async def _carry_out_instruction(
    mock: Mock, session: str, row: dict[str, Any], draft: dict[str, Any]
) -> None:
    one = mock.store.one("select * from runs where id = ?", row["run"]) or {}
    run = billing.Run(one["id"], session, one["user_id"], one["text"], 0)
    try:
        outcome = await asyncio.to_thread(mock.act, run.text, draft, mock.media(session))
    except Exception:
        _close(mock, run, row, None)
        raise
    _close(mock, run, row, outcome)


def _close(mock: Mock, run: billing.Run, row: dict[str, Any], outcome: Any) -> None:
    with mock.store.tx():
        mock.store.run("delete from pending where n = ?", row["n"])
        try:
            if outcome is not None and outcome.changed:
                billing.commit(mock, run, outcome.draft, outcome.generated)
        except ApiError:
            billing.say(mock, run.session, "agent", "There are not enough credits for that.")
        billing.settle(mock, run.id)
