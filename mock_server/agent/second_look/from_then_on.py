"""What is to change from some time on: "make the music quieter starting at 30 s", and before that there
is none any more."""

import re

from mock_server.agent.second_look.edit import Edit, differs, exactly
from mock_server.agent.second_look.words import words
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import NUMBER, clock_ms
from mock_server.timeline.tracks import Segment, end_of

_LOOKS = (
    "vol",
    "scale",
    "opacity",
    "size",
    "color",
    "pos",
    "rotate",
    "blur",
    "sound",
    "font",
    "bold",
)
_FROM = words(
    r"\b(?:starting|beginning) (?:at|from|with)\b",
    r"\bfrom (?:second |the )?[\w:.]+ ?(?:s|secs?|seconds?|mark)?(?: mark)? on(?:wards?)?\b",
    r"\b(?:after|from) (?:the )?(?:first )?[\w:.]+ ?(?:s|secs?|seconds?)(?: mark)?\b",
    f"从第?{NUMBER}秒[^,，。]{{0,3}}(?:开始|起|往后|以后|之后)",
    f"第?{NUMBER}秒(?:之后|以后|后|开始|起)",
)
# The time is that of the thing itself: "play it from 20 s on at 50 %".
_PLACES = words(
    r"\b(?:starts?|plays?|playing|shows?|shown|appears?|moves?|moved|shift|begins?|runs?|comes?|displays?"
    r"|keep|only|lasts?|bring|enters?|delay|instead|until|till)\b",
    "放|播|显示|出现|移|挪|改到|只|响|来|进|推迟|延后|持续|结束",
    f"[,，]从第?{NUMBER}秒(?:开始|起)[ 。.!！]*\\Z",
    rf"\A\W*(?:the )?[a-z]+ from {NUMBER} ?(?:s|secs?|seconds?)?(?: on)?, ",
    f"\\A[^,，。从0-9]{{1,6}}从?第?{NUMBER}秒(?:后)?(?:开始|起)[,，]",
)


def _is_gone_before(plain: str, edit: Edit) -> bool:
    """ "Put the logo at 50 % opacity from 30 s on", and before that it is not there."""
    later = [one for one in edit.altered if one[0]["s"] < one[1]["s"]]
    if not any(differs(*pair, *_LOOKS) for pair in later):
        return False
    return bool(_FROM.search(plain)) and not _PLACES.search(plain)


_FADES_FROM = Regex(
    rf"\bfad\w+\b[^.;]{{0,60}}\b(?:starting|beginning)(?: at| from)? (\d+:\d\d|{NUMBER})"
    rf"|\b(?:starting|beginning|from)(?: at)? (\d+:\d\d|{NUMBER}) ?(?:s|secs?|seconds?)?(?: on)?,?"
    r" [^.;]{0,60}\bfad"
    rf"|从第?({NUMBER})秒[^,，。]{{0,3}}(?:开始|起)[^,，。]{{0,8}}[淡渐][入出]",
    re.IGNORECASE,
)


def _fades_at_another_time(plain: str, edit: Edit) -> bool:
    """ "Have the music fade in over 3 s starting at 10 s", and it fades in at 0."""
    faded = [one for one in edit.changes if differs(*one, "fade_in", "fade_out")]
    if edit.added or len(faded) != 1 or not (told := _FADES_FROM.search(plain)):
        return False
    ms = clock_ms(next(one for one in told.groups() if one))
    one = faded[0][1]
    return ms not in (one["s"], end_of(one) - int(one.get("fade_out", 0)))


_IN_A_SHARE = words(
    r"\b(?:in|during|for|over|throughout) the (?:first|second|last|final|middle) (?:half|third|quarter)\b",
    "[前后上下]半(?:段|部分|程)|[前中后]三分之一",
)


def _changes_all_of_it(plain: str, edit: Edit) -> bool:
    """ "In the second half, make the music quieter", and it is so from its start."""
    changed = [
        (was, now)
        for was, now in edit.altered
        if differs(was, now, *_LOOKS) and edit.lasts(was) and edit.lasts(now)
    ]
    alone = edit.before[0] == edit.after[0] and not edit.added
    return bool(changed) and alone and bool(_IN_A_SHARE.search(plain))


_N_S = rf"(?P<n>{NUMBER})"
_LOOK_ZH = (
    "(?:再|就|才|也|都|它|的|把|让|将|声音|慢慢|逐渐|变|要)*(?:音量|[大小]声|[大小]一?[点些]|轻|低"
    "|响一?[点些]|减半"
    "|半?透明|不透明|大小|[放变调][大小]|缩小|自动|压低|降低?|调[低高到]|减[弱小到]|渐[弱强小]"
    "|(?:改成?|变成?|用)?[红黄蓝绿白黑橙紫粉灰金]色)"
)
_OF_A_PART = Regex(
    rf"[,，][ ]?(?:(?P<edge>最?前|最?后|开头|结尾|末尾)的?{_N_S}秒钟?(?:的|里|内)?"
    r"|(?P<half>[前后上下]半(?:段|部分|程)?))(?:" + _LOOK_ZH + "|[淡渐][入出隐显])"
    rf"|[,，][ ]?(?:从)?第?(?P<from>{NUMBER})秒(?:钟)?(?:之后|以后|后|开始|起)(?:"
    + _LOOK_ZH
    + "|[淡渐][出隐])"
)
_LOUD = (
    r"(?:at (?=[^,.;]*(?:\d|half|full|low))|(?:a (?:bit|little) |much )?(?:louder|quieter|softer|lower"
    r"|transparent|see-through|smaller|bigger|ducked|dimmed|translucent)\b|half[- ](?:transparent|size"
    r"|volume)|\d+ ?(?:%|percent))"
)
_OF_A_PART_EN = Regex(
    rf"(?:, (?:and |with )?|\bwith )(?:the |its )?(?P<edge>first|opening|last|final|closing) {_N_S}"
    rf" ?(?:s|secs?|seconds?) (?:should be |being |is |are )?{_LOUD}"
    rf"|(?:, (?:and |with )?|\bwith )(?:the |its )?(?P<half>first|second|last) half (?:should be |being"
    rf" |is )?{_LOUD}"
    rf"|, (?:and |but )?{_LOUD}[^,.;]{{0,20}}? (?:(?:for|in|during|over) the (?P<side>first|opening|last"
    rf"|final|closing) (?P<m>{NUMBER}) ?(?:s|secs?|seconds?)|(?:from|after) (?:second )?(?P<from>{NUMBER})"
    r" ?(?:s|secs?|seconds?)?(?: on| onwards?)?\W*\Z)",
    re.IGNORECASE,
)
_FIRST = words("first|opening|前|开头|上")


