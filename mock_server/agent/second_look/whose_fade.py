"""Fades that are said of one thing, or of each, and are those of another, or of one alone."""

import re

from mock_server.agent.second_look.edit import Edit, differs, has
from mock_server.agent.second_look.words import words
from mock_server.agent.values.lazily import Regex

_KEYS = ("fade_in", "fade_out")
_THE_FADES = words(
    r"\b(?:both|the|all|its|those) fades?\b", "淡入(?:和|与|、)?淡出|淡[入出]时[间长]"
)
_VIDEO = words(r"\b(?:video|clip|footage|film|movie|picture)\b", "视频|画面|片|镜头")


def _fades_what_had_none(plain: str, edit: Edit) -> bool:
    """ "Make both fades 2 seconds", and the video gets two, where only the music had any."""
    return (
        has(edit.before[1], *_KEYS)
        and bool(edit.gained(*_KEYS))
        and bool(_THE_FADES.search(plain))
        and not _VIDEO.search(plain)
    )


_ANOTHER_LENGTH = words(
    r"\bfade[ -]?(?:in|out)?(?:'s| is| are| was)? (?:far |much |a bit |a little |way |still )*"
    r"(?:too|a bit|slightly|much)"
    r" (?:long|short|slow|fast|quick|abrupt|longer|shorter|slower|faster|quicker)\b"
    r"|\b(?:longer|shorter|slower|quicker|faster) fade\b|\b(?:lengthen|shorten|extend) (?:the )?fade\b",
    "淡[入出](?:时间|时长|效果)?(?:再|太|更|还是|有点|有些|稍微)+[^,，。]{0,2}[长短快慢久急]",
)


def _fades_more_what_had_none(plain: str, edit: Edit) -> bool:
    """ "淡出再慢一点，4秒", and the picture fades out, where only the music did."""
    return (
        has(edit.before[1], *_KEYS)
        and bool(edit.gained(*_KEYS))
        and bool(_ANOTHER_LENGTH.search(plain))
        and not _VIDEO.search(plain)
    )


_BOTH_FADES = words(r"\bboth fades\b", "两个?(?:淡入淡出|淡化)")


def _fades_one_of_all(plain: str, edit: Edit) -> bool:
    """ "Both fades 2 seconds", and nobody knows of what, where there is more than the video."""
    return (
        bool(edit.before[1])
        and bool(edit.gained(*_KEYS))
        and bool(_BOTH_FADES.search(plain))
        and not (_VIDEO.search(plain))
    )


_EACH_FADES = words(
    r"\beach (?:of (?:them|which) )?(?:fad|with an? fade)",
    "(?:都|各|分别)[^,，。]{0,4}[淡渐][入出]",
)


def _fades_one_of_each(plain: str, edit: Edit) -> bool:
    """ "Title 'Hi' …, caption 'Yo' …, each fading in over half a second", and one of them does."""
    faded = [bool({*_KEYS} & one.keys()) for one in edit.added]
    return any(faded) and not all(faded) and bool(_EACH_FADES.search(plain))


_NOT_ADDED = Regex(
    r"\W*(?:please )?fade (?:out|in)\b(?![^.;]*\b(?:add|play|put|use|with|as)\b)", re.IGNORECASE
)
_SILENCE = words(
    r"\b(?:no sound|without sound|mute\w*|silen\w+)\b[^.;]*\bthen fade (?:it"
    r"|the sound)\b",
    "静音[^。]*再?淡[入出]声音",
)


def _fades_what_is_not_there(plain: str, edit: Edit) -> bool:
    """ "Fade out song.mp3 at 20 seconds" where none plays; "no sound for the first 5 seconds, then fade it
    in", and the picture fades in."""
    added = [one for one in edit.added if one["role"] == "music"]
    if any({*_KEYS} & one.keys() and one["s"] > 0 for one in added) and _NOT_ADDED.match(plain):
        return True
    quiet = [now for now in edit.after[0] if now.get("vol") == 0 and {*_KEYS} & now.keys()]
    gained = bool(edit.gained(*_KEYS)) and bool(quiet)
    return gained and bool(_SILENCE.search(plain))


_GOES = Regex(
    r"\b(?:take|remove|drop|lose|delete|get rid of)\b[^,.;]{0,24}\bfade[- ]?(?P<edge>in|out)\b"
    r"|(?:去掉|删掉|取消|不要)[^,，。]{0,6}淡(?P<edge_zh>[入出])",
    re.IGNORECASE,
)


def _fades_all_the_same(plain: str, edit: Edit) -> bool:
    """ "Take the music's fade-in away, keep its fade-out", and it fades in for another time."""
    keys = {
        "fade_in" if (one["edge"] or one["edge_zh"]).lower() in ("in", "入") else "fade_out"
        for one in _GOES.finditer(plain)
    }
    pairs = [*edit.altered, *edit.clips]
    return any(
        was.get(key) and now.get(key) not in (None, was[key]) for was, now in pairs for key in keys
    )


_OF_A_TEXT = Regex(
    r"(?:\A|[,，。;；、])[ ]*(?:文字|标题|字幕|字)[^,，。;；淡音画视]{0,8}淡(?:(?P<into>入)|出)"
)
_TEXTS = ("title", "caption", "lower-third")


def _fades_no_text(plain: str, edit: Edit) -> bool:
    """ "音乐两秒淡出，文字一秒淡入", and it is the music that fades in."""
    for told in _OF_A_TEXT.finditer(plain):
        key = "fade_in" if told["into"] else "fade_out"
        others = [one for one in edit.layers if one[1] and differs(*one, key)]
        if others and not any(now.get("role") in _TEXTS for _, now in others):
            return True
    return False


_SO_LONG = Regex(r"淡(?:(?P<into>入)|出) *(?P<n>\d+(?:\.\d+)?) *秒")


def _fades_as_long_as_usual(plain: str, edit: Edit) -> bool:
    """ "淡入2秒，音乐淡入，不是画面", and the music fades in for 1 s."""
    for told in _SO_LONG.finditer(plain):
        key = "fade_in" if told["into"] else "fade_out"
        new = [
            float(now[key]) for was, now in edit.changes if key in now and differs(was, now, key)
        ]
        if new and float(told["n"]) * 1_000 not in new and set(new) == {1_000.0}:
            return True
    return False


CHECKS = (
    _fades_as_long_as_usual,
    _fades_no_text,
    _fades_all_the_same,
    _fades_one_of_each,
    _fades_what_is_not_there,
    _fades_what_had_none,
    _fades_more_what_had_none,
    _fades_one_of_all,
)
