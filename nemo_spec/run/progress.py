"""Turn the progress callback of a call into events."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from queue import Empty as NothingYet
from queue import SimpleQueue
from threading import Thread
from typing import TypeVar

from nemo_spec.run import events

Progress = Callable[[int, int], None]
T = TypeVar("T")


def with_progress(
    call: Callable[[Progress], T], event: Callable[[int, int], events.Event]
) -> Generator[events.Event, None, T]:
    """Run a call in a thread and yield its progress, at most ten events a second. Returns what the call
    returns, and raises what it raises."""
    news: SimpleQueue[events.Event | BaseException | None] = SimpleQueue()
    returned = list[T]()
    shown = 0.0

    def report(done: int, total: int) -> None:
        nonlocal shown
        if done >= total or time.monotonic() - shown > 0.1:
            shown = time.monotonic()
            news.put(event(done, total))

    def work() -> None:
        try:
            returned.append(call(report))
            news.put(None)
        except BaseException as error:
            news.put(error)

    Thread(target=work, daemon=True).start()
    while True:
        try:
            item = news.get(timeout=1)
        except NothingYet:
            continue
        if item is None:
            return returned[0]
        if isinstance(item, BaseException):
            raise item
        yield item
