"""When what is there shall come: "旁白放到结尾" moves it, "标题晚一点，20秒再出" says when."""

import re

from mock_server.agent.second_look.edit import Edit
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import number
from mock_server.agent.wording.chinese.named_by_time import N
from mock_server.timeline.tracks import end_of

_TO_AN_END = Regex(
    "(?:标题|字幕|旁白|配音|人名条|logo|水印|贴图|图片|文字|音效|它|这个|那个"
    "|[”」』]|\\A|把[^,，。;；]{1,12}?) ?"
    "(?:也|都|再|还是)*(?:[放换移挪搬调改摆弄]|移动|调整)[到在至](?:视频|片子|全片|整片)?的?最?"
    "(?:结尾|片尾|末尾|最后面?|尾部|后面|开头|片头|最前面?|第?[0-9]+秒(?:钟|处)?)"
    "(?:去|吧|来|处|[ ,，。!！;；]|\\Z)",
    re.IGNORECASE,
)
_MUSIC_MOVED = Regex(
    "(?:音乐|歌曲?|配乐)(?:[换移挪搬]|移动)[到在至]的?最?(?:结尾|片尾|末尾|后面?)[ 。.!！]*\\Z"
)
_SOONER = Regex(
    "(?P<way>晚|迟|往?后|早|提前|往?前)(?:一点点?|点儿?|一些|些)(?:再|才)?(?:出现|出来|出|显示|来"
    "|开始|进)?的?"
    rf"[,，、 ]+(?:等|到|在|改到|放到|就)*(?:第)?(?P<at>{N})秒(?:钟)?(?P<then>[^,，。;；]*)"
)
_THEN = Regex("出|显示|开始|进|来|时|处|再|才")
_SO_LONG = Regex("[晚早迟提推延]|后|前|左右|之?内|长|停|持续")


def _is_stretched_to_it(plain: str, edit: Edit) -> bool:
    """ "标题换到结尾", and it begins where it did and lasts until then."""
    if _MUSIC_MOVED.search(plain) and any(was["d"] < now["d"] for was, now in edit.altered):
        return True
    if not _TO_AN_END.search(plain):
        return False
    return any(
        was["role"] != "music"
        and was["d"] < now["d"]
        and (was["s"] == now["s"] or end_of(was) == end_of(now))
        for was, now in edit.altered
    )


def _is_so_much_later(plain: str, edit: Edit) -> bool:
    """ "“再见”早点出现，55秒", and it comes 55 seconds sooner."""
    if not (told := _SOONER.search(plain)) or _SO_LONG.search(told["then"]):
        return False
    at, late = 1_000 * float(number(told["at"])), told["way"][-1] in "晚迟后"
    moved = [(was, now) for was, now in edit.altered if was["s"] != now["s"]]
    return any(
        now["s"] != at
        and (_THEN.search(told["then"]) or (at > was["s"] if late else 2 * at > was["s"]))
        for was, now in moved
    )


CHECKS = (_is_stretched_to_it, _is_so_much_later)
