"""Where something ends, or how it does: "add song.mp3 and stop it after 20 seconds", "append b.mp4 with a
crossfade and fade out", "delete the clip that starts at 20 seconds"."""

import re

from mock_server.agent.second_look.edit import Edit, exactly, has, new_sources, shown
from mock_server.agent.second_look.words import words
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import NUMBER, clock_ms
from mock_server.timeline.tracks import end_of


def _time(name: str) -> str:
    """A pattern of a time, as a group of that name."""
    return rf"(?:the )?(?:second |第)?(?P<{name}>[0-9]{{1,2}}:[0-9]{{2}}|{NUMBER})"


_ENDS = Regex(
    r"\b(?:stop|end|finish|quit|cease|turn\w* (?:it |them )?off|switch\w* (?:it |them )?off"
    r"|take\w* (?:it |them )?(?:off|away|down)|hide|remov\w*|cut\w* (?:it )?off|disappear|vanish)(?:s"
    r"|es|ing|ped)?"
    r"(?: (?:it|them|playing|the [a-z-]+))? (?:after|at|by|past|before) "
    + _time("at")
    + "|"
    + _time("zh")
    + "秒钟?(?:之?后|时|处)?(?:再|就|把它|让它)?(?:停|结束|关|消失|隐藏|撤)",
    re.IGNORECASE,
)
_AFTER = words(r"\bafter\b", "后")
_STARTS = Regex(
    r"\b(?:start|begin|appear|com|play|show)(?:s|es|e|ing)?(?: (?:it|them|in|the [a-z-]+))? (?:at|from) "
    + _time("at")
    + "|(?:从|在)第?"
    + _time("zh")
    + "秒(?:处|时)?(?:开始|出现|起)",
    re.IGNORECASE,
)


def _starts_where_it_ends(plain: str, edit: Edit) -> bool:
    """ "the music should finish after 20 seconds", and it starts there; "end it at 30 and start it at 20",
    and it ends elsewhere."""
    said = [*_ENDS.finditer(plain)]
    if not said:
        return False
    ends = {clock_ms(one["at"] or one["zh"]) for one in said}
    late = {end_of(one) for one in edit.added if one["s"]}
    if late & ends and any(_AFTER.search(one[0]) for one in said):
        return True  # "add song.mp3 at 10 s and stop it after 20 s": after it has begun?
    starts = {clock_ms(one["at"] or one["zh"]) for one in _STARTS.finditer(plain)}
    moved = [now for was, now in edit.layers if now and was.get("s") != now["s"]]
    if any(one["s"] in ends - starts - {0} for one in moved):
        return True
    turned = [one for one in moved if one["s"] in starts]
    return bool(turned) and not any(end_of(now) in ends for _, now in edit.layers if now)


_WHEN_IT_ENDS = words(
    r"\b(?:start|begin)\w*\b[^.;]{0,40}\b(?:when|as soon as|once|where|the moment"
    r"|at the (?:same )?(?:time|point"
    r"|moment))(?: that| when| where)? (?:it|that|the \w+) (?:ends|stops|finishes|disappears)\b"
)


def _does_not_follow(plain: str, edit: Edit) -> bool:
    """ "start the music at the same time the title ends", and it starts where it did."""
    ends = {end_of(one) for one in edit.after[1]}
    later = any(now and was.get("s") != now["s"] and now["s"] in ends for was, now in edit.layers)
    return bool(edit.values) and not later and bool(_WHEN_IT_ENDS.search(plain))


_OUT = words(
    r"\bfad(?:e|es|ing)[- ](?:the (?:video|picture|whole thing) |it |everything )?(?:out|to black)\b",
    "(?<!淡入)淡出",
)
_LINKED = words(r"\b(?:cross-?fade|dissolve|transition|wipe)\b", "叠化|淡化|溶解|转场|擦除")


def _forgets_the_fade_out(plain: str, edit: Edit) -> bool:
    """ "append b.mp4 with a crossfade and fade out at the end", and nothing fades out."""
    linked = edit.gained("tr")
    faded = any(has(side, "fade_out") for side in edit.after)
    return bool(linked) and not faded and bool(_OUT.search(plain) and _LINKED.search(plain))


_FADES_OVER = Regex(
    rf"\bfad(?:e|es|ing)[- ](?:in|out)\b[^.;]{{0,80}}\b(?:over|for|within) {_time('at')} ?s",
    re.IGNORECASE,
)


_HAS_A_RANGE = words(r"\bfrom [0-9.:]+(?: seconds?)? to [0-9]")


