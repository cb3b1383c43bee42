"""Answers over real sockets that are far larger than they look: the memory of the process stays small."""

import gzip
import json
import socket
import threading
import tracemalloc
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

import httpx
import pytest
from support.nemo import RawServer, Script
from support.nemo_streams import CALL, CLOSING, SAID, sending, spoken
from support.waiting import PATIENCE

from nemo_spec.nemo.client import Nemo
from nemo_spec.nemo.decoding import decoded
from nemo_spec.nemo.errors import NemoError, UnexpectedAnswer

MB = 1 << 20
JSON = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
CREDITS = b'{"code":0,"data":{"available":5}}'
Answering = Callable[[Callable[[httpx.Request], httpx.Response]], Nemo]


def bomb(megabytes: int, window: int = zlib.MAX_WBITS | 16, start: bytes = b'"') -> bytes:
    """So much of nothing, packed."""
    packer = zlib.compressobj(9, wbits=window)
    packed = [packer.compress(start), *(packer.compress(b" " * MB) for _ in range(megabytes))]
    return b"".join([*packed, packer.flush()])


@contextmanager
def within(megabytes: int) -> Iterator[None]:
    """The block takes no more memory than this at any moment."""
    tracemalloc.start()
    try:
        yield
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < megabytes * MB, f"{peak / MB:.0f} MB"


def encoded(body: bytes, encoding: bytes = b"gzip", kind: bytes = JSON) -> Script:
    length = b"Connection: close\r\nContent-Length: %d\r\n" % len(body)
    return sending(kind + b"Content-Encoding: " + encoding + b"\r\n" + length + b"\r\n" + body)


@pytest.mark.parametrize(
    ("encoding", "window"), [(b"gzip", 31), (b"deflate", 15), (b"deflate", -15), (b"x-gzip", 31)]
)
def test_a_small_answer_that_unpacks_to_a_huge_one(
    encoding: bytes, window: int, raw: RawServer, local: Nemo
) -> None:
    packed = bomb(200, window)
    assert len(packed) < MB
    raw.script(encoded(packed, encoding))
    with within(60), pytest.raises(UnexpectedAnswer, match="too large"):
        local.credits()


def test_a_huge_answer_is_not_read_to_its_end(raw: RawServer, local: Nemo) -> None:
    sent = 0

    def flood(connection: socket.socket, request: bytes) -> None:
        nonlocal sent
        connection.sendall(JSON + b"Connection: close\r\n\r\n[")
        while sent < 400:
            connection.sendall(b"[]," * (MB // 3))
            sent += 1

    raw.script(flood)
    with within(60), pytest.raises(UnexpectedAnswer, match="too large"):
        local.state("s")
    assert sent < 100


@pytest.mark.slow
def test_the_densest_answer_that_is_read_is_bounded_too(raw: RawServer, local: Nemo) -> None:
    body = b'{"code":0,"data":[' + b"{}," * (15 * MB // 3) + b"{}]}"
    raw.script(sending(JSON + b"Content-Length: %d\r\n\r\n" % len(body), body))
    with within(600), pytest.raises(UnexpectedAnswer, match="no data"):
        local.credits()


@pytest.mark.parametrize("start", [b'data: {"text":"', b"", b"data: x\ndata: y\n"])
def test_a_stream_that_unpacks_to_a_huge_event(start: bytes, raw: RawServer, local: Nemo) -> None:
    kind = JSON.replace(b"application/json", b"text/event-stream")
    raw.script(encoded(bomb(200, start=start), kind=kind))
    with within(100):
        _, closed = spoken(list(local.chat("s", "cut")))
    assert "more than" in closed.reason


@pytest.mark.slow
def test_a_stream_of_events_without_end_is_left(raw: RawServer, local: Nemo) -> None:
    def flood(connection: socket.socket, request: bytes) -> None:
        connection.sendall(CLOSING)
        while True:
            connection.sendall(SAID * 1000 + b": x\n\n" * 1000)

    raw.script(flood)
    count, reason = 0, ""
    with within(100):
        for event in local.chat("s", "cut"):
            count, reason = count + 1, getattr(event, "reason", "")
    assert "more than" in reason


def test_packed_answers_are_read_as_before(raw: RawServer, local: Nemo) -> None:
    bodies = [
        (b"gzip", gzip.compress(CREDITS)),
        (b"gzip", gzip.compress(CREDITS[:9]) + gzip.compress(CREDITS[9:]) + b"\0" * 9),
        (b"deflate", zlib.compress(CREDITS)),
        (b"deflate", zlib.compress(CREDITS)[2:-4]),
        (b"identity", CREDITS),
    ]
    raw.script(*(encoded(body, encoding) for encoding, body in bodies))
    for _ in bodies:
        assert local.credits().available == 5


@pytest.mark.parametrize("step", [1, 7, 1000])
def test_packed_bytes_are_unpacked_however_they_are_cut(step: int) -> None:
    content = json.dumps(list(range(200_000))).encode()
    for encoding, packed in (
        ("gzip", gzip.compress(content[:99]) + gzip.compress(content[99:])),
        ("deflate", zlib.compress(content, wbits=-15)),
    ):
        pieces = [packed[at : at + step] for at in range(0, len(packed), step)]
        response = httpx.Response(
            200, headers={"content-encoding": encoding}, stream=_Pieces(pieces)
        )
        response.request = httpx.Request("GET", "https://api.test/")
        found = list(decoded(response))
        assert b"".join(found) == content
        assert max(map(len, found)) <= 256 * 1024


class _Pieces(httpx.SyncByteStream):
    def __init__(self, pieces: list[bytes]) -> None:
        self._pieces = pieces

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._pieces)


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        (b"gzip", gzip.compress(CREDITS, mtime=0)[:-9]),
        (b"gzip", CREDITS),
        (b"deflate", b"\xff" * 20),
        (b"br", CREDITS),
        (b"zstd", CREDITS),
        (b"gzip, gzip", gzip.compress(gzip.compress(CREDITS, mtime=0), mtime=0)),
    ],
    ids=["cut", "plain", "noise", "brotli", "zstd", "twice"],
)
def test_what_cannot_be_unpacked_is_one_error(
    encoding: bytes, body: bytes, raw: RawServer, local: Nemo
) -> None:
    raw.script(encoded(body, encoding))
    with pytest.raises(NemoError):
        local.credits()
    assert (
        b"br" not in raw.requests[0].partition(b"\r\n\r\n")[0].lower().split(b"encoding:")[1][:20]
    )


