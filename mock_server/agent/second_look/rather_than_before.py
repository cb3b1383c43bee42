"""What puts the message before right, held against what that has done: an edge of its stretch, a change in
the place of a level, a colour that is not wanted after all."""

import re
from itertools import pairwise

from mock_server.agent.second_look.edit import Edit, differs
from mock_server.agent.second_look.words import DIGITS_ZH, words
from mock_server.agent.values.lazily import Regex
from mock_server.timeline.tracks import end_of

_BRIEF = 40  # characters
_N = r"[0-9]+(?:\.[0-9]+)?(?![0-9.]*[0-9])"
_UNTIL = words(
    rf"\b(?:up to|until|till|to|before) (?P<n>{_N})\b",
    rf"(?:到|前)第?(?P<m>{_N})秒|(?<![0-9.])(?P<k>{_N})秒(?:之前|以前|为止)",
)
_SINCE = words(
    rf"\b(?:from|after|since) (?P<n>{_N})\b",
    rf"从第?(?P<m>{_N})秒|(?<![0-9.])(?P<k>{_N})秒(?:之后|以后|起|开始)",
)
_OF_A_CLIP = ("vol", "color", "speed", "reverse", "rotate")


def _stretch(made: Edit) -> tuple[int, int]:
    """From when to when, ms, a part of the video was changed, or cut; (0, 0) where it was not only one."""
    before, after = made.before[0], made.after[0]
    gaps = [
        (end_of(one), end_of(one) + other.get("in", 0) - one.get("out", 0))
        for one, other in pairwise(after)
        if one.get("src") == other.get("src") and other.get("in", 0) > one.get("out", 0)
    ]
    if made.ends[0] != made.ends[1]:
        return gaps[0] if len(gaps) == 1 else (0, 0)
    new = [one for one in after if before and differs(before[0], one, *_OF_A_CLIP)]
    a_part = new and len(before) == 1 and len(new) < len(after)
    return (new[0]["s"], end_of(new[-1])) if a_part else (0, 0)


def _reaches_an_edge(message: str, made: Edit, edit: Edit) -> bool:
    """ "Mute 20 to 35", "actually only up to 30", and the first 20 seconds are silent, too."""
    start, end = _stretch(made)
    if len(message) > _BRIEF or not (made.before[0] and edit.after[0]) or start == end:
        return False
    for said, place, bound in ((_UNTIL, 0, "in"), (_SINCE, -1, "out")):
        found = said.search(message)
        if found is None or not start < 1_000 * float(found["n"] or found["m"] or found["k"]) < end:
            continue
        first, then, now = made.before[0][place], made.after[0][place], edit.after[0][place]
        keys = (*_OF_A_CLIP, bound)
        if not differs(first, then, *keys) and differs(first, now, *keys):
            return True
        if edit.ends[1] < edit.ends[0]:
            return True  # that cuts more than it, or something else
    return False


_BY = words(
    r"\b(?:meant?|rather|no|not|sorry|actually)\b.*\b(?:down|up) by (?P<p>[0-9]+) ?%",
    r"\b(?:meant?|rather|no|not|sorry|actually)\b.*\b(?P<q>[0-9]+) ?% (?:quieter|smaller|less|lower)\b",
    "(?:不对|是说|说的是|应该是?|错了).*[降减低小](?:低|少)?(?:(?P<n>[一二三四五六七八九])成|"
    "(?P<of>[二三四五])分之一)",
)
_LEVELS = ("vol", "scale", "size")


def _changes_it_once_more(message: str, made: Edit, edit: Edit) -> bool:
    """ "Music at 40%", "I meant down by 40%", and it is 40 % less than that."""
    found = _BY.search(message)
    if found is None:
        return False
    percent = found["p"] or found["q"]
    share = int(percent) / 100 if percent else DIGITS_ZH.index(found["n"] or "零") / 10
    share = 1 / DIGITS_ZH.index(found["of"]) if found["of"] else share
    down = "up by" not in message.lower()
    old = {one.get("id"): one for one in (*made.before[0], *made.before[1])}
    return any(
        abs(now.get(key, 1) - old[now["id"]].get(key, 1) * (1 - share if down else 1 + share))
        > 0.01
        for was, now in edit.changes
        for key in _LEVELS
        if now.get("id") in old and differs(was, now, key)
    )


