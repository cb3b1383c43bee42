"""By how much, in Chinese: "音乐再大一倍", "比现在快四分之一", "砍掉一半音量", "logo放大到三倍"."""

import re
from fractions import Fraction

from mock_server.agent.values.placeholders import HAN
from mock_server.agent.values.rules import Replacement, Rules, plainly

_DIGITS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_N = "[一二两三四五六七八九]"
_SHARE = rf"一倍|一半|{_N}成|[0-9]{{1,3}}(?:\.[0-9])? ?%|{_N}分之{_N}|百分之[0-9]{{1,2}}"
_STOP = r"(?:左右)?(?:就行|就好|就可以了?|吧|即可)?(?=[,;。 .!]|\Z)"
_ALSO = "(?:再|还要|要|得|给我|都|能|请|稍微)*"
_SOUND = (
    "(?:(?:背景)?音乐|配乐|bgm|旁白|配音)(?:的)?(?:声音|音量)?"
    "|(?:视频|画面|片子)?(?:的)?(?:原声|声音|音量|人声)(?:的)?(?:音量)?"
)
_LOUDER = "(?:提高|提升|调大|调高|加大|增大|放大|升高|上调|增加|大|高|响)(?:声)?了?"
_QUIETER = "(?:降低|调小|调低|减小|压低|减少|减掉|砍掉|下调|缩小|小|低|轻|降|减|砍)(?:声)?了?"
_TEXT = "(?:标题|字幕|人名条|文字|字)(?:的)?(?:字号|大小|字体|文字|字)?"
_PICTURE = "(?:logo|水印|贴纸|图标)(?:的)?(?:大小|尺寸)?"
_WHOLE = "(?:视频|整体|整个视频|全片|播放速度|速度|节奏|片子|画面)?"


def _percent(said: str) -> Fraction:
    if said == "一倍":
        return Fraction(100)
    if said == "一半":
        return Fraction(50)
    if "分之" in said and not said.startswith("百"):
        below, above = said.split("分之")
        return Fraction(100 * _DIGITS[above], _DIGITS[below])
    if said.endswith("成"):
        return Fraction(10 * _DIGITS[said[0]])
    return Fraction(said.strip(" %").removeprefix("百分之"))


def _shown(value: Fraction) -> str:
    return f"{float(value):.4f}".rstrip("0").rstrip(".")


def _level(match: re.Match[str]) -> str:
    """The level that changes by a share: of the sound that is named, else of the video's own."""
    noun, by = match["WHAT"] or "", _percent(match["BY"])
    up = match["UP"] is not None
    if not up and by >= 100:
        return match[0]
    noun = re.sub("(?:的)?(?:声音|音量)$", "", noun)
    return f"{noun}音量{'提高' if up else '降低'}{_shown(by)}%"


def _size(match: re.Match[str]) -> str:
    by = _percent(match["BY"])
    noun = re.sub("(?:的)?(?:字号|大小|字体|尺寸)$", "", match["WHAT"])
    if match["UP"]:
        return f"{noun}{_shown(1 + by / 100)}倍大小"
    return f"{noun}缩小一半" if by == 50 else match[0]


def _speed(match: re.Match[str]) -> str:
    by = _percent(match["BY"])
    if match["UP"] is None and by >= 100:
        return match[0] if match["BY"] != "一倍" else f"{match[1]}速度降低50%"
    return f"{match[1]}速度{'提高' if match['UP'] else '降低'}{_shown(by)}%"


def _multiple(match: re.Match[str]) -> str:
    noun = re.sub("(?:的)?(?:字号|大小|字体|尺寸)$", "", match[1])
    return f"{noun}{_DIGITS.get(match[2], match[2])}倍大小"


_RULES = Rules[Replacement](
    (
        (
            rf"(?P<WHAT>{_SOUND}){_ALSO}(?:(?P<UP>{_LOUDER})|{_QUIETER})(?P<BY>{_SHARE})(?:的?音量)?{_STOP}",
            _level,
        ),
        (rf"({_SOUND})(?:要)?(?:翻(?:一)?倍|加倍|翻一番){_STOP}", r"\1提高100%"),
        (
            rf"(?P<WHAT>{_TEXT}|{_PICTURE}){_ALSO}(?:(?P<UP>(?:放|调|加|变)?大)|(?:缩|调|变|减)?小)了?(?P<BY>一倍|一半|{_N}分之{_N}){_STOP}",
            _size,
        ),
        (
            rf"({_TEXT}|{_PICTURE})(?:(?:放大|变大|调大|改|变|调|放|做)(?:到|成|为)?(?:(?:原来|现在|目前)的)|(?:放大|变大|调大)(?:到|成|为))({_N}|[0-9.]{{1,3}})倍(?:大)?{_STOP}",
            _multiple,
        ),
        (
            rf"(?:(?<=\A)|(?<=[,;秒]))({_WHOLE})(?:要)?比(?:现在|原来|之前|目前|这个)的?(?:速度)?(?:再)?(?:(?P<UP>快)|慢)(?P<BY>{_SHARE}){_STOP}",
            _speed,
        ),
    )
)  # fmt: skip


def in_proportion(text: str) -> str:
    """A Chinese sentence before its values are marked, in which what is compared with how it is now is
    a change by so many percent."""
    return _RULES.apply(text, plainly) if HAN.search(text) else text
