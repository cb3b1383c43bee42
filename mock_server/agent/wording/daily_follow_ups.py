"""English messages that lean on the one before, in the words that are read: "now the other one too, same
colour", "actually just the first 15 seconds of it", "mute that part too" of what plays slower now."""

import re

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import NUMBER, number
from mock_server.agent.values.placeholders import HAN
from mock_server.agent.wording.named_by_draft import There

_OTHER = Regex(
    r"\W*(?:(?:and|now|ok|okay|then|please|do)\b[ ,]*)*the other (?P<noun>one|title|caption|clip|logo)"
    r" (?:too|as well|also)(?:[,;]? (?:and |in |with |at |please )*(?:the )?same"
    r" (?P<same>colou?r|size|look|place|position|speed|volume|way))?[ .!]*",
    re.IGNORECASE,
)
_COLORS = "red|blue|green|yellow|orange|pink|purple|white|black|gold|gr[ae]y|cyan|brown|colou?r"
_PLACES = r"\b(?:top|bottom|left|right|center|centre|middle|corner)\b"
_SAME = {
    "color": rf"\b(?:{_COLORS})\b",
    "size": r"\b(?:size|bigger|smaller|larger|big|small)\b",
    "look": r"\b(?:sepia|black and white|vintage|warm\w*|cool\w*|vivid|look)\b",
    "place": _PLACES,
    "position": _PLACES,
    "speed": r"\b(?:speed|[0-9.]+ ?x|faster|slower)\b",
    "volume": r"\b(?:volume|%|percent|louder|quieter|mute)",
    "way": "",
}
_LISTS = Regex(r"\band\b|[,;]", re.IGNORECASE)
_ACTUALLY = Regex(
    rf"\A(?P<lead>\W*(?:(?:actually|no|sorry|wait|oh|hm+)\b[ ,.!…-]*)+(?:just|only) (?:for )?)"
    rf"(?P<span>the (?:first|last) {NUMBER} ?(?:seconds?|secs?|s)\b)(?: of (?:it|that|the (?:clip|video)))?"
    r"(?:[,;] ?(?:and )?(?:the rest|everything else) (?:(?:stays?|goes|can stay|should (?:stay|be)) )?"
    r"(?:back )?(?:in |to |with |at )?(?:its |the )?(?:normal|original|usual|as it was|unchanged)"
    r"(?: (?:colou?rs?|sound|volume|speed))?)?(?P<end>[ .!]*)\Z",
    re.IGNORECASE,
)
_IN_PART = Regex(
    r"[0-9] ?(?:to|and|-|–|until) ?[0-9]|\b(?:seconds?|cut|trim|remove|delete|keep|half|part|from"
    r"|after|before)\b",
    re.IGNORECASE,
)
_THAT_PART = Regex(
    r"(?P<lead>\b(?:mute|silence|reverse|make|turn) )(?:that|this|the same) (?:part|bit|stretch|section)"
    r"(?P<how> (?:black and white|sepia|vintage|silent))?(?: (?:too|as well|also))?(?=[ .!]*\Z)",
    re.IGNORECASE,
)
_PACED = Regex(rf"\b(?P<a>{NUMBER}) ?(?:to|-|–|until) ?(?P<b>{NUMBER})\b[^,;]*", re.IGNORECASE)
_SPEED = Regex(r"\b(?:slow|speed|slower|faster)\b|[0-9] ?x\b", re.IGNORECASE)


def daily_follow_ups(message: str, there: There) -> str:
    """The message in those words."""
    if HAN.search(message) or not there.last or HAN.search(there.last):
        return message
    if found := _OTHER.fullmatch(message):
        return "the other one too" if _holds(found, there.last) else message
    if not _IN_PART.search(there.last):
        message = _ACTUALLY.sub(r"\g<lead>\g<span>\g<end>", message)
    if (found := _THAT_PART.search(message)) and (span := _slower_now(there)):
        how = found["how"] or ""
        return f"{message[: found.start()]}{found['lead']}{span}{how}{message[found.end() :]}"
    return message


def _holds(found: re.Match[str], last: str) -> bool:
    """Whether what is to be the same, and what it is, were told by the message before."""
    same = (found["same"] or "way").lower().replace("colour", "color")
    noun = found["noun"].lower()
    if _LISTS.search(last) or not re.search(_SAME[same], last, re.IGNORECASE):
        return False
    return noun == "one" or bool(re.search(rf"\b{noun}\b", last, re.IGNORECASE))


def _slower_now(there: There) -> str:
    """When the one stretch plays of which the message before changed the speed."""
    told = [*_PACED.finditer(there.last)]
    paced = [i for i, one in enumerate(there.speeds) if one != 1]
    if len(told) != 1 or len(paced) != 1 or not _SPEED.search(there.last):
        return ""
    if _LISTS.search(there.last):
        return ""
    start, end = float(number(told[0]["a"])), float(number(told[0]["b"]))
    at = paced[0]
    stop = there.starts[at + 1] if at + 1 < len(there.starts) else there.seconds
    long = (end - start) / there.speeds[at]
    if abs(there.starts[at] - start) > 0.002 or abs(stop - start - long) > 0.002:
        return ""
    return f"{start:g} to {stop:g} seconds"
