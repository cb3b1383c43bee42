"""Get a token and keep it; recover a call, once, as documented.

A free token is requested at most once per client in seven days: the service refuses a second request,
and the credits of the first would be lost.
"""

import threading
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from nemo_spec.nemo.errors import (
    ClientIdMissing,
    NemoError,
    RateLimited,
    StrayRefusal,
    TokenInvalid,
)
from nemo_spec.nemo.settings import Settings
from nemo_spec.run.clock import Clock
from nemo_spec.run.session.pauses import LONGEST, Pause
from nemo_spec.run.session.tokens import (
    SavedToken,
    Tell,
    client_id,
    expired_token,
    forget_token,
    load_tokens,
    locked,
    own_client_id,
    save_token,
    saved_token,
)

if TYPE_CHECKING:
    from nemo_spec.nemo.client import Nemo, Transport
    from nemo_spec.nemo.models import AnonymousToken

__all__ = [
    "SavedToken",
    "attempt",
    "client_id",
    "connect",
    "forget_token",
    "load_tokens",
    "save_token",
    "saved_token",
]

T = TypeVar("T")

TOKEN_LIFE = timedelta(days=7)
"""How long a free token is valid (documented)."""
RATE_LIMIT_WAIT = 30.0
"""Seconds before the one retry after 429 (documented)."""

_renewing = threading.Lock()


_pauses: dict[tuple[Path, str], Pause] = {}
"""By the folder of the tokens and the service: the account that is limited."""


def _pause_of(nemo: "Nemo", home: Path) -> Pause:
    api_url = nemo.settings.api_url
    if (found := _pauses.get((home, api_url))) is not None:
        return found
    return _pauses.setdefault((home, api_url), Pause(home, api_url))


def connect(
    settings: Settings,
    clock: Clock,
    home: Path,
    *,
    transport: "Transport | None" = None,
    tell: Tell = lambda text: None,
) -> "Nemo":
    """The service, with a token: NEMO_TOKEN, else a saved one, else a free one (saved at once).

    `tell` is called with what the user should know once. Raises NemoError. The caller closes the client.
    """
    from nemo_spec.nemo.gateways import client_of

    nemo = client_of(settings, transport=transport)
    try:
        if settings.token is None:
            with locked(home):
                _use(nemo, saved_token(settings, clock, home) or _first(nemo, clock, home, tell))
    except BaseException:
        nemo.close()
        raise
    return nemo


def attempt(
    call: Callable[[], T], nemo: "Nemo", clock: Clock, home: Path, *, once: bool = False
) -> T:
    """Make a call and recover from its failure once (documented): after 1001 with a new token if the old
    one was free, after 400 with the client id, after 429 with a pause of thirty seconds,
    which holds for all threads and processes.

    Where another call accepts the token, its refusal proves nothing, and the call is made again. One
    that must not be made twice (`once`) may have been done all the same: then StrayRefusal is raised.
    Raises NemoError.
    """
    pause = _pause_of(nemo, home)
    pause.wait(clock)
    used = hash(nemo.token)  # of the token itself no frame holds a copy that a crash could print
    try:
        return call()
    except TokenInvalid as error:
        # Where another thread has got a new one meanwhile, the old one was refused for good.
        works = _works(nemo) if hash(nemo.token) == used else False
        if once and works is not False:
            raise StrayRefusal(code=error.code, endpoint=error.endpoint) from None
        if works is None or not (works or nemo.anonymous):
            raise
        if not works:
            _renew(nemo, used, clock, home)
    except ClientIdMissing:
        nemo.send_client_id(client_id(nemo.settings, home))
    except RateLimited as error:
        pause.begin(clock, _wait(error))
        pause.wait(clock)
    return call()


def _works(nemo: "Nemo") -> bool | None:
    """Whether a call that costs nothing accepts the token; None when that cannot be told."""
    try:
        nemo.credits()
    except TokenInvalid:
        return False
    except NemoError:
        return None
    return True


def _first(nemo: "Nemo", clock: Clock, home: Path, tell: Tell) -> SavedToken:
    """A free token where none is valid. The clock of this machine may be wrong: while the service gives
    no other, the last one is tried."""
    last = expired_token(nemo.settings, home)
    try:
        return _acquire(nemo, clock, home, tell)
    except RateLimited:
        if last is None:
            raise
        return last


def _acquire(nemo: "Nemo", clock: Clock, home: Path, tell: Tell = lambda text: None) -> SavedToken:
    """A free token, saved before anything else can fail; only then is the previous one dropped."""
    settings = nemo.settings
    client = client_id(settings, home, tell)
    try:
        answer = nemo.anonymous_token(client)
    except ClientIdMissing:
        if settings.client_id:
            raise
        client = own_client_id(home, "is refused by the service", tell)
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


def _renew(nemo: "Nemo", used: int, clock: Clock, home: Path) -> None:
    """Replace a free token that was refused, unless another thread or process just did."""
    with _renewing, locked(home):
        saved = saved_token(nemo.settings, clock, home)
        if saved is None or hash(saved.token) == used:
            saved = _acquire(nemo, clock, home)
        _use(nemo, saved)


def _use(nemo: "Nemo", saved: SavedToken) -> None:
    nemo.token = saved.token
    nemo.user_id = saved.user_id
    nemo.anonymous = saved.client_id is not None


def _wait(error: RateLimited) -> float:
    return min(max(RATE_LIMIT_WAIT, error.retry_after or 0), LONGEST)
