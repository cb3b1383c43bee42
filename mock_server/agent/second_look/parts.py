"""Which parts of the video change: the clips by their number, what is before a time, what lasts as long as
something else."""

import re
from collections.abc import Iterator

from mock_server.agent import operations as op
from mock_server.agent.second_look.edit import Edit, has
from mock_server.agent.second_look.words import words
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import NUMBER, number
from mock_server.timeline.tracks import Segment

_NUMERALS = "一二三四五六七八九"
_CLIP = Regex(
    r"第([一二三四五六1-9])(?:段|个片段)|(?:最后一段|末段)|\bthe (first|second|third|last) clip\b",
    re.IGNORECASE,
)
_ORDINALS = ("first", "second", "third")
_OTHERS = words(
    r"\b(?:rest|others?|whole|all|both|every|each|video|everything)\b",
    "整|全|其[他余]|剩|都|所有|视频"
    r"|画面|每|开头|结尾|片[头尾]",
)
_COMES_OR_GOES = words(
    r"\b(?:append|insert|add|swap|move|join|split|put|order|transition|wipe|freeze|between|after|before"
    r"|then|come|play)\b",
    "[接插加拼移换调挪放]|切开|分成|拆|定格|转场|之[间前后]",
)
_SPARED = words(r"\b(?:keep|leave|not|but|except|stays?|alone|only)\b|n't\b", "[不别留除]|保持")
_TIMED = words(r"\d ?(?:s|sec\w*)\b|\bseconds\b|\d to \d", "秒")


def _clips(plain: str, count: int) -> list[int]:
    """The clips that are told by their numbers, from 0 on."""
    found = []
    for numeral, word in (one.groups() for one in _CLIP.finditer(plain)):
        if numeral:
            found.append(_NUMERALS.find(numeral) if numeral in _NUMERALS else int(numeral) - 1)
        else:
            known = word is not None and word.lower() in _ORDINALS
            found.append(_ORDINALS.index(word.lower()) if known else count - 1)
    return found


def _takes_the_wrong_clip(plain: str, edit: Edit) -> bool:
    """ "第一段前3秒黑白，第二段静音", and it is still the first that is silent."""
    was, now = edit.before[0], edit.after[0]
    told = set(_clips(plain, len(was)))
    if not told or len(was) == 1 or was == now or not _TIMED.search(plain) or max(told) >= len(was):
        return False
    if _COMES_OR_GOES.search(plain) or _SPARED.search(plain):
        return False
    still = [_plain(one) for one in now]
    kept = {i for i, one in enumerate(was) if _plain(one) in still}
    if any(i in kept for i in told):
        return True
    return not _OTHERS.search(plain) and len(kept) < len(was) - len(told)


def _plain(one: Segment) -> Segment:
    return {key: value for key, value in one.items() if key not in ("id", "s")}


_WHILE_IT_IS = words(
    "(?:这段?)?期间(?!的)|那段时间(?!的)|与此同时|[,，](?:画面同时|同时画面)",
    r"\b(?:during|in) (?:that|this) (?:time|period)\b|\bmeanwhile\b",
)


def _lasts_longer_than_that(plain: str, edit: Edit) -> bool:
    """ "加标题“一”，持续5秒，这期间静音", and all of the video is silent."""
    if not _WHILE_IT_IS.search(plain):
        return False
    was, now = edit.before[0], edit.after[0]
    alike = any(
        all(key in one for one in now) and not has(was, key)
        for key in ("vol", "color", "speed", "blur")
    )
    return alike or (edit.frozen > 0 and any(one["s"] == 0 for one in edit.added))


_STARTING = Regex(
    r"\A\W*(?:starting|beginning) (?:at|from) (?:second )?(\d+(?:\.\d+)?)", re.IGNORECASE
)


def _begins_too_early(plain: str, edit: Edit) -> bool:
    """ "starting at 30, mute the clip", and it is mute from the beginning."""
    found = _STARTING.search(plain)
    if found is None:
        return False
    changed = [now for _, now in edit.layers if now]
    at = round(float(found[1]) * 1_000)
    return not any(one["s"] == at for one in (*edit.after[0], *changed))


_BEFORE_AND_AFTER = words(
    r"秒(?:之前|以前|前)的?(?:都|全)?[^,，。]{0,4}[删剪去][^。；;]*[,，](?:之后|以后|后面|剩下)",
)
_MIDDLE = words(
    "(?<!画面)中(?:间)?(?:段|部分|那段)|中间(?:一|那)?段", r"\bthe middle (?:part|section|bit)\b"
)


