"""`apply` is killed, at any moment: once it is resumed, everything was done and paid once."""

from __future__ import annotations

import random
import signal
import time
from collections.abc import Callable, Mapping

import httpx
import pytest
from support.chaos import EDIT, INSTRUCTIONS, SESSION, Bill, Ended, Project, bill


def test_an_undisturbed_run_is_what_is_compared_with(undisturbed: tuple[Bill, int]):
    found, commits = undisturbed
    assert sorted(found.applied.values()) == [1] * INSTRUCTIONS
    assert found.charged == SESSION + INSTRUCTIONS * EDIT
    assert found.renders == 1
    assert commits > 3 * INSTRUCTIONS


def hold(project: Project, undisturbed: Bill) -> list[Ended]:
    """Once it is resumed, what came of it is what comes of an undisturbed run."""
    ended = project.finish()
    assert bill(project) == undisturbed, ended
    return ended


def hold_again(project: Project) -> None:
    """Nothing is left to be done."""
    before = sent(project)
    ended = project.apply().wait()
    assert ended.code == 0, ended
    assert sent(project) == before


def sent(project: Project) -> int:
    return sum(one["call"] in ("run_sse", "render", "upload") for one in project.log())


def kill_at(moment: str, number: int, project: Callable[[], Project], undisturbed: Bill) -> Project:
    killed = project()
    ended = killed.apply(die=[moment, number]).wait()
    assert ended.code == -signal.SIGKILL, ended
    hold(killed, undisturbed)
    return killed


SHARES = 4
"""So many tests share the transitions of a run, so that they can be run at once."""


@pytest.mark.parametrize(
    "first",
    [1, *(pytest.param(n, marks=pytest.mark.slow) for n in range(2, SHARES + 1))],
)
def test_a_kill_at_every_transition(
    first: int, project: Callable[[], Project], undisturbed: tuple[Bill, int]
):
    found, commits = undisturbed
    for number in range(first, commits + 1, SHARES):
        moment = ("before", "after")[(number + number // SHARES) % 2]
        killed = kill_at(moment, number, project, found)
        if number % 5 == 0:
            hold_again(killed)


@pytest.mark.slow
@pytest.mark.parametrize("moment", ["before", "after"])
def test_a_kill_on_each_side_of_every_transition(
    moment: str, project: Callable[[], Project], undisturbed: tuple[Bill, int]
):
    found, commits = undisturbed
    for number in range(1, commits + 1):
        hold_again(kill_at(moment, number, project, found))


DISTURBED = (
    {"fault": "altered", "skip": 1},
    {"fault": "applied_twice", "skip": 1},
    {"fault": "second_stage", "kind": "title", "skip": 1},
    {"fault": "lands_late", "reads": 2, "skip": 1},
)


def disturbed(project: Callable[[], Project], fault: Mapping[str, object]) -> Project:
    one = project()
    httpx.delete(f"{one.service.url}/_mock/faults").raise_for_status()
    httpx.post(f"{one.service.url}/_mock/faults", json=fault).raise_for_status()
    return one


@pytest.mark.slow
@pytest.mark.parametrize("fault", DISTURBED, ids=lambda fault: fault["fault"])
@pytest.mark.parametrize("moment", ["before", "after"])
def test_a_kill_at_every_transition_of_a_run_that_puts_something_right(
    moment: str, fault: Mapping[str, object], project: Callable[[], Project]
):
    left_alone = disturbed(project, fault)
    commits = left_alone.folder / "commits"
    ended = left_alone.apply(commits=str(commits)).wait()
    assert ended.code == 0, ended
    found = bill(left_alone)
    for number in range(1, len(commits.read_text().splitlines()) + 1):
        killed = disturbed(project, fault)
        assert killed.apply(die=[moment, number]).wait().code == -signal.SIGKILL
        hold(killed, found)


def kill_at_random(
    seed: int, project: Callable[[], Project], undisturbed: Bill, kills: int
) -> None:
    """Kill runs, and the runs that go on with them, until so many were at work when it came."""
    luck, killed = random.Random(seed), 0
    for _ in range(4 * kills):
        if killed >= kills:
            break
        one = project()
        work = one.apply()
        for _ in range(luck.randint(1, 3)):
            time.sleep(luck.uniform(0, 0.6))
            killed += work.end().code == -signal.SIGKILL
            work = one.begin("resume", "--retry") if luck.random() < 0.3 else one.begin("resume")
        work.end()
        hold(one, undisturbed)
    assert killed >= kills


def test_a_kill_at_random_moments(project: Callable[[], Project], undisturbed: tuple[Bill, int]):
    kill_at_random(1, project, undisturbed[0], 3)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2, 6))
def test_a_kill_at_a_hundred_random_moments(
    seed: int, project: Callable[[], Project], undisturbed: tuple[Bill, int]
):
    kill_at_random(seed, project, undisturbed[0], 25)


def kill_the_mock_at_random(
    seed: int, project: Callable[[], Project], undisturbed: Bill, rounds: int
) -> None:
    """The service goes down while a run is at work, and comes back at once or after a while."""
    luck = random.Random(seed)
    for _ in range(rounds):
        one = project()
        work = one.apply()
        for _ in range(luck.randint(1, 2)):
            time.sleep(luck.uniform(0.05, 0.5))
            one.service.kill()
            time.sleep(luck.choice((0, 0, 0.3)))
            one.service.start()
        ended = work.wait()
        assert "Traceback" not in ended.err, ended
        assert ended.code in (0, 1, 3, 4), ended
        hold(one, undisturbed)


def test_the_service_is_killed_at_random_moments(
    project: Callable[[], Project], undisturbed: tuple[Bill, int]
):
    kill_the_mock_at_random(1, project, undisturbed[0], 3)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2, 6))
def test_the_service_is_killed_at_a_hundred_random_moments(
    seed: int, project: Callable[[], Project], undisturbed: tuple[Bill, int]
):
    kill_the_mock_at_random(seed, project, undisturbed[0], 25)
