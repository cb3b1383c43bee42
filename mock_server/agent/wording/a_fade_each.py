"""Two fades told with one verb, the second without saying what it is: "give the video a one-second fade in
and the music a two-second one", "给画面加2秒淡出,音乐加4秒的". Said before the times are read."""

import re
from collections.abc import Sequence
from functools import partial

from mock_server.agent.values.placeholders import HAN, pattern
from mock_server.agent.wording.shown import Shown

_THING = (
    r"(?:(?:the|my|our) (?:whole )?(?:video|picture|clip|footage|image|(?:background )?music|song|title"
    r"|caption|logo|watermark|voice-?over|lower[- ]third)(?: <:text>)?|<:text>|<:file>"
    r"|(?-i:[A-Z])[a-z]+)"
)
_LONG = r"(?:half|[0-9]+(?:\.[0-9]+)?|one|two|three|four|five|six|seven|eight|nine|ten)"
_LENGTH = rf"(?:{_LONG}(?:[- ]a)?[- ]?(?:seconds?|secs?|s)(?:[- ]long)?)"
_AGAIN = rf"an? ({_LENGTH})(?: (?:one|fade(?![- ]?(?:in|out))))?"
_END = r"(?=[ .!]*(?:\n|\Z)|[.!;] |,? and (?:make|mute|cut|add|set|turn|put|remove|delete)\b)"
_GIVEN = pattern(
    rf"\bgive ({_THING}) an? ({_LENGTH}) fade[- ]?(in|out),? (?:and|but) ({_THING}) {_AGAIN}{_END}"
)
_GIVEN_OF = pattern(
    rf"\bgive ({_THING}) an? fade[- ]?(in|out) of ({_LENGTH}),? (?:and|but) ({_THING}) (?:one )?of"
    rf" ({_LENGTH}){_END}"
)
_TOLD = pattern(
    rf"({_THING}) ((?:should |must |has to |needs to )?)fades? (in|out) (for"
    rf"|over) ({_LENGTH}),? (?:and|but)"
    rf" ({_THING}) (?:for|over) ({_LONG})((?:[- ](?:seconds?|secs?|s))?){_END}"
)
_FADED = pattern(
    rf"\bfade ({_THING}) (in|out) (for|over) ({_LENGTH}),? (?:and|but) ({_THING}) (?:for|over)"
    rf" ({_LONG})((?:[- ](?:seconds?|secs?|s))?){_END}"
)
_LOGO = pattern(
    rf"\bgive (the (?:logo|watermark)) an? (?:({_LENGTH}) fade[- ]?(in|out)"
    rf"|fade[- ]?(in|out) of ({_LENGTH}))(?: and an? ({_LENGTH}) fade[- ]?(in|out))?"
)
_N = "[0-9.一二两三四五六七八九十半]+秒"
_THING_ZH = "(?:画面|视频|(?:背景)?音乐|配乐|标题|字幕|人名条|logo|水印|<:text>|<:file>)"
_ADDS = "(?:加上?|来|用|做|设|配|要)(?:个|一个)?"
_GIVEN_ZH = pattern(
    rf"((?:给|为|让)?{_THING_ZH} ?{_ADDS})({_N})的?([淡渐][入出])(?:效果)?,?(?:再|并|而)?(给|为|让)?"
    rf"({_THING_ZH}) ?(?:则|就|再)?({_ADDS})?({_N})的(?=[,，。.!;；\n]|\Z)"
)


def _whole(length: str) -> str:
    """A length as "over" takes it: "one-second" is one second."""
    return re.sub(r"^half[- ]second", "half a second", length.replace("-", " "), flags=re.I)


def _each_given(found: re.Match[str]) -> str:
    one, length, way, other, long = found.groups()
    return _of_both(one, way, length, other, long)


def _each_given_of(found: re.Match[str]) -> str:
    one, way, length, other, long = found.groups()
    return _of_both(one, way, length, other, long)


def _of_both(one: str, way: str, length: str, other: str, long: str) -> str:
    return f"give {one} a {length} fade {way}, and give {other} a {long} fade {way}"


def _each_told(found: re.Match[str]) -> str:
    one, must, way, over, length, other, long, unit = found.groups()
    verb = "fade" if must else "fades"
    said = f"{long}{unit or ' seconds'}"
    return f"{one} {must}{verb} {way} {over} {length}, and {other} {must}{verb} {way} {over} {said}"


def _each_faded(found: re.Match[str]) -> str:
    one, way, over, length, other, long, unit = found.groups()
    said = f"{long}{unit or ' seconds'}"
    return f"fade {one} {way} {over} {length}, and fade {other} {way} {over} {said}"


def _of_the_logo(shown: Sequence[Shown], found: re.Match[str]) -> str:
    """A logo that is there gets a fade; without one, it is added with it."""
    if not any(one.role == "overlay" for one in shown):
        return found[0]
    logo, long, way, other_way, length, more, third = found.groups()
    said = f"fade {logo} {way or other_way} over {_whole(long or length)}"
    return said + (f", and fade {logo} {third} over {_whole(more)}" if more else "")


def _each_in_chinese(found: re.Match[str]) -> str:
    one, length, way, to, other, adds, long = found.groups()
    return f"{one}{length}{way},{to or ''}{other}{adds or ''}{long}{way}"


_THINGS = (
    r"((?:both |all )?(?:the |my )?(?:texts|titles|captions|titles? and (?:the )?captions?|title"
    r"|caption|logo"
    r"|watermark|music|song|voice-?over|lower[- ]third)(?:,? and (?:the )?(?:title|caption|logo|music|song"
    r"|texts?|lower[- ]third))?|both texts)"
)
_IN_AND_OUT = pattern(
    rf"\A[ ,]*fade in and (?:fade )?out,? (?:over )?({_LENGTH}) each,? (?:for |on )?{_THINGS}(?=[ .!]*\Z)"
)
_A_FADE = pattern(
    rf"\A[ ,]*(?:add )?(?:an? )?({_LENGTH}) fade[- ]?(in|out) (?:for|on|to) {_THINGS}(?=[ .!]*\Z)"
)
_FADE_OF = pattern(
    rf"\A[ ,]*(?:add )?(?:an? )?fade[- ]?(in|out) of ({_LENGTH}) (?:for|on|to) {_THINGS}(?=[ .!]*\Z)"
)


def a_fade_each(text: str, shown: Sequence[Shown]) -> str:
    """`text` in which each of two things has a fade of its own."""
    if HAN.search(text):
        return _GIVEN_ZH.sub(_each_in_chinese, text) if "淡" in text or "渐" in text else text
    if "fade" not in text.lower():
        return text
    text = _IN_AND_OUT.sub(lambda one: f"fade {one[2]} in and out over {_whole(one[1])}", text)
    text = _A_FADE.sub(lambda one: f"fade {one[3]} {one[2]} over {_whole(one[1])}", text)
    text = _FADE_OF.sub(lambda one: f"fade {one[3]} {one[1]} over {_whole(one[2])}", text)
    for rule, said in (
        (_GIVEN, _each_given), (_GIVEN_OF, _each_given_of), (_TOLD, _each_told), (_FADED, _each_faded),
        (_LOGO, partial(_of_the_logo, shown)),
    ):  # fmt: skip
        text = rule.sub(said, text)
    return text
