"""Chinese words that point at one of the texts of the timeline, or at all but a stretch of it:
"左边那个标题", "开场的标题", "5到10秒静音，其他时间音量80%"."""

from collections.abc import Callable, Sequence
from functools import partial
from re import Match

from mock_server.agent.values.placeholders import HAN, Values, index
from mock_server.agent.values.ranges import Range, all_but
from mock_server.agent.values.rules import Rules
from mock_server.agent.wording.shown import TEXTS, Shown

_ROLES = {"标题": "title", "字幕": "caption", "人名条": "lower-third"}
_NOUNS = {role: noun for noun, role in _ROLES.items()}
_NOUN = "(标题|字幕|人名条)"
_HUE = "([红黄蓝绿白黑橙粉紫金灰])色?"
_COLORS = {
    "红": "red", "黄": "yellow", "蓝": "blue", "绿": "green", "白": "white", "黑": "black",
    "橙": "orange", "粉": "pink", "紫": "purple", "金": "gold", "灰": "gray",
}  # fmt: skip
_SIDES = {
    "左边": "left", "右边": "right", "上面": "top", "顶部": "top", "上边": "top", "下面": "bottom",
    "底部": "bottom", "下边": "bottom", "中间": "center", "左上角": "top-left", "右上角": "top-right",
    "左下角": "bottom-left", "右下角": "bottom-right",
}  # fmt: skip
_SIDE = "(" + "|".join(_SIDES) + ")"
_STOP = r"(?:吧|就行|就好|了)?(?=[ .!。]*\Z)"
_WHICH = {"第一": 0, "第二": 1, "前一": 0, "后一": 1}
_EARLY = 3_000  # ms: what appears by then is at the beginning
Turn = Callable[[Values, Sequence[Shown], Match[str]], str]


def _texts(shown: Sequence[Shown], noun: str) -> list[Shown]:
    """The texts of a kind in their order; none where two read the same."""
    found = [one for one in shown if one.role == _ROLES[noun]]
    return found if len({one.text for one in found}) == len(found) else []


def _named(one: Shown, values: Values) -> str:
    return f"{_NOUNS[one.role]}{values.mark('text', one.text)}"


def _at_a_side(values: Values, shown: Sequence[Shown], match: Match[str]) -> str:
    """ "左边那个标题" is the only one there, of several."""
    found = _texts(shown, match[2])
    there = [one for one in found if one.looks.get("pos") == _SIDES[match[1]]]
    return _named(there[0], values) if len(there) == 1 and len(found) > 1 else match[0]


def _at_an_end(values: Values, shown: Sequence[Shown], match: Match[str]) -> str:
    """ "开场的标题" of several is the first, where that is at the beginning."""
    found, beside = _texts(shown, match[2]), match.string[: match.start()].endswith("除了")
    if len(found) < 2:
        return match[0]
    last = match[1] in ("结尾", "片尾", "末尾")
    one = next((each for each in found if each.text == match[1]), found[-1 if last else 0])
    if one.text != match[1] and not last and one.start >= _EARLY:
        return match[0]
    return values.mark("text", one.text) if beside else _named(one, values)


def _of_its_color(values: Values, shown: Sequence[Shown], match: Match[str]) -> str:
    """ "不要红色，改成白色" is said of the only text that is red."""
    red = [one for one in shown if one.looks.get("color") == _COLORS[match[1]]]
    if len(red) != 1 or red[0].role not in TEXTS:
        return match[0]
    return f"{_named(red[0], values)}改成{match[2]}色"


def _than_the_other(values: Values, shown: Sequence[Shown], match: Match[str]) -> str:
    """ "第二个标题比第一个大一点", where neither has a size of its own."""
    found = _texts(shown, match[2])
    one, other = _WHICH[match[1]], _WHICH[match[3]]
    if one == other or len(found) < 2 or any(each.looks.get("size") for each in found[:2]):
        return match[0]
    return f"{_named(found[one], values)}改{match[4]}一点"


