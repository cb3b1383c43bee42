"""Chinese that leans on the layers of the timeline: "跟“爸爸”一样长", "另一个", "紧接着小明的"."""

import re
from collections.abc import Callable, Sequence
from functools import partial

from mock_server.agent.values.placeholders import HAN, Values, index
from mock_server.agent.values.ranges import Range
from mock_server.agent.values.rules import Rules
from mock_server.agent.wording.shown import Shown

_TEXTS = ("title", "lower-third", "caption")
_NOUNS = {"title": "标题", "caption": "字幕", "lower-third": "人名条"}
_ROLES = {
    "标题": ("title",), "字幕": ("caption",), "人名条": ("lower-third",), "音乐": ("music",),
    "配乐": ("music",), "logo": ("overlay",), "水印": ("overlay",), "旁白": ("voiceover",),
    "文字": _TEXTS,
}  # fmt: skip
_LAYER = "(" + "|".join(_ROLES) + ")"
_ONE = "(?:(?:那|这)?(?:一)?个)?(?:标题|字幕|人名条)?"
_STOP = r"(?=[ .!]*\Z)"
_LOOKS = "(?:改成?|变成?|换成?|设成?|调成?|用|加粗|字号|放[在到大]|挪|移|居中)"


def _named(values: Values, shown: Sequence[Shown], digits: str) -> Shown | None:
    """The one layer that shows a text."""
    found = [one for one in shown if one.role in _TEXTS and one.text == values.items[index(digits)]]
    return found[0] if len(found) == 1 else None


def _only(shown: Sequence[Shown], noun: str) -> Shown | None:
    """The one layer of a kind."""
    found = [one for one in shown if one.role in _ROLES[noun.lower()]]
    return found[0] if len(found) == 1 else None


def _as_long(values: Values, shown: Sequence[Shown], match: re.Match[str]) -> str:
    one, other = (_named(values, shown, match[i]) for i in (1, 2))
    if one is None or other is None or one == other:
        return match[0]
    said = values.mark("text", one.text)
    span = values.mark("range", Range(one.start, one.start + other.end - other.start), match[0])
    return f"{_NOUNS[one.role]}{said}改到{span}"


def _one_end(values: Values, shown: Sequence[Shown], match: re.Match[str]) -> str:
    """ "标题提前2秒出现，消失的时间不变": only one of its ends moves."""
    one = _only(shown, match[1])
    ms = values.items[index(match[3])].ms
    if one is None:
        return match[0]
    start = one.start + (-ms if match[2] in ("提前", "早") else ms)
    if not 0 <= start < one.end:
        return match[0]
    return f"{match[1]}改到{values.mark('range', Range(start, one.end), match[0])}"


def _before_the_end(values: Values, shown: Sequence[Shown], match: re.Match[str]) -> str:
    one = _only(shown, match[1])
    if one is None:
        return match[0]
    ms = values.items[index(match[2])].ms
    return f"{match[1]}改到{values.mark('range', Range(one.start, -ms), match[0])}"


def _both(values: Values, shown: Sequence[Shown], match: re.Match[str]) -> str:
    found = [_named(values, shown, match[i]) for i in (1, 2)]
    if not all(found):
        return match[0]
    return ",".join(
        f"{_NOUNS[one.role]}{values.mark('text', one.text)}{match[3]}" for one in found if one
    )


_WHICH = {"一": 0, "二": 1, "三": 2, "四": 3}


def _each(noun: str, texts: Sequence[str], said: str, values: Values) -> str:
    """The same order for each of some texts."""
    if said.startswith(("删", "去掉", "不要")):
        return ",".join(f"删掉{noun}{values.mark('text', one)}" for one in texts)
    return ",".join(f"{noun}{values.mark('text', one)}{said}" for one in texts)


