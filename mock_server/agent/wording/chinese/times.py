"""Chinese times told by other times: "20秒之后的10秒", "倒数第十秒到倒数第五秒", "30秒出来，34秒消失"."""

import re
from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import partial

from mock_server.agent.values.placeholders import HAN, Values, index
from mock_server.agent.values.ranges import Portion, Range
from mock_server.agent.values.rules import Rules
from mock_server.agent.wording.shown import Shown

_STOP = r"(?:吧|就行|就好|了)?(?=[ .!。]*\Z)"
_AT = "(?:处|的地方|的位置|的时候|时|那里|左右)?"
_DOES = (
    "(?:静音|消音|剪掉|删掉|去掉|剪了|删了|剪去|删除|掐掉|扔掉|倒放|慢放|快放|(?:变成?|改成|做成|调成)?(?:黑白|复古|暖色|冷色|怀旧)|降噪|模糊|加速"
    "|减速|不要|剪|删|<:factor>)"
)
_PART = "(?:的)?(?:内容|画面|声音|部分|时间|那段|这段|片段|里)*(?:都|全|就|要|给我|得|全部)*"
_THEN = rf"(?={_PART}{_DOES})"
_COMES = "(?:出来|出现|进来|开始|弹出来?|显示|入场|进入|登场|响起|进)"
_GOES = "(?:消失|结束|收掉|收起|收走|收|退出|没了?|撤掉|撤|去掉|隐藏|停掉|停止|停|下去|拿掉)了?"
_ADDS = "(?:出现|出|弹出|打上?|加上?|放上?|放|写上?|显示|来|上)(?:个|一个|一条|一行)?"
_BEFORE_END = (
    "(?:倒数|(?:离|距离|距)?(?:视频|片子)?(?:的)?(?:结束|结尾|片尾|片子结束|视频结束)(?:之)?(?:还"
    "有|还剩|只剩|前的?|倒数))"
)
_LASTS = "(?:显示|持续|停留|停|留|时长|展示|共)?"
_MUSIC = "(?:背景)?(?:音乐|配乐|bgm|歌)"
_FASTER = (
    "(?:拉长|加快(?:播放)?速度|放慢速度|调整速度|加速|放慢|减速|慢放|快放|变速|提速|调速|变慢|变快)"
)
_LENGTH = (
    "(?:整个|整条|整段)?(?:视频|片子|成片|总长度?|总时长|全长|全片|时长|长度)?"
    "(?:的)?(?:总长度?|总时长|时长|长度)?"
)
_BECOMES = "(?:变成|成|变为|刚好|正好|恰好|等于|拉长到|缩短到|缩到|控制在|达到|到|为|是)+"
Turn = Callable[[Values, Sequence[Shown], re.Match[str]], str]


def _ms(values: Values, digits: str) -> int:
    return int(values.items[index(digits)].ms)


def _span(values: Values, start: int, end: int | None, match: re.Match[str]) -> str:
    return values.mark("range", Range(start, end), match[0])


def _behind(values: Values, shown: Sequence[Shown], match: re.Match[str]) -> str:
    at, length = (_ms(values, match[i]) for i in (1, 2))
    return _span(values, at, at + length, match)


def _in_front(values: Values, shown: Sequence[Shown], match: re.Match[str]) -> str:
    at, length = (_ms(values, match[i]) for i in (1, 2))
    return _span(values, at - length, at, match) if length <= at else match[0]


def _around(values: Values, shown: Sequence[Shown], match: re.Match[str]) -> str:
    at, length = (_ms(values, match[i]) for i in (1, 2))
    return _span(values, at - length, at + length, match) if length <= at else match[0]


def _for_so_long(values: Values, shown: Sequence[Shown], match: re.Match[str]) -> str:
    """ "从10秒起剪掉5秒"."""
    at, length = (_ms(values, match[i]) for i in (1, 3))
    return f"{_span(values, at, at + length, match)}{match[2]}"


def _added_near_the_end(values: Values, shown: Sequence[Shown], match: re.Match[str]) -> str:
    start = _ms(values, match[1])
    length = _ms(values, match[3]) if match[3] else start
    if length > start:
        return match[0]
    span = _span(values, -start, length - start or None, match)
    return f"{span}加{match[2]}"


def _share(values: Values, match: re.Match[str], first: bool) -> str:
    share = Fraction(str(values.items[index(match[1])]))
    if not 0 < share < 1:
        return match[0]
    part = Portion(Fraction(0), share) if first else Portion(1 - share, Fraction(1))
    return values.mark("range", part, match[0])


def _first_share(values: Values, shown: Sequence[Shown], match: re.Match[str]) -> str:
    return _share(values, match, True)


def _last_share(values: Values, shown: Sequence[Shown], match: re.Match[str]) -> str:
    return _share(values, match, False)


def _added_until(values: Values, shown: Sequence[Shown], match: re.Match[str]) -> str:
    """ "第4秒弹出文字“甲”，橙色，第7秒消失"."""
    start, end = (_ms(values, match[i]) for i in (1, 3))
    return f"{_span(values, start, end, match)}加{match[2]}" if start < end else match[0]


def _music_later(values: Values, shown: Sequence[Shown], match: re.Match[str]) -> str:
    """ "15秒之前不要音乐，之后用song.mp3": the music begins then, where there is none."""
    if any(one.role == "music" for one in shown):
        return match[0]
    at = match[1] or match[2]
    return f"从{values.mark('time', values.items[index(at)])}开始配乐用"


def _fitted(values: Values, shown: Sequence[Shown], match: re.Match[str]) -> str:
    slow = re.search("慢|减速|拉长", match[0])
    return f"视频{'放慢' if slow else '加速'}直到总长{match[1]}"


