"""One instruction: sent once, listened to, and then looked for in the draft.

The reply is talk and the draft is truth. Nothing is sent a second time while nobody knows what became
of the first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from nemo_spec.nemo.errors import NemoError, SessionNotFound, StrayRefusal, TokenInvalid
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
)
from nemo_spec.nemo.reply_text import readable
from nemo_spec.nemo.text import mask
from nemo_spec.run import events
from nemo_spec.run.clock import Clock
from nemo_spec.run.service import Service, Steps
from nemo_spec.run.timeouts import Timeouts

if TYPE_CHECKING:
    from nemo_spec.nemo import State


@dataclass(frozen=True, slots=True)
class Reply:
    """What a stream said, as it came, and how it ended. `worked`: the agent has used a tool, and
    `went_well`: without an error; `failed` is the last error that it reported."""

    words: str
    worked: bool
    went_well: bool
    failed: Failed | None
    ended: Closed


@dataclass(frozen=True, slots=True)
class Outcome:
    """The state after an instruction. Not `known`: it may still be carried out, or never will."""

    state: State
    known: bool
    told: Reply


def watch(service: Service, session_id: str, before: State, told: Reply) -> Steps[Outcome]:
    """What became of an instruction for an edit: the draft is read until it has changed.

    An unchanged draft is final only when the stream came to its proper end.
    """
    return (yield from _settle(service, session_id, before, told, _pauses(service.waits, told)))


def ask(
    service: Service, session_id: str, message: str, language: str, before: State
) -> Steps[Outcome]:
    """Send what may be no more than a question: an answer for which the agent used no tool is not
    waited on for a change."""
    told = yield from listen(service, session_id, message, language)
    answered = told.ended.clean and told.words.strip() and not told.worked
    pauses = () if answered else _pauses(service.waits, told)
    return (yield from _settle(service, session_id, before, told, pauses))


def listen(service: Service, session_id: str, sentence: str, language: str) -> Steps[Reply]:
    """The conversation of one instruction; what was said is reported once it is complete.

    Raises NemoError when the instruction was certainly not taken on.
    """
    listening = _Listening(service.clock, service.waits)
    for event in _stream(service, session_id, sentence):
        listening.hear(event)
        if listening.notice_is_due():
            yield events.StillWorking(listening.seconds)
        if listening.has_lost_patience():
            break
    told = listening.told
    if said := readable(told.words, language, after_good=told.went_well).strip():
        yield events.ReplyReceived(mask(said))  # a token may have come in two pieces
    return told


def _stream(service: Service, session_id: str, sentence: str) -> Iterator[ChatEvent]:
    """The events. What fails before the first one was not taken on and is mended as any other call;
    what was refused without a reason may have been taken on."""

    def begin() -> tuple[ChatEvent, Iterator[ChatEvent]]:
        stream = service.nemo.chat(session_id, sentence)
        return next(stream), stream

    try:
        first, rest = service.call(begin, once=True)
    except StrayRefusal as error:
        yield Closed(clean=False, reason=error.message)
        return
    yield first
    yield from rest


def _pauses(waits: Timeouts, told: Reply) -> Sequence[float]:
    return waits.unchanged_after_end if told.ended.clean else waits.unchanged_after_drop


def _settle(
    service: Service, session_id: str, before: State, told: Reply, pauses: Sequence[float]
) -> Steps[Outcome]:
    state = _read(service, session_id)
    for pause in pauses or (() if state else service.waits.unchanged_after_end):
        if state is not None and state.draft_json != before.draft_json:
            break
        reason = "the draft is unchanged" if state else "the draft could not be read"
        yield events.Waiting(pause, reason)
        service.clock.sleep(pause)
        state = _read(service, session_id)
    if state is None:
        ended = Closed(clean=False, reason="the draft could not be read afterwards")
        return Outcome(before, known=False, told=replace(told, ended=ended))
    return Outcome(state, told.ended.clean or state.draft_json != before.draft_json, told)


def _read(service: Service, session_id: str) -> State | None:
    """The state. None when it cannot be read just now: the instruction is under way, and nothing is
    gained by giving up. Raises NemoError where reading again cannot help."""
    try:
        return service.call(lambda: service.nemo.state(session_id))
    except (SessionNotFound, TokenInvalid):
        raise
    except NemoError:
        return None


_NO_NEWS = (Idle, Heartbeat, Empty)
_SENTENCE_ENDS = tuple(".!?。！？")
_LONGEST_REPLY = 100_000
"""Characters that are kept of a reply; nobody reads more."""


@dataclass(slots=True)
class _Listening:
    """A stream on its way, and how long there was no news in it."""

    clock: Clock
    waits: Timeouts
    words: list[str] = field(default_factory=list)
    length: int = 0
    worked: bool = False
    went_well: bool = False
    failed: Failed | None = None
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
    def told(self) -> Reply:
        return Reply("".join(self.words), self.worked, self.went_well, self.failed, self.ended)

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

    def _add(self, text: str) -> None:
        if not text or self.length > _LONGEST_REPLY:
            return
        # Two utterances in a row come without anything between them.
        if text[0].isalpha() and self.words and self.words[-1].endswith(_SENTENCE_ENDS):
            self.words.append("\n")
        self.words.append(text[:_LONGEST_REPLY])
        self.length += len(text)

    def notice_is_due(self) -> bool:
        """True once every two minutes (documented)."""
        now = self.clock.monotonic()
        if now - self.last_notice < self.waits.still_working:
            return False
        self.last_notice = now
        return True

    def has_lost_patience(self) -> bool:
        """Ten minutes of nothing but heartbeats, or fifteen in all, are the end (documented)."""
        now = self.clock.monotonic()
        if now - self.last_news > self.waits.only_heartbeats:
            self.ended = Closed(False, "nothing but heartbeats for too long")
        elif now - self.began > self.waits.stream_cap:
            self.ended = Closed(False, "the stream took too long")
        else:
            return False
        return True
