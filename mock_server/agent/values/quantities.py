"""Replace times, levels, shares and sizes with placeholders, in either language."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from functools import partial

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import CHINESE, DIGITS, NUMBER, SPELLED, WORDS, number
from mock_server.agent.values.placeholders import Values
from mock_server.agent.values.rules import Rules
from mock_server.agent.values.spellings import plain_numbers

_UNITS = {
    3_600_000: r"hours?|hrs?|h|个?小时",
    60_000: (
        r"minutes?|minuts?|mintues?|mins?|min|m|分钟|(?<!十)分(?![之贝辨割离别屏为])"
        r"|(?<=十)分(?=[0-9一二两三四五六七八九十半])"
    ),
    1_000: r"seconds?|secs?|sec|s|秒钟?|(?:sec(?:n|on|o?dn|cond|ound|end|and)|s(?:eo|co|ceo)nd)[ds]{0,2}",
    1: r"milliseconds?|millis|msecs?|ms|毫秒",
}
_UNIT = "|".join(f"(?P<u{scale}>{words})" for scale, words in reversed(_UNITS.items()))
_TERM = Regex(
    rf"(?P<n>{NUMBER})[ -]?(?:{_UNIT})(?:(?<=[秒钟分时])|(?![a-z]))(?P<half>半(?!透明|分|屏))?",
    re.I | re.A,
)
_BETWEEN_TERMS = Regex(r" ?(?:and |零)?", re.ASCII)
# "a second title" is the next one, not one second long.
_ORDINAL = Regex(
    r"\ba second (?!and |of |in|later|long|earlier|sooner|shorter|more|fade|delay|before|after|from"
    r"|at |for )\w",
    re.I,
)
_TAIL = Regex(r"[0-9]{1,2}(?![0-9a-z.:%]| ?[sm秒毫])", re.I | re.A)
_CLOCK = Regex(
    r"(?<![0-9:.])(?:([0-9]{1,2}):)?([0-9]{1,3}):([0-9]{2})(?:[.,]([0-9]{1,3}))?(?!:?[0-9])"
)
# "第12秒" is when, not how long; beside another it is the edge of a range.
_AT_ONE_SECOND = Regex(
    rf"(?:(?<=\A)|(?<=[,;。])) ?第 ?(?={NUMBER} ?秒(?!钟? ?[到至之以起开~-]))", re.I | re.A
)
_AT_SECOND_THEN = Regex(
    rf"(?<![从到至在自于由和与、数~-])第 ?(?={NUMBER} ?秒(?:就|才|出现|[ 。!]*\Z))", re.I | re.A
)
_AT_SECOND = Regex(rf"(?:第 ?(?={NUMBER} ?秒)|\bsecond (?={DIGITS}))", re.I | re.A)
_SECONDS_N = Regex(
    rf"\bseconds? ({DIGITS}) (?:to|through|till|until|-) ({DIGITS})(?! ?(?:[smh]\b|sec|min|ms|hour))",
    re.I | re.A,
)
# "The first 5 and last 5 seconds".
_SHARED_UNIT = Regex(
    rf"\b((?:first|last) {NUMBER}) (and (?:the )?(?:first|last) {NUMBER} seconds?)\b", re.I | re.A
)
_SECOND_N = Regex(rf"\bsecond ({DIGITS})", re.I | re.A)

_RATIO = Regex(
    r"(?<![0-9:.])(9:16|16:9|1:1|4:5|5:4|4:3|3:4|21:9|2:3|3:2|[1-9][0-9]?:[1-9])(?![0-9:])"
)
# "Change the aspect ratio … to 17:30": there it is no time of day.
_AFTER_RATIO = Regex(
    r"(?:(?<=ratio to )|(?<=ratio of )|(?<=project to )|(?<=比例改为))([0-9]{1,3}:[0-9]{1,3})(?![0-9:])"
)
_NO_CLOCK = Regex(r"(?<![0-9:.])(16:9|1:1|4:5|5:4|4:3|3:4|21:9|2:3|3:2)(?![0-9:])")
# "…, and make it 9:16": nobody makes a thing a time of day.
_MADE = Regex(
    r"(?<=\bit )9:16(?![0-9:])|(?<=\bit to )9:16(?![0-9:])|(?<=\bthis )9:16(?![0-9:])"
    r"|(?<=\bit in )9:16(?![0-9:])|(?<=\bthis in )9:16(?![0-9:])|(?<=\bvideo in )9:16(?![0-9:])"
    r"|(?<=\bvideo )9:16(?![0-9:])|(?<=\ba )9:16(?= (?:version|cut|crop|of (?:this|it|the)))",
    re.I,
)
_ALONE = Regex(r"\W*(?:(?:in|to|as|now) )?9:16(?![0-9a-z:])(?: with)?[^0-9\ue010-\ue01f]{0,28}")
# "Mute it, captions, 9:16": a piece of its own, where no times of day are told.
_PIECE = Regex(
    r"(?:(?<=,)|(?<=;)|(?<=\.)|(?<=\bplus)|(?<=\balso)) ?(?:(?:and|so|then|also|in|as|please|to|now"
    r"|make it|改成?|做成?|变成?|要) ?)*(9:16)"
    r"(?=(?: ?(?:please|pls|now|too|as well|version|format|吧|的))*[ .!]*(?:[,;]|\Z))",
    re.IGNORECASE,
)
_OTHER_CLOCK = Regex(r"(?<![0-9])(?!9:16)[0-9]{1,2}:[0-9]{2}|split|freeze|切开|分割|定格|拆", re.I)
_SHAPE_WORDS = Regex(
    r"aspect|ratio|vertical|portrait|landscape|square|format|canvas|frame|screen|widescreen|shape"
    r"|tiktok|reels?\b|shorts|reframe|orientation|画幅|比例|竖|横|画面|画布|方形|尺寸|宽高|屏",
    re.IGNORECASE,
)
_SHAPE_VERB = Regex(
    r"(?:convert|change|make|give me|crop|resize|turn|set|adapt|switch|must be|should be|needs to be"
    r"|改|转|变|裁|设)",
    re.IGNORECASE,
)
_CUT_WORDS = Regex(r"\b(?:cut|remove|delete|keep|split|from|between|after|before|title)\b", re.I)


@dataclass(frozen=True)
class Time:
    """A time in milliseconds, and the unit (ms) that a bare number beside it takes."""

    ms: int
    unit: int = 1_000


@dataclass(frozen=True)
class Decibels:
    """A level as people write it on meters: 0 is as recorded, below is quieter."""

    db: float


@dataclass(frozen=True)
class Track:
    """One of the sound tracks of a file, counted from 1."""

    number: int


def half_up(value: Fraction) -> int:
    """The nearest integer, halves upwards."""
    return value.numerator if value.denominator == 1 else int((value + Fraction(1, 2)) // 1)


# "Over -2 s" is no time.
_BELOW_ZERO = Regex(r"(?<=[a-z] )-(?=[0-9.]+ ?(?:s|sec|ms|min)\b)", re.IGNORECASE)


def take_times(text: str, values: Values) -> str:
    """`text` with a `<time>` mark for each clock time and each number with a unit."""
    text = _BELOW_ZERO.sub("minus ", text)
    text = _CLOCK.sub(lambda match: values.mark("time", _clock(match), match[0]), text)
    text = _SECOND_N.sub(r"\1 s", text)
    text = _AT_SECOND.sub("", _AT_ONE_SECOND.sub("在", _AT_SECOND_THEN.sub("在", text)))
    out: list[str] = []
    at = 0
    for start, end, time in _terms(text):
        out += (text[at:start], values.mark("time", time, text[start:end]))
        at = end
    return "".join((*out, text[at:]))


def _clock(match: re.Match[str]) -> Time:
    hours, minutes, seconds, decimals = match.groups(default="0")
    whole = (int(hours) * 60 + int(minutes)) * 60 + int(seconds)
    return Time(whole * 1_000 + int(decimals.ljust(3, "0")))


def _terms(text: str) -> list[tuple[int, int, Time]]:
    """Start, end and time of each run of terms with falling units: `1 minute 30 seconds`."""
    found: list[tuple[int, int, Fraction, int]] = []
    for match in _TERM.finditer(text):
        if _ORDINAL.match(text, match.start()):
            continue
        unit = next(scale for scale in _UNITS if match[f"u{scale}"])
        ms = number(match["n"]) * unit + (Fraction(unit, 2) if match["half"] else 0)
        start, end = match.span()
        tail = _TAIL.match(text, end) if unit == 60_000 else None
        if tail:
            ms, end = ms + int(tail[0]) * 1_000, tail.end()
        if found and found[-1][3] > unit and _BETWEEN_TERMS.fullmatch(text, found[-1][1], start):
            start, ms = found[-1][0], found.pop()[2] + ms
        found.append((start, end, ms, unit))
    return [(start, end, Time(half_up(ms), unit)) for start, end, ms, unit in found]


def take_ratios(text: str, values: Values) -> str:
    """`text` with a `<ratio>` mark where 9:16 is a shape; elsewhere it is a time of day."""
    if ":" not in text:
        return text
    text = _NO_CLOCK.sub(lambda m: values.mark("ratio", _pair(m[1], ":"), m[1]), text)
    if _SHAPE_VERB.search(text):
        text = _MADE.sub(lambda m: values.mark("ratio", _pair(m[0], ":"), m[0]), text)
    if "9:16" in text and not _OTHER_CLOCK.search(text):
        text = _PIECE.sub(lambda m: m[0][:-4] + values.mark("ratio", (9, 16), m[1]), text)
    if _ALONE.fullmatch(text):
        return _RATIO.sub(lambda match: values.mark("ratio", _pair(match[1], ":"), match[1]), text)
    if not (_SHAPE_WORDS.search(text) or _SHAPE_VERB.search(text)):
        return text
    if _CUT_WORDS.search(text) and not _SHAPE_WORDS.search(text):
        return text
    text = _AFTER_RATIO.sub(lambda m: values.mark("ratio", _pair(m[1], ":"), m[1]), text)
    return _RATIO.sub(lambda match: values.mark("ratio", _pair(match[1], ":"), match[1]), text)


def _pair(text: str, separator: str) -> tuple[int, int]:
    first, second = text.split(separator)
    return int(first), int(second)


def _spot(x: float, y: float) -> dict[str, float]:
    """A place in the frame as a draft has it, from its left and from its top, 0-1."""
    return {"x": x, "y": y}


_CENTER = (
    r"(?:(?:(?:with|whose) )?(?:its |the |a )?(?:cent(?:er|re)(?:ed|d)?|focus|middle|midpoint) )?"
    r"(?:(?:is|lies|lying|sits|placed|positioned|located|set) )?(?:at |on |around |about )?"
    r"(?:(?:the|a) (?:point|spot|position) )?(?:at )?"
)
_ZH_CENTER = (
    "(?:以|把|将)?其?(?:中心|中心点|中心位置)?"
    "(?:[位处置]于|[放定落设]在|设为|在|为|是|对准)?(?:画面)?的?"
)
_ACROSS, _DOWN = "(?:横向|水平|水平方向|横)的?", "(?:纵向|垂直|竖向|垂直方向|纵)的?"
_Read = Callable[[re.Match[str]], object]
_BEFORE_TIMES: tuple[tuple[str, str, _Read], ...] = (
    (
        r"\b(?:with|using|hearing) (?:its |the )?(?:sound|audio) ?track ?(?:number |#)?([0-9]{1,3})\b"
        r"|\((?:sound|audio) ?track ([0-9]{1,3})\)"
        r"|\(?(?:使用|用|听)第?([0-9]{1,3})条?(?:音轨|声轨)\)?",
        "soundtrack",
        lambda match: Track(int(match[1] or match[2] or match[3])),
    ),
    (
        r"(?<![0-9])([0-9]{2,5}) ?[x×] ?([0-9]{2,5})(?![0-9])",
        "size",
        lambda match: (int(match[1]), int(match[2])),
    ),
    (
        rf"(?:-|\bminus )?({DIGITS}) ?(?:LUFS|LKFS)\b",
        "loudness",
        lambda match: -float(number(match[1])),
    ),
    (
        rf"(?:(-)|\+|\bminus )?({DIGITS}) ?(?:dB|decibels?|分贝)",
        "level",
        lambda match: Decibels(
            float(number(match[2])) * (1 if match[0][0] in "+0123456789" else -1)
        ),
    ),
    (
        rf"(?:{_CENTER})?({DIGITS}) ?% (?:in |of the way )?(?:from the left(?: edge)?|across"
        rf"|horizontally)(?:,? and|,)"
        rf" ({DIGITS}) ?% (?:down |of the way )?(?:from the top(?: edge)?|down|vertically)"
        rf"|(?:{_ZH_CENTER})?{_ACROSS}({DIGITS})%处?[、,， 和]*{_DOWN}({DIGITS})%(?:处|的地方|的位置)?"
        rf"|(?:{_CENTER})?horizontally (?:at )?({DIGITS}) ?%(?:,? and|,) vertically (?:at )?({DIGITS}) ?%"
        rf"|(?:\(|(?:at|在|位于) ?)({DIGITS}) ?%, ?({DIGITS}) ?%\)?",
        "spot",
        lambda match: _spot(*(float(number(one) / 100) for one in match.groups() if one)),
    ),
    (
        rf"(?:{_CENTER})?({DIGITS}) ?% (?:down )?from the top(?: edge)?(?:,? and|,) ({DIGITS}) ?%"
        rf" (?:in )?from the left(?: edge)?"
        rf"|(?:{_ZH_CENTER})?{_DOWN}({DIGITS})%处?[、,， 和]*{_ACROSS}({DIGITS})%(?:处|的地方|的位置)?",
        "spot",
        lambda match: _spot(*(float(number(one) / 100) for one in reversed(match.groups()) if one)),
    ),
    (
        rf"(?:slowly |gradually |smoothly )?(?:from )?({DIGITS}) ?% (?:(?:up |down |back )?to|->|→)"
        rf" ({DIGITS}) ?%|[从由]({DIGITS})%(?:缓慢|慢慢|逐渐|渐渐|缓缓|平缓|匀速|地)*"
        r"(?:缩放|放大|缩小|变化?|过渡|推近|拉[近远]|缩回?|退回|增[加大]|升高?|降|减小|调整?|改)?"
        rf"(?:[到至为成]|(?<=缩回)|(?<=退回))({DIGITS})%",
        "sweep",
        lambda match: tuple(float(number(one) / 100) for one in match.groups() if one),
    ),
    (
        rf"({NUMBER}) ?(?:%|percent|per cent)|百分之 ?({NUMBER})",
        "percent",
        lambda match: float(number(match[1] or match[2]) / 100),
    ),
    (
        rf"({NUMBER}) ?(?:times\b|倍(?:的?速度|速)?)|({DIGITS}) ?[x×](?![a-z])|\b[x×] ?({DIGITS})"
        rf"|\ba factor of ({NUMBER})",
        "factor",
        lambda match: number(match[1] or match[2] or match[3] or match[4]),
    ),
    (
        rf"(-)?({NUMBER})(?: |-)?(?:degrees?|deg|°|度)",
        "angle",
        lambda match: int(number(match[2]) * (-1 if match[1] else 1)),
    ),
)
_WITH_UNITS = Rules((source, (kind, read)) for source, kind, read in _BEFORE_TIMES)
_ZOOMS = Regex(r"zoom|punch|magnif|push in|缩放|放大|推近|拉远|推到|缩[小到回]", re.I)
_BARE = Regex(rf"((?<![\w\ue000])-)?({DIGITS})", re.ASCII)


# "from fifteen to <time>": the number takes the unit of the time.
_LEADS_TO_A_TIME = Regex(r"[a-z] (?:to|till|until|through|and) \ue012|[到至-]\ue012", re.I)
_BEFORE_A_TIME = Regex(
    rf"(?:{WORDS}(?= (?:to|till|until|through|and) \ue012)|{CHINESE}(?=[到至-]\ue012))", re.I
)


# "Voice to 80, music to 30 percent".
_SHARED_PERCENT = Regex(
    rf"\b((?:music|song|voice|speech|sound|audio|video|volume)(?: (?:down|up))? (?:to|at) {DIGITS})"
    rf"(?=(?:,| and)[^.;,]{{1,30}} (?:to|at) {DIGITS} ?(?:%|percent))",
    re.I,
)
# "From forty to fifty", without a unit.
_FROM_WORDS = Regex(
    rf"\b((?:from|between) )({SPELLED}) (to|and|until|till) ({SPELLED})"
    r"(?![a-z-]| (?:hundred|and a half|point|per ?cent|times|degrees))",
    re.I,
)


# "Volume +20 %" is a change, "volume 20 %" a level.
_SIGNED = Regex(rf"(?<![\w\ue000%]) ?([+-])({DIGITS} ?%)", re.ASCII)


def take_quantities(text: str, values: Values) -> str:
    """`text` with a mark for every number in it: first those with other units than of time."""
    text = _SHARED_UNIT.sub(r"\1 seconds \2", text)
    if "from " in text or "between " in text:
        text = _FROM_WORDS.sub(lambda m: f"{m[1]}{number(m[2])} {m[3]} {number(m[4])}", text)
    text = _SECONDS_N.sub(r"\1 s to \2 s", plain_numbers(text))
    text = _SHARED_PERCENT.sub(r"\1%", text)
    text = _SIGNED.sub(lambda m: f" {'up' if m[1] == '+' else 'down'} by {m[2]}", text)
    zooms = _ZOOMS.search(text)
    text = _WITH_UNITS.apply(
        text, lambda one: partial(_mark, values, *one) if zooms or one[0] != "sweep" else _as_it_is
    )
    text = take_times(take_ratios(text, values), values)
    if _LEADS_TO_A_TIME.search(text):
        text = _BEFORE_A_TIME.sub(partial(_mark, values, "number", lambda m: number(m[0])), text)
    return _BARE.sub(partial(_mark, values, "number", _signed), text)


def _as_it_is(match: re.Match[str]) -> str:
    return match[0]


def _signed(match: re.Match[str]) -> Fraction:
    return number(match[2]) * (-1 if match[1] else 1)


def _mark(values: Values, kind: str, read: _Read, match: re.Match[str]) -> str:
    return values.mark(kind, read(match), match[0])
