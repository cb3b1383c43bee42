"""English orders with what is said by the way: "it'll be watched on phones, so 9:16", "I mean its time on
screen, not the wording"; and two texts of one time: "two captions from 10 to 14: 'Mia' …, 'Leo' …"."""

import re
from re import Match

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import NUMBER
from mock_server.agent.values.placeholders import HAN
from mock_server.agent.wording.named_by_draft import There

_WATCHED = Regex(
    r"\A\W*(?:it|this|that|they|people)(?:['’]ll| will| is going to|['’]s going to) "
    r"(?:be )?(?:watched|seen|viewed"
    r"|shown|watch it|see it|view it)(?: (?:mostly|mainly|only|upright|vertically))*"
    r" on (?:a |their |the )?(?:phones?|mobiles?|tablets?|instagram|tik ?tok|youtube|web|tv),? so "
    r"(?:please )?",
    re.IGNORECASE,
)
_MEANT = Regex(
    r",? i mean (?:its|the|his|her) (?:time|duration|length)(?: on (?:the )?screen)?,? not (?:the|its)"
    r" (?:wording|text|words|size|font)(?=[ .!]*\Z)",
    re.IGNORECASE,
)
_SO_LONG = Regex(r"\b(?:shorten|lengthen|extend|longer|shorter)\b[^,;]* seconds?\b", re.IGNORECASE)
_EFFECT_LASTS = Regex(
    r"\A(?P<lead>\W*(?:please )?)(?:let|make|have) the (?P<what>blur|zoom)(?: effect)? (?:last"
    r"|go on|stay|run|continue)"
    rf" (?:until|till|up to) (?P<at>[0-9]+:[0-9]{{2}}|{NUMBER})(?: ?(?:seconds?|s)\b)?(?P<end>[ .!]*)\Z",
    re.IGNORECASE,
)
_MUTED = Regex(r"\b(?:mute|silence|(?:switch|turn) off)\b", re.IGNORECASE)
_BUT_NOT = Regex(
    r", but not (?=(?:the|my) (?:music|song|track|piano|jazz|lo-fi|voice-?over"
    r"|background music)[ .!]*\Z)",
    re.IGNORECASE,
)
_QUOTED = r"(?:'[^']{1,40}'|\"[^\"]{1,40}\"|“[^”]{1,40}”)"
_PLACE = (
    r"(?:in|at) the (?:top|bottom|upper|lower)(?:[ -](?:left|right|cent(?:er|re)))?"
    r"(?: (?:hand )?corner)?"
)
_TWO = Regex(
    r"\A(?P<lead>\W*(?:please )?)(?:add )?two (?P<what>caption|title)s,? (?:both )?(?P<span>from "
    rf"{NUMBER} (?:to|until) {NUMBER}(?: seconds)?) ?[:,–-] (?P<one>{_QUOTED} {_PLACE})(?:, and |, | and )"
    rf"(?P<other>{_QUOTED} {_PLACE})(?P<end>[ .!]*)\Z",
    re.IGNORECASE,
)


def said_by_the_way(message: str, there: There) -> str:
    """The message without what is said by the way."""
    if HAN.search(message):
        return message
    message = _WATCHED.sub("", message)
    if _SO_LONG.search(_MEANT.sub("", message)):
        message = _MEANT.sub("", message)
    if [*there.roles].count("effect") == 1:
        message = _EFFECT_LASTS.sub(_ends, message)
    if _MUTED.search(message):
        message = _BUT_NOT.sub(", not ", message)
    return _TWO.sub(r"\g<lead>\g<span> \g<what> \g<one> and \g<what> \g<other>\g<end>", message)


def _ends(found: Match[str]) -> str:
    at = found["at"] if ":" in found["at"] else f"{found['at']} seconds"
    return f"{found['lead']}the {found['what']} should end at {at}{found['end']}"