def _if_it_is_there(values: Values, shown: Sequence[Shown], match: Match[str]) -> str:
    """ "假如开头有标题就把它删掉", where there is one."""
    there = [one for one in _texts(shown, match[1]) if one.start < _EARLY]
    return f"删掉{_named(there[0], values)}" if len(there) == 1 else match[0]


def _if_at_the_place(values: Values, shown: Sequence[Shown], match: Match[str]) -> str:
    """ "如果logo在右上角，就移到左上角", where it is there."""
    found = [one for one in shown if one.role == "overlay"]
    there = len(found) == 1 and found[0].looks.get("pos") == _SIDES[match[2]]
    return f"{match[1]}移到{match[3]}" if there else match[0]


def _both_ends(values: Values, shown: Sequence[Shown], match: Match[str]) -> str:
    """ "不要前三秒和最后五秒" is said of the video, where nothing else may be meant."""
    return match[0] if shown else f"剪掉前{match[1]}和最后{match[2]}"


_LAYER = "(标题|字幕|人名条|logo|水印)"
_PLACES = {"前": 0, "第一": 0, "后": 1, "第二": 1, "第三": 2, "第四": 3}
_NUMBERS = "一二三四"
_ONE = "(?:的|那一?[个条]的?|的那一?[个条])"
_DEED = (
    "(?=[^,]{0,3}(?:[改变换放挪移删去用大小缩延往晚早多少淡]|不要|加粗|字号|颜色|提前|推迟|透明))"
)


def _of_kind(shown: Sequence[Shown], noun: str) -> int:
    """How many layers of a kind there are."""
    return sum(one.role == _ROLES.get(noun, "overlay") for one in shown)


def _as_it_is(values: Values, shown: Sequence[Shown], match: Match[str]) -> str:
    """ "左上角的logo", "标题从白色", where the only one is just that: the noun alone."""
    noun, side = match[2] or match[3], match[1]
    found = [one for one in shown if one.role == _ROLES.get(noun, "overlay")]
    looks = found[0].looks if len(found) == 1 else {}
    alike = looks.get("pos") == _SIDES[side] if side else looks.get("color") == _COLORS[match[5]]
    return noun + (match[4] or "") if alike else match[0]


def _by_place(values: Values, shown: Sequence[Shown], match: Match[str]) -> str:
    """ "后面那个标题" is the second of two, "中间那条字幕" the second of three."""
    count = _of_kind(shown, match[2])
    there = any(one.looks.get("pos") == "center" for one in shown)
    if count != (3 if match[1] == "中" else 2) or (match[1] == "中" and there):
        return match[0]
    return f"第{'一' if match[1] == '前' else '二'}个{match[2]}"


def _one_more_of_them(values: Values, shown: Sequence[Shown], match: Match[str]) -> str:
    """ "第一个标题放大，后面那个缩小": the noun is said once."""
    first, noun, count = _PLACES[f"第{match[2]}"], match[3], _of_kind(shown, match[3])
    said = match[5] or match[6] or match[7] or ""
    other = 1 - first if not said else count - 1 if said == "最后" else _PLACES[said]
    if other == first or (not match[5] and said != "最后" and count != 2):
        return match[0]
    return f"{match[1]},{match[4] or ''}第{_NUMBERS[other]}个{noun}"


