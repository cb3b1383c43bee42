"""A Dask cluster in the place of threads: its workers are asked what they see before they are given work.

`distributed` (extra `dask`) is imported only here, and only where it is needed.
"""

from __future__ import annotations

import hashlib
import logging
import os
import socket
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import BrokenExecutor, CancelledError, Executor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from nemo_spec.api.request import Request
from nemo_spec.api.run import Endpoint
from nemo_spec.batches.board import Board
from nemo_spec.batches.work import Done, Task, apply_row
from nemo_spec.project_root import current_folder, project_root
from nemo_spec.run.session.storage import JournalError
from nemo_spec.run.session.workspace import journal_of, journal_place, project_name, shared_journal
from nemo_spec.version import __version__

CONNECT_S = 5
"""Seconds until a scheduler that does not answer is given up."""
_ASK_S = 60
_NAMED = 3
_TOKEN = "NEMO_TOKEN"


class ClusterError(Exception):
    """A cluster cannot be used. `str()` says why, and the cure; nothing was sent."""


@dataclass(frozen=True, slots=True)
class Needs:
    """What every worker must have as this machine does: files with their sizes in bytes, folders, the
    project of a recipe. `keeps`: the project's journal; `offline`: the mock on this machine."""

    files: Mapping[str, int]
    folders: Sequence[str] = ()
    recipe: str = ""
    keeps: bool = False
    offline: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where a process works. `token` is a salted hash."""

    version: str
    machine: str
    home: str
    root: str
    journal: str
    token: str

    @classmethod
    def here(cls, recipe: str, salt: bytes) -> Place:
        """Raises JournalError."""
        root = project_root(Path(os.path.realpath(recipe)).parent)
        journal = f"{journal_place(root)}, project {project_name(root)}" if shared_journal() else ""
        token = hashlib.sha256(salt + _token().encode()).hexdigest() if _token() else ""
        home = os.path.expanduser("~")  # noqa: PTH111 (does not raise without a home)
        return cls(__version__, socket.gethostname(), home, str(root), journal, token)


@dataclass(frozen=True, slots=True)
class Cluster:
    """A `distributed.Client`. `host` is this machine's address as the cluster's see it, empty where all of
    it is in this process."""

    client: Any
    host: str

    @property
    def executor(self) -> Executor:
        """Each call is a task of its own, however alike they are."""
        executor: Executor = self.client.get_executor(pure=False)
        return executor

    @property
    def threads(self) -> int:
        """How many tasks run at a time. Raises ClusterError where there is no worker."""
        found: int = sum(self.client.nthreads().values())
        if not found:
            where = self.client.scheduler.address
            raise ClusterError(f"the Dask cluster at {where} has no worker – start one there")
        return found

    def check(self, needs: Needs, board: Board | None = None) -> None:
        """Ask every worker. Raises ClusterError with all that is wrong."""
        salt = os.urandom(16)
        here = Place.here(needs.recipe, salt)
        answers: dict[str, Any] = self.client.run(
            problems_at, needs, here, salt, board, on_error="return"
        )
        wrong = [
            f"worker {name}: {text}" for name, found in answers.items() for text in _said(found)
        ]
        if wrong:
            raise ClusterError("\n".join(wrong))


@contextmanager
def opened_cluster(address: str, workers: int) -> Iterator[Cluster]:
    """The cluster of the scheduler at `address`; where that is empty, so many processes on this machine.
    Raises ClusterError."""
    distributed = _distributed()
    _silence()
    with ExitStack() as stack:
        try:
            where: Any = address or stack.enter_context(
                distributed.LocalCluster(
                    n_workers=workers, threads_per_worker=1, dashboard_address=":0",
                    silence_logs=logging.CRITICAL,
                )
            )  # fmt: skip
            client = stack.enter_context(
                distributed.Client(where, timeout=CONNECT_S, set_as_default=False)
            )
        except (OSError, ValueError, RuntimeError) as error:
            raise ClusterError(_unreachable(address, error)) from None
        yield Cluster(client, _seen_from(client.scheduler.address))


def _silence() -> None:
    """What becomes of a scheduler or a worker is in the results; the loggers of Dask add tracebacks."""
    for name in [*logging.root.manager.loggerDict]:
        if name.partition(".")[0] == "distributed":
            logging.getLogger(name).setLevel(logging.CRITICAL)


def _unreachable(address: str, error: Exception) -> str:
    if not address:
        return f"no Dask cluster can be started on this machine: {error} – leave out --dask"
    cure = "start it with `dask scheduler`, or give --dask no address"
    return f"the Dask scheduler at {address} cannot be reached: {error} – {cure}"


def problems_at(needs: Needs, there: Place, salt: bytes, board: Board | None) -> list[str]:
    """What keeps the process in which this is called from working like the one at `there`."""
    found = [f"does not see {one}" for one in _few(_unseen(needs))]
    try:
        here = Place.here(needs.recipe, salt)
        found += _differences(needs, here, there)
        if needs.keeps and here.journal and not found:
            journal_of(Path(here.root)).close()
        if board is not None:
            board.standing()
    except JournalError as error:
        found.append(str(error))
    except (OSError, EOFError) as error:
        cure = "give the scheduler's address as it has for other machines, and let them through"
        found.append(f"cannot reach {there.machine}: {error} – {cure}")
    return found


def _unseen(needs: Needs) -> list[str]:
    def size(path: str) -> int:
        try:
            return Path(path).stat().st_size
        except OSError:
            return -1

    files = [path for path, expected in needs.files.items() if size(path) != expected]
    return files + [path for path in needs.folders if not Path(path).is_dir()]


def _differences(needs: Needs, here: Place, there: Place) -> Iterator[str]:
    if here.version != there.version:
        yield f"has nemo-spec {here.version}, not {there.version}"
    is_same = (here.machine, here.home) == (there.machine, there.home)
    if needs.offline and here.machine != there.machine:
        yield "is on another machine than the bundled mock – leave out the address of the scheduler"
    if not needs.keeps:
        return
    if here.root != there.root:
        yield f"takes {here.root} for the project, not {there.root} – make a folder .nemo-spec in that"
    if here.journal != there.journal:
        yield "has another NEMO_JOURNAL or NEMO_PROJECT – set them alike everywhere"
    if not is_same and not there.journal:
        yield "is on another machine, or of another user – a journal for both is set in NEMO_JOURNAL"
    if here.token != there.token:
        yield f"has another {_TOKEN} – set it alike everywhere"
    elif not is_same and not there.token:
        yield f"would use an account of its own – set the same {_TOKEN} everywhere"


def _few(found: Sequence[str]) -> list[str]:
    more = [f"{len(found) - _NAMED} more"] if len(found) > _NAMED else []
    return [*found[:_NAMED], *more]


def _said(found: Any) -> Iterable[str]:
    if isinstance(found, BaseException):
        return [f"cannot run nemo-spec {__version__}: {found}"]
    return [str(one) for one in found]


def _token() -> str:
    return os.environ.get(_TOKEN, "").strip()


def sizes_of(files: Iterable[Path]) -> dict[str, int]:
    """By their absolute paths, in bytes; without what is gone."""
    return {str(path.absolute()): path.stat().st_size for path in files if path.exists()}


def without_token(task: Task) -> Task:
    """A row for a worker, who has the token already: it does not travel."""
    settings = replace(task.endpoint.settings, token=None)
    return replace(task, endpoint=task.endpoint._replace(settings=settings))


def apply_there(task: Task, folder: Path, board: Board) -> Done:
    """`apply_row` on a worker, for a row whose paths are relative to `folder`."""
    done = apply_row(
        replace(task, request=_below(folder, task.request), endpoint=_own(task)), board
    )
    if (record := done.record) is not None:
        record.path, record.clips = str(task.request.recipe), task.request.clips
        record.files = [one._replace(path=_called(one.path, folder)) for one in record.files]
    return done


def _below(folder: Path, request: Request) -> Request:
    if current_folder() == folder:
        return request
    return request._replace(
        recipe=folder / request.recipe,
        clips=tuple(str(folder / clip) for clip in request.clips),
        output=request.output and folder / request.output,
        dialect_file=request.dialect_file and folder / request.dialect_file,
    )


def _own(task: Task) -> Endpoint:
    """With the token and the home folder of this machine; the bundled mock's come along."""
    if not task.keeps:
        return task.endpoint
    settings = replace(task.endpoint.settings, token=_token() or None)
    return task.endpoint._replace(settings=settings, home=Path.home())


def _called(path: Path, folder: Path) -> Path:
    """A file as it is called in `folder`."""
    try:
        return Path(os.path.relpath(path, folder))
    except ValueError:  # another drive
        return path.absolute()


def _seen_from(scheduler: str) -> str:
    """This machine's address on the way to a scheduler; empty where that is in this process."""
    there = urlsplit(scheduler)
    if there.scheme == "inproc" or not there.hostname:
        return ""
    return str(_distributed().utils.get_ip(there.hostname, there.port))


def is_lost(error: BaseException) -> bool:
    """Whether a task came to nothing since its worker, or the scheduler, is gone."""
    lost = isinstance(error, BrokenExecutor | CancelledError | OSError | EOFError)
    return lost or type(error).__module__.partition(".")[0] == "distributed"


def _distributed() -> Any:
    try:
        import distributed
    except ImportError:
        raise ClusterError(
            "--dask needs distributed – install it with `pip install 'nemo-spec[dask]'`"
        ) from None
    return distributed
