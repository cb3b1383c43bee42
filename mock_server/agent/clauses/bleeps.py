"""A bleep over what is muted in the same sentence."""

from dataclasses import replace
from typing import TypeGuard

from mock_server.agent import operations as op
from mock_server.agent.clauses.sentences import Clause


def bleeped(clauses: list[Clause]) -> list[Clause]:
    """A bleep without a time, right behind what is muted, lies over that."""
    for i in range(1, len(clauses)):
        before, after = clauses[i - 1].operations, clauses[i].operations
        muted = before[0] if len(before) == 1 else None
        if isinstance(muted, op.Level) and len(after) == 1 and _is_untimed_bleep(after[0]):
            spans = [span for span in muted.ranges if span != op.WHOLE]
            tones = tuple(replace(after[0], range=span) for span in spans)
            clauses[i] = replace(clauses[i], operations=tones)
    return clauses


def _is_untimed_bleep(one: op.Operation) -> TypeGuard[op.AddLayer]:
    bleep = isinstance(one, op.AddLayer) and one.values.get("name") == "bleep"
    return bleep and isinstance(one, op.AddLayer) and one.range is None and one.at is None
