"""How and when, said in front of an order: "without sound, play b.mp4", "as of 0:30, show logo.png"."""

import re
from collections.abc import Sequence

from mock_server.agent.second_look.edit import SHOWN, Edit, exactly
from mock_server.agent.second_look.words import PUT_RIGHT, words
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import NUMBER
from mock_server.timeline.tracks import Segment

_HOW = (
    r"(?:in|at|with|without|by|on)\b|muted\b|silent(?:ly)?\b|reversed\b|backwards?\b|upside down\b|slowed\b"
    "|[以用带不无]|静音|倒放|慢放|快进|黑白|复古|怀旧|暖色|冷色"
)
_LED = Regex(rf"\W*(?:please |请)?(?:{_HOW})[^.;。；]*\w", re.IGNORECASE)
_OF_THE_VIDEO = words(
    r"\b(?:video|clip|footage|film|movie|recording|everything|all|whole|entire|both|them|rest|original"
    r"|picture|part|seconds?|section|also|too|s)\b",
    "视频|画面|原声|全部|整|都|片|其余|其他|段|秒",
)


def _does_it_to_what_was_there(plain: str, edit: Edit) -> bool:
    """ "In sepia, insert b.mp4", and that is as it is, while what was there is sepia."""
    if not edit.before[0] or not _comes_once_more(edit) or not _LED.match(plain):
        return False
    was = {exactly(one) for one in edit.before[0]}
    own = {str(one.get("src")) for one in edit.before[0]}
    changed = [one for one in edit.after[0] if one.get("src") in own and exactly(one) not in was]
    return bool(edit.gained(*SHOWN)) and bool(changed) and not _OF_THE_VIDEO.search(plain)


def _comes_once_more(edit: Edit) -> bool:
    return _played(edit.after[0]) > _played(edit.before[0])


def _played(clips: Sequence[Segment]) -> int:
    """How many runs of a file there are: what is split is still one."""
    runs = 0
    last: Segment = {}
    for one in clips:
        runs += one.get("src") != last.get("src") or one.get("in", 0) < last.get("out", 0)
        last = one
    return runs


_SILENT = Regex(
    r"\W*(?:(?:without|with no) (?:any |its |the )?(?:sound|audio)|muted|silent(?:ly)?"
    r"|with (?:the |its )?(?:sound|audio) (?:off|muted)|静音|无声|不带声音)[^.;。；]*\w",
    re.IGNORECASE,
)


def _is_heard(plain: str, edit: Edit) -> bool:
    """ "Without sound, play b.mp4 at the end", and it is heard."""
    return (
        bool(_SILENT.match(plain))
        and not any(key in ("vol", "sound") for key, _ in edit.values)
        and _comes_once_more(edit)
    )


_AGAIN_AND_AGAIN = words(
    rf"\b(?:every|each) (?:{NUMBER}|other|few|couple of) ?(?:s|secs?|seconds?|minutes?|mins?)\b",
    "每隔?[0-9.一二两三四五六七八九十半几]+(?:秒|分)",
)

_SEVERAL = 2


def _comes_once(plain: str, edit: Edit) -> bool:
    """ "Every ten seconds, play a ding", and there is one."""
    came = len(edit.added) + len(edit.after[0]) - len(edit.before[0])
    return came < _SEVERAL and bool(_AGAIN_AND_AGAIN.search(plain))


_KEEPS_ONE_END = words(
    r"\A\W*(?:please )?(?:keep|leave) the (?:first|opening)\b[^.;]*\b(?:mute|silence|reverse|make|turn|slow"
    r"|speed|blur|play)\b[^.;]*\b(?:last|final|next|closing)\b",
    r"\A\W*(?:please )?(?:keep|leave) the (?:last|final|closing)\b[^.;]*\b(?:mute|silence|reverse|make|turn"
    r"|slow|speed|blur|play)\b[^.;]*\b(?:first|opening)\b",
    "\\A[请把]*(?:保留|留着|留下|留)(?:最?前|开头)[^。;；]*[,，](?:把|将|然后)*(?:最后|结尾|片尾"
    "|末尾)[^。;；]*"
    "(?:静音|黑白|倒放|加速|放慢)",
    "\\A[请把]*(?:保留|留着|留下|留)(?:最后|结尾|片尾|末尾)[^。;；]*[,，](?:把|将|然后)*(?:最?前"
    "|开头)[^。;；]*"
    "(?:静音|黑白|倒放|加速|放慢)",
)


