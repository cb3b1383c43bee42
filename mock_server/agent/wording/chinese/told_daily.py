"""Plain Chinese orders as they are said in daily life, in the words that are read:
"片长控制在二十八秒，后面的剪掉", "把开头的10秒挪到最后去"."""

from functools import partial
from re import Match

from mock_server.agent.values.numbers import NUMBER, number
from mock_server.agent.values.rules import Replacement, Rules
from mock_server.agent.wording.chinese.plain_words import LONG, RANGE, SEC
from mock_server.agent.wording.chinese.told_daily_layers import DAILY_LAYERS
from mock_server.agent.wording.chinese.told_outright import OUTRIGHT
from mock_server.agent.wording.chinese.whole_messages import Said, whole
from mock_server.agent.wording.named_by_draft import There

_N = NUMBER
_GONE = "(?:全部?|都|统统|给我|直接)*(?:剪掉|剪了|删掉|删了|删除|去掉|砍掉|砍了|裁掉|扔掉|不要了?|剪|删|砍)"
_FRONT = "(?:开头|前面|片头|最前面?|开始)"
_BACK = "(?:结尾|后面|片尾|末尾|尾巴|最后面?)"
_LOOK = "(?:暖色|冷色|黑白|复古|怀旧|棕褐色|鲜艳|电影感)"
_LEVEL = rf"(?:[0-9.]{{1,6}}%|百分之(?:{_N})|[一二两三四五六七八九0-9]成)"
_SIDE = "(?:上|下|左|右)"
_CUT_POINT = "(?:切点|剪切点|剪辑点|接缝|切口|接口|衔接处)"
_WAY = "(?:闪白|闪黑|黑场|白场|交叉淡化|叠化|溶解|(?:向|往)?[左右](?:擦除|滑动)|(?:向|往)[左右](?:推|滑))"
_LEFT_ALONE = (
    "(?:都|就|要)*(?:别碰|别动|不动|不变|不要动|不用动|别管|不用管|照旧|原样|保持原样|不改)"
)
_PARTS = 3
_LENGTH = (
    "(?:我)?(?:想|要|希望|需要)?(?:让|把)?(?:成片|片长|总长|总时长|视频长度|视频|片子|全片)(?:的?时长"
    "|长度)?"
    "(?:要)?(?:刚好|正好|控制|压缩?|变|剪|缩短?|留|就|只要|保持)*(?:在|到|成|是|为)?"
    rf"(?P<long>{LONG})(?:以?内)?,"
)
_MOVES = "(?:挪|移|搬|放|调|移动|挪动)"
_BEHIND = "(?:接|放|加)(?:在|到)(?:视频)?的?(?:最后面?|结尾|片尾|末尾|后面),"


def _of_the_length(_: There, match: Match[str]) -> str:
    """ "片长控制在二十八秒，后面的剪掉"."""
    return f"只保留{'最后' if match['front'] else '前'}{match['long']}"


def _one_clip(there: There) -> bool:
    """Whether the video is one clip, with nothing beside it that would move with a part of it."""
    return len(there.clips) == 1 and not there.roles


def _seconds(told: str) -> float:
    return float(number(told.rstrip("钟").removesuffix("秒").strip().removeprefix("第")))


def _first_moved(there: There, match: Match[str]) -> str:
    """ "把开头的10秒挪到最后去"."""
    if not _one_clip(there) or not 0 < _seconds(match[1]) < there.seconds:
        return match[0]
    return f"在{_seconds(match[1]):g}秒分割。把第一段移到最后"


def _last_moved(there: There, match: Match[str]) -> str:
    at = there.seconds - _seconds(match[1])
    if not _one_clip(there) or not 0 < at < there.seconds:
        return match[0]
    return f"在{at:g}秒分割。把第二段移到最前面"


def _three_parts(there: There, match: Match[str]) -> str:
    """ "前二十秒变成黑白，中间二十秒静音，最后二十秒两倍速", which are all of it."""
    first, amid, last = (_seconds(match[one]) for one in ("a", "b", "c"))
    if first + amid + last != there.seconds:
        return match[0]
    amidst = f"{first:g}秒到{first + amid:g}秒{match['y']}"
    return f"前{first:g}秒{match['x']}。{amidst}。最后{last:g}秒{match['z']}"


