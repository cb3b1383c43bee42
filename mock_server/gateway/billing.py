"""Tokens, balance and usage in the forms of the second gateway."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from starlette.responses import Response

from mock_server.api.errors import ApiError
from mock_server.api.request import ApiRequest
from mock_server.api.responses import success
from mock_server.state.accounts import Accounts
from mock_server.state.billing import Billing
from mock_server.state.clock import iso
from mock_server.state.sessions import Sessions
from mock_server.state.store import Row

MOST_ITEMS = 100  # on a page


@dataclass(eq=False)
class BillingHandlers:
    """Who pays, what is left, and what was spent."""

    accounts: Accounts
    billing: Billing
    sessions: Sessions

    async def verify(self, call: ApiRequest) -> Response:
        """The user of a token. Raises ApiError 1010, 1011."""
        token = call.json["token"]
        user = self.accounts.holder(token)
        if user is None:
            raise self.accounts.refusal(token)
        call.entry.user = user["id"]
        left = self.accounts.balance(user["id"])["available"]
        return success({"user_id": user["id"], "balance": left})

    async def exchange(self, call: ApiRequest) -> Response:
        """The project that a claim token opens. Raises ApiError 1010 for an unknown or an old one."""
        session = self.sessions.claimed(call.json["claim_token"])
        if session is None:
            raise ApiError(1010, "unknown or expired claim token")
        row = self.sessions.get(session)
        call.entry.session = session
        return success({"project_id": row["task_id"], "session_id": session})

    async def balance(self, call: ApiRequest) -> Response:
        """The caller's credits."""
        user = call.user["id"]
        left, spent = self.accounts.balance(user), self.billing.spent(user)
        return success(
            {
                "available": left["available"],
                "frozen": left["frozen"],
                "total_granted": left["total"] + spent,
                "total_consumed": spent,
            }
        )

    async def usage(self, call: ApiRequest) -> Response:
        """What was charged, newest first, in pages. Raises ApiError 422 for a wrong number or date."""
        query = call.request.query_params
        page = _number(query.get("page_no", "1"), 10**6)
        size = _number(query.get("page_size", str(MOST_ITEMS)), MOST_ITEMS)
        since = _day(query.get("start_date", "1970-01-01"))
        until = _day(query.get("end_date", "9000-01-01")) + timedelta(days=1)
        rows = self.billing.charged(call.user["id"], since.timestamp(), until.timestamp())
        pages = -(-len(rows) // size)
        return success(
            {
                "items": [_item(row) for row in rows[(page - 1) * size : page * size]],
                "total": len(rows),
                "page_no": page,
                "page_size": size,
                "total_pages": pages,
                "has_next": page < pages,
            }
        )


def _item(row: Row) -> dict[str, Any]:
    conversation = {
        "conversation_id": row["id"],
        "project_id": row["task_id"],
        "session_id": row["session_id"],
        "user_message": row["text"],
    }
    return {
        "kind": "conversation",
        "amount_delta": -row["cost"],
        "created_at": iso(row["at"]),
        "conversation": conversation,
    }


def _number(text: str, most: int) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text[:9]) <= most:
        raise ApiError(422, f"a page number or size of 1–{most}, not {text[:20]!r}")
    return int(text)


def _day(text: str) -> datetime:
    try:
        return datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=UTC)
    except ValueError:
        raise ApiError(422, f"a date is written YYYY-MM-DD, not {text[:20]!r}") from None
