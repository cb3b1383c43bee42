"""Some of several texts, in Chinese: "只留中间那个标题", "把前两个标题都挪到顶部"."""

import re
from collections.abc import Callable, Sequence
from functools import partial

from mock_server.agent.values.placeholders import HAN, Values, index
from mock_server.agent.values.ranges import Range
from mock_server.agent.values.rules import Rules
from mock_server.agent.wording.shown import TEXTS, Shown

_ROLES = {"标题": "title", "字幕": "caption", "人名条": "lower-third"}
_NOUNS = {role: noun for noun, role in _ROLES.items()}
_NOUN = "(标题|字幕|人名条)"
_STOP = r"(?:吧|就行|就好)?(?=[ .!。]*\Z)"
_WHICH = "((?:最?后|前|第)?(?:[一二两三四]|最后一|中间那?一?)个?|中间|第[一二三四]|最后|开头|结尾)"
_COUNT = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4}
_GOES = "(?:都|全|全部|统统)*(?:不要|删掉|删了|删|去掉|清掉|不留)了?"
_LOOKS = "(?:改成?|变成?|换成?|设成?|调成?|用|加粗|字号|放[在到大]?|挪|移|居中)[^,和跟、分各]*"
Turn = Callable[[Values, Sequence[Shown], re.Match[str]], str]


def _texts(shown: Sequence[Shown], noun: str) -> list[str]:
    """The texts of a kind in their order; none where two are alike."""
    found = [one.text for one in shown if one.role == _ROLES[noun]]
    return found if len(set(found)) == len(found) else []


