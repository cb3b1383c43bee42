"""From the messages of a stream to chat events: the flat form (v4.4), `{"text": …}`, and the events
of the Agent Development Kit. Nothing that a server sends raises here, and what it says comes out
safe to print."""

import json
from collections.abc import Iterator

from nemo_spec.nemo.events import (
    Called,
    ChatEvent,
    Empty,
    Failed,
    KeptAlive,
    Returned,
    Said,
    Unknown,
)
from nemo_spec.nemo.sse import Message
from nemo_spec.nemo.text import clean, mask

_HEARTBEATS = ("heartbeat", "ping", "keepalive", "keep-alive")
# The edit may well have been done: it only means that the model had nothing to add (recorded).
_NO_CONTENT = "MODEL_RETURNED_NO_CONTENT"
_ADK_KEYS = frozenset(("content", "errorCode", "invocationId", "author", "partial", "turnComplete"))


class Reader:
    """Reads one stream. It remembers what has been said, so that text is told once."""

    def __init__(self) -> None:
        self._deltas: dict[str, list[str]] = {}  # by author
        self._open_calls: set[str] = set()
        self._last_error = ""
        self._broken = False

    @property
    def unfinished(self) -> bool:
        """True when the stream has promised more: a call without its return, half an utterance."""
        return bool(self._open_calls or self._deltas)

    def read(self, message: Message) -> list[ChatEvent]:
        """At least one event for every message."""
        text = mask(message.data.decode("utf-8", "replace"))
        if message.name in _HEARTBEATS or text.strip() in ("", "{}"):
            return [KeptAlive()]
        try:
            raw = json.loads(text)
        except (ValueError, RecursionError):
            return [self._invalid(text)]
        if self._broken or not isinstance(raw, dict):
            return [Unknown(raw)]
        return list(self._events(raw)) or [Empty()]

    def finish(self) -> list[ChatEvent]:
        """Utterances that never got their whole text."""
        rest: list[ChatEvent] = [
            Said("", whole=clean("".join(deltas))) for deltas in self._deltas.values()
        ]
        self._deltas.clear()
        return rest

    def _invalid(self, text: str) -> ChatEvent:
        if not text.lstrip().startswith('{"error"'):
            return Unknown(text)
        # Older frameworks write the last line unescaped. Its message may contain blank lines and
        # `data:` of its own, so nothing behind it is an event.
        self._broken = True
        return Failed("", clean(text.lstrip().removeprefix('{"error":').strip(' "}')))

    def _events(self, raw: dict[str, object]) -> Iterator[ChatEvent]:
        kind = raw.get("type")
        if isinstance(kind, str):
            yield from self._flat(kind, raw)
        elif _ADK_KEYS & raw.keys():
            yield from self._adk(raw)
        elif isinstance(raw.get("text"), str):
            yield from _said(str(raw["text"]))
        elif _error_text(raw):
            yield from self._failed(str(raw.get("code") or ""), _error_text(raw))
        else:
            yield Unknown(raw)

    def _flat(self, kind: str, raw: dict[str, object]) -> Iterator[ChatEvent]:
        name = str(raw.get("name") or "")
        if kind == "heartbeat":
            yield KeptAlive()
        elif kind == "text":
            content = raw.get("content", raw.get("text"))
            yield from _said(content) if isinstance(content, str) else [Unknown(raw)]
        elif kind == "tool_call":
            self._open_calls.add(name)
            yield Called(clean(name), _dict(raw.get("args")))
        elif kind == "tool_result":
            self._open_calls.discard(name)
            yield _returned(name, raw.get("result"))
        elif kind == "error":
            words = _error_text(raw) or str(raw.get("content") or "")
            yield from self._failed(str(raw.get("code") or ""), words)
        else:
            yield Unknown(raw)

    def _adk(self, raw: dict[str, object]) -> Iterator[ChatEvent]:
        partial = raw.get("partial") is True
        author = str(raw.get("author") or "")
        content = raw.get("content")
        parts = content.get("parts") if isinstance(content, dict) else None
        parts = [p for p in parts if isinstance(p, dict)] if isinstance(parts, list) else []
        if isinstance(content, str):
            parts = [{"text": content}]
        yield from self._utterance(author, _spoken(parts), partial)
        if not partial:
            running = raw.get("longRunningToolIds")
            for part in parts:
                yield from self._tool(part, running if isinstance(running, list) else [])
        code = str(raw.get("errorCode") or "")
        if code == _NO_CONTENT:
            yield Empty()
        elif code or raw.get("errorMessage"):
            yield from self._failed(code, _error_text(raw) or code)

    def _utterance(self, author: str, text: str, partial: bool) -> Iterator[ChatEvent]:
        if partial:
            if text:
                self._deltas.setdefault(author, []).append(text)
                yield Said(clean(text), partial=True)
        elif text:
            told = "".join(self._deltas.pop(author, []))
            yield Said(clean(text.removeprefix(told)), whole=clean(text))

    def _tool(self, part: dict[str, object], running: list[object]) -> Iterator[ChatEvent]:
        call, response = part.get("functionCall"), part.get("functionResponse")
        if isinstance(call, dict):
            if call.get("id") not in running:
                self._open_calls.add(_call_key(call))
            yield Called(clean(str(call.get("name") or "")), _dict(call.get("args")))
        if isinstance(response, dict):
            self._open_calls.discard(_call_key(response))
            yield _returned(str(response.get("name") or ""), response.get("response"))

    def _failed(self, code: str, message: str) -> Iterator[ChatEvent]:
        # The framework reports one error twice: as an event, then as its last line.
        again = bool(self._last_error) and self._last_error in message
        self._last_error = message
        yield Empty() if again else Failed(clean(code), clean(message))


def _said(text: str) -> Iterator[ChatEvent]:
    if text:
        yield Said(clean(text), whole=clean(text))


def _spoken(parts: list[dict[str, object]]) -> str:
    texts = (part.get("text") for part in parts if part.get("thought") is not True)
    return "".join(text for text in texts if isinstance(text, str))


def _call_key(call: dict[str, object]) -> str:
    return str(call.get("id") or call.get("name") or "")


def _dict(value: object) -> dict[str, object]:
    return value if isinstance(value, dict) else {}


def _returned(name: str, response: object) -> Returned:
    error = response.get("error") if isinstance(response, dict) else None
    if isinstance(error, dict):
        error = _error_text(error) or json.dumps(error)
    return Returned(clean(name), response, clean(str(error)) if error else None)


def _error_text(raw: dict[str, object]) -> str:
    for key in ("errorMessage", "error", "message", "detail"):
        value = raw.get(key)
        if isinstance(value, dict):
            value = _error_text(value)
        if isinstance(value, str) and value:
            return value
    return ""
