"""Chinese orders that tell a piece twice, or what is not to be done beside it, said plainly:
"30到35秒只要静音，画面别剪", "保留前10秒和最后10秒，删除中间部分"."""

from collections.abc import Callable
from re import Match

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import NUMBER
from mock_server.agent.values.rules import Rules, plainly
from mock_server.agent.wording.chinese.plain_words import LONG, SEC, STOP

Said = str | Callable[[Match[str]], str]

_N = NUMBER
_RANGE = (
    rf"(?:从?第?(?:{_N}) ?秒?钟?(?:[到至-]|——)第?(?:{_N}) ?秒钟?"
    r"|从?[0-9]{1,2}:[0-9]{2} ?[到至-] ?[0-9]{1,2}:[0-9]{2})"
)
_AND = r"(?:[和、,及跟与]|,?还有|以及|,和)"
_RANGES = rf"{_RANGE}(?:{_AND}{_RANGE})+"
_FIRST = rf"(?:前面?|开头|头|最前面?)的?{LONG}"
_LAST = rf"(?:最后面?|结尾|后面?|末尾|片尾|尾)的?{LONG}"
_EDGE = rf"(?:{_FIRST}|{_LAST})"
_GONE = "(?:剪掉|删掉|去掉|剪去|删去|删除|剪|删|不要|扔掉|砍掉|拿掉|剪了|删了|去除|删一下|剪一下)"
_KEEP = "(?:保留|留下|只要|只留|只保留|留)"
_MIDDLE = (
    r"(?:,(?:把)?中间的?(?:部分|内容|地方|那段)?(?:都|全|全部|统统)*" + _GONE + r"了?"
    r"|,(?:删除|删掉|去掉|剪掉|不要)中间的?(?:部分|内容)?)"
)
_ELSE = (
    "(?:其余|其他|别的|剩下|另外|余下|前面|后面|前后|两边|中间)的?(?:地方|部分|内容|时间|声音|原声"
    "|速度|片段)?(?:的声音|的速度)?"
)
_STAYS = (
    "(?:都|就|要|也|还是|一概|全|请)*(?:照旧|不变|不动|别动|正常|原样|照常|不改|不用改|别改|留着|保留|保持"
    "|保留原声|保持原声|原速|正着放|正常播放|正常速度|保持不变|免谈)"
)
_WORDS = "(?:口误|废话|停顿|空白|咳嗽|冷场|内容|部分|闲聊|画面|片段|沉默|广告)"
_PUT_ON = "[^,。]*(?:音乐|声音|原声|人声|旁白|配音|音效|字幕|标题|文字|logo|水印|滤镜|特效|画中画|bgm|BGM)"
_TIMES = "(?:一|两|二|三|四|五|几|2|3|4|5)"
_MUTE = "(?:静音|消音|mute掉?)"
_CHANGE = (
    rf"(?:{_MUTE}|倒放|慢放|黑白|做?降噪|(?:{_N})倍速(?:播放)?"
    "|(?:调|变|改)成(?:黑白|复古|暖色|冷色)调?)"
)
_ASK = "(?:请|麻烦你?您?|帮我|帮忙|请帮我|帮我把|请把|把|将|给我)*"
_SORRY = (
    "[,。.…—]*(?:等等|等一下|哦不|啊不|噢不|不对|不不|错了|说错了|说反了|应该是)[,!。]*(?:是"
    "|应该是|改成|要|,)*"
)


def _each(match: Match[str]) -> str:
    """ "第6到8秒、第21到23秒两处都静音": each of them by itself."""
    ranges = [one[0] for one in _ONE.finditer(match["ranges"])]
    return ",".join(f"{one}静音" for one in ranges)


_ONE = Regex(_RANGE)


def _seconds(match: Match[str]) -> str:
    return f"{match[1]}30秒"


def _whole(source: str, said: Said) -> tuple[str, Said]:
    """A rule for a message that says nothing else."""
    return rf"\A{_ASK}{source}{STOP}", said


