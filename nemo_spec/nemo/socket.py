"""One instruction over `/ws/chat`, and everything that comes back for it.

The token stands in the query, which the protocol demands; so the address goes into no error and no log.
"""

import json
import logging
import ssl
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any

from websockets.exceptions import (
    ConnectionClosed,
    InvalidHandshake,
    InvalidStatus,
    WebSocketException,
)
from websockets.sync.client import ClientConnection, connect

from nemo_spec.nemo.envelope import RawAnswer, data_of
from nemo_spec.nemo.errors import (
    NotReady,
    Refused,
    SessionNotFound,
    StreamCut,
    TimedOut,
    TokenInvalid,
    UnexpectedAnswer,
    Unreachable,
    error_for,
)
from nemo_spec.nemo.events import ChatEvent, Closed, Heartbeat, Idle
from nemo_spec.nemo.frames import FrameReader, failure, object_of
from nemo_spec.nemo.http import Masking, certificates
from nemo_spec.nemo.settings import is_loopback
from nemo_spec.nemo.text import clean_line

ENDPOINT = "WebSocket /ws/chat"
PING_SECONDS = 30.0
"""Between two signs of life that the client sends (documented)."""
READY_SECONDS = 300.0
"""How long an agent may warm up; nothing has been sent until then."""
_CONNECT_SECONDS, _CLOSE_SECONDS = 10.0, 1.0
_MESSAGE_BYTES = 4 * 1024 * 1024
_TURN_CHARACTERS = 64 * 1024 * 1024  # far more than is said in a turn
_STARTING = (502, 503, 504)  # while the session's sandbox starts (the vendor's tool waits for them)
_BAD_TOKEN, _NO_SESSION = 4001, 4002  # close codes (documented)

logging.getLogger("websockets.client").addFilter(Masking())


@dataclass
class Line:
    """An open connection that keeps itself alive. `idle_every`: seconds between two Idle events."""

    socket: ClientConnection
    idle_every: float
    _since: float = field(default_factory=time.monotonic)
    _pinged: float = field(default_factory=time.monotonic)

    def receive(self) -> str | bytes | Idle:
        """The next message, or Idle where none comes. Raises ConnectionClosed."""
        if time.monotonic() - self._pinged > PING_SECONDS:
            self._pinged = time.monotonic()
            self.socket.send('{"type":"ping"}')
        try:
            found: str | bytes = self.socket.recv(timeout=self.idle_every)
        except TimeoutError:
            return Idle(time.monotonic() - self._since)
        self._since = time.monotonic()
        return found


def conversation(
    address: str, headers: Mapping[str, str], text: str, idle_every: float
) -> Iterator[ChatEvent]:
    """The events of one turn, ending with Closed.

    Raises NemoError only while nothing has been sent: no connection, a refusal, an agent that does not
    become ready. Everything after that which is not a proper end is `Closed(clean=False)`.
    """
    with ExitStack() as stack:
        line = Line(_open(address, headers, stack), idle_every)
        yield from _until_ready(line)
        yield from _turn(line, text)


class _Answered(Exception):
    """An answer that is no WebSocket: an error, or a redirection, which is not followed."""

    def __init__(self, status: int, body: bytes) -> None:
        self.status, self.body = status, body
        super().__init__(f"HTTP {status}")


class _Straight(ClientConnection):
    """A connection to the address that was asked for, and to no other."""

    def handshake(self, *args: Any, **how: Any) -> None:
        """Raises _Answered, InvalidHandshake, EOFError, OSError."""
        try:
            super().handshake(*args, **how)
        except InvalidStatus as error:
            response = error.response
            raise _Answered(response.status_code, bytes(response.body or b"")) from None


