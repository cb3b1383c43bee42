"""Where a clip is that has just been put in, and what was done to it, or to what was there, that was said
of the other: "append b.mp4 and mute the talk", "cut 10 to 20 and put b.mp4 in its place"."""

import re

from mock_server.agent.second_look.edit import Edit
from mock_server.agent.second_look.words import CLAUSE, words
from mock_server.agent.values.files import is_picture
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import clock_ms
from mock_server.timeline.tracks import Segment, end_of

_PLAIN = {"id", "role", "s", "d", "src", "in", "out", "tr", "still"}


def _put_in(edit: Edit) -> list[Segment]:
    """The clips of the main track whose file was not on it."""
    there = {one.get("src") for one in edit.before[0]}
    return [one for one in edit.after[0] if one.get("src") not in there]


_WHAT_WAS_THERE = words(
    r"\bthe (?:talk|interview|speech|recording|podcast|lesson|main (?:clip|video|footage|part)"
    r"|original(?: clip| video| footage)?|rest of the video|first clip|speaker)\b",
    "(?:原视频|原来的视频|主视频|正片|原片|访谈|采访)",
)
_BOTH = words(r"\b(?:both|everything|all|whole|entire|each|too|also)\b", "[都也全]|两段|整")


def _changes_what_came(plain: str, edit: Edit) -> bool:
    """ "Append b.mp4 and mute the talk", and b.mp4 is silent, too; "… and cut the last 5 s of the talk",
    and b.mp4 is shorter."""
    came = _put_in(edit)
    if not came or not edit.before[0] or not _WHAT_WAS_THERE.search(plain):
        return False
    under = [one for one in edit.added if one["role"] == "music" and edit.lasts(one)]
    if under and _UNDER_IT.search(plain):
        return True
    changed = any(one.keys() - _PLAIN for one in came) or len(came) > 1
    shorter = not edit.layers and _IS_CUT.search(plain) and all(
        (one.get("in"), one.get("out")) == (was.get("in"), was.get("out"))
        for one, was in zip(_without(edit, came), edit.before[0], strict=False)
    )  # fmt: skip
    said = [one for one in CLAUSE.split(plain) if _WHAT_WAS_THERE.search(one)]
    return bool(changed or shorter) and not any(map(_BOTH.search, said))


_UNDER_IT = words(
    r"\b(?:under|over|behind|beneath) the (?:talk|interview|speech|original|first clip)\b"
)
_IS_CUT = words(r"\b(?:cut|trim|remove|delete|drop|chop)\b", "[剪删裁去]")


def _without(edit: Edit, came: list[Segment]) -> list[Segment]:
    return [one for one in edit.after[0] if one not in came]


_AT_A_TIME = words(
    r"\b(?:insert|put|place|drop|splice|cut)\b[^.;,]*\b(?:in )?at (?:the )?(?:second )?\d[\d:.]*",
    r"\bat (?:second )?\d[\d:.]*(?: ?s| seconds?)?,? (?:insert|put|place|drop|splice)\b",
    "(?:第?[0-9.]+秒(?:处|的地方|那里)?|中间)[^,，。;；]{0,4}插入",
)
_IN_ITS_PLACE = words(
    r"\bin (?:its|their|that) place\b|\bin place of (?:it|that)\b|\binstead of (?:it|that)\b",
    "(?:换成|替换成|补上|填上|放在?(?:原来的?|那个)?位置)",
)
_IN_FRONT = words(
    r"\b(?:start|begin|open) with\b(?! (?:a|the) (?:title|caption|fade|logo|music|song))",
    r"\b(?:insert|put|place) +(?:it )?(?:before|in front of|between) (?:it|them|that|the (?:two|clips?"
    r"|second|first))\b",
    "(?:以|用) +(?:开头|开场|起头)",
)


def _is_put_at_the_end(plain: str, edit: Edit) -> bool:
    """ "Insert b.mp4 at 10 and put the logo top right", and it is behind everything."""
    came = _put_in(edit)
    if not came or not edit.before[0] or edit.after[0][-1] not in came:
        return False
    if _IN_FRONT.search(plain) or _IN_ITS_PLACE.search(plain):
        return True
    told = _AT_A_TIME.search(plain)
    if told is None or _NOT_THE_END.search(plain) or not came[0]["s"]:
        return False
    return all(clock_ms(one) != came[0]["s"] for one in _FIGURES.findall(told[0]))


