"""Chinese orders for what is there at a time or during a clip, with that named as the draft has it:
"25秒的标题改成红色", "20到30秒的字幕放上面", "第二段去掉logo"."""

import re
from collections.abc import Sequence

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import CHINESE, number
from mock_server.agent.wording.chinese.plain_words import ASK, STOP
from mock_server.agent.wording.named_by_draft import NAMES_ZH, There

THINGS = {
    "背景音乐": "music",
    "音乐": "music",
    "爵士乐": "music",
    "配乐": "music",
    "标题": "title",
    "字幕": "caption",
    "人名条": "lower-third",
    "logo": "overlay",
    "水印": "overlay",
    "贴图": "overlay",
    "音效": "sound",
}
THING = rf"(?P<thing>{'|'.join(THINGS)})"
N = rf"(?:[0-9]+(?:\.[0-9]+)?|{CHINESE})"
STRETCH = (
    rf"(?:从?第?(?P<from>{N})秒?[到至~～—-]第?(?P<to>{N})秒钟?"
    rf"|从?第?(?P<on>{N})秒?[到至-](?:视频)?(?:结尾|最后|末尾|片尾|结束)"
    rf"|(?:最?前面?|开头)的?(?P<first>{N})秒钟?|(?:最后面?|后|结尾)的?(?P<last>{N})秒钟?"
    rf"|(?:在)?第?(?P<before>{N})秒(?:之前|以前|前(?!后))|第?(?P<after>{N})秒(?:之后|以后|后(?!面))"
    r"|(?P<half>[前后])半[段部]分?)"
)
CLIP = "(?:第(?P<nth>[一二两三四五六123456])(?:段|个片段)|最后一?(?P<end>段|个片段))(?:视频)?"
_GONE = "(?:去掉|删掉|拿掉|不要|移除|删除|撤掉|取消)"
BECOMES = (
    "(?P<rest>(?:都|全)*(?:[改换变调]|放[在到上下左右顶底大中]|[挪移]|缩小|加粗|半透明|大一?点|小一?点|"
    f"[红黄蓝绿白黑橙粉紫灰]色?{STOP})[^,，。;；秒]*?)"
)
_KEPT = Regex("[改换变调挪移][到成为]?[0-9]+(?:[.:到至]|\\Z)|淡|时长|长一|短一|[早晚]|后面|前面")
_NTH = "一二三四五六七八九十"
_TEXTS = ("title", "caption", "lower-third")
Span = tuple[float, float]


def span_told(told: re.Match[str], end: float) -> Span:
    """From when to when is meant, where the video has this end; all in seconds."""
    found = told.groupdict()
    if half := found.get("half"):
        return (0, end / 2) if half == "前" else (end / 2, end)
    said = {key: float(number(found[key] or "0")) for key in _EDGES if found.get(key)}
    low = said.get("from", said.get("on", said.get("after", 0)))
    low = end - said["last"] if "last" in said else low
    high = said.get("to", said.get("first", said.get("before", said.get("until", end))))
    return low, high


def stretch(told: re.Match[str], there: There) -> Span | None:
    """From when to when is meant, in seconds; nothing where the video is not so long."""
    span = span_told(told, there.seconds)
    return span if 0 <= span[0] < span[1] <= there.seconds else None


_EDGES = ("from", "to", "on", "first", "last", "before", "after", "until")


def clip_meant(told: re.Match[str], there: There) -> Span | None:
    """From when to when the clip is shown that is told by its number."""
    starts = [*there.starts, there.seconds]
    if len(there.starts) < len("前后"):
        return None
    at = (
        len(there.starts)
        if told["end"]
        else "一二三四五六".find(told["nth"].replace("两", "二")) + 1
    )
    at = at or int(told["nth"])
    return (starts[at - 1], starts[at]) if at < len(starts) else None


def _during(role: str, span: Span, there: There) -> list[int]:
    """Which layers of a role are there at that time; none where one is there before or behind it, too."""
    of_it = [at for at, one in enumerate(there.roles) if one == role]
    spans = [there.spans[at] for at in of_it]
    found = [n for n, (start, end) in enumerate(spans) if start < span[1] and end > span[0]]
    within = all(span[0] <= spans[n][0] and spans[n][1] <= span[1] for n in found)
    return found if within else []


def _each_named(thing: str, found: Sequence[int], rest: str, there: There) -> str:
    """An order for those of the layers of a thing, the last of them first: it may take them away."""
    count = [*there.roles].count(THINGS[thing.lower()])
    if not found or count == 1:
        return f"{thing}{rest}" if found else ""
    if len(found) == count:
        return f"所有{thing}{rest}"
    one = "条" if thing == "字幕" else "个"
    if max(found) >= len(_NTH):
        return ""
    return "。".join(f"第{_NTH[n]}{one}{thing}{rest}" for n in reversed(found))


