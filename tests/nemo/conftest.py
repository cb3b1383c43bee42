"""What the client's tests share: settings, a client that never leaves the process, raw sockets."""

import socket
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from nemo_spec.nemo import Nemo, Settings

TOKEN = "nmv_usr_S3cretTokenOfTheTests"
API = "https://api.test"

Handler = Callable[[httpx.Request], httpx.Response]
Script = Callable[[socket.socket, bytes], None]


@pytest.fixture
def settings() -> Settings:
    return Settings(api_url=API, web_url="https://web.test", token=TOKEN, version="9.9")


@pytest.fixture
def answering(settings: Settings) -> Iterator[Callable[[Handler], Nemo]]:
    """A client whose requests are answered by a function."""
    made: list[Nemo] = []

    def make(handler: Handler) -> Nemo:
        made.append(Nemo(settings, transport=httpx.MockTransport(handler)))
        return made[-1]

    yield make
    for nemo in made:
        nemo.close()


class RawServer:
    """Answers each connection with the next script: a function of the socket and the request."""

    def __init__(self) -> None:
        self.requests: list[bytes] = []
        self.hung_up = threading.Event()  # the client has closed a connection
        self._scripts: list[Script] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        threading.Thread(target=self._serve, daemon=True).start()

    def script(self, *scripts: Script) -> None:
        self._scripts += scripts

    def close(self) -> None:
        self._listener.close()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._answer, args=(connection,), daemon=True).start()

    def _answer(self, connection: socket.socket) -> None:
        connection.settimeout(20)
        with connection:
            try:
                request = _read_request(connection)
                self.requests.append(request)
                self._scripts.pop(0)(connection, request)
            except OSError:
                self.hung_up.set()


def wait_for_hang_up(server: RawServer) -> Script:
    """A script that says nothing until the client closes the connection."""

    def script(connection: socket.socket, request: bytes) -> None:
        while connection.recv(1024):
            pass
        server.hung_up.set()

    return script


def _read_request(connection: socket.socket) -> bytes:
    data = b""
    while b"\r\n\r\n" not in data:
        chunk = connection.recv(65536)
        if not chunk:
            return data
        data += chunk
    head, _, body = data.partition(b"\r\n\r\n")
    lengths = [
        int(line.split(b":")[1])
        for line in head.lower().split(b"\r\n")
        if line.startswith(b"content-length:")
    ]
    while lengths and len(body) < lengths[0]:
        chunk = connection.recv(65536)
        if not chunk:
            break
        body += chunk
    return head + b"\r\n\r\n" + body


@pytest.fixture
def raw() -> Iterator[RawServer]:
    server = RawServer()
    yield server
    server.close()


@pytest.fixture
def local(raw: RawServer) -> Iterator[Nemo]:
    """A client of the raw server that reports silence every 20 ms."""
    with Nemo(Settings(api_url=raw.url, token=TOKEN), quiet_every=0.02) as nemo:
        yield nemo


@pytest.fixture
def clip(tmp_path: Path) -> Path:
    path = tmp_path / "clip.mp4"
    path.write_bytes(b"\0\0\0\x20ftypisom" + bytes(range(256)) * 800)
    return path
