"""The second gateway from the outside: the mock's, and one that follows a script."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlencode

from websockets.sync.client import ClientConnection, connect
from websockets.sync.server import Server, ServerConnection, serve

from mock_server.server import MockHandle
from support.mock_server import Client
from support.waiting import PATIENCE

READY = {"type": "session_ready"}
DONE = {"type": "done"}
ACCEPTED = {"type": "message_accepted", "client_message_id": "m1"}


def token_of(client: Client) -> str:
    return client.headers["Authorization"].removeprefix("Bearer ")


@contextmanager
def dial(mock: MockHandle, **query: str) -> Iterator[ClientConnection]:
    url = f"ws{mock.url.removeprefix('http')}/ws/chat?{urlencode(query)}"
    with connect(url, proxy=None, compression=None, close_timeout=1) as line:
        yield line


@contextmanager
def talk(mock: MockHandle, client: Client) -> Iterator[ClientConnection]:
    """A conversation that is ready."""
    with dial(mock, token=token_of(client), session_id=client.session) as line:
        until(line, "session_ready")
        yield line


def say(line: ClientConnection, text: str) -> list[dict[str, Any]]:
    """What comes back for a message, up to the end of the turn."""
    line.send(json.dumps({"type": "message", "content": text, "metadata": {}}))
    return until(line, "done", "error", "ask_question")


def until(line: ClientConnection, *kinds: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    while not found or found[-1]["type"] not in kinds:
        found.append(json.loads(line.recv(timeout=PATIENCE)))
    return found


class Script:
    """A gateway whose conversation is a function of the connection; it counts what it was sent."""

    def __init__(self, play: Callable[[Script, ServerConnection], None], **how: Any) -> None:
        self.messages: list[str] = []
        self.paths: list[str] = []
        self._play = play
        self._server: Server = serve(self._serve, "127.0.0.1", 0, compression=None, **how)
        self.url = f"http://127.0.0.1:{self._server.socket.getsockname()[1]}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def _serve(self, line: ServerConnection) -> None:
        assert line.request is not None
        self.paths.append(line.request.path)
        self._play(self, line)

    def hear(self, line: ServerConnection) -> None:
        """Wait for a message."""
        while True:
            found = json.loads(line.recv(timeout=PATIENCE))
            if found["type"] == "message":
                self.messages.append(found["content"])
                return

    def stop(self) -> None:
        self._server.shutdown()


def tell(line: ServerConnection, *messages: object) -> None:
    for message in messages:
        line.send(message if isinstance(message, str | bytes) else json.dumps(message))
