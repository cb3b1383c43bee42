"""Kill the mock and runs; afterwards everything has happened once and nothing is pending."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import httpx

from nemo_spec.conformance.world import clip as make_clip
from nemo_spec.media.probe import measure
from nemo_spec.nemo.settings import Settings
from nemo_spec.run.clock import Clock
from nemo_spec.run.session.auth import connect
from nemo_spec.timeline.draft import read_draft
from nemo_spec.timeline.model import Timeline
from support.paths import ROOT
from support.waiting import until

SESSION, EDIT, CREDITS = 50, 5, 10_000
RECIPE = 'title 0.2-1s "One"\ncut 0-0.5s\nexport 90p mp4 10fps low to "out.mp4"\n'
INSTRUCTIONS = 3
"""Two edits, and one that places the clip."""
TRIES = 8
_FOREVER = 300.0


@dataclass(frozen=True)
class Ended:
    """A finished command; `code` is negative if a signal ended it."""

    code: int
    out: str
    err: str


class Forks:
    """The `support.forked` process and its children."""

    def __init__(self) -> None:
        paths = os.pathsep.join([str(ROOT), str(ROOT / "tests"), os.environ.get("PYTHONPATH", "")])
        self._process = subprocess.Popen(
            [sys.executable, "-m", "support.forked"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": paths},
        )

    def close(self) -> None:
        self._process.communicate()

    def tell(self, **order: Any) -> Any:
        assert self._process.stdin
        assert self._process.stdout
        print(json.dumps(order), file=self._process.stdin, flush=True)
        return json.loads(self._process.stdout.readline())


@dataclass
class Fork:
    """A running command."""

    forks: Forks
    pid: int
    out: Path
    err: Path
    ended: Ended | None = None

    def look(self) -> Ended | None:
        if self.ended is None:
            code = self.forks.tell(pid=self.pid)
            if code is not None:
                self.ended = Ended(code, self.out.read_text("utf-8"), self.err.read_text("utf-8"))
        return self.ended

    def end(self, by: int = signal.SIGKILL) -> Ended:
        """Send a signal unless the command has ended, then wait."""
        if self.look() is None:
            os.kill(self.pid, by)
        return self.wait()

    def wait(self) -> Ended:
        try:
            ended = until(self.look, "a command", _FOREVER)
        except AssertionError:
            os.kill(self.pid, signal.SIGKILL)
            raise
        return ended


@dataclass
class Service:
    """A mock in its own process; it keeps its port and data folder across kills."""

    forks: Forks
    folder: Path
    port: int = 0
    url: str = ""
    _number: Iterator[int] = field(default_factory=count)

    def __post_init__(self) -> None:
        self.start()

    def start(self) -> None:
        number = next(self._number)
        out, err = (self.folder / f"mock-{number}.{name}" for name in ("out", "err"))
        flags = {"data": self.folder / "data", "port": self.port, "credits": CREDITS, "silent": 0}
        flags |= {"price-per-edit": EDIT, "token-limit": 1_000_000}
        arguments = [word for name, value in flags.items() for word in (f"--{name}", str(value))]
        pid = self.forks.tell(run="mock", arguments=arguments, folder=str(self.folder),
                              environment={}, out=str(out), err=str(err))  # fmt: skip
        self._fork = Fork(self.forks, pid, out, err)
        self.url = until(self._address, "the start of the mock")
        self.port = int(self.url.rpartition(":")[2])

    def _address(self) -> str:
        assert self._fork.look() is None, self._fork.ended
        text = self._fork.out.read_text("utf-8") if self._fork.out.exists() else ""
        return text.rpartition(" ")[2].strip() if text.endswith("\n") else ""

    def kill(self) -> None:
        self._fork.end(signal.SIGKILL)

    def get(self, path: str) -> Any:
        return httpx.get(self.url + path, timeout=30).raise_for_status().json()

    def log(self, session: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.get(f"/_mock/requests?session={session}")["requests"]
        return found


@dataclass
class Project:
    """A recipe and a clip with their own account."""

    service: Service
    folder: Path
    recipe: str = RECIPE
    gateway: str = ""
    journal: str = ""
    name: str = ""
    """Of the project in a shared journal."""
    _number: Iterator[int] = field(default_factory=count)

    def __post_init__(self) -> None:
        for name in ("home", "work"):
            (self.folder / name).mkdir(parents=True)
        (self.work / "work.edit").write_text(self.recipe, "utf-8")
        (self.work / "a.mp4").write_bytes(_clip())
        # A kill that keeps a token from being saved loses it for seven days (documented), so save it first.
        settings = Settings(api_url=self.service.url, web_url=self.service.url)
        connect(settings, Clock(), self.folder / "home").close()

    @property
    def home(self) -> Path:
        return self.folder / "home"

    @property
    def work(self) -> Path:
        return self.folder / "work"

    def begin(self, *arguments: str, program: str = "nemo-spec", **order: Any) -> Fork:
        number = next(self._number)
        out, err = (self.folder / f"{number}.{name}" for name in ("out", "err"))
        out.touch()
        err.touch()
        environment = {
            "HOME": str(self.home),
            "NEMO_API_URL": self.service.url,
            "NEMO_GATEWAY": self.gateway,
            "NEMO_JOURNAL": self.journal,
            "NEMO_PROJECT": self.name,
        }
        pid = self.service.forks.tell(
            run=program,
            arguments=arguments,
            folder=str(self.work),
            environment=environment,
            out=str(out),
            err=str(err),
            **order,
        )
        return Fork(self.service.forks, pid, out, err)

    def run(self, *arguments: str, **order: Any) -> Ended:
        return self.begin(*arguments, **order).wait()

    def apply(self, **order: Any) -> Fork:
        return self.begin("apply", "work.edit", "a.mp4", **order)

    def finish(self) -> list[Ended]:
        """Resume until the run has finished, following the printed advice."""
        ended = [self.run("resume")]
        while ended[-1].code != 0:
            last = ended[-1]
            assert "Traceback" not in last.err, last
            assert len(ended) < TRIES, ended
            assert last.code in (2, 3, 4), last
            if last.code == 2:
                assert "there is no run" in last.err, last
                ended.append(self.apply().wait())
            else:
                ended.append(self.run("resume", *["--retry"] * (last.code == 4)))
        return ended

    def sessions(self) -> list[str]:
        """The sessions this project has printed."""
        text = "".join(path.read_text("utf-8") for path in sorted(self.folder.glob("*.out")))
        return list(dict.fromkeys(re.findall(r"connected +session (?:\w+~)?(\d+)", text)))

    def log(self) -> list[dict[str, Any]]:
        return [one for session in self.sessions() for one in self.service.log(session)]

    def draft(self) -> Timeline:
        (session,) = {one["session"] for one in self.log() if one["applied"]}
        return read_draft(self.service.get(f"/_mock/drafts/{session}"))


class OtherMachine(Project):
    """The same project and account on another machine, with which it shares a journal."""

    def __init__(self, original: Project, folder: Path) -> None:
        shutil.copytree(original.work, folder / "work")
        shutil.copytree(original.home, folder / "home")
        super().__init__(original.service, folder, original.recipe, journal=original.journal)
        self.name = original.name

    def __post_init__(self) -> None:
        pass


class Copy(Project):
    """A copy of a project in another folder of the same machine."""

    def __init__(self, original: Project, folder: Path) -> None:
        self._original = original
        shutil.copytree(original.work, folder / "work")
        super().__init__(original.service, folder, original.recipe)

    def __post_init__(self) -> None:
        pass

    @property
    def home(self) -> Path:
        return self._original.home


_made: list[bytes] = []


def _clip() -> bytes:
    if not _made:
        _made.append(make_clip())
    return _made[0]


@contextmanager
def service(folder: Path) -> Iterator[Service]:
    forks = Forks()
    try:
        found = Service(forks, folder)
        try:
            yield found
            assert found.get("/_mock/bugs") == {"bugs": []}
        finally:
            found.kill()
    finally:
        forks.close()


@dataclass(frozen=True)
class Bill:
    """What a project's runs did and cost, by the mock's log."""

    applied: dict[str, int]
    charged: int
    renders: int
    file: tuple[int, int, int]
    draft: list[tuple[object, ...]]


def bill(project: Project) -> Bill:
    log = project.log()
    told = [one for one in log if one["call"] in ("run_sse", "ws_message")]
    applied: Counter[str] = Counter()
    for one in told:
        applied[one["instruction"]] += one["applied"] or 0
    clip = measure(project.work / "out.mp4")
    return Bill(
        dict(applied),
        sum(one["charged"] or 0 for one in told),
        _renders(log),
        (clip.width, clip.height, clip.length),
        _structure(project.draft()),
    )


def _renders(log: list[dict[str, Any]]) -> int:
    """Renders that were begun: those that were answered, or found by their id where the service was
    killed before it could answer."""
    answered = [one for one in log if one["status"] == 200]
    found = {one["path"] for one in answered if one["call"] in ("render_status", "project_poll")}
    return max(sum(one["call"] in ("render", "project_render") for one in answered), len(found))


def _structure(draft: Timeline) -> list[tuple[object, ...]]:
    return sorted(
        (one.role, one.name, one.texts, one.start, one.end, str(one.source))
        for one in draft.segments
    )
