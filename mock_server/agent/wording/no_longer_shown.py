"""Until when something is shown, said by when it is not: "don't show it after 20 s", "20秒以后不要显示"."""

import re
from collections.abc import Sequence
from functools import partial

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.nouns import THE
from mock_server.agent.values.placeholders import FILE, Values, index, pattern
from mock_server.agent.values.quantities import Time
from mock_server.agent.values.ranges import Range
from mock_server.agent.wording.shown import TEXTS, Shown

_NOT = r"(?:don't|do not|dont|never|stop) (?:show|display|showing|displaying)"
_THE = Regex(THE, re.IGNORECASE)
_AFTER = pattern(
    rf"(\A|,|\band\b|\bbut\b)[ ,]*(?:and |but |please )*{_NOT} ({THE}|it|that)"
    r"(?: any ?more| any longer)? <range>"
    r"(?: any ?more| any longer)?(?=[ .!]*\Z|,| and\b)"
)
_AFTER_ZH = pattern(
    r"(\A|[,，])(?:请|把|让|但|但是|而且|并|从|在)*(logo|水印|标题|字幕|人名条|贴图|图片)?(?:(?:从|在)?<range>|从第?<time>(?=开始|起))"
    r"(?:开始|起|就|都|再|也)*(?:不要再?|别再?|不再|不用再?|不)(?:显示|出现|展示)(?:了|它)?(?=[ .!。]*\Z|,)"
)
_MAY = Regex(
    r"n't show|not show|nt show|stop show|never show|display|[不别]再?要?再?(?:显示|出现|展示)|用再?显示",
    re.I,
)
_NOUNS = {"overlay": "logo", "title": "标题", "caption": "字幕", "lower-third": "人名条"}


def shown_until(text: str, values: Values, shown: Sequence[Shown]) -> str:
    """A marked sentence in which it is told until when something is shown."""
    if not _MAY.search(text):
        return text
    text = _AFTER.sub(partial(_until, values), text)
    return _AFTER_ZH.sub(partial(_until_zh, values, shown), text)


def _gone(values: Values, digits: str) -> int:
    """When (ms) it is gone; 0 where it is to be seen again."""
    told = values.items[index(digits)]
    if isinstance(told, Time):
        return told.ms
    ends = isinstance(told, Range) and told.start > 0 and told.end is None
    return told.start if ends else 0


def _until(values: Values, match: re.Match[str]) -> str:
    gone = _gone(values, match[3])
    if not gone:
        return match[0]
    named = _THE.findall(match.string[: match.start()])
    noun = named[-1] if named and match[2].lower() in ("it", "that") else match[2]
    until = values.mark("range", Range(0, gone), f"until {gone / 1_000:g}s")
    return f"{match[1]} show {noun} {until}"


def _until_zh(values: Values, shown: Sequence[Shown], match: re.Match[str]) -> str:
    gone = _gone(values, match[3] or match[4])
    noun = match[2] or _noun(match.string[: match.start()], shown)
    if not (gone and noun):
        return match[0]
    return f"{match[1]}{noun}显示到{values.mark('time', Time(gone), f'{gone / 1_000:g}秒')}"


def _noun(before: str, shown: Sequence[Shown]) -> str:
    """What is spoken of: the picture that is placed just now, or the one thing to be seen."""
    if FILE in before:
        return "logo"
    seen = [one.role for one in shown if one.role in (*TEXTS, "overlay")]
    return _NOUNS[seen[0]] if len(seen) == 1 else ""