def _keeps_only_one_end(plain: str, edit: Edit) -> bool:
    """ "Keep the first 10 seconds and mute the last 10", and only the first ones are left."""
    return edit.ends[1] < edit.ends[0] and bool(_KEEPS_ONE_END.search(plain))


CHECKS = (_does_it_to_what_was_there, _is_heard, _comes_once, _keeps_only_one_end)

_IN_FRONT = Regex(
    r"(?:in|at|with|without|as|by|after|before|from|on|for|during|until|till|over|around|about|near|right"
    r"|just(?! an?\b| the\b)|exactly|roughly|starting|beginning|every|each|once|when|while|whilst|whenever"
    r"|throughout|across|under|behind|between|muted|silent(?:ly)?|reversed|backwards?|excluding|bar"
    r"|barring|excepting|except"
    r"|apart|aside|besides|leaving|other than|save for|not counting|minus|ignoring|skipping|halfway|midway"
    r"|partway|somewhere|sometime|along|alongside|together|towards?|only|inside|within|past|since|up to"
    rf"|following|(?:a|one|two|three|the) (?:half|third|quarter|fifth)s?|(?!please )[a-z]+ly|(?:{NUMBER}) "
    r"(?:s|secs?|seconds?|minutes?|frames?) (?:after|before|in|into|from|past|later|prior))\b"
    r"|除|不算|不含|不包括|(?:[在从当等到自以用按每]|大[约概]|第?[0-9.]+秒|静音|无声|最[前后]|[快慢轻])"
    "[^,;!?]{0,14}(?:秒钟?|分钟?|处|时候?|[之以]?后|[之以]?前|起|开始|[内里中]|[方形]式|地|速度?|音量"
    "|声音|%|效果|一[次下])|静音|无声",
    re.IGNORECASE,
)
_ORDERS_ZH = words("[加删剪放改调把将换移裁切去接插叠配]")
_PLAIN = str.maketrans("，。；！？", ",.;!?", "“”\"'‘’「」()（）")
_SENTENCES = Regex(r"[;\n!。]|\.(?=\s|\Z)")


_KEEPS_A_PART = words(
    r"\W*(?:please )?(?:keep|leave) (?!only|just|nothing|out\b)[^,.;]*\d[^.;]*"
    r"\b(?:cut|mute|drop|delete|remove|speed|slow|reverse|make)\b",
    "[请把]*(?:保留|留着|留下|留)(?!下?的)[^,，。;；]*[秒段][^。;；]*(?:剪|删|静音|加速|放慢|倒放)",
)


