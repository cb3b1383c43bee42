"""Renders: one at a time per session, carried out by a small pool of threads."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from starlette.responses import Response

from mock_server.api.errors import ApiError
from mock_server.api.handlers.files import MediaFile
from mock_server.api.handlers.sessions import spelled, upload_info
from mock_server.api.request import ApiRequest
from mock_server.api.responses import render_answer
from mock_server.draft_dialects.paths import with_addresses
from mock_server.faults.delayed_edits import DelayedEdits
from mock_server.render.output import frame
from mock_server.render.worker import Worker
from mock_server.state import private_files
from mock_server.state.clock import Clock
from mock_server.state.data_dir import DataDir
from mock_server.state.renders import Renders
from mock_server.state.seeded_random import SeededRandom
from mock_server.state.sessions import Sessions
from mock_server.state.settings import Settings
from mock_server.state.store import Row, compact
from mock_server.state.uploads import Uploads
from mock_server.timeline.shape import check_ready

ATTRIBUTION = ("X-Skill-Source", "X-Skill-Version", "X-Skill-Platform")
RENDER_SECONDS = (30, 90)  # how long a render takes at the service (assumed)
ENDED = ("completed", "failed")
RENDER_ID = re.compile(r"[\x21-\x2e\x30-\x7e]{1,200}")


@dataclass(eq=False)
class RenderHandlers:
    """Starts, shows, cancels and hands out renders."""

    settings: Settings
    clock: Clock
    random: SeededRandom
    data: DataDir
    sessions: Sessions
    uploads: Uploads
    renders: Renders
    delayed: DelayedEdits
    worker: Worker

    async def render(self, call: ApiRequest) -> Response:
        """Queue a render of the draft that was sent. Raises ApiError as `begin` does."""
        return self._response(await self.begin(call), {"status": "pending", "progress": 5})

    async def begin(self, call: ApiRequest) -> str:
        """Queue a render and return its id. Raises ApiError 402, 409, 422, 1002."""
        require_export(call)
        call.json.setdefault("id", f"render_{self.random.hex('render id', 16)}")
        session = self.sessions.owned(call.json["sessionId"], call.user["id"])
        wanted = call.json | {"draft": self._understood(call, session)}
        _check(wanted)
        call.entry.session = session["id"]
        await self.delayed.land(session["id"], read=False)
        if "duplicate_render" in call.faults:
            raise ApiError(409, f"render id already exists: {wanted['id']}")
        call.entry.detail["draft_unchanged"] = compact(wanted["draft"]) == session["draft"]
        self.renders.add(call.user["id"], wanted, self._plan(call))
        self.worker.submit(wanted["id"])
        return wanted["id"]

    def _understood(self, call: ApiRequest, session: Row) -> dict[str, Any]:
        """The draft to render. In a foreign dialect only that of the session is understood; what is
        rendered is the mock's own."""
        sent, dialect = call.json["draft"], self.settings.config.speak
        if dialect == "own":
            return sent
        infos = [upload_info(row, call.base_url()) for row in self.uploads.rows(session["id"])]
        spoken = spelled(session["draft"], dialect, infos)
        if compact(sent) not in (spoken, with_addresses(spoken, infos)):
            raise ApiError(422, f"the draft differs from the state's, which speaks {dialect}")
        return json.loads(session["draft"])

    def _plan(self, call: ApiRequest) -> dict[str, Any]:
        """When the result becomes visible, and which faults it has."""
        slow, failed = (call.faults.get(name) for name in ("render_slow", "render_failed"))
        slow = slow or {}
        usual = self.random.stream("render", call.json["id"]).uniform(*RENDER_SECONDS)
        wait = slow.get("seconds", 0.0) + usual * self.settings.config.speed
        message = "the render node ran out of memory"
        return {
            "ready": self.clock.now() + wait,
            "polls": slow.get("polls", 0),
            "stuck": "render_stuck" in call.faults,
            "fail": None if failed is None else failed.get("message", message),
        }

    def _response(self, render_id: str, data: dict[str, Any]) -> Response:
        """The answer; the first skill calls the id `taskId`."""
        key = "taskId" if self.settings.config.render_dialect == "v0" else "id"
        return render_answer(self.settings.config, {key: render_id, **data})

    def _find(self, call: ApiRequest) -> Row:
        row = self.renders.find(call.request.path_params["rid"], call.user["id"])
        call.entry.session = row["session_id"]
        return row

    async def poll(self, call: ApiRequest) -> Response:
        """The progress of a render, in the configured dialect. Raises ApiError 404."""
        found = self.progress(call)
        return self._response(call.request.path_params["rid"], found)

    def progress(self, call: ApiRequest) -> dict[str, Any]:
        """What is known of a render besides its id. Raises ApiError 404."""
        row = self._find(call)
        self.renders.count_poll(row["id"])
        return self._describe(row, self.address(call, row))

    def address(self, call: ApiRequest, row: Row) -> str:
        """Where the file of a render is."""
        base = self.settings.config.output_base or call.base_url()
        return f"{base}/files/renders/{row['file']}"

    def _describe(self, row: Row, url: str) -> dict[str, Any]:
        status = self.renders.visible_status(row)
        progress = 100 if status == "completed" else min(95, 5 + round(row["progress"] * 90))
        out: dict[str, Any] = {"status": status, "progress": progress}
        config = self.settings.config
        if config.render_dialect == "v4.4":
            out |= _times(row, ended=status in ENDED)
        if status == "failed":
            out["error"] = row["error"]
        elif status == "completed" and config.render_dialect == "v4.4":
            out["outputUrl"] = url
        elif status == "completed":
            seconds = row["duration_ms"] / 1000
            out["output"] = {"url": url, "duration": seconds, "size": row["size"]}
        return out

    async def cancel(self, call: ApiRequest) -> Response:
        """End a render that is not finished. Raises ApiError 409 for a finished one."""
        row = self._find(call)
        if not self.worker.cancel(row["id"]):
            raise ApiError(409, f"the render is {row['status']}")
        return self._response(row["id"], {"status": "cancelled", "progress": 0})

    async def download(self, call: ApiRequest) -> Response:
        """The file itself. Raises ApiError 409 until the render is completed."""
        row = self._find(call)
        path = self.data.inside("renders") / row["file"]
        done = self.renders.visible_status(row) == "completed"
        if not done or not private_files.is_file(path):
            raise ApiError(409, "the render is not completed")
        return MediaFile(path, call.faults.get("download_cut"))


def _times(row: Row, *, ended: bool) -> dict[str, int]:
    """When a render was begun and when it ended, in epoch ms."""
    end = max(row["completed"], json.loads(row["plan"])["ready"]) if ended else 0
    seconds = {"createdAt": row["created"], "completedAt": end}
    return {key: round(value * 1000) for key, value in seconds.items() if value}


def require_export(call: ApiRequest) -> None:
    """Raises ApiError 402 when the attribution headers or the right to export are missing."""
    missing = [name for name in ATTRIBUTION if not call.header(name)]
    if missing:
        raise ApiError(402, f"export blocked: missing {', '.join(missing)}")
    scopes = call.user["scopes"].split()
    if not call.user["anonymous"] and not {"render", "*"} & set(scopes):
        raise ApiError(402, "export blocked: the token's plan has no export")


def _check(wanted: dict[str, Any]) -> None:
    """Raises ApiError 422 for an id, draft or output that cannot be rendered."""
    if not RENDER_ID.fullmatch(wanted["id"]):
        raise ApiError(422, "id must be 1–200 visible ASCII characters without /")
    check_ready(wanted["draft"])
    frame(wanted["draft"], wanted.get("output", {}))
