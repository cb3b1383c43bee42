"""Chinese orders beside which something stays as it is: "前5秒不动，后面都静音", "20到40秒以外全部静音"."""

import re
from collections.abc import Callable
from functools import partial

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import HAN, Values, index, pattern
from mock_server.agent.values.ranges import Range, Stretch, all_but
from mock_server.agent.values.rules import Rules

_STOP = r"(?:吧|就行|就好|了)?(?=[ .!。]*\Z)"
_ALL = "(?:都|全部|全都|全|统统|就|再|也|要|给我|一律)*"
_WHOLE = (
    "(?:整段|整个视频|整个|全片|全程|全部|所有的?|视频|片子|画面|把|都|全|都?调成|都?变成|都?改成"
    "|都?做成)*"
)
_PART = (
    "(?:那一?段|这一?段|的?部分|的?地方|的?内容|的?画面|的?时间|的?片段|里|内"
    "|[\u4e00-\u9fff]{0,3}那段[\u4e00-\u9fff]{0,2}|的)?"
)
_GONE = "(?:剪掉|删掉|去掉|剪去|删除|去除|剪了|删了|扔掉|不要了?|不留|剪|删|砍掉|切掉)"
_LOOK = "(?:变成?|调成?|改成|做成|转成?)?(?:黑白|复古|怀旧|暖色调?|冷色调?|sepia)的?"
_SILENT = "(?:静音|消音|无声|没有?声音|不要声音|不出声|关掉声音)"
_FAST = (
    "(?:(?:用|调成|改成|变成|以)?<:factor>速?(?:播放)?"
    "|(?:加速|放慢|慢放|快放|减速)(?:到|成)?<:factor>速?)"
)
_OTHER = "(?:倒放|降噪|模糊|(?:音量|声音)(?:调到|改成|降到|是)?<:percent>)"
_DONE = f"(?:{_LOOK}|{_SILENT}|{_FAST}|{_OTHER}|{_GONE})"
_KEPT = (
    "(?:都|就|还是|还|要|得|仍然|仍|先|给我|可以)*"
    "(?:(?:保持|维持)(?:不变|不动|原样|原状|原来的?样子|现状|原速|正常)|不变|不动|别动|不要动|不用动|原样|照旧|照常"
    "|留着|保留|保留着|正常|正常播放|正常速度|原速|不用改|别改|不改)(?:播放)?"
)
_HEARD = (
    "的?(?:都|就|还是|还|要|得|仍然|仍|必须)*(?:(?:保留|留着|留下|留|保持|有)的?(?:原声|声音|有声)|(?:原声|声音)(?:都|就|要|得)*(?:保留|留着|留下"
    "|不动|别动|不变|保持不变|正常)|(?:有|出|保持有)声音?)的?"
)
_COLOURED = (
    "的?(?:都|就|还是|还|要|得|仍然|仍)*(?:(?:保持|保留|留着|是|用)*(?:彩色|原色|原来的?颜色|颜色"
    ")|(?:颜色)(?:不变|保留))的?"
)
_BUT = ",? ?(?:但是?|不过|可是?|只有|只|就|除了|唯独)+ ?"
_REST = "(?:其余|其他|其它|剩下|别的|剩余)的?(?:部分|时间|地方|内容|画面|时候)?"
_AFTER = "(?:前后|两边|前面和后面|之后|后面|以后|往后|后边|接下来)的?(?:部分|时间|内容|画面|声音)?"
_BEFORE = "(?:之前|前面|以前|前边)的?(?:部分|时间|内容|画面|声音)?"

_NOUNS = (
    "音乐", "配乐", "人声", "原声", "旁白", "配音", "标题", "字幕", "人名条", "logo", "水印",
    "贴纸", "音效",
)  # fmt: skip
_LAYER = "(?:背景)?(?:" + "|".join(_NOUNS) + ")"
_STATE = "(?:音量|声音|大小|样子|位置|颜色|时间|状态|水平|不变|原样)"


def _done(values: Values, spans: list[Range], said: str, words: str) -> str:
    """The same done at each of some ranges, the last first: what is faster moves what follows."""
    said = said.removesuffix("的")
    said = "静音" if re.fullmatch(_SILENT, said) else said
    marked = [values.mark("range", span, words) for span in reversed(spans)]
    return ",".join(f"{one}{said}" for one in marked)


