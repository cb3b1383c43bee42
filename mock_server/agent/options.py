"""Options of an instruction: one table of phrases per option, for both languages.

Patterns are tried in the order of the table.
"""

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from mock_server.agent.clause_joining import LONGEST
from mock_server.agent.clauses import Clause
from mock_server.agent.placeholders import index, pattern
from mock_server.agent.quantities import Decibels, Time
from mock_server.agent.ranges import Range

_OVER = (
    r"(?: (?:it|them|(?:the|its) \w+(?: \w+)?))?"
    r"(?: effect| animation| transition)?,?(?: (?:in|from|to) (?:from )?(?:black|silence|zero))?"
    r"(?: (?:over|for|of|lasting|during|within|time|duration|length|to|is|at|in|the start|the end))*"
    r" ?[:=]? ?(?:the )?"
)
_WHAT = r"(?: (?:it|them|the \w+(?: \w+)?|out and|in and))?"
_ZH_OVER = r"(?:效果|时间|时长|动画|持续|设为|设置|为|是|用|:|=|\(| )*"

_SET = r"(?: of|:| =| is| to| set to| must be| should be| must read)?"
_ZH_SET = r"(?:设为|设置为|设成|改成|改为|变成|调到|调整为|选择|为|是|用|:|=)?"


def _named(english: str, chinese: str, kind: str) -> tuple[str, ...]:
    """The usual ways to name a value: "style of the title to …", "style …", "样式为…"."""
    return (
        rf"\b(?:{english}) of [^,;]{{1,60}}? (?:to|at|is|be|:) ?<{kind}>",
        rf"\b(?:{english}){_SET} ?<{kind}>",
        rf"(?:{chinese}){_ZH_SET} ?<{kind}>",
    )


PHRASES: dict[str, tuple[str, ...]] = {
    "fade_in": (
        rf"fad(?:e|es|ed|ing){_WHAT}[- ]in\b{_OVER}<time|range>",
        rf"fad(?:e|es|ed|ing){_WHAT}[- ]in and (?:fade )?out{_OVER}<time|range>",
        r"<time>(?: long)?(?: audio| video)? fade[- ]?in\b",
        r"<time> fades? in and out",
        rf"淡入淡出{_ZH_OVER}各?为?{_ZH_OVER}<time|range>",
        rf"(?:淡入|渐入|渐显){_ZH_OVER}<time|range>",
        r"<time|range>的?(?:时间|时长)?(?:内)?的?(?:淡入|渐入|渐显)",
    ),
    "fade_out": (
        rf"fad(?:e|es|ed|ing){_WHAT}[- ]out\b{_OVER}<time|range>",
        rf"\band out\b{_OVER}<time|range>",
        r"<time>(?: long)?(?: audio| video)? fade[- ]?out\b",
        rf"(?:淡出|渐出|渐隐){_ZH_OVER}<time|range>",
        r"<time|range>的?(?:时间|时长)?(?:内)?的?(?:淡出|渐出|渐隐)",
    ),
    "style": (
        *_named("style", "样式|风格", "text"),
        r"<text> (?:text |title )?style\b",
        r"<text> ?的?(?:样式|风格)",
    ),
    "color": (
        *_named("colou?r|colou?red|colou?r in", "颜色", "text"),
        r"<text> (?:text |font |letter )?colou?r\b",
        r"<text> ?的?(?:颜色|色)",
    ),
    "font": (
        *_named(r"font(?: family| face)?|typeface", "字体", "text"),
        r"<text> (?:font|typeface)\b",
        r"<text> ?的?字体",
    ),
    "size": (
        *_named(r"(?:font |text )?size", "字号|字体大小|文字大小|大小", "number"),
        r"<number>[- ]?(?:points?|pts?|px|pixels?)\b",
        r"<number> ?(?:号|点|像素|磅)",
    ),
    "opacity": (
        *_named(r"opacity|opaque|transparency", "不透明度", "percent"),
        r"<percent>[- ]?(?:opacity|opaque)",
        r"<percent>的?不透明度",
    ),
    "scale": (
        *_named(r"scaled?(?: down)?|sized?|width|wide", "缩放|宽度|尺寸|大小|占画面", "percent"),
        r"<percent>(?:[- ](?:of the )?(?:size|scale|width|wide)|"
        r" (?:of|as wide as) the (?:screen|frame|picture|canvas|video))",
        r"<percent>的?(?:大小|宽度|尺寸)",
    ),
    "volume": (
        *_named(r"volume|level|loudness|gain", "音量|响度|声音", "percent|level|factor"),
        r"\bat (?:a )?(?:volume (?:of )?|level (?:of )?)?<percent|level>",
        r"<percent|level>[- ](?:volume|level|loudness|of (?:its|the) (?:original )?(?:volume|level))",
        r"<percent|level>的?(?:音量|响度)",
        r"(?:to|到|至|为|成) ?<percent|level>",
        r"<percent|level>",
    ),
    "voice": (
        *_named(r"voice(?: named| called)?", "声音|音色|嗓音|声线", "text"),
        r"\bin (?:the|a) <text> voice\b",
        r"<text> voice\b(?![- ]?over)",
        r"<text> ?的?(?:声音|音色|嗓音|声线)",
        r"由 ?<text> ?(?:朗读|配音|播报)",
    ),
}

