"""Run many cases in this process or in several; each process has one service and one client."""

from __future__ import annotations

import multiprocessing
import signal
import sys
import threading
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import (
    BrokenExecutor,
    CancelledError,
    Executor,
    Future,
    ProcessPoolExecutor,
)
from contextlib import AbstractContextManager, ExitStack
from multiprocessing.util import Finalize

from nemo_spec.harness.case import Case, run_case
from nemo_spec.harness.target import Target
from nemo_spec.report.record import Record


class ProcessLost(Exception):
    """A test process has ended early."""

    def __str__(self) -> str:
        return "a test process was killed or ran out of memory – use a smaller -n"


OpenTarget = Callable[[], AbstractContextManager[Target]]
"""Opens a service; picklable, for other processes."""


def run_cases(
    cases: Sequence[Case],
    open_target: OpenTarget,
    processes: int,
    executor: Executor | None = None,
) -> Generator[Record, None, None]:
    """The records in the order of the cases, each as soon as it and those before it are complete; by an
    executor, where there is one, who opens a service for each case.

    Raises ProcessLost.
    """
    if executor is not None:
        yield from _in_order([executor.submit(_run_alone, one, open_target) for one in cases])
        return
    processes = min(processes, len(cases))
    if processes > 1:
        yield from _in_processes(cases, open_target, processes)
        return
    with open_target() as target:
        for case in cases:
            yield run_case(case, target)


def _in_processes(
    cases: Sequence[Case], open_target: OpenTarget, processes: int
) -> Generator[Record, None, None]:
    # A forked process starts with everything imported; next to threads, forking is not safe.
    can_fork = sys.platform == "linux" and threading.active_count() == 1
    context = multiprocessing.get_context("fork" if can_fork else "spawn")
    with ProcessPoolExecutor(processes, context, _begin, (open_target,)) as pool:
        futures = [pool.submit(_run_case, case) for case in cases]
        try:
            yield from _in_order(futures)
        finally:
            pool.shutdown(cancel_futures=True)


def _in_order(futures: Sequence[Future[Record]]) -> Generator[Record, None, None]:
    try:
        for future in futures:
            yield future.result()
    except (BrokenExecutor, CancelledError):
        raise ProcessLost from None
    finally:
        for future in futures:
            future.cancel()


def _run_alone(case: Case, open_target: OpenTarget) -> Record:
    with open_target() as target:
        return run_case(case, target)


_opened: list[Target] = []
"""The service of this process."""


def _begin(open_target: OpenTarget) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent gets it, and ends the others
    for name in ("SIGTERM", "SIGHUP"):  # a forked process has the handlers of the first one
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_DFL)
    stack = ExitStack()
    _opened[:] = [stack.enter_context(open_target())]
    Finalize(None, stack.close, exitpriority=10)


def _run_case(case: Case) -> Record:
    return run_case(case, _opened[0])
