"""Two machines work on one batch with one journal, and both are killed, their server too, and the service:
every clip is edited, paid and rendered once."""

from __future__ import annotations

import random
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from support.chaos import OtherMachine, Project, Service
from support.killed_batches import ARGUMENTS, finish, hold, studio
from support.postgres import Postgres

pytestmark = pytest.mark.postgres


@pytest.fixture
def machines(
    mock: Service, postgres: Postgres, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[int], tuple[Project, Project]]:
    """Two machines with the same clips."""

    def made(clips: int) -> tuple[Project, Project]:
        one = Project(mock, tmp_path / "one", journal=postgres.url, name=str(tmp_path))
        monkeypatch.setenv("NEMO_JOURNAL", postgres.url)
        monkeypatch.setenv("NEMO_PROJECT", one.name)
        studio(one, renders=True, clips=clips)
        return one, OtherMachine(one, tmp_path / "two")

    return made


def test_two_machines_at_once_pay_once(machines: Callable[[int], tuple[Project, Project]]):
    one, two = machines(4)
    running = [machine.begin(*ARGUMENTS) for machine in (one, two)]
    ended = [machine.wait() for machine in running]
    assert [machine.code for machine in ended] == [0, 0], ended
    for machine in (one, two):
        hold(machine, ended, renders=True, clips=4)


@pytest.mark.parametrize(
    ("clips", "seed"), [(6, 0), *(pytest.param(40, n, marks=pytest.mark.slow) for n in range(20))]
)
def test_machines_killed_at_random_with_service_and_journal(
    clips: int,
    seed: int,
    machines: Callable[[int], tuple[Project, Project]],
    postgres: Postgres,
):
    chance, both = random.Random(seed), machines(clips)
    for _ in range(6):
        running = [machine.begin(*ARGUMENTS) for machine in both]
        time.sleep(chance.uniform(0.5, 4))
        if chance.random() < 0.4:
            postgres.kill()
            time.sleep(chance.uniform(0, 0.5))
            postgres.start()
        if chance.random() < 0.4:
            both[0].service.kill()
            both[0].service.start()
            time.sleep(chance.uniform(0, 0.5))
        for one in running:
            one.end(signal.SIGKILL)
    for machine in both:
        hold(machine, finish(machine), renders=True, clips=clips)
