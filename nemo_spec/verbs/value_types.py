"""The kinds of value that a verb can take: which tokens they are, how they are read and written.

A field of a verb class is annotated with one of the aliases below; binding, printing, help and the
JSON schema all read the `Kind` inside it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Annotated, Any, Literal, get_args
from unicodedata import normalize

from pydantic import Field

from nemo_spec.language import values
from nemo_spec.language.diagnostics import Invalid
from nemo_spec.language.grammar import Token
from nemo_spec.language.values import DAY, Decibels, Loudness, Point, Range, Spot, Sweep
from nemo_spec.verbs.colors import read_color


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of value.

    `tokens` are the grammar's terminals that may be one; `words`, where given, the only words. `read`
    turns the written form into the value and raises `Invalid`; `show` writes it. `sample` stands for
    it in a usage line, `like` is one such value, `about` says what may be written, `stored` what the
    number in the plan counts, `bounds` the smallest and the largest, `synonyms` lead from the words of
    other programs to its own. `place`: it is a point or a range
    of the timeline, which an edit of time shifts.
    """

    called: str
    tokens: tuple[str, ...]
    read: Callable[[str], Any]
    show: Callable[[Any], str]
    sample: str
    words: tuple[str, ...] = ()
    like: str = ""
    about: str = ""
    stored: str = ""
    bounds: tuple[float, float] | None = None
    synonyms: Mapping[str, str] = field(default_factory=dict, hash=False)
    place: Literal["", "point", "range"] = ""

    def accepts(self, token: Token) -> bool:
        """Whether a token can be a value of this kind."""
        if token.type == "WORD":
            return token.value in self.words if self.words else "WORD" in self.tokens
        return token.type in self.tokens


def _within(
    read: Callable[[str], float], low: float, high: float, unit: str
) -> Callable[[str], Any]:
    def checked(written: str) -> float:
        value = float(read(written))
        if not low <= value <= high:
            bounds = f"{values.show_number(low)} to {values.show_number(high)}{unit}"
            raise Invalid(f"`{written}` is out of bounds", f"use {bounds}", "E107")
        return value

    return checked


def _number(suffix: str) -> Callable[[str], float]:
    return lambda written: values.read_number(written, suffix)


def _suffixed(suffix: str) -> Callable[[float], str]:
    return lambda value: values.show_number(value) + suffix


def _bounded(
    called: str, token: str, suffix: str, bounds: tuple[float, float], like: str, what: str = ""
) -> Kind:
    low, high = (values.show_number(bound) for bound in bounds)
    return Kind(
        called,
        (token,),
        _within(_number(suffix), *bounds, suffix),
        _suffixed(suffix),
        f"N{suffix}",
        like=like,
        about=f"`{like}`, {what}from {low} to {high}{suffix}",
        stored=_STORED.get(suffix, ""),
        bounds=bounds,
    )


def _swept(kind: Kind) -> Kind:
    """The same kind, which may also go evenly from one value to another."""
    assert kind.bounds is not None
    low, high = kind.bounds
    suffix = kind.sample.removeprefix("N")
    within = _within(_number(suffix), low, high, suffix)

    def read(written: str) -> float | Sweep:
        if "-" not in written:
            number: float = within(written)
            return number
        sweep = values.read_sweep(written, suffix)
        for end in (sweep.start, sweep.end):
            within(values.show_number(end) + suffix)
        return sweep

    def show(value: float | Sweep) -> str:
        if isinstance(value, Sweep):
            return values.show_sweep(value, suffix)
        return kind.show(value)

    return replace(
        kind,
        tokens=(*kind.tokens, "SWEEP"),
        read=read,
        show=show,
        sample=f"N{suffix}|N-N{suffix}",
        about=f"{kind.about}; `{values.show_number(low)}-{kind.like}` goes evenly from one to the other",
    )


def words_kind(
    called: str, literal: Any, sample: str = "", synonyms: Mapping[str, str] | None = None
) -> Kind:
    """The kind whose values are the words of a `Literal`; without a `sample` all of them are shown."""
    words: tuple[str, ...] = get_args(literal)
    about = "one of " + " ".join(f"`{word}`" for word in words)
    shown = sample or "|".join(words)
    return Kind(called, (), str, str, shown, words, words[0], about, synonyms=synonyms or {})


