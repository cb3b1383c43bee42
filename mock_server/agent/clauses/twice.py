"""What is spoken of is on the timeline already, once or more: it is not added again ("song.mp3 at 20 %"),
and which is meant has to be told ("twice as loud")."""

import re
from collections.abc import Sequence

from mock_server.agent import operations as op
from mock_server.agent.values.lazily import Regex
from mock_server.agent.wording.shown import Shown

_WORDED = (*op.TEXTS, "voiceover")
_SEVERAL = (*op.TEXTS, "effect")  # each has words, or a place, of its own
_ADDS = Regex(
    r"\b(?:overlay the (?:picture|video)|add|adding|another|again|second|2nd|more|extra|insert"
    r"|include|drop|lay|append|twice|also|too|as well"
    r"|put|bring|use|new|throw|create)\b|[加添插配再又来铺用新也还]|放(?![到在])",
    re.IGNORECASE,
)

_AGAIN = Regex(
    r"\b(?:add|adding|another|again|second|2nd|more|extra|insert|include|twice|also|too|as well|write)\b"
    r"|[加添插配再又还也写]",
    re.IGNORECASE,
)


def added_twice(
    operations: Sequence[op.Operation], message: str, shown: Sequence[Shown]
) -> list[int]:
    """The numbers, the last first, of what is added although it is on the timeline, by a message without
    a word of adding, or of removing the other; or "instead", of which nobody knows whether it is."""
    there = {
        (layer.role, layer.text if layer.role == "voiceover" else layer.name)
        for layer in shown
        if layer.role not in _SEVERAL
        and not any(_removes(one, layer.role, layer.name) for one in operations)
    }
    there |= {(layer.role, layer.text) for layer in shown if layer.role in op.TEXTS}
    texts = [one for one in operations if isinstance(one, op.AddLayer) and one.role in _WORDED]
    heard = any(role == "music" for role, _ in there)
    found = [
        i
        for i, one in enumerate(operations)
        if _source(one) in there or (heard and _is_by_mood(one))
    ]
    again = _AGAIN if any(_source(one) in there for one in texts) else _ADDS
    adds = again.search(message) and "instead" not in message.lower()
    return [] if not found or adds else found[::-1]


def _removes(one: op.Operation, role: str, name: str) -> bool:
    if not isinstance(one, op.Remove):
        return False
    return role in one.target.roles and (role == "music" or one.target.text in (None, name))


_HEARD = ("music", "voiceover", "sound")
_NAMES_ONE = Regex(
    r"(?<!than )\b(?:it|this|that|them|everything|all|whole|video|clips?|sounds?|audio|volume|footage"
    r"|picture|speech|talking|talk|speaker|interview|part|section)\b"
    r"|[它声音量视片段话]|\d",
    re.IGNORECASE,
)


def of_which_sound(
    operations: Sequence[tuple[op.Operation, str]], message: str, shown: Sequence[Shown]
) -> list[int]:
    """The numbers, the last first, of what becomes louder or quieter by words that name no sound, where
    more is heard than the video: "twice as loud"."""
    if not any(layer.role in _HEARD for layer in shown):
        return []
    return [
        i
        for i, (one, words) in enumerate(operations)
        if isinstance(one, op.Level)
        and one.by != 1
        and not _NAMES_ONE.search(message if len(operations) == 1 else words)
    ][::-1]


def _source(one: op.Operation) -> tuple[str, object] | None:
    if not isinstance(one, op.AddLayer):
        return None
    return one.role, one.values.get("src") or one.values.get("name") or one.values.get("text")


def _is_by_mood(one: op.Operation) -> bool:
    return isinstance(one, op.AddLayer) and one.role == "music" and "src" not in one.values
