"""Answers in the documented forms."""

from __future__ import annotations

import gzip
from typing import Any

from starlette.responses import Response
from starlette.websockets import WebSocket

from mock_server.api.errors import ApiError, body
from mock_server.config import MockConfig
from mock_server.state.store import compact

BODILESS = (204, 205, 304)
PACKED_BYTES = 1400  # what fits into one packet travels no faster for being smaller


def json_response(value: object, status: int = 200) -> Response:
    """The value as JSON."""
    return Response(compact(value).encode(), status, media_type="application/json")


def packed(response: Response, accepted: str) -> Response:
    """The same answer as gzip where it is long JSON and the client's Accept-Encoding names it."""
    is_long = response.media_type == "application/json" and len(response.body) > PACKED_BYTES
    if is_long and _takes_gzip(accepted):
        response.body = gzip.compress(response.body, compresslevel=1, mtime=0)
        response.headers["Content-Encoding"], response.headers["Vary"] = "gzip", "Accept-Encoding"
        response.headers["Content-Length"] = str(len(response.body))
    return response


def _takes_gzip(accepted: str) -> bool:
    """Whether an Accept-Encoding names gzip with another weight than 0 (RFC 9110, 12.5.3)."""
    named = (one.strip().lower().partition(";") for one in accepted.split(","))
    weights = [weight for coding, _, weight in named if coding.strip() in ("gzip", "x-gzip")]
    return any(weight.strip().rstrip("0.") != "q=" for weight in weights)


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
