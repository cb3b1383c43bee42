"""Words that take back what was said before: "the first 5 s, no wait, 8 s"."""

import re

from mock_server.agent.lexicon.tokens import tokens
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import MARK, Values, index, kind_of, pattern
from mock_server.agent.values.quantities import Time, half_up
from mock_server.agent.values.ranges import Range, take_ranges

# After these comes an order of its own: "cut 5-10 s, wait, reverse the video".
ANOTHER_ORDER = Regex(r"\bwait\b|\bhold on\b|等等|等一下", re.IGNORECASE)
TAKES_BACK = Regex(
    r"[ ,.!:]*(?:(?:oh|no|nah|nope|ok|ah|well|wait|hm+|hold on|sorry|actually|on second thoughts?"
    r"|等等|等下|等一下|嗯|还是"
    r"|不|哦|唉|哎|呃|算了)[ ,.!:]*)*"
    r"(?:don't|do not|no|nope|(?:please )?don't do (?:that|it)|leave it(?: as it is)?|scratch that"
    r"|forget (?:it|that)"
    r"|(?:ignore|disregard|forget) (?:that|it|(?:the|my) (?:previous|last)"
    r" (?:sentence|message|line|order|one))"
    r"|(?:上一句|刚才(?:那句|的话|说的)?|前面(?:那句|说的))?(?:就)?(?:当我没说|不算数?|忽略)(?:过|吧|了)?"
    r"|never ?mind(?: (?:that|it))?|nah|don't bother|forget about it|drop it|cancel that|wait|hold on"
    r"|算了|还是别了|不用了|还是算了|别剪了|先不要|等等"
    r"|(?:还是)?算了?,?(?:都|全|什么都|还是)*(?:别|不)(?:要|用)?(?:弄|剪|做|改|动|用|要)(?:了|它)?"
    r"|(?:什么)?都(?:别|不)(?:要|用)?(?:弄|剪|做|改|动)了?"
    r"|(?:还是)?(?:留着|留下)(?:吧|了|好了)|不再?需要了|用不着了|不要|别|不了)[ ,.!:]*",
    re.IGNORECASE,
)
# These do so behind an order only; alone they say something else, or nothing.
_LATE = Regex(
    r"[ ,.!:(-]*(?:(?:and|but|or|oh|no|wait|hmm|sorry|actually|well|ok|只是|但|不过|哦|不)[ ,.!:]*)*"
    r"(?:(?:i'd |i would )?(?:rather|better|maybe|perhaps|probably) not(?: (?:after all|now|yet))?"
    r"|which (?:i|we) (?:don't|do not|didn't|never) (?:want|need|like|ask for|want to see)(?: any ?more)?"
    r"|i take (?:that|it|this) back|(?:i was |i'm |i am |it's |it was )?(?:just |only )?"
    r"(?:kidding|joking|a joke|testing|a test)|forget (?:that )?i (?:said|asked|wrote|told you)"
    r"(?: (?:that|it|this|anything|so))?|i changed my mind|strike that|nah|optional|your (?:choice|call)"
    r"|(?:it's )?up to you|ask me first|let me (?:check|see|think)(?: first|(?: about)? (?:it|that|this))?"
    r"|or whatever|(?:please )?wait(?: for my (?:go|ok))?"
    r"|(?:刚才|刚刚|上面|前面|以上)(?:那句|这句|的话|说的|那条|的)?(?:都)?(?:当我没说|不算数?|作废|忽略"
    r"|说错了?)(?:吧|了)?"
    r"|忽略(?:这条|这句|上面|前面|刚才|以上)[^,]{0,6}|(?:我)?(?:是)?(?:开|闹)(?:个|着)?玩笑的?"
    r"|我?(?:是)?说着玩的"
    r"|我?(?:都)?收回|我?改(?:变)?主意了|打住|停(?:下|手)?|住手|(?:全部)?取消(?:吧|掉)?|以后再说|再说吧|(?:我)?(?:说|弄|搞|打|写)错了?"
    r"|我?后悔了|不太[好行]"
    r"|先等(?:等|一下|一会儿?)|先问(?:问|一下)?我|先(?:让|给)我看看|随便你?|你看着办|可选|才怪)[ ,.!:)]*",
    re.IGNORECASE,
)


_DASH = Regex(r" [-–—] ")


def ends_taken_back(text: str) -> bool:
    """Whether the last words of a sentence take back what is in front of them: "mute it, just kidding"."""
    order, comma, last = _DASH.sub(", ", text).rpartition(",")
    if comma and TAKES_BACK.fullmatch(last):
        return True
    return bool(comma and _LATE.fullmatch(last) and _LETTER.search(order))


def takes_all_back(text: str) -> bool:
    """Whether a sentence behind an order takes it back."""
    return bool(_LATE.fullmatch(text))


