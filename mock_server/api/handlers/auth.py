"""Tokens, claim tokens and credits."""

from __future__ import annotations

import re
from dataclasses import dataclass

from starlette.responses import Response

from mock_server.api.errors import ApiError
from mock_server.api.request import ApiRequest
from mock_server.api.responses import success
from mock_server.state.accounts import Accounts
from mock_server.state.clock import WEEK
from mock_server.state.sessions import Sessions

CLIENT_ID = re.compile(r"[\x21-\x7e]{1,64}")


@dataclass(eq=False)
class AuthHandlers:
    """Tokens, claim tokens and credits."""

    accounts: Accounts
    sessions: Sessions

    async def anonymous_token(self, call: ApiRequest) -> Response:
        """One token per client and ten per address in seven days, as documented."""
        client = call.header("X-Client-Id")
        if not client:
            raise ApiError(400)
        if not CLIENT_ID.fullmatch(client):
            raise ApiError(400, "X-Client-Id must be 1–64 visible ASCII characters, as in a UUID")
        address = call.request.client.host if call.request.client else "unknown"
        opened = self.accounts.open_anonymous(client, address)
        call.entry.user = opened["user_id"]
        return success(opened)

    async def claim_token(self, call: ApiRequest) -> Response:
        """A token for the claim page of the caller's session. Raises ApiError 1002."""
        row = self.sessions.owned(call.json["session_id"], call.user["id"])
        if row["task_id"] != call.json["task_id"]:
            raise ApiError(1002)
        call.entry.session = row["id"]
        token = self.sessions.issue_claim(row["id"])
        return success({"claim_token": token, "expires_in": int(WEEK)})

    async def credits(self, call: ApiRequest) -> Response:
        """The caller's balance."""
        return success(self.accounts.balance(call.user["id"]))
