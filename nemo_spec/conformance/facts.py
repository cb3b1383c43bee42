"""The registry of checks, by the id of the documented fact that each one tests."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from nemo_spec.conformance.world import World

Look = Callable[[World], str]


@dataclass(frozen=True, slots=True)
class Check:
    """`look` returns a remark, or raises NotMet or NotTestable. One that `spends` creates sessions,
    edits or renders, or takes a token; the others only read."""

    look: Look
    spends: bool


CHECKS: dict[str, Check] = {}


def fact(name: str, *, spends: bool = False) -> Callable[[Look], Look]:
    """Register the check of a fact."""

    def register(look: Look) -> Look:
        assert name not in CHECKS
        CHECKS[name] = Check(look, spends)
        return look

    return register


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
    "hourly-tokens": "would use up the tokens of this address",
    "lasting-token": "takes seven days",
    "upload-https": "needs a file on the web",
    "tool-names": "not every form of the stream names tools",
    "render-project": "what the project is called is not known",
    "output-host": "which host hands out files is the server's choice",
    "http-absolute": "the client sends paths",
    "gateway-verify": "would send the token in a body",
    "gateway-render": "a second render says no more than the first",
    "gateway-exchange": "may move the session to another account",
    "gateway-chat": "a conversation is tried with `nemo-spec chat`",
    "gateway-close": "a conversation is tried with `nemo-spec chat`",
    "gateway-message": "a conversation is tried with `nemo-spec chat`",
    "gateway-question": "comes when the agent likes",
    "gateway-create": "a conversation is tried with `nemo-spec chat`",
    "render-draft": "binds the caller, not the server",
}
"""Documented facts that cannot be checked from outside, and why."""
