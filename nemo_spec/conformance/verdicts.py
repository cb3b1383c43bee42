"""How a check ends when its fact is not met."""

from __future__ import annotations


class NotMet(Exception):
    """The server does something else; the message says what."""


class NotTestable(Exception):
    """The check cannot decide; the message says why."""


def expect(condition: object, otherwise: str) -> None:
    """Raises NotMet with the message `otherwise` unless the condition is true."""
    if not condition:
        raise NotMet(otherwise)
