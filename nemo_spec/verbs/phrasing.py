"""Times, ranges, numbers and quoted texts as they stand in an instruction.

A text of the user stands in double quotes as a JSON string: whatever it says, it stays inside.
"""

from __future__ import annotations

import json
import unicodedata

from nemo_spec.language.values import (
    Decibels,
    Loudness,
    Point,
    Range,
    Spot,
    apart,
    show_decibels,
    show_number,
)

_as_json = json.JSONEncoder(ensure_ascii=False).encode


def quoted(text: str) -> str:
    """The text as a JSON string in which control, format and separator characters are escaped."""
    literal = _as_json(text)
    if literal.isprintable():
        return literal
    return "".join(_escaped(character) for character in literal)


def _escaped(character: str) -> str:
    if character.isprintable() or unicodedata.category(character) == "Mn":
        return character
    return json.dumps(character)[1:-1]


def seconds(milliseconds: int) -> str:
    """`3 seconds`, `1 second`, `0.25 seconds`."""
    return f"{bare(milliseconds)} second{'' if milliseconds == 1000 else 's'}"


def bare(milliseconds: int) -> str:
    """Seconds as a plain number."""
    return show_number(milliseconds / 1000)


def at(point: Point) -> str:
    """`at 3 seconds`, `at the end`; the point is in ms."""
    return "at the end" if point == "end" else f"at {seconds(point)}"


def over(range_: Range) -> str:
    """`from 0 to 3 seconds`, `from 5 seconds to the end`, `the last 5 seconds`."""
    if range_.start < 0:
        return f"over the last {seconds(-range_.start)}"
    if range_.end == "end":
        return f"from {seconds(range_.start)} to the end"
    return f"from {bare(range_.start)} to {seconds(range_.end)}"


def over_all(range_: Range | None) -> str:
    """Like `over`; without a range, the whole video."""
    return over(range_) if range_ else "over the whole video"


def ranges(several: tuple[Range, ...]) -> str:
    """Several ranges as one list: `0 to 3 seconds and 5 to 7 seconds`."""
    return " and ".join(_part(range_) for range_ in apart(several))


def _part(range_: Range) -> str:
    if range_.start < 0:
        return f"the last {seconds(-range_.start)}"
    return over(range_)


def zh_seconds(milliseconds: int) -> str:
    """Milliseconds as seconds in Chinese."""
    return f"{bare(milliseconds)}秒"


def zh_at(point: Point) -> str:
    """A point (ms) as a place in Chinese."""
    return "结尾处" if point == "end" else f"第{bare(point)}秒处"


def zh_over(range_: Range) -> str:
    """A range (ms) in Chinese."""
    if range_.start < 0:
        return f"最后{zh_seconds(-range_.start)}"
    if range_.end == "end":
        return f"从{zh_seconds(range_.start)}到结尾"
    return f"从{zh_seconds(range_.start)}到{zh_seconds(range_.end)}"


def zh_over_all(range_: Range | None) -> str:
    """Like `zh_over`; without a range, the whole video."""
    return f"时间{zh_over(range_)}" if range_ else "贯穿整个视频"


def zh_ranges(several: tuple[Range, ...]) -> str:
    """Several ranges (ms) as one list in Chinese."""
    return "、".join(zh_over(range_) for range_ in apart(several))


def percent(value: float) -> str:
    """A value of 0 to 100 or more with its sign: `35%`."""
    return f"{show_number(value)}%"


_ZH_POSITIONS = {
    "top": "顶部", "center": "中央", "bottom": "底部", "left": "左侧", "right": "右侧",
    "top-left": "左上角", "top-right": "右上角", "bottom-left": "左下角", "bottom-right": "右下角",
}  # fmt: skip


def position(place: str | Spot) -> str:
    """`in the top-left corner`, `at the bottom`, `in the center`, `centered 40% from the left and …`."""
    if isinstance(place, Spot):
        return f"centered {percent(place.x)} from the left and {percent(place.y)} from the top"
    if "-" in place:
        return f"in the {place} corner"
    if place == "center":
        return "in the center"
    return f"at the {place}" if place in ("top", "bottom") else f"on the {place}"


def zh_position(place: str | Spot) -> str:
    """A place in the frame in Chinese."""
    if isinstance(place, Spot):
        return f"中心位于横向{percent(place.x)}、纵向{percent(place.y)}处"
    return f"位于{_ZH_POSITIONS[place]}"


def volume(level: Loudness) -> str:
    """`35%`, `-12 dB`, `+3 dB`; the same in both languages."""
    if isinstance(level, Decibels):
        return show_decibels(level).replace("dB", " dB")
    return percent(level)


_TRANSITIONS = {
    "fade": ("fade", "淡化"),
    "wipe-left": ("wipe-left", "向左擦除"),
    "wipe-right": ("wipe-right", "向右擦除"),
    "slide-left": ("slide-left", "向左滑动"),
    "slide-right": ("slide-right", "向右滑动"),
    "dip-black": ("dip-to-black", "闪黑"),
    "dip-white": ("dip-to-white", "闪白"),
}


def transition(kind: str) -> str:
    """A kind of transition as an adjective: `wipe-left`, `dip-to-black`."""
    return _TRANSITIONS[kind][0]


def zh_transition(kind: str) -> str:
    """A kind of transition in Chinese."""
    return _TRANSITIONS[kind][1]
