"""Many clips: `batch` against its bare requests, and several at a time against one after another.

Every clip of a round is a new one, so that nothing is known of it. No video is rendered.
"""

import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from itertools import count, islice
from pathlib import Path

import httpx

from benchmarks.clips import ffmpeg
from benchmarks.figure import AtLeast, AtMost, Figure, Pairs
from benchmarks.process import PRODUCT, in_turns, run, seconds
from benchmarks.service import Mock, mock

CLIPS, SLOW_CLIPS = 200, 16
FEW, MANY = 4, 64
EDIT_SECONDS = 1
ROUNDS = 5
RECIPE = 'title 0-1s "Hello"\ncut 0-0.5s\n'
EDITS = (
    "Put these clips on the video track, one after another in this order: {clip}.",
    'Add a title that reads "Hello" from 0 to 1 seconds.',
    "Cut out from 0 to 0.5 seconds of the timeline.",
)
"""What the recipe says, near enough: one message for the clip, and one for each line."""


@dataclass
class World:
    """A project at a mock. `token` is that of an account with enough credits."""

    url: str
    token: str
    folder: Path
    numbers: Iterator[int] = field(default_factory=count)

    def clips(self, number: int) -> list[Path]:
        """So many new clips, alike but for their last byte."""
        content = (self.folder / "clip.mp4").read_bytes()
        made = [self.folder / f"{one}.mp4" for one in islice(self.numbers, number)]
        for path in made:
            path.write_bytes(content + path.name.encode())
        return made

    def batch(self, clips: list[Path], workers: int = 1, *options: str) -> None:
        home = {"HOME": str(self.folder), "NEMO_API_URL": self.url, "NEMO_TOKEN": self.token}
        command = [PRODUCT, "batch", "w.edit", *clips, "-n", str(workers), *options]
        run(command, home, self.folder)

    def bare(self, clips: list[Path]) -> None:
        """The same requests, sent and parsed by one client, and nothing else."""
        headers = {"Authorization": f"Bearer {self.token}", "X-Skill-Source": "bench"}
        with httpx.Client(base_url=self.url, headers=headers, timeout=60) as client:
            for clip in clips:
                _bare(client, clip)


def _bare(client: httpx.Client, clip: Path) -> None:
    client.get("/api/credits/balance/simple").raise_for_status().json()
    body = {"task_name": "w", "language": "en"}
    begun = client.post("/api/tasks/me/with-session/nemo_agent", json=body).raise_for_status()
    session = begun.json()["data"]["session_id"]
    state = f"/api/state/nemo_agent/me/{session}/latest"
    client.get(state).raise_for_status().json()
    with clip.open("rb") as content:
        files = {"files": (clip.name, content, "video/mp4")}
        client.post(f"/api/upload-video/nemo_agent/me/{session}", files=files).raise_for_status()
    for text in EDITS:
        client.get("/api/credits/balance/simple").raise_for_status().json()
        _say(client, session, text.format(clip=f'"{clip.name}"'))
        client.get(state).raise_for_status().json()
        client.get("/api/credits/balance/simple").raise_for_status().json()
    client.get(state).raise_for_status().json()


def _say(client: httpx.Client, session: str, text: str) -> None:
    body = {"app_name": "nemo_agent", "user_id": "me", "session_id": session}
    message = {"role": "user", "parts": [{"text": text}]}
    answer = client.post("/run_sse", json={**body, "new_message": message}).raise_for_status()
    for line in answer.text.split("\n"):
        if line.startswith("data: {"):
            json.loads(line.removeprefix("data: "))


@contextmanager
def world(*options: str) -> Iterator[World]:
    plenty = ("--credits", "1000000", "--silent", "0", "--token-limit", "1000000")
    with mock(*plenty, *options) as there, tempfile.TemporaryDirectory(prefix="bench-") as name:
        yield _world(there, Path(name))


def _world(there: Mock, folder: Path) -> World:
    sources = ("testsrc=size=320x180:rate=25:duration=2", "sine=frequency=440:duration=2")
    inputs = [part for source in sources for part in ("-f", "lavfi", "-i", source)]
    ffmpeg(*inputs, "-pix_fmt", "yuv420p", str(folder / "clip.mp4"))
    (folder / ".git").mkdir()
    (folder / "w.edit").write_text(RECIPE, encoding="utf-8")
    return World(there.url, there.nemo.token, folder)


def against_bare(clips: int = CLIPS) -> Pairs:
    """Seconds of the wall, start and the check of all rows included."""
    with world() as here:
        yield from in_turns(
            lambda: seconds(partial(here.batch, here.clips(clips))),
            lambda: seconds(partial(here.bare, here.clips(clips))),
            ROUNDS,
        )


def at_once(workers: int) -> Pairs:
    """So many at a time, and one after another, while the service takes a second for each edit."""
    with world() as here:
        fault = {"fault": "slow_edit", "seconds": EDIT_SECONDS, "times": 10_000}
        httpx.post(f"{here.url}/_mock/faults", json=fault).raise_for_status()
        yield from in_turns(
            lambda: seconds(partial(here.batch, here.clips(SLOW_CLIPS), workers)),
            lambda: seconds(partial(here.batch, here.clips(SLOW_CLIPS))),
            ROUNDS,
        )


def dask() -> Pairs:
    """Seconds of the wall for rows of which nothing is missing, start included: in two processes of a Dask
    cluster, and in two threads. The pair of one round is what a row takes more, and a second."""
    with world() as here:
        clips = here.clips(MANY)
        here.batch(clips, 2)
        few = clips[:FEW]
        yield from (
            ((more - less - (threads - fewer)) / (MANY - FEW), 1)
            for (more, threads), (less, fewer) in zip(
                _both(here, clips), _both(here, few), strict=True
            )
        )


def _both(here: World, clips: list[Path]) -> Pairs:
    return in_turns(
        lambda: seconds(partial(here.batch, clips, 2, "--dask")),
        lambda: seconds(partial(here.batch, clips, 2)),
        ROUNDS,
    )


FIGURES = [
    Figure(
        "dask-task",
        "what a row takes more in two processes of a Dask cluster, in seconds: the slope from "
        f"{FEW} to {MANY} rows",
        "in two threads",
        AtMost(0.2, "s"),
        dask,
        long=True,
    ),
    Figure(
        "batch-bare",
        f"`batch` of {CLIPS} clips, each titled and cut, without an export",
        "its requests alone, sent and parsed by one httpx client",
        AtMost(1.5),
        against_bare,
        long=True,
    ),
    Figure(
        "batch-4",
        f"`batch -n 4` of {SLOW_CLIPS} clips, the service taking {EDIT_SECONDS} s for an edit",
        "the same with `-n 1`",
        AtLeast(3.5),
        partial(at_once, 4),
        long=True,
    ),
]
