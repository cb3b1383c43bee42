"""Sockets: a listener that keeps TCP_NODELAY, and connections that can be reset."""

from __future__ import annotations

import asyncio
import socket
import struct
from typing import Any, Protocol, cast
from weakref import WeakValueDictionary

from starlette.types import Scope
from uvicorn.protocols.http.h11_impl import H11Protocol


class Open(Protocol):
    """One open connection, as uvicorn's protocols know it."""

    client: tuple[str, int] | None
    server: tuple[str, int | None] | None
    transport: asyncio.Transport


MUCH = 64 << 10  # bytes, as many as a socket takes at once

_CONNECTIONS: WeakValueDictionary[tuple[object, ...], Open] = WeakValueDictionary()


class Gathering:
    """A transport that sends as one piece what is written in one turn of the event loop.

    Each piece costs a system call and wakes the other side; an answer is written in three or more.
    """

    def __init__(self, transport: asyncio.Transport) -> None:
        self._transport, self._loop = transport, asyncio.get_running_loop()
        self._waiting = bytearray()

    def write(self, data: bytes) -> None:
        """Send the data before anything else happens, at once when it is much."""
        if data and not self._waiting:
            self._loop.call_soon(self._flush)
        self._waiting += data
        if len(self._waiting) >= MUCH:
            self._flush()

    def _flush(self) -> None:
        if self._waiting:
            data, self._waiting = self._waiting, bytearray()
            self._transport.write(data)

    def close(self) -> None:
        """Close the connection once everything is sent."""
        self._flush()
        self._transport.close()

    def abort(self) -> None:
        """Close the connection now."""
        self._flush()
        self._transport.abort()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)


class Connection(H11Protocol):
    """uvicorn's HTTP protocol, findable by the two ends of its connection."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(cast(asyncio.Transport, Gathering(transport)))
        remember(self)


def remember(connection: Open) -> None:
    """Make a connection findable by its two ends; the last protocol on it counts."""
    _CONNECTIONS[_key(connection.client, connection.server)] = connection


def _key(client: object, server: object) -> tuple[object, ...]:
    return (tuple(client or ()), tuple(server or ()))  # type: ignore[arg-type]


def connection(scope: Scope) -> Open | None:
    """The connection a request came over; None outside uvicorn."""
    return _CONNECTIONS.get(_key(scope.get("client"), scope.get("server")))


def end_connection(scope: Scope, how: str) -> None:
    """Close the connection of a request; `reset` sends a TCP reset."""
    found = connection(scope)
    if found is None:
        return
    if how == "reset":
        sock = found.transport.get_extra_info("socket")
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        found.transport.abort()
    else:
        found.transport.close()


def listen(host: str, port: int) -> socket.socket:
    """Listen; port 0 takes a free one. Raises OSError.

    Accepted sockets inherit the protocol number, and asyncio sets TCP_NODELAY only where it says
    TCP. Without that, every small answer waits 40 ms.
    """
    family, kind, _, _, address = socket.getaddrinfo(
        host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP, flags=socket.AI_PASSIVE
    )[0]
    listener = socket.socket(family, kind, socket.IPPROTO_TCP)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen(512)
        listener.setblocking(False)
    except OSError:
        listener.close()
        raise
    return listener
