"""A description beside an exact range, or of how things are, is only a remark: "the drone shot, 5-8 s"."""

import re
from collections.abc import Callable

from mock_server.agent.lexicon.tokens import knows, tokens
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import MARK, UNREADABLE, Values, kind_of, pattern

_PARTS = "part|shot|bit|scene|section|segment|moment|stretch|passage|sequence"
_EVENTS = "um|uh|coughs?|coughing|silence|pause|gap|sneezes?|stutters?|hiccups?|bloopers?|mistakes?"
_DESCRIBED = pattern(
    rf"\b(?:the|that|this|those|my|his|her|their) ((?:[a-z'-]+ ){{0,3}}?(?:{_PARTS}|{_EVENTS}))"
    r"(?: at| from| between| in|,)? ?(?=<:range>)"
)
_HELD = pattern(
    r"\bfreeze (?:on )?((?:the|his|her|their|that) (?:[a-z]+ ){1,2})(?=at <:time>|<:range>)"
)
_WHERE = pattern(
    r"(?<=\ue000),? (?:where|while|because|when(?! (?:i|you|we)\b)(?![^,]*\b(?:has|have|ready|done)\b))"
    r" ((?:he|she|they|it|i|we|you|someone|somebody"
    r"|people|the [a-z]+|a [a-z]+) [a-z' ]{2,30})(?=[ .!]*\Z)"
)
_SHOWN_THERE = pattern(
    r"\b(?:play|speed up|slow down|rewind|reverse|replay) ((?:the|his|her|their|that|my"
    r"|our) (?:[a-z]+ ){1,3})(?=<:range>)"
)
_STATE = pattern(
    r"\A[ ,]*((?:(?:the|my|this|our) (?:footage|video|picture|clip|shot|image|recording|sound"
    r"|audio)|it|this|that)"
    r"(?:'s| is| was| looks| seems| sounds) [a-z' ]{2,30}), (?=(?:so |please "
    r"|can you )*[a-z]+ (?:it|that|this)\b)"
)
_IN_BRACKETS = pattern(r"(?<=\ue000) ?\(([a-z' ]{3,30})\)")
_SAYS_MORE = Regex(
    r"\b(?:optional|no|not|don't|never|maybe|perhaps|later|jok|kidding|or|if|unless|except|only|but|todo)",
    re.IGNORECASE,
)
_MADE_SLOW = pattern(
    rf"\b(?=(?:make|play|put|set) [a-z]+ ((?:[a-z'-]+ ){{1,3}}?(?:{_PARTS})) )(make|play|put|set) (?:the"
    rf"|that|this) "
    rf"(?:[a-z'-]+ ){{1,3}}?(?:{_PARTS}) "
    r"(slow motion|slower|faster|in slow motion|backwards),? (<:range>)"
)
_SHOWS_A_PLACE = Regex(r"\b(?:blur|pixelate|censor|zoom|crop|push in|punch in)", re.IGNORECASE)


def _is_strange(words: str) -> bool:
    """Whether a description has a word that the agent does not know, so that it is only a remark."""
    said = [one for one in tokens(words, Values()) if knows(one.words)]
    plainly = all(one.carries_nothing or set(one.readings) <= _SAYS_NOTHING for one in said)
    return plainly and any(not knows(one) for one in words.split())


_SAYS_NOTHING = frozenset(
    (
        "part",
        "clip",
        "video",
        "it",
        "same",
        "at",
        "in",
        "for",
        "exists",
        "place",
        "video",
        "sound",
        "picture",
        "there",
    )
)


def _without(text: str, found: Regex, said: Callable[[re.Match[str]], str]) -> str:
    def plain(match: re.Match[str]) -> str:
        if UNREADABLE in match[0]:
            return match[0]
        events = re.search(rf"\b(?:{_EVENTS})\Z", match[1].strip(), re.IGNORECASE)
        return said(match) if events or _is_strange(match[1]) else match[0]

    return found.sub(plain, text)


def _is_when(match: re.Match[str]) -> bool:
    """Whether a time or a range stands right before a description."""
    last = list(MARK.finditer(match.string, 0, match.start()))[-1:]
    return any(kind_of(one[1]) in ("time", "range") for one in last)


def undescribed(text: str) -> str:
    if _SHOWS_A_PLACE.search(text):
        return text
    text = _without(text, _MADE_SLOW, lambda m: f"{m[2]} {m[4]} {m[3]}")
    text = _without(text, _DESCRIBED, lambda _: "")
    text = _without(text, _HELD, lambda _: "freeze ")
    text = _without(text, _SHOWN_THERE, lambda m: m[0].replace(m[1], ""))
    text = _without(text, _WHERE, lambda m: "" if _is_when(m) else m[0])
    text = _without(text, _STATE, lambda _: "")
    return _without(text, _IN_BRACKETS, lambda m: m[0] if _SAYS_MORE.search(m[1]) else "")