_ITS_TIME = words(
    r"\b(?:from|between) [\d:.]+ ?(?:s|secs?|seconds?)? ?(?:to|and|-|until) ?\d",
    r"\bfrom [\d:.]+(?: ?s| seconds?)? on\b",
    r"\bboth (?:for|from|at|until|in)\b",
    r"\b(?:as|is) (?:a|its own) (?:clip|shot|segment)\b|\bfull[- ]?screen\b",
    "单独|独立|全屏|作为一段|当成一段",
)
# "Show the logo at 20 for 5 seconds and" play a ding; "make it red until 5 s and" then white; "wait 5 s".
_LEADS_ON = words(
    r"\b(?:at|on) [\d:.]+[^.;]* and\Z",
    r"\b(?:until|till|up to) [\d:.]+[^.;,]* and\Z",
    r"\A(?:please |first )*(?:wait|hold on|pause) (?:for )?[\d:.]+",
    r"\A(?:at )?first (?:in )?[a-z]+\Z",
    "(?:等|到|完|没|后|时|秒|结束|消失|出现)[^,，。;；]{0,4}(?:再|才)[ 。]*\\Z",
)
# "Let it start at 25, no, end at 45": the end of what was left alone is not that of the video.
_PUT_RIGHT_BEHIND = words(
    r"[,;-] ?(?:oh |ah |uh |er )?(?:no|sorry|oops|wait|correction|rather|i meant?)[, ]+(?:i meant? )?"
    r"(?:to )?(?:end|start|begin|stop|finish)s?\b(?! (?:it|the|my)\b)",
)
_FIRST_WORDS = 14  # characters: what follows may be spelled plainly in what is left
# A time that a layer tells is read as one at which something is: "at when the music starts".
_AT_ITS_TIME = Regex(r"at (?=(?:right |just |directly )?(?:when|once|after|as soon|the moment)\b)")
_NAMES_A_THING = words(
    r"\b(?:add|put|insert|mute|cut|remove|make|set|show|play|turn|fade|trim|delete|change|move|keep"
    r"|speed|slow"
    r"|lower|raise|blur|zoom|crop|rotate|title|caption|subtitle|music|song|logo|overlay|video|clip|text"
    r"|freeze"
    r"|hold)\b"
)
_SPARES = words(
    r"\A\W*(?:and |then |but )*(?:back to )?(?:half|double|normal|full|black|sepia|colou?r|sound|mute\w*)\b"
    r"[^,.;]*\b(?:from|after|until|till) (?:second )?\d",
    r"\b(?:(?:first|last|opening|final|closing) (?:\w+ )?(?:s|secs?|seconds?|minute|half|third)"
    r"|[\d:.]+ ?(?:to|-|until) ?[\d:.]+)\b[^,.;]*\b(?:(?:should|must|has to|have to|is to|are to|ought to)"
    r" (?:keep|stay|remain)|keeps?|stays?|remains?)\b",
)


def limits_what_was_done(message: str, left: Sequence[str]) -> bool:
    """Whether a how, or a when, that was left alone is that of what was done.

    `left` is what the reply quotes; "As of 0:30, show logo.png" may not show it from the start, and "mute
    the video. The last 10 seconds should keep their sound" may not mute all of it.
    """
    if _KEEPS_A_PART.match(message) or any(map(_SPARES.search, left)):
        return True
    if any(map(_LEADS_ON.search, left)):
        return True
    if any(_ITS_TIME.search(one) and not _NAMES_A_THING.search(one) for one in left):
        return True
    if any(_is_put_right(message.translate(_PLAIN).lower(), one.lower()) for one in left):
        return True
    said = [one.strip() for one in _SENTENCES.split(message.translate(_PLAIN).lower())]
    return any(_leads(said, one.translate(_PLAIN).strip(" ,.").lower()) for one in left)


def _is_put_right(message: str, left: str) -> bool:
    """Whether what was left alone is followed by what was meant in its place."""
    begin = left.translate(_PLAIN).strip(" ,.")[:_FIRST_WORDS]
    _, found, behind = message.partition(begin)
    return bool(begin and found and _PUT_RIGHT_BEHIND.search(behind))


def _leads(sentences: Sequence[str], left: str) -> bool:
    left = _AT_ITS_TIME.sub("", left, count=1)
    begins = _IN_FRONT.match(left)
    if not begins or (not left.isascii() and _ORDERS_ZH.search(left)):
        return False
    first = left[: max(len(begins[0]), 6)]
    for sentence in sentences:
        leads, comma, behind = sentence.partition(",")
        ordered = behind and not left.endswith(behind.strip()[-12:])
        if comma and leads.startswith(first) and ordered and not PUT_RIGHT.match(behind.lstrip()):
            return True
    return False
