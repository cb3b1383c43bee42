"""Copies of one project at work at once, and killed: their session is paid once."""

from __future__ import annotations

import random
import signal
import time
from collections.abc import Callable

import httpx
import pytest
from support.chaos import Bill, Copy, Fork, Project, bill
from support.waiting import until

BOUND = 6
"""So many commits are made before the session is bound to its recipe."""
SLOW = {"fault": "slow_edit", "seconds": 1}


def killed_at(one: Project, number: int) -> None:
    ended = one.apply(die=["after", number]).wait()
    assert ended.code == -signal.SIGKILL, ended


def two_copies(project: Callable[[], Project], number: int) -> tuple[Project, Copy]:
    """A run is killed after so many commits, and its project is copied."""
    one = project()
    killed_at(one, number)
    return one, Copy(one, one.folder.with_name(f"{one.folder.name}-copy"))


def hold(copies: tuple[Project, ...], undisturbed: Bill) -> None:
    """Everything was done and paid once, whoever did it, and nothing is left to be done."""
    ended = [one.finish() for one in copies]
    before = [bill(one) for one in copies]
    assert before == [undisturbed] * len(copies), ended
    for one in copies:
        again = one.apply().wait()
        assert again.code == 0, again
    assert [bill(one) for one in copies] == before


def test_two_copies_at_once(project: Callable[[], Project], undisturbed: tuple[Bill, int]):
    one, copy = two_copies(project, BOUND)
    httpx.post(f"{one.service.url}/_mock/faults", json=SLOW).raise_for_status()
    first = one.apply()
    until(lambda: "editing" in first.out.read_text("utf-8"), "the way to the first edit")
    second = copy.apply()
    until(lambda: "waiting" in second.out.read_text("utf-8"), "the second run's coming")
    said = second.out.read_text("utf-8")
    (session,) = one.sessions()
    assert f"process {first.pid} in {one.work} is working on session {session}" in said
    assert (first.wait().code, second.wait().code) == (0, 0), (first.ended, second.ended)
    assert second.ended
    assert "editing" not in second.ended.out
    hold((one, copy), undisturbed[0])


def test_a_copy_goes_on_where_the_other_was_killed(
    project: Callable[[], Project], undisturbed: tuple[Bill, int]
):
    one, copy = two_copies(project, BOUND)
    httpx.post(f"{one.service.url}/_mock/faults", json=SLOW).raise_for_status()
    first = one.apply()
    until(lambda: "editing" in first.out.read_text("utf-8"), "the way to the first edit")
    second = copy.apply()
    until(lambda: "waiting" in second.out.read_text("utf-8"), "the second run's coming")
    first.end(signal.SIGKILL)
    assert second.wait().code in (0, 4), second.ended
    hold((copy, one), undisturbed[0])


@pytest.mark.parametrize("first", [1, *(pytest.param(n, marks=pytest.mark.slow) for n in (4, 7))])
def test_a_copy_after_a_kill_at_every_third_transition(
    first: int, project: Callable[[], Project], undisturbed: tuple[Bill, int]
):
    """The copy has a journal that ends where the session was bound, the other one is killed later."""
    found, commits = undisturbed
    for number in range(first, commits - BOUND, 9):
        one, copy = two_copies(project, BOUND)
        one.apply(die=["after", number]).wait()
        hold((copy, one), found)


def kill_copies_at_random(
    seed: int, project: Callable[[], Project], undisturbed: Bill, commits: int, rounds: int
) -> None:
    """Both are at work at once, and killed and begun again, each at moments of its own."""
    luck = random.Random(seed)
    for _ in range(rounds):
        copies = two_copies(project, luck.randint(BOUND, commits - 2))
        work = [one.apply() for one in copies]
        for _ in range(luck.randint(1, 4)):
            time.sleep(luck.uniform(0, 0.5))
            which = luck.randrange(2)
            work[which].end()
            work[which] = begin_again(copies[which], luck)
        for one in work:
            one.end() if luck.random() < 0.5 else one.wait()
        hold(copies, undisturbed)


def begin_again(one: Project, luck: random.Random) -> Fork:
    if luck.random() < 0.4:
        return one.apply()
    return one.begin("resume", *["--retry"] * (luck.random() < 0.3))


def test_copies_that_are_killed_at_random_moments(
    project: Callable[[], Project], undisturbed: tuple[Bill, int]
):
    kill_copies_at_random(1, project, *undisturbed, rounds=2)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2, 6))
def test_copies_that_are_killed_a_hundred_times(
    seed: int, project: Callable[[], Project], undisturbed: tuple[Bill, int]
):
    kill_copies_at_random(seed, project, *undisturbed, rounds=25)
