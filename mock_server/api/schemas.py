"""The JSON bodies of the calls."""

from __future__ import annotations

from mock_server.api.handlers.auth import SCOPES
from mock_server.api.schema import Field
from mock_server.config import RENDER_DIALECTS, SSE_DIALECTS
from mock_server.render.worker import QUALITIES


def obj(**fields: Field) -> Field:
    return Field("object", fields=fields)


def text(doc: str = "", example: object = None, *, required: bool = True) -> Field:
    return Field("string", doc, required=required, example=example)


CREATE = obj(
    task_name=text("name of the project", "project"),
    language=text("ISO code", "en"),
)
PART = obj(text=text("the instruction", "add a title", required=False))
RUN = obj(
    app_name=Field("string", required=True, choices=("nemo_agent",)),
    user_id=Field("string", required=True, choices=("me",)),
    session_id=text("a decimal string"),
    new_message=Field(
        "object",
        required=True,
        fields={
            "role": Field("string", choices=("user",)),
            "parts": Field("array", required=True, items=PART),
        },
    ),
    streaming=Field("boolean", "partial deltas (Agent Development Kit)"),
)
CLAIM = obj(task_id=text(), session_id=text())
OUTPUT = Field(
    "object",
    fields={
        "format": Field("string", choices=("mp4",)),
        "quality": Field("string", choices=QUALITIES),
        "resolution": Field("string", example="1080p"),
        "fps": Field("number", low=1, high=60),
        "codec": Field("string", choices=("h264",)),
        "crf": Field("integer", low=0, high=51),
    },
)
RENDER = obj(
    id=text("unique", "render_1"),
    sessionId=text("camelCase here only"),
    draft=Field("object", "the draft of the state, unchanged", required=True),
    output=OUTPUT,
)
SETTINGS = obj(
    dialect=Field("string", choices=tuple(SSE_DIALECTS)),
    render_dialect=Field("string", choices=tuple(RENDER_DIALECTS)),
    silent=Field("number", low=0, high=1),
    keepalives=Field("integer", low=0, high=1000),
    speed=Field("number", low=0, high=1000),
    credits=Field("integer", low=0, high=10**9),
    token_limit=Field("integer", low=0, high=10**9),
    price_per_edit=Field("integer", low=0, high=10**9),
    price_per_session=Field("integer", low=0, high=10**9),
    price_per_clip=Field("integer", low=0, high=10**9),
    upload_limit=Field("integer", low=1, high=10**12),
)
MINT = obj(
    user_id=text("an existing user, otherwise a new registered one", required=False),
    scopes=Field("array", items=Field("string", choices=SCOPES)),
    credits=Field("integer", low=0, high=10**9),
    expires_in=Field("number", "seconds", low=0, high=1e9),
)
ACCOUNT = obj(user_id=text(), credits=Field("integer", required=True, low=0, high=10**9))
CLOCK = obj(advance=Field("number", "seconds", required=True, low=0, high=1e11))
