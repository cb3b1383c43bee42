"""From the messages of a stream to chat events: the flat form (v4.4), `{"text": …}`, and the events
of the Agent Development Kit. Nothing that a server sends raises here, and what it says comes out
safe to print."""

import json
from collections.abc import Mapping

from pydantic_core import from_json

from nemo_spec.nemo.events import (
    ChatEvent,
    Empty,
    Failed,
    Heartbeat,
    TextDelta,
    ToolCall,
    ToolResult,
    Unknown,
)
from nemo_spec.nemo.sse import Message
from nemo_spec.nemo.text import clean, mask, masked, may_hold_token

_HEARTBEATS = frozenset(("heartbeat", "ping", "keepalive", "keep-alive"))
# The edit may well have been done: it only means that the model had nothing to add (recorded).
_NO_CONTENT = "MODEL_RETURNED_NO_CONTENT"
_ADK_KEYS = frozenset(("errorCode", "invocationId", "author", "partial", "turnComplete"))
"""One of which an event has that has no `content`."""
_ERROR_LINE = '{"error"'


def is_error_line(data: bytes) -> bool:
    """Whether this is the framework's last line, whole, though perhaps not valid JSON."""
    text = data.decode("utf-8", "replace").strip()
    return text.startswith(_ERROR_LINE) and text.endswith("}")


class Reader:
    """Reads one stream. It remembers what has been said, so that text is told once."""

    def __init__(self) -> None:
        self._deltas: dict[str, list[str]] = {}  # by author
        self._open_calls: set[str] = set()
        self._last_error = ""
        self._broken = False  # by an error line that is no JSON
        self._failed_last = False  # in the last message that was more than a sign of life

    @property
    def unfinished(self) -> bool:
        """True when the stream has promised more: a call without its return, half an utterance. An
        error takes every promise back: nothing comes after it."""
        ended_by_error = self._broken or self._failed_last
        return not ended_by_error and bool(self._open_calls or self._deltas)

    def read(self, message: Message) -> list[ChatEvent]:
        """At least one event for every message."""
        name, data = message
        if not data or name in _HEARTBEATS:
            return [Heartbeat()]
        try:
            raw = parsed(data)
        except (ValueError, RecursionError):
            return [self._invalid(mask(data.decode("utf-8", "replace")))]
        if not isinstance(raw, dict) or (raw and self._broken):
            self._failed_last = False
            return [Unknown(raw)]
        return self._events(raw) or [Empty()]

    def finish(self) -> list[ChatEvent]:
        """Utterances that never got their whole text."""
        rest: list[ChatEvent] = [
            TextDelta("", whole=clean("".join(deltas))) for deltas in self._deltas.values()
        ]
        self._deltas.clear()
        return rest

    def _invalid(self, text: str) -> ChatEvent:
        if not text.strip():
            return Heartbeat()
        if not text.lstrip().startswith(_ERROR_LINE):
            self._failed_last = False
            return Unknown(text)
        # Older frameworks write the last line unescaped. Its message may contain blank lines and
        # `data:` of its own, so nothing behind it is an event.
        self._broken = True
        return Failed("", clean(text.lstrip().removeprefix('{"error":').strip(' "}')))

    def _events(self, raw: dict[str, object]) -> list[ChatEvent]:
        kind = raw.get("type")
        if not raw or kind == "heartbeat":
            return [Heartbeat()]
        self._failed_last = False
        if isinstance(kind, str):
            return self._flat(kind, raw)
        if "content" in raw or not _ADK_KEYS.isdisjoint(raw):
            return self._adk(raw)
        if isinstance(text := raw.get("text"), str):
            return _said(text)
        if words := error_text(raw):
            return [self._failed(str(raw.get("code") or ""), words)]
        return [Unknown(raw)]

    def _flat(self, kind: str, raw: dict[str, object]) -> list[ChatEvent]:
        name = str(raw.get("name") or "")
        if kind == "text":
            content = raw.get("content", raw.get("text"))
            return _said(content) if isinstance(content, str) else [Unknown(raw)]
        if kind == "tool_call":
            self._open_calls.add(name)
            return [ToolCall(clean(name), _dict(raw.get("args")))]
        if kind == "tool_result":
            self._open_calls.discard(name)
            return [returned(name, raw.get("result"))]
        if kind == "error":
            words = error_text(raw) or str(raw.get("content") or "")
            return [self._failed(str(raw.get("code") or ""), words)]
        return [Unknown(raw)]

    def _adk(self, raw: dict[str, object]) -> list[ChatEvent]:
        partial = raw.get("partial") is True
        words = ""
        found: list[ChatEvent] = []
        for part in _parts(raw.get("content")):
            if not isinstance(part, dict):
                continue
            text = part.get("text")
            if isinstance(text, str) and part.get("thought") is not True:
                words += text
            if not partial and ("functionCall" in part or "functionResponse" in part):
                self._tool(part, raw.get("longRunningToolIds"), found)
        if words:
            found.insert(0, self._utterance(str(raw.get("author") or ""), words, partial))
        if "errorCode" in raw or "errorMessage" in raw:
            found += self._complaint(raw)
        return found

    def _complaint(self, raw: dict[str, object]) -> list[ChatEvent]:
        code = str(raw.get("errorCode") or "")
        if code == _NO_CONTENT:
            return [Empty()]
        if code or raw.get("errorMessage"):
            return [self._failed(code, error_text(raw) or code)]
        return []

    def _utterance(self, author: str, text: str, partial: bool) -> TextDelta:
        if partial:
            self._deltas.setdefault(author, []).append(text)
            return TextDelta(clean(text), partial=True)
        told = "".join(self._deltas.pop(author, []))
        return TextDelta(clean(text.removeprefix(told)), whole=clean(text))

    def _tool(self, part: dict[str, object], running: object, found: list[ChatEvent]) -> None:
        call, response = part.get("functionCall"), part.get("functionResponse")
        if isinstance(call, dict):
            if not isinstance(running, list) or call.get("id") not in running:
                self._open_calls.add(_call_key(call))
            found.append(ToolCall(clean(str(call.get("name") or "")), _dict(call.get("args"))))
        if isinstance(response, dict):
            self._open_calls.discard(_call_key(response))
            found.append(returned(str(response.get("name") or ""), response.get("response")))

    def _failed(self, code: str, message: str) -> Failed | Empty:
        # The framework reports one error twice: as an event, then as its last line.
        self._failed_last = True
        again = bool(self._last_error) and self._last_error in message
        self._last_error = message
        return Empty() if again else Failed(clean(code), clean(message))


