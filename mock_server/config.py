"""The options of a mock."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from mock_server.api.dialects import RENDER_DIALECTS, SSE_DIALECTS
from mock_server.api.errors import ApiError
from mock_server.draft_dialects import DRAFT_DIALECTS
from mock_server.faults.injector import build, read_flag

NOT_NEGATIVE = (
    "speed", "credits", "token_limit", "hourly_token_limit", "price_per_edit", "keepalives",
)  # fmt: skip


@dataclass(frozen=True)
class MockConfig:
    """Options of one mock. Times in seconds, levels and rates 0–1.

    `allow_hosts` are names in the Host header to answer besides those of this machine, `fetch_hosts`
    those from which uploads by https URL are fetched. `output_base` is what output URLs begin with
    instead of the address that was called; an `hourly_token_limit` of 0 is no limit. `faults` look
    as for `/_mock/faults` or as for `--fault`. `act`, `render` and `probe` replace the agent, the
    renderer and the media probe; tests stay quick that way. Raises ValueError.
    """

    host: str = "127.0.0.1"
    port: int = 0
    seed: int = 0
    dialect: str = "adk"
    render_dialect: str = "v4.4"
    speak: str = "own"
    data: Path | None = None
    speed: float = 0.0
    credits: int = 100
    token_limit: int = 10
    hourly_token_limit: int = 0
    token_expires: bool = True
    output_base: str = ""
    price_per_edit: int = 0
    price_per_session: int = 50
    price_per_clip: int = 100
    silent: float = 0.3
    keepalives: int = 1
    upload_limit: int = 500 * 1024 * 1024
    allow_hosts: Sequence[str] = ()
    fetch_hosts: Sequence[str] = ()
    faults: Sequence[str | Mapping[str, Any]] = field(default_factory=tuple)
    act: Callable[..., Any] | None = None
    render: Callable[..., Any] | None = None
    probe: Callable[..., Any] | None = None

    def __post_init__(self) -> None:
        if self.dialect not in SSE_DIALECTS:
            raise ValueError(f"dialect {self.dialect!r}: one of {', '.join(SSE_DIALECTS)}")
        if self.render_dialect not in RENDER_DIALECTS:
            raise ValueError(
                f"render dialect {self.render_dialect!r}: one of {', '.join(RENDER_DIALECTS)}"
            )
        if self.speak not in DRAFT_DIALECTS:
            raise ValueError(f"speak {self.speak!r}: one of {', '.join(DRAFT_DIALECTS)}")
        for number in NOT_NEGATIVE:
            if getattr(self, number) < 0:
                raise ValueError(f"{number} must not be negative")
        if not re.fullmatch(r"(https?://[!-~]+)?", self.output_base):
            raise ValueError(f"output_base {self.output_base!r}: an http or https address")
        for names in ("allow_hosts", "fetch_hosts"):
            object.__setattr__(self, names, tuple(_host(one) for one in getattr(self, names)))
        object.__setattr__(self, "faults", tuple(_fault(one) for one in self.faults))


@lru_cache(64)
def host_name(host: str) -> str:
    """Normalise a host: lower case, without brackets, zone or the dot of the root.

    An IPv4 address inside an IPv6 one counts as itself.
    """
    name = host.lower().removeprefix("[").removesuffix("]").partition("%")[0]
    try:
        address = ipaddress.ip_address(name)
    except ValueError:
        return name if re.fullmatch(r"[0-9.]+", name) else name.removesuffix(".")
    return str(getattr(address, "ipv4_mapped", None) or address)


def _host(wanted: str) -> str:
    name = host_name(wanted)
    if not re.fullmatch(r"[0-9a-z_]([0-9a-z._-]*[0-9a-z_])?|[0-9a-f:]*:[0-9a-f:.]*", name):
        raise ValueError(
            f"allow-host or fetch-host {wanted!r}: a name or address, no scheme, no port"
        )
    return name


def _fault(wanted: str | Mapping[str, Any]) -> Mapping[str, Any]:
    try:
        spec = read_flag(wanted) if isinstance(wanted, str) else wanted
        build(spec)
    except ApiError as error:
        raise ValueError(f"fault {wanted!r}: {error.message}") from None
    return spec
