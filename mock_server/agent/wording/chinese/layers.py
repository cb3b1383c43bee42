"""Chinese that leans on the layers of the timeline: "跟“爸爸”一样长", "另一个", "紧接着小明的"."""

import re
from collections.abc import Callable, Sequence
from functools import partial

from mock_server.agent.values.placeholders import HAN, Values, index, marks
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
_MOVES = "(?:对调|互换|交换|调换|换)(?:一下|过来)?"
_LOOKS = "(?:改成?|变成?|换成?|设成?|调成?|用|加粗|字号|放[在到大]|挪|移|居中)"
_GOES = "(?:都|全|就)*(?:不要|删掉|删了|删|去掉|清掉|不留)了?(?:吧)?"


def _named(values: Values, shown: Sequence[Shown], digits: str) -> Shown | None:
    """The one layer that shows a text."""
    found = [one for one in shown if one.role in _TEXTS and one.text == values.items[index(digits)]]
    return found[0] if len(found) == 1 else None


def _only(shown: Sequence[Shown], noun: str) -> Shown | None:
    """The one layer of a kind."""
    found = [one for one in shown if one.role in _ROLES[noun.lower()]]
    return found[0] if len(found) == 1 else None


def _keeps(values: Values, shown: Sequence[Shown], match: re.Match[str]) -> str:
    one = _named(values, shown, match[2])
    if one is None or one.role not in _ROLES[match[1]]:
        return match[0]
    others = [other.text for other in shown if other.role == one.role and other != one]
    if not others or one.text in others:
        return match[0]
    return "删掉" + "和".join(f"{_NOUNS[one.role]}{values.mark('text', other)}" for other in others)


def _other_texts(values: Values, shown: Sequence[Shown], match: re.Match[str]) -> str:
    kept = _ROLES[match[1]]
    roles = dict.fromkeys(one.role for one in shown if one.role in _TEXTS and one.role not in kept)
    there = any(one.role in kept for one in shown)
    if not roles or not there or len(kept) > 1:
        return match[0]
    return ",".join(f"删掉所有{_NOUNS[role]}" for role in roles)


def _follows(values: Values, shown: Sequence[Shown], match: re.Match[str]) -> str:
    one, other = (_named(values, shown, match[i]) for i in (1, 2))
    if one is None or other is None or one == other:
        return match[0]
    said = values.mark("text", one.text)
    length = one.end - one.start
    span = values.mark("range", Range(other.end, other.end + length), match[0])
    return f"{_NOUNS[one.role]}{said}改到{span}"


def _as_long(values: Values, shown: Sequence[Shown], match: re.Match[str]) -> str:
    one, other = (_named(values, shown, match[i]) for i in (1, 2))
    if one is None or other is None or one == other:
        return match[0]
    said = values.mark("text", one.text)
    span = values.mark("range", Range(one.start, one.start + other.end - other.start), match[0])
    return f"{_NOUNS[one.role]}{said}改到{span}"


def _changed_places(values: Values, shown: Sequence[Shown], match: re.Match[str]) -> str:
    one, other = (_named(values, shown, match[i]) for i in (1, 2))
    if one is None or other is None or one == other:
        return match[0]
    return ",".join(
        f"{_NOUNS[it.role]}{values.mark('text', it.text)}改到"
        f"{values.mark('range', Range(at.start, at.end), match[0])}"
        for it, at in ((one, other), (other, one))
    )


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


def _first_and_last(values: Values, shown: Sequence[Shown], match: re.Match[str]) -> str:
    found = [one.text for one in shown if one.role in _ROLES[match[1]]]
    if len(found) < 2 or len(set(found)) != len(found):
        return match[0]
    ends = (values.mark("text", found[i]) for i in (0, -1))
    return ",".join(f"{match[1]}{one}{match[2]}" for one in ends)


def _both(values: Values, shown: Sequence[Shown], match: re.Match[str]) -> str:
    found = [_named(values, shown, match[i]) for i in (1, 2)]
    if not all(found):
        return match[0]
    return ",".join(
        f"{_NOUNS[one.role]}{values.mark('text', one.text)}{match[3]}" for one in found if one
    )