def _picked(said: str, found: Sequence[str]) -> list[str]:
    """Those that a word for their place means; none where it does not fit."""
    count = next((_COUNT[one] for one in said if one in _COUNT), 1)
    if said.startswith("中间"):
        return [found[len(found) // 2]] if len(found) % 2 and len(found) > 2 else []
    if count > len(found):
        return []
    if said.startswith("第"):
        return [found[count - 1]]
    if said.startswith(("最后", "后", "结尾")):
        return list(found[-count:])
    return list(found[:count]) if said.startswith(("前", "开头")) else []


def _each(noun: str, texts: Sequence[str], said: str, values: Values) -> str:
    if said.lstrip("都全部统")[:1] in "删去不清":
        return ",".join(f"删掉{noun}{values.mark('text', one)}" for one in texts)
    return ",".join(f"{noun}{values.mark('text', one)}{said}" for one in texts)


def _keeps(values: Values, shown: Sequence[Shown], match: re.Match[str]) -> str:
    """ "三个标题里只留中间那个": the others go."""
    noun = match[1] or match[3]
    found = _texts(shown, noun)
    kept = _picked(match[2], found)
    others = [one for one in found if one not in kept]
    return _each(noun, others, "删掉", values) if kept and others else match[0]


def _spares(values: Values, shown: Sequence[Shown], match: re.Match[str]) -> str:
    """ "除了结尾那个标题，其他标题都删掉"."""
    noun = match[2] or match[3]
    found = _texts(shown, noun)
    kept = _picked(match[1], found)
    others = [one for one in found if one not in kept]
    return _each(noun, others, match[4], values) if kept and others else match[0]


def _some(values: Values, shown: Sequence[Shown], match: re.Match[str]) -> str:
    """ "把前两个标题都挪到顶部"."""
    picked = _picked(match[1], _texts(shown, match[2]))
    return _each(match[2], picked, match[3], values) if picked else match[0]


def _all_but_text(values: Values, shown: Sequence[Shown], match: re.Match[str]) -> str:
    """ "所有标题改成红色，“中间”除外"."""
    found, text = _texts(shown, match[1]), values.items[index(match[3])]
    if text not in found or len(found) < 2:
        return match[0]
    return _each(match[1], [one for one in found if one != text], match[2], values)


def _behind(values: Values, shown: Sequence[Shown], match: re.Match[str]) -> str:
    """ "“厨房”结束后马上接一个标题“客厅”，也是3秒"."""
    first, noun, second, length = match.group(1, 2, 3, 4)
    named = [one for one in shown if one.role in TEXTS and one.text == values.items[index(first)]]
    if len(named) != 1:
        return match[0]
    one = named[0]
    ms = values.items[index(length)].ms if length else one.end - one.start
    span = values.mark("range", Range(one.end, one.end + ms), match[0])
    text = values.mark("text", values.items[index(second)])
    return f"{span}加{noun or _NOUNS[one.role]}{text}"


def _meanwhile(values: Values, shown: Sequence[Shown], match: re.Match[str]) -> str:
    """ "“厨房”那个标题出现的时候，把原声静音"."""
    named = [
        one for one in shown if one.role in TEXTS and one.text == values.items[index(match[1])]
    ]
    if len(named) != 1:
        return match[0]
    return values.mark("range", Range(named[0].start, named[0].end), match[0])


_ONE = "(?:(?:那|这)?(?:一)?个)?(?:标题|字幕|人名条)?"
_RULES = Rules[Turn](
    (
        (
            rf"\A(?:[两三四]个)?{_NOUN}(?:里面?|中|当中)?,?(?:就)?只(?:保留|留|要|留下){_WHICH}(?:那)?(?:一)?个?(?:标题|字幕|人名条)?"
            rf"(?:,(?:其余|其他|别的|剩下)的?(?:标题|字幕)?{_GOES})?{_STOP}",
            _keeps,
        ),
        (
            rf"\A()?(?:就)?只(?:保留|留|要|留下){_WHICH}(?:那)?(?:一)?个?的?{_NOUN}(?:,(?:其余|其他|别的|剩下)的?(?:标题|字幕)?{_GOES})?{_STOP}",
            _keeps,
        ),
        (
            rf"\A(?:把)?除了?{_WHICH}(?:那)?(?:一)?个?的?{_NOUN}?(?:以外|之外|外)?,?(?:其他|其它|其余|别的|所有)*(?:的)?{_NOUN}({_GOES}|(?:都|全)*{_LOOKS}){_STOP}",
            _spares,
        ),
        (rf"\A(?:把)?((?:前|最?后)(?:面)?[两三][个条]){_NOUN}((?:都|全)*(?:{_LOOKS}|{_GOES}))"
            rf"{_STOP}", _some),
        (
            rf"\A(?:把)?所有的?{_NOUN}(?:都|全)*({_LOOKS}|删掉|删了|去掉|不要了?),(?:但|除了"
                rf")? ?<text> ?(?:除外|例外|不变|别动|不动|不用|留着|保留|别删|不删|不改|别改)"
                rf"{_STOP}",
            _all_but_text,
        ),
        (
            rf"\A(?:紧接着|接着|紧跟着|在)? ?<text> ?{_ONE}(?:一)?(?:结束|消失|播完|完|走)?"
                rf"了?(?:之后|以后|后面|后)(?:马上|立刻|紧接着|紧跟着|再|就|直接|立即)*"
            rf"(?:接上?|来|加上?|放|出|跟|显示|出现)+(?:一个|个)?{_NOUN}? ?<text> ?(?:,?(?:也"
                rf"是|也|同样|显示|持续|停留|时长|一样长|长度)*(?:<time>|一样长?|相同)?)?{_STOP}",
            _behind,
        ),
        (
            rf"\A(?:在)? ?<text> ?{_ONE}(?:出现|显示|在)(?:着)?的?(?:时候|期间|时),?(?=(?:把"
                rf")?(?:原声|声音|画面|静音|黑白)[^,]*{_STOP})",
            _meanwhile,
        ),
    )
)  # fmt: skip


def of_several(text: str, values: Values, shown: Sequence[Shown]) -> str:
    """A sentence whose times are marked, with the texts that it means."""
    if len(shown) == 0 or not HAN.search(text):
        return text
    return _RULES.apply(text, lambda turn: partial(turn, values, shown))
