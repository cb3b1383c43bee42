"""Where something begins, and how long it is there, when only one of the two was said."""

import re

from mock_server.agent import operations as op
from mock_server.agent.second_look.edit import Edit
from mock_server.agent.second_look.words import words
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import NUMBER, clock_ms, number
from mock_server.timeline.tracks import Segment, end_of

_USUAL = 3_000  # ms a text is there where nobody says how long
_A_SOUND = 1_000  # ms
_BRIEF = (*op.TEXTS, "sound", "voiceover")
_TO_THE_END = words(
    r"\b(?:end|until|till|rest|last|final|closing|onwards?|on|through|remaining|finish|stay\w*)\b"
    r"|[0-9](?: ?s\w*)? ?(?:to|-|–) ?[0-9]",
    "到|至|一直|剩|全程|最[后末]|结尾|往后",
)
_FROM_THE_END = words(
    r"\b(?:seconds?|s) (?:from|before) the end\b",
    "倒数第?[0-9.一二两三四五六七八九十半]+秒",
    "(?:结[尾束]|片尾)前[0-9.一二两三四五六七八九十半]+秒",
)
_SO_LONG = words(r"\b(?:until|till|for|long|lasting|stay\w*)\b", "到|至|持续|一直|长")
_AFTER = words(
    "[0-9.一二两三四五六七八九十半]+秒钟?(?:之后|以后|后)(?:再|才)?(?:出现|加|显示|弹出|放|出来|来)"
)


_OFF_THE_START = words(
    r"\b(?:seconds?|secs?|s) off (?:of )?(?:the |its )?(?:start|beginning|front|top)\b"
)


def _keeps_what_goes(plain: str, edit: Edit) -> bool:
    """ "The music 5 seconds off the start", and these 5 seconds are all that is left of it."""
    return (
        bool(_OFF_THE_START.search(plain))
        and any(was["s"] == now["s"] and was["d"] > now["d"] for was, now in edit.altered)
        and edit.ends[0] == edit.ends[1]
    )


def _lasts_to_the_end(plain: str, edit: Edit) -> bool:
    """ "5秒后加字幕“欢迎”", "add a ding five seconds from the end", and it is there until the end."""
    late = [
        one
        for one in edit.added
        if one.get("role") in _BRIEF and one["s"] > 0 and end_of(one) >= edit.ends[1]
    ]
    if not late:
        return False
    from_end = _FROM_THE_END.search(plain) and not _SO_LONG.search(plain)
    usual = {"sound": _A_SOUND}
    if from_end and any(one["d"] != usual.get(str(one["role"]), _USUAL) for one in late):
        return True
    if _TO_THE_END.search(plain):
        return False
    spoken = any(one.get("role") == "voiceover" for one in late)
    return spoken or bool(_AFTER.search(plain) and any(one["d"] > _USUAL for one in late))


_UNTIL = Regex(r"([0-9]+(?:\.[0-9]+)?)秒为止")
_UP_TO = Regex(
    r"\W*(?:from|until|till|up to|before|after) (?:the )?(?:second )?\d[\d:.]*(?:th|st|nd|rd)?(?: second)?,"
    r"|\W*while\b[^,]*\d (?:to|-|–|until) ?\d[^,]*,",
    re.IGNORECASE,
)


def _begins_where_it_ends(plain: str, edit: Edit) -> bool:
    """ "到20秒为止放logo", and it is there from 20 s on; "from 50, no sound", and there is none at all."""
    told = _UNTIL.search(plain)
    if told and any(one["s"] == 1_000 * float(told[1]) for one in edit.added):
        return True
    return edit.alike and bool(_UP_TO.match(plain))


