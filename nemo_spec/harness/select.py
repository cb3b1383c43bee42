"""`-k EXPR`: select recipes by words in their names, with `and`, `or`, `not` and brackets."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

Chosen = Callable[[str], bool]
"""Whether a recipe of this name is selected."""

_TOKEN = re.compile(r"[()]|[^()\s]+")
_OPERATORS = ("and", "or", "not", "(", ")")


class BadExpression(Exception):
    """An invalid expression; the text says why."""


def name_filter(expression: str) -> Chosen:
    """Whether a name matches an expression; an empty one matches all. Raises BadExpression."""
    tokens = _TOKEN.findall(expression)
    if not tokens:
        return lambda name: True
    reader = _Reader(tokens)
    chosen = reader.either()
    if reader.next:
        raise BadExpression(f"`{reader.next}` is unexpected here")
    return chosen


@dataclass(slots=True)
class _Reader:
    tokens: list[str]

    @property
    def next(self) -> str:
        return self.tokens[0] if self.tokens else ""

    def take(self) -> str:
        return self.tokens.pop(0) if self.tokens else ""

    def either(self) -> Chosen:
        left = self.both()
        while self.next == "or":
            self.take()
            left = _or(left, self.both())
        return left

    def both(self) -> Chosen:
        left = self.one()
        while self.next == "and":
            self.take()
            left = _and(left, self.one())
        return left

    def one(self) -> Chosen:
        token = self.take()
        if token == "not":
            inner = self.one()
            return lambda name: not inner(name)
        if token == "(":
            inside = self.either()
            if self.take() != ")":
                raise BadExpression("a `(` is not closed")
            return inside
        if token in _OPERATORS or not token:
            raise BadExpression(f"a name was expected, not {f'`{token}`' if token else 'the end'}")
        return lambda name: token.lower() in name.lower()


def _or(left: Chosen, right: Chosen) -> Chosen:
    return lambda name: left(name) or right(name)


def _and(left: Chosen, right: Chosen) -> Chosen:
    return lambda name: left(name) and right(name)
