"""What is to be reached, named behind the verb that leads there: "延长标题，使其持续8秒" is eight
seconds in all, and "降低音量，设为30%" leaves 30%, not 70%."""

import re
from collections.abc import Iterable

from mock_server.agent.second_look.edit import Edit, differs, shown
from mock_server.agent.second_look.words import words
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import NUMBER, number
from mock_server.timeline.tracks import Segment, end_of

_NEAR = 60  # ms: half a frame or two
_LEVEL = Regex(
    r"(?:[降减调压提增加放]|[轻响慢快大小低高]声?一?[点些]|更[轻响慢快大小]|小声"
    r"|大声)[^,，。;；]{0,14}[,，]"
    r"[^,，。;；%0-9不]{0,8}(?<![低减降高增加升小大少多快慢])([0-9]+(?:\.[0-9]+)?) ?%"
    r"(?:就行|就好|就够了?|左右|即可|就可以了?|吧)*[ 。.!！]*\Z"
    r"|\b(?:lower|raise|reduce|increase|turn|slow|speed|quieter|louder|slower|faster|softer)\b[^.;,]{0,40}"
    r"[,;] ?(?:(?:and|then|please|just|about|say|maybe|only|set|make|put|keep|it|that|volume|speed"
    r"|should be"
    r"|the|to|at|down to|up to) ){0,6}([0-9]+(?:\.[0-9]+)?)"
    r" ?(?:%|percent\b)[^,.;0-9]{0,12}[ .!]*\Z",
    re.IGNORECASE,
)


def _misses_the_level(plain: str, edit: Edit) -> bool:
    """ "降低音量，设为30%", and it is 70%; "slow it down, to 80%", and it runs at 20%."""
    told = _LEVEL.search(plain)
    if told is None:
        return False
    wanted = float(told[1] or told[2])
    moved = any(one.get(key) != other.get(key) for one, other in _pairs(edit) for key in _MEASURES)
    values = [float(value) for _, value in edit.values if _FIGURE.fullmatch(value)]
    return moved and not any(abs(one * by - wanted) < 0.5 for one in values for by in (1, 100))


_MEASURES = ("vol", "speed", "scale", "opacity")
_FIGURE = Regex(r"-?\d+(?:\.\d+)?(?:e-?\d+)?")


def _pairs(edit: Edit) -> Iterable[tuple[Segment, Segment]]:
    """All that is there, with what it was; clips that were cut in two with what is there of them."""
    yield from ((was, now) for was, now in edit.layers if now)
    old = [{key: one.get(key) for key in ("vol", "speed")} for one in edit.before[0]]
    for now in edit.after[0]:
        if {key: now.get(key) for key in ("vol", "speed")} not in old:
            yield {}, now


_LEADS = (
    r"(?:延长|拉长|加长|缩短|剪短|截短|推迟|延后|推后|延迟|提前|提早|加速|放慢|快进|减速"
    r"|[往向][前后][移挪]|[早晚久长短快慢]一?[点些])"
)
_SO_THAT = (
    r"(?:好|以)?(?:使|让|令|改|变|从|在|到|持续)(?:得|其|它|之|他)?(?:的)?(?:总|时)?"
    r"(?:时长|长度|长)?"
)
_SO_LONG = Regex(
    rf"{_LEADS}[^,，。;；]{{0,14}}[,，]{_SO_THAT}(?:只|能|正好|刚好)*"
    rf"(?:持续|显示|停留|播放|时长|变成|变为|缩短到|延长到|达到|为|是|有|剩)*({NUMBER})秒钟?长?[ 。.!！]*\Z"
    r"|\b(?:extend|lengthen|shorten|stretch|trim|speed|slow)\b[^.;]{0,40}\b(?:so|such) (?:that )?(?:it|the"
    r" [a-z]+) (?:only )?(?:lasts?|is|runs?|takes?|stays?)(?: for| only| on screen for)* (?:only )?"
    r"(\d+(?:\.\d+)?) ?s(?:ec\w*)?\b(?: long)?[ .!]*\Z",
    re.IGNORECASE,
)
_SO_STARTS = Regex(
    rf"{_LEADS}[^,，。;；]{{0,14}}[,，](?:{_SO_THAT})?(?:只"
    rf"|能)?(?:改为)?(?:[从在]|等?到)?第?({NUMBER})秒钟?(?:的时候|时|处)?(?:再|才)?"
    r"(?:开始|出现|响起|显示|播放)[ 。.!！]*\Z"
    r"|\b(?:move|delay|shift|postpone|bring|start|earlier|later)\b[^.;]{0,40}\b(?:so (?:that )?(?:it|the"
    r" [a-z]+) (?:starts?|begins?|appears?)|starting|beginning) (?:at|from) (\d+(?:\.\d+)?)"
    r" ?s(?:ec\w*)?\b[ .!]*\Z",
    re.IGNORECASE,
)
_SO_ENDS = Regex(
    rf"{_LEADS}[^,，。;；]{{0,14}}[,，]{_SO_THAT}(?:只|能)?(?:改为)?[在到]?第?({NUMBER})秒钟?(?:的时候"
    rf"|时|处)?"
    r"(?:结束|停止|消失|停)[ 。.!！]*\Z"
    r"|\b(?:extend|lengthen|shorten|stretch|trim|cut)\b[^.;]{0,40}\b(?:so (?:that )?(?:it|the [a-z]+)"
    r" (?:ends?|stops?|disappears?|finishe?s?)|ending) (?:at|by) (\d+(?:\.\d+)?) ?s(?:ec\w*)?\b[ .!]*\Z",
    re.IGNORECASE,
)