_NOW = Regex(r"[ ,，]*(?:同时|与此同时|at the same time\b)", re.IGNORECASE)
_LED = Regex(
    r"[ ,，]*(?:在|到)?(?:第?([0-9.]+|[一二两三四五六七八九十]+)秒钟?(?:处|时|的时候)?(?:出现|加|放"
    r"|显示|来|上)"
    r"|接缝处|两段之间|转场|片尾|结尾|最后)"
)
_MORE = words("[和与跟、并]|再加|，加|,加|同时|配")
_AT_THE_START = words("开头|片头|开场|开始|一上来|(?<![0-9.])0")


def _stands_at_the_start(plain: str, edit: Edit) -> bool:
    """ "第5秒出现标题“你好”和字幕“欢迎”", and one of them is at 0."""
    brief = [one for one in edit.added if one.get("role") in _BRIEF and one["s"] == 0]
    brief = [one for one in brief if not edit.lasts(one)]
    if brief and _NOW.match(plain) and not _AT_THE_START.search(plain):
        return True
    if not brief or not (led := _LED.match(plain)) or _AT_THE_START.search(plain):
        return False
    return bool(_MORE.search(plain, led.end())) or edit.before[0] != edit.after[0]


_MOVES_A_PART = words(
    "(?:[0-9.]+秒?[到至-][0-9.]+秒|[0-9.]+秒(?:起|开始|以后|之后|后)|[前后]半段?|第[一二三]段|(?:片尾"
    "|结尾|最后"
    "|开头|前)[0-9.]+秒)[^,，。]*(?:移到|放到|挪到|移动到|放(?=左|右|中|上|下|底|顶))"
)
_TIME_OF_IT = words("显示|出现|时间|改[到成为]|挪到第?[0-9]|移到第?[0-9]|只|放到第?[0-9]")


def _loses_the_rest(plain: str, edit: Edit) -> bool:
    """ "logo从30秒起移到左下角", and before that it is gone."""
    if not _MOVES_A_PART.search(plain) or _TIME_OF_IT.search(plain):
        return False
    return any(
        was.get("pos") != now.get("pos") and (was["s"], was["d"]) != (now["s"], now["d"])
        for was, now in edit.altered
    )


_OF_THE_FILE = words(
    "(?:用|取|截取)(?:它|他|歌曲?|音乐|原曲|视频"
    "|片子)?(?:里)?的?第?[0-9.]+秒?[到至-]第?[0-9.]+秒(?:那段|的部分|部分)?[ 。.!！]*\\Z",
    r"\b(?:use|play|take) (?:only |just )?(?:its|the song's|the track's) (?:seconds? )?\d[\d:.]* ?(?:to"
    r"|-|–)",
)


# Whose end is told by its name, with nothing between: "用song.mp3最后30秒做片尾音乐".
_ITS_LAST = words(
    "用(?:歌曲?|音乐)? +的?(?:最?后|结尾|末尾)(?:的)?(?:[0-9.一二两三四五六七八九十]+秒|半)",
    "(?:[加配放插])(?:上|入)? +的(?:最?后|结尾|末尾)(?:的)?(?:[0-9.一二两三四五六七八九十]+秒|半)",
)


def _takes_its_part_for_a_place(plain: str, edit: Edit) -> bool:
    """ "配song.mp3，用歌曲的30秒到60秒那段", and it is heard from 30 s on."""
    placed = [one for one in (*edit.added, *(now for _, now in edit.altered)) if "src" in one]
    of_it = _OF_THE_FILE.search(plain) or _ITS_LAST.search(plain)
    return any(_is_placed(one) for one in placed) and bool(of_it)


def _is_placed(one: Segment) -> bool:
    return one["s"] > 0 and not one.get("in")


_THAT_ONE = words("(?:开场|开头|结尾|片尾|后面|前面)的?(?:那[个条](?![音片镜])|再)")
_EDGE_OF_THEM = words("(?:开头|开场|片头|结尾|片尾|后面|前面)的(?:标题|字幕|那|再|改|也|放|变|换)")
_PLACED = words("[移挪搬提推延早晚]|秒|放到(?:开头|结尾)|出现|显示|:\\d")


_ALL = words("都|全部")


