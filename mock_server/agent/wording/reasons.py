"""Why an order is given, and what for: words that ask for nothing."""

import re

from mock_server.agent.lexicon.tokens import Token, knows, tokens
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import MARK, UNREADABLE, Values, pattern

_WHO = (
    r"(?:i|we|you|he|she|they|it|this|that|there|people|viewers|everyone|everybody|nobody|no one|nothing"
    r"|someone|somebody|[a-z]+ people|(?:the|my|our|his|her|their|some|most|a|an) [a-z]+)"
)
# "… because it is boring", up to an order that follows.
_SUBORDINATE = Regex(
    rf",? ?(?:\b(?:because|'?cause|cuz|coz|bc|seeing (?:as|that)|given that|since(?= {_WHO}'?[a-z]* [a-z])"
    r"|(?<!long )(?<!soon )(?<!far )as(?= (?:(?:i|we|he|she|they|it)(?:'[a-z]+| (?:is|are|was|were|has|have"
    r"|had|don't|doesn't|didn't|can't|cannot|do not|does not|need|want|like|look)s?)|that's|there|there's"
    r"|nothing|nobody)"
    r" (?!(?:is|are|was|were|said)\W*\Z)))"
    rf"|\bso (?:that )?(?={_WHO} (?:can|can't|could|couldn't|won't|don't|doesn't|know|knows|see|get)\b)"
    r"|\bso (?:as )?to (?=post|share|send|upload|print|avoid)"
    r"|\bto (?=(?:post|share|send|upload|print) (?:it|this)))"
    r" ?(?P<why>[^,;\ue010-\ue01f]+?)(?=,? (?:and|but|then) [a-z]+ |,|[ .!]*\Z)",
    re.IGNORECASE,
)
_MEANS_MORE = frozenset(
    ("portion", "nth", "middle", "except", "only", "cond", "question", "instead", "undo", "start", "end",
     "whole")
)  # fmt: skip
_REASON_ZH = Regex(r" ?(?:因为|那里|那儿|那段)?有(?:个)?(?:人|车|狗|猫|孩子)[^,\ue010-\ue01f]{1,8}")
_REASON = Regex(
    r" ?(?:and )?(?:because|since|'?cause|as|it|it's|its|it is|that's|that is|there's|there is|there are"
    r"|there was|he|she|they|they're|i|i'm|i'll|we|we're|we'll|someone|somebody|people|nobody|no one"
    r"|everyone|everybody|(?:you|we) (?:can )?(?:hear|see)|(?:(?:just )?(?:so|way|far) )?too|so"
    r"|nothing (?:much |really )?(?:happens|works|fits)|[a-z]+ [a-z]+s (?:t?here)(?=\W*\Z)"
    r"|(?:the|a|an|my|our|his|her|some)(?: [a-z']+){1,3}? (?:[a-z]+s|[a-z]+ed|[a-z]+n't|is|are|was|were|has"
    r"|had|keeps))\b(?!\.)",
    re.IGNORECASE,
)
# What says nothing in a reason, although its words may in an order.
_TALK = Regex(
    r"\bthat's (?:where|when|why) (?:(?!should|must|needs?|has|have|wants?|only)[a-z']+ ?)+\Z"
    r"|\bboth times\b"
    r"|(?<=\bit's )all\b|\bin the background\b|\b(?:out of|into) (?:the )?(?:frame|shot|picture)\b"
    r"|\bsays (?=(?:a|an|the|his|her|my|our) )|\bfrom there\b"
    r"|(?:\bis|\bare|'s|'m|'re) (?:still |just )?[a-z]+ing(?: (?:down|up|out|around))?\b"
    r"|\bsetting up\b|\b(?:much |way |far )?(?:louder|quieter|longer|darker|brighter) than [a-z ]+"
    r"|\b(?:i|we) think\b|\b(?:i|we|he|she|they|it) (?:was|were)(?: just)? (?=[a-z]+ing\b)"
    r"|\b(?:looks?|sounds?|feels?|was|were)\b(?= [a-z])|(?:'d| would) be(?= [a-z])"
    r"|\btoo (?:long|short|much|fast|slow|dark|bright|boring)\b|(?<=[狗猫鸡鸟人])叫"
    r"|(?<=\btalks )(?:so|too|very) (?:slowly|fast|quickly)\Z|(?<=\bspeaks )(?:so|too|very) "
    r"(?:slowly|fast|quickly)\Z"
    r"|\bbetter\b|\b(?:later|anyway|already|tomorrow)\b"
    r"|(?<=\bit )(?:doesn't|does not|isn't)\b|(?<=\b(?:i|e) )(?:don't|do not|can't|won't|never)(?= [a-z]+)",
    re.IGNORECASE,
)
_IN_JEST = Regex(
    r"\b(?:kidding|joking|joke|wrong|wait|nope|mistaken|said|told|asked|keeps|won't let"
    r"|(?:disagree|object|insist|prefer|forbid|refuse)[a-z]*)\b",
    re.IGNORECASE,
)
_SAYS_NOTHING = frozenset(
    ("clip", "words", "video", "sound", "picture", "much", "it", "exists", "there", "to", "at", "in", "for",
     "by", "and", "frame", "atleast", "swear", "no", "not", "part")
)  # fmt: skip


def is_reason(piece: str) -> bool:
    """Whether a piece only says why: "…, there's a timestamp", in words that are no order."""
    found = _REASON.match(piece) or _REASON_ZH.fullmatch(piece)
    if not found or MARK.search(piece) or UNREADABLE in piece or _IN_JEST.search(piece):
        return False
    plain = _TALK.sub("qq", piece)
    words = [one for one in tokens(plain, Values()) if one.words]
    strange = [one for one in words if not knows(one.words) or one.is_a("swear")]
    return len(strange) > 0 and all(one in strange or _says_nothing(one) for one in words)


def _says_nothing(one: Token) -> bool:
    return one.carries_nothing or set(one.readings) <= _SAYS_NOTHING


def unreasoned(text: str) -> str:
    """A marked sentence without what it says of why."""
    return _SUBORDINATE.sub(_left, _FOR_IT.sub(_what_for, text))


# "Half speed from 30 to 35 for the kiss".
_FOR_IT = pattern(
    r"(<:range>) for (?:the|his|her|their|that|our) ([a-z]+)(?: (?:scene|moment))?(?=[ .!]*\Z)"
)


def _what_for(match: re.Match[str]) -> str:
    return match[0] if knows(match[2]) else match[1]


def _left(match: re.Match[str]) -> str:
    if match.start() == 0 or _IN_JEST.search(match["why"]):
        return match[0]
    kinds = {kind for one in tokens(match["why"], Values()) for kind in one.readings}
    return match[0] if kinds & _MEANS_MORE else ""
