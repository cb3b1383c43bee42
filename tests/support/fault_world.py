"""A project against a misbehaving mock, and what must hold whatever happens."""

from __future__ import annotations

import json
import signal
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Any, NoReturn

import httpx
import pytest

from mock_server.faults.table import FAULTS, Parameter, choices
from mock_server.server import MockHandle
from nemo_spec.compile import Program
from nemo_spec.compile.loader import open_recipe
from nemo_spec.media.probe import measure
from nemo_spec.nemo.client import Nemo
from nemo_spec.run.clock import FastForwardClock
from nemo_spec.run.session.journal import Journal
from nemo_spec.run.session.last_session import FOLDER
from nemo_spec.run.timeouts import SERVICE, Timeouts
from nemo_spec.timeline.draft import read_draft
from nemo_spec.verdict.final import Whole, verify_whole
from support.commands import Outcome, run_command
from support.waiting import PATIENCE, until

Fault = Mapping[str, Any]

RECIPE = 'cut 0-0.5s\ntitle 0.2-1s "One"\nmusic "lo-fi" volume 30%\nexport 90p mp4 10fps low to "out.mp4"\n'
SESSION, EDIT = 50, 5
CODES = (1001, 1002, 2001, 400, 402, 403, 404, 409, 429, 500, 503, 9999)
QUICK = SERVICE._replace(
    render_poll=0.03,
    render_limit=20,
    still_working=0.1,
    only_heartbeats=1.5,
    stream_cap=5,
)
"""Pauses of a second and more pass at once, see `FastForwardClock`."""
_TRIES = 8


def variants(name: str) -> list[dict[str, Any]]:
    """A fault with every value of its own parameters, not of `times` and `skip`."""
    found: list[dict[str, Any]] = [{"fault": name}]
    for key, parameter in FAULTS[name].params.items():
        values = _values(name, key, parameter)
        if parameter[1].is_required():
            found = [one | {key: value} for one in found for value in values]
        else:
            found += [found[0] | {key: value} for value in values]
    return found


def _values(name: str, key: str, parameter: Parameter) -> tuple[object, ...]:
    if key == "code" and parameter[1].is_required():
        return CODES
    if key == "status":
        return (502, 200)
    samples: dict[type, tuple[object, ...]] = {bool: (True,), int: (1, 3), float: (0.1,)}
    return choices(parameter) or samples.get(parameter[0], ())


@contextmanager
def _no_longer_than(seconds: int) -> Iterator[None]:
    """Fail if the block takes longer, so that a hang is a failure."""

    def give_up(number: int, frame: FrameType | None) -> NoReturn:
        raise AssertionError(f"still running after {seconds} s")

    before = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@dataclass
