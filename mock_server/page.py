"""The claim page."""

from __future__ import annotations

from starlette.responses import Response

from mock_server.incoming import Incoming


async def claim(call: Incoming) -> Response:
    return Response("", 200)
