"""A label in front of an order, which says what it is all for: "Wedding video: …"."""

import re

from mock_server.agent.lexicon.tokens import tokens
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import Values, pattern

_LABEL = Regex(r"[ ,]*([a-z][a-z' -]{2,40}?)(?: please)? ?: ?", re.IGNORECASE)
_OF_A_LABEL = frozenset(("video", "clip", "shape", "words", "lower-third", "label", "for"))
_BESIDE_A_NAME = ("introduce", "big", "small")  # "Introduce her: …", "big opening: …"
_NAMES_TEXT = Regex(r"(?:an? )?(?:lower|title|name|caption)", re.IGNORECASE)
_SHAPED = pattern(r"<:ratio>|\b(?:vertical|square|portrait)\b")


def unlabelled(text: str, values: Values) -> str:
    """A marked sentence without a label that says what it is all for: "Wedding video: …"."""
    label = _LABEL.match(text)
    if label is None:
        return text
    said = [one for one in tokens(label[1], values) if not one.carries_nothing]
    strange = [one for one in said if not one.readings]
    shaped = any(one.is_a("shape") for one in said)
    plain = all(
        one in strange or set(one.readings) <= _OF_A_LABEL or one.words.lower() in _BESIDE_A_NAME
        for one in said
    )
    noun = any(one.is_a("lower-third") for one in said)
    noun |= label[1].lower().startswith("introduce") and not _NAMES_TEXT.match(text, label.end())
    if (
        not plain
        or noun
        or not (strange or shaped)
        or (shaped and not _SHAPED.search(text, label.end()))
    ):
        return text
    return text[label.end() :]
