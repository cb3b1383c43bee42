"""A Dask cluster works on a batch; its workers and scheduler are killed, the command, the service and the
server of the journal: every clip is edited, paid and rendered once."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from support.chaos import Project, Service
from support.dask_cluster import DaskCluster
from support.killed_batches import finish, hold, studio
from support.postgres import Postgres

WORKERS = 4
Cluster = tuple[Project, DaskCluster]


@pytest.fixture
def clusters(
    mock: Service, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[int, str], Cluster]]:
    """A project with so many clips and its cluster, with the journal at an address, or in a file."""
    with ExitStack() as stack:

        def made(clips: int, journal: str) -> Cluster:
            name = str(tmp_path) if journal else ""
            monkeypatch.setenv("NEMO_JOURNAL", journal)
            monkeypatch.setenv("NEMO_PROJECT", name)
            one = studio(
                Project(mock, tmp_path / "one", journal=journal, name=name),
                renders=True,
                clips=clips,
            )
            there = DaskCluster([one], WORKERS)
            stack.callback(there.stop)
            return one, there

        yield made


def kill_at_random(
    cluster: Cluster, chance: random.Random, postgres: Postgres | None, arguments: tuple[str, ...]
) -> None:
    """Begin the batch six times, and kill what takes part in it."""
    one, there = cluster
    for _ in range(6):
        there.start()
        running = one.begin(*arguments)
        time.sleep(chance.uniform(1, 5))
        if chance.random() < 0.6:
            there.kill_worker(chance)
        if postgres and chance.random() < 0.4:
            postgres.kill()
            time.sleep(chance.uniform(0, 0.5))
            postgres.start()
        if chance.random() < 0.4:
            one.service.kill()
            one.service.start()
        if chance.random() < 0.3:
            there.kill_scheduler()
        time.sleep(chance.uniform(0, 2))
        running.end()


def arguments_for(there: DaskCluster) -> tuple[str, ...]:
    return ("batch", "work.edit", "clips/*.mp4", "--dask", there.address)


SEEDS = [(6, 0), *((40, seed) for seed in range(20))]


@pytest.mark.slow
@pytest.mark.parametrize(("clips", "seed"), SEEDS)
def test_with_a_journal_in_a_file(clips: int, seed: int, clusters: Callable[[int, str], Cluster]):
    hold_after_chaos(clusters(clips, ""), clips, seed, None)


@pytest.mark.slow
@pytest.mark.postgres
@pytest.mark.parametrize(("clips", "seed"), SEEDS)
def test_with_a_journal_that_machines_share(
    clips: int, seed: int, clusters: Callable[[int, str], Cluster], postgres: Postgres
):
    hold_after_chaos(clusters(clips, postgres.url), clips, seed, postgres)


def hold_after_chaos(cluster: Cluster, clips: int, seed: int, postgres: Postgres | None) -> None:
    one, there = cluster
    arguments = arguments_for(there)
    kill_at_random(cluster, random.Random(seed), postgres, arguments)
    hold(one, finish(one, arguments, there.start), renders=True, clips=clips)
