"""A request on its way to a handler: identified, read within limits, and logged."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Any

from starlette.requests import ClientDisconnect, Request

from mock_server.api import schema
from mock_server.api.errors import ApiError
from mock_server.mock import Mock
from mock_server.state.requests_log import Entry

if TYPE_CHECKING:
    from mock_server.api.routes import Call

IDLE_SECONDS = 60.0
MOST_DRAINED = 2 * 1024**3


class ApiRequest:
    """What a handler works with."""

    def __init__(self, mock: Mock, call: Call, request: Request, entry: Entry) -> None:
        self.mock = mock
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
        return self.request.path_params["sid"]

    def header(self, name: str) -> str:
        return self.request.headers.get(name, "").strip()

    def base_url(self) -> str:
        """The address the client used; see `gate` for which ones get this far."""
        return f"{self.request.scope['scheme']}://{self.header('host')}"

    async def chunks(self) -> AsyncIterator[bytes]:
        """The body as it comes. Raises ClientDisconnect, or ApiError 408 when it stops coming."""
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
        """Takes the rest of the body, so that the client can read the answer it is about to get."""
        if not self.started and self.header("expect").lower() == "100-continue":
            return
        left = MOST_DRAINED
        async for chunk in self.chunks():
            left -= len(chunk)
            if left < 0:
                return

    async def read_json(self) -> None:
        """Reads and checks the body against the call's schema."""
        raw = await self.read(self.call.limit)
        if self.call.body is None:
            if raw:
                schema.check(schema.parse(raw), schema.Field("object", fields={}))
            return
        self.json = schema.parse(raw)
        schema.check(self.json, self.call.body)
