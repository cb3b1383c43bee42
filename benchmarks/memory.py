"""What listening to a long stream leaves behind: how much more the process holds after each event.

A quarter of an hour of recorded events comes as fast as it is read, a hundred events for each of its
seconds; another process sends them. After each minute a single short reply comes by itself, so that no
packet is in memory when it is looked at: packets, of which the listener lets some megabytes pile up, come
and go in other sizes each time. For the same reason Python's own account is looked at, and not the pages
that the process has.
"""

import socket
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

from benchmarks.figure import AtMost, Figure
from benchmarks.process import script
from benchmarks.sse import RECORDED

MINUTES = 15
REPLIES = 750
"""In a minute."""
EVENTS = 8
"""In a reply and the heartbeat behind it."""
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n"
LISTEN = """
import gc, socket, sys, tracemalloc
from pathlib import Path
from benchmarks.internals import listener

address, port, home, *numbers = sys.argv[1:]
minute, reply = map(int, numbers)
held = []

def watch(number):
    if number % minute not in (0, minute - reply):
        return
    if not number % minute:
        gc.collect()
        held.append(tracemalloc.get_traced_memory()[0])
    socket.create_connection((address, int(port))).close()  # all that was sent is heard

work = listener(f"http://{address}:{port}", Path(home), watch)
tracemalloc.start()
work()
print(*held)
"""


def reply() -> bytes:
    return (RECORDED / "d_stream_silent.sse").read_bytes() + b": ping\n\n"


def listening() -> Iterator[tuple[float, float]]:
    """Of each minute but the first: one stream is like the other to the byte."""
    for before, after in pairwise(one_stream(MINUTES, REPLIES)):
        yield (after - before) / (EVENTS * REPLIES), 1.0


def one_stream(minutes: int, replies: int) -> list[int]:
    """What was held after each minute, in bytes."""
    with socket.create_server(("127.0.0.1", 0)) as server, tempfile.TemporaryDirectory() as home:
        server.settimeout(60)
        address, port = server.getsockname()
        events = [str(EVENTS * replies), str(EVENTS)]
        with ThreadPoolExecutor(1) as beside:
            sending = beside.submit(_send, server, minutes, replies)
            output = script(LISTEN, address, str(port), home, *events).output
            sending.result()
    return [int(number) for number in output.split()]


def _send(server: socket.socket, minutes: int, replies: int) -> None:
    connection, _ = server.accept()
    with connection:
        connection.recv(65536)
        connection.sendall(HEAD)
        for part in (reply() * (replies - 1), reply()) * minutes:
            connection.sendall(part)
            server.accept()[0].close()


FIGURES = [
    Figure(
        "memory",
        "what each event of a stream of 15 minutes (90,000 events) leaves in memory: letters of a reply",
        "–",
        AtMost(4, unit="bytes"),
        listening,
    ),
]
