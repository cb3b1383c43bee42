"""What is only said to be wrong, where what is to be done about it stands behind: "太吵了,音乐关小"."""

from collections.abc import Sequence

from mock_server.agent.clauses.sentences import Clause

_ORDERS = ("set", "add", "up", "down", "percent", "move")
_OBJECTS = (
    "music", "title", "caption", "lower-third", "words", "voiceover", "effect", "overlay", "video",
    "picture", "clip", "sound", "volume", "text", "file", "it", "range", "portion", "nth", "which",
)  # fmt: skip


def complains(clause: Clause) -> bool:
    """Whether a clause only says what is wrong: "音乐太吵"."""
    said = [one for one in clause.tokens if not (one.carries_nothing or one.is_a("stop"))]
    wrong = any(one.words.lower().startswith(("太", "too ")) for one in said)
    return wrong and not any(one.is_a(kind) for one in said for kind in _ORDERS)


def without_complaints(clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses without a complaint that names nothing, where an order follows it."""
    return [
        clause
        for clause, after in zip(clauses, (*clauses[1:], None), strict=True)
        if after is None or not after.operations or complains(after) or not _is_bare(clause)
    ]


def _is_bare(clause: Clause) -> bool:
    named = any(one.is_a(kind) for one in clause.tokens for kind in _OBJECTS)
    return complains(clause) and not named
