"""What is on the timeline, where a sentence names it without quotes, or tells a time by it."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from mock_server.agent.lexicon.tokens import knows
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import HAN, Values, index, marks
from mock_server.agent.values.quantities import Time
from mock_server.agent.values.ranges import Range
from mock_server.agent.values.rules import Rules

TEXTS = ("title", "lower-third", "caption")
ROLES = {
    "title": ("title",), "标题": ("title",), "片头标题": ("title",), "caption": ("caption",),
    "subtitle": ("caption",), "字幕": ("caption",), "lower third": ("lower-third",),
    "lower-third": ("lower-third",), "name strap": ("lower-third",), "人名条": ("lower-third",),
    "logo": ("overlay",), "watermark": ("overlay",), "水印": ("overlay",), "music": ("music",),
    "song": ("music",), "音乐": ("music",), "voice-over": ("voiceover",), "voiceover": ("voiceover",),
    "旁白": ("voiceover",), "text": TEXTS, "文字": TEXTS, "": TEXTS,
}  # fmt: skip


@dataclass(frozen=True)
class Shown:
    """A layer: its role, the text that it shows, when (ms), the name of its sound or file, and how it
    looks or sounds, where that was said."""

    role: str
    text: str
    start: int
    end: int
    name: str = ""
    looks: Mapping[str, object] = field(default_factory=dict, compare=False)


# --- names without quotes ----------------------------------------------------------------
_LONGEST = 60
_DOES = r" goes\b| gets\b| moves\b| belongs\b"
_BEHIND_LETTER = (
    rf"(?=,|\.|\Z|{_DOES}| and\b| nor\b| or\b| should| must| can\b| to\b| at\b|'s\b"
    r"|[ ,]*[\ue010-\ue01f])"
)


def _mention(name: str) -> Regex | None:
    """Where a text is named as it is written; None when it may be a word like any other."""
    letter = len(name) == 1 and name.isupper()
    if not name.strip() or len(name) > _LONGEST or (knows(name) and not letter):
        return None
    if HAN.search(name):
        before, behind = (
            r"(?:(?<=\A)|(?<=[,、和把删留着跟比了除接 ]))",
            r"(?=\Z|[,、和跟与留都别要删去改移变换用放挪不两三四紧 ]|的(?:,|\Z|后面|之后)|[那这][个条]"
            "|多停)",
        )
        return Regex(before + re.escape(name) + behind)
    words = re.escape(name)
    if letter:
        noun = rf"\b(?:the )?(?:title|caption) {words}(?![\w'])"
        return Regex(rf"{noun}|(?<![\w.\ue000-\ue0ff]){words}{_BEHIND_LETTER}")
    behind = r"(?![\w.])"
    return Regex(rf"(?<![\w.\ue000-\ue0ff]){words}{behind}") if name[0].isupper() else None


def take_names(text: str, values: Values, shown: Sequence[Shown]) -> str:
    """`text` with a `<text>` mark for each text of the timeline that it names without quotes."""
    text = _if_there(text, shown)
    if _names_a_word(text, shown):
        return text  # "make Hello and World yellow": only one of them is surely a name
    text = _of_one_kind(text, shown) if " one " in text else text
    text = _by_order(_the_other(text, values, shown), shown)
    for name in sorted({one.text for one in shown if one.role in TEXTS}, key=len, reverse=True):
        found = _mention(name) if name in text else None
        if found is not None:
            text = found.sub(partial(_named, values, name), text)
    text = _the_other(text, values, shown)
    text = re.sub(" {2,}", " ", _OWNED.sub(r"the \2 \1", text))
    return _BY_A_WORD.sub(partial(_by_a_word, values, shown), text)


def _names_a_word(text: str, shown: Sequence[Shown]) -> bool:
    """Whether a text that is a word like any other is written as it is on the timeline."""
    texts = [one.text for one in shown if one.role in TEXTS and one.text in text]
    words = [one for one in texts if knows(one) and len(one) > 1]
    found = (
        re.search(rf"(?<!\w){re.escape(one)}(?!\w)", text) for one in words if one[0].isupper()
    )
    return any(found)


_IF = Regex(
    r"\A[ ,]*(?:if|in case|should) there(?:'s| is| be) (?:any |an? |still |already |some )*"
    r"(music|title|caption|logo|watermark|voice-?over)"
    r"(?: in (?:this|it|here|there|the video)| there| on it| already)*,? (?:please |then |just )*"
    r"(?=[a-z]+ (it)\b)",
    re.IGNORECASE,
)


def _if_there(text: str, shown: Sequence[Shown]) -> str:
    """ "If there is music, turn it down", where there is one."""
    match = _IF.match(text)
    roles = ROLES[match[1].lower().replace("voiceover", "voice-over")] if match else ()
    if match is None or sum(one.role in roles for one in shown) != 1:
        return text
    verb = text[match.end() : match.start(2)]
    return f"{verb}the {match[1]}{text[match.end(2) :]}"


_TWO = Regex(
    r"\bthe (later|latter|earlier|former|remaining|only|other|one that's left|one that is left)"
    r" ?(title|caption|text|one)?(?= (?:should|must|has to|needs to|to|at|in|at the|red|blue|green"
    r"|yellow|white"
    r"|black|orange|pink|purple|gold|bigger|smaller|a bit)\b|[ .!]*\Z)",
    re.IGNORECASE,
)
_OTHER = Regex(r"\bthe other (?:one|title|caption)(?=\W|\Z)", re.IGNORECASE)


def _the_other(text: str, values: Values, shown: Sequence[Shown]) -> str:
    """ "'A' blue and the other one pink", where there are two."""
    match = _OTHER.search(text)
    texts = [one.text for one in shown if one.role in TEXTS]
    said = [values.items[i] for i in marks(text[: match.start()], "text")] if match else []
    left = [one for one in texts if one not in said]
    if match is None or len(said) != 1 or len(texts) != 2 or len(left) != 1:
        return text
    return f"{text[: match.start()]} {values.mark('text', left[0])} {text[match.end() :]}"


_NTH_ONE = Regex(
    r"\b(?:the )?(first|second|third|last) one(?= (?:should be |must be |be |in )?(?:red|blue|green|yellow"
    r"|white|black|orange|pink|purple|gold|bold|bigger|larger|smaller)\b| to ?\ue010"
    r"| (?:at|to|in) the (?:top|bottom|left|right)\b)",
    re.IGNORECASE,
)


def _of_one_kind(text: str, shown: Sequence[Shown]) -> str:
    """ "The first one" of several texts, where there is nothing else that is seen."""
    seen = [one.role for one in shown if one.role in (*TEXTS, "overlay")]
    if len(seen) < 2 or len(set(seen)) > 1 or seen[0] == "overlay":
        return text
    return _NTH_ONE.sub(rf"the \1 {seen[0].replace('-', ' ')}", text)


_WHICH = {"later": "last", "latter": "last", "earlier": "first", "former": "first"}


def _by_order(text: str, shown: Sequence[Shown]) -> str:
    """ "The later title" of two, "the remaining one" if there is one."""
    match = _TWO.search(text)
    texts = [one for one in shown if one.role in TEXTS]
    if match is None or len({one.role for one in texts}) != 1:
        return text
    role, which = texts[0].role, match[1].lower()
    if (match[2] or "one").lower() not in ("one", "text", role):
        return text
    if which in _WHICH and len(texts) == 2:
        return f"{text[: match.start()]}the {_WHICH[which]} {role}{text[match.end() :]}"
    left = which.startswith(("remaining", "only", "one", "other"))
    return (
        f"{text[: match.start()]}the {role}{text[match.end() :]}"
        if left and len(texts) == 1
        else text
    )


_CAPITAL_BEFORE, _CAPITAL_BEHIND = Regex(r"[^.!?]+ [A-Z]\w+ \Z"), Regex(r" [A-Z]\w")


def _named(values: Values, name: str, match: re.Match[str]) -> str:
    before, behind = match.string[: match.start()], match.string[match.end() :]
    longer = _CAPITAL_BEFORE.fullmatch(f". {before}"[-60:]) or _CAPITAL_BEHIND.match(behind)
    if longer and len(name) > 1:
        return match[0]  # "Hello World" is another name than "World"
    return f" {values.mark('text', name)} "


_OWNED = Regex(
    r"([\ue010-\ue01f][\ue020-\ue029]+\ue000) ?'s (lower[- ]third|title|caption|name strap|name tag)"
)
_BY_A_WORD = Regex(r"\b(the|my|our) ([a-z0-9]+) (title|caption|lower[- ]third)\b", re.IGNORECASE)


def _by_a_word(values: Values, shown: Sequence[Shown], match: re.Match[str]) -> str:
    """ "The price title" is the one whose text has that word."""
    roles = ROLES[match[3].lower()]
    word = Regex(rf"\b{re.escape(match[2])}\b", re.IGNORECASE)
    found = [one for one in shown if one.role in roles and word.search(one.text)]
    if knows(match[2]) or len(found) != 1:
        return match[0]
    return f"{match[1]} {match[3]} {values.mark('text', found[0].text)} "


# --- times told by a layer ---------------------------------------------------------------
_NOUN = (
    r"(?:(?:the|my|our|that|this) (?:(first|second|last) )?"
    r"(title|caption|subtitle|logo|watermark|music|song|lower[- ]third|name strap|voice-?over|text|one)"
    r"(?: ?<text>)?|<text>)"
)
_ZH = r"(?:()(片头标题|标题|字幕|logo|水印|音乐|旁白|人名条|文字)(?: ?<text> ?)?| ?<text> ?)"
_ENDS = (
    r"(?:is over|is gone|ends|disappears|goes away|goes|leaves|vanishes|stops|finishes|has gone"
    r"|has ended)"
)
_BEGINS = r"(?:starts|appears|comes (?:up|in|on)|comes|shows up|begins|pops up|is shown|sets in)"
_LASTS = (
    r"(?:is up|is on screen|is on|is visible|is shown|is showing|is there|is playing|plays"
    r"|lasts|shows|runs)"
)
_LEAD = r"(?:right |just |directly |immediately |exactly )?"

Place = Callable[[Shown, int], "Time | Range"]


def _after_end(one: Shown, ms: int) -> Time:
    return Time(one.end + ms)


def _after_start(one: Shown, ms: int) -> Time:
    return Time(one.start + ms)


def _throughout(one: Shown, ms: int) -> Range:
    return Range(one.start, one.end + ms)


def _just_as_long(one: Shown, ms: int) -> Range:
    return Range(one.end, 2 * one.end - one.start)


def _upto_start(one: Shown, ms: int) -> Range:
    return Range(0, one.start)


def _from_end(one: Shown, ms: int) -> Range:
    return Range(one.end, None)


def _as_long(one: Shown, ms: int) -> Time:
    return Time(one.end - one.start)


# Each with the sign of a time that stands before it; 0 where none does.
_RULES: tuple[tuple[str, int, Place], ...] = (
    (rf"(?:exactly )?(?:for )?(?:as long as|while|whenever"
        rf"|during the time) {_NOUN} {_LASTS}", 0, _throughout),
    (rf"(?:the (?:part|bit|section|stretch)|everything)(?: of (?:the video|it))? (?:where|while|when"
     rf"|in which|during which) {_NOUN} {_LASTS}", 0, _throughout),
    (rf"{_LEAD}after {_NOUN},? (?:and )?(?:for )?(?:the )?(?:just |exactly )?(?:same (?:length"
     rf"|duration|time)|as long(?= ?[,.]|\Z)|equally long)", 0, _just_as_long),
    (rf"<time> before {_NOUN} {_BEGINS}", -1, _after_start),
    (rf"<time> after {_NOUN} {_BEGINS}", 1, _after_start),
    (rf"<time> before {_NOUN} {_ENDS}", -1, _after_end),
    (rf"<time> after {_NOUN} {_ENDS}", 1, _after_end),
    (rf"{_LEAD}(?:when|once|as soon as|the moment|after) {_NOUN} {_ENDS}", 0, _after_end),
    (rf"{_LEAD}(?:when|once|as soon as|the moment) {_NOUN} {_BEGINS}", 0, _after_start),
    (rf"(?<=until ){_NOUN} {_ENDS}", 0, _after_end),
    (rf"(?<=until ){_NOUN} {_BEGINS}", 0, _after_start),
    (rf"(?:right|directly|immediately|straight|just) after {_NOUN}(?="
     rf" ?(?:,|\.|\Z|show\b|add\b|put\b|for\b|comes\b|there\b|another\b|in\b))",
        0, _after_end),
    (rf"at the same time as {_NOUN}", 0, _throughout),
    (rf"(?<=\beverything )(?:that comes |that's |that is )?after {_NOUN}(?: {_ENDS})?", 0, _from_end),
    (rf"(?<=\beverything )(?:that comes |that's |that is )?before {_NOUN}(?: {_BEGINS})?", 0, _upto_start),
    (rf"(?:exactly |just )?as long as {_NOUN}(?=[ .!]*\Z)", 0, _as_long),
    (rf"(?:在)?{_ZH}(?:还)?(?:在的时候|在场的时候|出现期间|显示期间|显示的时候|显示时|播放期间"
        rf"|播放的时候)", 0, _throughout),
    (rf"{_ZH}(?:出现|出来|开始|响起)?(?:之前|以前)(?:的(?:画面|部分|内容|视频)?)?"
        r"(?=[^,]{0,6}(?:剪|删|去|不要|静))", 0, _upto_start),
    (rf"{_ZH}(?:结束|消失|播完|放完)?(?:之后|以后)的(?:画面|部分|内容|视频)?"
        r"(?=[^,]{0,6}(?:剪|删|去|不要|静))", 0, _from_end),
    (rf"{_ZH}一(?:出现|出来|开始)(?:的时候)?就", 0, _after_start),
    (rf"{_ZH}一(?:结束|消失)(?:的时候)?就", 0, _after_end),
    (rf"(?:在)?{_ZH}(?:结束|消失)(?:的?时候?|之后|以后|后)(?:紧接着|马上|立刻|就)?", 0, _after_end),
    (rf"(?:在)?{_ZH}(?:出现|开始)(?:的?时候?|的同时)", 0, _after_start),
)  # fmt: skip
_TIMES = Rules((source, (sign, place)) for source, sign, place in _RULES)


_AFTER_IT = Regex(
    r"\b((?:right|directly|immediately|straight|just) (?:after|behind)) (?:it|that one|this one"
    r"|the (?:first|other) one)(?=[ ,.]|\Z)",
    re.IGNORECASE,
)


def timed_by_layers(text: str, values: Values, shown: Sequence[Shown]) -> str:
    """A sentence whose times are marked, with the times that are told by what is on the timeline."""
    texts = [one for one in shown if one.role in TEXTS]
    long = marks(text, "time") or "as long" in text or "same" in text
    if len(texts) == 1 and long and "after" in text:  # "right after it for 3 s"
        text = _AFTER_IT.sub(rf"\1 the {texts[0].role.replace('-', ' ')}", text)
    return _TIMES.apply(text, lambda place: partial(_timed, values, shown, *place))


_UP_TO = Regex(r"(?:\b(?:until|to) |[到至]) ?\Z")  # "moved to when 'A' ends" is no "by 3 s"


def _timed(
    values: Values, shown: Sequence[Shown], sign: int, place: Place, match: re.Match[str]
) -> str:
    time, groups = (match[1], match.groups()[1:]) if sign else (None, match.groups())
    one = _meant(values, shown, groups)
    if one is None:
        return match[0]
    found = place(one, sign * values.items[index(time)].ms if time else 0)
    kind = "range" if isinstance(found, Range) else "time"
    if isinstance(found, Time) and found.ms < 0:
        return match[0]
    values.by_layers += 1
    lead = " for " if place is _as_long else " at "
    bare = kind == "range" or _UP_TO.search(match.string, 0, match.start())
    return ("" if bare else lead) + values.mark(kind, found, match[0])


def _meant(values: Values, shown: Sequence[Shown], groups: Sequence[str | None]) -> Shown | None:
    which, noun, *names = groups
    role = (noun or "").lower().replace("lower-third", "lower third")
    roles = ("title",) if role == "one" else ROLES[role.replace("voice over", "voice-over")]
    name = next((str(values.items[index(one)]) for one in names if one), None)
    found = [one for one in shown if one.role in roles and name in (None, one.text)]
    if which:
        found = found[:: -1 if which.lower() == "last" else 1]
        found = found[1:2] if which.lower() == "second" else found[:1]
    return found[0] if len(found) == 1 else None
