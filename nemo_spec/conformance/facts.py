"""What a check is. Each is kept under the id of the documented fact that it is about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nemo_spec.conformance.world import World


class NotMet(Exception):
    """The server does something else; the message says what."""


class NotTestable(Exception):
    """Nothing can be said; the message says why."""


@dataclass(frozen=True, slots=True)
class Check:
    """`look` returns a remark, or raises NotMet or NotTestable. One that `spends` makes sessions,
    edits or renders, or takes a token; the others only read."""

    look: Callable[[World], str]
    spends: bool


CHECKS: dict[str, Check] = {}


def fact(name: str, *, spends: bool = False) -> Callable[[Callable[[World], str]], None]:
    """Declare the check of a fact."""

    def declare(look: Callable[[World], str]) -> None:
        assert name not in CHECKS
        CHECKS[name] = Check(look, spends)

    return declare


def expect(condition: object, otherwise: str) -> None:
    """Raises NotMet."""
    if not condition:
        raise NotMet(otherwise)


UNTESTABLE: dict[str, str] = {
    "scopes": "no answer names the scopes of a token",
    "tier": "needs an account whose plan has no export",
    "ten-tokens": "would use up the tokens of this address",
    "fresh-token": "takes seven days",
    "upload-size": "would send 500 MB",
    "frozen": "an edit can be over before the balance is read",
    "out-of-credits": "needs an account without credits",
    "sse-error": "errors cannot be provoked from outside",
    "sse-role": "would need an instruction that may be lost",
    "sse-disconnect": "what becomes of an abandoned run is left open",
    "second-stage": "comes when the service likes",
    "lands-late": "needs a stream that breaks at the right moment",
    "render-draft": "binds the caller, not the server",
}
"""Documented facts that nobody can check from outside, and why."""
