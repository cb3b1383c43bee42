"""Chinese messages that are said plainly as a whole, where it matters what there"
" is: "语速有点慢，稍微快一点",
"这段静音" of a part that is sped up, "人名条写“王芳”，小字“产品经理”，2秒到7秒"."""

import re
from functools import partial
from re import Match

from mock_server.agent.values.numbers import number
from mock_server.agent.values.rules import Replacement, Rules
from mock_server.agent.wording.chinese.clause_words import LEVEL, LOOK, percent
from mock_server.agent.wording.chinese.plain_words import LONG, RANGE, SEC, N
from mock_server.agent.wording.chinese.plainest_texts import TEXTS
from mock_server.agent.wording.chinese.plainest_turns import TURNS
from mock_server.agent.wording.chinese.sound_names import SOUNDS
from mock_server.agent.wording.chinese.whole_messages import Said, whole
from mock_server.agent.wording.named_by_draft import NAMES_ZH, There

_EDGE = rf"(?:最?前面?|开头|最?后面?|最后|结尾|末尾)的?(?:{LONG})"
_SHARE = "(?:[前后](?:半段|一半)|最?[前后]面?的?[三四五]分之[一二三四])"
_ALL = 100  # percent
_FIGURE = r"[0-9]+(?:\.[0-9]+)?"
_PART = f"(?:{RANGE}|{_EDGE}|{_SHARE})"


def _faster(_: There, match: Match[str]) -> str:
    return f"视频{match['w']}一点" if (match["is"] == "慢") == (match["w"] == "快") else match[0]


def _forwards(_: There, match: Match[str]) -> str:
    return "取消倒放"


def _louder(there: There, match: Match[str]) -> str:
    fits = (match["is"] in ("听不清", "听不见", "听不到", "太小", "太轻")) == (match["w"] == "大")
    return f"音乐{match['w']}声一点" if "music" in there.roles and fits else match[0]


def _half(_: There, match: Match[str]) -> str:
    return f"只保留{match[1]}半段" if match[1] != match[2] else match[0]


def _middle(there: There, match: Match[str]) -> str:
    """ "只留中间那三分之一"."""
    third = there.seconds / 3
    whole = third == int(third)
    return (
        f"只保留{int(third)}到{int(third) * 2}秒" if whole and len(there.clips) == 1 else match[0]
    )


def _middle_clip(there: There, match: Match[str]) -> str:
    return "删掉第二段" if len(there.clips) == len("前中后") else match[0]


def _blur_until(there: There, match: Match[str]) -> str:
    effects = [one for one in there.roles if one == "effect"]
    if not effects:
        return f"{match['part']}整个画面模糊" if "整" in match[0] or "全" in match[0] else match[0]
    if len(effects) > 1 or "blur" not in (*there.names, *there.texts) or "秒" not in match["part"]:
        return match[0]
    told = match["part"]
    if told[0] in "前开最":
        return f"模糊移到0到{told.lstrip('最前面开头的')}" if "后" not in told else match[0]
    return f"模糊移到{told.removeprefix('从')}"


def _clearer(there: There, match: Match[str]) -> str:
    one = there.only == "overlay"
    return f"logo不透明度{percent(match['level'])}" if one else match[0]


def _strength(there: There, match: Match[str]) -> str:
    looks = {_LOOKS.get(one, "") for one in there.looks}
    look = looks.pop() if len(looks) == 1 else ""
    level = "50%" if match["level"] in ("一半", "减半") else percent(match["level"])
    return f"{look}强度调到{level}" if look else match[0]


_LOOKS = {
    "black and white": "黑白",
    "vintage": "复古",
    "vivid": "鲜艳",
    "warm": "暖色",
    "cool": "冷色",
    "sepia": "棕褐色",
    "cinematic": "电影感",
}


def _two_gone(there: There, match: Match[str]) -> str:
    """ "把它们俩都删了", of two things of different kinds."""
    roles = [*there.roles]
    if (
        len(roles) != len("前后")
        or len({*roles} & NAMES_ZH.keys()) != len("前后")
        or len(there.clips) > 1
    ):
        return match[0]
    return "。".join(f"删掉{NAMES_ZH[one]}" for one in roles)


def _other_sound(there: There, match: Match[str]) -> str:
    at = [
        span[0]
        for role, name, span in zip(there.roles, there.names, there.spans, strict=False)
        if role == "sound" and name == match["old"]
    ]
    called = "音效" if [*there.roles].count("sound") == 1 else f"音效“{match['old']}”"
    return f"删掉{called}。在{at[0]:g}秒加音效“{match['new']}”" if len(at) == 1 else match[0]


