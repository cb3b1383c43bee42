"""The kinds of value that a verb can take: which tokens they are, how they are read and written.

A field of a verb class is annotated with one of the aliases below; binding, printing, help and the
JSON schema all read the `Kind` inside it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from lark import Token
from pydantic import Field

from nemo_spec.language import values
from nemo_spec.language.values import DAY, Invalid, Point, Range


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of value.

    `tokens` are the grammar's terminals that may be one; `words`, where given, the only words. `read`
    turns the written form into the value and raises `Invalid`; `show` writes it. `sample` stands for
    it in help.
    """

    called: str
    tokens: tuple[str, ...]
    read: Callable[[str], Any]
    show: Callable[[Any], str]
    sample: str
    words: tuple[str, ...] = ()

    def accepts(self, token: Token) -> bool:
        if token.type == "WORD":
            return token.value in self.words if self.words else "WORD" in self.tokens
        return token.type in self.tokens


def _within(
    read: Callable[[str], float], low: float, high: float, unit: str
) -> Callable[[str], Any]:
    def checked(written: str) -> float:
        value = read(written)
        if not low <= value <= high:
            bounds = f"{values.show_number(low)} to {values.show_number(high)}{unit}"
            raise Invalid(f"`{written}` is out of bounds", f"use {bounds}", "E107")
        return value

    return checked


def _number(suffix: str) -> Callable[[str], float]:
    return lambda written: values.read_number(written, suffix)


def _suffixed(suffix: str) -> Callable[[float], str]:
    return lambda value: values.show_number(value) + suffix


def _percent(high: int) -> Kind:
    read = _within(_number("%"), 0, high, "%")
    return Kind("a percentage", ("PERCENT",), read, _suffixed("%"), "N%")


def _words(called: str, *words: str) -> Kind:
    return Kind(called, (), str, str, "|".join(words), words)


def _read_level(written: str) -> float:
    if not written.startswith("-") and written != "0dB":
        raise Invalid("levels are below 0 dB", f"write `-{written}`", "E107")
    return -values.read_number(written.removeprefix("-"), "dB")


def _read_range(written: str) -> Range:
    word, _, amount = written.partition(" ")
    if word == "first":
        return Range(0, values.read_time(amount))
    if word == "last":
        return Range(-values.read_time(amount), "end")
    left, right = values.range_ends(written)
    return Range(values.read_time(left), values.read_point(right))


def _read_duration(written: str) -> int:
    if written == "start":
        raise Invalid("`start` is a place, not a duration", "write a time such as `2s`")
    return values.read_time(written)


def _read_length(written: str) -> int | Range:
    return _read_range(written) if "-" in written else _read_duration(written)


def _show_length(value: int | Range) -> str:
    return values.show_range(value) if isinstance(value, Range) else values.show_time(value)


def _read_ratio(written: str) -> str:
    wide, _, high = written.partition(":")
    if not (high.isdigit() and 1 <= len(wide) <= 3 and len(high) <= 3 and int(wide) and int(high)):
        raise Invalid(f"`{written}` is not an aspect ratio", "write it like `9:16`")
    return f"{int(wide)}:{int(high)}"


def _read_name(written: str) -> str:
    return written


_TIMES = ("TIME", "CLOCK", "NUMBER")
_POINT_WORDS = ("start", "end")
_POSITIONS = (
    "top", "center", "bottom", "left", "right",
    "top-left", "top-right", "bottom-left", "bottom-right",
)  # fmt: skip

_DURATION = Kind("a time", _TIMES, _read_duration, values.show_time, "T")
_POINT = Kind("a time", _TIMES, values.read_point, values.show_point, "T", _POINT_WORDS)
_RANGE = Kind("a range", ("RANGE",), _read_range, values.show_range, "RANGE")
_LENGTH = Kind("a time or a range", ("RANGE", *_TIMES), _read_length, _show_length, "T|RANGE")
_TEXT = Kind("a text", ("TEXT",), str, values.show_text, '"…"')
_NAME = Kind("a name", ("WORD",), _read_name, str, "NAME")
_SPEED = Kind("a speed", ("FACTOR",), _within(_number("x"), 0.1, 10, "x"), _suffixed("x"), "Nx")
_LEVEL = Kind("a level", ("DECIBEL",), _within(_read_level, -90, 0, "dB"), _suffixed("dB"), "-NdB")
_RATIO = Kind("an aspect ratio", ("CLOCK",), _read_ratio, str, "W:H")
_FRAME_RATE = Kind(
    "a frame rate", ("FPS",), _within(_number("fps"), 1, 60, "fps"), _suffixed("fps"), "Nfps"
)
_COUNT = Kind("a number", ("NUMBER",), values.read_number, values.show_number, "N")
_SIZE = Kind("a size", ("SIZE",), str, str, "1080p")
_POINTS = Kind("a number", ("NUMBER",), _within(_number(""), 1, 1000, ""), values.show_number, "N")
_COMPARISON = Kind("a comparison", ("OPERATOR",), str, str, "<")

Duration = Annotated[int, _DURATION, Field(ge=0, le=DAY)]
At = Annotated[Point, _POINT]
Stretch = Annotated[Range, _RANGE]
Length = Annotated[int | Range, _LENGTH]
Text = Annotated[str, _TEXT]
Name = Annotated[str, _NAME]
Volume = Annotated[float, _percent(200), Field(ge=0, le=200)]
Share = Annotated[float, _percent(100), Field(ge=0, le=100)]
Level = Annotated[float, _LEVEL, Field(ge=-90, le=0)]
Speed = Annotated[float, _SPEED, Field(ge=0.1, le=10)]
FrameRate = Annotated[float, _FRAME_RATE, Field(ge=1, le=60)]
Ratio = Annotated[str, _RATIO]
Count = Annotated[int, _COUNT, Field(ge=0)]
Points = Annotated[float, _POINTS, Field(ge=1, le=1000)]
Size = Annotated[str, _SIZE]
Comparison = Annotated[Literal["=", "<", "<=", ">", ">="], _COMPARISON]
Position = Annotated[
    Literal[
        "top", "center", "bottom", "left", "right",
        "top-left", "top-right", "bottom-left", "bottom-right",
    ],
    _words("a position", *_POSITIONS),
]  # fmt: skip
Fill = Annotated[Literal["fit", "fill", "blur"], _words("a way to fill", "fit", "fill", "blur")]
Quality = Annotated[Literal["high", "medium", "low"], _words("a quality", "high", "medium", "low")]
Format = Annotated[Literal["mp4"], _words("a format", "mp4")]
