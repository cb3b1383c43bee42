"""English turns of phrase that say more plainly what they say."""

import re
from re import Match

from mock_server.agent.values.placeholders import FLAGS, marked

_COLORS_BACK = re.compile(
    r"(?:(?:the |my )?(?:normal |original )?colou?rs|the (?:normal|original) (?:look|picture|ones)) "
    r"(?:are|were|look(?:ed)?|seem(?:ed)?|was|is) [^,.;!<>]*[,.;!–-]+ (?:so |and |please |just |can you )*"
    r"(?P<verb>put|bring|set|change|turn|make|get) (?:them|it) (?:back(?: to normal)?|normal(?: again)?)\b",
    re.IGNORECASE,
)
_FIRST_AND_SECOND = re.compile(
    marked(
        r"(?P<both>[^.;!]*<:text>[^.;!]*<:text>[^.;!]*?(?:[,;.:–-]|\band) ?(?:with )?)"
        r"the (?:first|former)(?: one)? (?P<one>[^.;!]*?)(?P<and>,? and | ?[,;] ?)(?:with )?"
        r"the (?:second|last|latter|other)(?: one)? (?=(?:in|at|to|with|on)\b|[a-z]+[ .]*\Z)"
    ),
    FLAGS,
)


_FIRST = re.compile(
    marked(
        r"(?P<put>\b(?:put|place|want|have|play|show|move) (?:it|that|<:file>|(?:the )?(?:second|last)"
        r" clip)) (?:in )?(?:first|up front)(?= ?(?:[,.;!]|and\b|\Z))"
    ),
    FLAGS,
)


def said_plainly(text: str) -> str:
    """The text in plainer words."""
    text = _COLORS_BACK.sub(r"\g<verb> the colours back", text)
    text = _FIRST.sub(r"\g<put> at the start", text)
    return _FIRST_AND_SECOND.sub(_former_and_latter, text)


def _former_and_latter(found: Match[str]) -> str:
    return f"{found['both']}the former {found['one']}{found['and']}the latter "
