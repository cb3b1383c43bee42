"""Orders with a second half that only says them once more, or that leave out their verb, in full."""

from mock_server.agent.values.placeholders import HAN
from mock_server.agent.values.rules import Replacement, Rules, plainly

_END = r"(?=[ .!]*\Z)"
_STOP = r"(?=[ .!。!]*\Z)"
_NUMBER = r"[0-9一二两三四五六七八九十百半.:]+"
_SECONDS = rf"{_NUMBER}(?:秒钟?|分钟|分半?(?:{_NUMBER}秒)?)"
_LENGTH = r"(?:[0-9.]+|[a-z]+(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?) (?:seconds?|s|sec)"
_TOO = r"(?:is|are|sounds?|seems?) (?:a (?:bit|little) |much |way |still )?(?:too |so )"
_SOFT = r"(?:quiet|soft|low|faint)"
_A_BIT = r"(?:a (?:bit|little)|a little bit|slightly|somewhat)"
_HEARD = r"(?:the (?:music|song|jingle|sound|audio|voice-?over)|my voice)"
_CORNERS = r"(?:corner|edge)"
_REST = r"(?:其他|其余|其它|别的|剩下|剩余)的?(?:部分|地方|内容)?"
_LOOK = r"(?:暖色调?|冷色调?|黑白|复古|怀旧|鲜艳|电影感?)"
_FRONT = rf"(?:[开片]头|最?前面?){_SECONDS}"
_BACK = rf"(?:结尾|片尾|最后|末尾|后面?){_SECONDS}"
_PART = rf"(?:{_FRONT}|{_BACK})"

