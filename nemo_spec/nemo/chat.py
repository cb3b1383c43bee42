"""One instruction and everything that comes back for it."""

import json
from collections.abc import Generator, Iterator

import httpx

from nemo_spec.nemo.dialect import Reader, is_error_line
from nemo_spec.nemo.envelope import data_of
from nemo_spec.nemo.errors import UnexpectedAnswer, Unreachable
from nemo_spec.nemo.events import ChatEvent, Closed, Idle
from nemo_spec.nemo.http import reply_from, translate
from nemo_spec.nemo.sse import EventTooLong, SSEParser
from nemo_spec.nemo.stream_reader import StreamReader

ENDPOINT = "POST /run_sse"
_STREAM_BYTES = 64 * 1024 * 1024  # far more than is said in the fifteen minutes of a stream


def body(session_id: str, text: str) -> bytes:
    """The request. Without the role, older frameworks silently drop the text (recorded)."""
    message = {"role": "user", "parts": [{"text": text}]}
    request = {
        "app_name": "nemo_agent",
        "user_id": "me",
        "session_id": session_id,
        "new_message": message,
    }
    return json.dumps(request).encode()


def conversation(stream: StreamReader, idle_every: float) -> Iterator[ChatEvent]:
    """The events of one stream, ending with Closed.

    Raises NemoError only when the instruction was certainly not taken on: no connection, or a
    refusal. Everything after that which is not a proper end is `Closed(clean=False)`.
    """
    parser, reader = SSEParser(), Reader()
    items = stream.items(idle_every)
    framed, reason, received = True, "", 0
    try:
        response = yield from _response(items)
        if not _is_stream(response):
            yield _refusal(response, items)
            return
        framed = _framed(response)
        for item in items:
            if isinstance(item, Idle):
                yield item
            elif isinstance(item, bytes):
                received += len(item)
                if received > _STREAM_BYTES:
                    raise EventTooLong(f"a stream of more than {_STREAM_BYTES} bytes")
                for message in parser.feed(item):
                    yield from reader.read(message)
    except (httpx.HTTPError, EventTooLong) as error:
        reason = _broken(error)
        if isinstance(error, EventTooLong):
            parser = SSEParser()  # nobody wants the rest of it
    if parser.pending and not (yield from _last(parser, reader)):
        reason = reason or "the stream ended in the middle of an event"
    if not framed and reader.unfinished:
        reason = reason or "the stream ended in the middle of an edit"
    yield from reader.finish()
    yield Closed(not reason, reason)


def _response(
    items: Iterator[httpx.Response | bytes | Idle],
) -> Generator[ChatEvent, None, httpx.Response]:
    for item in items:
        if isinstance(item, httpx.Response):
            return item
        if isinstance(item, Idle):
            yield item
    raise httpx.RemoteProtocolError("no answer")


def _is_stream(response: httpx.Response) -> bool:
    kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    return response.status_code == 200 and kind in ("text/event-stream", "text/plain", "")


def _refusal(response: httpx.Response, items: Iterator[httpx.Response | bytes | Idle]) -> ChatEvent:
    # A pause counts as an empty chunk: it lets the deadline be looked at.
    chunks = (item if isinstance(item, bytes) else b"" for item in items)
    try:
        data_of(reply_from(response, chunks, ENDPOINT))
    except UnexpectedAnswer as problem:
        if response.status_code < 500:
            raise
        # A gateway that gave up waiting says nothing about what runs behind it.
        return Closed(False, problem.message)
    raise UnexpectedAnswer("the answer is not an event stream", endpoint=ENDPOINT)


def _framed(response: httpx.Response) -> bool:
    """True when the transport itself would have noticed a missing end."""
    chunked = "chunked" in response.headers.get("transfer-encoding", "").lower()
    return chunked or "content-length" in response.headers or response.http_version == "HTTP/2"


def _broken(error: Exception) -> str:
    if isinstance(error, EventTooLong):
        return str(error)
    problem = translate(error, ENDPOINT)
    if isinstance(problem, Unreachable):
        raise problem from None
    return problem.message


def _last(parser: SSEParser, reader: Reader) -> Generator[ChatEvent, None, bool]:
    """An event without its blank line: it counts if it is complete JSON. Returns whether it was."""
    messages = [m for m in parser.finish() if _is_json(m.data) or is_error_line(m.data)]
    for message in messages:
        yield from reader.read(message)
    return bool(messages)


def _is_json(data: bytes) -> bool:
    try:
        json.loads(data)
    except (ValueError, RecursionError):
        return False
    return True
