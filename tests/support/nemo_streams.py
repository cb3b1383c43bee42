"""Event streams, written byte by byte for the raw server."""

import socket

from nemo_spec.nemo.events import ChatEvent, Closed, Idle
from support.nemo import Script

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
CLOSING = HEAD + b"Connection: close\r\n\r\n"
CALL = b'data: {"type":"tool_call","name":"edit","args":{}}\n\n'
RESULT = b'data: {"type":"tool_result","name":"edit","result":{}}\n\n'
SAID = 'data: {"type":"text","content":"标题 done"}\n\n'.encode()
STREAM = [CALL, RESULT, SAID]
VIDEO = bytes(range(256)) * 40
"""The bytes of a download."""


def chunk(data: bytes) -> bytes:
    """One chunk of a chunked body."""
    return b"%x\r\n%s\r\n" % (len(data), data)


def sending(*pieces: bytes) -> Script:
    """A script that sends these bytes and closes the connection."""

    def script(connection: socket.socket, request: bytes) -> None:
        for piece in pieces:
            connection.sendall(piece)

    return script


def spoken(events: list[ChatEvent]) -> tuple[int, Closed]:
    """How many events came apart from Idle, and how the stream ended."""
    real = [e for e in events if not isinstance(e, Idle)]
    closed = real[-1]
    assert isinstance(closed, Closed)
    assert not any(isinstance(e, Closed) for e in real[:-1])
    return len(real) - 1, closed