# These take back what was said; after the others something may be added only.
_SURE = (
    r"no wait|wait(?! <:time|number>)|hold on(?! to\b)|i mean(?:t)?|scratch that|leave (?:that|it)(?= ?,)"
    r"|correction"
    r"|or rather"
    r"|or better|make that"
    r"|on second thoughts?|(?:or )?on reflection|不对|不不|哦不(?!对)|等等|等一下|说错了?"
    r"|[打写]错了?|错了|更正|我是说|应该是"
)
_UNSURE = r"oh|ah|hm+|well|uh|sorry|oops|whoops|actually|rather|哦|啊|呃|抱歉"
_VALUE = "<:time|range|percent|level|number|factor>"
_NO = rf"(?:or )?(?:no|nope)(?= ?(?:,|-|:|wait|{_VALUE}))|不(?:是)?(?=,)"
_MARKED = (
    rf"(?:{_UNSURE}),? (?=<:time|range|percent|level|number|factor|text>|the (?:first|last)"
    r"|(?:(?:at|to|in) )?(?:the )?(?:top|bottom|left|right|red|blue|green|yellow|white|black|orange"
    r"|pink|purple)\b)"
)
# "Add jazz, oh actually piano music".
_ANOTHER = (
    r"(?:oh|ah|hmm+|well|uh)?,? ?(?:actually|rather),? (?=(?:[a-z-]+ ){0,2}(?:music|song|track)\b"
    r"|black and white\b|(?:warm|cold|cool|sepia|vintage)[ .!]*\Z)"
    r"|(?:哦|啊|呃)?,?还是(?=[^,不别]{1,6}(?:音乐|曲|乐)(?:吧|好了|了)?[ .!。]*\Z)"
)
_BEGINS = pattern(rf"[ ,:;-]*(?:({_SURE}|{_NO}|nope?(?= *,))|(?:{_UNSURE}))(?![a-z])[ ,:;-]*")
_WITHIN = pattern(
    rf"[,;:、-] ?(?:(?:and|or|{_UNSURE}),? ?)*(?:(?:{_SURE}|{_NO})(?![a-z])|{_MARKED}|{_ANOTHER})"
)
_LETTER = Regex("[a-z\u4e00-\u9fff]", re.IGNORECASE)


def correction(text: str) -> tuple[bool, str]:
    """What a marked sentence says behind words of correction, and whether they surely are such.

    Empty when it does not begin with any.
    """
    sure, rest = False, text
    while rest and (found := _BEGINS.match(rest)):
        sure, rest = sure or bool(found[1]), rest[found.end() :]
    return sure or "instead" in rest.lower(), "" if rest == text else rest


def halves(text: str) -> list[str]:
    """A marked sentence, cut where it begins to correct itself."""
    _, rest = correction(text)
    lead = len(text) - len(rest) if rest else 0
    found = _WITHIN.search(text, lead)
    if found is None or not _LETTER.search(text[lead : found.start()]):
        return [text]
    return [text[: found.start()], *halves(text[found.start() :].lstrip(" ,;:、-"))]


# "Cut 10-15 s and 40-45 s. No, scrap the second one."
_DROPS = Regex(
    r"[ ,.!-]*(?:(?:no|nope|wait|sorry|actually|hm+|oh|but|well)[ ,.!]*)*"
    r"(?:scrap|forget|skip|not|cancel|never ?mind|keep|leave|leave out|don't do)(?: about)? the "
    r"(?P<which>first|second|last|latter|former|other)(?: (?:one|part|bit|range|cut|stretch|piece))?[ .!]*"
    r"|[ ,.!-]*(?:不对|不|算了|等等|哦)*[ ,]*(?P<zh>前面|后面|第一|第二|最后)(?:那)?(?:段|个|处|一段)"
    r"(?:留着|保留|别剪|不剪|别动|别删|不要剪|不用剪|不要删)(?:了|吧)?[ .!]*",
    re.IGNORECASE,
)
_FIRST = ("first", "former", "前面", "第一")


def takes_one_of_two(text: str) -> bool:
    """Whether a marked sentence takes back one of the things that were said before."""
    return bool(_DROPS.fullmatch(text))


def without_one(before: str, text: str) -> str | None:
    """The sentence before without the one of its two ranges that this one takes back; None when it does
    not have two."""
    match = _DROPS.fullmatch(text)
    ranges = [one for one in MARK.finditer(before) if kind_of(one[1]) == "range"]
    which = (match["which"] or match["zh"] or "").lower() if match else "other"
    if (
        len(ranges) != 2
        or which == "other"
        or not _LISTED.fullmatch(before, ranges[0].end(), ranges[1].start())
    ):
        return None
    first, second = ranges
    if which in _FIRST:
        return before[: first.start()] + before[second.start() :]
    return before[: first.end()] + before[second.end() :]


_LISTED = Regex(r" ?(?:,|、|and|和|, and|与|及)? ?", re.IGNORECASE)


