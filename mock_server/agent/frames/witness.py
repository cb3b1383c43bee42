"""Whether a deed shows every value of the clause that asked for it: a check beside the frames.

A frame may take a word and forget it; a number, a text or a colour that is nowhere in what the
clause has become means that it was not understood.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import is_dataclass
from fractions import Fraction
from itertools import repeat
from typing import Any

from mock_server.agent import operations as op
from mock_server.agent.lexicon.tokens import Token
from mock_server.agent.values.placeholders import ANY_KIND
from mock_server.agent.values.quantities import Decibels, Time, Track
from mock_server.agent.values.ranges import Portion, Range

_WORDS = ("color", "look", "sfx", "half", "double", "percent")
_SHOWN = frozenset((*ANY_KIND, *_WORDS))
_CLOSE = 0.002


def shows(operations: Sequence[op.Operation], tokens: Sequence[Token]) -> bool:
    """Whether each value that the tokens name is found in the operations; filler words are examples."""
    if any(isinstance(one, op.TrimFillers) for one in operations):
        return True
    if any(isinstance(one, op.Rotate) for one in operations) and any(t.is_a("bit") for t in tokens):
        return False  # "rotate it a bit": by how much?
    if any(map(_is_contrary, operations, repeat(tokens))):
        return False
    numbers, others = _leaves(operations)
    counts = [len(operations), *(len(one.cues) for one in _captions(operations))]
    numbers |= {float(count) for count in counts if count > 1}
    plain = any(
        isinstance(one, op.Picture) and one.values.get("color", "") is None for one in operations
    )
    # "Remove the sepia look" leaves none of it behind.
    plain &= len({token.readings["look"] for token in tokens if token.is_a("look")}) == 1
    named = [token for token in tokens if not (plain and token.is_a("look"))]
    return all(_is_shown(token, numbers, others) for token in named)


def _is_contrary(one: op.Operation, tokens: Sequence[Token]) -> bool:
    """Whether a word says the opposite, "两倍速，同时放慢", or is of a layer: "显示时间缩短到3秒"."""
    if isinstance(one, op.Speed) and any(t.words in ("恢复", "还原") for t in tokens):
        return any(t.is_a("percent") for t in tokens)
    if isinstance(one, op.Speed) and one.factor < 1:
        return any("倍速" in t.words and t.readings.get("factor", 0) > 1 for t in tokens)
    return isinstance(one, op.Keep) and any(t.words.startswith("显示时") for t in tokens)


def _captions(operations: Sequence[op.Operation]) -> list[op.AddCaptions]:
    """What may be counted: "these 6 captions"."""
    return [one for one in operations if isinstance(one, op.AddCaptions)]


def _is_shown(token: Token, numbers: set[float], others: set[str]) -> bool:
    kinds = [kind for kind in token.readings if kind in _SHOWN]
    if not kinds or any(_found(token.readings[kind], numbers, others) for kind in kinds):
        return True
    return "factor" in kinds and token.readings["factor"] == 1  # "back to 1x", "慢一倍"


def _found(value: object, numbers: set[float], others: set[str]) -> bool:
    if isinstance(value, str):
        return value.casefold() in others
    if isinstance(value, Range):
        return _has_range(value, numbers)
    if isinstance(value, Mapping):
        return all(_found(one, numbers, others) for one in value.values())
    if isinstance(value, tuple):
        return all(_found(one, numbers, others) for one in value)
    return any(_near(one, numbers) for one in _spellings(value))


def _has_range(value: Range, numbers: set[float]) -> bool:
    edges = [abs(edge) for edge in (value.start, value.end) if edge]
    length = abs(value.start) if value.end is None else value.end - value.start
    return all(_near(edge, numbers) for edge in edges) or _near(length, numbers)


def _spellings(value: Any) -> Iterator[float]:
    """A value as a draft may have it: a share as the change to a level, a speed as its inverse, …"""
    if isinstance(value, Time):
        yield value.ms
        return
    if isinstance(value, Track):
        yield value.number
        return
    if isinstance(value, Decibels):
        yield from (value.db, -value.db, 10 ** (value.db / 20), 10 ** (-value.db / 20))
        return
    one = float(value)
    yield from (one, -one, 1 - one, 1 + one, one / 100, one * 1_000, one * 60_000, one % 360)
    yield from (1 / share for share in (one, 1 + one, 1 - one) if share)


def _near(value: float, numbers: set[float]) -> bool:
    return any(abs(one - value) <= _CLOSE for one in numbers)


def _leaves(value: object) -> tuple[set[float], set[str]]:
    numbers: set[float] = set()
    others: set[str] = set()
    for one in _walked(value, []):
        if isinstance(one, str):
            others.add(one.casefold())
        elif isinstance(one, int | float | Fraction) and not isinstance(one, bool):
            numbers.add(float(one))
    return numbers | {-one for one in numbers}, others


def _walked(value: object, found: list[object]) -> list[object]:
    """All that a value holds which holds nothing else, and how long its ranges are."""
    inner: Iterable[object]
    if is_dataclass(value):
        if isinstance(value, Range | Portion) and value.end is not None:
            found.append(value.end - value.start)
        inner = vars(value).values()
    elif isinstance(value, Mapping):
        inner = value.values()
    elif isinstance(value, list | tuple):
        inner = value
    else:
        found.append(value)
        return found
    for one in inner:
        _walked(one, found)
    return found
