"""Timeouts and poll intervals, in seconds. Those of the service are documented."""

from __future__ import annotations

from typing import NamedTuple

from nemo_spec.nemo.settings import is_loopback


class Timeouts(NamedTuple):
    """`not_ready` are the pauses before a conversation is opened again that the service was not ready for;
    `unchanged_after_end` and `unchanged_after_drop` are the pauses before each further reading of an
    unchanged draft, after a proper end of the stream and after a broken one."""

    render_poll: float = 30
    render_limit: float = 300
    still_working: float = 120
    only_heartbeats: float = 600
    stream_cap: float = 900
    not_ready: tuple[float, ...] = (2, 3, 3, 3, 3, 5, 5, 5, 5, 5)
    unchanged_after_end: tuple[float, ...] = (5, 15)
    unchanged_after_drop: tuple[float, ...] = (30, 60, 60, 60, 60)


SERVICE = Timeouts()

EMBEDDED = Timeouts(
    render_poll=0.3,
    render_limit=3600,
    not_ready=(0.2, 0.3),
    unchanged_after_end=(0.2,),
    unchanged_after_drop=(0.2, 0.5, 0.5, 1, 1),
)
"""The bundled mock answers at once; only its renders take as long as they take."""


def is_local(address: str) -> bool:
    """Whether the address of a service is on this machine."""
    return is_loopback(address)


def timeouts_for(api_url: str) -> Timeouts:
    """The timeouts of a service; one on this machine is a mock."""
    return EMBEDDED if is_local(api_url) else SERVICE
