"""A proxy in front of the mock that answers downloads itself and forwards everything else."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx

Answer = Callable[["Handler", bytes], None]
"""Makes the response to a download from the real file's bytes."""

_NOT_PASSED_ON = ("host", "connection", "transfer-encoding", "content-length", "content-encoding")


class Front(ThreadingHTTPServer):
    """The next downloads get one of `answers` each; later ones get the real file, or `always`. `downloads`
    lists the requested paths. `stream` alters the events of a conversation, which then ends only when
    its connection closes."""

    daemon_threads = True

    def __init__(self, behind: str) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server_address[1]}"
        self.answers: list[Answer] = []
        self.always: Answer | None = None
        self.downloads: list[str] = []
        self.stream: Callable[[bytes], bytes] | None = None
        self.client = httpx.Client(base_url=behind, timeout=60, trust_env=False)

    def handle_error(self, request: object, client_address: object) -> None:
        """Ignore broken connections: the tests break them on purpose."""

    def next_answer(self, path: str) -> Answer | None:
        self.downloads.append(path)
        return self.answers.pop(0) if self.answers else self.always


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Front

    def log_message(self, *_: object) -> None:
        """Keep the log out of the test's output."""

    def do_GET(self) -> None:
        self._pass_on()

    def do_POST(self) -> None:
        self._pass_on()

    def _pass_on(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length", 0)))
        is_file = self.path.startswith("/files/renders/") or self.path.endswith("/download")
        answer = self.server.next_answer(self.path) if is_file and self.command == "GET" else None
        left_out = (*_NOT_PASSED_ON[1:], *(("range", "if-range") if answer else ()))
        headers = {k: v for k, v in self.headers.items() if k.lower() not in left_out}
        got = self.server.client.request(self.command, self.path, content=body, headers=headers)
        if answer is not None and got.status_code == 200:
            with suppress(OSError):
                answer(self, got.content)
            self.close_connection = True
            return
        change = self.server.stream
        if change and self.path == "/run_sse" and got.status_code == 200:
            self.reply(200, {"content-type": "text/event-stream"}, change(got.content))
            self.close_connection = True
            return
        self.send_response(got.status_code)
        for name, value in got.headers.items():
            if name.lower() not in _NOT_PASSED_ON:
                self.send_header(name, value)
        self.send_header("content-length", str(len(got.content)))
        self.end_headers()
        self.wfile.write(got.content)

    def reply(self, status: int, headers: dict[str, str], *pieces: bytes) -> None:
        """Send a response whose headers may lie about its body, then close the connection."""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("connection", "close")
        self.end_headers()
        for piece in pieces:
            self.wfile.write(piece)


@contextmanager
def front_of(behind: str) -> Iterator[Front]:
    """Run the proxy for the duration of a test."""
    front = Front(behind)
    thread = threading.Thread(target=front.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield front
    finally:
        front.shutdown()
        thread.join()
        front.server_close()
        front.client.close()


def giving(content: bytes, **headers: str) -> Answer:
    """Send other bytes as if they were the file."""
    sent = {"content-type": "video/mp4", "content-length": str(len(content))}
    sent |= {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda handler, real: handler.reply(200, sent, content)


def altered(change: Callable[[bytes], bytes]) -> Answer:
    """Send the file, altered on its way."""
    return lambda handler, real: giving(change(real))(handler, real)


def cut_off(handler: Handler, real: bytes) -> None:
    """Announce the whole file, send half of it."""
    headers = {"content-type": "video/mp4", "content-length": str(len(real))}
    handler.reply(200, headers, real[: len(real) // 2])


def closed_early(handler: Handler, real: bytes) -> None:
    """Send half of the file with matching headers."""
    handler.reply(200, {"content-type": "video/mp4"}, real[: len(real) // 2])


def endless(handler: Handler, real: bytes) -> None:
    """Send a file that never ends."""
    handler.reply(200, {"content-type": "video/mp4"}, real)
    while True:
        handler.wfile.write(bytes(1 << 20))


def elsewhere(location: str) -> Answer:
    """Redirect to another address."""
    return lambda handler, real: handler.reply(302, {"location": location, "content-length": "0"})


def status(code: int) -> Answer:
    """Answer with a file server's error."""
    sent = {"content-type": "text/plain", "content-length": "0"}
    return lambda handler, real: handler.reply(code, sent)
