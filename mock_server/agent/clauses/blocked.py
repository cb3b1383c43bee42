"""Where a sentence is no order any more: a negation, a doubt, a condition, a question."""

from collections.abc import Sequence

from mock_server.agent.clauses.heads import ORDERS, is_layer
from mock_server.agent.clauses.sentences import BUT, EXCEPTIONS
from mock_server.agent.lexicon.tokens import Token

BLOCKING = {"not", "doubt", "cond", "question"}


def blocked_from(tokens: Sequence[Token], edges: Sequence[int]) -> int | None:
    """The token from which on the sentence is no order: a negation, a doubt, a question.

    A condition, a question and an exception ("but not …") govern the whole sentence.
    """
    for i, token in enumerate(tokens):
        kinds = set(token.readings)
        behind = (one for one in tokens[i + 1 :] if not (one.carries_nothing or one.is_a("all")))
        after = next(behind, None)
        if "no" in kinds and after is not None and any(after.is_a(kind) for kind in ORDERS):
            return max(edge for edge in edges if edge <= i)
        if not kinds or not kinds <= BLOCKING:
            continue
        asked = any(one.is_a("question") for one in tokens[i:])
        if asked or "cond" in kinds:
            return 0
        if i and tokens[i - 1].words.lower() in BUT:
            return i - 1 if is_of_another(tokens[: i - 1], tokens[i:]) else 0
        start = max(edge for edge in edges if edge <= i)
        if _limits(tokens, start, i, edges):
            return 0
        if start and _goes_with(tokens[start - 1], tokens[start:i]):
            start = max(edge for edge in edges if edge < start)  # "第3秒和第5秒没必要剪"
        return start
    return None


_TIMES = ("range", "portion", "nth", "start", "end")
_OPEN = (
    *_TIMES, "time", "number", "it", "text", "file", "all", "each", "rest", "stop", "and",
    "show", "add", "keep", "have", "exists",  # not to be there at all
)  # fmt: skip


def is_of_another(order: Sequence[Token], denied: Sequence[Token]) -> bool:
    """Whether what is denied of one layer leaves alone an order that names something else: "fade out the
    picture, but don't fade the music"."""
    layers = {kind for one in denied if is_layer(one) for kind in one.readings} - {""}
    named = [one for one in order if is_layer(one) or one.is_a("picture") or one.is_a("video")]
    plain = bool(layers and named) and not any(one.tags & {*_OPEN} for one in denied)
    layers |= {*_WORDED} if layers & {*_WORDED} else set()
    return plain and not any(one.is_a("all") or one.tags & layers for one in order)


_WORDED = ("words", "title", "caption", "lower-third")  # each may be called a text


def _limits(tokens: Sequence[Token], start: int, denied: int, edges: Sequence[int]) -> bool:
    """Whether what is denied is a time of the order before it: "…, but don't show it in the last 5 s"."""
    end = next((edge for edge in edges if edge > denied), len(tokens))
    piece = tokens[start:end]
    lead = (*tokens[max(0, start - 1) : start], *tokens[start:denied])
    but = any(one.words.lower() in EXCEPTIONS for one in lead)
    return start > 0 and but and any(one.is_a(kind) for one in piece for kind in _TIMES)


_LISTS = ("和", "与", "及", "以及", "、")


def _goes_with(connector: Token, found: Sequence[Token]) -> bool:
    """Whether what is denied at its end is one thing with what a connector stands behind."""
    faded = bool(found) and all(token.is_a("fade") or token.is_a("time") for token in found)
    return faded or (connector.words in _LISTS and any(map(_tells, found)))


def _tells(token: Token) -> bool:
    return any(map(token.is_a, ("range", "text", "portion", "which", "nth"))) or is_layer(token)
