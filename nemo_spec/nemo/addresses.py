"""Whether an address that a server named may be followed: not into the network that we are in.

An output address on this machine or its network would have us fetch, with our rights, what only we can
reach. It is judged where it counts, when the connection is made: the name is resolved once, all of its
addresses are looked at, and the connection goes to one that was looked at. So neither a spelling
(`2130706433`, `localhost.`, `[::ffff:127.0.0.1]`) nor a name that changes its mind gets through.
"""

import ipaddress
import socket
from collections.abc import Iterable
from contextlib import suppress
from typing import Any, TypeAlias

import httpcore
import httpx

from nemo_spec.nemo.errors import UnexpectedAnswer
from nemo_spec.nemo.text import clean_line

Address: TypeAlias = ipaddress.IPv4Address | ipaddress.IPv6Address

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
# Proxies that work as a VPN give every name an address in here, that of the service too.
_PLACEHOLDERS = ipaddress.ip_network("198.18.0.0/15")


class Guard(httpcore.SyncBackend):
    """Connections to public addresses only, and to where the service itself is."""

    def __init__(self, api_host: str) -> None:
        self._api_host = api_host

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Raises UnexpectedAnswer for an address that is not followed, httpcore.ConnectError."""
        problem: Exception | None = None
        for address in self.allowed(host, port):
            try:
                return super().connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                problem = error
        raise problem or httpcore.ConnectError(f"{host} has no address")

    def check_literal(self, host: str) -> None:
        """Look at a host that needs no name service; through a proxy nothing else would. Raises
        UnexpectedAnswer."""
        if _is_literal(host):
            with suppress(httpcore.ConnectError):  # connecting will say so
                self.allowed(host, 0)

    def allowed(self, host: str, port: int) -> list[str]:
        """The addresses of a host. Raises UnexpectedAnswer when one of them is not followed."""
        found = _resolved(host, port)
        private = [one for one in found if not _is_public(_parsed(one))]
        if private:
            places = [_parsed(one) for one in self._service_addresses()]
            for one in private:
                if not any(_is_beside(_parsed(one), place) for place in places):
                    raise refusal(host, one)
        return found

    def _service_addresses(self) -> list[str]:
        try:
            return _resolved(self._api_host, 0)
        except httpcore.ConnectError:
            return []


def refusal(host: str, address: str) -> UnexpectedAnswer:
    """The exception for an address that is not followed."""
    where = clean_line(host, 80) if host == address else f"{clean_line(host, 80)} ({address})"
    return UnexpectedAnswer(
        f"the output address leads into a private network: {where}",
        "such addresses are followed only where the service itself is",
    )


def guard(client: httpx.Client, api_host: str) -> Guard:
    """Let a client connect through a Guard. A proxy that is set is connected to as it is: names are
    then resolved by the proxy, in its own network."""
    found = Guard(api_host)
    # httpx has no argument for this; a test fails should these names ever change.
    pool = getattr(client._transport, "_pool", None)
    if isinstance(pool, httpcore.ConnectionPool):
        pool._network_backend = found
    return found


def _is_literal(host: str) -> bool:
    """Whether a host is an address in any spelling that connecting to it understands, or this machine."""
    name = host.rstrip(".").lower()
    if name == "localhost" or name.endswith(".localhost") or ":" in name:
        return True
    try:
        socket.inet_aton(name)
    except OSError:
        return False
    return True


def _resolved(host: str, port: int) -> list[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise httpcore.ConnectError(str(error)) from None
    return list(dict.fromkeys(str(info[4][0]) for info in found))


def _parsed(address: str) -> Address:
    """An address, as the IPv4 address that it carries where it does."""
    found = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(found, ipaddress.IPv4Address):
        return found
    if found in _NAT64 or (int(found) >> 32 == 0 and int(found) > 1):
        return ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)
    return found.ipv4_mapped or found.sixtofour or (found.teredo or (None, None))[1] or found


def _is_public(address: Address) -> bool:
    return address.is_global and not (address.is_multicast or address.is_reserved)


def _is_beside(address: Address, service: Address) -> bool:
    """Whether a private address is where the service is."""
    if address.is_loopback and service.is_loopback:
        return True
    return address == service or (address in _PLACEHOLDERS and service in _PLACEHOLDERS)
