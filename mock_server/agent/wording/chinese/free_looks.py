"""Chinese clauses that order how the picture is, or how it is heard: "画布换成1:1","
" "防抖关掉", "淡出改成五秒"."""

import re
from collections.abc import Callable
from re import Match

from mock_server.agent.wording.chinese.clause_subjects import Talk
from mock_server.agent.wording.chinese.clause_words import LEVEL, LOOK, percent
from mock_server.agent.wording.chinese.plain_words import LONG, RANGE, N

Free = Callable[[Match[str], Talk], str | None]

_EDGE = rf"(?:最?前面?|开头|最?后面?|最后|结尾|末尾)的?(?:{LONG})"
_SHARE = "(?:[前后](?:半段|一半)|最?[前后]面?的?[三四五]分之[一二三四])"


def _as(words: str) -> Free:
    return lambda match, _: match.expand(words)


def _no_blur(match: Match[str], talk: Talk) -> str | None:
    return "去掉模糊" if "effect" in talk.there.roles and "blur" in talk.there.names else None


def _other_look(match: Match[str], talk: Talk) -> str | None:
    """ "棕褐色换成黑白", of a picture that is so."""
    old = {_LOOKS.get(one) for one in talk.there.looks}
    return f"调成{match['new']}" if match["old"].replace("怀旧", "复古") in old else None


_LOOKS = {
    "black and white": "黑白",
    "vintage": "复古",
    "vivid": "鲜艳",
    "warm": "暖色",
    "cool": "冷色",
    "sepia": "棕褐色",
    "cinematic": "电影感",
}


def _look_gone(match: Match[str], talk: Talk) -> str | None:
    return f"去掉{match['look']}滤镜" if any(talk.there.looks) else None


def _fade_of_only(match: Match[str], talk: Talk) -> str | None:
    """ "淡出改成五秒", where one thing fades so."""
    way = match["way"]
    told = {"入": "in", "出": "out"}[way]
    fading = {one.split()[0] for one in talk.there.fades if one.endswith(f" {told}")}
    if len(fading) != 1 or (role := fading.pop()) not in ("clip", "video", "music"):
        return None
    name = "音乐" if role == "music" else "画面"
    if match["gone"]:
        return f"取消{name}的淡{way}"
    return f"{name}淡{way}{match['d']}"


def _crop(match: Match[str], _: Talk) -> str | None:
    return f"{match['side']}各裁掉{percent(match['level'])}"


def _own_level(match: Match[str], talk: Talk) -> str | None:
    return f"原声音量{percent(match['level'])}"


def _duck(match: Match[str], talk: Talk) -> str | None:
    if talk.count("music") != 1:
        return None
    told = [one for one in talk.told if one.role == "music"]
    return None if told else "说话时音乐压低"


_DEED = "(?:去掉|不要了?|取消|删掉)"


def _then(match: Match[str], talk: Talk, deed: str) -> str:
    """What is done for a time, to which the clauses behind may come back."""
    when = match["range"].removeprefix("从")
    if re.search("[到至-]", when):
        talk.range = when
    talk.about = ()
    return f"{when}{deed}"


