"""Sessions and their state."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from starlette.responses import Response

from mock_server.api.request import ApiRequest
from mock_server.api.responses import success
from mock_server.draft_dialects import DRAFT_DIALECTS
from mock_server.faults.delayed_edits import DelayedEdits
from mock_server.state.sessions import Sessions
from mock_server.state.settings import Settings
from mock_server.state.store import Row, compact
from mock_server.state.uploads import Uploads


@dataclass(eq=False)
class SessionHandlers:
    """Sessions and their state."""

    settings: Settings
    sessions: Sessions
    uploads: Uploads
    delayed: DelayedEdits

    async def create(self, call: ApiRequest) -> Response:
        """A new session."""
        wanted = call.json
        made = self.sessions.create(
            call.user["id"], wanted["task_name"], wanted.get("language", "en")
        )
        call.entry.session = made["session_id"]
        return success(made)

    async def state(self, call: ApiRequest) -> Response:
        """The state of a session. Raises ApiError 1002."""
        call.check_user(call.request.path_params["uid"])
        session = self.sessions.owned(call.session_id, call.user["id"])["id"]
        await self.delayed.land(session)
        body = self._body(self.sessions.get(session), call.base_url())
        return Response(body.encode(), media_type="application/json")

    def _body(self, row: Row, base: str) -> str:
        draft = json.loads(row["draft"])
        infos = [upload_info(one, base) for one in self.uploads.rows(row["id"])]
        rest = {
            "video_infos": infos,
            "canvas_config": _canvas(draft),
            "generated_media": _generated(draft),
            "video_analyses": {},
        }
        head = {"session_id": row["id"], "task_id": row["task_id"], "task_name": row["name"]}
        spoken = spelled(row["draft"], self.settings.config.speak, infos)
        return (
            f'{{"code":0,"message":"success","data":{compact(head)[:-1]},"state":'
            f'{{"draft":{spoken},{compact(rest)[1:]}}}}}'
        )


def spelled(draft: str, dialect: str, infos: Sequence[dict[str, Any]]) -> str:
    """The JSON of a draft in a dialect; in its own it stays as it was stored, byte for byte."""
    if dialect == "own":
        return draft
    files = {info["filename"]: info for info in infos}
    return compact(DRAFT_DIALECTS[dialect](json.loads(draft), files))


def upload_info(row: Row, base: str) -> dict[str, Any]:
    """An upload as the service lists it; `duration` in seconds."""
    return {
        "filename": row["name"],
        "file_type": row["kind"],
        "cdn_url": f"{base}/files/uploads/{row['file']}",
        "duration": row["duration_ms"] / 1000,
        "width": row["width"],
        "height": row["height"],
        "fps": row["fps"],
        "hash": row["hash"],
    }


def _canvas(draft: dict[str, Any]) -> dict[str, Any]:
    meta = draft.get("m") or {}
    return {key: meta[key] for key in ("width", "height", "fps") if key in meta}


def _generated(draft: dict[str, Any]) -> list[dict[str, Any]]:
    segments = [segment for track in draft.get("t", []) for segment in track.get("sg", [])]
    return [
        {"id": one.get("id"), "prompt": one.get("prompt"), "duration": one.get("d", 0) / 1000}
        for one in segments
        if one.get("role") == "generated"
    ]
