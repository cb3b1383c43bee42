"""What is said of the clips, or the part, that were named before: "make the first two clips sepia and mute
them", "mute the second clip and remove its first half", "mute the last 10 seconds and title them 'End'"."""

import re

from mock_server.agent.second_look.edit import Edit, exactly, new_sources
from mock_server.agent.second_look.words import words
from mock_server.agent.values.lazily import Regex
from mock_server.timeline.tracks import Segment, end_of

_TIMES = ("id", "s", "in", "out", "d", "tr", "fade_in", "fade_out")
_THEM = words(r"\b(?:them|their|both|these|those)\b", "[它他]们|都|这[两几]段|那[两几]段")
_SEVERAL = words(
    r"\b(?:first|last|next) (?:two|three|four|[2-9])\b",
    r"\b(?:first|second|third|fourth)(?: clip| one)? and (?:the )?(?:second|third|fourth|last)\b",
    r"\b(?:both|two|all|three) (?:of the )?(?:clips|shots|parts|segments)\b",
    r"\bclips? (?:one|two|three|[1-9])(?:,| and|&)+ (?:clip )?(?:two|three|four|[1-9])\b",
    "[前后最][两三四]段|第[一二三四]段?[和与跟、]第?[二三四]|[前后最][两三四]个片段",
)


def _told(one: Segment) -> dict[str, str]:
    return {key: str(value) for key, value in one.items() if key not in _TIMES}


def _new_looks(edit: Edit) -> list[set[str]]:
    """For each clip of the video, in their order, what has become of it."""
    was, now = edit.before[0], edit.after[0]
    olds, news = [_told(one) for one in was], [_told(one) for one in now]
    if len(was) != len(now) or [one.get("src") for one in olds] != [one.get("src") for one in news]:
        return []
    return [
        {key for key in one.keys() | other.keys() if one.get(key) != other.get(key)}
        for one, other in zip(olds, news, strict=True)
    ]


def _does_it_to_one_of_them(plain: str, edit: Edit) -> bool:
    """ "make the first two clips sepia and mute them", and one of them is mute."""
    looks = [one for one in _new_looks(edit) if one]
    unlike = any(one != looks[0] for one in looks)
    return unlike and bool(_SEVERAL.search(plain) and _THEM.search(plain))


_BETWEEN = words(
    r"\bbetween (?:them|the two|these two|those two|both)\b",
    "(?:[它他]们|两者|这?(?<!每)两段|二者)之?[间中]",
)
_FIRST_TWO = words(
    r"\bfirst two\b|\bfirst and (?:the )?second\b", "前[两二]|第一段?[和与跟、]第?二"
)
_LAST_TWO = words(r"\blast two\b", "[后最][两二]")
_TWO = words(
    r"\b(?:two|both)\b|\b(?:first|second"
    r"|third)(?: clip)? and\b",
    "[两二]段|第[一二三]段?[和与跟、]",
)


def _joins_others(plain: str, edit: Edit) -> bool:
    """ "mute the last two clips and add a crossfade between them", and there is one before them, too."""
    now = edit.after[0]
    linked = {str(one.get("id")) for one in edit.before[0] if "tr" in one}
    new = [i for i, one in enumerate(now) if "tr" in one and str(one.get("id")) not in linked]
    if len(now) < 3 or not new or not _BETWEEN.search(plain) or not _TWO.search(plain):
        return False
    if _FIRST_TWO.search(plain):
        return new != [1]
    return new != [len(now) - 1] if _LAST_TWO.search(plain) else len(new) > 1


_ITS_PART = words(
    r"\bits (?:first|last|opening|final|second|middle)\b",
    r"\b(?:first|last|second|final) [^.,;]{1,20} of (?:it|that clip|this clip)\b",
    "它的(?:[前后]|最后|第一|中间|开头|结尾)",
)
_CLIP = words(
    r"\b(?:first|second|third|fourth|last) (?:clip|shot|segment)\b",
    r"\S? {2,}",
    "第[一二三四]段|最后一段|第[一二三四]个片段",
)
_ALL = words(r"\b(?:all|every|each|whole|both|others?|rest)\b", "[都每全]|所有|其[他余]")


def _cuts_another_clip(plain: str, edit: Edit) -> bool:
    """ "mute the second clip and remove its first half", and that of the video is gone."""
    was, now = edit.before[0], edit.after[0]
    if len(was) == 1 or was == now or _ALL.search(plain):
        return False
    its = _ITS_PART.search(plain)
    if not its or not _CLIP.search(plain, 0, its.start()) or edit.added:
        return False
    if _MOVED.search(plain, 0, its.start()) and _order(was) == _order(now):
        return True
    left = [exactly(one) for one in now]
    lost = [one for one in was if exactly(one) not in left]
    if len(lost) > 1 or new_sources(edit):
        return len(lost) > 1
    known = {one.get("id") for one in was if "freeze" in one}
    held = [one for one in now if "freeze" in one and one.get("id") not in known]
    edges = {(one.get("src"), one.get(edge)) for one in lost for edge in ("in", "out")}
    return any((one.get("src"), one.get("in")) not in edges for one in held)


