"""Numbers, times and a few turns as people spell them, made plain before they are read."""

import re
from fractions import Fraction

from mock_server.agent.placeholders import pattern

_UNIT = r"(?= ?(?:seconds?|secs?|s|minutes?|mins?|x|%)(?![a-z]))"
_FRACTION = re.compile(r"(?<![\w/.,:])(?:([0-9]{1,2}) )?([1-7])/([248])(?![0-9/])", re.ASCII)
_COMMA = re.compile(rf"(?<![0-9.,:])([0-9]{{1,3}}),([0-9]{{1,2}}){_UNIT}", re.I | re.ASCII)
_AND_A_HALF = re.compile(r"\b(?:a|one) (second|minute) and a half\b", re.IGNORECASE)
# "The first second", which is no number of a thing.
_THE_ONE = re.compile(
    r"\b(first|last|final|opening|very first|very last) (second|minute)"
    r"(?=\W*\Z|,? (?:and|of the|off|please|from|then|should|is|can|has)\b|[,.;])",
    re.IGNORECASE,
)


def plain_numbers(text: str) -> str:
    """`text` with decimals for "1 1/2", "2,5 s" and "a second and a half", and a number for "the first
    second"."""
    text = _FRACTION.sub(_decimal, text)
    text = _COMMA.sub(r"\1.\2", text)
    text = _AND_A_HALF.sub(r"1.5 \1s", text)
    return _THE_ONE.sub(r"\1 1 \2", text)


def _decimal(match: re.Match[str]) -> str:
    part = Fraction(int(match[2]), int(match[3]))
    return f"{float(part + int(match[1] or 0)):g}" if part < 1 else match[0]


_ENDS = (
    r"(?:(?:at|on|to) (?:both|each|either)(?: the)? ends?|(?:at|on) the start and(?: the)? end"
    r"|(?:at|on) the beginning and(?: the)? end)"
)
_TURNS = (
    (r"(?<![在从到第至-])(<:time>) ?(?:处|的?时候|的地方)(?=[,加放显出插叠停定拆切剪分])", r"在\1"),
    (rf"\bfades? (?:of )?(<:time>) {_ENDS}", r"fade in and out over \1"),
    (
        r"\b(?:reduce|bring|get) the (?:total |overall )?(?:length|duration) (?:down )?to (<:time>)",
        r"shorten the video to \1",
    ),
    (r"\bcut (the (?:playback )?speed|the (?:[a-z]+ )?volume) (?:in|by) half\b", r"halve \1"),
    (r"\b(at|from|until|after|before|to) the (<:time>) mark\b", r"\1 \2"),
    (rf"(<:time>) fades? {_ENDS}", r"fade in and out over \1"),
    (
        r"\bbook[- ]?ends? (it|the \w+|this) with (?:a )?(<:time>) fades?(?: in and out)?",
        r"fade \1 in and out over \2",
    ),
    (r"(?<!from )(?<!until )(?<!to )(?<!at )(<:time>) in(?= *(?:\Z|,|for\b))", r"at \1"),
    (
        r"\b(?:knock|take|shave|pull|lop) (<:level>) off(?: of)? (?=(?:the|my) )",
        r"lower by \1 ",
    ),
)
_COMPILED = tuple((pattern(source), plain) for source, plain in _TURNS)


def plain_turns(text: str) -> str:
    """A marked sentence in which a few turns are said as the lexicon knows them."""
    for turn, plain in _COMPILED:
        text = turn.sub(plain, text)
    return text
