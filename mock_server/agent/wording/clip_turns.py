"""Turns about whole clips, the shape and the speed of the picture, said as the lexicon knows them."""

from collections.abc import Callable
from re import Match

from mock_server.agent.values.files import is_picture, is_sound
from mock_server.agent.values.placeholders import UNREADABLE, Values, index, marks
from mock_server.agent.values.quantities import Time, half_up
from mock_server.agent.values.ranges import Range
from mock_server.agent.values.rules import Rules, with_values

_ORDINALS = ("first", "second", "third", "fourth")
_NTH = rf"(?:{'|'.join(_ORDINALS)})"
_CLIP = "(?:clip|video|shot|segment)"
_VIDEO = "(?:the (?:whole |entire )?(?:video|clip|film|footage|recording|timeline|movie)|it|this)"
_ZH_ORDINALS = "一二三四"
_ZH_FRONT = (
    "(?:视频|整个视频|片子|时间线)?的?(?:最前面|最前边|最前|开头|最开头|最开始|第一个|第一位)"
)
_HAPPENS = r"(?=[ ,.!]*\Z)"
_COLOR = "(?:white|red|blue|green|yellow|orange|pink|purple|gold|gr[ae]y)"

Said = str | Callable[[Values, Match[str]], str]


def _joint(values: Values, match: Match[str]) -> str:
    one, other = (_ORDINALS.index(match[group].lower()) for group in (1, 2))
    return f"at the joint before the {match[2]} clip" if other == one + 1 else f" {UNREADABLE} "


def _zh_joint(values: Values, match: Match[str]) -> str:
    one, other = (_ZH_ORDINALS.index(match[group]) for group in (1, 2))
    return f"接缝第{match[2]}段" if other == one + 1 else f" {UNREADABLE} "


def _file_first(values: Values, match: Match[str]) -> str:
    return _arranged(values, match, "arrange {} at the start")


def _zh_file_first(values: Values, match: Match[str]) -> str:
    return _arranged(values, match, "{}排到开头")


def _arranged(values: Values, match: Match[str], said: str) -> str:
    """Of a video; a picture or a sound at the beginning is a layer."""
    name = str(values.items[index(match[2])])
    return match[0] if is_picture(name) or is_sound(name) else said.format(match[1])


def _zh_cut_at_edge(values: Values, match: Match[str]) -> str:
    return _edge_cut(values, match[1], "剪掉", match[2] in ("结尾", "末尾", "最后", "后面", "尾部"))


def _cut_to(values: Values, match: Match[str]) -> str:
    i = index(match[2])
    rest = values.mark("range", Range(values.items[i].ms, None), values.words[i])
    return f"cut {rest} of {match[1]}"


def _edge_cut(values: Values, digits: str, verb: str, at_end: bool) -> str:
    i = index(digits)
    ms = values.items[i].ms
    span = Range(-ms, None) if at_end else Range(0, ms)
    return verb + values.mark("range", span, values.words[i])


def _split_at(values: Values, match: Match[str]) -> str:
    found = (_as_time(values, digits) for digits in match.groups() if digits)
    return "split at " + " and ".join(found)


def _as_time(values: Values, digits: str) -> str:
    i = index(digits)
    value = values.items[i]
    time = value if isinstance(value, Time) else Time(half_up(value * 1_000))
    return values.mark("time", time, values.words[i])


_MANY = {"two": 2, "three": 3, "four": 4, "两": 2, "三": 3, "四": 4}


def _counted(values: Values, match: Match[str]) -> str:
    """An order about so many parts without their number; unreadable where others are named."""
    named = len(marks(match.string[match.end() :], "range"))
    wrong = _MANY.get(match[2].lower(), named) != named
    return f"{match[1]} {UNREADABLE} " if wrong else match[1] + " " * match[1].isascii()


