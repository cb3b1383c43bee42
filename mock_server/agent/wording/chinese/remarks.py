"""Chinese remarks beside an order: why it is wanted, who wants it, what is to be seen there.

A remark states something: it has a word that the agent does not know, and none that orders, denies,
asks or sets a condition.
"""

import re
from collections.abc import Sequence

from mock_server.agent.lexicon.tokens import tokens
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import (
    HAN,
    MARK,
    RANGE,
    UNREADABLE,
    Values,
    index,
    kind_of,
    pattern,
)
from mock_server.agent.values.ranges import Range
from mock_server.agent.wording.withheld import withheld

# Words of an order, a wish, a negation of one, a condition or a question.
_ORDERS = Regex(
    r"帮我|帮忙|[把将给让请别勿删剪加改换调移挪配裁切搬只除若?？]|不要|不用|不必|不许|不能|不准|去掉|去除|去了|静音|消音|倒放|定格|慢放"
    r"|快放|加速|减速|放到|放在|放大|缩小|保留|留着|留下|撤|恢复|还原|降低|降到|升|提高|提升|转成|转为|旋转|淡|显示|出现"
    r"|写|打上|打码|生成|拼|接|如果|要是|的话|除非|不然|否则|或者|还是|之前|之后|以后|以前|吗|怎么|如何|是不是|要不要|能不能|可不可以"
    r"|什么|哪|声音|原声|音量|希望|想要|需要|必须|应该|得要|麻烦|等|明天|下次|上次|已经|都要|也要|不变|不动|照旧|模糊|马赛克|黑白|暖色"
    r"|时候|瞬间|每次|每当|当|一旦|同意|建议|要求|让我|玩|玩笑|收回|后悔|反悔|才怪|骗|打算|考虑|以为|本来|原本|例如|比如|例子|说要"
    r"|竖|横屏|防抖|降噪|增稳|均衡|标准化|字幕|标题|音乐|水印|[lL](?:ogo|OGO)|[bB](?:gm|GM)|配乐|配音|人名条|贴图|旁白|音效|弄|做|搞|设|变成|变为|用|停|放|取消|清|扔|掉",
    re.IGNORECASE,
)
# What a statement is made with.
_STATES = Regex(
    "[有是太好很挺真没在都看听说像忘拍录讲叫咳笑哭闹吵晃抖乱丑响长短慢快暗亮黑卡脏了着过岁]|不[^要用必许能准]"
)
_LONGEST = 40


def _is_strange(piece: str) -> bool:
    """Whether it has a word that the agent does not know."""
    return any(not one.readings for one in tokens(MARK.sub("", piece), Values()))


# What is known, and is no order where an order follows.
_PLAINLY = Regex(
    r"[\u4e00-\u9fff]{1,4}(?:无所谓|不要紧)|(?:没|没有|没啥|没什么)(?:内容|用|用了|意思|必要|人|东西|看头|画面)了?|(?:太|有点|有些|好)(?:长|短|拖|乱)了?"
    r"|(?:声音|音量)(?:忽大忽小|时大时小|不均匀|不一致)的?"
    r"|(?:视频|片子|素材|整体|节奏)+(?:太|有点|有些|好)(?:长|短|拖|乱|慢热)了?"
)
_WHO = Regex(r"\A ?(?:(?:我们?|大家|客户|老板|领导|同事)?(?:都)?(?:觉得|感觉|嫌|认为))")
_DOUBTS = Regex(
    "确定|没想|没决定|没定|犹豫|纠结|考虑|也许|可能|好像|大概|估计|先问|问一下|看看再"
    "|再看|再说|打算|准备"
)
# What may stand behind an order to say why.
_WHY = Regex(
    r" ?(?:当时|嘉宾|主持|讲师|主播|有人|现场|背景里)"
    r"| ?(?:因为|太|有点|其他|别的|其余|里面|那段|那里|那儿|这段|这里|客户|老板|领导|我|他|她|大家|观众"
    r"|实在|反正|[前后里]面(?:都|全)?是|.{1,4}(?:无所谓|不要紧)|(?:都|全|那|这)是(?:有人|人|我|他|她|路人|别人|废话|多余|重复|穿帮|花絮|广告))"
)