def _look_of_a_part(_: There, match: Match[str]) -> str:
    """ "前三分之一调成暖色，后三分之一调成冷色，中间那段别碰"."""
    return f"前{match[1]}{match[2]},后{match[1]}{match[3]}" if match[2] != match[3] else match[0]


def _all_but_faster(_: There, match: Match[str]) -> str:
    return f"除了{match[1].replace('第', '')},其他{match[2]}速"


def _rest_faster(_: There, match: Match[str]) -> str:
    """ "前18秒正常放，后面全部两倍速"."""
    return f"{_seconds(match[1]):g}秒到结尾{match[2]}"


def _at_a_cut(_: There, match: Match[str]) -> str:
    way = match[3]
    return f"在{match[1]}加{match[2]}{way}{'过渡' if way.endswith('场') else '转场'}"


def _longer_joint(there: There, match: Match[str]) -> str:
    return f"转场改成{match[1]}" if there.joins else match[0]


def _back_to_speed(there: There, match: Match[str]) -> str:
    return "取消变速" if any(one != 1 for one in there.speeds) else match[0]


def _one_fades(there: There, match: Match[str]) -> str:
    """ "淡出改三秒，淡入不改", where only the picture fades."""
    if match[1] == match[3] or not {*there.fades} <= {"clip in", "clip out"} or not there.fades:
        return match[0]
    return f"淡{match[1]}{match[2]}"


def _no_fade(there: There, match: Match[str]) -> str:
    """ "片尾不要渐黑了，片头的还要"."""
    there_is = match[1] == "尾" and match[2] == "头" and "clip out" in there.fades
    return "取消淡出" if there_is else match[0]


def _middle_clip(there: There, match: Match[str]) -> str:
    return "删掉第二段" if len(there.clips) == _PARTS else match[0]


