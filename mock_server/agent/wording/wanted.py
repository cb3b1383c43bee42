"""What is to be reached, said behind the verb that leads there: "延长标题，使其持续8秒" is eight seconds in
all. Said of a message before its values are read."""

from mock_server.agent.values.rules import Replacement, Rules, plainly

_END = r"(?=[ ,.!。]*(?:\n|\Z))"
_N = "(?:半|[0-9.]+|[一二两三四五六七八九十]+)"
_TIME = rf"{_N} ?秒钟?"
_AT = rf"第?(?:{_TIME}|[0-9]+:[0-9]{{2}})"
_PART = rf"(?:最?[前后]{_TIME}|第?[0-9.]+ ?秒?[到至-]第?[0-9.]+ ?秒|[前后]半段)"
_LAYER = "(?:标题|字幕|人名条|文字|logo|水印|贴图|背景音乐|音乐|配乐|旁白|配音|音效)"
_THING = f"(?:第[一二三四]个?{_LAYER}|{_LAYER} ?<:text> ?|{_LAYER}| ?<:text> ?|它)"
_LONGER = "(?:延长|拉长|加长|缩短|剪短|截短|推迟|延后|推后|延迟|提前|提早)(?:一下|一点|一些)?"
_TIMES = "(?:的(?:时间|时长|显示时间|持续时间|出现时间|开始时间))?"
_SO_THAT = "(?:好)?(?:使其|使它|让它|让其|使之|令其|使得它|把它改成)(?:只|能|刚好|正好)*"
_LATER = "(?:早|晚|久|长|短)(?:一点儿?|一些|点儿?)"
_MOVED = (
    "(?:推迟|延后|推后|提前|提早|往?[前后]移|向[前后]移|往?[前后]挪|延长|缩短)(?:一点|一些|一下)?"
)
_NEW = "(?:改为|改成|改到|变成|使其|让它|使它|让其)?"
_BEGINS = "(?:的时候|时|处)?(?:开始|出现|显示|响起|播放)"
_VIDEO = "(?:整个视频|视频|全片|片子|画面)"
_CLIP = "(?:<:file>|第[一二三四]个?(?:片段|视频)|第[一二三四]段)"
_CUTS = "(?:剪掉|去掉|删掉|裁掉|剪去|减去|删去|删除|砍掉)"
_LESS = "(?:降低|减小|调低|调小|减弱|压低|减少)"
_MORE = "(?:提高|增大|调高|调大|加大|增强|升高|增加)"
_SET = "(?:设置?[为成到]|设定为|调整为|调[为到成]|变为|降[到至为]|提高到|改[为成]|为|到|至)"
_HEARD = f"(?:{_LAYER}|{_CLIP}|{_PART}|视频|原声|它)"
_LESS_OF = f"({_LESS}(?:一下|一点|一些)?|{_MORE}(?:一下|一点|一些)?)({_HEARD})?的?"
_PERCENT = "[0-9.]+ ?%"


def _level(verb: str) -> str:
    return "提高到" if verb[0] in "提增加升" or verb.startswith(("调高", "调大")) else "降到"


def _up(how: str) -> str:
    return "提高到" if how[-1] in "声大高响" and not how.startswith("小") else "降到"


_NOT_THEN = "(?:不对|哦不|啊不|说错了?|错了)"
_LEFT_IN = "(?:留着|保留|不剪|别剪|不删|别删|不动|别动|不用剪)(?:吧|了)?"
_NO_WAIT = r"\b(?:no|wait|sorry|i mean|i meant|actually|scratch that)\b"

