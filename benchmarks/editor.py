"""How soon the language server says what is wrong, as an editor waits for it."""

import itertools
import json
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any

from benchmarks.figure import AtMost, Figure, Pairs
from benchmarks.process import PRODUCT, environment

STARTS, KEYS = 10, 40
URI = "file:///nowhere/here.edit"
LINES = [
    "generate 300s 'sea'",
    *(f'title {second}-{second + 1}s "Part {second}" at top' for second in range(190)),
    *["# remark"] * 8,
    "export 1080p mp4",
]


class Server:
    """A language server, asked and heard over its standard streams."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdin
        assert process.stdout
        self._in: IO[bytes] = process.stdin
        self._out: IO[bytes] = process.stdout
        self._versions = itertools.count(1)
        self._send(id=0, method="initialize", params={"capabilities": {}})
        self._send(method="initialized", params={})

    def open(self, text: str) -> list[Any]:
        """What is wrong with a document that is opened."""
        document = {"uri": URI, "languageId": "nemo-edit", "version": 0, "text": text}
        self._send(method="textDocument/didOpen", params={"textDocument": document})
        return self._told()

    def change(self, text: str) -> list[Any]:
        """What is wrong with it once it is changed."""
        document = {"uri": URI, "version": next(self._versions)}
        changed = {"textDocument": document, "contentChanges": [{"text": text}]}
        self._send(method="textDocument/didChange", params=changed)
        return self._told()

    def _send(self, **message: object) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._in.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._in.flush()

    def _told(self) -> list[Any]:
        while True:
            headers = {}
            while line := self._out.readline().strip():
                name, _, value = line.partition(b":")
                headers[name.lower()] = value
            message = json.loads(self._out.read(int(headers[b"content-length"])))
            if message.get("method") == "textDocument/publishDiagnostics":
                return list(message["params"]["diagnostics"])


@contextmanager
def server() -> Iterator[Server]:
    command = [PRODUCT, "lsp"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, env=environment()) as process:
        try:
            yield Server(process)
        finally:
            process.kill()


def start() -> Pairs:
    for number in range(STARTS + 1):  # the first writes the bytecode
        begun = time.perf_counter()
        with server() as running:
            assert len(running.open("titel\n")) == 1
            taken = time.perf_counter() - begun
        if number:
            yield taken, 1.0


def change() -> Pairs:
    text = "\n".join(LINES)
    with server() as running:
        assert running.open(text) == []
        for key in range(KEYS):
            begun = time.perf_counter()
            assert len(running.change(f"{text}\ntitel {key}\n")) == 1
            yield (time.perf_counter() - begun) * 1000, 1.0


FIGURES = [
    Figure("lsp-start", "`nemo-spec lsp`, from its start to the first problems", "–",
           AtMost(1, unit="s"), start),
    Figure("lsp-change", f"`nemo-spec lsp`, from a key in {len(LINES)} lines to its problems", "–",
           AtMost(20, unit="ms"), change),
]  # fmt: skip
