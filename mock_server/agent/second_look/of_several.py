"""What is said of one of several, beside the others: "both red, the second one bigger"; "not A, B"; "A to
30 s, and B to where A was"; "left, not right" of what is at the bottom right."""

import re

from mock_server.agent.second_look.edit import Edit, changed_keys, differs
from mock_server.agent.second_look.words import words
from mock_server.agent.values.lazily import Regex
from mock_server.timeline.tracks import end_of

_NTH = "(?:first|second|third|fourth|last|other)"
_ALL_AND_ONE = Regex(
    r"(?:都|全部|两个|它们|这些)[^,，。;；]{1,40}[,，;；](?:并且|并|而且|再|另外|然后)?(?:把|将|让)?"
    r"(?:第[一二三四五1-5]|最后一|前一|后一)[个条]"
    rf"|\b(?:both|all|them|they|each)\b[^.;]{{1,60}}(?:,|\band\b|[.;])[^.;,]{{0,20}}\bthe {_NTH}"
    r"(?: one| title| caption)?\b(?! \d| \w+ seconds?)",
    re.IGNORECASE,
)


def _is_done_to_one_alone(plain: str, edit: Edit) -> bool:
    """ "都改成红色，第二个放大", and the first is not red; "fade both in and the second one out"."""
    return len(edit.altered) == 1 and not edit.added and bool(_ALL_AND_ONE.search(plain))


_COUNTED = "[个条首张句声下项行处]"
_BUT_ONE = Regex(
    rf"(?<![删去清移消解])除(?:了|去|开|掉)?第([一二三四1-4]){_COUNTED}(?:以外|之外|外)?"
    r"|\b(?:except|but not|apart from|other than|excluding)(?: for)? (?:the )?(first|second|third|last)"
    r"(?: one| title| caption)?(?=[ ,.!]*(?:\Z|[,.;]))",
    re.IGNORECASE,
)
_PLACES = {
    "一": 0, "二": 1, "三": 2, "四": 3, "1": 0, "2": 1, "3": 2, "4": 3,
    "first": 0, "second": 1, "third": 2, "last": -1,
}  # fmt: skip


def _is_done_to_the_excepted(plain: str, edit: Edit) -> bool:
    """ "它们都改成红色，除了第一个", and that is red, too."""
    told = _BUT_ONE.search(plain)
    roles = {str(was.get("role")) for was, _ in edit.altered}
    if told is None or len(roles) != 1:
        return False
    alike = sorted(
        (one for one in edit.before[1] if one.get("role") in roles), key=lambda one: one["s"]
    )
    place = _PLACES[(told[1] or told[2]).lower()]
    if len(alike) <= place:
        return True
    return alike[place]["id"] in {was["id"] for was, _ in edit.altered}


_BUT_SOME = Regex(
    rf"(?<![删去清移消解])除(?:了|去|开|掉)?(?="
    rf"(?:[^,，。;；]{{0,8}}?(?:第[一二三四五六七八九十0-9]+{_COUNTED}"
    rf"|(?:最后|最前|中间|当中|头|开头|结尾|[前后左右上下]面?)(?:的?[那这])?(?:一|[两二三几])?{_COUNTED}"
    rf"|(?:中间|当中|[左右上下][边面])的?(?:都|全)|[那这](?:一|[两二三几])?{_COUNTED}| ))"
    r"(?![^,，。]{0,3}秒))"
    rf"|(?:第[一二三四五六七八九十0-9]+|最后一|中间那?){_COUNTED}[^,，。;；]{{0,6}}(?:除外|例外|以外|之外)",
)


def _is_done_to_each_of_them(plain: str, edit: Edit) -> bool:
    """ "除了第二个都删掉", and none is left as it was."""
    done = {was["id"]: str(was.get("role")) for was, _ in edit.layers if was}
    if not done or edit.ends[0] != edit.ends[1] or not _BUT_SOME.search(plain):
        return False
    alike = {
        str(sorted((key, str(now.get(key))) for key in changed_keys(was, now)) if now else "gone")
        for was, now in edit.layers
        if was
    }
    each = all(
        one["id"] in done for one in edit.before[1] if str(one.get("role")) in {*done.values()}
    )
    return each and len(alike) == 1