_OF_THE_VIDEO = words(r"\b(?:video|film|clip|it all)\b", "视频|片子|全片|画面")


def _misses_the_time(plain: str, edit: Edit) -> bool:
    """ "延长标题，使其持续8秒", and it is 8 s longer; "推迟标题，使其在20秒开始", and it is 20 s later."""
    if not edit.values:
        return False
    now = [one for _, one in edit.layers if one]
    same = edit.before[0] == edit.after[0]
    clips = [] if same else edit.after[0]
    if told := _ms(_SO_LONG, plain):
        found = [one["d"] for one in now] + [_length(one) for one in clips]
        found += [edit.ends[1]] if clips else []
        return not any(abs(one - told) < _NEAR for one in found)
    if told := _ms(_SO_STARTS, plain):
        return not same or not any(abs(one["s"] - told) < _NEAR for one in now)
    if told := _ms(_SO_ENDS, plain):
        if not same and _OF_THE_VIDEO.search(plain):
            return abs(edit.ends[1] - told) > _NEAR
        return not same or not any(abs(end_of(one) - told) < _NEAR for one in now)
    return False


_SO_THAT_IT = Regex(
    rf"{_LEADS}[^,，。;；]{{0,14}}[,，](?:好)?[使让令][^,，。;；0-9分]{{0,8}}?(?<!分)({NUMBER})秒"
    r"[^,，。;；0-9]{0,8}[ 。.!！]*\Z"
)
_SO_BIG = words("[,，](?:使|让)(?:得)?(?:其|它)[^,，。]{0,2}占[^,，。]{0,12}(?:半|分之|%)")


def _misses_the_aim(plain: str, edit: Edit) -> bool:
    """ "把视频加速，使其在30秒内播完", and it takes 40 s; "放大标题，使其占画面的一半"."""
    if any(differs(was, now, "size") for was, now in edit.altered) and _SO_BIG.search(plain):
        return True
    told = _ms(_SO_THAT_IT, plain)
    if not told or not edit.values:
        return False
    there = [now for _, now in edit.layers if now] + edit.after[0]
    found = [time for one in there for time in (one["s"], end_of(one), _length(one))]
    return not any(abs(one - told) < _NEAR for one in (*found, edit.ends[1]))


def _length(one: Segment) -> float:
    """How long a clip is seen, in ms."""
    return float(one.get("d") or shown([one]) / float(one.get("speed", 1)))


def _ms(told: Regex, plain: str) -> float:
    found = told.search(plain)
    said = next((one for one in found.groups() if one), None) if found else None
    value = number(said) if said else None
    return 1_000 * float(value) if value is not None else 0


_TURNED_LOWER = words(
    "(?:淡出|渐弱|渐隐|静音|消音|降低|减小|压低|调低|调小|关掉|提高|调高"
    "|调大)[^,，。]{0,10}[,，](?:从|自|在)第?"
    f"(?:{NUMBER}秒|[0-9]+:[0-9]{{2}})(?:处|时)?(?:开始|起|以后|之后)",
    r"\b(?:fade (?!in\b)|mute|silence|lower|turn (?:down|up)|raise|duck)\b[^.;]{0,30}, ?(?:starting"
    r"|beginning|from)"
    r"\b[^.;,]{0,16}\d",
)
_HOW = ("vol", "fade_in", "fade_out")


