"""Chinese messages that deny one thing to name another, or depend on what there is, said plainly: "要删的
标题不是“叮”，是“咚”", "logo要是在左边，就挪到右下角"."""

import re
from re import Match

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import number
from mock_server.agent.wording.chinese.clause_words import COLOR
from mock_server.agent.wording.chinese.plain_words import LONG, SEC
from mock_server.agent.wording.chinese.sound_names import SOUNDS
from mock_server.agent.wording.chinese.whole_messages import Said, whole
from mock_server.agent.wording.named_by_draft import NAMES_ZH, There

_ONE = (
    rf"(?:(?:标题|字幕|音效|人名条)?<:text> ?|<:file> ?|第[一二三]段(?:视频)?|第[一二三]个(?:标题"
    rf"|字幕)|标题|字幕|logo"
    rf"|背景音乐|音乐|人名条|{SOUNDS})"
)
_PUT = "(?:放|移|挪)到?(?:左上|右上|左下|右下|上面|下面|顶部|底部|中间|左边|右边)角?"
_DEED = rf"(?:删除|删掉|删|去掉|剪掉|拿掉|静音|(?:改成?|变成?)(?:{COLOR})|{_PUT})"
_NAME = "(?P<name>logo|水印|标题|字幕|人名条|背景音乐|音乐)"
_KINDS = {name: role for role, name in NAMES_ZH.items()} | {"水印": "overlay", "背景音乐": "music"}
_IF = "(?:如果|要是|假如|若是?|万一)"
_SIDES = {"左": "left", "右": "right", "上": "top", "下": "bottom"}
_COLORS = {
    "红": "red", "黄": "yellow", "蓝": "blue", "绿": "green", "白": "white", "黑": "black", "橙": "orange",
    "粉": "pink", "紫": "purple",
}  # fmt: skip


def _meant(_: There, match: Match[str]) -> str:
    """ "要删的不是“东”，是“西”": the one that is meant."""
    one, other = match["a"].strip(), match["b"].strip()
    deed = {"删": "删掉", "删除": "删掉"}.get(match["deed"], match["deed"])
    noun = match.groupdict().get("noun") or ""
    if one == other:
        return match[0]
    return f"把{noun}{other}{deed}" if noun and other[:1] not in noun else f"把{other}{deed}"


def _one(there: There, name: str) -> int | None:
    """The one layer of a name."""
    at = [i for i, role in enumerate(there.roles) if role == _KINDS[name]]
    return at[0] if len(at) == 1 else None


def _faded(there: There, match: Match[str]) -> str:
    one = _one(there, match["name"]) is not None
    return f"{match['name']}{match['way']}{match['d']}" if one else match[0]


def _later(there: There, match: Match[str]) -> str:
    """ "logo别一开始就出现，第12秒再出来"."""
    i = _one(there, match["name"])
    if i is None or there.spans[i][0] > 0:
        return match[0]
    since = match["t"].removeprefix("第")
    start = float(number(re.sub("秒钟?", "", since))) if ":" not in since else 0
    if not 0 < start < there.seconds:
        return match[0]
    if there.roles[i] in ("overlay", "music"):
        return f"{match['name']}改成从{start:g}秒到{there.seconds:g}秒"
    return f"{match['name']}移到{start:g}秒"


def _depends(match: Match[str]) -> bool:
    """Whether an order depends on what is said before it, and names nothing else."""
    said = re.search(rf"{_IF}|的话|,就", match[0])
    return bool(said) and not any(one in match["rest"] for one in _KINDS)


def _where(there: There, match: Match[str]) -> str:
    """ "logo要是在左边，就挪到右下角", where it is there."""
    i = _one(there, match["name"])
    sides = there.places[i].split("-") if i is not None else []
    wanted = [_SIDES[one] for one in match["side"] if one in _SIDES]
    fits = wanted and all(one in sides for one in wanted) and _depends(match)
    return f"{match['name']}{match['rest']}" if fits else match[0]


