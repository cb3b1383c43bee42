"""Turns about which clip comes when, said as the lexicon knows them."""

from collections.abc import Callable
from functools import partial
from re import Match

from mock_server.agent.values.files import is_picture, is_sound
from mock_server.agent.values.placeholders import Values, marks
from mock_server.agent.values.ranges import Clip
from mock_server.agent.values.rules import Rules, with_values

Said = str | Callable[[Values, Match[str]], str]

_CLIP = r"(?:clip|video|shot|segment|piece|part)"
_NTH = rf"the (?:first|second|third|fourth|last|final|middle) {_CLIP}"
_ONE = rf"({_NTH}|(?:the )?<:file>|<:range>)"
_ZH_ONE = (
    r"((?:第[一二三四]|最后一)(?:段|个片段|个视频|个镜头)(?:视频|素材|片段)?|中间那?一?段"
    r"|<:file>|<:range>)"
)
_ZH_PUT = r"(?:移动|加|接|拼|移|挪|调|排|搬|提|放|摆|换|插)(?:到|在|至)?"
_SOME = (
    r"(?:(?:these|those|the|all|following|listed|two|three) )+(?:clips|segments|videos|files)"
    r"(?: below| here)?"
)
_END = r"(?=[ ,.!。]*\Z)"
_PUT = r"(?:put|place|move|play|show|bring|shift|have|get)"
_ASKED = r"\A[ ,]*(?:please |can you |could you )*"
_AT_START = r"(?:first|up ?front|(?:at|to) the (?:very )?(?:front|start|beginning))"
_AT_END = r"(?:last|at the (?:very )?end|to the (?:very )?end)"


def _moved(values: Values, match: Match[str], said: str) -> str:
    """Of clips of the main track; a picture or a sound is a layer."""
    for i in marks(match[0], "file"):
        name = str(values.items[i])
        if is_picture(name) or is_sound(name):
            return match[0]
    for i in marks(match[0], "range"):
        if not isinstance(values.items[i], Clip):
            return match[0]
    return match.expand(said)


def _order(said: str) -> Said:
    return partial(_moved_as, said)


def _moved_as(said: str, values: Values, match: Match[str]) -> str:
    return _moved(values, match, said)


_RULES: tuple[tuple[str, Said], ...] = (
    # --- onto the track
    (
        rf"\b(?:line|string|chain|lay|link|queue) ({_SOME})(?: up| together| out| down)+(?=[ ,:])",
        r"arrange \1",
    ),
    (
        rf"\bdrop (?=(?:{_SOME}|<:file>|<:text>)[^,:]*\b(?:onto|into) the (?:video track|timeline)\b)",
        "put ",
    ),
    (
        r"(<:file>|<:text>) (?:placed |shown |stacked )?(?:above|over) (<:file>|<:text>)"
        r"(?=[^.;]*\beach (?:one |clip )?(?:fill|tak|cover|occup)\w+ (?:[a-z]+ ){0,3}half\b)",
        r"stacked \1 at the top and \2 at the bottom",
    ),
    (
        rf"{_ASKED}(?:the (?:two )?clips are|they(?:'re| are)|the order is) (?:in the wrong order|t"
        rf"he wrong way (?:round|around)"
        r"|wrong|mixed up)[,:;-]* ?(?:so )?(?:please )?(?:swap|switch|exchange|reverse) (?:them|it"
        r"|that)(?: around| round)?"
        rf"(?: please)?{_END}",
        "swap the two clips",
    ),
    (
        rf"{_ASKED}(?:swap|switch|exchange) (?:them|those two|these two|the two)(?: around| round| "
        rf"over)?(?: please)?{_END}",
        "swap the two clips",
    ),
    (
        rf"\b(?:swap|switch|exchange)(?: the (?:order|places|positions) of)? {_ONE} (?:and|with|for"
        rf") {_ONE}(?: around| in order)?{_END}",
        _order(r"arrange \1 for the place of \2"),
    ),
    (
        rf"\b(?:swap|switch|exchange)(?: the (?:order|places|positions) of)? the (first|second|thir"
        rf"d|fourth|last|middle)"
        rf" (?:and|with) (?:the )?(first|second|third|fourth|last|middle) clips?(?: around)?{_END}",
        r"arrange the \1 clip for the place of the \2 clip",
    ),
    (rf"{_ZH_ONE}(?:和|跟|与){_ZH_ONE}的?(?:顺序|位置|先后)?(?:对调|互换|交换|调换|换一下|对换|换)("
     rf"?:一下)?(?:顺序|位置)?{_END}",
     _order(r"\1排到换位\2")),
    # --- beside another
    (rf"\b{_PUT} {_ONE} (?:right |directly )?(?:before|in front of|ahead of) {_ONE}{_END}",
     _order(r"arrange \1 at the joint before \2")),
    (rf"\b{_PUT} {_ONE} (?:right |directly )?(?:after|behind) {_ONE}{_END}",
     _order(r"arrange \1 at the joint behind \2")),
    (rf"(?:把|将|让)?{_ZH_ONE}{_ZH_PUT}{_ZH_ONE}的?(?:前面|之前|前边|前){_END}", _order(r"\1排到接缝\2")),
    (rf"(?:把|将|让)?{_ZH_ONE}{_ZH_PUT}{_ZH_ONE}的?(?:后面|之后|后边|后){_END}", _order(r"\1排到接缝后\2")),
    # --- before or behind all
    (rf"\b(?:let|have|make|get) {_ONE} (?:come|go|be|play|start|run)?(?: the)? ?{_AT_START}{_END}",
     _order(r"arrange \1 at the start")),
    (rf"\b(?:let|have|make|get) {_ONE} (?:come|go|be|play|run)?(?: the)? ?{_AT_END}{_END}",
     _order(r"arrange \1 at the end")),
    (rf"{_ASKED}{_ONE} (?:should |must |has to |needs to )?(?:come |go |be |play |comes |goes |play"
     rf"s )?{_AT_START}(?: please)?{_END}",
     _order(r"arrange \1 at the start")),
    (rf"{_ASKED}({_NTH}) (?:should |must |has to |needs to )?(?:come |go |be |play |comes |goes |pl"
     rf"ays )?{_AT_END}(?: please)?{_END}",
     _order(r"arrange \1 at the end")),
    (rf"(?:把|将|让)?{_ZH_ONE}(?:先)?{_ZH_PUT}(?:最前面?|前面?|开头|第一个|第一位)(?:去|来)?{_END}",
     _order(r"\1排到开头")),
    (rf"(?:把|将|让)?{_ZH_ONE}{_ZH_PUT}(?:最后面?|后面?|结尾|末尾)(?:去|来)?{_END}", _order(r"\1排到结尾")),
    (rf"\A让?(?:先放|先播|先播放)?{_ZH_ONE}先(?:出现|放|播|播放|出来|上){_END}", _order(r"\1排到开头")),
    (r"\A先(?:放|播|播放) ?((?:第[一二三四]|最后一)(?:段|个片段|个视频|个镜头)(?:视频|素材|片段)?"
     r")" rf"{_END}", _order(r"\1排到开头")),
)  # fmt: skip
_TURNS = Rules(_RULES)


def clip_order(text: str, values: Values) -> str:
    """A marked sentence in which the order of clips is told as the lexicon knows it."""
    return _TURNS.apply(text, with_values(values))