_MOVED = words(r"\b(?:move|swap)\b", "[移挪换]")


def _order(main: list[Segment]) -> list[tuple[str, str]]:
    """The files in their order, with where in them each clip begins."""
    return [(str(one.get("src")), str(one.get("in"))) for one in main]


_OVER_IT = Regex(
    r"\b(?:over|during|on|onto|on top of|across|to|for|under|with) (?:it|them"
    r"|(?:this|that|the same) (?:part|bit|section|stretch|portion|segment|clip|time|period|range)"
    r"|(?:these|those) (?:\w+ )?(?:parts|seconds|clips))\b"
    r"|\bin (?:its|their) (?:(?:upper|lower|top|bottom)|cent(?:er|re)|middle|left|right|corner)"
    r"|\binstead[ .!]*\Z"
    r"|(?:给|在|为|到)(?:它|这一?段|那一?段|这部分|那部分|这个片段)"
    r"|[,，并](?:这|那)一?段[配加放]|它的(?:[左右][上下]角|上|下|中)|(?:它|这一?段"
    r"|那一?段)(?:上面?"
    r"|里面?|中|期间)",
    re.IGNORECASE,
)
_CHANGED_FIRST = Regex(
    r"\W*(?:please |can you |could you )?(?:mute|silence|make|turn|slow|speed|reverse|rotate|blur"
    r"|zoom|play"
    r"|append|insert|flip|darken|brighten|stabili[sz]e|denoise)\b"
    r"|[ ,，]*(?:请|帮我)?(?:把|将|给|在|让)?[^,，。]{0,24}(?:静音|加速|放慢|倒放|旋转|黑白|模糊"
    r"|放大"
    r"|接|插|追加|变成|降噪)",
    re.IGNORECASE,
)


def _lies_beside_that_part(plain: str, edit: Edit) -> bool:
    """ "mute the last 10 seconds and put a title over that part", and it is there from the start."""
    if not (_OVER_IT.search(plain) and _CHANGED_FIRST.match(plain)):
        return False
    return _lies_beside(_changed_span(edit), edit)


def _lies_beside(span: tuple[int, int] | None, edit: Edit) -> bool:
    """Whether what was laid over the video is at another time than a part of it."""
    laid = [one for one in edit.added if one.get("role") not in _HEARD]
    if not laid or span is None or span == (0, edit.ends[1]):
        return False
    start, end = min(one["s"] for one in laid), max(map(end_of, laid))
    return abs(start - span[0]) > 100 or abs(end - span[1]) > 100


_HEARD = ("effect", "sound", "voiceover")
_LEADS = Regex(r"[^,，。;；]{0,80}?(?:\b(?:it|them|its|their)\b|[它他]们?)", re.IGNORECASE)


def leans_on_those_clips(message: str, made: Edit, edit: Edit) -> bool:
    """Whether "put logo.png in its top right corner", or "a crossfade between them", is done to others than
    the clips that the message before it changed: `made` is what that one did."""
    looks = _new_looks(made)
    told = {i for i, one in enumerate(looks) if one}
    linked = {str(one.get("id")) for one in edit.before[0] if "tr" in one}
    new = [
        i for i, one in enumerate(edit.after[0]) if "tr" in one and str(one.get("id")) not in linked
    ]
    if len(told) > 1 and any(not {i - 1, i} <= told for i in new) and _BETWEEN.search(message):
        return True
    over = _OVER_IT.search(message)
    pointed = over is not None and bool(_LEADS.match(message))
    return pointed and made.before[0] != made.after[0] and _lies_beside(_changed_span(made), edit)


def _changed_span(edit: Edit) -> tuple[int, int] | None:
    """From when to when what has changed of the video is shown, or an effect that was added."""
    known = [_told(one) for one in edit.before[0]]
    new = [one for one in edit.after[0] if _told(one) not in known]
    new = new or [one for one in edit.added if one.get("role") == "effect"]
    return (min(one["s"] for one in new), max(map(end_of, new))) if new else None


_MAKE_IT = words(r"\bmake it\b|\bgive it\b", "(?:把|让)它|整体")


def _looks_so_in_a_part(plain: str, edit: Edit) -> bool:
    """ "Cut 20 to 40 and make it look cinematic", and only what is behind the cut does."""
    looks = [str(one.get("color")) for one in edit.after[0]]
    new = edit.gained("color") and len({*looks}) > 1 and edit.ends[1] < edit.ends[0]
    return bool(new) and len(edit.before[0]) == 1 and bool(_MAKE_IT.search(plain))


