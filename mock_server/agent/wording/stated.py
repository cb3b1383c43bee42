"""What a clause states of a layer that is there, or of two: "logo disappears at 30", "title and logo both
bigger". Said as an order that names each in full, and its time with a unit."""

import re
from collections.abc import Callable, Sequence
from functools import partial

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.nouns import LAYER, ORDINAL
from mock_server.agent.values.placeholders import HAN, Values, index, marks, pattern
from mock_server.agent.values.quantities import Time, half_up
from mock_server.agent.values.rules import Rules
from mock_server.agent.wording.shown import ROLES, TEXTS, Shown

_ONE = rf"(?:(?:the|my|our) )?(?:{ORDINAL} )?{LAYER}(?: <:text>)?|<:text>"
_WHO = rf"(?P<WHO>{_ONE})"
_LEAD = r"(?P<LEAD>(?:\A|, | and | but |, and |, but )(?:(?:please|now|so|ok|and) )*)"
_END = r"(?=(?: please| pls)?[ .!]*\Z|,| and\b| but\b)"
_SHOULD = r"(?:should|must|has to|have to|needs? to|is to|are to|ought to|can)"
_MUST = rf"(?P<MUST>{_SHOULD} )?"
_THERE = r"(?: (?:up|on|on screen|on the screen|visible|there|shown|showing|around|in place))*"
_STAY = rf"(?:stay|hang|linger|remain|last|stick|run|play|keep going|go on|be)s?{_THERE}"
_KEEP = rf"(?P<MUST>keep|leave|hold(?! (?:the )?(?:music|song))|let) {_WHO}(?: stay)?{_THERE}"
_UNTIL = r"(?:only |just )?(?:until|till|til|up to)"
_AT = r"(?P<AT><:time|number>)"
_NOT_AT = r"(?: (?:instead of|not|rather than) (?:at )?(?P<OLD><:time|number>))?"
_LEAVE = r"(?:(?:vanish|disappear|leave|end|stop)(?:e?s)?|go(?:es)? away|(?:be|is) gone)(?: again)?"
_BY = r"(?P<AT><:time>)(?: longer| more)|(?:another|an extra) (?P<MORE><:time>)(?: longer)?"
_COME = r"(?:come|appear|show|pop|start|begin|kick|set)s?(?: (?:in|on|up))?"
_SIT = (
    rf"(?:(?:{_SHOULD}|would|really|may) )*(?:go(?:es)?|belongs?|sits?|moves?|(?:look|be|is)s?(?: much)?"
    r" (?:better|nicer))(?: (?:to|at|in|into|on|over to|down to|up to))?(?: the)?"
)
_PLACE = (
    r"(?P<WHERE>(?:top|bottom|upper|lower)(?:[- ](?:left|right|center))?|left|right|center|centre)"
)


def _ms(values: Values, mark: str) -> int:
    """Milliseconds of a marked time, or number of seconds."""
    value = values.items[index(mark[1:-1])]
    return value.ms if isinstance(value, Time) else half_up(value * 1_000)


def _at(values: Values, ms: int) -> str:
    return values.mark("time", Time(ms), f"{ms / 1_000:g} s")


def _ends(one: Shown, values: Values, said: re.Match[str]) -> str | None:
    ms = _ms(values, said["AT"])
    described = not said["MUST"] and ms == one.end
    return None if ms <= one.start or described else f"should end at {_at(values, ms)}"


def _starts(one: Shown, values: Values, said: re.Match[str]) -> str | None:
    ms, old = _ms(values, said["AT"]), said["OLD"]
    described = not (said["MUST"] or old) and ms == one.start
    wrong = old is not None and _ms(values, old) != one.start
    return None if described or wrong else f"should start at {_at(values, ms)}"


def _longer(one: Shown, values: Values, said: re.Match[str]) -> str:
    return f"should be {said['AT'] or said['MORE']} longer"


def _placed(one: Shown, values: Values, said: re.Match[str]) -> str:
    return f"should be at the {said['WHERE']}"


