"""How many conversations the mock bears at once: what a call of `run_sse` costs it, beside a bare server.

Clients and server share the machine, so that calls per second would tell more of the clients: what is
measured is the processor time of the server per call.
"""

from __future__ import annotations

import http.client
import json
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from random import Random
from typing import Any

from benchmarks import internals
from benchmarks.again import clip
from benchmarks.figure import AtMost, Figure, Pairs, Unavailable
from benchmarks.process import environment, in_turns

CLIENTS, CALLS, ROUNDS = 64, 4, 5
CAPTIONS = 2000
WORDS = (
    "the",
    "and",
    "of",
    "light",
    "river",
    "saw",
    "quiet",
    "morning",
    "again",
    "they",
    "came",
    "home",
)
CLIENT = "00000000-0000-4000-8000-000000000003"
MOCK = [
    sys.executable, "-m", "mock_server",
    "--speed", "0", "--credits", "1000000", "--price-per-edit", "0",
]  # fmt: skip
BARE = """
import socket
from starlette.applications import Starlette
from starlette.responses import StreamingResponse
from starlette.routing import Route
from uvicorn import Config, Server

async def events():
    for number in range(4):
        yield b'data: {"content": {"parts": [{"text": "Done."}]}}\\n\\n'

async def answer(request):
    await request.json()
    return StreamingResponse(events(), media_type="text/event-stream")

listener = socket.create_server(("127.0.0.1", 0), backlog=128)
print("bare on http://127.0.0.1:%d" % listener.getsockname()[1], flush=True)
app = Starlette(routes=[Route("/run_sse", answer, methods=["POST"])])
Server(Config(app, http="h11", loop="asyncio", log_level="critical")).run(sockets=[listener])
"""


@contextmanager
def served(command: Sequence[str]) -> Iterator[tuple[str, int]]:
    """The address of a server, which it prints first, and its process."""
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment()) as process:
        assert process.stdout
        try:
            yield process.stdout.readline().rpartition(" ")[2].strip(), process.pid
        finally:
            process.kill()


def used(process: int) -> float:
    """Seconds of processor time that a process has used, to the nanosecond: what /proc tells, in
    hundredths, is a tenth of what all calls of the bare server take. Raises Unavailable beside Linux."""
    if not sys.platform.startswith("linux"):
        raise Unavailable("the processor time of another process is asked of Linux")
    return time.clock_gettime(~process << 3 | 2)  # clock_getcpuclockid(3)


def converse(address: str, token: str, session: str) -> None:
    """A few instructions, one after the other, each over a connection of its own as clients do."""
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    for number in range(CALLS):
        text = f'Add a caption "Line {number}" from {number} to {number + 1} seconds.'
        message = {"role": "user", "parts": [{"text": text}]}
        body = {"app_name": "nemo_agent", "user_id": "me", "session_id": session}
        connection = http.client.HTTPConnection(address.removeprefix("http://"), timeout=60)
        sent = json.dumps({**body, "new_message": message})
        connection.request("POST", "/run_sse", sent, headers)
        answer = connection.getresponse()
        assert answer.status == 200, answer.read()
        answer.read()
        connection.close()


def per_call(
    address: str, process: int, token: str, sessions: Sequence[str]
) -> Callable[[], float]:
    """Seconds of the server's processor time for each call, all clients at once."""

    def measure() -> float:
        before = used(process)
        with ThreadPoolExecutor(len(sessions)) as clients:
            for done in [clients.submit(converse, address, token, one) for one in sessions]:
                done.result()
        return (used(process) - before) / (len(sessions) * CALLS)

    return measure


def with_clips(url: str) -> tuple[str, list[str]]:
    """A token, and sessions with a clip in each."""
    with internals.client(url) as nemo:
        token = nemo.anonymous_token(CLIENT).token
        nemo.token, sessions = token, list[str]()
        for _ in range(CLIENTS):
            sessions.append(nemo.create_session("bench", "en").session_id)
            nemo.upload(sessions[-1], clip(10))
    return token, sessions


def run_sse() -> Pairs:
    with (
        tempfile.TemporaryDirectory(prefix="bench-") as data,
        served([*MOCK, "--data", data]) as (url, mock),
        served([sys.executable, "-c", BARE]) as (bare_url, bare),
    ):
        token, sessions = with_clips(url)
        yield from in_turns(
            per_call(url, mock, token, sessions), per_call(bare_url, bare, token, sessions), ROUNDS
        )


def captioned(count: int) -> dict[str, Any]:
    """A draft with so many captions of a few words each."""
    luck = Random(1)
    captions = [
        {
            "id": f"sg_{number}",
            "s": number * 1000,
            "d": 900,
            "role": "caption",
            "text": " ".join(luck.choices(WORDS, k=5)),
        }
        for number in range(count)
    ]
    return {"t": [{"id": "tr_1", "tt": 7, "name": "Captions", "sg": captions}], "d": count * 1000}


def state_bytes(nemo: Any, session: str, accepted: str) -> float:
    """How many bytes the state of a session takes on the wire."""
    url = f"{nemo.settings.api_url}/api/state/nemo_agent/me/{session}/latest"
    headers = {"Authorization": f"Bearer {nemo.token}", "Accept-Encoding": accepted}
    with urllib.request.urlopen(urllib.request.Request(url, headers=headers)) as answer:
        return float(len(answer.read()))


def state() -> Pairs:
    with internals.mock_with(captioned(CAPTIONS)) as (nemo, session):
        yield from in_turns(
            lambda: state_bytes(nemo, session, "gzip"),
            lambda: state_bytes(nemo, session, "identity"),
            5,
        )


FIGURES = [
    Figure(
        "run-sse",
        f"a call of the mock's `run_sse` that lays a caption, {CLIENTS} clients at once",
        "a call of a bare Starlette application that streams as many bytes",
        AtMost(8.0),
        run_sse,
    ),
    Figure(
        "state-gzip",
        f"bytes of the mock's state of {CAPTIONS:,} captions, to a client that takes gzip",
        "the same to one that does not",
        AtMost(0.2),
        state,
    ),
]
