"""What the values of a recipe mean: times, ranges, texts, levels, sizes.

Times are integer milliseconds. `read_*` turn the written form into the value and raise `Invalid`
with the cure; `show_*` write a value in its plainest form, so that reading it gives it back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from nemo_spec.language.diagnostics import Invalid
from nemo_spec.language.typos import as_value, timecode

DAY = 24 * 60 * 60 * 1000
"""The longest time, in milliseconds."""

Point = int | Literal["end"]
"""A place on a timeline: milliseconds from its start, or its end."""


@dataclass(frozen=True, slots=True)
class Range:
    """A half-open range of a timeline, in milliseconds; a negative start counts from the end."""

    start: int
    end: Point

    def joined(self, other: Range) -> Range | None:
        """Both as one; None unless they share a part, however long the timeline is."""
        if self.start < 0 or other.start < 0 or self.end == "end" or other.end == "end":
            return None
        if self.start >= other.end or other.start >= self.end:
            return None
        return Range(min(self.start, other.start), max(self.end, other.end))


def apart(ranges: Iterable[Range]) -> tuple[Range, ...]:
    """The ranges with those joined that share a part: a list that names a time twice can be read as one
    edit after another."""
    found: list[Range] = []
    for one in ranges:
        for other in tuple(found):
            if both := one.joined(other):
                found.remove(other)
                one = both
        found.append(one)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Sweep:
    """A slow, even change from one number to another, both in the unit of its kind."""

    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in the frame: percent of its width from the left, of its height from the top."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Decibels:
    """A volume as meters show it: 0 is as recorded, below is quieter."""

    db: float


Loudness = float | Decibels
"""A volume, in percent of what was recorded or in decibels."""


class Insert(NamedTuple):
    """`{name}` inside a text. `offset` is where the name stands, in characters from the quote."""

    name: str
    offset: int


# ---- Times ---------------------------------------------------------------------------------------

_UNITS = {"ms": 1, "s": 1000, "m": 60_000}
_TIME = re.compile(r"([0-9]+)(?:\.([0-9]+))?(ms|s|m)")
_MINUTES_SECONDS = re.compile(r"([0-9]+)m([0-9]+(?:\.[0-9]+)?s)")
_CLOCK = re.compile(r"(?:([0-9]+):)?([0-9]+):([0-9]+(?:\.[0-9]+)?)")


def read_time(written: str) -> int:
    """Milliseconds of `3s`, `0.5s`, `250ms`, `2m`, `1m30s`, `1:30`, `1:02:03.250` or `start`."""
    if written == "start":
        return 0
    if len(written) > 30:
        raise Invalid("this time has too many digits", "times go up to 24 hours", "E107")
    if ":" in written:
        return _within_day(_read_clock(written))
    if simple := _TIME.fullmatch(written):
        return _within_day(_scaled(simple[1], simple[2] or "", _UNITS[simple[3]]))
    if compound := _MINUTES_SECONDS.fullmatch(written):
        seconds = read_time(compound[2])
        if seconds >= 60_000:
            raise Invalid("seconds after minutes stay below 60", "write it all in seconds")
        return _within_day(int(compound[1]) * 60_000 + seconds)
    if written.isascii() and written.isdigit():
        raise Invalid(f"`{written}` is a number, not a time", f"write `{written}s`")
    right = as_value(written)
    cure = f"write `{right}`" if right else "times look like `3s`, `1m30s` or `1:30`"
    raise Invalid(f"`{written}` is not a time", cure)


def read_point(written: str) -> Point:
    """Like a time, or `end`."""
    return "end" if written == "end" else read_time(written)


def show_time(milliseconds: int) -> str:
    """`3s`, `0.25s`, `1m30s` – seconds up to two minutes, then minutes and seconds."""
    if milliseconds < 120_000:
        return f"{_decimal(milliseconds)}s"
    minutes, rest = divmod(milliseconds, 60_000)
    return f"{minutes}m{_decimal(rest)}s" if rest else f"{minutes}m"


def show_point(point: Point) -> str:
    """A point (ms, or `end`) as a recipe writes it."""
    return "end" if point == "end" else show_time(point)


def _read_clock(written: str) -> int:
    clock = _CLOCK.fullmatch(written)
    if not clock:
        if found := timecode(written):
            raise found
        raise Invalid(f"`{written}` is not a time", "write minutes:seconds, such as `1:30`")
    hours, minutes, seconds = clock[1], int(clock[2]), clock[3]
    whole, _, fraction = seconds.partition(".")
    if len(whole) != 2 or int(whole) > 59:
        raise Invalid(f"`{written}` is not a time", "seconds have two digits, 00 to 59")
    if hours is not None and (minutes > 59 or len(clock[2]) != 2):
        raise Invalid(f"`{written}` is not a time", "minutes after hours have two digits, 00 to 59")
    return int(hours or 0) * 3_600_000 + minutes * 60_000 + _scaled(whole, fraction, 1000)


def _scaled(whole: str, fraction: str, unit: int) -> int:
    numerator = int(fraction or "0") * unit
    divisor: int = 10 ** len(fraction)
    if numerator % divisor:
        raise Invalid("finer than a millisecond", "give at most three decimals of a second")
    return int(whole) * unit + numerator // divisor


def _within_day(milliseconds: int) -> int:
    if milliseconds > DAY:
        raise Invalid("longer than 24 hours", "times go up to 24 hours", "E107")
    return milliseconds


def _decimal(milliseconds: int) -> str:
    whole, rest = divmod(milliseconds, 1000)
    return f"{whole}.{rest:03}".rstrip("0") if rest else str(whole)


# ---- Ranges --------------------------------------------------------------------------------------

_BARE = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_SINGLE_UNIT = re.compile(r"[0-9]+(?:\.[0-9]+)?(ms|s|m)")


def range_ends(written: str) -> tuple[str, str]:
    """The two sides of `0-3s`, the left one with the unit that it takes from the right."""
    if found := timecode(written):
        raise found
    left, _, right = written.partition("-")
    if left == "end":
        cure = f"write `last {right}`" if _SINGLE_UNIT.fullmatch(right) else "write `last 5s`"
        raise Invalid("a range cannot begin at the end", cure)
    if left == "0":
        left = "start"
    if _BARE.fullmatch(left):
        unit = _SINGLE_UNIT.fullmatch(right)
        if not unit:
            right += "s" if _BARE.fullmatch(right) else ""
            raise Invalid(f"`{left}` has no unit", f"write `{left}s-{right}`")
        left += unit[1]
    if _BARE.fullmatch(right):
        raise Invalid(f"`{right}` has no unit", f"write `{written}s`")
    return left, right


def show_range(value: Range) -> str:
    """`0-3s`, `1s-end`, `last 5s`."""
    if value.start < 0:
        return f"last {show_time(-value.start)}"
    start = "0" if value.start == 0 else show_time(value.start)
    return f"{start}-{show_point(value.end)}"


# ---- Numbers -------------------------------------------------------------------------------------


def read_number(written: str, suffix: str = "") -> float:
    """The number before a suffix such as `%`: at most three decimals, at most 15 digits."""
    digits = written.removesuffix(suffix)
    if len(digits) > 15:
        raise Invalid("too many digits", "use a smaller number", "E107")
    if len(digits.partition(".")[2]) > 3:
        raise Invalid("too many decimals", "give at most three")
    number = float(digits)
    return int(number) if number.is_integer() else number


def show_number(number: float) -> str:
    """A number without needless zeros: `1.5`, `3`."""
    return f"{number:.3f}".rstrip("0").rstrip(".") if isinstance(number, float) else str(number)


def read_sweep(written: str, suffix: str) -> Sweep:
    """`100-130%` or `100%-130%`: the first side may go without the suffix, the second may not."""
    left, _, right = written.partition("-")
    left = left.removesuffix(suffix)
    if not (right.endswith(suffix) and _BARE.fullmatch(left)):
        raise Invalid(f"`{written[:40]}` is no change in {suffix}", f"write it like `1-2{suffix}`")
    return Sweep(read_number(left), read_number(right, suffix))


def show_sweep(sweep: Sweep, suffix: str) -> str:
    """`100-130%`."""
    return f"{show_number(sweep.start)}-{show_number(sweep.end)}{suffix}"


def read_spot(written: str) -> Spot:
    """`40%,25%`: at most 100 % each."""
    x, y = (read_number(side.strip(" \t"), "%") for side in written.split(","))
    if max(x, y) > 100:
        raise Invalid(f"`{written[:40]}` is outside the frame", "use 0% to 100%", "E107")
    return Spot(x, y)


def show_spot(spot: Spot) -> str:
    """`40%,25%`."""
    return f"{show_number(spot.x)}%,{show_number(spot.y)}%"


def read_signed(written: str, suffix: str) -> float:
    """The number before a suffix, with its sign: `-14`, `+3`, `0`."""
    sign = -1 if written.startswith("-") else 1
    return sign * read_number(written.lstrip("+-"), suffix) or 0


def show_decibels(level: Decibels) -> str:
    """`-12dB`, `+3dB`, `0dB`."""
    return f"{'+' if level.db > 0 else ''}{show_number(level.db)}dB"


def level_of(volume: Loudness) -> float:
    """A volume as drafts have it: 1 is as recorded."""
    return round(10 ** (volume.db / 20), 6) if isinstance(volume, Decibels) else volume / 100


# ---- Texts ---------------------------------------------------------------------------------------

_PIECE = re.compile(
    r"(?P<plain>[^\\{}]+)"
    r"|\\u\{(?P<hex>[0-9A-Fa-f]{1,6})\}"
    r"|\\(?P<escape>.)"
    r"|\{\{(?P<open>)|\}\}(?P<close>)"
    r"|\{(?P<name>\w+)\}"
    r"|(?P<brace>[{}])"
)
_ESCAPES = {"\\": "\\", '"': '"', "'": "'", "n": "\n", "t": "\t"}


def read_text(written: str) -> list[str | Insert]:
    """The pieces of a quoted text. One pass: what an escape gives is never a brace."""
    if "\0" in written:
        at = written.index("\0")
        raise Invalid("U+0000 is not a character", "delete it", "E110", (at, at + 1))
    if "\\" not in written and "{" not in written and "}" not in written:
        return [written[1:-1]]
    pieces: list[str | Insert] = []
    for match in _PIECE.finditer(written, 1, len(written) - 1):
        pieces.append(_read_piece(match))
    return pieces


def show_text(text: str) -> str:
    """The text in double quotes, braces and unprintable characters escaped."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    escaped = (
        escaped.replace("\n", "\\n").replace("\t", "\\t").replace("{", "{{").replace("}", "}}")
    )
    if escaped.isprintable():
        return f'"{escaped}"'
    return '"' + "".join(_show_character(character) for character in escaped) + '"'


