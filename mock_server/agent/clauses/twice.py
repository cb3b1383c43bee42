"""What is spoken of is not added once more: "song.mp3 at 20 %", where it plays already."""

import re
from collections.abc import Sequence

from mock_server.agent import operations as op
from mock_server.agent.wording.shown import Shown

_SEVERAL = (*op.TEXTS, "effect")  # each has words, or a place, of its own
_ADDS = re.compile(
    r"\b(?:overlay the (?:picture|video)|add|adding|another|again|second|2nd|more|extra|insert"
    r"|include|drop|lay|append|twice|also|too|as well"
    r"|put|bring|use|new|throw|create)\b|[加添插配再又放来铺用新也还]",
    re.IGNORECASE,
)


def added_twice(
    operations: Sequence[op.Operation], message: str, shown: Sequence[Shown]
) -> list[int]:
    """The numbers, the last first, of what is added although it is on the timeline, by a message without
    a word of adding, or of removing the other."""
    there = {(layer.role, layer.name) for layer in shown if layer.role not in _SEVERAL}
    if not there or any(isinstance(one, op.Remove) for one in operations):
        return []
    heard = any(role == "music" for role, _ in there)
    found = [
        i
        for i, one in enumerate(operations)
        if _source(one) in there or (heard and _is_by_mood(one))
    ]
    return [] if not found or _ADDS.search(message) else found[::-1]


def _source(one: op.Operation) -> tuple[str, object] | None:
    if not isinstance(one, op.AddLayer):
        return None
    return one.role, one.values.get("src") or one.values.get("name")


def _is_by_mood(one: op.Operation) -> bool:
    return isinstance(one, op.AddLayer) and one.role == "music" and "src" not in one.values
