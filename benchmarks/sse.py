"""A long stream of events: how fast its bytes become events, in processor time.

The stream is made of recorded ones, over and over. The yardstick is httpx-sse as it is meant to be
used, `EventSource` over a streamed response that yields the same chunks, and `json.loads` of each
event's data. Each side runs in a process of its own, since httpx-sse is no part of the product.
"""

from collections.abc import Iterator
from pathlib import Path

from benchmarks import peers
from benchmarks.figure import AtLeast, Figure
from benchmarks.process import MB, in_turns, run, script

SIZE = 20_000_000
RECORDED = Path(__file__).parent.parent / "tests" / "nemo" / "captures"
READ = """
import sys, time
with open(sys.argv[1], "rb") as file:
    chunks = list(iter(lambda: file.read(16384), b""))
"""
OURS = f"""{READ}
from benchmarks.internals import stream_reader
read = stream_reader()
start = time.process_time()
read(chunks)
print(time.process_time() - start)
"""
THEIRS = f"""{READ}
import json, httpx
from httpx_sse import EventSource
class Body(httpx.SyncByteStream):
    def __iter__(self):
        return iter(chunks)
headers = {{"content-type": "text/event-stream; charset=utf-8"}}
response = httpx.Response(200, headers=headers, stream=Body())
start, count = time.process_time(), 0
for event in EventSource(response).iter_sse():
    if event.data:
        json.loads(event.data)
        count += 1
print(time.process_time() - start)
"""


def record(path: Path) -> None:
    """Recorded runs with words, tools, silence, and a heartbeat after each, up to the size."""
    names = ("a_plain", "b_tool_text", "d_stream", "d_stream_silent")
    runs = [(RECORDED / f"{name}.sse").read_bytes() for name in names]
    turn = b": ping\n\n".join([*runs, b""])
    path.write_bytes(turn * (SIZE // len(turn)))


def events() -> Iterator[tuple[float, float]]:
    peer = peers.python("httpx==0.28.1", "httpx-sse==0.4.3")
    stream = peers.cached(f"recorded-{SIZE // MB}MB.sse", record)
    yield from in_turns(
        lambda: float(script(OURS, stream).output),
        lambda: float(run([peer, "-c", THEIRS, stream]).output),
        7,
    )


FIGURES = [
    Figure(
        "sse",
        f"SSE bytes → typed events, {SIZE // MB} MB of recorded events",
        "httpx-sse and `json.loads` of the same bytes",
        AtLeast(1.0),
        events,
    ),
]
