"""Where the video, or a layer, is to start and end, and what holds only if it is as long, or not there."""

import re
from collections.abc import Callable, Sequence

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.nouns import THE
from mock_server.agent.values.placeholders import Values, index, pattern
from mock_server.agent.values.quantities import Time, half_up
from mock_server.agent.values.ranges import Range
from mock_server.agent.wording.shown import ROLES, TEXTS, Shown

_END = r"(?=[ .!]*\Z)"
_IT = r"(?:it|this|that|the (?:video|clip|whole thing|film|recording|talk|footage|edit))"
_AXE = r"(?:cut|drop|chop|trim|remove|delete|lose|take|clip|shave|lop)(?: off| out| away)?"
_REST = (
    r"(?:everything|all|anything|whatever(?: is)?|what(?:'s| is| comes)|the (?:rest|part|bit)|it)"
    r"(?: that(?:'s| is| comes)| which is)?"
)
_IF = (
    rf"(?:if|in case|should|when|provided(?: that)?|assuming) {_IT}(?:'s| is| be| runs| goes| lasts|"
    rf" turns out"
    r"| gets| ends up)*(?: to be)? (?:(?:any )?longer than|more than|over|past|above) "
)
_LONGER = pattern(
    rf"\A[ ,]*{_IF}<time>(?: long)?,? (?:then |please |so |just )*(?:{_AXE} {_REST} (?:after|past|beyond"
    rf"|over|behind)"
    rf" (?:that|it|<time>)|(?:keep|use|leave) (?:only |just )?the first <time|number>|(?:cut|trim"
    rf"|shorten) it"
    rf" (?:down )?(?:to|at) (?:that|<time|number>)|{_AXE} the end so (?:that )?it(?:'s| is)(?:"
    rf" exactly)? <time"
    rf"|number>)"
    rf"{_END}"
)
_IF_LONGER = pattern(
    rf"\A[ ,]*(?:please )?(?:(?:cut|trim|shorten) {_IT} (?:down )?to <time>|{_AXE} {_REST} (?:after|past"
    rf"|beyond)"
    rf" <time>),? (?:if|in case|should|when) {_IT}(?:'s| is| be| runs| lasts)*(?: any)? (?:longer|over"
    rf"|more)"
    rf"(?: than)?(?: that| <time>)?{_END}"
)
_FROM_TO = (
    pattern(
        rf"\A[ ,]*(?:please )?(?:(?:let|have|make) )?(?:{_IT} (?:should|must|has to|needs to|to)"
        rf" )?(?:start|begin)"
        rf"(?: {_IT})? (?:at|from) <time|number>,? (?:and )?(?:end|stop|finish)(?: it)? (?:at|with)"
        rf" <time|number>"
        rf"{_END}"
    ),
    pattern(
        rf"\A[ ,]*(?:please )?(?:cut|trim|shorten|edit) {_IT} so (?:that )?it (?:starts|begins) (?:at|from)"
        rf" <time|number>,? and (?:ends|stops|finishes) at <time|number>{_END}"
    ),
)
_TO_FROM = pattern(
    rf"\A[ ,]*(?:please )?(?:cut|trim|shorten|edit) {_IT} so (?:that )?it (?:ends|stops|finishes) at"
    rf" <time|number>,?"
    rf" and (?:starts|begins) (?:at|from) <time|number>{_END}"
)
_AS_LONG = pattern(
    rf"\A[ ,]*(?:(?:i|we) need (?:it|this)(?: to be)?|{_IT} (?:has|needs) to be|{_IT} (?:should|must)"
    rf" be)(?: at"
    rf"| exactly| at exactly| no longer than| at most| under)* <time>(?: long| in total)?,? (?:so |and"
    rf" )?(?:please )?"
    rf"(?:{_AXE} (?:whatever is too much|what(?:'s| is) too much|the (?:rest|excess|surplus|remainder|end))"
    rf"(?: (?:off|from|at)(?: of)? the end| off)?|{_AXE} off the (?:rest|end)){_END}"
)
_BY_SPEED = pattern(
    rf"\A[ ,]*(?:(?:i|we) need (?:it|this)(?: to be)?|{_IT} (?:has|needs) to be|{_IT} (?:should|must)"
    rf" be)(?: at"
    rf"| exactly| at exactly)* <time>(?: long| in total)?,? (?:so |and )?(?:please )?speed (?:it|the"
    rf" video) up"
    rf"(?: to (?:get there|match|fit|reach that)| accordingly| for that| until it fits| so (?:that )?it"
    rf" fits)?{_END}"
)
_BEFORE_END = pattern(
    r"(?:\bfrom )?<time> before the (?:very )?end,? (?:(?:until|till|to|up to) the (?:very )?end|(?:for"
    r"|lasting)"
    r" <time>)"
)
_TILL_END = pattern(
    r"\A(.*?)\bat <time> ((?:put|show|add|write) [^,]*?),? and (?:leave|keep) (?:it|them|that)(?: there|"
    r" up| on"
    rf"| on screen)* (?:till|until|to) the (?:very )?end{_END}"
)
_MOVED_START = pattern(
    rf"\A[ ,]*(?:please )?(?:start|begin|let|have|make) ({THE}|<:text>)(?: start| begin| come in|"
    rf" appear)? <time>"
    r" (later|earlier|sooner),? (?:but |and )?(?:(?:please )?(?:let|have|make|keep) )?(?:it|its end|the"
    r" end)?"
    r"(?: should| must| can)?(?: still)? ?(?:(?:end(?:s|ing)?|stop(?:s|ping)?|disappear(?:s|ing)?"
    r"|stay(?:s|ing)?)"
    r"(?: (?:when|where|as) it (?:does|is|did)(?: now| before)?| as (?:now|before)| at the same time| at"
    r" <time>"
    rf"| unchanged| the same)|(?:where|as) it is){_END}"
)
_SO_IT_ENDS = pattern(
    rf"\A[ ,]*(?:please )?(?:shift|move|push|place|put) ({THE}|<:text>) so (?:that )?it (?:ends|stops"
    rf"|disappears"
    rf"|is gone) (?:at|by) <time>{_END}"
)
_BOTH_MOVED = pattern(
    rf"\A[ ,]*(?:please )?(?:let|have|make) ({THE}|<:text>) (?:start|begin|come in|appear) <time>"
    rf" (earlier|sooner"
    rf"|later),? and (?:end|stop|disappear|go) <time> (earlier|sooner|later){_END}"
)
_SO_IT_STARTS = pattern(
    rf"\A[ ,]*(?:please )?(?:shift|move|push|delay|pull|bring) ({THE}|<:text>) (?:back|forward|later"
    rf"|earlier)?"
    rf" ?(?:by )?<time>(?: later| earlier| back)?,? so (?:that )?it (?:starts|begins) at <time>{_END}"
)
_KEEPS_LENGTH = pattern(rf",? (?:but|and) (?:keep|leave) it <time>(?: long)?{_END}")
_NONE_YET = Regex(
    r"\A[ ,]*(?:unless there(?:'s| is| are) (?:already |any |some |an? )*(?P<a>[a-z-]+)(?: already|"
    r" there| in"
    r" (?:it|there|the video)| on it)*|(?:if|in case|when|as long as) there(?:'s| is| are)(?: still| as"
    r" yet)? (?:no"
    r"|not any|not an?|not yet an?) (?P<b>[a-z-]+)(?: yet| already| there| so far| in (?:it|the video))*"
    r"|(?:if"
    r"|in case|when) there (?:isn't|aren't|is not|are not)(?: yet| already)? (?:an?|any)"
    r" (?P<c>[a-z-]+)(?: yet"
    r"| already| there| in (?:it|the video))*),? (?:then |please |just )*(?=[a-z\ue010\ue011])",
    re.IGNORECASE,
)
_UNLESS_THERE = Regex(
    r",? (?:unless there(?:'s| is| are) (?:already |any |some |an? )*(?P<a>[a-z-]+)(?: already| there)*"
    r"|if there(?:'s| is| are) no (?P<b>[a-z-]+)(?: yet| there)*)[ .!]*\Z",
    re.IGNORECASE,
)
_NOT_YET = Regex(
    rf"\A[ ,]*(?:if|when|in case|since|as) {_IT}(?:'s| is)?(?:n't| not) (?:already )?(vertical|square"
    rf"|horizontal"
    r"|black and white|muted|landscape|portrait)(?: yet| already)?,? (?:then |please )*(?=(?:make|turn"
    r"|set) it"
    r" (?:in)?(?:to )?\1\b)",
    re.IGNORECASE,
)


