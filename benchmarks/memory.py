"""What listening to a long stream holds in memory: resident bytes of the process that listens.

A quarter of an hour of recorded events comes as fast as it is read, a hundred events for each of its
seconds. The memory is looked at after the first minute's share and after the last.
"""

import socket
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from benchmarks.figure import AtMost, Figure, Unavailable
from benchmarks.process import run
from benchmarks.sse import RECORDED

MINUTES = 15
EVENTS_A_MINUTE = 6000
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n"
LISTEN = """
import sys
from pathlib import Path
from nemo_spec.nemo import Nemo, Settings
from nemo_spec.run.clock import Clock
from nemo_spec.run.conversation import listen
from nemo_spec.run.service import Service
from nemo_spec.run.waits import SERVICE

def resident():
    return Path("/proc/self/statm").read_text().split()[1]

class Watched(Nemo):
    def chat(self, session_id, text):
        for number, event in enumerate(super().chat(session_id, text), 1):
            if number == int(sys.argv[3]):
                print(resident())
            yield event
        print(resident())

nemo = Watched(Settings(api_url=sys.argv[1]), "benchmark")
service = Service(nemo, Clock(), Path(sys.argv[2]), SERVICE)
for _ in listen(service, "session", "Trim the pauses.", "en"):
    pass
"""


def minute() -> bytes:
    """The events of one minute."""
    turn = (RECORDED / "d_stream_silent.sse").read_bytes() + b": ping\n\n"
    return turn * (EVENTS_A_MINUTE // turn.count(b"\n\n"))


def listening() -> Iterator[tuple[float, float]]:
    if not Path("/proc/self/statm").exists():
        raise Unavailable("memory is read from /proc")
    for _ in range(5):
        yield _one_stream(minute())


def _one_stream(events: bytes) -> tuple[float, float]:
    """Resident pages at the end, and after the first minute."""
    with socket.create_server(("127.0.0.1", 0)) as server, tempfile.TemporaryDirectory() as home:
        server.settimeout(60)
        address = f"http://127.0.0.1:{server.getsockname()[1]}"
        command = [sys.executable, "-c", LISTEN, address, home, str(EVENTS_A_MINUTE)]
        with ThreadPoolExecutor(1) as beside:
            sending = beside.submit(_send, server, events)
            early, late = run(command).output.split()
            sending.result()
    return float(late), float(early)


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
        "memory of `apply` at the end of a 15-minute stream, 90,000 events",
        "the same after the first minute",
        AtMost(1.05),
        listening,
    ),
]
