"""Chinese messages that take up the one before: "不对，是后10秒", "第二个也要"."""

import re
from collections.abc import Callable

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import NUMBER
from mock_server.agent.values.placeholders import Values, index, pattern
from mock_server.agent.wording.chinese.clause_orders import order_of
from mock_server.agent.wording.chinese.clause_subjects import Talk, subject_of
from mock_server.agent.wording.chinese.plain_words import LONG
from mock_server.agent.wording.named_by_draft import There

_PART = (
    rf"(?:(?:最?前面?|开头|最?后面?|最后|结尾)的?{LONG}"
    rf"|第?(?:{NUMBER}) ?秒?[到至-]第?(?:{NUMBER}) ?秒钟?)"
)
_STOP = r"(?:吧|了|就行|就好|就可以)*[ ,.!。!~]*\Z"
_SORRY = "(?:(?:等等|等一下|不对|不是|说错了|搞错了|错了|哦不)[,。!]*)+"
_REST = (
    "(?:,(?:前面|之前|原来|其他|其余|别的)的?(?:部分)?(?:都|就)?(?:恢复|还给我|保持原样|不变|不要动|别动"
    "|保留))?"
)
_OTHER_PART = pattern(
    rf"\A{_SORRY}(?:我说的是|应该是|要的是|是)?(?:只"
    rf"|就)?(?P<muted>静音?)?(?P<part>{_PART})(?:静音)?{_REST}{_STOP}"
)
_MUTED = Regex(r"\A(?:请)?(?:把)?(?:视频|整个视频|全片|原声)?(?:都)?静音[。 ]*\Z")
_TOO = pattern(
    rf"\A(?P<which>(?:第[一二三]个|另一个|前一个|后一个)(?:标题|字幕)?)也(?:要|一样|是|改|这样|同样"
    rf"|照做)(?:的)?{_STOP}"
)
_TO_THE_FRONT = pattern(rf"\A(?:还是)?(?:把它)?(?:放|移|挪|换|排)到最?前面?(?:去)?{_STOP}")
_APPENDED = Regex(
    r"\A(?:请)?(?:把)?[\w.-]+\.(?:mp4|mov|webm|mkv)(?:接|放|加|排|拼)(?:到|在)(?:最后面?|结尾|末尾"
    r"|片尾)[。 ]*\Z"
)
_WRONG_TEXT = pattern(rf"\A不是([^ ,<]{{1,10}}?),(?:而|应该)?是((?=<text>)<:text>) ?{_STOP}")
_SLIP = pattern(
    rf"\A(?:哦|啊|不好意思)?,?(?:打|写|拼)错(?:了?字|字)?了?,(?:应该|应当|应)?(?:是"
    rf"|为)((?=<text>)<:text>) ?{_STOP}"
)
_TEXTS = {"title": "标题", "caption": "字幕"}


def _other_part(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "删掉前10秒", "说错了，是后10秒": the one part of which the message before spoke."""
    last = there.last.strip("。 ")
    if _MUTED.match(last) and found["muted"]:
        return f"撤销。{found['part']}静音"
    told = re.findall(_PART, last)
    if len(told) != 1 or re.search("[,，。;；]", last) or (found["muted"] and "静音" not in last):
        return None
    return f"撤销。{last.replace(told[0], found['part'])}"


def _the_other_too(found: re.Match[str], values: Values, there: There) -> str | None:
    """ "第一个标题改成红色", "第二个也要"."""
    talk = Talk(there, values)
    last = there.last.strip("。 ")
    if re.search('[,，。;；“"]', last):
        return None
    talk.about, rest = subject_of(re.sub(r"\A(?:请|把|将)+", "", last), talk)
    if len(talk.about) != 1 or talk.about[0].name[:1] != "第":
        return None
    other, left = subject_of(f"{found['which']}的", talk)
    if len(other) != 1 or left.strip("的") or other == talk.about:
        return None
    return order_of(other[0], rest, talk)


def _to_the_front(_: re.Match[str], __: Values, there: There) -> str | None:
    two = len(there.clips) == len("前后") and _APPENDED.match(there.last)
    return "把第二段移到最前面" if two else None


def _wrong_text(found: re.Match[str], values: Values, there: There) -> str | None:
    """ "不是小明，是“我叫小民”", where one text says so."""
    at = [role for role, text in zip(there.roles, there.texts, strict=False) if found[1] in text]
    texts = [text for text in there.texts if found[1] in text]
    if len(at) != 1 or at[0] not in _TEXTS:
        return None
    new = str(values.items[index(found[3])])
    before, _, behind = texts[0].partition(found[1])
    whole = new.startswith(before) and new.endswith(behind)
    name = _TEXTS[at[0]]
    return f"{name}“{texts[0]}”改成{found[2]}" if whole else f"{name}里的“{found[1]}”改成{found[2]}"


def _slip(found: re.Match[str], values: Values, there: There) -> str | None:
    """ "打错了，是“优惠”", where one part of one text is like it: "价格优会"."""
    marked = pattern("<text>").match(found[1])
    new = str(values.items[index(marked[1])]) if marked else ""
    size = len(new)
    if size < len("优惠") or sum(new in text for text in there.texts):
        return None
    like = [
        (role, text, text[at : at + size])
        for role, text in zip(there.roles, there.texts, strict=False)
        for at in range(len(text) - size + 1)
        if role in _TEXTS and sum(map(str.__eq__, text[at : at + size], new)) * 2 >= size
    ]
    if len(like) != 1:
        return None
    role, text, old = like[0]
    return f"{_TEXTS[role]}“{text}”改成“{text.replace(old, new)}”"


_TURNS: tuple[tuple[Regex, Callable[[re.Match[str], Values, There], str | None]], ...] = (
    (_OTHER_PART, _other_part),
    (_TOO, _the_other_too),
    (_TO_THE_FRONT, _to_the_front),
    (_WRONG_TEXT, _wrong_text),
    (_SLIP, _slip),
)


def takes_up(text: str, values: Values, there: There) -> str:
    """A message that says by itself what it takes up; the same where that is not certain."""
    for source, turn in _TURNS:
        if (found := source.match(text)) and (said := turn(found, values, there)):
            return said
    return text
