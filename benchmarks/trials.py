"""What trying many recipes costs beyond the requests themselves."""

import pickle
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import httpx

from benchmarks import internals
from benchmarks.clips import ffmpeg
from benchmarks.figure import AtLeast, AtMost, Figure
from benchmarks.process import PRODUCT, cpu, in_turns, run, script, spent

RECIPES, FEWER = 90, 50
"""Two processes need about a hundred, or their start outweighs what they save."""
ROUNDS = 5
PICTURE = "testsrc=size=320x180:rate=25:duration=20"
SOUND = "aevalsrc=if(lt(mod(t\\,4)\\,3)\\,0.3*sin(2764.6*t)\\,0):s=16000:d=20"
TIMES = ("cut 1-2s", "trim pauses longer than 0.7s", "keep first 12s", "speed 1.5x")
LOOKS = ('color "cinematic" 40%', "volume 80%", "fade out 1s", "fade in 0.5s")
ACCOUNT = "/api/auth/anonymous-token"
"""The first request of every recipe."""


def recipe(number: int) -> str:
    """A short job: a clip, one cut, two texts, music, a look, and what is expected of it."""
    return f"""clip talk "../talk.mp4"
{TIMES[number % len(TIMES)]}
title 0-2s "Recipe {number}" at top size 60
lower-third 3-5s "Ada" "Number {number}"
music "lo-fi" volume {10 + number % 50}% fade in 1s
{LOOKS[number // 4 % len(LOOKS)]}
expect title "Recipe {number}" 0-2s
expect music "lo-fi"
export 720p mp4
"""


@contextmanager
def recipes(count: int) -> Iterator[Path]:
    """A folder with so many of them and their clip."""
    with tempfile.TemporaryDirectory() as folder:
        inputs = ["-f", "lavfi", "-i", PICTURE, "-f", "lavfi", "-i", SOUND]
        clip = Path(folder, "talk.mp4")
        ffmpeg(*inputs, "-pix_fmt", "yuv420p", "-preset", "ultrafast", str(clip))
        specs = Path(folder, "specs")
        specs.mkdir()
        for number in range(count):
            (specs / f"r{number:03}.edit").write_text(recipe(number), encoding="utf-8")
        yield specs


@dataclass(frozen=True)
class Request:
    """One request as it went out; `path` is without the address."""

    method: str
    path: str
    headers: list[tuple[bytes, bytes]]
    body: bytes


def recorded(specs: Path) -> list[Request]:
    """The requests of a run, in their order."""
    found: list[Request] = []
    send = httpx.HTTPTransport.handle_request

    def record(self: httpx.HTTPTransport, request: httpx.Request) -> httpx.Response:
        body = request.read()
        headers = [(k, v) for k, v in request.headers.raw if k.lower() != b"host"]
        path = request.url.raw_path.decode()
        found.append(Request(request.method, path, headers, body))
        return send(self, request)

    httpx.HTTPTransport.handle_request = record
    try:
        assert internals.command("test", specs) == 0
    finally:
        httpx.HTTPTransport.handle_request = send
    return found


REPLAY = """
import sys
from pathlib import Path
from benchmarks.trials import replay
print(replay(Path(sys.argv[1])))
"""


def replay(path: Path) -> float:
    """Processor seconds for the requests in a file alone: one client, one mock in the same process."""
    requests: list[Request] = pickle.loads(path.read_bytes())
    with internals.mock_for_many() as mock, httpx.Client(base_url=mock.url) as client:
        begun = spent()
        for request in requests:
            if request.path == ACCOUNT:
                mock.begin_anew(0)
            answer = client.request(
                request.method, request.path, headers=request.headers, content=request.body
            )
            assert answer.status_code == 200, (request.path, answer.text)
        return spent() - begun


def one_process() -> Iterator[tuple[float, float]]:
    """The whole command, from its start, against what the requests take by themselves."""
    with recipes(FEWER) as specs:
        kept = specs.parent / "requests"
        kept.write_bytes(pickle.dumps(recorded(specs)))
        yield from in_turns(
            lambda: cpu(lambda: run([PRODUCT, "test", specs])),
            lambda: float(script(REPLAY, kept).output),
            ROUNDS,
        )


def two_processes() -> Iterator[tuple[float, float]]:
    with recipes(RECIPES) as specs:

        def with_processes(number: int) -> float:
            return run([PRODUCT, "test", "-n", str(number), specs]).seconds

        two, one = partial(with_processes, 2), partial(with_processes, 1)
        yield from in_turns(two, one, ROUNDS, untimed=two)


FIGURES = [
    Figure(
        "trials",
        f"`nemo-spec test` of {FEWER} recipes without export, one process",
        "the bare HTTP requests of that run, replayed with one httpx client, by processor time",
        AtMost(2.0),
        one_process,
    ),
    Figure(
        "trials-parallel",
        f"`nemo-spec test -n 2` of {RECIPES} recipes",
        "`nemo-spec test -n 1`",
        AtLeast(1.6),
        two_processes,
    ),
]
