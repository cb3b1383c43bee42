"""Ctrl-C, a polite kill, a closed terminal: the run says that it can be resumed, and it can."""

from __future__ import annotations

import signal
from collections.abc import Callable

import pytest
from support.chaos import Bill, Project, bill

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
BEGUN = 4
"""From here on the run is at work: its session is bound."""


def interrupt(
    by: signal.Signals, moment: str, number: int, project: Callable[[], Project], undisturbed: Bill
) -> None:
    one = project()
    ended = one.apply(die=[moment, number], by=by).wait()
    assert ended.code == 130, ended
    assert "Traceback" not in ended.err, ended
    assert "continue with `nemo-spec resume 1" in ended.err, ended
    assert " interrupted " in one.run("runs").out
    assert [each.code for each in one.finish()][-1] == 0
    assert bill(one) == undisturbed


def test_each_signal_leaves_a_run_that_can_be_resumed(
    project: Callable[[], Project], undisturbed: tuple[Bill, int]
):
    found, commits = undisturbed
    for number, by in zip((BEGUN, commits // 2, commits - 2), SIGNALS, strict=True):
        interrupt(by, "after", number, project, found)


@pytest.mark.slow
@pytest.mark.parametrize("by", SIGNALS)
@pytest.mark.parametrize("moment", ["before", "after"])
def test_a_signal_at_every_transition(
    by: signal.Signals,
    moment: str,
    project: Callable[[], Project],
    undisturbed: tuple[Bill, int],
):
    found, commits = undisturbed
    for number in range(BEGUN, commits):
        interrupt(by, moment, number, project, found)


def test_a_run_that_shall_outlive_its_terminal_does(
    project: Callable[[], Project], undisturbed: tuple[Bill, int]
):
    one = project()
    ended = one.apply(die=["after", BEGUN], by=signal.SIGHUP, ignored=["SIGHUP"]).wait()
    assert ended.code == 0, ended
    assert bill(one) == undisturbed[0]
