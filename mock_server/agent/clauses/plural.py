"""What is said of several titles before any of them is named: "two red titles: 'A' 1-3 s, 'B' 5-7 s"."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from mock_server.agent import operations as op
from mock_server.agent.clauses.sentences import Clause
from mock_server.agent.lexicon.tokens import Token

_LOOKS = {
    "color": "color",
    "pos": "pos",
    "style": "style",
    "bigger": "size",
    "smaller": "size",
    "big": "size",
}


def of_several(clauses: list[Clause]) -> list[Clause]:
    """The clauses of a list of titles, each with the looks that all of them have."""
    added = [clause.operations[0] for clause in clauses if len(clause.operations) == 1]
    texts = [one for one in added if isinstance(one, op.AddLayer) and one.role in op.TEXTS]
    if len(texts) < len(clauses) or len(texts) == 1:
        return clauses
    first, *others = texts
    before = [*takewhile(lambda one: not one.is_a("text"), clauses[0].tokens)]
    if not _names_several(before):
        return clauses
    keys = {key for kind, key in _LOOKS.items() for token in before if token.is_a(kind)}
    looks = {key: first.values[key] for key in keys if key in first.values}
    if any(not looks.keys().isdisjoint(one.values) for one in others):
        return clauses
    given = [replace(one, values={**one.values, **looks}) for one in others]
    return [
        clauses[0],
        *(
            replace(clause, operations=(one,))
            for clause, one in zip(clauses[1:], given, strict=True)
        ),
    ]


def _names_several(tokens: Sequence[Token]) -> bool:
    titles = any(one.words.lower() in ("titles", "captions", "subtitles") for one in tokens)
    return titles or any(one.is_a("count") and one.is_a("both") for one in tokens)
