"""How long a video is to be, in Chinese, beside other orders: "总长45秒，音乐song.mp3", "时长减半，用加速",
"剪到30秒，保留结尾"."""

import re
from fractions import Fraction

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import HAN, UNREADABLE
from mock_server.agent.wording.chinese.whole_orders import STOP, N

_VIDEO = "(?:整个|全部)?(?:视频|成片|片子|影片)?的?"
_LENGTH = f"{_VIDEO}(?:总长度?|总时长|全长)"
_ALONE = Regex(
    rf"(?:请|把)?(?:{_LENGTH}(?:就|要|得|为|是|设为|改成|定为)*({N}秒)|成片({N}秒)"
    rf"|(?:视频|片子)({N}秒)就?够)"
    r"(?:就够|就行|就好|即可|够)?了?(?:吧)?"
)
# A length that is reached in a way that is told, or is none that is asked for.
_OTHERWISE = Regex("[剪裁砍截删快慢速多留剩补?？不别]|延长|定格|定住|循环|如果|要是|假如|超过")
_SHOWN = Regex("[\ue010\ue011]|标题|字幕|logo|音乐|人名条|水印|音效", re.IGNORECASE)
_KEPT = Regex(
    rf"\A(?:请|把)?(?:(?:{_VIDEO}(?:剪|裁|缩短|截)[到成至]"
    rf"|{_LENGTH}(?:改[成为]|变成|控制在|为|剪到|缩短到)))({N}秒),"
    rf"(?:只)?(?:保留|留下?)(?:(结尾|片尾|后面|末尾|最后)|(开头|片头|前面))(?:部分|的部分|那段)?{STOP}"
)
_ITS_LENGTH = f"(?:把|将|让|使)?{_VIDEO}(?:总时长|总长度?|时长|长度|片长|(?=缩短|压缩))"
_LESS = "(?:缩短|减少|压缩|减|缩|变)"
_BY_SPEED = "(?:用|靠|通过|以)?加速(?:的?方式|来|处理)?"
_HALF = f"(?:{_LESS}(?:到|为|成)?(?:原来的)?(?:一半|半)|{_LESS}了?一半)"
_SHARE = f"{_LESS}了?([二三四五]分之一|[0-9]{{1,2}}%)"
_FASTER = tuple(
    Regex(source)
    for source in (
        rf"\A{_ITS_LENGTH}(?:{_HALF}|{_SHARE}),{_BY_SPEED}{STOP}",
        rf"\A{_BY_SPEED},?{_ITS_LENGTH}(?:{_HALF}|{_SHARE}){STOP}",
        rf"\A{_VIDEO}加速到一半(?:的)?(?:时长|长度)(){STOP}",
    )
)
_BY_SECONDS = Regex(
    rf"\A(?:{_ITS_LENGTH}{_LESS}了?{N}秒,{_BY_SPEED}|{_BY_SPEED},?{_ITS_LENGTH}{_LESS}了?{N}秒){STOP}"
    rf"|\A{_ITS_LENGTH}(?:拉|延长|加|拉长|变)?(?:到|为|成){N}秒,[^,。]*(?:定住|定格){STOP}"
)
_COUNT = {"二": 2, "三": 3, "四": 4, "五": 5}


def _times(share: str | None) -> str | None:
    """How much faster a video becomes shorter by a share; None where no round number says it."""
    if not share:
        return "2"
    less = Fraction(int(share[:-1]), 100) if share[-1] == "%" else Fraction(1, _COUNT[share[0]])
    factor = 1 / (1 - less)
    return None if 100 % factor.denominator else f"{float(factor):g}"


def of_that_length(text: str) -> str:
    """A Chinese message in which texts and files are marked, with the length as an order of its own."""
    if not HAN.search(text) or not re.search("[长片剪裁缩截]|够", text):
        return text
    if kept := _KEPT.search(text):
        return f"只保留{'最后' if kept[2] else '前'}{kept[1]}"
    for way in _FASTER:
        if found := way.search(text):
            times = _times(found[1])
            return f"视频加速{times}倍" if times else f"{UNREADABLE}{text.replace(',', ' ')}"
    if _BY_SECONDS.search(text):
        return f"{UNREADABLE}{text.replace(',', ' ')}"  # how fast depends on how long it is
    pieces = text.rstrip(" .!。").split(",")
    told = [(i, one) for i, one in enumerate(map(_ALONE.fullmatch, pieces)) if one]
    if len(told) != 1 or len(pieces) == 1:
        return text
    at, found = told[0]
    rest = ",".join(pieces[:at] + pieces[at + 1 :])
    if _OTHERWISE.search(rest):
        return text
    brief = re.match(
        "(?:[0-9](?:[.][0-9]+)?|10|[一二两三四五六七八九十半])秒", found[1] or found[2] or ""
    )
    if at and brief and _SHOWN.search(",".join(pieces[:at])):
        return f"{UNREADABLE}{text.replace(',', ' ')}"  # of the video, or of what is shown?
    return f"把视频剪到{found[1] or found[2] or found[3]}。{rest}"
