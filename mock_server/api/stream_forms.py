"""The published forms of the event stream, as pure functions from events to bytes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from mock_server.state.store import compact

SILENCES = ("no_content", "after_tool", "empty_parts", "no_parts")
NO_CONTENT = "The model returned no content (finish_reason=STOP with empty parts)."
USAGE = {"candidatesTokenCount": 7, "promptTokenCount": 11, "totalTokenCount": 18}


@dataclass(frozen=True)
class Event:
    """One event of a run.

    Kinds: `text`, `thought`, `call`, `result`, `keepalive`, `silence`, `error`, `line`.
    """

    kind: str
    text: str = ""
    name: str = ""
    data: dict[str, Any] = field(default_factory=dict)
    form: str = ""


@dataclass
class Envelope:
    """What surrounds every event of one run: ids and time."""

    invocation: str
    new_id: Callable[[], str]
    now: Callable[[], float]
    language: str = "en"
    tool_id: str = ""
    pieces: int = 3


def encode(dialect: str, event: Event, run: Envelope) -> list[bytes]:
    """The bytes of one event, one item per `data:` line sent."""
    if event.kind == "keepalive":
        return [_keepalive(event.form)]
    if event.kind == "line":
        return [b"data: " + event.text.encode() + b"\n\n"]
    if dialect.startswith("adk"):
        return list(_adk(event, run, streaming=dialect == "adk-stream"))
    return [_frame(body) for body in _plain(event, bare=dialect == "text")]


def _frame(body: dict[str, Any]) -> bytes:
    return b"data: " + compact(body).encode() + b"\n\n"


def _keepalive(form: str) -> bytes:
    if form == "empty":
        return b"data:\n\n"
    if form == "comment":
        return b": keep-alive\n\n"
    if form == "event":
        return b"event: heartbeat\ndata: {}\n\n"
    return b'data: {"type":"heartbeat"}\n\n'


def _plain(event: Event, *, bare: bool) -> Iterator[dict[str, Any]]:
    if event.kind == "text":
        yield {"text": event.text} if bare else {"type": "text", "content": event.text}
    elif event.kind == "call":
        yield {"type": "tool_call", "name": event.name, "args": event.data}
    elif event.kind == "result":
        yield {"type": "tool_result", "name": event.name, "result": event.data}
    elif event.kind == "error":
        yield (
            {"error": event.text}
            if bare
            else {"type": "error", "code": event.name, "content": event.text}
        )


def _adk(event: Event, run: Envelope, *, streaming: bool) -> Iterator[bytes]:
    if event.kind == "text":
        yield from _adk_text(event.text, run, streaming=streaming)
    elif event.kind == "thought":
        yield _adk_event(run, _content([{"text": event.text, "thought": True}]), usage=True)
    elif event.kind == "call":
        run.tool_id = "adk-" + run.new_id()
        part = {"functionCall": {"id": run.tool_id, "args": event.data, "name": event.name}}
        stop = {**_content([part]), "finishReason": "STOP"}
        yield _adk_event(run, stop, usage=True, calls=True)
    elif event.kind == "result":
        answer = {"id": run.tool_id, "name": event.name, "response": event.data}
        yield _adk_event(
            run, _content([{"functionResponse": answer}], "user"), skip=event.form == "skip"
        )
    elif event.kind == "silence":
        yield from _adk_silence(event.form, run)
    elif event.kind == "error":
        yield from _adk_error(event, run)


def _content(parts: list[dict[str, Any]], role: str = "model") -> dict[str, Any]:
    return {"content": {"parts": parts, "role": role}}


def _adk_text(text: str, run: Envelope, *, streaming: bool) -> Iterator[bytes]:
    if not streaming:
        yield _adk_event(run, {**_content([{"text": text}]), "finishReason": "STOP"}, usage=True)
        return
    one = run.new_id()
    for piece in deltas(text, run.pieces):
        yield _adk_event(run, {**_content([{"text": piece}]), "partial": True}, event_id=one)
    whole = {**_content([{"text": text}]), "partial": False, "finishReason": "STOP"}
    yield _adk_event(run, whole, usage=True, event_id=one)


def deltas(text: str, pieces: int) -> list[str]:
    """The text in about `pieces` parts, cut anywhere."""
    step = max(1, -(-len(text) // max(1, pieces)))
    return [text[at : at + step] for at in range(0, len(text), step)]


def _adk_silence(form: str, run: Envelope) -> Iterator[bytes]:
    if form == "no_content":
        yield _adk_event(
            run,
            {
                "content": {"role": "model"},
                "finishReason": "STOP",
                "errorCode": "MODEL_RETURNED_NO_CONTENT",
                "errorMessage": NO_CONTENT,
            },
            usage=True,
        )
    elif form == "empty_parts":
        yield _adk_event(run, {**_content([]), "partial": False, "finishReason": "STOP"})
    elif form == "no_parts":
        yield _adk_event(run, {"finishReason": "STOP"}, usage=True)


def _adk_error(event: Event, run: Envelope) -> Iterator[bytes]:
    if event.form in ("event", "both", ""):
        yield _adk_event(run, {"errorCode": event.name, "errorMessage": event.text})
    message = f"{event.name}: {event.text}"
    if event.form in ("line", "both"):
        details = {"error_type": event.name, "error_message": event.text, "timestamp": run.now()}
        line = json.dumps({"error": message, "error_details": details})
        yield f"data: {line}\n\n".encode()
    if event.form == "unescaped":
        yield f'data: {{"error": "{message}"}}\n\n'.encode()


def _adk_event(
    run: Envelope,
    head: dict[str, Any],
    *,
    usage: bool = False,
    calls: bool = False,
    skip: bool = False,
    event_id: str | None = None,
) -> bytes:
    actions: dict[str, Any] = {"skipSummarization": True} if skip else {}
    actions |= {
        "stateDelta": {},
        "artifactDelta": {},
        "requestedAuthConfigs": {},
        "requestedToolConfirmations": {},
    }
    return _frame(
        {
            **head,
            **({"usageMetadata": USAGE} if usage else {}),
            "invocationId": run.invocation,
            "author": "nemo_agent",
            "actions": actions,
            "nodeInfo": {"path": "nemo_agent@1"},
            **({"longRunningToolIds": []} if calls else {}),
            "id": event_id or run.new_id(),
            "timestamp": round(run.now(), 3),
        }
    )
