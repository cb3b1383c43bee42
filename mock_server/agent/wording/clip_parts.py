"""Turns about parts of clips and of what was split, and about what is done in which order."""

import re
from collections.abc import Callable
from re import Match

from mock_server.agent.values.files import is_sound
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import Values, index, marks
from mock_server.agent.values.quantities import Time, half_up
from mock_server.agent.values.ranges import Clip, Range
from mock_server.agent.values.rules import Rules, plainly, with_values

Said = str | Callable[[Values, Match[str]], str]

_NTH = "(?:first|second|third|fourth|last)"
_END = r"(?=[ ,.!。]*\Z)"
_PUT = r"(?:add|append|put|place|attach|insert|stick|tack(?: on)?)"
_AT_END = r"(?:at|on|onto|to) the (?:very )?end"
_ZH_AT_END = r"(?:放|加|接|拼|插)(?:到|在)?(?:视频)?的?(?:最后面?|后面|末尾|结尾|片尾)"
_VERB = r"(?:mute|silence|reverse|slow|speed up|play|make|turn|rotate|stabili[sz]e|denoise|crop)"
_UNCUT = r"(?:(?!\b(?:cut|trim|remove|delete|split|drop)\b|[剪删切裁])[^\n])*?"
_THAT = r"(?:that|this|the same) (?:part|bit|section|stretch|passage|piece|range)"


def _splits(values: Values, match: Match[str]) -> str:
    found = [_as_time(values, digits) for digits in match.groups() if digits]
    return "split at " + " and ".join(found)


def _as_time(values: Values, digits: str) -> str:
    i = index(digits)
    value = values.items[i]
    time = value if isinstance(value, Time) else Time(half_up(value * 1_000))
    return values.mark("time", time, values.words[i])


def _reversed(values: Values, match: Match[str]) -> str:
    start, end = (half_up(values.items[index(digits)] * 1_000) for digits in match.groups())
    return "reverse " + values.mark("range", Range(start, end), match[0])


def _piece(number: int, of: int) -> Said:
    return lambda values, match: values.mark("range", Clip(number, of=of), match[0])


def _before_or_after(values: Values, match: Match[str]) -> str:
    """The piece before or behind the one place at which the same sentence splits."""
    number = 0 if match[2].lower() in ("before", "in front of") else 1
    return match[1] + values.mark("range", Clip(number, of=2), match[0][len(match[1]) :])


_END_SAID = Regex(r"\bend\b|最后|末尾|结尾|片尾|后面", re.IGNORECASE)


def _with_length(values: Values, match: Match[str]) -> str:
    """Of the first seconds of a file."""
    groups = [one for one in match.groups() if one]
    range_at = next(i for one in groups for i in marks(one, "range"))
    span = values.items[range_at]
    name = next(one for one in groups if marks(one, "file"))
    if not isinstance(span, Range) or span.start != 0 or not span.end:
        return match[0]
    heard = is_sound(str(values.items[marks(name, "file")[0]]))
    if heard and _END_SAID.search(match[0]):
        return match[0]  # music would start with the video, not lie at its end
    time = values.mark("time", Time(span.end), values.words[range_at])
    return f"add {name} {time} to the timeline"


def _that_part(values: Values, match: Match[str]) -> str:
    """The one range that was named before in the sentence."""
    told = marks(match[1], "range", "time")
    if len(told) != 1 or not isinstance(values.items[told[0]], Range):
        return match[0]
    i = told[0]
    return match[1] + match[2] + values.mark("range", values.items[i], values.words[i])


_HEARD = Regex(r"\b(?:bleep|beep|ding|whoosh|effect|sfx)\b|音效|哔", re.IGNORECASE)


def _those_parts(values: Values, match: Match[str]) -> str:
    """The two ranges that were named before in the sentence."""
    told = marks(match[1], "range", "time")
    spans = [one for one in (values.items[i] for i in told) if isinstance(one, Range)]
    if not (len(spans) == len(told) == 2 and _HEARD.search(match[0])):
        return match[0]
    first, second = (values.mark("range", values.items[i], values.words[i]) for i in told)
    both = f"加{match[2]},{first}和{second}" if match[2] else f", {first} and {second}"
    return match[1] + both


