"""One instruction: sent once, listened to within bounds, and looked for in the draft."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

import pytest
from support.clock import FakeClock

from nemo_spec.nemo.client import Nemo
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
from nemo_spec.nemo.models import State
from nemo_spec.nemo.settings import Settings
from nemo_spec.run import events
from nemo_spec.run.messages.conversation import Exchange, ask, await_change, listen
from nemo_spec.run.messages.outcome import Outcome
from nemo_spec.run.service import Service, Steps
from nemo_spec.run.timeouts import SERVICE

CUT = Closed(clean=False, reason="the connection broke")
DONE = Closed(clean=True)
TOOL = (ToolCall("edit", {}), ToolResult("edit", {}))


@dataclass
class FakeNemo:
    """Streams events, each so many seconds after the one before; `drafts` are read in turn."""

    clock: FakeClock
    stream: Sequence[tuple[float, ChatEvent]] | Iterator[tuple[float, ChatEvent]]
    drafts: list[bytes] = field(default_factory=lambda: [b"1"])
    token: str = ""
    settings = Settings()
    sent: list[str] = field(default_factory=list)
    reads: int = 0

    def chat(self, session_id: str, text: str) -> Iterator[ChatEvent]:
        self.sent.append(text)
        for pause, event in self.stream:
            self.clock.advance(pause)
            yield event

    def state(self, session_id: str) -> State:
        self.reads += 1
        return State(draft_json=self.drafts[min(self.reads, len(self.drafts)) - 1])


def instruct(
    service: Service, session_id: str, sentence: str, language: str, before: State
) -> Steps[Exchange]:
    told = yield from listen(service, session_id, sentence, language)
    return (yield from await_change(service, session_id, before, told))


def run(
    stream: Any, *drafts: bytes, how: Callable[..., Any] = instruct
) -> tuple[Exchange, list[events.Event], FakeNemo, FakeClock]:
    clock = FakeClock()
    nemo = FakeNemo(clock, stream, list(drafts) or [b"1"])
    service = Service(cast(Nemo, nemo), clock, Path(), SERVICE)
    doing = how(service, "s", "do it", "en", State(draft_json=b"1"))
    shown: list[events.Event] = []
    while True:
        try:
            shown.append(next(doing))
        except StopIteration as end:
            return end.value, shown, nemo, clock


def now(*found: ChatEvent) -> list[tuple[float, ChatEvent]]:
    return [(0.0, event) for event in found]


def test_a_change_ends_the_waiting():
    exchange, shown, nemo, clock = run(now(*TOOL, TextDelta("Done."), DONE), b"2")
    assert exchange.outcome is Outcome.DONE
    assert exchange.state.draft_json == b"2"
    assert (shown, clock.slept, nemo.sent) == ([events.ReplyReceived("Done.")], [], ["do it"])


@pytest.mark.parametrize(
    ("end", "slept", "outcome"),
    [
        (DONE, list(SERVICE.unchanged_after_end), Outcome.NOT_DONE),
        (CUT, [30, 60, 60, 60, 60], Outcome.UNKNOWN),
    ],
)
def test_an_unchanged_draft_is_read_again_after_the_documented_pauses(
    end: Closed, slept: list[float], outcome: Outcome
):
    exchange, shown, nemo, clock = run(now(*TOOL, end))
    assert (exchange.outcome, clock.slept, nemo.reads) == (outcome, slept, len(slept) + 1)
    assert nemo.sent == ["do it"], "never sent twice"
    assert [event.seconds for event in shown if isinstance(event, events.Waiting)] == slept


def test_a_change_after_a_break_is_found_on_the_way():
    exchange, _, nemo, clock = run(now(CUT), b"1", b"1", b"2")
    assert exchange.outcome is Outcome.DONE
    assert (clock.slept, nemo.sent) == ([30, 60], ["do it"])


@pytest.mark.parametrize(
    ("stream", "waits"),
    [
        (now(TextDelta("The video is 5 s long."), DONE), False),
        (now(*TOOL, TextDelta("I cut it."), DONE), True),
        (now(Empty(), DONE), True),
        (now(TextDelta("Well"), CUT), True),
    ],
)
def test_a_mere_answer_is_not_waited_on(stream: Any, waits: bool):
    _, _, _, clock = run(stream, how=ask)
    assert bool(clock.slept) == waits


def forever(event: ChatEvent, pause: float) -> Iterator[tuple[float, ChatEvent]]:
    while True:
        yield pause, event


@pytest.mark.parametrize("event", [Heartbeat(), Idle(5), Empty()])
def test_ten_minutes_of_nothing_new_are_the_end(event: ChatEvent):
    exchange, shown, _, clock = run(forever(event, 5.0))
    assert not exchange.reply.ended.clean
    assert exchange.reply.ended.reason == "nothing but heartbeats for too long"
    assert clock.monotonic() - sum(clock.slept) == pytest.approx(600, abs=10)
    notices = [event.seconds for event in shown if isinstance(event, events.StillWorking)]
    assert notices == [120, 240, 360, 480, 600]


def test_fifteen_minutes_are_the_cap_whatever_is_said():
    exchange, _, _, clock = run(forever(TextDelta("still at it"), 30.0))
    assert exchange.reply.ended.reason == "the stream took too long"
    assert clock.monotonic() - sum(clock.slept) == pytest.approx(900, abs=31)


def test_two_utterances_stay_apart_and_deltas_together():
    said = [
        TextDelta("I cut ", partial=True),
        TextDelta("it.", whole="I cut it."),
        TextDelta("Now music."),
    ]
    exchange, shown, _, _ = run(now(*said, DONE), b"2")
    assert exchange.reply.words == "I cut it.\nNow music."
    assert shown == [events.ReplyReceived("I cut it.\nNow music.")]


@pytest.mark.parametrize(
    ("response", "heard"),
    [
        (ToolResult("edit", {}), []),
        (ToolResult("edit", {}, "no"), ["I encountered a temporary issue."]),
    ],
)
def test_a_temporary_issue_counts_only_where_nothing_went_well(
    response: ToolResult, heard: list[str]
):
    issue = TextDelta("I encountered a temporary issue.")
    _, shown, _, _ = run(now(ToolCall("edit", {}), response, issue, DONE), b"2")
    assert [event.text for event in shown if isinstance(event, events.ReplyReceived)] == heard


def test_the_last_error_is_kept():
    exchange, _, _, _ = run(now(Failed("1", "one"), Failed("2001", "two"), DONE))
    assert exchange.reply.failed == Failed("2001", "two")


def test_a_stream_without_an_end_is_a_broken_one():
    exchange, _, _, _ = run(now(TextDelta("Hm")))
    assert (exchange.outcome, exchange.reply.ended.reason) == (
        Outcome.UNKNOWN,
        "the stream broke off",
    )
