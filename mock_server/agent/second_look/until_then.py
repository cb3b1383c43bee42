"""What is like one thing for a while and then like another, and what is to come twice: no layer changes in
its middle, and none is copied."""

import re

from mock_server.agent.lexicon.named_last import THING
from mock_server.agent.second_look.edit import Edit, differs
from mock_server.agent.second_look.words import words
from mock_server.agent.values.lazily import Regex
from mock_server.timeline.tracks import end_of

_LIKE = ("vol", "scale", "opacity", "size", "color", "pos", "x", "style", "font", "rotate", "duck")
_A_WHILE_THEN = words(
    r"\b(?:until|till|up to|for) [^,.;]{1,24}?(?:,|\band\b|;|\.)? ?(?:and )?(?:then|after that|afterwards"
    r"|from then on)\b",
    "秒钟?(?:之后|以后)?[,，。;； ]*(?:然后|接着|随后|之后|再)",
)


def _is_otherwise_all_along(plain: str, edit: Edit) -> bool:
    """ "Show the logo for 10 seconds then move it to the left", and it is there for 10 s, on the left."""
    ended = any(
        differs(was, now, *_LIKE) and end_of(now) < end_of(was) for was, now in edit.altered
    )
    same = edit.before[0] == edit.after[0]
    return ended and same and bool(_A_WHILE_THEN.search(plain))


_WHAT = rf"(?:{THING}|video|clip|footage|picture)"
_COPIES = Regex(
    rf"(?:\A|[,.;!]|\b(?:and|then|please|first|you|to|just))\s*(?:duplicate|copy|clone"
    r"|(?:make|create|add) an? (?:copy|duplicate|clone) of)"
    rf" (?:(?:the|my|this|that|our) (?:first |second |last |other )?{_WHAT}\b(?!'s|s? from)|(?:it|them)\b)"
    "|复制(?:一[下份个遍])*(?:这个|那个|第[一二三]个)?(?:标题|字幕|人名条|logo|水印|贴图|音乐|配乐"
    "|旁白|音效|画中画|片段|视频)(?!的)"
    "|(?:标题|字幕|人名条|logo|水印|贴图|音乐|配乐|旁白|音效|画中画|片段|视频)复制(?:一[下份个遍]|[,，])",
    re.IGNORECASE,
)


def _copies_nothing(plain: str, edit: Edit) -> bool:
    """ "Duplicate the title and make it red", and there is one title still, which is red."""
    more = len(edit.after[0]) > len(edit.before[0]) or bool(edit.added)
    return bool(edit.values) and not more and bool(_COPIES.search(plain))


_BY_THE_MUSIC = words(
    r"\b(?:before|where|while|when|until|with|in which|during which) (?:the|my) (?:\w+ )?(?:music|song)\b",
    "(?:音乐|歌曲?|配乐)(?:开始|响起)?(?:之前|以前|前)",
)


def _leaves_the_music_behind(plain: str, edit: Edit) -> bool:
    """ "Keep only the part where the music plays": music stays where it was, and begins in its middle."""
    if edit.ends[1] >= edit.ends[0] or not _BY_THE_MUSIC.search(plain):
        return False
    was, now = (
        [one["s"] for one in side[1] if one.get("role") == "music"]
        for side in (edit.before, edit.after)
    )
    first = edit.after[0][0] if edit.after[0] else {}
    begun = bool(first) and first.get("in", 0) > edit.before[0][0].get("in", 0)
    return begun and len(was) == 1 and was == now and was[0] > 0


_FADES_EACH = Regex(
    rf"\bfad(?:e|es|ing)\b(?:(?!\bfad)[^.;])*?(?:,|\band) (?:the )?{THING} (?:in|over|during|for|within)"
    r" the (?:last|final|closing|first|opening)\b"
    "|淡[入出][^。;；]*[,，](?:标题|字幕|logo|水印|音乐|配乐|人名条|旁白)(?:在)?(?:最?[前后]|最后|开头)"
    "[0-9.一二两三四五六七八九十半]+秒[ 。]*\\Z",
    re.IGNORECASE,
)


def _is_there_for_its_fade(plain: str, edit: Edit) -> bool:
    """ "Fade out the picture in the last 2 seconds and the music in the last 5", and that is all of it."""
    shorter = any(now["d"] < was["d"] for was, now in edit.altered)
    same = edit.ends[0] == edit.ends[1]
    return shorter and same and bool(_FADES_EACH.search(plain))


CHECKS = (
    _is_otherwise_all_along,
    _copies_nothing,
    _leaves_the_music_behind,
    _is_there_for_its_fade,
)
