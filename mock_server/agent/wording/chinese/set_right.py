"""Chinese orders that put themselves right: "第一段暖色，而不是第二段", "全片黑白，不对，只要前10秒",
"前10秒黑白，后10秒静音，不对，后10秒暖色". Said before the values are read."""

from re import Match

from mock_server.agent.values.placeholders import HAN
from mock_server.agent.values.rules import Replacement, Rules, plainly
from mock_server.agent.wording.chinese.whole_orders import LOOK, PACE, SILENT, N

_NO = r"[,.。!;] ?(?:哦|啊|呃|嗯)?,?(?:不对|不是|不不|不|错了|说错了|等等|等一下)[,.。! ]+"
_STOP = r"(?:吧|就行|就好|好了|了)?(?=[ .!。]*\Z)"
_CLAUSE_END = r"(?=[,;。.! ]*(?:\Z|[,;。]))"
_CLIP = "(?:第[一二三四五六][段个](?:片段|视频)?|倒数第[一二三]段|最后一段|<:file>)"
_PART = (
    rf"(?:(?:<:file>|第[一二三四五六]段)?(?:的)?(?:最前|最后|前|后|开头|结尾){N}秒"
    rf"|(?:从)?第?{N}秒?(?:到|至|-)第?{N}秒|[前后](?:半段|一半)|{_CLIP})"
)
_LAYER = "(?:背景)?(?:音乐|配乐|歌)|标题|字幕|logo|水印|人名条|旁白|贴纸"
_THING = rf"(?:{_LAYER}|画面|视频|原声|原音|人声|声音|{_PART})"
_ALL = "(?:(?:全片|全部|全程|整个视频|整段视频|整片|视频|两段|三段|所有片段)(?:都|全)?|都|全)"
_WAY = f"(?:加上?|变成?|改成|调成|做成|用)?(?:{LOOK}|{SILENT}|{PACE}|倒放|降噪|防抖|稳定)"
_KIND = f"(?:{_WAY}|(?:剪掉|删掉|去掉|剪|删))"


def _of_that_part(match: Match[str]) -> str:
    return f"{match['part']}{match['way']}"


def _last_but_one(match: Match[str]) -> str:
    """The order that is of the same part is the one that is put right; of none of them, nobody knows."""
    parts = [match[one].replace("的", "") for one in ("one", "other", "meant")]
    first, second = f"{match['one']}{match['does']}", f"{match['other']}{match['do']}"
    meant = f"{match['meant']}{match['done']}"
    if parts[2] == parts[1] != parts[0]:
        return f"{first},{meant}"
    if parts[2] == parts[0] != parts[1]:
        return f"{meant},{second}"
    return match[0]


_RULES: Rules[Replacement] = Rules(
    (
        # --- beside what is meant, what is not
        (rf"(?<=[^,。;])(?:,|的)?而不是(?:把|给|让)?{_THING}{_CLAUSE_END}", ""),
        # --- a part, not all of it
        (
            rf"\A(?:把|给)?{_ALL}(?P<way>{_WAY}){_NO}"
            rf"(?:只要|只是|只在|只有|就|只)(?P<part>{_PART}){_STOP}",
            _of_that_part,
        ),
        (
            rf"\A(?:把|给)?(?P<way>{_WAY}){_NO}(?:只要|只是|只在|只有|就|只)(?P<part>{_PART}){_STOP}",
            _of_that_part,
        ),
        # --- one of two
        (
            rf"\A(?:把|给)?(?:这)?(?:两段|两个片段)(?:视频)?(?:都|全)?(?P<way>{_WAY}){_NO}"
            rf"第(?P<not>[一二])段(?:就|先)?(?:不要|不用|不需要|别){_STOP}",
            lambda match: f"第{'二' if match['not'] == '一' else '一'}段{match['way']}",
        ),
        # --- one order of a list
        (
            rf"\A(?:把)?(?P<one>{_PART})(?P<does>{_KIND})[,、;](?P<other>{_PART})(?P<do>{_KIND}){_NO}"
            rf"(?:应该是|是|改成)?(?P<meant>{_PART})(?P<done>{_KIND}){_STOP}",
            _last_but_one,
        ),
    )
)  # fmt: skip


def set_right(text: str) -> str:
    """A Chinese message in which texts and files are marked, with what it says that was meant."""
    if not HAN.search(text) or ("不" not in text and "错" not in text and "等" not in text):
        return text
    return _RULES.apply(text, plainly)