_RULES = Rules[Turn](
    (
        (
            rf"(?:(?<=\A)|(?<=[,把让]))([前后中])(?:[面间]{_ONE}|一[个条]){_LAYER}(?!都|全|们|和|跟)",
            _by_place,
        ),
        (
            rf"((?:\A|[,把])第([一二三四])[个条]{_LAYER}[^,]+),(把)?(?:(第[一二三四])[个条]|([前后])(?:面{_ONE}|一[个条])|(最后)一?"
            rf"[个条]|另(?:外)?(?:那|一)?[个条])(?!{_LAYER}|字|视频|片段|镜头|都|和){_DEED}",
            _one_more_of_them,
        ),
        (
            rf"(?<![加放来写在])(?:(?<=\A)|(?<=[,把让])){_SIDE}(?:的|那个|的那个){_LAYER}{_DEED}"
            rf"|{_NOUN}((?:的颜色)?)从{_HUE}(?=[改换变][成为])",
            _as_it_is,
        ),
        (
            r"\A(?:我)?不要(?:视频)?(?:的)?(?:最?前|开头)面?的?(<:time>)(?:和|、|跟|以及)(?:最后|后|结尾"
            rf")面?的?(<:time>){_STOP}",
            _both_ends,
        ),
        (
            rf"(?<![加放来写])(?:(?<=\A)|(?<=[,把让]))(?:在)?{_SIDE}(?:的|那个|的那个){_NOUN}(?=改|变|换|"
            r"放|挪|移|删|去|不要|加粗|用|字号|大|小)",
            _at_a_side,
        ),
        (
            rf"(?:(?<=\A)|(?<=[,把让])|(?<=除了))(开场|开头|片头|结尾|片尾|末尾)(?:的|那个|的那个){_NOUN}"
            r"(?=改|变|换|挪|移|删|去掉|不要|延长|缩短|加粗|提前|推迟|字号|颜色|放[到在大]|大|小|,(?:别|"
            r"其)|以外|之外|外)",
            _at_an_end,
        ),
        (
            rf"\A(?:我)?不要{_HUE}(?:的)?了?,(?:请)?(?:改成|换成|改为|要|用){_HUE}(?:的)?{_STOP}",
            _of_its_color,
        ),
        (
            rf"\A(?:把|让)?(第[一二])个{_NOUN}(?:要|得)?比(第[一二])个(?:标题|字幕|人名条)?(?:再|要|更)?("
            rf"[大小])一?[点些]{_STOP}",
            _than_the_other,
        ),
        (
            rf"\A(?:如果|要是|假如|假若)(?:开头|开场|片头)(?:已经)?有{_NOUN}(?:的话)?,?(?:就|请)?(?:把它)"
            rf"?(?:删掉|去掉|删了|删除){_STOP}",
            _if_it_is_there,
        ),
        (
            rf"\A(?:如果|要是|假如|假若)(logo|水印)(?:现在)?(?:是)?在{_SIDE}(?:的话)?,?(?:就|请)?(?:把它)"
            rf"?(?:移|挪|放|换)到{_SIDE}{_STOP}",
            _if_at_the_place,
        ),
    )
)  # fmt: skip


def pointed_at(text: str, values: Values, shown: Sequence[Shown]) -> str:
    """A sentence whose times are marked, with the texts that it points at."""
    return (
        _RULES.apply(text, lambda turn: partial(turn, values, shown)) if HAN.search(text) else text
    )


def _beside(values: Values, match: Match[str]) -> str:
    part = values.items[index(match[2])]
    rest = all_but((part,)) if isinstance(part, Range) else None
    if not rest:
        return match[0]
    spans = (values.mark("range", one, match[0]) for one in rest)
    return ",".join([f"{match[1]}{match[3]}", *(f"{one}{match[4]}" for one in spans)])


_LOOK = "(?:静音|黑白|音量<:percent>|音量调到<:percent>|音量降到<:percent>|降到<:percent>|暖色|冷色|复古)"
_RANGED = Rules[Callable[[Values, Match[str]], str]](
    (
        (
            rf"\A(?:把)?(<range>)(?:的)?(?:声音)?({_LOOK}),(?:其他|其余|其它|剩下|别的)的?(?:时间|部分|地"
            rf"方|时候|内容|画面)(?:都|全|就|的)*({_LOOK}){_STOP}",
            _beside,
        ),
    )
)


def with_the_rest(text: str, values: Values) -> str:
    """A sentence whose ranges are marked, with the rest beside one told by its times."""
    return _RANGED.apply(text, lambda turn: partial(turn, values)) if HAN.search(text) else text
