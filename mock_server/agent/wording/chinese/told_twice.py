"""Orders that say which way and then how far, or when in other words: "再快一点，3倍","
" "标题显示久一点，到10秒",
"从10秒开始响". Said before the values are read."""

from mock_server.agent.values.placeholders import HAN, UNREADABLE
from mock_server.agent.values.rules import Replacement, Rules, plainly

_N = "[0-9.一二两三四五六七八九十半]{1,5}"
_STOP = r"(?:吧|就行|就好|了)?(?=[ .!。]*\Z)"
_CLAUSE_END = r"(?:吧|就行|就好)?(?=[,。;.! ]|\Z)"
_PART = f"(?:第[一二三]段|{_N}秒?[到至-]{_N}秒)"
_DOES = "(?:加(?![上速])|延长|缩短|提前|推迟|晚|早|放大|缩小|移到|放[在到])"
_TEXT = "(?:标题|字幕|人名条|logo|水印)"
_MUSIC = "(?:音乐|配乐|歌|[钢爵摇轻古].{0,3}[曲乐]|<:file>)"

_RULES: Rules[Replacement] = Rules(
    (
        # --- heard from then on, which is no level
        (rf"(第?{_N}秒)(?:开始|起)响", r"\1开始播放"),
        (rf"(第?{_N}秒)(?:以后|之后)才响", r"\1开始播放"),
        (rf",(?:一开始|开头)(?:就)?(?:要)?响{_STOP}", ""),
        (rf",(?:慢慢|渐渐|逐渐)响起来?,({_N}秒){_STOP}", r",淡入\1"),
        # --- it stops: the music, not the picture
        (
            rf"((?:加|放|用)[^,。;]{{0,4}}{_MUSIC}[^,。;]{{0,6}}),(?:让它)?在(第?{_N}秒)(?:的时候|处"
            rf"|时)?(?:就)?停{_STOP}",
            r"\1,到\2结束",
        ),
        (
            rf"(<:file>放[^,。;]{{2,5}}|[^,。;]{{2,5}}放<:file> ?),在(第?{_N}秒)(?:的时候|处"
            rf"|时)?(?:就)?停{_STOP}",
            r"\1,到\2",
        ),
        # --- until the end
        (rf"\A(?:让它|它)?(?:一直)?(?:停|放)到(?:最后|结尾|结束){_STOP}", "一直显示到结尾"),
        # --- longer, until then; earlier, at that time
        (
            rf"\A({_TEXT})(?:再)?(?:显示|时间|停留)?(?:得)?(?:再)?(?:长|久)一?点,到(第?{_N}秒){_STOP}",
            r"\1显示到\2",
        ),
        (rf"\A(?:再)?(?:长|久)一?点,到(第?{_N}秒){_STOP}", r"显示到\1"),
        (
            rf"\A({_TEXT})?(?:早|晚)一?点(?:再)?出来,(第?{_N}秒)(?:就|再|才)?出来{_STOP}",
            r"\1移到\2",
        ),
        # --- faster: so fast; by so much
        (
            rf"\A(?:太[快慢]了?,|速度)?(?:再)?[快慢]一?点,(?:改成|调到)?({_N}倍)速?{_STOP}",
            r"改成\1速",
        ),
        (rf"速度(?:增加|加快?|上调|提高|提升)({_N}%)", r"加速\1"),
        (rf"速度(?:降低|减慢?|减少|下调|调低)({_N}%)", r"放慢\1"),
        (rf"速度(?:再)?[加减](?={_N}倍)", rf"{UNREADABLE}速度"),
        # --- louder, bigger: no second one
        (
            rf"(\A|[,。;])((?:背景)?(?:音乐|配乐)|爵士乐|钢琴曲)(?:再)?(?:加|增加)({_N}%|一倍|一半){_CLAUSE_END}",
            r"\1\2音量提高\3",
        ),
        (rf"(\A|[,。;])(logo|水印)(?:再)?(?:加|增加)({_N}%|一倍|一半){_CLAUSE_END}", r"\1\2放大\3"),
        (rf"(\A|[,。;])(logo|水印)加(?:个)?半透明{_CLAUSE_END}", r"\1\2半透明"),
        # --- by that part of the level, or of what it is?
        (
            rf"(?:降低|减少|调低|提高|增加|调高)(?=0\.[0-9]{{1,2}}{_CLAUSE_END})",
            rf"{UNREADABLE}\g<0>",
        ),
        # --- longer by that
        (rf"(?:\A|(?<=[,。;]))再长(?={_N}秒)", "延长"),
        # --- rather, and on second thought
        (r"\A还是(?=太|有点|再?[快慢大小高低轻响]一?点)", ""),
        (rf"\A太([大小快慢高低长短轻响吵亮暗]){_STOP}", r"太\1了"),
        (rf"(,)还是(?=再?{_DOES})([^,。?]{{1,14}}?)(?:吧|好了)(?=[ .!。]*\Z)", r"\1不对,\2"),
        (rf"\A只要(?=[^,。]{{2,10}}(?:加速|慢放|快放|放慢|倒放){_STOP})", rf"{UNREADABLE}只要"),
        (
            rf"\A(太(?:大声|吵|响|大)了),(?:人声|说话声?|我说话|旁白|原声)?听不(?:清|到|见)(?:人声|说话声?|旁白"
            rf"|原声)?{_STOP}",
            r"\1",
        ),
        (r"\A(?:声音|背景)(?:太|有点|很)(?:吵|杂)了?,(?=降噪|去噪)", ""),
        (r"画面(?=[高低]一?点)", rf"{UNREADABLE}画面"),
        (rf",(音乐|声音)(?:也)?同时淡出{_CLAUSE_END}", rf",{UNREADABLE}\1同时淡出"),
        # --- music of another kind, or another piece of it?
        (
            r"((?:音乐|配乐|曲子))(?=(?:再)?(?:轻快|舒缓|欢快|激昂|安静|柔和|活泼|悲伤)一?点)",
            rf"{UNREADABLE}\1",
        ),
        # --- a part without its sound, and other sound there
        (
            rf"\A({_PART})(?:去掉(?:声音|原声)|静音),(?:换成|配上?|改用|用)(<:file>|[钢爵摇轻古].{{0,3}}[曲乐])"
            rf"(?:代替)?{_CLAUSE_END}",
            r"\1静音,\1配上\2",
        ),
        (rf"\A({_PART})([^,。;]{{0,4}}放logo),(静音|黑白|倒放){_CLAUSE_END}", r"\1\2,\1\3"),
        (
            rf"\A(?:整个|全部|整个视频|全片)(?:视频)?都?(加速|慢放|快放|减速){_STOP}",
            rf"{UNREADABLE}整个\1",
        ),
        # --- whose fade
        (
            rf"\A((?:淡[入出]{_N}秒)+|结尾淡出{_N}秒|开头淡入{_N}秒),是(音乐|logo|标题|声音"
            rf"|字幕)不是(?:画面|视频){_STOP}",
            r"\2\1",
        ),
        (rf"\A(淡[入出]{_N}秒),不是(?:画面|视频),是(音乐|logo|标题|字幕){_STOP}", r"\2\1"),
        (rf"\A((?:结尾|开头)?淡[入出]{_N}秒),(?:只)?给(音乐|logo|标题|字幕)加的?{_STOP}", r"\2\1"),
        (
            rf"((?:接|接到|接上|拼)[^。;]{{0,12}}叠化{_N}秒),整体(淡[入出])",
            rf"\1。{UNREADABLE}整体\2",
        ),
        # --- a picture in the place of another, and the sound stays: that of which?
        (
            rf"(第?{_N}秒?[到至-]第?{_N}秒)的画面换成(?=<:file>)([^。;]{{1,10}}),(?:声音(?:保留|不变"
            rf"|留着)|保留(?:原声|声音))",
            rf"{UNREADABLE}\1换成\2",
        ),
        # --- a time is that of the first of two only
        (
            rf"((?:第?{_N}秒)(?:处)?(?:插入|加|放)[^,。;]{{2,16}}),再加(?:个|一个|一段)?(?=<:file>"
            rf"|[钢爵摇轻古].{{0,3}}[曲乐])",
            r"\1。加",
        ),
    )
)


def told_twice(text: str) -> str:
    """A message that says once what is to be."""
    return _RULES.apply(text, plainly) if HAN.search(text) else text
