"""Claims: which process of this machine works on which session.

A claim is a lock on a small file in the config folder, so that it holds across projects and copies of
one project, and the system releases it however the process ends. The file names the holder and is
removed with the claim; one that a killed process left behind claims nothing.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path
from typing import NamedTuple, Protocol

from nemo_spec.run.session.storage import Claim as Claim
from nemo_spec.run.session.storage import JournalError
from nemo_spec.safe_files import PRIVATE_FOLDER, LinkFound, make_own_folder, open_own, read_own

_POLL = 0.1
_SILENT_WAIT = 1.0
"""Seconds before a wait for a key, which is held only until its session is found, or for an unknown
holder, who may just be writing its name, is reported."""
_HOME = "USERPROFILE" if os.name == "nt" else "HOME"
_TRIES = 3
"""A process that only asks whether a lock is held holds it for an instant."""
_HOLDER_LIMIT = 20_000
_LOCKED_BYTE = 1 << 30
"""On Windows a locked byte cannot be read: the one that is locked lies behind the text."""


class ClaimError(JournalError):
    """A claim cannot be made. `str()` is one sentence: what is wrong, and the cure."""


class Claims(Protocol):
    """What one process has claimed."""

    def take(self, claim: Claim) -> bool:
        """Claim it unless another process has; returns whether this process has it now."""
        ...

    def wait(self, claim: Claim) -> None:
        """Report who has it and wait until it is free. It is not claimed then."""
        ...

    def hold(self, claim: Claim) -> None:
        """Claim it as soon as it is free."""
        ...

    def drop(self, claim: Claim) -> None:
        """Release it, if this process has it."""
        ...

    def is_claimed(self, claim: Claim) -> bool:
        """Whether any process has claimed it now."""
        ...

    def others_active(self, session: str) -> bool:
        """Whether another process works on another session of the service, with any account. Never
        raises: a claim that cannot be read counts as none."""
        ...


class NoClaims:
    """For a service that no other process can reach, such as the bundled mock."""

    def take(self, claim: Claim) -> bool:
        return True

    def wait(self, claim: Claim) -> None:
        pass

    def hold(self, claim: Claim) -> None:
        pass

    def drop(self, claim: Claim) -> None:
        pass

    def is_claimed(self, claim: Claim) -> bool:
        return False

    def others_active(self, session: str) -> bool:
        return False


class Holder(NamedTuple):
    """A process that holds a claim, and the project that it works in."""

    process: int
    root: str
    machine: str = ""

    def __str__(self) -> str:
        where = f" on {self.machine}" if self.machine else ""
        return f"process {self.process}{where} in {self.root}"


class WaitingClaims(ABC):
    """What is the same wherever claims are noted: how one waits.

    `on_wait` is called with the holder that is waited for; `poll` are the seconds between two looks.
    """

    def __init__(self, on_wait: Callable[[str], None], poll: float) -> None:
        self._on_wait, self._poll = on_wait, poll

    @abstractmethod
    def take(self, claim: Claim) -> bool:
        """As Claims.take."""

    @abstractmethod
    def is_claimed(self, claim: Claim) -> bool:
        """As Claims.is_claimed."""

    @abstractmethod
    def holder(self, claim: Claim) -> Holder | None:
        """The process that claimed it last; None where that cannot be read."""

    def wait(self, claim: Claim) -> None:
        """As Claims.wait."""
        told, began = "", time.monotonic()
        while self.is_claimed(claim):
            holder = self.holder(claim)
            news = _waiting_for(holder, claim)
            silent = _SILENT_WAIT if holder is None or claim.kind == "key" else 0
            if news != told and time.monotonic() - began >= silent:
                self._on_wait(news)
                told = news
            time.sleep(self._poll)

    def hold(self, claim: Claim) -> None:
        """As Claims.hold."""
        while not self.take(claim):
            self.wait(claim)


class LocalClaims(WaitingClaims):
    """Claims that all processes with the same home folder see.

    `home` is the folder above `.config/nemovideo`; `root` is the project, shown to those who wait.
    Every method raises ClaimError where the config folder cannot be used.
    """

    def __init__(
        self, home: Path, api_url: str, root: Path, on_wait: Callable[[str], None]
    ) -> None:
        super().__init__(on_wait, _POLL)
        self._home, self._api_url, self._root = home, api_url, root
        self._held: dict[Claim, int] = {}

    def __enter__(self) -> LocalClaims:
        return self

    def __exit__(self, *_: object) -> None:
        for claim in list(self._held):
            self.drop(claim)

    def take(self, claim: Claim) -> bool:
        if claim in self._held:
            return True
        path = self._path(claim)
        with _explained(path):
            handle = _locked_soon(path)
            if handle is None:
                return False
            self._held[claim] = handle
            text = json.dumps({"process": os.getpid(), "root": str(self._root)})
            os.ftruncate(handle, 0)
            os.write(handle, text.encode())
        return True

    def drop(self, claim: Claim) -> None:
        handle = self._held.pop(claim, None)
        if handle is not None:
            _release(handle, self._path(claim))

    def holder(self, claim: Claim) -> Holder | None:
        try:
            found = json.loads(read_own(self._path(claim), _HOLDER_LIMIT))
            return Holder(int(found["process"]), str(found["root"]))
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None

    def is_claimed(self, claim: Claim) -> bool:
        return not _is_free(self._folder / _name(self._api_url, claim))

    def others_active(self, session: str) -> bool:
        mine, folder = _name(self._api_url, Claim("session", session)), self._folder
        alike = f"{mine.rpartition('-')[0]}-"
        found = [name for name in _listed(folder) if name.startswith(alike) and name != mine]
        return any(not _is_free(folder / name) for name in found if name.endswith(".lock"))

    @cached_property
    def _folder(self) -> Path:
        """It need not be there."""
        return config_folder(self._home, "claims")

    def _path(self, claim: Claim) -> Path:
        folder = machine_folder(self._home, "claims")
        return folder / _name(self._api_url, claim)


def machine_folder(home: Path, name: str) -> Path:
    """Create a private folder in the config folder. Raises ClaimError."""
    folder = config_folder(home, name)
    with _explained(folder):
        # Other tools of the service share the outer one; who links that one elsewhere may do so.
        folder.parent.parent.mkdir(PRIVATE_FOLDER, parents=True, exist_ok=True)
        make_own_folder(folder.parent)
        make_own_folder(folder)
    return folder


def hashed(*parts: str) -> str:
    """A safe file name for texts from outside, such as an id."""
    text = json.dumps(parts).encode()
    return hashlib.sha256(text).hexdigest()[:32]


def config_folder(home: Path, name: str) -> Path:
    """Where this machine keeps what it knows of all projects; it need not be there."""
    return home.joinpath(".config", "nemovideo", "nemo-spec", name)


def _name(api_url: str, claim: Claim) -> str:
    service = "" if claim.kind == "run" else api_url  # a run is one of its project
    return f"{claim.kind}-{hashed(service)[:12]}-{hashed(service, claim.name)}.lock"


def _waiting_for(holder: Holder | None, claim: Claim) -> str:
    what = {"session": f"session {claim.name}", "key": "this recipe", "run": "this run"}[claim.kind]
    return f"{holder or 'another nemo-spec'} is working on {what}"


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    cure = (
        "make it writable, or set HOME to a folder that is, the same for all runs on this machine"
    )
    try:
        yield
    except LinkFound as error:
        raise ClaimError(f"{error.filename}: {error.strerror} – remove it") from None
    except OSError as error:
        where = error.filename or path
        raise ClaimError(f"{where} cannot be used: {error.strerror} – {cure}") from None


# -- the lock --------------------------------------------------------------------------------------


def _locked_soon(path: Path) -> int | None:
    for _ in range(_TRIES):
        handle = _locked(path, os.O_CREAT)
        if handle is not None:
            return handle
        time.sleep(0.01)
    return None


def _locked(path: Path, flags: int = 0) -> int | None:
    """A descriptor that locks the file at `path`; None where another one does. Raises OSError."""
    while True:
        handle = open_own(path, os.O_RDWR | flags)
        try:
            if not _lock(handle):
                os.close(handle)
                return None
            if _is_at(handle, path):
                return handle
        except BaseException:
            with suppress(OSError):
                os.close(handle)
            raise
        os.close(handle)  # whoever had the claim has removed the file since it was opened


def _is_at(handle: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), path.stat(follow_symlinks=False))
    except FileNotFoundError:
        return False


def _is_free(path: Path) -> bool:
    """Whether it is free; a file that was left behind is removed. What cannot be read is free."""
    try:
        handle = _locked(path)
    except OSError:
        return True
    if handle is None:
        return False
    _release(handle, path)
    return True


def _lock(handle: int) -> bool:
    """Lock a file until it is closed, unless another process has."""
    if sys.platform == "win32":
        import msvcrt

        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        os.lseek(handle, 0, os.SEEK_SET)
    else:
        import fcntl

        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True


def _release(handle: int, path: Path) -> None:
    """Remove the file while it is locked; Windows removes only a closed one."""
    is_windows = sys.platform == "win32"
    if not is_windows:
        with suppress(OSError):
            path.unlink()
    os.close(handle)
    if is_windows:
        with suppress(OSError):
            path.unlink()


def _listed(folder: Path) -> list[str]:
    try:
        return sorted(path.name for path in folder.iterdir())
    except OSError:
        return []
