"""What is said of when, that is not so in what has changed."""

import re

from mock_server.agent.second_look.edit import Edit
from mock_server.agent.second_look.words import AT_ONCE, words
from mock_server.agent.values.lazily import Regex
from mock_server.timeline.tracks import Segment, end_of

_LEADING = Regex(
    r"[\s,'\"(-]*(?:from |between |at |for |从|在)?(?:the )?(?:seconds? )?第?(\d[\d:.]*)"
    r" ?(?:s|sec|seconds?|秒)? ?(?:-|–|~|to|and|until|till|到|至) ?第?\d[\d:.]* ?(?:s\b|sec\w*|秒)?",
    re.IGNORECASE | re.ASCII,
)
_NEXT = words(r"\bnext (?:\d|few|couple|two|three|five|ten)\b")


_LED_BY_TIME = Regex(
    r"[\s,'\"(-]*(?:at|from) (?:second )?(\d[\d:.]*) ?(?:s|sec|seconds?)?\b(?! ?%)", re.I | re.A
)
_TIMED = words(
    r"\d ?(?:s|sec|seconds?|minutes?|min)\b", r"\d:\d\d", "[0-9一二两三四五六七八九十半]秒", "秒"
)
_THROUGHOUT = words(r"\b(?:whole|entire|all|throughout)\b", "全程|整个|整片|全片|一直|始终")


_FADE_OF_A_LIST = Regex(
    r"[^,;.\n]+,[^,;.\n]+, (?:and |then )?fade (?:in|out)(?: (?:over|for|of))?"
    r" ?(?:(?:[\d.]+|an?|one|two|three|four|five|half a)[ -]?s\w*)?[ .!]*(?:[,;\n]|\Z)",
    re.IGNORECASE,
)
_A_LIST = 400  # characters of what is read as one list, so that a long message costs little
_A_FADE_OF_A_LIST = Regex(
    r"[^,;.\n]+,[^,;.\n]+,[^;.\n]+,? and (?:an? )?(?:[\w.]+[ -]?(?:s|sec\w*) )?fade[ -](?:in|out)\b"
    r"[^,;.\n]{0,16}[ .!]*\Z",
    re.IGNORECASE,
)
_AT_THE_START = words(
    r"\b(?:start|begin\w*|open\w*|intro|front|zero|0)\b",
    "开头|开场|片头|开始|最前|一上来|(?<![0-9.])0",
)


def _forgets_when(plain: str, edit: Edit) -> bool:
    """Whether a sound without a time of its own is at the start, or lasts as long, beside what begins
    elsewhere: "title 'Hi' 5-8 and a ding"."""
    if "same time" in plain and any(
        one["role"] == "sound" and one["d"] > 1_000 for one in edit.added
    ):
        return True
    sounds = [one for one in edit.added if one["role"] == "sound" and one["s"] == 0]
    return bool(sounds) and any(map(str.isdigit, plain)) and not _AT_THE_START.search(plain)


def _fades_the_last(plain: str, edit: Edit) -> bool:
    """Whether a fade at the end of a list of things is one of the last of them only: "title 'A' 0-3 s,
    logo.png top left, fade in 1 s"."""
    faded = any({"fade_in", "fade_out"} & one.keys() for one in edit.added)
    several = len(edit.added) + (edit.before[0] != edit.after[0]) > 1
    at_the_end = _A_FADE_OF_A_LIST.search(plain[-_A_LIST:])
    return faded and several and bool(at_the_end or _FADE_OF_A_LIST.search(plain))


def _drops_a_range(plain: str, edit: Edit) -> bool:
    """Whether of several things that are said of a range, or a time, in front of them, one lasts all along,
    stands at the start of the video, or changes all of it."""
    if _NEXT.search(plain) and any(one["s"] == 0 for one in edit.added):
        return True
    span = _LEADING.match(plain)
    leading = span or _LED_BY_TIME.match(plain)
    if leading is None or _TIMED.search(plain, leading.end()) or _THROUGHOUT.search(plain):
        return False
    added = [one for one in edit.added if one["role"] != "music" and not _is_heard(one)]
    end = edit.ends[1]
    spans = {(one["s"], end_of(one)) for one in added if one["role"] != "sound"}
    later = leading[1].strip("0:.") and len(added) > 1
    at_start = any(one["s"] == 0 and end_of(one) < end for one in added)
    clips = edit.before[0], edit.after[0]
    whole = bool(added) and clips[0] != clips[1] and len(clips[0]) == len(clips[1])
    return bool(later and at_start) or bool(
        span and (whole or (len(spans) > 1 and (0, end) in spans))
    )


def _lasts_as_long_as_a_fade(plain: str, edit: Edit) -> bool:
    """Whether a layer lasts as long as a fade was to take: "fade the title over 1 s, the music over 6"."""
    if not _FADES.search(plain) or _LASTS.search(plain):
        return False
    return any(was["s"] == now["s"] and was["d"] > now["d"] for was, now in edit.altered)


_FADES = words(r"\bfad(?:e|es|ing)\b.* over ", "[淡渐][入出]")
_LASTS = words(
    r"\b(?:last|long|short|until|till|trim|cut|end|stop|play|only|just)|\bto \d",
    "持续|(?<!太)[长短]|[到停播放留剪只在]|显示|时间|结束",
)


def _is_heard(segment: Segment) -> bool:
    """Whether it is a caption of what is heard."""
    return segment["role"] == "caption" and str(segment.get("text", "")).startswith("[")


