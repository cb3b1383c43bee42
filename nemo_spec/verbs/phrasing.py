"""Times, ranges, numbers and quoted texts as they stand in an instruction.

A text of the user stands in double quotes as a JSON string: whatever it says, it stays inside.
"""

from __future__ import annotations

import json
import unicodedata

from nemo_spec.language.values import Point, Range, show_number

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
    return "at the end" if point == "end" else f"at {seconds(point)}"


def over(stretch: Range) -> str:
    """`from 0 to 3 seconds`, `from 5 seconds to the end`, `the last 5 seconds`."""
    if stretch.start < 0:
        return f"over the last {seconds(-stretch.start)}"
    if stretch.end == "end":
        return f"from {seconds(stretch.start)} to the end"
    return f"from {bare(stretch.start)} to {seconds(stretch.end)}"


def ranges(stretches: tuple[Range, ...]) -> str:
    """Several stretches as one list: `0 to 3 seconds and 5 to 7 seconds`."""
    return " and ".join(_part(stretch) for stretch in stretches)


def _part(stretch: Range) -> str:
    if stretch.start < 0:
        return f"the last {seconds(-stretch.start)}"
    return over(stretch)


def zh_seconds(milliseconds: int) -> str:
    return f"{bare(milliseconds)}秒"


def zh_at(point: Point) -> str:
    return "结尾处" if point == "end" else f"第{bare(point)}秒处"


def zh_over(stretch: Range) -> str:
    if stretch.start < 0:
        return f"最后{zh_seconds(-stretch.start)}"
    if stretch.end == "end":
        return f"从{zh_seconds(stretch.start)}到结尾"
    return f"从{zh_seconds(stretch.start)}到{zh_seconds(stretch.end)}"


def zh_ranges(stretches: tuple[Range, ...]) -> str:
    return "、".join(zh_over(stretch) for stretch in stretches)


def percent(value: float) -> str:
    return f"{show_number(value)}%"
