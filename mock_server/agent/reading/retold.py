"""The message before, told again: with another text at another time, or the other way round."""

import re

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import marks, pattern

# "And a second one, 'Cool-down', for the last 4 s".
_ONE_MORE_TEXT = pattern(
    r"[ ,]*(?:(?:and|now|then|plus|also|add)[ ,]+)*(?:a second (?:one|title|caption)|another(?: one| title"
    r"| caption)|one more(?: title| caption)?|one)[,:]?(?: with| saying| that says| reading)? ?(<:text>)"
    r" ?,?"
    r" ?(?:for |from |at |in )?(<:range>)(?:,? (?:and )?(in the same colou?r))?(?: too| as well|"
    r" please)*[ .!]*"
)
_IN_AN_ADDITION = pattern(
    r"\b(?:add|put|show|an?|the|titles?|captions?|lower[- ]thirds?|text|please|from|for|at|in|on|with|can"
    r"|could"
    r"|you|up|screen)\b|<:text|range>|[ ,.!?:-]+"
)
_COLORED = Regex(
    r"(?:in)?(?:white|black|red|blue|green|yellow|orange|pink|purple|gold|gr[ae]y)?", re.IGNORECASE
)


def another_text(before: str, text: str) -> str | None:
    """The text that was added before, once more with other words at another time."""
    more = _ONE_MORE_TEXT.fullmatch(text)
    if more is None or len(marks(before, "text")) != 1 or len(marks(before, "range")) != 1:
        return None
    if any(noun in text.lower() and noun not in before.lower() for noun in ("title", "caption")):
        return None
    looks = _IN_AN_ADDITION.sub("", before)
    if not _COLORED.fullmatch(looks) or bool(looks) != bool(more[3]):
        return None
    return pattern("<:range>").sub(
        lambda _: more[2], pattern("<:text>").sub(lambda _: more[1], before)
    )


_WAY = Regex(r"\b(?:counter-?|anti-?)?clockwise\b|\b(?:to the )?(?:left|right)\b", re.IGNORECASE)


def turned_back(before: str) -> str:
    """The rotation before, the other way round."""
    way = _WAY.search(before)
    against = way is not None and (
        "left" in way[0].lower() or (way[0].lower()[0] in "ca" and len(way[0]) > 9)
    )
    plain = _WAY.sub("", before).rstrip(" .!")
    return f"{plain} {'clockwise' if against else 'counterclockwise'}"
