"""For the client's tests: a token, a raw socket server, settings for properties."""

import socket
import threading
from collections.abc import Callable

import hypothesis

from support.waiting import PATIENCE

TOKEN = "nmv_usr_S3cretTokenOfTheTests"
API = "https://api.test"

Script = Callable[[socket.socket, bytes], None]

steady = hypothesis.settings(deadline=None, max_examples=60)
"""No deadline: the machine may be busy."""


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
        connection.settimeout(PATIENCE)
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
