"""What a conversation stream can say, in any dialect. Nothing here needs httpx.

An event is not changed once it is made. Having that enforced would triple what making one takes,
and a long stream has hundreds of thousands.
"""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass
class TextDelta:
    """Words of the agent. The `text`s of a stream, in order, are everything it said, exactly once.

    `partial` is true while the utterance goes on; the event that ends it carries it complete in
    `whole` (and in `text` only what no earlier event carried, possibly nothing).
    """

    text: str
    partial: bool = False
    whole: str = ""


@dataclass
class ToolCall:
    """The agent calls one of its tools."""

    name: str
    args: dict[str, object]


@dataclass
class ToolResult:
    """A tool has returned; `error` is what it complained about. The run goes on either way."""

    name: str
    response: object
    error: str | None = None


@dataclass
class Failed:
    """The run reports an error; `code` as given, `""` when there is none."""

    code: str
    message: str


@dataclass
class Question:
    """One question with the labels of its options; `several` of them may be chosen."""

    prompt: str
    options: list[str]
    several: bool = False


@dataclass
class Asked:
    """The agent asks instead of editing: the turn is over, and neither done nor failed. What is said next
    is the answer."""

    title: str
    questions: list[Question]

    @property
    def in_words(self) -> str:
        """All of it in one line: `Before I go on: Which one? (left / right)`."""
        asked = [
            f"{one.prompt} ({' / '.join(one.options)})" if one.options else one.prompt
            for one in self.questions
        ]
        return ": ".join(filter(None, (self.title, " ".join(asked))))


@dataclass
class Heartbeat:
    """A heartbeat, an empty `data:` or a comment: the connection lives, nothing else happened."""


@dataclass
class Empty:
    """A known event without anything to report: a thought, no parts, a model without content."""


@dataclass
class Unknown:
    """An event of no known form, as parsed JSON, or as text when it is not JSON."""

    raw: object


@dataclass
class Idle:
    """Not a byte has come for so many seconds; the stream is still open."""

    seconds: float


@dataclass
class Closed:
    """Always the last event. `clean`: the service ended the stream; otherwise `reason` says how it
    broke, and whether the instruction is still being carried out is unknown."""

    clean: bool
    reason: str = ""


ChatEvent: TypeAlias = (
    TextDelta | ToolCall | ToolResult | Failed | Asked | Heartbeat | Empty | Unknown | Idle | Closed
)
