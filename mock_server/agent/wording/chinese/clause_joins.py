"""What a Chinese message tells in two clauses, in one: "从歌的第30秒开始放，前奏跳过", "早3秒出现，结束时间
不变", and how much "两成五" is."""

from collections.abc import Callable
from re import Match

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import number
from mock_server.agent.values.placeholders import pattern
from mock_server.agent.wording.chinese.clause_words import (
    BACK,
    COLOR,
    CUT_AWAY,
    PART,
    SONG,
    THING,
    TOTAL,
)
from mock_server.agent.wording.chinese.plain_words import LONG, RANGE, SEC, N
from mock_server.agent.wording.chinese.sound_names import SOUNDS

_Part = Callable[[Match[str]], str]


def _tens(match: Match[str]) -> str:
    """ "两成五"."""
    half = match[2] == "半"
    return f"{float(number(match[1])) * 10 + (5 if half else float(number(match[2]))):g}%"


def _half_more(match: Match[str]) -> str:
    return f"{float(number(match[1])) + 0.5:g}秒"


def _end_of_total(match: Match[str]) -> str:
    front = match["from"][:1] in "开前头"
    return f"只保留{'最后' if front else '前'}{match['long']}"


# Over the whole message: what is told in two clauses, and remarks.
JOINED: tuple[tuple[Regex, str | _Part], ...] = tuple(
    (pattern(source), said)
    for source, said in (
        (r"([一二两三四五六七八九])成([一二三四五六七八九半])(?![个分])", _tens),
        (r"([一二两三四五六])秒半", _half_more),
        (r"一点点|一点儿|一丢丢", "一点"),
        (r"(淡[入出](?:半秒|" + LONG + r"))、(?=结尾|开头|淡)", r"\1,"),
        (rf"({COLOR})(?=加粗|加黑色|粗体)", r"\1,"),
        (r"半分钟", "30秒"),
        (r"用(<:file>)(?:来)?替换(?:掉)?(?:原来的声音|原声)", r"原声静音,加\1当背景音乐"),
        (rf"从({SEC})(?:出来|出现|开始),到({SEC})(?:消失|结束)", r"改到\1到\2"),
        (rf"接(?:一张)?(<:file>|logo) ?的?(?:画面|图片),停(?:留)?({LONG})", r"接\1画面\2"),
        (r"半秒的?(?=淡|闪|叠|黑|白|交)", "0.5秒"),
        # --- how long it is in all
        (
            rf"(?:把)?{TOTAL}(?:要)?(?:控制|限制|保持|压|剪|缩|裁|改|做)?(?:在|到|成)(?P<long>{LONG}"
            rf"|半分钟)(?:以内|之内"
            rf"|左右)?,(?:砍|剪|删)?(?:(?:后面|前面)?(?:多出来|多余"
            rf"|超出)的?(?:部分)?(?:直接)?)?(?:就)?(?:都)?"
            rf"(?:从)?(?P<from>结尾|末尾|片尾|尾巴|后面|开头|片头|前面|头上)?上?(?:剪掉?|砍掉?|删掉?"
            rf"|不要|裁掉?)?"
            r"(?:,(?:别|不要|不用)(?:变速|加速))?(?=[,。 ]|\Z)",
            lambda match: _end_of_total(match) if match["from"] else match[0],
        ),
        (
            rf"{TOTAL}(?:要)?(?:控制|限制|压|剪)?(?:在|到)(?P<long>{LONG}|半分钟),后面(?:多出来|多余"
            rf"|超出|多)的?"
            rf"(?:部分|内容)?(?:就|直接|都|全)*{CUT_AWAY}",
            r"只保留前\g<long>",
        ),
        (r",剪完(?:后|之后|以后)?(?=最后|结尾|片尾)", ","),
        # --- a part, of which it is said why it goes
        (
            rf"({PART})(?:的?(?:内容|部分))?(?:太长|太拖|太啰嗦|太无聊|没用|不好|说错|太乱|太闷|有问题"
            rf"|没意思)了?,"
            rf"(?:请)?(?:把它)?{CUT_AWAY}(?=[,。 吧]|\Z)",
            r"剪掉\1",
        ),
        (
            rf"(开头|结尾|前面|后面)(?:那|这)({LONG})的?(?:空白|废话|黑屏|静音"
            rf"|内容)?也?{CUT_AWAY}(?=[,。 吧]|\Z)",
            r"剪掉\1\2",
        ),
        (
            rf"(加?(?:一句|一段)旁白<:text> ?,{RANGE})再?(?:来|加)一(?:句|段)(?=<text>)",
            r"\1加旁白",
        ),
        # --- from where a song is heard
        (
            rf"(?:{SONG}|音乐)?从(?:{SONG}|音乐)?的?({SEC})(?:处|的?位置|的?地方)?(?:才|再)?开始(?:放"
            rf"|播放|播|唱)?,"
            r"(?:把)?(?:前面)?的?(?:那段)?前奏(?:都)?(?:跳过|略过|不要)",
            r"音乐从歌曲的\1开始播放",
        ),
        (
            rf"(?:跳过|略过)(?:{SONG}|音乐)的?(?:最?前面?|开头)的?({LONG})的?(?:前奏)?",
            r"音乐跳过前\1",
        ),
        (
            rf"(?:{SONG}|音乐)的?(?:开头的?({LONG})|最?前面?的?({LONG})的?前奏)(?:都)?(?:跳过|略过)(?:不用"
            rf"|不要)?",
            r"音乐跳过前\1\2",
        ),
        (
            rf"(?:{SONG}|音乐)(?:跳过|略过)(?:开头|最?前面?)的?({LONG})的?(?:前奏)?"
            r"(?:,(?:直接)?从(?:那|那里|这)之?后?(?:开始)?(?:放|播))?",
            r"音乐跳过前\1",
        ),
        (rf"音乐{BACK}({SEC})(?:处)?(?:开始)(?:放|播(?!放))", r"音乐从歌曲的\1开始播放"),
        (rf"(?<!从){SONG}{BACK}({SEC})(?:处)?(?:开始)(?:放|播(?!放))", r"音乐从歌曲的\1开始播放"),
        (
            rf"(<:file>)从(?:它自己|它|歌曲|歌)的?({SEC})(?:处)?(?:开始)(?:放|播)",
            r"加\1,从歌曲的\2开始播放",
        ),
        # --- what is misspelt
        (
            r"(?:里|中)?的?(<:text>) ?(?:这?两个字|这个词|这几个字)?(?:写|打|拼|弄)?错(?:字)?了?,"
            r"(?:应该|应当|应)?(?:是|为|改成|写成)(?=<:text>)",
            r"里的\1改成",
        ),
        (r"字幕(?:有)?(?:个)?错别?字, ?(<:text>) ?(?:应该|应当)?是(?=<:text>)", r"字幕里的\1改成"),
        (rf"[^,。<]{{2,8}},也就是({N})倍速", r"视频\1倍速"),
        (r"(?:音乐|歌)?换一首,(?:改)?(?=用)", ""),
        (r"(?:他|她)现在是(<:text>) ?(?:,改(?:一下)?)?(?=[,。 ]|\Z)", r"人名条的职位改成\1"),
        (rf"(?:再)?[配加来]一声({SOUNDS}|<:text>) ?,(?:放)?在({SEC})", r"\2来一声\1"),
        (rf"(?:再)?[配加来]一声({SOUNDS}|<:text>) ?在({SEC})", r"\2来一声\1"),
        (r"\A裁多了,", ""),
        (r"只改字[:,]", ""),
        (r"(标题|字幕)早点(?:收|消失|结束),", r"\1,"),
        (
            r"(开头|片头)(?:的)?淡入([^,。]{2,12}),(结尾|片尾)的(?=改|加|缩|去|取)",
            r"\1的淡入\2,结尾的淡出",
        ),
        # --- of what something is
        (r"(?:这|这首|这段|现在的?)(?:背景)?(?:音乐|歌|曲子)太[^,<。]{1,4},(?=换|改)", "音乐,"),
        (
            r",(?:太小声?了?|有点小|听不清|听不见|太吵|太大声?|太轻|声音太小)(?:了)?(?=[ 。]*\Z)",
            "",
        ),
        (
            rf"\A([^,。;]{{2,14}}),我(?:说|指|是说)(?:的)?(?:是)?({THING})(?:,不是[^,。]{{1,6}})?(?=["
            rf" 。]*\Z)",
            r"\2\1",
        ),
        (
            r"\A([^。;]{4,30}),(?:我)?(?:说|指)的?是?(画面|音量)(?:,不是[^,。]{1,6})?(?=[ 。]*\Z)",
            r"\2\1",
        ),
        (rf"({THING})(?:别|不要)(?:放)?在[^,。<]{{1,4}},(?:要)?(?=放)", r"\1"),
        (
            rf"(早|提前|晚|推迟|推后)({LONG})(?:出现|开始|显示)?,(?:但是?|不过|照样)?(?:结束"
            rf"|结尾)(?:的?时间)?(?:也|都)?不[变动]",
            r"\1\2开始而末尾固定",
        ),
        (  # what lasts longer, and ends when it did
            rf"延长({LONG}),(?:但是?|不过)?结束(?:的?时间)?(?:也|都)?不[变动]",
            r"早\1开始而末尾固定",
        ),
        (
            rf"(?:延后|往后移)({LONG}),(?:但是?|不过)?结束(?:的?时间)?(?:也|都)?不[变动]",
            r"晚\1开始而末尾固定",
        ),
        (
            rf"(晚|推迟|早|提前)({LONG})(?:出现|开始),照样({SEC})(?:消失|结束)",
            r"\1\2开始而末尾固定",
        ),
        (
            rf"提前到({SEC})(?:开始|出现),结束(?:的?时间)?(?:也|都)?不[变动]",
            r"改从\1开始而末尾固定",
        ),
        (
            r"(?:先)?(?:做|切|改|转|换|变)(?:成)?(?:竖屏|横屏|方形)? ?((?:9:16|16:9|1:1"
            r"|4:5))(?:的?(?:竖屏|横屏|方形))?,"
            r"(?:上下|左右|两边)?空(?:出来|白|着)?的?(?:地方|部分|位置)(?:用|拿)模糊(?:背景)?(?:填充"
            r"|填满|填|补上)",
            r"画布改成\1且背景用模糊填充",
        ),
        (rf"(淡[入出]),(?:同样|也是)({LONG})", r"\1\2"),
        (rf"也(淡[入出]),({LONG})", r"\1\2"),
        (rf"(?:还是)?(?<!从)({SONG})(?=换|改|降|升|调|太|要|只|放)", "音乐"),
        (r"(?<=[,。])(?:他|她)(?:升职了|换工作了|转行了|改名了)(?=,)", ""),
        (r"\A(?:他|她)(?:升职了|换工作了|转行了|改名了),", ""),
        (r"\A(?:我)?(?:上)?传的?(?:那张|那个)? ?(logo)(?:还没)(?:放上去|加上|放),", r"\1"),
        (r"(logo|<:file>) ?反过来,", r"\1,"),
    )
)


def joined(text: str) -> str:
    """The text with what is told in two clauses told in one."""
    for source, said in JOINED:
        text = source.sub(said, text)
    return text
