"""`apply` again, after some captions of a recipe have changed and with nothing to do: how it grows.

The mock runs in this process and each command in one of its own, start included: what is measured is the
processor time of the command.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

import httpx

from benchmarks import internals, peers
from benchmarks.clips import ffmpeg
from benchmarks.figure import AtMost, Figure, Pairs
from benchmarks.process import PRODUCT, cpu, in_turns, run, script

FEW, SOME, MANY = 60, 200, 600
EVERY = 10
"""One caption in ten changes."""
ROUNDS = 5
RUNS = 1000
CLIENT = "00000000-0000-4000-8000-000000000002"


def clip(seconds: int) -> Path:
    """A blue picture."""

    def make(path: Path) -> None:
        ffmpeg("-f", "lavfi", "-i", f"color=c=blue:s=32x32:r=5:d={seconds}", str(path))

    return peers.cached(f"blue-{seconds}s.mp4", make)


def recipe(captions: int, version: int) -> str:
    def text(number: int) -> str:
        return f"Line {number}, {version} times" if number % EVERY == 0 else f"Line {number}"

    return "".join(f'caption {n}-{n}.9s "{text(n)}"\n' for n in range(captions))


@dataclass
class Project:
    """A recipe with its clip in a folder of its own."""

    folder: Path
    captions: int
    environment: dict[str, str]
    version: int = 0

    def change(self) -> None:
        """Write the recipe anew, a tenth of its captions changed."""
        self.version += 1
        self.folder.mkdir(exist_ok=True)
        (self.folder / ".git").mkdir(exist_ok=True)
        text = recipe(self.captions, self.version)
        (self.folder / "a.edit").write_text(text, encoding="utf-8")

    def apply(self) -> float:
        """Seconds of processor time."""
        command = [PRODUCT, "apply", "a.edit", clip(self.captions)]
        return cpu(lambda: run(command, self.environment, self.folder))

    def apply_changed(self) -> float:
        self.change()
        return self.apply()


@dataclass(frozen=True)
class World:
    """The mock, and where the projects are."""

    mock: Any
    folder: Path
    token: str

    def project(self, name: str, captions: int) -> Project:
        """A project that was applied once."""
        home = {"HOME": str(self.folder), "NEMO_API_URL": self.mock.url, "NEMO_TOKEN": self.token}
        project = Project(self.folder / name, captions, home)
        project.apply_changed()
        return project

    def requests_of(self, work: Callable[[], float]) -> tuple[float, list[dict[str, Any]]]:
        """What the work gives, and the requests that it sent."""
        before = len(self.mock.requests())
        return work(), self.mock.requests()[before:]


@contextmanager
def world() -> Iterator[World]:
    with tempfile.TemporaryDirectory(prefix="bench-") as name, internals.mock_for_many() as mock:
        with internals.client(mock.url) as nemo:
            token = nemo.anonymous_token(CLIENT).token
        yield World(mock, Path(name), token)


# Bare requests -----------------------------------------------------------------------------------

REPLAY = """
import sys
from pathlib import Path
from benchmarks.again import replay
replay(*sys.argv[1:3], Path(sys.argv[3]))
"""

NOTED = "import sys; from benchmarks.internals import noted; noted(*sys.argv[1:])"


def replay(url: str, token: str, path: Path) -> None:
    """Send the requests in a file, and parse what is answered."""
    headers = {"Authorization": f"Bearer {token}"}
    with httpx.Client(base_url=url, headers=headers, timeout=60) as client:
        for method, address, body in json.loads(path.read_text(encoding="utf-8")):
            answer = client.request(method, address, json=body)
            assert answer.status_code == 200, (address, answer.text)
            lines = answer.text.splitlines() if body else [f"data: {answer.text}"]
            for line in lines:
                if line.startswith("data: {"):
                    json.loads(line.removeprefix("data: "))


def _bare(entry: dict[str, Any], session: str, twin: str) -> tuple[str, str, object]:
    """A request of the log, to another session."""
    body = None
    if entry["call"] == "run_sse":
        message = {"role": "user", "parts": [{"text": entry["instruction"]}]}
        body = {"app_name": "nemo_agent", "user_id": "me", "session_id": twin}
        body["new_message"] = message
    return entry["method"], entry["path"].replace(session, twin), body


def against_bare(captions: int) -> Pairs:
    """A project, and requests alone that bring a second session of the same kind to the same draft."""
    yield from _against(captions, lambda *told: script(REPLAY, *told))


def against_noted(captions: int) -> Pairs:
    """A project, and its requests sent to a second session and noted, with nothing else done."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        rounds = count()
        yield from _against(
            captions,
            lambda *told: script(NOTED, *told, Path(folder, str(next(rounds)))),
        )


