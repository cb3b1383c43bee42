"""uvicorn's WebSocket protocol, findable by the two ends of its connection."""

from __future__ import annotations

import asyncio

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

from mock_server.api.net import remember


class Socket(WebSocketsSansIOProtocol):
    """What a connection becomes once it is upgraded."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        super().connection_made(transport)
        remember(self)