def _misses_a_moment(plain: str, edit: Edit) -> bool:
    """Whether nothing that has changed begins, or ends, where something is said to: "20秒结束"."""
    if "秒" not in plain or _RELATIVE.search(plain):
        return False
    found = [one for pair in edit.layers for one in pair if one]
    found += [*edit.before[0], *edit.after[0]] if edit.before[0] != edit.after[0] else []
    starts = {one[key] for one in found for key in ("s", "in") if key in one}
    ends = {end_of(one) for one in found} | {one["out"] for one in found if "out" in one}
    edges = starts | ends if edit.before[0] != edit.after[0] else starts
    told = [(1_000 * float(one[1]), edges) for one in _BEGINS.finditer(plain)]
    told += [(1_000 * float(one[1]), starts | ends) for one in _ENDS.finditer(plain)]
    return any(all(abs(one - at) > _NEAR for one in there) for at, there in told)


_BEGINS = Regex(
    r"(?<![\d.:后前头尾数剩有隔每])(?<![\d秒][到至-])(\d+(?:\.\d+)?)秒钟?(?:处|的时候|时)?(?:才|再"
    r"|就)?(?:开始|起(?!来)|出来|出现|进来|登场)"
)
_ENDS = Regex(
    r"(?<![\d.:后前头尾数剩有隔每])(\d+(?:\.\d+)?)秒钟?(?:处|的时候|时)?(?:才|再|就)?(?:结束|消失|为止)"
)
_RELATIVE = words(
    "[倒剩每隔]|提前|推迟|延后|晚|早|往[前后]|[再又]过|之[前后]|撤|[不别没]|原来|[二三四五六七八九十]+秒"
)
_NEAR = 2


def _ends_too_soon(plain: str, edit: Edit) -> bool:
    """Whether what is to be there all along, or to the end, is added for a while: "标题一直显示"."""
    if not edit.added or edit.ends[0] != edit.ends[1] or not (said := _ON_AND_ON.search(plain)):
        return False
    lasting = [one for one in edit.added if end_of(one) >= edit.ends[1]]
    return not lasting or ("到" in said[0] and lasting[0]["s"] == edit.ends[1] - 3_000)


_ON_AND_ON = Regex(
    "(?:一直|始终|全程)(?!到|(?:放|播放?|显示|留|持续)到(?:视频)?的?第?[0-9一二两三四五六七八九十])"
    "|(?:显示|持续|留|停)(?:一直)?到(?:结尾|最后|片尾|结束|末尾)"
)


def _stands_apart(plain: str, edit: Edit) -> bool:
    """Whether what is to come at the same time as something else begins the video: "同时放个叮"."""
    brief = [one["s"] for one in edit.added if one["role"] not in ("music", "overlay")]
    if 0 not in brief:
        return False
    parts = len(edit.after[0]) > len(edit.before[0])
    if AT_ONCE.search(plain) and (parts or any(brief)) and not _AT_THE_START.search(plain):
        return True
    if not (said := re.match(r"[ ,，]*(?:同时|(这里|这儿|那里))", plain)):
        return False
    return bool(said[1] or (edit.before[1] and all(one["s"] > 0 for one in edit.before[1])))


def _lasts_until(plain: str, edit: Edit) -> bool:
    """Whether a time may be when something goes, and has become how long it lasts: 15-20 s, "18秒就行"."""
    grown = [
        one for one in edit.altered if one[0]["s"] == one[1]["s"] and one[0]["d"] < one[1]["d"]
    ]
    if len(grown) != 1 or edit.ends[0] != edit.ends[1]:
        return False  # what lies over a part that is longer now is longer, too
    if "秒" not in plain or _LONG.search(plain):
        return False
    was, lasts = grown[0][0], grown[0][1]["d"]
    return f"{lasts / 1_000:g}秒" in plain and ("就" in plain or was["s"] < lasts <= end_of(was))


_LONG = Regex("[长多加停留]|时|持续|显示|延")


def _corrects_a_time(plain: str, edit: Edit) -> bool:
    """Whether a time in place of another one, which may be when a layer begins or ends, has become how long
    it lasts: at 10-12 s, "no, 14 seconds"."""
    if not _CORRECTS.search(plain) or _LONG.search(plain) or _LASTING.search(plain):
        return False
    return any(
        was["s"] == now["s"] and 0 < was["s"] < now["d"] != was["d"] for was, now in edit.altered
    )


_CORRECTS = words(r"\b(?:no|sorry|oops|meant|wait|mistake)\b", "说错|搞错|应该是|不对")
_LASTING = words(r"\b(?:long|last|for|longer|shorter|until|till|to|through|end|stay|up|ends)\b")
_ONLY_AN_EDGE = words(
    r"\b(?:only|just) (?:(?:for|during|in|on|at|over) )?(?:the )?(?:first|last|final|opening|closing)\b",
    "[只仅][\u4e00-\u9fff]{0,6}(?:最?[前后]|开头|结尾)的?[0-9一二两三四五六七八九十半]",
)


def narrows_to_elsewhere(plain: str, edit: Edit) -> bool:
    """Whether only the first seconds of something are wanted, and it has moved, or there is another one:
    "only for the first 2 s" of what was shown from 5 s on may be of its own time."""
    roles = {one["role"] for one in edit.before[1]}
    apart = any(
        now["s"] < was["s"]
        or (not now["s"] < end_of(was) and not was["s"] < end_of(now) <= end_of(was))
        for was, now in edit.altered
    ) or any(one["role"] in roles & {"overlay", "music"} for one in edit.added)
    return apart and edit.ends[0] == edit.ends[1] and bool(_ONLY_AN_EDGE.search(plain))


CHECKS = (
    _forgets_when, _lasts_as_long_as_a_fade, _fades_the_last, _drops_a_range, _misses_a_moment,
    _ends_too_soon, _stands_apart, _lasts_until, _corrects_a_time,
    narrows_to_elsewhere,
)  # fmt: skip
