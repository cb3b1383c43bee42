"""Plain Chinese orders about what is heard and lies on top, as they are said in daily life: "换个角，右上",
"不要爵士了，换成lo-fi"."""

import re
from re import Match

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import NUMBER, number
from mock_server.agent.wording.chinese.plain_words import LONG, RANGE, SEC
from mock_server.agent.wording.chinese.whole_messages import Said, whole
from mock_server.agent.wording.named_by_draft import There

_N = NUMBER
_COLOR = "[红黄蓝绿白黑橙粉紫金灰]色"
_CORNER = "(?:左上|右上|左下|右下)角?"
_LEVEL = rf"(?:[0-9.]{{1,6}}%|百分之(?:{_N})|[一二两三四五六七八九0-9]成)"
_LEFT_ALONE = (
    "(?:都|就|要)*(?:别碰|别动|不动|不变|不要动|不用动|别管|不用管|照旧|原样|保持原样|不改)"
)
_PARTS = 3
_TEXTS = {"title": "标题", "caption": "字幕", "lower-third": "人名条"}
_MUTED = Regex(r"\A(?:把|请)?(音乐|视频|原声)?(?:也)?静音(?:吧|掉|一下)?[ 。.!]*\Z")
_RESIZED = Regex(
    r"\A(?:把|再)*(?:logo)?(?:再|稍微)*(?:缩小|放大|小|大)(?:一些|一点|点|些)[ 。.!]*\Z"
)


def _seconds(told: str) -> float:
    return float(number(told.rstrip("钟").removesuffix("秒").strip().removeprefix("第")))


def _music_too(there: There, match: Match[str]) -> str:
    """ "再让它在结尾淡出两秒", of the music that is all there is."""
    return f"音乐淡出{match[1]}" if there.only == "music" else match[0]


def _two_styles(_: There, match: Match[str]) -> str:
    at = f"{_seconds(match[1]):g}秒"
    return f"0到{at}加{match[2]}音乐。{at}到结尾加{match[3]}音乐"


def _song_instead(_: There, match: Match[str]) -> str:
    level = f",音量{match[2]}" if match[2] else ""
    return f"视频静音。加{match[1]}做背景音乐{level}"


def _all_but(there: There, match: Match[str]) -> str:
    """ "除了“右”都删掉", where all are of a kind."""
    kinds = {*there.roles}
    name = {"title": "标题", "caption": "字幕"}.get(next(iter(kinds), ""))
    if len(kinds) != 1 or name is None:
        return match[0]
    return f"除了{match[1]},其他{name}都{match[2]}"


def _all_but_the_last(there: There, match: Match[str]) -> str:
    which = {"最后": "最后一个", "第一": "第一个"}[match[4][:2]]
    role = {"标题": "title", "字幕": "caption"}[match[1]]
    if there.roles.count(role) < _PARTS:
        return match[0]
    return f"除了{which}{match[1]},其他{match[1]}都{match[2]}{match[3]}"


def _other_style(there: There, match: Match[str]) -> str:
    """ "不要爵士了，换成lo-fi": another style of the music that is there."""
    named = {"爵士": "jazz", "钢琴": "piano", "摇滚": "rock"}.get(match[1], match[1].lower())
    there_is = [one for role, one in zip(there.roles, there.names, strict=True) if role == "music"]
    return f"把音乐换成{match[2]}" if there_is == [named] else match[0]


def _other_corner(there: There, match: Match[str]) -> str:
    return f"logo移到{match[1]}角" if there.only == "overlay" else match[0]


def _later_text(there: There, match: Match[str]) -> str:
    """ "晚三秒再出", of the one text that is there."""
    name = _TEXTS.get(there.only)
    return f"{name}{'推迟' if match[1] == '晚' else '提前'}{match[2]}" if name else match[0]


def _text_is(there: There, match: Match[str]) -> str:
    """ "是“慢慢走”，少了个字": how the one text is to be."""
    name = _TEXTS.get(there.only)
    return f"{name}改成{match[1]}" if name else match[0]


def _as_before(there: There, match: Match[str]) -> str:
    """ "恢复到刚才的音量", behind "音乐静音"."""
    told = _MUTED.match(there.last.strip())
    if told is None or (told[1] == "音乐" and "music" not in there.roles):
        return match[0]
    return "撤销"


