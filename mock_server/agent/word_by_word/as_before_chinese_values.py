"""What is to be otherwise than a Chinese message before said: so long, so loud, at that side, only then."""

from collections.abc import Callable, Sequence
from fractions import Fraction

from mock_server.agent import operations as op
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import NUMBER, number
from mock_server.agent.values.ranges import Range
from mock_server.agent.word_by_word.as_before_told import Told, things_in, with_value
from mock_server.agent.word_by_word.chinese_times import ms
from mock_server.agent.word_by_word.parts import Part, Thing, kinds

Parse = Callable[[str], Sequence[Part] | None]
Found = Sequence[op.Operation] | Sequence[Part] | None
_LONG = rf"(?:{NUMBER}) ?秒钟?"
_STOP = r"(?:就好|就行|就够|就可以|吧|了|啊|呀)*[ 。.!！]*"
_SIGH = (
    r"[ ,，]*(?:(?:等等|等一下|算了|不了?|哎呀?|唉|嗯|啊|不行|不好(?:看|听)?|不太好(?:看|听)?|不喜欢"
    r"|我觉得|我想)"
    r"[,，。!！… ]*)*"
)
_TAKES = {"remove", "cut"}
_SIDE_AFTER_ALL = Regex(
    rf"{_SIGH}(?P<side>[上下左右])(?:面|边)?的?(?:就|还是)?(?:不|别|不用|不要)裁(?:掉|了)*{_STOP}"
)
_SIDES = {"上": "top", "下": "bottom", "左": "left", "右": "right"}
_SO_LONG = Regex(
    rf"[ ,，]*(?:(?:{_LONG})?(?:有点)?太[长短久多少快慢急赶]了?[,，])?(?:还是|改成|改为|就|要)*"
    rf"(?P<d>{_LONG}){_STOP}"
)
_MEASURED = Regex(
    r"[ ,，]*(?:有点)?太[多少大小响轻高低](?:声)?了?[,，](?:就|调到|改成|到|降到|升到)*"
    rf"(?P<n>[0-9]+(?:\.[0-9]+)?)(?P<p>%)?{_STOP}"
)
_FASTER_THAN = Regex(
    rf"[ ,，]*(?:(?:有点)?太[快慢]了?[,，])?(?:还是)?比(?:原速|原来|正常)(?:的)?(?:速度)?(?P<way>快|慢)"
    rf"(?P<n>[一二两三四五六七八九]成|{NUMBER} ?%){_STOP}"
)
_NOT_MUTE = Regex(
    r"[ ,，]*(?:别|不要|不用)(?:全部?|完全|都)?静音(?:了)?[,，](?P<rest>(?:把)?(?:音量|原声|声音)?(?:调"
    r"|降|改|压|留|小|轻).+)"
)
_THAT_STRETCH = Regex(
    r"[ ,，]*(?:把)?(?:这|那)(?:一)?段(?:时间|视频)?(?:里|内)?(?:也|再|顺便|给我|帮我|同时)*"
    r"(?P<deed>[^,，]+)"
)
_MORE_OFF = Regex(rf"[ ,，]*再?(?:多|再)(?:剪|删|砍|去)(?:掉)?(?P<d>{_LONG}){_STOP}")
_WRONG_LETTER = Regex(
    r"[ ,，]*(?:(?:有)?(?:错字|错别字|写错了|打错了|错了)[,，]?)?[“\"「『']"
    r"(?P<a>[^“”\"「」『』']+)[”\"」』'](?:字)?(?:应该|要|得)?(?:是|改成|写成|换成)"
    rf"[“\"「『'](?P<b>[^“”\"「」『』']+)[”\"」』']{_STOP}"
)
_TO_THE_START = Regex(
    r"[ ,，]*(?:把它|它)?(?:还是)?(?:挪|移|搬|放|改)到(?:视频|片子|全片)?的?(?P<end>最?开头|最开始|片头"
    r"|结尾|片尾|末尾)(?:去|来)?"
    rf"(?:[,，](?:时长|长度|时间长度)(?:还是)?(?:不变|照旧|一样))?{_STOP}"
)
_ONLY_THEN = Regex(
    rf"{_SIGH}(?:(?:不要|不用|不是|别)(?:全程|一直|从头到尾|整段)(?:放|显示|都放|出现|都在)?(?:了)?[,，])?(?:还是)?(?:只|就)(?:要|在|放|给|显示|留|让)*"
    rf"(?P<part>[^,，。]{{2,14}}?)(?:有(?:音乐|logo|水印|歌)?|放(?:音乐)?|显示|出现)?{_STOP}"
)
_OTHER_SIDE = Regex(
    rf"[ ,，]*(?:把它|它)?(?:还是|再)?(?:换|挪|移|放|摆|改|调)(?:到|在|成|去)(?P<side>[左右上下])(?:边"
    rf"|面|侧|方)(?:去)?{_STOP}"
)
_OPPOSITE = {"left": "right", "right": "left", "top": "bottom", "bottom": "top"}
_FADES = {"fadein", "fadeout", "to black", "from black"}


