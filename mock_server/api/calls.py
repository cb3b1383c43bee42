"""Every call of the API in one table: paths, bodies, scopes, names for faults and the log."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import BaseModel

from mock_server.api import schemas

SMALL, LARGE = 4 << 20, 32 << 20  # bytes; a draft may be large


@dataclass(frozen=True)
class Call:
    """One endpoint. `style` is how its errors look; `limit` is for JSON bodies, in bytes."""

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


def _control(name: str, method: str, path: str, doc: str, **rest: object) -> Call:
    return Call(name, method, f"/_mock{path}", doc, token=False, **rest)


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
    Call("upload", "POST", "/api/upload-video/nemo_agent/me/{sid}", "files or URLs",
         scope="upload", streamed=True),
    Call("credits", "GET", "/api/credits/balance/simple", "the balance", scope="read"),
    Call("state", "GET", "/api/state/nemo_agent/me/{sid}/latest", "draft, uploads, canvas",
         scope="read"),
    Call("render", "POST", f"{RENDERS}/lambda", "starts a render", style="render",
         body=schemas.Render, limit=LARGE),
    Call("render_status", "GET", f"{RENDERS}/lambda/{{rid}}", "how far a render is",
         style="render"),
    Call("render_cancel", "POST", f"{RENDERS}/lambda/{{rid}}/cancel", "cancels a render",
         style="render"),
    Call("download", "GET", f"{RENDERS}/{{rid}}/download", "the rendered file", style="render"),
    Call("file", "GET", "/files/{folder}/{name}", "a file by its output or cdn URL", token=False),
    Call("claim_page", "GET", "/workspace/claim", "the session as a page", token=False),
)  # fmt: skip
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
CALLS = API + CONTROL
NAMES = frozenset(call.name for call in API)