_THAT = Regex(
    r"\W*(?:(?:no|actually|sorry)[ ,]+)*make (?:that|it) (?:half|a third|a quarter|[0-9]+ ?%)[ .!]*"
    r"|[ ,，]*(?:不对[,，])?(?:改成|改为|换成)(?:一半|[二三四五]分之一|[0-9]+%)(?:吧|就好)?[ 。.!！]*",
    re.IGNORECASE,
)
_STEPS = 20  # who tells a level tells one of these


def _tells_by_or_to(message: str, made: Edit, edit: Edit) -> bool:
    """ "Logo 20% smaller", "make that half": half as big as it was, or as it is?"""
    if not _THAT.fullmatch(message):
        return False
    half = re.search("half|third|quarter|一半|分之", message, re.IGNORECASE)
    told = {
        now.get("id"): now[key]
        for was, now in made.altered
        for key in _LEVELS
        if key in now and differs(was, now, key)
    }
    return any(
        now.get("id") in told
        and (half or abs(told[now["id"]] * _STEPS - round(told[now["id"]] * _STEPS)) > 0.01)
        for was, now in edit.altered
        if differs(was, now, *_LEVELS)
    )


_UP = Regex(
    r"\W*(?:further |a bit |more )*(?:up|down|higher|lower)[ .!]*"
    r"|[ ,，]*(?:再)?[高低上下]一?[点些](?:吧)?[ 。.!！]*",
    re.IGNORECASE,
)


def _turns_up_what_was_moved(message: str, made: Edit, edit: Edit) -> bool:
    """ "Move the logo to the bottom right", "up", and the video is louder."""
    was_level = any(differs(*pair, *_LEVELS) for pair in made.changes)
    return bool(_UP.fullmatch(message)) and not was_level and edit.before[0] != edit.after[0]


_NOT_THAT_COLOR = words("(?:别|不要|不用)(?P<c>红|黄|蓝|绿|白|黑|橙|紫|粉)")
_COLORS = {
    "红": "red", "黄": "yellow", "蓝": "blue", "绿": "green", "白": "white", "黑": "black", "橙": "orange",
    "紫": "purple", "粉": "pink",
}  # fmt: skip


def _keeps_the_color(message: str, made: Edit, edit: Edit) -> bool:
    """ "标题改红色", "还是加粗吧，别红", and it is still red."""
    found = _NOT_THAT_COLOR.search(message)
    return found is not None and any(
        now.get("color") == _COLORS[found["c"]] for _, now in made.changes if "text" in now
        for one in edit.after[1] if one.get("id") == now.get("id") and one.get("color") == now["color"]
    )  # fmt: skip


_ANOTHER_TIME = words(
    r"\A\W*(?:(?:no|sorry|wait|actually|rather)\W+)*(?:(?:make|move|change)(?: it| that)?"
    r" )?(?:to|at) [0-9:.]+[^,;]*\Z",
    "\\A\\W*(?:不对[,，]?|还是)?(?:[改换挪移](?:到|在)|[改换][成为](?=[^,，]*(?:处|定格)))[^,，]*\\Z",
)
_LASTS = words(
    r"\b(?:long|longer|shorter|hold|held|last|lasts|for)\b", "长|短|停|持续|定[0-9]|时间"
)


def _is_another_stay(message: str, made: Edit, edit: Edit) -> bool:
    """ "30秒处定格4秒", "改到25秒", and it stands still for 25 seconds, or twice."""
    if made.frozen <= 0 or not _ANOTHER_TIME.match(message) or _LASTS.search(message):
        return False
    held = [[one["d"] for one in side.after[0] if "freeze" in one] for side in (made, edit)]
    return held[0] != held[1]


CHECKS = (
    _is_another_stay,
    _reaches_an_edge, _changes_it_once_more, _tells_by_or_to, _turns_up_what_was_moved, _keeps_the_color,
)  # fmt: skip