def _misspelt(values: Values, shown: Sequence[Shown], match: re.Match[str]) -> str:
    """ "标题“张晓明”0到3秒，打错了，是“张小明”": what is added reads otherwise."""
    old, new = (values.items[index(match[i])] for i in (2, 4))
    if any(one.text in (old, new) for one in shown):
        return match[0]
    return f"{match[1]}{values.mark('text', new)}{match[3]}"


def _one_wanted(values: Values, shown: Sequence[Shown], match: re.Match[str]) -> str:
    noun = match[1] or match[2]
    there = any(one.role in _ROLES[noun] for one in shown)
    return f"加字幕,删掉{noun}" if there else "加字幕"


def _sized(values: Values, shown: Sequence[Shown], match: re.Match[str]) -> str:
    one = _named(values, shown, match[1])
    return match[0] if one is None else f"{_NOUNS[one.role]}{match[0]}"


def _the_other(values: Values, shown: Sequence[Shown], match: re.Match[str]) -> str:
    texts = [one.text for one in shown if one.role in _TEXTS]
    said = {values.items[i] for i in marks(match.string[: match.start()], "text")}
    left = [one for one in texts if one not in said]
    if len(texts) != 2 or len(said) != 1 or len(left) != 1:
        return match[0]
    return f" {values.mark('text', left[0])} "


def _in_time(values: Values, shown: Sequence[Shown], match: re.Match[str]) -> str:
    return f"{match[1]}在的时候"


def _once_gone(values: Values, shown: Sequence[Shown], match: re.Match[str]) -> str:
    return f"{match[1]}消失之后{match[2]}再开始"


def _behind(values: Values, shown: Sequence[Shown], match: re.Match[str]) -> str:
    return f"{match[1]}消失之后的画面"


def _along(values: Values, shown: Sequence[Shown], match: re.Match[str]) -> str:
    return f"{match[1]}从{match[2]}开始的时候开始"


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


