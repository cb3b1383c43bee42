"""What stands in a stretch that is no order: a negation, a doubt, a question."""

from collections.abc import Sequence

from mock_server.agent.sentences import head_of
from mock_server.agent.tokens import Token


def unread(found: Sequence[Token], *, negated: bool) -> Sequence[Token]:
    """Of a stretch that is no order, what may be one all the same: a doubt with a verb or a value, or
    what stands behind a negation."""
    edges = (i for i, token in enumerate(found) if token.is_a("stop") or token.is_a("and"))
    behind = found[next(edges, len(found)) + 1 :] if negated else found
    told = any(token.is_a(kind) for token in behind for kind in (*TOLD, *_ORDERED))
    return behind if told or head_of(behind) else ()


def is_timed_order(found: Sequence[Token]) -> bool:
    """Whether there is a text or a range in what is no order, and a verb: no mere question."""
    told = any(token.is_a("range") or token.is_a("text") for token in found)
    return told and bool(head_of(found)) and not any(token.is_a("question") for token in found)


def orders_in(found: Sequence[Token]) -> bool:
    """Whether there is a verb that is more than the beginning or the end of something."""
    return any(not (one.is_a("begin") or one.is_a("finish")) for one in head_of(found)[:1])


_ORDERED = ("music", "title", "caption", "captions", "overlay", "voiceover", "look", "heard")
TOLD = (
    "time",
    "range",
    "portion",
    "nth",
    "percent",
    "factor",
    "level",
    "number",
    "half",
    "double",
)