def _at_the_title(there: There, match: Match[str]) -> str:
    """ "标题出现的那五秒把整个画面模糊掉"."""
    at = [span for role, span in zip(there.roles, there.spans, strict=False) if role == "title"]
    if len(at) != 1 or (
        match["d"] and float(number(match["d"].rstrip("秒钟"))) != at[0][1] - at[0][0]
    ):
        return match[0]
    return f"{at[0][0]:g}到{at[0][1]:g}秒整个画面模糊"


def _levels(there: There, match: Match[str]) -> str:
    two = len(there.clips) == len("前后")
    return f"第一段音量{percent(match[1])}。第二段音量{percent(match[2])}" if two else match[0]


def _backwards(there: There, match: Match[str]) -> str:
    return f"{match['range']}静音。{match['range']}倒放"


_WHOLE: tuple[tuple[str, Said], ...] = (
    # --- how fast, how loud, which way
    whole(
        r"(?:语速|说话|讲话|说得|讲得|节奏|我?说话)(?:有点|太|比较|稍微)*(?P<is>慢"
        r"|快)了?,(?:请)?(?:稍微|再|调|放|加|略微)*"
        r"(?P<w>快|慢)(?:一点|一些|点|些)",
        _faster,
    ),
    whole(
        r"(?:别|不要)(?:再)?(?:倒放|倒着放)了?,(?:还是)?(?:正常|正着|顺着)(?:播放?|放|来)",
        _forwards,
    ),
    whole(
        r"(?:背景)?音乐(?:有点|都|根本)*(?P<is>听不清|听不见|听不到|太小|太轻|太吵|太响"
        r"|太大)(?:声)?了?,(?:请)?(?:稍微|再|调)*"
        r"(?P<w>大|小)(?:点声|声点|声一点|一点|点|一些|些)",
        _louder,
    ),
    whole(
        rf"(?:声音|原声)(?:放|开)回来,(?P<level>{LEVEL})(?:就够|就行|就好)?",
        lambda _, match: f"原声音量{percent(match['level'])}",
    ),
    whole(
        rf"第一段(?:音量)?({LEVEL}),第二段(?:音量)?({LEVEL}),(?:我)?(?:说"
        rf"|指)的是音量",
        _levels,
    ),
    (r"\A怎么没(?:有)?声音了?[?,](?=[^?]{4,})", ""),
    (r"\A能不能(?:把)?(标题|字幕|logo|音乐|人名条)(?:弄没|去掉|删掉|拿掉)\?", r"删掉\1,"),
    # --- a part of so many tenths; seconds, of which nobody says that they are
    whole(
        rf"(?P<deed>剪掉|删掉|去掉|砍掉"
        rf"|只(?:保)?留)(?:视频的?)?(?P<which>最?[前后]面?)的?(?P<n>{N})成",
        lambda _, match: _tenths(match),
    ),
    whole(
        rf"(?P<deed>剪掉|删掉|剪去|切掉|砍掉|只(?:保)?留)(?:从)?(?P<a>{_FIGURE})(?:到|至"
        rf"|-)(?P<b>{_FIGURE})",
        lambda there, match: _from_to(there, match),
    ),
    whole(
        rf"(?:从)?(?P<a>{_FIGURE})(?:到|至|-)(?P<b>{_FIGURE})(?P<deed>剪掉|删掉|剪去|切掉|砍掉|不要)",
        lambda there, match: _from_to(there, match),
    ),
    # --- a part, of which what is to be is told first
    whole(
        rf"([^,。]{{2,12}}),(?:只限|仅限|只要|就)({_PART})",
        lambda there, match: _limited(there, match),
    ),
    whole(
        r"([前后])(?:半段|一半)(?:保)?留(?:着|下)?,([前后])(?:半段|一半)(?:都)?(?:不要|剪掉|删掉"
        r"|去掉)了?",
        _half,
    ),
    whole(rf"只要({_SHARE}|{_EDGE})(?:变成?|调成)?({LOOK})(?:的)?", r"\1调成\2"),
    whole(r"只(?:保)?留(?:下)?(?:正)?中间(?:那|的)?三分之一", _middle),
    whole(r"中间(?:那|这)段(?:不要|删掉|去掉|剪掉)了?", _middle_clip),
    whole(
        rf"掐头去尾,(?:把)?前面?({LONG})(?:、|和|,)?后面?({LONG})(?:都)?(?:剪掉|去掉|不要)?",
        r"剪掉前\1和后\2",
    ),
    whole(
        rf"(?P<range>{RANGE})(?:调成|改成|用)?(?P<n>{N})倍速(?:快进|播放)?,(?:这|那)一?段(?:也"
        rf"|都)?静音",
        lambda _, match: f"{match['range']}静音。{match['range']}{match['n']}倍速",
    ),
    whole(
        rf"(?:片子|视频|整片|成片)?(?:要)?(?:正好|刚好)({LONG}),(?:不许|不要|不能"
        rf"|别)剪(?:掉)?(?:任何)?内容?,?(?:靠|用|通过)"
        r"(?:调整?)?(?:速度|变速)(?:来)?(?:实现|解决|凑)?",
        r"总时长改成\1，用变速",
    ),
    whole(rf"(?:视频)?(?:播|放)到({SEC})(?:就)?(?:结束|停)", r"视频在\1结束"),
    whole(
        rf"(?:开头|片头|前面)(?:我)?(?:不想|不用|不要|别)剪,(?:片尾|结尾|后面)(?:去|剪"
        rf"|删)掉?({LONG})",
        r"剪掉最后\1",
    ),
    whole(rf"不用全(?:部)?(?:剪|删),只(剪掉{_EDGE})", r"\1"),
    whole(
        rf"(?:整段|整个视频|视频)?(?:都)?(防抖|降噪),最?后面?({LONG})除外",
        lambda there, match: (
            f"前{there.seconds - float(number(match[2].rstrip('秒钟'))):g}秒{match[1]}"
        ),
    ),
    # --- pictures that fill the screen, clips
    whole(
        rf"(?:先)?(?:在)?(?:开头|片头|最前面)?先?(?:放|用)(?:一张)?(?P<d>{LONG})?的?(?P<f><:file>"
        rf"|logo) ?的?(?:整张图|图片|图|画面)?"
        rf"(?:,?停(?:留)?(?P<e>{LONG}))?(?:,再接(?:正片|视频))?",
        lambda _, match: _still(match, "开头"),
    ),
    whole(
        rf"(?P<f><:file>|logo) ?当片头,(?:全屏)?(?:放|停"
        rf"|显示)(?P<d>{LONG})(?P<e>\Z)?(?:,再接(?:正片"
        rf"|视频))?",
        lambda _, match: _still(match, "片头"),
    ),
    whole(
        rf"(?:在)?(?:片尾|结尾|末尾|视频放完以?后|最后)(?:放|接|加)(?:上)?(?:一张)?(?P<f><:file>"
        rf"|logo) ?的?(?:图片|图|画面)?(?:,?停?"
        rf"(?:留)?(?P<d>{LONG}))(?P<e>\Z)?(?:当结束画面|做结尾|当片尾)?(?:,(?:不是|不要"
        rf"|别)叠在上面)?",
        lambda _, match: _still(match, "结尾"),
    ),
    whole(
        rf"在({SEC})(?:处|的地方)?插入(?:一张)?(<:file>|logo) ?的?(?:静态画面|图片|画面"
        rf"|图)?,停({LONG})(?:,然后接着放(?:正片|视频))?",
        lambda _, match: f"在{match[1]}插入{_png(match[2])}，持续{match[3]}",
    ),
    whole(
        rf"(?:在)?({SEC})(?:处|的?地方|那里|的时候)?插(?:一段|段|一下|个)?(<:file>)",
        r"在\1处插入\2",
    ),
    whole(
        r"用(<:file>)(?:当|做)?(?:开场|片头),(?:接着|然后|再)+(?:放|接|播)(?:我的)?(?:片子|视频"
        r"|正片|原片)",
        r"\1放最前面",
    ),
    # --- what is there
    whole(
        rf"{RANGE}?(?:这段)?[^,，。]{{0,2}}(?:露|拍到|出现|看到|有)(?:出|到)?了?(?:车牌|人脸|路人"
        rf"|号码|电话|地址"
        rf"|隐私|logo)(?:号码?)?了?,(?P<deed>(?:把)?(?:整个画面|全屏|画面)(?:都)?(?:模糊|打码"
        rf"|虚化)掉?)",
        lambda _, match: _in_that_part(match),
    ),
    whole(
        r"(?:它们(?:俩|两个)?|这?两[个样]|俩)(?:也)?都(?:删了|删掉|不要了?|去掉|撤掉)", _two_gone
    ),
    whole(r"(?:它|logo)?(?:再)?(?:透明|淡)一?点,(?P<level>0?\.[0-9]{1,2}|[0-9]{1,2}%)", _clearer),
    whole(
        rf"(?P<part>{_EDGE}|{RANGE})(?:把)?(?:整个画面|全屏|全画面|画面整体)(?:都)?(?:打码|模糊"
        rf"|虚化)(?:模糊|掉)?",
        r"\g<part>整个画面模糊",
    ),
    whole(
        rf"(?:裁多了,)?(?P<side>顶上|顶部|底部|左边|右边)只?裁掉?(?P<level>{LEVEL})",
        lambda _, match: f"{match['side'].replace('顶上', '顶部')}裁掉{percent(match['level'])}",
    ),
    whole(
        rf"(?:强度|效果|浓度)(?:再)?(?:调|改|减|降|设|变)*(?:低|弱|小)?(?:到|成|为)?(?P<level>一半"
        rf"|减半|{LEVEL})",
        _strength,
    ),
    whole(
        rf"(?:只|就)模糊(?P<part>{_EDGE}|{RANGE})(?:就好|就行)?,(?:不要|别|不用)全程(?:都)?",
        _blur_until,
    ),
    whole(rf"(?:模糊|整个画面模糊),?只(?:要|留|在)(?P<part>{_EDGE}|{RANGE})", _blur_until),
    whole(
        rf"标题(?:出现|显示)的(?:那|这)?(?P<d>{LONG})?(?:时候|时间"
        rf"|期间)?(?:里)?(?:把)?整个画面(?:都)?模糊掉?"
        r"(?:,标题(?:本身)?(?:和音乐)?(?:都)?不变)?",
        _at_the_title,
    ),
    whole(
        rf"(?:不要|去掉|删掉)(?P<old>[^,，。0-9]{{1,4}}?)(?:声|音效)?了?,(?:换成"
        rf"|改成)(?P<new>[\u4e00-\u9fff]{{1,3}}声|{SOUNDS})",
        _other_sound,
    ),
    whole(
        rf"(?P<range>{RANGE})倒放,(?:那|这)段(?:也)?(?:不要声音|静音)",
        _backwards,
    ),
)
_RULES: Rules[Said] = Rules((*_WHOLE, *TEXTS, *TURNS))