_RULES: Rules[Said] = Rules(
    (
        # --- words for the same
        (r"([前后])半分钟", _seconds),
        # --- asked beside what is well as it is, or why
        (
            r"\A(?:开头|结尾|片头|片尾|前面|后面)(?:不用|别|不要|不需要)(?:剪|删)掉?,(?:只要|就|只|而)?"
            rf"(?=(?:把)?(?:{_RANGE}|{_EDGE})(?:都|要)?{_CHANGE}{STOP})",
            "",
        ),
        (
            rf"\A(?:一分钟的(?:视频|片子)|视频太长啦?了?|[^,。不别没]{{1,4}}环节不要了?),"
            rf"(?=(?:只要|只留|只保留){_EDGE}{STOP}|(?:剪|截|裁|缩)(?:短)?(?:成|到|为){_FIRST}{STOP}"
            rf"|{SEC}(?:以后|之后)(?:的)?(?:全部?|都)*{_GONE}{STOP})",
            "",
        ),
        (
            r"\A(?:(?:画面|声音|开头|中间|结尾|音乐|颜色|节奏)(?:没问题|没意见|很好|很棒|都?可以|也行),)+"
            rf"(?:就|只|只是|但|但是)?(?=(?:把)?{_EDGE}{_GONE}{STOP})",
            "",
        ),
        (rf"({_RANGE}|{_EDGE})(?:的?那一?段|这一?段){_GONE}(?:吧|了)*,(?:我)?说错(?:话)?了{STOP}",
         r"剪掉\1"),
        # --- thought better of
        (rf"\A((?:剪掉?|删掉?|去掉|静音)){_N}秒?(?:到|至){_SORRY}({_RANGE}){STOP}", r"\1\2"),
        (rf"\A((?:剪掉|删掉|去掉|删除|静音|只?保留)){_RANGE}{_SORRY}({_RANGE}){STOP}", r"\1\2"),
        (
            rf"\A(?:把|将)?(?:剪掉?|删掉?)?({_RANGE})(?:剪掉|删掉)?{_SORRY}({_MUTE}|倒放){STOP}",
            r"\1\2",
        ),
        (
            rf"\A(顺|逆)时针(?:旋)?转(?:{_N})度{_SORRY}((?!\1)[顺逆])时针((?:旋)?转)?({_N})度{STOP}",
            r"\2时针转\4度",
        ),
        (rf"\A(?:把)?(?:视频)?(?:原声|声音){_MUTE}{_SORRY}调到({_N}%|百分之{_N}){STOP}",
         r"原声音量调到\1"),
        (rf"\A(?:加个?|调成|用)(?:黑白|复古|暖色|冷色)滤镜[,.…]*算了,?还是(黑白|复古|暖色|冷色){STOP}",
         r"调成\1"),
        # --- what is kept
        _whole(rf"{_KEEP}({_FIRST})[和与跟、]({_LAST}){_MIDDLE}", r"只保留\1和\2"),
        _whole(rf"({_FIRST})[和与跟、]({_LAST})(?:都)?(?:保留|留下|留着){_MIDDLE}", r"只保留\1和\2"),
        _whole(rf"{_KEEP}({_RANGES}){_MIDDLE}", r"只保留\1"),
        _whole(
            rf"(?:视频)?(?:截短|裁短|缩短|剪短|剪|截|裁)(?:到|至|成|为)(前(?:{_N}) ?秒钟?)", r"只保留\1"
        ),
        _whole(rf"(?:后半段|后面|剩下的|其他的?){_GONE},只(?:要|留|保留)({_FIRST})", r"只保留\1"),
        _whole(rf"只(?:要|留|保留)({_LAST}),(?:前面|之前|其余|其他)的?(?:都|全)*{_GONE}", r"只保留\1"),
        _whole(
            rf"(?:扔掉|删掉|去掉|剪掉|删除)(?:所有|全部)的?内容,只(?:要|留|保留) ?({_RANGE})", r"只保留\1"
        ),
        _whole(
            rf"只(?:要|留|保留)({_RANGE})的?(?!{_PUT_ON})[^,。不别除和还、]{{2,6}},(?:其他|其余"
            rf"|别的)的?(?:都|全)*{_GONE}",
            r"只保留\1",
        ),
        (
            rf"\A{_ASK}({SEC})(?:之前|以前)(?:的)?(?:和|、|,)({SEC})(?:之后|以后)的?(?:都|全"
            rf"|全部)*{_GONE},"
            rf"(?:剩下|余下|留下)的?(?:部分)?(?:做|加|都)*(防抖|降噪|静音|倒放|黑白|调成黑白){STOP}",
            r"只保留\1到\2,\3",
        ),
        (
            rf"\A{_ASK}({SEC})(?:之前|以前)(?:的)?(?:都)?{_GONE},(?:之后|以后|后面"
            rf"|剩下)的?(?:都)?{_MUTE}{STOP}",
            r"只保留\1到结尾,静音",
        ),
        # --- what goes
        _whole(rf"片尾剪到({SEC})为止", r"只保留0秒到\1"),
        _whole(rf"成片里(?:不要|去掉|别留)({_RANGE})", r"剪掉\1"),
        _whole(rf"({_EDGE}|{_RANGE})的?(?:那段|这段)?的?{_WORDS}(?:都|给我|全)*{_GONE}", r"剪掉\1"),
        _whole(
            rf"({_EDGE}|{_RANGE})的?(?:那段|这段)?的?(?:掌声|笑声|咳嗽声)(?:都|给我|全)*剪(?:掉|了|去)",
            r"剪掉\1"
        ),
        _whole(
            rf"(?:要剪|该剪|要删)(?:掉)?的(?:不是|并非)(?:开头|结尾),(?:而)?是({_EDGE})", r"剪掉\1"
        ),
        _whole(
            rf"(?:剪掉|删掉|去掉|删除)(?:一分钟|1分钟)?(?:视频)?的?(?:最?中间)的?(?:那)?{LONG},"
            rf"(?:也就是|即|就是)({_RANGE})",
            r"剪掉\1",
        ),
        _whole(
            rf"({_RANGES})(?:这|那)?{_TIMES}?(?:段|处|部分)?的?{_WORDS}?(?:都|一起|全|全部|给我)*{_GONE}"
            rf"(?:,(?:时间)?(?:都)?按(?:现在|原来|原视频)的?(?:时间)?(?:算|来)|,{_ELSE}{_STAYS})?",
            r"剪掉\1",
        ),
        _whole(
            rf"(?:一共|总共|一次)?(?:要)?(?:剪掉|删掉|去掉|删除)(?:{_TIMES}(?:段|处)[,:])?({_RANGES})"
            rf"(?:这|那)?(?:{_TIMES}(?:段|处))?的?{_WORDS}?(?:,{_ELSE}{_STAYS})?",
            r"剪掉\1",
        ),
        _whole(
            rf"(?:课程|教学)?(?:视频|片子|录像):({_RANGES})(?:都|一起|全)*{_GONE}",
            r"剪掉\1",
        ),
        # --- what is muted
        _whole(
            rf"(?:一共)?(?:要|需要)?(?:静音)的?(?:只有|有|是)?(?:一|两|三)处[,:]({_RANGE})", r"\1静音"
        ),
        _whole(
            rf"(?:一共)?(?:有)?{_TIMES}处(?:要|需要)(?:静音)[,:](?P<ranges>{_RANGES})(?:,{_ELSE}{_STAYS})?",
            _each,
        ),
        _whole(
            rf"(?P<ranges>{_RANGES})(?:这)?{_TIMES}?(?:段|处)?(?:都|要|全)*{_MUTE}(?:,{_ELSE}{_STAYS})?",
            _each,
        ),
        _whole(rf"({_RANGE})(?:只要|只|只需要){_MUTE},画面(?:别|不要|不用)(?:剪|删|动)掉?", r"\1静音"),
        _whole(
            rf"(?:不是|不要|别)(?:要)?(?:全部|全程|整个视频)(?:都)?静音,(?:而是|是)?(?:只|就)(?:要|把|是)?"
            rf"({_RANGE}|{_EDGE}){_MUTE}",
            r"\1静音",
        ),
        _whole(rf"({_RANGE})(?:之间)?{_MUTE},{_ELSE}{_STAYS}", r"\1静音"),
        _whole(rf"({_FIRST})[和与、]({_LAST})(?:都)?{_MUTE}(?:,{_ELSE}{_STAYS})?", r"\1静音,\2静音"),
        _whole(rf"(<:file>的?)?({_EDGE}) ?{_MUTE},{_ELSE}{_STAYS}", r"\1\2静音"),
        # --- how fast, and which way
        _whole(rf"({_RANGE})倒放,{_ELSE}{_STAYS}", r"\1倒放"),
        _whole(rf"({_RANGE})(?:那段|这段)?慢放,((?:{_N})倍)速?(?:,{_ELSE}{_STAYS})?", r"\1\2速"),
        _whole(
            rf"[^,。不别没除]{{2,8}}那段(?:慢放|快放),({_RANGE}),((?:{_N})倍)速?(?:,{_ELSE}{_STAYS})?",
            r"\1\2速",
        ),
        _whole(rf"加速({_N})倍,(?:只限|仅限|只在|只是)({_RANGE})(?:之间)?", r"\2\1倍速"),
        # --- how the picture stands and stands still
        _whole(
            rf"(?:在)?({SEC})(?:处|的地方)?(?:的画面)?定格,(?:画面)?(?:停留?|持续)?({LONG}),?"
            r"(?:之后|然后|再)*(?:继续|接着)?(?:播放?|放)?",
            r"\1定格\2",
        ),
        _whole(
            rf"(?:在)?({SEC})(?:处|的地方)?(?:的画面)?定格({LONG}),(?:之后|然后|再)+(?:继续"
            rf"|接着)?(?:播放?|放)?",
            r"\1定格\2",
        ),
        _whole(
            rf"定格在({SEC}),(?:画面)?(?:停留?|持续)({LONG}),?(?:之后|然后|再)*(?:继续|接着)?(?:播放?"
            rf"|放)?",
            r"\1定格\2",
        ),
        _whole(
            rf"(?:画面)?(?:上下颠倒|倒过来|颠倒)了,(?:请)?(?:旋)?转((?:{_N})度)", r"旋转\1"
        ),
        _whole(rf"在?({SEC})(?:处)?(?:切|剪)一刀,(?:先|暂时)?(?:不|别)(?:删|剪)", r"在\1切开"),
    )
)  # fmt: skip


def told_pieces(text: str) -> str:
    """A message with marks for its texts and files, its pieces said plainly."""
    return _RULES.apply(text, plainly)