def _two_by_number(values: Values, shown: Sequence[Shown], match: re.Match[str]) -> str:
    """ "第一个和第三个标题": by their texts, where no two are alike."""
    found = [one.text for one in shown if one.role in _ROLES[match[3]]]
    picked = [_WHICH[match[i]] for i in (1, 2)]
    if len(set(found)) != len(found) or max(picked) >= len(found) or picked[0] == picked[1]:
        return match[0]
    return _each(match[3], [found[i] for i in picked], match[4], values)


def _all_but(values: Values, shown: Sequence[Shown], match: re.Match[str]) -> str:
    """ "除了“乙”，标题都变红": each of the others by its text."""
    first = match[1] not in _ROLES
    kept, noun, said = match.group(1, 2, 3) if first else match.group(3, 1, 2)
    found = [one.text for one in shown if one.role in _ROLES[noun]]
    text = values.items[index(kept)]
    if text not in found or len(set(found)) != len(found) or len(found) < 2:
        return match[0]
    return _each(noun, [one for one in found if one != text], said, values)


_COLORS = {
    "红": "red", "黄": "yellow", "蓝": "blue", "绿": "green", "白": "white", "黑": "black",
    "橙": "orange", "粉": "pink", "紫": "purple", "金": "gold", "灰": "gray",
}  # fmt: skip
_OF_LOOK = {"颜色": "color", "字号": "size", "大小": "size", "字体大小": "size"}


def _alike(values: Values, shown: Sequence[Shown], match: re.Match[str]) -> str:
    """ "“甲”的颜色改成和“乙”一样": what the other one was given."""
    one, other = (_named(values, shown, match[i]) for i in (1, 3))
    return match[0] if None in (one, other) else _like(values, one, other, match)


def _like(values: Values, one: Shown | None, other: Shown | None, match: re.Match[str]) -> str:
    what = match[2] or "字号"
    given = other.looks.get(_OF_LOOK[what]) if other else None
    if one is None or one == other or not given:
        return match[0]
    hue = next((f"{name}色" for name, color in _COLORS.items() if color == given), None)
    if what == "颜色" and hue is None:
        return match[0]
    said = f"改成{hue}" if hue else f"字号改成{values.mark('number', given, f'{given:g}')}"
    return f"{_NOUNS[one.role]}{values.mark('text', one.text)}{said}"


def _alike_by_number(values: Values, shown: Sequence[Shown], match: re.Match[str]) -> str:
    found = [one for one in shown if one.role == "title"]
    one, other = (_WHICH[match[i]] for i in (1, 3))
    texts = {each.text for each in found}
    if max(one, other) >= len(found) or len(texts) != len(found):
        return match[0]
    return _like(values, found[one], found[other], match)


def _of_color(values: Values, shown: Sequence[Shown], match: re.Match[str]) -> str:
    """ "红色的那个标题": the only one of that color."""
    found = [
        one for one in shown if one.role == "title" and one.looks.get("color") == _COLORS[match[1]]
    ]
    return match[0] if len(found) != 1 else f"标题{values.mark('text', found[0].text)}"