def _moves_what_changes(plain: str, edit: Edit) -> bool:
    """ "静音音乐，从30秒开始", and the music begins there; "淡出画面，从57秒开始", and what was before is
    cut."""
    if not _TURNED_LOWER.search(plain):
        return False
    moved = any(differs(was, now, *_HOW) and was["s"] != now["s"] for was, now in edit.altered)
    return moved or shown(edit.before[0]) > shown(edit.after[0])


_WHILE_PLAYED = words(
    "\\A[ ,，]{0,3}(?:当|在)? {1,4}(?:播放|放映|出现|显示|放)(?:期间|的?(?:时候?|过程中|同时|这段时间))",
    r"\A[ ,]{0,3}(?:during|throughout|as long as|while) {1,4},",
    r"\A[ ,]{0,3}(?:while|when|whenever|as) {1,4}(?:is |gets )?"
    r"(?:play(?:ing|s|ed)|shown|showing|on(?: screen)?)\b",
)


def _plays_it_once_more(plain: str, edit: Edit) -> bool:
    """ "b.mp4播放期间，显示标题“B”", and b.mp4 is there twice, or the title elsewhere."""
    if not _WHILE_PLAYED.match(plain):
        return False
    spans = [(one["s"], end_of(one)) for one in edit.after[0]]
    away = any((one["s"], end_of(one)) not in spans for one in edit.added)
    return away or len(edit.after[0]) > len(edit.before[0])


_KEEPS_AND_REST = words(
    "保留[^,，。;；]{1,16}[,，](?:并|再|但|而|然后)?[^,，。;；]{0,4}(?:其[余他它]|剩[下余]|后面|前面|别"
    "|另外)的?"
    "(?:部分|片段|内容|画面|都|全|时间|[0-9]|静音|加速|放慢|黑白)[^剪删裁去扔丢不,，。]{0,30}[ 。.!！]*\\Z",
    r"\bkeep\b[^.;,]{1,40}?(?:,| and| but| then)+ (?:mute|silence|reverse|speed up|slow down|slow|blur"
    r"|make|turn|play)\b[^.;,]{0,4}(?:the rest|the others?|everything else|the remaining)\b",
)


def _cuts_the_rest(plain: str, edit: Edit) -> bool:
    """ "保留前10秒，把其余部分加速到2倍", and there is no rest any more."""
    return bool(_KEEPS_AND_REST.search(plain)) and shown(edit.before[0]) > shown(edit.after[0])


_SHORTER_CLIP = words(
    "(?:缩短|剪短|裁短|截短)(?: {1,4}|第[一二三四]个?(?:片段|视频|段))[,，][^,，。]{0,4}(?:[剪去删裁]"
    "|最?[前后])",
    r"\b(?:shorten|trim) (?: {0,4}|the (?:first|second|third|last) (?:clip|shot|segment))[,;:] ?(?:and "
    r"|by )?(?:cut|trim"
    r"|remov|tak|chop|lop|delet|los)\w*",
)


def _shortens_another(plain: str, edit: Edit) -> bool:
    """ "Shorten b.mp4, cut off the last 5 seconds", and b.mp4 is gone and the end of the video, too."""
    return bool(_SHORTER_CLIP.search(plain)) and len(edit.after[0]) < len(edit.before[0])


_LASTS_SO_LONG = Regex(
    r"\bmake it (?P<so>\d+(?:\.\d+)?) ?(?:s|secs?|seconds?)\b(?! (?:longer|shorter|earlier"
    r"|later|of))",
    re.IGNORECASE,
)


def _lasts_otherwise(plain: str, edit: Edit) -> bool:
    """ "Make it 6 seconds, and fade it out", and it lasts 3 s as before."""
    told = _LASTS_SO_LONG.search(plain)
    if told is None or edit.ends[0] != edit.ends[1]:
        return False
    ms = 1_000 * float(told["so"])
    lengths = [one[key] for one in (*edit.after[0], *edit.after[1]) for key in ("s", "d")]
    fades = [
        one.get(key) for one in (*edit.after[0], *edit.after[1]) for key in ("fade_in", "fade_out")
    ]
    return not any(abs(one - ms) < _NEAR for one in [*lengths, edit.ends[1]]) and ms not in fades


CHECKS = (
    _lasts_otherwise,
    _misses_the_level,
    _misses_the_time,
    _misses_the_aim,
    _moves_what_changes,
    _plays_it_once_more,
    _cuts_the_rest,
    _shortens_another,
)
