"""Places told by a share of the video: "从开头到三分之二处", "从一半的地方开始"."""

import re
from fractions import Fraction
from functools import partial

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import number
from mock_server.agent.values.placeholders import UNREADABLE, Values
from mock_server.agent.values.ranges import Portion

_DIGIT = "[一二两三四五六七八九十]"
_PLACE = "(?:处|的(?:地方|位置|时候)|那里|那儿)"
_SHARE = (
    f"(?:(?:视频|全片|片子)的?)?({_DIGIT}分之{_DIGIT}{_PLACE}?|(?:一半|中间|正中间|中点){_PLACE})"
)
_AT = f"(?:(?:视频|全片|片子)的?)?({_DIGIT}分之{_DIGIT}{_PLACE}|(?:一半|中间|正中间|中点){_PLACE})"
_START = "(?:视频)?的?(?:开头|最开始|开始|片头|头|0秒)(?:处|开始|起)?"
_END = "(?:视频)?的?(?:结尾|最后|末尾|结束|片尾)"
_TO = "(?:一直)?[到至]"
_UNTIL_END = "(?:为止|之间|的部分|的内容|这段|那段)?"
_BEHIND = "(?:的?(?:部分|内容|画面))?"
_RANGES = tuple(
    Regex(source)
    for source in (
        rf"从?{_START}{_TO}{_SHARE}{_UNTIL_END}",
        rf"从?{_SHARE}(?:开始|起)?{_TO}{_END}",
        rf"从?{_SHARE}(?:开始|起)?{_TO}{_SHARE}{_UNTIL_END}",
        rf"从{_SHARE}(?:才|再)?(?:开始|起)",
        rf"{_AT}(?:之前|以前|前){_BEHIND}",
        rf"{_AT}(?:之后|以后|往后|后){_BEHIND}",
    )
)
_LEFT = Regex(rf"{_DIGIT}分之{_DIGIT}{_PLACE}")
_CUTS_THERE = Regex("切|分割|拆|断|剪开|一刀")


def take_shares(text: str, values: Values) -> str:
    """A sentence with a mark for each stretch between places told by shares; a place for which there is
    none is unreadable, but for a cut."""
    if "分之" not in text and "一半" not in text and "中" not in text:
        return text
    for which, found in enumerate(_RANGES):
        text = found.sub(partial(_marked, which, values), text)
    return text if _CUTS_THERE.search(text) else _LEFT.sub(f" {UNREADABLE} ", text)


def _marked(which: int, values: Values, match: re.Match[str]) -> str:
    shares = [_share(one) for one in match.groups()]
    start = Fraction(0) if which in (0, 4) else shares[0]
    end = Fraction(1) if which in (1, 3, 5) else shares[-1]
    if not 0 <= start < end <= 1:
        return f" {UNREADABLE} "
    return values.mark("range", Portion(start, end), match[0])


def _share(said: str) -> Fraction:
    parts, _, many = said.partition("分之")
    return number(many[0]) / number(parts) if many else Fraction(1, 2)