def _ms(digits: str, values: Values) -> int:
    value = values.items[index(digits)]
    return value.ms if isinstance(value, Time) else half_up(value * 1_000)


def _span(start: int, end: int | None, match: re.Match[str], values: Values) -> str:
    return values.mark("range", Range(start, end), match[0])


def edges(text: str, values: Values, shown: Sequence[Shown]) -> str:
    """A sentence whose times are marked, in which a start or an end that is told so is a range."""
    text = _if_none(text, shown)
    for regex, said in _SAID:
        if match := regex.match(text):
            text = said(match, values) or text
    if "end" in text:
        for regex, said in _NEAR_THE_END:
            if match := regex.search(text):
                text = said(match, values) or text
    if (kept := _KEEPS_LENGTH.search(text)) and _lasts(_ms(kept[1], values), shown):
        return text[: kept.start()]
    if moved := _MOVED_START.match(text):
        return _restarted(moved, values, shown) or text
    if both := _BOTH_MOVED.match(text):
        return _both_moved(both, values, shown) or text
    if ends := _SO_IT_ENDS.match(text):
        return _ending(ends, values, shown) or text
    if so := _SO_IT_STARTS.match(text):
        return _shifted(so, values, shown) or text
    return text


def _texts(shown: Sequence[Shown]) -> list[Shown]:
    return [one for one in shown if one.role in TEXTS]


