"""Answers in the documented forms."""

from __future__ import annotations

from typing import Any

from starlette.responses import Response
from starlette.websockets import WebSocket

from mock_server.api.errors import ApiError, body
from mock_server.config import MockConfig
from mock_server.state.store import compact

BODILESS = (204, 205, 304)


def json_response(value: object, status: int = 200) -> Response:
    """The value as JSON."""
    return Response(compact(value).encode(), status, media_type="application/json")


def success(data: object) -> Response:
    """The code/message/data envelope."""
    return json_response({"code": 0, "message": "success", "data": data})


def failure(config: MockConfig, error: ApiError, style: str) -> Response:
    """An error in the style of its call and in the configured dialect."""
    if style == "adk" and not config.dialect.startswith("adk"):
        style = "envelope"
    if style == "render":
        style = "render-v4.4" if config.render_dialect == "v4.4" else "render-v1.9"
    headers = {"Retry-After": "30"} if error.code == 429 else None
    content = b"" if error.status in BODILESS else compact(body(error, style)).encode()
    return Response(content, error.status, headers, media_type="application/json")


async def deny(socket: WebSocket, answer: Response) -> None:
    """Refuse a WebSocket with an HTTP answer; its length is what the server itself adds."""
    del answer.headers["content-length"]
    await socket.send_denial_response(answer)


def render_answer(config: MockConfig, data: dict[str, Any]) -> Response:
    """A render answer: in an envelope in v4.4, bare in older dialects."""
    if config.render_dialect == "v4.4":
        return json_response({"success": True, "data": data})
    return json_response(data)
