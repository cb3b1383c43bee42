"""What the runs of a batch have in common: the ceiling of credits, the end, and who hears of events.

Runs in threads share the object itself; `served` lets those in other processes call it.
"""

from __future__ import annotations

import secrets
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing import AuthenticationError
from multiprocessing.connection import (
    Client,
    Connection,
    Listener,
    answer_challenge,
    deliver_challenge,
)
from queue import SimpleQueue
from typing import Any, Protocol

from nemo_spec.run.events import Event

_WAITING = 128
"""Calls that may wait to be taken."""


class Interrupted(KeyboardInterrupt):
    """The batch was stopped while this run was at work; it can be resumed."""


class Board(Protocol):
    """What a run may ask of its batch. Runs are named by the index of their row."""

    def begin(self, index: int) -> bool:
        """Whether a run may begin still."""
        ...

    def end(self) -> None:
        """Let no run begin any more."""
        ...

    def tell(self, index: int, event: Event) -> bool:
        """Pass on what happens; returns whether the run may go on."""
        ...

    def reserve(self, index: int, price: float) -> bool:
        """Reserve credits for the next message of a run; False where they do not fit."""
        ...

    def settle(self, index: int, balance: float | None) -> None:
        """The message is through, and so many credits are available; None where it was refused."""
        ...

    def standing(self) -> tuple[float, float]:
        """The limit, and what is spent or reserved."""
        ...


@dataclass(slots=True)
class SharedBoard:
    """`limit` is what the batch may spend, None for anything, `balance` what was available before it.

    What was spent is what the account holds less: whoever else is charged there counts. `stuck` was
    reserved for messages whose outcome nobody knows.
    """

    limit: float | None
    balance: float
    news: SimpleQueue[tuple[int, Event]] = field(default_factory=SimpleQueue)
    stuck: float = 0
    is_over: bool = False
    """A message did not fit: what it leaves may do for others that are at work, not for new ones."""
    _before: float = 0
    _lowest: float = 0
    _reserved: dict[int, float] = field(default_factory=dict)
    _ends: bool = False
    _interrupted: bool = False
    _turn: threading.Lock = field(default_factory=threading.Lock)

    def __post_init__(self) -> None:
        self._lowest = self.balance

    @property
    def spent(self) -> float:
        """Credits charged since the batch began."""
        return self._before + self.balance - self._lowest

    def begin(self, index: int) -> bool:
        return not (self._ends or self.is_over)

    def end(self) -> None:
        self._ends = True

    def interrupt(self) -> None:
        """Let no run begin any more, and stop those at work at their next event."""
        self._ends = self._interrupted = True

    def tell(self, index: int, event: Event) -> bool:
        self.news.put((index, event))
        return not self._interrupted

    def reserve(self, index: int, price: float) -> bool:
        with self._turn:
            self.stuck += self._reserved.pop(index, 0)
            if self.limit is not None and self._taken() + price > self.limit:
                self.is_over = True
                return False
            self._reserved[index] = price
            return True

    def settle(self, index: int, balance: float | None) -> None:
        with self._turn:
            self._reserved.pop(index, None)
            if balance is None:
                return
            if balance > self.balance:  # credits were bought
                self._before, self.balance, self._lowest = self.spent, balance, balance
            self._lowest = min(self._lowest, balance)

    def standing(self) -> tuple[float, float]:
        with self._turn:
            return self.limit or 0, self._taken()

    def _taken(self) -> float:
        return self.spent + self.stuck + sum(self._reserved.values())


@dataclass(frozen=True, slots=True)
class RowCeiling:
    """The ceiling of a batch, as the run of one row sees it."""

    board: Board
    index: int
    shared: bool

    def reserve(self, price: float) -> bool:
        return self.board.reserve(self.index, price)

    def settle(self, balance: float | None) -> None:
        self.board.settle(self.index, balance)

    def standing(self) -> tuple[float, float]:
        return self.board.standing()


@dataclass(frozen=True, slots=True)
class RemoteBoard:
    """A board in another process, or on another machine. Once that process has ended every call raises
    OSError or EOFError, so that a worker which is left over sends nothing any more."""

    address: str | tuple[str, int]
    key: bytes = field(repr=False)

    def begin(self, index: int) -> bool:
        return bool(self._call("begin", index))

    def end(self) -> None:
        self._call("end")

    def tell(self, index: int, event: Event) -> bool:
        return bool(self._call("tell", index, event))

    def reserve(self, index: int, price: float) -> bool:
        return bool(self._call("reserve", index, price))

    def settle(self, index: int, balance: float | None) -> None:
        self._call("settle", index, balance)

    def standing(self) -> tuple[float, float]:
        limit, taken = self._call("standing")
        return limit, taken

    def _call(self, name: str, *arguments: object) -> Any:
        with Client(self.address, authkey=self.key) as line:
            line.send((name, arguments))
            return line.recv()


@contextmanager
def served(board: SharedBoard, host: str = "") -> Iterator[Board]:
    """The board for other processes that know its key: of this machine, or of those that know it as
    `host`."""
    key, over = secrets.token_bytes(32), threading.Event()
    with Listener((host, 0) if host else None, backlog=_WAITING) as listener:
        thread = threading.Thread(target=_listen, args=(listener, board, key, over), daemon=True)
        thread.start()
        address = listener.address
        try:
            yield RemoteBoard(address if isinstance(address, tuple) else str(address), key)
        finally:
            over.set()
            with suppress(OSError):
                Client(address).close()  # closing alone leaves the thread one more call to take
            thread.join(1)


def _listen(listener: Listener, board: SharedBoard, key: bytes, over: threading.Event) -> None:
    """Each call has a thread: who knocks and says nothing holds up nobody."""
    while True:
        try:
            line = listener.accept()
        except ConnectionError:
            continue
        except (OSError, AttributeError):  # closed
            return
        if over.is_set():
            line.close()
            return
        threading.Thread(target=_answer, args=(line, board, key), daemon=True).start()


def _answer(line: Connection, board: SharedBoard, key: bytes) -> None:
    """A worker that is killed in the middle of a call is none's loss."""
    with suppress(EOFError, OSError, AuthenticationError), line:
        deliver_challenge(line, key)
        answer_challenge(line, key)
        name, arguments = line.recv()
        line.send(getattr(board, name)(*arguments))
