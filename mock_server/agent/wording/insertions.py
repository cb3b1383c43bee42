"""Turns about a clip that is put in between, said as the lexicon knows them."""

from collections.abc import Callable
from re import Match

from mock_server.agent.values.files import is_picture, is_sound
from mock_server.agent.values.placeholders import Values, index, marks
from mock_server.agent.values.quantities import Time, half_up
from mock_server.agent.values.rules import Rules, plainly, with_values

Said = str | Callable[[Values, Match[str]], str]

_PUT = (
    r"(?:insert|add|put|place|drop(?: in)?|stick|splice(?: in)?|slot(?: in)?|squeeze(?: in)?|paste"
    r"(?: in)?|pop|throw|cut in"
    r"|edit in|slip(?: in)?|include|have|play|show)"
)
_FILE = r"((?:the (?:clip |video |file )?)?<:file>)"
_NTH = r"(?:first|second|third|fourth|last)"
_CLIP = r"(?:clip|video|shot|segment|piece|part)"
_MAIN = (
    r"(?:the|my|our|this) (?:main |actual |real |first |existing |original )?"
    r"(?:clip|video|footage|talk|recording|film|movie)(?: itself)?"
)
_ZH_PUT = r"(?:插入|插播|插|放|加|塞|剪|接|拼|摆)(?:到|在|进|入|至)*"
_ZH_CLIP = r"(?:第[一二三四]|最后一)(?:段|个片段|个视频|个镜头)(?:视频|素材|片段)?"
_ZH_SPOT = r"(?:处|的?位置|的?地方|的?时候|那里|那儿|这里|那个地方|标记处?)?"
_END = r"(?=[ ,.!。]*\Z)"


def _video_first(values: Values, match: Match[str]) -> str:
    """Of a video; a picture or a sound at the beginning is a layer."""
    name = str(values.items[marks(match[1], "file")[0]])
    return match[0] if is_picture(name) or is_sound(name) else f"arrange {match[1]} at the start"


def _at_second(values: Values, match: Match[str]) -> str:
    i = index(match[2])
    time = values.mark("time", Time(half_up(values.items[i] * 1_000)), values.words[i])
    return f"insert {match[1]} at {time}"