_ENGLISH: Rules[Replacement] = Rules(
    (
        # --- what is wrong with it, and how it is to be
        (
            rf"\A({_HEARD}) {_TOO}loud,? (?:so )?(?:please )?(?:make (?:it|that) )?(?:{_A_BIT} )?"
            rf"(?:quieter|softer|lower)(?: please)?{_END}",
            r"\1 is too loud",
        ),
        (
            rf"\A({_HEARD}) {_TOO}{_SOFT},? (?:so )?(?:please )?(?:make (?:it|that) )?(?:{_A_BIT} )?louder"
            rf"(?: please)?{_END}",
            r"\1 is too quiet",
        ),
        (
            rf"\Ai (?:talk|speak|sound) (?:a (?:bit|little) )?(?:too|so) (?:{_SOFT}|softly|quietly)"
            rf"(?:[,.;]? (?:please )?make (?:me|it|my voice) (?:{_A_BIT} )?louder)?(?: please)?{_END}",
            "my voice is too quiet",
        ),
        (
            r"\Athere(?:'s| is) (?:an? |some )?(?:constant |annoying |loud )?(?:hum|hiss|noise|buzz|static)"
            r"(?:ing)?(?: in the (?:background|audio|sound))?,? (?:so )?(?:please )?(?:(?:can|could) you )?"
            r"(?:please )?(?:clean up|remove|get rid of|reduce) the (?:audio |background )?noise"
            r"(?: please)?(?=[ .!?]*\Z)",
            "remove the background noise",
        ),
        # --- a wish for music
        (
            r"\A(?:could|can|may) (?:i|we) (?:please )?(?:have|get) (?:some |a bit of )?"
            r"(jazz|rock|lo-?fi|piano|classical|ambient|acoustic|electronic|funk|folk)(?: music)?"
            r"(?: (?:in|as) (?:the )?background| under(?:neath)? (?:it|the video))?(?:,? please)?"
            r"[?](?=[ .!?]*\Z)",
            r"add \1 music",
        ),
        # --- a corner the other way round
        (
            rf"\b(to|in|into|at|on) the (left|right)[- ](bottom|lower|top|upper) {_CORNERS}\b",
            r"\1 the \3 \2 corner",
        ),
        # --- a part of another clip
        (
            rf"\Aonly (the (?:first|last) {_LENGTH} of <:file>) (?:go(?:es)?|come|belong)s?"
            rf" (?:on|at|to) the end{_END}",
            r"put \1 at the end",
        ),
        (
            r"\bswap (the two clips|both clips|them)(?: around| round)?,? so (?:that )?(?:b|<:file>"
            r"|the second"
            r"(?: one| clip)?) (?:comes|is|goes|plays) first(?=[,.!]|\Z)",
            r"swap \1",
        ),
        (
            r"\A((?:please )?swap (?:the (?:two )?clips|both clips|them)),? (?:and|then|and then) "
            r"(?=(?:mute|make|add|cut|fade|put|set|reverse|turn|denoise|stabili[sz]e)\b)",
            r"\1. ",
        ),
        # --- a factor without its sign
        (r"(\bzoom in to [0-9]\.[0-9])(?= (?:from|between|at) )", r"\1x"),
        # --- what follows from it anyway
        (
            r"(\b(?:zoom|blur|mute|slow|speed|brighten)\b[^,;]*[0-9s]),? (?:and|but) (?:nowhere else|not"
            rf" anywhere else|only there|nothing else){_END}",
            r"\1",
        ),
        (rf"\A((?:put|place|add) <:file> (?:in front|at the (?:start|beginning)|first)),? not "
         rf"(?:behind|at the end|last)(?: it)?{_END}", r"\1"),
        (rf"\A((?:put|place|add) <:file> (?:behind|at the end|last)),? not "
         rf"(?:in front|at the (?:start|beginning)|first)(?: of it)?{_END}", r"\1"),
        (
            r"\A(black and white|warm|cool|sepia|vintage|vivid),? but only (from|between) ",
            r"\1 only \2 ",
        ),
        (
            r"\A(turn the volume (?:up|down) by ([^,;]+)),? not to \2(?=[ .!]*\Z)",
            r"\1",
        ),
        (
            r"(\b(?:to|at) ([0-9.]+ ?(?:%|percent))),? (?:and )?not by \2(?=[ .!]*\Z)",
            r"\1",
        ),
        (
            r"(\bby ([0-9.]+ ?(?:%|percent))),? (?:and )?not to \2(?=[ .!]*\Z)",
            r"\1",
        ),
        # --- a picture as a clip of its own
        (
            r"\A(?:please )?(?:(?:put|place|add|insert) (?=[^,]* as a clip\b)|(?:put|place) )"
            r"(<:file>)(?: as a clip)?"
            rf" at the (?:very )?(?:start|beginning|front)(?:,| for)? ({_LENGTH})(?: long)?"
            rf"(?: as a clip(?: of its own)?)?{_END}",
            r"put \1 at the start for \2",
        ),
        (
            r"\A(?:please )?(?:show|put|add|insert|play|append|place) (<:file>)"
            r"(?: full ?-?screen)? as (?:a"
            r" (?:full-?screen )?(?:clip|shot|segment)(?: of its own)?|its own (?:clip|shot|segment))(?:"
            rf" for ({_LENGTH}) (?:at|to) the (?:very )?end| at the (?:very )?end,? (?:for )?"
            rf"({_LENGTH})(?:"
            rf" long)?){_END}",
            lambda match: f"put {match[1]} at the end for {match[2] or match[3]} as a clip",
        ),
        # --- which comes first
        (rf"\A(second|last|third|final) (clip|shot|video) (?:first|to the front){_END}",
         r"the \1 \2 first"),
        (rf"\A(first|second) (clip|shot|video) (?:last|to the end){_END}", r"put the \1 \2 last"),
        (
            r"\A(warm|cool|sepia|vintage|vivid|black and white),? (?:instead of|not) (?!\1\b)"
            rf"(?:warm|cool|sepia|vintage|vivid|black and white){_END}",
            r"make it \1",
        ),
        (rf"\Atake (<:file>) (?:back )?out(?: again)?{_END}", r"remove \1"),
        (rf"\Aboth (?:clips )?at double speed{_END}", "double the speed of both clips"),
    )
)  # fmt: skip