_NTH = r"(?:first|second|third|last|1st|2nd|other)"
_ONE_BY_ONE = words(
    rf"\b{_NTH} (?:clip|part|segment|piece|shot)\b|\b(?:clip|part|segment) (?:one|two|three"
    rf"|[1-9])\b",
    "(?:第[一二三四1-4]|[前后]一?|最后一|另一)段|第[一二三四1-4]个(?:片段|镜头|视频)",
)
_ALL_OF_THEM = words(
    r"\b(?:all|both|whole|entire|every|each|everything|throughout|video|picture|clips|rest|other"
    r"|them"
    r"|sound|audio|clips)\b",
    rf"\b{_NTH}(?: clip| part| segment)? and (?:the )?{_NTH}\b",
    "[都全整两每各]|所有|一起|视频|画面|一样|声|段[和与跟、]",
)


def _does_it_to_all_of_them(plain: str, edit: Edit) -> bool:
    """ "第二段静音，再变黑白，第一段降噪", and both are black and white."""
    looks = _new_looks(edit)
    alike = set.intersection(*looks) if len(looks) > 1 else set()
    same = {key for key in alike if len({str(one.get(key)) for one in edit.after[0]}) == 1}
    named = len(_ONE_BY_ONE.findall(plain))
    more = bool(looks) and set.union(*looks) != same
    each = named >= len(looks) + more
    return bool(same) and named > 0 and not each and not _ALL_OF_THEM.search(plain)


_JOINED = words("接缝|过渡|转场|叠化|溶解|之间|中间")


def _halves_what_is_in_two(plain: str, edit: Edit) -> bool:
    """ "接缝处加闪白,前半段黑白" of two clips, and the second one is cut in the middle of the video."""
    halved = 2 == len(edit.before[0]) < len(edit.after[0]) and not new_sources(edit)
    return halved and "半段" in plain and bool(_JOINED.search(plain))


_EACH_BACKWARDS = words(
    r"\breverse (?:the|these|those|my|all|both|all the|both the) clips\b"
    r"|\bclips (?:play )?(?:backwards|in reverse)\b",
    "(?:两|三|四|几|各|每|所有|全部)的?[个段]?(?:片段|视频)?(?:都|全都?|分别|各自)?(?:倒放"
    "|倒着[放播]|反向播放)",
)
_ORDER = words(r"\b(?:order|swap|last|first|whole)\b", "顺序|换|整|全片")


def _turns_their_order_round(plain: str, edit: Edit) -> bool:
    """ "Reverse the clips", and the last one comes first as well."""
    files = [[one.get("src") for one in side[0]] for side in (edit.before, edit.after)]
    turned = len(files[0]) > 1 and files[0] != files[1] == files[0][::-1]
    return turned and bool(_EACH_BACKWARDS.search(plain)) and not _ORDER.search(plain)


_AND_THOSE = words(
    r"\b(?:first|last|opening|final) [\w.]+ (?:s|secs?|seconds?)\b[^.;]*\b(?:and"
    r"|then) (?:\w+ ){0,3}those\b"
)


def _is_done_to_all_for_those(plain: str, edit: Edit) -> bool:
    """ "Title 'Hi' in the last 5 seconds, and mute those", and nothing is heard at all."""
    if not _AND_THOSE.search(plain):
        return False
    return any(
        all(key in one for one in edit.after[0])
        for key in edit.gained("vol", "color", "speed", "reverse")
    )


_THOSE_SECONDS = words(
    r"\b(?:last|final|closing)\b[^.;]*\b(?:those|these|the same|that same|exactly those) "
    r"(?:\w+ )?(?:seconds?|secs?|s|stretch)\b",
    "(?:最后|结尾|末尾)[^。；]*(?:这|那|同样)[^,，。]{0,2}(?:几|[0-9一二两三四五六七八九十]+)?秒",
)


def _is_not_there_then(plain: str, edit: Edit) -> bool:
    """ "Fade to black in the last 3 seconds, and over those 3 seconds a title", and it is at the start."""
    brief = [one for one in edit.added if one["role"] != "music" and not edit.lasts(one)]
    away = any(not edit.lasts_to_the_end(one) for one in brief)
    return away and bool(_THOSE_SECONDS.search(plain))


CHECKS = (
    _is_not_there_then,
    _is_done_to_all_for_those,
    _turns_their_order_round,
    _halves_what_is_in_two,
    _looks_so_in_a_part,
    _does_it_to_all_of_them,
    _does_it_to_one_of_them,
    _joins_others,
    _cuts_another_clip,
    _lies_beside_that_part,
)