_RULES: tuple[tuple[str, Said], ...] = (
    # --- what else becomes of it
    (
        r"(<:file>[^,]*),? ?(?:and |so (?:that )?)?(?:push(?:ing)?|shift(?:ing)?|mov(?:e|ing)|let("
        r"?:ting)?) "
        r"(?:the rest|everything (?:after(?: (?:it|that))?|else)|what (?:follows|comes after)|the "
        r"remainder)"
        rf"(?: of (?:it|the (?:video|clip)))? (?:back|later|along|further back|play on|continue|fol"
        rf"low)(?: after(?:wards| it)?)?{_END}",
        r"\1",
    ),
    (
        r"(<:file>[^,]*), ?(?:不是|不要|别|而不是|不用)(?:放|加|接|插)?(?:在|到)?(?:视频)?(?:最后|"
        r"结尾|末尾|最后面)(?:面)?(?=[ .!]*\Z)",
        r"\1",
    ),
    # --- split there, and put it in
    (
        rf"\b(?:split|cut|divide)(?: (?:it|the (?:video|clip)|my (?:video|clip)))? at (<:time>),? ("
        rf"?:and )?{_PUT} {_FILE}"
        rf"(?: in)?(?: there| in(?:to)? between| in(?:to)? the gap| between(?: them| the two(?: (?:"
        rf"halves|parts|pieces))?)?| in the middle){_END}",
        r"insert \2 at \1",
    ),
    (
        r"(?:在|从)?(<:time>)(?:处|的?地方|的?位置)?(?:切开|分开|剪开|切一刀|断开|分割),?(?:把|将)? "
        r"?(<:file>)"
        r"(?:插|放|加|塞)(?:进去|到中间|在中间|进中间|进来|在那里|到那里|到里面)(?=[ ,.!]*\Z)",
        r"在\1插入\2",
    ),
    (rf"(<:file>.*\b(?:mute|silence|reverse) (?:it|that)) there{_END}", r"\1"),
    (rf"\b({_PUT} {_FILE}) (?:right|just|directly|immediately|exactly) (?=(?:at|after|before|behind"
     rf")\b|<:range>)", r"\1 "),
    # --- beside a clip
    (r"\bwhere the (?:two )?(?:clips|parts|pieces|segments|shots) (?:meet|join|touch)\b",
     "between the clips"),
    (
        rf"\b{_PUT} {_FILE} (?:right |just |directly |in )?(?:before|in front of|ahead of) (the "
        rf"{_NTH} {_CLIP})\b",
        r"splice \1 at the joint before \2",
    ),
    (
        rf"\b{_PUT} {_FILE} (?:right |just |directly |in )?(?:after|behind|following) (the {_NTH} "
        rf"{_CLIP})\b",
        r"splice \1 at the joint behind \2",
    ),
    (
        rf"在?(?:视频|片子)?的?(?:正)?中间{_ZH_SPOT}(?:插入|插播|加入|插|加上|加|放) ?(<:file>){_END}",
        r"中间插入\1",
    ),
    (rf"\A[ ,]*{_FILE} (?:goes |comes )?in the middle(?: of (?:the|my) (?:video|clip))?{_END}",
     r"splice \1 in the middle"),
    (
        rf"(?:把|将)?(<:file>){_ZH_PUT}({_ZH_CLIP})的?(前|后)(?:面|边)?(?:去)?{_END}",
        lambda values, match: f"插入{match[1]}接缝{'后' if match[3] == '后' else ''}{match[2]}",
    ),
    (
        rf"(?:在)?({_ZH_CLIP})的?(前|后)(?:面|边)?(?:插入|插播|加入|插|加上|加|放上|放|接上|接)(?:一段)"
        rf"? ?(<:file>){_END}",
        lambda values, match: f"插入{match[3]}接缝{'后' if match[2] == '后' else ''}{match[1]}",
    ),
    (
        rf"(?:把|将)? ?(<:file>) ?{_ZH_PUT}(?:两段之间|两(?:段|个)(?:视频|片段|素材)?(?:的)?(?:"
        rf"之间|中间)|它们(?:之间|中间)){_END}",
        r"插入\1两段之间",
    ),
    (
        rf"(?:在)?(?:两段之间|两(?:段|个)(?:视频|片段|素材)?(?:的)?(?:之间|中间))(?:插入|插播|加入|插|"
        rf"加上|加|放上|放)(?:一段)? ?(<:file>){_END}",
        r"插入\1两段之间",
    ),
    # --- at a time
    (
        rf"\b{_PUT} {_FILE} in (at|after|between|before|behind) (?!the (?:frame|corner|picture))",
        r"insert \1 \2 ",
    ),
    (rf"\b(?:insert|add|put|splice|paste|drop) {_FILE} (?:in )?(?:at|after) (?:second )?<number>(?="
     rf"[ .!]*\Z|,| and\b)", _at_second),
    (rf"(?:把|将)? ?(<:file>) ?{_ZH_PUT}(?:视频)?的?第?(<:time>){_ZH_SPOT}(?:去|来|里)?(?=[ ,.!]*\Z"
     rf"|,)", r"在\2插入\1"),
    (rf"(?:把|将)? ?(<:file>) ?{_ZH_PUT}(?:视频|片子)?的?(?:正)?中间{_ZH_SPOT}(?:去|来|里)?{_END}",
     r"中间插入\1"),
    # --- behind all
    (
        rf"\A[ ,]*{_FILE} (?:goes|comes|plays|should (?:go|come|play|be)|has to (?:go|come)) (?:rig"
        rf"ht )?(?:after|behind|at the end of) {_MAIN}(?=[ .!]*\Z|,)",
        r"append \1",
    ),
    # --- before all
    (rf"\A[ ,]*(?:please )?(?:start|begin|open|kick off)(?: the video| it)? with {_FILE}{_END}",
     _video_first),
    (
        rf"\b{_PUT} ((?:the )?<:file>)(?: full[- ]?screen| as an? (?:picture|still|image|photo|clip"
        rf"|intro))* for (<:time>)"
        rf"(?: full[- ]?screen)? (?:right |just )?(?:before|in front of|ahead of) {_MAIN}(?: (?:sta"
        rf"rts?|begins?|plays?|comes))?{_END}",
        r"arrange \1 for \2 at the start",
    ),
    (
        rf"\A[ ,]*(?:right |just )?(?:before|in front of|ahead of) {_MAIN}(?: (?:starts?|begins?|pl"
        rf"ays?|comes))?,? {_PUT} "
        rf"((?:the )?<:file>)(?: full[- ]?screen| as an? (?:picture|still|image|photo|clip|intro))*"
        rf" for (<:time>){_END}",
        r"arrange \1 for \2 at the start",
    ),
    (
        r"(?:在)?(?:视频|片子|正片)(?:开始|播放|开头)?(?:之前|以前|前面?)(?:先)?(?:插入|加上|"
        r"放上|显示|展示|全屏显示|全屏放|放|加|插)"
        rf"(?:一张)? ?(<:file>)(?:图片)? ?,?(?:显示|持续|停留|播放|放)?(<:time>){_END}",
        r"\1排到开头,持续\2",
    ),
)  # fmt: skip
_TURNS = Rules(_RULES)


def insertions(text: str, values: Values) -> str:
    """A marked sentence in which a clip is put in as the lexicon says it."""
    return _TURNS.apply(text, with_values(values))


# Before a message is split at "then": what is only said of all the rest.
_REST = (
    rf"(?:the rest(?: of (?:it|them|the video))?|everything else|the others?|{_MAIN}"
    r"|what(?:'s| is) there(?: now)?)"
)
_BEHIND = Rules(
    (
        (
            rf"\b(?:start|begin|open|kick off|first|first play) (?:with )?{_FILE},? (?:and )?(?:the"
            rf"n|followed by)(?: comes| play| show| put)? "
            rf"{_REST}{_END}",
            r"arrange \1 at the start",
        ),
        (
            r"先(?:放|播|播放|上|是) ?(<:file>),?(?:然后|接着|再)+(?:是|放|播|播放|接)?"
            rf"(?:其余的?|剩下的?|原来的?|正片|原视频|后面的?|其他的?)(?:视频|片段|内容|部分)?{_END}",
            r"\1排到开头",
        ),
        (
            r"(<:file>[^,\n]*),? ?(?:后面|后边|其余|剩下|原来)(?:的|的内容|的部分|的视频)?(?:接着"
            r"|继续)(?:放|播放|播)"
            rf"{_END}",
            r"\1",
        ),
    )
)


def without_the_rest(text: str) -> str:
    """A message that only says of all the rest that it comes behind, without that."""
    return _BEHIND.apply(text, plainly)
