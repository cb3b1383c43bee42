"""Child processes: each has a time limit, and none outlives the mock, even when it is killed.

A killed process cannot end its children, so a small guard process does: it learns their ids, and
kills them when the pipe to it closes. That works on every system, whereas Linux's parent-death
signal needs code between fork and exec, which is not safe in a process with threads.
"""

from __future__ import annotations

import atexit
import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any

from mock_server.state.private_files import CHILD_UMASK

GUARD = """
import os, signal, sys
alive = set()
for line in sys.stdin:
    (alive.add if line[0] == "+" else alive.discard)(int(line[1:]))
for pid in alive:
    try:
        os.kill(pid, getattr(signal, "SIGKILL", signal.SIGTERM))
    except OSError:
        pass
"""
# The guard must outlive a Ctrl-C or a hang-up that reaches the whole group of the terminal.
_APART: dict[str, Any] = (
    {"creationflags": getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)}
    if sys.platform == "win32"
    else {"start_new_session": True}
)


class TooSlow(ValueError):
    """A child process ran out of time; the message is one sentence."""


class _Guard:
    """The process that ends the others, started with the first of them."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._alive: set[int] = set()
        self._process: subprocess.Popen[bytes] | None = None

    def add(self, pid: int) -> None:
        with self._lock:
            self._alive.add(pid)
            self._tell(f"+{pid}\n")

    def remove(self, pid: int) -> None:
        with self._lock:
            self._alive.discard(pid)
            self._tell(f"-{pid}\n")

    def _tell(self, line: str) -> None:
        """Pass a line on; a killed guard is replaced, and told everything again."""
        try:
            self._write(line)
        except OSError:
            self._close()
            with suppress(OSError):
                self._write("".join(f"+{pid}\n" for pid in self._alive))

    def _write(self, lines: str) -> None:
        if self._process is None and sys.executable:
            self._process = subprocess.Popen(
                [sys.executable, "-I", "-S", "-c", GUARD], bufsize=0, stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **_APART,
            )  # fmt: skip
        if self._process is not None and self._process.stdin is not None:
            self._process.stdin.write(lines.encode("ascii"))

    def _close(self) -> None:
        if self._process is not None:
            with suppress(OSError, subprocess.TimeoutExpired):
                self._process.communicate(timeout=5)
        self._process = None

    def forget(self) -> None:
        """In a fork of this process: the pipe would keep the guard from seeing that it has ended."""
        if self._process is not None and self._process.stdin is not None:
            self._process.stdin.close()
            self._process.returncode = 0  # not a child of the fork, which cannot wait for it
        self.__init__()  # type: ignore[misc]

    def end(self) -> None:
        """Closes the pipe: whatever still runs is killed."""
        with self._lock:
            self._close()


_guard = _Guard()
atexit.register(_guard.end)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_guard.forget)


@contextmanager
def started(
    command: Sequence[str], seconds: float, **options: Any
) -> Iterator[subprocess.Popen[Any]]:
    """A child process, by the options of `Popen`; when the block ends, so has the process.

    Raises TooSlow at the end of the block when the process had to be killed after `seconds`, and
    OSError when it cannot be started.
    """
    late = threading.Event()
    with subprocess.Popen(command, umask=CHILD_UMASK, **options) as process:
        _guard.add(process.pid)
        limit = threading.Timer(seconds, _end, (process, late))
        limit.daemon = True
        limit.start()
        try:
            yield process
            process.wait()
        except BaseException:
            process.kill()
            raise
        finally:
            limit.cancel()
            process.wait()
            _guard.remove(process.pid)
    if late.is_set():
        raise TooSlow(f"it was ended after {seconds:g} s")


def _end(process: subprocess.Popen[Any], late: threading.Event) -> None:
    if process.poll() is None:
        late.set()
        process.kill()
