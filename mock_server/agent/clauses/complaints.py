"""What is only said to be wrong, where what is to be done about it stands behind: "太吵了,音乐关小"."""

from collections.abc import Sequence
from dataclasses import replace

from mock_server.agent import operations as op
from mock_server.agent.clauses.sentences import Clause
from mock_server.agent.lexicon.tokens import Token

_ORDERS = ("set", "add", "up", "down", "percent", "move")


def complains(clause: Clause) -> bool:
    """Whether a clause only says what is wrong: "音乐太吵"."""
    said = [one for one in clause.tokens if not (one.carries_nothing or one.is_a("stop"))]
    return any(map(_is_wrong, said)) and not any(one.is_a(kind) for one in said for kind in _ORDERS)


def without_complaints(clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses without a complaint that names nothing, where an order follows it."""
    return [
        clause
        for clause, after in zip(clauses, (*clauses[1:], None), strict=True)
        if after is None or not after.operations or complains(after) or not _is_bare(clause)
    ]


def without_answered(clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses without a complaint that would ask for what the order behind it does: "太快了,慢一点".

    The order is about the part that the complaint is about.
    """
    found: list[Clause] = []
    for clause in clauses:
        answer = _answer(found[-1], clause) if found else None
        found[-1:] = [answer] if answer else [*found[-1:], clause]
    return found


def _answer(clause: Clause, after: Clause) -> Clause | None:
    if not (complains(clause) and all(map(_says_little, clause.tokens))) or complains(after):
        return None
    told = any(map(_tells_part, after.tokens)) or len(clause.operations) != 1
    if told or len(after.operations) != 1:
        return None
    match clause.operations[0], after.operations[0]:
        case op.Speed() as one, op.Speed() as other if (one.factor < 1) == (other.factor < 1):
            return replace(after, operations=(replace(other, range=one.range),))
        case op.Level(to=None) as one, op.Level(to=None) as other if (one.by < 1) == (other.by < 1):
            return replace(after, operations=(replace(other, ranges=one.ranges),))
    return None


def _tells_part(token: Token) -> bool:
    return any(map(token.is_a, ("range", "nth", "portion", "video", "whole", "all", "only")))


def _is_bare(clause: Clause) -> bool:
    return complains(clause) and all(
        one.carries_nothing or one.is_a("stop") or _is_wrong(one) for one in clause.tokens
    )


def _says_little(token: Token) -> bool:
    kinds = ("stop", "video", "picture", "sound", "volume", "range", "nth", "portion")
    said = any(map(token.is_a, kinds))
    return said or token.carries_nothing or _is_wrong(token)


def _is_wrong(token: Token) -> bool:
    return token.words.lower().startswith(("太", "too ", "有点", "有些", "偏"))