_STORED = {"%": "percent", "x": "times as fast", "fps": "frames per second"}


def _read_level(written: str) -> float:
    if not written.startswith("-") and written != "0dB":
        raise Invalid("levels are below 0 dB", f"write `-{written.lstrip('+')}`", "E107")
    return -values.read_number(written.removeprefix("-"), "dB")


def _read_volume(written: str) -> Loudness:
    if written.endswith("dB"):
        return Decibels(_within(lambda w: values.read_signed(w, "dB"), *_GAINS, "dB")(written))
    percent: float = _within(_number("%"), *_VOLUMES, "%")(written)
    return percent


def _show_volume(volume: Loudness) -> str:
    if isinstance(volume, Decibels):
        return values.show_decibels(volume)
    return f"{values.show_number(volume)}%"


def _read_loudness(written: str) -> float:
    if not written.startswith("-"):
        raise Invalid("loudness is below 0 LUFS", f"write `-{written.lstrip('+')}`", "E107")
    return values.read_signed(written, "LUFS")


def _read_range(written: str) -> Range:
    word, _, amount = written.partition(" ")
    if amount.isascii() and amount.isdigit():
        raise Invalid(f"`{amount[:40]}` is a number, not a time", f"write `{written}s`")
    if word == "first":
        return Range(0, values.read_time(amount))
    if word == "last":
        if not (length := values.read_time(amount)):
            raise Invalid("the duration is zero", "write a longer time", "E107")
        return Range(-length, "end")
    left, right = values.range_ends(written)
    return Range(values.read_time(left), values.read_point(right))


def _read_duration(written: str) -> int:
    if written == "start":
        raise Invalid("`start` is a place, not a duration", "write a time such as `2s`")
    return values.read_time(written)


def _read_length(written: str) -> int | Range:
    is_range = "-" in written or " " in written
    return _read_range(written) if is_range else _read_duration(written)


def _show_length(value: int | Range) -> str:
    return values.show_range(value) if isinstance(value, Range) else values.show_time(value)


def _read_ratio(written: str) -> str:
    wide, _, high = written.partition(":")
    if not (high.isdigit() and 1 <= len(wide) <= 3 and len(high) <= 3 and int(wide) and int(high)):
        raise Invalid(f"`{written}` is not an aspect ratio", "write it like `9:16`")
    return f"{int(wide)}:{int(high)}"


def _read_size(written: str) -> str:
    if len(written) > 11:
        raise Invalid("too many digits", "write a size such as `1080p`", "E107")
    return written


def _read_place(written: str) -> str | Spot:
    return values.read_spot(written) if "%" in written else written


def _show_place(place: str | Spot) -> str:
    return values.show_spot(place) if isinstance(place, Spot) else place


def _read_name(written: str) -> str:
    return normalize("NFC", written)


_TIMES = ("TIME", "CLOCK", "NUMBER")
_POINT_WORDS = ("start", "end")
_LEVELS = (-90, 0)
_LOUDNESSES = (-40, -5)
_GAINS = (-90, 6)
_VOLUMES = (0, 200)

