"""Renders in the forms of the second gateway."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.responses import Response

from mock_server.api.errors import ApiError
from mock_server.api.handlers.renders import RenderHandlers
from mock_server.api.request import ApiRequest
from mock_server.api.responses import success
from mock_server.state.renders import Renders
from mock_server.state.sessions import Sessions


@dataclass(eq=False)
class ProjectRenders:
    """The renders of the first API, told in the other envelope."""

    own: RenderHandlers
    sessions: Sessions
    renders: Renders

    async def render(self, call: ApiRequest) -> Response:
        """Queue a render. Raises ApiError as the first API does, and 1002 for another project."""
        session = self.sessions.owned(call.json["sessionId"], call.user["id"])
        if call.json.get("projectId", session["task_id"]) != session["task_id"]:
            raise ApiError(1002)
        render_id = await self.own.begin(call)
        return success({"render_id": render_id, "status": "pending"})

    async def poll(self, call: ApiRequest) -> Response:
        """The progress of a render. Raises ApiError 404."""
        return success({"render_id": call.request.path_params["rid"], **self.own.progress(call)})

    async def download(self, call: ApiRequest) -> Response:
        """The file of a render; for a project, where that of its last render is."""
        name, user = call.request.path_params["rid"], call.user["id"]
        try:
            session = self.sessions.of_project(name, user)["id"]
        except ApiError:
            return await self.own.download(call)
        return success({"project_id": name, "output": self._last(call, session)})

    def _last(self, call: ApiRequest, session: str) -> dict[str, object] | None:
        rows = self.renders.newest_first(session)
        done = next((r for r in rows if self.renders.visible_status(r) == "completed"), None)
        return done and {"url": self.own.address(call, done), "size": done["size"]}
