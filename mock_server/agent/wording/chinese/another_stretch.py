"""Chinese orders with a time that is put right in the same breath, that takes the place of all of it, or
that the message before has told: "静音前10秒，改成前5秒", "不用全部静音，只要前10秒", "这里配爵士乐"."""

import re

from mock_server.agent.values.lazily import Regex
from mock_server.agent.wording.chinese.named_by_time import STRETCH, stretch
from mock_server.agent.wording.chinese.plain_words import ASK, STOP
from mock_server.agent.wording.named_by_draft import There

_STRETCH = re.sub(r"\?P<\w+>", "?:", STRETCH)
_ANY = Regex(_STRETCH)
_PUT_RIGHT = Regex(
    rf"(?P<order>[^,，。;；]+?)(?:[,，。;；](?:(?:哦|啊|噢|呃)?不对?[,，]|错了[,，])?(?:改成|改为|改一下[,，]?|改(?=[前后最0-9])|换成"
    rf"|应该(?:是|在)?|是)|改成|[,，](?={_STRETCH}就))(?P<now>{_STRETCH})(?:就够|才对)?{STOP}"
)
_ALL = "(?:全部|全程|全都|全片|全|都|整个(?:视频|片子)?|整段|整条|整体)"
_DEED = (
    "静音|消音|黑白|(?:加速|放慢|慢放)(?:[一二两三四0-9.]+倍|一半)|[0-9.一二两三四]+倍速|倒放|模糊"
    "|复古|暖色|冷色"
)
_NOT_ALL = Regex(
    rf"[ ]*(?:不用|不要|别|不必|不需要|用不着){_ALL}(?:都|也)?(?:变成?|改成)?(?P<deed>{_DEED})?[,，]"
    rf"(?:只要|只需要?|只|就|只有)?(?P<verb>静音)?"
    rf"(?P<span>{STRETCH}|(?P<clip>第[一二三四五六]段|最后一段))(?:(?P=deed)|要)?{STOP}"
)
_HERE = Regex(
    rf"[ ]*{ASK}(?:在)?(?:这里|这儿|此处|这一?段|那里|那儿|那一?段|[这那]个地方)(?:里面?|上|中)?"
    "(?P<order>(?:也|再)?(?:配|加|铺|垫|来|放|[改变换调]成)(?:(?!音效|声)[^,，。;；秒])+)"
)
_ELSEWHERE = Regex(
    "[剪删裁截插接]|定格|倍|[快慢加减变提]速|速度|慢放|快放|去掉|不要|保留|开头|结尾.*处|每"
)


def _put_right(message: str) -> str:
    """ "10到20秒静音，应该20到30秒"."""
    told = _PUT_RIGHT.fullmatch(message)
    if told is None or len(found := [*_ANY.finditer(told["order"])]) != 1:
        return ""
    said = told["order"][: found[0].start()] + told["now"] + told["order"][found[0].end() :]
    return "" if re.search("不|别", told["order"]) else said


_BARE = Regex("静音|黑白")
_LOOKS = {"黑白": "black and white", "复古": "vintage", "暖色": "warm", "冷色": "cool"}


def _not_all(message: str, there: There) -> str:
    """ "不用全部静音，只要前10秒": where all of it is so already, the rest is to be as it was."""
    told = _NOT_ALL.fullmatch(message)
    if told is None:
        return ""
    span = None if told["clip"] else stretch(told, there)
    if (span is None and not told["clip"]) or told["verb"] not in (None, told["deed"]):
        return ""
    deed = told["deed"] or there.last.strip(" 。.!！")
    if told["deed"] is None and not _BARE.fullmatch(deed):
        return ""
    if deed in ("静音", "消音"):
        done = [level == 0 for level in there.levels]
    elif deed in _LOOKS:
        done = [look == _LOOKS[deed] for look in there.looks]
    elif re.search("[倍速慢]", deed):
        done = [speed != 1 for speed in there.speeds]
    else:
        done = [bool(there.last)]
    if not any(done):
        return f"{told['span']}{deed}"
    back = {"静音": "恢复声音", "消音": "恢复声音", "黑白": "恢复彩色"}.get(deed)
    if not all(done) or back is None or span is None:
        return ""
    rest = [one for one in ((0, span[0]), (span[1], there.seconds)) if one[0] < one[1]]
    return "。".join(f"{start:g}到{end:g}秒{back}" for start, end in rest)


def _here(message: str, there: There) -> str:
    """ "这里配爵士乐" behind "10到20秒静音"."""
    told = _HERE.fullmatch(message)
    if told is None or not there.last or _ELSEWHERE.search(there.last):
        return ""
    found = {one[0] for one in _ANY.finditer(there.last)}
    return f"{found.pop()}{told['order']}" if len(found) == 1 else ""


def another_stretch(message: str, there: There) -> str:
    """A message with the time that it means; itself where it is none of these."""
    return _put_right(message) or _not_all(message, there) or _here(message, there) or message
