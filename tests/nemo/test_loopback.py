"""Over real sockets: silence, cuts at every place, slow bodies, and callers that walk away."""

import select
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.nemo import TOKEN, RawServer, wait_for_hang_up
from support.nemo_streams import (
    CALL,
    CHUNKED,
    CLOSING,
    HEAD,
    RESULT,
    SAID,
    STREAM,
    chunk,
    sending,
    spoken,
)
from support.waiting import PATIENCE

from nemo_spec.nemo.client import Nemo
from nemo_spec.nemo.errors import StreamCut, TooLarge, Unreachable
from nemo_spec.nemo.events import ChatEvent, Closed, Idle, TextDelta
from nemo_spec.nemo.settings import Settings


def test_a_whole_chunked_stream_ends_clean(raw: RawServer, local: Nemo) -> None:
    raw.script(sending(CHUNKED, *map(chunk, STREAM), b"0\r\n\r\n"))
    assert spoken(list(local.chat("s", "cut"))) == (3, Closed(True))


@pytest.mark.parametrize("events", range(len(STREAM) + 1))
@pytest.mark.parametrize("reset", [False, True])
def test_a_chunked_stream_that_is_cut_says_so(
    events: int, reset: bool, raw: RawServer, local: Nemo
) -> None:
    def script(connection: socket.socket, request: bytes) -> None:
        connection.sendall(CHUNKED + b"".join(map(chunk, STREAM[:events])))
        if reset:
            # Linger of zero makes close() send a reset; the data must have been read by then.
            arrived.wait(PATIENCE)
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")

    arrived = threading.Event()
    raw.script(script)
    found: list[ChatEvent] = []
    for event in local.chat("s", "cut"):
        found.append(event)
        if len([e for e in found if not isinstance(e, Idle)]) == events:
            arrived.set()
    count, closed = spoken(found)
    assert count == events
    assert not closed.clean
    assert closed.reason


@pytest.mark.parametrize(
    "cut", [*range(1, len(b"".join(STREAM)), 11), 51, 52, 53, 104, 105, 106, 107]
)
def test_a_cut_inside_an_event_is_never_clean(cut: int, raw: RawServer, local: Nemo) -> None:
    """Without framing nothing tells that bytes are missing, except half an event."""
    body = b"".join(STREAM)[:cut]
    raw.script(sending(CLOSING, body))
    _, closed = spoken(list(local.chat("s", "cut")))
    in_the_edit = cut < len(CALL + RESULT.rstrip())
    assert closed.clean is not (_inside(cut) or in_the_edit), body


def _inside(cut: int) -> bool:
    """True when the cut takes away a part of the JSON of some event."""
    start = 0
    for event in STREAM:
        if start < cut < start + len(event.rstrip()):
            return True
        start += len(event)
    return False


@pytest.mark.parametrize(("events", "clean"), [(0, True), (1, False), (2, True), (3, True)])
def test_an_unframed_stream_that_ends_in_the_middle_of_an_edit_is_cut(
    events: int, clean: bool, raw: RawServer, local: Nemo
) -> None:
    raw.script(sending(CLOSING, *STREAM[:events]))
    count, closed = spoken(list(local.chat("s", "cut")))
    assert (count, closed.clean) == (events, clean)


def test_a_length_that_is_not_reached_is_a_cut(raw: RawServer, local: Nemo) -> None:
    raw.script(sending(HEAD, b"Content-Length: 500\r\n\r\n", SAID))
    count, closed = spoken(list(local.chat("s", "cut")))
    assert (count, closed.clean) == (1, False)
    assert "broke" in closed.reason


def test_half_an_event_is_a_cut_even_when_the_framing_is_whole(raw: RawServer, local: Nemo) -> None:
    raw.script(sending(CHUNKED, chunk(SAID + SAID[:20]), b"0\r\n\r\n"))
    events = list(local.chat("s", "cut"))
    assert spoken(events) == (1, Closed(False, "the stream ended in the middle of an event"))


def test_an_event_that_lacks_only_its_blank_line_counts(raw: RawServer, local: Nemo) -> None:
    raw.script(sending(CHUNKED, chunk(SAID.rstrip()), b"0\r\n\r\n"))
    assert spoken(list(local.chat("s", "cut"))) == (1, Closed(True))


def test_a_stream_cut_before_it_began_is_unknown(raw: RawServer, local: Nemo) -> None:
    raw.script(sending(b""))
    count, closed = spoken(list(local.chat("s", "cut")))
    assert (count, closed.clean) == (0, False)


def test_no_connection_means_that_nothing_was_sent() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        url = f"http://127.0.0.1:{server.getsockname()[1]}"
    with Nemo(Settings(api_url=url, token=TOKEN)) as nemo, pytest.raises(Unreachable):
        list(nemo.chat("s", "cut"))


