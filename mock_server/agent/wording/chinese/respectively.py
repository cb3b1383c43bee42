"""Two things and what each of them gets, told by 分别: "前10秒和后10秒分别两倍速和半速", "分别在0到4秒和50
到55秒加标题“一”和“二”". Said of a message before its values are read."""

import re
from collections.abc import Sequence

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import UNREADABLE, pattern
from mock_server.agent.wording.shown import Shown

_N = "(?:[0-9:.]+|[一二两三四五六七八九十半]+)"
_PART = (
    rf"(?:(?:视频|画面)?的?(?:最?[前后]|开头|结尾|最后){_N} ?秒钟?"
    rf"|第?{_N} ?(?:分|秒)?(?:到|至|-|~|—|–)第?{_N} ?(?:秒钟?|分钟?)?)的?(?:画面|视频|片段|部分|音量|速度)?"
)
_EDGE = "(?:视频|画面)?的?(?:片头|片尾|开头|结尾)"
_THING = "(?:画面|视频|音乐|配乐|标题|字幕|人名条|logo|水印|旁白|原声|<:text>|<:file>)"
_ONE = rf"(?:{_PART}|{_EDGE}|{_THING})"
_AND = "(?:,?(?:和|跟|与|以及|还有|及|并)|[、,，])"
_VERB = (
    r"(?:改成|改为|换成|变成|变为|变|设为|设成|设置为|调成|调到|调为|放在|放到|移到|移至|放|加上|添加|加"
    r"|写上?|显示|用|做成?|弄成|去掉|关掉|淡[入出]|音量)"
)
_SUFFIX = "(?:滤镜|效果|色调)"
_WHAT = r"[^,，。;；、和与\n]{1,12}?"
_TEXTS = rf"(<:text>) ?{_AND} ?(<:text>)"
_PARTS = rf"在?({_PART}) ?{_AND} ?在?({_PART})"
_NOUN = "(标题|字幕|文字|人名条)?"
_ADDS = "(?:加上|添加|加|写上?|显示|放上?|插入)(?:一个)?"
_END = r"(?=[ ,，。.!！;；\n]|\Z)"

_TEXTS_THERE = pattern(rf"(?:分别{_PARTS}处?|{_PARTS}处?分别)里?的?{_ADDS}{_NOUN} ?{_TEXTS}{_END}")
_THERE_TEXTS = pattern(
    rf"(?:{_ADDS})?{_NOUN} ?{_TEXTS} ?,?分别(?:放在|放到|放|显示在|出现在|显示|位于|在"
    rf"|从)?{_PARTS}(?:显示|出现)?{_END}"
)
_EACH_WHAT = pattern(
    rf"(?:(?:把|将|给|让|在|对)?({_ONE}) ?(?:{_AND})? ?在?({_ONE}) ?(?:处|里)?(?:的|都)?分别"
    rf"|分别(?:把|将|给|让|在|对)({_ONE}) ?{_AND} ?({_ONE})(?:处|里)?)(?:设置|处理)?"
    rf"({_VERB})?({_WHAT}){_AND} ?({_VERB})?({_WHAT})({_SUFFIX})?{_END}"
)
_BOTH_OF_A_KIND = pattern(
    rf"(?:把|将|给|让)?(?:这|那)?两[个条](标题|字幕|人名条)(?:的(颜色"
    rf"|位置))?分别({_VERB})?({_WHAT}){_AND} ?({_VERB})?"
    rf"({_WHAT}){_END}"
)
_SHARED = pattern(rf"({_PART}) ?({_AND}) ?({_PART})(的(?:音量|速度))(?=分别)")
# What is done to both alike is not told of each.
_ALIKE = pattern(
    rf"分别(?=(?:把|将|给)?{_PART} ?{_AND} ?{_PART}(?:都)?[^,，。;；、和与跟及]*{_END})"
    rf"|(?<=[秒面频段分])分别(?=(?:静音|剪掉|删掉|加速|减速|倒放|放慢|调|变)[^,，。;；、和与跟及并]*{_END})"
)
_ROLES = {"标题": "title", "字幕": "caption", "人名条": "lower-third"}
_LEFT = Regex("(?<!区)分别(?!占)|(?<=[0-9秒])区别对待[:：,，]?")


def each_in_turn(text: str, shown: Sequence[Shown]) -> str:
    """`text` in which each of two things has beside it what it gets."""
    if "分别" not in text:
        return text
    text = _ALIKE.sub("", _SHARED.sub(r"\1\4\2\3\4", text))
    text = _TEXTS_THERE.sub(_there, text)
    text = _THERE_TEXTS.sub(_texts, text)
    text = _EACH_WHAT.sub(_what, text)
    return _BOTH_OF_A_KIND.sub(lambda found: _both(found, shown), text)


def _there(found: re.Match[str]) -> str:
    parts = found.group(1, 2) if found[1] else found.group(3, 4)
    return _added(parts, found.group(6, 7), found[5])


def _texts(found: re.Match[str]) -> str:
    return _added(found.group(4, 5), found.group(2, 3), found[1])


def _added(parts: Sequence[str], texts: Sequence[str], noun: str | None) -> str:
    return ",".join(
        f"在{part}加{noun or '标题'}{text}" for part, text in zip(parts, texts, strict=True)
    )


def _what(found: re.Match[str]) -> str:
    """Two things with what is told of each; a verb and a noun that are said once are of both."""
    things = found.group(1, 2) if found[1] else found.group(3, 4)
    verb, other = found[5] or "", found[7] or found[5] or ""
    noun = found[9] or ""
    nouns = (noun if other == verb else ""), noun
    ahead = "给" if verb.startswith("加") else "把" if verb[1:] in ("成", "为", "到", "在") else ""
    said = zip(things, (verb, other), found.group(6, 8), nouns, strict=True)
    return ",".join(f"{ahead}{thing}{how}{what}{ends}" for thing, how, what, ends in said)


def _both(found: re.Match[str], shown: Sequence[Shown]) -> str:
    noun, what = found[1], f"的{found[2]}" if found[2] else ""
    if sum(one.role == _ROLES[noun] for one in shown) != len(_NTH):
        return found[0]
    verbs = found[3] or "", found[5] or found[3] or ""
    said = zip(_NTH, verbs, found.group(4, 6), strict=True)
    return ",".join(f"把{nth}{noun}{what}{verb}{how}" for nth, verb, how in said)


_NTH = ("第一个", "第二个")


def left_unsaid(text: str) -> str:
    """A sentence in which 分别 that was not told of each is no denial of what stands behind it."""
    return _LEFT.sub(f" {UNREADABLE} ", text) if "别" in text else text
