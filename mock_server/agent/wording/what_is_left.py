"""The rest, and the other one: "cut the first 5 s and mute the rest", "make 'A' red and delete the
other one", "stabilise the second clip, denoise the first"."""

import re
from collections.abc import Sequence

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import Values, index, marks, pattern
from mock_server.agent.values.ranges import Range, all_but
from mock_server.agent.wording.shown import TEXTS, Shown

# --- behind a cut the rest is all that there is --------------------------------------------
_LAYER = (
    r"(?:title|caption|subtitle|music|song|logo|watermark|overlay|voice|lower|text"
    r"|音乐|标题|字幕|水印|旁白)"
)
_CUT = (
    r"\b(?:cut|trim|remove|delete|chop|lose|drop|snip|take)\b"
    rf"(?:(?!{_LAYER}|\b(?:keep|leave|except|but|only|not|don't|middle|everything)\b)[^;\n])*?"
)
_DOES = (
    r"(?:mute|silence|reverse|denoise|stabili[sz]e|normali[sz]e|speed up|slow down|(?:make|turn|play|put"
    r"|set|colou?r|speed|slow))"
)
_REST = Regex(
    rf"({_CUT}\b(?:and |then |, ?){_DOES}) (?:all of )?(?:the rest|what(?:'s| is) left|what remains"
    r"|the remainder)(?: of (?:it|the (?:video|clip)))?(?! of\b)(?=[ ,.!]|\Z)",
    re.IGNORECASE,
)
_REST_ZH = Regex(
    rf"((?:剪掉|删掉|去掉|剪去|删除|裁掉|切掉|剪)(?:(?!{_LAYER}|[别不除留])[^;。\n])*?[,。](?:然后|再|把|将|并|,)*)"
    r"(?:剩下|其余|剩余|余下)的?(?:部分|内容|画面|视频|地方)?(?:都|全部|全)?"
    r"(?=静音|消音|倒放|调成|变成|改成|加速|放慢|慢放|两倍|[0-9.]+倍|黑白|降噪)"
)
_CUT_ZH = Regex(
    rf"((?:把|将)(?:(?!{_LAYER}|[别不除留])[^,;。\n])*?(?:剪掉|删掉|去掉|剪去|删除|裁掉|切掉)了?[,。](?:然后|再|把|将|并|,)*)"
    r"(?:剩下|其余|剩余|余下)的?(?:部分|内容|画面|视频|地方)?(?:都|全部|全)?"
    r"(?=静音|消音|倒放|调成|变成|改成|加速|放慢|慢放|两倍|[0-9.]+倍|黑白|降噪)"
)
_PULLED_UP = Regex(
    rf"(\b(?:cut|trim|remove|delete|chop|drop|snip|take)\b(?:(?!{_LAYER})[^.;\n])*?),? and "
    r"(?:(?:pull|bring|move|shift|slide) (?:everything|all|the rest)(?: else)?(?: after (?:it|that))?"
    r" (?:up|forward|together)"
    r"|join (?:up )?(?:what's left|the rest)(?: together)?)(?=[ .!]*(?:\Z|\n|;))",
    re.IGNORECASE,
)
_MAY = Regex(r"\b(?:rest|left|remains|remainder)\b|剩|余", re.IGNORECASE)


def left_by_a_cut(message: str) -> str:
    """A message in which what a cut leaves is called the whole video."""
    if " and " in message:
        message = _PULLED_UP.sub(r"\1", message)
    if not _MAY.search(message):
        return message
    message = _REST.sub(r"\1 the whole video", message)
    return _CUT_ZH.sub(r"\1整个视频", _REST_ZH.sub(r"\1整个视频", message))


