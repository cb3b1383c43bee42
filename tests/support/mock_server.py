"""A small client, and fakes for the agent, the renderer and the probe."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

import mock_server
from mock_server.media.probe import Media, MediaError
from mock_server.server import MockHandle
from support.waiting import PATIENCE, until

MP4 = b"\0\0\0\x18ftypisom\0\0\2\0isomiso2" + b"\0" * 64
ATTRIBUTION = {
    "X-Skill-Source": "video-editor-freelance",
    "X-Skill-Version": "1.0.0",
    "X-Skill-Platform": "unknown",
}


@dataclass
class Step:
    name: str
    args: dict[str, Any]
    result: dict[str, Any]


@dataclass
class Done:
    draft: dict[str, Any]
    reply: str
    changed: bool = True
    calls: list[Step] = field(default_factory=list)
    generated: int = 0
    misunderstood: list[str] = field(default_factory=list)


def act(message: str, draft: dict[str, Any], media: Mapping[str, Media]) -> Done:
    """`show A, B` adds a title each, `generate` adds a clip; anything else only gets a reply."""
    if message.startswith("boom"):
        raise KeyError("boom")
    made = re.findall(r"\w+", message.removeprefix("show")) if message.startswith("show") else []
    clips = message.count("generate")
    if not made and not clips:
        return Done(draft, "What shall I show?", changed=False)
    out = copy.deepcopy(draft)
    number = sum(len(track["sg"]) for track in out["t"])
    for text in made:
        number += 1
        title = {"id": f"sg_{number}", "role": "title", "s": 0, "d": 3000, "text": text}
        out["t"].append({"id": f"tr_{number}", "tt": 7, "name": "Title", "sg": [title]})
    if clips:
        clip = {"id": "sg_g", "role": "generated", "s": 0, "d": 4000, "prompt": message}
        out["t"].insert(0, {"id": "tr_g", "tt": 0, "name": "Video", "sg": [clip]})
    out["d"] = 4000
    step = Step("edit_multitrack", {"titles": made}, {"status": "ok", "applied": len(made)})
    return Done(out, f"Done: {', '.join(made)}.", calls=[step], generated=clips)


def render(draft: dict[str, Any], media: Mapping[str, Media], out: Path, **how: Any) -> None:
    how["on_progress"](0.5)
    part = out.with_suffix(".tmp")
    part.write_bytes(json.dumps([how["width"], how["height"], how["quality"]]).encode() * 500)
    part.rename(out)


def probe(path: Path, name: str) -> Media:
    if b"broken" in path.read_bytes()[:200]:
        raise MediaError("no stream that can be used")
    return Media(name, path, "video", 2500, 640, 360, 30.0, True, path.stat().st_size)


@contextmanager
def start(**options: Any) -> Iterator[MockHandle]:
    """Start a mock with the fakes and no random silence; fail if it hit a bug of its own."""
    settings = {"silent": 0.0, "act": act, "render": render, "probe": probe, **options}
    with mock_server.start(**settings) as handle:
        yield handle
        assert handle.bugs == []


class Client(httpx.Client):
    """Knows the endpoints and nothing else."""

    def __init__(self, mock: MockHandle, number: int = 1) -> None:
        super().__init__(base_url=mock.url, headers=ATTRIBUTION, timeout=PATIENCE, verify=False)
        self.client_id = f"6f2c1c50-0000-4000-8000-{number:012d}"
        self.session = ""
        self.task = ""

    def connect(self) -> Client:
        answer = self.anonymous().json()
        self.headers["Authorization"] = f"Bearer {answer['data']['token']}"
        self.open()
        return self

    def anonymous(self) -> httpx.Response:
        return self.post("/api/auth/anonymous-token", headers={"X-Client-Id": self.client_id})

    def open(self) -> str:
        body = {"task_name": "project", "language": "en"}
        data = self.post("/api/tasks/me/with-session/nemo_agent", json=body).json()["data"]
        self.session, self.task = data["session_id"], data["task_id"]
        return self.session

    def message(self, text: str) -> dict[str, Any]:
        return {
            "app_name": "nemo_agent",
            "user_id": "me",
            "session_id": self.session,
            "new_message": {"role": "user", "parts": [{"text": text}]},
        }

    def say(self, text: str) -> httpx.Response:
        return self.post("/run_sse", json=self.message(text))

    def upload(self, *files: tuple[str, bytes]) -> httpx.Response:
        parts = [("files", (name, data)) for name, data in files]
        return self.post(f"/api/upload-video/nemo_agent/me/{self.session}", files=parts)

    def state(self) -> httpx.Response:
        return self.get(f"/api/state/nemo_agent/me/{self.session}/latest")

    def draft(self) -> dict[str, Any]:
        return self.state().json()["data"]["state"]["draft"]

    def titles(self) -> list[str]:
        return [one["text"] for track in self.draft()["t"] for one in track["sg"] if "text" in one]

    def credits(self) -> tuple[int, int, int]:
        data = self.get("/api/credits/balance/simple").json()["data"]
        return data["available"], data["frozen"], data["total"]

    def render(self, name: str = "render_1", **output: Any) -> httpx.Response:
        body = {"id": name, "sessionId": self.session, "draft": self.draft(), "output": output}
        return self.post("/api/render/proxy/lambda", json=body)

    def poll(self, name: str = "render_1") -> httpx.Response:
        return self.get(f"/api/render/proxy/lambda/{name}")

    def finish(self, name: str = "render_1") -> dict[str, Any]:
        """Poll until the render has ended; return its description in either dialect."""

        def ended() -> dict[str, Any] | None:
            answer = self.poll(name).json()
            data: dict[str, Any] = answer.get("data", answer)
            return data if data["status"] in ("completed", "failed", "cancelled") else None

        return until(ended, "the end of a render")


def events(body: str) -> list[dict[str, Any]]:
    """The JSON of every non-empty data line."""
    lines = re.findall(r"^data:[ ]?(.+)$", body, re.MULTILINE)
    return [json.loads(line) for line in lines]


def said(body: str) -> str:
    """The text of a stream in any dialect, without deltas."""
    out = []
    for event in events(body):
        if event.get("partial"):
            continue
        parts = event.get("content", {}).get("parts", []) if "invocationId" in event else [event]
        texts = [part.get("text", part.get("content")) for part in parts]
        out += [text for text in texts if isinstance(text, str)]
    return "".join(out)
