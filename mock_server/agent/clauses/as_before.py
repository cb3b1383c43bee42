"""A clause that says no more than that it is as the one before: "画面淡出2秒,音乐也是"."""

from dataclasses import replace
from typing import Any

from mock_server.agent import operations as op
from mock_server.agent.clauses.sentences import Clause

_VALUES = ("time", "edge", "percent", "level", "factor", "number", "bit", "much", "half", "double")
_ALSO = ("也", "也是", "也一样", "也如此", "一样", "同样")


def is_as_before(clause: Clause) -> bool:
    """Whether a clause ends in such words."""
    return "".join(one.words for one in clause.tokens).rstrip(",了的").endswith(_ALSO)


def as_before(clause: Clause, other: Clause) -> Clause:
    """The clause with the length of the other's fade; left alone where it would be something else."""
    mine, its = clause.operations[0], other.operations[0]
    fades = fades_of(its)
    if fades and fades_of(mine).keys() == fades.keys():
        return replace(clause, operations=(faded(mine, fades),))
    told = any(token.is_a(kind) for token in other.tokens for kind in _VALUES)
    alike = getattr(mine, "values", {}) == getattr(its, "values", {})
    return replace(clause, operations=()) if told or not alike else clause


def fades_of(one: op.Operation) -> dict[str, object]:
    """The lengths of the fades that an operation gives."""
    if isinstance(one, op.FadeVideo):
        both = {"fade_in": one.fade_in, "fade_out": one.fade_out}
        return {key: value for key, value in both.items() if value}
    values = one.values if isinstance(one, op.Change) else {}
    return {key: value for key, value in values.items() if key in ("fade_in", "fade_out") and value}


def faded(one: op.Operation, fades: dict[str, Any]) -> op.Operation:
    """An operation with these fades."""
    if isinstance(one, op.FadeVideo):
        return replace(one, **fades)
    assert isinstance(one, op.Change)
    return replace(one, values={**one.values, **fades})