def _lasts_as_long_as_it_fades(plain: str, edit: Edit) -> bool:
    """ "fade in logo.png at the top over 2 seconds", and it is there for 2 s."""
    told = None if _HAS_A_RANGE.search(plain) else _FADES_OVER.search(plain)
    ms = clock_ms(told["at"]) if told else 0
    if told is None or len(re.findall(rf"\b{re.escape(told['at'])}\b", plain)) > 1:
        return False
    return any(one["d"] == ms and has([one], "fade_in", "fade_out") for one in edit.added)


_CLIP_AT = words(
    r"\b(?:clip|shot|segment|video|part|one) (?:(?:that|which) )?(?:starts|starting|begins|beginning|begin"
    r"|start) (?:at|from)\b",
    r"\b(?:clip|shot|segment) (?:from|after) \d",
    "(?:从|在)?[0-9一二三四五六七八九十:]{1,8}秒?(?:处|的地方)?(?:开始|起)的?(?:那一?|这一?)?(?:个"
    "|段)?(?:片段|视频段|镜头"
    "|段)",
)
_KEEPS = words(r"\bkeep\b", "[保只]")
_ONWARDS = words(r"\b(?:clips|everything|all|rest|onwards?|end)\b", "[都全]|所有|之后|到最后|结尾")


def _takes_what_follows_it(plain: str, edit: Edit) -> bool:
    """ "delete the clip that starts at 20 seconds", and those behind it are gone, too."""
    was, now = edit.before[0], edit.after[0]
    if len(was) < 3 or was == now or _ONWARDS.search(plain) or not _CLIP_AT.search(plain):
        return False
    kept = [exactly(one) for one in now]
    lost = [one for one in was if exactly(one) not in kept]
    return len(lost) != (len(was) - 1 if _KEEPS.search(plain) else 1)


_JOINS = words(
    r"\b(?:join|merge|combine|connect|stitch|glue|fuse|unite)\b[^.;]{0,40}\b(?:clips?|shots?|segments?"
    r"|parts?"
    r"|pieces?|first|second|last)\b",
    "(?:合并|拼接|连接|接|拼|连|合)(?:在一起|起来|成一[段个])?[^,，。]{0,8}段|段[^,，。]{0,8}(?:合并"
    "|拼接|连接"
    "|[接拼连合](?:在一起|起来|成))",
)
_GOES = words(
    r"\b(?:remove|delete|cut|trim|drop|keep|only|without|lose|take out|speed|slow|skip)\b",
    "[删剪去留只裁快慢速]",
)


def _joins_with_a_loss(plain: str, edit: Edit) -> bool:
    """ "join the first two clips", and the third is gone, or a file that was not named is there."""
    if len(edit.before[0]) < 2 or not _JOINS.search(plain) or _GOES.search(plain):
        return False
    other = new_sources(edit) and "  " not in plain
    return bool(other) or shown(edit.before[0]) > shown(edit.after[0])


_OF_BOTH = Regex(
    r"\b(?P<what>background|outline)\b[^.]{0,60}(?:\b(?:a|an|in) [a-z]+ one\b|\bthat of\b|\b(?:gets|is"
    r"|should be|has)"
    r" [a-z]+[ .!]*\Z| {2,6}(?:to |in )?[a-z]+[ .!]*\Z)"
    r"|(?P<zh>背景|描边|底色)[^。]{0,30}[,，；;、和](?:给|把)? {1,6}的?(?:改成|加|用|是|为"
    r"|变成)?(?:[红黄蓝绿白黑橙紫粉灰金]色)",
    re.IGNORECASE,
)
_KEYS = {
    "background": "background",
    "outline": "outline",
    "背景": "background",
    "底色": "background",
    "描边": "outline",
}


def _colors_the_letters(plain: str, edit: Edit) -> bool:
    """ "give 'A' a red background and 'B' a blue one", and the letters of B are blue."""
    told = _OF_BOTH.search(plain)
    if told is None:
        return False
    key = _KEYS[(told["what"] or told["zh"]).lower()]
    changed = [(was, now) for was, now in edit.altered if was.get("color") != now.get("color")]
    return any(was.get(key) == now.get(key) for was, now in changed)


