"""The event stream as a response: encoded, counted, dropped on request, aborted on disconnect."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncGenerator, Callable
from typing import Any

from starlette.responses import Response
from starlette.types import Message, Receive, Scope, Send

from mock_server.api.net import end_connection
from mock_server.api.stream_forms import Event

EventSource = AsyncGenerator[Event, None]
HEADERS = [(b"content-type", b"text/event-stream; charset=utf-8"), (b"cache-control", b"no-cache")]
FAILED = Event("error", "the mock failed on this", name="MockError", form="line")


class Drop(Exception):
    """Ends a response in the middle: `cut`, `reset` or `end`."""

    def __init__(self, how: str) -> None:
        self.how = how


class EventStream(Response):
    """Sends the events of a run, those that are due at once as one piece. `done` is called once, however
    it ends."""

    def __init__(
        self,
        events: EventSource,
        encode: Callable[[Event], list[bytes]],
        *,
        drop: dict[str, Any] | None,
        bug: Callable[[BaseException], Any],
        done: Callable[[], None],
    ) -> None:
        super().__init__()
        self._events = events
        self._encode = encode
        self._after = None if drop is None else int(drop.get("after", 0))
        self._how = "" if drop is None else drop.get("how", "cut")
        self._bug = bug
        self._done = done
        self._due: list[bytes] = []
        self._news = asyncio.Event()
        self._ended: str | None = None  # how; None while events may come

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": HEADERS})
        work = asyncio.create_task(self._collect())
        watch = asyncio.create_task(_disconnected(receive))
        watch.add_done_callback(lambda _: self._news.set())
        try:
            while not watch.done() and await self._send_due(scope, send):
                pass
        except OSError:
            end_connection(scope, "cut")
        finally:
            watch.cancel()
            work.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await work

    async def _send_due(self, scope: Scope, send: Send) -> bool:
        """Send what has come as one piece; False once that was the last."""
        await self._news.wait()
        self._news.clear()
        due, self._due = b"".join(self._due), []
        if self._ended == "end":
            await send(_body(due, more=False))
        elif due:
            await send(_body(due))
        if self._ended not in (None, "end"):
            end_connection(scope, self._ended)
        return self._ended is None

    async def _collect(self) -> None:
        how = "cut"
        try:
            how = await self._collected()
        finally:
            self._ended = how
            self._news.set()

    async def _collected(self) -> str:
        """How it ends, once all has come."""
        how = "end"
        try:
            async with contextlib.aclosing(self._events) as events:
                await self._collect_all(events)
        except Drop as drop:
            how = drop.how
        except OSError:
            how = "cut"
        except Exception as error:
            self._bug(error)
            self._put(self._encode(FAILED)[0])
        finally:
            # Before the last byte: a client that sees the end may ask for the price.
            self._done()
        return how

    async def _collect_all(self, events: EventSource) -> None:
        sent = 0
        async for event in events:
            for frame in self._encode(event):
                counts = event.kind != "keepalive"
                if counts and sent == self._after:
                    raise Drop(self._how)
                self._put(frame)
                sent += counts
                if counts and sent == self._after:
                    raise Drop(self._how)

    def _put(self, frame: bytes) -> None:
        self._due.append(frame)
        self._news.set()


def _body(data: bytes, *, more: bool = True) -> Message:
    return {"type": "http.response.body", "body": data, "more_body": more}


async def _disconnected(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