_FIGURES = Regex(r"\d+:\d\d|\d+(?:\.\d+)?")
_NOT_THE_END = words(
    r"\bat (?:the )?(?:very )?end\b|\bappend\b|\bbehind\b|\bafter\b", "最后|末尾|结尾|片尾|后面|接"
)


def _stands_before_another(plain: str, edit: Edit) -> bool:
    """ "Rotate the second clip and insert b.mp4 before it", and it is in front of all."""
    came = _put_in(edit)
    first = bool(came) and edit.after[0][0] in came and len(edit.before[0]) > 1
    return first and bool(_BEFORE_IT.search(plain))


_BEFORE_IT = words(
    r"\b(?:second|third|last|middle)\b[^.;]*\b(?:before|in front of) it\b",
    "第[二三].*(?:它|其)之?前",
)


def _takes_no_place(plain: str, edit: Edit) -> bool:
    """ "Remove the title and put the logo in its place", and that is there all along."""
    gone = [was for was, now in edit.layers if not now]
    if not _IN_ITS_PLACE.search(plain):
        return False
    cut = edit.ends[1] < edit.ends[0] and not gone
    if cut and edit.added:
        return True
    places = {(one["s"], end_of(one)) for one in gone}
    return bool(places) and (
        bool(_put_in(edit)) or any((one["s"], end_of(one)) not in places for one in edit.added)
    )


_APPENDS = words(
    r"\b(?:append|tack|attach)\b",
    r"\badd +(?:to|at) the (?:very )?end\b(?! of the title)",
    r"\bas (?:its own|an? separate) (?:clip|shot|still)\b|\bas an? (?:clip|shot|still) (?:of its own"
    r"|by itself)\b",
    "(?:作为|当作?|做成?)(?:单独|独立)?的?一?[段个](?:单独|独立)?的?(?:画面|片段|镜头)",
)


def _lays_over_what_is_behind(plain: str, edit: Edit) -> bool:
    """ "Append the logo for 3 seconds", and it lies over the first three; "as a clip
    of its own", and it lies over another."""
    laid = [one for one in edit.added if one["role"] == "overlay" and is_picture(str(one["src"]))]
    return bool(laid) and edit.before[0] == edit.after[0] and bool(_APPENDS.search(plain))


_FADES_IT_IN = Regex(r"\b(?:append|insert|put|add) +[^.;]*\band fade (?:it )?in\b", re.IGNORECASE)


def _fades_in_another(plain: str, edit: Edit) -> bool:
    """ "Fade out, append b.mp4 and fade in over 1 second", and the first clip fades in."""
    came = _put_in(edit)
    faded = [one for one in edit.after[0] if one.get("fade_in") and one not in came]
    new = bool(edit.gained("fade_in")) and bool(faded) and bool(came)
    return new and bool(_FADES_IT_IN.search(plain))


_JOINS = words(
    r"\b(?:join|joined|connect|connected|stitch|stitched|link|linked)\b", "[连衔]接|接起来|拼"
)
_OF_PARTS = words(
    r"\b(?:keep|cut|remove|delete|drop|split|them|parts|pieces|halves|bits|ranges)\b",
    "[留剪删裁切去]|两段|两部分|之间|中间|[它他]们",
)
_NAMES_A_FILE = Regex(r" {2}|\A |\bb\b", re.IGNORECASE)


def _joins_what_is_not_meant(plain: str, edit: Edit) -> bool:
    """ "Keep 0 to 10 and 50 to 60 and join them", and a file that nobody named stands behind them."""
    parts = len(edit.after[0]) - len(_put_in(edit)) > 1
    said = _JOINS.search(plain) and _OF_PARTS.search(plain) and not _NAMES_A_FILE.search(plain)
    return parts and bool(_put_in(edit) and said)


CHECKS = (
    _joins_what_is_not_meant, _changes_what_came, _is_put_at_the_end, _stands_before_another,
    _takes_no_place, _lays_over_what_is_behind, _fades_in_another,
)  # fmt: skip