def _lasts(ms: int, shown: Sequence[Shown]) -> bool:
    """Whether there is one text, and that long."""
    return [one.end - one.start for one in _texts(shown)] == [ms]


def _if_none(text: str, shown: Sequence[Shown]) -> str:
    """ "Unless there's already music, add some", where there is none."""
    if "there" not in text.lower():
        return _NOT_YET.sub("", text) if "not " in text or "n't " in text else text
    for regex in (_NONE_YET, _UNLESS_THERE):
        match = regex.search(text)
        noun = next((one for one in match.groups() if one), "").lower() if match else ""
        roles = ROLES.get(noun) or ROLES.get(noun.removesuffix("s"))
        if match and roles and not any(one.role in roles for one in shown):
            return text[: match.start()] + text[match.end() :]
    return text


def _same(times: Sequence[str | None], values: Values) -> int | None:
    """Milliseconds of the one time that is told, if once or more; None where there are two."""
    found = {_ms(one, values) for one in times if one}
    return found.pop() if len(found) == 1 else None


def _cut_after(match: re.Match[str], values: Values) -> str | None:
    ms = _same(match.groups(), values)
    return None if ms is None else f"cut {_span(ms, None, match, values)}"


def _kept(match: re.Match[str], values: Values) -> str:
    return f"keep only {_span(_ms(match[1], values), _ms(match[2], values), match, values)}"


def _kept_turned(match: re.Match[str], values: Values) -> str:
    return f"keep only {_span(_ms(match[2], values), _ms(match[1], values), match, values)}"