def _moves_to_an_edge(plain: str, edit: Edit) -> bool:
    """ "开头的标题放大，结尾的标题缩小，都放中间", and one has moved to the end."""
    moved = edit.ends[0] == edit.ends[1] and any(was["s"] != now["s"] for was, now in edit.altered)
    alike = len(edit.altered) > 1 and bool(_ALL.search(plain))
    if (alike or (moved and not _PLACED.search(plain))) and _THAT_ONE.search(plain):
        return True
    return (moved or alike) and bool(_EDGE_OF_THEM.search(plain)) and not _PLACED.search(plain)


_BOTH_SO_LONG = words(
    r"\bboth(?: are| for| last| lasting)? (?:\d+(?:\.\d+)?|one|two|three|four|five|six"
    r"|ten)[ -]?s(?:ec\w*)?\b",
)
_MIDDLE = words(r"\bin the middle (?:\d|one|two|three|four|five)\b")


def _misses_the_end(plain: str, edit: Edit) -> bool:
    """ "'Start' at the beginning and 'End' at the end, both five seconds long", and one lasts 3 s."""
    texts = [one for one in edit.added if one.get("role") in op.TEXTS]
    if len(texts) > 1 and _BOTH_SO_LONG.search(plain):
        away = any(
            one["s"] == edit.ends[1] - _USUAL and end_of(one) < edit.ends[1] for one in texts
        )
        if away or len({one["d"] for one in texts}) > 1 or len({one["s"] for one in texts}) == 1:
            return True
        return all(one["d"] == _USUAL for one in texts) and not _THREE.search(plain)
    return bool(_MIDDLE.search(plain)) and any(one.get("pos") == "center" for one in texts)


_THREE = words(r"\b(?:3|three)\b")


def _lasts_beside_it(plain: str, edit: Edit) -> bool:
    """ "标题“开场”从0到3秒，logo同时显示在右上角", and that lasts all along."""
    logo = any(one.get("role") == "overlay" and edit.lasts(one) for one in edit.added)
    part = any(one.get("role") in op.TEXTS and not edit.lasts(one) for one in edit.added)
    return logo and part and bool(_LOGO_THEN.search(plain))


_LOGO_THEN = words(
    "(?:logo|水印)同时|同时(?:显示|放|出现)(?:logo|水印)", r"\bat the same time\b[^,.]*\blogo\b"
)


_GOES_AT = Regex(
    r"(?:\A|[,.;])\W*at (?:second )?(\d+:\d\d|\d+(?:\.\d+)?)(?! ?(?:s|seconds?)? and)[^,.;]*\b(?:stops"
    r"|ends|disappears|goes|is gone|should (?:end|stop|go|be gone|disappear))\b",
    re.IGNORECASE,
)
_AFTER_IT = words(r"\A\W*[\w.]+ ?(?:s|seconds?) (?:after|later than|before)\b")
_TO_A_TIME = Regex(
    rf"\bto (?:the )?(\d+(?:\.\d+)?)[ -]?(?:s|seconds?)? mark\b|\bto second (\d+)|\btake ({NUMBER}) (?:s"
    r"|seconds?) off\b",
    re.IGNORECASE,
)
_ITS_SECOND = words(r"\bits (?:second \d|\d+(?:st|nd|rd|th) second)")
_LISTED_TIME = words(r"(?:\b\d?\d:\d\d|\bsecond \d+):? *  ")


def _takes_one_for_the_other(plain: str, edit: Edit) -> bool:
    """ "At 20 seconds the music stops", and it begins; "stretch B to second 12", and it lasts 12 s."""
    goes = _GOES_AT.search(plain)
    if goes:
        ms = clock_ms(goes[1])
        if any(now["s"] == ms != was.get("s") for was, now in edit.layers if now):
            return True
    moved = any(was["s"] != now["s"] for was, now in edit.altered)
    if moved and edit.added and _AFTER_IT.search(plain):
        return True
    told = _TO_A_TIME.search(plain)
    if told:
        length = 1_000 * float(number(next(one for one in told.groups() if one)))
        off = told[3] is not None
        return any(
            now["d"] == length != was["d"] and (off or end_of(now) != length)
            for was, now in edit.altered
        )
    if _ITS_SECOND.search(plain) and any(was["s"] != now["s"] for was, now in edit.altered):
        return True
    texts = [one for one in edit.added if one.get("role") in op.TEXTS]
    return bool(_LISTED_TIME.search(plain)) and any(
        one["s"] == 0 and one["d"] > _USUAL for one in texts
    )


