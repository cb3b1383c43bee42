"""Chinese: what is said behind a comma of the thing that was put in before it: "加logo，最后显示5秒",
"加爵士，开头小声点", "加标题“你好”，打字效果", "放标题下面"."""

import re

from mock_server.agent.second_look.edit import Edit, has
from mock_server.agent.second_look.words import words
from mock_server.agent.values.lazily import Regex
from mock_server.timeline.tracks import end_of

_AT_LAST = Regex(
    "[,，] ?(?:再|只)?(?:在)?最后(?:再|才)?(?:出来|出现|显示|露出|亮相"
    "|说|念|响|播(?!放完)|小声|大声|静音|变|半透明|移|挪)"
    "|(?:标题|字幕|logo|水印|人名条)最后(?:再|才)?(?:出来|出现|显示|变|半透明|移|挪)",
    re.IGNORECASE,
)


_IN_STEPS = words("先|然后|接着|再(?=[在把加剪将放给])|[,，][^,，]*[,，][^,，]*最后")


def _is_there_at_first(plain: str, edit: Edit) -> bool:
    """ "加标题“你好”，最后出来", and it stands at 0."""
    changed = [now for _, now in edit.layers if now]
    return any(one["s"] == 0 for one in changed) and (
        bool(_AT_LAST.search(plain)) and not _IN_STEPS.search(plain)
    )


_N = "[0-9一二两三四五六七八九十半.:]+"
_PART = f"(?:开头|结尾|一开始|片头|片尾|最?[前后]{_N}秒|(?:从|在)?第?{_N}秒?[到至-]第?{_N}秒|中间{_N}秒)"
_PARTLY = Regex(
    f"[,，] ?{_PART}的?(?:时候|那段)?(?:别|不要|稍微|再|要|给我)*(?:太)?"
    "(?:小声|大声|响|轻|吵|关小|调小|开大|调大|小一?点|大一?点|弱|停(?!帧)|暂停|半透明|变|透明)"
)


def _is_so_all_along(plain: str, edit: Edit) -> bool:
    """ "加爵士，开头小声点", and it is as loud as that all along; "10到20秒停", and the picture stands
    still."""
    if not _PARTLY.search(plain) or not edit.added:
        return False
    return edit.frozen > 0 or has(edit.added, "vol", "opacity", "color") or _is_cut_short(edit)


def _is_cut_short(edit: Edit) -> bool:
    return any(one["role"] == "music" and end_of(one) < edit.ends[1] for one in edit.added)


_MANNERS = words(
    "打字(?:机)?(?:的)?(?:效果|动画)|逐字|一个字一个字|一个个地?(?:字|出现)|竖着(?:写|放|排|显示)|竖排|竖写"
    "|不(?:用|要|必)太(?:久|长)|别太(?:久|长|早|晚|快|慢)|语气词|弹出来|飞进来|飞入|滑进来|滑入"
)
_SLOWLY = words("(?:慢慢|渐渐|缓缓|逐渐)地?(?:出现|显现|浮现|显示|出来|亮起|消失)")


def _leaves_the_manner_out(plain: str, edit: Edit) -> bool:
    """ "加标题“你好”，打字效果", and it stands there as any; "加logo，慢慢出现", and it is there
    at once."""
    if not edit.added and not edit.reshaped:
        return False
    if _MANNERS.search(plain):
        return True
    return bool(_SLOWLY.search(plain)) and not has(edit.added, "fade_in", "fade_out")


_THING = "(?:标题|字幕|logo|水印|人名条|贴图|画中画|文字)"
_BESIDE_ANOTHER = Regex(
    f"(?:放|摆|移|挪|置|显示|写|打|加)?[到在于]?{_THING}的?(?:正)?(?:下面|下方|底下|下边|上面|上方"
    f"|上边|旁边|左边|右边|左侧"
    f"|右侧|之下|之上)(?!角)(?! ?(?:再|还)?[加写来]一?[行排])",
    re.IGNORECASE,
)


def _stands_where_a_text_does(plain: str, edit: Edit) -> bool:
    """ "加logo，放标题下面", and the title is at the bottom."""
    moved = any(was.get("pos") != now.get("pos") for was, now in edit.layers if now)
    return moved and bool(_BESIDE_ANOTHER.search(plain))


_HIGHER = words("(?:放|摆|挪|移|抬|往)(?:得)?(?:再)?(?:更)?[高低](?:一?点儿?|一?些)")


def _grows_for_higher(plain: str, edit: Edit) -> bool:
    """ "标题放高一点", and it is bigger."""
    sized = any(
        was.get(key) != now.get(key) for was, now in edit.altered for key in ("size", "scale")
    )
    return sized and bool(_HIGHER.search(plain))


CHECKS = (
    _is_there_at_first,
    _is_so_all_along,
    _leaves_the_manner_out,
    _stands_where_a_text_does,
    _grows_for_higher,
)
