"""Ranges counted from a time, or from an end: "the 2 s after 0:10", "for 3 s, 5 s before the end"."""

import re

from mock_server.agent.values.nouns import THE
from mock_server.agent.values.placeholders import Values, index, pattern
from mock_server.agent.values.ranges import Range

_END = r"(?=[ .!?]*\Z)"
_THE_TIME = pattern(
    r"\bthe (?:next )?<time> (?:right |just |directly |immediately )?(after|following|before|preceding)"
    r" (?:the )?<time>(?: mark)?(?! (?:before|from|until|to)\b)"
)
_LAST = pattern(
    r"\bthe (?:last )?<time> (?:right |just |directly )?before the (?:very )?end(?: of (?:it|the video))?\b"
)
_SO_LONG_BEFORE = pattern(
    r"(<:text>,?) (?:for|lasting) <time>,? ?(?:starting|beginning|from|coming in|at)? ?<time> before the"
    r" (?:very )?end"
    rf"(?: of (?:it|the video))?{_END}"
)
_STARTING_BEFORE = pattern(
    r"(<:text>,?) (?:starting|beginning|from|coming in|at)? ?<time> before the (?:very )?end,?"
    rf" (?:for|lasting) <time>{_END}"
)
_IN_FROM = pattern(
    r"\A[ ,]*(?:starting |beginning )?<time> (before the (?:very )?end|after the (?:start|beginning)),?"
    r" ((?:add|show"
    rf"|put)\b[^,;\ue012\ue013]*<:text>[^,;\ue012\ue013]*?) for <time>{_END}"
)
_STOPS = pattern(
    rf"\A[ ,]*(?:please )?(?:stop|end|cut off|finish) ({THE}) <time> before the (?:very )?end"
    rf"(?: of (?:it|the video))?(?: please)?{_END}"
)


def counted(text: str, values: Values) -> str:
    """A sentence with marked times, with a mark for the ranges that it counts from a time or an end."""
    text = _THE_TIME.sub(lambda match: _beside(match, values), text)
    if " before the" not in text and " after the" not in text:
        return text
    text = _LAST.sub(
        lambda one: values.mark("range", Range(-_ms(one[1], values), None), one[0]), text
    )
    text = _SO_LONG_BEFORE.sub(lambda one: _near_end(one, one[1], one[3], one[2], values), text)
    text = _STARTING_BEFORE.sub(lambda one: _near_end(one, one[1], one[2], one[3], values), text)
    if (found := _IN_FROM.match(text)) and "before" in found[2].lower():
        return _near_end(found, found[3], found[1], found[4], values)
    if found:
        start, long = _ms(found[1], values), _ms(found[4], values)
        return f"{found[3]} {values.mark('range', Range(start, start + long), found[0].strip())}"
    if stops := _STOPS.match(text):
        until = values.mark("range", Range(0, -_ms(stops[2], values)), stops[0].strip())
        return f"{stops[1]} should last {until}"
    return text


def _beside(match: re.Match[str], values: Values) -> str:
    """ "The 2 s after 0:10"."""
    long, at = _ms(match[1], values), _ms(match[3], values)
    later = match[2].lower() in ("after", "following")
    span = Range(at, at + long) if later else Range(max(0, at - long), at)
    return values.mark("range", span, match[0])


def _near_end(match: re.Match[str], said: str, start: str, long: str, values: Values) -> str:
    """So long, beginning so much before the end."""
    at, lasts = _ms(start, values), _ms(long, values)
    if lasts > at:
        return match[0]
    span = Range(-at, -(at - lasts) if at > lasts else None)
    return f"{said} {values.mark('range', span, match[0].strip())}"


def _ms(digits: str, values: Values) -> int:
    return int(values.items[index(digits)].ms)
