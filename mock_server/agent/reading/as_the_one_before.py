"""A Chinese message that leaves out what the one before it said: "5秒加人名条“甲”", "30秒再加一个“乙”";
"音乐淡出3秒", "画面也淡出"."""

import re

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import HAN
from mock_server.agent.wording.chinese.whole_orders import PART, N, with_its_amount

_QUOTED = '["“”「『][^"“”」』]{1,60}["“”」』]'
_ONE_MORE = Regex(
    rf"[ ,，]*(?P<lead>(?:在)?(?:第)?(?:{PART}|(?P<at>{N}秒))(?:处)?(?:再|也)*(?:加|放|写|来|显示|打)"
    rf"(?:上)?(?:一个|个|一条)?)(?P<rest>[,，]?(?:写)? ?{_QUOTED}[ 。.!！]*)"
)
_NOUN = Regex("人名条|字幕")
_ROLES = {"lower-third": "人名条", "caption": "字幕"}
_OTHERS = Regex("标题|文字|水印|logo|旁白|配音|音效", re.IGNORECASE)
_PLACED = Regex("[左右上下顶底中][面边上下]?[角部间边侧]|[红黄蓝绿白黑橙粉紫金]色|字号|淡|加粗")
_LONG = Regex(rf"{N}秒?[到至-]第?{N}秒|持续|显示{N}秒|[前后]{N}秒")
_STEP = Regex(
    r"[ ,，]*(?:请|把)?(?:第[一二三四1-4]步|(?:开头|结尾|片头|片尾|前面|后面|中间|第[一二三]个?)"
    r"(?:的)?那?[个步处下]?)"
    r"(?:操作|修改|改动|剪辑)?(?:撤销|撤回|取消|还原|撤)(?:掉|了|吧)*[ 。.!！]*"
    r"|[ ,，]*(?:请|只|就)*(?:撤销|撤回|取消|还原)(?:掉)?(?:开头|结尾|片头|片尾|前面|后面|中间)"
    r"(?:的)?那?[个步处](?:吧)?[ 。.!！]*"
)
_STEPS = Regex("[,，。;；]|然后|再")


def as_the_one_before(message: str, before: str, it: str) -> str:
    """The message with what it leaves out; `it` is the role of what was edited last."""
    if not before or not HAN.search(message):
        return message
    message = with_its_amount(message, before)
    noun = _noun(message, before)
    if _ONE_MORE.fullmatch(before) and not (_NOUN.search(message) or _OTHERS.search(message)):
        noun = _ROLES.get(it)
    more = _ONE_MORE.fullmatch(message)
    if noun is None or more is None or _looks_otherwise(more, before):
        return message
    return f"{more['lead']}{noun}{more['rest']}"


def leaves_too_much_out(message: str, before: str) -> bool:
    """Whether it may be of a kind, a length or a look that nobody can be sure of; or takes back one step
    of several, where only all of them, or the last, can be."""
    if _STEP.fullmatch(message):
        return message.lstrip(" ,，").startswith(("第", "把第", "请第")) or bool(
            _STEPS.search(before)
        )
    more = _ONE_MORE.fullmatch(message)
    return bool(more and _noun(message, before) and _looks_otherwise(more, before))


def _noun(message: str, before: str) -> str | None:
    """What the text is shown as that was added just now, where it is not a title."""
    found = {*_NOUN.findall(before)}
    told = _OTHERS.search(before) or _OTHERS.search(message) or _NOUN.search(message)
    added = re.search(f"(?:人名条|字幕)[^,，。]{{0,30}}{_QUOTED}", before)
    return found.pop() if len(found) == 1 and added and not told else None


def _looks_otherwise(more: re.Match[str], before: str) -> bool:
    """Whether what was added has a place, a colour or a length that this one may be meant to share."""
    return bool(_PLACED.search(before) or (more["at"] and _LONG.search(before)))
