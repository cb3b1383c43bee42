"""Two runs in one project: the second waits, says so, and then finds nothing to send."""

from __future__ import annotations

import signal
from collections.abc import Callable

import httpx
from support.chaos import Bill, Ended, Project, bill
from support.waiting import until

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
    assert f"process {first.pid} in {one.work} is working on session " in said
    return one, first.wait(), second.wait()


def test_the_second_run_waits_and_sends_nothing(
    project: Callable[[], Project], undisturbed: tuple[Bill, int]
):
    one, first, second = two(project)
    assert (first.code, second.code) == (0, 0), (first, second)
    assert "editing" not in second.out
    assert "3 of 3 instructions are already in the draft" in second.out
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


def test_a_run_that_is_interrupted_while_it_waits_has_sent_nothing(project: Callable[[], Project]):
    one = project()
    httpx.post(f"{one.service.url}/_mock/faults", json=SLOW).raise_for_status()
    first = one.apply()
    until(lambda: "editing" in first.out.read_text("utf-8"), "the way to the first edit")
    second = one.apply()
    until(lambda: "waiting" in second.out.read_text("utf-8"), "the second run's coming")
    ended = second.end(signal.SIGINT)
    assert ended.code == 130, ended
    assert "interrupted: no instruction was sent" in ended.err
    assert first.wait().code == 0


def test_other_clips_of_the_same_project_do_not_wait(project: Callable[[], Project]):
    one = project()
    other = (one.work / "a.mp4").read_bytes() + b"\0"
    (one.work / "b.mp4").write_bytes(other)
    httpx.post(f"{one.service.url}/_mock/faults", json=SLOW | {"times": -1}).raise_for_status()
    both = [
        one.begin("apply", "work.edit", clip, "-o", f"{clip}.out.mp4")
        for clip in ("a.mp4", "b.mp4")
    ]
    for each in both:
        until(
            lambda each=each: "editing" in each.out.read_text("utf-8"), "the way to the first edit"
        )
    assert [each.look() for each in both] == [None, None]
    listed = one.run("runs").out.splitlines()
    assert ["at work" in line for line in listed] == [True, True]
    refused = one.run("cancel")
    assert refused.code == 2
    assert "is working on this run: stop it with Ctrl-C first" in refused.err
    httpx.delete(f"{one.service.url}/_mock/faults").raise_for_status()
    ended = [each.wait() for each in both]
    assert [each.code for each in ended] == [0, 0], ended
    assert not any("waiting" in each.out for each in ended)
    assert len(one.sessions()) == 2
    assert "at work" not in one.run("runs").out


def test_two_first_runs_at_once_begin_one_session(
    project: Callable[[], Project], undisturbed: tuple[Bill, int]
):
    one = project()
    ended = [run.wait() for run in [one.apply(), one.apply(), one.apply()]]
    assert [each.code for each in ended] == [0, 0, 0], ended
    assert len(one.sessions()) == 1
    assert bill(one) == undisturbed[0]