_POSITIONS: tuple[tuple[str, str], ...] = (
    (r"\b(?:top|upper)[- ]left\b|左上", "top-left"),
    (r"\b(?:top|upper)[- ]right\b|右上", "top-right"),
    (r"\b(?:bottom|lower)[- ]left\b|左下", "bottom-left"),
    (r"\b(?:bottom|lower)[- ]right\b|右下", "bottom-right"),
    (r"\bbottom\b|底部|下方|下部|底端|底下|最下", "bottom"),
    (r"\btop\b(?! of )|顶部|上方|上部|顶端|最上", "top"),
    (r"\b(?:cent(?:er(?:ed)?|red?)|middle)\b|居中|中央|中间|正中|中心", "center"),
    (r"\b(?:on|at|to) the left\b|\bat left\b|\bleft (?:side|edge)|\bleft\b|左侧|左边|左方", "left"),
    (r"\b(?:on|at|to) the right\b|\bright\b|右侧|右边|右方", "right"),
)
_QUOTED_POSITION = pattern(r"(?:\bat|\bposition(?: is| to)?:?|位置(?:为|是)?:?|位于) ?<text>")
_COLORS: tuple[tuple[str, str], ...] = (
    (r"\bin white\b|\bwhite\b|白色", "white"),
    (r"\byellow\b|黄色", "yellow"),
    (r"\bred\b|红色", "red"),
    (r"\bblue\b|蓝色", "blue"),
    (r"\bgreen\b|绿色", "green"),
    (r"\borange\b|橙色", "orange"),
    (r"\b(?:in|colou?r|text|to) black\b|黑色", "black"),
    (r"\bpink\b|粉色", "pink"),
    (r"\bgold(?:en)?\b|金色", "gold"),
)
_SIZES = ((r"\bbigger\b|\blarger\b|大一[点些]|更大|放大", 72), (r"\bsmaller\b|小一[点些]|更小", 36))


def first(clause: Clause, table: Iterable[tuple[str, Any]]) -> Any | None:
    """The meaning of the first phrase of `table` that occurs."""
    return next((meaning for phrase, meaning in table if clause.has(phrase)), None)


def option(clause: Clause, name: str) -> Any | None:
    """The value of the option; None when the clause has none."""
    return clause.take(*PHRASES[name])


def length_of(value: object) -> int | None:
    """Milliseconds of a time, or of a range where "over the last 2 s" was read as one."""
    if isinstance(value, Time):
        return value.ms
    if isinstance(value, Range):
        return -value.start if value.start < 0 else (value.end or 0) - value.start
    return None


def level_of(value: Decibels | Fraction | float | None) -> float | None:
    """A level 0-2 from a share or from decibels (below 0 dB is quieter)."""
    if value is None:
        return None
    share = 10 ** (value.db / 20) if isinstance(value, Decibels) else float(value)
    return round(min(2.0, max(0.0, share)), 3)


def fades(clause: Clause) -> dict[str, object]:
    """`fade_in` and `fade_out` in milliseconds; one time serves both in "fade in and out"."""
    both = clause.has(
        r"fad\w+[- ]in and (?:fade )?out|淡入淡出|淡入和?(?:与|、)?淡出各|fades? of .{0,12}both"
    )
    found = {key: length_of(option(clause, key)) for key in ("fade_in", "fade_out")}
    if both:
        one = found["fade_in"] or found["fade_out"]
        found = {"fade_in": one, "fade_out": found["fade_out"] or one}
    return {key: value for key, value in found.items() if value}


def position(clause: Clause) -> str | None:
    """The place on the screen that the clause names, in the draft's spelling."""
    found = first(clause, _POSITIONS)
    return found if isinstance(found, str) else _quoted_position(clause)


def _quoted_position(clause: Clause) -> str | None:
    names = {name for _, name in _POSITIONS}
    for match in _QUOTED_POSITION.finditer(clause.text, 0, LONGEST):
        i = index(match[1])
        if i not in clause.used and clause.values.items[i] in names:
            clause.used.add(i)
            return str(clause.values.items[i])
    return None


def text_options(clause: Clause) -> dict[str, object]:
    """Position, style, color, size, font and fades of a text, as draft keys."""
    found: dict[str, Any] = fades(clause)
    for name in ("style", "font", "size"):
        found[name] = option(clause, name)
    color = option(clause, "color")
    found["color"] = first(clause, _COLORS) if color is None else color
    found["pos"] = position(clause)
    size = first(clause, _SIZES) if found["size"] is None else found["size"]
    found["size"] = None if size is None else int(size)
    return {key: value for key, value in found.items() if value is not None}
