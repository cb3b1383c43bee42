"""Tokens on disk, under `~/.config/nemovideo` (mode 0700).

`client_id` is a documented file that all NemoVideo tools share: it is read as it is, created where it is
missing, and never overwritten. `token.json` (mode 0600) holds our tokens by service and client; one never
replaces that of another service or client.

The folder may be a symbolic link, for those who keep their settings elsewhere; the files in it may not.
"""

import errno
import json
import os
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from nemo_spec.nemo.errors import BadSetting
from nemo_spec.nemo.settings import HEADER_SAFE, LONGEST_CLIENT_ID, Settings, is_loopback
from nemo_spec.nemo.text import conceal
from nemo_spec.run.clock import Clock
from nemo_spec.safe_files import (
    PRIVATE,
    PRIVATE_FOLDER,
    LinkFound,
    NotRegular,
    open_own,
    read_own,
    write_own,
)

Tell = Callable[[str], None]
"""Called with what the user should know once."""

CLIENT_ID_FILE = "client_id"
OWN_CLIENT_ID_FILE = "nemo-spec-client_id"
_MARGIN = timedelta(minutes=1)
"""A token that expires within this is not used: a call may take that long."""
_LONGEST_FILE = 1_000_000


@dataclass(frozen=True)
class SavedToken:
    """A token on disk. One without a client id was stored by the user and never expires here."""

    token: str = field(repr=False)
    api_url: str
    client_id: str | None = None
    user_id: str = ""
    expires_at: datetime | None = None

    def valid_at(self, moment: datetime) -> bool:
        return self.expires_at is None or self.expires_at > moment + _MARGIN


def load_tokens(home: Path) -> list[SavedToken]:
    """All saved tokens; a damaged entry or file holds none.

    Raises BadSetting where the file cannot be read: another one in its place would lose them.
    """
    path = _path(home, "token.json")
    try:
        content = read_own(path, _LONGEST_FILE)
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise _unusable(path, error, "read") from None
    try:
        entries = json.loads(content.decode("utf-8"))["tokens"]
        return [token for entry in entries if (token := _entry(entry))]
    except (ValueError, KeyError, TypeError, RecursionError):
        return []


def save_token(home: Path, saved: SavedToken, clock: Clock) -> None:
    """Keep a token, instead of the one for the same service and client. `login` saves without a
    client id."""
    kept = [old for old in load_tokens(home) if not _same(old, saved) and _is_kept(old, clock)]
    store_tokens(home, [*kept, saved])


def forget_token(home: Path, api_url: str) -> bool:
    """Remove the token that the user stored; free ones stay, since they cannot be had again for
    seven days. True when there was one."""
    tokens = load_tokens(home)
    kept = [t for t in tokens if t.client_id is not None or t.api_url != api_url]
    if len(kept) < len(tokens):
        store_tokens(home, kept)
    return len(kept) < len(tokens)


def saved_token(settings: Settings, clock: Clock, home: Path) -> SavedToken | None:
    """What the user stored comes before a free token of this client."""
    return next((t for t in _tokens_of(settings, home) if t.valid_at(clock.now())), None)


def expired_token(settings: Settings, home: Path) -> SavedToken | None:
    """The one whose time is over by this machine's clock: better than none, where there is no other."""
    return next(iter(_tokens_of(settings, home)), None)


def _tokens_of(settings: Settings, home: Path) -> list[SavedToken]:
    """Those for this service that may be used, the best first."""
    clients = [None, *_client_ids(settings, home)]
    here = [t for t in load_tokens(home) if t.api_url == settings.api_url]
    return [token for client in clients for token in here if token.client_id == client]


def store_tokens(home: Path, tokens: list[SavedToken]) -> None:
    """Keep these tokens and no others. Raises BadSetting when they cannot be written."""
    entries = [
        {**vars(t), "expires_at": t.expires_at.isoformat() if t.expires_at else None}
        for t in tokens
    ]
    _write(_folder(home) / "token.json", json.dumps({"tokens": entries}, indent=1))


# Clients -----------------------------------------------------------------------------------------


def client_id(settings: Settings, home: Path, tell: Tell = lambda text: None) -> str:
    """NEMO_CLIENT_ID, else what stands in the file of all NemoVideo tools, which is made when it is
    missing. Where nothing usable stands in it, an id of our own, which `tell` hears of once.

    Raises BadSetting where the folder cannot be used.
    """
    if settings.client_id:
        return settings.client_id
    path = _folder(home) / CLIENT_ID_FILE
    try:
        return _read_client_id(path) or _create_client_id(path)
    except _UnusableError as reason:
        return own_client_id(home, str(reason), tell)


def own_client_id(home: Path, reason: str, tell: Tell = lambda text: None) -> str:
    """An id that no other tool reads, made once; `reason` says why the common one cannot be used."""
    path = _folder(home) / OWN_CLIENT_ID_FILE
    with suppress(_UnusableError):
        if known := _read_client_id(path):
            return known
    fresh = str(uuid.uuid4())
    _write(path, fresh)
    common = path.with_name(CLIENT_ID_FILE)
    tell(f"{common} {reason} and is left as it is: nemo-spec uses the id in {path} instead")
    return fresh