# "…, no wait, 8 s": a value alone, in the place of the one that was said.
_ALONE = Regex(
    r"[ ,]*(?:(?:it's|it is|i meant?|make (?:it|that)|rather|from|at|by|to|是|应该是|改成|从|在) ?)*"
    r"(?P<verb>[剪删切留加放调静](?:掉|了|个|到|成|音)?)?"
    r"(?P<mark>[\ue010-\ue01f][\ue020-\ue029]+\ue000)(?: ?(?:please|instead|then|i mean|i meant"
    r"|(?:is|will be|would be) (?:enough|plenty|fine|better|all i need)|will do|吧|了))*[ .!?]*"
    r"(?P<rest>,.*)?",
    re.IGNORECASE,
)


def exchanged(before: str, rest: str, values: Values) -> str | None:
    """A marked sentence with the value that `rest` alone names in the place of its own of that kind.

    None when `rest` is more than a value, or there is not one such value.
    """
    alone = _ALONE.fullmatch(rest)
    if alone is None or (alone["verb"] and alone["verb"][0] not in before):
        return _word_exchanged(before, rest, values)
    new = MARK.fullmatch(alone["mark"]) if alone else None
    if alone is None or new is None:
        return None
    kind = kind_of(new[1])
    old = [one for one in MARK.finditer(before) if kind_of(one[1]) == kind]
    if len(old) == 1:
        return (
            before[: old[0].start()]
            + alone["mark"]
            + before[old[0].end() :]
            + (alone["rest"] or "")
        )
    ranges = [one for one in MARK.finditer(before) if kind_of(one[1]) == "range"]
    times = [one for one in MARK.finditer(before) if kind_of(one[1]) == "time"]
    bare = [one for one in MARK.finditer(before) if kind_of(one[1]) == "number"]
    shares = any(kind_of(one[1]) in ("percent", "factor") for one in MARK.finditer(before))
    if kind == "number" and shares and (times or ranges):
        return None  # "30%, 淡入2秒", "改成40": which of them?
    if kind in ("percent", "time") and len(bare) == 1 and not (old or ranges or alone["rest"]):
        return take_ranges(
            before[: bare[0].start()] + alone["mark"] + before[bare[0].end() :], values
        )
    plain = kind == "number" and not (old or ranges or times or alone["rest"])
    if plain and (unit := _in_unit(before, new, values)) is not None:
        return unit
    if kind == "number" and len(times) == 1 and not (old or ranges or alone["rest"]):
        i = index(new[2])
        seconds = values.mark("time", Time(half_up(values.items[i] * 1_000)), values.words[i])
        return before[: times[0].start()] + seconds + before[times[0].end() :]
    if old or len(ranges) != 1 or kind not in ("time", "number"):
        return None
    length = values.items[index(new[2])]
    ms = length.ms if isinstance(length, Time) else half_up(length * 1_000)
    span = _as_long(values.items[index(ranges[0][2])], ms)
    if span is None:
        return None
    mark = values.mark("range", span, values.words[index(ranges[0][2])])
    return before[: ranges[0].start()] + mark + before[ranges[0].end() :] + (alone["rest"] or "")


def _in_unit(before: str, new: re.Match[str], values: Values) -> str | None:
    """A number in the place of the one percentage, factor or angle that was said: "40 %", "no, 25"."""
    old = [
        one for one in MARK.finditer(before) if kind_of(one[1]) in ("percent", "factor", "angle")
    ]
    if len(old) != 1:
        return None
    i, kind = index(new[2]), kind_of(old[0][1])
    value = float(values.items[i] / 100) if kind == "percent" else values.items[i]
    value = int(value) if kind == "angle" else value
    mark = values.mark(kind, value, values.words[i])
    return before[: old[0].start()] + mark + before[old[0].end() :]


_WORDS = ("pos", "color", "look", "mood", "way", "style", "shape")
_BETTER = Regex(
    r" (?:instead|please|then|is better|would be better|looks better|is nicer|is fine|i think)[ .!]*\Z",
    re.I,
)


def _word_exchanged(before: str, rest: str, values: Values) -> str | None:
    """The same for one word: "put it at the top, no wait, bottom", "black and white, no, warm"."""
    said = [one for one in tokens(_BETTER.sub("", rest), values) if not one.carries_nothing]
    word = said[-1] if said and all(one.is_a("at") or one.is_a("to") for one in said[:-1]) else None
    kind = next((one for one in _WORDS if word is not None and word.is_a(one)), None)
    old = [one for one in tokens(before, values) if kind and one.is_a(kind)]
    if word is None or len(old) != 1:
        return None
    return before[: old[0].at] + word.words + before[old[0].at + len(old[0].words) :]


def _as_long(span: object, ms: int) -> Range | None:
    """ "The first 3 s" or "the last 3 s", but so many milliseconds of it."""
    if not isinstance(span, Range) or ms <= 0:
        return None
    if span.start < 0 and span.end is None:
        return Range(-ms, None)
    return Range(0, ms) if span.start == 0 and (span.end or 0) > 0 else None