def of_that_side(message: str, told: Told, parse: Parse) -> Found:
    """ "下面的不裁了", of what was cropped on both sides."""
    found = _SIDE_AFTER_ALL.fullmatch(message)
    sides = [(i, one) for i, one in enumerate(told.parts) if one.kind == "both sides"]
    if not found or len(sides) != 1 or "crop" not in kinds(told.parts) or not told.single:
        return None
    i, both = sides[0]
    left = [one for one in str(both.value).split() if one != _SIDES[found["side"]]]
    if len(left) != 1:
        return None
    return [*told.parts[:i], Part("place", left[0], both.words), *told.parts[i + 1 :]]


def so_long(message: str, told: Told, parse: Parse) -> Found:
    """ "5秒吧", of what fades, or "太长，一秒就行", of what stands still."""
    found = _SO_LONG.fullmatch(message)
    own = kinds(told.parts)
    if not found or not told.single or not (own & _FADES or (own & {"freeze"} and "太" in message)):
        return None
    long = ms(found["d"])
    lengths = [one for one in told.parts if one.kind == "long"]
    spans = [one.value for one in told.parts if one.kind == "range"]
    if long <= 0 or len(lengths) + len(spans) != 1:
        return None
    if lengths:
        return with_value(told.parts, "long", long)
    edge = spans[0]
    if not isinstance(edge, Range) or (edge.start, edge.end is None) not in (
        (0, False),
        (edge.start, True),
    ):
        return None
    if edge.start > 0:
        return None
    return with_value(told.parts, "range", Range(-long, None) if edge.start < 0 else Range(0, long))


def as_loud(message: str, told: Told, parse: Parse) -> Found:
    """ "太多了，0.6就好", of what was to be twice as loud."""
    found = _MEASURED.fullmatch(message)
    own = kinds(told.parts)
    if (
        not found
        or not told.single
        or not own <= {"thing", "volume", "times", "half", "stop", "by", "grow", "shrink"}
    ):
        return None
    things = things_in(told.parts)
    wanted = float(found["n"]) / (100 if found["p"] else 1)
    if (
        len(things) != 1
        or not isinstance(things[0].value, Thing)
        or not 0 < wanted <= 2
        or "times" not in own
    ):
        return None
    if things[0].value.role not in ("music", "own", "voiceover"):
        return None
    return [things[0], Part("level", wanted, found[0])]


def as_fast(message: str, told: Told, parse: Parse) -> Found:
    """ "太快了，比原速快两成就行"."""
    found = _FASTER_THAN.fullmatch(message)
    at = [i for i, one in enumerate(told.parts) if one.kind in ("factor", "scaled")]
    fast = kinds(told.parts) & {"speed", "faster", "slower", "factor"}
    if not found or len(at) != 1 or not fast or not told.single or {*told.then.speeds} != {1.0}:
        return None
    share = found["n"].replace(" ", "")
    by = Fraction(number(share[:-1])) / (10 if share.endswith("成") else 100)
    pace = 1 + by if found["way"] == "快" else 1 - by
    kept = [one for one in told.parts if one.kind in ("range", "thing", "speed")]
    speed = [] if "speed" in kinds(kept) else [Part("speed", None, "速度")]
    return [*speed, *kept, Part("factor", pace, found[0])] if pace > 0 else None


def not_mute(message: str, told: Told, parse: Parse) -> Found:
    """ "别全静音，音量调到50%"."""
    found = _NOT_MUTE.fullmatch(message)
    if not found or "mute" not in kinds(told.parts) or not told.single:
        return None
    things = [one.value for one in things_in(told.parts) if isinstance(one.value, Thing)]
    if any(one.role not in ("video", "own") for one in things):
        return None
    rest = Regex(r"(?:就好|就行|就可以|就够|吧|了)*[ 。.!！]*\Z").sub("", found["rest"])
    said = parse("原声" + _LEAD.sub("", rest)) or ()
    if not kinds(said) <= {
        "thing",
        "level",
        "shrink",
        "change",
        "make",
        "bit",
        "to",
        "times",
        "half",
    }:
        return None
    if len(things_in(said)) != 1 or not kinds(said) & {"level", "shrink", "times", "half"}:
        return None
    times = [one for one in told.parts if one.kind in ("range", "from", "until")]
    return [*times, *said]


_LEAD = Regex(r"\A(?:把)?(?:音量|原声|声音)?")


