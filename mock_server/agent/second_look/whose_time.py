"""Of which part a change is, where the words leave that to what is there, or to a cut in front of it:
"zoom to 2x instead", "cut 8 to 12, then cut 33 to 36", "make it a bit faster" of a video that is so in
part; and which of three the middle one is."""

import re
from itertools import pairwise

from mock_server.agent.second_look.edit import SHOWN, Edit, effect, shown
from mock_server.agent.second_look.words import words
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import clock_ms
from mock_server.timeline.tracks import end_of

_TIME = words(
    r"[0-9] ?(?:s\b|sec|秒|:)|[0-9] ?(?:to|-|until|and|到|至) ?[0-9]"
    r"|\b(?:from|until|till|throughout|whole|entire|start|end|beginning|all|everywhere|first|last|half"
    r"|later|earlier|sooner|longer|shorter|move|moved|shift|delay|seconds?)\b",
    "整|全|一直|从|到|开头|结尾|前|后|都|推|挪|移|早|晚|秒|延",
)
_N = r"(?:[0-9]{1,2}:[0-9]{2}|[0-9]+(?:\.[0-9]+)?)"
_S = r"[0-9]+(?:\.[0-9]+)?"
_CUT = r"(?:cut|remove|delete|trim|drop|lose|take out|chop)(?: out)?"
_UNIT = r"(?: ?(?:seconds?|secs?|s))?"
_CUT_THEN = words(
    rf"\b{_CUT} (?:from )?(?P<a>{_N}){_UNIT} ?(?:to|-|until) ?{_N}{_UNIT}\W+(?:and )?(?:then|after that"
    rf"|afterwards|next),? (?:{_CUT} |from )+(?P<b>{_N}){_UNIT} ?(?:to|-|until) ?{_N}",
    rf"[剪删切砍]掉?(?:从)?(?P<c>{_N})秒?[到至-]{_N}秒?[,，]?(?:然后|再|接着"
    rf"|之后)+[把将]?(?:[剪删切砍]掉?)?"
    rf"(?:从)?(?P<d>{_N})秒?[到至-]{_N}",
)
_PACE = words(r"\b(?:faster|slower|speed it up|slow it down|quicker)\b", "[快慢]")
_FACTOR = words(r"[0-9] ?x\b|\b(?:twice|double|half|times)\b|[0-9]%", "倍|成|速度|%")
_OF_ALL = words(r"\b(?:whole|entire|all|everything|both)\b", "整|全|都")
_MIDDLE = words(
    r"\b(?:middle (?:one|title|caption|text|logo|sound)|one in the middle)\b",
    "中间(?:的?那|的|这)一?[个条张句]",
)
_BUT = words(r"\b(?:except|but|other|others|apart|keep|leave|only)\b", "[除留]|别动|不动")
_THREE = 3


_SPELLS = words(
    r"\b(?:typo|mistyped|misspel\w+|spel\w+|wrong (?:word|text|letter))\b",
    "错了?[一个]*字|[打写拼]错",
)


def loses_its_time(plain: str, edit: Edit) -> bool:
    """ "Zoom to 2x instead", and it is zoomed in all along; "错了个字，是“再见”", and it
    is there at the beginning."""
    if _TIME.search(plain):
        return False
    if _SPELLS.search(plain):
        spans = [
            {(one["s"], one["d"]) for one in side[1] if "text" in one}
            for side in (edit.before, edit.after)
        ]
        return spans[0] != spans[1]
    gone = [was for was, now in edit.layers if was and not now and effect(was)]
    if any(
        effect(was) and effect(was) == effect(now) and (was["s"], was["d"]) != (now["s"], now["d"])
        for was, now in edit.altered
    ):
        return True
    return any(
        effect(one) == effect(was) and (one["s"], one["d"]) != (was["s"], was["d"])
        for one in edit.added
        for was in gone
    )


def _cuts_behind_a_cut(plain: str, edit: Edit) -> bool:
    """ "Cut 8 to 12, then 33 to 36": of the video as it was, or as it is then?"""
    if shown(edit.before[0]) <= shown(edit.after[0]):
        return False
    return any(
        clock_ms(found["a"] or found["c"]) < clock_ms(found["b"] or found["d"])
        for found in _CUT_THEN.finditer(plain)
    )


def _paces_it_all(plain: str, edit: Edit) -> bool:
    """ "25 to 35 at 3x", "fast from 20 s on", and what was fast is faster still."""
    before = {float(one.get("speed", 1)) for one in edit.before[0]}
    after = {float(one.get("speed", 1)) for one in edit.after[0]}
    if len(before) == 1 or len(after - before) < _TWO or not _PACE.search(plain):
        return False
    return not _FACTOR.search(plain) and not _OF_ALL.search(plain)


