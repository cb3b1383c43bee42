"""Turn a message into operations: the first rule that matches a clause reads it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from mock_server.agent import chinese, english
from mock_server.agent.building import Rule
from mock_server.agent.clauses import MOST, Clause, clauses
from mock_server.agent.operations import Operation
from mock_server.agent.placeholders import marked_words

_CHINESE = re.compile("[\u4e00-\u9fff]")


@dataclass(frozen=True)
class Understood:
    """An operation, the words that asked for it, and values in them that nobody used."""

    operation: Operation
    words: str
    unused: tuple[str, ...] = ()


@dataclass
class Reading:
    """The parsed message. `language` is `en` or `zh`."""

    language: str
    understood: list[Understood] = field(default_factory=list)
    misunderstood: list[str] = field(default_factory=list)

    @property
    def operations(self) -> list[Operation]:
        """The operations in order."""
        return [one.operation for one in self.understood]


def read(message: str, names: Sequence[str] = ()) -> Reading:
    """The reading of a message; `names` are the uploads that it may mention without quotes."""
    found = clauses(message, tuple(names))
    chinese_words = any(_CHINESE.search(clause.text) for clause in found)
    reading = Reading("zh" if chinese_words else "en")
    rules = (*chinese.RULES, *english.RULES) if chinese_words else (*english.RULES, *chinese.RULES)
    for clause in found[:MOST]:
        _read_clause(clause, rules, reading)
    if len(found) > MOST:
        reading.misunderstood.append(f"… ({len(found) - MOST})")
    return reading


# Values that describe the present state, not the wanted one.
_ANY = "text|time|range|percent|level|number|factor"
_WRONG = (
    rf"\b(?:runs|is|has|plays|reads|says|stands|shows|starts|lasts)\b[^\ue000]{{0,20}}<{_ANY}>"
    r"(?: volume| long)? instead of",
    rf"\b(?:is|was|runs|has|stands)\b[^\ue000]{{0,20}}<{_ANY}>[^\ue000]{{0,20}}\b(?:should|must)\b",
)
_ASIDES = (
    rf"\bbut (?:it |now )?(?:runs|is|has|was|stands|starts|plays|reads|says)[^\ue000]{{0,20}}<{_ANY}>",
    r"(?:instead of|rather than|currently(?: at| from)?|, not(?: at)?|而不是|并非|现在是|目前是)"
    rf" ?<{_ANY}>",
    rf"<:range> ?\((?:[a-z ]{{0,20}})<{_ANY}>[a-z ]{{0,20}}\)",
    r"\bfrom <percent|level|number|factor>(?= to)",
    r"从 ?<percent|level|number|factor>",
)


def _read_clause(clause: Clause, rules: Sequence[Rule], reading: Reading) -> None:
    _set_aside(clause)
    for rule in rules:
        operation = rule.read(clause)
        if operation is not None:
            unused = tuple(_value_words(clause, i) for i in clause.left())
            reading.understood.append(Understood(operation, _words(clause), unused))
            return
    reading.misunderstood.append(_words(clause))


def _set_aside(clause: Clause) -> None:
    wrong = clause.take(*_WRONG)
    asides = _ASIDES if wrong is None else _ASIDES[:1]
    while clause.take(*asides) is not None:
        pass


def _words(clause: Clause) -> str:
    return marked_words(clause.text, clause.values)[:200].strip(" ,.:")


def _value_words(clause: Clause, i: int) -> str:
    return str(clause.values.words[i])