def _read_piece(match: re.Match[str]) -> str | Insert:
    kind, at = match.lastgroup, match.span()
    if kind == "plain":
        return match[0]
    if kind == "name":
        return Insert(match["name"], match.start("name"))
    if kind == "hex":
        return _read_code_point(int(match["hex"], 16), at)
    if kind == "escape":
        if match["escape"] not in _ESCAPES:
            cure = rf"write `\\` for a backslash; {_ESCAPE_CURE}"
            raise Invalid(f"unknown escape `{match[0]}`", cure, "E110", at)
        return _ESCAPES[match["escape"]]
    if kind == "brace":
        cure = "write `{{` for a brace, `{name}` for a variable"
        if match[0] == "}":
            cure = "write `}}` for a brace"
        raise Invalid(f"a lone `{match[0]}` in a text", cure, "E110", at)
    return "{" if kind == "open" else "}"


_ESCAPE_CURE = r"""escapes are \\ \" \' \n \t \u{1F3AC}"""


def _read_code_point(code_point: int, at: tuple[int, int]) -> str:
    if code_point > 0x10FFFF or 0xD800 <= code_point <= 0xDFFF or code_point == 0:
        raise Invalid(f"U+{code_point:04X} is not a character", _ESCAPE_CURE, "E110", at)
    return chr(code_point)


def _show_character(character: str) -> str:
    return character if character.isprintable() else f"\\u{{{ord(character):X}}}"