def _colored(there: There, match: Match[str]) -> str:
    i = _one(there, match["name"])
    same = i is not None and there.colors[i] == _COLORS.get(match["c"][0])
    fits = same and _depends(match)
    return f"{match['name']}{match['rest']}" if fits else match[0]


def _absent(there: There, match: Match[str]) -> str:
    """ "没有音乐的话，加song.mp3", where there is none."""
    told = re.search(rf"{_IF}|的话", match[0])
    return match["rest"] if told and _KINDS[match["name"]] not in there.roles else match[0]


_THEN = "(?:就|那就|则|请)?"
_REST = r"(?P<rest>(?:(?!如果|要是|否则|不然|的话)[^。;?!]){2,24}?)"
TURNS: tuple[tuple[str, Said], ...] = (
    # --- not this one, that one
    whole(
        rf"(?:要|该|应该|我要|想)+(?P<deed>{_DEED})(?:掉)?的(?P<noun>标题|字幕"
        rf"|音效)?(?:其实)?不是(?P<a>{_ONE}),?"
        rf"(?:而)?是(?P<b>{_ONE})",
        _meant,
    ),
    whole(
        rf"(?:要|该|应该|我要|想)+(?P<deed>{_DEED})(?:掉)?的(?P<noun>标题|字幕"
        rf"|音效)?是(?P<b>{_ONE}),"
        rf"(?:而)?不是(?P<a>{_ONE})",
        _meant,
    ),
    whole(
        rf"(?:不是|不要|别)(?P<deed>删掉?|去掉"
        rf"|静音)(?P<a>{_ONE}),(?:而)?(?:是)?(?:要)?(?P=deed)(?P<b>{_ONE})",
        _meant,
    ),
    # --- what has to be there
    whole(
        rf"{_NAME}(?:不能没有|得有|要有|缺个?|少个?)(?P<way>淡[入出])(?:效果)?,(?:加|来|给它?"
        rf"|要)*(?:个|一个)?(?P<d>{LONG})(?:钟)?的?",
        _faded,
    ),
    whole(
        rf"{_NAME}(?:先)?(?:别|不要|不用|不该)(?:从)?(?:一开始|一开头|一上来|开头|头"
        rf"|最开始)就(?:出现|出来|出|有|显示|响|放),"
        rf"(?:等到?|到)?(?P<t>{SEC})(?:以后|之后|后|时|的时候)?(?:再|才)(?:出现|出来|显示|进来|响"
        rf"|放|开始|出)",
        _later,
    ),
    # --- where the draft decides
    whole(
        rf"(?:{_IF})?{_NAME}(?:{_IF})?在(?P<side>左边?|右边?|上面|下面|左上|右上|左下"
        rf"|右下)(?:角)?(?:的话)?,{_THEN}(?:把它)?{_REST}",
        _where,
    ),
    whole(
        rf"(?:{_IF})?{_NAME}(?:{_IF}"
        rf"|的)?(?:颜色)?是?(?P<c>{COLOR})的?(?:的话)?,{_THEN}(?:把它)?{_REST}",
        _colored,
    ),
    whole(rf"(?:{_IF})?(?:还)?没有?{_NAME}(?:的话)?,{_THEN}{_REST}", _absent),
)

_MIDDLE = Regex(
    r"\A(?:请|把|将)*(?:正)?中间(?:那个|的那个|那条|的那条|的)(?:标题|字幕)?(?=改|变|换|放|移|挪|删|去掉|不要|用)"
)
_THREE = 3


def middle_named(message: str, there: There) -> str:
    """ "中间那个改红色", of three texts of a kind and nothing else."""
    kinds = {*there.roles}
    if len(there.roles) != _THREE or len(kinds) != 1 or not kinds <= {"title", "caption"}:
        return message
    return _MIDDLE.sub(f"第二个{NAMES_ZH[there.roles[0]]}", message, count=1)
