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


def route(
    auth: AuthHandlers,
    sessions: SessionHandlers,
    chat: ChatHandlers,
    uploads: UploadHandlers,
    renders: RenderHandlers,
    files: FileHandlers,
    page: ClaimPage,
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
        "render_status": renders.poll,
        "render_cancel": renders.cancel,
        "download": renders.download,
        "file": files.file,
        "claim_page": page.claim,
        **control.handlers(),
    }
