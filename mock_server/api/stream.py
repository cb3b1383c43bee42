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
    """Sends the events of a run. `done` is called once, however it ends."""

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

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": HEADERS})
        pump = asyncio.create_task(self._pump(scope, send))
        watch = asyncio.create_task(_disconnected(receive))
        try:
            await asyncio.wait({pump, watch}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            watch.cancel()
            pump.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await pump

    async def _pump(self, scope: Scope, send: Send) -> None:
        how = "end"
        try:
            async with contextlib.aclosing(self._events) as events:
                await self._send_all(events, send)
        except Drop as drop:
            how = drop.how
        except OSError:
            how = "cut"
        except Exception as error:
            self._bug(error)
            await send(_body(self._encode(FAILED)[0]))
        finally:
            # Before the last byte: a client that sees the end may ask for the price.
            self._done()
        if how == "end":
            await send(_body(b"", more=False))
        else:
            end_connection(scope, how)

    async def _send_all(self, events: EventSource, send: Send) -> None:
        sent = 0
        async for event in events:
            for frame in self._encode(event):
                counts = event.kind != "keepalive"
                if counts and sent == self._after:
                    raise Drop(self._how)
                await send(_body(frame))
                sent += counts
                if counts and sent == self._after:
                    raise Drop(self._how)


def _body(data: bytes, *, more: bool = True) -> Message:
    return {"type": "http.response.body", "body": data, "more_body": more}


async def _disconnected(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
