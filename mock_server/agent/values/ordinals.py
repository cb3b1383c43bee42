"""Seconds that are counted, "the tenth second", said as times."""

import re

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import NUMBER

_FIRST_TWENTY = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth",
)  # fmt: skip
_TENS = {"twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60}
_STEMS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
_NUMBERS = {word: number for number, word in enumerate(_FIRST_TWENTY, 1)} | _TENS
_NUMBERS |= {
    f"{stem}{gap}{_FIRST_TWENTY[unit - 1]}": number + unit
    for stem, number in _STEMS.items()
    for unit in range(1, 10)
    for gap in "- "
}
_WORDS = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_NTH = rf"(?:{_WORDS}|[0-9]{{1,3}}(?:st|nd|rd|th))"
_THING = r"(?:clip|title|caption|shot|segment|video|song|one|of|in)\b"
_TO = r"(?: ?- ?| (?:and|to|through|till|until|up to) )"

# "Between the tenth and the twentieth second", "after the thirtieth second".
_BOTH = Regex(
    rf"\b(between) (?:the )?({_NTH})(?: second)?( and )(?:the )?({_NTH}) second\b(?! {_THING})",
    re.IGNORECASE,
)
_ONE = Regex(rf"\b(at|after) (?:the )?({_NTH}) second\b(?! {_THING})", re.IGNORECASE)
# "Seconds twenty-two through thirty-seven", "second ten to second fifteen".
_NAMED = Regex(
    rf"(?<![0-9a-z] )(?<![0-9])\bseconds? ({NUMBER})({_TO})(?:seconds? )?({NUMBER})(?![a-z0-9]| ?(?:s"
    rf"|sec|m|min)\b)"
    rf"|\b(?P<lead>cut|cut out|keep|only|remove|delete|drop|mute|reverse|from|between|lose|leave out|skip"
    rf"|silence|chop|and|trim) seconds? (?P<a>{NUMBER})(?P<to>{_TO})(?:seconds? )?(?P<b>{NUMBER})"
    r"(?![a-z0-9]| ?(?:s|sec|m|min)\b)",
    re.IGNORECASE,
)
# "At second thirty-four".
_AT_ONE = Regex(
    rf"\b(at|from|until|till|to|after|before|by) second (?!one\b|an?\b|half\b)({NUMBER})"
    rf"(?![a-z0-9:.%]| ?(?:s|seconds?|{_THING}s?)\b)",
    re.IGNORECASE,
)


def _number(word: str) -> int:
    plain = word.lower()
    return _NUMBERS[plain] if plain in _NUMBERS else int(re.sub("[a-z]", "", plain))


def _range(match: re.Match[str]) -> str:
    lead, start, to, end = (one for one in match.groups() if one is not None)
    return f"{lead} {_number(start)} seconds{to}{_number(end)} seconds"


def _named(match: re.Match[str]) -> str:
    groups = [one for one in match.groups() if one is not None]
    lead = f"{groups[0]} " if len(groups) == 4 else ""
    start, to, end = groups[-3:]
    between = "between " if to.strip().lower() == "and" and lead.lower() != "between " else ""
    return f"{lead}{between}{start} seconds{to}{end} seconds"


# "At 5, 15 and 25 seconds", "2 and a half seconds".
_LISTED = Regex(
    rf"\bat ({NUMBER}(?: ?(?:seconds?|secs?|s))?(?:, (?:at )?{NUMBER}(?: ?(?:seconds?|secs?|s))?)*"
    rf",? and (?:at )?(?!an? (?:half|quarter)\b){NUMBER}) ?(?:seconds|secs|sec|s)\b",
    re.IGNORECASE,
)
_BARE = Regex(rf"\b({NUMBER})(?: ?(?:seconds?|secs?|s)\b)?", re.IGNORECASE)
_AND_A_HALF = Regex(
    r"(?<![0-9.,:])([0-9]{1,3}) and a (half|quarter)\b(?= ?(?:seconds?|secs?|minutes?|times))"
)


def in_one_unit(text: str) -> str:
    """`text` with the unit of a list of times at each of them, and "2 and a half" as a decimal."""
    if " and " not in text:
        return text
    text = _AND_A_HALF.sub(lambda match: f"{match[1]}.{'5' if match[2] == 'half' else '25'}", text)
    return _LISTED.sub(lambda match: "at " + _BARE.sub(r"\1 seconds", match[1]), text)


def counted_seconds(text: str) -> str:
    """`text` with a time for each second, or two of them, that is told by its number."""
    said = text.lower()
    if "seconds " not in said and said.count("second") == said.count("seconds"):
        return text
    text = _AT_ONE.sub(r"\1 \2 seconds", _NAMED.sub(_named, _BOTH.sub(_range, text)))
    return _ONE.sub(lambda match: f"{match[1]} {_number(match[2])} seconds", text)
