"""The messages of `/ws/chat`, as pure functions from the events of a run."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mock_server.api.stream_forms import Event, deltas
from mock_server.state.store import compact

PIECES = 3
QUESTION = {
    "id": "q1",
    "prompt": "Shall I make this change?",
    "options": [{"id": "yes", "label": "Yes, do it"}, {"id": "no", "label": "No, leave it"}],
    "allow_multiple": False,
}


def question(title: str) -> dict[str, Any]:
    """The agent's question before an edit."""
    return {"type": "ask_question", "title": title, "questions": [QUESTION]}


def frames(event: Event) -> Iterator[str]:
    """The texts of the messages that tell an event."""
    if event.kind == "error" and event.form == "unescaped":
        yield f'{{"type":"error","error":"{event.text}"}}'
        return
    for message in _messages(event):
        yield compact(message)


def _messages(event: Event) -> Iterator[dict[str, Any]]:
    match event.kind:
        case "text":
            yield from ({"type": "chunk", "text": one} for one in deltas(event.text, PIECES))
            yield {"type": "text", "text": event.text}
        case "thought":
            yield {"type": "thinking_start"}
            yield {"type": "thinking_chunk", "text": event.text}
            yield {"type": "thinking_end"}
        case "call":
            yield {"type": "toolcall_start", "tool": event.name}
            yield {"type": "toolcall_end", "tool": event.name, "args": event.data}
            yield {"type": "tool_start", "tool": event.name, "args": event.data}
        case "result":
            yield {"type": "tool_end", "tool": event.name, "result": event.data}
        case "keepalive":
            yield {"type": "status", "status": "running"}
        case "error":
            code = {"code": int(event.name)} if event.name.isdecimal() else {}
            yield {"type": "error", "error": event.text, **code}
