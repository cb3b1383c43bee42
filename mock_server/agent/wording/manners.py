"""How two or more things are to be, said once: in front of them ("at the top, add 'A' and 'B'"), in front
of the other one ("add 'A' and, in blue, 'B'"), or behind a Chinese list ("加标题“一”和“二”，放顶部");
and how a part is to be that something else is done to ("muted, play 10 to 20 at half speed")."""

import re
from collections.abc import Callable, Iterable
from functools import partial

from mock_server.agent.values.files import is_sound
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import HAN, Values, marks, pattern

Said = Callable[[Values, re.Match[str]], str]

_COLOR = r"(?:(?:light|dark|bright) )?(?:red|blue|green|yellow|white|black|orange|purple|pink|gr[ae]y|gold)"
_PLACE = (
    r"(?:at|in) the (?:very )?(?:(?:top|bottom|upper|lower)[- ]?(?:left|right|cent(?:er|re))?|cent(?:er|re)"
    r"|middle|left|right)(?: corner| of the (?:screen|frame|picture|video))*"
)
_LENGTH = r"(?:half[- ]a?[- ]?second|[a-z0-9.]+[- ](?:second|s|sec))"
_SAID = (
    rf"{_PLACE}|in {_COLOR}(?: on {_COLOR})?|with an? (?:{_COLOR} )?(?:drop )?(?:shadow|outline|background)"
    rf"|with an? {_LENGTH} fade[- ]?(?:in|out)"
    r"|at [0-9.]+ ?(?:%|percent) (?:opacity|size)|half[- ]transparent|semi-?transparent"
    r"|quietly|softly|fading (?:in|out)"
)
_WORDS: tuple[Regex, ...] = tuple(
    Regex(one, re.IGNORECASE)
    for one in (
        rf"\b{_COLOR}\b|\bcolou?red\b|[红蓝绿黄白黑橙紫粉灰金]色",
        r"\b(?:top|bottom|corner|cent(?:er|re)|middle|left|right)\b"
        "|[上下左右][方边侧角面]|[顶底]部|居中|中间",
        r"\bshadow|阴影",
        r"\boutline|描边",
        r"\bbackground\b|背景|底色",
        r"\bfad(?:e|es|ing)\b|[淡渐][入出]",
        r"\bopacity\b|transparent|透明",
        r"\bsize\b|大小|[大小]字|字号",
        r"\bvolume\b|\b(?:quiet|soft|loud)|音量|[小大轻]声",
    )
)
_MANNER = rf"(?:{_SAID})(?:,? (?:and )?(?:{_SAID}))*"
_VERB = r"(?:add|put|show|place|display|write|play|insert|overlay)"
_NOUN = (
    rf"(?:(?:the|an?|my) )?(?:{_COLOR} )?"
    r"(?:(?:title|caption|subtitle|text|lower third|overlay|picture|clip|music|song)s? )?"
)
_GENRE = r"(?:jazz|rock|pop|piano|ambient|classical|techno|folk|blues)(?: music)?\b"
_NAME = rf"{_NOUN}(?:<:text|file>|{_GENRE}|(?:the |my )?logo\b)"
_BEHIND = r"(?:(?!,? and\b)(?!<:text|file>)[^,;\n。]){0,40}?"
_ITEM = rf"{_NAME}{_BEHIND}"
_JOINT = r"(?:, and |, | and )"
_END = r"(?=[ .!。]*\Z)"
_ITEMS = rf"{_ITEM}(?:{_JOINT}{_ITEM})+"
_IN_FRONT = pattern(rf"\A[ ,]*(?:please )?({_MANNER}),? (?:please )?({_VERB}) ({_ITEMS}){_END}")
_IN_THE_MIDDLE = pattern(
    rf"\A[ ,]*(?:please )?({_VERB}) ({_ITEM}(?:, {_ITEM})*),? and,? ({_MANNER}), ({_ITEM}){_END}"
)
_NEXT = pattern(rf"{_JOINT}(?={_NAME})")


