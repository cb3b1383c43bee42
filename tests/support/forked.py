"""Import everything once and run each command in a fork, so that killing one costs only its own work.

Orders arrive as lines of JSON on standard input, answers leave the same way; `support.chaos` sends them.
"""

from __future__ import annotations

import gc
import importlib
import itertools
import json
import os
import resource
import signal
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import nemo_spec.run.timeouts
from mock_server.__main__ import main as mock
from mock_server.agent import act
from nemo_spec.cli.main import main as command
from nemo_spec.run.session import leases
from nemo_spec.run.session.sqlite import Database
from support.kept_looks import keep_looks
from support.power_cuts import expect_none


def scheduler(arguments: list[str]) -> int:
    """That of a Dask cluster; imported only by a fork that needs it."""
    from distributed.cli.dask_scheduler import main

    return int(main(arguments) or 0)


def worker(arguments: list[str]) -> int:
    from distributed.cli.dask_worker import main

    return int(main(arguments) or 0)


MAINS: Mapping[str, Callable[[list[str]], int]] = {
    "nemo-spec": command, "mock": mock, "scheduler": scheduler, "worker": worker,
}  # fmt: skip
for ahead in (
    "mock_server.agent", "mock_server.faults.delayed_edits", "mock_server.render", "mock_server.server",
    "nemo_spec.cli.commands.apply", "nemo_spec.cli.commands.batch", "nemo_spec.cli.commands.resume",
    "nemo_spec.nemo.client", "nemo_spec.nemo.gateways", "nemo_spec.nemo.reply_text", "nemo_spec.nemo.chat",
    "nemo_spec.run.runner", "nemo_spec.run.exports.exporter", "nemo_spec.run.messages.conversation",
    "nemo_spec.verdict.final",
):  # fmt: skip
    importlib.import_module(ahead)
QUICK = nemo_spec.run.timeouts.EMBEDDED._replace(
    render_poll=0.05,
    unchanged_after_end=(0.05,),
    unchanged_after_drop=(0.05, 0.05, 0.1, 0.2),
)


SAID = (
    "Cut the first 3 seconds.",
    "Add a title “Hi” from 0 to 2 seconds at the top.",
    "Add the music “calm” at 30% volume.",
    "把前3秒剪掉。",
    "在0到2秒加标题“你好”。",
)
"""The tables of the agent are built when a message needs them first: once here, instead of in each fork."""


def serve() -> None:
    for message in SAID:
        act(message, {}, {})
    keep_looks(setattr)
    expect_none(setattr)
    gc.freeze()  # what is imported stays shared by the forks
    for line in sys.stdin:
        order = json.loads(line)
        print(json.dumps(_fork(order) if "run" in order else _look(order["pid"])), flush=True)


def _look(pid: int) -> int | None:
    """Exit code of a fork, negative for a signal; None while it runs."""
    done, status = os.waitpid(pid, os.WNOHANG)
    return os.waitstatus_to_exitcode(status) if done else None


def _fork(order: Mapping[str, Any]) -> int:
    pid = os.fork()
    if not pid:
        code = 70
        try:
            code = _run(order)
        except SystemExit as stop:
            code = int(stop.code or 0)
        except BaseException:
            sys.excepthook(*sys.exc_info())
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)
    return pid


def _run(order: Mapping[str, Any]) -> int:
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    for number, name in ((1, "out"), (2, "err")):
        os.dup2(os.open(order[name], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), number)
    os.chdir(order["folder"])
    os.environ.update(order["environment"])
    nemo_spec.run.timeouts.EMBEDDED = QUICK
    leases.LEASE_S, leases.RENEWED_S = 3, 0.5
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for name in order.get("ignored", ()):
        signal.signal(getattr(signal, name), signal.SIG_IGN)
    for name, most in order.get("limits", {}).items():
        sys.dont_write_bytecode = True  # what is cut short would be there for every other child
        resource.setrlimit(getattr(resource, name), (most, most))
    _die_at_half(order.get("half", ()))
    _count_commits(order.get("commits"), order.get("die"), order.get("by", signal.SIGKILL))
    return MAINS[order["run"]](order["arguments"])


def _die_at_half(endings: Sequence[str]) -> None:
    """A file with such an ending is half written when a kill comes, just before it has its name."""
    original = os.replace

    def replaced(source: Any, target: Any) -> None:
        if str(target).endswith(tuple(endings)):
            os.truncate(source, Path(source).stat().st_size // 2)
            os.kill(os.getpid(), signal.SIGKILL)
        original(source, target)

    os.replace = replaced


def _count_commits(log: str | None, die: list[Any] | None, by: int) -> None:
    """Write a line for each commit of the journal; with `die` a signal comes before or after the
    commit of that number."""
    original, numbers = Database.transaction, itertools.count(1)

    @contextmanager
    def counted(self: Database) -> Iterator[Any]:
        count = next(numbers)  # threads commit at the same time
        with original(self) as db:
            yield db
            if die == ["before", count]:
                os.kill(os.getpid(), by)
        if log:
            with Path(log).open("a") as file:
                print(count, file=file)
        if die == ["after", count]:
            os.kill(os.getpid(), by)

    Database.transaction = counted


if __name__ == "__main__":
    serve()