_DURATION = Kind(
    "a time", _TIMES, _read_duration, values.show_time, "T",
    like="2s",
    about="`3s` `0.5s` `250ms` `2m` `1m30s` `1:30` `1:02:03.250`, up to 24 hours",
    stored="milliseconds",
    bounds=(0, DAY),
)  # fmt: skip
_POINT = Kind(
    "a time", _TIMES, values.read_point, values.show_point, "T", _POINT_WORDS,
    like="12s",
    about="a place on the timeline: a time such as `12s` or `1:30`, or `start` or `end`",
    stored="milliseconds from the start, or `end`",
    place="point",
)  # fmt: skip
_RANGE = Kind(
    "a range", ("RANGE",), _read_range, values.show_range, "RANGE",
    like="0-3s",
    about="from – to: `0-3s` `1:30-2:00` `5s-end`, or `first 8s`, or `last 5s`",
    stored="milliseconds; a negative start counts from the end",
    place="range",
)  # fmt: skip
_LENGTH = Kind(
    "a time or a range", ("RANGE", *_TIMES), _read_length, _show_length, "T|RANGE",
    like="60s",
    about="`60s`, or anything from – to: `9-11s`",
    stored="milliseconds",
)  # fmt: skip
_TEXT = Kind(
    "a text", ("TEXT",), str, values.show_text, '"…"',
    like='"…"',
    about="in `\"…\"` or `'…'`; `{name}` inserts a variable",
)  # fmt: skip
_COLOR = replace(
    _TEXT,
    called="a colour",
    read=read_color,
    like='"#ffcc00"',
    about='by name or by number: `"white"` `"#ffcc00"`; two more digits are its opacity',
)
_NAME = Kind(
    "a name", ("WORD",), _read_name, str, "NAME",
    like="a",
    about="letters, digits and `_`, a letter first; case counts",
)  # fmt: skip
_CODE = Kind(
    "a language code", ("WORD",), _read_name, str, "CODE",
    like="zh-CN",
    about="a language by its code: `en` `zh-CN` `ja` `pt-BR`",
)  # fmt: skip
_LEVEL = Kind(
    "a level", ("DECIBEL",), _within(_read_level, *_LEVELS, "dB"), _suffixed("dB"), "-NdB",
    like="-35dB",
    about="`-35dB`, from -90 to 0dB",
    stored="decibels",
    bounds=_LEVELS,
)  # fmt: skip
_LOUDNESS = Kind(
    "a loudness", ("LUFS",), _within(_read_loudness, *_LOUDNESSES, "LUFS"), _suffixed("LUFS"),
    "-NLUFS",
    like="-14LUFS",
    about="`-14LUFS`, from -40 to -5LUFS, over all of it",
    stored="LUFS",
    bounds=_LOUDNESSES,
)  # fmt: skip
_RATIO = Kind(
    "an aspect ratio", ("CLOCK",), _read_ratio, str, "W:H",
    like="9:16",
    about="width to height: `16:9` `9:16` `1:1` `4:5`",
)  # fmt: skip
_COUNT = Kind(
    "a number", ("NUMBER",), values.read_number, values.show_number, "N",
    like="3",
    about="`3`, a whole number",
)  # fmt: skip
_SIZE = Kind(
    "a size", ("SIZE",), _read_size, str, "SIZE",
    like="1080p",
    about="`1080p` `720p`, or width by height: `1080x1920`; up to 1920x1080, or 1080x1920",
)  # fmt: skip
_COMPARISON = Kind(
    "a comparison", ("OPERATOR",), str, str, "<|<=|=|>=|>",
    like="<",
    about="`<` `<=` `=` `>=` `>`",
)  # fmt: skip
_VOLUME = Kind(
    "a volume", ("PERCENT", "DECIBEL"), _read_volume, _show_volume, "N%|NdB",
    like="35%",
    about="`35%`, a volume from 0 to 200%, or in decibels, `-12dB` or `+3dB`, from -90 to +6dB",
    stored="percent, or decibels",
)  # fmt: skip
_ZOOM = _swept(_bounded("a zoom", "PERCENT", "%", (100, 1000), "130%", "a part of the size, "))
_SHARE = _bounded("a percentage", "PERCENT", "%", (0, 100), "60%")
_WIDTH = _bounded("a percentage", "PERCENT", "%", (0.1, 100), "15%")
_SPEED = _swept(_bounded("a speed", "FACTOR", "x", (0.1, 10), "1.5x"))
_FRAME_RATE = _bounded("a frame rate", "FPS", "fps", (1, 60), "30fps")
_POINTS = _bounded("a number", "NUMBER", "", (1, 1000), "48", "a size in points ")


def _limits(kind: Kind) -> Any:
    assert kind.bounds is not None
    low, high = kind.bounds
    return Field(ge=low, le=high)