def _kept_first(match: re.Match[str], values: Values) -> str:
    return f"keep only {_span(0, _ms(match[1], values), match, values)}"


def _fitted(match: re.Match[str], values: Values) -> str:
    i = index(match[1])
    return (
        f"speed up the video until it lasts {values.mark('time', values.items[i], values.words[i])}"
    )


def _near_end(match: re.Match[str], values: Values) -> str | None:
    start, long = _ms(match[1], values), _ms(match[2], values) if match[2] else None
    if long is not None and long > start:
        return None
    end = None if long in (None, start) else (long or 0) - start
    mark = _span(-start, end, match, values)
    return match.string[: match.start()] + mark + match.string[match.end() :]


def _till_end(match: re.Match[str], values: Values) -> str:
    return f"{match[1]}{match[3]} {_span(_ms(match[2], values), None, match, values)}"


Said = Callable[[re.Match[str], Values], str | None]
_SAID: tuple[tuple[Regex, Said], ...] = (
    (_LONGER, _cut_after),
    (_IF_LONGER, _cut_after),
    (_FROM_TO[0], _kept),
    (_FROM_TO[1], _kept),
    (_TO_FROM, _kept_turned),
    (_AS_LONG, _kept_first),
    (_BY_SPEED, _fitted),
)
_NEAR_THE_END: tuple[tuple[Regex, Said], ...] = (
    (_BEFORE_END, _near_end),
    (_TILL_END, _till_end),
)


def _named(said: str, values: Values, shown: Sequence[Shown]) -> Shown | None:
    """The one layer that an order names."""
    noun = re.sub(r"\A(?:the|my|our) ", "", said.lower())
    if said[0] == "\ue010":
        text = values.items[index(said[1:-1])]
        found = [one for one in _texts(shown) if one.text == text]
    else:
        roles = ROLES.get(noun.replace("voiceover", "voice-over").replace("-third", " third"), ())
        found = [one for one in shown if one.role in roles]
    return found[0] if len(found) == 1 else None


def _restarted(match: re.Match[str], values: Values, shown: Sequence[Shown]) -> str | None:
    """ "Start the title 1 s later, but let it end when it does now"."""
    one = _named(match[1], values, shown)
    by = _ms(match[2], values) * (1 if match[3].lower() == "later" else -1)
    end = _ms(match[4], values) if match[4] else None
    if one is None or end not in (None, one.end) or not 0 <= one.start + by < one.end:
        return None
    return f"{match[1]} should run {_span(one.start + by, one.end, match, values)}"


def _shifted(match: re.Match[str], values: Values, shown: Sequence[Shown]) -> str | None:
    """ "Shift the title back by 3 s so that it starts at 5 s", where that is the same."""
    one = _named(match[1], values, shown)
    start = _ms(match[3], values)
    if one is None or abs(start - one.start) != _ms(match[2], values):
        return None
    i = index(match[3])
    return f"move {match[1]} to start at {values.mark('time', Time(start), values.words[i])}"


def _both_moved(match: re.Match[str], values: Values, shown: Sequence[Shown]) -> str | None:
    """ "Let the title start 1 s earlier and end 2 s later"."""
    one = _named(match[1], values, shown)
    first, last = (
        _ms(match[i], values) * (1 if match[i + 1].lower() == "later" else -1) for i in (2, 4)
    )
    if one is None or not 0 <= one.start + first < one.end + last:
        return None
    return f"{match[1]} should run {_span(one.start + first, one.end + last, match, values)}"


def _ending(match: re.Match[str], values: Values, shown: Sequence[Shown]) -> str | None:
    """ "Move the title so that it ends at 10 s": as long as it is."""
    one = _named(match[1], values, shown)
    start = _ms(match[2], values) - (one.end - one.start) if one else -1
    if start < 0:
        return None
    i = index(match[2])
    return f"move {match[1]} to start at {values.mark('time', Time(start), values.words[i])}"
