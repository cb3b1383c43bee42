"""Run the application with uvicorn: in the foreground, or in a thread for tests."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import threading
from collections.abc import Mapping, Sequence
from typing import Any

from uvicorn import Config, Server

from mock_server.api.net import Connection, listen
from mock_server.config import MockConfig
from mock_server.faults.injector import build
from mock_server.mock import Mock

TICK_SECONDS = 1.0
LAST_SECONDS = 0.1
MESSAGE_BYTES = 4 << 20  # of one WebSocket message; a longer one closes with 1009


class _Server(Server):
    """uvicorn without its tenth-of-a-second waits at the end."""

    async def main_loop(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._wake = asyncio.Event()
        while not await self.on_tick(0):
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._wake.wait(), TICK_SECONDS)

    def stop(self) -> None:
        """Ends the server from any thread."""
        self.should_exit = True
        with contextlib.suppress(AttributeError, RuntimeError):
            self._loop.call_soon_threadsafe(self._wake.set)

    def handle_exit(self, sig: int, frame: Any) -> None:
        super().handle_exit(sig, frame)
        self.stop()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        for server in self.servers:
            server.close()
        for connection in list(self.server_state.connections):
            connection.transport.abort()
        if tasks := list(self.server_state.tasks):
            # Who has sent everything is about to close a file, and must not be cut off in that.
            await asyncio.wait(tasks, timeout=LAST_SECONDS)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*self.server_state.tasks, return_exceptions=True)
        await self.lifespan.shutdown()


class MockHandle:
    """A running mock."""

    def __init__(self, mock: Mock, server: _Server, thread: threading.Thread, url: str) -> None:
        self.mock = mock
        self.url = url
        self._server = server
        self._thread = thread

    def requests(self, session: str | None = None, call: str | None = None) -> list[dict[str, Any]]:
        """The request log without `/_mock` calls; see `RequestLog.entries`."""
        return self.mock.log.entries(session, call)

    def fault(self, name: str, **params: Any) -> None:
        """Adds a fault. Raises ApiError for an unknown name or parameter."""
        self.mock.faults.add(build({"fault": name, **params}))

    def change(self, **settings: Any) -> None:
        """Changes settings (see MockConfig) while the mock runs. Raises ValueError."""
        self.mock.settings.change(**settings)

    def begin_anew(self, seed: int, faults: Sequence[Mapping[str, Any]] = ()) -> None:
        """Forgets everything, as if just started with this seed and these faults."""
        self.mock.reset()
        self.mock.random.seed = seed
        for spec in faults:
            self.mock.faults.add(build(spec))

    def advance(self, seconds: float) -> None:
        """Moves the mock's clock forward by so many seconds."""
        self.mock.clock.advance(seconds)

    @property
    def bugs(self) -> list[str]:
        """Failures of the mock itself; a test should find none."""
        return self.mock.bugs

    def stop(self) -> None:
        """Ends the server; open streams are cut. May be called twice."""
        self._server.stop()
        self._thread.join()


def _socket(**parts: Any) -> asyncio.Protocol:
    """The protocol of a WebSocket. It is imported with the first one: most runs have none."""
    from mock_server.api.sockets import Socket

    return Socket(**parts)


def make_server(mock: Mock) -> _Server:
    return _Server(
        Config(
            mock.app(),
            http=Connection,
            ws=_socket,  # type: ignore[arg-type]
            ws_max_size=MESSAGE_BYTES,
            loop="asyncio",
            lifespan="on",
            log_config=None,
            log_level="critical",
            access_log=False,
            proxy_headers=False,
            timeout_keep_alive=75,
        )
    )


def address(listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _open(config: MockConfig) -> tuple[Mock, socket.socket]:
    listener = listen(config.host, config.port)
    try:
        return Mock(config), listener
    except BaseException:
        listener.close()
        raise


def _run(server: _Server, mock: Mock, listener: socket.socket) -> None:
    """Serves until the end. uvicorn may leave all open when that comes while it still starts."""
    try:
        server.run(sockets=[listener])
    finally:
        listener.close()
        mock.close()


def launch(config: MockConfig) -> MockHandle:
    """Starts a mock in a thread. Raises OSError."""
    mock, listener = _open(config)
    server = make_server(mock)
    thread = threading.Thread(
        target=_run, args=(server, mock, listener), name="nemo-mock", daemon=True
    )
    url = address(listener)
    thread.start()
    return MockHandle(mock, server, thread, url)


def run_forever(config: MockConfig) -> None:
    """Runs a mock in the foreground until a signal ends it; prints its address first."""
    mock, listener = _open(config)
    server = make_server(mock)
    print(f"NemoVideo mock on {address(listener)}", flush=True)
    with contextlib.suppress(KeyboardInterrupt):
        _run(server, mock, listener)