def _size_as_before(there: There, match: Match[str]) -> str:
    """ "太小了，恢复到原来的大小，换到右下角", behind "缩小一些"."""
    if there.only != "overlay" or not _RESIZED.match(there.last.strip()):
        return match[0]
    return f"撤销。logo移到{match[1]}角" if match[1] else "撤销"


def _color_as_before(there: There, match: Match[str]) -> str:
    """ "还是原来的红色好，改回去", of the one text that is there."""
    name = _TEXTS.get(there.only)
    return f"{name}改成{match[1]}" if name else match[0]


def _added_picture_gone(there: There, match: Match[str]) -> str:
    """ "不要它了，爵士留着", behind "logo放左上角"."""
    put = there.roles.count("overlay") == 1 and re.match(r"\A(?:把)?logo(?:放|加)", there.last)
    return "删掉logo" if put else match[0]


def _usual_level(there: There, match: Match[str]) -> str:
    """ "恢复成正常音量", where only the music is not as loud as it may be."""
    own = {*there.levels} == {1.0}
    return "音乐音量100%" if there.only == "music" and own else match[0]


def _no_ducking(there: There, match: Match[str]) -> str:
    return "取消音乐的自动压低" if "music" in there.roles else match[0]


def _voice_back(there: There, match: Match[str]) -> str:
    silent = any(one == 0 for one in there.levels)
    return "恢复原声" if silent and "voiceover" not in there.roles else match[0]


def _only_the_song(there: There, match: Match[str]) -> str:
    return f"音乐音量{match[1]}" if there.roles.count("music") == 1 else match[0]


def _half_only(there: There, match: Match[str]) -> str:
    """ "哦不，只静音后半段", behind "静音吧"."""
    return f"只让{match[1]}静音" if "静音" in there.last else match[0]


def _appended_quiet(there: There, match: Match[str]) -> str:
    """ "接上的那段静音", of the clip that was put behind the other just now."""
    two = len(there.clips) == len("前后") and len({*there.clips}) == len("前后")
    joined = "接" in there.last and not any(one in there.last for one in ("前", "开头", "片头"))
    return "第二段静音" if two and joined else match[0]


def _music_ends_sooner(there: There, match: Match[str]) -> str:
    heard = there.only == "music" and any(one in there.last for one in ("乐", "曲", "歌"))
    return f"音乐到{match[1]}结束" if heard else match[0]


def _name_is_wrong(there: There, match: Match[str]) -> str:
    return f"人名条改成{match[1]}" if there.roles.count("lower-third") == 1 else match[0]


