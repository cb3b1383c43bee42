"""Many trials, in this process or in several; each process has one service and one client."""

from __future__ import annotations

import multiprocessing
import signal
import sys
import threading
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, ExitStack
from multiprocessing.util import Finalize

from nemo_spec.harness.case import Case, carry_out
from nemo_spec.harness.target import Target
from nemo_spec.report.record import Record


class ProcessLost(Exception):
    """A process that tried recipes has ended before its time."""

    def __str__(self) -> str:
        return "a test process was killed or ran out of memory – use a smaller -n"


OpenBench = Callable[[], AbstractContextManager[Target]]
"""Opens a service; picklable, for other processes."""


def carried_out(
    trials: Sequence[Case], open_bench: OpenBench, processes: int
) -> Generator[Record, None, None]:
    """The records in the order of the trials, each as soon as it and those before it are there.

    Raises ProcessLost.
    """
    processes = min(processes, len(trials))
    if processes > 1:
        yield from _in_processes(trials, open_bench, processes)
        return
    with open_bench() as bench:
        for trial in trials:
            yield carry_out(trial, bench)


def _in_processes(
    trials: Sequence[Case], open_bench: OpenBench, processes: int
) -> Generator[Record, None, None]:
    # A forked process begins with everything imported; beside threads forking is not safe.
    can_fork = sys.platform == "linux" and threading.active_count() == 1
    context = multiprocessing.get_context("fork" if can_fork else "spawn")
    with ProcessPoolExecutor(processes, context, _begin, (open_bench,)) as pool:
        futures = [pool.submit(_carry_out, trial) for trial in trials]
        try:
            for future in futures:
                yield future.result()
        except BrokenProcessPool:
            raise ProcessLost from None
        finally:
            pool.shutdown(cancel_futures=True)


_opened: list[Target] = []
"""The service of this process."""


def _begin(open_bench: OpenBench) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process is told, and ends the others
    for name in ("SIGTERM", "SIGHUP"):  # a forked process has the handlers of the first one
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_DFL)
    stack = ExitStack()
    _opened[:] = [stack.enter_context(open_bench())]
    Finalize(None, stack.close, exitpriority=10)


def _carry_out(trial: Case) -> Record:
    return carry_out(trial, _opened[0])
