"""A request on its way to a handler: identified, and read within limits."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

from starlette.requests import ClientDisconnect, Request

from mock_server.api.body import Empty, check, parse
from mock_server.api.calls import Call
from mock_server.api.errors import ApiError
from mock_server.state.requests_log import Entry

IDLE_SECONDS = 60.0
MOST_DRAINED = 2 * 1024**3


class ApiRequest:
    """One request: its call, body, user and faults, and its line in the log."""

    def __init__(self, call: Call, request: Request, entry: Entry) -> None:
        self.call = call
        self.request = request
        self.entry = entry
        self.json: Any = None
        self.user: dict[str, Any] = {}
        self.token: str | None = None
        self.faults: dict[str, dict[str, Any]] = {}
        self.started = self.consumed = False

    @property
    def session_id(self) -> str:
        """The session that the path names."""
        return self.request.path_params["sid"]

    def check_user(self, named: str) -> None:
        """Raises ApiError 1002 unless a path or a body names the caller: `me`, or the user's own id."""
        if named not in ("me", self.user["id"]):
            raise ApiError(1002)

    def header(self, name: str) -> str:
        """A header without surrounding space; empty when there is none."""
        return self.request.headers.get(name, "").strip()

    def base_url(self) -> str:
        """The address the client used; `gate` decides which ones get this far."""
        return f"{self.request.scope['scheme']}://{self.header('host')}"

    async def chunks(self) -> AsyncIterator[bytes]:
        """The body as it arrives. Raises ClientDisconnect, or ApiError 408 when it stalls."""
        self.started = True
        while not self.consumed:
            try:
                async with asyncio.timeout(IDLE_SECONDS):
                    message = await self.request.receive()
            except TimeoutError:
                self.consumed = True
                raise ApiError(408) from None
            if message["type"] == "http.disconnect":
                self.consumed = True
                raise ClientDisconnect
            self.consumed = not message.get("more_body", False)
            if chunk := message.get("body", b""):
                yield chunk

    async def read(self, limit: int) -> bytes:
        """The whole body. Raises ApiError 413 beyond `limit` bytes."""
        body = bytearray()
        async for chunk in self.chunks():
            body += chunk
            if len(body) > limit:
                raise ApiError(413, f"request body larger than {limit} bytes")
        return bytes(body)

    async def drain(self) -> None:
        """Read the rest of the body, so that the client gets to read the answer."""
        if not self.started and self.header("expect").lower() == "100-continue":
            return
        left = MOST_DRAINED
        async for chunk in self.chunks():
            left -= len(chunk)
            if left < 0:
                return

    async def read_json(self) -> None:
        """Read and check the body. Raises ApiError 413, 422 or 501."""
        raw = await self.read(self.call.limit)
        if self.call.body is not None:
            self.json = parse(raw)
            check(self.json, self.call.body)
        elif raw:
            check(parse(raw), Empty)