# --- beside a part it is all but that ------------------------------------------------------
_BESIDE = pattern(
    r"\A[ ,]*((?!(?:cut|trim|remove|delete|keep|leave|add|show|put)\b)[a-z][^,\ue010-\ue01f]*?<range>"
    r"[^,\ue010-\ue01f]*?"
    r"(?:<:factor|percent>)?),? and "
    r"((?:mute|silence|reverse|denoise|stabili[sz]e|make|turn)) (?:all of )?the rest"
    r"(?: of (?:it|the (?:video|clip)))?((?: black and white| warm| cold| cool| sepia)?)(?=[ .!]*\Z)"
)


def left_beside(text: str, values: Values) -> str:
    """A marked sentence in which the rest beside a part is told by its times, and done first."""
    if "the rest" not in text:
        return text
    beside = _BESIDE.match(text)
    part = values.items[index(beside[2])] if beside else None
    rest = all_but((part,)) if isinstance(part, Range) else None
    if beside is None or not rest:
        return text
    spans = " and ".join(values.mark("range", one, "the rest") for one in rest)
    return f"{beside[3]} {spans}{beside[4]}, {beside[1]}"


_BEFORE_IT = pattern(
    r"(\A[^\n]*?\b(?:freeze|hold|pause|stop|split)\b[^\n]*?<time|range>.*?)"
    r"\beverything before (?:it|that)\b"
)


def before_that(text: str, values: Values) -> str:
    """A marked sentence in which what is before a held frame is told by its time."""
    found = _BEFORE_IT.match(text) if "everything before" in text else None
    if found is None:
        return text
    told = values.items[index(found[2])]
    at = told.start if isinstance(told, Range) else told.ms
    if at <= 0:
        return text
    return f"{found[1]}{values.mark('range', Range(0, at), 'everything before it')}{text[found.end() :]}"


# --- one of two ----------------------------------------------------------------------------
_OTHER = Regex(
    r"\bthe other (one|title|caption|text|lower[- ]third)\b|另(?:外)?一(?:个|条)(?:标题|字幕)?",
    re.IGNORECASE,
)


def of_the_other(text: str, values: Values, shown: Sequence[Shown]) -> str:
    """A marked sentence in which the other of two texts is named, where one is named in front of it."""
    other = _OTHER.search(text) if "other" in text or "另" in text else None
    if other is None:
        return text
    named = {str(values.items[i]) for i in marks(text[: other.start()], "text")}
    known = [one for one in shown if one.role in TEXTS and one.text in named]
    if len(known) != 1:
        return text
    alike = [one for one in shown if one.role == known[0].role]
    noun = (other[1] or "one").lower().replace("text", "one").replace(" ", "-")
    if len(alike) != 2 or noun not in ("one", known[0].role):
        return text
    one = next(each for each in alike if each is not known[0])
    if one.text in named:
        return text
    mark = values.mark("text", one.text)
    role = known[0].role.replace("-", " ")
    said = mark if other[0].startswith("另") else f"the {role} {mark}"
    return f"{text[: other.start()]}{said}{text[other.end() :]}"


_ORDINAL = r"(?:first|second|third|last)"
_NOUN = r"(?:clip|segment|shot|title|caption|logo|lower third|text)"
_OTHERS = rf"(?:(?!\b(?:{_NOUN}|music|song|video|voice-?over|half|third|quarter)s?\b).)*?"
_CLIPS = Regex(
    rf"(\bthe {_ORDINAL} ({_NOUN})\b{_OTHERS}(?:,| and\b){_OTHERS}\bthe {_ORDINAL})(?: one\b"
    r"(?! (?:can |should |must |may )?(?:stay|remain|keep))|"
    r"(?=[ .!]*\Z|,| and\b| (?:black and white|warm|cold|cool|sepia|vintage|louder"
    r"|quieter|faster|slower|red|blue|green|yellow|white|bold|italic|at the|to the|in the)\b))",
    re.IGNORECASE,
)


def of_clips(text: str) -> str:
    """A marked sentence in which an ordinal behind "the second clip", or title, is that of one, too."""
    return _CLIPS.sub(r"\1 \2", text)