def _others(values: Values, match: re.Match[str], digits: str, said: str) -> str:
    """What is done everywhere but at a range."""
    one = values.items[index(digits)]
    left = all_but([one]) if isinstance(one, Range) else None
    if left is None or not all(isinstance(span, Range) for span in left):
        return match[0]
    mark = values.mark("range", one, values.words[index(digits)])
    if re.fullmatch(_GONE, said):
        return f"只保留{mark}"
    if "倒放" in said or "慢" in said or "倍" in match[0] or "\ue015" in said:
        return _done(values, [span for span in left if isinstance(span, Range)], said, match[0])
    said = "静音" if re.fullmatch(_SILENT, said) else said.removesuffix("的")
    return f"除了{mark}其他都{said}"


def _all_but(values: Values, match: re.Match[str]) -> str:
    return _others(values, match, match[2], match[1])


def _the_rest(values: Values, match: re.Match[str]) -> str:
    return _others(values, match, match[1], match[2])


def _behind(values: Values, match: re.Match[str]) -> str:
    """ "前10秒不动，后面都静音"."""
    one = values.items[index(match[1])]
    if not isinstance(one, Range) or one.end is None:
        return match[0]
    return _done(values, [Range(one.end, None)], match[2], match[0])


def _in_front(values: Values, match: re.Match[str]) -> str:
    one = values.items[index(match[1])]
    if not isinstance(one, Range) or one.start == 0:
        return match[0]
    return _done(values, [Range(0, one.start)], match[2], match[0])


def _beside(values: Values, match: re.Match[str]) -> str:
    """An order without the layer behind it that stays as it is, where it is about something else."""
    order, kept = match[1], match[0][len(match[1]) :].lower()
    noun = next(one for one in _NOUNS if one in kept)
    named = [one for one in _NOUNS if one in order.lower()]
    moved = "时间" in kept and re.search("[剪删切裁快慢速]", order)  # what is above moves along
    return match[0] if noun in order.lower() or not named or moved else order


def _heard_alone(values: Values, match: re.Match[str]) -> str:
    return _others(values, match, match[1], "静音")


def _what_is_left(values: Values, match: re.Match[str]) -> str:
    """ "剪掉前5秒，剩下的变黑白"."""
    if not (match[1] or match[3] or match[5]):
        return match[0]
    ranges = "和".join(one for one in (match[2], match[4]) if one)
    return f"剪掉{ranges},视频{match[6]}"


def _said(plain: str, values: Values, match: re.Match[str]) -> str:
    return match.expand(plain)


Turn = Callable[[Values, re.Match[str]], str]
_RULES = Rules[Turn](
    (
        (rf"\A{_WHOLE}({_SILENT}){_BUT}<range>{_PART}{_HEARD}{_STOP}", _all_but),
        (rf"\A{_WHOLE}({_LOOK}){_BUT}<range>{_PART}{_COLOURED}{_STOP}", _all_but),
        (rf"\A{_WHOLE}({_DONE}){_BUT}<range>{_PART}{_KEPT}{_STOP}", _all_but),
        (rf"\A(?:把)?<range>(?:以外|之外){_PART}{_ALL}({_DONE}){_STOP}", _the_rest),
        (
            rf"\A(?:视频的?)?<range>{_PART}(?:原声|画面|速度|声音)?(?:{_KEPT}|{_HEARD}|{_COLOURED}),(?:把)?{_REST}{_ALL}({_DONE}){_STOP}",
            _the_rest,
        ),
        (
            rf"\A(?:视频的?)?<range>{_PART}(?:原声|画面|速度|声音)?(?:{_KEPT}|{_HEARD}|{_COLOURED}),(?:把)?{_AFTER}{_ALL}({_DONE}){_STOP}",
            _behind,
        ),
        (
            rf"\A(?:视频的?)?<range>{_PART}(?:原声|画面|速度|声音)?(?:{_KEPT}|{_HEARD}|{_COLOURED}),(?:把)?{_BEFORE}{_ALL}({_DONE}){_STOP}",
            _in_front,
        ),
        # what is done in one part, and not in the other
        (
            rf"\A(.+?),(?:但|但是|不过|而)?({_LAYER})(?:的)?{_STATE}?(?:{_KEPT}|(?:都|就|还)*(?:保持|维持)(?:现在|原来|目前|原有)的?{_STATE}){_STOP}",
            _beside,
        ),
        # what is left of it
        (
            rf"\A(?:把)?({_GONE})?(<:range>)(?:的部分|的内容|那段|这段)?{_ALL}({_GONE})?(?:(?:和|跟|与|、|,)(<:range>)(?:的部分|的内容)?{_ALL}({_GONE})?)?,"
            rf"(?:把)?(?:中间|剩下|其余|留下|剩余)(?:的|部分|那段|的部分|那部分)*{_ALL}({_DONE}){_STOP}",
            _what_is_left,
        ),
        (
            rf"\A(?:除了?)<range>(?:以外|之外|外)?{_PART},?(?:把)?{_REST}{_ALL}({_FAST}){_STOP}",
            _the_rest,
        ),
        (
            rf"\A只有<range>{_PART}(?:才|要|需要|得|是|能)*(?:有|保留|出)?(?:声音|原声|出声)的?{_STOP}",
            _heard_alone,
        ),
        (rf"\A只有(<:range>)(?:才|要|需要|得|用)+(?={_DONE}|慢动作|音量)", partial(_said, r"\1")),
        # the sound, and not the picture
        (
            rf"\A(?:把)?(<:range>)(?:那段|这段)?的?(?:那段|这段)?(?:原声|声音){_ALL}(?:{_GONE}|掐掉|掐了|消掉|消除|静掉|关掉|静音)"
            rf"(?:,画面(?:{_KEPT}|不剪|别剪))?{_STOP}",
            partial(_said, r"\1静音"),
        ),
        (
            rf"\A(?:把)?(?:原声|声音)(?:在)?(<:range>)(?:之间|里|内)?(?:都|要)?(?:{_GONE}|掐掉|掐了|消掉|消除|静掉|关掉|静音)"
            rf"(?:,画面(?:{_KEPT}|不剪|别剪))?{_STOP}",
            partial(_said, r"\1静音"),
        ),
    )
)  # fmt: skip