_RULES: tuple[tuple[str, Said], ...] = (
    # --- between two clips
    (
        rf"\b(?:in )?between (?:the )?({_NTH})(?: {_CLIP})? and (?:the )?({_NTH}) {_CLIP}s?\b",
        _joint,
    ),
    (
        rf"\b(?:crossfade|cross-fade|dissolve) (?:from )?the ({_NTH}) (?:and|to|into) (?:the )?({_NTH}"
        rf") {_CLIP}s?",
        lambda values, match: f"put a crossfade transition {_joint(values, match)}",
    ),
    # Nothing but clips is played faster, or turned.
    (
        rf"\b(play|speed up|slow down|slow|reverse|rotate|stabili[sz]e|crop) the ({_NTH}|last|middle"
        rf") one\b",
        r"\1 the \2 clip",
    ),
    (rf"\b(speed up|slow down|slow) the ({_NTH}|last) (?=(?:to|by|down to) <:factor|percent>"
     rf")", r"\1 the \2 clip "),
    (r"每(?:两段|两个片段|两个视频|段|个片段)(?:视频)?之间", "相邻片段之间"),
    (r"\beverywhere between the clips\b", "between the clips"),
    (
        rf"\A[ ,]*no (?:more )?transitions?(?: please)?,? (?:just |only )?(?:an? )?(?:hard|straight"
        rf"|plain) cuts?{_HAPPENS}",
        "remove the transition",
    ),
    (
        r"\A[ ,]*(?:add|append|put|place|attach) (<:file>) (?:(?:after|behind) (?:my|the|this) (?:clip"
        r"|video|footage"
        r"|recording|talk)|at the end),? (?:and |with |put )*(?:an? )?(<:time>) (?:cross)?(?:fade"
        r"|dissolve)(?: transition)?"
        r"(?: in)?[ -]?between(?: the two clips| the clips| the two| them| both)?(?=[ .!]*\Z|,)",
        r"append \1 with a \2 transition",
    ),
    (r"\b(fades?|transition|dissolve|crossfade)s? between the (?:two "
     r")?halves\b", r"\1 between the clips"),
    (r"第([一二三四])(?:段|个片段|个视频)?(?:和|跟|与|到)第([一二三四])(?:段|个片段|个视频)(?:的"
     r")?(?:之间|中间)", _zh_joint),
    (r"两(?:段|个片段|个视频)(?:视频|素材)?(?:的)?中间(?:的)?(?:地方|位置|衔接处)?", "两段之间"),
    # --- which clip comes when
    (
        r"\b(?:insert|add|put|place|play|move) ((?:the )?<file>) (?:in front of|ahead of|before"
        r") (?:the|my|our)"
        rf" (?:clip|video|footage|talk|recording|(?:first|existing|main) {_CLIP})\b",
        _file_first,
    ),
    (rf"\A(?:请|帮我)*(?:在|往)?{_ZH_FRONT}(?:处|的地方)?(?:加上|插入|加入|接上|插|加|放上|放"
     rf") ?(<file>)(?=[ ,.!。]*\Z|,)",
     _zh_file_first),
    (
        r"(?:把|将)?(?:这)?两(?:段|个)(?:视频|片段|素材)?的?(?:前后)?(?:顺序|位置|先后|次序)?"
        r"(?:对调|互换|交换|调换|换一下|颠倒|反过来|调过来|换过来|对换)(?:一下|过来|顺序|位置)*",
        "片段们换序",
    ),
    (
        r"\A[ ,]*(?:please )?(?:use|take|make|put|set) ((?:the )?<file>) (?:as|in as|be) (?:an?|the|my"
        r") (?:intro|opener|opening"
        rf"|beginning){_HAPPENS}",
        _file_first,
    ),
    (rf"\A[ ,]*(?:start|begin|open) with (the {_NTH} {_CLIP}|the last {_CLIP}"
     rf"){_HAPPENS}", r"arrange \1 at the start"),
    (r"(?:把|将|用)? ?(<file>) ?(?:作为|当作?|做|设为|设成)(?:视频)?(?:的)?(?:片头|开头|开场)(?=[ "
     r",.!]*\Z|,)", _zh_file_first),
    # --- a part of a clip
    (rf"\b(?:shorten|trim|cut) (the (?:{_NTH}|last) {_CLIP}) by (<:range>)", r"cut \2 of \1"),
    (
        rf"\b(?:shorten|trim|cut)(?: down)? (the {_NTH} {_CLIP}|the last {_CLIP})(?: down"
        rf")? to (?:just |only )?<time>"
        rf"{_HAPPENS}",
        _cut_to,
    ),
    (rf"\b(the (?:{_NTH}|last) {_CLIP})'s (?:own )?(volume|sound|audio|loudness)\b", r"the \2 of \1"),
    # --- too long
    (
        r"\A(?:视频|片子|这段|这个视频)?(?:长了|多了|超了|太长了)<time>,(?:请|帮我)?(?:从|在)?(结尾"
        r"|末尾|最后|后面|尾部|开头|前面)"
        r"(?:处)?(?:剪掉|剪|删掉|去掉|裁掉)(?:吧|就行|就好)?(?=[ .!]*\Z)",
        _zh_cut_at_edge,
    ),
    # --- several parts
    (
        r"\b(?:add|make|put(?: in)?|place|set|do)(?: me)? (?:two |three |2 |<:number> )?(?:splits|cuts"
        r"|cut points),?"
        r" (?:one )?at <time|number>(?:,|,? and) (?:(?:another|one|the other) )?(?:one )?(?:at )?<time"
        r"|number>"
        rf"{_HAPPENS}",
        _split_at,
    ),
    (
        r"\b((?:keep|retain|preserve|remove|delete|cut(?: out)?)(?: only| just)?) (?:these "
        r"|the following )?(two|three|four) (?:parts|sections|stretches|pieces|ranges)"
        r"(?: of the timeline)?[,:] ?(?=<:range>)",
        _counted,
    ),
    (
        r"\b((?:remove|delete|cut|trim|keep|retain)(?: only| just| out| away)?) what(?:ever)?(?:'s| is"
        r"| lies)"
        r"(?: on the timeline)? (?=<:range>)",
        r"\1 ",
    ),
    (
        r"\A[ ,]*(?:trim|cut|reduce|shorten|narrow|crop) the (?:timeline|video)(?: down)? to "
        r"(?:just |only )*(?:the (?:parts?|sections?|stretch(?:es)?) )?"
        r"(?=<:range>,? (?:and|cutting|removing|deleting|dropping|discarding)\b)",
        "keep only ",
    ),
    # What is left is named as a part: "trim the video to the section from 10 to 40 s".
    (
        rf"\b(?:trim|cut|reduce|shorten|narrow|crop|edit) {_VIDEO}(?: down| back)? to (?:just |only )*"
        r"(?:the |that |this )?(?:middle |following |exact )?(?:part|section|stretch|range|portion"
        r"|segment|passage|bit|interval|span"
        r"|piece|window)(?: of (?:it|the video))?(?: that (?:is|lies|goes|runs))?"
        r":? ?(?:from |between |at )?(?:the )?(?=<:range>(?: (?:please|only))?(?:[ .!]*\Z|,? and\b|,))",
        "keep only ",
    ),
    (
        rf"\b(?:trim|cut|shorten|crop|edit|change|adjust) (?!it so|this so){_VIDEO}"
        r" (?:to|so (?:that )?(?:it|the (?:video|clip))(?: will| should)?) (?:starts?|begins?)"
        r" (?:at|from) (?:the )?(<:time>)(?: mark)?(?: please)?(?=[ .!]*\Z|,? and\b|,)",
        r"start the video at \1",
    ),
    (
        r"((?:保留|留下|只要|只留|删掉|剪掉|去掉|删除|静音))(?:这|以下|下面|下列)?(两|三|四|几)(?:段"
        r"|个部分|部分)[:,] ?(?=<:range>)",
        _counted,
    ),
    (
        r"\A(?:我)?(?:只)?(?:想要|要|想留|保留|留)(?:后半段|后半部分|后面的?|前半段|前半部分|前面的?)"
        r",(<:range>)(?:的)?(?:都)?"
        r"(?:不要|不用|不需要|删掉|剪掉|去掉)了?(?=[ .!]*\Z)",
        r"删掉\1",
    ),
    (
        r"\b(?:cut|split|divide)(?: it| the video| the clip)? into (?:two|three|four|five) (?:pieces"
        r"|parts|clips|segments)"
        r" (?=at <:time>)",
        "split ",
    ),
    (r"(?<=\ue000)(?:处|的位置|的地方)?(?:切|分|剪|拆)成[两三四五](?:段|份)(?=[ .!]*\Z)", "切开"),
    (
        r"\A[ ,]*i (?:only |just )?(?:want|need) (?:these|the following) (?:two|three|four) (?:bits"
        r"|parts|pieces|sections"
        r"|ranges) ?[:,] ?(?=<:range>)",
        "keep only ",
    ),
    # --- the shape
    (
        rf"\A[ ,]*(?:make it )?(<:ratio>|square|vertical|portrait)(?: video)?,? (?:and |with "
        rf")?({_COLOR}) bars{_HAPPENS}",
        r"make it \1 with bars in \2",
    ),
    (
        r"\A[ ,]*(<:ratio>|square|vertical|portrait)(?: video)?, (?:and )?(?:keep )?(?:only |just "
        r")?(?:the )?(<:range>)"
        rf"(?: only)?{_HAPPENS}",
        r"make it \1, keep only \2",
    ),
    (r"(?:上下|左右|两边|两侧|四周)(?:留|加|用|填|是)?黑边", "留黑边"),
    (
        r"\A[^,\ue010-\ue01f]{0,30}?\b(?:wants?|needs?|requires?|expects?) (?:it (?:in )?)?(<:ratio>)"
        r",? (?:so )?"
        rf"(?:please )?(?:convert|change|adapt|reformat|adjust|resize) (?:it|this|the (?:video|clip)"
        rf"){_HAPPENS}",
        r"make it \1",
    ),
    (r"\bcrop (?:away|off|out) (<:percent>) (?:at|on|from) the (top|bottom|left|right"
     r")\b", r"crop \1 off the \2"),
    (
        r",(?:不要|不留|别留|没有|不能有)(?:有|留)?黑边(?=,(?:裁切|裁剪|放大)?(?:填满|铺满|充满))",
        "",
    ),
    # --- taken back
    (
        r"\A(?:开头|片头)?(?:不要|别|去掉|取消)(?:了)?淡入(?:了)?,(?:结尾|片尾)?的?(?:淡出|渐黑"
        r")(?:留着|保留|不变|不动|还要|照旧)(?:了)?(?=[ .!]*\Z)",
        "去掉淡入",
    ),
    (
        r"\A[ ,]*(?:please )?no fade[- ](in|out)(?: at the (?:start|beginning|end))?(?: please)?"
        r",? (?:but |and )?(?:please )?"
        rf"(?:keep|leave) the fade[- ](?!\1)(?:in|out)(?: at the (?:start|beginning|end))?(?: as it is"
        rf"| alone)?{_HAPPENS}",
        r"remove the fade \1",
    ),
    (
        rf"((?:remove|strip off|strip|delete|drop|clear) all [a-z, ]+?), i (?:just )?(?:want|need"
        rf") the (?:bare|plain|clean|naked) (?:clip|video"
        rf"|footage)(?: again| back)?{_HAPPENS}",
        r"\1",
    ),
    (rf"\b(remove|delete|drop|lose) both fades{_HAPPENS}", r"\1 the fades"),
    (r"\A(?:结尾|片尾)(?:处)?的?(?:不要|别|不用)(?:再)?淡出了?(?=[ .!]*\Z)", "去掉淡出"),
    # --- how even
    (
        r"\A(?:声音|音量|响度)(?:有点|总是)?忽[大高]忽[小低],(?:帮我|请|给我|麻烦)*(?:统一|均衡|平衡"
        r"|拉平|调匀)(?:一下)?(?=[ .!吧]*\Z)",
        "统一音量",
    ),
    (
        r"\A[ ,]*the (?:volume|sound|loudness|audio)(?: level)? (?:jumps|goes|is|varies|keeps|changes"
        r")\b[^,\ue010-\ue01f]{2,40},"
        rf" (?:so )?(?:please )?(?:level|even|balance) (?:it|that|this) out{_HAPPENS}",
        "even out the loudness",
    ),
    # --- how fast
    (rf"\A[ ,]*((?:please )?make it <:factor>) instead{_HAPPENS}", r"\1"),
    (
        r" for the [a-z]+(?: [a-z]+)?, ?(?:that's|that is|which is|it's|i mean)(?: from| at| between"
        r")? (<:range>)"
        rf"{_HAPPENS}",
        r" \1",
    ),
)  # fmt: skip
_TURNS = Rules(_RULES)


def clip_turns(text: str, values: Values) -> str:
    """A marked sentence in which these turns are said as the lexicon knows them."""
    return _TURNS.apply(text, with_values(values))
