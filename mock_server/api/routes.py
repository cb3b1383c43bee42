"""Every call of the API in one table: routes, bodies, scopes, names for faults and the log."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from starlette.responses import Response

from mock_server.api import schemas
from mock_server.api.handlers import auth, chat, control, files, renders, sessions, uploads
from mock_server.api.request import ApiRequest
from mock_server.api.schema import Field
from mock_server.claim_page import view

Handler = Callable[[ApiRequest], Awaitable[Response]]
SMALL, LARGE = 4 << 20, 32 << 20


@dataclass(frozen=True)
class Call:
    """One endpoint. `style` is how its errors look; `limit` is for JSON bodies, in bytes."""

    name: str
    method: str
    path: str
    handler: Handler
    doc: str
    token: bool = True
    scope: str = ""
    style: str = "envelope"
    body: Field | None = None
    streamed: bool = False
    limit: int = SMALL


API = (
    Call(
        "anonymous_token",
        "POST",
        "/api/auth/anonymous-token",
        auth.anonymous_token,
        "a free token for a client id",
        token=False,
    ),
    Call(
        "claim_token",
        "POST",
        "/api/auth/claim-token",
        auth.claim_token,
        "a token for the claim page, without API access",
        scope="read",
        body=schemas.CLAIM,
    ),
    Call(
        "create_session",
        "POST",
        "/api/tasks/me/with-session/nemo_agent",
        sessions.create_session,
        "a task with its session",
        scope="write",
        body=schemas.CREATE,
    ),
    Call(
        "run_sse",
        "POST",
        "/run_sse",
        chat.run_sse,
        "an instruction, answered by events",
        scope="write",
        style="adk",
        body=schemas.RUN,
    ),
    Call(
        "upload",
        "POST",
        "/api/upload-video/nemo_agent/me/{sid}",
        uploads.upload,
        "files or URLs",
        scope="upload",
        streamed=True,
    ),
    Call(
        "credits", "GET", "/api/credits/balance/simple", auth.credits, "the balance", scope="read"
    ),
    Call(
        "state",
        "GET",
        "/api/state/nemo_agent/me/{sid}/latest",
        sessions.state,
        "draft, uploads, canvas",
        scope="read",
    ),
    Call(
        "render",
        "POST",
        "/api/render/proxy/lambda",
        renders.render,
        "starts a render",
        style="render",
        body=schemas.RENDER,
        limit=LARGE,
    ),
    Call(
        "render_status",
        "GET",
        "/api/render/proxy/lambda/{rid}",
        renders.poll,
        "how far a render is",
        style="render",
    ),
    Call(
        "render_cancel",
        "POST",
        "/api/render/proxy/lambda/{rid}/cancel",
        renders.cancel,
        "cancels a render",
        style="render",
    ),
    Call(
        "download",
        "GET",
        "/api/render/proxy/{rid}/download",
        renders.download,
        "the rendered file",
        style="render",
    ),
    Call(
        "file",
        "GET",
        "/files/{folder}/{name}",
        files.file,
        "a file by its output or cdn URL",
        token=False,
    ),
    Call("claim_page", "GET", "/workspace/claim", view.claim, "the session as a page", token=False),
)
CONTROL = (
    Call("_index", "GET", "/_mock", control.index, "what can be asked of the mock", token=False),
    Call("_requests", "GET", "/_mock/requests", control.requests, "the request log", token=False),
    Call("_faults", "GET", "/_mock/faults", control.list_faults, "faults that wait", token=False),
    Call(
        "_add_faults",
        "POST",
        "/_mock/faults",
        control.add_faults,
        "adds one fault or a list of them",
        token=False,
        streamed=True,
    ),
    Call(
        "_clear_faults",
        "DELETE",
        "/_mock/faults",
        control.clear_faults,
        "removes all faults",
        token=False,
    ),
    Call("_settings", "GET", "/_mock/settings", control.settings, "the settings", token=False),
    Call(
        "_set",
        "POST",
        "/_mock/settings",
        control.change_settings,
        "changes settings",
        token=False,
        body=schemas.SETTINGS,
    ),
    Call("_clock", "GET", "/_mock/clock", control.clock, "the mock's time", token=False),
    Call(
        "_advance",
        "POST",
        "/_mock/clock",
        control.advance,
        "moves the clock forward",
        token=False,
        body=schemas.CLOCK,
    ),
    Call("_reset", "POST", "/_mock/reset", control.reset, "forgets everything", token=False),
    Call(
        "_mint",
        "POST",
        "/_mock/tokens",
        control.mint,
        "a token of any kind",
        token=False,
        body=schemas.MINT,
    ),
    Call(
        "_account",
        "POST",
        "/_mock/accounts",
        control.account,
        "sets a user's credits",
        token=False,
        body=schemas.ACCOUNT,
    ),
    Call(
        "_draft", "GET", "/_mock/drafts/{sid}", control.get_draft, "a session's draft", token=False
    ),
    Call(
        "_put_draft",
        "PUT",
        "/_mock/drafts/{sid}",
        control.put_draft,
        "replaces a draft, as somebody in the browser would",
        token=False,
        body=Field("object"),
        limit=LARGE,
    ),
    Call("_bugs", "GET", "/_mock/bugs", control.bugs, "failures of the mock itself", token=False),
    Call(
        "_openapi",
        "GET",
        "/_mock/openapi.json",
        control.openapi,
        "this API as OpenAPI",
        token=False,
    ),
    Call(
        "_fidelity",
        "GET",
        "/_mock/fidelity",
        control.fidelity,
        "what is documented and what is assumed",
        token=False,
    ),
)
CALLS = API + CONTROL
NAMES = frozenset(call.name for call in API)
