"""From the messages of `/ws/chat` to chat events. Nothing that a server sends raises here, and what it says
comes out safe to print."""

from collections.abc import Mapping

from nemo_spec.nemo.dialect import error_text, parsed, returned
from nemo_spec.nemo.events import (
    Asked,
    ChatEvent,
    Empty,
    Failed,
    Heartbeat,
    Question,
    TextDelta,
    ToolCall,
    Unknown,
)
from nemo_spec.nemo.text import clean, clean_line, mask

_SIGNS_OF_LIFE = ("pong", "status", "warming_up", "session_ready", "message_accepted")
_QUIET = ("thinking_start", "thinking_chunk", "thinking_end", "toolcall_end")
_MOST = 50
"""Questions, and options of one, that are shown."""


class FrameReader:
    """Reads one turn. It remembers what has been said, so that text is told once.

    `ended`: the turn is over – the agent is done, has failed, or has asked something.
    """

    def __init__(self) -> None:
        self.ended = False
        self._chunks: list[str] = []

    def read(self, text: str) -> list[ChatEvent]:
        """At least one event for every message."""
        message = object_of(text)
        return [Unknown(mask(text))] if message is None else self._events(message) or [Empty()]

    def _events(self, message: Mapping[str, object]) -> list[ChatEvent]:
        match str(message.get("type")):
            case kind if kind in _SIGNS_OF_LIFE:
                return [Heartbeat()]
            case kind if kind in _QUIET:
                return [Empty()]
            case "chunk":
                return self._chunk(_words(message))
            case "text":
                return self._whole(_words(message))
            case "tool_start" | "toolcall_start":
                return [*self._finish(), ToolCall(clean(_tool(message)), _args(message))]
            case "tool_end":
                return [returned(_tool(message), message.get("result"))]
            case "ask_question":
                return self._asked(message)
            case "done":
                self.ended = True
                return self._finish()
            case "error":
                self.ended = True
                return [*self._finish(), failure(message)]
        return [Unknown(dict(message))]

    def _chunk(self, words: str) -> list[ChatEvent]:
        self._chunks.append(words)
        return [TextDelta(clean(words), partial=True)] if words else []

    def _whole(self, words: str) -> list[ChatEvent]:
        told = "".join(self._chunks)
        if not words.startswith(told):
            return [*self._finish(), TextDelta(clean(words), whole=clean(words))]
        self._chunks.clear()
        return [TextDelta(clean(words.removeprefix(told)), whole=clean(words))] if words else []

    def _finish(self) -> list[ChatEvent]:
        """The end of an utterance that came in chunks only."""
        told = "".join(self._chunks)
        self._chunks.clear()
        return [TextDelta("", whole=clean(told))] if told else []

    def _asked(self, message: Mapping[str, object]) -> list[ChatEvent]:
        asked = question_in(message)
        if asked is None:
            return [Unknown(dict(message))]
        self.ended = True
        return [*self._finish(), asked]


def object_of(text: str) -> dict[str, object] | None:
    """The JSON object of a message, without tokens; None where it is none."""
    try:
        found = parsed(text.encode("utf-8", "replace"))
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def failure(message: Mapping[str, object]) -> Failed:
    """The error that a message tells; a code beside it is not documented, but understood."""
    code = message.get("code")
    return Failed(str(code) if isinstance(code, int) else "", clean(error_text(message)))


def question_in(message: Mapping[str, object]) -> Asked | None:
    """What is asked; None where nothing can be answered."""
    listed = message.get("questions")
    items = [one for one in listed if isinstance(one, Mapping)] if isinstance(listed, list) else []
    questions = [_question(one) for one in items[:_MOST] if isinstance(one.get("prompt"), str)]
    title = message.get("title")
    return (
        Asked(clean_line(title) if isinstance(title, str) else "", questions) if questions else None
    )


def _question(item: Mapping[str, object]) -> Question:
    listed = item.get("options")
    options = (
        [one for one in listed if isinstance(one, Mapping)] if isinstance(listed, list) else []
    )
    labels = [clean_line(str(one.get("label") or one.get("id") or "")) for one in options[:_MOST]]
    several = item.get("allow_multiple") is True
    return Question(clean_line(str(item["prompt"])), list(filter(None, labels)), several)


def _words(message: Mapping[str, object]) -> str:
    words = message.get("text") or message.get("content")
    return words if isinstance(words, str) else ""


def _tool(message: Mapping[str, object]) -> str:
    return str(message.get("tool") or message.get("tool_name") or message.get("name") or "")


def _args(message: Mapping[str, object]) -> dict[str, object]:
    args = message.get("args")
    return args if isinstance(args, dict) else {}
