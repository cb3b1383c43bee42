"""The times that are told in Chinese."""

import re
from fractions import Fraction
from re import Match

from mock_server.agent.values.numbers import NUMBER, clock_ms, number
from mock_server.agent.values.ranges import Middle, Portion, Range

_N = NUMBER
_CLOCK = r"[0-9]{1,2}:[0-9]{2}(?![0-9:])"
SECONDS = rf"(?:{_CLOCK}|第? ?{_N} ?秒钟?)"
_BARE = rf"(?:{_CLOCK}|第? ?{_N} ?(?:秒钟?)?)"
_LONG = rf"{_N} ?秒钟?"
_FRONT = "(?:视频|片子|全片)?(?:的)?(?:最?前面?|开头|片头|最开始|头)(?:的|那)?"
_BACK = "(?:视频|片子|全片)?(?:的)?(?:最后面?|结尾|片尾|末尾|后面?|尾巴)(?:的|那)?"
_SHARES = {
    "一半": 2, "半段": 2, "半部分": 2, "半": 2, "二分之一": 2, "三分之一": 3, "四分之一": 4, "五分之一": 5,
    "六分之一": 6,
    "十分之一": 10,
}  # fmt: skip
_SHARE = f"(?P<share>{'|'.join(sorted(_SHARES, key=len, reverse=True))})"


def ms(told: str) -> int:
    """A time in milliseconds: "5秒", "第五秒", "1:05"."""
    plain = re.sub(r"\A第|秒钟?\Z|\s", "", told.strip())
    return clock_ms(plain) if ":" in plain else round(1_000 * float(number(plain)))


def _range(match: Match[str]) -> Range:
    return Range(ms(match["a"]), ms(match["b"]))


def _portion(match: Match[str]) -> Portion:
    of = _SHARES[match["share"]]
    if re.search("[后尾]", match["end"]):
        return Portion(1 - Fraction(1, of), Fraction(1))
    if match["end"][0] == "中":
        part = (1 - Fraction(1, of)) / 2
        return Portion(part, part + Fraction(1, of))
    return Portion(Fraction(0), Fraction(1, of))


_TENTHS = rf"(?:[一二三四五六七八九两1-9]成|{_N} ?%|百分之{_N})"


def _tenths(match: Match[str]) -> Portion:
    told = match["n"].replace(" ", "")
    if told.endswith("成"):
        share = Fraction(number(told[:-1])) / 10
    else:
        share = Fraction(number(told.rstrip("%").removeprefix("百分之"))) / 100
    share = min(share, Fraction(1))
    if re.search("[后尾]", match["end"]):
        return Portion(1 - share, Fraction(1))
    return Portion(Fraction(0), share)