def test_silence_gives_control_back_and_the_stream_goes_on(raw: RawServer, local: Nemo) -> None:
    go_on = threading.Event()

    def script(connection: socket.socket, request: bytes) -> None:
        go_on.wait(PATIENCE)  # before the headers
        go_on.clear()
        connection.sendall(CHUNKED + chunk(SAID))
        go_on.wait(PATIENCE)  # in the middle
        connection.sendall(chunk(b": hi\n\n") + b"0\r\n\r\n")

    raw.script(script)
    kinds = []
    for event in local.chat("s", "cut"):
        kinds.append(type(event).__name__)
        if isinstance(event, Idle):
            assert event.seconds > 0
            go_on.set()
    assert kinds[0] == "Idle"
    assert [kind for kind in kinds if kind != "Idle"] == ["TextDelta", "Heartbeat", "Closed"]


def test_idle_seconds_add_up(raw: RawServer, local: Nemo) -> None:
    raw.script(wait_for_hang_up(raw))
    stream = local.chat("s", "cut")
    first, second = next(stream), next(stream)
    assert isinstance(first, Idle)
    assert isinstance(second, Idle)
    assert second.seconds > first.seconds > 0
    _close(stream)


@pytest.mark.parametrize("before_headers", [True, False])
def test_abandoning_the_events_closes_the_connection(
    before_headers: bool, raw: RawServer, local: Nemo
) -> None:
    def script(connection: socket.socket, request: bytes) -> None:
        if not before_headers:
            connection.sendall(CHUNKED + chunk(SAID))
        wait_for_hang_up(raw)(connection, request)

    raw.script(script)
    stream = local.chat("s", "cut")
    first = next(stream) if before_headers else _said(stream)
    assert isinstance(first, Idle if before_headers else TextDelta)
    assert not raw.hung_up.is_set()
    _close(stream)
    assert raw.hung_up.wait(PATIENCE)
    _no_stream_thread_left()


def test_a_flood_that_nobody_reads_is_held_back_and_let_go(raw: RawServer, local: Nemo) -> None:
    held_back = threading.Event()

    def flood(connection: socket.socket, request: bytes) -> None:
        connection.sendall(CHUNKED)
        for _ in range(4000):  # some 200 MB
            if not select.select([], [connection], [], 1)[1]:
                held_back.set()
                break
            connection.send(chunk(SAID * 1000))
        wait_for_hang_up(raw)(connection, request)

    raw.script(flood)
    stream = local.chat("s", "cut")
    assert isinstance(_said(stream), TextDelta)
    assert held_back.wait(PATIENCE)
    _close(stream)
    assert raw.hung_up.wait(PATIENCE)
    _no_stream_thread_left()


def _said(stream: Iterator[ChatEvent]) -> ChatEvent:
    """The next event that came from the other side, however long that took."""
    return next(event for event in stream if not isinstance(event, Idle))


def _close(stream: Iterator[ChatEvent]) -> None:
    stream.close()


def _no_stream_thread_left() -> None:
    for thread in threading.enumerate():
        if thread.name == "nemo-stream":
            thread.join(PATIENCE)
            assert not thread.is_alive()


def test_a_body_in_single_bytes_is_read(raw: RawServer, local: Nemo) -> None:
    body = b'{"code":0,"data":{"available":5}}'
    pieces = [body[i : i + 1] for i in range(len(body))]
    raw.script(sending(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(body), *pieces))
    assert local.credits().available == 5


def test_an_answer_that_is_cut_is_no_answer(raw: RawServer, local: Nemo) -> None:
    raw.script(sending(b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n", b'{"code":0}'))
    with pytest.raises(StreamCut):
        local.credits()


def test_uploads_are_streamed(raw: RawServer, local: Nemo, clip: Path) -> None:
    answer = b'{"code":0,"data":{"files":[{"filename":"clip.mp4"}]}}'
    head = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(answer)
    raw.script(sending(head, answer))
    (file,) = local.upload("s", clip)
    assert file.filename == "clip.mp4"
    assert clip.read_bytes() in raw.requests[0]


def test_a_refusal_before_the_upload_is_over_is_heard(
    raw: RawServer, local: Nemo, tmp_path: Path
) -> None:
    path = tmp_path / "big.mp4"
    path.write_bytes(b"\0\0\0\x20ftypisom" + b"x" * 30_000_000)
    answer = b'{"code":4002,"message":"too large"}'
    head = b"HTTP/1.1 413 Too Large\r\nContent-Length: %d\r\nConnection: close\r\n\r\n" % len(
        answer
    )

    server = socket.create_server(("127.0.0.1", 0))

    def refuse() -> None:
        connection, _ = server.accept()
        with connection:
            connection.recv(1000)
            connection.sendall(head + answer)
            connection.shutdown(socket.SHUT_WR)
            while connection.recv(1 << 20):
                pass

    threading.Thread(target=refuse, daemon=True).start()
    url = f"http://127.0.0.1:{server.getsockname()[1]}"
    with server, Nemo(Settings(api_url=url, token=TOKEN)) as nemo, pytest.raises(TooLarge):
        nemo.upload("s", path)