_KEPT_AND_CUT: tuple[tuple[str, Said], ...] = (
    whole(
        rf"从({SEC})(?:开始|起|往后|以后)?,(?:后面|后边|之后|往后)的?(?:部分|内容|全部)?{_GONE}",
        r"删除\1以后的",
    ),
    whole(
        rf"{_LENGTH}(?:多出来|多余|超出|多|剩下)的?(?:部分|内容)?(?:都|全部?)*"
        rf"(?:从|在)(?:(?P<front>{_FRONT})|{_BACK}){_GONE}",
        _of_the_length,
    ),
    whole(
        rf"{_LENGTH}(?:多的|多余的)?(?:(?P<front>前面|开头)|后面|结尾)的?(?:部分|内容)?{_GONE}",
        _of_the_length,
    ),
    whole(
        rf"(?:视频)?(?:最)?中间(?:那|的|这)*(三分之一|一半|{LONG})的?(?:部分|内容)?{_GONE}",
        r"删掉中间\1",
    ),
    whole(
        rf"({RANGE})(?:那里|那段|这段|这里)?(?:我|他|她|主持人|嘉宾)?"
        "(?:说错了?|口误了?|讲错了?|卡壳了?|忘词了?|咳嗽了?|念错了?|结巴了?)(?:话)?了?,"
        "(?:请|麻烦|帮我|帮忙|给我)*(?:把)?(?:它|这段|那段|那里)?"
        "(?:剪掉|删掉|去掉|删了|剪了|删|剪)(?:一下|了)?",
        r"剪掉\1",
    ),
    whole(rf"{_FRONT}(?:那|的|这)*({LONG}){_GONE},就(?:这|那)?\1", r"剪掉前\1"),
    whole(rf"(?:从)?{RANGE}之?间?{_GONE},(?:也)?就是({RANGE})", r"剪掉\1"),
    whole(
        "(?:后面|最后|结尾|前面|开头|片头|片尾)(?:接|加|放|插)(?:上|进来|进去)?的?(?:那段|那个)?"
        rf"(<:file>)(?:那段)?{_GONE}",
        r"删掉\1",
    ),
    whole(
        rf"中间(?:那|的|这)*(?:一)?段{_GONE}(?:,(?:头尾|前后|首尾|另外|其他)(?:的)?两?段(?:都)?"
        "(?:留着|保留|不动|别动))?",
        _middle_clip,
    ),
    # --- in another order
    whole(
        rf"(?:最)?(?:开头|前面|片头|前)(?:的|那|这)*({LONG})的?(?:内容|部分|画面|片段)?{_MOVES}到"
        "(?:视频|片子)?的?(?:最后面?|结尾|末尾|片尾)(?:去|来)?",
        _first_moved,
    ),
    whole(
        rf"(?:最后|结尾|后面|片尾|末尾)(?:的|那|这)*({LONG})的?(?:内容|部分|画面|片段)?{_MOVES}到"
        "(?:视频|片子)?的?(?:最前面?|开头|片头)(?:去|来)?",
        _last_moved,
    ),
    # --- other clips
    whole(
        rf"(<:file>){_BEHIND}(?:但是?|不过)?只(?:要|接|用|留|放|取)(?:它的?)?(?:最?前面?|开头)的?({LONG})",
        r"把\1接到结尾。\1只保留前\2",
    ),
    whole(
        rf"(<:file>){_BEHIND}(?:中间)?(?:用|加)(?:一?个)?({LONG})的?"
        "(?:交叉淡化|叠化|溶解|交叉溶解)(?:转场|过渡)?(?:连起来|连接|连上|衔接|过渡)?",
        r"用\2的交叉淡化把\1接在视频后面",
    ),
    whole(
        "(<:file>)(?:接|放|加)(?:在|到)(?:视频)?的?(?:最前面?|开头|片头)"
        "(?:(?:当|做|作为)(?:片头|开头|开场))?,(?:而且|并且?|但是?|同时)?(?:它)?(?:要)?静音",
        r"\1放最前面。\1静音",
    ),
    # --- transitions
    whole(
        rf"(?:在)?({SEC})(?:处|那里)?(?:那个|那|这个|的)*{_CUT_POINT}(?:上|处|那里)?"
        rf"(?:加|放|用|做|来)(?:上|一)?个?({LONG})的?({_WAY})(?:的)?(?:转场|过渡|效果)?",
        _at_a_cut,
    ),
    whole(
        rf"两段(?:视频|片段)?(?:之间|中间)(?:加|用|放)?(?:上|一)?个?({LONG})的?({_WAY})(?:转场|过渡)?"
        "(?:,(?:片尾|结尾)(?:不要|别|不用)(?:渐黑|淡出))?",
        r"两段之间加\1\2过渡",
    ),
    whole(rf"转场(?:再|稍微)?(?:慢|长|快|短)(?:一点|一些|点|些),({LONG})", _longer_joint),
)

