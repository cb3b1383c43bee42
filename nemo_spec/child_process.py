"""Child processes that end with us: after a time limit, when nobody waits for them, when we are killed."""

from __future__ import annotations

import os
import subprocess
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

_SHELL = Path("/bin/sh")
_GUARD = 'exec 3<&0 </dev/null; { read -r _ <&3 || kill -9 $$; } >/dev/null 2>&1 & exec "$@" 3<&-'
"""Standard input is a pipe whose other end only we hold. Beside the program a guard reads from it: the
end of the pipe means that we are gone, a line that all is well. It works on every POSIX system, where
PR_SET_PDEATHSIG is Linux only and code between fork and exec is not safe beside threads."""


class OutOfTime(Exception):
    """The program did not come to its end in time, and was killed."""


@contextmanager
def child(
    command: Sequence[str], limit: float, stderr: int, pipesize: int = -1
) -> Iterator[IO[bytes]]:
    """The standard output of a program, which is killed after `limit` seconds or when the block ends.

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
        assert job.stdout
        yield job.stdout
    finally:
        timer.cancel()
        _finish(job)
    if late.is_set():
        raise OutOfTime(f"not done after {limit:g} s")


def output_of(command: Sequence[str], limit: float) -> bytes:
    """What a program writes to both its outputs. Raises OutOfTime after `limit` seconds, OSError."""
    with child(command, limit, subprocess.STDOUT) as output:
        return output.read()


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
