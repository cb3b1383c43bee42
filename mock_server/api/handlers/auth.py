"""Tokens, their scopes and lifetimes, claim tokens, credits."""

from __future__ import annotations

import re
from typing import Any

from starlette.responses import Response

from mock_server.api.errors import ApiError
from mock_server.api.request import ApiRequest
from mock_server.api.responses import success
from mock_server.mock import Mock
from mock_server.state.clock import WEEK, iso

UUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
CLIENT_ID = re.compile(r"[\x21-\x7e]{1,64}")
ANONYMOUS_SCOPES = ("read", "write", "upload")
SCOPES = ("read", "write", "upload", "render", "*")
ATTRIBUTION = ("X-Skill-Source", "X-Skill-Version", "X-Skill-Platform")


async def anonymous_token(call: ApiRequest) -> Response:
    """One token per client and ten per address in seven days, as documented."""
    client = call.header("X-Client-Id")
    if not client:
        raise ApiError(400)
    if not CLIENT_ID.fullmatch(client):
        raise ApiError(400, "X-Client-Id must be 1–64 visible ASCII characters, as in a UUID")
    mock = call.mock
    with mock.store.tx():
        user = _anonymous_user(mock, client.lower() if UUID.fullmatch(client) else client)
        _refuse_too_many(mock, user["id"], _address(call))
        credits = mock.config.credits
        mock.store.run("update users set balance = ? where id = ?", credits, user["id"])
        token = issue(mock, user["id"], ANONYMOUS_SCOPES, address=_address(call))
    call.entry.user = user["id"]
    return success(
        {
            "token": token,
            "user_id": user["id"],
            "credits": credits,
            "expires_at": iso(mock.clock.now() + WEEK),
        }
    )


def _address(call: ApiRequest) -> str:
    return call.request.client.host if call.request.client else "unknown"


def _anonymous_user(mock: Mock, client: str) -> dict[str, Any]:
    found = mock.store.one("select * from users where client_id = ?", client)
    if found is not None:
        return found
    user = "anon_" + mock.chance.hex("user", 16)
    mock.store.run("insert into users values (?, ?, 1, 0)", user, client)
    return {"id": user}


def _refuse_too_many(mock: Mock, user: str, address: str) -> None:
    now = mock.clock.now()
    held = "select count(*) from tokens where user_id = ? and issued > ? and expires > ?"
    if mock.store.value(held, user, now - WEEK, now):
        raise ApiError(429, "one token per client in seven days")
    given = "select count(*) from tokens where address = ? and issued > ?"
    if mock.store.value(given, address, now - WEEK) >= mock.config.token_limit:
        raise ApiError(429, f"{mock.config.token_limit} tokens per address in seven days")


def issue(
    mock: Mock, user: str, scopes: tuple[str, ...], *, address: str = "", lasts: float = WEEK
) -> str:
    """A new token for a user; `lasts` in seconds."""
    token = "nmv_usr_" + mock.chance.hex("token", 40)
    now = mock.clock.now()
    mock.store.run(
        "insert into tokens values (?, ?, ?, ?, ?, ?)",
        token,
        user,
        " ".join(scopes),
        address,
        now,
        now + lasts,
    )
    return token


def authenticate(call: ApiRequest) -> None:
    """Sets the user of a request. Raises ApiError 1001, or 403 when a scope is missing."""
    kind, _, token = call.header("Authorization").partition(" ")
    if kind.lower() != "bearer" or not token.strip():
        raise ApiError(1001, "missing bearer token")
    call.token = token.strip()
    row = call.mock.store.one(
        "select u.*, t.scopes, t.expires from tokens t join users u on u.id = t.user_id"
        " where t.token = ?",
        call.token,
    )
    if row is None or row["expires"] <= call.mock.clock.now():
        raise ApiError(1001)
    call.user = row
    call.entry.user = row["id"]
    scopes = row["scopes"].split()
    if call.call.scope and call.call.scope not in scopes and "*" not in scopes:
        raise ApiError(403, f"the token lacks the scope {call.call.scope}")


def expire(mock: Mock, token: str) -> None:
    """Ends a token's life now."""
    mock.store.run("update tokens set expires = ? where token = ?", mock.clock.now(), token)


def require_export(call: ApiRequest) -> None:
    """Raises ApiError 402 when the attribution headers or the right to export are missing."""
    missing = [name for name in ATTRIBUTION if not call.header(name)]
    if missing:
        raise ApiError(402, f"export blocked: missing {', '.join(missing)}")
    scopes = call.user["scopes"].split()
    if not call.user["anonymous"] and not {"render", "*"} & set(scopes):
        raise ApiError(402, "export blocked: the token's plan has no export")


def balance(mock: Mock, user: str) -> dict[str, int]:
    """What a user holds: available + frozen = total."""
    total = mock.store.value("select balance from users where id = ?", user) or 0
    held = "select coalesce(sum(frozen), 0) from runs where user_id = ? and state <> 'ended'"
    frozen = mock.store.value(held, user)
    return {"available": total - frozen, "frozen": frozen, "total": total}


async def credits(call: ApiRequest) -> Response:
    return success(balance(call.mock, call.user["id"]))


async def claim_token(call: ApiRequest) -> Response:
    mock, wanted = call.mock, call.json
    row = mock.store.one(
        "select id from sessions where id = ? and task_id = ? and user_id = ?",
        wanted["session_id"],
        wanted["task_id"],
        call.user["id"],
    )
    if row is None:
        raise ApiError(1002)
    call.entry.session = row["id"]
    token = "clm_" + mock.chance.hex("claim", 40)
    mock.store.run("insert into claims values (?, ?, ?)", token, row["id"], mock.clock.now() + WEEK)
    return success({"claim_token": token, "expires_in": int(WEEK)})