_RULES: tuple[tuple[str, Said], ...] = (
    # --- several splits
    (
        r"\b(?:split|divide)(?: it| the (?:video|clip)| this)? at (?:both )?(?:second )?<time|numb"
        r"er>(?:,? and|,) (?:at )?(?:second )?<time|number>"
        r"(?:,? and (?:at )?(?:second )?<time|number>)?(?! (?:seconds? )?(?:long|each))",
        _splits,
    ),
    (r"(?:分别)?在?(<:time>)(?:处)?(?:和|跟|与|、)(<:time>)(?:处|的地方|的位置)?(?:各)?(?:"
     r"分割|切开|切一刀|断开|剪开|拆开|分开)",
     r"在\1和\2切开"),
    # --- the pieces
    (
        r"\b((?:slow|speed)(?: down| up)?) (the|that) (?:bit|chunk) ?(?=<:range>)",
        r"\1 \2 part ",
    ),
    (r"\bthe (?:piece|part|bit|section|clip) in[ -]between\b", _piece(1, 3)),
    (
        r"(\bsplit [^,<]*<:time>,? (?:and )?[^,<]*?)(?:the (?:part|piece|bit)|what comes|what(?:'s"
        r"| is)|everything) (before|after|in front of|behind)"
        r" (?:(?:that|this) (?:point|moment|time|mark)|it|that|there|the (?:cut|split|point))\b",
        _before_or_after,
    ),
    # --- a part of a file
    (
        rf"\b{_PUT} (?:only |just )?(<:range>) of (<:file>) {_AT_END}{_END}|\b{_PUT} (<:file>)(?: "
        rf"{_AT_END})?,? but (?:only|just) (?:its |with its )?"
        rf"(<:range>)(?: of it)?{_END}|\b{_PUT} (<:file>) {_AT_END},? (?:only|just) (?:its |with it"
        rf"s )?(<:range>)(?: of it)?{_END}",
        _with_length,
    ),
    (
        rf"(?:把|将)? ?(<:file>) ?的?(<:range>){_ZH_AT_END}{_END}|(?:把|将)? ?(<:file>) ?"
        rf"{_ZH_AT_END},只(?:要|用|取|留)(?:它的|其)?(<:range>){_END}",
        _with_length,
    ),
    # --- in the place of a part
    (rf"\b(?:replace|swap out|exchange) (<:range>) (?:with|by|for) (<:file>){_END}",
     r"splice \2 in the place of \1"),
    (rf"(?:把|将)? ?(<:range>) ?的?(?:画面|内容|部分|视频)?(?:换成|替换成|替换为|换为) ?(<:file>)"
     rf"{_END}",
     r"插入\2取代\1"),
    (rf"(?:把|将)?(<:range>)用 ?(<:file>) ?(?:替换|换掉|代替|替代)(?:掉)?{_END}", r"插入\2取代\1"),
    # --- where two clips meet
    (
        r"\b((?:transition|wipe|slide|push|dissolve|cross-?fade)\b[^,;]{0,24}?),? (?:that|which)"
        r" (?:lasts|takes|goes on for) (<:time>)(?: long)?",
        r"\1 lasting \2",
    ),
    (
        rf"\b((?:wipe|slide|push|dissolve|fade|cross-?fade)(?: (?:to the )?(?:left|right|up|down))?"
        rf") from the ({_NTH}) clip (?:in)?to the ({_NTH})(?: clip)?,? (?:for |in |over |lasting )?"
        rf"(<:time>){_END}",
        r"put a \4 \1 transition between the \2 and the \3 clip",
    ),
    (r"\b((?:fade|dissolve|transition|cross-?fade|wipe|slide)(?: of <:time>)?) between (?:them|the"
     r" two)(?=[,.!]|\Z| (?:and|with|for|of|lasting)\b)",
     r"\1 between the clips"),
    (r"\A[ ,]*(?:only|just) (an? [^,]*\b(?:transition|fade|dissolve)\b)", r"put \1"),
    # --- that part
    (rf"\A([^,]*<:range>[^,]*?)(,? and (?:then )?{_VERB} ){_THAT}\b", _that_part),
    (rf"\A({_UNCUT}<:range>{_UNCUT}) (?:over|in|at|for|on|during) (?:both|each)(?: of)?"
     r"(?: those| these| the)? (?:spots|places|parts|moments|ranges|stretches|sections)\b()", _those_parts),
    (rf"\A({_UNCUT}<:range>{_UNCUT}[,，])(?:在?这)?两(?:处|段|个地方|个时间段?)(?:都|各)"
     r"(?:[换盖加放]上?|换成)?([^,]+)\Z", _those_parts),
    (r"\brun <number>(?: to |-)<number> backwards?\b", _reversed),
    # --- nothing new
    (
        rf"((?:first|last|front|start|end|开头|结尾)[^,]*?),? (?:and |but )?(?:leave|keep) (?:all )?t"
        rf"he (?:others|other clips|rest) (?:in (?:that |the same )?order|as they are|where they "
        rf"are){_END}",
        r"\1",
    ),
)  # fmt: skip
_TURNS = Rules(_RULES)

# Before a message is split into sentences: what is done first.
_ORDER = Rules(
    (
        (
            r"(<:file>(?: ?放(?:上|到|在)视频轨道上?)?(?:,?(?:停|停留|显示|放|持续)?[0-9.]+秒)?),?"
            r"(?:再|(?:然后|接着|后面|之后)再?)"
            r"(?:接|放|跟|播|是)(?:上|着)? ?(?=<:file>)",
            r"\1和",
        ),
        (r"\b(what comes|everything|the (?:part|bit|piece)) after that\b", r"\1 after it"),
        (r",? and,? (?:when|once|after) (?:that|it|this)(?: is|'s) done,? ", ", then "),
        (
            r"\A([^,.;\n]+), but (?:before (?:cutting|that|doing that|you cut|you do that|the cut)"
            r"(?: it)?|first(?=,? (?:mute|cut|trim|speed|slow|reverse|add|remove|split|rotate)\b))"
            r",? (?:please )?([^,.;\n]+)(?=[.!]*\s*\Z)",
            r"\2, then \1",
        ),
    )
)


def clip_parts(text: str, values: Values) -> str:
    """A marked sentence in which parts of clips are told as the lexicon knows them."""
    return _TURNS.apply(text, with_values(values))


def in_their_order(text: str) -> str:
    """A message that tells later what comes first, in the order in which it is done."""
    return _ORDER.apply(text, plainly)
