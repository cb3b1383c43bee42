"""English figures that leave out what stands beside another: "the first six seconds and the last three",
"two seconds off the start and twice as much off the end"."""

import re
from re import Match

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import NUMBER, number

_SECONDS = r"(?:seconds?|secs?|s)\b"
_ENDS = r"(?= ?(?:[,;.!]|\Z|and\b|(?:can|should|must|has to|have to|needs? to|goes|go)\b))"
_NTH = r"(?:the )?(?:very )?(?:first|last|opening|closing|final|initial)"
_AND = r" ?(?:, ?and|,|and|&|plus)(?: also| then)? "
_EDGE = r"(?:the )?(?:very )?(?:start|beginning|front|end|back)"
_OF_IT = r"(?: of (?:it|the (?:video|clip)))?"
_OFF = r"(?:off(?: of)?|from|at|away from)"
_EDGES = Regex(
    rf"(?P<one>\b{_NTH} (?:{NUMBER}) ?{_SECONDS}{_OF_IT}{_AND}{_NTH} (?:{NUMBER})){_ENDS}",
    re.IGNORECASE,
)
_PUT_RIGHT = Regex(
    rf"(?P<one>\b{_NTH} (?:{NUMBER}))"
    r"(?P<two> ?[,;.…–-]+ ?(?:(?:no|wait|sorry|actually|scratch that|or rather)\b[ ,.…–-]*)+"
    rf"(?:(?:make|i meant?|better) ?(?:it|that)? )?(?:{_NTH} )?(?:{NUMBER}) ?{_SECONDS})",
    re.IGNORECASE,
)
_OFF_EDGES = Regex(
    rf"(?P<one>\b(?:{NUMBER}) ?{_SECONDS} {_OFF} {_EDGE}{_OF_IT}{_AND}(?:another )?(?:{NUMBER}))"
    rf"(?P<two> {_OFF} {_EDGE})",
    re.IGNORECASE,
)
_MUCH = (
    r"(?:(?P<k>twice|double|half|three times|triple) (?:as much|that(?: much| amount)?|the amount|of that)"
    r"|(?:just )?as much|(?:exactly )?the same(?: amount)?)"
)
_SO_MUCH = Regex(
    rf"(?P<one>\b(?:(?P<n>{NUMBER}) ?(?P<unit>{_SECONDS}|%|percent\b)) {_OFF} the [a-z]+{_OF_IT}{_AND})"
    rf"{_MUCH}(?P<two> {_OFF} the [a-z]+)",
    re.IGNORECASE,
)
_TIMES = {"twice": 2.0, "double": 2.0, "half": 0.5, "three times": 3.0, "triple": 3.0}


def _so_much(found: Match[str]) -> str:
    """ "And twice as much off the end"."""
    times = _TIMES[found["k"].lower()] if found["k"] else 1.0
    much = round(float(number(found["n"])) * times, 6)
    unit = found["unit"] if found["unit"] == "%" else f" {found['unit']}"
    return f"{found['one']}{much:g}{unit}{found['two']}"


_HEARD = (
    r"(?:(?:the|my) )?(?:(?:background )?music|songs?|clip|video|sound|audio|(?:own |original )?voice"
    r"|speech|jazz|lo-?fi|piano|rock|techno|ambient|calm|voice-?over|under(?:neath)? it)"
)
_LEVELS = Regex(
    rf"(?P<one>(?:%|\bpercent\b)[^.;!]*?[,;] ?(?:and )?(?:[^,.;!]{{0,40}} )??{_HEARD}"
    r" (?:at|to|down to|up to) )(?P<n>[1-9][0-9]{1,2})(?= ?(?:[,;!]|\.?\s*\Z|\. |and\b))",
    re.IGNORECASE,
)


_OF_A_MINUTE = Regex(
    r"\b(?P<k>three quarters|half|(?:a |one )?quarter|(?:a |one )?third|two thirds) (?:of )?a minute\b",
    re.IGNORECASE,
)
_MINUTES = {"three quarters": 45, "half": 30, "quarter": 15, "third": 20, "two thirds": 40}


def with_units(text: str) -> str:
    """The text with the unit of each figure that shares that of the one before."""
    text = _OF_A_MINUTE.sub(
        lambda m: f"{_MINUTES[re.sub(r'^(?:a|one) ', '', m['k'].lower())]} seconds", text
    )
    text = _LEVELS.sub(r"\g<one>\g<n> percent", text)
    text = _EDGES.sub(r"\g<one> seconds", text)
    text = _PUT_RIGHT.sub(r"\g<one> seconds\g<two>", text)
    text = _OFF_EDGES.sub(r"\g<one> seconds\g<two>", text)
    return _SO_MUCH.sub(_so_much, text)