def _of_a_clip(told: re.Match[str], there: There) -> str:
    """ "第二段去掉logo": what lasts longer is not there then, what is there alone is there no more."""
    span, thing = clip_meant(told, there), told["thing"]
    if span is None:
        return ""
    found = _during(THINGS[thing.lower()], span, there)
    if (
        thing == "字幕"
        and told.groupdict().get("nth")
        and not told["of"]
        and "orders" not in told.groupdict()
    ):
        nth = _NTH.find(told["nth"])  # "第二段字幕" may as well be the second of them
        found = found if found == [nth] else []
    if said := _each_named(thing, found, told["rest"] or "删掉", there):
        return said
    of_it = [at for at, one in enumerate(there.roles) if one == THINGS[thing.lower()]]
    if told["rest"] or len(of_it) != 1:
        return ""
    start, end = there.spans[of_it[0]]
    inside = start < span[0] < end <= span[1] or span[0] <= start < span[1] < end
    return f"{span[0]:g}到{span[1]:g}秒不要{thing}" if inside else ""


def _texts_of_a_clip(told: re.Match[str], there: There) -> str:
    """ "第二段去掉文字": titles, captions and names."""
    span = clip_meant(told, there)
    if span is None:
        return ""
    said = []
    for thing, role in (("标题", "title"), ("字幕", "caption"), ("人名条", "lower-third")):
        found = _during(role, span, there)
        spans = zip(there.roles, there.spans, strict=True)
        if not found and any(one == role and s < span[1] and e > span[0] for one, (s, e) in spans):
            return ""
        said += [_each_named(thing, found, "删掉", there)] if found else []
    return "。".join(said)


def _of_a_stretch(told: re.Match[str], there: There) -> str:
    """ "20到30秒的字幕放上面"."""
    span = stretch(told, there)
    if span is None or _KEPT.search(told["rest"]):
        return ""
    found = _during(THINGS[told["thing"].lower()], span, there)
    return _each_named(told["thing"], found, told["rest"], there)


def _of_a_time(told: re.Match[str], there: There) -> str:
    """ "25秒的标题改成红色": the one that is there then, unless another is so long."""
    at, role = float(number(told["at"])), THINGS[told["thing"].lower()]
    spans = [one for one, kind in zip(there.spans, there.roles, strict=True) if kind == role]
    found = [n for n, (start, end) in enumerate(spans) if start <= at < end]
    long = [n for n, (start, end) in enumerate(spans) if end - start == at]
    if not told["of"] and [spans[n][0] for n in found] != [at]:
        return ""
    if len(found) != 1 or not {*long} <= {*found} or _KEPT.search(told["rest"]):
        return ""
    return _each_named(told["thing"], found, told["rest"], there)


_IN = "(?:里面?|中|上|内|期间|当中)?"
_OF = "(?:之间|中间|里面?|内)?(?:出现|出来|开始)?(?:的|那[个条])+"
_AT = rf"(?:在)?(?:{CLIP}){_IN}(?P<of>的)?(?:把|将)?"
_TEXT = "(?:所有|全部)?的?(?:文字|文本)"


def _whole(source: str) -> Regex:
    return Regex(rf"[ ]*{ASK}{source}{STOP}", re.IGNORECASE)


_TURNS = (
    (_whole(rf"{_AT}{_GONE}(?:掉|了)?(?P<rest>)(?P<orders>(?:所有|全部)?的?){THING}"), _of_a_clip),
    (_whole(rf"{_AT}(?:{_GONE}(?:掉|了)?{_TEXT}|{_TEXT}(?:都|全)*{_GONE})"), _texts_of_a_clip),
    (_whole(rf"{_AT}{THING}(?:都|全)*{_GONE}(?P<rest>)"), _of_a_clip),
    (_whole(rf"{_AT}{THING}{BECOMES}"), _of_a_clip),
    (_whole(rf"{STRETCH}{_OF}{THING}{BECOMES}"), _of_a_stretch),
    (
        _whole(
            rf"(?:在)?第?(?P<at>{N})秒(?:钟)?(?:处|时|那里|左右)?(?P<of>{_OF})?{THING}{BECOMES}"
        ),
        _of_a_time,
    ),
)


_WRITTEN = Regex("(?<=秒的)(?:文字|“[^”“]+”)(?=[改换变调放挪移缩加])")


def named_by_time(message: str, there: There) -> str:
    """A message with the thing that it tells by a time, in other words; itself where it tells none."""
    words, name = message, next((one for one in there.clips if one and message.startswith(one)), "")
    if name and [*there.clips].count(name) == 1:
        words = f"第{_NTH[[*there.clips].index(name)]}段{message.removeprefix(name)}"
    texts = [role for role in there.roles if role in _TEXTS]
    if len(texts) == 1 and _WRITTEN.search(words):
        words = _WRITTEN.sub(NAMES_ZH[texts[0]], words)
    for source, turn in _TURNS:
        if (told := source.fullmatch(words)) and (said := turn(told, there)):
            return said
    return message
