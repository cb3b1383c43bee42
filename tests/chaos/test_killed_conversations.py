"""The same kills over the second gateway's WebSocket, with a price on every edit: done and paid once."""

from __future__ import annotations

import random
import signal
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest
from support.chaos import EDIT, INSTRUCTIONS, SESSION, Bill, Project, Service, bill


@pytest.fixture
def second(mock: Service, tmp_path: Path) -> Callable[[], Project]:
    numbers = count()
    return lambda: Project(mock, tmp_path / f"s{next(numbers)}", gateway="second")


def test_an_undisturbed_run_costs_the_same(
    second: Callable[[], Project], undisturbed: tuple[Bill, int]
):
    one = second()
    assert one.apply().wait().code == 0
    assert bill(one) == undisturbed[0]
    assert {entry["call"] for entry in one.log()} >= {"ws_message", "project_render"}
    assert "run_sse" not in {entry["call"] for entry in one.log()}
    assert bill(one).charged == SESSION + INSTRUCTIONS * EDIT


def kill_at(moment: str, number: int, one: Project, undisturbed: Bill) -> None:
    ended = one.apply(die=[moment, number]).wait()
    assert ended.code == -signal.SIGKILL, ended
    resumed = one.finish()
    assert bill(one) == undisturbed, resumed


@pytest.mark.parametrize(
    "share",
    [2, pytest.param(1, marks=pytest.mark.slow), pytest.param(3, marks=pytest.mark.slow)],
)
def test_a_kill_at_some_transitions(
    share: int, second: Callable[[], Project], undisturbed: tuple[Bill, int]
):
    found, commits = undisturbed
    kill_at(("before", "after")[share % 2], commits * share // 4, second(), found)


@pytest.mark.slow
@pytest.mark.parametrize("moment", ["before", "after"])
def test_a_kill_at_every_transition(
    moment: str, second: Callable[[], Project], undisturbed: tuple[Bill, int]
):
    found, commits = undisturbed
    for number in range(1, commits + 1):
        kill_at(moment, number, second(), found)


def kill_at_random(
    seed: int, second: Callable[[], Project], undisturbed: Bill, rounds: int
) -> None:
    luck = random.Random(seed)
    for _ in range(rounds):
        one = second()
        work = one.apply()
        time.sleep(luck.uniform(0, 0.8))
        work.end()
        resumed = one.finish() if not Path(one.work / "out.mp4").exists() else []
        assert bill(one) == undisturbed, resumed


def kill_the_service(
    seed: int, second: Callable[[], Project], undisturbed: Bill, rounds: int
) -> None:
    luck = random.Random(seed)
    for _ in range(rounds):
        one = second()
        work = one.apply()
        time.sleep(luck.uniform(0.05, 0.5))
        one.service.kill()
        one.service.start()
        ended = work.wait()
        assert "Traceback" not in ended.err, ended
        assert ended.code in (0, 1, 3, 4), ended
        resumed = one.finish() if ended.code else []
        assert bill(one) == undisturbed, resumed


def test_the_service_is_killed(second: Callable[[], Project], undisturbed: tuple[Bill, int]):
    kill_the_service(1, second, undisturbed[0], 1)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2, 4))
def test_a_kill_at_fifty_random_moments(
    seed: int, second: Callable[[], Project], undisturbed: tuple[Bill, int]
):
    kill_at_random(seed, second, undisturbed[0], 25)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2, 4))
def test_the_service_is_killed_at_fifty_random_moments(
    seed: int, second: Callable[[], Project], undisturbed: tuple[Bill, int]
):
    kill_the_service(seed, second, undisturbed[0], 25)
