"""Until when something lasts: to the end of the video only where that is said."""

import re

from mock_server.agent import operations as op
from mock_server.agent.second_look.edit import Edit, differs
from mock_server.agent.second_look.words import LAYERS, words
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import number
from mock_server.timeline.tracks import end_of

_REACHES_THE_END = words(
    r"\b(?:ends?|until|till|to|through(?:out)?|rest|onwards?|on|whole|entire|stays?|finish|last|all"
    r"|over|under|along)\b",
    "尾|结束|最后|完|一直|始终|全程|整|贯|铺|片|到底|末|起|往后|(?:之后|以后)(?:都|一直|全)|剩",
)
_FROM_THEN_ON = words("秒起(?:就|再)?(?:加|放|写|插)")
_ON_AND_ON = words("一直|始终|到(?:视频)?(?:的)?(?:结束|最后|结尾|片尾|末尾)")
_LONG_SOUND = 5_000  # ms, of a ding


def _runs_on(plain: str, edit: Edit) -> bool:
    """ "标题2秒后出现", and it stays to the end of the video; a ding that lasts 50 s."""
    end = edit.ends[1]
    texts = [one for one in edit.added if one.get("role") in op.TEXTS and one["s"]]
    on_and_on = _ON_AND_ON.search(plain)
    if any(end_of(one) >= end for one in texts) and _FROM_THEN_ON.search(plain) and not on_and_on:
        return True
    if edit.ends[0] != end or _REACHES_THE_END.search(plain):
        return False
    longer = any(
        now["d"] > was["d"] and end_of(now) >= end and end_of(was) < end
        for was, now in edit.altered
    )
    return longer or any(
        one.get("role") == "sound"
        and "src" not in one
        and end_of(one) >= end
        and one["d"] > _LONG_SOUND
        for one in edit.added
    )


_GOES = words(
    r"\b(?:disappear|vanish|go(?:es)? away|is gone|be gone)s?\b",
    "秒(?:之?[后前])?(?:就|再)?(?:消失|结束|停|隐藏|没了|撤)|消失|(?:之前|以前)(?:结束|停)",
)
_COMES = words(
    r"\b(?:from|start\w*|begin\w*|appear(?!s? until)|move|shift|show)\b",
    "[从起移挪]|开始|推迟|延后|提前|出现|显示",
)


_WHEN_IT_DOES = words(
    "(?:消失|结束)(?:的时候|时|后|之后|以后)|(?:之后|以后|后)[再才]?(?:放|加|响|开始)"
)


def _goes_later(plain: str, edit: Edit) -> bool:
    """ "5秒后消失", and it is there from 5 s on; "标题在10秒之前结束", and it begins earlier."""
    if not _GOES.search(plain) or re.search(r"\b(?:when|once|after|as)\b", plain, re.IGNORECASE):
        return False
    moved = [now for was, now in edit.altered if differs(was, now, "s")]
    new = edit.added if "秒" in plain and not _WHEN_IT_DOES.search(plain) else []
    if any(end_of(one) >= edit.ends[1] and one["s"] for one in (*moved, *new)):
        return True
    return bool(moved) and edit.ends[0] == edit.ends[1] and not _COMES.search(plain)


_LASTS_FROM = Regex(
    r"(?:改成|改为|变成|调成|显示|持续|放|播放?|长)(\d+(?:\.\d+)?)秒(?:长)?[,，](?:并)?(?:从|在)第?\d"
    r"|\b(\d+(?:\.\d+)?) ?(?:s|sec\w*) long,? (?:and )?(?:start\w*|from|begin\w*)",
    re.IGNORECASE,
)
_TO = Regex(
    r"(?:(?:持续|显示|播放|停留|时长|长)到第?(\d+(?:\.\d+)?)秒|(?:缩短|延长)到第?(\d+(?:\.\d+)?)秒处)"
)
_TO_THE_END = words("(?:显示|持续|播放|留|保留)到(?:视频)?(?:的)?(?:最后|结尾|结束|末尾|片尾|完)")
_FROM = words("[从自起]|开始")


def _lasts_otherwise(plain: str, edit: Edit) -> bool:
    """ "标题改成2秒，从第1秒起", and it lasts to the end; "持续到15秒，从10秒开始", and it ends at 20 s."""
    timed = [now for was, now in edit.layers if now and differs(was, now, "s", "d")]
    if not timed or edit.ends[0] != edit.ends[1]:
        return False
    long = _LASTS_FROM.search(plain)
    if long and not any(one["d"] == round(float(long[1] or long[2]) * 1_000) for one in timed):
        return True
    moved = any(differs(was, now, "s") for was, now in edit.altered)
    if moved and _TO_THE_END.search(plain) and not _FROM.search(plain):
        return True
    until = _TO.search(plain)
    return until is not None and not any(
        end_of(one) == round(float(until[1] or until[2]) * 1_000) for one in timed
    )


