"""What the checks share: a session, an upload, edits, a render; each made once, on first use."""

from __future__ import annotations

import subprocess
import tempfile
import time
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache, wraps
from pathlib import Path
from typing import Any, TypeVar

from nemo_spec.conformance.verdicts import NotTestable
from nemo_spec.media.ffmpeg import ffmpeg
from nemo_spec.nemo.models import RenderJob
from nemo_spec.nemo.raw_client import Answer, RawClient
from nemo_spec.nemo.render import read_job

T = TypeVar("T")

NO_SESSION = "1"
"""An id that no session has."""
TITLE = 'Add a title "Conformance" from 0 to 1 seconds.'
_POLLS = 10
_RUNNING = ("pending", "processing")


def _once(make: Callable[[World], T]) -> Callable[[World], T]:
    """Make a thing on first use; where that fails, every check that needs it gets the same reason."""

    @wraps(make)
    def made(world: World) -> T:
        name = make.__name__
        if name not in world._made:
            try:
                world._made[name] = make(world)
            except NotTestable as reason:
                world._made[name] = reason
        found = world._made[name]
        if isinstance(found, NotTestable):
            raise NotTestable(*found.args)
        result: T = found
        return result

    return made


@dataclass(frozen=True, slots=True)
class Edit:
    """An instruction, its stream, and what it changed: credits and the state before and after."""

    stream: Answer
    paid: float
    before: dict[str, Any]
    after: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Render:
    """A render from its start to its end."""

    id: str
    started: Answer
    polls: tuple[Answer, ...]
    job: RenderJob
    paid: float


@dataclass(slots=True)
class World:
    """A server under test. `spend` allows what writes or costs; `poll_every` is in seconds."""

    client: RawClient
    spend: bool
    poll_every: float
    sleep: Callable[[float], None] = time.sleep
    streams: list[Answer] = field(default_factory=list)
    _made: dict[str, Any] = field(default_factory=dict)

    # -- single calls --

    def credits(self) -> Answer:
        return self.client.ask("GET", "/api/credits/balance/simple")

    def available(self) -> float:
        return float(needed(self.credits(), "reading the balance").data.get("available", 0))

    def state(self, session_id: str = "") -> Answer:
        return self.client.ask("GET", f"/api/state/nemo_agent/me/{session_id or self.sid()}/latest")

    def instruct(self, text: str, session_id: str = "") -> Answer:
        """Send an instruction and read its whole stream."""
        body = {
            "app_name": "nemo_agent",
            "user_id": "me",
            "session_id": session_id or self.sid(),
            "new_message": {"role": "user", "parts": [{"text": text}]},
        }
        accept = {"Accept": "text/event-stream"}
        answer = self.client.ask("POST", "/run_sse", body=body, headers=accept, stream=True)
        if answer.status == 200 and not session_id:
            self.streams.append(answer)
        return answer

    def start_render(
        self,
        render_id: str,
        output: Mapping[str, object] | None = None,
        *,
        attribution: bool = True,
    ) -> Answer:
        body = {
            "id": render_id,
            "sessionId": self.sid(),
            "draft": needed(self.state(), "reading the state").data["state"]["draft"],
            "output": {"format": "mp4", "quality": "high", **(output or {})},
        }
        path = "/api/render/proxy/lambda"
        return self.client.ask("POST", path, body=body, attribution=attribution)

    def poll(self, render_id: str) -> Answer:
        return self.client.ask("GET", f"/api/render/proxy/lambda/{render_id}")

    def job(self, answer: Answer, render_id: str) -> RenderJob:
        base = self.client.settings.api_url
        return read_job(answer.data, render_id, base, answer.endpoint)

    def upload_file(self, name: str, content: bytes, kind: str) -> Answer:
        path = f"/api/upload-video/nemo_agent/me/{self.sid()}"
        return self.client.ask("POST", path, files={"files": (name, content, kind)})

    # -- made once --

    @_once
    def new_token(self) -> tuple[str, Answer]:
        """The id of a new client, and the answer with its free token."""
        client = str(uuid.uuid4())
        return client, self.ask_for_token(client)

    def ask_for_token(self, client: str | None) -> Answer:
        headers = {} if client is None else {"X-Client-Id": client}
        path = "/api/auth/anonymous-token"
        return self.client.ask("POST", path, headers=headers, token=None)

    @_once
    def session(self) -> Answer:
        body = {"task_name": "conformance", "language": "en"}
        return self.client.ask("POST", "/api/tasks/me/with-session/nemo_agent", body=body)

    def sid(self) -> str:
        return str(needed(self.session(), "beginning a session").data.get("session_id", ""))

    @_once
    def claim(self) -> Answer:
        task = str(self.session().data.get("task_id", ""))
        body = {"task_id": task, "session_id": self.sid()}
        return self.client.ask("POST", "/api/auth/claim-token", body=body)

    @_once
    def upload(self) -> Answer:
        """A clip of two seconds, 320x180, with a tone."""
        return self.upload_file("conformance.mp4", clip(), "video/mp4")

    @_once
    def edit(self) -> Edit:
        needed(self.upload(), "the upload")
        return self._edited(TITLE)

    @_once
    def same_edit(self) -> Edit:
        self.edit()
        return self._edited(TITLE)

    @_once
    def answer(self) -> Answer:
        """The stream of a question, which changes nothing."""
        self.edit()
        return self.instruct("How long is the video?")

    @_once
    def render(self) -> Render:
        self.edit()
        before, render_id = self.available(), new_id()
        started = needed(self.start_render(render_id), "starting a render")
        polls = self._watched(render_id)
        job = self.job(polls[-1], render_id)
        if job.status in _RUNNING:
            raise NotTestable("the render did not end in time")
        return Render(render_id, started, tuple(polls), job, before - self.available())

    @_once
    def file(self) -> bytes:
        """The rendered video by the service's own download."""
        path = f"/api/render/proxy/{self.render().id}/download"
        return needed(self.client.ask("GET", path), "the download").body

    def _edited(self, text: str) -> Edit:
        credits, before = self.available(), self.state().data
        stream = needed(self.instruct(text), "the instruction")
        after = self.state().data
        return Edit(stream, credits - self.available(), before, after)

    def _watched(self, render_id: str) -> list[Answer]:
        polls = [needed(self.poll(render_id), "asking for the render")]
        deadline = time.monotonic() + max(_POLLS * self.poll_every, 120)
        while self.job(polls[-1], render_id).status in _RUNNING and time.monotonic() < deadline:
            self.sleep(self.poll_every)
            polls.append(needed(self.poll(render_id), "asking for the render"))
        return polls


def needed(answer: Answer, what: str) -> Answer:
    """The answer, where it is a success. Raises NotTestable: without it nothing can be said."""
    if answer.problem:
        raise NotTestable(f"{what} failed: {answer.problem}")
    return answer


def new_id() -> str:
    return f"render_{uuid.uuid4().hex}"


@cache
def clip() -> bytes:
    """Two seconds of a test picture with a tone, as mp4."""
    sources = ("testsrc=size=320x180:rate=25:duration=2", "sine=frequency=440:duration=2")
    inputs = [part for source in sources for part in ("-f", "lavfi", "-i", source)]
    with tempfile.TemporaryDirectory(prefix="nemo-spec-") as folder:
        path = Path(folder) / "clip.mp4"
        command = [ffmpeg(), "-v", "error", "-nostdin", *inputs]
        subprocess.run(
            [*command, "-pix_fmt", "yuv420p", "-preset", "ultrafast", str(path)], check=True
        )
        return path.read_bytes()