def that_stretch_too(message: str, told: Told, parse: Parse) -> Found:
    """ "这段顺便静音", of the one stretch that was told of."""
    found = _THAT_STRETCH.fullmatch(message)
    spans = [one for one in told.parts if one.kind == "range"]
    own = kinds(told.parts)
    if (
        not found
        or not told.single
        or len(spans) != 1
        or own & {*_TAKES, "text", "file", "style", "all but"}
    ):
        return None
    if any(
        isinstance(one.value, Thing) and one.value.role not in ("video", "own")
        for one in told.parts
    ):
        return None
    deed = [one for one in parse(found["deed"]) or () if one.kind not in ("stop", "also")]
    if (
        not deed
        or not kinds(deed) <= {"mute", "lookname", "reverse", "change", "make"}
        or kinds(deed) & own
    ):
        return None
    before = [one for one in told.parts if one.kind != "stop"]
    return [spans[0], *deed, Part("comma", None, ","), *before]


def more_off(message: str, told: Told, parse: Parse) -> Found:
    """ "再多剪5秒", at the same end."""
    found = _MORE_OFF.fullmatch(message)
    spans = [one.value for one in told.parts if one.kind == "range"]
    if not found or not told.single or not kinds(told.parts) <= {"range", "thing", "stop", *_TAKES}:
        return None
    if len(spans) != 1 or not isinstance(spans[0], Range) or not kinds(told.parts) & _TAKES:
        return None
    if any(isinstance(one.value, Thing) and one.value.role != "video" for one in told.parts):
        return None
    edge, more = spans[0], ms(found["d"])
    if edge.start == 0 and edge.end:
        return with_value(told.parts, "range", Range(0, edge.end + more))
    if edge.start < 0 and edge.end is None:
        return with_value(told.parts, "range", Range(edge.start - more, None))
    return None


def respelt(message: str, told: Told, parse: Parse) -> Found:
    """ "“才”应该是“菜”", within the one text that was told."""
    found = _WRONG_LETTER.fullmatch(message)
    texts = [str(one.value) for one in told.parts if one.kind == "text"]
    if not found or len(texts) != 1 or texts[0].count(found["a"]) != 1 or texts[0] == found["a"]:
        return None
    return with_value(told.parts, "text", texts[0].replace(found["a"], found["b"]))


def to_an_end(message: str, told: Told, parse: Parse) -> Found:
    """ "挪到最开头", of a text that was added."""
    found = _TO_THE_START.fullmatch(message)
    spans = [one.value for one in told.parts if one.kind == "range"]
    texts = [one for one in told.parts if one.kind == "text"]
    if (
        not found
        or len(spans) != 1
        or len(texts) != 1
        or kinds(told.parts) & {"file", "style", *_TAKES}
    ):
        return None
    span = spans[0]
    if not isinstance(span, Range) or span.end is None or span.start < 0:
        return None
    long, whole = span.end - span.start, round(1_000 * told.now.seconds)
    first = "尾" not in found["end"]
    return with_value(told.parts, "range", Range(0, long) if first else Range(whole - long, whole))


_ADDED = {
    "thing", "file", "style", "place", "level", "scale", "add", "under", "opaque", "to", "make", "stop",
    "with", "amount", "size", "volume", "whole", "comma",
}  # fmt: skip


def only_then(message: str, told: Told, parse: Parse) -> Found:
    """ "只要前半段有", of a song or a picture that was added."""
    found = _ONLY_THEN.fullmatch(message)
    own = kinds(told.parts)
    if not found or not own <= _ADDED or not own & {"file", "style"}:
        return None
    added = [*told.now.roles]
    if len(added) != len(told.then.roles) + 1 or not {"music", "overlay"} & {*added}:
        return None
    if [one.kind for one in told.parts].count("file") + [one.kind for one in told.parts].count(
        "style"
    ) != 1:
        return None
    said = [one for one in parse(found["part"]) or () if one.kind not in ("to", "shown")]
    if [one.kind for one in said] != ["range"]:
        return None
    return [said[0], *(one for one in told.parts if one.kind not in ("whole", "stop"))]


def to_the_other_side(message: str, told: Told, parse: Parse) -> Found:
    """ "换到左边", of what was put into a corner on the right."""
    found = _OTHER_SIDE.fullmatch(message)
    at = [i for i, one in enumerate(told.parts) if one.kind == "place"]
    if not found or len(at) != 1:
        return None
    was, side = str(told.parts[at[0]].value).split("-"), _SIDES[found["side"]]
    if len(was) != 2 or _OPPOSITE[side] not in was:
        return None
    place = "-".join(side if one == _OPPOSITE[side] else one for one in was)
    return with_value(told.parts, "place", place)