_SKIPS = words(
    r"\bskip\b[^.;]*\b(?:music|song)\b|\b(?:music|song)\b[^.;]*\bskip",
    "(?:音乐|歌曲?|配乐)[^,，。]{0,10}(?:跳过|略过)",
)
_ONCE_MORE = words(
    "再(?:次)?(?:响|放|播放?|出现|来)一[次遍下]|再次(?:响|出现|播放)|[0-9]秒之?后再(?:响|放|播)"
)
_STOPS = words("秒之?前(?:就)?(?:停|结束)", r"\b(?:stop|end)s? (?:it |the music )?before \d")
_AFTER_IT_GOES = words(
    "(?:消失|结束|出现|开始|播完|放完)(?:之?后"
    "|以后)(?:的)?(?:再?过)?(?:第)?[0-9一二两三四五六七八九十半]+秒",
    r"\b\d+ ?(?:s|sec\w*) after (?:the|it)\b[^,;.]*\b(?:disappear|end|finish|stop|go)",
)
_GONE_AFTER = words(
    r"\b(?:disappear|vanish)(?:s|es)? (?:after|at|in) (?:\w+ )?(?:\d|one|two|three|five|ten)",
)
_ALL_EFFECTS = words(
    "(?:去掉|删掉|取消|清除)(?:所有|全部)?(?:的)?(?:效果|特效|动画|样式)",
    r"\b(?:remove|clear) (?:all )?(?:the )?(?:effects|animations?)\b",
)
_THROUGHOUT = words(
    r"(?<!not )\bthroughout\b(?! the)|\b(?:all the time|the whole time|for the (?:whole"
    r"|entire) (?:video|film|clip|time))\b",
    "(?<!别)(?<!不)(?<!不要)(?:一直|全程|始终)(?:都?(?:显示|在|放|保留|播放))?(?=[ 。.!！]*\\Z|[,，]|在)",
)
_ADVERB = words(
    "(?:全程|从头到尾|自始至终)(?:都)?(?:把)?(?:音乐|标题|logo|字幕|旁白)?(?:的)?(?:音量|声音)?(?:静音"
    "|[大小]一?[点些]|放大|缩小|变|调|降|提高|[0-9]+ ?%)",
    "(?:从头到尾|自始至终)(?:音乐|标题|logo|字幕|旁白)(?:都)?(?:静音|[大小]一?[点些]|放大|缩小|变|调|降)",
)
_ADVERB_TOO = words(
    r"\b(?:quieter|louder|softer|muted?|bigger|smaller|red|blue|yellow|green|white|\d+ ?(?:%"
    r"|percent)(?: volume)?)"
    r" (?:throughout|all the time|the whole time)\b"
)
_SHIFTS_A_FADE = words("淡[入出](?:提前|推迟|延后|往[前后]|[早晚])")
_MUTES = words(r"\bmut(?:e|ed|ing)\b|\bsilen(?:t|ce)\b", "静音|消音")
_CUTS_IT = words(
    r"\b(?:cut|trim|short\w*|only|until|play|from|start|end)\b",
    "[剪截裁短只留]|到|播放?|显示|从|移|结束|开始",
)
_AS_LONG = Regex(r"(?<!时间)(?:保持|还是|仍然?是?)(\d+(?:\.\d+)?)秒(?!处|的时候|开始|出现)")
_CUT_ALONG = words("音乐(?:也)?(?:跟着|一起|同步|随着)?(?:一起)?剪(?!掉|了|到|去)")


def _misreads_a_time(plain: str, edit: Edit) -> bool:
    """ "音乐跳过前30秒", which begins there instead; "40秒后再响起", and it is not heard before;
    "在30秒前停", and a frame is held; "logo右下角，全程", which is there for 10 s."""
    starts = [now for was, now in edit.altered if differs(was, now, "s")]
    late = [one for one in edit.added if one["role"] == "music" and one["s"] and "in" not in one]
    if late and _SKIPS.search(plain):
        return True
    if (
        starts
        and edit.ends[0] == edit.ends[1]
        and (_SKIPS.search(plain) or _ONCE_MORE.search(plain))
    ):
        return True
    return (
        _ends_elsewhere(plain, edit)
        or _is_shifted(plain, edit)
        or _is_not_there_throughout(plain, edit)
    )


def _ends_elsewhere(plain: str, edit: Edit) -> bool:
    if edit.frozen > 0 and _STOPS.search(plain):
        return True
    edges = {end_of(one) for one in edit.before[1]} | {one["s"] for one in edit.before[1]}
    if any(one["s"] in edges for one in edit.added) and _AFTER_IT_GOES.search(plain):
        return True
    gone = [was.get("role") for was, now in edit.layers if was and not now]
    if gone and _GONE_AFTER.search(plain) and edit.ends[0] == edit.ends[1]:
        return True
    return bool(gone and _ALL_EFFECTS.search(plain)) or (
        "music" in gone and bool(_CUT_ALONG.search(plain))
    )


