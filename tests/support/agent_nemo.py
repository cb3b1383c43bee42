"""An in-process service: the mock's agent behind the client's methods, no socket."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, cast

from mock_server.media.probe import Media, probe
from nemo_spec.compile import Program
from nemo_spec.nemo.client import Nemo
from nemo_spec.nemo.errors import SessionNotFound
from nemo_spec.nemo.events import ChatEvent, Closed
from nemo_spec.nemo.models import Credits, Session, State, UploadedFile
from nemo_spec.nemo.settings import Settings
from nemo_spec.run.events import Event
from nemo_spec.run.policy import Policy
from nemo_spec.run.runner import Runner
from nemo_spec.run.session.journal import Journal
from nemo_spec.run.timeouts import EMBEDDED
from nemo_spec.timeline.draft import read_draft
from nemo_spec.timeline.model import Timeline
from nemo_spec.verdict.findings import Finding
from support.clock import FakeClock
from support.drafted import drafted


@cache
def probed(path: str) -> Media:
    return probe(Path(path))


@dataclass
class AgentNemo:
    """One session; every message costs one credit. Its clock goes on from one run to the next, as time
    does: by it the journal tells what was sent first."""

    draft: dict[str, Any] = field(default_factory=dict)
    media: dict[str, Media] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)
    sessions: int = 0
    anonymous: bool = True
    token: str = ""
    more_credits: str = ""
    clock: FakeClock = field(default_factory=FakeClock)
    settings = Settings()

    def create_session(self, name: str, language: str) -> Session:
        self.sessions, self.draft, self.media = self.sessions + 1, {}, {}
        return Session(session_id=str(self.sessions))

    def credits(self) -> Credits:
        return Credits(available=1000 - len(self.said))

    def state(self, session_id: str) -> State:
        if session_id != str(self.sessions):
            raise SessionNotFound
        infos = [UploadedFile(filename=name) for name in self.media]
        text = json.dumps(self.draft).encode()
        return State(draft=self.draft, draft_json=text, video_infos=infos)

    def upload(
        self, session_id: str, path: Path, on_progress: object = None, *, name: str = ""
    ) -> list[UploadedFile]:
        self.media[name or path.name] = probed(str(_kept(path)))
        return []

    def chat(self, session_id: str, text: str) -> Iterator[ChatEvent]:
        self.said.append(text)
        self.draft = drafted(text, self.draft, self.media)
        yield Closed(clean=True)

    @property
    def timeline(self) -> Timeline:
        return read_draft(self.draft)


@dataclass
class Applied:
    """The result of a run: events, findings and the messages it sent."""

    events: list[Event]
    findings: list[Finding]
    said: list[str]

    @property
    def is_met(self) -> bool:
        return not any(finding.is_failure for finding in self.findings)


_KEPT = tempfile.TemporaryDirectory(prefix="kept-")


def _kept(path: Path) -> Path:
    """The file, or a copy of one that is made for the upload and gone after it."""
    if not path.parent.name.startswith("nemo-spec-"):
        return path
    return Path(shutil.copy(path, tempfile.mkdtemp(dir=_KEPT.name)))


def applied(
    nemo: AgentNemo, program: Program, journal: Journal, policy: Policy | None = None
) -> Applied:
    """Run a program without its exports."""
    program.renders, program.extracts = [], []
    before = len(nemo.said)
    runner = Runner(
        cast(Nemo, nemo),
        program,
        {},
        nemo.clock,
        Path(),
        EMBEDDED,
        policy or Policy(),
        journal,
        "k",
    )
    events = list(runner.run())
    return Applied(events, runner.findings, nemo.said[before:])
