"""A Chinese message that wants more of what the one before it did: "结尾也一样", "45秒之后也降一半",
"再来一个“第二章”，20秒开始，一样长"."""

import re
from collections.abc import Sequence

from mock_server.agent import operations as op
from mock_server.agent.reading.follow_ups import Before
from mock_server.agent.reading.message import read, read_varied
from mock_server.agent.reading.understood import Reading, Understood
from mock_server.agent.values.lazily import Regex
from mock_server.agent.wording.shown import Shown

_END = r"[ ,，。.!！]*"
_SAME = "(?:一样|同样|相同|一个一样的|个一样的|一个同样的|个同样的|一个|个)"
_OTHER_EDGE = Regex(
    rf"{_END}(?P<edge>开头|片头|结尾|片尾|最后)(?:也|同样|再)+(?:要|来|加|做|用|有)*"
    r"(?:(?:跟|和)(?:开头|结尾)(?:一样|相同)的?)?"
    rf"{_SAME}?(?:的)?(?:淡出|淡入|淡化)?(?:吧|就行|就好)?{_END}"
)
_ALSO = Regex(
    rf"{_END}(?P<where>[^,，。也]{{2,14}}?)也(?:要|得)?(?P<what>[^,，。]{{0,8}}?)(?:吧|了)?{_END}"
)
_TEXT = "[“\"'‘「](?P<text>[^”\"'’」]{1,40})[”\"'’」]"
_NOUN = "(标题|字幕)"
_NOUNS = {"title": "标题", "caption": "字幕", "lower-third": "标题"}
_START = r"(?:从|在|到)?第?(?P<start>[0-9]{1,4}(?:\.[0-9])?)秒(?:处|的时候|开始|起|出现|出来)*"
_WHEN = (
    rf"(?P<same>同样的?时间|同一时间|时间(?:也)?(?:一样|相同|不变))|(?P<behind>(?:后面)?(?:紧接着|接着|紧跟着"
    rf"|紧挨着)|后面)|{_START}"
)
_LASTS = Regex(
    r"(?:也是|也|显示|持续|停留|就|[,，] ?)(?P<seconds>[0-9]{1,3})秒钟?(?=[ ,，。.!！吧]|\Z)"
)
_ONE_MORE = Regex("(?:也|再|还|又)+(?:要|来|加|放|打|出|写)(?:上)?(?:一个|个|一条|条)?")
_FILLS = Regex(
    "(?:也|在|再|还|又|要|来|加|放|打|出|写|上|一个|个|一条|条|一样长|同样长|时长一样|时长相同|"
    "长度一样|一样久|也是|内容|吧|就行|的|是|[ ,，。.!！:：])*"
)


def once_more(
    message: str, names: Sequence[str], it: str, shown: Sequence[Shown], before: Before
) -> Reading | None:
    """What is wanted once more, if anything is."""
    if (edge := _OTHER_EDGE.fullmatch(message)) is not None:
        return _at_other_edge(edge, message, names, before)
    if (also := _ALSO.fullmatch(message)) and (
        not also["what"] or before.message.rstrip(" 。.!！吧了").endswith(also["what"])
    ):
        return read_varied(before, f"{also['where']}也一样", names, it)
    return _one_more_text(message, names, shown, before)


def orders_of(reading: Reading) -> list[op.Operation]:
    """What it asks for; nothing where it was not understood."""
    if reading.misunderstood:
        return []
    return [one for one in reading.operations if not isinstance(one, op.Answer)]


def _at_other_edge(
    edge: re.Match[str], message: str, names: Sequence[str], before: Before
) -> Reading | None:
    """ "结尾也一样" behind a fade of the picture at its beginning."""
    done = orders_of(read(before.message, names, before.it))
    if len(done) != 1 or not isinstance(done[0], op.FadeVideo):
        return None
    one = done[0]
    at_end = edge["edge"] not in ("开头", "片头")
    length, other = (one.fade_in, one.fade_out) if at_end else (one.fade_out, one.fade_in)
    told = re.search("淡([入出])", message)
    if length is None or other is not None or (told and (told[1] == "出") != at_end):
        return None
    fade = op.FadeVideo(fade_out=length) if at_end else op.FadeVideo(fade_in=length)
    return Reading("zh", [Understood(fade, message)])


def _one_more_text(
    message: str, names: Sequence[str], shown: Sequence[Shown], before: Before
) -> Reading | None:
    """ "20秒再来一个“第二章”，一样长": as long as the one text that was added just now."""
    if not _ONE_MORE.search(message):
        return None
    text, when = re.search(_TEXT, message), re.search(_WHEN, message)
    noun = re.search(_NOUN, message)
    if text is None or when is None or (when.start() < text.end() and text.start() < when.end()):
        return None
    rest = message
    lasts = _LASTS.search(message, text.end())
    for one in (text, when, *((noun,) if noun else ()), *((lasts,) if lasts else ())):
        rest = rest.replace(one[0], "", 1)
    if not _FILLS.fullmatch(rest):
        return None
    done = orders_of(read(before.message, names, before.it))
    added = _added_text(done[0]) if len(done) == 1 else None
    was = next((one for one in shown if added and one.text == added), None)
    if was is None:
        return None
    start = _start(when, was)
    length = int(lasts["seconds"]) * 1000 if lasts else was.end - was.start
    role = noun[1] if noun else _NOUNS[was.role]
    order = f"{start / 1000:g}秒到{(start + length) / 1000:g}秒加{role}“{text['text']}”"
    return read(order, names, first=False)


def _added_text(one: op.Operation) -> object:
    """What the one text reads that an order adds."""
    if isinstance(one, op.AddCaptions):
        return one.cues[0][1] if len(one.cues) == 1 else None
    return one.values.get("text") if isinstance(one, op.AddLayer) and one.role in _NOUNS else None


def _start(when: re.Match[str], was: Shown) -> int:
    if when["same"]:
        return was.start
    return was.end if when["behind"] else round(float(when["start"]) * 1000)