def _against(captions: int, theirs: Callable[..., object]) -> Pairs:
    """A project, and what is told the URL, the token and the file of its requests."""
    with world() as here:
        project = here.project("one", captions)
        session = _last_session(here)
        here.project("twin", captions)
        twin, requests = _last_session(here), here.folder / "requests"
        for _ in range(ROUNDS):
            ours, sent = here.requests_of(project.apply_changed)
            requests.write_text(json.dumps([_bare(entry, session, twin) for entry in sent]))
            yield ours, cpu(lambda: theirs(here.mock.url, here.token, requests))


def _last_session(here: World) -> str:
    return str([entry["session"] for entry in here.mock.requests() if entry["session"]][-1])


# Rounds ------------------------------------------------------------------------------------------


def per_line(captions: int) -> Pairs:
    """Of a recipe with so many captions, and of one with few, per line."""
    with world() as here:
        many, few = here.project("many", captions), here.project("few", FEW)
        yield from in_turns(
            lambda: many.apply_changed() / captions, lambda: few.apply_changed() / FEW, ROUNDS
        )


def nothing_to_do(captions: int) -> Pairs:
    """After some changes that were applied, and in a session that has seen none."""
    with world() as here:
        changed, fresh = here.project("changed", captions), here.project("fresh", captions)
        for _ in range(3):
            changed.apply_changed()
        yield from in_turns(changed.apply, fresh.apply, ROUNDS)


def long_journal() -> Pairs:
    """With nothing to do, in a project of many runs and in one of a few."""
    with world() as here:
        old, young = here.project("old", FEW), here.project("young", FEW)
        internals.add_runs(old.folder, RUNS)
        yield from in_turns(old.apply, young.apply, 2 * ROUNDS)


def _figures() -> Iterator[Figure]:
    what = "`apply` again after a tenth of {:,} captions changed"
    for captions in (SOME, MANY):
        yield Figure(
            f"again-{captions}",
            f"{what.format(captions)}, per line",
            f"the same of {FEW}",
            AtMost(1.5),
            partial(per_line, captions),
        )
    for captions in (FEW, SOME, MANY):
        yield Figure(
            f"again-bare-{captions}",
            what.format(captions),
            "its requests alone, sent and parsed by one httpx client",
            AtMost(1.5),
            partial(against_bare, captions),
        )
    yield Figure(
        f"again-noted-{MANY}",
        what.format(MANY),
        "its requests, sent by our client and noted in two journals; no recipe read, no draft checked",
        AtMost(1.5),
        partial(against_noted, MANY),
    )
    for captions in (FEW, SOME, MANY):
        yield Figure(
            f"again-nothing-{captions}",
            f"`apply` with nothing to do, {captions} captions of which a tenth was changed three times",
            "the same before the changes",
            AtMost(1.5),
            partial(nothing_to_do, captions),
        )
    yield Figure(
        "again-journal",
        f"`apply` with nothing to do in a project of {RUNS:,} runs, each with a repair",
        "the same in a new project",
        AtMost(1.2),
        long_journal,
    )


FIGURES = list(_figures())