_IN_THE_MIDDLE = words(
    r"\bin the middle of the (?:video|film|clip)\b", r"\b(?:on|over) part (?:one|1)\b"
)


def _stands_elsewhere(plain: str, edit: Edit) -> bool:
    """ "in the middle of the video, a title", and it is at its start."""
    texts = [one for one in edit.added if one.get("role") in op.TEXTS]
    return bool(_IN_THE_MIDDLE.search(plain)) and any(
        one["s"] == 0 and (one.get("pos") == "center" or edit.lasts(one)) for one in texts
    )


_AT_ITS_END = words(
    r"\bat (?:its|the clip's) (?:very )?end\b", r"\bat the end of (?:it|that clip)\b"
)
_AFTER_ONE = words(r"\bafter the (?:last|previous|first|second) (?:one|caption|title)\b")


def _stands_beside_its_place(plain: str, edit: Edit) -> bool:
    """ "add “The End” to the last clip, at its end", and it is at that clip's start; "a caption after the
    last one", and it begins elsewhere."""
    texts = [one for one in edit.added if one.get("role") in op.TEXTS]
    clips = {end_of(one) for one in edit.after[0]}
    if any(end_of(one) not in clips for one in texts) and _AT_ITS_END.search(plain):
        return True
    ends = {(one.get("role"), end_of(one)) for one in edit.before[1]}
    late = any((one.get("role"), one["s"]) not in ends for one in texts)
    return late and bool(_AFTER_ONE.search(plain))


_NOT_THERE = Regex(
    r"[,，](?:最?[前后]|开头|结尾)([0-9]+(?:\.[0-9]+)?)秒(?:[和与跟、](?:最?[前后]|开头"
    r"|结尾)[0-9.]+秒)?(?:都)?(?:不要|不放|没有)"
)


def _plays_where_it_is_not_to(plain: str, edit: Edit) -> bool:
    """ "配song.mp3，前5秒和后5秒不要", and it plays in the first 5 s alone."""
    told = _NOT_THERE.search(plain)
    return told is not None and any(one["d"] == 1_000 * float(told[1]) for one in edit.added)


_BEHIND_IT = words(
    r"\bthe (?:next|following|subsequent) (?:\d+|two|three|four|five|six|seven|eight|nine|ten|few) ?"
    r"(?:s|secs?|seconds?)\b"
)


def _begins_with_the_one_before(plain: str, edit: Edit) -> bool:
    """ "the title 'Hi' for the first 10 seconds and 'Bye' for the following 10", and both begin at 0."""
    starts = [one["s"] for one in edit.added]
    return len(set(starts)) < len(starts) and bool(_BEHIND_IT.search(plain))


_SO_LONG_BEHIND_IT = Regex(
    "(?:接着|接下来的?|随后的?|之后的?|后面的?)([0-9]+)秒(?:钟)?(?:显示|放|出现|加)"
)


def _is_there_for_its_usual_time(plain: str, edit: Edit) -> bool:
    """ "接着10秒显示“再见”", and it is there for 3 s."""
    told = _SO_LONG_BEHIND_IT.search(plain)
    texts = [one for one in edit.added if one.get("role") in op.TEXTS]
    return (
        told is not None
        and bool(texts)
        and not any(one["d"] == 1_000 * int(told[1]) and one["s"] > 0 for one in texts)
    )


