"""Tokens on disk, under `~/.config/nemovideo` (mode 0700).

`client_id` holds a bare UUID (documented place), `token.json` (mode 0600) the tokens by service and
client: what is kept for one service or client never replaces what is kept for another.
"""

import json
import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from nemo_spec.nemo.errors import BadSetting
from nemo_spec.nemo.settings import Settings
from nemo_spec.run.clock import Clock

_MARGIN = timedelta(minutes=1)


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
    """All saved tokens; an unreadable or damaged file holds none."""
    try:
        entries = json.loads(_token_file(home).read_text("utf-8"))["tokens"]
        return [_entry(entry) for entry in entries]
    except (OSError, ValueError, KeyError, TypeError):
        return []


def save_token(home: Path, saved: SavedToken, clock: Clock) -> None:
    """Keep a token, instead of the one for the same service and client. `login` saves without a
    client id."""
    kept = [old for old in load_tokens(home) if not _same(old, saved) and old.valid_at(clock.now())]
    store_tokens(home, [*kept, saved])


def forget_token(home: Path, api_url: str) -> bool:
    """Remove the token that the user stored; free ones stay, since they cannot be had again for
    seven days. True when there was one."""
    tokens = load_tokens(home)
    kept = [t for t in tokens if t.client_id is not None or t.api_url != api_url]
    if len(kept) < len(tokens):
        store_tokens(home, kept)
    return len(kept) < len(tokens)


def client_id(settings: Settings, home: Path) -> str:
    """NEMO_CLIENT_ID, else the UUID on disk, which is made when it is missing or damaged."""
    if settings.client_id:
        return settings.client_id
    path = _folder(home) / "client_id"
    with suppress(OSError, ValueError):
        return str(uuid.UUID(path.read_text("utf-8").strip()))
    return new_client_id(home)


def new_client_id(home: Path) -> str:
    """A fresh UUID in place of the one on disk."""
    fresh = str(uuid.uuid4())
    _write(_folder(home) / "client_id", fresh)
    return fresh


def saved_token(settings: Settings, clock: Clock, home: Path) -> SavedToken | None:
    """What the user stored comes before a free token of this client."""
    here = [t for t in load_tokens(home) if t.api_url == settings.api_url]
    mine = {None, client_id(settings, home)}
    usable = [t for t in here if t.client_id in mine and t.valid_at(clock.now())]
    return min(usable, key=lambda t: t.client_id is not None, default=None)


# Files -------------------------------------------------------------------------------------------


def _token_file(home: Path) -> Path:
    return home / ".config" / "nemovideo" / "token.json"


def _folder(home: Path) -> Path:
    folder = _token_file(home).parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o700)
    except OSError:
        raise _unwritable(folder) from None
    return folder


def _same(one: SavedToken, other: SavedToken) -> bool:
    return (one.api_url, one.client_id) == (other.api_url, other.client_id)


def _entry(entry: dict[str, Any]) -> SavedToken:
    expires = entry["expires_at"]
    return SavedToken(
        str(entry["token"]),
        str(entry["api_url"]),
        entry["client_id"],
        str(entry["user_id"]),
        None if expires is None else datetime.fromisoformat(expires),
    )


def store_tokens(home: Path, tokens: list[SavedToken]) -> None:
    """Keep these tokens and no others."""
    entries = [
        {**vars(t), "expires_at": t.expires_at.isoformat() if t.expires_at else None}
        for t in tokens
    ]
    _write(_folder(home) / "token.json", json.dumps({"tokens": entries}, indent=1))


def _write(path: Path, text: str) -> None:
    """All or nothing, readable by the owner only from the first byte on."""
    temporary = path.with_name(f".{path.name}.{uuid.uuid4().hex}")
    try:
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise _unwritable(path) from None


def _unwritable(path: Path) -> BadSetting:
    return BadSetting(f"{path} cannot be written", "make it writable, or set NEMO_TOKEN")


@contextmanager
def locked(home: Path) -> Iterator[None]:
    """One process at a time asks for a token. Where files cannot be locked, the service's own
    limit has to do."""
    try:
        import fcntl
    except ImportError:
        yield
        return
    with (_folder(home) / "lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
