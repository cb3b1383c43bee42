"""The JSON bodies of the calls."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from mock_server.api.body import Body, optional
from mock_server.api.dialects import RENDER_DIALECTS, SSE_DIALECTS
from mock_server.draft_dialects import DRAFT_DIALECTS

Credits = Annotated[int, Field(ge=0, le=10**9)]
Scope = Literal["read", "write", "upload", "render", "*"]


class Create(Body):
    task_name: str = Field(description="name of the project", examples=["project"])
    language: str = optional("ISO code, default en", examples=["en"])


class Part(Body):
    text: str = optional("the instruction", examples=["add a title"])


class NewMessage(Body):
    role: Literal["user"] = optional()
    parts: list[Part]


class Run(Body):
    app_name: Literal["nemo_agent"]
    user_id: str = optional("`me`, the default, or the caller's own id", examples=["me"])
    session_id: str = Field(description="a decimal string")
    new_message: NewMessage
    streaming: bool = optional("partial deltas (Agent Development Kit)")


class Claim(Body):
    task_id: str
    session_id: str


class Urls(Body):
    urls: list[str] = Field(
        description="loopback URLs, or https URLs of hosts that the mock was told to fetch from",
        examples=[["http://127.0.0.1:8000/a.mp4"]],
        max_length=64,
    )
    source_type: Literal["url"]


class Verify(Body):
    token: str


class Project(Body):
    create_session: bool = optional()
    name: str = optional("of the project")


class Exchange(Body):
    claim_token: str


class Output(Body):
    format: Literal["mp4"] = optional()
    quality: Literal["high", "medium", "low"] = optional()
    resolution: str = optional(examples=["1080p"])
    fps: float = optional(ge=1, le=60)
    codec: Literal["h264"] = optional()
    crf: int = optional(ge=0, le=51)


class Render(Body):
    id: str = Field(description="unique", examples=["render_1"])
    sessionId: str = Field(description="camelCase here only")
    draft: dict[str, Any] = Field(description="the draft of the state, unchanged")
    output: Output = optional("default mp4, high")
    projectId: str = optional("the project of the session")


class RenderDraft(Render):
    id: str = optional("made by the service where none is given")


class SettingsChange(Body):
    dialect: Literal[tuple(SSE_DIALECTS)] = optional()  # type: ignore[valid-type]
    render_dialect: Literal[tuple(RENDER_DIALECTS)] = optional()  # type: ignore[valid-type]
    speak: Literal[tuple(DRAFT_DIALECTS)] = optional()  # type: ignore[valid-type]
    silent: float = optional(ge=0, le=1)
    keepalives: int = optional(ge=0, le=1000)
    speed: float = optional(ge=0, le=1000)
    credits: Credits = optional()
    token_limit: Credits = optional("tokens per address in seven days")
    hourly_token_limit: Credits = optional("tokens per address in an hour; 0 is no limit")
    token_expires: bool = optional("whether a free token ends after seven days")
    output_base: str = optional("what output URLs begin with; empty: the address that was called")
    price_per_edit: Credits = optional()
    price_per_session: Credits = optional()
    price_per_clip: Credits = optional()
    upload_limit: int = optional("bytes", ge=1, le=10**12)


class Draft(BaseModel):
    """Any object; `timeline.shape` checks it."""

    model_config = ConfigDict(extra="allow")


class Mint(Body):
    user_id: str = optional("an existing user, otherwise a new registered one")
    scopes: list[Scope] = optional()
    credits: Credits = optional()
    expires_in: float = optional("seconds", ge=0, le=1e9)


class Account(Body):
    user_id: str
    credits: Credits


class Advance(Body):
    advance: float = Field(description="seconds", ge=0, le=1e11)
