"""From an HTTP answer to its data, or to the one exception that fits.

Three envelopes are published: `code` (auth, session, upload, credits, state), `success` (render,
v4.4) and none at all (render, v0 and v1.9). The framework behind `/run_sse` adds `detail`.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from typing import NamedTuple

from pydantic_core import from_json

from nemo_spec.nemo.errors import (
    BY_CODE,
    DuplicateRender,
    NemoError,
    RateLimited,
    RenderBusy,
    RenderRejected,
    SessionNotFound,
    TokenInvalid,
    TooLarge,
    UnexpectedAnswer,
    UnsupportedType,
    error_for,
)
from nemo_spec.nemo.text import clean_line

_HTTP: dict[int, type[NemoError]] = {401: TokenInvalid, 413: TooLarge, 415: UnsupportedType}
# A plain HTTP 400 says that a request is malformed; only as a `code` does it mean the client id.
_HTTP_CODES = frozenset(BY_CODE) - {400}
_MOST_LEVELS = 200
_DUPLICATE = ("duplicate", "already exist", "already used", "already been used", "已存在", "重复")
_BUSY = ("is running", "in progress", "another render", "one render at a time", "正在")


class RawAnswer(NamedTuple):
    """What came back from one call: the body is complete and decoded."""

    endpoint: str
    status: int
    body: str
    retry_after: str = ""

    @property
    def renders(self) -> bool:
        return "/api/render/" in self.endpoint or "/render-proxy/" in self.endpoint


def data_of(reply: RawAnswer) -> object:
    """The `data` of any envelope. Raises the exception for whatever error the reply carries."""
    content = _parse(reply)
    problem = problem_in(reply, content)
    if problem is not None:
        raise problem
    if isinstance(content, Mapping) and _enveloped(content):
        return content.get("data")
    return content


def _enveloped(content: Mapping[str, object]) -> bool:
    return "data" in content and ("code" in content or "success" in content)


def _parse(reply: RawAnswer) -> object:
    """What the body means. Raises UnexpectedAnswer.

    pydantic's reader refuses what is nested too deeply by itself. What it refuses beyond that may still
    be JSON to the standard library's: half of a surrogate pair, a byte order mark.
    """
    with suppress(ValueError):
        return from_json(reply.body)
    try:
        content: object = json.loads(reply.body.removeprefix("\ufeff"))
    except (ValueError, RecursionError):
        if reply.status >= 300:
            return None
        raise UnexpectedAnswer("the answer is not JSON", endpoint=reply.endpoint) from None
    if _is_too_deep(content):
        raise UnexpectedAnswer("the answer is nested too deeply", endpoint=reply.endpoint)
    return content


def _is_too_deep(content: object) -> bool:
    """Whether what reads the content level by level would run out of stack."""
    level = [content] if isinstance(content, dict | list) else []
    for _ in range(_MOST_LEVELS):
        level = [
            item
            for outer in level
            for item in (outer.values() if isinstance(outer, dict) else outer)
            if isinstance(item, dict | list)
        ]
        if not level:
            return False
    return True


def problem_in(reply: RawAnswer, content: object) -> NemoError | None:
    """The exception for this reply, or None when it is a success."""
    body = content if isinstance(content, Mapping) else {}
    code = _number(body.get("code"))
    refused = body.get("success") is False or code not in (None, 0)
    if not refused and 200 <= reply.status < 300:
        return None
    if code in (None, 0):
        code = _inner_code(body)
    return _with_retry_after(_classify(reply, code, message_in(body)), reply)


def _classify(reply: RawAnswer, code: int | None, message: str) -> NemoError:
    if code not in (None, 0) and code in BY_CODE:
        return error_for(code, message, reply.endpoint)
    if reply.status in _HTTP_CODES:
        return error_for(reply.status, message, reply.endpoint)
    if reply.status in _HTTP:
        kind = _HTTP[reply.status]
        return kind(f"{kind.what} ({message})" if message else "", endpoint=reply.endpoint)
    if reply.status == 404 and "session" in message.lower():
        return SessionNotFound(endpoint=reply.endpoint)
    if reply.renders and reply.status < 500 and (message or reply.status < 400):
        return _render_problem(reply, message)
    if code not in (None, 0):
        return error_for(code or 0, message, reply.endpoint)
    said = f": {message}" if message else ""
    return UnexpectedAnswer(
        f"the service answered with HTTP {reply.status}{said}",
        code=reply.status,
        endpoint=reply.endpoint,
    )


def _render_problem(reply: RawAnswer, message: str) -> RenderRejected:
    said = message.lower()
    kind = RenderRejected
    if any(word in said for word in _DUPLICATE):
        kind = DuplicateRender
    elif any(word in said for word in _BUSY):
        kind = RenderBusy
    said_so = f"{kind.what} ({message})" if message else ""
    return kind(said_so, endpoint=reply.endpoint)


def _with_retry_after(error: NemoError, reply: RawAnswer) -> NemoError:
    if isinstance(error, RateLimited) and reply.retry_after.isascii():
        error.retry_after = float(reply.retry_after) if reply.retry_after.isdigit() else None
    return error


def _number(value: object) -> int | None:
    """A code; some backends write it as text."""
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 10:
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _inner_code(body: Mapping[str, object]) -> int | None:
    """The code of an error that is an object, or stands under another name."""
    inner = [body.get(key) for key in ("error", "detail")]
    found = [one.get("code") for one in inner if isinstance(one, Mapping)]
    codes = map(_number, (*found, body.get("errorCode"), body.get("error_code")))
    return next((code for code in codes if code is not None), None)


def message_in(body: Mapping[str, object]) -> str:
    """The human part of an error body: `message`, `error` or `detail`, text or nested."""
    for key in ("message", "error", "errorMessage", "detail", "msg"):
        text = _words(body.get(key))
        if text:
            return text
    return ""


def _words(value: object) -> str:
    if isinstance(value, str):
        return clean_line(value)
    if isinstance(value, Mapping):
        return message_in(value)
    if isinstance(value, list):
        return clean_line("; ".join(filter(None, map(_words, value[:5]))))
    return ""