def _is_there_for_that_part(plain: str, edit: Edit) -> bool:
    """ "加song.mp3，前10秒音量20%", and there is none behind them."""
    if not (new := [one for one in edit.added if not edit.lasts(one)]):
        return False
    for regex in (_OF_A_PART, _OF_A_PART_EN):
        for found in regex.finditer(plain):
            told = found.groupdict()
            if told["from"]:
                span = clock_ms(told["from"]), edit.ends[1]
            else:
                length = told["n"] or told.get("m")
                ms = clock_ms(length) if length else edit.ends[1] // 2
                first = _FIRST.search(told["edge"] or told["half"] or told["side"])
                span = (0, ms) if first else (edit.ends[1] - ms, edit.ends[1])
            if any((one["s"], end_of(one)) == span for one in new):
                return True
    return False


_ON = words(
    r"\bfrom\s+(?:the )?[\w.]*(?: (?:quarter|third|half|clip|part|segment))?\s+on(?:wards?)?\b(?! the)",
    "从第?[一二三四]个?(?:四分之一|三分之一|段)(?:开始|起)",
)


def _ends_before_the_end(plain: str, edit: Edit) -> bool:
    """ "From the third quarter on, black and white", and the last quarter is not."""
    was, now = ([exactly(one) for one in side[0]] for side in (edit.before, edit.after))
    same_end = bool(was and now) and _look(edit.before[0][-1]) == _look(edit.after[0][-1])
    return was != now and same_end and edit.ends[0] == edit.ends[1] and bool(_ON.search(plain))


def _look(one: Segment) -> list[object]:
    return [one.get(key) for key in ("vol", "color", "speed", "reverse", "src")]


_ALL_ALONG = Regex(
    r"\W*(?:throughout|during|over|for|in|across) (?:the |my |our )?(?P<role>title|caption|logo|music|song)"
    r"(?:'s)?\b[^,]*,",
    re.IGNORECASE,
)


def _moves_what_tells_the_time(plain: str, edit: Edit) -> bool:
    """ "Throughout the title, mute the clip", and the title is there all along."""
    led = _ALL_ALONG.match(plain)
    if not led:
        return False
    role = {"song": "music", "logo": "overlay"}.get(led["role"].lower(), led["role"].lower())
    return any(was["role"] == role and differs(was, now, "s", "d") for was, now in edit.altered)


_BEHIND_THAT = words(
    r"\b(?:after (?:that|it|this)|afterwards|from then on|in that part|while it (?:plays|runs|lasts)"
    r"|during (?:it"
    r"|that))(?: to [\d.]+x)?\W*(?:\Z|[.;,]| and\b)",
    r"(?:\btop|bottom|middle|left|right|\bmp3|\d%|\b(?:ding|whoosh|beep|clip|it|video"
    r"|everything)) (?:after that"
    r"|then)\W*\Z",
    r"\b(?:from|until|till|between)\b[^.;]*\d[^.;]*,? (?:and )?(?:after that|afterwards),? (?:mute|make"
    r"|turn|play"
    r"|start|show|add|speed|slow|black)\b",
    r"\b(?:play|start|show|add)(?: a| the)? [^,.;]* then[.!]*\Z",
)


def _is_so_before_that(plain: str, edit: Edit) -> bool:
    """ "Title 'Hi' from 5 to 10, and mute the clip after that", and all of it is silent."""
    if not _BEHIND_THAT.search(plain):
        return False
    was, now = edit.before[0], edit.after[0]
    edges = zip((*was[:1], *was[-1:]), (*now[:1], *now[-1:]), strict=False)
    changed = [differs(*pair, "vol", "color", "speed", "reverse") for pair in edges]
    quiet = any(now.get("vol") == 0 != was.get("vol") for was, now in edit.altered)
    early = any(one["s"] == 0 for one in edit.added) and bool(_ADDS_THEN.search(plain))
    return (bool(changed) and all(changed)) or quiet or early


_ADDS_THEN = words(
    r"\b(?:add|start|play|show|put|logo|mp3|ding|whoosh|  )\b[^,;.]*\b(?:after that|afterwards|then"
    r"|in that part|while it (?:plays|runs)|during it)\W*\Z",
    r"\b(?:after that|afterwards),? (?:add|start|play|show|put)\b",
    r"(?:,|\band)\s+(?:the )?(?:logo )?[^,.;]{0,20}after that\W*\Z",
)


CHECKS = (_is_so_before_that, _ends_before_the_end, _moves_what_tells_the_time, 
    _is_gone_before, _fades_at_another_time, _changes_all_of_it, _is_there_for_that_part,
)  # fmt: skip
