"""Who may call the mock: programs of this machine, and pages that the mock itself served.

Any web page open in a browser could otherwise set credits or reset the mock, and one whose name
resolves to this machine (DNS rebinding) could read everything.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.websockets import WebSocket

from mock_server.api import responses
from mock_server.api.errors import ApiError
from mock_server.config import MockConfig, host_name
from mock_server.state.settings import Settings

HOST = re.compile(r"(?P<name>\[[0-9a-f:.]+\]|[0-9a-z._-]+)(:[0-9]{0,5})?", re.IGNORECASE)
ABSOLUTE = re.compile(r"https?://(?P<host>[^/?#]*)(?P<path>/.*)?", re.IGNORECASE | re.DOTALL)
OWN_SITE = ("same-origin", "none")
# What a link on another site may open as a page of its own: it changes nothing, and the page
# that holds the link cannot read it.
LINKED = ("/workspace/claim", "/files/")


class Gate:
    """ASGI middleware: answers 403 to any request that does not come from here."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        config = self._settings.config
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        scope = origin_form(scope)
        if why := refusal(scope, config):
            answer = responses.failure(config, ApiError(403, why), "envelope")
            if scope["type"] == "websocket":
                await responses.deny(WebSocket(scope, receive, send), answer)
            else:
                await answer(scope, receive, send)
            return
        await self._app(scope, receive, send)


def origin_form(scope: Scope) -> Scope:
    """A request whose target is a whole URL, as one with a path: its Host is then that of the URL
    (RFC 9112, 3.2.2)."""
    found = ABSOLUTE.fullmatch(scope["path"])
    if found is None:
        return scope
    raw = ABSOLUTE.fullmatch(scope["raw_path"].decode("latin-1"))
    others = [one for one in scope["headers"] if one[0] != b"host"]
    return {
        **scope,
        "path": found["path"] or "/",
        "raw_path": (raw["path"] if raw else "").encode("latin-1") or b"/",
        "headers": [*others, (b"host", found["host"].encode("utf-8", "replace"))],
    }


def refusal(scope: Scope, config: MockConfig) -> str:
    """Why a request is refused; empty when it may go on."""

    def header(name: bytes) -> list[str]:
        return [value.decode("latin-1") for key, value in scope["headers"] if key == name]

    method = scope.get("method", "GET")  # a WebSocket has none
    if not scope["path"].startswith("/") and (method, scope["path"]) != ("OPTIONS", "*"):
        return "the target of the request is no path; this mock is no proxy: send the path only"
    hosts = header(b"host")
    if len(hosts) != 1:
        return f"the request has {len(hosts) or 'no'} Host headers; send one"
    if not _is_own(hosts[0], scope, config):
        return (
            f"the Host {hosts[0][:100]!r} is not this machine; if it is a name of this mock, "
            "start it with --allow-host NAME"
        )
    foreign = [one for one in header(b"origin") if not _same_origin(one, hosts[0])]
    if foreign:
        return f"a web page of {foreign[0][:100]!r} may not use this mock"
    if not _from_own_site(scope, header):
        return "a web page of another site may not use this mock"
    return ""


def _is_own(host: str, scope: Scope, config: MockConfig) -> bool:
    """Whether a Host header names this machine, the address it was reached at, or an allowed name.

    The address that was reached is safe as it is: rebinding needs a name.
    """
    found = HOST.fullmatch(host)
    if found is None:
        return False
    name = host_name(found["name"])
    reached = host_name((scope.get("server") or ("",))[0])
    own = {reached, host_name(config.host), *config.allow_hosts} - {""}
    return _is_loopback(name) or name in own


@lru_cache(64)
def _is_loopback(name: str) -> bool:
    try:
        return name == "localhost" or ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False


def _same_origin(origin: str, host: str) -> bool:
    """Compare origins with their ports: another server on this machine is another site."""
    scheme, _, authority = origin.lower().partition("://")
    usual = {"http": ":80", "https": ":443"}.get(scheme)
    return usual is not None and authority.removesuffix(usual) == host.lower().removesuffix(usual)


def _from_own_site(scope: Scope, header: Callable[[bytes], Iterable[str]]) -> bool:
    """Judge by the Sec-Fetch headers, which browsers send and programs do not."""
    if all(site.lower() in OWN_SITE for site in header(b"sec-fetch-site")):
        return True
    opened = (list(header(b"sec-fetch-mode")), list(header(b"sec-fetch-dest")))
    is_link = opened == (["navigate"], ["document"]) and scope.get("method") in ("GET", "HEAD")
    return is_link and scope["path"].startswith(LINKED)