def _in_that_part(match: Match[str]) -> str:
    span = re.search(RANGE, match[0])
    return f"{span[0]}整个画面模糊" if span else match[0]


def _tenths(match: Match[str]) -> str:
    share = float(number(match["n"])) * 10
    return f"{match['deed']}{match['which'].strip('最面')}{share:g}%" if share < _ALL else match[0]


def _from_to(there: There, match: Match[str]) -> str:
    fits = float(match["a"]) < float(match["b"]) <= there.seconds
    deed = "剪掉" if match["deed"] == "不要" else match["deed"]
    return f"{deed}{match['a']}到{match['b']}秒" if fits else match[0]


def _png(file: str) -> str:
    return "logo.png" if file == "logo" else file.strip()


def _still(match: Match[str], where: str) -> str:
    long = match["d"] or match["e"]
    if (
        not long
        or where[:2] not in ("片头", "开头", "结尾")
        or not (
            any(
                word in match[0]
                for word in ("开头", "片头", "最前面", "片尾", "结尾", "末尾", "放完", "最后")
            )
        )
    ):
        return match[0]
    file = _png(match["f"])
    return f"把{file}接到结尾,持续{long}" if where == "结尾" else f"{file}排到开头,持续{long}"


def _limited(there: There, match: Match[str]) -> str:
    """ "色彩鲜艳些，只限前十二秒"."""
    said = match[1]
    for word, deed in _DEEDS:
        if word in said:
            level = said.rpartition("到")[2] if "%" in said or "百分之" in said else ""
            if deed == "音量" and not level:
                return match[0]
            level = percent(level) if level else ""
            return f"{match[2]}{deed}{level}"
    return match[0]


_DEEDS = (
    ("鲜艳", "调成鲜艳"),
    ("黑白", "调成黑白"),
    ("复古", "调成复古"),
    ("暖色", "调成暖色"),
    ("冷色", "调成冷色"),
    ("静音", "静音"),
    ("倒放", "倒放"),
    ("画面模糊", "整个画面模糊"),
    ("音量调到", "音量"),
    ("声音调到", "音量"),
)


def said_plainest(text: str, there: There) -> str:
    """A message with marks for its texts and files, said plainly; the same where nothing is known."""

    def said(one: Said) -> Replacement:
        return one if isinstance(one, str) else partial(one, there)

    return _RULES.apply(text, said)
