"""A Dask cluster on this machine: a scheduler and workers, each a process that can be killed."""

from __future__ import annotations

import random
import socket

from support.chaos import Fork, Project
from support.waiting import until


class DaskCluster:
    """`machines` are where the workers are, in turns. The scheduler keeps its port across kills."""

    def __init__(self, machines: list[Project], workers: int) -> None:
        self._machines = machines
        self.address = f"tcp://127.0.0.1:{_free_port()}"
        self._scheduler: Fork | None = None
        self._workers: list[Fork | None] = [None] * workers

    def start(self) -> None:
        """Start what does not run, and wait until all workers have come."""
        if not _runs(self._scheduler):
            self._end_workers()  # of the one before: they give up by themselves, but not at once
            options = ("--host", self.address, "--no-dashboard")
            self._scheduler = self._machines[0].begin(*options, program="scheduler")
            until(lambda: self._said(self._scheduler, "Scheduler at:"), "the scheduler")
        for place, fork in enumerate(self._workers):
            if not _runs(fork):
                self._workers[place] = self._worker(place)
        for fork in self._workers:
            until(lambda fork=fork: self._said(fork, "Registered to:"), "a worker")  # type: ignore[misc]

    def kill_worker(self, chance: random.Random) -> None:
        if fork := chance.choice(self._workers):
            fork.end()

    def kill_scheduler(self) -> None:
        if self._scheduler:
            self._scheduler.end()

    def stop(self) -> None:
        """End all of it."""
        self.kill_scheduler()
        self._end_workers()

    def _worker(self, place: int) -> Fork:
        machine = self._machines[place % len(self._machines)]
        options = ("--no-nanny", "--no-dashboard", "--nthreads", "1")
        return machine.begin(self.address, *options, program="worker")

    def _end_workers(self) -> None:
        for fork in self._workers:
            if fork:
                fork.end()

    @staticmethod
    def _said(fork: Fork | None, text: str) -> bool:
        assert fork
        assert fork.look() is None, fork.ended
        return text in fork.err.read_text("utf-8")


def _runs(fork: Fork | None) -> bool:
    return fork is not None and fork.look() is None


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
