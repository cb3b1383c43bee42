"""What is due at once is sent as one piece, and nothing waits for what is not due yet."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable
from typing import Any, cast

import pytest
from starlette.types import Message

from mock_server.api.net import MUCH, Gathering
from mock_server.api.stream import Drop, EventStream
from mock_server.api.stream_forms import Event

Source = Callable[[asyncio.Event], AsyncGenerator[Event, None]]


async def _at_once(_: asyncio.Event) -> AsyncGenerator[Event, None]:
    for word in "abc":
        yield Event("text", word)


async def _in_two(seen: asyncio.Event) -> AsyncGenerator[Event, None]:
    yield Event("text", "a")
    await seen.wait()  # until the client has the first
    yield Event("text", "b")
    yield Event("text", "c")


async def _dropped(_: asyncio.Event) -> AsyncGenerator[Event, None]:
    yield Event("text", "a")
    raise Drop("cut")


async def _broken(_: asyncio.Event) -> AsyncGenerator[Event, None]:
    yield Event("text", "a")
    raise ZeroDivisionError


async def _streamed(source: Source, drop: dict[str, Any] | None) -> tuple[list[Message], list[str]]:
    """The bodies that were sent, and what was noted while they were."""
    seen, sent, noted = asyncio.Event(), list[Message](), list[str]()

    async def send(message: Message) -> None:
        if message["type"] == "http.response.body":
            sent.append(message)
            noted.append("sent")
            seen.set()

    async def receive() -> Message:
        await asyncio.Event().wait()
        raise AssertionError

    stream = EventStream(
        source(seen),
        lambda event: [event.text[:1].encode()],
        drop=drop,
        bug=lambda error: noted.append(type(error).__name__),
        done=lambda: noted.append("done"),
    )
    async with asyncio.timeout(5):
        await stream({"type": "http"}, receive, send)
    return sent, noted


@pytest.mark.parametrize(
    ("source", "drop", "bodies", "ended", "noted"),
    [
        (_at_once, None, [b"abc"], True, ["done", "sent"]),
        (_in_two, None, [b"a", b"bc"], True, ["sent", "done", "sent"]),
        (_at_once, {"after": 2}, [b"ab"], False, ["done", "sent"]),
        (_at_once, {"after": 0, "how": "end"}, [b""], True, ["done", "sent"]),
        (_dropped, None, [b"a"], False, ["done", "sent"]),
        (_broken, None, [b"at"], True, ["ZeroDivisionError", "done", "sent"]),
    ],
)
def test_pieces_of_a_stream(
    source: Source, drop: dict[str, Any] | None, bodies: list[bytes], ended: bool, noted: list[str]
) -> None:
    sent, found = asyncio.run(_streamed(source, drop))
    assert [one["body"] for one in sent] == bodies
    assert [one["more_body"] for one in sent][-1] is not ended
    assert found == noted


class _Transport:
    def __init__(self) -> None:
        self.done: list[bytes | str] = []

    def write(self, data: bytes) -> None:
        self.done.append(bytes(data))

    def close(self) -> None:
        self.done.append("closed")

    def abort(self) -> None:
        self.done.append("aborted")

    def is_closing(self) -> bool:
        return "closed" in self.done


def _gathered(use: Callable[[Gathering], None]) -> list[bytes | str]:
    async def run() -> list[bytes | str]:
        transport = _Transport()
        gathering = Gathering(cast(asyncio.Transport, transport))
        use(gathering)
        at_once = len(transport.done)
        await asyncio.sleep(0)
        return [f"{at_once} at once", *transport.done]

    return asyncio.run(run())


def _write(*pieces: bytes, end: str = "") -> Callable[[Gathering], None]:
    def use(gathering: Gathering) -> None:
        for piece in pieces:
            gathering.write(piece)
        if end:
            getattr(gathering, end)()

    return use


def test_writes_of_one_turn_are_one_piece() -> None:
    assert _gathered(_write(b"a", b"", b"bc")) == ["0 at once", b"abc"]
    assert _gathered(_write(b"")) == ["0 at once"]


@pytest.mark.parametrize(("end", "done"), [("close", "closed"), ("abort", "aborted")])
def test_nothing_is_lost_where_a_connection_ends(end: str, done: str) -> None:
    assert _gathered(_write(b"a", b"b", end=end)) == ["2 at once", b"ab", done]


def test_much_is_sent_at_once() -> None:
    much = b"x" * MUCH
    assert _gathered(_write(b"a", much, b"b")) == ["1 at once", b"a" + much, b"b"]


def test_all_else_is_asked_of_the_transport() -> None:
    assert _gathered(lambda gathering: gathering.write(str(gathering.is_closing()).encode())) == [
        "0 at once",
        b"False",
    ]