Duration = Annotated[int, _DURATION, _limits(_DURATION)]
At = Annotated[Point, _POINT]
TimeRange = Annotated[Range, _RANGE]
Length = Annotated[int | Range, _LENGTH]
Text = Annotated[str, _TEXT]
Color = Annotated[str, _COLOR]
Name = Annotated[str, _NAME]
Code = Annotated[str, _CODE]
Volume = Annotated[Annotated[float, Field(ge=_VOLUMES[0], le=_VOLUMES[1])] | Decibels, _VOLUME]
Share = Annotated[float, _SHARE, _limits(_SHARE)]
Zooming = Annotated[float | Sweep, _ZOOM]
Width = Annotated[float, _WIDTH, _limits(_WIDTH)]
Level = Annotated[float, _LEVEL, _limits(_LEVEL)]
Lufs = Annotated[float, _LOUDNESS, _limits(_LOUDNESS)]
Speed = Annotated[Annotated[float, _limits(_SPEED)] | Sweep, _SPEED]
FrameRate = Annotated[float, _FRAME_RATE, _limits(_FRAME_RATE)]
Ratio = Annotated[str, _RATIO]
Count = Annotated[int, _COUNT, Field(ge=0)]
Points = Annotated[float, _POINTS, _limits(_POINTS)]
Size = Annotated[str, _SIZE]
Comparison = Annotated[Literal["=", "<", "<=", ">", ">="], _COMPARISON]
_PositionWord = Literal[
    "top", "center", "bottom", "left", "right", "top-left", "top-right", "bottom-left", "bottom-right"
]  # fmt: skip
_SideWord = Literal["top", "bottom", "left", "right"]
_LayoutWord = Literal["left-right", "top-bottom"]
_FillWord = Literal["fit", "fill", "blur"]
_QualityWord = Literal["high", "medium", "low"]
_PLACE = Kind(
    "a place in the frame", ("SPOT",), _read_place, _show_place, "P", get_args(_PositionWord),
    like="40%,25%",
    about="`40%,25%`, percent of the frame from its left and from its top, or a word: "
    + " ".join(f"`{word}`" for word in get_args(_PositionWord)),
    stored="percent of the frame",
)  # fmt: skip
Place = Annotated[_PositionWord | Spot, _PLACE]
_TransitionWord = Literal[
    "fade", "wipe-left", "wipe-right", "slide-left", "slide-right", "dip-black", "dip-white"
]
_OTHER_TRANSITIONS = {
    **dict.fromkeys(("dissolve", "crossfade", "cross-fade", "crossdissolve", "cross-dissolve"), "fade"),
    **dict.fromkeys(("wipe", "wipeleft"), "wipe-left"),
    **dict.fromkeys(("slide", "push", "slideleft", "push-left"), "slide-left"),
    **dict.fromkeys(("wiperight",), "wipe-right"),
    **dict.fromkeys(("slideright", "push-right"), "slide-right"),
    **dict.fromkeys(("dip", "black", "dip-to-black", "fadeblack", "fade-black"), "dip-black"),
    **dict.fromkeys(("white", "flash", "dip-to-white", "fadewhite", "fade-white"), "dip-white"),
}  # fmt: skip
Position = Annotated[_PositionWord, words_kind("a position", _PositionWord, "POSITION")]
Side = Annotated[_SideWord, words_kind("a side", _SideWord)]
Layout = Annotated[_LayoutWord, words_kind("a layout", _LayoutWord)]
Fill = Annotated[_FillWord, words_kind("a way to fill", _FillWord)]
Quality = Annotated[_QualityWord, words_kind("a quality", _QualityWord)]
TransitionKind = Annotated[
    _TransitionWord,
    words_kind("a kind of transition", _TransitionWord, "TRANSITION", _OTHER_TRANSITIONS),
]
Format = Annotated[Literal["mp4"], words_kind("a format", Literal["mp4"])]
_PictureWord = Literal["png", "jpg"]
_SoundWord = Literal["mp3", "wav", "m4a"]
_CaptionWord = Literal["srt", "vtt"]
PictureFormat = Annotated[_PictureWord, words_kind("a format", _PictureWord)]
SoundFormat = Annotated[_SoundWord, words_kind("a format", _SoundWord)]
CaptionFormat = Annotated[_CaptionWord, words_kind("a format", _CaptionWord)]

KINDS = (
    _TEXT, _DURATION, _POINT, _RANGE, _LENGTH, _VOLUME, _SHARE, _WIDTH, _LEVEL, _LOUDNESS, _SPEED, _SIZE,
    _RATIO, _ZOOM, _PLACE, _FRAME_RATE, _COUNT, _POINTS, _COLOR, _COMPARISON, _NAME, _CODE,
)  # fmt: skip
"""The kinds that several words or numbers may be, in the order in which they are explained."""