def _by_file(values: Values, shown: Sequence[Shown], match: re.Match[str]) -> str:
    """ "song.mp3音量20%": the music, where that is the one song."""
    one = _only(shown, "音乐")
    return match[0] if one is None or one.name != values.items[index(match[1])] else "音乐"


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
        (rf"\A(标题|字幕|人名条)(?:就|都)?只(?:保留|留|要) ?<text> ?(?:的|{_ONE})?{_STOP}", _keeps),
        (
            rf"\A除了(标题|字幕|人名条)(?:以外|之外)?,?(?:别的|其他|其它|其余)的?(?:文字|文本"
            rf"|字){_GOES}{_STOP}",
            _other_texts,
        ),
        (
            rf"\A(?:把|让)? ?<text> ?{_ONE}(?:紧接着|紧跟着|紧跟|紧接|跟在|接在|排在) ?<text> ?(?:的"
            rf"|{_ONE})(?:后面|之后"
            rf"|后头)?(?:出现|显示)?{_STOP}",
            _follows,
        ),
        (
            rf"\A(?:把|让)? ?<text> ?{_ONE}的?(?:(?:显示)?(?:时长|时间|长度)?(?:改成|改得|调成|变成|设成|要"
            rf"|(?:多停留?|延长|多放)(?:<:time>|一会儿?)),?)?(?:跟|和|与|同"
            rf"|像) ?<text> ?{_ONE}(?:的)?(?:显示|停留|出现)?(?:得)?一样[长久]{_STOP}",
            _as_long,
        ),
        (
            rf"\A(?:把)? ?<text> ?(?:和|跟|与) ?<text> ?(?:这)?(?:两个)?(?:标题|字幕|人名条)?的?(?:出现"
            rf"|显示|播放)?的?(?:时间|时段){_MOVES}"
            rf"{_STOP}",
            _changed_places,
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
            rf"\A(?:把)?(?:一头一尾(?:的)?(?:两个|那两个)?|首尾(?:的)?两个|第一个和最后一个"
            rf"|头一个和最后一个"
            rf"|第一个(?:标题|字幕|人名条)和最后一个)(标题|字幕|人名条)(?:都)?({_LOOKS}[^,和跟、分各]*){_STOP}",
            _first_and_last,
        ),
        (
            rf"\A(?:把)? ?<text> ?(?:和|跟|与|、) ?<text> ?(?:这?两个)?(?:标题|字幕"
            rf"|人名条)?(?:都)?({_LOOKS}[^,和跟、分各]*){_STOP}",
            _both,
        ),
        (rf"\A(?:把)? ?<text> ?{_ONE}(?:再)?(?:放大|缩小|大|小)(?:一点|点|一些|些)(?=,|[ .!]*\Z)", _sized),
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
            r"\A<file>(?:的)?(?=(?:音量|声音)(?:调|降|设|改|再|小|大|<:percent>)|淡[入出]<:time>|(?:从"
            r"|到)<:time>(?:开始|结束|停|进)[ .!]*\Z)",
            _by_file,
        ),
        (
            rf"\A(?:把|让)?(?:标题|字幕|人名条)? ?<text> ?{_ONE}的?(颜色|字号|大小|字体大小)"
                rf"(?:要|改成?|改得|调成?|调得|设成"
            rf"|变成|设为)*(?:跟|和|与|同)(?:标题|字幕|人名条)? ?<text> ?{_ONE}(?:的)?"
            rf"一样(?:大)?(?:吧)?(?=,|[ .!]*\Z)",
            _alike,
        ),
        (
            rf"\A(?:把|让)? ?<text> ?{_ONE}(?:要|改得|改成|调成|调得)*()(?:跟|和|与"
            rf"|同) ?<text> ?{_ONE}一样大(?:小)?(?:吧)?{_STOP}",
            _alike,
        ),
        (
            rf"\A(?:把|让)?第([一二三四])个标题的?(颜色|字号|大小)(?:要|改成?|改得|调成?|调得|设成|变成"
            rf"|设为)*(?:跟|和|与|同)第([一二三四])个(?:标题)?(?:的)?"
            rf"一样(?:大)?(?:吧)?{_STOP}",
            _alike_by_number,
        ),
        (r"(?:\A|(?<=,))(?:把)?([红黄蓝绿白黑橙粉紫金灰])色的那个标题", _of_color),
        (r"另(?:外)?(?:一个|那个)(?:标题|字幕|人名条)?(?=放|挪|移|改|换|变|用|设|删|去|不要|大|小"
         r"|加粗)", _the_other),
        (rf"{_LAYER}(?:在|出现|显示)(?:着)?的(?:那|这)(?:几秒|段时间|几秒钟|会儿)", _in_time),
        (
            rf"\A等{_LAYER}(?:没|消失|结束|播完|放完|念完|走)了?(?:之后|以后|后)?,?{_LAYER}再(?:进来|进"
            rf"|出来|出现|开始|上|响)"
            rf"{_STOP}",
            _once_gone,
        ),
        (rf"{_LAYER}后面的(?:画面|部分|内容)?(?={_GOES}|(?:都|全)*剪)", _behind),
        (
            rf"\A(?:把|让)?{_LAYER}(?:改到|挪到|移到|等到|到){_LAYER}开始的时候(?:再|才)?(?:出来|出现"
            rf"|开始|显示)?(?:,(?:时长|长度)不变)?"
            rf"{_STOP}",
            _along,
        ),
    )
)  # fmt: skip


def leaning_on_layers(text: str, values: Values, shown: Sequence[Shown]) -> str:
    """A sentence whose times are marked, as it is meant of these layers."""
    if not shown or not HAN.search(text):
        return text
    return _RULES.apply(text, lambda turn: partial(turn, values, shown))


_SAID = Rules[Turn](
    (
        (
            r"\A((?:加|配|放|打|上)?(?:个|一个|上)?(?:标题|字幕|人名条"
            r"|旁白)) ?<text>([^\ue010。不别把]*?)[,。] ?(?:哦|呃|啊|哎)?,?"
            r"(?:打错|写错|说错|打错字|错)了?,(?:应该)?(?:是|叫|写)+ ?<text>(?=[ .!。]*\Z)",
            _misspelt,
        ),
        (
            r"\A字幕(?:我)?要,(音乐|配乐|标题|logo|水印)(?:就)?(?:不用|不要)了?(?=[ .!。]*\Z)"
            r"|\A(音乐|配乐|标题|logo|水印)(?:就)?(?:不用|不要)了?,字幕(?:我)?要(?=[ .!。]*\Z)",
            _one_wanted,
        ),
    )
)  # fmt: skip


def said_of_layers(text: str, values: Values, shown: Sequence[Shown]) -> str:
    """A message in which texts are marked, as it is meant where these layers are there or not."""
    if not HAN.search(text):
        return text
    return _SAID.apply(text, lambda turn: partial(turn, values, shown))