_THEN_SO_LONG = words(
    r"\bthen,? (?:also )?(?:show|add|put|play|display|mute)\b(?![^.;]*\b(?:at|from|between|start"
    r"|beginning|end"
    r"|first|last|after|before|until|till|throughout|whole|entire)\b)[^.;]*\bfor (?:\d|an?\b|one|two|three"
    r"|four|five|six|ten)",
    "(?:然后|接着|随后)再?(?:显示|加|放|出现)(?![^。;；]*(?:第|开头|结尾|最[前后]|[到至]|全程"
    "|片))[^。;；]*[0-9]秒",
)
_THEN_A_CLIP = words(
    r"\d[^.;]*(?:\bthen,?|after that,?|然后|接着|再)\s*(?:show|play|放|播放)?\s+(?:for|放|播|显示)?\s*\d+ ?"
    "(?:s|seconds?|秒)",
    r"\bthen,? (?:mute|silence) (?:it )?for \d",
)
_UNTIL_THEN = words(
    r"\b(?:until|till) [\d:.]+(?: ?s| seconds?)?,? (?:and )?then,? (?:play|show|start|bring in|fade in)\b"
    r"(?![^.;]*\b(?:at|from|between|start|beginning|end|first|last|after|before|until|till|whole)\b)",
    "到[0-9.]+秒[,，](?:然后|接着)再?(?:播?放|显示|响起|出现)(?![^。;；]*(?:第|开头|结尾|[到至]))",
)


def _begins_before_its_turn(plain: str, edit: Edit) -> bool:
    """ "at 20 s play a ding, then add a title for 3 seconds", and that begins at 0."""
    first = any(one["s"] == 0 for one in edit.added)
    later = any(one["s"] > 0 for one in edit.added)
    if first and later and _THEN_SO_LONG.search(plain):
        return True
    put_in = len(edit.after[0]) > len(edit.before[0]) and edit.ends[1] > edit.ends[0]
    quiet = any(one.get("role") == "sound" and one.get("vol") == 0 for one in edit.added)
    laid = any(one["s"] == 0 and one["role"] == "overlay" for one in edit.added)
    if (laid or put_in or quiet) and _THEN_A_CLIP.search(plain):
        return True
    return first and bool(_UNTIL_THEN.search(plain))


_A_SHARE = Regex(
    r"\W*(?:somewhere |about |around )?(?:half ?way|midway|(?:one|two|three|a|an) (?:half|thirds?|quarters?"
    r"|fifths?))(?: of the way)? (?:through|in|into)\b[^,]*,"
    r"|\W*(?:在|到)?(?:视频|片子|全片)?的?[一二两三四]分之[一二三四]处",
    re.IGNORECASE,
)


def _begins_before_its_share(plain: str, edit: Edit) -> bool:
    """ "Two thirds through, play a ding", and it is played at the start."""
    return any(one["s"] == 0 for one in edit.added) and bool(_A_SHARE.match(plain))


_BARE_EDGE = Regex(
    rf"(?<!the )(?<!its )(?<!my )\b(?:last|final) ({NUMBER}) (?:s|secs?|seconds?)\b", re.I
)


def _stands_at_the_other_edge(plain: str, edit: Edit) -> bool:
    """ "Title 'Hi' top last 5 seconds", and it is there in the first 5."""
    told = _BARE_EDGE.search(plain)
    return told is not None and any(
        one["s"] == 0 and one["d"] == clock_ms(told[1]) for one in edit.added
    )


CHECKS = (
    _keeps_what_goes, _stands_at_the_other_edge,
    _begins_before_its_turn, _begins_before_its_share,
    _is_there_for_its_usual_time,
    _stands_beside_its_place, _begins_with_the_one_before, _plays_where_it_is_not_to,
    _lasts_to_the_end, _begins_where_it_ends, _stands_at_the_start, _loses_the_rest,
    _takes_its_part_for_a_place, _moves_to_an_edge, _misses_the_end, _lasts_beside_it,
    _takes_one_for_the_other, _stands_elsewhere,
)  # fmt: skip