def _comes_and_goes(values: Values, shown: Sequence[Shown], match: re.Match[str]) -> str:
    """ "第30秒出来，第34秒消失"; of the video itself it is what is kept of it."""
    of_video = re.search("(?:视频|片子|成片|全片|它)$", match.string[: match.start()])
    return match[0] if of_video else f"从{match[1]}到{match[2]}"


def _kept(values: Values, shown: Sequence[Shown], match: re.Match[str]) -> str:
    """ "视频从4秒开始,到50秒结束"."""
    start, end = (_ms(values, match[i]) for i in (1, 2))
    return f"只保留{_span(values, start, end, match)}" if start < end else match[0]


_RULES = Rules[Turn](
    (
        (rf"从?<time>{_AT}(?:之后|以后|往后数?|后|起|开始)的?<time>{_THEN}", _behind),
        (rf"<time>(?:之前|以前|前)的?<time>{_THEN}", _in_front),
        (rf"<time>(?:的)?(?:前后|左右)(?:两边)?各(?:自)?<time>{_THEN}", _around),
        (rf"\A(?:请|把)?(?:从|在)?<time>{_AT}(?:起|开始|往后|之后)({_DOES})<time>(?:的内容|的"
            rf"画面)?{_STOP}", _for_so_long),
        (
            rf"\A(?:在)?{_BEFORE_END}(?:在)?<time>{_AT}(?:的)?{_ADDS}([^,]*?),?{_LASTS}<time>{_STOP}",
            _added_near_the_end,
        ),
        (
            rf"\A(?:在)?{_BEFORE_END}(?:在)?<time>{_AT}(?:的)?{_ADDS}([^,]*?),?(?:一直)?(?:显示|持续|留|放)?到(?:最后|结束|结尾|片尾|视频结束)()?{_STOP}",
            _added_near_the_end,
        ),
        (r"(?<![之以目])(?:最?前面?的?|开头的?)<percent>(?!的?(?:音量|不透明|透明|大小|速|声音"
            r"))", _first_share),
        (r"(?:最后面?的?|(?<![之以最])后的?|末尾的?|结尾的?)<percent>(?!的?(?:音量|不透明|"
            r"透明|大小|速|声音))", _last_share),
        (
            rf"\A(?:把|让)?(?:视频|片子|正片|成片)(?:改成|剪成)?从<time>{_AT}(?:开始|起)(?:播放?|放)?,?(?:一直)?到<time>{_AT}(?:就)?"
            rf"(?:结束|为止|停){_STOP}",
            _kept,
        ),
        (
            rf"(?:在|从)?(<:time>){_AT}{_COMES},?(?:再)?(?:在|到)?(<:time>){_AT}(?:就|时)?{_GOES}",
            _comes_and_goes,
        ),
        (
            rf"\A(?:在)?<time>{_AT}{_ADDS}((?:[^\ue012,]|,)+?),(?:到|在)?<time>{_AT}(?:就|时|再)?{_GOES}{_STOP}",
            _added_until,
        ),
        (
            rf"\A(?:从|在)?<time>{_AT}(?:开始)?{_ADDS}((?:[^\ue012,]|,)+?),(?:一直)?到<time>(?:为止|就好)?{_STOP}",
            _added_until,
        ),
        (
            rf"\A(?:<time>(?:之前|以前|前)|(?:最?前面?|开头)<time>)(?:都|先)?(?:不要|不放|没有|别放|不用|不加|别加)(?:放|加)?{_MUSIC},(?:之后|后面|以后|然后)?(?:再|才)?"
            rf"(?:用|配上?|放|加|换上?|铺上?)+(?:{_MUSIC})?",
            _music_later,
        ),
        (
            rf"\A(?:(?:内容|画面)?(?:一点|什么|一[秒帧刀]|东西)?(?:都|也)?(?:别|不要|不用|不)(?:剪|删)(?:掉|内容|东西|任何内容)?,)?(?:只|就|靠|用|改|通过|请|把|整个|整条|全片|整体|视频|片子)*"
            rf"{_FASTER}(?:就行|的方式|来)?,?(?:让|使|把|以)?{_LENGTH}(?:变成|成|变为|刚好|正好|等于|拉长到|缩短到|缩到|控制在|达到|到|压缩?[到成]|为|刚好|正好)+(?:总(?:时?长度?))?(<:time>)(?:以内|左右|长)?"
            rf"(?:,(?:别|不要|不用)(?:剪|删)掉?(?:任何)?(?:内容|东西|画面)?)?{_STOP}",
            _fitted,
        ),
        (
            rf"\A(?:从|把)?(?:结尾|末尾|片尾|后面)处?(?:开始)?(?:往前)?(?:修?剪|裁)(?:掉|短|一下)?,?(?:让|使)?{_LENGTH}{_BECOMES}"
            rf"(<:time>)长?{_STOP}|\A(?:剪|截|裁|砍|去)掉(?:结尾|末尾|片尾),(?:让|使|把)?{_LENGTH}{_BECOMES}(<:time>)长?{_STOP}",
            lambda values, shown, match: f"把视频剪到{match[1] or match[2]}",
        ),
        (rf"\A(?:请)?(?:让|使|把)?整(?:个|条|段)视频{_BECOMES}(<:time>)长?{_STOP}",
         lambda values, shown, match: f"把视频剪到{match[1]}"),
    )
)  # fmt: skip


def told_by_times(text: str, values: Values, shown: Sequence[Shown]) -> str:
    """A sentence whose times are marked, with a range where a time is told by another."""
    if not HAN.search(text):
        return text
    return _RULES.apply(text, lambda turn: partial(turn, values, shown))