_NOT = (
    "(?:就|都|先|可以)*(?:(?:不要|别|不|不用)(?:倒放?|倒着放|静音|加速|慢放|快放|变速?|黑白|处理)|不剪|别剪|不要剪|不用剪|不删|别删|不要删|不用删|不动|别动|不用动|不要动|不管|"
    "不用管|没问题|挺好的?)(?:掉|了)?"
)
_EDGES = {
    "开头": Range(0, 1), "前面": Range(0, 1), "片头": Range(0, 1), "开场": Range(0, 1),
    "结尾": Range(-1, None), "后面": Range(-1, None), "片尾": Range(-1, None), "最后": Range(-1, None),
}  # fmt: skip
_EDGE = "(?:" + "|".join(_EDGES) + ")"
_ONLY_STAYS = pattern(
    rf"(?:但是?|不过|而|其中)?(?:又|都|再|就|是)*(?:<range>{_PART}(?:又|都|再|就|是|还)*(?:{_KEPT}|{_NOT}|恢复正常(?:速度)?)"
    rf"|({_EDGE})(?:部分|那段|的内容)?(?:{_KEPT}|{_NOT})|(?:先)?(?:别|不要|不用|不必)(?:剪|删|动)掉?({_EDGE})"
    rf"|(?:{_AFTER}|{_BEFORE}|{_REST}|前面[\u4e00-\u9fff]{{1,4}}的部分)(?:又|都|再|就|是|还)*(?:{_KEPT}|{_NOT}|恢复正常(?:速度)?))"
    r"(?:吧|就好|就行|了)?"
)
_CORRECTS = Regex("不对|错了|算了|不是|等等|哦不|啊不|还是")
_ANY_RANGE = pattern("<range>")


def _without_what_stays(text: str, values: Values) -> str:
    """ "前5秒先不剪，后5秒剪掉": the order alone, where it is about another time than what stays."""
    if _CORRECTS.search(text):
        return text
    pieces = text.rstrip(" .!。").split(",")
    stays = [_ONLY_STAYS.fullmatch(one.strip()) for one in pieces]
    orders = [piece for piece, found in zip(pieces, stays, strict=True) if not found]
    told = [values.items[index(one)] for piece in orders for one in _ANY_RANGE.findall(piece)]
    kept = [
        values.items[index(found[1])] if found[1] else _EDGES.get(found[2] or found[3] or "")
        for found in stays
        if found
    ]
    if not kept or not told or not all(isinstance(one, Range) for one in told):
        return text
    if any(one is not None and _share_time(one, other) for one in kept for other in told):
        return text
    return re.sub(r"\A(?:而是|只是|只|就|要|把只)+", "", ",".join(orders).strip())


def _share_time(one: Stretch, other: Stretch) -> bool:
    """Whether two ranges may have a time in common."""
    if not isinstance(one, Range) or not isinstance(other, Range):
        return True
    if (one.start < 0) != (other.start < 0):
        return (one if other.start < 0 else other).end is None
    ends = [each.end for each in (one, other) if each.end is not None]
    return max(one.start, other.start) < min(ends, default=max(one.start, other.start) + 1)


