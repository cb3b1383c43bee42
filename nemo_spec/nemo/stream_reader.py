"""A response read by a thread of its own, so that whoever waits for it can look up in between.

A read timeout would kill the stream, and forty seconds of nothing are normal. Blocking on a queue
instead gives the caller control at intervals without touching the connection.
"""

import queue
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, TypeAlias

import httpx

from nemo_spec.nemo.decoding import decoded
from nemo_spec.nemo.events import Idle

_Item: TypeAlias = httpx.Response | bytes | Exception | None


class StreamReader:
    """Sends one request when iteration starts. `close` ends it at any moment, also while the
    other side is silent or has not answered at all."""

    def __init__(self, client: httpx.Client, request: httpx.Request) -> None:
        self._client = client
        self._request = request
        self._items: queue.Queue[_Item] = queue.Queue(maxsize=16)
        self._abandoned = threading.Event()
        self._socket: socket.socket | None = None
        request.extensions = {**request.extensions, "trace": self._trace}

    def items(self, idle_every: float) -> Iterator[httpx.Response | bytes | Idle]:
        """The response, then its decoded bytes as they come, with an Idle after every
        `idle_every` seconds of silence. Raises what httpx raises."""
        threading.Thread(target=self._pump, name="nemo-stream", daemon=True).start()
        since = time.monotonic()
        while True:
            try:
                item = self._items.get(timeout=idle_every)
            except queue.Empty:
                yield Idle(time.monotonic() - since)
                continue
            if item is None:
                return
            if isinstance(item, Exception):
                raise item
            yield item
            since = time.monotonic()

    def close(self) -> None:
        self._abandoned.set()
        if self._socket is not None:
            # Closing alone would not wake a thread that is blocked in recv.
            with suppress(OSError):
                socket.socket.shutdown(self._socket, socket.SHUT_RDWR)
        while not self._items.empty():
            self._items.get_nowait()  # one free place is enough for a pump that waits to put

    def _pump(self) -> None:
        try:
            response = self._client.send(self._request, stream=True)
            try:
                self._put(response)
                for chunk in decoded(response):
                    self._put(chunk)
            finally:
                response.close()
            self._put(None)
        except _AbandonedError:
            pass
        except Exception as error:
            if not self._abandoned.is_set():
                self._items.put(error)

    def _put(self, item: _Item) -> None:
        if self._abandoned.is_set():
            raise _AbandonedError
        self._items.put(item)

    def _trace(self, event: str, info: dict[str, Any]) -> None:
        # A fresh connection announces its socket here, TLS on top of TCP last.
        if event.endswith((".connect_tcp.complete", ".start_tls.complete")):
            self._socket = info["return_value"].get_extra_info("socket")
            if self._abandoned.is_set():
                raise _AbandonedError


class _AbandonedError(Exception):
    """Nobody reads any more."""
