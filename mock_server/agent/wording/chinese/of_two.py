"""Two things and what each of them gets, in turn, in Chinese: "前半段爵士乐，后半段摇滚乐",
"标题“左”和“右”，一个在左上，
一个在右上"; and what holds of a part that was named, too: "前20秒变黑白，也静音"."""

from collections.abc import Callable
from re import Match

from mock_server.agent.values.numbers import NUMBER
from mock_server.agent.values.rules import Rules, plainly
from mock_server.agent.wording.chinese.plain_words import LONG

Said = str | Callable[[Match[str]], str]

_N = NUMBER
_RANGE = rf"(?:第?(?:{_N}) ?秒?(?:钟)?[到至-]第?(?:{_N}) ?秒钟?)"
_STOP = r"(?:吧|了|就行|就好|就可以|好了)*(?=[ .!。!]*\Z)"
_CORNER = "((?:左上|右上|左下|右下)角?|顶部|底部|中间|左边|右边)"
_MUSIC = "(爵士乐?|摇滚乐?|流行乐?|古典乐?|钢琴曲|轻音乐|<:file>)"
_PLAY = "(?:加|放|用|配|播放?|来)?(?:上|点|段)?"
_PART = rf"((?:最?前|最?后|最后|开头|结尾)的?(?:{LONG}|半段|一半)|{_RANGE})"
_DEED = "(静音|消音|倒放|降噪|防抖|变黑白|调成黑白|加速|放慢)"
_TWO_TEXTS = r"(?:两个)?(标题|字幕)(<:text>) ?(?:和|与|跟|、|及) ?(<:text>) ?"


def _corners(match: Match[str]) -> str:
    when, noun, one, two, first, second = match.groups()
    if first == second:
        return match[0]
    return ",".join(
        f"{when}{_cornered(place)}{noun}{text}" for text, place in ((one, first), (two, second))
    )


def _corners_behind(match: Match[str]) -> str:
    noun, one, two, when, first, second = match.groups()
    if first == second:
        return match[0]
    return ",".join(
        f"{when}{_cornered(place)}{noun}{text}" for text, place in ((one, first), (two, second))
    )


def _cornered(place: str) -> str:
    return f"{place}角" if place[-1] in "上下" else place


def _styled(match: Match[str]) -> str:
    return f"{match[1]}加{match[2]},{match[3]}加{match[4]}" if match[1] != match[3] else match[0]


_EACH = rf"一个(?:放|显示)?在?{_CORNER},(?:另)?一个(?:放|显示)?在?{_CORNER}"

_RULES: Rules[Said] = Rules(
    (
        (
            rf"\A(?:在)?({_RANGE})(?:同时|一起|都)?(?:显示|加|放|出现)?{_TWO_TEXTS},?{_EACH}{_STOP}",
            _corners,
        ),
        (
            rf"\A(?:同时|一起)?(?:显示|加|放)?{_TWO_TEXTS},?(?:都)?(?:在|从)?({_RANGE})(?:同时|一起"
            rf"|都)?(?:显示|出现)?"
            rf",?{_EACH}{_STOP}",
            _corners_behind,
        ),
        (
            rf"\A(?:在)?(前半段|后半段|[前后]{LONG}|{_RANGE}){_PLAY}{_MUSIC},(?:在)?(前半段|后半段"
            rf"|[前后]{LONG}|{_RANGE}){_PLAY}{_MUSIC}{_STOP}",
            _styled,
        ),
        (
            rf"\A((?:把|将)?{_PART}[^,。;]{{2,8}}),(?:而且|并且?|同时)?(?:也|同时也)(?:要|得|请"
            rf"|给)?{_DEED}{_STOP}",
            r"\1,\2\3",
        ),
        (
            rf"\A(?:只|仅|就)(?:把|将|给)?{_PART}{_DEED},(?:但是?|不过)?(全片|整个视频|全程"
            rf"|整段)(?:都)?(?:要|得|是|变|变成|调成|用)*"
            rf"((?:鲜艳|黑白|复古|暖色|冷色|电影感))(?:色调?|一点)?{_STOP}",
            r"\1\2,\3调成\4",
        ),
        (
            r"\A((?:把)?第([一二])个(?:标题|字幕|人名条)[^,。;]{2,8}),第(?!\2)[一二]个(?:标题|字幕"
            r"|人名条)?(?:也)?(?:还是|仍是|仍然是"
            rf"|保持|继续是?|还用|不变,?还是)(?:红|黄|蓝|绿|白|黑|橙|粉|紫|灰)色{_STOP}",
            r"\1",
        ),
    )
)  # fmt: skip


def each_of_two_zh(text: str) -> str:
    """A marked message in which each of two things has beside it what it gets."""
    return _RULES.apply(text, plainly)
