"""Chinese words that carry nothing only beside certain others: "时间" beside a time, "时候" behind one.

Anywhere else they say something that no frame has read: "标题时间减半", "标题出现的时候".
"""

from collections.abc import Sequence
from itertools import pairwise

from mock_server.agent.lexicon.tokens import Token

_TIMES = frozenset(("time", "range", "edge", "portion", "nth", "percent", "number"))
_EDGES = frozenset(("start", "end", "whole", "middle", "untilend"))
_SHIFTS = frozenset(
    ("later", "earlier", "longer", "shorter", "longness", "begin", "finish", "fade", "fades")
)
# In a clause with one of these kinds, …
_IN_A_CLAUSE_WITH: dict[str, frozenset[str]] = {
    **dict.fromkeys(("时间", "显示时间", "时间范围", "显示时间为", "时间为"), _TIMES | _SHIFTS),
    **dict.fromkeys(("为止",), _TIMES | _EDGES),
}
# … or right behind one of these.
_BEHIND: dict[str, frozenset[str]] = dict.fromkeys(
    ("时", "时候"), _TIMES | _EDGES | {"begin", "duck", "firstframe", "lastframe"}
)


def leaves_out(tokens: Sequence[Token]) -> bool:
    """Whether some word would be left out that says something here."""
    kinds = frozenset(kind for token in tokens for kind in token.readings)
    if any(_IN_A_CLAUSE_WITH.get(token.words, kinds).isdisjoint(kinds) for token in tokens):
        return True
    if any(map(_is_beside, tokens, tokens[1:], tokens[2:])):
        return True
    said = [token for token in tokens if token.words != "的"]
    alone = bool(said) and said[0].words in _BEHIND
    return alone or any(
        after.words in _BEHIND and _BEHIND[after.words].isdisjoint(before.readings)
        for before, after in pairwise(said)
    )


_SIDES = frozenset(("上面", "下面", "上方", "下方", "旁边", "左边", "右边", "底下", "后面", "前面"))
_LAYERS = ("title", "caption", "lower-third", "overlay", "text", "words")


def _is_beside(noun: Token, side: Token, verb: Token) -> bool:
    """Whether something is to be added beside what is there: "标题下面加一行…"."""
    return (
        side.words in _SIDES
        and any(map(noun.is_a, _LAYERS))
        and any(map(verb.is_a, ("add", "show")))
    )