def parsed(data: bytes) -> object:
    """What the bytes mean, without tokens. Raises ValueError or RecursionError.

    pydantic's reader takes half the time of the standard library's. What it refuses may still be
    JSON to the other: half of a surrogate pair, deep nesting, and bytes that are not quite UTF-8.
    """
    try:
        content = from_json(data, cache_strings="keys")  # hardly a value comes twice
    except ValueError:
        return masked(json.loads(data.decode("utf-8", "replace")))
    return masked(content) if may_hold_token(data) else content


def _said(text: str) -> list[ChatEvent]:
    return [TextDelta(clean(text), whole=clean(text))] if text else []


def _parts(content: object) -> list[object]:
    if isinstance(content, dict):
        parts = content.get("parts")
        return parts if isinstance(parts, list) else []
    return [{"text": content}] if isinstance(content, str) else []


def _call_key(call: dict[str, object]) -> str:
    return str(call.get("id") or call.get("name") or "")


def _dict(value: object) -> dict[str, object]:
    return value if isinstance(value, dict) else {}


def returned(name: str, response: object) -> ToolResult:
    """What a tool gave back, and what it complained about."""
    error = response.get("error") if isinstance(response, dict) else None
    if isinstance(error, dict):
        error = error_text(error) or json.dumps(error)
    return ToolResult(clean(name), response, clean(str(error)) if error else None)


def error_text(raw: Mapping[str, object]) -> str:
    """The words of an error, wherever they stand; "" where there are none."""
    for key in ("errorMessage", "error", "message", "detail"):
        value = raw.get(key)
        if isinstance(value, dict):
            value = error_text(value)
        if isinstance(value, str) and value:
            return value
    return ""