_PART = (
    "(?:part|section|stretch|range|portion|segment|passage|bit|interval|span|piece|window|between)"
)
_CUTS_TO = words(
    r"\b(?:trim|cut|shorten|reduce|narrow|crop|limit|edit)\b[^.;,\d]{0,40}\bto (?:[a-z]+ ){0,4}"
    rf"{_PART}\b",
    r"\btrim\b[^.;\d]{0,40}\bstart\w*\b[^.;]{0,20}\d[^.;]{0,16}\b(?:end|stop|finish)",
    "[剪裁缩][^,，。0-9]{0,6}[到成为至][^,，。]{1,16}(?:段|部分|片段|之间)",
)
_CUTS_TO_START = words(
    r"\b(?:trim|cut|shorten|crop|edit)\b[^.;,\d]{0,40}\b(?:to|so|should|will|it) (?:starts?|begins?)\b",
    r"\b(?:trim|cut|chop|crop)(?: off)? the (?:very )?(?:start|beginning|front|opening|intro) at\b",
)


def _cuts_what_is_to_be_left(plain: str, edit: Edit) -> bool:
    """ "trim the video to the section from 10 to 40 seconds", and that is gone; "trim it to start at 10
    seconds", and its start is still there."""
    was, now = edit.before[0], edit.after[0]
    if shown(was) <= shown(now) or not now:
        return False
    if len(now) > len(was) and _CUTS_TO.search(plain):
        return True
    same = was[0].get("in") == now[0].get("in") and was[0].get("src") == now[0].get("src")
    return same and bool(_CUTS_TO_START.search(plain))


_FROM_THE_START = words(
    r"\b(?:remove|cut|trim|drop|take|lose|delete|shave)\b[^,.;]{0,40}\b(?:from|off|at) (?:the"
    r"|its) (?:very )?(?:beginning"
    r"|start|front)\W*\Z",
    "从(?:开头|片头|前面)(?:处)?[剪删裁去]",
)
_FROM_THE_END = words(
    r"\b(?:remove|cut|trim|drop|take|lose|delete|shave)\b[^,.;]{0,40}\b(?:from|off|at) (?:the"
    r"|its) (?:very )?end\W*\Z",
    "从(?:结尾|片尾|末尾|后面)(?:处)?[剪删裁去]",
)


def _cuts_the_other_end(plain: str, edit: Edit) -> bool:
    """ "so that it lasts 50 s, remove what is too much from the beginning", and the end is gone."""
    was, now = edit.before[0], edit.after[0]
    if not was or not now or edit.ends[1] >= edit.ends[0]:
        return False
    start = was[0].get("in") == now[0].get("in") and was[0].get("src") == now[0].get("src")
    end = was[-1].get("out") == now[-1].get("out") and was[-1].get("src") == now[-1].get("src")
    return (start and bool(_FROM_THE_START.search(plain))) or (
        end and bool(_FROM_THE_END.search(plain))
    )


# No thing is named: it is the video that starts and ends there.
_FROM_TO = words(
    r"\A\W*(?:please )?(?:start|begin) (?:it |the (?:video|clip) )?at [^,.;]{1,16}(?:,| and|, and)"
    r" (?:end|finish|stop) (?:it |the (?:video|clip) )?at\b",
    "\\A(?:请)?(?:让视频|视频)?从[^,，。到]{1,8}(?:开始|起)[,，][^,，。]{1,8}(?:处)?(?:结束|停)",
)


def _is_as_long(plain: str, edit: Edit) -> bool:
    """ "start at 5, end at 55, vintage look", and it is only the look of that part."""
    changed = edit.before[0] != edit.after[0] and not edit.layers and edit.ends[1] >= edit.ends[0]
    return changed and bool(_FROM_TO.search(plain))


_UNTIL_THE_END = words("(?<!移)(?<!挪)(?<!放)(?:一直)?到(?:最后|结尾|片尾|末尾)")
_MOVES = words("[移挪搬]|放[到在]")


def _is_moved_to_the_end(plain: str, edit: Edit) -> bool:
    """ "标题改红色，一直到最后", and it is only there at the end."""
    moved = any(
        was["s"] < now["s"] and was["d"] == now["d"] and end_of(now) == edit.ends[1]
        for was, now in edit.altered
    )
    return moved and bool(_UNTIL_THE_END.search(plain)) and not _MOVES.search(plain)


CHECKS = (
    _is_moved_to_the_end,
    _is_as_long,
    _cuts_the_other_end,
    _cuts_what_is_to_be_left,
    _starts_where_it_ends,
    _does_not_follow,
    _forgets_the_fade_out,
    _lasts_as_long_as_it_fades,
    _takes_what_follows_it,
    _joins_with_a_loss,
    _colors_the_letters,
)