Turn = Callable[[Values, Sequence[Shown], re.Match[str]], str]
_RULES = Rules[Turn](
    (
        (
            rf"\A(?:把|让)? ?<text> ?{_ONE}的?(?:(?:显示)?(?:时长|时间|长度)?(?:改成|改得|调成|变成|设成|要"
            rf"|(?:多停留?|延长|多放)(?:<:time>|一会儿?)),?)?(?:跟|和|与|同"
            rf"|像) ?<text> ?{_ONE}(?:的)?(?:显示|停留|出现)?(?:得)?一样[长久]{_STOP}",
            _as_long,
        ),
        (
            rf"\A{_LAYER}(提前|早|推迟|延后|晚)<time>(?:出现|出来|开始|显示),(?:但|不过)?(?:消失|结束"
            rf"|收尾|退出)的?(?:时间|时刻|点)?(?:都"
            rf"|保持)?(?:不变|不动|照旧){_STOP}",
            _one_end,
        ),
        (
            rf"\A{_LAYER}(?:要|应该|就|得)*(?:在|到)(?:视频|片子)?的?(?:结束|结尾|片尾"
            rf"|末尾)(?:之)?前的?<time>(?:就|要|时)*"
            rf"(?:停止|停下|停掉|停|结束|消失|收掉|收|没|去掉|撤掉)(?:掉|了|吧)?{_STOP}",
            _before_the_end,
        ),
        (
            rf"\A(?:让|把)?{_LAYER}(?:就|只|一直|要)*(?:(?:播放|播|显示|留|持续|响|延长|延续|挂)?到"
            rf"|(?<=[乐白])放到)(?:视频|片子)?的?(?:结束|结尾|片尾|末尾)(?:之)?前的?<time>"
            rf"(?:为止)?(?:就好|就行|吧)?{_STOP}",
            _before_the_end,
        ),
        (
            rf"\A(?:把)? ?<text> ?(?:和|跟|与|、) ?<text> ?(?:这?两个)?(?:标题|字幕"
            rf"|人名条)?(?:都)?({_LOOKS}[^,和跟、分各]*){_STOP}",
            _both,
        ),
        (
            rf"\A(?:把)?第([一二三四])个(?:标题|字幕|人名条)?(?:和|跟|与|、)第([一二三四])个(标题|字幕"
            rf"|人名条)(?:都)?({_LOOKS}[^,]*|删掉|删了|去掉"
            rf"|不要了?){_STOP}",
            _two_by_number,
        ),
        (
            rf"\A(?:把)?除了? ?<text> ?{_ONE}(?:以外|之外|外)?,?(?:其他|其它|其余|别的"
            rf"|所有)*(?:的)?(?:所有)?(标题|字幕|人名条)(?:都|全部|全)+"
            rf"({_LOOKS}[^,]*|删掉|删了|删|去掉|不要了?){_STOP}",
            _all_but,
        ),
        (
            rf"\A(?:把)?(?:所有)?(标题|字幕|人名条)(?:都|全部|全)+((?:{_LOOKS})[^,]*|删掉|删了|去掉"
            rf"|不要了?),(?:但|除了)? ?"
            rf"<text> ?(?:除外|例外|不变|别动|不动|不用|留着|保留|别删|不删|不改|别改){_STOP}",
            _all_but,
        ),
        (
            rf"\A(?:把|让)?(?:标题|字幕|人名条)? ?<text> ?{_ONE}的?(颜色|字号|大小|字体大小)"
                rf"(?:要|改成?|改得|调成?|调得|设成"
            rf"|变成|设为)*(?:跟|和|与|同)(?:标题|字幕|人名条)? ?<text> ?{_ONE}(?:的)?"
            rf"一样(?:大)?(?:吧)?(?=,|[ .!]*\Z)",
            _alike,
        ),
        (
            rf"\A(?:把|让)?第([一二三四])个标题的?(颜色|字号|大小)(?:要|改成?|改得|调成?|调得|设成|变成"
            rf"|设为)*(?:跟|和|与|同)第([一二三四])个(?:标题)?(?:的)?"
            rf"一样(?:大)?(?:吧)?{_STOP}",
            _alike_by_number,
        ),
        (r"(?:\A|(?<=,))(?:把)?([红黄蓝绿白黑橙粉紫金灰])色的那个标题", _of_color),
    )
)  # fmt: skip


def leaning_on_layers(text: str, values: Values, shown: Sequence[Shown]) -> str:
    """A sentence whose times are marked, as it is meant of these layers."""
    if not shown or not HAN.search(text):
        return text
    return _RULES.apply(text, lambda turn: partial(turn, values, shown))


_SAID = Rules[Turn](
    (
    )
)  # fmt: skip


def said_of_layers(text: str, values: Values, shown: Sequence[Shown]) -> str:
    """A message in which texts are marked, as it is meant where these layers are there or not."""
    if not HAN.search(text):
        return text
    return _SAID.apply(text, lambda turn: partial(turn, values, shown))
