"""What listening to a long stream holds: resident memory of the process that listens, and of it alone.

A quarter of an hour of recorded events comes as fast as it is read, a hundred events for each of its
seconds; another process sends them. What the listening process held once everything was imported is
taken off both sides: the interpreter and the libraries would hide what the listening adds to them.
"""

import socket
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from benchmarks.figure import AtMost, Figure, Unavailable
from benchmarks.process import script
from benchmarks.sse import RECORDED

MINUTES = 15
EVENTS_A_MINUTE = 6000
SAMPLE = 250
"""Events from one look at the memory to the next."""
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n"
LISTEN = """
import sys
from pathlib import Path
from benchmarks.internals import listener

def resident():
    return int(Path("/proc/self/statm").read_text().split()[1])

found = []

def watch(number):
    if number % int(sys.argv[3]) == 0:
        found.append(resident())

work = listener(sys.argv[1], Path(sys.argv[2]), watch)
imported = resident()
work()
print(imported, *found)
"""


def minute() -> bytes:
    """The events of one minute."""
    turn = (RECORDED / "d_stream_silent.sse").read_bytes() + b": ping\n\n"
    return turn * (EVENTS_A_MINUTE // turn.count(b"\n\n"))


def listening() -> Iterator[tuple[float, float]]:
    if not Path("/proc/self/statm").exists():
        raise Unavailable("memory is read from /proc")
    events = minute()
    for _ in range(7):
        yield last_and_first(*_one_stream(events))


def last_and_first(imported: int, *found: int) -> tuple[float, float]:
    """The most that the last minute held, and the first, both beyond what the imports hold."""
    share = len(found) // MINUTES
    return max(found[-share:]) - imported, max(found[:share]) - imported


def _one_stream(events: bytes) -> list[int]:
    """Resident pages after the imports, and then after every so many events."""
    with socket.create_server(("127.0.0.1", 0)) as server, tempfile.TemporaryDirectory() as home:
        server.settimeout(60)
        address = f"http://127.0.0.1:{server.getsockname()[1]}"
        with ThreadPoolExecutor(1) as beside:
            sending = beside.submit(_send, server, events)
            output = script(LISTEN, address, home, str(SAMPLE)).output
            sending.result()
    return [int(number) for number in output.split()]


def _send(server: socket.socket, events: bytes) -> None:
    connection, _ = server.accept()
    with connection:
        connection.recv(65536)
        connection.sendall(HEAD)
        for _ in range(MINUTES):
            connection.sendall(events)


FIGURES = [
    Figure(
        "memory",
        "memory that listening holds beyond the imports, most in the last minute of a stream of 15 "
        "(90,000 events)",
        "most in its first minute",
        AtMost(1.05),
        listening,
    ),
]
