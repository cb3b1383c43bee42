"""Turn the progress callback of a call into events."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from queue import Empty as NothingYet
from queue import SimpleQueue
from threading import Thread

from nemo_spec.run import events

Progress = Callable[[int, int], None]


def with_progress(
    call: Callable[[Progress], object], event: Callable[[int, int], events.Event]
) -> Iterator[events.Event]:
    """Run a call in a thread and yield its progress, at most ten events a second. Raises what it raises."""
    news: SimpleQueue[events.Event | BaseException | None] = SimpleQueue()
    shown = 0.0

    def report(done: int, total: int) -> None:
        nonlocal shown
        if done >= total or time.monotonic() - shown > 0.1:
            shown = time.monotonic()
            news.put(event(done, total))

    def work() -> None:
        try:
            call(report)
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
            return
        if isinstance(item, BaseException):
            raise item
        yield item