_LASTS = r"延长|缩短|[长短多]|\ue013|消失|结束"
_PROPERTIES = {
    "开始时间": "提前|推迟|挪|移|[早晚改换从]", "位置": "放[到在]|挪|移|[左右上下]角",
    "时长": _LASTS, "长度": _LASTS,
    "颜色": "[红黄蓝绿白黑橙粉紫金灰]|颜色", "文字": "\ue010", "内容": "\ue010", "字": "\ue010",
    "时间": r"\ue012|\ue013|提前|推迟|[早晚长短]", "大小": "[大小倍半宽]|字号", "字号": "[大小倍半]|字号",
    "音量": "音量|[大小响轻低]|%|\ue015",
}  # fmt: skip
_NAMED = Regex("|".join(_PROPERTIES))
_ONE_LAYER = rf"{_LAYER}|第[一二三四][个条]{_LAYER}"
_PROPERTY_STAYS = pattern(
    rf"(?:\A({_ONE_LAYER}|[把让]?<:text>)(?:那[个条])?的?|,(?:但是?|不过|其他)?(?:它?的)?)(?:显示|停留)?"
    rf"((?:(?:{'|'.join(_PROPERTIES)})(?:和|、|跟|与)?)+)(?:都|也|还是|就)?(?:保持)?"
    r"(?:不变|别动|不动|不改|别改|不[用要][动改变])(?=,|[ .!。]*\Z)"
)
_LEFT = Regex(rf"\A({_ONE_LAYER}),(?:只(?=把|改|换|放|缩|变|调|要)|就|但是?|把|要)*(?=\S)")


def _without_properties(text: str) -> str:
    """ "标题文字不变，颜色改成红色": the order alone, where it is about another property."""
    found = list(_PROPERTY_STAYS.finditer(text))
    rest = _LEFT.sub(r"\1", _PROPERTY_STAYS.sub(lambda match: match[1] or "", text))
    kept = [one for match in found for one in _NAMED.findall(match[2])]
    if not found or any(re.search(_PROPERTIES[one], rest) for one in kept):
        return text
    return rest if re.search(f"{_LAYER}(?=.)", rest) else text


_NEXT = pattern(
    r"<range>([^\ue013]*?[,和]) ?(?:把)?(?:接下来|紧接着|接着|之后|随后|后面|往后)的?(?:那)?"
    r"<time>(?=[^\ue012\ue013]*\Z)"
)


def _next(values: Values, match: re.Match[str]) -> str:
    """ "前5秒静音，接下来的10秒黑白"."""
    one, length = values.items[index(match[1])], values.items[index(match[3])].ms
    if not isinstance(one, Range) or one.end is None or one.start < 0:
        return match[0]
    first = values.mark("range", one, values.words[index(match[1])])
    return f"{first}{match[2]}{values.mark('range', Range(one.end, one.end + length), match[0])}"


_BEHIND = pattern(
    r"\A(?:把)?<range>([^,。]{1,16}),(?:后面|之后|往后|后边|以后)(?:的|那段|部分|就|再|都|全"
    r")*([^,。]{1,16}?)(?:吧|就行)?[ .!。]*\Z"
)
_DENIES = Regex("[别不没]|留着|保持|保留|正常|照旧|照常|那段")
_VALUE = pattern("<:percent|factor>速?")


def _then_behind(values: Values, match: re.Match[str]) -> str:
    """ "前20秒音量30%，后面80%": what is done behind a range."""
    one, first, then = values.items[index(match[1])], match[2], match[3]
    if not isinstance(one, Range) or one.end is None or one.start < 0 or one.end <= 0:
        return match[0]
    if _DENIES.search(then) or _DENIES.search(first) or _ANY_RANGE.search(then):
        return match[0]
    if _VALUE.fullmatch(then):
        if len(_VALUE.findall(first)) != 1:
            return match[0]
        then = _VALUE.sub(lambda _: then, first)
    span = values.mark("range", Range(one.end, None), match[0])
    mark = values.mark("range", one, values.words[index(match[1])])
    if re.search("[快慢速]|\ue015", first):
        return f"{span}{then},{mark}{first}"  # what is faster moves what follows
    return f"{mark}{first},{span}{then}"


def spared_parts(text: str, values: Values) -> str:
    """A sentence whose ranges are marked, in which what is done is said of the other parts."""
    if not HAN.search(text):
        return text
    text = _NEXT.sub(lambda match: _next(values, match), text)
    text = _RULES.apply(text, lambda turn: partial(turn, values))
    if "," not in text:
        return text
    text = _without_properties(text)
    text = _BEHIND.sub(lambda match: _then_behind(values, match), text)
    return _without_what_stays(text, values)