def _hows(said: str) -> set[int]:
    """Which kinds of manner a text speaks of."""
    return {n for n, one in enumerate(_WORDS) if one.search(said)}


_SEEN = range(5)
_HEARD = pattern(rf"\b{_GENRE}")
_UNWRITTEN = pattern(r"<:file>|\blogo\b")


def _fits(items: str, manner: str, values: Values) -> bool:
    """Whether all that is named can be so: what is heard has no place, a picture no colour."""
    hows = _hows(manner)
    if hows & {0, 2, 3, 4} and _UNWRITTEN.search(items):
        return False
    files = [str(values.items[one]) for one in marks(items, "file")]
    return not hows & {*_SEEN} or not (_HEARD.search(items) or any(map(is_sound, files)))


def _each(items: Iterable[str], manner: str) -> str:
    how = manner if re.match(r"(?:at|in|with|fading)\b", manner, re.I) else f", {manner},"
    how = how if not manner.lower().endswith("ly") else manner
    told = " and ".join(f"{one.rstrip()} {how}".replace(" ,", ",") for one in items)
    return told.rstrip(",")


def _all_of_them(values: Values, found: re.Match[str]) -> str:
    items = _NEXT.split(found[3])
    if _hows(found[1]) & _hows(found[3]) or not _fits(found[3], found[1], values):
        return found[0]  # "in red, add 'A' and a blue title 'B'"
    return f"{found[2]} {_each(items, found[1])}"


def _the_other(values: Values, found: re.Match[str]) -> str:
    if _hows(found[3]) & _hows(found[4]) or not _fits(found[4], found[3], values):
        return found[0]
    return f"{found[1]} {found[2]} and {_each([found[4]], found[3])}"


_TIME_ZH = r"(?:从|在|第)?[0-9:.]+ ?秒?(?:到|至|-)第?[0-9:.]+ ?秒?"
_NOUN_ZH = "(?:标题|字幕|文字)"
_COLOR_ZH = "(?:[红蓝绿黄白黑橙紫粉灰金]色)"
_PLACE_ZH = "(?:顶部|底部|上方|下方|中间|中央|[左右][上下]角)"
_HEAD_ZH = (
    rf"(?:(?:用{_COLOR_ZH}(?:的?字)?|在?(?:画面)?{_PLACE_ZH}|带(?:阴影|描边)),?)*"
    rf"(?:(?:加上?|添加|显示|写上?|放)(?:{_COLOR_ZH}的?)?|{_COLOR_ZH}的?(?=标题|字幕))"
)
_ITEM_ZH = rf"(?:<:text|file>|logo) ?{_TIME_ZH}"
_JOINT_ZH = "(?:,?和|以及|、|,)"
_SAID_ZH = (
    rf"{_COLOR_ZH}|(?:都|均)?(?:放|在|放在|放到|置于|位于){_PLACE_ZH}"
    r"|(?:带|加)(?:阴影|描边)|淡[入出][0-9.]+秒"
)
_LIST_ZH = pattern(
    rf"\A[ ,]*请?({_HEAD_ZH})({_NOUN_ZH})? ?({_ITEM_ZH}(?: ?{_JOINT_ZH} ?{_ITEM_ZH})+)"
    rf"((?: ?,(?:{_SAID_ZH}))*)(?=[ .!。]*\Z)"
)
_ONE_ZH = pattern(_ITEM_ZH)


def _in_chinese(_: Values, found: re.Match[str]) -> str:
    head, noun, behind = found[1].replace(",", ""), found[2] or "", re.sub("[都均]", "", found[4])
    if not behind and not _hows(head):
        return found[0]
    return ",".join(f"{head}{noun}{one[0].strip()}{behind}" for one in _ONE_ZH.finditer(found[3]))


