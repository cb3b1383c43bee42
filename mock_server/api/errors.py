"""The service's error codes, and the exception that carries one.

Codes are documented; the HTTP status beside them is assumed, except for 400, 402 and 429, which
are HTTP statuses themselves, and 404 of `/run_sse`.
"""

from __future__ import annotations

from typing import Any

CODES: dict[int, tuple[int, str]] = {
    1001: (401, "token expired or invalid"),
    1010: (401, "token invalid"),
    1011: (401, "token expired"),
    1002: (404, "session not found"),
    2001: (200, "out of credits"),
    4001: (415, "unsupported file type"),
    4002: (413, "file too large"),
    400: (400, "X-Client-Id missing"),
    402: (402, "export blocked"),
    429: (429, "rate limited"),
    # Assumed from here on: no document mentions these cases.
    403: (403, "scope missing, or a caller from elsewhere"),
    404: (404, "not found"),
    408: (408, "the request took too long"),
    409: (409, "conflict"),
    413: (413, "request body too large"),
    422: (422, "malformed request"),
    501: (501, "not known to this mock"),
}


class ApiError(Exception):
    """An error answer: a `code` from the table, a message, an HTTP status."""

    def __init__(
        self,
        code: int,
        message: str | None = None,
        *,
        status: int | None = None,
        issues: list[dict[str, Any]] | None = None,
    ) -> None:
        known_status, known_message = CODES.get(code, (status or 400, f"error {code}"))
        self.code = code
        self.message = message or known_message
        self.status = status or known_status
        self.issues = issues or []
        super().__init__(f"{code}: {self.message}")


def body(error: ApiError, style: str) -> dict[str, Any]:
    """The JSON of an error in the style of its endpoint.

    Styles: `envelope`; `adk` (detail, for `/run_sse`); `render-v4.4` and `render-v1.9`.
    """
    if error.code in (1001, 501):
        style = "envelope"
    if style == "adk" and error.code in (1002, 413, 422):
        detail = f"Session not found: {error.message}" if error.code == 1002 else error.message
        return {"detail": error.issues or detail}
    if style == "render-v4.4":
        return {"success": False, "error": error.message, "code": error.code}
    if style == "render-v1.9":
        return {"error": error.message, "code": error.code}
    return {"code": error.code, "message": error.message, "data": None}
