"""Child processes that end with us: after a time limit, when nobody waits for them, when we are killed."""

from __future__ import annotations

import os
import subprocess
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, NamedTuple

_SHELL = Path("/bin/sh")
_GUARD = 'exec 3<&0 </dev/null; { read -r _ <&3 || kill -9 $$; } >/dev/null 2>&1 & exec "$@" 3<&-'
"""Standard input is a pipe whose other end only we hold. Beside the program a guard reads from it: the
end of the pipe means that we are gone, a line that all is well. It works on every POSIX system, where
PR_SET_PDEATHSIG is Linux only and code between fork and exec is not safe beside threads."""


class OutOfTime(Exception):
    """The program did not come to its end in time, and was killed."""


@contextmanager
def child(
    command: Sequence[str], limit: float, stderr: int | IO[bytes], pipesize: int = -1
) -> Iterator[subprocess.Popen[bytes]]:
    """A program at work, its output in a pipe; it is killed after `limit` seconds or when the block ends.

    `stderr` and `pipesize` are as in `subprocess`. Raises OutOfTime at the end of the block, OSError.
    """
    guarded = os.name == "posix" and _SHELL.exists()
    started = [str(_SHELL), "-c", _GUARD, "sh", *command] if guarded else list(command)
    stdin = subprocess.PIPE if guarded else subprocess.DEVNULL
    job = subprocess.Popen(
        started, stdin=stdin, stdout=subprocess.PIPE, stderr=stderr, pipesize=pipesize
    )
    late = threading.Event()

    def end() -> None:
        late.set()
        job.kill()

    timer = threading.Timer(limit, end)
    timer.daemon = True
    timer.start()
    try:
        yield job
    finally:
        timer.cancel()
        _finish(job)
    if late.is_set():
        raise OutOfTime(f"not done after {limit:g} s")


class Ended(NamedTuple):
    """A program that came to its end: its exit code, and what it wrote to either output."""

    code: int
    output: bytes
    errors: bytes


def output_of(command: Sequence[str], limit: float) -> Ended:
    """Run a program to its end. Raises OutOfTime after `limit` seconds, OSError."""
    with tempfile.TemporaryFile() as errors, child(command, limit, errors) as job:
        assert job.stdout
        output = job.stdout.read()
        code = job.wait()
        errors.seek(0)
        return Ended(code, output, errors.read())


def _finish(job: subprocess.Popen[bytes]) -> None:
    job.kill()  # what has ended does not mind
    if job.stdin:
        with suppress(OSError):  # the guard is gone
            job.stdin.write(b"\n")
            job.stdin.flush()
        with suppress(OSError):
            job.stdin.close()
    if job.stdout:
        job.stdout.close()
    job.wait()