class World:
    """A project folder with its own recipe and account; commands run in this process."""

    mock: MockHandle
    folder: Path
    clip: bytes
    monkeypatch: pytest.MonkeyPatch
    capsys: pytest.CaptureFixture[str]
    recipe: str = RECIPE
    first: int = field(init=False)

    def __post_init__(self) -> None:
        for name in ("NEMO_WEB_URL", "NEMO_TOKEN", "NEMO_CLIENT_ID", "SKILL_SOURCE"):
            self.monkeypatch.delenv(name, raising=False)
        (self.folder / "home").mkdir(parents=True)
        self.work = self.folder / "work"
        self.work.mkdir()
        (self.work / "work.edit").write_text(self.recipe, "utf-8")
        (self.work / "a.mp4").write_bytes(self.clip)
        self.monkeypatch.setenv("HOME", str(self.folder / "home"))
        self.monkeypatch.setenv("NEMO_API_URL", self.mock.url)
        self.monkeypatch.chdir(self.work)
        self.first = max((one["n"] for one in self.mock.requests()), default=0)
        self.forgive()

    def misbehave(self, *faults: Fault) -> None:
        for fault in faults:
            if fault["fault"] == "render_stuck":
                be_as_patient_as(QUICK._replace(render_limit=1), self.monkeypatch)
            self.mock.fault(str(fault["fault"]), **{k: v for k, v in fault.items() if k != "fault"})

    def forgive(self) -> None:
        httpx.delete(f"{self.mock.url}/_mock/faults").raise_for_status()

    def call(self, *arguments: str) -> Outcome:
        with _no_longer_than(PATIENCE):
            return run_command(arguments, self.capsys)

    def apply(self, *arguments: str) -> Outcome:
        return self.call("apply", "work.edit", "a.mp4", *arguments)

    def finish(self) -> list[Outcome]:
        """Resume, following the printed advice, until the run has finished."""
        ended = [self.call("resume")]
        while ended[-1].code not in (0, 1):
            assert ended[-1].code in (3, 4), ended
            assert len(ended) < _TRIES, ended
            self._rest()
            ended.append(self.call("resume", *["--retry"] * (ended[-1].code == 4)))
        return ended

    def _rest(self) -> None:
        """Wait until the mock has finished its requests: pauses before a retry take no time here."""
        until(lambda: all(one["status"] is not None for one in self.told()))

    # -- what happened --

    def log(self) -> list[dict[str, Any]]:
        """This project's requests."""
        return [one for one in self.mock.requests() if one["n"] > self.first]

    def told(self) -> list[dict[str, Any]]:
        return [one for one in self.log() if one["call"] == "run_sse"]

    def program(self) -> Program:
        program = open_recipe(self.work / "work.edit", ["a.mp4"], [], measure_pauses=True).program
        assert program is not None
        return program

    def session(self) -> str:
        """The recipe's session, by the journal."""
        with Journal.open(self.work / FOLDER) as journal:
            return next(run.session for run in journal.runs() if run.session)

    def corrections(self) -> list[tuple[str, str]]:
        """Session and text of each repair."""
        with Journal.open(self.work / FOLDER) as journal:
            sessions = {run.session for run in journal.runs()}
            steps = [(session, step) for session in sessions for step in journal.steps(session)]
        return [(session, step.subject) for session, step in steps if step.kind == "repair"]

    def whole(self) -> Whole:
        """Verify the draft independently of the run."""
        text = httpx.get(f"{self.mock.url}/_mock/drafts/{self.session()}").raise_for_status().text
        return verify_whole(self.program(), read_draft(json.loads(text)))


def is_true(world: World, outcome: Outcome, faults: tuple[Fault, ...]) -> None:
    """Only documented exit codes, nothing done twice, and exit 0 only if the result is right."""
    said = (faults, outcome)
    assert outcome.code in (0, 1, 3, 4), said
    assert "Traceback" not in outcome.err, said
    if outcome.code in (3, 4):
        assert "nemo-spec resume" in outcome.out + outcome.err, said
    once(world, faults)
    if outcome.code == 0:
        whole = world.whole()
        wrong = [one for one in whole.findings if one.is_failure and one not in whole.undecided]
        assert not wrong, said
        export = measure(world.work / "out.mp4")
        assert (export.width, export.height) == (160, 90), said
        assert abs(export.length - whole.timeline.length.lo) <= 250, said


def once(world: World, faults: tuple[Fault, ...]) -> None:
    """No line was applied and paid for twice, except where the service had damaged the result and the
    journal has a repair for it."""
    lines = {step.text for step in world.program().instructions}
    told = [one for one in world.told() if one["instruction"] in lines and one["applied"]]
    applied = Counter((one["session"], one["instruction"]) for one in told)
    if faults:
        applied.subtract(world.corrections())
    assert max(applied.values(), default=0) <= 1, (faults, applied)


def quicken(monkeypatch: pytest.MonkeyPatch, mock: MockHandle) -> None:
    """Make waiting take no time."""
    monkeypatch.setattr("nemo_spec.api.run.Clock", lambda: FastForwardClock(mock.advance))
    be_as_patient_as(QUICK, monkeypatch)
    monkeypatch.setitem(Nemo.__init__.__kwdefaults__, "idle_every", 0.02)


def be_as_patient_as(waits: Timeouts, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nemo_spec.api.apply.timeouts_for", lambda url: waits)