_REWRITES = words(
    r"\b(?:change|rename|replace|says?|reads?|text|wording|words|rewrite|write|edit|update|correct|swap"
    r"|typo|spell\w*|called|name)\b",
    "改|换|写|文字|内容|叫|错|字",
)


def _gets_the_words_of_another(plain: str, edit: Edit) -> bool:
    """ "Not A, B.", and there are two of them that read "B"."""
    renamed = {
        str(now["text"]) for was, now in edit.altered if "text" in now and differs(was, now, "text")
    }
    there = {str(one.get("text")) for one in edit.before[1]}
    return bool(renamed & there) and not _REWRITES.search(plain)


_WHERE_IT_WAS = words(
    r"(?:\band\b|[,;])[^.;]{0,40}\b(?:to|at|in|into) (?:where\b"
    r"|the (?:old|former|previous) (?:place|time|spot)|its (?:old |former |previous )?(?:place|spot|time))",
    "[,，和并][^,，。]{0,16}(?:原来|之前|以前|原先)的?(?:位置|地方|时间)",
)
_BEHIND_IT = words(
    r"\band (?:the )?[^.;]{1,24}? (?:(?:right|directly|just) )?(?:behind|after|following)"
    r" (?:it|that|this)\b",
    "[,，][^,，。]{1,16}(?:放|移|排|接|跟)[到在]?(?:它|其)的?(?:后面|之后)",
)


def _leaves_the_other_where_it_is(plain: str, edit: Edit) -> bool:
    """ "Move title A to 30 s and title B to where A was", and B is still where it was; "… and title B
    behind it", and B is there all along."""
    if not edit.altered or edit.added:
        return False
    if len(edit.altered) < 2 and _WHERE_IT_WAS.search(plain):
        return True
    ends = {end_of(now) for _, now in edit.altered}
    moved = [now for was, now in edit.altered if differs(was, now, "s", "d")]
    return bool(moved and _BEHIND_IT.search(plain)) and all(now["s"] not in ends for now in moved)


_DENIED = Regex(
    r"\b(?:not|instead of|rather than)\b[^.;,]{0,16}?\b(left|right|top|bottom)\b"
    r"|(?:不是?|不要|别|不在)(?:放|在|到|移){0,3}([左右上下顶底])",
    re.IGNORECASE,
)
_SIDES = {"左": "left", "右": "right", "上": "top", "下": "bottom", "顶": "top", "底": "bottom"}


def _loses_its_other_side(plain: str, edit: Edit) -> bool:
    """ "Left, not right", and what was at the bottom right is in the middle of the left side."""
    told = _DENIED.search(plain)
    side = (told[1] or _SIDES[told[2]]).lower() if told else ""
    return bool(side) and any(
        side in str(was.get("pos", "")).split("-")
        and "-" in str(was["pos"])
        and "-" not in str(now.get("pos"))
        for was, now in edit.altered
        if differs(was, now, "pos")
    )


_THE_MIDDLE_ONE = words(
    "(?:第[一二]|最后)[^。]*中间(?:那)?[个条]?的?(?![央间部])|中间[^。]*(?:第[一二]|最后)"
)


def _is_put_in_the_middle(plain: str, edit: Edit) -> bool:
    """ "第一个标题变红，最后一个变蓝，中间的加阴影", of three titles, and the last one is in the middle."""
    roles = [one.get("role") for one in edit.before[1]]
    return any(
        differs(was, now, "pos") and now.get("pos") == "center" and roles.count(now["role"]) > 2
        for was, now in edit.altered
    ) and bool(_THE_MIDDLE_ONE.search(plain))


CHECKS = (
    _is_put_in_the_middle,
    _is_done_to_one_alone,
    _is_done_to_the_excepted,
    _is_done_to_each_of_them,
    _gets_the_words_of_another,
    _leaves_the_other_where_it_is,
    _loses_its_other_side,
)