def _is_not_the_middle(plain: str, edit: Edit) -> bool:
    """ "The middle one red", and the last of three is red."""
    if not _MIDDLE.search(plain) or _BUT.search(plain):
        return False
    for role in {one.get("role") for one in edit.before[1]}:
        alike = sorted(
            (one for one in edit.before[1] if one.get("role") == role),
            key=lambda one: int(one["s"]),
        )
        changed = [was["id"] for was, _ in edit.layers if was and was.get("role") == role]
        if len(alike) == _THREE and changed and alike[1]["id"] not in changed:
            return True
    return False


_CUT_UNTIL = words(
    r"\A[ ,，]*(?:就|还是)?(?:剪|切|裁)到第?[0-9.]+秒(?:吧|就行|就好|就可以|了)*[ 。.!！]*\Z"
)
_NESTED = words(
    rf"(?:最后|末尾|结尾)(?P<n>{_S})秒[,，:：](?:其中)?前(?P<a>{_S})秒[^,，]*[,，]后(?P<b>{_S})秒"
)
_COMES = "(?:早|晚|提前|推迟|延后|推后)[0-9.]+秒"
_COMES_AND_GOES = words(
    f"{_COMES}(?:再)?(?:出现|出来|开始|显示|进)[^。;；]*{_COMES}(?:再)?(?:消失|结束|没|退|走)"
)
_ORDINALS = {"一": 0, "二": 1, "三": 2, "四": 3}
_RATHER_THAT_ONE = words(
    "[,，](?:哦|啊|噢|呃|哎|诶)?(?:不对?|不是|错了|说错了?)[,，]?(?:应该)?是?"
    "第(?P<n>[一二三四])个[ 。.!！]*\\Z"
)
_TWO = 2


def _cuts_until(plain: str, edit: Edit) -> bool:
    """ "剪到25秒" behind "剪掉10到20秒": what is cut ends there, or the video does?"""
    clips = edit.before[0]
    hole = any(
        one.get("src") == other.get("src") and one.get("out", 0) < other.get("in", 0)
        for one, other in pairwise(clips)
    )
    return hole and bool(_CUT_UNTIL.search(plain))


def _is_not_within(plain: str, edit: Edit) -> bool:
    """ "最后20秒，前10秒静音，后10秒黑白", and it is the first 10 s of all that are silent."""
    found = _NESTED.search(plain)
    if found is None or float(found["a"]) + float(found["b"]) != float(found["n"]):
        return False
    return bool(edit.after[0] and edit.before[0] and edit.after[0][0] != edit.before[0][0]) and (
        edit.after[0][0].get("out") != edit.ends[0] - 1_000 * float(found["n"])
    )


def _moves_one_edge(plain: str, edit: Edit) -> bool:
    """ "logo晚5秒出现，早5秒消失", and it is there from the start."""
    if not _COMES_AND_GOES.search(plain):
        return False
    return any(was["s"] == now["s"] or end_of(was) == end_of(now) for was, now in edit.altered)


def _takes_the_one_before(plain: str, edit: Edit) -> bool:
    """ "删第一个标题，哦不第二个", and it is the first."""
    found = _RATHER_THAT_ONE.search(plain)
    if found is None:
        return False
    wanted = _ORDINALS[found["n"]]
    for was, _ in edit.layers:
        alike = sorted(
            (one for one in edit.before[1] if was and one.get("role") == was.get("role")),
            key=lambda one: int(one["s"]),
        )
        if len(alike) >= _TWO and (wanted >= len(alike) or alike[wanted]["id"] != was["id"]):
            return True
    return False


_BY_HALF = words("[快慢响大小高低]上一[半倍]")


def _is_of_the_first_half(plain: str, edit: Edit) -> bool:
    """ "整段快上一半", and it is only its first half that is faster."""
    return len(edit.after[0]) > len(edit.before[0]) and bool(_BY_HALF.search(plain))


_BETWEEN_TWO = Regex(
    r"[ ,，]*[^,，。;；0-9]{2,20}[,，] ?(?:从|from )?第?[0-9:.]+ ?秒?(?:到|至|-| to | until )第?[0-9:.]+"
    r" ?(?:秒|s|secs?|seconds)?[,，] ?[^,，。;；0-9]{2,20}[ 。.!！]*",
    re.IGNORECASE,
)


def _takes_it_for_one_of_two(plain: str, edit: Edit) -> bool:
    """ "静音，5到10秒，黑白", and it is mute then, and black and white all along."""
    now = edit.after[0]
    if len(now) <= len(edit.before[0]) or not _BETWEEN_TWO.fullmatch(plain):
        return False
    reach = {all(key in one for one in now) for key in edit.gained(*SHOWN)}
    return len(reach) > 1


CHECKS = (_takes_it_for_one_of_two, 
    _is_of_the_first_half,
    loses_its_time, _cuts_behind_a_cut, _paces_it_all, _is_not_the_middle, _cuts_until, _is_not_within,
    _moves_one_edge, _takes_the_one_before,
)  # fmt: skip