Says = Callable[[Shown, Values, re.Match[str]], str | None]
_STATED: tuple[tuple[str, Says], ...] = (
    (rf"{_LEAD}{_WHO} {_MUST}(?:{_STAY} )?{_UNTIL} {_AT}{_END}", _ends),
    (rf"{_LEAD}{_WHO} {_MUST}{_LEAVE} (?:at|by) {_AT}{_END}", _ends),
    (rf"{_LEAD}(?P<MUST>let|have|make) {_WHO} (?:go|{_LEAVE})(?: away)? at {_AT}{_END}", _ends),
    (rf"{_LEAD}{_WHO} {_MUST}(?:only )?{_COME} (?:only )?(?:at|from) {_AT}(?: instead)?{_NOT_AT}{_END}",
     _starts),
    (rf"{_LEAD}(?P<MUST>show|start|bring (?:in|up)|pop up) {_WHO} at {_AT}{_NOT_AT}{_END}", _starts),
    (rf"{_LEAD}{_WHO} {_MUST}{_STAY} (?:for )?(?:{_BY}){_END}", _longer),
    (rf"{_LEAD}{_KEEP} (?:for )?(?:{_BY}){_END}", _longer),
    (rf"{_LEAD}{_WHO} {_SIT} {_PLACE}(?: corner)?{_END}", _placed),
)  # fmt: skip
_RULES = Rules(_STATED)


def stated(text: str, values: Values, shown: Sequence[Shown]) -> str:
    """A sentence whose times are marked, in which what is stated of what is there is an order."""
    if not shown or HAN.search(text):
        return text
    text = _of_two(re.sub(" {2,}", " ", text), values, shown)
    return _RULES.apply(text, lambda says: partial(_said, values, shown, says))


def _said(values: Values, shown: Sequence[Shown], says: Says, match: re.Match[str]) -> str:
    one = named_layer(match["WHO"], values, shown)
    said = one and says(one, values, match)
    return f"{match['LEAD']}{_in_full(match['WHO'])} {said}" if said else match[0]


def _in_full(who: str) -> str:
    bare = not (who[0] == "\ue010" or re.match(r"(?:the|my|our)\b", who, re.IGNORECASE))
    return f"the {who}" if bare else who


_NUMBERS = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1, "final": -1}
_NAMED = pattern(
    rf"(?:(?:the|my|our) )?(?:(?P<WHICH>{ORDINAL}) )?(?P<NOUN>{LAYER})?(?: ?<text>)?", re.IGNORECASE
)


def named_layer(said: str, values: Values, shown: Sequence[Shown]) -> Shown | None:
    """The one layer that a noun, a text or both name; None where there are more, or none."""
    match = _NAMED.fullmatch(said)
    if match is None:
        return None
    noun = (
        (match["NOUN"] or "").lower().replace("voiceover", "voice-over").replace("-third", " third")
    )
    roles = ROLES.get(noun.removeprefix("background "), TEXTS if not noun else ())
    found = [one for one in shown if one.role in roles]
    if match["WHICH"]:
        at = _NUMBERS[match["WHICH"].lower()]
        found = found[at:][:1] if len(found) > 1 and at < len(found) else []
    if match[3]:
        found = [one for one in found if one.text == values.items[index(match[3])]]
    return found[0] if len(found) == 1 else None


# --- of two ------------------------------------------------------------------------------
_VERB = (
    r"(?:make|move|put|shift|push|set|bring|nudge|fade|show|colou?r|delay|extend|turn|give|keep|let|start"
    r"|shrink|enlarge|place|render|drag)(?: (?:out|in))? "
)
_TWO = pattern(
    rf"(\A[ ,]*(?:please )?)({_VERB})?({_ONE})(?: and|,) ({_ONE}) (?:(?:both|each|all) )?"
    r"((?!and\b|to each)[^,]+?)(?: both| each)?((?: please| pls)?[ .!]*)\Z"
)
_RELATED = Regex(
    r"\b(?:swap|between|other|together|apart|same|equal|as|one|ones|they|them|it|its|their|until the|when"
    r"|but|not|except|first|second|respectively|places|only|half|in turn|after|before|alternat\w+)\b",
    re.IGNORECASE,
)

_FROM = Regex(r"\b(?:from|between|until|till|for|to)\b", re.IGNORECASE)
_BOTH = Regex(r"\b(?:both|each) (?!of\b)", re.IGNORECASE)


def _of_two(text: str, values: Values, shown: Sequence[Shown]) -> str:
    """ "Make the title and the logo bigger": one after the other."""
    two = _TWO.match(text) if " and " in text else None
    if two is None or _RELATED.search(two[5]):
        return text
    lead, verb, one, other, rest, end = (part or "" for part in two.groups())
    first, second = (named_layer(each, values, shown) for each in (one, other))
    if first is None or second is None or first is second:
        return text
    told = marks(two[5], "percent", "level") or (
        marks(two[5], "number") and not _FROM.search(two[5])
    )
    if told and first.role != second.role:
        return text  # a level of sounds is none of pictures
    rest = _BOTH.sub("", rest)
    return f"{lead}{verb}{_in_full(one)} {rest}, and {verb}{_in_full(other)} {rest}{end}"
