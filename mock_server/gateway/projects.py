"""Projects, their sessions, their state and their files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from starlette.responses import Response

from mock_server.api.handlers.sessions import spelled, upload_info
from mock_server.api.handlers.uploads import UploadHandlers
from mock_server.api.request import ApiRequest
from mock_server.api.responses import success
from mock_server.faults.delayed_edits import DelayedEdits
from mock_server.state.clock import iso
from mock_server.state.requests_log import RequestLog
from mock_server.state.sessions import Sessions
from mock_server.state.settings import Settings
from mock_server.state.store import Row, compact
from mock_server.state.uploads import Uploads


@dataclass(eq=False)
class ProjectHandlers:
    """A project has one session; it is made with the project."""

    settings: Settings
    sessions: Sessions
    uploads: Uploads
    delayed: DelayedEdits
    receiver: UploadHandlers
    log: RequestLog

    async def create(self, call: ApiRequest) -> Response:
        """A new project with its session."""
        user = call.user["id"]
        made = self.sessions.create(user, call.json.get("name", "Untitled project"), "en")
        row = self.sessions.get(made["session_id"])
        call.entry.session = row["id"]
        out = {"project_id": row["task_id"], "user_id": user}
        if call.json.get("create_session"):
            out["session"] = _session(row)
        return success(out)

    async def projects(self, call: ApiRequest) -> Response:
        """The caller's projects, newest first."""
        rows = self.sessions.of_user(call.user["id"])
        return success({"projects": [self._project(row) for row in rows], "total": len(rows)})

    async def project(self, call: ApiRequest) -> Response:
        """One project. Raises ApiError 1002."""
        return success(self._project(self._found(call)))

    async def project_sessions(self, call: ApiRequest) -> Response:
        """The sessions of a project. Raises ApiError 1002."""
        return success({"sessions": [_session(self._found(call))]})

    async def project_state(self, call: ApiRequest) -> Response:
        """The draft and the files of a project. Raises ApiError 1002."""
        session = self._found(call)["id"]
        await self.delayed.land(session)
        row, base = self.sessions.get(session), call.base_url()
        infos = [upload_info(one, base) for one in self.uploads.rows(session)]
        draft = spelled(row["draft"], self.settings.config.speak, infos)
        files = compact({f"files:{session}": [_file(row, info) for info in infos]})
        head = {"version": self.log.edits_of(session), "projectName": row["name"]}
        body = (
            f'{{"code":0,"message":"success","data":{compact(head)[:-1]},"project":'
            f'{{"timeline_draft":{draft},{files[1:]}}}}}'
        )
        return Response(body.encode(), media_type="application/json")

    async def upload(self, call: ApiRequest) -> Response:
        """One file for a session. Raises ApiError as an upload of the first API does."""
        with self.receiver.place() as place:
            parts, values = await self.receiver.form(call, place, "file", ("session_id",))
            session = self.sessions.owned(values.get("session_id", ""), call.user["id"])["id"]
            call.entry.session = session
            row = (await self.receiver.keep(call, session, parts[:1]))[0]
        url = upload_info(row, call.base_url())["cdn_url"]
        return success({"file_id": row["id"], "filename": row["name"], "url": url})

    def _found(self, call: ApiRequest) -> Row:
        row = self.sessions.of_project(call.request.path_params["pid"], call.user["id"])
        call.entry.session = row["id"]
        return row

    def _project(self, row: Row) -> dict[str, Any]:
        return {
            "project_id": row["task_id"],
            "user_id": row["user_id"],
            "name": row["name"],
            "created_at": iso(row["created"]),
            "updated_at": iso(self.sessions.last_said(row["id"]) or row["created"]),
        }


def _session(row: Row) -> dict[str, Any]:
    return {
        "session_id": row["id"],
        "project_id": row["task_id"],
        "status": "active",
        "created_at": iso(row["created"]),
    }


def _file(row: Row, info: dict[str, Any]) -> dict[str, Any]:
    key = f"userdata/{row['user_id']}/{row['task_id']}/{info['filename']}"
    return {"cdn_url": info["cdn_url"], "s3_key": key}
