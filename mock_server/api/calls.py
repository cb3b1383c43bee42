"""Every call of the API in one table: paths, bodies, scopes, names for faults and the log."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from mock_server.api import schemas

SMALL, LARGE = 4 << 20, 32 << 20  # bytes; a draft may be large


@dataclass(frozen=True)
class Call:
    """One endpoint. `style` is how its errors look; `limit` is for JSON bodies, in bytes; `kind` is the
    call of which this is another form: it has the faults of that one."""

    name: str
    method: str
    path: str
    doc: str
    token: bool = True
    scope: str = ""
    style: str = "envelope"
    body: type[BaseModel] | None = None
    streamed: bool = False
    limit: int = SMALL
    kind: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "kind", self.kind or self.name)


def _control(name: str, method: str, path: str, doc: str, **rest: Any) -> Call:
    return Call(name, method, f"/_mock{path}", doc, token=False, **rest)


def _gateway(name: str, method: str, path: str, doc: str, **rest: Any) -> Call:
    return Call(name, method, path, doc, style="gateway", **rest)


SESSIONS, RENDERS = "/api/tasks/me/with-session/nemo_agent", "/api/render/proxy"
API = (
    Call("anonymous_token", "POST", "/api/auth/anonymous-token", "a free token for a client id",
         token=False),
    Call("claim_token", "POST", "/api/auth/claim-token",
         "a token for the claim page, without API access", scope="read", body=schemas.Claim),
    Call("create_session", "POST", SESSIONS, "a task with its session", scope="write",
         body=schemas.Create),
    Call("run_sse", "POST", "/run_sse", "an instruction, answered by events", scope="write",
         style="adk", body=schemas.Run),
    Call("upload", "POST", "/api/upload-video/nemo_agent/{uid}/{sid}", "files or URLs",
         scope="upload", streamed=True),
    Call("credits", "GET", "/api/credits/balance/simple", "the balance", scope="read"),
    Call("state", "GET", "/api/state/nemo_agent/{uid}/{sid}/latest", "draft, uploads, canvas",
         scope="read"),
    Call("render", "POST", f"{RENDERS}/lambda", "starts a render", style="render",
         body=schemas.Render, limit=LARGE),
    Call("render_draft", "POST", f"{RENDERS}/draft", "starts a render, the first form of it",
         style="render", body=schemas.RenderDraft, limit=LARGE, kind="render"),
    Call("render_status", "GET", f"{RENDERS}/lambda/{{rid}}", "how far a render is",
         style="render"),
    Call("render_poll", "GET", f"{RENDERS}/{{rid}}", "how far a render is, the first form of it",
         style="render", kind="render_status"),
    Call("render_cancel", "POST", f"{RENDERS}/lambda/{{rid}}/cancel", "cancels a render",
         style="render"),
    Call("download", "GET", f"{RENDERS}/{{rid}}/download", "the rendered file", style="render"),
    Call("file", "GET", "/files/{folder}/{name}", "a file by its output or cdn URL", token=False),
    Call("claim_page", "GET", "/workspace/claim", "the session as a page", token=False),
)  # fmt: skip
SERVICES = "/services/v1/render-proxy"
GATEWAY = (
    _gateway("verify", "POST", "/auth/verify", "whose token it is", token=False,
             body=schemas.Verify),
    _gateway("project_create", "POST", "/projects", "a project with its session", scope="write",
             body=schemas.Project, kind="create_session"),
    _gateway("projects", "GET", "/projects", "the projects", scope="read"),
    _gateway("project", "GET", "/projects/{pid}", "one project", scope="read"),
    _gateway("project_sessions", "GET", "/projects/{pid}/sessions", "its sessions", scope="read"),
    _gateway("project_state", "GET", "/api/v1/state/frontend/{pid}", "draft and files",
             scope="read", kind="state"),
    _gateway("project_upload", "POST", "/files/upload", "one file", scope="upload", streamed=True,
             kind="upload"),
    _gateway("project_render", "POST", f"{SERVICES}/lambda", "starts a render",
             body=schemas.Render, limit=LARGE, kind="render"),
    _gateway("project_poll", "GET", f"{SERVICES}/lambda/{{rid}}", "how far a render is",
             kind="render_status"),
    _gateway("project_download", "GET", f"{SERVICES}/{{rid}}/download",
             "the file of a render, or where the last one of a project is", kind="download"),
    _gateway("balance", "GET", "/billing/balance", "the balance", scope="read", kind="credits"),
    _gateway("usage", "GET", "/billing/usage/conversations", "what was charged", scope="read"),
    _gateway("exchange_claim", "POST", "/api/auth/exchange-claim-token",
             "the project that a claim token opens", scope="read", body=schemas.Exchange),
)  # fmt: skip
WS_OPEN = _gateway("ws_open", "GET", "/ws/chat", "a conversation over a WebSocket: its handshake")
WS_MESSAGE = _gateway("ws_message", "WS", "/ws/chat", "an instruction in it", kind="run_sse")
SOCKET = (WS_OPEN, WS_MESSAGE)
CONTROL = (
    _control("_index", "GET", "", "what can be asked of the mock"),
    _control("_requests", "GET", "/requests", "the request log"),
    _control("_faults", "GET", "/faults", "faults that wait"),
    _control("_add_faults", "POST", "/faults", "adds one fault or a list of them", streamed=True),
    _control("_clear_faults", "DELETE", "/faults", "removes all faults"),
    _control("_settings", "GET", "/settings", "the settings"),
    _control("_set", "POST", "/settings", "changes settings", body=schemas.SettingsChange),
    _control("_clock", "GET", "/clock", "the mock's time"),
    _control("_advance", "POST", "/clock", "moves the clock forward", body=schemas.Advance),
    _control("_reset", "POST", "/reset", "forgets everything"),
    _control("_mint", "POST", "/tokens", "a token of any kind", body=schemas.Mint),
    _control("_account", "POST", "/accounts", "sets a user's credits", body=schemas.Account),
    _control("_draft", "GET", "/drafts/{sid}", "a session's draft"),
    _control("_put_draft", "PUT", "/drafts/{sid}",
             "replaces a draft, as somebody in the browser would", body=schemas.Draft, limit=LARGE),
    _control("_bugs", "GET", "/bugs", "failures of the mock itself"),
    _control("_openapi", "GET", "/openapi.json", "this API as OpenAPI"),
    _control("_fidelity", "GET", "/fidelity", "what is documented and what is assumed"),
)  # fmt: skip
CALLS = API + GATEWAY + CONTROL
PUBLISHED = API + GATEWAY + SOCKET
NAMES = frozenset(call.name for call in PUBLISHED)


def kind_of(name: str) -> str:
    """The call of which a published one is a form."""
    return next(call.kind for call in PUBLISHED if call.name == name)