def _reaches_another_part(plain: str, edit: Edit) -> bool:
    """ "10秒之前的删掉，之后的加速", counted from the new start; "中段静音", and all of it is."""
    was, now = edit.before[0], edit.after[0]
    if len(now) > 1 and edit.ends[0] != edit.ends[1] and _BEFORE_AND_AFTER.search(plain):
        return True
    whole = len(now) == 1 and was != now and edit.ends[0] == edit.ends[1]
    faster = len(now) == 1 and has(now, "speed") and not has(was, "speed")
    return (whole or faster) and bool(_MIDDLE.search(plain))


_FIRST_BARE = Regex(r"前[一二两三四五六七八九十\d]+后[一二两三四五六七八九十\d]+秒")


def _takes_one_end(plain: str, edit: Edit) -> bool:
    """ "前三后五秒都剪掉", and the start is still there."""
    return edit.before[0] != edit.after[0] and bool(_FIRST_BARE.search(plain))


_ONLY_PICTURE = words("只[留要](?:下)?画面", r"\b(?:keep|leave) only the picture\b")


def _cuts_for_the_picture(plain: str, edit: Edit) -> bool:
    """ "10到20秒只留画面", and the rest of the video is cut."""
    return edit.ends[1] < edit.ends[0] and bool(_ONLY_PICTURE.search(plain))


def _led(plain: str) -> Iterator[tuple[int, int]]:
    for one in _ADDED_AT.finditer(plain):
        start, end = one["from"] or one["start"], one["to"] or one["end"]
        yield round(float(start) * 1_000), round(float(end) * 1_000)


_ADDED_AT = Regex(
    r"(?:\A|[,，。；;])[ ]?(?:加|放|贴"
    r"|插入?)[^,，。；;0-9]*[,，][ ]?(?P<from>\d+(?:\.\d+)?)秒?[到至~-](?P<to>\d+(?:\.\d+)?)秒(?=[,，])"
    r"|\badd (?:a |an |the )?[^,.;0-9]*, (?:from )?(?P<start>\d+(?:\.\d+)?) ?s? ?(?:to"
    r"|-) ?(?P<end>\d+(?:\.\d+)?) ?(?:s|sec\w*)?(?=,)",
    re.IGNORECASE,
)
_THEN_MOVED = words(r"\b(?:then|move|push|shift)\b", "[移挪推]")
_AT_LAST = Regex(
    r"加[^,，]*[和与跟并][^,，]*[,，](?:在)?第?(\d+(?:\.\d+)?)秒?(?:处|时)?"
    r"(?:[到至-]\d+(?:\.\d+)?秒)?[ 。.!！]*\Z"
    r"|\badd\b[^,.;]*\band\b[^,.;]*, (?:at|from) (?:second )?(\d+(?:\.\d+)?)[^,.;]*\W*\Z",
    re.IGNORECASE,
)


def _gives_the_time_away(plain: str, edit: Edit) -> bool:
    """ "加标题“一”，5到8秒，画面模糊", and the title stands at 0-3 s; "加标题“一”和叮的音效，第5秒"."""
    if not edit.added or edit.ends[0] != edit.ends[1] or _THEN_MOVED.search(plain):
        return False
    starts = {one["s"] for one in edit.added if one.get("role") != "effect"}
    if starts and any(start not in starts for start, _ in _led(plain)):
        return True
    last = _AT_LAST.search(plain)
    return last is not None and starts != {round(float(last[1] or last[2]) * 1_000)}


_LED = Regex(
    r"\W*(?:between|from) (?:the )?(?:seconds? )?\d[\d:.]*[^,.;]{0,10}(?:and|to|until|-|–) ?\d"
    r"|\W*(?:从|在)?第?\d[\d.]*秒?[到至-]第?\d[\d.]*秒",
    re.IGNORECASE,
)


def _lasts_beyond_its_lead(plain: str, edit: Edit) -> bool:
    """ "between 20 and 25 s a title and a zoom", and the zoom lasts all along."""
    long = filter(edit.lasts, edit.added)
    seen = any(one.get("role") in ("effect", *op.TEXTS) for one in long)
    return seen and bool(_LED.match(plain))


_OPENING = Regex(rf"(?:开场|开头|片头)的?(?:前)?({NUMBER})秒(?![后处时起])")


def _comes_after_the_opening(plain: str, edit: Edit) -> bool:
    """ "开场三秒加标题", and it comes at 3 s."""
    found = _OPENING.search(plain)
    return found is not None and any(
        one["s"] == round(float(number(found[1])) * 1_000) for one in edit.added
    )


CHECKS = (
    _lasts_beyond_its_lead, _comes_after_the_opening,
    _takes_the_wrong_clip, _begins_too_early,
    _lasts_longer_than_that, _reaches_another_part, _takes_one_end,
    _cuts_for_the_picture, _gives_the_time_away,
)  # fmt: skip
