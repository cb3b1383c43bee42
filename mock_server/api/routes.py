"""Which handler answers which call."""

from __future__ import annotations

from collections.abc import Mapping

from mock_server.api.app import Handler
from mock_server.api.handlers.auth import AuthHandlers
from mock_server.api.handlers.chat import ChatHandlers
from mock_server.api.handlers.control import ControlHandlers
from mock_server.api.handlers.files import FileHandlers
from mock_server.api.handlers.renders import RenderHandlers
from mock_server.api.handlers.sessions import SessionHandlers
from mock_server.api.handlers.uploads import UploadHandlers
from mock_server.claim_page.view import ClaimPage
from mock_server.gateway.billing import BillingHandlers
from mock_server.gateway.projects import ProjectHandlers
from mock_server.gateway.renders import ProjectRenders


def route(
    auth: AuthHandlers,
    sessions: SessionHandlers,
    chat: ChatHandlers,
    uploads: UploadHandlers,
    renders: RenderHandlers,
    files: FileHandlers,
    page: ClaimPage,
    projects: ProjectHandlers,
    project_renders: ProjectRenders,
    billing: BillingHandlers,
    control: ControlHandlers,
) -> Mapping[str, Handler]:
    """The handlers by the names of their calls."""
    return {
        "anonymous_token": auth.anonymous_token,
        "claim_token": auth.claim_token,
        "credits": auth.credits,
        "create_session": sessions.create,
        "state": sessions.state,
        "run_sse": chat.run_sse,
        "upload": uploads.upload,
        "render": renders.render,
        "render_draft": renders.render,
        "render_status": renders.poll,
        "render_poll": renders.poll,
        "render_cancel": renders.cancel,
        "download": renders.download,
        "file": files.file,
        "claim_page": page.claim,
        "verify": billing.verify,
        "exchange_claim": billing.exchange,
        "balance": billing.balance,
        "usage": billing.usage,
        "project_create": projects.create,
        "projects": projects.projects,
        "project": projects.project,
        "project_sessions": projects.project_sessions,
        "project_state": projects.project_state,
        "project_upload": projects.upload,
        "project_render": project_renders.render,
        "project_poll": project_renders.poll,
        "project_download": project_renders.download,
        **control.handlers(),
    }