_LOOK = r"(?:in|with) (black and white|sepia|vintage)(?: tones?| colou?rs)?"
_MUTE = (
    r"(?:without|with no) (?:any |its |the )?(?:sound|audio)|muted|silent(?:ly)?|on mute"
    r"|with (?:the |its )?(?:sound|audio) (?:off|muted)"
)
_EDGE = r"(?:the )?(?:first|last|opening|final) [a-z0-9.]+ ?(?:s|secs?|seconds?)"
_PART = (
    rf"(?:{_EDGE}|(?:from )?[0-9:.]+ ?s? ?(?:to|-) ?[0-9:.]+ ?(?:s|secs?|seconds?)?"
    r"|(?:the (?:whole |entire )?(?:video|clip)|everything))"
)
_DONE = (
    rf"(?:play|show) {_PART} (?:at|in) [^,;\n]{{3,30}}?|reverse {_PART}"
    rf"|(?:speed up|slow down) {_PART}[^,;\n]{{0,20}}?"
)
_LED = pattern(rf"\A[ ,]*(?:please )?(?:({_MUTE})|{_LOOK}), ?(?:please )?({_DONE}){_END}")
_LOOK_ZH = "(黑白|复古|怀旧)(?:色调|画面|效果)?"
_PART_ZH = "(?:最后|前|后|开头|结尾)[0-9.一二两三四五六七八九十]+秒|[0-9.]+秒?[到至-][0-9.]+秒"
_LED_ZH = pattern(
    rf"\A[ ,]*请?(?:[以用]|(?=[^,]+,[^,]*播放))(?:(静音|无声|不要声音|不带声音)|{_LOOK_ZH}), ?"
    rf"((?:把|将)?(?:{_PART_ZH})(?:用|以)?(?:慢动作|慢放|倒放|[0-9.一二两三半]+倍速)(?:播放|放)?){_END}"
)


def _of_the_part(_: Values, found: re.Match[str]) -> str:
    return f"{found[3]} and " + ("mute it" if found[1] else f"make it {found[2]}")


def _of_the_part_in_chinese(_: Values, found: re.Match[str]) -> str:
    return f"{found[3]}," + ("把它静音" if found[1] else f"把它调成{found[2]}")


_FADED = pattern(
    rf"(\A[ ,]*|\band,? )(with an? {_LENGTH} fade[- ]?(?:in|out)), (?:please )?"
    rf"({_VERB} {_NAME}{_BEHIND}){_END}"
)
_FADED_ZH = pattern(
    r"\A[ ,]*请?[以用]([0-9.一二两三半]+秒)(?:的)?(淡[入出])(?:的?效果|的?方式)?, ?"
    rf"((?:加上?|加入|放|插入|配上?)"
    rf"<:file>[^,。]*?){_END}"
)


def _fades_itself(values: Values, found: re.Match[str]) -> str:
    files = [str(values.items[one]) for one in marks(found[3], "file")]
    if not all(map(is_sound, files)):
        return found[0]
    return f"{found[1]}{found[3]} {found[2]}"


def _fades_itself_in_chinese(_: Values, found: re.Match[str]) -> str:
    return f"{found[3]},{found[2]}{found[1]}"


_RULES: tuple[tuple[Regex, Said], ...] = (
    (_IN_FRONT, _all_of_them),
    (_IN_THE_MIDDLE, _the_other),
    (_LED, _of_the_part),
    (_FADED, _fades_itself),
)
_RULES_ZH: tuple[tuple[Regex, Said], ...] = (
    (_LIST_ZH, _in_chinese),
    (_LED_ZH, _of_the_part_in_chinese),
    (_FADED_ZH, _fades_itself_in_chinese),
)


def said_of_each(text: str, values: Values) -> str:
    """`text` in which each of several things has its manner beside it."""
    if "\n" in text:
        return text
    for rule, said in _RULES_ZH if HAN.search(text) else _RULES:
        text = rule.sub(partial(said, values), text)
    return text
