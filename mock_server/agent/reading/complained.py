"""A complaint, and behind it how much: "the music is too loud. Half the volume." is one change, not two."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from mock_server.agent import operations as op
from mock_server.agent.reading.understood import Understood
from mock_server.agent.values.lazily import Regex

_COMPLAINS = Regex(r"\btoo\b|[太过]|有点|有些|偏", re.IGNORECASE)


def without_complaints(understood: Sequence[Understood]) -> list[Understood]:
    """The steps without those that only a complaint asks for, where the next one tells how much."""
    steps = list(understood)
    dropped = [
        i
        for i, (one, other) in enumerate(pairwise(steps))
        if _COMPLAINS.search(one.words) and _is_told_exactly(one.operation, other.operation)
    ]
    for i in dropped:
        one, other = steps[i].operation, steps[i + 1].operation
        if isinstance(one, op.Change) and isinstance(other, op.Change):
            other = replace(other, target=one.target)
        steps[i + 1] = Understood(other, f"{steps[i].words}. {steps[i + 1].words}")
    return [one for i, one in enumerate(steps) if i not in dropped]


def _is_told_exactly(one: op.Operation, other: op.Operation) -> bool:
    """Whether two steps change the same of the same thing, each by so much."""
    match one, other:
        case op.Change(), op.Change():
            same = other.target.touched or other.target == one.target
            louder = one.louder is not None and other.louder is not None
            bigger = one.bigger is not None and other.bigger is not None
            return same and (louder or bigger)
        case op.Level(to=None), op.Level(to=None):
            return one.ranges == other.ranges
        case op.Speed(), op.Speed():
            return one.range == other.range
    return False