# "前面八秒是我在调机位": whatever is being done there.
_IS_DOING = pattern(r" ?<:range>(?:都|全)*是(?:我|他|她|咱|大家)?们?(?:还|正)?在[^,不别没?]{2,12}")


_WISHES = Regex("(?<![了有差])一[点些](?:吧|就好|就行)?\\Z")  # "画面亮一点"


def _is_remark(piece: str) -> bool:
    if _IS_DOING.fullmatch(piece):
        return True
    said = MARK.sub("", piece).strip(" !.")
    kinds = [kind_of(one[1]) for one in MARK.finditer(piece)]
    if not said or UNREADABLE in said or len(said) > _LONGEST or kinds not in ([], ["range"]):
        return False
    if _PLAINLY.fullmatch(_WHO.sub("", said)):
        return True
    if _WISHES.search(said) and "段" not in said:
        return False
    if _ORDERS.search(said) or _DOUBTS.search(said):
        return False
    return bool(_STATES.search(said) or _WHO.match(said)) and _is_strange(said)


_IT = "(?:这|那)(?:一)?(?:段|部分|块|截|几秒|里|儿|个地方|会儿)(?:时间)?的?|它|把它|中间这段"
_DOES = (
    "静音|消音|静掉|静了|倒放|慢放|快放|加速|减速|放慢|加快|黑白|降噪|模糊|打码|剪掉|删掉|去掉|剪去|删除|去除|剪了|删了"
    "|扔掉|扔了|掐掉|掐了|不要了|不要|切掉|裁掉"
)
_POLITE = (
    "(?:就|请|帮我|帮忙|麻烦|给我|可以|也|一并|一起|能不能|可不可以|能|直接|都|全|要|得|需要|赶紧"
    "|你|您)*"
)
_BARE = Regex(rf" ?{_POLITE}(?:把)?({_DOES})(?:掉|了|吧|吗|么|一下|呗|就行|就好|谢谢|它|\?|!| )*")
_ABOUT_IT = Regex(rf" ?{_POLITE}(?:把|将|给)?({_IT})")
_ABOUT_IT_BEHIND = Regex(rf" ?{_POLITE}({_DOES})({_IT})(?:掉|了|吧|吗|么|呗|就行|就好|\?|!| )*")


_THE_REST = Regex(
    rf" ?(?:其他|其余|别的|剩下)(?:的|部分|时间)*{_POLITE}(?:剪掉|删掉|去掉|不要|剪了|删了|不要了|扔掉)"
    rf"(?:吧|了)*"
)


_SOUND_OF_IT = Regex(
    rf" ?{_POLITE}(?:把|将)?(?:{_IT})(?:的)?(?:声音|原声){_POLITE}(?:消掉|消除|去掉|静掉|关掉"
    rf"|掐掉|删掉|静音|去除)(?:吧|吗|掉|了|\?|!| )*"
)


def _told(order: str, mark: str) -> str | None:
    """An order about "it" with the range that "it" is; None when it is about something else."""
    if "range" in [kind_of(one[1]) for one in MARK.finditer(order)]:
        return None
    if found := _BARE.fullmatch(order) or _ABOUT_IT_BEHIND.fullmatch(order):
        return f"{mark}静音" if "静" in found[1] else f"{found[1]}{mark}"
    if _SOUND_OF_IT.fullmatch(order):
        return f"{mark}静音"
    if _THE_REST.fullmatch(order):
        return f"只保留{mark}"
    if found := _ABOUT_IT.match(order):
        return f"{order[: found.start(1)]}{mark}{order[found.end(1) :]}"
    return None


_RANGE = Regex(f"{RANGE}[^\ue000]*\ue000")


