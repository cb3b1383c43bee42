"""Words that the clauses of Chinese messages share."""

from collections.abc import Callable
from re import Match

from mock_server.agent.values.numbers import number
from mock_server.agent.wording.chinese.clause_subjects import Subject, Talk
from mock_server.agent.wording.chinese.plain_words import LONG, RANGE, N

COLOR = "(?:红|黄|蓝|绿|白|黑|橙|粉|紫|金|灰)色"
PLACE = (
    "(?:左上角?|右上角?|左下角?|右下角?|顶部|底部|正?中间|正中|中央|最?上面|最?下面|上方|下方"
    "|顶上|底下)"
)
LEVEL = rf"(?:[0-9.]{{1,6}}%|百分之(?:{N})|0?\.[0-9]{{1,2}}|[一二两三四五六七八九]成|[0-9]成)"
MORE = "(?:一点儿?|一些|点儿?|些)"
GONE = (
    "(?:全部|全|都|给我|也)*(?:删除|删掉|删了|删|去掉|去了|去除|不要了|不要|撤掉|撤了|撤|拿掉|拿走|移除"
    "|移走)(?:掉|了)?"
)
EDGE = rf"(?:最?前面?|开头|最?后面?|最后|结尾|末尾)的?(?:{LONG})"
SHARE = "(?:最?前面?|开头|最?后面?|最后|结尾)的?(?:一半|[三四五]分之[一二三四])"
PART = f"(?:{RANGE}|{EDGE}|{SHARE})"
THING = "(?:标题|字幕|人名条|logo|画中画|背景音乐|音乐|爵士乐|旁白|配音|原声|人声|视频|画面|语速)"
TOTAL = "(?:视频|片子|整片|全片)?的?(?:总时长|总长度?|全长|时长|长度)"
SONG = "(?:这首歌|那首歌|歌曲|背景歌|配乐|歌)"
BACK = "(?:从)?(?:它自己|它|歌曲|歌|自己)的?"
CUT_AWAY = "(?:全部|全|都|也)*(?:剪掉|删掉|去掉|砍掉|剪了|删了|砍了|不要了?|剪|删|砍)"
STYLE = (
    "(?:爵士乐?|钢琴曲?|摇滚乐?|古典音乐|轻音乐|流行乐|电子乐|<:file>|<:text> ?"
    "|[a-z][a-z-]{3,9}|lo-?fi)"
)
LOOK = "(?:黑白|复古|怀旧|暖色|冷色|棕褐色|鲜艳|电影感)"
TEXTS = ("title", "caption", "lower-third")
SHOWN_ROLES = (*TEXTS, "overlay")
TIMED = (*SHOWN_ROLES, "sound")
CLIPS = ("clip", "video")

Order = Callable[[Subject, Match[str], Talk], str | None]


def percent(told: str) -> str:
    """A level in percent: "0.3", "两成", "百分之三十"."""
    if told.endswith("%"):
        return told
    if told.endswith("成"):
        return f"{float(number(told[:-1])) * 10:g}%"
    if told.startswith("百分之"):
        return f"{float(number(told[3:])):g}%"
    return f"{float(told) * 100:g}%"


def place(told: str) -> str:
    """A place as the orders name it."""
    if told[0] in "左右":
        return f"{told[:2]}角"
    if told.startswith("顶") or "上" in told:
        return "顶部"
    return "底部" if told.startswith("底") or "下" in told else "中间"
