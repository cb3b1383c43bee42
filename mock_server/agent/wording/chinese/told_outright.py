"""Short Chinese orders in the words of one that can be read in one way only: "旁白放到结尾",
"时长变成两倍", "别用爵士了，用钢琴", "声音都不要"."""

from re import Match

from mock_server.agent.wording.chinese.clause_words import STYLE
from mock_server.agent.wording.chinese.plain_words import SEC
from mock_server.agent.wording.chinese.whole_messages import Said, whole
from mock_server.agent.wording.named_by_draft import There

_KINDS = {
    "标题": "title", "字幕": "caption", "旁白": "voiceover", "人名条": "lower-third", "logo": "overlay",
    "水印": "overlay",
}  # fmt: skip
_KIND = f"({'|'.join(_KINDS)})"
_END = "(?:视频|片子)?的?(结尾|片尾|末尾|最后|开头|片头)"
_VERY = "(?:特别|非常|超级|超|极其|极|很|十分)"
_COMES = "(?:再|才)?(?:出现|出来|出|显示)?"
_SLOW, _FAST = "(?:慢动作|慢镜头|慢放)", "(?:快进|快放)"
_AT = "((?:开头|结尾|片头|片尾|(?:左上|右上|左下|右下)角?)?)"


def _moved(there: There, match: Match[str]) -> str:
    alone = list(there.roles).count(_KINDS[match[1]]) == 1
    return f"{match[1]}移到{match[2]}" if alone else match[0]


def _other_music(there: There, match: Match[str]) -> str:
    return f"音乐换成{match[1]}" if list(there.roles).count("music") == 1 else match[0]


def _so_long(there: There, match: Match[str]) -> str:
    if any(speed != 1 for speed in there.speeds) or there.roles or len(there.clips) != 1:
        return match[0]
    return "视频加速2倍" if match[1] in ("一半", "减半") else "视频放慢到原来的一半"


def _at_that_speed(there: There, match: Match[str]) -> str:
    turned = any(speed != 1 for speed in there.speeds) and len(there.clips) == 1
    return ("速度变成一半" if match[1] else "2倍速") if turned else match[0]


def _no_sound(there: There, match: Match[str]) -> str:
    return "所有声音都不要" if there.roles else match[0]


OUTRIGHT: tuple[tuple[str, Said], ...] = (
    whole(f"{_KIND}(?:放|换|搬|调)到{_END}", _moved),
    whole(f"{_KIND}(?:再)?(?:晚|早)(?:一点|点|一些|些){_COMES},({SEC}){_COMES}", _moved),
    whole(f"(<:text>) ?(?:再)?(?:晚|早)(?:一点|点|一些|些){_COMES},({SEC}){_COMES}", r"\1移到\2"),
    whole(
        f"(?:不要|别用|别放|不用)(?:{STYLE}|这[首个](?:歌|音乐)?)(?:了|啦)?,"
        f"(?:用|要|配|放|换成|换|改成|改用)上?(钢琴曲?|{STYLE})",
        _other_music,
    ),
    whole("不要(<:text>) ?(?:了)?,(?:用|要|换成|改成)(<:text>) ?", r"\1改成\2"),
    whole(
        f"(?:(?:改成|换成|变成)(?:({_SLOW})|{_FAST})|(?:不要|别)加速了?,要(放慢|慢放)"
        f"|(?:不要|别)(?:放慢|慢放)了?,要(?:加速|快进))",
        _at_that_speed,
    ),
    whole(
        f"(加(?:一段|点)?(?:{STYLE}))(?:音乐)?,(?:声音|音量)?(?:要|得)?{_VERY}(?:小声|轻|小)",
        r"\1,小声",
    ),
    whole(
        rf"({_AT}加标题<:text> ?),字?(?:要|得)?{_VERY}([大小])(?:一点|的)?",
        r"\1,字\3一点",
    ),
    whole(rf"{_AT}(?:加|打|写|放)上?([大小])字(<:text>) ?", r"\1加标题\3,字\2一点"),
    whole("(?:视频|片子)?的?(?:总)?(?:时长|长度)变[成为](?:原来的)?(两倍|2倍|一半)", _so_long),
    whole("((?:音乐|视频)?的?音量)变[成为]一半", r"\1减半"),
    whole("((?:音乐|视频)?的?音量)变[成为](?:两倍|2倍)", r"\1翻倍"),
    whole(f"({SEC})[、和]({SEC})(?:都|各)?定格(?:一下)?", r"\1定格,\2定格"),
    whole("声音(?:全部|全|都)+(?:不要|关掉|去掉|关了)", _no_sound),
    whole("(?:(?:什么|任何|一点儿?)声音(?:都|也)不要|不要(?:有)?任何(?:的)?声音)", _no_sound),
    whole(f"(?:音乐)?从(<:file>) ?的?({SEC})开始(?:放|播放|播)?", r"加\1,从歌的\2开始"),
    whole(r"((?:开头|结尾|片头|片尾)加)上?(<:text>) ?,(?=(?:背景)?音乐)([^,]+)", r"\1标题\2,\3"),
)