class _UnusableError(Exception):
    """A file holds no client id. `str()` says why, for behind its name."""


def _client_ids(settings: Settings, home: Path) -> list[str]:
    """Under which free tokens of this client may have been stored, the best first. Makes nothing."""
    if settings.client_id:
        return [settings.client_id]
    found = []
    for name in (CLIENT_ID_FILE, OWN_CLIENT_ID_FILE):
        with suppress(_UnusableError):
            found.append(_read_client_id(_path(home, name)) or "")
    with suppress(ValueError, IndexError):
        found.append(str(uuid.UUID(found[0])))  # so it was noted before it was used as it is
    return [one for one in dict.fromkeys(found) if one]


def _read_client_id(path: Path) -> str | None:
    """None where there is no file. Raises _UnusableError, and BadSetting for a link."""
    try:
        content = read_own(path, _LONGEST_FILE)
    except FileNotFoundError:
        return None
    except LinkFound as error:
        raise _unusable(path, error, "read") from None
    except OSError as error:
        reason = f"cannot be read ({error.strerror or 'no reason given'})"
        raise _UnusableError(reason) from None
    text = content.strip().decode("ascii", "replace")
    if not text:
        raise _UnusableError("is empty")
    if len(text) > LONGEST_CLIENT_ID or not HEADER_SAFE.fullmatch(text):
        raise _UnusableError(f"does not hold an id of up to {LONGEST_CLIENT_ID} characters")
    return text


def _create_client_id(path: Path) -> str:
    """A fresh UUID, or what another tool has put there meanwhile."""
    fresh = str(uuid.uuid4())
    try:
        handle = open_own(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
    except FileExistsError:
        return _read_client_id(path) or fresh
    except OSError as error:
        raise _unusable(path, error, "written") from None
    with os.fdopen(handle, "wb") as file:
        file.write(fresh.encode())
    _make_private(path)
    return fresh


# Files -------------------------------------------------------------------------------------------


def _path(home: Path, name: str) -> Path:
    """Where a file of ours lies, with the links above it followed."""
    folder = home / ".config" / "nemovideo"
    try:
        return folder.resolve() / name
    except (OSError, RuntimeError):  # links in a circle
        raise BadSetting(f"{folder} cannot be found", "see where its links lead") from None


def _folder(home: Path) -> Path:
    folder = _path(home, "")
    try:
        folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
        folder.chmod(PRIVATE_FOLDER)  # whatever the umask has left of it
    except OSError as error:
        raise _unusable(folder, error, "written") from None
    return folder


def _same(one: SavedToken, other: SavedToken) -> bool:
    return (one.api_url, one.client_id) == (other.api_url, other.client_id)


def _is_kept(token: SavedToken, clock: Clock) -> bool:
    """Mocks come and go with their tokens. That of a service outlives a clock that is wrong."""
    return token.valid_at(clock.now()) or not is_loopback(token.api_url)


def _entry(entry: Any) -> SavedToken | None:
    """None for a damaged one: the others are worth keeping."""
    try:
        expires = entry["expires_at"]
        moment = None if expires is None else datetime.fromisoformat(expires)
        if moment and not moment.tzinfo:
            moment = moment.replace(tzinfo=UTC)
        found = SavedToken(
            str(entry["token"]),
            str(entry["api_url"]),
            entry["client_id"],
            str(entry["user_id"]),
            moment,
        )
        is_loopback(found.api_url)  # can be told of any address that can be used
    except (ValueError, KeyError, TypeError):
        return None
    conceal(found.token)
    return found


def _write(path: Path, text: str) -> None:
    """All or nothing, readable by the owner only from the first byte on."""
    try:
        write_own(path, text.encode("utf-8"))
    except OSError as error:
        raise _unusable(path, error, "written") from None
    _make_private(path)


def _make_private(path: Path) -> None:
    """Readable and writable for its owner, whatever the umask."""
    with suppress(OSError):
        path.chmod(PRIVATE)


def _unusable(path: Path, error: OSError, how: str) -> BadSetting:
    if isinstance(error, LinkFound):
        cure = "put the file itself there, or set NEMO_TOKEN"
        return BadSetting(f"{path} is a symbolic link, which is never followed", cure)
    if isinstance(error, NotRegular) or error.errno == errno.EISDIR:
        return BadSetting(f"{path} is not a file", "move it away, or set NEMO_TOKEN")
    cure = f"make it {'readable' if how == 'read' else 'writable'}, or set NEMO_TOKEN"
    return BadSetting(f"{path} cannot be {how}", cure)


@contextmanager
def locked(home: Path) -> Iterator[None]:
    """One process at a time asks for a token. Where files cannot be locked, the service's own
    limit has to do."""
    try:
        import fcntl
    except ImportError:
        yield
        return
    path = _folder(home) / "lock"
    try:
        handle = open_own(path, os.O_RDWR | os.O_CREAT)
    except OSError as error:
        raise _unusable(path, error, "written") from None
    try:
        os.fchmod(handle, PRIVATE)
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
