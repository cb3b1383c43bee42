"""What is said of something during one clip, and is done to what is there at other times, to the clip
itself, or to one of several that are there then: "第二段去掉logo", "第一段字幕删掉"."""

import re

from mock_server.agent.operations import TEXTS
from mock_server.agent.second_look.edit import Edit, changed_keys
from mock_server.agent.values.lazily import Regex
from mock_server.agent.wording.chinese.named_by_time import CLIP, THING, THINGS
from mock_server.timeline.tracks import Segment, end_of

_GONE = "(?:去掉|删掉|拿掉|不要|移除|删除|撤掉|取消)"
_THING = THING.replace("?P<thing>", "?P<thing>所有文字|全部文字|文字|文本|")
_SAID = Regex(
    rf"(?:{CLIP})(?:里面?|中|上|内|期间|当中)?(?P<of>的)?(?:把|将)?(?P<gone>{_GONE}(?:掉"
    rf"|了)?(?:所有|全部)?的?)?"
    rf"{_THING}(?!一样|的(?:时候|字|内容))(?P<behind>[^,，。;；]*)",
    re.IGNORECASE,
)
_PLACED = Regex("在|时|出现|显示|开始|[到移挪]至?第|[加放铺配](?:上|个|一)|结束|淡")
_TIMES = {"s", "d", "in", "out", "skip"}


def _span(told: re.Match[str], edit: Edit) -> tuple[int, int] | None:
    clips = edit.before[0]
    at = len(clips) if told["end"] else "0一二三四五六".find(told["nth"].replace("两", "二"))
    at = at if at > 0 else int(told["nth"])
    return (clips[at - 1]["s"], end_of(clips[at - 1])) if len(clips) >= at else None


def _meets(one: Segment, span: tuple[int, int]) -> bool:
    return one["s"] < span[1] and end_of(one) > span[0]


def _reaches_further(plain: str, edit: Edit) -> bool:
    found = [*_SAID.finditer(plain)]
    if len(found) != 1 or len(edit.before[0]) < len("前后") or edit.added:
        return False
    told = found[0]
    span = _span(told, edit)
    if span is None or _PLACED.search(told["behind"]):
        return False
    gone = bool(told["gone"] or re.match(f"(?:都|全)*{_GONE}", told["behind"]))
    if gone and edit.ends[0] != edit.ends[1]:
        return True
    thing = told["thing"].lower()
    roles = (THINGS[thing],) if thing in THINGS else TEXTS
    if re.search(thing, plain[: told.start()] + plain[told.end() :], re.IGNORECASE):
        return False
    changed = [(was, now) for was, now in edit.altered if was["role"] in roles]
    lost = [was for was, now in edit.layers if was and not now and was["role"] in roles]
    if not (changed or lost):
        return False
    for was, now in changed:
        if not _meets(was, span) or (gone and _meets(now, span)):
            return True
        within = span[0] <= was["s"] and end_of(was) <= span[1]
        if not within and changed_keys(was, now) - _TIMES:
            return True
    if any(not (span[0] <= was["s"] and end_of(was) <= span[1]) for was in lost):
        return True
    touched = [was for was, _ in edit.layers]
    return any(
        one["role"] in roles and _meets(one, span) and one not in touched for one in edit.before[1]
    )


CHECKS = (_reaches_further,)