@pytest.mark.parametrize("depth", [150, 250, 980, 100_000])
@pytest.mark.parametrize("brackets", ["[]", "{}"])
def test_an_answer_that_is_nested_too_deeply_is_refused(
    depth: int, brackets: str, answering: Answering
) -> None:
    open_ = brackets[0] if brackets == "[]" else '{"a":'
    inner = open_ * depth + ("1" if brackets == "{}" else "") + brackets[1] * depth
    body = f'{{"code":0,"data":{{"session_id":"1","state":{{"draft":{{"t":[{inner}]}}}}}}}}'
    nemo = answering(lambda request: httpx.Response(200, content=body.encode()))
    if depth < 200:
        assert nemo.state("1").draft
    else:
        with pytest.raises(UnexpectedAnswer):
            nemo.state("1")


@pytest.mark.parametrize("number", ["9" * 400, "9" * 5000, "1e400", "-1e400", "NaN"])
@pytest.mark.parametrize("field", ["available", "progress", "size", "code", "expires_in"])
def test_numbers_that_are_no_numbers_are_one_error_or_none(
    number: str, field: str, answering: Answering
) -> None:
    fields = {"available": "5", "status": '"completed"', "claim_token": '"x"'} | {field: number}
    inner = "{" + ",".join(f'"{name}":{value}' for name, value in fields.items()) + "}"
    bodies = iter([inner, f'{{"code":0,"data":{inner}}}'] * 3)
    nemo = answering(lambda request: httpx.Response(200, content=next(bodies).encode()))
    calls: list[Callable[[], object]] = [
        nemo.credits,
        lambda: nemo.render("r"),
        lambda: nemo.claim_token("t", "s"),
    ]
    for call in calls:
        for _ in range(2):
            with suppress(NemoError):
                call()


def test_a_stream_is_let_go_when_it_is_too_long(raw: RawServer, local: Nemo) -> None:
    over = threading.Event()

    def flood(connection: socket.socket, request: bytes) -> None:
        connection.sendall(CLOSING + CALL)
        try:
            while True:
                connection.sendall(b"data: " + b"x" * MB)
        finally:
            over.set()

    raw.script(flood)
    _, closed = spoken(list(local.chat("s", "cut")))
    assert not closed.clean
    assert over.wait(PATIENCE)
