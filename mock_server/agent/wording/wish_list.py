"""Wishes that are listed by their names: "cinematic look, vertical, captions, piano music, 1s fade in"."""

import re

from mock_server.agent.values.lazily import Regex
from mock_server.agent.wording.plain_words import LOOK, SECONDS

_STYLE = r"(?:jazz|rock|lo-?fi|piano|pop|ambient|classical|techno|folk|upbeat|calm|chill)"
_PLACE = r"(?:(?:top|bottom|upper|lower)[- ](?:left|right))"
_NEXT = Regex(r",? and |, |; ", re.IGNORECASE)
_ORDER = Regex(
    r"(?:please )?(?:cut|trim|remove|mute|reverse|make it|add|put|denoise|stabili[sz]e|rotate)\b"
    r"[^<]*\Z",
    re.IGNORECASE,
)
_LEAST = 3

_WISHES = (
    (rf"(?:an? |the )?({LOOK})(?: look| colou?rs?)", r"make it \1"),
    (r"(?:make it )?(vertical|square)(?: format| 9:16| 1:1)?", r"make it \1"),
    (r"(?:auto(?:matic)?[- ])?(?:captions|subtitles)", "add automatic captions"),
    (
        rf"(?:some )?({_STYLE})(?: music)? at ([0-9]{{1,3}} ?(?:%|percent))",
        r"add \1 music at \2",
    ),
    (rf"(?:some )?({_STYLE}) music", r"add \1 music"),
    (
        rf"(?:an? )?(?P<long>{SECONDS}) fade[- ](?P<way>in|out)",
        r"fade the video \g<way> over \g<long>",
    ),
    (
        rf"fade[- ](?P<way>in|out)(?: over| of|:)? (?P<long>{SECONDS})",
        r"fade the video \g<way> over \g<long>",
    ),
    (rf"(?:the |my )?logo,? (?:(?:in|at) the )?({_PLACE})", r"add the logo in the \1"),
)
_KNOWN = tuple((Regex(source, re.IGNORECASE), said) for source, said in _WISHES)


def wish_list(text: str) -> str:
    """An order for each wish of a list; the same text where one of them is none that is known."""
    items = _NEXT.split(text.strip(" .!"))
    said = [_ordered(one.strip()) for one in items]
    named = sum(one != item.strip() for one, item in zip(said, items, strict=True))
    return ". ".join(said) if len(items) >= _LEAST and all(said) and named > 1 else text


def _ordered(item: str) -> str:
    for known, said in _KNOWN:
        if found := known.fullmatch(item):
            return found.expand(said)
    return item if _ORDER.match(item) else ""
