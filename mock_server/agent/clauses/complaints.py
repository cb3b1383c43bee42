"""What is only said to be wrong, where what is to be done about it stands behind: "太吵了,音乐关小"."""

from collections.abc import Sequence

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


def _is_bare(clause: Clause) -> bool:
    return complains(clause) and all(map(_says_little, clause.tokens))


def _says_little(token: Token) -> bool:
    return token.carries_nothing or token.is_a("stop") or _is_wrong(token)


def _is_wrong(token: Token) -> bool:
    return token.words.lower().startswith(("太", "too "))