_ENDS = "(?:收(?:掉|住|尾)?|结束|停(?:掉|下|止)?|消失|撤(?:掉|下)?|没)"
TIMES: list[tuple[str, str, object]] = [
    ("range",
        rf"(?:从|在)?(?P<a>{_BARE}) ?(?:到|至|-|~|—|–) ?(?P<b>{SECONDS})(?:之间"
        rf"|这(?:一)?段(?:时间)?"
        rf"|那(?:一)?段|期间|为止|的?时候|时)?(?:的|里|内)?(?:部分|内容)?(?:里|内)?",
        _range,
    ),
    ("range",
        rf"(?:从|在)?{_FRONT} ?(?P<d>{_LONG})(?:钟)?(?:里|内|的)?",
        lambda m: Range(0, ms(m["d"])),
    ),
    ("range",
        rf"(?:从|在)?{_BACK} ?(?P<d>{_LONG})(?:钟)?(?:里|内|的)?",
        lambda m: Range(-ms(m["d"]), None),
    ),
    ("range", rf"(?:正)?中间(?:的|那)? ?(?P<d>{_LONG})", lambda m: Middle(ms(m["d"]))),
    ("range", rf"(?P<end>最?前面?|开头|后面?|最后面?|结尾|中间)(?:的)?{_SHARE}(?:的)?", _portion),
    ("range", rf"(?P<end>{_FRONT}|{_BACK})(?P<n>{_TENTHS})(?:的)?(?:里|内)?", _tenths),
    ("before end",
        rf"(?:在|离|距)?(?:视频|片子|全片|整片)?(?:快)?(?:结束|结尾|片尾|末尾|最后|播完|放完)(?:之)?(?:前"
        rf"|还有|还剩|只剩|差)(?:下)?(?:的)?"
        rf"(?P<d>{_LONG})(?:处|时|的?时候|的?地方)?",
        lambda m: ms(m["d"]),
    ),
    ("before end",
        rf"(?:在)?(?:离|距离?)(?:视频|片子|全片)?(?:结束|结尾|片尾|末尾)(?:的)?(?P<d>{_LONG})"
        rf"(?:处|时|的?时候|的?地方|的?位置)",
        lambda m: ms(m["d"]),
    ),
    ("halfway", r"(?:在|到)?(?:视频|片子|全片)?(?:的)?一半(?:处|的?地方|的?位置|的?时候)", None),
    ("range",
        rf"(?:从)?(?P<a>{SECONDS})(?:之后|以后|往后|后面?)(?:的)?(?:的)?(?:部分|内容|全部|所有)?",
        lambda m: Range(ms(m["a"]), None),
    ),
    ("range",
        rf"(?P<a>{SECONDS})(?:之前|以前|前面?)(?:的)?(?:部分|内容|全部|所有)?",
        lambda m: Range(0, ms(m["a"])),
    ),
    ("from",
        rf"(?:从|自)(?P<a>{SECONDS})(?:起|开始)?(?:(?:一直)?到(?:视频)?(?:结束|结尾|最后|片尾"
        rf"|末尾))?"
        rf"|(?P<b>{SECONDS})(?:起|开始)(?:(?:一直)?到(?:视频)?(?:结束|结尾|最后|片尾|末尾))?"
        rf"|(?P<c>{SECONDS})到(?:视频)?(?:结束|结尾|最后|片尾|末尾)",
        lambda m: ms(m["a"] or m["b"] or m["c"]),
    ),
    ("until",
        rf"(?:一直)?(?:持续|显示|保留|播|放|延长|响|缩短)?(?:到|至)(?P<a>{SECONDS})(?:的时候)?"
        rf"(?:为止|(?:就|再)?(?:结束|消失|停(?:止|下)?|没))|(?:一直(?:在|持续|显示|出现|播放"
        rf"|保留|播|放|响|挂|留|摆)*|持续|显示|保留)到(?P<b>{SECONDS})",
        lambda m: ms(m["a"] or m["b"]),
    ),
    ("at",
        rf"在(?:视频)?(?:的)?(?P<a>{SECONDS})(?:处|时|的?时候|的?地方|的?位置)?"
        rf"|(?P<b>{SECONDS})(?:处"
        rf"|时|的?时候|的?地方|的?位置)|(?P<c>第 ?{_N} ?秒)",
        lambda m: ms(m["a"] or m["b"] or m["c"]),
    ),
    ("totime",
        rf"到(?P<a>{SECONDS})(?:处|的?位置|的?地方|那里|那儿|开始|出现|再?出现|再?出来)?",
        lambda m: ms(m["a"]),
    ),
    ("long",
        rf"(?:一共|总共|共)?(?:要)?(?:持续|显示|时长|停留|出现)?(?:为|是|满"
        rf"|够)?(?P<d>{_LONG})(?:时长|长)?",
        lambda m: ms(m["d"]),
    ),
    ("whole",
        r"(?:全程|从头到尾|从头显示到尾|从头放到尾|贯穿(?:全片|始终|整个视频|整段视频)|自始至终"
        r"|始终|一直(?!到))(?:都)?(?:在|显示|出现|播放|放|保留)?",
        None,
    ),
    ("atstart",
        r"(?:在|到|从|放|移|挪|插|接|加)*(?:视频|片子)?的?(?:最前面?|开头|片头|最开始)(?:去|来|处"
        r"|的?位置|的?地方|的时候)?",
        None,
    ),
    ("untilend",
        r"(?:(?:一直)?(?:持续|显示|保留|延长|留)?|一直(?:放|播|挂|摆))到(?:视频)?(?:结束|结尾|最后|片尾|播完|放完|末尾)"
        r"|(?<=秒)(?:起|开始)?(?:一直)?(?:播放|持续|放|播|响|垫)到(?:视频)?(?:结束|结尾|最后|片尾)",
        None,
    ),
    ("atend",
        r"(?:在|到|从|放|移|挪|插|接|加)*(?:视频|片子)?的?(?:最后面?|结尾|片尾|末尾|尾巴)(?:去|来"
        r"|处|的?位置|的?地方|的时候)?(?:接上?)?"
        r"|(?:再)?接(?:上|在后面|到后面|在(?:视频|它)(?:的)?后面)?|(?:放|插|加)?(?:在"
        r"|到)(?:视频)?(?:的)?最?后面?|(?:在)?后面(?:再)?接(?:上|着)?",
        None,
    ),
    ("shift",
        rf"(?:往后|向后|再)*(?:推迟|延后|晚|往后移动|往后推迟|后移|往后移|往后挪|往后推|挪后"
        rf"|移后) ?(?P<d>{_LONG})(?:出现"
        rf"|开始|出来|显示)?",
        lambda m: ms(m["d"]),
    ),
    ("shift",
        rf"(?:往前|向前|再)*(?:提前|提早|早|往前移动|前移|往前移|往前挪|挪前"
        rf"|移前) ?(?P<d>{_LONG})(?:出现|开始|出来"
        rf"|显示)?",
        lambda m: -ms(m["d"]),
    ),
    ("longer", rf"(?:延长|多显示|多停留|多放|加长) ?(?P<d>{_LONG})", lambda m: ms(m["d"])),
    ("longer", rf"(?:缩短|少显示|少放) ?(?P<d>{_LONG})", lambda m: -ms(m["d"])),
    ("longer",
        rf"(?:提前|提早|早) ?(?P<d>{_LONG})(?:就)?{_ENDS}",
        lambda m: -ms(m["d"]),
    ),
    ("longer",
        rf"(?:推迟|延后|晚) ?(?P<d>{_LONG})(?:再|才)?{_ENDS}",
        lambda m: ms(m["d"]),
    ),
    ("total",
        rf"(?:成片|视频|片子|整片|总共|一共)(?:总长|时长)?(?:只要|只留|控制在|压到|压缩到"
        rf"|控制到)(?P<d>{_LONG})"
        rf"|(?:剪|砍|截|切)到(?:总长|只剩|剩下?|还剩|总共|总时长)(?:正好|刚好)?(?P<e>{_LONG})",
        lambda m: ms(m["d"] or m["e"]),
    ),
    ("total",
        rf"(?:到)?总(?:长|时长)(?:度)?(?:正好|刚好)?(?:控制|限制|变|压|缩短|改|调|剪)?(?:在|为"
        rf"|是|到|成)?(?P<d>{_LONG})",
        lambda m: ms(m["d"]),
    ),
]  # fmt: skip
SPAN = "|".join(
    re.sub(r"\?P<[a-z]+>", "?:", f"(?:{source})") for kind, source, _ in TIMES if kind == "range"
)