_STYLED = "(?:轻快|欢快|舒缓|安静|动感)?的?([a-z][a-z-]{2,9})(?:音乐)?"
DAILY_LAYERS: tuple[tuple[str, Said], ...] = (
    # --- what is heard
    whole(
        rf"音量(?:调|改|降|设)?(?:到|成|为)({_LEVEL}),我(?:是)?(?:说|指)的?是?(?:歌|音乐|背景音乐),"
        "不是(?:人声|原声|视频|说话声?)",
        _only_the_song,
    ),
    whole("(?:恢复|调)(?:成|到|为)?(?:正常|原本)的?音量", _usual_level),
    whole(
        "(?:不要|别用|不用)(爵士|钢琴|摇滚|[a-z][a-z-]{2,9})(?:乐|曲|音乐)?了?,(?:换|改)(?:成|用|为)"
        rf"([a-z][a-z-]{{2,9}}|爵士乐?|钢琴曲?)(?:,音量{_LEFT_ALONE})?",
        _other_style,
    ),
    whole(
        "(?:我)?(?:说话|讲话|人声)(?:的)?时(?:候)?,?(?:背景)?(?:歌|音乐|歌曲)?(?:不用|不要|别)(?:再)?"
        "(?:自动)?(?:压低|变小|降低)了?",
        _no_ducking,
    ),
    whole(
        "(?:人声|原声)(?:放|调|开|打)(?:回来|出来|开)"
        "(?:,(?:爵士|音乐|钢琴|歌)(?:乐|曲)?(?:照放|照旧|不变|不动|留着|继续))?",
        _voice_back,
    ),
    whole(
        rf"前面?({LONG})(?:配|放|用)(?:上)?{_STYLED},(?:之后|后面|然后|剩下的?)(?:到结束|到结尾|到最后)?"
        rf"(?:都)?(?:配|放|用)(?:上)?{_STYLED}",
        _two_styles,
    ),
    whole(
        "(?:片子|视频|原片)里?的?(?:原声|声音)(?:用|拿)(<:file>)(?:顶替|代替|替换|换掉|替掉)"
        rf"(?:,音量(?:调到|为|是)?({_LEVEL}|一半))?",
        _song_instead,
    ),
    whole(
        "旁白(?:删掉|去掉|不要了?),(?:字|标题|文字)(?:留着|保留|不动|别动)",
        "删掉旁白",
    ),
    # --- what lies on top
    whole(
        "(<:file>)(?:做成|当成?|用|以|变成)(?:一?个)?(?:小窗口?|画中画|小窗)(?:的形式)?(?:放|摆)(?:在|到)?"
        rf"({_CORNER})(,(?:大小)?{_LEVEL})?(?:,从头开始(?:放|播)?)?",
        r"\1画中画放\2\3",
    ),
    whole("换(?:个|一个)(?:角|角落|位置),(左上|右上|左下|右下)角?", _other_corner),
    whole(
        "(logo)(?:我)?(?:已经)?(?:传|上传)(?:上去|上来|好)?了,?(?:但是?)?还没(?:放|加)(?:上去|上)?,"
        rf"(?:放|加)(?:在|到)?({_CORNER}),?({RANGE})",
        r"\3\2放\1",
    ),
    # --- what is written
    whole(
        "(?:除了|除)(<:text>) ?(?:以外|之外|外)?,?(?:其他的?|别的)?(?:都|全部?|统统)*(删掉|去掉|不要)",
        _all_but,
    ),
    whole(
        rf"(标题|字幕)(?:全部?|都)*(改成|换成|变成)({_COLOR}),(最后一?[个条]|第一[个条])(?:标题|字幕)?"
        "(?:别|不|不要|不用)(?:改|变|动)",
        _all_but_the_last,
    ),
    whole(rf"(晚|早)({LONG})再?(?:出现?|显示)", _later_text),
    whole("(?:应该)?是(<:text>) ?,(?:少|漏|多|错)了?(?:一?个|写了?一?个)字", _text_is),
    whole(
        "(?:停|等等|等一下|不对),(?:人名条?|名字)(?:写|打)?错了,(?:应该)?是(<:text>) ?",
        _name_is_wrong,
    ),
    # --- what leans on the message before
    whole("(?:算了,?|不,)?(?:还是)?恢复(?:到|成)?(?:刚才|之前|原来)的音量", _as_before),
    whole(
        "(?:太[大小]了,)?(?:还是)?恢复(?:到|成)?(?:刚才|之前|原来)的大小"
        "(?:,(?:换|移|挪|放)到(左上|右上|左下|右下)角?)?",
        _size_as_before,
    ),
    whole(
        rf"(?:算了,?|不对,)?(?:还是)?原来的({_COLOR})(?:更?好看?|好看)(?:一点|一些)?(?:,改回(?:去|来))?",
        _color_as_before,
    ),
    whole(
        "不要它了?(?:,(?:爵士|音乐|钢琴|标题|字幕|歌)(?:乐|曲)?(?:留着|保留|不动|别动))?",
        _added_picture_gone,
    ),
    whole(rf"(?:嗯,?)?(?:再|然后)?(?:让)?(?:它)?(?:在)?结尾淡出({LONG})", _music_too),
    whole(
        "(?:接上|后面接|新接|加上|接在后面)的?(?:那|这)段静音,(?:原来|前面|原片)的?(?:那段)?"
        "(?:别|不|不要|不用)(?:静音|动)",
        _appended_quiet,
    ),
    whole("(?:哦不|不对|啊不|不),?(?:只|只是|只要)(?:把)?静音([前后]半段)", _half_only),
    whole(rf"结尾(?:提前|推迟|改|延长)到({SEC}),开头{_LEFT_ALONE}", _music_ends_sooner),
    whole("(?:只)?(?:撤销|撤回|取消)(?:刚才|刚刚|上面|最后)(?:的)?(?:那|这)?一?步", "撤销"),
)