_CHINESE: Rules[Replacement] = Rules(
    (
        (
            r"(人名条[:：][^,。“\n\ue010-\ue01f]{1,12}),(?:下面|底下|下方)(?:写|是|加|放|标)(?:上|着)?"
            r"(?=[^,。\n])",
            r"\1,",
        ),
        (
            r"(人名条[:：]?[^,。“\n\ue010-\ue01f]{1,12}|人名条[:：]? ?<:text> ?),(?:副标题|职位|职务"
            r"|头衔|身份|第二行)(?:写|是|为"
            r"|用)?[:：]?(?=[\u4e00-\u9fffA-Za-z]{2,12}(?:[,。]|\Z))",
            r"\1,",
        ),
        # --- captions by speech; there is no "别" in "识别"
        (
            r"(?:AI|语音|自动|智能)+识别(?:一下)?(?:语音|说话|人声|视频)?,?(?:并|再|后|然后|来)?"
            r"(?:加|配|生成|做|出)上?(?:中文)?字幕",
            "自动生成字幕",
        ),
        (
            r"字幕(?:给我|帮我)?(?:用|靠|通过)?(?:AI|语音)?(?:自动)?识别(?:自动)?(?:一下|生成"
            r"|出来)?(?=[ ,.!。]|\Z)",
            "自动生成字幕",
        ),
        (r"特别(?=[大小亮暗长短快慢吵响轻弱抖糊])", "太"),
        (r"(?:AI|语音|自动|智能)+识别(?:一下|出)?(?:语音|说话|视频)?的?字幕", "自动生成字幕"),
        # --- only that stays, and the rest goes
        (
            rf"((?:只|仅)(?:保留|留下?|要)第?{_SECONDS}?[到至-]第?{_SECONDS}),?{_REST}"
            rf"(?:都|全都?|统统|通通)?(?:扔掉?|丢掉?|删掉?|删除|不要|剪掉?|去掉)(?:了|吧)*{_STOP}",
            r"\1",
        ),
        # (at the other end: "别动前10秒,把前5秒剪掉" gainsays itself)
        (
            rf"\A(?:别动|不要动){_FRONT},?只?(把{_BACK}(?:剪掉|删掉|去掉))(?:了|吧)*{_STOP}",
            r"\1",
        ),
        (
            rf"\A(?:别动|不要动){_BACK},?只?(把{_FRONT}(?:剪掉|删掉|去掉))(?:了|吧)*{_STOP}",
            r"\1",
        ),
        (
            rf"\A到({_SECONDS})(?:就|为止)?(?:就)?结束(?:吧|了)*,?(?:后面|之后|剩下|其余)的?(?:都|全)?"
            rf"(?:不要|[剪删砍切去]掉?)(?:了|吧)*{_STOP}",
            r"到\1就结束",
        ),
        (
            rf"\A(?:把)?({_PART})(?:都)?不要了?,({_PART})(?:也|都)不要了?{_STOP}",
            r"\1剪掉,\2也剪掉",
        ),
        (
            rf"\A(?:只)?(?:把)?({_PART})(?:和|跟|与|、)({_PART})(?:都)?(?:留下|留着|保留|要|留),"
            r"(?:中间|其余|其他|剩下)的?(?:部分|内容)?"
            rf"(?:都|全)?(?:[剪删砍切去扔]掉|不要)(?:了|吧)*{_STOP}",
            r"只保留\1和\2",
        ),
        # --- as a clip of its own
        (
            r"\A(?:在)?(?:片尾|结尾|最后|末尾)(?:处)?(?:再)?(?:把|将)?(<:file>)(?:当成|作为|当作"
            r"|做成|当|变成)(?:单独的?)?一(?:段|个|张)?"
            r"(?:全屏)?的?(?:画面|片段|镜头|视频|图片)(?:放|显示|停留?|播放?|持续|来)"
            rf"({_SECONDS}){_STOP}",
            r"把\1接在片尾,放\2",
        ),
        (
            r"\A(?:把)?(<:file>)(?:接到|接在|拼到|拼在)(?:视频)?的?(?:最?开头|最?前面|片头),?(?:放"
            rf"|显示|停留?|播放?|持续)({_SECONDS}){_STOP}",
            r"arrange \1 at the start for \2",
        ),
        (r"\A(?:结尾|片尾|最后|末尾)(?:处)?(?:就)?只(接|放|加)(?:上)?"
         rf"(?=<:file>的?前{_SECONDS})", r"结尾\1"),
        # --- back as it was
        (
            r"\A(?:把)?((?:背景)?(?:音乐|配乐)|旁白|配音)的?音量(?:也|再)?(?:恢复|调回|回)(?:到"
            r"|成)?(?:正常|原来|原样|默认)"
            rf"(?:的?(?:音量|大小|水平|样子))?{_STOP}",
            r"\1音量调到100%",
        ),
        # --- so slowly that it is to be faster
        (r"(快一?[点些])(?:吧)?,(?:她|他|我|主播)?(?:[说讲播放][话]?)得(?:有点|实在)?太慢了?(?:吧)?"
         r"(?=[ .!。]*\Z)", r"\1"),
        (r"(慢一?[点些])(?:吧)?,(?:她|他|我|主播)?(?:[说讲播放][话]?)得(?:有点|实在)?太快了?(?:吧)?"
         r"(?=[ .!。]*\Z)", r"\1"),
        (r"\A(?:把)?(?:她|他|我|人)?(?:说话|讲话)的?声音(?=(?:稍微|再|也|都|有点|要|能|可以)*(?:调"
         r"|开|弄)?[大小响轻])", "声音"),
        # --- only there
        (
            rf"\A只(?:在|把)?({_SECONDS}?[到至-]{_SECONDS}[^,]+),(?:别处|其他地方|别的地方|{_REST})"
            rf"(?:都)?(?:不动|别动|不变|不要动){_STOP}",
            r"\1",
        ),
        (
            rf"\A不是静音(?:整段|全部|整个视频),?(?:而)?是只?静音({_PART}){_STOP}",
            r"静音\1",
        ),
        (
            rf"\A只在(?=(?:最?[前后]){_SECONDS}(?:加|放))",
            "",
        ),
        # --- one look, and another
        (rf"\A(撤销|撤回|取消)(?:吧|了)?,(?:改成|换成|改为|变成)({_LOOK}){_STOP}", r"\1,然后调成\2"),
        # --- what is wrong with it, and how it is to be
        (
            rf"\A我?(?:说话|讲话)的?声音?太小(?:了)?(?:,(?:请)?(?:大声|大|响"
            rf"|调大)一?[点些](?:吧)?)?{_STOP}",
            "声音太小了,大声一点",
        ),
        # --- what stays as it is anyway
        (
            rf"(防抖|降噪),(?:声音|画面|别的|{_REST})(?:不要动|别动|不动|不变|保持不变){_STOP}",
            r"\1",
        ),
        (
            rf"\A(把它静音),(?:别动|不要动)(?:前面|后面|别的|其他)的?(?:那段|部分|片段)?{_STOP}",
            r"\1",
        ),
        (rf"\A画面(?:别|不要)裁剪?,只(降噪|防抖){_STOP}", r"\1"),
        (rf"\A(速度恢复正常|恢复正常速度),(?:音量|声音)(?:保持|不变|保持不变|别动){_STOP}", r"\1"),
        (rf"\A(转场去掉|去掉转场|删掉转场),片段(?:都)?(?:留着|保留|不动){_STOP}", r"\1"),
    )
)  # fmt: skip


def said_shortly(text: str) -> str:
    """A message in which texts and files are marked, its orders in full and each said once."""
    return (_CHINESE if HAN.search(text) else _ENGLISH).apply(text, plainly)
