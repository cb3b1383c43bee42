"""How a clip is to be that is put in, said in front of it or behind: "without sound, append b.mp4", "insert
b.mp4 at 20 s in sepia". Said of a message before its values are read."""

from collections.abc import Callable, Iterator
from re import Match

from mock_server.agent.values.files import is_picture, is_sound
from mock_server.agent.values.placeholders import Values, marks
from mock_server.agent.values.rules import Rules, with_values

Said = Callable[[Values, Match[str]], str]

_PUT = (
    r"(?:append|insert|play(?=[^,.;]* at the (?:very )?end)|splice|attach|add|put|place|drop|stick|slot"
    r"|cut in|edit in|join)"
    r"(?! [^,.;]*\b(?:corner|overlay|picture[- ]in[- ]picture|pip|left|right|top|bottom)\b)"
)
_ORDER = rf"{_PUT} (?:(?! and\b)[^,.;\n])*<:file>(?:(?! and\b)[^,.;\n])*"
_END = r"(?=[ 。.!]*\Z)"
_PUT_ZH = "(?:插入|插|接上|接|拼|加上|加入|加|放上|放到|放)"
_ORDER_ZH = (
    rf"(?:在[^,。;]{{1,9}})?{_PUT_ZH} ?<:file>[^,。;\n]*|[把将] ?<:file> ?{_PUT_ZH}[^,。;\n]*"
)
_LOOK = r"(?:sepia|black and white|vintage|noir|cinematic|warm|cool|vivid)"
_TIMES = r"(?:half|double|twice|triple|[0-9.]+ ?(?:x|times|%|percent))"
_WAYS: tuple[tuple[str, str], ...] = (
    (r"(?:without|with no|with its) (?:its |the |any )?(?:sound|audio)(?: off| muted)?"
     r"|with (?:the |its )?(?:sound|audio) (?:off|muted)|muted|silent(?:ly)?|on mute", "mute it"),
    (rf"in ({_LOOK})(?: tones?| colou?rs?)?", "make it {}"),
    (rf"at ({_TIMES}) (?:the )?(?:normal |original )?speed", "set its speed to {}"),
    (rf"at ({_TIMES}) (?:the )?(?:volume|level)", "set its volume to {}"),
    (r"in slow motion|slowed down", "set its speed to half"),
    (r"reversed|in reverse|backwards?", "reverse it"),
    (r"upside down", "rotate it by 180 degrees"),
)  # fmt: skip
_WAYS_ZH: tuple[tuple[str, str], ...] = (
    ("(?:以|用)?(?:静音|无声|不带声音|不要声音|去掉声音)(?:的?方式|的?形式|地|状态)?", "静音"),
    ("(?:以|用)?(黑白|复古|暖色|冷色|怀旧|电影)(?:的)?(?:色调|效果|形式|风格|滤镜|方式)?", "把它调成{}"),
    ("(?:以|用)([0-9.]+|[一二两三四五半]+)倍(?:的)?速度?", "把它调成{}倍速"),
    ("倒放(?:着|地)?", "把它倒放"),
    ("(?:以|用)慢动作(?:的?方式|形式)?", "把它调成0.5倍速"),
)  # fmt: skip


def _said(told: str, order: int, value: int, joint: str) -> Said:
    """The order of that group, and behind it what is told; `value` is the group of its value."""

    def turned(values: Values, found: Match[str]) -> str:
        name = str(values.items[marks(found[order], "file")[0]])
        if is_picture(name) or is_sound(name):
            return found[0]
        named = found[value] if value <= len(found.groups()) else ""
        return found[order] + joint + told.format(named)

    return turned


def _rules() -> Iterator[tuple[str, Said]]:
    for way, told in _WAYS:
        groups = 1 + ("{}" in told)
        yield (
            rf"\A[ ,]*(?:please )?(?:{way}), ?(?:please )?({_ORDER}){_END}",
            _said(told, groups, 1, " and "),
        )
        yield (
            rf"\A[ ,]*(?:please )?({_ORDER}?),? (?:played )?(?:{way}){_END}",
            _said(told, 1, 2, " and "),
        )
    for way, told in _WAYS_ZH:
        groups = 1 + ("{}" in told)
        yield rf"\A[ ,]*请?{way},?({_ORDER_ZH}){_END}", _said(told, groups, 1, ",")


_RULES: Rules[Said] = Rules(_rules())


def said_behind(text: str, values: Values) -> str:
    """`text` in which an order comes first, and then how the clip is to be that it puts in."""
    return _RULES.apply(text, with_values(values))
