"""Two runs in one project: the second waits, says so, and then finds nothing to send."""

from __future__ import annotations

import signal
from collections.abc import Callable

import httpx
from chaos.chaos_support import Bill, Ended, Project, bill, until

SLOW = {"fault": "slow_edit", "seconds": 1}


def two(project: Callable[[], Project]) -> tuple[Project, Ended, Ended]:
    """The first is at work when the second comes."""
    one = project()
    httpx.post(f"{one.service.url}/_mock/faults", json=SLOW).raise_for_status()
    first = one.apply()
    until(lambda: "editing" in first.out.read_text("utf-8"), "the way to the first edit")
    second = one.apply()
    until(lambda: "waiting" in second.out.read_text("utf-8"), "the second run's coming")
    said = second.out.read_text("utf-8")
    assert f"process {first.pid} in {one.work} is at work on session " in said
    return one, first.wait(), second.wait()


def test_the_second_run_waits_and_sends_nothing(
    project: Callable[[], Project], undisturbed: tuple[Bill, int]
):
    one, first, second = two(project)
    assert (first.code, second.code) == (0, 0), (first, second)
    assert "editing" not in second.out
    assert "3 of 3 instructions are in the draft already" in second.out
    assert bill(one) == undisturbed[0]


def test_the_second_run_goes_on_where_the_first_was_killed(
    project: Callable[[], Project], undisturbed: tuple[Bill, int]
):
    one = project()
    httpx.post(f"{one.service.url}/_mock/faults", json=SLOW).raise_for_status()
    first = one.apply()
    until(lambda: "editing" in first.out.read_text("utf-8"), "the way to the first edit")
    second = one.apply()
    until(lambda: "waiting" in second.out.read_text("utf-8"), "the second run's coming")
    first.end(signal.SIGKILL)
    assert second.wait().code in (0, 4)
    one.finish()
    assert bill(one) == undisturbed[0]
