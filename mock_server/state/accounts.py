"""Users, their tokens and their credits."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from mock_server.api.errors import ApiError
from mock_server.state.clock import WEEK, Clock, iso
from mock_server.state.seeded_random import SeededRandom
from mock_server.state.settings import Settings
from mock_server.state.store import Row, Store

UUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
HOUR, AGES = 3600.0, 1e10  # seconds
ANONYMOUS_SCOPES = ("read", "write", "upload")


@dataclass(eq=False)
class Accounts:
    """Users, their tokens and their credits."""

    store: Store
    clock: Clock
    random: SeededRandom
    settings: Settings

    def open_anonymous(self, client: str, address: str) -> dict[str, Any]:
        """A token with fresh credits for a client id. Raises ApiError 429 above the limits."""
        credits = self.settings.config.credits
        with self.store.tx():
            user = self._anonymous_user(client.lower() if UUID.fullmatch(client) else client)
            self._refuse_too_many(user, address)
            self.set_balance(user, credits)
            lasts = WEEK if self.settings.config.token_expires else AGES
            token = self.issue(user, ANONYMOUS_SCOPES, address=address, lasts=lasts)
        opened = {"token": token, "user_id": user, "credits": credits}
        if self.settings.config.token_expires:
            opened["expires_at"] = iso(self.clock.now() + WEEK)
        return opened

    def _anonymous_user(self, client: str) -> str:
        found = self.store.value("select id from users where client_id = ?", client)
        if found is not None:
            return found
        user = "anon_" + self.random.hex("user", 16)
        self.store.run("insert into users values (?, ?, 1, 0)", user, client)
        return user

    def _refuse_too_many(self, user: str, address: str) -> None:
        now = self.clock.now()
        held = "select count(*) from tokens where user_id = ? and issued > ? and expires > ?"
        if self.store.value(held, user, now - WEEK, now):
            raise ApiError(429, "one token per client in seven days")
        self._refuse_more(address, now - WEEK, self.settings.config.token_limit, "seven days")
        if hourly := self.settings.config.hourly_token_limit:
            self._refuse_more(address, now - HOUR, hourly, "an hour")

    def _refuse_more(self, address: str, since: float, limit: int, span: str) -> None:
        given = "select count(*) from tokens where address = ? and issued > ?"
        if self.store.value(given, address, since) >= limit:
            raise ApiError(429, f"{limit} tokens per address in {span}")

    def register(self) -> str:
        """A new registered user with the usual credits."""
        user = "user_" + self.random.hex("user", 16)
        credits = self.settings.config.credits
        self.store.run("insert into users values (?, null, 0, ?)", user, credits)
        return user

    def issue(
        self, user: str, scopes: tuple[str, ...], *, address: str = "", lasts: float = WEEK
    ) -> str:
        """A new token for a user; `lasts` in seconds."""
        token, now = "nmv_usr_" + self.random.hex("token", 40), self.clock.now()
        self.store.run(
            "insert into tokens values (?, ?, ?, ?, ?, ?)",
            token,
            user,
            " ".join(scopes),
            address,
            now,
            now + lasts,
        )
        return token

    def holder(self, token: str) -> Row | None:
        """The user of a valid token, with the token's `scopes`; None when it has expired."""
        row = self.store.one(
            "select u.*, t.scopes, t.expires from tokens t join users u on u.id = t.user_id"
            " where t.token = ?",
            token,
        )
        return None if row is None or row["expires"] <= self.clock.now() else row

    def refusal(self, token: str) -> ApiError:
        """The error for a token that is not valid, in the codes of the second gateway."""
        known = self.store.value("select 1 from tokens where token = ?", token)
        return ApiError(1011 if known else 1010)

    def expire(self, token: str) -> None:
        """End a token's life now."""
        now = self.clock.now()
        self.store.run("update tokens set expires = ? where token = ?", now, token)

    def balance(self, user: str) -> dict[str, int]:
        """A user's credits: available + frozen = total."""
        total = self.store.value("select balance from users where id = ?", user) or 0
        held = "select coalesce(sum(frozen), 0) from runs where user_id = ? and state <> 'ended'"
        frozen = self.store.value(held, user)
        return {"available": total - frozen, "frozen": frozen, "total": total}

    def set_balance(self, user: str, credits: int) -> None:
        """Give a user this many credits. Raises ApiError 404 for an unknown user."""
        if not self.store.run("update users set balance = ? where id = ?", credits, user):
            raise ApiError(404, "no such user")

    def check_user(self, user: str) -> None:
        """Raises ApiError 404 for an unknown user."""
        if not self.store.value("select 1 from users where id = ?", user):
            raise ApiError(404, "no such user")