def _open(address: str, headers: Mapping[str, str], stack: ExitStack) -> ClientConnection:
    """A connection that ends with the stack. Raises NemoError."""
    try:
        opening = connect(
            address,
            additional_headers=headers,
            user_agent_header=None,
            ssl=_encryption(address),
            proxy=None if is_loopback(address) else True,
            compression=None,
            max_size=_MESSAGE_BYTES,
            open_timeout=_CONNECT_SECONDS,
            close_timeout=_CLOSE_SECONDS,
            ping_interval=None,
            create_connection=_Straight,
        )
        return stack.enter_context(opening)
    except _Answered as error:
        refused = error.status, error.body
    except InvalidHandshake:
        raise UnexpectedAnswer("the answer is no WebSocket", endpoint=ENDPOINT) from None
    except (ConnectionClosed, ConnectionResetError, EOFError):
        raise StreamCut(endpoint=ENDPOINT) from None
    except (OSError, ValueError, WebSocketException) as error:
        detail = clean_line(str(error), 120) if isinstance(error, OSError) else ""
        what = f"{Unreachable.what} ({detail})" if detail else Unreachable.what
        raise Unreachable(what, endpoint=ENDPOINT) from None
    status, body = refused
    if status in _STARTING:
        raise NotReady(f"{NotReady.what} (HTTP {status})", endpoint=ENDPOINT)
    data_of(RawAnswer(ENDPOINT, status, body[:100_000].decode("utf-8", "replace")))
    raise UnexpectedAnswer(f"the service answered with HTTP {status}", endpoint=ENDPOINT)


def _encryption(address: str) -> ssl.SSLContext | None:
    return certificates() if address.startswith("wss:") else None


def _until_ready(line: Line) -> Iterator[ChatEvent]:
    """Signs of life, until messages may be sent. Raises NemoError."""
    began = time.monotonic()
    while time.monotonic() - began < READY_SECONDS:
        try:
            found = line.receive()
        except ConnectionClosed as error:
            raise _not_begun(error) from None
        message = object_of(found) if isinstance(found, str) else None
        kind = message.get("type") if message else None
        if kind == "session_ready":
            return
        if message and kind == "error":
            raise _refusal(message)
        yield found if isinstance(found, Idle) else Heartbeat()
    raise TimedOut("the agent does not become ready", "try again", endpoint=ENDPOINT)


def _not_begun(error: ConnectionClosed) -> Exception:
    """The exception for a connection that closes before anything was sent."""
    code = error.rcvd.code if error.rcvd else None
    if code == _BAD_TOKEN:
        return TokenInvalid(code=1010, endpoint=ENDPOINT)
    if code == _NO_SESSION:
        return SessionNotFound(endpoint=ENDPOINT)
    return StreamCut(
        f"the connection closed before anything was sent{_why(error)}", endpoint=ENDPOINT
    )


def _refusal(message: Mapping[str, object]) -> Refused:
    failed = failure(message)
    if failed.code:
        return error_for(int(failed.code), failed.message, ENDPOINT)
    if "session" in failed.message.lower():
        return SessionNotFound(endpoint=ENDPOINT)
    return Refused(f"the service refuses: {failed.message}", endpoint=ENDPOINT)


def _turn(line: Line, text: str) -> Iterator[ChatEvent]:
    reader, received = FrameReader(), 0
    message = {"type": "message", "content": text, "metadata": {}}
    try:
        line.socket.send(json.dumps(message))
        while not reader.ended:
            found = line.receive()
            if isinstance(found, bytes):
                yield Closed(False, "the service sent a message that is no text")
                return
            received += 0 if isinstance(found, Idle) else len(found)
            if received > _TURN_CHARACTERS:
                yield Closed(False, "the answer does not end")
                return
            yield from [found] if isinstance(found, Idle) else reader.read(found)
    except ConnectionClosed as error:
        yield Closed(False, f"the connection closed before the agent was done{_why(error)}")
        return
    except OSError as error:
        yield Closed(False, f"the connection broke ({clean_line(str(error), 80)})")
        return
    yield Closed(True)


def _why(error: ConnectionClosed) -> str:
    """` (1011: overloaded)`; a message too long was closed by ourselves."""
    close = error.rcvd or error.sent
    if close is None:
        return ""
    reason = clean_line(close.reason, 80)
    return f" ({close.code}: {reason})" if reason else f" ({close.code})"