def _is_shifted(plain: str, edit: Edit) -> bool:
    stretched = any(now["d"] > was["d"] for was, now in edit.altered)
    if stretched and (_ADVERB.search(plain) or _ADVERB_TOO.search(plain)):
        return True
    shifted = any(differs(was, now, "s") for was, now in edit.altered)
    if shifted and edit.ends[0] == edit.ends[1] and _SHIFTS_A_FADE.search(plain):
        return True
    timed = any(
        was.get("role") == "music" and differs(was, now, "s", "d") for was, now in edit.altered
    )
    if (
        timed
        and edit.ends[0] == edit.ends[1]
        and _MUTES.search(plain)
        and not _CUTS_IT.search(plain)
    ):
        return True
    long = _AS_LONG.search(plain)
    return long is not None and any(
        differs(*pair, "d") and pair[1]["d"] != float(long[1]) * 1_000 for pair in edit.altered
    )


def _is_not_there_throughout(plain: str, edit: Edit) -> bool:
    changed = [now for _, now in edit.layers if now]
    named = [
        one
        for one in edit.after[1]
        if (role := LAYERS.get(str(one.get("role")))) and role.search(plain)
    ]
    whole = any(map(edit.lasts, (*changed, *named)))
    same = edit.before[0] == edit.after[0]
    return same and bool(edit.layers) and not whole and bool(_THROUGHOUT.search(plain))


_IT_LASTS = words(
    r"\b(?:let|have|keep) it (?:stay|appear|last|run|play|start|begin|end|remain|show|on)\b"
    r"|\b(?:hide|remove|delete|drop) it (?:for|after|from|in|during|until|at|before)\b"
    r"|\b(?:show|keep|leave|display|play|have) it (?:only|just)\b|\b(?:only|just) (?:show|keep|display"
    r"|play) it\b"
    r"|\bit (?:should|must|has to|needs to) (?:stay|appear|last|remain|disappear|play|end|start|begin)\b"
    r"|\b(?:start|end|begin|stop|shorten|cut|trim) it (?:at|to|from|by)\b|\bmake it [\w.]+ (?:s"
    r"|sec\w*) long\b"
)
_OF_THE_VIDEO = words(r"\b(?:video|clip|film|movie|whole|footage|everything|edit|total)\b")


def _cuts_all_for_a_layer(plain: str, edit: Edit) -> bool:
    """ "let it stay on screen until 12 s" of a title, and the video ends there."""
    cut = edit.ends[1] < edit.ends[0] and bool(edit.before[1]) and not edit.added
    return cut and bool(_IT_LASTS.search(plain)) and not _OF_THE_VIDEO.search(plain)


_NEW_EDGES = words(r"\bstarts? (?:at|from)\b[^.;]*\band ends? (?:at|on)\b")


def _cuts_what_is_to_stay(plain: str, edit: Edit) -> bool:
    """ "trim it so that it starts at 10 and ends at 50", and that is what is cut."""
    cut = edit.ends[1] < edit.ends[0] and len(edit.after[0]) > len(edit.before[0])
    return cut and bool(_NEW_EDGES.search(plain))


_UP_TO = Regex(r"到第?([0-9]+(?:\.[0-9]+)?|[一二两三四五六七八九十]+)秒钟?(?:为止|止)")
_CUTS = words("\\A(?!.*(?:[剪裁]到|后面|以后|之后)).*(?:[剪裁删去]|不要)")
_CUT_FROM = Regex(r"从第?([0-9]+(?:\.[0-9]+)?|[一二两三四五六七八九十]+)秒(?:开始)?[剪删裁]起")


def _takes_the_other_side(plain: str, edit: Edit) -> bool:
    """ "到第15秒为止的部分都剪掉", and that is what is left; "logo到第20秒为止显示", and it begins there;
    "从第12秒剪起，剪掉三秒", and all behind it is gone."""
    last = edit.after[0][-1] if edit.after[0] else {}
    shorter = edit.ends[1] < edit.ends[0]
    if (told := _CUT_FROM.search(plain)) and shorter:
        return bool(last.get("out") == 1_000 * float(number(told[1])))
    if (told := _UP_TO.search(plain)) is None:
        return False
    ms = 1_000 * float(number(told[1]))
    if shorter and _CUTS.search(plain) and last.get("out") == ms:
        return True
    return any(now["s"] == ms or (was and was["s"] != now["s"]) for was, now in edit.layers if now)


CHECKS = (
    _takes_the_other_side,
    _cuts_all_for_a_layer,
    _cuts_what_is_to_stay,
    _runs_on,
    _goes_later,
    _lasts_otherwise,
    _misreads_a_time,
)
