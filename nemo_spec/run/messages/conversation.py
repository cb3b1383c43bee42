"""Send one instruction once, listen to the reply, and watch the draft."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from nemo_spec.nemo.errors import NemoError, NotReady, SessionNotFound, StrayRefusal, TokenInvalid
from nemo_spec.nemo.events import (
    Asked,
    ChatEvent,
    Closed,
    Empty,
    Failed,
    Heartbeat,
    Idle,
    TextDelta,
    ToolCall,
    ToolResult,
)
from nemo_spec.nemo.text import mask
from nemo_spec.run import events
from nemo_spec.run.clock import Clock
from nemo_spec.run.messages.outcome import Outcome, observed, pauses_after, watch
from nemo_spec.run.service import Service, Steps
from nemo_spec.run.timeouts import Timeouts

if TYPE_CHECKING:
    from nemo_spec.nemo.models import State

T = TypeVar("T")


class Reply(NamedTuple):
    """What a stream said, as it came, and how it ended.

    `worked`: the agent used a tool; `went_well`: the last use gave no error; `failed` is the last
    error that the run reported; `asked` is what the agent asked instead of going on.
    """

    words: str
    worked: bool
    went_well: bool
    failed: Failed | None
    ended: Closed
    asked: Asked | None = None


class Exchange(NamedTuple):
    """An instruction, answered: the state after it, what became of it, and the reply."""

    state: State
    outcome: Outcome
    reply: Reply


def await_change(service: Service, session_id: str, before: State, reply: Reply) -> Steps[Exchange]:
    """Read the draft after an instruction for an edit until it has changed, as long as is documented.

    Raises SessionNotFound or TokenInvalid where reading again cannot help.
    """
    pauses = () if reply.asked else pauses_after(service.timeouts, reply.ended)
    return (yield from _conclude(service, session_id, before, reply, pauses))


def ask(
    service: Service, session_id: str, message: str, language: str, before: State
) -> Steps[Exchange]:
    """Send what may be only a question: where the agent answers without a tool, no change is waited
    for. Raises NemoError as `listen` and `await_change` do."""
    reply = yield from listen(service, session_id, message, language)
    said = reply.asked or (reply.words.strip() and not reply.worked)
    answered = reply.ended.clean and said
    pauses = () if answered else pauses_after(service.timeouts, reply.ended)
    return (yield from _conclude(service, session_id, before, reply, pauses))


def listen(service: Service, session_id: str, text: str, language: str) -> Steps[Reply]:
    """Send an instruction once and listen to the end; what was said is reported once it is complete.

    Raises NemoError when the instruction was certainly not taken on.
    """
    listener = _Listener(service.clock, service.timeouts)
    for event in _stream(service, session_id, text):
        listener.hear(event)
        if listener.notice_is_due():
            yield events.StillWorking(listener.seconds)
        if listener.timed_out():
            break
    reply = listener.reply
    from nemo_spec.nemo.reply_text import readable  # its patterns take long to compile

    if said := readable(reply.words, language, after_good=reply.went_well).strip():
        yield events.ReplyReceived(mask(said))  # a token may have come in two pieces
    return reply


def _stream(service: Service, session_id: str, text: str) -> Iterator[ChatEvent]:
    """The events. A failure before the first one is recovered from as in any other call, since
    nothing was taken on; a refusal without a reason proves nothing."""

    def begin() -> tuple[ChatEvent, Iterator[ChatEvent]]:
        stream = service.nemo.chat(session_id, text)
        return next(stream), stream

    try:
        first, rest = _once_ready(service, begin)
    except StrayRefusal as error:
        yield Closed(clean=False, reason=error.message)
        return
    yield first
    yield from rest


def _once_ready(service: Service, begin: Callable[[], T]) -> T:
    """Begin as soon as the service is ready: until then nothing is sent. Raises NemoError."""
    for pause in service.timeouts.not_ready:
        try:
            return service.call(begin, once=True)
        except NotReady:
            service.clock.sleep(pause)
    return service.call(begin, once=True)


def _conclude(
    service: Service, session_id: str, before: State, reply: Reply, pauses: Sequence[float]
) -> Steps[Exchange]:
    def read() -> State | None:
        return _read(service, session_id)

    def decide(state: State | None) -> Outcome:
        after = None if state is None else state.draft_json
        return observed(before.draft_json, after, reply.ended, reply.failed)

    first = read()
    pauses = pauses or (() if first else service.timeouts.unchanged_after_end)
    state, outcome = yield from watch(service, first, read, decide, pauses)
    if state is None:
        ended = Closed(clean=False, reason="the draft could not be read afterwards")
        return Exchange(before, outcome, reply._replace(ended=ended))
    return Exchange(state, outcome, reply)


def _read(service: Service, session_id: str) -> State | None:
    """The state, or None when it cannot be read just now: the instruction is under way, and giving up
    gains nothing. Raises NemoError where reading again cannot help."""
    try:
        return service.call(lambda: service.nemo.state(session_id))
    except (SessionNotFound, TokenInvalid):
        raise
    except NemoError:
        return None


_NO_NEWS = (Idle, Heartbeat, Empty)
_SENTENCE_ENDS = tuple(".!?。！？")
_LONGEST_REPLY = 100_000
"""Characters of a reply that are kept; nobody reads more."""


@dataclass(slots=True)
class _Listener:
    """Collects what a stream says, and knows how long it has said nothing new.

    A reply comes a few letters at a time: kept one by one they would take ten times their memory.
    """

    clock: Clock
    timeouts: Timeouts
    words: bytearray = field(default_factory=bytearray)
    length: int = 0
    sentence_ended: bool = False
    worked: bool = False
    went_well: bool = False
    failed: Failed | None = None
    asked: Asked | None = None
    ended: Closed = field(default_factory=lambda: Closed(False, "the stream broke off"))
    began: float = 0
    last_news: float = 0
    last_notice: float = 0

    def __post_init__(self) -> None:
        self.began = self.last_news = self.last_notice = self.clock.monotonic()

    @property
    def seconds(self) -> float:
        return self.clock.monotonic() - self.began

    @property
    def reply(self) -> Reply:
        return Reply(
            self.words.decode(), self.worked, self.went_well, self.failed, self.ended, self.asked
        )

    def hear(self, event: ChatEvent) -> None:
        if not isinstance(event, _NO_NEWS):
            self.last_news = self.clock.monotonic()
        match event:
            case Closed():
                self.ended = event
            case TextDelta():
                self._add(event.text)
            case ToolCall():
                self.worked = True
            case ToolResult():
                self.went_well = event.error is None
            case Failed():
                self.failed = event
            case Asked():
                self.asked = event

    def _add(self, text: str) -> None:
        if not text or self.length > _LONGEST_REPLY:
            return
        # Two utterances in a row come without anything between them.
        if text[0].isalpha() and self.sentence_ended:
            self.words += b"\n"
        self.sentence_ended = text.endswith(_SENTENCE_ENDS)
        self.words += text[:_LONGEST_REPLY].encode(errors="replace")
        self.length += len(text)

    def notice_is_due(self) -> bool:
        """True once every two minutes (documented)."""
        now = self.clock.monotonic()
        if now - self.last_notice < self.timeouts.still_working:
            return False
        self.last_notice = now
        return True

    def timed_out(self) -> bool:
        """Whether to stop after ten minutes of nothing but heartbeats, or fifteen in all
        (documented)."""
        now = self.clock.monotonic()
        if now - self.last_news > self.timeouts.only_heartbeats:
            self.ended = Closed(False, "nothing but heartbeats for too long")
        elif now - self.began > self.timeouts.stream_cap:
            self.ended = Closed(False, "the stream took too long")
        else:
            return False
        return True
