"""Timing: two functions in turns, and one child process with its peak memory."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

Clock = Callable[[], float]


def interleaved(
    candidate: Callable[[], object],
    yardstick: Callable[[], object],
    rounds: int = 5,
    clock: Clock = time.perf_counter,
) -> Iterator[tuple[float, float]]:
    """Seconds of both per round, after one untimed round; who goes first alternates.

    For work that only computes, in this process, `time.process_time` leaves out what the machine
    does beside it.
    """
    candidate()
    yardstick()
    for number in range(rounds):
        if number % 2:
            theirs, ours = seconds(yardstick, clock), seconds(candidate, clock)
        else:
            ours, theirs = seconds(candidate, clock), seconds(yardstick, clock)
        yield ours, theirs


def seconds(work: Callable[[], object], clock: Clock = time.perf_counter) -> float:
    """What one call takes; wall time unless another clock is given."""
    start = clock()
    work()
    return clock() - start


@dataclass(frozen=True)
class Run:
    """One child process that ended well: wall seconds, peak resident bytes, standard output."""

    seconds: float
    peak: int
    output: str


def run(command: Sequence[str | Path], env: Mapping[str, str] | None = None) -> Run:
    """Run a command to its end. Raises RuntimeError with its error output when it fails.

    The peak is of this process alone, not of children it starts itself.
    """
    start = time.perf_counter()
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=None if env is None else {**os.environ, **env},
    )
    assert process.stdout is not None
    with process.stdout as stream:
        output = stream.read().decode(errors="replace")
    _, status, usage = os.wait4(process.pid, 0)
    elapsed = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(map(str, command))}: exit {process.returncode}\n{output}")
    unit = 1 if sys.platform == "darwin" else 1024
    return Run(elapsed, usage.ru_maxrss * unit, output)
