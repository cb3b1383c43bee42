"""What is to look otherwise at a time, or is told by one, and is there at another time now:
"前10秒标题改红", "25秒的标题改成红色", "30秒之前的字幕放上面"."""

import re

from mock_server.agent.operations import TEXTS
from mock_server.agent.second_look.edit import Edit, changed_keys
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import number
from mock_server.agent.wording.chinese.named_by_time import STRETCH, THING, THINGS, N, span_told
from mock_server.timeline.tracks import Segment, end_of

_LOOKS = (
    "(?:都|全)*(?:[改换变调]|[挪移][到在至]|放[大到在上下左右顶底中]|缩小|加粗|半透明|大一?点|小一?点|透明"
    "|[红黄蓝绿白黑橙粉紫灰])"
)
_STRETCH = Regex(
    rf"(?:\A|[,，。;；])[ ]*(?:请|把|将|让|在)*(?:{STRETCH}|到第?(?P<until>{N})秒(?:为止)?)"
    rf"(?:之间|里面?|内|中)?(?P<of>(?:的|那[个条])*)"
    rf"(?:把|将)?{THING}(?P<look>{_LOOKS}[^,，。;；]*)",
    re.IGNORECASE,
)
_AT = Regex(
    rf"(?:\A|[,，。;；])[ ]*(?:请|把|将|让|在)*第?(?P<at>{N})秒(?:钟)?(?:处|时|那里|左右)?"
    rf"(?P<of>(?:出现|出来|开始)?(?:的|那[个条])*)"
    rf"(?:{THING}|文字|(?<=的) )(?P<look>{_LOOKS}[^,，。;；]*)",
    re.IGNORECASE,
)
_PUT = Regex("放[到在上下左右顶底中]")
_SIDE = Regex("秒[前后]|之[前后]|以[前后]|\\A到|为止")
_IS_THERE = Regex(
    "[改换变调挪移][到成为至][0-9第]+[0-9.]*(?:秒|到|至|\\Z)|秒|显示|出现|播放|时长|开始|结束|延长"
    "|缩短|[往向][前后]|淡|早|晚"
)
_TIMES = {"s", "d", "in", "out", "skip"}


def _is_there_otherwise(plain: str, edit: Edit) -> bool:
    """ "20秒之前logo挪到右上角", and behind 20 s there is no logo."""
    for told in (*_STRETCH.finditer(plain), *_AT.finditer(plain)):
        if _IS_THERE.search(told["look"]):
            continue
        of_it, thing = bool(told["of"]), str(told["thing"] or "").lower()
        roles = (THINGS[thing],) if thing else TEXTS
        pairs = [(was, now) for was, now in edit.layers if was and was["role"] in roles]
        when = (
            plain[told.start() : told.start("look")]
            .removesuffix(thing)
            .strip(" ,，。;；请把将让在")
        )
        put = not of_it and _PUT.match(told["look"]) and not _SIDE.search(when)
        if not put and any(
            now and changed_keys(was, now) & _TIMES and changed_keys(was, now) - _TIMES
            for was, now in pairs
        ):
            return True
        once = plain.lower().count(thing or " ") == 1
        if of_it and once and any(not _is_then(was, told, edit.ends[0]) for was, _ in pairs):
            return True
    return False


def _is_then(one: Segment, told: re.Match[str], end: int) -> bool:
    """Whether something is there at the time that is told, or so long."""
    if "at" in told.groupdict():
        at = 1_000 * float(number(told["at"]))
        return one["s"] <= at < end_of(one) or one["d"] == at
    low, high = (1_000 * at for at in span_told(told, end / 1_000))
    return bool(one["s"] < high and end_of(one) > low)


CHECKS = (_is_there_otherwise,)