_SCENE = "[\u4e00-\u9fff]{1,10}?"
_PART = "(?:那一?段|这一?段|那部分|的?部分|的?画面|的?片段|的?镜头|那几下|的时候|环节)"
_GONE = "(?:都|全|我|也)*(?:去掉|剪掉|删掉|剪了|删了|不要|掐掉|静音|慢放|快放|倒放|加速|放慢|定格)"
_DESCRIBED = (
    pattern(rf"((?:<:range>))的?({_SCENE}){_PART}(?={_GONE}|,|用?<factor>|[ .!]*\Z)"),
    pattern(rf"((?:<:range>))的({_SCENE})(?={_GONE})"),
    pattern(
        rf"((?:\A|,)(?:只留|只要|只保留|把|将|我只要)?)({_SCENE}){_PART}(?:是|在|从|就是)?,? ?"
        rf"(?=<:range>)"
    ),
    pattern(
        r"(\A|,)([\u4e00-\u9fff]{2,6})(?=<:range>,?(?:就|都|给我|做|用)*(?:静音|消音|慢放|慢动作|放慢|减速|加速|快放"
        r"|倒放|剪|删|去掉|不要|<:factor>|放大|黑白|定格|降噪|音量|声音|原声))"
    ),
    pattern(
        rf"(在?(?:<:time>))(?:处|那)?的?({_SCENE})(?:时|的时候|那一刻|那一下|那一瞬间)(?=,|加|放|停|定格|出现|显示|配)"
    ),
)


def _undescribed(text: str) -> str:
    """A marked sentence without what is to be seen at a time that it names: "27到49秒敬酒那段"."""
    if not HAN.search(text):
        return text
    for found in _DESCRIBED:
        text = found.sub(_bare, text)
    return text


def _bare(match: re.Match[str]) -> str:
    strange = _is_strange(match[2]) and not _ORDERS.search(match[2])
    return match[1] if strange else match[0]


_SPLIT = pattern(r"<time>[^,]{0,4}(?:切一刀|剪一刀|切开|剪开|分割|断开|切断|一刀)[^,]{0,2}\Z")
_BESIDE = Regex(
    "(?:把|将)?(后面|后边|之后|后半|后一|前面|前边|之前|前半|前一)"
    "(?:(?:的|那|这)*(?:一)?(?:段|部分|半|片段)的?|的)?(?:都|全)*(?=变|改成|做成|加速|减速|降噪|调|静音|倒放|黑白|不要|剪|删|去掉|扔|快放|慢放)"
)


def _beside(before: str, piece: str, values: Values) -> str:
    """ "第20秒切一刀，后面那段变黑白": the part behind it."""
    split, part = _SPLIT.search(before), _BESIDE.match(piece)
    if not (split and part) or len(MARK.findall(before)) != 1:
        return piece
    at = values.items[index(split[1])].ms
    behind = part[1].startswith("后") or part[1] == "之后"
    span = Range(at, None) if behind else Range(0, at)
    return values.mark("range", span, part[0]) + piece[part.end() :]


def _beside_splits(marked: Sequence[str], values: Values) -> list[str]:
    found: list[str] = []
    before = ""
    for text in marked:
        pieces: list[str] = []
        for piece in text.split(",") if HAN.search(text) else [text]:
            pieces.append(_beside(before, piece, values))
            before = piece
        found.append(",".join(pieces))
    return found


def without_remarks(marked: Sequence[str], values: Values) -> list[str]:
    """Marked sentences without what only states something; where a remark names the one range and the
    order that follows is about "it", the range is the order's."""
    found = [
        one if withheld(one) else _without_pieces(_undescribed(one))
        for one in _beside_splits(marked, values)
    ]
    for i in range(len(found) - 1, 0, -1):
        if HAN.search(found[i - 1]) and _is_remark(found[i - 1]):
            both = _without_pieces(f"{found[i - 1]},{found[i]}")
            found[i - 1 : i + 1] = [both] if found[i - 1] not in both else found[i - 1 : i + 1]
    return found


def _without_pieces(text: str) -> str:
    if "," not in text or not HAN.search(text) or withheld(text):
        return text
    pieces = text.split(",")
    remarks = [_is_remark(one) for one in pieces]
    return ",".join(_kept(pieces, remarks)) if any(remarks) else text


def _kept(pieces: Sequence[str], remarks: Sequence[bool]) -> list[str]:
    kept: list[str] = []
    ranges: list[str] = []
    for i, piece in enumerate(pieces):
        if remarks[i]:
            if all(remarks[i:]) and not (_WHY.match(piece) and not MARK.search(piece)):
                return list(pieces)
            ranges += _RANGE.findall(piece)
            continue
        told = _told(piece, ranges[0]) if len(ranges) == 1 else None
        if ranges and told is None:
            return list(pieces)  # a time of which nobody says what is to be done
        kept.append(told or piece)
        ranges = []
    return kept or list(pieces)
