"""Getting a token and keeping it, and the recoveries that are documented to happen once.

Files, under `~/.config/nemovideo` (mode 0700): `client_id`, a bare UUID (documented place), and
`token.json` (mode 0600), the tokens by service and client. A free token is asked for at most once
per client in seven days: a second request would be refused and lose the first one's credits.
"""

import json
import os
import threading
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from nemo_spec.nemo.errors import BadSetting, ClientIdMissing, RateLimited, TokenInvalid
from nemo_spec.nemo.settings import Settings
from nemo_spec.run.clock import Clock

if TYPE_CHECKING:
    import httpx

    from nemo_spec.nemo.client import Nemo
    from nemo_spec.nemo.models import AnonymousToken

T = TypeVar("T")

TOKEN_LIFE = timedelta(days=7)
"""How long a free token is valid (documented)."""
RATE_LIMIT_WAIT = 30.0
"""Seconds before the one retry after 429 (documented)."""
_LONGEST_WAIT = 120.0
_MARGIN = timedelta(minutes=1)

_renewing = threading.Lock()


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


def connect(
    settings: Settings,
    clock: Clock,
    home: Path,
    *,
    transport: "httpx.BaseTransport | None" = None,
) -> "Nemo":
    """The service, with a token: NEMO_TOKEN, else a saved one, else a free one (saved at once).

    Raises what `anonymous_token` raises. The caller closes what is returned.
    """
    from nemo_spec.nemo.client import Nemo

    nemo = Nemo(settings, transport=transport)
    try:
        if settings.token is None:
            with _locked(home):
                _use(nemo, saved_token(settings, clock, home) or _acquire(nemo, clock, home))
    except BaseException:
        nemo.close()
        raise
    return nemo


def attempt(call: Callable[[], T], nemo: "Nemo", clock: Clock, home: Path) -> T:
    """`call`, with the documented recovery done once: 1001 gets a new token if the old one was a
    free one, 400 sends the client id, 429 waits thirty seconds. Anything else is raised."""
    used = nemo.token
    try:
        return call()
    except TokenInvalid:
        if not nemo.anonymous:
            raise
        _renew(nemo, used, clock, home)
    except ClientIdMissing:
        nemo.send_client_id(client_id(nemo.settings, home))
    except RateLimited as error:
        clock.sleep(_wait(error))
    return call()


# Tokens on disk ----------------------------------------------------------------------------------


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
    _store(home, [*kept, saved])


def forget_token(home: Path, api_url: str) -> bool:
    """Remove the token that the user stored; free ones stay, since they cannot be had again for
    seven days. True when there was one."""
    tokens = load_tokens(home)
    kept = [t for t in tokens if t.client_id is not None or t.api_url != api_url]
    if len(kept) < len(tokens):
        _store(home, kept)
    return len(kept) < len(tokens)


def client_id(settings: Settings, home: Path) -> str:
    """NEMO_CLIENT_ID, else the UUID on disk, which is made when it is missing or damaged."""
    if settings.client_id:
        return settings.client_id
    path = _folder(home) / "client_id"
    with suppress(OSError, ValueError):
        return str(uuid.UUID(path.read_text("utf-8").strip()))
    return _new_client_id(home)


def _new_client_id(home: Path) -> str:
    fresh = str(uuid.uuid4())
    _write(_folder(home) / "client_id", fresh)
    return fresh


def saved_token(settings: Settings, clock: Clock, home: Path) -> SavedToken | None:
    """What the user stored comes before a free token of this client."""
    here = [t for t in load_tokens(home) if t.api_url == settings.api_url]
    mine = {None, client_id(settings, home)}
    usable = [t for t in here if t.client_id in mine and t.valid_at(clock.now())]
    return min(usable, key=lambda t: t.client_id is not None, default=None)


def _acquire(nemo: "Nemo", clock: Clock, home: Path) -> SavedToken:
    """A free token, saved before anything else can go wrong."""
    settings = nemo.settings
    client = client_id(settings, home)
    try:
        answer = nemo.anonymous_token(client)
    except ClientIdMissing:
        if settings.client_id:
            raise
        client = _new_client_id(home)
        answer = nemo.anonymous_token(client)
    except RateLimited as error:
        clock.sleep(_wait(error))
        answer = _last_try(nemo, client)
    expires = answer.expires_at or clock.now() + TOKEN_LIFE
    saved = SavedToken(answer.token, settings.api_url, client, answer.user_id, expires)
    save_token(home, saved, clock)
    return saved


def _last_try(nemo: "Nemo", client: str) -> "AnonymousToken":
    try:
        return nemo.anonymous_token(client)
    except RateLimited as error:
        cure = (
            "free tokens are limited to one per client and about ten per address in seven days: "
            "set NEMO_TOKEN, or wait"
        )
        raise RateLimited(error.message, cure, endpoint=error.endpoint) from None


def _renew(nemo: "Nemo", used: str | None, clock: Clock, home: Path) -> None:
    """Replace a free token that was refused, unless another thread or process just did."""
    with _renewing, _locked(home):
        saved = saved_token(nemo.settings, clock, home)
        if saved is None or saved.token == used:
            _store(home, [t for t in load_tokens(home) if t.token != used])
            saved = _acquire(nemo, clock, home)
        _use(nemo, saved)


def _use(nemo: "Nemo", saved: SavedToken) -> None:
    nemo.token = saved.token
    nemo.user_id = saved.user_id
    nemo.anonymous = saved.client_id is not None


def _wait(error: RateLimited) -> float:
    return min(max(RATE_LIMIT_WAIT, error.retry_after or 0), _LONGEST_WAIT)


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


def _store(home: Path, tokens: list[SavedToken]) -> None:
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
def _locked(home: Path) -> Iterator[None]:
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
