"""The NemoVideo API from the caller's side. The only place that imports httpx.

Names are imported when they are first used: `check`, `fmt` and `plan` need `files`, `text` and
`errors`, and must not pay for an HTTP client.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nemo_spec.nemo.client import Nemo, claim_link, registration_link
    from nemo_spec.nemo.events import (
        ChatEvent,
        Closed,
        Empty,
        Failed,
        Heartbeat,
        Idle,
        TextDelta,
        ToolCall,
        ToolResult,
        Unknown,
    )
    from nemo_spec.nemo.models import (
        AnonymousToken,
        ClaimToken,
        Credits,
        RenderJob,
        Session,
        State,
        UploadedFile,
    )
    from nemo_spec.nemo.settings import Settings

_WHERE = {
    "client": "Nemo claim_link registration_link",
    "events": "ChatEvent Closed Empty Failed Heartbeat Idle TextDelta ToolCall ToolResult Unknown",
    "models": "AnonymousToken ClaimToken Credits RenderJob Session State UploadedFile",
    "settings": "Settings",
}
_MODULE = {name: module for module, names in _WHERE.items() for name in names.split()}

__all__ = [
    "AnonymousToken",
    "ChatEvent",
    "ClaimToken",
    "Closed",
    "Credits",
    "Empty",
    "Failed",
    "Heartbeat",
    "Idle",
    "Nemo",
    "RenderJob",
    "Session",
    "Settings",
    "State",
    "TextDelta",
    "ToolCall",
    "ToolResult",
    "Unknown",
    "UploadedFile",
    "claim_link",
    "registration_link",
]


def __getattr__(name: str) -> object:
    if name not in _MODULE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULE[name]}"), name)
