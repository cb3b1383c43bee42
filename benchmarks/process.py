"""Timing: two sides in turns, and child processes that all start alike."""

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.figure import Unavailable
from benchmarks.peers import KEPT

Clock = Callable[[], float]

ROOT = Path(__file__).parent.parent
PRODUCT = Path(sys.executable).with_name("nemo-spec")
MB = 1_000_000
# An installed program runs from bytecode. Every child does, of either side: the untimed round
# writes it, and no setting of whoever runs the benchmarks keeps one side from it.
COMPILED = {"PYTHONPYCACHEPREFIX": str(KEPT / "bytecode"), "PYTHONDONTWRITEBYTECODE": ""}


def in_turns(
    candidate: Callable[[], float],
    yardstick: Callable[[], float],
    rounds: int,
    untimed: Callable[[], object] | None = None,
) -> Iterator[tuple[float, float]]:
    """What both give per round, after one round that does not count, or what is done in its place; who
    goes first alternates."""
    if untimed:
        untimed()
    else:
        candidate()
        yardstick()
    for number in range(rounds):
        if number % 2:
            theirs, ours = yardstick(), candidate()
        else:
            ours, theirs = candidate(), yardstick()
        yield ours, theirs


def interleaved(
    candidate: Callable[[], object],
    yardstick: Callable[[], object],
    rounds: int = 5,
    clock: Clock = time.perf_counter,
) -> Iterator[tuple[float, float]]:
    """Seconds of both in turns.

    For work that only computes, in this process, `time.process_time` leaves out what the machine
    does beside it.
    """
    yield from in_turns(
        lambda: seconds(candidate, clock), lambda: seconds(yardstick, clock), rounds
    )


def seconds(work: Callable[[], object], clock: Clock = time.perf_counter) -> float:
    """What one call takes; wall time unless another clock is given."""
    start = clock()
    work()
    return clock() - start


def spent() -> float:
    """Processor seconds of this process and of the children that it has waited for: a clock."""
    ours, theirs = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return ours.ru_utime + ours.ru_stime + theirs.ru_utime + theirs.ru_stime


def cpu(work: Callable[[], object]) -> float:
    """Processor seconds of the child processes that a piece of work waits for."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    work()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


@dataclass(frozen=True)
class Run:
    """One child process that ended well: wall seconds, and what it said."""

    seconds: float
    output: str


def environment(more: Mapping[str, str] | None = None) -> dict[str, str]:
    """What every child process is started with."""
    return {**os.environ, **COMPILED, **(more or {})}


def run(
    command: Sequence[str | Path], env: Mapping[str, str] | None = None, folder: Path | None = None
) -> Run:
    """Run a command to its end. Raises RuntimeError with its error output when it fails."""
    start = time.perf_counter()
    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=environment(env),
        cwd=folder,
        check=False,
    )
    elapsed = time.perf_counter() - start
    output = done.stdout.decode(errors="replace")
    if done.returncode:
        raise RuntimeError(f"{' '.join(map(str, command))}: exit {done.returncode}\n{output}")
    return Run(elapsed, output)


def script(code: str, *arguments: str | Path, env: Mapping[str, str] | None = None) -> Run:
    """Run Python code that may import the benchmarks, in a process of its own."""
    path = {"PYTHONPATH": str(ROOT), **(env or {})}
    return run([sys.executable, "-c", code, *arguments], path)


def peak(process: int | str = "self") -> int:
    """The most memory that a process ever held, in bytes.

    The kernel's own account of it: that of `getrusage` begins with what the parent held. Raises
    Unavailable where there is no /proc.
    """
    try:
        status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    except OSError:
        raise Unavailable("the peak memory of a process is read from /proc") from None
    return int(status.partition("VmHWM:")[2].split()[0]) * 1024
