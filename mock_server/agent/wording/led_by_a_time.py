"""A time that leads two orders, or the second of them, said of each that it is about: "at 20 seconds,
insert b.mp4 and show a title", "mute it and, from 30 on, show the logo". Said of a message before its
values are read."""

import re
from re import Match

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.rules import Replacement, Rules, plainly

_N = r"(?:[0-9]+(?::[0-9]{2})+|[0-9]+(?:\.[0-9]+)?|[a-z]+(?:[ -][a-z]+)?)"
_S = r"(?: ?(?:s|secs?|seconds?)\b)?"
_AT = rf"(?:at (?:second )?{_N}{_S}|{_N} (?:s|secs?|seconds?) in(?=,))"
_DURING = (
    rf"(?:(?:from|between) (?:second )?{_N}{_S} ?(?:to|and|-|until) ?{_N}{_S}"
    rf"|(?:in|for|during|over) the (?:first|last|opening|final|closing) {_N}{_S}"
    rf"|(?:in|for|during) the (?:first|second|last) (?:half|third|quarter)"
    rf"|from (?:second )?{_N}{_S} on(?:wards?)?|{_AT})"
)
_THING = r"(?:(?:the|an?) (?:title|caption|subtitle|lower[- ]third|logo|whoosh|ding|beep)\b|<:text|file>)"
_DOES = (
    r"(?:add|put|show|insert|place|display|write|play|start|mute|silence|make|turn|blur|zoom|speed|slow"
    r"|reverse|set|raise|lower|have|use|bring)\b"
)
_SHOWS = r"(?:add|put|show|insert|place|display|write|play|start)\b"
_NO_TIME = (
    r"(?:(?!\b(?:and|then|at|from|until|till|after|before|first|last|end|start of|under|background"
    r"|everything|whole|entire|throughout)\b)[^,.;\n])+"
)
_END = r"(?=[ 。.!]*\Z)"
_HOW = (
    r"(?:double speed|half speed|[0-9.]+x(?: speed)?|muted?|silent|black and white|reversed?|sepia)"
)
_T_ZH = "(?:第?[0-9.]+|[一二两三四五六七八九十]+)秒(?!钟?(?:到|至|-|[之以]?后|起|开始(?!播|放|显)))"
_SPOT_ZH = f"(?:在|到)?{_T_ZH}(?:处|时|的时候|开始)?"
_SHOWS_ZH = "(?:显示|加上|加入|加|放上|放|播放|弹出|出现|响起|响|来)"
_NO_TIME_ZH = (
    "(?:(?![0-9一二两三四五六七八九十]秒[^,。;]*[到至]|[到至][0-9]|最后|结尾|开头|全程|一直|背景|配乐|整)"
    "[^,。;\n])+?"
)
_LAYER = r"(?:the )?(?:title|caption|subtitle|lower[- ]third|logo|watermark|music|song)"
_LAYER_ZH = "(?:标题|字幕|人名条|logo|水印|背景音乐|音乐|配乐)"


_SHOWN = Regex(_SHOWS, re.IGNORECASE)


def _each_at(found: Match[str]) -> str:
    return _both(*found.groups())


def _both(when: str, first: str, second: str) -> str:
    verb = "" if _SHOWN.match(second) else "add "
    lasts = _LASTS.search(second)
    if lasts and not _LASTS.search(first) and _IS_SHOWN.match(first):
        first += lasts[0]
    told = [f"{when}, {first}", f"{when}, {verb}{second}"]
    # What is put in moves what stands there.
    return ". ".join(reversed(told) if _INSERTS.match(second) else told)


_LASTS = Regex(r" for (?:[0-9.]+|[a-z]+) (?:s|secs?|seconds?)\b", re.IGNORECASE)
_IS_SHOWN = Regex(
    r"(?:show|display|put up|put|add)\b.*\b(?:logo|title|caption|subtitle|lower third|text)",
    re.IGNORECASE,
)
_INSERTS = Regex(r"insert\b", re.IGNORECASE)


_RULES: Rules[Replacement] = Rules(
    (
        # --- both
        (
            rf"\A[ ,]*({_AT}),? ((?:{_SHOWS}|append\b) {_NO_TIME}|split {_NO_TIME}|zoom {_NO_TIME}"
            rf"|freeze {_NO_TIME})"
            rf",? and (?:also )?((?:{_SHOWS} |{_THING}|an? (?!half|quarter)){_NO_TIME}|{_THING}){_END}",
            _each_at,
        ),
        (
            rf"\A[ ,]*(insert <:file> )({_AT}) and (?:also )?"
            rf"((?:{_SHOWS} |{_THING}|an? (?!half|quarter)){_NO_TIME}?)"
            rf"(?: as well| too)?{_END}",
            lambda found: _both(found[2], found[1], found[3]),
        ),
        (
            rf"\A[ ,]*({_SPOT_ZH}),?({_NO_TIME_ZH}),?(?:并且?|同时|然后|再)"
            rf"({_SHOWS_ZH}{_NO_TIME_ZH}){_END}",
            r"\1\2。\1\3",
        ),
        (
            rf"\A[ ,]*((?:show|display|add|put up) )({_THING}(?: ?<:text>)?) and ({_THING}(?: ?<:text>)?)"
            rf" ({_AT}( for (?:[0-9.]+|[a-z]+) (?:s|secs?|seconds?)\b)){_END}",
            r"\1\2 \4. \1\3 \4",
        ),
        # --- without a word in front of it
        (
            r"(\A[ ,]*|[,;.\n] ?)([0-9]{1,2}:[0-9]{2}):? "
            r"(?=(?:(?:the |a )?(?:title|caption|subtitle|lower[- ]third)s? ?<:text>|fade to black))",
            r"\1at \2 ",
        ),
        # --- several manners
        (
            rf"\A[ ,]*({_HOW}), ({_HOW})(?:, ({_HOW}))?,? (?:both |all )?(from {_N}{_S} ?(?:to"
            rf"|-) ?{_N}{_S})"
            rf"{_END}",
            lambda found: f"{found[4]}, " + " and ".join(one for one in found.groups()[:3] if one),
        ),
        # --- the second one
        (rf",? and, ({_DURING}), ?(?=(?:please )?{_DOES}|{_THING})", r". \1, "),
        (
            rf",? and ((?:in|for|during) the (?:first|last) {_N}{_S}) (?=(?:please )?{_DOES}|{_THING})",
            r". \1, ",
        ),
        # --- where two things end
        (
            rf"\b(?:remove|hide|drop|stop|end|cut) ({_LAYER}) and ({_LAYER}) (?:after|from) (?=[0-9])"
            rf"({_N}{_S})(?: on(?:wards?)?)?{_END}",
            r"end \1 at \3. end \2 at \3",
        ),
        (
            rf"\b(?:stop|end|cut(?: off)?) ({_LAYER}) and ({_LAYER}) at (?=[0-9])({_N}{_S}){_END}",
            r"end \1 at \3. end \2 at \3",
        ),
        (
            rf"\A[ ,]*(?:从|在|到)?((?:第?[0-9.]+|[一二两三四五六七八九十]+)秒)(?:[以之]?后|起|开始)就?"
            rf"(?:去掉|隐藏|不显示|删掉|关掉|撤掉)({_LAYER_ZH})(?:和|与|、)({_LAYER_ZH}){_END}",
            r"\2在\1结束。\3在\1结束",
        ),
    )
)  # fmt: skip


def each_at_its_time(text: str) -> str:
    """`text` in which each order has the time that leads it."""
    return _RULES.apply(text, plainly)