_PICTURE: tuple[tuple[str, Said], ...] = (
    # --- how fast
    whole(
        rf"({RANGE})(?:这段|那段)?(?:用|以|按|的)?((?:{_N}) ?倍)速?度?(?:快进|播放|播|放)?"
        "(?:带过去?|过去|掠过|放过去|过掉|跳过去)",
        r"\1\2速",
    ),
    whole(
        rf"(?:除了|除)({RANGE})(?:那段|这段)?(?:保持|是|用)?(?:原速|不变|正常速度|不动)?(?:以外|之外|外)?,"
        "(?:其余|其他|别的|剩下|其它)的?(?:部分|地方)?"
        rf"(?:都|全部?)*(?:加快|加速|提速|改|调|变)?(?:到|成|为)?((?:{_N}) ?倍)速?",
        _all_but_faster,
    ),
    whole(
        rf"前面?({LONG})(?:正常|原速|照常|按原速|不变)(?:播放|放|播|速度)?,"
        rf"(?:后面|之后|剩下|其余|往后)的?(?:部分)?(?:都|全部?)*((?:{_N}) ?倍速)",
        _rest_faster,
    ),
    whole(
        "(?:加快速度|提速|加速),?(?:让|使)?(?:全片|视频|片子|成片|总长)(?:正好|刚好|变成|只有|为)?"
        rf"({LONG})(?:,(?:内容|画面)(?:一点|都|全)?(?:不|别|不要)(?:删|剪))?",
        r"加速到总长\1",
    ),
    whole(
        "(?:算了,?|不了,?|嗯,?)?(?:还是)?(?:用|改回|恢复|回到)?(?:原速|原来的速度|正常速度)(?:好|播放)?",
        _back_to_speed,
    ),
    # --- how it lies and looks
    whole(
        "(?:画面|视频|片子)?(?:再)?(?:转|旋转|摆|恢复|调)(?:回|到|成|为)(?:来)?"
        "(?:正常|原来|原本|最初|原先)的?(?:方向|角度)",
        "取消旋转",
    ),
    whole(
        r"(?:顺|逆)时针(?:(?:就)?(?:算了|不要了?|不用了?)|(?:…+|\.{2,}),?(?:算了|不对|不)),?"
        "(?:还是|就|改成)?((?:顺|逆)时针转(?:90|180|270)度)",
        r"画面\1",
    ),
    whole(rf"只裁(?:画面)?的?({_SIDE})(?:边|面|方),?(?:裁)(?:掉|去)?({_LEVEL})", r"\1边裁掉\2"),
    whole(
        "(?:画面)?(?:的)?(?:每边|四边|每一边|四条边|上下左右)(?:都)?各?裁(?:掉|去)?"
        rf"({_LEVEL})的?(?:画面)?(?:,(?:时长|长度)不变)?",
        r"画面四周裁掉\1",
    ),
    whole(
        rf"前(三分之一|四分之一|一半|{LONG})(?:改|调|变|换|做)?(?:成|为)?({_LOOK}),"
        rf"后\1(?:改|调|变|换|做)?(?:成|为)?({_LOOK})(?:,中间(?:那段|的部分|部分|的)?{_LEFT_ALONE})?",
        _look_of_a_part,
    ),
    whole(
        rf"(?:不要|别用|不是){_LOOK}(?:的)?,(?:我)?(?:要|想要|用|是)({_LOOK})的?(?:那种|感觉|效果|色调)?",
        r"改成\1",
    ),
    whole(
        rf"{_LOOK},(?:哦|啊)?(?:不|不对|不是|错了),(?:要|是)?({_LOOK})(?:一点|一些)?的?(?:那种|效果)?",
        r"改成\1",
    ),
    whole(
        rf"(?:不对|不是|哦不),(?:我)?(?:要|想要)的?是?({_LOOK})的?(?:那种)?"
        "(?: ?(?:sepia|vintage|warm|cool|vivid|cinematic))?",
        r"改成\1",
    ),
    whole(rf"整个画面只?在({RANGE})模糊(?:一下)?", r"\1模糊整个画面"),
    whole(
        rf"(?:最)?前面?(?P<a>{LONG})(?P<x>[^,。;]{{2,8}}),中间(?P<b>{LONG})(?P<y>[^,。;]{{2,8}}),"
        rf"(?:最后|后)(?P<c>{LONG})(?P<z>[^,。;]{{2,8}}?)(?:,(?:别的|其他|其余)(?:的|地方)?{_LEFT_ALONE})?",
        _three_parts,
    ),
    # --- how it comes and goes
    whole(rf"淡(入|出)(?:改|变|调)?(?:成|为|到)?({LONG}),淡(入|出){_LEFT_ALONE}", _one_fades),
    whole("片(尾|头)不要(?:渐黑|淡出)了?,片(尾|头)的(?:还要|留着|保留|不动)", _no_fade),
)

_RULES: Rules[Said] = Rules((*_KEPT_AND_CUT, *_PICTURE, *DAILY_LAYERS, *OUTRIGHT))


def told_daily(text: str, there: There) -> str:
    """A message with marks for its texts and files, said plainly; the same where nothing is known."""

    def said(one: Said) -> Replacement:
        return one if isinstance(one, str) else partial(one, there)

    return _RULES.apply(text, said)