_RULES: Rules[Replacement] = Rules(
    (
        # --- what stays, behind what is put right
        (
            rf"(第?[0-9.]+ ?秒?[到至-]第?[0-9.]+ ?秒)([^。;]*?[,。] ?{_NOT_THEN}[^。;]*?)[,。](?:而|但)?\1"
            rf"(?:那段|这段)?(?:就|都|还是|要|得|先)*{_LEFT_IN}{_END}",
            r"\1\2",
        ),
        (
            rf"(\b[0-9.]+ ?(?:s|seconds?)? ?(?:to|-) ?[0-9.]+\b)([^;\n]*?[,.] ?{_NO_WAIT}[^;\n]*?)"
            rf"(?:,? (?:and|but)|,|\.) ?(?:just )?(?:keep|leave) (?:from )?\1"
            rf"(?: ?s| ?seconds)?(?: in| in place| alone| untouched| as (?:it|they) (?:is|are))?{_END}",
            r"\1\2",
        ),
        # --- how long something is there, and from when
        (rf"(?:把|将|让)?{_LONGER}({_THING}){_TIMES},{_SO_THAT}(?=[^,。;]{{2,14}}{_END})", r"让\1"),
        (rf"\A ?{_LONGER},{_SO_THAT}(?=[^,。;]{{2,14}}{_END})", "让它"),
        (
            rf"(?:把|将|让)({_THING})(?:{_MOVED}|{_LATER}){_TIMES}(?:出现|开始|显示)?,{_NEW}(?:从"
            rf"|在)?({_AT})"
            rf"{_BEGINS}{_END}",
            r"让\1从\2开始",
        ),
        (
            rf"(?:推迟|延后|推后|延迟|提前|提早)(?:一下|一点)?({_THING}),{_NEW}(?:从"
            rf"|在)?({_AT}){_BEGINS}{_END}",
            r"让\1从\2开始",
        ),
        (
            rf"\A ?({_THING})(?:{_MOVED}|{_LATER}),(?:等?到|在|从)({_AT})(?:再|才)?{_BEGINS}{_END}",
            r"让\1从\2开始",
        ),
        (rf"让({_THING}){_LATER}(?:出现|开始|显示),(?:改)?[在到]({_AT}){_END}", r"让\1从\2开始"),
        (rf"让({_THING})[久长](?:一点|一些|点),(?:显示|持续|播放)?到({_AT}){_END}", r"让\1在\2结束"),
        (rf"\A ?(?:早|晚)(?:一点|一些|点),(?:从|在)?({_AT}){_BEGINS}{_END}", r"让它从\1开始"),
        (
            rf"({_THING})(?:不要|别|不是)[从在]{_AT}{_BEGINS},(?:而是|改为|改成|改|要|应该)?[从在]({_AT})"
            rf"{_BEGINS}{_END}",
            r"让\1从\2开始",
        ),
        (
            rf",(?:让它|使其|并|且)?在?(底部|顶部|中间|左上角|右上角|左下角|右下角|屏幕中央)(?:显示"
            rf"|停留|持续)({_TIME})"
            rf"{_END}",
            r",位于\1,显示\2",
        ),
        # --- how fast, so that it lasts so long
        (
            rf"(加速|放慢|快进|减速|慢放|快放)({_VIDEO}|{_PART}),(?:使|让|使得)(?:其"
            rf"|它)?的?(?:总)?(?:时长|长度|长|时间)?"
            rf"(?:只|能)?(?:持续|变成|变为|缩短到|延长到|达到|为|是|有|剩)+({_TIME})长?{_END}",
            r"把\2\1到\3",
        ),
        (
            rf"[把将]({_PART})(加速|放慢|快进|减速|慢放|快放),(?:使|让|使得)(?:其|它)?的?(?:时长|长度)?"
            rf"(?:只|能)?(?:持续|变成|变为|缩短到|延长到|为|是|有|剩)+({_TIME})长?{_END}",
            r"把\1\2到\3",
        ),
        # --- how much of a clip
        (
            rf"(?:缩短|剪短|裁短|修剪|截短)({_CLIP}),{_CUTS}(?:它的|其)?((?:最?[前后]|开头"
            rf"|结尾){_TIME}){_END}",
            r"剪掉\1的\2",
        ),
        (
            r"\b(?:shorten|trim) (<:file>|the (?:first|second|third|last) (?:clip|shot"
            r"|segment)) ?[,;:]? ?(?:by|and"
            r")? ?(?:removing|cutting(?: off)?|cut(?: off)?|remove|trim(?: off)?|taking off|chop off"
            r"|dropping) (?:its |the )(first|last) ([0-9.]+|[a-z]+) seconds?(?: off)?(?=[ .!]*(?:\n|\Z))",
            r"cut the \2 \3 seconds of \1",
        ),
        (
            rf"(?:缩短|剪短|裁短|修剪|截短)({_CLIP}),(?:使其|让它|让其|剪)(?:只"
            rf"|变)?[为到成有剩]({_TIME})长?{_END}",
            r"把\1剪到\2",
        ),
        (rf"[将把]({_CLIP})(?:分|切|剪)成两[半段],{_CUTS}(后|前)[一]?半段?{_END}", r"删掉\1的\2一半"),
        # --- how loud, how fast
        (
            rf"(?:请)?{_LESS_OF}(音量|声音|速度|播放速度),(?:把它|将其|并|音量)?{_SET}({_PERCENT}){_END}",
            lambda found: f"把{found[2] + '的' if found[2] else ''}{found[3]}{_level(found[1])}{found[4]}",
        ),
        (
            rf"(?:请)?{_LESS_OF},(?:把它|将其)?(?:音量{_SET}?|{_SET})({_PERCENT}){_END}",
            lambda found: f"把{found[2] + '的' if found[2] else ''}音量{_level(found[1])}{found[3]}",
        ),
        (
            rf"让({_HEARD})(?:更|再)?(轻|小声|安静|响|大声)(?:一点|一些)?,音量{_SET}?({_PERCENT}){_END}",
            lambda found: f"把{found[1]}的音量{'提高到' if found[2] in '大声响' else '降到'}{found[3]}",
        ),
        (
            rf"\A ?(?:[把将让])?({_HEARD})?的?(?:音量|声音)?(?:再)?(调小|调低|调轻|小声|轻|低|小|大声"
            rf"|调大|调高|响)"
            rf"(?:一点|一些|点)?,(?:只要|音量{_SET}?|{_SET})({_PERCENT})(?:就行|就好)?{_END}",
            lambda found: f"把{found[1] + '的' if found[1] else ''}音量{_up(found[2])}{found[3]}",
        ),
        # --- without its sound
        (
            rf"\A((?![^,]*(?:叠加|画中画|覆盖|小窗|音乐|logo|水印|角))[^,。;]{{3,30}}),(?:且"
            rf"|并且?)?(?:不带|不含|不包含|不包括|不要带|不保留|不留|没有)"
            rf"(?:任何)?(?:声音|原声|音频|音轨){_END}",
            r"\1,并静音",
        ),
        # --- what is kept, and the rest
        (
            rf"\A ?(?:请)?保留({_PART}),(?:并|再|但|而)?(?:[把将])?(?:静音|消音)(?:其余|剩下|其他"
            rf"|剩余)的?(?:部分|内容|画面)?"
            rf"{_END}",
            r"静音除\1以外的部分",
        ),
        (
            rf"\A ?(?:请)?保留({_PART}),(?:并|再|但|而)?[把将](?:其余|剩下|其他|剩余)的?(?:部分"
            rf"|内容)?(?:都|全部)?(?:静音|消音)"
            rf"{_END}",
            r"静音除\1以外的部分",
        ),
        (
            r"\A ?(?:please )?keep (the (?:first|last) (?:[0-9.]+|[a-z]+) seconds?)(?: as (?:it is|they are"
            r"|is)| untouched| unchanged)?,? (?:and |but )?(?:mute|silence) (?:the rest"
            r"|everything else)(?: of"
            r" (?:it|the video))?(?=[ .!]*(?:\n|\Z))",
            r"mute everything except \1",
        ),
    )
)  # fmt: skip


def wanted(text: str) -> str:
    """`text` in which the value that is wanted is said of the thing itself."""
    return _RULES.apply(text, plainly)
