"""A Chinese message that asks for a multiple of what the one before told, or for one more side of a place:
"再减半", "时间加长一倍", "换到左边，还是靠上"."""

from collections.abc import Sequence
from fractions import Fraction

from mock_server.agent.values.lazily import Regex
from mock_server.agent.word_by_word.parts import Part, Thing

_STOP = r"(?:就好|就行|吧|了|啊|呀|一下)*[ 。.!！]*"
_OF = (
    r"(?P<of>时间|时长|长度|停留时间|显示时间|音量|声音|大小|尺寸|字号|字体|速度|倍速)?"
    r"(?:的)?(?:再|还要|还是|还得|要|给我|往上|往下|继续)*"
)
_MULTIPLE = Regex(
    rf"[ ,，]*(?:把|让|将)?(?:它|它的)?{_OF}"
    r"(?:(?P<half>(?:减|缩短|缩小|降低?|调低|放慢|减少)(?:到|成|为)?一?半|(?:短|小|轻|低|慢|少)一半|打对折|砍半)"
    r"|(?P<twice>翻一?[倍番]|加倍|(?:延|加|放|调|提|增|变)?(?:长|大|高|快|响|加)(?:到|成)?(?:一倍|[2二两]倍|双倍)))"
    rf"{_STOP}"
)
_WAYS = {
    "long": "长短", "level": "响轻低高大小降提减", "factor": "快慢高低", "scale": "大小", "points": "大小",
}  # fmt: skip
_NAMED = {
    "时间": "long", "时长": "long", "长度": "long", "停留时间": "long", "显示时间": "long", "音量": "level",
    "声音": "level", "大小": "scale points", "尺寸": "scale points", "字号": "points", "字体": "points",
    "速度": "factor", "倍速": "factor",
}  # fmt: skip
_MOST = {"level": 2.0, "scale": 1.0, "long": 60_000, "factor": 8, "points": 400}
_SIDES = {"上": "top", "顶": "top", "下": "bottom", "底": "bottom", "左": "left", "右": "right"}
_ONE_SIDE = r"[左右上下顶底](?:边|侧|面|方|部)?"
_OTHER_SIDE = Regex(
    r"[ ,，]*(?:把它|让它|它)?(?:还是|再)?(?:换|挪|移|放|摆|改|调)(?:到|在|成|去)?"
    rf"(?P<one>{_ONE_SIDE})(?:去)?[,，](?:但|但是|不过)?(?:还是|依然|仍然|仍|照样|继续|保持|一样)+(?:在|靠|贴|放)*"
    rf"(?P<other>{_ONE_SIDE}){_STOP}"
)


def multiplied(message: str, parts: Sequence[Part]) -> list[Part] | None:
    """The parts with half, or twice, of the one figure that they tell."""
    found = _MULTIPLE.fullmatch(message)
    at = [i for i, one in enumerate(parts) if one.kind in _WAYS]
    others = {one.kind for one in parts} & {"amount", "by", "range", "decimal", "half", "times"}
    if found is None or len(at) != 1 or others or _count(parts) > 1:
        return None
    was = parts[at[0]]
    named = _NAMED.get(found["of"] or "", was.kind).split()
    word = next(
        (one for one in found["half"] or found["twice"] if one in "长短响轻快慢大小高低"), ""
    )
    if was.kind not in named or (word and word not in _WAYS[was.kind]):
        return None
    times = Fraction(1, 2) if found["half"] else Fraction(2)
    value = Fraction(str(was.value)) * times
    if not 0 < value <= _MOST[was.kind]:
        return None
    kind = type(was.value)
    new = value if kind is Fraction else round(value) if kind is int else float(value)
    return [*parts[: at[0]], Part(was.kind, new, was.words), *parts[at[0] + 1 :]]


def _count(parts: Sequence[Part]) -> int:
    """How many things the parts are about."""
    return sum(
        isinstance(one.value, Thing) or one.kind in ("text", "file", "style") for one in parts
    )


def other_side(message: str, parts: Sequence[Part]) -> list[Part] | None:
    """The parts with another side of the corner that they tell."""
    found = _OTHER_SIDE.fullmatch(message)
    at = [i for i, one in enumerate(parts) if one.kind == "place"]
    if found is None or len(at) != 1 or _count(parts) > 1:
        return None
    was = str(parts[at[0]].value).split("-")
    sides = [_SIDES[found["one"][0]], _SIDES[found["other"][0]]]
    rows = [one for one in sides if one in ("top", "bottom")]
    columns = [one for one in sides if one in ("left", "right")]
    if len(rows) != 1 or len(columns) != 1 or sides[1] not in was:
        return None
    place = Part("place", f"{rows[0]}-{columns[0]}", parts[at[0]].words)
    return [*parts[: at[0]], place, *parts[at[0] + 1 :]]