LOOKS_FREE: tuple[tuple[str, Free], ...] = (
    # --- the picture
    (
        r"(?:把)?(?:视频|画面|画布|画幅|比例)?(?:切|做|改|换|转|变|换)成(?:竖屏|横屏"
        r"|方形)? ?(?P<shape>9:16|16:9|1:1|4:5)"
        r"(?:的?(?:竖屏|横屏|方形|画面))?",
        _as(r"画布改成\g<shape>"),
    ),
    (
        r"画布改成(?P<shape>9:16|16:9|1:1|4:5)且背景用模糊填充",
        _as(r"画布改成\g<shape>，背景用模糊填充"),
    ),
    (
        rf"(?P<range>{RANGE}|{_EDGE})(?:把)?(?:整个画面|全屏|全画面|画面整体|整个屏幕"
        rf"|画面)(?:都)?(?:打码|模糊|虚化)"
        r"(?:模糊|掉)?",
        lambda match, talk: _then(match, talk, "整个画面模糊"),
    ),
    (
        rf"(?P<range>{RANGE})(?:往|向)?(?:画面)?(?:中心|中间|正中)?(?:画面)?放大到?(?P<n>{N})倍",
        lambda match, talk: _then(match, talk, f"画面放大到{match['n']}倍"),
    ),
    (r"(?:不要|别|取消|去掉)(?:再)?模糊了?|模糊(?:效果)?(?:不要|去掉|取消|删掉)了?", _no_blur),
    (rf"(?P<look>{LOOK})调?(?:滤镜|效果)?(?:去掉|不要|取消|删掉|撤掉)了?", _look_gone),
    (rf"(?P<old>{LOOK})调?(?:换成|改成)(?P<new>{LOOK})调?", _other_look),
    (r"防抖(?:关掉|取消|去掉|不要)了?|(?:关掉|取消)防抖", _as("取消防抖")),
    (
        rf"(?P<side>左右|上下)各(?:裁|裁掉)?(?P<level>{LEVEL})|裁掉(?P<a>左右|上下)各(?P<b>{LEVEL})",
        lambda match, talk: (
            f"{match['side'] or match['a']}各裁掉{percent(match['level'] or match['b'])}"
        ),
    ),
    (
        rf"(?:画面)?(?:只)?裁掉(?P<side>左边|右边|顶部|底部)(?P<level>{LEVEL})",
        lambda match, talk: f"{match['side']}裁掉{percent(match['level'])}",
    ),
    (
        rf"(?:速度|整体|视频)?(?:提高|提速|加快)(?P<level>{LEVEL})",
        lambda match, talk: f"速度提高{percent(match['level'])}",
    ),
    ("(?:整体|视频)?提速一半", _as("速度提高50%")),
    ("原声标准化|(?:音量|原声)(?:做)?标准化", _as("统一原声响度")),
    (
        rf"(?:把)?(?:整体|整段|整段视频|全片|整段画面)?(?:再)?加(?:个|上)?(?P<look>{LOOK})(?:调|滤镜"
        rf"|效果|色调)?",
        _as(r"调成\g<look>"),
    ),
    (rf"整段视频改成(?P<look>{LOOK})", _as(r"调成\g<look>")),
    (
        rf"(?P<part>{_SHARE})(?:调成|用|变)?(?P<look>{LOOK})(?:调|滤镜|效果)?",
        _as(r"\g<part>调成\g<look>"),
    ),
    (rf"(?P<part>{_SHARE}|{RANGE})(?:只|也|都)?静音", _as(r"\g<part>静音")),
    (
        rf"(?:画面)?(?:顶上|顶部|上面)(?:只)?裁掉?(?P<level>{LEVEL})",
        lambda match, talk: f"顶部裁掉{percent(match['level'])}",
    ),
    (rf"(?:画面)(?P<side>左右|上下)各裁掉?(?P<level>{LEVEL})", _crop),
    # --- fades that are there
    (
        rf"(?:画面|视频)?(?:开头|片头|结尾|片尾)?的?淡(?P<way>[入出])(?:效果)?(?:(?P<gone>{_DEED})"
        rf"|(?:改|变|加长|延长|缩短|缩|调)(?:成|为|到)(?P<d>{LONG}))",
        _fade_of_only,
    ),
    # --- what is heard
    (
        "(?:人|我)?(?:说话|讲话)(?:的)?时候?(?:自动)?(?:把)?(?:音乐|背景音乐|它)?(?:自动)?(?:压低"
        "|降低)(?:音乐|背景音乐)?",
        _duck,
    ),
    ("(?:音乐)?(?:闪避|自动压低)(?:关掉|去掉|不要|取消)了?", _as("取消音乐闪避")),
    (rf"原声(?:音量)?(?:调|降|设)?到?(?P<level>{LEVEL})", _own_level),
    (
        rf"(?:音量|声音)(?:调|降|升|提)?(?:高|低|大|小)?到(?P<level>{LEVEL})",
        lambda match, talk: (
            f"原声音量{percent(match['level'])}"
            if not talk.count("music") and not talk.about
            else None
        ),
    ),
    ("(?:视频|画面)?原声(?:都|全)*(?:不要|去掉|关掉|关了|删掉)了?", _as("视频静音")),
)
