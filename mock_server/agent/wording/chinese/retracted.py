"""Chinese orders that a second thought replaces in the same message: "剪掉10到20秒，还是静音吧"."""

import re

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import HAN, UNREADABLE, pattern
from mock_server.agent.wording.chinese.whole_orders import LOOK, PACE, PART, SILENT, N

_CUT = "(?:剪掉|删掉|去掉|剪去|删除|剪|删)"
_DOES = f"(?:{_CUT}|{SILENT}|倒放|{PACE}|{LOOK}|(?:慢放|快放|加速|放慢|减速)(?![0-9]))"
_RATHER = (
    "(?:(?:要不|那|嗯|算了|,)*(?:还是|不如)(?:改成|改为|换成|变成)?"
    "|(?:改[成为]?|换成)(?=[^,。]{0,30}(?:吧|好了)))"
)
_ENDS = r"(?:(?:吧|好了)(?=,)|(?:吧|好了|好|算了)*[ .!。]*\Z)"
_AT_A_PART = Regex(
    rf"\A(?:请|把)?(?:(?P<verb>{_DOES})(?P<part>{PART})|(?P<there>{PART})(?P<done>{_DOES})),{_RATHER}"
    rf"(?:(?P<other_verb>{_DOES})?(?P<other>{PART})(?P<other_done>{_DOES})?|(?P<instead>{_DOES})){_ENDS}"
)
_ADDED = pattern(
    r"\A(?:请)?(?:(?:加|放|配|用|音乐用)[^,。]{0,40}|[^,。]{0,40}(?:音乐用|加)[^,。]{0,40}),"
    rf"{_RATHER}(?:加|放|用|配)?"
    rf"((?:标题|字幕|人名条) ?<:text> ?|[^,。\ue010-\ue01f]{{1,4}}[乐曲]){_ENDS}"
)
# Anything else that may be one, where the first part is an order.
_MAY_BE = pattern(
    rf"\A(?!与其)(?:请|把)?(?:[^,。]{{0,40}}(?:{_CUT}|{SILENT}|倒放|{PACE}|加(?!速)|接到|画中画"
    r"|放[在到左右上下]|音乐用)[^,。]{0,40}"
    rf"|[^,。]{{0,40}}<text>[^,。]{{0,40}}{N}秒),(?:还是|不如)"
    r"(?!算了|别|撤|不|原|恢复|从|彩色|[^,。]{0,40}的好)[^?？。]{0,60}\Z"
)


def _thought_better(match: re.Match[str]) -> str:
    verb, part = match["verb"] or match["done"], match["part"] or match["there"]
    if match["instead"]:
        return f"{part}{match['instead']}" if verb != match["instead"] else match[0]
    does = match["other_verb"] or match["other_done"] or verb
    return f"{does}{match['other']}" if re.fullmatch(_CUT, does) else f"{match['other']}{does}"


def second_thought(text: str) -> str:
    """A Chinese message in which texts and files are marked, with what is wanted in the end; nothing of
    it can be read where that is not certain."""
    if not HAN.search(text) or not re.search("还是|不如|改|换成", text):
        return text
    if _AT_A_PART.search(text):
        return _AT_A_PART.sub(_thought_better, text)
    if _ADDED.search(text):
        return _ADDED.sub(lambda match: f"加{match[1]}", text)
    if _MAY_BE.search(text):
        return f"{UNREADABLE}{text.replace(',', ' ')}"
    return text
