"""Never twice: what the journal, the draft and the end of a stream say about a message."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import cast, get_args

import pytest
from support.clock import FakeClock

from nemo_spec.nemo.client import Nemo
from nemo_spec.nemo.errors import OutOfCredits, TokenInvalid
from nemo_spec.nemo.events import Closed, Failed
from nemo_spec.nemo.models import State
from nemo_spec.nemo.settings import Settings
from nemo_spec.run import events
from nemo_spec.run.messages.outcome import (
    STATES,
    Outcome,
    observed,
    pauses_left,
    recorded,
    refusal,
    unresolved,
)
from nemo_spec.run.messages.recovery import Asked, resolve
from nemo_spec.run.service import Service
from nemo_spec.run.session import journal as journals
from nemo_spec.run.session.journal import Journal
from nemo_spec.run.timeouts import SERVICE

NOW = datetime(2026, 1, 1, tzinfo=UTC)
CUT, CLEAN = Closed(False, "cut"), Closed(True)
OTHER, NO_CREDITS, NO_TOKEN = Failed("9", ""), Failed("2001", ""), Failed("1001", "")


@pytest.mark.parametrize(
    ("after", "ended", "failed", "outcome"),
    [
        (b"2", CLEAN, None, Outcome.DONE),
        (b"2", CUT, NO_CREDITS, Outcome.DONE),
        (b"1", CLEAN, OTHER, Outcome.NOT_DONE),
        (b"1", CUT, None, Outcome.UNKNOWN),
        (b"1", CUT, OTHER, Outcome.UNKNOWN),
        (b"1", CUT, NO_CREDITS, Outcome.NOT_DONE),
        (b"1", CUT, NO_TOKEN, Outcome.UNKNOWN),
        (None, CLEAN, None, Outcome.UNKNOWN),
        (None, CUT, None, Outcome.UNKNOWN),
    ],
)
def test_the_draft_decides_then_the_end_of_the_stream(
    after: bytes | None, ended: Closed, failed: Failed | None, outcome: Outcome
):
    assert observed(b"1", after, ended, failed) is outcome


def test_what_a_stream_refuses_was_not_begun():
    assert refusal(CUT, NO_CREDITS) is OutOfCredits
    assert (refusal(CLEAN, NO_TOKEN), refusal(CUT, NO_TOKEN)) == (TokenInvalid, None)
    assert refusal(CLEAN, OTHER) is refusal(CLEAN, Failed("x", "")) is refusal(CLEAN, None) is None


@pytest.mark.parametrize("state", get_args(journals.StepState))
def test_every_state_of_the_journal_has_an_outcome(state: journals.StepState):
    with Journal.in_memory() as journal:
        number = journal.begin(1, "s", "instruct", "x", NOW)
        journal.complete(number, state)
        (step,) = journal.steps("s")
        is_open = recorded(step) is Outcome.UNKNOWN
        assert is_open == (state in ("sent", "unknown"))
        assert (unresolved(journal, "s") is not None) == is_open


def test_what_is_noted_is_read_back():
    with Journal.in_memory() as journal:
        for outcome, state in STATES.items():
            number = journal.begin(1, outcome.value, "instruct", "x", NOW)
            journal.complete(number, state)
            assert [recorded(one) for one in journal.steps(outcome.value)] == [outcome]


def test_only_messages_are_unresolved_and_the_latest_comes_first():
    with Journal.in_memory() as journal:
        for kind in ("instruct", "repair", "upload", "render"):
            journal.begin(1, "s", kind, kind, NOW)
        found = unresolved(journal, "s")
        assert found is not None
        assert found.subject == "repair"
        assert unresolved(journal, "other") is None


@pytest.mark.parametrize(
    ("passed", "left"),
    [
        (-500, [30, 60, 60, 60, 60]),  # the clock of this machine was set back
        (0, [30, 60, 60, 60, 60]),
        (30, [30, 60, 60, 60, 60]),
        (31, [60, 60, 60, 60]),
        (91, [60, 60, 60]),
        (269, [60]),
        (271, []),
        (86_400, []),
    ],
)
def test_pauses_that_are_over_are_not_waited_for(passed: float, left: list[float]):
    assert pauses_left(SERVICE.unchanged_after_drop, passed) == left


class Never(Asked):
    """Nothing is ever found in a draft."""

    def is_in(self, draft: bytes, sent: journals.Step) -> bool:
        return False


class Unchanging:
    token = ""
    settings = Settings()

    def state(self, session: str) -> State:
        return State(draft_json=b"1")


@pytest.mark.parametrize(
    ("killed", "slept"), [(0, [30, 60, 60, 60, 60]), (100, [60] * 3), (600, [])]
)
def test_after_a_long_kill_nothing_is_waited_for_again(killed: float, slept: list[float]):
    """The run was killed right after it had sent a message, and is resumed `killed` seconds later."""
    clock = FakeClock()
    service = Service(cast(Nemo, Unchanging()), clock, Path(), SERVICE)
    with Journal.in_memory() as journal:
        journal.begin(1, "s", "instruct", "x", clock.now(), before=b"1")
        clock.advance(killed)
        step = unresolved(journal, "s")
        assert step is not None
        asked = Never(None, None, journal, "s")
        resolving = resolve(service, asked, step, State(draft_json=b"1"))
        shown: list[events.Event] = []
        while True:
            try:
                shown.append(next(resolving))
            except StopIteration as end:
                _, outcome = end.value
                break
        assert outcome is Outcome.UNKNOWN
        assert [one.seconds for one in shown if isinstance(one, events.Waiting)] == slept
        assert clock.slept == slept
        (step,) = journal.steps("s")
        assert step.state == "unknown"
